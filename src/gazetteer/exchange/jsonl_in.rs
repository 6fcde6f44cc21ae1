//! An entity a line, with the keys of the gazetteer files; a line without `id` says what a file says of itself.

use serde_json::{Map, Value};

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::super::parse::{ENTITY_KEYS, FILE_KEYS, is_good_part, language_of_tag};
use super::super::suggest::did_you_mean;
use super::super::{AliasClass, CaseRule};
use super::clean::is_id;
use super::incoming::{Incoming, IncomingForm, IncomingHolder, Intake, Told};
use super::json_lines::json_lines;
use super::lines::Line;

/// Reads the lines; those of one id are one entity.
pub(super) fn read(intake: &mut Intake<'_, '_>) {
    intake.is_own = true;
    for (line, value) in json_lines(intake) {
        match value {
            Value::Object(object) if object.contains_key("id") => {
                read_entity(intake, &line, object);
            }
            Value::Object(object) => read_head(intake, &line, object),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                intake.refuse(line.spot(), || {
                    Diagnostic::error(
                        "a line is an object: `{\"kind\": …, \"id\": …, \"name\": …}`",
                    )
                });
            }
        }
    }
}

fn read_head(intake: &mut Intake<'_, '_>, line: &Line<'_>, object: Map<String, Value>) {
    if !object.keys().any(|key| FILE_KEYS.contains(&key.as_str())) {
        intake.refuse(line.spot(), || {
            Diagnostic::error("the line has no `id`").hint("every entity has a `kind` and an `id`")
        });
        return;
    }
    let mut reader = Reader {
        line: *line,
        flaws: Vec::new(),
    };
    for (key, value) in object {
        let spot = line.quoted(&key);
        if key == "not" {
            let masks = reader
                .forms(&key, value)
                .into_iter()
                .map(|form| IncomingForm {
                    class: Some(AliasClass::Mask),
                    ..form
                });
            intake.head.masks.extend(masks);
            continue;
        }
        let value = match (key.as_str(), value) {
            ("schema", Value::Number(number)) if number.as_u64() == Some(1) => continue,
            ("asof", Value::String(day)) => day.parse().ok().map(toml::Value::Datetime),
            (_, value) => toml_value(value),
        };
        let Some(value) = value else {
            intake.refuse(spot, || {
                Diagnostic::error(format!("`{key}` cannot be carried over"))
            });
            continue;
        };
        let part = toml::Table::from_iter([(key.clone(), value)]);
        let before = if key == "schema" { "" } else { "schema = 1\n" };
        match is_good_part(&format!("{before}{part}")) {
            Ok(()) => merge(&mut intake.head.table, part),
            Err(flaw) => intake.refuse(spot, || Diagnostic::error(flaw)),
        }
    }
    reader.tell(intake);
}

/// Lays a table over another, tables within them joined.
fn merge(known: &mut toml::Table, new: toml::Table) {
    for (key, value) in new {
        match (known.get_mut(&key), value) {
            (Some(toml::Value::Table(known)), toml::Value::Table(new)) => merge(known, new),
            (_, value) => {
                known.insert(key, value);
            }
        }
    }
}

/// Returns a value of JSON as one of TOML, which has no `null`.
pub(super) fn toml_value(value: Value) -> Option<toml::Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(on) => on.into(),
        Value::Number(number) => number.as_i64()?.into(),
        Value::String(text) => text.into(),
        Value::Array(values) => values
            .into_iter()
            .filter_map(toml_value)
            .collect::<Vec<_>>()
            .into(),
        Value::Object(object) => {
            let pairs = object.into_iter();
            let table: toml::Table = pairs
                .filter_map(|(key, value)| Some((key, toml_value(value)?)))
                .collect();
            table.into()
        }
    })
}

fn read_entity(intake: &mut Intake<'_, '_>, line: &Line<'_>, object: Map<String, Value>) {
    let kind = object
        .get("kind")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if !is_id(kind) || FILE_KEYS.contains(&kind) {
        intake.refuse(line.quoted("kind"), || {
            Diagnostic::error(format!("`{kind}` is no kind")).hint(
                "a kind is `leader`, `state`, `organisation`, `office`, or a word of your own",
            )
        });
        return;
    }
    let Some(id) = object
        .get("id")
        .and_then(Value::as_str)
        .filter(|id| !id.is_empty())
    else {
        intake.refuse(line.quoted("id"), || Diagnostic::error("`id` takes a text"));
        return;
    };
    let (kind, id) = (kind.to_owned(), id.to_owned());
    let mut reader = Reader {
        line: *line,
        flaws: Vec::new(),
    };
    let entity = intake.entity(id.clone(), line.spot());
    (entity.kind, entity.id) = (Some(kind), Some(id));
    for (key, value) in object {
        reader.read_key(entity, &key, value);
    }
    reader.tell(intake);
}

struct Reader<'a> {
    line: Line<'a>,
    /// Complaints with the key they are about.
    flaws: Vec<(String, Diagnostic)>,
}

impl Reader<'_> {
    fn tell(self, intake: &mut Intake<'_, '_>) {
        for (key, complaint) in self.flaws {
            intake.refuse(self.line.quoted(&key), || complaint);
        }
    }

    fn complain(&mut self, key: &str, message: impl Into<String>) {
        self.flaws
            .push((key.to_owned(), Diagnostic::error(message)));
    }

    fn read_key(&mut self, entity: &mut Incoming, key: &str, value: Value) {
        if value.is_null() {
            return;
        }
        let is_office = entity.kind.as_deref() == Some("office");
        match key {
            "kind" | "id" => {}
            "name" => entity.name = self.text(key, value).or(entity.name.take()),
            "qid" => entity.qid = self.text(key, value).or(entity.qid.take()),
            "code" => entity.more.code = self.text(key, value),
            "note" => entity.more.note = self.text(key, value),
            "source" => entity.more.source = self.text(key, value),
            "of" => entity.more.of = self.text(key, value),
            "disabled" => self.switch(entity, "disabled", &value),
            "replace" => self.switch(entity, "replace", &value),
            "title" => {
                let titles = values_of(value)
                    .into_iter()
                    .filter_map(|name| self.text(key, name));
                entity.more.title = titles.collect();
            }
            "holders" if !is_office => self.complain(key, "`holders` is a key of offices only"),
            "holders" => self.read_holders(entity, value),
            "solo" => entity.more.solo = self.forms(key, value),
            "shared" => entity.more.shared = self.forms(key, value),
            "drop" => entity.more.dropped = self.forms(key, value),
            _ => self.read_class(entity, key, value),
        }
    }

    fn read_class(&mut self, entity: &mut Incoming, key: &str, value: Value) {
        let class = AliasClass::ALL.into_iter().find(|class| class.key() == key);
        if class.is_none() {
            let mut complaint = Diagnostic::error(format!("unknown key `{key}`"));
            complaint.hint = did_you_mean(key, ENTITY_KEYS);
            self.flaws.push((key.to_owned(), complaint));
            return;
        }
        let forms = self.forms(key, value).into_iter();
        entity
            .forms
            .extend(forms.map(|form| IncomingForm { class, ..form }));
    }

    fn text(&mut self, key: &str, value: Value) -> Option<String> {
        if let Value::String(text) = value
            && !text.trim().is_empty()
        {
            return Some(text);
        }
        self.complain(key, format!("`{key}` takes a text"));
        None
    }

    fn switch(&mut self, entity: &mut Incoming, key: &'static str, value: &Value) {
        match value.as_bool() {
            Some(on) => {
                entity.more.switches.insert(key, on);
            }
            None => self.complain(key, format!("`{key}` takes `true` or `false`")),
        }
    }

    /// Reads a text, a list of texts, or a table of either by language.
    fn forms(&mut self, key: &str, value: Value) -> Vec<IncomingForm> {
        let mut forms = Vec::new();
        let by_language = match value {
            Value::Object(object) if !object.contains_key("form") => object,
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_)
            | Value::Object(_) => {
                self.flat(key, None, value, &mut forms);
                return forms;
            }
        };
        for (tag, value) in by_language {
            match language_of_tag(&tag) {
                Ok(language) => self.flat(key, language, value, &mut forms),
                Err(hint) => {
                    let message = format!("`{tag}` under `{key}` is not a language tag");
                    let mut complaint = Diagnostic::error(message);
                    complaint.hint = hint;
                    self.flaws.push((tag, complaint));
                }
            }
        }
        forms
    }

    fn flat(
        &mut self,
        key: &str,
        language: Option<Language>,
        value: Value,
        forms: &mut Vec<IncomingForm>,
    ) {
        let spot = self.line.quoted(key);
        for value in values_of(value) {
            let form = match value {
                Value::String(text) => Some((text, None)),
                Value::Object(mut object) => {
                    let case = match object.get("case").and_then(Value::as_str) {
                        Some("any") => Some(CaseRule::Any),
                        Some("exact") => Some(CaseRule::Exact),
                        _ => None,
                    };
                    let is_known = |name: &String| matches!(name.as_str(), "form" | "case");
                    let is_good = object.keys().all(is_known)
                        && case.is_some() == object.contains_key("case");
                    match object.remove("form") {
                        Some(Value::String(text)) if is_good => Some((text, case)),
                        _ => None,
                    }
                }
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
            };
            let Some((text, case)) = form else {
                self.complain(
                    key,
                    format!("`{key}` takes a text, `{{\"form\": …, \"case\": \"any\"}}`, a list of them, or a table by language"),
                );
                continue;
            };
            forms.push(IncomingForm {
                text,
                class: None,
                language: Told::Language(language),
                case,
                is_pattern: true,
                spot,
            });
        }
    }

    fn read_holders(&mut self, entity: &mut Incoming, value: Value) {
        let Value::Array(values) = value else {
            self.complain(
                "holders",
                "`holders` takes a list of `{\"who\": …, \"from\": …}`",
            );
            return;
        };
        let holders = &mut entity.more.holders;
        for value in values {
            match read_holder(&value) {
                Some(holder) if holders.iter().all(|other| other.from != holder.from) => {
                    holders.push(holder);
                }
                Some(holder) => {
                    let message = format!("two holders begin on {}", holder.from);
                    self.flaws
                        .push(("holders".to_owned(), Diagnostic::error(message)));
                }
                None => self.flaws.push((
                    "holders".to_owned(),
                    Diagnostic::error("a holder is `{\"who\": \"…\", \"from\": \"2021-01-20\"}`")
                        .hint("and may have `to`, a day, and `acting`, `true` or `false`"),
                )),
            }
        }
        holders.sort_by_key(|holder| holder.from);
    }
}

/// Returns the values of a list; any other value is a list of one.
fn values_of(value: Value) -> Vec<Value> {
    if let Value::Array(values) = value {
        values
    } else {
        vec![value]
    }
}

fn read_holder(value: &Value) -> Option<IncomingHolder> {
    let object = value.as_object()?;
    let day = |key: &str| -> Option<Option<Date>> {
        match object.get(key) {
            None | Some(Value::Null) => Some(None),
            Some(value) => Some(Some(value.as_str()?.parse().ok()?)),
        }
    };
    let is_known = |key: &String| matches!(key.as_str(), "who" | "from" | "to" | "acting");
    let acting = match object.get("acting") {
        None => false,
        Some(acting) => acting.as_bool()?,
    };
    object.keys().all(is_known).then_some(())?;
    Some(IncomingHolder {
        who: object
            .get("who")?
            .as_str()
            .filter(|who| !who.is_empty())?
            .to_owned(),
        from: day("from")??,
        to: day("to")?,
        acting,
    })
}
