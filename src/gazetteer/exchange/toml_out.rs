//! A gazetteer file of the entries of an import.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::text::Span;
use crate::text::visible::{ChunkKind, chunks};

use super::super::{AliasClass, CaseRule, Gazetteer};
use super::assemble::{Assembled, Entry, EntryForm};
use super::incoming::{IncomingForm, IncomingHolder};

/// The kinds that need no declaration.
const BUILT_IN: [&str; 5] = ["leader", "state", "organisation", "office", "other"];

/// Returns the file; empty when nothing is to be said.
pub(super) fn write(assembled: &Assembled, title: Option<&str>, known: &Gazetteer) -> String {
    if assembled.entries.is_empty() && assembled.head.is_empty() && assembled.masks.is_empty() {
        return String::new();
    }
    let mut out = "schema = 1\n".to_owned();
    let head = &assembled.head;
    if let (Some(title), false) = (title, head.contains_key("title")) {
        line(
            &mut out,
            "title",
            &string(&format!("Imported from {title}")),
        );
    }
    write_head(&mut out, head, &assembled.masks);
    let declared = head.get("kinds").and_then(toml::Value::as_table);
    let mut kinds: BTreeSet<&str> = assembled
        .entries
        .iter()
        .map(|entry| entry.kind.as_str())
        .collect();
    kinds.retain(|kind| {
        !BUILT_IN.contains(kind)
            && !known.kinds.iter().any(|known| known.id == *kind)
            && !declared.is_some_and(|declared| declared.contains_key(*kind))
    });
    for kind in kinds {
        let _ = write!(
            out,
            "\n[kinds.{}]\nlabel = {}\n",
            key(kind),
            string(&label(kind))
        );
    }
    for entry in &assembled.entries {
        write_entry(&mut out, entry);
    }
    out
}

/// Writes what a file says of itself: single values, then tables.
fn write_head(out: &mut String, head: &toml::Table, masks: &[EntryForm]) {
    for (name, value) in head.iter().filter(|(_, value)| !value.is_table()) {
        line(out, name, &inline(value));
    }
    write_forms(out, "not", masks);
    for (name, value) in head {
        let pairs = || value.as_table().into_iter().flatten();
        let plain = || pairs().filter(|(_, value)| !value.is_table());
        if plain().next().is_some() {
            let _ = write!(out, "\n[{name}]\n");
        }
        for (id, value) in plain() {
            line(out, &key(id), &inline(value));
        }
        for (id, value) in pairs() {
            if let Some(table) = value.as_table() {
                let _ = write!(out, "\n[{name}.{}]\n", key(id));
                for (name, value) in table {
                    line(out, &key(name), &inline(value));
                }
            }
        }
    }
}

fn write_entry(out: &mut String, entry: &Entry) {
    let _ = write!(out, "\n[{}.{}]\n", key(&entry.kind), key(&entry.id));
    let more = &entry.more;
    let facts = [
        ("name", &entry.name),
        ("qid", &entry.qid),
        ("code", &more.code),
        ("note", &more.note),
        ("source", &more.source),
        ("of", &more.of),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            line(out, name, &string(fact));
        }
    }
    for (name, is_on) in &more.switches {
        line(out, name, if *is_on { "true" } else { "false" });
    }
    match &more.title[..] {
        [] => {}
        [one] => line(out, "title", &string(one)),
        several => line(
            out,
            "title",
            &list(several.iter().map(|title| string(title))),
        ),
    }
    write_forms(out, "drop", &plain(&more.dropped));
    if !is_name_alone(entry) {
        for class in AliasClass::ALL {
            if class == AliasClass::Mask {
                write_forms(out, "solo", &plain(&more.solo));
                write_forms(out, "shared", &plain(&more.shared));
            }
            let forms: Vec<EntryForm> = entry
                .forms
                .iter()
                .filter(|form| form.class == class)
                .cloned()
                .collect();
            write_forms(out, class.key(), &forms);
        }
    }
    if !more.holders.is_empty() {
        let holders: String = more.holders.iter().map(holder).collect();
        let _ = writeln!(out, "holders = [\n{holders}]");
    }
}

/// Returns whether the name says it all: it is the form where no form is listed and no title names the entity.
fn is_name_alone(entry: &Entry) -> bool {
    let [only] = &entry.forms[..] else {
        return false;
    };
    let more = &entry.more;
    entry.name.as_deref() == Some(only.text.as_str())
        && entry.kind != "office"
        && (only.class, only.language, only.case) == (AliasClass::Name, None, None)
        && more.title.is_empty()
        && more.solo.is_empty()
        && more.shared.is_empty()
}

fn plain(forms: &[IncomingForm]) -> Vec<EntryForm> {
    let forms = forms.iter().map(|form| EntryForm {
        text: form.text.clone(),
        class: AliasClass::Name,
        language: form.language.or(None),
        case: None,
    });
    forms.collect()
}

/// Writes the forms of a class, a line for each language; without languages, one plain list.
fn write_forms(out: &mut String, name: &str, forms: &[EntryForm]) {
    let languages: BTreeSet<_> = forms.iter().map(|form| form.language).collect();
    for language in &languages {
        let of_language = forms.iter().filter(|form| form.language == *language);
        let values = list(of_language.map(form));
        match language {
            Some(language) => line(out, &format!("{name}.{language}"), &values),
            None if languages.len() == 1 => line(out, name, &values),
            None => line(out, &format!("{name}.\"*\""), &values),
        }
    }
}

fn form(form: &EntryForm) -> String {
    let text = string(&form.text);
    match form.case {
        Some(CaseRule::Any) => format!("{{ form = {text}, case = \"any\" }}"),
        Some(CaseRule::Exact) => format!("{{ form = {text}, case = \"exact\" }}"),
        Some(CaseRule::Capitals) | None => text,
    }
}

fn holder(holder: &IncomingHolder) -> String {
    let to = holder
        .to
        .map(|to| format!(", to = {to}"))
        .unwrap_or_default();
    let acting = if holder.acting { ", acting = true" } else { "" };
    let who = string(&holder.who);
    format!("  {{ who = {who}, from = {}{to}{acting} }},\n", holder.from)
}

fn line(out: &mut String, name: &str, value: &str) {
    let _ = writeln!(out, "{name} = {value}");
}

fn list(values: impl Iterator<Item = String>) -> String {
    format!("[{}]", values.collect::<Vec<_>>().join(", "))
}

/// Returns a value in one line.
fn inline(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => string(text),
        toml::Value::Array(values) => list(values.iter().map(inline)),
        toml::Value::Table(table) => {
            let pairs: Vec<String> = table
                .iter()
                .map(|(name, value)| format!("{} = {}", key(name), inline(value)))
                .collect();
            format!("{{ {} }}", pairs.join(", "))
        }
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => value.to_string(),
    }
}

/// Returns a key, in quotes where it needs them.
fn key(name: &str) -> String {
    let is_bare = !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if is_bare {
        name.to_owned()
    } else {
        string(name)
    }
}

/// Returns a text in quotes, with everything escaped that an editor would not show.
fn string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for chunk in chunks(text, Span::new(0, text.len())) {
        for c in chunk.span.of(text).unwrap_or_default().chars() {
            match c {
                '"' => quoted.push_str("\\\""),
                '\\' => quoted.push_str("\\\\"),
                _ if chunk.kind == ChunkKind::Text && !c.is_control() => quoted.push(c),
                _ if u32::from(c) > 0xFFFF => {
                    let _ = write!(quoted, "\\U{:08X}", u32::from(c));
                }
                _ => {
                    let _ = write!(quoted, "\\u{:04X}", u32::from(c));
                }
            }
        }
    }
    quoted.push('"');
    quoted
}

/// Returns how a list of entities of a kind is headed: `trade-union` is `Trade union`.
fn label(kind: &str) -> String {
    let words = kind.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let initial: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    initial + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_comes_back_from_its_quotes() {
        for text in [
            "plain",
            "a\"b\\c",
            "tab\there",
            "\u{202e}bidi\u{1b}[m",
            "\u{e0041}",
            "ن\u{200c}م",
            "é’",
        ] {
            let read: toml::Table = format!("{} = {}", key(text), string(text)).parse().unwrap();
            let (name, value) = read.into_iter().next().unwrap();
            assert_eq!((name.as_str(), value.as_str()), (text, Some(text)));
        }
        assert_eq!(string("\u{202e}"), "\"\\u202E\"");
        assert_eq!(label("trade-union"), "Trade union");
    }
}
