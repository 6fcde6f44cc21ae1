//! One form in several places: of two entities, twice in one, or under a mask that always hides it.

use std::collections::BTreeSet;

use super::super::layers::Notes;
use super::super::{Alias, AliasClass, CaseRule, EntityId, Origin};
use super::{Desk, Folded, about_form, languages_meet};

/// A form is compared to so many others of the same letters, and no more: of a name in two hundred languages each is, and a file made to
/// be slow is not.
const MAX_COMPARED: usize = 2_000;

/// Folded forms of one key, in the order of the files.
type Group<'g, 's> = &'g [&'g Folded<'s>];

pub(super) fn check(desk: &Desk<'_, '_>, notes: &Notes) {
    for repeated in &notes.repeated {
        let (form, again, first) = repeated;
        let owner = desk
            .folded
            .iter()
            .find(|folded| folded.alias.origin == *first)
            .and_then(|folded| folded.owner);
        warn_twice(desk, desk.id_of(owner), form, *again, *first);
    }
    let mut folded: Vec<&Folded<'_>> = desk.folded.iter().collect();
    // The later one in the files is complained of: a reader's own, not the bundled one.
    folded.sort_unstable_by(|one, other| {
        (&one.key, one.alias.origin, one.owner).cmp(&(&other.key, other.alias.origin, other.owner))
    });
    let mut told = BTreeSet::new();
    for group in folded.chunk_by(|one, other| one.key == other.key) {
        let is_wanted = |folded: &&Folded<'_>| desk.is_wanted(folded.alias.origin);
        if group.len() > 1 && group.iter().any(is_wanted) {
            let (masks, forms): (Vec<&Folded<'_>>, Vec<&Folded<'_>>) = group
                .iter()
                .partition(|folded| folded.alias.class == AliasClass::Mask);
            check_rivals(desk, &forms, &mut told);
            check_repeats(desk, &forms);
            check_hidden(desk, &forms, &masks);
            check_idle(desk, &forms, &masks);
        }
    }
}

/// Complains of a form of two entities in one language, once for each string and rival.
fn check_rivals(
    desk: &Desk<'_, '_>,
    forms: Group<'_, '_>,
    told: &mut BTreeSet<(Origin, Option<EntityId>)>,
) {
    for (index, form) in forms.iter().enumerate() {
        let alias = form.alias;
        let rival = forms[..index].iter().take(MAX_COMPARED).find(|rival| {
            rival.owner != form.owner
                && !rival.alias.shared
                && !alias.shared
                && languages_meet(alias.language, rival.alias.language)
                && may_name_one_text(alias, rival.alias)
        });
        let Some(rival) = rival else {
            continue;
        };
        if told.insert((alias.origin, rival.owner)) {
            let (id, other) = (desk.id_of(form.owner), desk.id_of(rival.owner));
            desk.warn(alias.origin, || {
                let message = format!("`{}` is a form of `{id}` and of `{other}`", alias.form);
                about_form("two-owners", id, &alias.form, message)
                    .about("other", other)
                    .hint(format!(
                        "the other is at {}; if both are meant, list it under `shared`",
                        desk.place(rival.alias.origin)
                    ))
            });
        }
    }
}

/// Complains of a form that one entity lists in two classes or languages that meet.
fn check_repeats(desk: &Desk<'_, '_>, forms: Group<'_, '_>) {
    for (index, form) in forms.iter().enumerate() {
        let alias = form.alias;
        let first = forms[..index].iter().take(MAX_COMPARED).find(|first| {
            first.owner == form.owner
                && first.alias.form == alias.form
                && languages_meet(alias.language, first.alias.language)
        });
        if let Some(first) = first {
            let id = desk.id_of(form.owner);
            warn_twice(desk, id, &alias.form, alias.origin, first.alias.origin);
        }
    }
}

fn warn_twice(desk: &Desk<'_, '_>, id: &str, form: &str, again: Origin, first: Origin) {
    desk.warn(again, || {
        let message = format!("`{form}` is listed twice");
        about_form("repeated-form", id, form, message).hint(if again == first {
            "this string makes it twice".to_owned()
        } else {
            format!("it is already at {}", desk.place(first))
        })
    });
}

/// Complains of a form that can never be found because a mask of the same words in its own entity always wins.
///
/// The mask of another entity gives way to a name of the same words.
fn check_hidden(desk: &Desk<'_, '_>, forms: Group<'_, '_>, masks: Group<'_, '_>) {
    for form in forms {
        let alias = form.alias;
        let mask = masks.iter().take(MAX_COMPARED).find(|mask| {
            mask.owner == form.owner
                && reaches(mask.alias, alias)
                && always_matches(mask.alias, alias)
        });
        if let Some(mask) = mask {
            desk.warn(alias.origin, || {
                let message = format!(
                    "`{}` is always hidden by the same words under `not`",
                    alias.form
                );
                about_form("hidden-form", desk.id_of(form.owner), &alias.form, message)
                    .hint(format!("the mask is at {}", desk.place(mask.alias.origin)))
            });
        }
    }
}

/// Complains of a mask of a whole file that never wins, because some entity has the same words as a name.
fn check_idle(desk: &Desk<'_, '_>, forms: Group<'_, '_>, masks: Group<'_, '_>) {
    for mask in masks.iter().filter(|mask| mask.owner.is_none()) {
        let form = forms.iter().take(MAX_COMPARED).find(|form| {
            form.alias.class != AliasClass::Role
                && reaches(form.alias, mask.alias)
                && always_matches(form.alias, mask.alias)
        });
        if let Some(form) = form {
            let (id, alias) = (desk.id_of(form.owner), mask.alias);
            desk.warn(alias.origin, || {
                let message = format!(
                    "`{}` under `not` gives way to the same words of `{id}`",
                    alias.form
                );
                about_form("idle-mask", id, &alias.form, message).hint(format!(
                    "remove it, or `drop` the form at {}",
                    desk.place(form.alias.origin)
                ))
            });
        }
    }
}

/// Returns whether a form is active in all documents that another is active in.
fn reaches(one: &Alias, other: &Alias) -> bool {
    one.language.is_none() || one.language == other.language
}

/// Returns whether some text is matched by both forms, which are equal when folded.
fn may_name_one_text(one: &Alias, other: &Alias) -> bool {
    match (one.case, other.case) {
        (CaseRule::Exact, CaseRule::Exact) => every_capital(one, other, |one, other| one == other),
        // What is written exactly must have the capitals that the other asks for.
        (CaseRule::Exact, CaseRule::Capitals) => {
            every_capital(one, other, |one, other| one || !other)
        }
        (CaseRule::Capitals, CaseRule::Exact) => {
            every_capital(one, other, |one, other| !one || other)
        }
        (CaseRule::Any | CaseRule::Capitals, _) | (_, CaseRule::Any) => true,
    }
}

/// Returns whether one form matches every text that another matches; the two are equal when folded.
fn always_matches(mask: &Alias, form: &Alias) -> bool {
    match (mask.case, form.case) {
        (CaseRule::Any, _) => true,
        (CaseRule::Exact, CaseRule::Exact) => every_capital(mask, form, |mask, form| mask == form),
        (CaseRule::Capitals, CaseRule::Exact | CaseRule::Capitals) => {
            every_capital(mask, form, |mask, form| !mask || form)
        }
        (CaseRule::Exact | CaseRule::Capitals, _) => false,
    }
}

/// Asks letter by letter, whether it is a capital in the one and in the other; forms of unequal length (`ß`, `œ`) pass.
fn every_capital(one: &Alias, other: &Alias, holds: impl Fn(bool, bool) -> bool) -> bool {
    let same_length = one.form.chars().count() == other.form.chars().count();
    let mut pairs = one.form.chars().zip(other.form.chars());
    !same_length || pairs.all(|(one, other)| holds(one.is_uppercase(), other.is_uppercase()))
}
