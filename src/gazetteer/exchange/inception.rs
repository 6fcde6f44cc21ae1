//! Text and label with a tab between them, as the string matcher of `INCEpTION` reads them; a line that begins with `#` says nothing.

use crate::diagnostic::Diagnostic;

use super::super::Gazetteer;
use super::chosen::{Choice, Chosen};
use super::clean::{qid_in, tidy};
use super::format::Format;
use super::incoming::Intake;
use super::labels::{class_of_label, kind_of};
use super::lines::lines;
use super::losses::Losses;

/// Reads the lines. A label is a kind, an entity (`organisation:nato`, or an id that is known), or a Wikidata id or address.
pub(super) fn read(intake: &mut Intake<'_, '_>, known: &Gazetteer) {
    for line in lines(intake, 0) {
        if line.text.starts_with('#') {
            continue;
        }
        let columns = line.columns('\t');
        let (Some((text, text_spot)), Some((label, label_spot))) =
            (columns.first().copied(), columns.get(1).copied())
        else {
            intake.refuse(line.spot(), || {
                Diagnostic::error("the line has no tab")
                    .hint("a line is a text, a tab and its label")
            });
            continue;
        };
        let (text, label) = (tidy(text), label.trim());
        if text.is_empty() || label.is_empty() {
            let (spot, what) = if text.is_empty() {
                (text_spot, "text")
            } else {
                (label_spot, "label")
            };
            intake.refuse(spot, || {
                Diagnostic::error(format!("the line has no {what}"))
            });
            continue;
        }
        if let Some((_, spot)) = columns.get(2) {
            intake.warn_once("third", *spot, || {
                "what follows the label is not read".to_owned()
            });
        }
        let entity = if let Some(qid) = qid_in(label) {
            let entity = intake.entity(format!("qid:{qid}"), line.spot());
            entity.qid = Some(qid.to_owned());
            entity
        } else if let Some((kind, id)) =
            label.split_once(':').filter(|(_, id)| !id.starts_with('/'))
        {
            let entity = intake.entity(format!("id:{label}"), line.spot());
            (entity.kind, entity.id) = (Some(kind_of(kind)), Some(id.to_owned()));
            entity
        } else if known.by_id(label).is_some() {
            let entity = intake.entity(format!("id:{label}"), line.spot());
            entity.id = Some(label.to_owned());
            entity
        } else {
            let entity = intake.entity(format!("name:{label}:{text}"), line.spot());
            entity.kind = Some(kind_of(label));
            entity
        };
        entity.name.get_or_insert_with(|| text.clone());
        entity.add(text, text_spot).class = class_of_label(label);
    }
}

/// Writes a line for each form.
pub(super) fn write(chosen: &[Chosen<'_>], choice: &Choice, losses: &mut Losses) -> String {
    let mut out = String::new();
    for entity in chosen {
        let (kind, id) = (&entity.kind.id, &entity.entity.id);
        for form in losses.keep(Format::Inception, entity) {
            out.push_str(&form.form);
            out.push('\t');
            out.push_str(kind);
            if choice.label_is_entity {
                out.push(':');
                out.push_str(id);
            }
            out.push('\n');
        }
    }
    out
}
