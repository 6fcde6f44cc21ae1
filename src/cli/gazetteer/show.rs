//! `ibid gazetteer show`: all that is known of an entity, or how much is known in all.

use std::io::Write as _;

use clap::Args;
use serde::Serialize;

use super::super::load::complain_of_all;
use super::super::output::{FACT, KEYWORD, Output, PLACE};
use super::super::{Status, find};
use super::{RecordFormat, stats};
use crate::config::gazetteer_files::{GazetteerSources, load_gazetteer};
use crate::gazetteer::{EntityId, Gazetteer, Origin, ShownRow, describe, statistics};
use crate::text::Language;

/// The arguments of `ibid gazetteer show`.
#[derive(Debug, Clone, Args)]
pub struct ShowArguments {
    /// An id (`nato`), `kind:id`, or a name or form in any language.
    #[arg(required_unless_present = "stats")]
    pub entity: Vec<String>,
    /// Print how many entities, forms, masks, titles, offices and holders there are instead.
    #[arg(long, conflicts_with = "entity")]
    pub stats: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t)]
    pub format: RecordFormat,
}

/// Prints the entities, or the statistics.
pub(super) fn run(
    arguments: &ShowArguments,
    sources: &GazetteerSources,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let (gazetteer, complaints) = load_gazetteer(sources);
    let mut has_error = complain_of_all(&complaints);
    if arguments.stats {
        stats::print(&statistics(&gazetteer), arguments.format, output)?;
    }
    for (index, written) in arguments.entity.iter().enumerate() {
        let Some(id) = find(&gazetteer, written) else {
            has_error = true;
            continue;
        };
        match arguments.format {
            RecordFormat::Text => {
                if index > 0 {
                    writeln!(output)?;
                }
                print_rows(&gazetteer, id, output)?;
            }
            RecordFormat::Jsonl => write_rows(&gazetteer, id, output)?,
        }
    }
    output.flush()?;
    Ok(if has_error {
        Status::Error
    } else {
        Status::Found
    })
}

fn print_rows(gazetteer: &Gazetteer, id: EntityId, output: &mut Output) -> anyhow::Result<()> {
    for row in describe(gazetteer, id) {
        let key = match row.language {
            Some(language) => format!("{}.{language}", row.key),
            None if row.is_of_forms() => format!("{}.*", row.key),
            None => row.key.to_owned(),
        };
        let values = Output::listing(&row.values.join(", "));
        let values = if row.key == "name" {
            format!("{KEYWORD}{values}{KEYWORD:#}")
        } else {
            values
        };
        write!(output, "{FACT}{key:<14}{FACT:#}{values}")?;
        if let Some(origin) = row.origin {
            let (path, line) = (Output::listing(&path_of(gazetteer, origin)), origin.line);
            write!(output, "  {PLACE}{path}:{line}{PLACE:#}")?;
        }
        writeln!(output)?;
    }
    Ok(())
}

/// A line about an entity; the order of the keys is part of the format.
#[derive(Serialize)]
struct Record<'a> {
    entity: &'a str,
    key: &'a str,
    lang: Option<&'a str>,
    values: &'a [String],
    path: Option<String>,
    line: Option<u32>,
    column: Option<u32>,
}

fn write_rows(gazetteer: &Gazetteer, id: EntityId, output: &mut Output) -> anyhow::Result<()> {
    let entity = &gazetteer.entity(id).id;
    for ShownRow {
        key,
        language,
        values,
        origin,
    } in describe(gazetteer, id)
    {
        let record = Record {
            entity,
            key,
            lang: language.as_ref().map(Language::as_str),
            values: &values,
            path: origin.map(|origin| path_of(gazetteer, origin)),
            line: origin.map(|origin| origin.line),
            column: origin.map(|origin| origin.column),
        };
        output.json(&record)?;
    }
    Ok(())
}

fn path_of(gazetteer: &Gazetteer, origin: Origin) -> String {
    let file = gazetteer.files.get(origin.file as usize);
    file.map(|file| file.path.to_string_lossy().into_owned())
        .unwrap_or_default()
}
