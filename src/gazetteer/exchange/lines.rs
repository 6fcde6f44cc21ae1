//! The lines of a file that may hold anything.

use crate::diagnostic::Diagnostic;

use super::super::sheet::At;
use super::incoming::{Intake, Spot};

/// A longer line is no row of a list; an entity of Wikidata with all its statements may have several million bytes.
const MAX_LINE_BYTES: usize = 16 * 1024 * 1024;

/// A line and where it begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) file: usize,
    /// Offset in bytes within the file.
    pub(super) start: usize,
    /// Its text, without its end.
    pub(super) text: &'a str,
}

impl Line<'_> {
    /// Returns the place of the whole line.
    pub(super) fn spot(&self) -> Spot {
        self.part(0, self.text.len())
    }

    /// Returns the place of some bytes of the line.
    pub(super) fn part(&self, start: usize, end: usize) -> Spot {
        Spot {
            file: self.file,
            at: At::new(self.start + start, self.start + end.max(start)),
        }
    }

    /// Returns the parts between separators with their places.
    pub(super) fn columns(&self, separator: char) -> Vec<(&str, Spot)> {
        let mut start = 0;
        let parts = self.text.split(separator).map(|part| {
            let spot = self.part(start, start + part.len());
            start += part.len() + separator.len_utf8();
            (part, spot)
        });
        parts.collect()
    }
}

/// Returns the lines of a file that can be read, blank ones left out, and complains of the others.
pub(super) fn lines<'a>(intake: &mut Intake<'_, 'a>, file: usize) -> Vec<Line<'a>> {
    let text = intake.sheets[file].source.text();
    let mut lines = Vec::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = Line {
            file,
            start,
            text: whole.trim_end_matches(['\n', '\r']),
        };
        start += whole.len();
        if is_sound(intake, &line) {
            lines.push(line);
        }
    }
    lines
}

fn is_sound(intake: &mut Intake<'_, '_>, line: &Line<'_>) -> bool {
    if line.text.len() > MAX_LINE_BYTES {
        intake.refuse(line.part(0, 0), || {
            Diagnostic::error(format!(
                "this line has {} bytes; more than {MAX_LINE_BYTES} are not read",
                line.text.len()
            ))
        });
        return false;
    }
    if let Some(at) = line.text.find('\u{FFFD}') {
        intake.refuse(line.part(at, at + 3), || {
            Diagnostic::error("is not UTF-8 here")
                .hint("the line is left out; save the file as UTF-8")
        });
        return false;
    }
    if let Some((at, c)) = line
        .text
        .char_indices()
        .find(|(_, c)| c.is_control() && *c != '\t')
    {
        intake.refuse(line.part(at, at + c.len_utf8()), || {
            Diagnostic::error(format!(
                "the control character U+{:04X} stands here",
                u32::from(c)
            ))
            .hint("the line is left out")
        });
        return false;
    }
    !line.text.trim().is_empty()
}
