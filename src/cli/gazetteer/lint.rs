//! `ibid gazetteer lint`: what is wrong or doubtful in gazetteer files.
//!
//! The exit status is 0 when nothing is, 1 when something is, 2 when a file could not be read.

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, ValueHint};
use serde::Serialize;

use super::super::Status;
use super::super::complaint::render;
use super::super::load::complain_of_all;
use super::super::output::{FACT, Output};
use super::{RecordFormat, articles};
use crate::config::gazetteer_files::{GazetteerSources, read_gazetteer};
use crate::corpus::Date;
use crate::corpus::discover::discover;
use crate::diagnostic::{Diagnostic, Severity};
use crate::gazetteer::{Layer, RULES, SourceFile, lint};

/// The arguments of `ibid gazetteer lint`.
#[derive(Debug, Clone, Args)]
pub struct LintArguments {
    /// Files to look at, laid over all others. None: all files of your own.
    ///
    /// With `--corpus` the articles are looked at, too: which forms are not in them, or stay uncertain, or are ordinary words there.
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Look at the files that come with the program, too.
    #[arg(long, conflicts_with = "files")]
    pub bundled: bool,
    /// Print the rules and what breaks them instead.
    #[arg(long, conflicts_with_all = ["files", "bundled"])]
    pub rules: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub format: RecordFormat,
}

/// Prints the complaints about the files that are asked for.
pub(super) fn run(
    arguments: &LintArguments,
    sources: &GazetteerSources,
    corpus: &[PathBuf],
    today: Date,
    output: &mut Output,
) -> anyhow::Result<Status> {
    if arguments.rules {
        return print_rules(arguments.format, output);
    }
    let mut sources = sources.clone();
    sources.given.extend(arguments.files.iter().cloned());
    let (files, mut complaints) = read_gazetteer(&sources);
    let mut is_unreadable = !complaints.is_empty();
    let is_wanted = |file: &SourceFile| is_asked_for(file, arguments);
    complaints.extend(lint(&files, is_wanted, today));
    if !corpus.is_empty() {
        let discovery = discover(corpus);
        is_unreadable |= complain_of_all(&discovery.problems);
        let (of_articles, problems) =
            articles::complaints(&files, is_wanted, &discovery.sources, today);
        is_unreadable |= complain_of_all(&problems);
        complaints.extend(of_articles);
    }
    for complaint in &complaints {
        match arguments.format {
            RecordFormat::Text => output.write_all(render(complaint).as_bytes())?,
            RecordFormat::Jsonl => {
                output.json(&Record::of(complaint))?;
            }
        }
    }
    output.flush()?;
    Ok(match (is_unreadable, complaints.is_empty()) {
        (true, _) => Status::Error,
        (false, true) => Status::Found,
        (false, false) => Status::Nothing,
    })
}

/// Returns whether a file is to be looked at.
fn is_asked_for(file: &SourceFile, arguments: &LintArguments) -> bool {
    if arguments.files.is_empty() {
        arguments.bundled || file.layer != Layer::Bundled
    } else {
        arguments.files.contains(&file.path)
    }
}

/// A complaint; the order of the keys is part of the format.
#[derive(Serialize)]
struct Record<'a> {
    severity: String,
    rule: Option<&'static str>,
    path: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
    message: &'a str,
    hint: Option<&'a str>,
    entity: Option<&'a str>,
    form: Option<&'a str>,
    other: Option<&'a str>,
}

impl<'a> Record<'a> {
    fn of(complaint: &'a Diagnostic) -> Self {
        let place = complaint.place.as_ref();
        Self {
            severity: Severity::to_string(&complaint.severity),
            rule: complaint.rule,
            path: place.map(|place| place.path.to_string_lossy().into_owned()),
            line: place.map(|place| place.line).filter(|line| *line > 0),
            column: place.map(|place| place.column).filter(|column| *column > 0),
            message: &complaint.message,
            hint: complaint.hint.as_deref(),
            entity: complaint.about_of("entity"),
            form: complaint.about_of("form"),
            other: complaint.about_of("other"),
        }
    }
}

/// A rule; the order of the keys is part of the format.
#[derive(Serialize)]
struct RuleRecord {
    rule: &'static str,
    broken_by: &'static str,
}

fn print_rules(format: RecordFormat, output: &mut Output) -> anyhow::Result<Status> {
    for (rule, broken_by) in RULES {
        match format {
            RecordFormat::Text => writeln!(output, "{FACT}{rule:<20}{FACT:#} {broken_by}")?,
            RecordFormat::Jsonl => output.json(&RuleRecord { rule, broken_by })?,
        }
    }
    output.flush()?;
    Ok(Status::Found)
}
