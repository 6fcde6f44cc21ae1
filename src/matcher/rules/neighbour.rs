//! A capitalised word beside a name makes it part of a longer one: `Hunter Biden`, `George Washington`, `Washington Post`.

use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::article::{Article, Word};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::spans::{Edges, SortedSet};
use crate::text::fold::fold;

/// The words that are known names of their own.
struct Known {
    /// Those that are no leaders.
    others: Edges,
    /// Where leaders end, in bytes.
    leader_ends: SortedSet<usize>,
}

impl Known {
    fn new(candidates: &[Candidate]) -> Self {
        let alive = || candidates.iter().filter(|candidate| candidate.is_alive());
        let others = alive().filter(|candidate| {
            !candidate.is_leader
                && !candidate.is_mask()
                && !candidate.solo
                && candidate.class != AliasClass::Role
        });
        // A surname of somebody whom the article never names in full is only a word here: `Scott Sullivan` begins with no minister Scott.
        let named: SortedSet<EntityId> = alive()
            .filter(|candidate| candidate.is_leader && candidate.class == AliasClass::Name)
            .filter_map(Candidate::entity)
            .collect();
        let is_meant = |candidate: &&Candidate| {
            let entity = candidate.entity();
            candidate.class != AliasClass::Short
                || entity.is_some_and(|entity| named.contains(&entity))
        };
        Self {
            others: Edges::of(others),
            leader_ends: alive()
                .filter(|candidate| candidate.is_leader)
                .filter(is_meant)
                .map(|candidate| candidate.span.end)
                .collect(),
        }
    }
}

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    let known = Known::new(candidates);
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        let is_surname = candidate.is_leader && candidate.is_one_word;
        if candidate.is_mask() || !(candidate.solo || is_surname) {
            continue;
        }
        if let Some(word) = name_before(article, candidate, &known) {
            candidate.reject(Rejection::Neighbour(word.span));
        } else if is_doubtful(candidate)
            && let Some(word) = name_after(article, candidate, &known)
        {
            candidate.reject(Rejection::Neighbour(word.span));
        }
    }
}

/// Returns whether a form is likely to be part of another name: it is also a first name or a town, or a surname that many bear.
fn is_doubtful(candidate: &Candidate) -> bool {
    candidate.solo || candidate.class == AliasClass::Short
}

/// Returns the word before a candidate if it makes another name of it.
fn name_before<'t>(
    article: &Article<'t>,
    candidate: &Candidate,
    known: &Known,
) -> Option<Word<'t>> {
    let word = article.word_before(candidate.span.start)?;
    if !word.is_adjacent() || !word.is_capitalised() || known.others.ends.contains(&word.span.end) {
        return None;
    }
    if !candidate.solo && known.leader_ends.contains(&word.span.end) {
        return None;
    }
    let is_part = if article.lexicon.capitalises_nouns {
        candidate.class == AliasClass::Short && is_first_name(article, &word)
    } else {
        is_name_part(article, &word)
    };
    if !is_part {
        return None;
    }
    // An opening word has its capital from the sentence; before a doubtful form it must be a word of
    // grammar, or it is the other half of the name.
    if article.opens_sentence(word.span.start) && !is_doubtful(candidate) {
        return None;
    }
    (!article.is_title_case_line(candidate.span.start)).then_some(word)
}

/// Returns the word after a candidate if it makes another name of it.
fn name_after<'t>(article: &Article<'t>, candidate: &Candidate, known: &Known) -> Option<Word<'t>> {
    let word = article.word_after(candidate.span.end)?;
    let is_spaced = word.gap.chars().all(char::is_whitespace)
        && !word.gap.contains('\n')
        && !word.gap.is_empty();
    if !is_spaced || !word.is_capitalised() || known.others.starts.contains(&word.span.start) {
        return None;
    }
    (!article.lexicon.capitalises_nouns
        && is_name_part(article, &word)
        && !article.is_title_case_line(candidate.span.start))
    .then_some(word)
}

/// Returns whether a capitalised word can be part of a name: no title, day, month or word of grammar.
fn is_name_part(article: &Article<'_>, word: &Word<'_>) -> bool {
    let lexicon = article.lexicon;
    let folded = fold(word.text);
    let is_other = lexicon.is_title(&folded)
        || lexicon.is_calendar(&folded)
        || lexicon.is_function_word(&folded);
    !is_other
}

/// Returns whether a word before a surname is a first name where every noun has a capital: a noun there would be a title or have an article
/// (`die Demokratin Clinton`).
fn is_first_name(article: &Article<'_>, word: &Word<'_>) -> bool {
    let is_noun = article.word_before(word.span.start).is_some_and(|before| {
        before.is_adjacent() && article.lexicon.is_article(&fold(before.text))
    });
    is_name_part(article, word) && !is_noun
}
