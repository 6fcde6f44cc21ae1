//! An entity's entry in the gazetteer: every form with the place that put it there.

use std::path::PathBuf;

use super::rows::Rows;
use crate::gazetteer::AliasClass;
use crate::text::Language;

/// A line of the entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryRow {
    /// What it says: a form, or a fact of the entity.
    pub text: String,
    /// The list it stands in; `None` for the entry's own head.
    pub class: Option<AliasClass>,
    /// The language of documents that a form is valid in; `None` is every language.
    pub language: Option<Language>,
    /// The file it stands in.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: u32,
    /// Whether the file is the reader's, so that an editor can open it.
    pub editable: bool,
}

/// An entry.
#[derive(Debug, Clone, Default)]
pub struct Entry {
    /// The entity's id in the gazetteer.
    pub id: String,
    /// How it is written in a file: `organisation.nato`.
    pub header: String,
    /// Its canonical name.
    pub name: String,
    /// The lines.
    pub lines: Vec<EntryRow>,
    /// The selected line.
    pub rows: Rows,
}
