//! The arguments that several verbs take.

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::corpus::{Date, Document};
use crate::text::Language;

/// What to read, and what to keep of it.
#[derive(Debug, Clone, Default, Args)]
pub struct CorpusArguments {
    /// Files and folders to read; `-` is standard input. None: the corpus of the settings, else the bundled sample.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub selection: Selection,
}

/// What is kept of the documents, and what they are matched with.
#[derive(Debug, Clone, Default, Args)]
pub struct Selection {
    /// Gazetteer file laid over all others; may be given several times.
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub gazetteer: Vec<PathBuf>,
    /// Only documents of this day or later (YYYY-MM-DD).
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub since: Option<Date>,
    /// Only documents of this day or earlier (YYYY-MM-DD).
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    pub until: Option<Date>,
    /// Only documents in this language (`fr`); may be given several times.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub lang: Vec<Language>,
}

impl Selection {
    /// Returns whether a document is wanted. One without a date is not when a date is asked for.
    pub fn wants(&self, document: &Document) -> bool {
        let date = document.trusted_date();
        let from = self
            .since
            .is_none_or(|since| date.is_some_and(|date| since <= date));
        let to = self
            .until
            .is_none_or(|until| date.is_some_and(|date| date <= until));
        let in_language = self.lang.is_empty()
            || document
                .language
                .is_some_and(|language| self.lang.contains(&language));
        from && to && in_language
    }
}

/// How records are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// A JSON object a line.
    Jsonl,
    /// Comma-separated values with a header.
    Csv,
}

/// When to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Color {
    /// When the output is a terminal, and `NO_COLOR` is not set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

fn parse_date(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is no day; write it as 2022-06-29"))
}

pub(super) fn parse_language(text: &str) -> Result<Language, String> {
    text.parse().map_err(|error| format!("`{text}` is {error}"))
}
