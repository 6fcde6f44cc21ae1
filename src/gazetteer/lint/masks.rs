//! Masks that mask nothing.

use std::collections::{HashMap, HashSet};

use crate::text::Language;
use crate::text::boundary::{is_word_char, is_word_edge};
use crate::text::fold::fold;

use super::super::AliasClass;
use super::{Desk, Folded, about_form, languages_meet};

/// The languages that a folded form is listed for.
type Languages<'k> = HashMap<&'k str, Vec<Option<Language>>>;

pub(super) fn check(desk: &Desk<'_, '_>) {
    for (entity, range) in desk.gazetteer.entities.iter().zip(&desk.of_entity) {
        // The titles of an office are joined to names that are not its own.
        if entity.office.is_none() {
            let folded = desk.folded.get(range.clone()).unwrap_or_default();
            check_masks(desk, folded, folded, &HashSet::new());
        }
    }
    let of_all = desk.of_entity.last().map_or(0, |range| range.end);
    let of_files = desk.folded.get(of_all..).unwrap_or_default();
    if !of_files.is_empty() {
        check_masks(desk, of_files, &desk.folded, &words_of_titles(desk));
    }
}

/// Returns the words of all titles, but the smallest: what stands under the `not` of a file may keep a title from being read.
fn words_of_titles(desk: &Desk<'_, '_>) -> HashSet<String> {
    let gazetteer = desk.gazetteer;
    let offices = gazetteer
        .entities
        .iter()
        .filter_map(|entity| entity.office.as_ref());
    let own = offices.flat_map(|office| &office.own_patterns);
    let mut words = HashSet::new();
    for pattern in gazetteer.titles.values().flatten().chain(own) {
        for part in [&pattern.before, &pattern.after] {
            words.extend(title_words(&fold(part)).map(str::to_owned));
        }
    }
    words
}

fn title_words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !is_word_char(c))
        .filter(|word| word.chars().count() > 3)
}

/// Complains of the strings under `not` none of whose forms contains a form.
fn check_masks(
    desk: &Desk<'_, '_>,
    masks: &[Folded<'_>],
    forms: &[Folded<'_>],
    words: &HashSet<String>,
) {
    let is_mask = |folded: &&Folded<'_>| folded.alias.class == AliasClass::Mask;
    let masks = masks.iter().filter(is_mask);
    let masks: Vec<&Folded<'_>> = masks
        .filter(|mask| desk.is_wanted(mask.alias.origin))
        .collect();
    if masks.is_empty() {
        return;
    }
    let mut languages_by_form: Languages<'_> = HashMap::with_capacity(forms.len());
    for form in forms.iter().filter(|folded| !is_mask(folded)) {
        let language = form.alias.language;
        for key in std::iter::once(form.key.as_str()).chain(without_article(form)) {
            languages_by_form.entry(key).or_default().push(language);
        }
    }
    let is_idle = |mask: &Folded<'_>| {
        !holds_a_form(&mask.key, mask.alias.language, &languages_by_form)
            && !title_words(&mask.key).any(|word| words.contains(word))
    };
    for string in masks.chunk_by(|one, other| one.alias.origin == other.alias.origin) {
        if string.iter().all(|mask| is_idle(mask)) {
            let (mask, alias) = (string[0], string[0].alias);
            desk.warn(alias.origin, || {
                let id = desk.id_of(mask.owner);
                let form = &alias.form;
                let message = match mask.owner {
                    Some(_) => format!("`{form}` under `not` contains no form of `{id}`"),
                    None => format!("`{form}` under `not` contains no form of anybody"),
                };
                about_form("idle-mask", id, form, message)
                    .hint("a mask is the longer phrase around a form: `wild turkey`")
            });
        }
    }
}

/// Returns what follows the first word of a form such as `the Alliance`, which is found without it where the word is an article.
fn without_article<'f>(form: &'f Folded<'_>) -> Option<&'f str> {
    let may_have_one = matches!(
        form.alias.class,
        AliasClass::Short | AliasClass::Metonym | AliasClass::Role
    ) && !form.alias.form.starts_with(char::is_uppercase);
    let (_, rest) = form.key.split_once([' ', '\''])?;
    may_have_one.then(|| rest.trim_start())
}

fn holds_a_form(mask: &str, language: Option<Language>, forms: &Languages<'_>) -> bool {
    parts(mask, |part| {
        forms
            .get(part)
            .is_some_and(|all| all.iter().any(|of_form| languages_meet(language, *of_form)))
    })
}

/// A form has fewer words and spaces, or signs where words have no spaces, than this.
const MAX_EDGES: usize = 60;

/// Returns whether some part of a text, from word edge to word edge, is wanted.
fn parts(text: &str, is_wanted: impl Fn(&str) -> bool) -> bool {
    let mut edges = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_word_edge(before, Some(c)) {
            edges.push(at);
        }
        before = Some(c);
    }
    edges.push(text.len());
    (0..edges.len()).any(|start| {
        let mut ends = edges[start + 1..].iter().take(MAX_EDGES);
        ends.any(|&end| text.get(edges[start]..end).is_some_and(&is_wanted))
    })
}
