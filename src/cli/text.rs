//! `ibid text PATH`: a document's text, as all offsets count it.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::Status;
use super::output::Output;
use crate::corpus::Document;

/// Prints the text of documents: cleaned for a terminal when standard output is one, verbatim otherwise.
#[derive(Debug, Clone, Args)]
pub struct TextArguments {
    /// Files and folders to read; `-` is standard input.
    #[arg(value_name = "PATH", required = true, value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
}

/// Prints the text of each document, one after the other.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn run<'a>(
    documents: impl Iterator<Item = &'a Document>,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let mut found = false;
    for document in documents {
        found = true;
        output.document(&document.text)?;
    }
    output.flush()?;
    Ok(Status::found(found))
}
