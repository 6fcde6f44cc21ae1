//! `ibid entities`: who appears, how often, in how many documents, from when to when.

use std::collections::BTreeMap;
use std::io::Write as _;

use clap::Args;
use serde::Serialize;

use super::Status;
use super::arguments::{CorpusArguments, Format};
use super::output::{FACT, KEYWORD, Output, write_records};
use crate::corpus::Date;
use crate::gazetteer::EntityId;
use crate::index::{FormCounts, Snapshot};
use crate::text::width::cells;

/// Prints who appears: mentions by form, documents, first and last date.
#[derive(Debug, Clone, Args)]
pub struct EntitiesArguments {
    #[command(flatten)]
    pub corpus: CorpusArguments,
    /// Only entities of this kind (`state`); may be given several times.
    #[arg(long, value_name = "KIND")]
    pub kind: Vec<String>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Debug, Serialize)]
struct EntityRecord<'a> {
    entity: &'a str,
    kind: &'a str,
    name: &'a str,
    wikidata: Option<&'a str>,
    mentions: u32,
    forms: Forms,
    documents: usize,
    first: Option<String>,
    last: Option<String>,
}

/// Mentions by form: an object in JSON, `name=3 acronym=1` in CSV.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Forms {
    Counts(BTreeMap<&'static str, u32>),
    Joined(String),
}

const HEADER: [&str; 9] = [
    "entity",
    "kind",
    "name",
    "wikidata",
    "mentions",
    "forms",
    "documents",
    "first",
    "last",
];

/// Prints the entities of a snapshot, the most frequent first.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn run(
    snapshot: &Snapshot,
    arguments: &EntitiesArguments,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let entities: Vec<EntityId> = snapshot
        .entities()
        .into_iter()
        .filter(|&entity| {
            arguments.kind.is_empty()
                || arguments
                    .kind
                    .contains(&snapshot.gazetteer.kind_of(entity).id)
        })
        .collect();
    if arguments.format == Format::Text {
        print_table(snapshot, &entities, output)?;
    } else {
        let records = entities
            .iter()
            .map(|&entity| record(snapshot, entity, arguments.format));
        write_records(output, arguments.format, &HEADER, records)?;
    }
    Ok(Status::found(!entities.is_empty()))
}

fn record(snapshot: &Snapshot, id: EntityId, format: Format) -> EntityRecord<'_> {
    let entity = snapshot.gazetteer.entity(id);
    let counts = snapshot.form_counts(id);
    let (first, last) = dates(snapshot, id);
    EntityRecord {
        entity: &entity.id,
        kind: &snapshot.gazetteer.kind_of(id).id,
        name: &entity.name,
        wikidata: entity.qid.as_deref(),
        mentions: counts.total(),
        forms: if format == Format::Csv {
            Forms::Joined(joined(&counts, "="))
        } else {
            Forms::Counts(
                counts
                    .iter()
                    .map(|(form, count)| (form.as_str(), count))
                    .collect(),
            )
        },
        documents: snapshot.document_counts(id).len(),
        first: first.map(|date| date.to_string()),
        last: last.map(|date| date.to_string()),
    }
}

fn joined(counts: &FormCounts, sign: &str) -> String {
    let forms: Vec<String> = counts
        .iter()
        .map(|(form, count)| format!("{}{sign}{count}", form.as_str()))
        .collect();
    forms.join(" ")
}

/// Returns the first and the last day on which documents mention an entity.
fn dates(snapshot: &Snapshot, entity: EntityId) -> (Option<Date>, Option<Date>) {
    let counts = snapshot.document_counts(entity);
    let dates = || {
        counts
            .iter()
            .filter_map(|&(doc, _)| snapshot.document(doc).trusted_date())
    };
    (dates().min(), dates().max())
}

/// Prints the mentions, the documents, the name, the kind and the forms of each entity in columns.
fn print_table(
    snapshot: &Snapshot,
    entities: &[EntityId],
    output: &mut Output,
) -> anyhow::Result<()> {
    let name_of = |id: EntityId| Output::listing(&snapshot.gazetteer.entity(id).name);
    let width = entities
        .iter()
        .map(|&id| cells(&name_of(id)))
        .max()
        .unwrap_or(0);
    for &id in entities {
        let name = name_of(id);
        let padding = " ".repeat(width - cells(&name));
        let counts = snapshot.form_counts(id);
        let kind = &snapshot.gazetteer.kind_of(id).id;
        let n_documents = snapshot.document_counts(id).len();
        let period = match dates(snapshot, id) {
            (Some(first), Some(last)) if first == last => format!("  {first}"),
            (Some(first), Some(last)) => format!("  {first} – {last}"),
            _ => String::new(),
        };
        writeln!(
            output,
            "{:>6} in {n_documents:>4}  {KEYWORD}{name}{KEYWORD:#}{padding}  {FACT}{kind:<12}{FACT:#}  {}{period}",
            counts.total(),
            joined(&counts, " "),
        )?;
    }
    output.flush()?;
    Ok(())
}
