//! One gazetteer file while it is being read: its text, its place among the layers, and what was wrong with it.

use std::cell::RefCell;

use crate::diagnostic::{Diagnostic, SourceText};
use crate::text::Span;

use super::{Layer, Origin, SourceFile};

/// Marks a span of a gazetteer file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Toml {}

/// A range of bytes of a gazetteer file.
pub(super) type At = Span<Toml>;

/// Complaints of loading kept for one file; beyond that nobody reads them, and each costs memory and time.
const MAX_COMPLAINTS: usize = 200;

/// A file being read.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    /// Position in [`super::Gazetteer::files`].
    pub(super) index: u32,
    /// The file's layer.
    pub(super) layer: Layer,
    /// Its text and lines.
    pub(super) source: SourceText<'a>,
    /// At most this many complaints are kept.
    pub(super) max_complaints: usize,
    complaints: RefCell<Complaints>,
}

#[derive(Debug, Default)]
struct Complaints {
    kept: Vec<Diagnostic>,
    untold: usize,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(index: u32, file: &'a SourceFile, text: &'a str) -> Self {
        Self {
            index,
            layer: file.layer,
            source: SourceText::new(&file.path, text),
            max_complaints: MAX_COMPLAINTS,
            complaints: RefCell::default(),
        }
    }

    /// Keeps a complaint about a range of bytes; it is only drawn up while there is room for it.
    pub(super) fn complain(&self, at: At, draw_up: impl FnOnce() -> Diagnostic) {
        if self.has_room() {
            let complaint = self.source.place(draw_up(), at.range());
            self.complaints.borrow_mut().kept.push(complaint);
        }
    }

    /// Keeps a complaint about the string or word that begins at an origin.
    pub(super) fn complain_at(&self, origin: Origin, draw_up: impl FnOnce() -> Diagnostic) {
        if self.has_room() {
            let complaint = self.source.place_at(draw_up(), origin.line, origin.column);
            self.complaints.borrow_mut().kept.push(complaint);
        }
    }

    fn has_room(&self) -> bool {
        let mut complaints = self.complaints.borrow_mut();
        let has_room = complaints.kept.len() < self.max_complaints;
        complaints.untold += usize::from(!has_room);
        has_room
    }

    /// Returns the line and column of a range of bytes.
    pub(super) fn origin(&self, at: At) -> Origin {
        let (line, column) = self.source.line_and_column(at.start);
        Origin {
            file: self.index,
            line,
            column,
        }
    }

    /// Returns the complaints in the order of the file.
    pub(super) fn into_complaints(self) -> Vec<Diagnostic> {
        let Complaints { mut kept, untold } = self.complaints.into_inner();
        kept.sort_by(|a, b| a.place.cmp(&b.place));
        if untold > 0 {
            kept.push(
                Diagnostic::warning(format!("{untold} more complaints about this file"))
                    .rule("too-many-complaints")
                    .at(self.source.path(), 0, 0),
            );
        }
        kept
    }
}
