//! A form of several entities goes to the one that the article names otherwise; else the mention keeps them all, marked uncertain.

use rustc_hash::FxHashMap;

use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::Reason;

/// Decides among candidates of one span; those left alive together are readings of one uncertain mention, the likeliest first.
///
/// Expects them sorted by span.
pub(crate) fn apply(candidates: &mut [Candidate]) {
    let evidence = evidence(candidates);
    for group in groups(candidates).filter(|group| group.len() > 1) {
        let mut named = entities(group);
        if named.len() < 2 {
            continue;
        }
        named.retain(|entity| evidence.contains_key(entity));
        if let [named] = named[..] {
            for candidate in group.iter_mut().filter(|candidate| candidate.is_alive()) {
                if candidate.entity() == Some(named) {
                    if candidate.verdict == Ok(Reason::Listed) {
                        candidate.verdict = Ok(Reason::OnlyOneNamed);
                    }
                } else {
                    candidate.reject(Rejection::AnotherNamed);
                }
            }
        } else {
            for candidate in group.iter_mut().filter(|candidate| candidate.is_alive()) {
                if candidate.verdict == Ok(Reason::Listed) {
                    candidate.verdict = Ok(Reason::Ambiguous);
                }
            }
            group.sort_by_key(|candidate| {
                let weight = candidate
                    .entity()
                    .and_then(|entity| evidence.get(&entity))
                    .copied();
                (
                    !candidate.is_alive(),
                    std::cmp::Reverse(weight.unwrap_or(0)),
                    candidate.entity(),
                    rank(candidate.class),
                )
            });
        }
    }
}

/// Splits candidates, sorted by span, into those of one span.
pub(crate) fn groups(candidates: &mut [Candidate]) -> impl Iterator<Item = &mut [Candidate]> {
    candidates.chunk_by_mut(|a, b| a.span == b.span)
}

/// Returns the entities that a group may mean.
fn entities(group: &[Candidate]) -> Vec<EntityId> {
    let mut entities: Vec<EntityId> = group
        .iter()
        .filter(|candidate| candidate.is_alive() && candidate.class != AliasClass::Role)
        .filter_map(Candidate::entity)
        .collect();
    entities.sort_unstable();
    entities.dedup();
    entities
}

/// Counts the mentions of each entity whose form is its own alone; a phrase listed as no mention of it is none.
fn evidence(candidates: &mut [Candidate]) -> FxHashMap<EntityId, u32> {
    let mut evidence = FxHashMap::default();
    for group in groups(candidates) {
        if group
            .iter()
            .any(|candidate| candidate.is_alive() && candidate.is_mask())
        {
            continue;
        }
        if let [entity] = entities(group)[..] {
            *evidence.entry(entity).or_insert(0) += 1;
        }
    }
    evidence
}

/// Of two lists that hold one form of one entity, the one that the mention is called by comes first.
pub(crate) fn rank(class: AliasClass) -> u8 {
    match class {
        AliasClass::Acronym => 0,
        AliasClass::Name => 1,
        AliasClass::Capital => 2,
        AliasClass::Metonym => 3,
        AliasClass::Adjective => 4,
        AliasClass::Short => 5,
        AliasClass::Role => 6,
        AliasClass::Mask => 7,
    }
}
