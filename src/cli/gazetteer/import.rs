//! `ibid gazetteer import`: a list of another program as a gazetteer file.
//!
//! The exit status is 0 when something was imported, 1 when the list says nothing new, 2 when a part of it could not be used.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueHint};

use super::super::Status;
use super::super::arguments::parse_language;
use super::super::complaint::complain;
use super::super::load::complain_of_all;
use super::super::output::Output;
use super::formats::{format_names, format_parser};
use super::save::save;
use crate::config::gazetteer_files::{GazetteerSources, load_gazetteer};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::exchange::{Defaults, Format, Tally, companions, import};
use crate::text::Language;

/// A list larger than this is refused; all of JRC-Names has some 50 MB.
const MAX_BYTES: u64 = 512 * 1024 * 1024;

/// The arguments of `ibid gazetteer import`.
#[derive(Debug, Clone, Args)]
pub struct ImportArguments {
    /// The list; `-` is standard input. A GATE gazetteer is its `lists.def` or its folder.
    #[arg(value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub file: PathBuf,
    /// The format, where the file name and the first line do not tell it.
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(|_| true))]
    pub from: Option<Format>,
    /// The kind of entities of which the list does not say it: `leader`, `state`, `organisation`, or one of your own.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// The language of forms of which the list does not say it (`fr`). None: every language.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub lang: Option<Language>,
    /// Where to write it. None: standard output.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Write over a file that is there.
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// Reads the list and writes what is new in it.
pub(super) fn run(
    arguments: &ImportArguments,
    sources: &GazetteerSources,
    output: &mut Output,
) -> anyhow::Result<Status> {
    if let Some(complaint) = arguments.kind.as_deref().and_then(flaw_of_kind) {
        complain(&complaint);
        return Ok(Status::Error);
    }
    let path = if arguments.file.is_dir() {
        arguments.file.join("lists.def")
    } else {
        arguments.file.clone()
    };
    let bytes = match read(&path) {
        Ok(bytes) => bytes,
        Err(error) => {
            complain(&Diagnostic::error(format!("cannot be read: {error}")).at(&path, 0, 0));
            return Ok(Status::Error);
        }
    };
    let Some(format) = arguments.from.or_else(|| Format::of(&path, &bytes)) else {
        complain(
            &Diagnostic::error("the format cannot be told by the name and the first line")
                .at(&path, 0, 0)
                .hint(format!("say it with `--from`: {}", format_names(|_| true))),
        );
        return Ok(Status::Error);
    };
    let beside = companions(format, &bytes)
        .into_iter()
        .map(|name| path.with_file_name(name));
    let mut files = vec![(path.clone(), bytes)];
    // A list that cannot be read is missed, and complained of, at the line that names it.
    files.extend(beside.filter_map(|path| Some((path.clone(), read(&path).ok()?))));
    // What the reader's own files know is no reason to leave a form out: the import may be about to replace one of them.
    let known = GazetteerSources {
        given: sources.given.clone(),
        ..GazetteerSources::default()
    };
    let (known, complaints) = load_gazetteer(&known);
    complain_of_all(&complaints);
    let defaults = Defaults {
        kind: arguments.kind.clone(),
        language: arguments.lang,
    };
    let imported = import(&files, format, &defaults, &known);
    let has_error = complain_of_all(&imported.complaints);
    let is_empty = imported.toml.is_empty();
    match &arguments.output {
        _ if is_empty => {}
        Some(path) => save(path, imported.toml.as_bytes(), arguments.force)?,
        None => {
            output.document(&imported.toml)?;
            io::Write::flush(output)?;
        }
    }
    super::tell(&summary(&imported.tally));
    Ok(match (has_error, is_empty) {
        (true, _) => Status::Error,
        (false, true) => Status::Nothing,
        (false, false) => Status::Found,
    })
}

fn flaw_of_kind(kind: &str) -> Option<Diagnostic> {
    let is_word = !kind.is_empty()
        && kind
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    (!is_word).then(|| {
        Diagnostic::error(format!("`{kind}` is no kind"))
            .hint("a kind is made of letters, digits, `-` and `_`")
    })
}

fn read(path: &Path) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if path.as_os_str() == "-" {
        io::stdin()
            .lock()
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)?;
    } else {
        File::open(path)?
            .take(MAX_BYTES + 1)
            .read_to_end(&mut bytes)?;
    }
    let size = u64::try_from(bytes.len()).context("too large")?;
    anyhow::ensure!(size <= MAX_BYTES, "it has more than {MAX_BYTES} bytes");
    Ok(bytes)
}

/// Returns what became of the list, in one line.
fn summary(tally: &Tally) -> String {
    let Tally {
        new,
        extended,
        unchanged,
        forms,
        known_forms,
        repeated,
        left_out,
    } = tally;
    let mut parts = vec![format!(
        "{new} new and {extended} known entities get {forms} forms"
    )];
    for (n, what) in [
        (unchanged, "entities are known with all they have"),
        (known_forms, "forms are known already"),
        (repeated, "forms come twice"),
        (left_out, "rows or forms are left out"),
    ] {
        if *n > 0 {
            parts.push(format!("{n} {what}"));
        }
    }
    format!("{}.", parts.join("; "))
}
