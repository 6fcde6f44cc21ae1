//! `[kind.id]`: the keys of an entity.

use toml::de::DeTable;

use crate::diagnostic::Diagnostic;

use super::super::AliasClass;
use super::super::raw::{Facts, Placed, RawEntry, RawOffice};
use super::super::sheet::{At, Sheet};
use super::values::{Key, Value, bare_text, in_order, place, switch, text};
use super::{forms, office, unknown_key};

/// The keys of an entity, in the order of the documentation.
pub(in super::super) const KEYS: [&str; 21] = [
    "name",
    "qid",
    "code",
    "note",
    "source",
    "names",
    "acronyms",
    "short",
    "adjectives",
    "capital",
    "metonyms",
    "solo",
    "not",
    "shared",
    "drop",
    "disabled",
    "replace",
    "of",
    "title",
    "titles",
    "holders",
];

/// Words that people write for a key.
const MISTAKEN: [(&str, &str); 17] = [
    ("alias", "names"),
    ("aliases", "names"),
    ("form", "names"),
    ("forms", "names"),
    ("label", "name"),
    ("wikidata", "qid"),
    ("id", "qid"),
    ("iso", "code"),
    ("acronym", "acronyms"),
    ("abbreviations", "acronyms"),
    ("shorts", "short"),
    ("demonym", "adjectives"),
    ("demonyms", "adjectives"),
    ("capitals", "capital"),
    ("mask", "not"),
    ("masks", "not"),
    ("ambiguous", "shared"),
];

/// Reads the keys of an entity.
pub(super) fn read<'a>(
    sheet: &Sheet<'_>,
    kind: &Placed<'a>,
    id: Placed<'a>,
    table: DeTable<'a>,
) -> RawEntry<'a> {
    let mut reader = Reader {
        sheet,
        lines: Vec::new(),
        entry: RawEntry {
            kind: kind.clone(),
            id,
            facts: Facts::default(),
            forms: Vec::new(),
            solo: Vec::new(),
            shared: Vec::new(),
            dropped: Vec::new(),
            disabled: None,
            replace: false,
            office: RawOffice::default(),
            scattered: Vec::new(),
        },
    };
    for (key, value) in in_order(table) {
        reader.read_key(key, value);
    }
    reader.entry.scattered = scattered(reader.lines);
    reader.entry
}

struct Reader<'s, 't, 'a> {
    sheet: &'s Sheet<'t>,
    entry: RawEntry<'a>,
    /// Every line that a list of forms is written on, with the list's key.
    lines: Vec<(At, &'static str)>,
}

impl<'a> Reader<'_, '_, 'a> {
    fn read_key(&mut self, key: Key<'a>, value: Value<'a>) {
        let sheet = self.sheet;
        let id = &self.entry.id;
        let facts = &mut self.entry.facts;
        match key.get_ref().as_ref() {
            // A name that is none does not cost the entity.
            "name" => facts.name = text(sheet, "name", value).or_else(|| Some(id.clone())),
            "qid" => facts.qid = text(sheet, "qid", value).filter(|qid| is_qid(sheet, qid)),
            "code" => facts.code = bare_text(sheet, "code", value),
            "note" => facts.note = bare_text(sheet, "note", value),
            "source" => facts.source = bare_text(sheet, "source", value),
            "disabled" => self.entry.disabled = switch(sheet, "disabled", value),
            "replace" => self.entry.replace = switch(sheet, "replace", value) == Some(true),
            "of" | "title" | "titles" | "holders" => self.read_office_key(key, value),
            _ => self.read_list(key, value),
        }
    }

    fn read_list(&mut self, key: Key<'a>, value: Value<'a>) {
        let (sheet, at) = (self.sheet, place(&key));
        let entry = &mut self.entry;
        let Some(name) = KEYS.into_iter().find(|known| *known == key.get_ref()) else {
            unknown_key(sheet, at, key.get_ref(), &MISTAKEN, &KEYS);
            return;
        };
        let lines = match name {
            "solo" => forms::read(sheet, name, at, value, &mut |form| entry.solo.push(form)),
            "shared" => forms::read(sheet, name, at, value, &mut |form| entry.shared.push(form)),
            "drop" => forms::read(sheet, name, at, value, &mut |form| entry.dropped.push(form)),
            _ => {
                let class = class_of(name);
                forms::read(sheet, name, at, value, &mut |form| {
                    entry.forms.push((class, form));
                })
            }
        };
        self.lines
            .extend(lines.into_iter().map(|line| (line, name)));
    }

    fn read_office_key(&mut self, key: Key<'a>, value: Value<'a>) {
        let at = place(&key);
        // A body may have `of` and titles too: "the British government" is joined as offices are. Only offices are held.
        if self.entry.kind.text != "office" && key.get_ref() == "holders" {
            self.sheet.complain(at, || {
                Diagnostic::error(format!("`{}` is a key of offices only", key.get_ref()))
                    .hint("an office is written `[office.id]`")
                    .rule("misplaced-key")
            });
            return;
        }
        let lines = office::read_key(self.sheet, &key, value, &mut self.entry.office);
        self.lines
            .extend(lines.into_iter().map(|line| (line, "titles")));
    }
}

/// Returns the class of a list of forms by its key.
fn class_of(key: &str) -> AliasClass {
    match key {
        "acronyms" => AliasClass::Acronym,
        "short" => AliasClass::Short,
        "adjectives" => AliasClass::Adjective,
        "capital" => AliasClass::Capital,
        "metonyms" => AliasClass::Metonym,
        "not" => AliasClass::Mask,
        _ => AliasClass::Name,
    }
}

fn is_qid(sheet: &Sheet<'_>, qid: &Placed<'_>) -> bool {
    let is_good = qid.text.strip_prefix('Q').is_some_and(|digits| {
        (1..=12).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    });
    if !is_good {
        sheet.complain(qid.at, || {
            Diagnostic::error(format!("`{}` is no Wikidata id", qid.text))
                .hint("a Wikidata id is `Q` and a number: `Q7184`")
                .rule("bad-qid")
        });
    }
    is_good
}

/// Returns the lines at which a class goes on after another class has begun.
fn scattered(mut lines: Vec<(At, &'static str)>) -> Vec<(&'static str, At)> {
    lines.sort_by_key(|&(at, _)| at);
    let mut ended: Vec<&str> = Vec::new();
    let mut current = "";
    let mut apart = Vec::new();
    for (at, key) in lines {
        if key == current {
            continue;
        }
        if ended.contains(&key) {
            apart.push((key, at));
        }
        ended.push(current);
        current = key;
    }
    apart
}
