//! The pile of articles: finding files, reading them, and what each document says of itself.
//!
//! `discover` is the only file here that touches the disk; formats are given bytes. Reading never fails as a whole: what cannot be read
//! costs one [`Diagnostic`]. Nothing here knows of entities.

mod document;

pub use document::{Date, DateEvidence, Dated, DocId, Document};

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
