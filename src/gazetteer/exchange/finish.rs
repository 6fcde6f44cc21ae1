//! The last step of an import: what says nothing is left out, and what the file says of itself is laid over what is known.

use std::collections::BTreeSet;

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::super::parse::language_of_tag;
use super::super::{Kind, TitlePattern};
use super::assemble::{Assembled, Assembly, EntryForm};
use super::facts::is_among;

impl Assembly<'_, '_, '_> {
    /// Leaves out what is of a state or body that nobody knows.
    fn refuse_bodiless(&mut self) {
        let mut kept = Vec::with_capacity(self.entries.len());
        for entry in std::mem::take(&mut self.entries) {
            let unknown =
                entry.more.of.as_ref().filter(|of| {
                    !self.ids.contains(*of) && self.known.gazetteer.by_id(of).is_none()
                });
            if let Some(of) = unknown {
                self.intake.refuse(entry.spot, || {
                    Diagnostic::error(format!("`{}` is of `{of}`, which nobody knows", entry.id))
                });
            } else {
                kept.push(entry);
            }
        }
        self.entries = kept;
    }

    /// Returns the phrases of the whole file that are not known.
    fn new_masks(&mut self) -> Vec<EntryForm> {
        let mut masks = Vec::new();
        for told in std::mem::take(&mut self.intake.head.masks) {
            self.clean(told, false, None, &mut masks);
        }
        let known: BTreeSet<(&str, Option<Language>)> = self
            .known
            .gazetteer
            .masks
            .iter()
            .map(|mask| (mask.form.as_str(), mask.language))
            .collect();
        let told = masks.len();
        masks.retain(|mask| !known.contains(&(mask.text.as_str(), mask.language)));
        self.intake.tally.known_forms += told - masks.len();
        self.intake.tally.forms += masks.len();
        masks
    }

    /// Returns what the file says of itself and is not known.
    fn new_head(&mut self) -> toml::Table {
        let mut head = std::mem::take(&mut self.intake.head.table);
        let gazetteer = self.known.gazetteer;
        let asof = head.get("asof").and_then(toml::Value::as_datetime);
        let asof = asof.and_then(|day| day.to_string().parse::<Date>().ok());
        if asof.is_some() && asof <= gazetteer.asof {
            head.remove("asof");
        }
        if let Some(kinds) = head.get_mut("kinds").and_then(toml::Value::as_table_mut) {
            kinds.retain(|id, table| {
                let known = gazetteer.kinds.iter().find(|kind| kind.id == *id);
                !known
                    .zip(table.as_table())
                    .is_some_and(|(kind, table)| is_known_kind(kind, table))
            });
        }
        if let Some(titles) = head.get_mut("titles").and_then(toml::Value::as_table_mut) {
            titles.retain(|name, value| {
                let known = gazetteer.titles.get(name).map_or(&[][..], Vec::as_slice);
                keep_new_titles(known, value, None)
            });
        }
        head.retain(|_, value| value.as_table().is_none_or(|table| !table.is_empty()));
        head
    }

    /// Returns what is written.
    pub(super) fn finish(mut self) -> Assembled {
        self.refuse_bodiless();
        let masks = self.new_masks();
        let head = self.new_head();
        let Self {
            mut intake,
            entries,
            ..
        } = self;
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            let says_nothing = entry.forms.is_empty()
                && entry.name.is_none()
                && entry.qid.is_none()
                && entry.more.is_empty();
            match entry.known {
                Some(_) if says_nothing => intake.tally.unchanged += 1,
                Some(_) => intake.tally.extended += 1,
                None => intake.tally.new += 1,
            }
            intake.tally.forms += entry.forms.len();
            if !(says_nothing && entry.known.is_some()) {
                kept.push(entry);
            }
        }
        Assembled {
            entries: kept,
            head,
            masks,
            tally: intake.tally,
        }
    }
}

/// Returns whether a table says of a kind what is known of it.
fn is_known_kind(kind: &Kind, table: &toml::Table) -> bool {
    table.iter().all(|(key, value)| match key.as_str() {
        "label" => value.as_str() == Some(&kind.label),
        "color" => value.as_str() == kind.color.as_deref(),
        "glyph" => value.as_str() == kind.glyph.as_deref(),
        "hidden" => value.as_bool() == Some(kind.hidden),
        _ => false,
    })
}

/// Removes from the patterns of a title those that are known, and returns whether one is left.
fn keep_new_titles(
    known: &[TitlePattern],
    value: &mut toml::Value,
    language: Option<Language>,
) -> bool {
    match value {
        toml::Value::String(text) => !is_among(known.iter(), text, language),
        toml::Value::Array(titles) => {
            titles.retain_mut(|title| keep_new_titles(known, title, language));
            !titles.is_empty()
        }
        toml::Value::Table(by_language) => {
            by_language.retain(|tag, titles| {
                keep_new_titles(known, titles, language_of_tag(tag).unwrap_or_default())
            });
            !by_language.is_empty()
        }
        toml::Value::Integer(_)
        | toml::Value::Float(_)
        | toml::Value::Boolean(_)
        | toml::Value::Datetime(_) => true,
    }
}
