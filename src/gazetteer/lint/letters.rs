//! The letters of a form: too few of them, small ones in an acronym, two alphabets in a word.

use std::collections::BTreeSet;

use crate::text::Script;
use crate::text::boundary::is_word_char;

use super::super::{Alias, AliasClass, CaseRule};
use super::{Desk, about_form};

pub(super) fn check(desk: &Desk<'_, '_>) {
    // One complaint for each string, however many of its forms are concerned.
    let mut told = BTreeSet::new();
    let folded = desk.folded.iter();
    for folded in folded.filter(|folded| desk.is_wanted(folded.alias.origin)) {
        let (alias, id) = (folded.alias, desk.id_of(folded.owner));
        let form = &alias.form;
        let is_mask = alias.class == AliasClass::Mask;
        if !is_mask && is_too_short(alias) && told.insert((alias.origin, "short")) {
            desk.warn(alias.origin, || {
                let message =
                    format!("`{form}` is so short that it is found in other words' places");
                about_form("short-form", id, form, message)
                    .hint("list it under `acronyms`, whose case is exact, or write a longer form")
            });
        }
        if alias.class == AliasClass::Acronym
            && form.contains(char::is_lowercase)
            && told.insert((alias.origin, "small"))
        {
            desk.warn(alias.origin, || {
                let message = format!("the acronym `{form}` has small letters");
                about_form("small-acronym", id, form, message).hint(
                    "an acronym is matched exactly as written; a word such as `Unicef` goes under `names`",
                )
            });
        }
        if let Some(word) = word_of_two_scripts(form)
            && told.insert((alias.origin, "scripts"))
        {
            desk.warn(alias.origin, || {
                let message = format!("the word `{word}` has letters of two alphabets");
                about_form("two-alphabets", id, form, message)
                    .hint(format!("they are {}", describe_scripts(word)))
            });
        }
    }
}

/// Returns whether a form has one letter, or two or three that do not have to be capitals.
///
/// `US` is as safe under `names` as under `acronyms`, for its capitals bind; `Xi` is safe under `short`, for it needs the full name
/// nearby; two signs make a name where words have no spaces.
fn is_too_short(alias: &Alias) -> bool {
    let letters = alias.form.chars().filter(|c| c.is_alphanumeric());
    // Four are enough, and most forms have them at once.
    let letters: Vec<char> = letters.take(4).collect();
    if letters.iter().any(|&c| Script::of(c).is_unspaced()) {
        return letters.len() < 2;
    }
    let capitals_bind = alias.case != CaseRule::Any && letters.iter().all(|c| !c.is_lowercase());
    let is_small = letters.iter().all(|c| !c.is_uppercase()) || alias.case == CaseRule::Any;
    match letters.len() {
        0 | 1 => true,
        // `dpa` of the German agency, `case = "exact"`: its author knows what it is up against.
        2 | 3 if alias.case == CaseRule::Exact => false,
        2 => !capitals_bind && (alias.class != AliasClass::Short || is_small),
        3 => {
            is_small
                && letters
                    .iter()
                    .any(|c| c.is_lowercase() || alias.case == CaseRule::Any)
        }
        _ => false,
    }
}

fn word_of_two_scripts(form: &str) -> Option<&str> {
    // One of them is not Latin, and most forms have no such letter.
    let is_other = |c: char| matches!(Script::of(c), Script::Cyrillic | Script::Greek);
    if form.is_ascii() || !form.contains(is_other) {
        return None;
    }
    let mut words = form.split(|c: char| !is_word_char(c));
    words.find(|word| !word.is_ascii() && alphabets(word).len() > 1)
}

/// Returns the alphabets of a word that are mistaken for one another.
fn alphabets(word: &str) -> BTreeSet<Script> {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let scripts = letters.map(Script::of);
    scripts
        .filter(|script| matches!(script, Script::Latin | Script::Cyrillic | Script::Greek))
        .collect()
}

fn describe_scripts(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    let parts: Vec<String> = letters
        .map(|c| format!("{c} {:?}", Script::of(c)))
        .collect();
    parts.join(", ")
}
