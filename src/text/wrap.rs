//! Lines of a text as it stands, and rows of a given width as the screen shows it.
//!
//! Both are spans of the source: nothing is copied, and an offset finds its row again after any change of width. A file of any size is
//! handled a line at a time; a line of any length is cut into pieces of [`MAX_LINE`] bytes, so that no single line costs much to wrap.

use std::borrow::Cow;

use textwrap::WordSeparator;
use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use super::boundary::{graphemes, is_grapheme_edge};
use super::visible::{ChunkKind, chunks};
use super::width::cells;
use super::{Source, Span};

/// The longest line, in bytes. Longer ones go on in the next: 16 KiB are some two hundred rows, wrapped in a fraction of a millisecond.
pub const MAX_LINE: usize = 16 * 1024;

/// Returns the lines of a text in order, without their ends: `\n`, `\r\n` or a lone `\r`.
///
/// A line longer than [`MAX_LINE`] is several, cut after white space where there is some. A text that ends with a line end has no empty
/// line after it; an empty text has no lines.
///
/// ```
/// use ibid::text::wrap::lines;
/// let text = "a\r\n\nb\rc\n";
/// let lines: Vec<&str> = lines(text).filter_map(|line| line.of(text)).collect();
/// assert_eq!(lines, ["a", "", "b", "c"]);
/// ```
pub fn lines(text: &str) -> impl Iterator<Item = Span<Source>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (line, next) = line_from(text, at)?;
        at = next;
        Some(line)
    })
}

/// Returns the line that starts at `start`, and where the next one starts.
fn line_from(text: &str, start: usize) -> Option<(Span<Source>, usize)> {
    let rest = text
        .as_bytes()
        .get(start..)
        .filter(|rest| !rest.is_empty())?;
    let window = rest.get(..=MAX_LINE).unwrap_or(rest);
    let Some(len) = window.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
        let end = if rest.len() <= MAX_LINE {
            text.len()
        } else {
            cut(text, start)
        };
        return Some((Span::new(start, end), end));
    };
    let end = start + len;
    let n_ends = if rest
        .get(len..)
        .is_some_and(|ends| ends.starts_with(b"\r\n"))
    {
        2
    } else {
        1
    };
    Some((Span::new(start, end), end + n_ends))
}

/// Returns where to cut a line that is too long: after the last white space of its first [`MAX_LINE`] bytes, else between graphemes.
fn cut(text: &str, start: usize) -> usize {
    /// How far back from the end a place is looked for.
    const REACH: usize = 1024;
    let end = text.floor_char_boundary(start + MAX_LINE);
    let from = text.ceil_char_boundary(end - REACH);
    let tail = text.get(from..end).unwrap_or_default();
    let edges = || {
        tail.char_indices()
            .rev()
            .map(|(at, c)| (from + at + c.len_utf8(), c))
    };
    let after_space = edges().find(|&(at, c)| c.is_whitespace() && is_grapheme_edge(text, at));
    let between = || {
        edges()
            .map(|(at, _)| at)
            .find(|&at| is_grapheme_edge(text, at))
    };
    after_space
        .map(|(at, _)| at)
        .or_else(between)
        .unwrap_or(end)
}

/// The lines of a text, found once, for going to any of them by number or by offset.
///
/// ```
/// use ibid::text::wrap::LineIndex;
/// let index = LineIndex::new("ab\ncd\n");
/// assert_eq!((index.len(), index.at(4)), (2, 1));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineIndex {
    lines: Vec<Span<Source>>,
}

impl LineIndex {
    /// Finds the lines of a text, those of [`lines`]; a gigabyte takes about a second.
    pub fn new(text: &str) -> Self {
        Self {
            lines: lines(text).collect(),
        }
    }

    /// Returns how many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Returns whether there is no line, as in an empty text.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Returns a line by its number, from 0.
    pub fn get(&self, number: usize) -> Option<Span<Source>> {
        self.lines.get(number).copied()
    }

    /// Returns the number of the line that holds an offset (bytes); a line end belongs to the line it ends, what is beyond the text to
    /// the last line.
    pub fn at(&self, offset: usize) -> usize {
        self.lines
            .partition_point(|line| line.start <= offset)
            .saturating_sub(1)
    }
}

/// A piece of a line that is not broken, with the white space after it, which is not shown at the end of a row.
#[derive(Debug, Clone, Copy)]
struct Piece {
    span: Span<Source>,
    width: usize,
    space: usize,
}

impl Fragment for Piece {
    fn width(&self) -> f64 {
        cells_to_float(self.width)
    }

    fn whitespace_width(&self) -> f64 {
        cells_to_float(self.space)
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn cells_to_float(cells: usize) -> f64 {
    f64::from(u32::try_from(cells).unwrap_or(u32::MAX))
}

/// Wraps one line of a text into rows of at most `width` cells, as [`super::visible`] shows them.
///
/// Rows break where Unicode allows a line break, and a word longer than a row between graphemes. White space at which a row breaks
/// belongs to none; white space at the beginning of the line stays. An empty line is one empty row. Only a single grapheme that is wider
/// than `width` makes a wider row. `line` comes from [`lines`]; outside the text it has no rows.
///
/// ```
/// use ibid::text::{Span, wrap::wrap_line};
/// let text = "The Alliance met in Madrid.";
/// let rows: Vec<&str> = wrap_line(text, Span::new(0, text.len()), 12).iter().filter_map(|row| row.of(text)).collect();
/// assert_eq!(rows, ["The Alliance", "met in", "Madrid."]);
/// ```
pub fn wrap_line(text: &str, line: Span<Source>, width: usize) -> Vec<Span<Source>> {
    let Some(shown) = line.of(text) else {
        return Vec::new();
    };
    let width = width.max(1);
    if shown.len() <= width && shown.bytes().all(|byte| matches!(byte, b'!'..=b'~'))
        || shown.is_empty()
    {
        return vec![line];
    }
    let pieces = pieces(text, line, width);
    let rows = wrap_first_fit(&pieces, &[cells_to_float(width)]);
    rows.into_iter()
        .filter_map(|row| Some(Span::new(row.first()?.span.start, row.last()?.span.end)))
        .collect()
}

/// Returns the pieces of a line, none wider than `width` unless it is a single grapheme.
fn pieces(text: &str, line: Span<Source>, width: usize) -> Vec<Piece> {
    let shown = line.of(text).unwrap_or_default();
    // `textwrap` takes an escape for the beginning of a sequence without width; here it is a marker like any other control.
    let plain = if shown.contains('\u{1b}') {
        Cow::Owned(shown.replace('\u{1b}', "\u{1}"))
    } else {
        Cow::Borrowed(shown)
    };
    let mut pieces = Vec::new();
    let (mut start, mut at) = (line.start, line.start);
    for word in WordSeparator::UnicodeBreakProperties.find_words(&plain) {
        let (first, end) = (at, at + word.word.len());
        at = end + word.whitespace.len();
        let after_hyphens = hyphen_breaks(word.word).map(|at| (first + at, 0));
        for (end, space) in after_hyphens.chain([(end, word.whitespace.len())]) {
            let next = end + space;
            // Unicode lets a line break before a mark that stands on a space, which would tear the two apart.
            if next < line.end && !is_grapheme_edge(text, next) {
                continue;
            }
            let span = Span::new(start, end);
            start = next;
            let piece = Piece {
                span,
                width: shown_width(text, span),
                space,
            };
            if piece.width <= width {
                pieces.push(piece);
            } else {
                split(text, piece, width, &mut pieces);
            }
        }
    }
    pieces
}

/// Returns where a word may be broken after a hyphen, hard or soft, between two letters. `textwrap` leaves these to its caller.
fn hyphen_breaks(word: &str) -> impl Iterator<Item = usize> + '_ {
    word.match_indices(['-', '\u{ad}'])
        .map(|(at, hyphen)| (at, at + hyphen.len()))
        .filter(|&(before, after)| {
            let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            letter(word.get(..before).and_then(|left| left.chars().next_back()))
                && letter(word.get(after..).and_then(|right| right.chars().next()))
        })
        .map(|(_, after)| after)
}

/// Splits a piece that is wider than a row into pieces that are not, between graphemes.
fn split(text: &str, piece: Piece, width: usize, pieces: &mut Vec<Piece>) {
    let (mut start, mut used) = (piece.span.start, 0);
    for (span, cells) in units(text, piece.span) {
        if used + cells > width && span.start > start {
            pieces.push(Piece {
                span: Span::new(start, span.start),
                width: used,
                space: 0,
            });
            (start, used) = (span.start, 0);
        }
        used += cells;
    }
    pieces.push(Piece {
        span: Span::new(start, piece.span.end),
        width: used,
        space: piece.space,
    });
}

/// Returns how many cells a part of a text takes as [`super::visible`] shows it, a grapheme at a time as it is drawn.
pub fn shown_width(text: &str, span: Span<Source>) -> usize {
    if let Some(shown) = span
        .of(text)
        .filter(|shown| shown.bytes().all(|byte| matches!(byte, b' '..=b'~')))
    {
        return shown.len();
    }
    units(text, span).map(|(_, cells)| cells).sum()
}

/// Returns what a row must not cut, with the cells each takes: the graphemes of what is shown as it is, and each marker.
fn units(text: &str, span: Span<Source>) -> impl Iterator<Item = (Span<Source>, usize)> + '_ {
    chunks(text, span).flat_map(|chunk| {
        let start = chunk.span.start;
        let marker = (chunk.kind != ChunkKind::Text).then(|| (chunk.span, cells(&chunk.shown)));
        let shown = if chunk.kind == ChunkKind::Text {
            chunk.span.of(text).unwrap_or_default()
        } else {
            ""
        };
        let plain = graphemes(shown).map(move |(at, grapheme)| {
            (
                Span::new(start + at, start + at + grapheme.len()),
                cells(grapheme),
            )
        });
        marker.into_iter().chain(plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, width: usize, rows: &[&str]) {
        let found: Vec<&str> = wrap_line(text, Span::new(0, text.len()), width)
            .iter()
            .filter_map(|row| row.of(text))
            .collect();
        assert_eq!(found, rows, "{text:?} at {width}");
    }

    #[test]
    fn rows_break_at_words_and_between_graphemes() {
        check("", 10, &[""]);
        check("The Alliance met", 40, &["The Alliance met"]);
        check("The Alliance met", 8, &["The", "Alliance", "met"]);
        check("The Alliance met", 4, &["The", "Alli", "ance", "met"]);
        check("a   b", 2, &["a", "b"]);
        check("  indented text", 10, &["  indented", "text"]);
        check("北约秘书长", 4, &["北约", "秘书", "长"]);
        check("北约", 1, &["北", "约"]);
        check(
            "e\u{301}e\u{301}e\u{301}",
            2,
            &["e\u{301}e\u{301}", "e\u{301}"],
        );
        check(
            "👩\u{200d}🚀👩\u{200d}🚀",
            3,
            &["👩\u{200d}🚀", "👩\u{200d}🚀"],
        );
        check("« Nous sommes prêts »", 8, &["« Nous", "sommes", "prêts »"]);
        check("Russo-Ukrainian war", 8, &["Russo-", "Ukrainia", "n war"]);
        check("a\tb", 5, &["a\t", "b"]);
        check("abc", 0, &["a", "b", "c"]);
    }

    #[test]
    fn markers_have_the_width_they_are_shown_with() {
        check("ab\u{202e}cd", 6, &["ab", "\u{202e}", "cd"]);
        check("ab\u{202e}cd", 10, &["ab\u{202e}", "cd"]);
        check(
            "\u{1b}]0;title here and more",
            9,
            &["\u{1b}]0;title", "here and", "more"],
        );
        assert_eq!(
            shown_width("a\u{1b}\u{202e}\t北", Span::new(0, 9)),
            1 + 1 + 8 + 4 + 2
        );
    }

    #[test]
    fn lines_end_in_every_way() {
        let of = |text: &'static str| {
            lines(text)
                .filter_map(|line| line.of(text))
                .collect::<Vec<_>>()
        };
        assert_eq!(of(""), [""; 0]);
        assert_eq!(of("\n"), [""]);
        assert_eq!(of("a\n\r\nb\r\rc"), ["a", "", "b", "", "c"]);
        let index = LineIndex::new("a\r\nbc\nd");
        let at: Vec<usize> = (0..9).map(|offset| index.at(offset)).collect();
        assert_eq!(at, [0, 0, 0, 1, 1, 1, 2, 2, 2]);
        assert_eq!((index.get(1), index.get(3)), (Some(Span::new(3, 5)), None));
        assert_eq!(LineIndex::new("").at(5), 0);
    }

    #[test]
    fn a_long_line_is_cut_after_a_word() {
        let text = "mot ".repeat(20_000);
        let found: Vec<Span<Source>> = lines(&text).collect();
        assert!(
            found
                .iter()
                .all(|line| line.len() <= MAX_LINE && line.len() % 4 == 0)
        );
        assert_eq!(
            found.iter().map(|line| line.len()).sum::<usize>(),
            text.len()
        );
        for text in [
            "é".repeat(20_000),
            "\u{301}".repeat(20_000),
            "👩\u{200d}".repeat(10_000),
        ] {
            assert!(lines(&text).all(|line| line.len() <= MAX_LINE && line.of(&text).is_some()));
        }
    }

    fn texts() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[a-zéñ]{1,12}",
            2 => Just(" ".to_owned()),
            1 => "[ \t\u{a0}\u{3000}-]{1,3}",
            1 => "[北约秘书长]{1,4}",
            1 => "[\u{300}-\u{302}\u{200d}\u{1b}\u{202e}\u{ad}\u{fe0f}]{1,12}",
            1 => prop_oneof![Just("👩\u{200d}🚀".to_owned()), Just("🇫🇷🇩🇪".to_owned()), Just("لا".to_owned())],
            1 => any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn rows_cover_the_line_and_fit(text in texts(), width in 1_usize..40) {
            for line in lines(&text) {
                let rows = wrap_line(&text, line, width);
                prop_assert!(!rows.is_empty());
                let mut end = line.start;
                for row in &rows {
                    prop_assert!(row.start >= end && row.end <= line.end);
                    let gap = Span::<Source>::new(end, row.start).of(&text);
                    prop_assert!(gap.is_some_and(|gap| gap.chars().all(|c| c == ' ')), "{:?}", gap);
                    let wide = shown_width(&text, *row);
                    prop_assert!(wide <= width || units(&text, *row).filter(|&(_, cells)| cells > 0).count() == 1, "{} {:?}", wide, row.of(&text));
                    // Within a grapheme that holds a marker, a row may begin at the marker.
                    prop_assert!(is_grapheme_edge(&text, row.start) || chunks(&text, line).any(|chunk| chunk.span.start == row.start || chunk.span.end == row.start));
                    end = row.end;
                }
                let rest = Span::<Source>::new(end, line.end).of(&text);
                prop_assert!(rest.is_some_and(|rest| rest.chars().all(|c| c == ' ')));
            }
        }

        #[test]
        fn lines_cover_the_text(text in "[a\r\né]{0,30}") {
            let mut end = 0;
            for line in lines(&text) {
                let gap = Span::<Source>::new(end, line.start).of(&text);
                prop_assert!(gap.is_some_and(|gap| ["", "\n", "\r", "\r\n"].contains(&gap)));
                prop_assert!(line.of(&text).is_some_and(|line| !line.contains(['\n', '\r'])));
                end = line.end;
            }
            let rest = Span::<Source>::new(end, text.len()).of(&text);
            prop_assert!(rest.is_some_and(|rest| ["", "\n", "\r", "\r\n"].contains(&rest)));
        }
    }
}
