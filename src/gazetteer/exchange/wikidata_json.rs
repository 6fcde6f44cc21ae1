//! Entities of Wikidata as JSON: a file of `Special:EntityData`, one entity, or a dump with an entity a line.

use serde_json::Value;

use crate::diagnostic::Diagnostic;

use super::incoming::{Intake, Spot, Told};
use super::json_lines::json_lines;
use super::labels::language_of;

/// What `instance of` says of the kind, for the classes that name one plainly.
const INSTANCE_OF: [(&str, &str); 12] = [
    ("Q5", "leader"),
    ("Q6256", "state"),
    ("Q3624078", "state"),
    ("Q3024240", "state"),
    ("Q43229", "organisation"),
    ("Q245065", "organisation"),
    ("Q484652", "organisation"),
    ("Q1127126", "organisation"),
    ("Q7278", "organisation"),
    ("Q79913", "organisation"),
    ("Q17149090", "organisation"),
    ("Q192350", "organisation"),
];

/// Codes of Wikimedia's wikis that are no language tags, and `mul`, which is every language.
const WIKIS: [(&str, &str); 4] = [
    ("no", "nb"),
    ("simple", "en"),
    ("be-tarask", "be"),
    ("als", "gsw"),
];

/// How far an entity's id is looked for, in bytes: several thousand entities in one line are not searched for each.
const SEARCHED_BYTES: usize = 65_536;

/// Reads one document, or one on each line.
pub(super) fn read(intake: &mut Intake<'_, '_>) {
    let text = intake.sheets[0].source.text();
    let is_spread = text.trim_start().starts_with('{') && text.trim_end().contains('\n');
    if is_spread && let Ok(value) = serde_json::from_str::<Value>(text) {
        let whole = Spot {
            file: 0,
            at: super::super::sheet::At::new(0, 0),
        };
        read_document(intake, whole, &value);
        return;
    }
    for (line, value) in json_lines(intake) {
        read_document(intake, line.spot(), &value);
    }
}

fn read_document(intake: &mut Intake<'_, '_>, spot: Spot, value: &Value) {
    match value.get("entities") {
        Some(Value::Object(entities)) => {
            for entity in entities.values() {
                read_entity(intake, spot, entity);
            }
        }
        Some(Value::Array(entities)) => {
            for entity in entities {
                read_entity(intake, spot, entity);
            }
        }
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => {
            read_entity(intake, spot, value);
        }
    }
}

fn read_entity(intake: &mut Intake<'_, '_>, spot: Spot, value: &Value) {
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let text = intake.sheets[spot.file].source.text();
    let here = place_of(text, id, spot);
    if !id.starts_with('Q') {
        intake.refuse(here, || {
            Diagnostic::error("this is no entity of Wikidata")
                .hint("an entity has an `id` such as `Q7184`, `labels` and `aliases`")
        });
        return;
    }
    let mut forms: Vec<(&str, &str)> = Vec::new();
    for (_, label) in value
        .get("labels")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        forms.extend(monolingual(label));
    }
    let english = ["en", "mul"];
    let name = english
        .into_iter()
        .find_map(|tag| forms.iter().find(|(language, _)| *language == tag))
        .or(forms.first())
        .map(|(_, label)| (*label).to_owned());
    for (_, aliases) in value
        .get("aliases")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        forms.extend(
            aliases
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(monolingual),
        );
    }
    if forms.is_empty() {
        intake.refuse(here, || {
            Diagnostic::error(format!("`{id}` has neither label nor alias"))
        });
        return;
    }
    let mut told = Vec::with_capacity(forms.len());
    for (tag, form) in forms {
        let wiki = WIKIS.iter().find(|(wiki, _)| *wiki == tag);
        match language_of(wiki.map_or(tag, |(_, language)| language)) {
            Ok(language) => told.push((language, form)),
            Err(_) => intake.warn_once(tag, here, || {
                format!("`{tag}` is not a language tag; its names are left out")
            }),
        }
    }
    let entity = intake.entity(id.to_owned(), here);
    entity.qid = Some(id.to_owned());
    entity.kind = entity.kind.take().or_else(|| kind(value));
    entity.name = entity.name.take().or(name);
    entity.more.code = claims(value, "P297").find_map(|code| Some(code.as_str()?.to_owned()));
    for (language, form) in told {
        entity.add(form, here).language = Told::Language(language);
    }
}

/// Returns the place of the entity's id in the file.
fn place_of(text: &str, id: &str, spot: Spot) -> Spot {
    let quoted = format!("\"{id}\"");
    let end = text.floor_char_boundary(spot.at.start + SEARCHED_BYTES);
    let found = (!id.is_empty())
        .then(|| text.get(spot.at.start..end)?.find(&quoted))
        .flatten();
    match found {
        Some(at) => Spot {
            file: spot.file,
            at: super::super::sheet::At::new(spot.at.start + at, spot.at.start + at + quoted.len()),
        },
        None => spot,
    }
}

/// Returns the language and text of `{"language": "en", "value": "NATO"}`.
fn monolingual(value: &Value) -> Option<(&str, &str)> {
    Some((
        value.get("language")?.as_str()?,
        value.get("value")?.as_str()?,
    ))
}

/// Returns the values of a property.
fn claims<'v>(entity: &'v Value, property: &str) -> impl Iterator<Item = &'v Value> {
    let claims = entity.get("claims").and_then(|claims| claims.get(property));
    let claims = claims.and_then(Value::as_array).into_iter().flatten();
    claims.filter_map(|claim| claim.pointer("/mainsnak/datavalue/value"))
}

/// Returns the kind that the first telling `instance of` says.
fn kind(entity: &Value) -> Option<String> {
    claims(entity, "P31").find_map(|class| {
        let class = class.get("id")?.as_str()?;
        let known = INSTANCE_OF.iter().find(|(known, _)| *known == class)?;
        Some(known.1.to_owned())
    })
}
