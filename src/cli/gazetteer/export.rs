//! `ibid gazetteer export`: entities as a list for another program.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::{Args, ValueEnum, ValueHint};

use super::super::arguments::parse_language;
use super::super::complaint::complain;
use super::super::load::complain_of_all;
use super::super::output::Output;
use super::super::{Status, find};
use super::formats::{format_names, format_parser};
use super::save::save;
use crate::config::gazetteer_files::{GazetteerSources, read_gazetteer};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::exchange::{Choice, Exported, Format, export, own_statements};
use crate::gazetteer::{Gazetteer, nearest};
use crate::text::Language;

/// The arguments of `ibid gazetteer export`.
#[derive(Debug, Clone, Args)]
pub struct ExportArguments {
    /// Only these: an id (`nato`), `kind:id`, or a name or form in any language. None: all.
    pub entity: Vec<String>,
    /// The format, where the name after `-o` does not tell it.
    #[arg(long, value_name = "FORMAT", value_parser = format_parser(Format::is_written))]
    pub to: Option<Format>,
    /// Only entities of this kind; may be given several times.
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// Only forms of this language (`fr`), and of every language; may be given several times.
    #[arg(long, value_name = "LANG", value_parser = parse_language)]
    pub lang: Vec<Language>,
    /// Only what your own files say.
    #[arg(long)]
    pub own: bool,
    /// What the label is where a format has nothing else.
    #[arg(long, value_enum, default_value_t)]
    pub label: Label,
    /// Where to write it; for GATE a folder. None: standard output.
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::AnyPath)]
    pub output: Option<PathBuf>,
    /// Write over files that are there.
    #[arg(long, requires = "output")]
    pub force: bool,
}

/// What a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum Label {
    /// The kind: `organisation`.
    #[default]
    Kind,
    /// The entity: `organisation:nato`.
    Entity,
}

/// Writes the entities and says what the format cannot carry.
pub(super) fn run(
    arguments: &ExportArguments,
    sources: &GazetteerSources,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let Some(format) = format(arguments) else {
        return Ok(Status::Error);
    };
    let (files, mut complaints) = read_gazetteer(sources);
    let statements = own_statements(&files);
    let (gazetteer, wrong) = Gazetteer::load(files);
    complaints.extend(wrong);
    let has_error = complain_of_all(&complaints);
    let Some(choice) = choice(arguments, &gazetteer) else {
        return Ok(Status::Error);
    };
    let Some(exported) = export(&gazetteer, &choice, &statements, format) else {
        return Ok(Status::Error);
    };
    let is_empty = exported.files.iter().all(|(_, text)| text.is_empty());
    if !is_empty {
        write(&exported, format, arguments, output)?;
    }
    for loss in &exported.losses {
        complain(&Diagnostic::warning(loss));
    }
    let Exported {
        entities, forms, ..
    } = exported;
    super::tell(&format!(
        "{entities} entities with {forms} forms are exported."
    ));
    Ok(match (has_error, is_empty) {
        (true, _) => Status::Error,
        (false, true) => Status::Nothing,
        (false, false) => Status::Found,
    })
}

fn format(arguments: &ExportArguments) -> Option<Format> {
    let by_name = || {
        arguments
            .output
            .as_deref()
            .and_then(|path| Format::of(path, b""))
    };
    let format = arguments.to.or_else(by_name);
    let complaint = match (format, &arguments.output) {
        (None, _) => Diagnostic::error("the format is not said").hint(format!(
            "say it with `--to`: {}",
            format_names(Format::is_written)
        )),
        (Some(Format::Gate), None) => Diagnostic::error("a GATE gazetteer is several files")
            .hint("say where with `-o FOLDER`"),
        (Some(format), _) => return Some(format),
    };
    complain(&complaint);
    None
}

fn choice(arguments: &ExportArguments, gazetteer: &Gazetteer) -> Option<Choice> {
    let kinds = || gazetteer.kinds.iter().map(|kind| kind.id.as_str());
    if let Some(unknown) = arguments
        .kind
        .iter()
        .find(|kind| !kinds().any(|known| known == *kind))
    {
        let mut complaint = Diagnostic::error(format!("unknown kind `{unknown}`"));
        let all = || {
            format!(
                "the kinds are `{}`",
                kinds().collect::<Vec<_>>().join("`, `")
            )
        };
        let near = nearest(unknown, kinds()).map(|near| format!("did you mean `{near}`?"));
        complaint.hint = Some(near.unwrap_or_else(all));
        complain(&complaint);
        return None;
    }
    let entities = arguments.entity.iter();
    Some(Choice {
        entities: entities
            .map(|written| find(gazetteer, written))
            .collect::<Option<_>>()?,
        kinds: arguments.kind.clone(),
        languages: arguments.lang.clone(),
        own: arguments.own,
        label_is_entity: arguments.label == Label::Entity,
    })
}

fn write(
    exported: &Exported,
    format: Format,
    arguments: &ExportArguments,
    output: &mut Output,
) -> anyhow::Result<()> {
    match (&arguments.output, &exported.files[..]) {
        (Some(path), files) if format == Format::Gate => write_folder(path, files, arguments.force),
        (Some(path), [(_, text)]) => save(path, text.as_bytes(), arguments.force),
        (None, [(_, text)]) => {
            output.document(text)?;
            Ok(output.flush()?)
        }
        (_, files) => anyhow::bail!("{} files and one place for them", files.len()),
    }
}

/// Writes files into a folder; unless told to, none of them over another, and none at all if one would be.
fn write_folder(path: &Path, files: &[(String, String)], force: bool) -> anyhow::Result<()> {
    let folder = match path.parent() {
        Some(parent) if path.extension().is_some_and(|ending| ending == "def") => parent,
        _ => path,
    };
    fs::create_dir_all(folder).with_context(|| format!("cannot create `{}`", folder.display()))?;
    let there = files.iter().find(|(name, _)| folder.join(name).exists());
    if let (Some((name, _)), false) = (there, force) {
        anyhow::bail!(
            "`{}` is there already; `--force` writes over it",
            folder.join(name).display()
        );
    }
    for (name, text) in files {
        save(&folder.join(name), text.as_bytes(), force)?;
    }
    Ok(())
}
