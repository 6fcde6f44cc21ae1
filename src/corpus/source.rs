//! Where a document comes from, before anything is read.

use std::path::PathBuf;

/// What the bytes of a source are read from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Input {
    /// A file on disk.
    File(PathBuf),
    /// Standard input.
    StandardInput,
    /// An article of the bundled corpus.
    Sample(&'static str),
}

/// A file that may hold an article, found but not yet read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceRef {
    /// How it is named in output: relative to the folder given, the file name for a file given, `-` for standard input.
    pub path: String,
    /// Where its bytes are.
    pub input: Input,
    /// Whether the reader named it, so that not reading it is an error and not only a warning.
    pub named: bool,
}

impl SourceRef {
    /// Returns the file on disk, if there is one.
    pub fn file(&self) -> Option<&PathBuf> {
        match &self.input {
            Input::File(file) => Some(file),
            Input::StandardInput | Input::Sample(_) => None,
        }
    }

    /// Returns what a complaint about the source calls it: the file as it was given, else [`SourceRef::path`].
    pub fn place(&self) -> PathBuf {
        self.file()
            .cloned()
            .unwrap_or_else(|| PathBuf::from(&self.path))
    }
}
