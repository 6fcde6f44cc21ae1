//! What a format has no room for.

use std::collections::BTreeMap;

use super::super::{Alias, AliasClass, CaseRule, Gazetteer};
use super::chosen::{Choice, Chosen};
use super::format::Format;
use super::statements::Statement;

/// Something that a format has no room for, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loss {
    /// `not`.
    Mask,
    /// `short`, whose condition cannot be said.
    Short,
    /// An entity that only competes for the text.
    Hidden,
    /// An entity of a kind that the format does not know.
    Kind,
    /// A form with a character that separates in the format.
    Sign,
    /// A title with a slot.
    Title,
    /// A day of an office.
    Holder,
    /// A rule for letters that is not the class's own.
    Case,
    /// `solo`.
    Solo,
    /// `shared`.
    Shared,
    /// A class other than name.
    Class,
    /// A language.
    Language,
    /// A display name that is no form.
    Name,
    /// A Wikidata id, code, note or source.
    Fact,
    /// `drop`, `disabled`, `replace`.
    Switch,
}

impl Loss {
    fn message(self, n: usize) -> String {
        match self {
            Self::Mask => format!("{n} phrases that are no mention (`not`) are left out"),
            Self::Short => format!("{n} short forms, which need the name nearby, are left out"),
            Self::Hidden => format!("{n} forms of entities that are never shown are left out"),
            Self::Kind => format!(
                "{n} forms of entities that are neither persons nor organisations are left out"
            ),
            Self::Sign => {
                format!("{n} forms with a sign that separates in this format are left out")
            }
            Self::Title => format!("{n} titles that are joined to a state or body are left out"),
            Self::Holder => format!("{n} holders of offices with their days are left out"),
            Self::Case => format!("{n} forms lose their rule for capitals (`case`)"),
            Self::Solo => format!("{n} forms lose `solo`"),
            Self::Shared => format!("{n} forms lose `shared`"),
            Self::Class => format!("{n} forms lose their class (acronym, adjective, capital …)"),
            Self::Language => format!("{n} forms lose their language"),
            Self::Name => format!("{n} display names, which are no forms, are left out"),
            Self::Fact => format!("{n} facts (`qid`, `code`, `note`, `source`) are left out"),
            Self::Switch => format!("{n} times `drop`, `disabled` or `replace` is left out"),
        }
    }
}

/// How often each was met.
#[derive(Debug, Default)]
pub(super) struct Losses {
    counts: BTreeMap<Loss, usize>,
    pub(super) entities_left_out: usize,
    pub(super) forms_left_out: usize,
}

impl Losses {
    pub(super) fn add(&mut self, loss: Loss, n: usize) {
        if n > 0 {
            *self.counts.entry(loss).or_default() += n;
        }
    }

    /// Returns the forms of an entity that a format has room for, and counts the others.
    pub(super) fn keep<'g>(&mut self, format: Format, chosen: &Chosen<'g>) -> Vec<&'g Alias> {
        let mut kept = Vec::with_capacity(chosen.forms.len());
        for alias in &chosen.forms {
            match reason(format, chosen, alias) {
                None => kept.push(*alias),
                Some(loss) => {
                    self.add(loss, 1);
                    self.forms_left_out += 1;
                }
            }
        }
        self.entities_left_out += usize::from(kept.is_empty());
        kept
    }

    /// Counts what is lost of the forms that are kept, and of everything beside forms.
    pub(super) fn count_all(
        &mut self,
        gazetteer: &Gazetteer,
        choice: &Choice,
        chosen: &[Chosen<'_>],
        statements: &[Statement],
        format: Format,
    ) {
        if format == Format::Jsonl {
            return;
        }
        for chosen in chosen {
            let entity = chosen.entity;
            let facts = [&entity.qid, &entity.code, &entity.note, &entity.source];
            if chosen.is_whole {
                self.add(Loss::Fact, facts.into_iter().flatten().count());
            }
            self.add(Loss::Title, chosen.titles.len() + chosen.patterns.len());
            self.add(Loss::Holder, chosen.holders.len());
            for alias in &chosen.forms {
                if reason(format, chosen, alias).is_none() {
                    self.count_form(format, alias);
                }
            }
        }
        if choice.own {
            let is_switch = |key: &str| matches!(key, "drop" | "disabled" | "replace");
            let keys = statements
                .iter()
                .flat_map(|statement| statement.keys.keys());
            let switches = keys.map(String::as_str).filter(|key| is_switch(key));
            self.add(Loss::Switch, switches.count());
        } else if choice.is_all() {
            self.add(Loss::Mask, gazetteer.masks.len());
        }
    }

    fn count_form(&mut self, format: Format, alias: &Alias) {
        let has_case = match alias.case {
            CaseRule::Capitals => false,
            CaseRule::Exact => alias.class != AliasClass::Acronym,
            CaseRule::Any => true,
        };
        let has_class = matches!(format, Format::Csv | Format::Tsv | Format::Gate);
        let has_language = has_class || format == Format::JrcNames;
        let is_lost = [
            (Loss::Case, has_case && format != Format::Spacy),
            (Loss::Solo, alias.solo),
            (Loss::Shared, alias.shared),
            (Loss::Class, alias.class != AliasClass::Name && !has_class),
            (Loss::Language, alias.language.is_some() && !has_language),
        ];
        for (loss, is_lost) in is_lost {
            self.add(loss, usize::from(is_lost));
        }
    }

    /// Returns what to say.
    pub(super) fn into_messages(self) -> Vec<String> {
        self.counts
            .into_iter()
            .map(|(loss, n)| loss.message(n))
            .collect()
    }
}

/// Returns why a format has no room for a form.
fn reason(format: Format, chosen: &Chosen<'_>, alias: &Alias) -> Option<Loss> {
    let (has_conditions, separators): (bool, &[char]) = match format {
        Format::Csv | Format::Tsv | Format::Jsonl | Format::WikidataCsv | Format::WikidataJson => {
            return None;
        }
        Format::Gate => (true, &[':', '\t']),
        Format::Spacy => (false, &[]),
        Format::Inception => (false, &['\t']),
        Format::JrcNames => (false, &['+', '\t']),
    };
    if chosen.kind.hidden && !chosen.is_asked_for {
        return Some(Loss::Hidden);
    }
    let has_kind = matches!(chosen.kind.id.as_str(), "leader" | "organisation");
    if format == Format::JrcNames && !has_kind {
        return Some(Loss::Kind);
    }
    match alias.class {
        AliasClass::Mask => Some(Loss::Mask),
        AliasClass::Short if !has_conditions => Some(Loss::Short),
        AliasClass::Name
        | AliasClass::Acronym
        | AliasClass::Short
        | AliasClass::Adjective
        | AliasClass::Capital
        | AliasClass::Metonym
        | AliasClass::Role => alias.form.contains(separators).then_some(Loss::Sign),
    }
}
