//! Rows of a text around an offset, wrapped on demand: never the whole of a large document.
//!
//! The unit of wrapping is a line of the text, a paragraph as a rule. A line too long to be wrapped at each key is cut into parts at
//! places that depend on the text alone, so that going up and going down give the same rows.

use crate::text::{Source, Span};

/// Lines longer than this are wrapped in parts of about this many bytes: a few milliseconds' work, and longer than any paragraph
/// that a newspaper prints.
const LONG_LINE: usize = 16 * 1024;

/// Returns the line, or the part of a very long one, that the byte at `offset` lies in, without its line end.
pub(super) fn paragraph_at(text: &str, offset: usize) -> Span<Source> {
    let line = line_at(text, offset);
    if line.len() <= LONG_LINE {
        return line;
    }
    let offset = offset.clamp(line.start, line.end);
    let number = (offset - line.start) / LONG_LINE;
    let start = cut(text, line, number);
    // The cut lies a little after the multiple, so the offset may still belong to the part before.
    if offset < start || (number > 0 && start == line.end) {
        return Span::new(cut(text, line, number - 1), start);
    }
    Span::new(start, cut(text, line, number + 1))
}

/// Returns where the `number`-th part of a long line starts: after the next space, else at the next character.
fn cut(text: &str, line: Span<Source>, number: usize) -> usize {
    let wanted = line.start + number * LONG_LINE;
    if number == 0 || wanted >= line.end {
        return wanted.min(line.end);
    }
    let from = ceil_char(text, wanted);
    let near = text.get(from..floor_char(text, line.end.min(from + LONG_LINE / 4)).max(from));
    let space = near.and_then(|near| near.find(' '));
    space.map_or(from, |space| from + space + 1).min(line.end)
}

fn line_at(text: &str, offset: usize) -> Span<Source> {
    let offset = floor_char(text, offset.min(text.len()));
    let (before, after) = text.split_at(offset);
    let start = before.rfind('\n').map_or(0, |end| end + 1);
    let end = after.find('\n').map_or(text.len(), |end| offset + end);
    let end = match text.get(start..end) {
        Some(line) if line.ends_with('\r') => end - 1,
        _ => end,
    };
    Span::new(start, end)
}

/// Returns the start of the paragraph after one, or `None` at the end of the text.
fn after(text: &str, paragraph: Span<Source>) -> Option<usize> {
    let mut next = paragraph.end;
    for end in ['\r', '\n'] {
        if text.get(next..).is_some_and(|rest| rest.starts_with(end)) {
            next += 1;
        }
    }
    (next < text.len() && next > paragraph.start).then_some(next)
}

/// Returns the largest character boundary not above `offset`.
pub(super) fn floor_char(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

fn ceil_char(text: &str, offset: usize) -> usize {
    text.ceil_char_boundary(offset)
}

/// Returns up to `n` rows of `width` cells, the first being the one that `offset` lies in.
pub(super) fn rows_down(text: &str, offset: usize, width: usize, n: usize) -> Vec<Span<Source>> {
    let mut rows = Vec::new();
    let mut paragraph = paragraph_at(text, offset);
    let wrapped = wrap(text, paragraph, width);
    rows.extend_from_slice(wrapped.get(row_of(&wrapped, offset)..).unwrap_or_default());
    while rows.len() < n {
        let Some(next) = after(text, paragraph) else {
            break;
        };
        paragraph = paragraph_at(text, next);
        rows.extend(wrap(text, paragraph, width));
    }
    rows.truncate(n);
    rows
}

/// Returns up to `n` rows of `width` cells before the one that `offset` lies in, in the order of the text.
pub(super) fn rows_up(text: &str, offset: usize, width: usize, n: usize) -> Vec<Span<Source>> {
    let mut paragraph = paragraph_at(text, offset);
    let mut wrapped = wrap(text, paragraph, width);
    wrapped.truncate(row_of(&wrapped, offset));
    let mut rows: Vec<Span<Source>> = wrapped.into_iter().rev().take(n).collect();
    while rows.len() < n && paragraph.start > 0 {
        paragraph = paragraph_at(text, paragraph.start - 1);
        rows.extend(
            wrap(text, paragraph, width)
                .into_iter()
                .rev()
                .take(n - rows.len()),
        );
    }
    rows.reverse();
    rows
}

/// Returns which of the rows of a paragraph an offset lies in.
fn row_of(rows: &[Span<Source>], offset: usize) -> usize {
    rows.partition_point(|row| row.start <= offset)
        .saturating_sub(1)
}

fn wrap(text: &str, paragraph: Span<Source>, width: usize) -> Vec<Span<Source>> {
    wrap_line(text, paragraph, width.max(1))
}

/// Returns the start of the first paragraph after `offset`, or `None` if there is none.
///
/// Paragraphs are told apart by empty lines where the text has any nearby, else every line is one.
pub(super) fn next_paragraph(text: &str, offset: usize) -> Option<usize> {
    let mut line = line_at(text, offset);
    while let Some(next) = after(text, line) {
        let was = line;
        line = line_at(text, next);
        if !is_blank(text, line) && starts_paragraph(text, was, line) {
            return Some(line.start);
        }
    }
    None
}

/// Returns the start of the paragraph that `offset` lies in, or of the one before when it is its start already.
pub(super) fn previous_paragraph(text: &str, offset: usize) -> Option<usize> {
    let mut line = line_at(text, offset);
    loop {
        let before = line.start.checked_sub(1).map(|end| line_at(text, end));
        let starts = match before {
            Some(before) => starts_paragraph(text, before, line),
            None => true,
        };
        if line.start < offset && !is_blank(text, line) && starts {
            return Some(line.start);
        }
        line = before?;
    }
}

fn is_blank(text: &str, line: Span<Source>) -> bool {
    line.of(text).is_none_or(|line| line.trim().is_empty())
}

/// Returns whether a line begins a paragraph: after an empty line, or after a line too long to be one of hard-wrapped text.
fn starts_paragraph(text: &str, before: Span<Source>, _line: Span<Source>) -> bool {
    const HARD_WRAPPED: usize = 100; // bytes; typewriters, mail and OCR stay well below
    is_blank(text, before) || before.len() > HARD_WRAPPED
}

/// Breaks a line at spaces, and inside words that are longer than a row.
fn wrap_line(text: &str, line: Span<Source>, width: usize) -> Vec<Span<Source>> {
    let mut rows = Vec::new();
    let (mut start, mut cells, mut space) = (line.start, 0, None);
    for (at, c) in line.of(text).unwrap_or_default().char_indices() {
        let at = line.start + at;
        cells += unicode_width::UnicodeWidthChar::width(c).unwrap_or(1);
        if cells > width && at > start && c != ' ' {
            let end = space.filter(|&space| space > start).unwrap_or(at);
            rows.push(Span::new(start, end));
            start = end;
            cells = unicode_width::UnicodeWidthStr::width(
                text.get(start..at + c.len_utf8()).unwrap_or_default(),
            );
        }
        if c == ' ' {
            space = Some(at + 1);
        }
    }
    rows.push(Span::new(start, line.end));
    rows
}
