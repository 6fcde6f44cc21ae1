//! Leftmost-longest over what is left, phrases listed as no mention included; a winning one shows nothing.
//!
//! It comes after the rules that reject, or a rejected long candidate would hide a good short one.

use crate::gazetteer::AliasClass;
use crate::matcher::candidate::{Candidate, Rejection};

/// Rejects the phrases listed as no mention of one entity that are another's form to the letter: `Kyiv Post` is no mention of Ukraine,
/// and the newspaper.
fn yield_to_names(candidates: &mut [Candidate]) {
    for group in candidates.chunk_by_mut(|a, b| a.span == b.span) {
        let named: Vec<_> = group
            .iter()
            .filter(|candidate| {
                candidate.is_alive() && !candidate.is_mask() && candidate.class != AliasClass::Role
            })
            .map(Candidate::entity)
            .collect();
        for mask in group
            .iter_mut()
            .filter(|candidate| candidate.is_alive() && candidate.is_mask())
        {
            if named.iter().any(|&entity| entity != mask.entity()) {
                mask.reject(Rejection::AnotherNamed);
            }
        }
    }
}

/// Rejects all but the leftmost-longest of the candidates of the first layer; those of one span stay together.
pub(crate) fn apply(candidates: &mut [Candidate]) {
    candidates.sort_by(|a, b| {
        let key = |candidate: &Candidate| {
            (
                candidate.span.start,
                std::cmp::Reverse(candidate.span.end),
                !candidate.is_mask(),
            )
        };
        key(a).cmp(&key(b))
    });
    yield_to_names(candidates);
    let mut winner: Option<Candidate> = None;
    for candidate in candidates.iter_mut() {
        if !candidate.is_alive() || candidate.class == AliasClass::Role {
            continue;
        }
        match winner {
            Some(winner) if winner.span.overlaps(candidate.span) => {
                if winner.is_mask() {
                    candidate.reject(Rejection::Masked(winner.span));
                } else if winner.span != candidate.span {
                    candidate.reject(Rejection::Longer(winner.span));
                }
            }
            Some(_) | None => winner = Some(*candidate),
        }
    }
}
