//! One article: its text and what is known of it.

use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::text::Language;

/// A calendar day.
pub type Date = jiff::civil::Date;

/// Names a document by its content, so that it stays the same when the file moves; a second document of the same content in one corpus
/// gets the next free number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocId(pub u64);

impl fmt::Debug for DocId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// What a document's date was read from, the most trustworthy first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateEvidence {
    /// Front matter of a Markdown or text file.
    FrontMatter,
    /// Metadata of the page (`article:published_time`, `<time>` …) or of the file format.
    Metadata,
    /// A JSON-LD block of the page.
    JsonLd,
    /// A date line at the head of the text.
    Dateline,
    /// The address of the page.
    Url,
    /// The name of the file or of its folders.
    FileName,
    /// When the file was last changed: good for sorting, worthless for who was president.
    Modified,
}

impl DateEvidence {
    /// Returns the words for "the date comes from …".
    pub const fn describe(self) -> &'static str {
        match self {
            Self::FrontMatter => "front matter",
            Self::Metadata => "metadata",
            Self::JsonLd => "JSON-LD",
            Self::Dateline => "dateline",
            Self::Url => "URL",
            Self::FileName => "file name",
            Self::Modified => "modification time",
        }
    }

    /// Returns whether the date says when the article was written, so that an office's holder may be read from it.
    pub fn is_trustworthy(self) -> bool {
        self != Self::Modified
    }
}

/// A date and what it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dated {
    /// The day.
    pub date: Date,
    /// Where it was found.
    pub evidence: DateEvidence,
}

/// One article. Offsets anywhere in the program are byte offsets into [`Document::text`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its id, from its content.
    pub id: DocId,
    /// How it is named in output: relative to the folder given, the file name for a file given, `-` for standard input.
    pub path: String,
    /// The file on disk; `None` for standard input and the bundled corpus.
    pub file: Option<PathBuf>,
    /// The title as the document gives it, not yet made safe for a terminal.
    pub title: String,
    /// The day it was published, if anything tells.
    pub dated: Option<Dated>,
    /// Declared or detected.
    pub language: Option<Language>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// The text, byte for byte the file's for UTF-8 plain text.
    pub text: Arc<str>,
}

impl Document {
    /// Returns the date that the holder of an office may be read from.
    pub fn trusted_date(&self) -> Option<Date> {
        self.dated
            .filter(|dated| dated.evidence.is_trustworthy())
            .map(|dated| dated.date)
    }
}
