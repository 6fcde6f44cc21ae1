//! Making visible what must not reach a terminal.
//!
//! A document is text and nothing else: no character of it may move the cursor, turn the direction of writing, or hide. Every such
//! character is shown as a marker, and keeps its place: each [`Chunk`] knows the span of the source that it stands for.
//!
//! | character | shown as |
//! |---|---|
//! | controls U+0000–U+001F, U+007F | their pictures: `␛`, `␀`, `␡` |
//! | controls U+0080–U+009F, direction marks, invisible format characters, noncharacters, line and paragraph separators | `⟨U+202E⟩` |
//! | tab | [`TAB`], four spaces |
//! | line end (`\n`, `\r\n`, a lone `\r`) | a line end |
//! | soft hyphen | `¬`, the sign of word processors for it: newspapers have many, and a code point inside a word could not be read |
//! | byte order mark at offset 0 | nothing: it is the file's signature, not text |
//! | zero-width space between letters of Thai, Lao, Khmer, Burmese | nothing: it is how these scripts part words, and has no look |
//! | joiners, variation selectors, tags where a script or an emoji needs them | themselves |
//! | the same anywhere else | `⟨U+200D⟩` |
//! | a combining mark without a letter | itself on a dotted circle: it would land on what stands before it on the screen |
//! | more than eight combining marks on a letter | eight of them and `⟨+57 marks⟩` |

use std::borrow::Cow;
use std::fmt::Write as _;

use unicode_normalization::char::is_combining_mark;

use super::hidden::{
    ZWJ, ZWNJ, flag_len, is_emoji, is_emoji_part, is_hidden, is_selector, joins_letters,
    parts_words_unseen, takes_selector,
};
use super::{Source, Span};

/// What a tab is shown as: of fixed width, so that the width of a word does not depend on where it stands.
pub const TAB: &str = "    ";

/// The most marks that any orthography puts on one letter is six, in vocalised and cantillated Hebrew.
const MAX_MARKS: usize = 8;

/// The most joiners in an emoji that is one picture: a family of four with skin tones and a margin.
const MAX_JOINS: usize = 8;

/// What a chunk is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ChunkKind {
    /// The text itself.
    Text,
    /// A marker that stands for something that is not shown.
    Marker,
    /// A tab.
    Tab,
    /// A line end, shown as `\n`.
    LineEnd,
}

/// A piece of a text as it is shown, and the source that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chunk<'a> {
    /// What it stands for, in bytes of the source.
    pub span: Span<Source>,
    /// What is shown: safe for a terminal.
    pub shown: Cow<'a, str>,
    /// What it is.
    pub kind: ChunkKind,
}

/// Returns a text as it may be written to a terminal: line ends and tabs as they are, all else that is not printable as markers.
///
/// ```
/// use ibid::text::visible::visible;
/// assert_eq!(visible("l’OTAN\tréagit\n"), "l’OTAN\tréagit\n");
/// assert_eq!(visible("NATO\u{1b}]0;x\u{7} said"), "NATO␛]0;x␇ said");
/// assert_eq!(visible("\u{202e}OTAN"), "⟨U+202E⟩OTAN");
/// ```
pub fn visible(text: &str) -> Cow<'_, str> {
    collect(text, |chunk| match chunk.kind {
        ChunkKind::Tab => Cow::Borrowed("\t"),
        ChunkKind::LineEnd => Cow::Borrowed("\n"),
        ChunkKind::Text | ChunkKind::Marker => chunk.shown,
    })
}

/// Returns a text as it may stand on one line of a terminal, such as a path or a title: line ends and tabs are markers too.
///
/// ```
/// use ibid::text::visible::visible_line;
/// assert_eq!(visible_line("a\r\nb\tc"), "a␍␊b␉c");
/// ```
pub fn visible_line(text: &str) -> Cow<'_, str> {
    collect(text, |chunk| match chunk.kind {
        ChunkKind::Tab | ChunkKind::LineEnd => {
            let source = chunk.span.of(text).unwrap_or_default();
            Cow::Owned(source.chars().filter_map(picture).collect())
        }
        ChunkKind::Text | ChunkKind::Marker => chunk.shown,
    })
}

fn collect<'a>(text: &'a str, shown: impl Fn(Chunk<'a>) -> Cow<'a, str>) -> Cow<'a, str> {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Cow::Borrowed(text);
    }
    let mut chunks = chunks(text, Span::new(0, text.len()));
    let Some(first) = chunks.next() else {
        return Cow::Borrowed("");
    };
    let whole = first.span.len() == text.len();
    let first = shown(first);
    if whole {
        return first;
    }
    let mut out = first.into_owned();
    for chunk in chunks {
        out.push_str(&shown(chunk));
    }
    Cow::Owned(out)
}

/// Returns the pieces of the part `span` of a text as they are shown, in order and without gaps.
///
/// `span` should begin and end at edges of graphemes, as lines do; what stands before it decides whether a mark or a joiner at its
/// beginning is at home there. A span outside the text has no pieces.
pub fn chunks(text: &str, span: Span<Source>) -> Chunks<'_> {
    let inside = span.of(text).is_some();
    let before = if inside {
        text.get(..span.start).unwrap_or_default()
    } else {
        ""
    };
    Chunks {
        text,
        at: span.start,
        end: if inside { span.end } else { span.start },
        context: Context {
            before: before.chars().next_back(),
            n_marks: before
                .chars()
                .rev()
                .take(MAX_MARKS)
                .take_while(|&c| is_combining_mark(c))
                .count(),
            n_joins: 0,
        },
    }
}

/// The iterator that [`chunks`] returns.
#[derive(Debug, Clone)]
pub struct Chunks<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    context: Context,
}

/// What has been seen just before a character.
#[derive(Debug, Clone, Copy, Default)]
struct Context {
    before: Option<char>,
    n_marks: usize,
    n_joins: usize,
}

/// How one character, or a few from it on, are shown.
enum Showing {
    /// As it is.
    Plain,
    /// A line end of so many bytes.
    LineEnd(usize),
    Tab,
    /// So many bytes as they are, whatever the single characters may be.
    Sequence(usize),
    /// So many bytes as something else.
    Marker(usize, Cow<'static, str>),
}

impl<'a> Iterator for Chunks<'a> {
    type Item = Chunk<'a>;

    fn next(&mut self) -> Option<Chunk<'a>> {
        let start = self.at;
        while self.at < self.end {
            self.skip_ascii();
            let rest = self.text.get(self.at..self.end).unwrap_or_default();
            let Some(c) = rest.chars().next() else {
                break;
            };
            let (len, kind, shown) = match show(self.context, self.at, c, rest) {
                Showing::Plain => {
                    self.advance(c);
                    continue;
                }
                Showing::Sequence(len) => {
                    rest.get(..len)
                        .unwrap_or_default()
                        .chars()
                        .for_each(|c| self.advance(c));
                    continue;
                }
                Showing::LineEnd(len) => (len, ChunkKind::LineEnd, Cow::Borrowed("\n")),
                Showing::Tab => (1, ChunkKind::Tab, Cow::Borrowed(TAB)),
                Showing::Marker(len, shown) => (len, ChunkKind::Marker, shown),
            };
            if start < self.at {
                // What was plain comes first; this comes again.
                break;
            }
            self.at += len;
            // What comes next stands after a marker, not after the character.
            self.context = Context::default();
            return Some(Chunk {
                span: Span::new(start, self.at),
                shown,
                kind,
            });
        }
        let shown = self
            .text
            .get(start..self.at)
            .filter(|shown| !shown.is_empty())?;
        Some(Chunk {
            span: Span::new(start, self.at),
            shown: Cow::Borrowed(shown),
            kind: ChunkKind::Text,
        })
    }
}

impl Chunks<'_> {
    fn advance(&mut self, c: char) {
        let context = &mut self.context;
        if is_combining_mark(c) && !is_selector(c) {
            context.n_marks += 1;
        } else if c == ZWJ {
            context.n_joins += 1;
        } else {
            context.n_marks = 0;
            if context.before != Some(ZWJ) && !is_emoji_part(c) {
                context.n_joins = 0;
            }
        }
        context.before = Some(c);
        self.at += c.len_utf8();
    }

    /// Passes over printable ASCII, of which most text is made.
    fn skip_ascii(&mut self) {
        let rest = self
            .text
            .as_bytes()
            .get(self.at..self.end)
            .unwrap_or_default();
        let n_plain = rest
            .iter()
            .take_while(|&&byte| matches!(byte, b' '..=b'~'))
            .count();
        if n_plain > 0 {
            self.at += n_plain;
            self.context = Context {
                before: rest.get(n_plain - 1).map(|&byte| char::from(byte)),
                ..Context::default()
            };
        }
    }
}

fn show(context: Context, offset: usize, c: char, rest: &str) -> Showing {
    let after = || rest.chars().nth(1);
    let as_needed = |needed: bool| {
        if needed {
            Showing::Plain
        } else {
            code_point(c)
        }
    };
    match c {
        '\n' => Showing::LineEnd(1),
        '\r' => Showing::LineEnd(if after() == Some('\n') { 2 } else { 1 }),
        '\t' => Showing::Tab,
        // Latin, Greek, Cyrillic and the signs between: nothing here is hidden but the soft hyphen.
        '\u{A0}'..='\u{AC}'
        | '\u{AE}'..='\u{2FF}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{590}' => Showing::Plain,
        '\0'..='\u{1F}' | '\u{7F}' => Showing::Marker(
            1,
            picture(c).map_or(Cow::Borrowed("?"), |c| c.to_string().into()),
        ),
        '\u{AD}' => Showing::Marker(2, Cow::Borrowed("¬")),
        '\u{FEFF}' if offset == 0 => Showing::Marker(3, Cow::Borrowed("")),
        '\u{200B}'
            if context.before.is_some_and(parts_words_unseen)
                && after().is_some_and(parts_words_unseen) =>
        {
            Showing::Marker(3, Cow::Borrowed(""))
        }
        ZWNJ => as_needed(
            context.before.is_some_and(joins_letters) && after().is_some_and(joins_letters),
        ),
        ZWJ => as_needed(
            context.n_joins < MAX_JOINS
                && (context.before.is_some_and(joins_letters)
                    || context.before.is_some_and(is_emoji_part) && after().is_some_and(is_emoji)),
        ),
        '\u{1F3F4}' => flag_len(rest).map_or(Showing::Plain, Showing::Sequence),
        _ if is_selector(c) => as_needed(
            context
                .before
                .is_some_and(|before| takes_selector(before, c)),
        ),
        // Old Korean writes a missing first or middle sound so, within a syllable.
        '\u{115F}' | '\u{1160}' => {
            let jamo = |c: char| matches!(c, '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{D7B0}'..='\u{D7FF}');
            as_needed(
                (context.before.is_some_and(jamo) || after().is_some_and(jamo))
                    && context.before != Some(c),
            )
        }
        _ if is_hidden(c) => code_point(c),
        _ if is_combining_mark(c) => mark(context, c, rest),
        _ => Showing::Plain,
    }
}

/// Shows a combining mark: on its letter, on a circle where there is none, and not beyond [`MAX_MARKS`].
fn mark(context: Context, c: char, rest: &str) -> Showing {
    if context.n_marks >= MAX_MARKS {
        let flood = rest
            .chars()
            .take_while(|&c| is_combining_mark(c) && !is_selector(c) && !is_hidden(c));
        let (n_marks, len) = flood.fold((0, 0), |(n, len), c| (n + 1, len + c.len_utf8()));
        return Showing::Marker(len, format!("⟨+{n_marks} marks⟩").into());
    }
    // After what is shown as a marker, too, for it would land on the marker.
    let homeless = context.before.is_none_or(|before| {
        is_hidden(before) && !is_selector(before) && !matches!(before, ZWJ | ZWNJ)
    });
    if homeless {
        return Showing::Marker(c.len_utf8(), format!("◌{c}").into());
    }
    Showing::Plain
}

/// Returns the picture of a control character: U+2400 and on.
fn picture(c: char) -> Option<char> {
    match c {
        '\u{7F}' => Some('␡'),
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
        _ => None,
    }
}

fn code_point(c: char) -> Showing {
    let mut shown = String::with_capacity(14);
    // Writing to a string does not fail.
    let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(c));
    Showing::Marker(c.len_utf8(), shown.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_steers_is_shown() {
        for (text, shown) in [
            ("", ""),
            ("NATO", "NATO"),
            ("l’Élysée à 北京", "l’Élysée à 北京"),
            ("\u{1b}[31m", "␛[31m"),
            ("\0\u{7}\u{8}\u{b}\u{c}\u{7f}", "␀␇␈␋␌␡"),
            ("\u{9b}31m\u{85}", "⟨U+009B⟩31m⟨U+0085⟩"),
            ("a\r\nb\rc\n\td", "a\nb\nc\n\td"),
            (
                "\u{202a}\u{202e}\u{2066}\u{200e}\u{61c}",
                "⟨U+202A⟩⟨U+202E⟩⟨U+2066⟩⟨U+200E⟩⟨U+061C⟩",
            ),
            ("\u{2028}\u{2029}", "⟨U+2028⟩⟨U+2029⟩"),
            ("\u{feff}NA\u{feff}TO", "NA⟨U+FEFF⟩TO"),
            ("NA\u{200b}TO", "NA⟨U+200B⟩TO"),
            ("infor\u{ad}mation", "infor¬mation"),
            ("\u{fdd0}\u{ffff}\u{10ffff}", "⟨U+FDD0⟩⟨U+FFFF⟩⟨U+10FFFF⟩"),
            (
                "\u{e0041}\u{3164}\u{ffa0}\u{2060}",
                "⟨U+E0041⟩⟨U+3164⟩⟨U+FFA0⟩⟨U+2060⟩",
            ),
            (
                "P\u{200d}u\u{200c}tin\u{fe0f}",
                "P⟨U+200D⟩u⟨U+200C⟩tin⟨U+FE0F⟩",
            ),
        ] {
            assert_eq!(visible(text), shown, "{text:?}");
        }
    }

    #[test]
    fn what_a_script_or_an_emoji_needs_stays() {
        for text in [
            "می\u{200c}خواهم",
            "क्\u{200d}ष",
            "👩\u{200d}🚀 ❤\u{fe0f}\u{200d}🔥 👨\u{200d}👩\u{200d}👧\u{200d}👦",
            "👍🏽 1\u{fe0f}\u{20e3} 🇫🇷",
            "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}",
            "葛\u{e0100}",
            "e\u{301} n\u{308}\u{301}",
            "\u{1112}\u{1160}",
            "שָׁלוֹם",
            "ภาษาไทย",
        ] {
            assert!(
                matches!(visible(text), Cow::Borrowed(same) if same == text),
                "{text:?}"
            );
        }
        assert_eq!(visible("ไทย\u{200b}ภาษา"), "ไทยภาษา");
    }

    #[test]
    fn floods_are_cut_short() {
        let marks = "\u{301}".repeat(65);
        assert_eq!(
            visible(&format!("e{marks}x")),
            format!("e{}⟨+57 marks⟩x", "\u{301}".repeat(8))
        );
        assert_eq!(
            visible("\u{301}a\n\u{301}\u{1b}\u{301}"),
            "◌\u{301}a\n◌\u{301}␛◌\u{301}"
        );
        let selectors = format!("❤{}", "\u{fe0f}".repeat(3));
        assert_eq!(visible(&selectors), "❤\u{fe0f}⟨U+FE0F⟩⟨U+FE0F⟩");
        let joined = "👩\u{200d}".repeat(50);
        assert!(visible(&joined).contains("⟨U+200D⟩"));
    }

    #[test]
    fn a_part_is_shown_as_in_the_whole() {
        let text = "\u{feff}e\u{301}\u{1b}x";
        let shown = |start, end| {
            chunks(text, Span::new(start, end))
                .map(|chunk| chunk.shown.into_owned())
                .collect::<String>()
        };
        assert_eq!(shown(0, text.len()), "e\u{301}␛x");
        assert_eq!(shown(4, 6), "\u{301}");
        assert_eq!(shown(7, 8), "x");
        assert_eq!(chunks(text, Span::new(1, 2)).count(), 0);
        assert_eq!(chunks(text, Span::new(0, 99)).count(), 0);
        assert_eq!(visible_line("a\nb\u{1b}"), "a␊b␛");
    }

    /// What a terminal must never get, said in another way than above.
    fn steers(c: char) -> bool {
        c.is_control() && !matches!(c, '\n' | '\t')
            || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{61C}' | '\u{2028}' | '\u{2029}')
    }

    proptest! {
        #[test]
        fn nothing_steers_and_nothing_is_lost(text in proptest::collection::vec(prop_oneof![
            any::<char>(),
            "[\\x00-\\x1f\\x7f-\\u{9f}\\u{ad}\\u{200b}-\\u{200f}\\u{2028}-\\u{202e}\\u{fe00}-\\u{fe0f}\\u{300}-\\u{310}]".prop_map(|s| s.chars().next().unwrap_or(' ')),
            prop_oneof![Just('a'), Just('é'), Just('👩'), Just('ا'), Just('\n'), Just('\r')],
        ], 0..40).prop_map(|chars| chars.into_iter().collect::<String>())) {
            prop_assert!(!visible(&text).chars().any(steers));
            prop_assert!(!visible_line(&text).chars().any(char::is_control));
            let mut end = 0;
            for chunk in chunks(&text, Span::new(0, text.len())) {
                prop_assert_eq!(chunk.span.start, end);
                prop_assert!(chunk.span.end > end && text.is_char_boundary(chunk.span.end));
                if chunk.kind == ChunkKind::Text {
                    prop_assert_eq!(chunk.span.of(&text), Some(&*chunk.shown));
                }
                end = chunk.span.end;
            }
            prop_assert_eq!(end, text.len());
        }
    }
}
