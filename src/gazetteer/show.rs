//! What the gazetteer says of an entity, line by line.

use std::collections::BTreeMap;

use crate::corpus::Date;
use crate::text::Language;

use super::{Alias, AliasClass, CaseRule, EntityId, Gazetteer, Holder, Office, Origin};

/// One line about an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownRow {
    /// The key it stands under in the file, or what the line is about: `names`, `holders`, `holds`.
    pub key: &'static str,
    /// The language of documents that the forms are valid in; `None` is every language, or no form.
    pub language: Option<Language>,
    /// What it says: one fact, or the forms of one line.
    pub values: Vec<String>,
    /// Where it was written.
    pub origin: Option<Origin>,
}

impl ShownRow {
    fn fact(key: &'static str, value: impl Into<String>, origin: Option<Origin>) -> Self {
        Self {
            key,
            language: None,
            values: vec![value.into()],
            origin,
        }
    }

    /// Returns whether the line is about forms of a language or of all, so that `*` is worth showing.
    pub fn is_of_forms(&self) -> bool {
        AliasClass::ALL.iter().any(|class| class.key() == self.key)
    }
}

/// Returns what the gazetteer says of an entity: facts, every list with its forms after expansion, offices held, holders.
pub fn describe(gazetteer: &Gazetteer, id: EntityId) -> Vec<ShownRow> {
    let entity = gazetteer.entity(id);
    let mut rows = vec![
        ShownRow::fact("name", &entity.name, None),
        ShownRow::fact("kind", &gazetteer.kind_of(id).id, None),
        ShownRow::fact("id", &entity.id, Some(entity.origin)),
    ];
    let facts = [
        ("qid", &entity.qid),
        ("code", &entity.code),
        ("note", &entity.note),
        ("source", &entity.source),
    ];
    for (key, value) in facts {
        rows.extend(value.as_ref().map(|value| ShownRow::fact(key, value, None)));
    }
    rows.extend(form_rows(gazetteer, id));
    if let Some(office) = &entity.office {
        rows.push(ShownRow::fact("of", &gazetteer.entity(office.of).id, None));
        rows.extend(title_rows(gazetteer, office));
        rows.extend(office.holders.iter().enumerate().map(|(index, holder)| {
            let who = &gazetteer.entity(holder.who).name;
            ShownRow::fact(
                "holders",
                format!("{} {who}", tenure(office, index, holder)),
                Some(holder.origin),
            )
        }));
    }
    rows.extend(offices_held(gazetteer, id));
    rows
}

/// Returns a row for each line of each list, classes in their order.
fn form_rows(gazetteer: &Gazetteer, id: EntityId) -> Vec<ShownRow> {
    let mut by_line: BTreeMap<(AliasClass, Option<Language>, u32, u32), ShownRow> = BTreeMap::new();
    for alias in &gazetteer.entity(id).aliases {
        let (class, language, origin) = (alias.class, alias.language, alias.origin);
        let row = by_line
            .entry((class, language, origin.file, origin.line))
            .or_insert_with(|| ShownRow {
                key: class.key(),
                language,
                values: Vec::new(),
                origin: Some(origin),
            });
        row.values.push(with_remarks(alias));
    }
    by_line.into_values().collect()
}

/// Returns a form with what is unusual about it in brackets.
fn with_remarks(alias: &Alias) -> String {
    let is_exact = alias.case == CaseRule::Exact && alias.class != AliasClass::Acronym;
    let remarks = [
        ("any case", alias.case == CaseRule::Any),
        ("exact case", is_exact),
        ("solo", alias.solo),
        ("shared", alias.shared),
    ];
    let remarks: Vec<&str> = remarks
        .into_iter()
        .filter(|(_, holds)| *holds)
        .map(|(remark, _)| remark)
        .collect();
    if remarks.is_empty() {
        alias.form.clone()
    } else {
        format!("{} ({})", alias.form, remarks.join(", "))
    }
}

/// Returns a row for each line of title patterns.
fn title_rows(gazetteer: &Gazetteer, office: &Office) -> Vec<ShownRow> {
    let mut rows: Vec<ShownRow> = Vec::new();
    for pattern in gazetteer.patterns(office) {
        let title = format!(
            "{}{}{}",
            pattern.before,
            pattern.slot.as_str(),
            pattern.after
        );
        let line = |origin: Origin| (origin.file, origin.line);
        match rows.last_mut() {
            Some(row)
                if row.language == pattern.language
                    && row.origin.map(line) == Some(line(pattern.origin)) =>
            {
                row.values.push(title);
            }
            _ => rows.push(ShownRow {
                key: AliasClass::Role.key(),
                language: pattern.language,
                values: vec![title],
                origin: Some(pattern.origin),
            }),
        }
    }
    rows
}

/// Returns the offices that an entity has held, the earliest first.
fn offices_held(gazetteer: &Gazetteer, id: EntityId) -> Vec<ShownRow> {
    let mut held: Vec<(Date, ShownRow)> = Vec::new();
    for entity in &gazetteer.entities {
        let Some(office) = &entity.office else {
            continue;
        };
        for (index, holder) in office
            .holders
            .iter()
            .enumerate()
            .filter(|(_, holder)| holder.who == id)
        {
            let text = format!("{} {}", tenure(office, index, holder), entity.name);
            held.push((
                holder.from,
                ShownRow::fact("holds", text, Some(holder.origin)),
            ));
        }
    }
    held.sort_by_key(|(from, _)| *from);
    held.into_iter().map(|(_, row)| row).collect()
}

/// Returns the days in office: `2021-01-20 to 2025-01-19`, or `since 2025-01-20`.
fn tenure(office: &Office, index: usize, holder: &Holder) -> String {
    let before_next = office
        .holders
        .get(index + 1)
        .and_then(|next| next.from.yesterday().ok());
    let to = match (holder.to, before_next) {
        (Some(to), Some(before_next)) => Some(to.min(before_next)),
        (to, before_next) => to.or(before_next),
    };
    let days = match to {
        Some(to) => format!("{} to {to}", holder.from),
        None => format!("since {}", holder.from),
    };
    if holder.acting {
        format!("{days} (acting)")
    } else {
        days
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Layer, SourceFile};
    use super::*;

    fn whole() -> Gazetteer {
        let file = SourceFile {
            path: "g.toml".into(),
            layer: Layer::Bundled,
        };
        let text = include_str!("../../tests/data/gazetteer.toml");
        Gazetteer::load(vec![(file, text.to_owned())]).0
    }

    fn shown(id: &str) -> Vec<String> {
        let gazetteer = whole();
        let rows = describe(&gazetteer, gazetteer.by_id(id).unwrap());
        let line = |row: &ShownRow| {
            let language = row
                .language
                .map(|language| format!(".{language}"))
                .unwrap_or_default();
            format!("{}{language}: {}", row.key, row.values.join(", "))
        };
        rows.iter().map(line).collect()
    }

    #[test]
    fn an_entity_is_shown_whole() {
        let lines = shown("united-states");
        assert_eq!(
            lines[..3],
            ["name: United States", "kind: state", "id: united-states"]
        );
        assert_eq!(
            lines[3],
            "names.en: United States, United States of America, U.S."
        );
        assert!(
            lines.contains(
                &"adjectives.fr: américain, américaine, américains, américaines".to_owned()
            )
        );
        assert!(lines.contains(&"capital: Washington (solo)".to_owned()));
    }

    #[test]
    fn offices_show_holders_and_leaders_their_offices() {
        let lines = shown("us-president");
        assert!(lines.contains(&"of: united-states".to_owned()));
        assert!(lines.contains(&"titles.en: <adj> head of state".to_owned()));
        assert!(lines.contains(&"titles: POTUS".to_owned()));
        assert_eq!(
            lines[lines.len() - 1],
            "holders: since 2025-01-20 Donald Trump"
        );
        assert_eq!(
            lines[lines.len() - 2],
            "holders: 2021-01-20 to 2025-01-19 Joe Biden"
        );
        assert!(shown("trump").ends_with(&[
            "holds: 2017-01-20 to 2021-01-19 US president".to_owned(),
            "holds: since 2025-01-20 US president".to_owned(),
        ]));
        assert!(shown("stoltenberg").contains(
            &"holds: 2014-10-01 to 2024-09-30 (acting) NATO secretary general".to_owned()
        ));
    }
}
