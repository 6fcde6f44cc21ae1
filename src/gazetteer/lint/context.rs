//! Forms that need another form: short ones an antecedent, surnames a full name.

use std::collections::BTreeSet;

use crate::text::{Language, Script};

use super::super::{Alias, AliasClass, Entity};
use super::{Desk, about_form};

pub(super) fn check(desk: &Desk<'_, '_>) {
    for (id, entity) in desk.gazetteer.iter() {
        let mut aliases = entity.aliases.iter();
        if !aliases.any(|alias| desk.is_wanted(alias.origin)) {
            continue;
        }
        check_short(desk, entity);
        if desk.gazetteer.kind_of(id).id == "leader" {
            check_surnames(desk, entity);
        }
    }
}

/// Complains of `short` forms in a language in which nothing can introduce them.
fn check_short(desk: &Desk<'_, '_>, entity: &Entity) {
    let introduces = |alias: &Alias| matches!(alias.class, AliasClass::Name | AliasClass::Acronym);
    let languages = languages_of(entity, introduces);
    for alias in first_of_each_language(entity, |alias| alias.class == AliasClass::Short) {
        if !reach(&languages, alias.language) {
            desk.warn(alias.origin, || {
                let language = in_language(alias.language);
                let message = format!(
                    "`{}` is short for a name or acronym, and `{}` has none{language}",
                    alias.form, entity.id
                );
                about_form("lone-short", &entity.id, &alias.form, message)
                    .hint("list the full name under `names`; `name` alone is only shown")
            });
        }
    }
}

/// Complains of a leader known by one word only.
fn check_surnames(desk: &Desk<'_, '_>, entity: &Entity) {
    let is_full =
        |alias: &Alias| alias.class == AliasClass::Name && alias.form.contains(char::is_whitespace);
    let is_one_word = |alias: &Alias| {
        let is_spaced = !alias.form.chars().any(|c| Script::of(c).is_unspaced());
        alias.class == AliasClass::Name && is_spaced && !is_full(alias)
    };
    let full = languages_of(entity, is_full);
    for alias in first_of_each_language(entity, is_one_word) {
        if !reach(&full, alias.language) {
            desk.warn(alias.origin, || {
                let language = in_language(alias.language);
                let message = format!(
                    "`{}` is one word, and `{}` has no full name{language}",
                    alias.form, entity.id
                );
                about_form("lone-surname", &entity.id, &alias.form, message).hint(format!(
                    "list the full name beside it: `{{First ,}}{}`",
                    alias.form
                ))
            });
        }
    }
}

fn languages_of(entity: &Entity, wanted: impl Fn(&Alias) -> bool) -> BTreeSet<Option<Language>> {
    let aliases = entity.aliases.iter().filter(|alias| wanted(alias));
    aliases.map(|alias| alias.language).collect()
}

/// Returns whether forms of these languages are active in documents of `language`; for every language, one is enough.
fn reach(languages: &BTreeSet<Option<Language>>, language: Option<Language>) -> bool {
    languages.contains(&None)
        || languages.contains(&language)
        || (language.is_none() && !languages.is_empty())
}

fn first_of_each_language(entity: &Entity, wanted: impl Fn(&Alias) -> bool) -> Vec<&Alias> {
    let mut seen = BTreeSet::new();
    let aliases = entity.aliases.iter().filter(|alias| wanted(alias));
    aliases
        .filter(|alias| seen.insert(alias.language))
        .collect()
}

fn in_language(language: Option<Language>) -> String {
    language
        .map(|language| format!(" in `{language}`"))
        .unwrap_or_default()
}
