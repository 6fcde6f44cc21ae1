//! How much the gazetteer says in all.

use std::collections::{BTreeMap, BTreeSet};

use crate::corpus::Date;
use crate::text::Language;

use super::{Alias, AliasClass, EntityId, Gazetteer, Origin};

/// How many forms there are of a class and language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormCount {
    /// The class.
    pub class: AliasClass,
    /// The language; `None` is every language.
    pub language: Option<Language>,
    /// The number of forms after expansion.
    pub count: usize,
}

/// How much a gazetteer says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Statistics {
    /// The day up to which holders of offices are known.
    pub asof: Option<Date>,
    /// The number of entities by the id of their kind, in the order of the kinds.
    pub kinds: Vec<(String, usize)>,
    /// The number of forms by class and language; masks are those of [`AliasClass::Mask`].
    pub forms: Vec<FormCount>,
    /// The number of strings that the forms were written as, masks left out.
    pub written: usize,
    /// The number of strings under `not`.
    pub masks: usize,
    /// The number of title patterns that wait for a state or body, each counted once however many offices have it.
    pub titles: usize,
    /// The number of entities with titles that are joined to a state or body: offices, and bodies named through a state.
    pub offices: usize,
    /// The number of times somebody held an office.
    pub holders: usize,
    /// The number of those who held one.
    pub people: usize,
}

/// Returns how much a gazetteer says.
///
/// ```
/// use ibid::gazetteer::{Gazetteer, Layer, SourceFile, statistics};
/// let file = SourceFile { path: "g.toml".into(), layer: Layer::User };
/// let text = "schema = 1\n[state.x]\nname = \"X\"\nnames = \"Ixland{,s}\"\n".to_owned();
/// let statistics = statistics(&Gazetteer::load(vec![(file, text)]).0);
/// assert_eq!((statistics.forms[0].count, statistics.written), (2, 1));
/// ```
pub fn statistics(gazetteer: &Gazetteer) -> Statistics {
    let mut kinds = vec![0; gazetteer.kinds.len()];
    let mut titles = BTreeSet::new();
    let mut people: BTreeSet<EntityId> = BTreeSet::new();
    let (mut offices, mut holders) = (0, 0);
    for entity in &gazetteer.entities {
        kinds[usize::from(entity.kind.0)] += 1;
        let Some(office) = &entity.office else {
            continue;
        };
        offices += 1;
        holders += office.holders.len();
        people.extend(office.holders.iter().map(|holder| holder.who));
        titles.extend(
            gazetteer
                .patterns(office)
                .map(|pattern| (pattern.origin, &pattern.before, &pattern.after)),
        );
    }
    let ids = gazetteer.kinds.iter().map(|kind| kind.id.clone());
    Statistics {
        asof: gazetteer.asof,
        kinds: ids.zip(kinds).collect(),
        titles: titles.len(),
        offices,
        holders,
        people: people.len(),
        ..form_statistics(gazetteer)
    }
}

/// Returns the numbers about forms alone.
fn form_statistics(gazetteer: &Gazetteer) -> Statistics {
    let of_entities = gazetteer.entities.iter().flat_map(|entity| &entity.aliases);
    let mut forms: BTreeMap<(AliasClass, Option<Language>), usize> = BTreeMap::new();
    let mut strings: BTreeSet<(bool, Origin)> = BTreeSet::new();
    for alias in of_entities.chain(&gazetteer.masks) {
        *forms.entry((alias.class, alias.language)).or_default() += 1;
        strings.insert((is_mask(alias), alias.origin));
    }
    let masks = strings.iter().filter(|(is_mask, _)| *is_mask).count();
    Statistics {
        forms: forms
            .into_iter()
            .map(|((class, language), count)| FormCount {
                class,
                language,
                count,
            })
            .collect(),
        written: strings.len() - masks,
        masks,
        ..Statistics::default()
    }
}

fn is_mask(alias: &Alias) -> bool {
    alias.class == AliasClass::Mask
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::super::{Layer, SourceFile, bundled, describe};
    use super::*;

    fn load(files: Vec<(SourceFile, String)>) -> Gazetteer {
        let (gazetteer, complaints) = Gazetteer::load(files);
        assert!(complaints.is_empty(), "{complaints:?}");
        gazetteer
    }

    #[test]
    fn they_count_what_a_file_says() {
        let file = SourceFile {
            path: "g.toml".into(),
            layer: Layer::Bundled,
        };
        let text = include_str!("../../tests/data/gazetteer.toml");
        let statistics = statistics(&load(vec![(file, text.to_owned())]));
        assert_eq!(statistics.kinds[0], ("leader".to_owned(), 4));
        assert_eq!(statistics.asof, Some(Date::constant(2026, 11, 22)));
        assert_eq!(statistics.titles, 4 + 2 + 12 + 1 + 4);
        assert_eq!(
            (statistics.holders, statistics.people, statistics.offices),
            (5, 4, 2)
        );
        let acronyms = statistics
            .forms
            .iter()
            .find(|count| count.class == AliasClass::Acronym)
            .unwrap();
        assert_eq!((acronyms.language, acronyms.count), (None, 4));
    }

    /// Counts the tables of the bundled files as they are written.
    #[test]
    fn entities_and_holders_are_those_of_the_files() {
        let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut tenures: BTreeSet<(String, String)> = BTreeSet::new();
        let mut people: BTreeSet<String> = BTreeSet::new();
        let files = bundled();
        for (_, text) in &files {
            let table: toml::Table = text.parse().unwrap();
            let no_entities = ["kinds", "endings", "titles"];
            for (kind, entries) in table.iter().filter(|(key, value)| {
                value.is_table() && !no_entities.contains(&key.as_str()) && *key != "not"
            }) {
                for (id, entry) in entries.as_table().unwrap() {
                    ids.entry(kind.clone()).or_default().insert(id.clone());
                    let holders = entry.get("holders").and_then(toml::Value::as_array);
                    for holder in holders.into_iter().flatten() {
                        people.insert(holder["who"].as_str().unwrap().to_owned());
                        tenures.insert((id.clone(), holder["from"].to_string()));
                    }
                }
            }
        }
        let statistics = statistics(&load(files));
        for (kind, count) in &statistics.kinds {
            assert_eq!(ids.get(kind).map_or(0, BTreeSet::len), *count, "{kind}");
        }
        assert_eq!(statistics.holders, tenures.len());
        assert_eq!(statistics.people, people.len());
    }

    /// Counts what `gazetteer show` prints of each entity.
    #[test]
    fn forms_are_those_that_are_shown() {
        let gazetteer = load(bundled());
        let mut shown: BTreeMap<(&str, Option<Language>), usize> = BTreeMap::new();
        let mut titles = HashSet::new();
        for (id, entity) in gazetteer.iter() {
            for row in describe(&gazetteer, id) {
                if row.is_of_forms() {
                    let patterns = row.values.iter().filter(|value| value.contains('<'));
                    let place = row.origin.map(|origin| (origin.file, origin.line));
                    titles.extend(patterns.map(|value| (place, row.language, value.clone())));
                    let forms = row.values.iter().filter(|value| !value.contains('<'));
                    *shown.entry((row.key, row.language)).or_default() += forms.count();
                }
            }
            assert!(entity.aliases.iter().all(|alias| !alias.form.contains('<')));
        }
        for mask in &gazetteer.masks {
            *shown.entry(("not", mask.language)).or_default() += 1;
        }
        shown.retain(|_, count| *count > 0);
        let statistics = statistics(&gazetteer);
        let counted: BTreeMap<(&str, Option<Language>), usize> = statistics
            .forms
            .iter()
            .map(|form| ((form.class.key(), form.language), form.count))
            .collect();
        assert_eq!(counted, shown);
        assert_eq!(statistics.titles, titles.len());
    }
}
