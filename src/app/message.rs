//! What can arrive, and what the app may ask of the world.

use std::path::PathBuf;
use std::sync::Arc;

use super::geometry::Size;
use crate::config::{Key, KeyMap, Settings};
use crate::corpus::{DocId, Document};
use crate::diagnostic::Diagnostic;
use crate::index::{Location, Snapshot};

/// Everything that can arrive.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The screen has another size.
    Resize(Size),
    /// The first document is read; nothing is matched yet.
    FirstDocument(Arc<Document>),
    /// Reading goes on.
    Progress(Progress),
    /// More documents, or another gazetteer, are indexed. One of an older generation than that in force is dropped.
    SnapshotReady(Arc<Snapshot>),
    /// The complaints of one source, in place of those it had before; an empty list says that all is well.
    Problems(ProblemSource, Vec<Diagnostic>),
    /// The settings and keys changed on disk.
    SettingsChanged(Box<Settings>, Box<KeyMap>),
    /// The answer to [`Effect::Explain`].
    Explained(Explanation),
    /// The answer to [`Effect::FilterArticles`].
    Filtered {
        /// What was asked for.
        query: String,
        /// The articles that contain it, in reading order.
        documents: Vec<DocId>,
    },
    /// An effect could not be carried out.
    Failed(Diagnostic),
}

/// How far reading has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Files read and indexed.
    pub read: usize,
    /// Files found so far.
    pub total: usize,
}

/// Whose complaints replace each other; those of the corpus come with the snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProblemSource {
    /// The gazetteer files: while one is in error, the last good ones stay in force.
    Gazetteer,
    /// The settings, key map and theme: while one is in error, the last good ones stay in force.
    Settings,
    /// Watching files, the editor, and whatever else.
    World,
}

/// Why a place is lit, or is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The place asked about.
    pub location: Location,
    /// The answer, a line each.
    pub lines: Vec<String>,
}

/// What the mouse did, and over which cell, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub kind: MouseKind,
    /// Which column.
    pub column: u16,
    /// Which row.
    pub row: u16,
}

/// What the mouse can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseKind {
    /// The left button was pressed.
    Click,
    /// The wheel was turned towards the reader.
    WheelDown,
    /// The wheel was turned away from the reader.
    WheelUp,
}

/// Everything the app may ask of the world. A value, so that a test compares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Say why the text at a place is lit or not; answered by [`Message::Explained`].
    Explain {
        /// The place.
        location: Location,
    },
    /// Find the articles that contain a text, as [`super::articles::containing`] does; answered by [`Message::Filtered`].
    FilterArticles {
        /// The text or regular expression.
        query: String,
    },
    /// Open the editor on a file, the reader stepping aside meanwhile.
    Edit {
        /// Which file.
        path: PathBuf,
        /// Which line, from 1; 0 is anywhere.
        line: u32,
    },
    /// Draw the whole screen anew.
    Redraw,
    /// Give the terminal back and stop the process until it is continued.
    Suspend,
    /// Leave.
    Quit,
}
