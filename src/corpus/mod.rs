//! The pile of articles: finding files, reading them, and what each document says of itself.
//!
//! `discover` is the only file here that touches the disk; formats are given bytes. Reading never fails as a whole: what cannot be read
//! costs one [`Diagnostic`]. Nothing here knows of entities.
//!
//! The way of a document: [`discover::discover`] finds a [`SourceRef`], [`discover::read_bytes`] its bytes, [`decode`] their encoding, a
//! file of [`format`] its text and facts, and [`read()`] puts them together with a date and a language.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod date;
mod date_text;
pub mod decode;
pub mod discover;
mod document;
pub mod format;
mod id;
pub mod language;
mod read;
mod sample;
mod source;

pub use document::{Date, DateEvidence, Dated, DocId, Document};
pub use id::DocIds;
pub use read::{is_guarded, read};
pub use sample::sample_sources;
pub use source::{Input, SourceRef};

use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// The documents in reading order (by date, then path; undated ones last) and what could not be read.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// What the corpus is called on the screen: the folder's name, or `5 files`.
    pub name: String,
    /// The documents in reading order.
    pub documents: Vec<Arc<Document>>,
    /// One complaint for each file that could not be read, or not wholly.
    pub problems: Vec<Diagnostic>,
}
