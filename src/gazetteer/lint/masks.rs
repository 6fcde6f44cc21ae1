//! Masks that mask nothing.

use std::collections::{BTreeSet, HashMap};

use crate::text::Language;
use crate::text::boundary::is_word_edge;
use crate::text::fold::fold;

use super::super::{AliasClass, Entity};
use super::{Desk, languages_meet};

pub(super) fn check(desk: &Desk<'_, '_>) {
    for entity in &desk.gazetteer.entities {
        // The titles of an office are joined to names that are not its own.
        if entity.office.is_none() {
            check_entity(desk, entity);
        }
    }
}

/// Complains of the strings under `not` none of whose forms contains a form of the entity.
fn check_entity(desk: &Desk<'_, '_>, entity: &Entity) {
    let (masks, forms): (Vec<_>, Vec<_>) = entity
        .aliases
        .iter()
        .partition(|alias| alias.class == AliasClass::Mask);
    if masks.is_empty() {
        return;
    }
    let mut languages_by_form: HashMap<String, Vec<Option<Language>>> =
        HashMap::with_capacity(forms.len());
    for form in forms {
        languages_by_form
            .entry(fold(&form.form))
            .or_default()
            .push(form.language);
    }
    let mut told = BTreeSet::new();
    for mask in masks {
        let holds_a_form = parts(&fold(&mask.form), |part| {
            let languages = languages_by_form.get(part);
            languages.is_some_and(|all| {
                all.iter()
                    .any(|language| languages_meet(mask.language, *language))
            })
        });
        if !holds_a_form && told.insert(mask.origin) {
            desk.warn(
                mask.origin,
                || {
                    format!(
                        "`{}` under `not` contains no form of `{}`",
                        mask.form, entity.id
                    )
                },
                || "a mask is the longer phrase around a form: `wild turkey`".to_owned(),
            );
        }
    }
}

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
        let mut ends = edges[start + 1..].iter();
        ends.any(|&end| text.get(edges[start]..end).is_some_and(&is_wanted))
    })
}
