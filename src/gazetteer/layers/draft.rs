//! An entity while one layer after another is laid over it.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::Date;
use crate::text::Language;

use super::super::raw::{Facts, Placed, RawForm, RawHolder, RawOffice, RawTitles, Text};
use super::super::sheet::Sheet;
use super::super::{Alias, AliasClass, KindId, Layer, Origin, TitlePattern};
use super::Notes;
use super::phrases::{Phrases, Title};

/// A text and the file, line and column it stands at.
pub(super) type From<'a> = (Text<'a>, Origin);

/// An entity so far.
pub(super) struct Draft<'a> {
    pub(super) id: String,
    pub(super) kind: KindId,
    /// The last layer that said something about it.
    pub(super) layer: Layer,
    pub(super) origin: Origin,
    pub(super) facts: DraftFacts<'a>,
    pub(super) aliases: Vec<Alias>,
    pub(super) solo: Vec<Mark>,
    pub(super) shared: Vec<Mark>,
    pub(super) office: DraftOffice<'a>,
    pub(super) disabled: bool,
}

/// The single values so far.
#[derive(Default)]
pub(super) struct DraftFacts<'a> {
    pub(super) name: Option<From<'a>>,
    pub(super) qid: Option<From<'a>>,
    pub(super) code: Option<Text<'a>>,
    pub(super) note: Option<Text<'a>>,
    pub(super) source: Option<Text<'a>>,
}

/// A form listed under `solo` or `shared`.
pub(super) struct Mark {
    pub(super) form: String,
    pub(super) language: Option<Language>,
    pub(super) origin: Origin,
}

/// What only an office has, so far.
#[derive(Default)]
pub(super) struct DraftOffice<'a> {
    pub(super) of: Option<From<'a>>,
    pub(super) titles: Vec<From<'a>>,
    pub(super) patterns: Vec<TitlePattern>,
    pub(super) holders: BTreeMap<Date, (RawHolder<'a>, Origin)>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(id: &str, kind: KindId, layer: Layer, origin: Origin) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            layer,
            origin,
            facts: DraftFacts::default(),
            aliases: Vec::new(),
            solo: Vec::new(),
            shared: Vec::new(),
            office: DraftOffice::default(),
            disabled: false,
        }
    }

    /// Removes the forms that earlier layers listed.
    pub(super) fn drop_forms(
        &mut self,
        sheet: &Sheet<'_>,
        phrases: &Phrases,
        raws: &[RawForm<'_>],
        notes: &mut Notes,
    ) {
        if raws.is_empty() {
            return;
        }
        let marks = marks(sheet, phrases, raws);
        let mut dropped = MarkSet::new(&marks);
        self.aliases.retain(|alias| !dropped.covers(alias));
        notes.absent.extend(dropped.unused("drop"));
    }

    /// Remembers the forms under `solo` and `shared`; the aliases may come in a later layer.
    pub(super) fn mark(
        &mut self,
        sheet: &Sheet<'_>,
        phrases: &Phrases,
        solo: &[RawForm<'_>],
        shared: &[RawForm<'_>],
    ) {
        for (raws, known) in [(solo, &mut self.solo), (shared, &mut self.shared)] {
            known.extend(marks(sheet, phrases, raws));
        }
    }

    /// Replaces the single values that a layer gives.
    pub(super) fn set_facts(&mut self, sheet: &Sheet<'_>, facts: Facts<'a>) {
        let origin = |placed: Placed<'a>| (placed.text, sheet.origin(placed.at));
        let known = &mut self.facts;
        known.name = facts.name.map(origin).or(known.name.take());
        known.qid = facts.qid.map(origin).or(known.qid.take());
        known.code = facts.code.or(known.code.take());
        known.note = facts.note.or(known.note.take());
        known.source = facts.source.or(known.source.take());
    }

    /// Lays what a layer says of the office over what is known.
    pub(super) fn extend_office(
        &mut self,
        sheet: &Sheet<'_>,
        phrases: &Phrases,
        raw: RawOffice<'a>,
    ) {
        let origin = |placed: Placed<'a>| (placed.text, sheet.origin(placed.at));
        let office = &mut self.office;
        office.of = raw.of.map(origin).or(office.of.take());
        match raw.titles {
            Some(RawTitles::One(title)) => office.titles = vec![origin(title)],
            Some(RawTitles::Several(titles)) => {
                office.titles.extend(titles.into_iter().map(origin));
            }
            None => {}
        }
        for form in &raw.own_titles {
            phrases.titles_of(sheet, form, &mut |title| match title {
                Title::Pattern(pattern) => office.patterns.push(pattern),
                Title::Whole(alias) => self.aliases.push(alias),
            });
        }
        for holder in raw.holders {
            let origin = sheet.origin(holder.who.at);
            office.holders.insert(holder.from, (holder, origin));
        }
    }
}

/// Makes the forms of all layers one list: of several equal ones of one class and language the first is kept, and marks are set.
pub(super) fn settle(aliases: &mut Vec<Alias>, solo: &[Mark], shared: &[Mark], notes: &mut Notes) {
    remove_repeated(aliases, notes);
    let mut solo = MarkSet::new(solo);
    let mut shared = MarkSet::new(shared);
    for alias in aliases
        .iter_mut()
        .filter(|alias| alias.class != AliasClass::Mask)
    {
        alias.solo = solo.covers(alias);
        alias.shared = shared.covers(alias);
    }
    notes.absent.extend(solo.unused("solo"));
    notes.absent.extend(shared.unused("shared"));
}

fn remove_repeated(aliases: &mut Vec<Alias>, notes: &mut Notes) {
    let mut first = HashMap::with_capacity(aliases.len());
    let mut repeated = Vec::new();
    for (index, alias) in aliases.iter().enumerate() {
        let key = (alias.form.as_str(), alias.class, alias.language);
        if let Some(origin) = first.get(&key) {
            notes
                .repeated
                .push((alias.form.clone(), alias.origin, *origin));
            repeated.push(index);
        } else {
            first.insert(key, alias.origin);
        }
    }
    if !repeated.is_empty() {
        let mut index = 0;
        aliases.retain(|_| {
            index += 1;
            repeated.binary_search(&(index - 1)).is_err()
        });
    }
}

fn marks(sheet: &Sheet<'_>, phrases: &Phrases, raws: &[RawForm<'_>]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for raw in raws {
        let origin = sheet.origin(raw.at);
        marks.extend(phrases.forms(sheet, raw).into_iter().map(|form| Mark {
            form,
            language: raw.language,
            origin,
        }));
    }
    marks
}

/// Marks by form, remembering which of them covered an alias.
pub(super) struct MarkSet<'m> {
    by_form: HashMap<&'m str, Vec<(&'m Mark, bool)>>,
}

impl<'m> MarkSet<'m> {
    pub(super) fn new(marks: &'m [Mark]) -> Self {
        let mut by_form: HashMap<&str, Vec<(&Mark, bool)>> = HashMap::with_capacity(marks.len());
        for mark in marks {
            by_form.entry(&mark.form).or_default().push((mark, false));
        }
        Self { by_form }
    }

    /// Returns whether a mark has the alias's form in a language of its.
    pub(super) fn covers(&mut self, alias: &Alias) -> bool {
        let Some(marks) = self.by_form.get_mut(alias.form.as_str()) else {
            return false;
        };
        let mut is_covered = false;
        for (mark, is_used) in marks {
            if languages_meet(mark.language, alias.language) {
                *is_used = true;
                is_covered = true;
            }
        }
        is_covered
    }

    /// Returns the marks that covered nothing, as notes under a key, in the order of the files.
    pub(super) fn unused(self, key: &'static str) -> Vec<(&'static str, String, Origin)> {
        let mut unused: Vec<_> = self
            .by_form
            .into_values()
            .flatten()
            .filter(|(_, is_used)| !is_used)
            .map(|(mark, _)| (key, mark.form.clone(), mark.origin))
            .collect();
        unused.sort_by(|a, b| (a.2, &a.1).cmp(&(b.2, &b.1)));
        unused
    }
}

/// Returns whether two lists of forms are valid in a common language; `None` is every language.
pub(super) fn languages_meet(one: Option<Language>, other: Option<Language>) -> bool {
    one.is_none() || other.is_none() || one == other
}
