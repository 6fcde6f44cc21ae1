//! An article that gives a name to somebody else means that one by it: after `Scott Sullivan`, `Mr Sullivan` is no adviser of a
//! president; after `Matt Holland`, `Holland` is no state.
//!
//! Only forms that are doubtful by themselves are looked at: short surnames, and forms that are also first names or towns.

use std::collections::BTreeMap;

use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::article::Article;
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::spans::SortedSet;
use crate::text::fold::fold;
use crate::text::{Source, Span};

/// A doubtful form of an entity: as folded text.
type Doubtful = (EntityId, String);

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    let namesakes = namesakes(article, candidates);
    if namesakes.is_empty() {
        return;
    }
    let named = named_otherwise(article, candidates);
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        let Some(doubtful) = doubtful(article, candidate) else {
            continue;
        };
        if !named.contains(&doubtful.0)
            && let Some(&name) = namesakes.get(&doubtful)
        {
            candidate.reject(Rejection::Namesake(name));
        }
    }
}

/// Returns the form of a candidate that may be somebody else's name.
fn doubtful(article: &Article<'_>, candidate: &Candidate) -> Option<Doubtful> {
    let is_short = candidate.is_leader && candidate.class == AliasClass::Short;
    let is_doubtful = candidate.is_one_word && (is_short || candidate.solo) && !candidate.is_mask();
    is_doubtful.then_some((candidate.entity()?, fold(candidate.span.of(article.text)?)))
}

/// Returns the doubtful forms that are part of another name somewhere, with the place of that name.
fn namesakes(article: &Article<'_>, candidates: &[Candidate]) -> BTreeMap<Doubtful, Span<Source>> {
    let mut namesakes = BTreeMap::new();
    for candidate in candidates {
        let Err(Rejection::Neighbour(word)) = candidate.verdict else {
            continue;
        };
        // Some languages put the surname first: `Park Seung`. A town before a name is still a town: `Paris Hilton`.
        if word.start > candidate.span.start && !candidate.is_leader {
            continue;
        }
        if let Some(doubtful) = doubtful(article, candidate) {
            let whole = Span::new(
                word.start.min(candidate.span.start),
                word.end.max(candidate.span.end),
            );
            namesakes.entry(doubtful).or_insert(whole);
        }
    }
    namesakes
}

/// Returns the entities that the article names by a form that is not doubtful.
fn named_otherwise(article: &Article<'_>, candidates: &[Candidate]) -> SortedSet<EntityId> {
    candidates
        .iter()
        .filter(|candidate| candidate.is_alive() && candidate.class != AliasClass::Role)
        .filter(|candidate| !candidate.is_mask() && doubtful(article, candidate).is_none())
        .filter_map(Candidate::entity)
        .collect()
}
