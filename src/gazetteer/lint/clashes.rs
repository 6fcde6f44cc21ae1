//! One form in several places: of two entities, twice in one, or under a mask that always hides it.

use std::collections::BTreeSet;

use crate::text::fold::fold;

use super::super::layers::Notes;
use super::super::{Alias, AliasClass, CaseRule, EntityId};
use super::{Desk, languages_meet};

/// An alias with its entity (`None` for the masks of a file).
type Owned<'g> = (Option<EntityId>, &'g Alias);

pub(super) fn check(desk: &Desk<'_, '_>, notes: &Notes) {
    for (form, again, first) in &notes.repeated {
        warn_twice(desk, form, *again, *first);
    }
    let mut aliases: Vec<(String, Owned<'_>)> = Vec::new();
    for (id, entity) in desk.gazetteer.iter() {
        aliases.extend(
            entity
                .aliases
                .iter()
                .map(|alias| (fold(&alias.form), (Some(id), alias))),
        );
    }
    aliases.extend(
        desk.gazetteer
            .masks
            .iter()
            .map(|mask| (fold(&mask.form), (None, mask))),
    );
    // The later one in the files is complained of: a reader's own, not the bundled one.
    aliases.sort_by(|(one, (_, first)), (other, (_, second))| {
        (one, first.origin).cmp(&(other, second.origin))
    });
    let mut told = BTreeSet::new();
    for group in aliases.chunk_by(|(one, _), (other, _)| one == other) {
        if group.len() > 1 {
            let (masks, forms): (Vec<Owned<'_>>, Vec<Owned<'_>>) = group
                .iter()
                .map(|(_, owned)| *owned)
                .partition(|(_, alias)| alias.class == AliasClass::Mask);
            check_rivals(desk, &forms, &mut told);
            check_repeats(desk, &forms);
            check_hidden(desk, &forms, &masks);
        }
    }
}

/// Complains of a form of two entities in one language, once for each string and rival.
fn check_rivals(
    desk: &Desk<'_, '_>,
    forms: &[Owned<'_>],
    told: &mut BTreeSet<(super::Origin, EntityId)>,
) {
    for (index, (entity, alias)) in forms.iter().enumerate() {
        let earlier = &forms[..index];
        let rival = earlier.iter().find(|(other, rival)| {
            other != entity
                && !rival.shared
                && !alias.shared
                && languages_meet(alias.language, rival.language)
                && may_name_one_text(alias, rival)
        });
        let (Some((Some(other), rival)), Some(entity)) = (rival, entity) else {
            continue;
        };
        if !told.insert((alias.origin, *other)) {
            continue;
        }
        let (id, other_id) = (
            &desk.gazetteer.entity(*entity).id,
            &desk.gazetteer.entity(*other).id,
        );
        desk.warn(
            alias.origin,
            || format!("`{}` is a form of `{id}` and of `{other_id}`", alias.form),
            || {
                format!(
                    "the other is at {}; if both are meant, list it under `shared`",
                    desk.place(rival.origin)
                )
            },
        );
    }
}

/// Complains of a form that one entity lists in two classes or languages that meet.
fn check_repeats(desk: &Desk<'_, '_>, forms: &[Owned<'_>]) {
    for (index, (entity, alias)) in forms.iter().enumerate() {
        let earlier = &forms[..index];
        let first = earlier.iter().find(|(other, first)| {
            other == entity
                && first.form == alias.form
                && languages_meet(alias.language, first.language)
        });
        if let Some((_, first)) = first {
            warn_twice(desk, &alias.form, alias.origin, first.origin);
        }
    }
}

fn warn_twice(desk: &Desk<'_, '_>, form: &str, again: super::Origin, first: super::Origin) {
    desk.warn(
        again,
        || format!("`{form}` is listed twice"),
        || {
            if again == first {
                "this string makes it twice".to_owned()
            } else {
                format!("it is already at {}", desk.place(first))
            }
        },
    );
}

/// Complains of a form that can never be found because a mask of the same words in its own entity always wins.
///
/// The mask of another entity gives way to a name of the same words.
fn check_hidden(desk: &Desk<'_, '_>, forms: &[Owned<'_>], masks: &[Owned<'_>]) {
    for (entity, alias) in forms {
        let mask = masks.iter().find(|(other, mask)| {
            other == entity
                && (mask.language.is_none() || mask.language == alias.language)
                && always_matches(mask, alias)
        });
        if let Some((_, mask)) = mask {
            desk.warn(
                alias.origin,
                || {
                    format!(
                        "`{}` is always hidden by the same words under `not`",
                        alias.form
                    )
                },
                || format!("the mask is at {}", desk.place(mask.origin)),
            );
        }
    }
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

/// Returns whether a mask matches every text that a form matches; the two are equal when folded.
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
