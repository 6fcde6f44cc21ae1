//! What is said of an entity beside its forms, and what of it is known.

use crate::text::Language;

use super::super::lint::languages_meet;
use super::super::{Alias, AliasClass, Entity, TitlePattern, expand};
use super::assemble::EntryForm;
use super::clean::tidy;
use super::incoming::{Incoming, IncomingForm, More};
use super::known::Known;

/// Returns the form to show an entity by: a name in every language or in English, else any name, else any form that names.
pub(super) fn best_name(forms: &[EntryForm]) -> Option<String> {
    let is_common = |form: &EntryForm| {
        form.language
            .is_none_or(|language| language == Language::ENGLISH)
    };
    let names = || forms.iter().filter(|form| form.class == AliasClass::Name);
    let form = names()
        .find(|form| is_common(form))
        .or_else(|| names().next())
        .or_else(|| forms.iter().find(|form| form.class != AliasClass::Mask))?;
    match expand(&form.text, |_| None) {
        Ok(expanded) => expanded.first().map(|form| tidy(form)),
        Err(_) => None,
    }
}

/// Returns whether a title with a slot is one that an entity has.
pub(super) fn is_known_title(entity: &Entity, text: &str, language: Option<Language>) -> bool {
    let patterns = entity.office.iter().flat_map(|office| &office.own_patterns);
    text.contains('<') && is_among(patterns, text, language)
}

/// Returns whether a title as it is written is one of some.
pub(super) fn is_among<'g>(
    mut patterns: impl Iterator<Item = &'g TitlePattern>,
    text: &str,
    language: Option<Language>,
) -> bool {
    patterns.any(|pattern| {
        let (before, after) = (&pattern.before, &pattern.after);
        languages_meet(pattern.language, language)
            && format!("{before}{}{after}", pattern.slot.as_str()) == text
    })
}

/// Returns what our own line says that is not known of an entity.
pub(super) fn new_facts(incoming: Incoming, entity: &Entity, known: &Known<'_>) -> Incoming {
    let mut new = incoming;
    let differs =
        |new: &Option<String>, known: Option<&String>| new.is_some() && new.as_ref() != known;
    new.name = new.name.filter(|name| *name != entity.name);
    new.qid = new.qid.filter(|qid| entity.qid.as_ref() != Some(qid));
    let more = &mut new.more;
    for (fact, known) in [
        (&mut more.code, &entity.code),
        (&mut more.note, &entity.note),
        (&mut more.source, &entity.source),
    ] {
        if !differs(fact, known.as_ref()) {
            *fact = None;
        }
    }
    let marked = |form: &IncomingForm, is_marked: fn(&Alias) -> bool| {
        entity.aliases.iter().any(|alias| {
            alias.form == form.text
                && is_marked(alias)
                && languages_meet(alias.language, form.language.or(None))
        })
    };
    more.solo.retain(|form| !marked(form, |alias| alias.solo));
    more.shared
        .retain(|form| !marked(form, |alias| alias.shared));
    if let Some(office) = &entity.office {
        let id_of = |id| &known.gazetteer.entity(id).id;
        more.title.retain(|title| !office.titles.contains(title));
        more.of = more.of.take().filter(|of| of != id_of(office.of));
        more.holders.retain(|new| {
            !office.holders.iter().any(|holder| {
                (id_of(holder.who), holder.from, holder.to, holder.acting)
                    == (&new.who, new.from, new.to, new.acting)
            })
        });
    }
    new
}

impl More {
    /// Returns whether nothing is said.
    pub(super) fn is_empty(&self) -> bool {
        let lists = [&self.solo, &self.shared, &self.dropped];
        self.code.is_none()
            && self.note.is_none()
            && self.source.is_none()
            && lists.iter().all(|list| list.is_empty())
            && self.switches.is_empty()
            && self.of.is_none()
            && self.title.is_empty()
            && self.holders.is_empty()
    }
}
