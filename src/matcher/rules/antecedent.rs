//! A short form needs the entity's name or acronym in the same article, or a title right before it: one sense per discourse.

use rustc_hash::FxHashMap;

use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::article::{Article, Word};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::Reason;
use crate::matcher::spans::Spans;
use crate::text::fold::fold;
use crate::text::{Source, Span};

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    let antecedents = first_long_names(candidates);
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        if candidate.class != AliasClass::Short {
            continue;
        }
        let antecedent = candidate
            .entity()
            .and_then(|entity| antecedents.get(&entity));
        if is_noun(article, candidate) || is_date(article, candidate) {
            candidate.reject(Rejection::NoAntecedent);
            continue;
        }
        candidate.verdict = match (antecedent, title_before(article, candidate)) {
            (Some(&name), _) => Ok(Reason::Antecedent(name)),
            (None, Some(title)) => Ok(Reason::Title(title)),
            (None, None) => Err(Rejection::NoAntecedent),
        };
    }
}

/// Returns the first name or acronym of each entity that no phrase listed as no mention covers.
fn first_long_names(candidates: &[Candidate]) -> FxHashMap<EntityId, Span<Source>> {
    let mut first: FxHashMap<EntityId, Span<Source>> = FxHashMap::default();
    let masks = candidates
        .iter()
        .filter(|candidate| candidate.is_mask() && candidate.is_alive());
    let masks = Spans::new(masks.map(|mask| (mask.span, ())));
    for candidate in candidates.iter().filter(|candidate| candidate.is_alive()) {
        if !matches!(candidate.class, AliasClass::Name | AliasClass::Acronym) {
            continue;
        }
        if masks.overlap(candidate.span) {
            continue;
        }
        if let Some(entity) = candidate.entity() {
            first.entry(entity).or_insert(candidate.span);
        }
    }
    first
}

/// Returns whether a surname is a noun, where every noun has a capital: it stands behind an article, and no hyphen follows (`der Kern`, but
/// `die Kohl-Protokolle`).
fn is_noun(article: &Article<'_>, candidate: &Candidate) -> bool {
    let lexicon = article.lexicon;
    candidate.is_leader
        && lexicon.capitalises_nouns
        && !article.after(candidate.span.end).starts_with('-')
        && article
            .word_before(candidate.span.start)
            .is_some_and(|word| word.is_adjacent() && lexicon.is_article(&fold(word.text)))
}

/// Returns whether a surname that is also a month is the month: `in May`, `5 May`, `May 2017`.
fn is_date(article: &Article<'_>, candidate: &Candidate) -> bool {
    let lexicon = article.lexicon;
    let is_month = candidate
        .span
        .of(article.text)
        .is_some_and(|surface| lexicon.is_calendar(&fold(surface)));
    let is_number =
        |word: &Word<'_>| word.is_adjacent() && word.text.starts_with(|c: char| c.is_ascii_digit());
    let before = article.word_before(candidate.span.start);
    is_month
        && (before.as_ref().is_some_and(is_number)
            || article
                .word_after(candidate.span.end)
                .as_ref()
                .is_some_and(is_number)
            || before.is_some_and(|word| lexicon.is_locative(&fold(word.text), word.text)))
}

/// Returns the title word right before a person's short name.
fn title_before(article: &Article<'_>, candidate: &Candidate) -> Option<Span<Source>> {
    let word = article
        .word_before(candidate.span.start)
        .filter(Word::is_adjacent)?;
    (candidate.is_leader && article.lexicon.is_title(&fold(word.text))).then_some(word.span)
}
