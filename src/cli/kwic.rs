//! `ibid kwic ENTITY`: the concordance of an entity.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};
use serde::Serialize;

use super::Status;
use super::arguments::{Format, Selection};
use super::output::{KEYWORD, Output, PLACE, write_records};
use crate::gazetteer::EntityId;
use crate::index::{ConcordanceOrder, KwicLine, Snapshot};
use crate::text::Language;
use crate::text::width::cells;

/// Prints the concordance of an entity: left context, keyword, right context.
#[derive(Debug, Clone, Args)]
pub struct KwicArguments {
    /// Whose: an id, a name in any language, or `kind:id`.
    #[arg(value_name = "ENTITY")]
    pub entity: String,
    /// Files and folders to read; `-` is standard input.
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    #[command(flatten)]
    pub selection: Selection,
    /// Characters of context on either side.
    #[arg(long, value_name = "N", default_value_t = 40)]
    pub context: usize,
    /// What to sort by.
    #[arg(long, value_enum, default_value_t)]
    pub sort: Sort,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What the lines of a concordance are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Sort {
    /// Date, then path, then place in the text.
    #[default]
    Reading,
    /// The words before the keyword.
    Left,
    /// The words after it.
    Right,
    /// The form.
    Form,
}

impl From<Sort> for ConcordanceOrder {
    fn from(sort: Sort) -> Self {
        match sort {
            Sort::Reading => Self::Reading,
            Sort::Left => Self::Left,
            Sort::Right => Self::Right,
            Sort::Form => Self::Form,
        }
    }
}

#[derive(Debug, Serialize)]
struct KwicRecord<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    left: &'a str,
    keyword: &'a str,
    right: &'a str,
    form: &'static str,
    date: Option<String>,
    lang: Option<&'a str>,
}

const HEADER: [&str; 9] = [
    "doc", "start", "end", "left", "keyword", "right", "form", "date", "lang",
];

/// Prints the concordance of an entity.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn run(
    snapshot: &Snapshot,
    entity: EntityId,
    arguments: &KwicArguments,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let lines = snapshot.concordance(entity, arguments.context, arguments.sort.into());
    if arguments.format == Format::Text {
        print_aligned(snapshot, &lines, output)?;
    } else {
        let records = lines.iter().map(|line| record(snapshot, line));
        write_records(output, arguments.format, &HEADER, records)?;
    }
    Ok(Status::found(!lines.is_empty()))
}

fn record<'a>(snapshot: &'a Snapshot, line: &'a KwicLine) -> KwicRecord<'a> {
    let document = snapshot.document(line.doc);
    let mention = snapshot.mention(line.posting);
    KwicRecord {
        doc: &document.path,
        start: mention.span.start,
        end: mention.span.end,
        left: &line.left,
        keyword: &line.keyword,
        right: &line.right,
        form: mention.form.as_str(),
        date: document.trusted_date().map(|date| date.to_string()),
        lang: document.language.as_ref().map(Language::as_str),
    }
}

/// Prints the lines with their keywords below one another.
fn print_aligned(
    snapshot: &Snapshot,
    lines: &[KwicLine],
    output: &mut Output,
) -> anyhow::Result<()> {
    let place = |line: &KwicLine| {
        let start = snapshot.mention(line.posting).span.start;
        format!(
            "{}:{start}",
            Output::listing(&snapshot.document(line.doc).path)
        )
    };
    let left = |line: &KwicLine| Output::listing(&line.left);
    let place_width = lines
        .iter()
        .map(|line| cells(&place(line)))
        .max()
        .unwrap_or(0);
    let left_width = lines
        .iter()
        .map(|line| cells(&left(line)))
        .max()
        .unwrap_or(0);
    for line in lines {
        let (place, left) = (place(line), left(line));
        writeln!(
            output,
            "{PLACE}{place}{PLACE:#}{}  {}{left}{KEYWORD}{}{KEYWORD:#}{}",
            " ".repeat(place_width - cells(&place)),
            " ".repeat(left_width - cells(&left)),
            Output::listing(&line.keyword),
            Output::listing(&line.right),
        )?;
    }
    output.flush()?;
    Ok(())
}
