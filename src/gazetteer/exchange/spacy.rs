//! Patterns of spaCy's `EntityRuler` and of Prodigy: `{"label": "ORG", "pattern": …, "id": "nato"}`.
//!
//! A pattern is a phrase, or a list of tokens, each with one of `LOWER`, `ORTH` and `TEXT`. What asks for more of a token (a regular
//! expression, an operator, a lemma) has no like in a gazetteer, which has no wildcards, and is told and left out.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use crate::diagnostic::Diagnostic;

use super::super::{Alias, AliasClass, CaseRule};
use super::chosen::Chosen;
use super::clean::tidy;
use super::format::Format;
use super::incoming::Intake;
use super::json_lines::json_lines;
use super::labels::{class_of_label, kind_of};
use super::lines::Line;
use super::losses::Losses;

/// Labels of spaCy's models for the built-in kinds.
const LABELS: [(&str, &str); 3] = [
    ("leader", "PERSON"),
    ("state", "GPE"),
    ("organisation", "ORG"),
];

/// Reads a pattern a line; those of one label and id are one entity.
pub(super) fn read(intake: &mut Intake<'_, '_>) {
    for (line, value) in json_lines(intake) {
        if let Err(complaint) = read_pattern(intake, &line, &value) {
            let (word, complaint) = *complaint;
            let spot = line.quoted(word);
            intake.refuse(spot, || complaint);
        }
    }
}

/// A complaint and the key that it is about.
type Flaw = Box<(&'static str, Diagnostic)>;

fn flaw(key: &'static str, message: impl Into<String>) -> Flaw {
    Box::new((key, Diagnostic::error(message)))
}

fn read_pattern(intake: &mut Intake<'_, '_>, line: &Line<'_>, value: &Value) -> Result<(), Flaw> {
    let Some(object) = value.as_object() else {
        return Err(flaw(
            "",
            "a pattern is an object: `{\"label\": …, \"pattern\": …}`",
        ));
    };
    let text = |key: &'static str| object.get(key).and_then(Value::as_str).map(str::trim);
    let Some(label) = text("label").filter(|label| !label.is_empty()) else {
        return Err(flaw("label", "the pattern has no `label`"));
    };
    let (form, case) = match object.get("pattern") {
        Some(Value::String(phrase)) => (phrase.clone(), None),
        Some(Value::Array(tokens)) => read_tokens(tokens)?,
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_)) | None => {
            return Err(flaw("pattern", "`pattern` is a phrase or a list of tokens"));
        }
    };
    let form = tidy(&form);
    for key in object.keys() {
        if !matches!(key.as_str(), "label" | "pattern" | "id") {
            intake.warn_once(key, line.quoted(key), || {
                format!("the key `{key}` is not read")
            });
        }
    }
    let id = match object.get("id") {
        Some(Value::String(id)) => Some(id.trim().to_owned()).filter(|id| !id.is_empty()),
        Some(Value::Number(id)) => Some(id.to_string()),
        Some(Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_)) | None => None,
    };
    let kind = kind_of(label);
    let key = match &id {
        Some(id) => format!("id:{kind}:{id}"),
        None => format!("name:{kind}:{form}"),
    };
    let spot = line.quoted("pattern");
    let entity = intake.entity(key, line.spot());
    (entity.kind, entity.id) = (Some(kind), id);
    let class = class_of_label(label);
    if class.is_none() {
        entity.name.get_or_insert_with(|| form.clone());
    }
    let form = entity.add(form, spot);
    (form.class, form.case) = (class, case);
    Ok(())
}

/// Returns the phrase that tokens make, and how its letters bind: `LOWER` any, `ORTH` and `TEXT` as written, both as usual.
fn read_tokens(tokens: &[Value]) -> Result<(String, Option<CaseRule>), Flaw> {
    let mut phrase = String::new();
    let (mut any, mut exact) = (0, 0);
    let mut joins = true;
    for token in tokens {
        let Some(token) = token.as_object() else {
            return Err(flaw(
                "pattern",
                "a token is an object: `{\"LOWER\": \"nato\"}`",
            ));
        };
        let word = token_word(token)?;
        match word {
            (_, true) => any += 1,
            (_, false) => exact += 1,
        }
        let word = word.0;
        let clings = word.starts_with(['\'', '’', ',', '.']) || is_hyphen(word);
        if !joins && !clings {
            phrase.push(' ');
        }
        phrase.push_str(word);
        joins = is_hyphen(word) || is_elided(word);
    }
    let case = match (any, exact) {
        (0, 0) => return Err(flaw("pattern", "the list of tokens is empty")),
        (_, 0) => Some(CaseRule::Any),
        (0, _) => Some(CaseRule::Exact),
        _ => None,
    };
    Ok((phrase, case))
}

/// Returns whether a word is written together with the next: `l'`, `d’`, but not `Workers'`.
fn is_elided(token: &str) -> bool {
    let stem = token.strip_suffix(['\'', '’']);
    stem.is_some_and(|stem| !stem.is_empty() && (stem.len() == 1 || !stem.ends_with('s')))
}

fn is_hyphen(token: &str) -> bool {
    matches!(token, "-" | "–" | "‑" | "/")
}

/// Returns the word of a token, and whether its case is of no account.
fn token_word(token: &Map<String, Value>) -> Result<(&str, bool), Flaw> {
    let refuse = |key: &str| {
        let complaint = Diagnostic::error(format!(
            "a token asks for `{key}`, which no form can say"
        ))
        .hint("only `LOWER`, `ORTH` and `TEXT` with a word are read; the pattern is left out");
        Box::new(("pattern", complaint))
    };
    let mut found = None;
    for (key, value) in token {
        let is_any = match key.to_uppercase().as_str() {
            "LOWER" => true,
            "ORTH" | "TEXT" => false,
            _ => return Err(refuse(key)),
        };
        match value.as_str().map(str::trim) {
            Some(word) if !word.is_empty() && found.is_none() => found = Some((word, is_any)),
            _ => return Err(refuse(&format!("{key}: {value}"))),
        }
    }
    found.ok_or_else(|| refuse("any token at all"))
}

/// Writes a pattern for each form: a phrase, or tokens where its letters bind otherwise than usual.
pub(super) fn write(chosen: &[Chosen<'_>], losses: &mut Losses) -> String {
    let mut out = String::new();
    for entity in chosen {
        let kind = &entity.kind.id;
        let known = LABELS.iter().find(|(known, _)| known == kind);
        let label = known.map_or_else(|| kind.to_uppercase(), |(_, label)| (*label).to_owned());
        for form in losses.keep(Format::Spacy, entity) {
            let of_people = form.class == AliasClass::Adjective && kind == "state";
            let label = json!(if of_people { "NORP" } else { &label });
            let (pattern, id) = (pattern(form), json!(entity.entity.id));
            // Writing to memory does not fail.
            let _ = writeln!(
                out,
                "{{\"label\":{label},\"pattern\":{pattern},\"id\":{id}}}"
            );
        }
    }
    out
}

fn pattern(alias: &Alias) -> Value {
    let is_acronym = alias.class == AliasClass::Acronym;
    let tokens = |key: &str, lower: bool| {
        let tokens = tokens(&alias.form).into_iter().map(|token| {
            let token = if lower {
                token.to_lowercase()
            } else {
                token.to_owned()
            };
            Value::Object(Map::from_iter([(key.to_owned(), token.into())]))
        });
        Value::Array(tokens.collect())
    };
    match alias.case {
        CaseRule::Any => tokens("LOWER", true),
        CaseRule::Exact if !is_acronym => tokens("ORTH", false),
        CaseRule::Exact | CaseRule::Capitals => json!(alias.form),
    }
}

/// Parts a phrase as spaCy parts English: at spaces, around a hyphen between letters, before `'s`.
fn tokens(phrase: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    for word in phrase.split_whitespace() {
        let stem = word
            .strip_suffix("'s")
            .or(word.strip_suffix("’s"))
            .unwrap_or(word);
        let mut rest = stem;
        while let Some((before, after)) = rest.split_once('-') {
            if before.is_empty() || after.is_empty() {
                break;
            }
            tokens.push(before);
            tokens.push("-");
            rest = after;
        }
        if !rest.is_empty() {
            tokens.push(rest);
        }
        tokens.extend(word.get(stem.len()..).filter(|suffix| !suffix.is_empty()));
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_comes_back_from_its_tokens() {
        for phrase in [
            "Kyiv",
            "Guinea-Bissau",
            "Kurdistan Workers' Party",
            "Coupe d'Europe",
            "Russia's war",
            "EE. UU.",
        ] {
            let list: Vec<Value> = tokens(phrase)
                .iter()
                .map(|token| json!({ "ORTH": token }))
                .collect();
            let (read, case) = read_tokens(&list).unwrap();
            assert_eq!(
                (tidy(&read).as_str(), case),
                (phrase, Some(CaseRule::Exact))
            );
        }
        assert_eq!(tokens("Guinea-Bissau's"), ["Guinea", "-", "Bissau", "'s"]);
    }

    #[test]
    fn tokens_say_how_letters_bind() {
        let read =
            |tokens: Value| read_tokens(tokens.as_array().unwrap()).map_err(|flaw| flaw.1.message);
        assert_eq!(
            read(json!([{"LOWER": "san"}, {"LOWER": "marino"}])),
            Ok(("san marino".to_owned(), Some(CaseRule::Any)))
        );
        assert_eq!(
            read(json!([{"TEXT": "Apple"}, {"lower": "inc"}])),
            Ok(("Apple inc".to_owned(), None))
        );
        for bad in [
            json!([]),
            json!([{}]),
            json!(["x"]),
            json!([{"LOWER": {"IN": ["a", "b"]}}]),
            json!([{"TEXT": {"REGEX": "^U"}}]),
            json!([{"ORTH": "x", "OP": "?"}]),
            json!([{"ORTH": "x", "LOWER": "x"}]),
            json!([{"IS_PUNCT": true}]),
        ] {
            assert!(read(bad.clone()).is_err(), "{bad}");
        }
    }
}
