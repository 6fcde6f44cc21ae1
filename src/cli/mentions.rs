//! `ibid mentions`: every mention, in reading order.

use std::io::Write as _;

use clap::Args;
use serde::Serialize;

use super::Status;
use super::arguments::{CorpusArguments, Format};
use super::output::{FACT, KEYWORD, Output, PLACE, write_records};
use crate::corpus::Document;
use crate::gazetteer::{EntityId, Gazetteer};
use crate::index::Snapshot;
use crate::matcher::Mention;
use crate::text::Language;

/// Prints every mention, in reading order.
#[derive(Debug, Clone, Args)]
pub struct MentionsArguments {
    #[command(flatten)]
    pub corpus: CorpusArguments,
    /// Only mentions of this entity: an id, a name in any language, or `kind:id`; may be given several times.
    #[arg(long, short, value_name = "ENTITY")]
    pub entity: Vec<String>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// One mention as it is printed; the order of the keys is a promise.
#[derive(Debug, Serialize)]
struct MentionRecord<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    entity: &'a str,
    kind: &'a str,
    name: &'a str,
    form: &'static str,
    wikidata: Option<&'a str>,
    lang: Option<&'a str>,
    certainty: &'static str,
    candidates: Candidates<'a>,
}

/// The other entities an uncertain mention may be: a list in JSON, joined by spaces in CSV.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Candidates<'a> {
    List(Vec<&'a str>),
    Joined(String),
}

const HEADER: [&str; 12] = [
    "doc",
    "start",
    "end",
    "text",
    "entity",
    "kind",
    "name",
    "form",
    "wikidata",
    "lang",
    "certainty",
    "candidates",
];

/// Prints the mentions of a snapshot, of some entities only unless `entities` is empty.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn run(
    snapshot: &Snapshot,
    entities: &[EntityId],
    format: Format,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let wanted = |mention: &Mention| entities.is_empty() || entities.contains(&mention.entity);
    let mentions = || {
        snapshot.documents().flat_map(|(doc, document)| {
            let mentions = snapshot
                .mentions(doc)
                .iter()
                .filter(|mention| wanted(mention));
            mentions.map(move |mention| (document, mention))
        })
    };
    if format == Format::Text {
        for (document, mention) in mentions() {
            print_line(output, snapshot, document, mention)?;
        }
        output.flush()?;
    } else {
        let records = mentions()
            .map(|(document, mention)| record(&snapshot.gazetteer, document, mention, format));
        write_records(output, format, &HEADER, records)?;
    }
    Ok(Status::found(mentions().next().is_some()))
}

fn record<'a>(
    gazetteer: &'a Gazetteer,
    document: &'a Document,
    mention: &Mention,
    format: Format,
) -> MentionRecord<'a> {
    let entity = gazetteer.entity(mention.entity);
    let candidates = mention
        .candidates
        .iter()
        .map(|&candidate| gazetteer.entity(candidate).id.as_str());
    MentionRecord {
        doc: &document.path,
        start: mention.span.start,
        end: mention.span.end,
        text: mention.span.of(&document.text).unwrap_or_default(),
        entity: &entity.id,
        kind: &gazetteer.kind_of(mention.entity).id,
        name: &entity.name,
        form: mention.form.as_str(),
        wikidata: entity.qid.as_deref(),
        lang: document.language.as_ref().map(Language::as_str),
        certainty: mention.certainty.as_str(),
        candidates: if format == Format::Csv {
            Candidates::Joined(candidates.collect::<Vec<_>>().join(" "))
        } else {
            Candidates::List(candidates.collect())
        },
    }
}

/// Prints a mention as `doc:start-end: text Name (kind, form; or another)`.
fn print_line(
    output: &mut Output,
    snapshot: &Snapshot,
    document: &Document,
    mention: &Mention,
) -> anyhow::Result<()> {
    let gazetteer = &snapshot.gazetteer;
    let name_of = |id: EntityId| Output::listing(&gazetteer.entity(id).name);
    let others: Vec<String> = mention
        .candidates
        .iter()
        .map(|&other| name_of(other))
        .collect();
    let doubt = if others.is_empty() {
        String::new()
    } else {
        format!("; or {}", others.join(", "))
    };
    writeln!(
        output,
        "{PLACE}{}:{}-{}{PLACE:#}: {KEYWORD}{}{KEYWORD:#} {FACT}{} ({}, {}{doubt}){FACT:#}",
        Output::listing(&document.path),
        mention.span.start,
        mention.span.end,
        Output::listing(mention.span.of(&document.text).unwrap_or_default()),
        name_of(mention.entity),
        gazetteer.kind_of(mention.entity).id,
        mention.form.as_str(),
    )?;
    Ok(())
}
