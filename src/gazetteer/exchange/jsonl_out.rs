//! Entities as JSON, one a line, with the keys of the gazetteer files in their order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::super::{Alias, AliasClass, CaseRule, Gazetteer, Holder, Layer, Origin, TitlePattern};
use super::chosen::{Choice, Chosen};
use super::statements::Statement;

type Pairs = Vec<(&'static str, Value)>;

/// Writes a line for what the files say of themselves, where that is something, and a line for each entity.
pub(super) fn write(
    gazetteer: &Gazetteer,
    choice: &Choice,
    chosen: &[Chosen<'_>],
    statements: &[Statement],
) -> String {
    let mut out = String::new();
    push_line(&mut out, &head(gazetteer, choice, chosen));
    let mut by_id: BTreeMap<&str, Vec<&Statement>> = BTreeMap::new();
    if choice.own {
        for statement in statements {
            by_id.entry(&statement.id).or_default().push(statement);
        }
    }
    for entity in chosen {
        let said = by_id.remove(entity.entity.id.as_str()).unwrap_or_default();
        push_line(&mut out, &entity_line(gazetteer, entity, &said));
    }
    // What is left of entities that are switched off, or of which the reader's files list no form.
    for (id, said) in by_id {
        let known = gazetteer.by_id(id);
        let Some(kind) = said.last().map(|statement| &statement.kind) else {
            continue;
        };
        if choice.wants(known, kind) && choice.languages.is_empty() {
            let mut pairs = vec![("kind", json!(kind)), ("id", json!(id))];
            pairs.extend(said_pairs(&said));
            push_line(&mut out, &pairs);
        }
    }
    out
}

fn push_line(out: &mut String, pairs: &[(&'static str, Value)]) {
    if pairs.is_empty() {
        return;
    }
    for (index, (key, value)) in pairs.iter().enumerate() {
        let before = if index == 0 { '{' } else { ',' };
        // Writing to memory does not fail.
        let _ = write!(out, "{before}\"{key}\":{value}");
    }
    out.push_str("}\n");
}

fn head(gazetteer: &Gazetteer, choice: &Choice, chosen: &[Chosen<'_>]) -> Pairs {
    let mut pairs: Pairs = Vec::new();
    if choice.is_all() && !choice.own {
        pairs.extend(gazetteer.asof.map(|day| ("asof", json!(day.to_string()))));
    }
    let mut kinds = Map::new();
    let built_in = Gazetteer::load(Vec::new()).0.kinds;
    for kind in chosen.iter().map(|chosen| chosen.kind) {
        if built_in.contains(kind) || kinds.contains_key(&kind.id) {
            continue;
        }
        let mut look = Map::from_iter([("label".to_owned(), json!(kind.label))]);
        look.extend(
            kind.color
                .as_ref()
                .map(|color| ("color".to_owned(), json!(color))),
        );
        look.extend(
            kind.glyph
                .as_ref()
                .map(|glyph| ("glyph".to_owned(), json!(glyph))),
        );
        if kind.hidden {
            look.insert("hidden".to_owned(), json!(true));
        }
        kinds.insert(kind.id.clone(), Value::Object(look));
    }
    if !kinds.is_empty() {
        pairs.push(("kinds", Value::Object(kinds)));
    }
    let is_wanted = |origin: Origin| {
        let file = gazetteer.files.get(origin.file as usize);
        !choice.own || file.is_some_and(|file| file.layer != Layer::Bundled)
    };
    let used: BTreeSet<&String> = chosen.iter().flat_map(|chosen| chosen.titles).collect();
    let mut titles = Map::new();
    for (name, patterns) in &gazetteer.titles {
        if used.contains(name) || (choice.own && choice.is_all()) {
            let wanted = patterns.iter().filter(|title| is_wanted(title.origin));
            let wanted = by_language(wanted.map(tagged_title));
            titles.extend(wanted.map(|wanted| (name.clone(), wanted)));
        }
    }
    if !titles.is_empty() {
        pairs.push(("titles", Value::Object(titles)));
    }
    if choice.is_all() {
        let masks = gazetteer.masks.iter();
        let masks = masks.filter(|mask| is_wanted(mask.origin));
        pairs.extend(by_language(masks.map(tagged)).map(|masks| ("not", masks)));
    }
    if !pairs.is_empty() {
        pairs.insert(0, ("schema", json!(1)));
    }
    pairs
}

fn entity_line(gazetteer: &Gazetteer, chosen: &Chosen<'_>, said: &[&Statement]) -> Pairs {
    let entity = chosen.entity;
    let mut pairs: Pairs = vec![("kind", json!(chosen.kind.id)), ("id", json!(entity.id))];
    let said = said_pairs(said);
    if chosen.is_whole {
        pairs.push(("name", json!(entity.name)));
        let facts = [
            ("qid", &entity.qid),
            ("code", &entity.code),
            ("note", &entity.note),
            ("source", &entity.source),
        ];
        for (key, fact) in facts {
            pairs.extend(fact.as_ref().map(|fact| (key, json!(fact))));
        }
        let is_switch = |key: &str| matches!(key, "drop" | "disabled" | "replace");
        pairs.extend(said.into_iter().filter(|(key, _)| is_switch(key)));
        let of = entity
            .office
            .as_ref()
            .map(|office| &gazetteer.entity(office.of).id);
        pairs.extend(of.map(|of| ("of", json!(of))));
        match chosen.titles {
            [] => {}
            [one] => pairs.push(("title", json!(one))),
            several => pairs.push(("title", json!(several))),
        }
    } else {
        pairs.extend(said);
    }
    for class in AliasClass::ALL {
        if class == AliasClass::Mask {
            pairs.extend(marks(chosen, |alias| alias.solo).map(|forms| ("solo", forms)));
            pairs.extend(marks(chosen, |alias| alias.shared).map(|forms| ("shared", forms)));
        }
        let forms = chosen.forms.iter().filter(|alias| alias.class == class);
        let mut forms: Vec<(String, Value)> = forms.map(|alias| tagged(alias)).collect();
        if class == AliasClass::Role {
            forms.extend(chosen.patterns.iter().map(|title| tagged_title(title)));
        }
        pairs.extend(by_language(forms.into_iter()).map(|forms| (class.key(), forms)));
    }
    if !chosen.holders.is_empty() {
        let holders = chosen
            .holders
            .iter()
            .map(|holder| holder_value(gazetteer, holder));
        pairs.push(("holders", Value::Array(holders.collect())));
    }
    pairs
}

/// Returns what the reader's files say under keys that do not show in the loaded entity; of several files, the last.
fn said_pairs(said: &[&Statement]) -> Pairs {
    const ORDER: [&str; 9] = [
        "name", "qid", "code", "note", "source", "title", "disabled", "replace", "drop",
    ];
    let last = |key: &str| {
        said.iter()
            .rev()
            .find_map(|statement| statement.keys.get(key))
    };
    let pairs = ORDER.into_iter().filter_map(|key| Some((key, last(key)?)));
    // Texts, switches and lists: all of them are the same in JSON.
    let pairs = pairs.filter_map(|(key, value)| Some((key, serde_json::to_value(value).ok()?)));
    pairs.collect()
}

fn tag(language: Option<crate::text::Language>) -> String {
    language.map_or("*".to_owned(), |language| language.to_string())
}

/// Returns a form with the tag it stands under.
fn tagged(alias: &Alias) -> (String, Value) {
    let form = &alias.form;
    let value = match alias.case {
        CaseRule::Any => json!({ "form": form, "case": "any" }),
        CaseRule::Exact if alias.class != AliasClass::Acronym => {
            json!({ "form": form, "case": "exact" })
        }
        CaseRule::Exact | CaseRule::Capitals => json!(form),
    };
    (tag(alias.language), value)
}

/// Returns a title with the tag it stands under.
fn tagged_title(title: &TitlePattern) -> (String, Value) {
    let (before, after) = (&title.before, &title.after);
    let text = format!("{before}{}{after}", title.slot.as_str());
    (tag(title.language), json!(text))
}

/// Returns forms as a list, or as a table by language where not all are of every language.
fn by_language(forms: impl Iterator<Item = (String, Value)>) -> Option<Value> {
    let mut by_language: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (tag, form) in forms {
        by_language.entry(tag).or_default().push(form);
    }
    match (by_language.len(), by_language.remove("*")) {
        (0, _) => None,
        (1, Some(every)) => Some(json!(every)),
        (_, every) => {
            by_language.extend(every.map(|every| ("*".to_owned(), every)));
            Some(json!(by_language))
        }
    }
}

/// Returns the forms with a mark, under their languages where the same form has it in one and not in another.
fn marks(chosen: &Chosen<'_>, is_marked: fn(&Alias) -> bool) -> Option<Value> {
    let is_form = |alias: &&&Alias| alias.class != AliasClass::Mask;
    let aliases = || chosen.forms.iter().filter(is_form);
    let unmarked: Vec<&str> = aliases()
        .filter(|alias| !is_marked(alias))
        .map(|alias| alias.form.as_str())
        .collect();
    let mut marks: Vec<(String, Value)> = Vec::new();
    for alias in aliases().filter(|alias| is_marked(alias)) {
        let is_everywhere = !unmarked.contains(&alias.form.as_str());
        let language = alias.language.filter(|_| !is_everywhere);
        let mark = (tag(language), json!(alias.form));
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    by_language(marks.into_iter())
}

fn holder_value(gazetteer: &Gazetteer, holder: &Holder) -> Value {
    let mut object = Map::from_iter([
        ("who".to_owned(), json!(gazetteer.entity(holder.who).id)),
        ("from".to_owned(), json!(holder.from.to_string())),
    ]);
    object.extend(holder.to.map(|to| ("to".to_owned(), json!(to.to_string()))));
    if holder.acting {
        object.insert("acting".to_owned(), json!(true));
    }
    Value::Object(object)
}
