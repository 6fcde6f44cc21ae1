//! The rules that decide which candidates are mentions, one a file, in the order in which they are applied.
//!
//! Every rule looks at candidates that are still alive and rejects some, or says more exactly what they are. None looks at the
//! gazetteer's files, and none adds a candidate but the last, which joins offices to the mentions of their bodies.

pub(crate) mod address;
pub(crate) mod antecedent;
pub(crate) mod capitals;
pub(crate) mod hyphen;
pub(crate) mod namesake;
pub(crate) mod neighbour;
pub(crate) mod overlap;
pub(crate) mod place;
pub(crate) mod role;
pub(crate) mod shared;

use super::article::Article;
use super::candidate::Candidate;
use antecedent::Offices;

/// Applies the rules of the first layer.
pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate], offices: &Offices) {
    address::apply(article, candidates);
    capitals::apply(article, candidates);
    neighbour::apply(article, candidates);
    hyphen::apply(article, candidates);
    namesake::apply(article, candidates);
    antecedent::apply(article, candidates, offices);
    overlap::apply(candidates);
    place::apply(article, candidates);
    shared::apply(candidates);
}
