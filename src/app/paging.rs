//! Rows of a text around an offset, wrapped on demand: never the whole of a large document.

use crate::text::wrap::{LineIndex, wrap_line};
use crate::text::{Source, Span};

/// A text at a width of so many cells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper<'a> {
    pub(super) text: &'a str,
    pub(super) lines: &'a LineIndex,
    pub(super) width: usize,
}

impl Paper<'_> {
    fn rows_of(&self, line: usize) -> Vec<Span<Source>> {
        self.lines.get(line).map_or_else(Vec::new, |line| {
            wrap_line(self.text, line, self.width.max(1))
        })
    }

    /// Returns up to `n` rows, the first being the one that `offset` lies in.
    pub(super) fn down(&self, offset: usize, n: usize) -> Vec<Span<Source>> {
        let line = self.lines.at(offset);
        let mut rows = self.rows_of(line);
        rows.drain(..row_of(&rows, offset));
        let mut line = line + 1;
        while rows.len() < n && line < self.lines.len() {
            rows.extend(self.rows_of(line));
            line += 1;
        }
        rows.truncate(n);
        rows
    }

    /// Returns up to `n` rows before the one that `offset` lies in, in the order of the text.
    pub(super) fn up(&self, offset: usize, n: usize) -> Vec<Span<Source>> {
        let mut line = self.lines.at(offset);
        let mut first = self.rows_of(line);
        first.truncate(row_of(&first, offset));
        let mut rows: Vec<Span<Source>> = first.into_iter().rev().take(n).collect();
        while rows.len() < n && line > 0 {
            line -= 1;
            let missing = n - rows.len();
            rows.extend(self.rows_of(line).into_iter().rev().take(missing));
        }
        rows.reverse();
        rows
    }

    /// Returns the start of the first paragraph after `offset`, if there is one.
    pub(super) fn next_paragraph(&self, offset: usize) -> Option<usize> {
        let here = self.lines.at(offset);
        let mut after = here + 1..self.lines.len();
        let line = after.find(|&line| self.starts_paragraph(line))?;
        self.lines.get(line).map(|line| line.start)
    }

    /// Returns the start of the paragraph that `offset` lies in, or of the one before when it is its start already.
    pub(super) fn previous_paragraph(&self, offset: usize) -> Option<usize> {
        let here = self.lines.at(offset);
        let start = |line: usize| self.lines.get(line).map_or(0, |line| line.start);
        let mut before = (0..=here).rev();
        let line = before.find(|&line| start(line) < offset && self.starts_paragraph(line))?;
        Some(start(line))
    }

    /// Returns whether a line begins a paragraph: the first one, one after an empty line, or one after a line too long to be of
    /// hard-wrapped text, as where every paragraph is one line.
    fn starts_paragraph(&self, line: usize) -> bool {
        const HARD_WRAPPED: usize = 100; // bytes; typewriters, mail and OCR stay well below
        let is_blank =
            |line: Span<Source>| line.of(self.text).is_none_or(|line| line.trim().is_empty());
        let here = self.lines.get(line).is_some_and(|line| !is_blank(line));
        let before = line
            .checked_sub(1)
            .and_then(|before| self.lines.get(before));
        here && before.is_none_or(|before| is_blank(before) || before.len() > HARD_WRAPPED)
    }
}

/// Returns which of the rows of a line an offset lies in.
fn row_of(rows: &[Span<Source>], offset: usize) -> usize {
    rows.partition_point(|row| row.start <= offset)
        .saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_paper(text: &str, width: usize, check: impl Fn(Paper<'_>)) {
        let lines = LineIndex::new(text);
        check(Paper {
            text,
            lines: &lines,
            width,
        });
    }

    #[test]
    fn going_up_gives_the_rows_that_going_down_gave() {
        let long = "mots ".repeat(3_500);
        for text in [
            "one two three four\n\nfive six\r\nseven",
            "",
            "\n\n\n",
            "北京北京北京",
            &long,
        ] {
            for width in [1, 40].into_iter().skip(usize::from(text.len() > 1000)) {
                with_paper(text, width, |paper| {
                    let all = paper.down(0, usize::MAX);
                    for (index, row) in all
                        .iter()
                        .enumerate()
                        .step_by(all.len().div_ceil(50).max(1))
                    {
                        assert_eq!(paper.up(row.start, 3), all[index.saturating_sub(3)..index]);
                        assert_eq!(
                            paper.down(row.start, 2),
                            all[index..all.len().min(index + 2)]
                        );
                    }
                });
            }
        }
    }

    #[test]
    fn paragraphs_are_parted_by_empty_lines_or_are_long_lines() {
        let long = "a".repeat(120);
        for (text, starts) in [
            ("one\ntwo\n\nthree\nfour\n", vec![0, 9]),
            ("\n\none\n\n\ntwo", vec![2, 8]),
            (&format!("{long}\n{long}\nend"), vec![0, 121, 242]),
        ] {
            with_paper(text, 80, |paper| {
                let mut forwards = vec![];
                let mut at = None;
                while let Some(next) = match at {
                    None if starts[0] == 0 => Some(0),
                    None => paper.next_paragraph(0),
                    Some(at) => paper.next_paragraph(at),
                } {
                    forwards.push(next);
                    at = Some(next);
                }
                assert_eq!(forwards, starts, "{text:?}");
                let mut back = vec![];
                let mut at = text.len();
                while let Some(before) = paper.previous_paragraph(at) {
                    back.insert(0, before);
                    at = before;
                }
                assert_eq!(back, starts, "{text:?}");
            });
        }
    }
}
