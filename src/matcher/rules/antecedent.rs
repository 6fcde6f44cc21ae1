//! A short form needs the entity's name or acronym in the same article, or a title right before it: one sense per discourse.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::{AliasClass, EntityId, Gazetteer};
use crate::matcher::article::{Article, Word};
use crate::matcher::automaton::Scope;
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::Reason;
use crate::matcher::spans::{SortedSet, Spans};
use crate::text::fold::fold;
use crate::text::{Source, Span};

/// What the gazetteer's offices tell of leaders.
#[derive(Debug, Default)]
pub(crate) struct Offices {
    /// The states and bodies in which each leader held one.
    bodies: FxHashMap<EntityId, Vec<EntityId>>,
    /// The words of their titles in the scope's language, folded: "president", "minister".
    title_words: FxHashSet<String>,
}

impl Offices {
    pub(crate) fn new(gazetteer: &Gazetteer, scope: Scope) -> Self {
        let mut offices = Self::default();
        for office in gazetteer
            .entities
            .iter()
            .filter_map(|entity| entity.office.as_ref())
        {
            for holder in &office.holders {
                let bodies = offices.bodies.entry(holder.who).or_default();
                if !bodies.contains(&office.of) {
                    bodies.push(office.of);
                }
            }
        }
        for pattern in gazetteer.titles.values().flatten() {
            if pattern.language.is_none_or(|own| scope.speaks(own)) {
                let sides = [&pattern.before, &pattern.after];
                let words = sides.map(|side| fold(side));
                offices.title_words.extend(
                    words
                        .iter()
                        .flat_map(|side| side.split(' '))
                        .map(str::to_owned),
                );
            }
        }
        offices
    }
}

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate], offices: &Offices) {
    let antecedents = first_long_names(candidates);
    let starts: SortedSet<usize> = candidates
        .iter()
        .filter(|candidate| candidate.is_alive() && !candidate.is_leader)
        .map(|candidate| candidate.span.start)
        .collect();
    let named: SortedSet<EntityId> = candidates
        .iter()
        .filter(|candidate| candidate.is_alive() && !candidate.is_mask())
        .filter_map(Candidate::entity)
        .collect();
    // "M. Duda" is the president of Poland where Poland is spoken of; elsewhere any Mr Duda. "President Duda" is he anywhere.
    let has_trace = |candidate: &Candidate, title: Span<Source>| {
        let is_office = title
            .of(article.text)
            .is_some_and(|title| offices.title_words.contains(&fold(title)));
        let of = candidate
            .entity()
            .and_then(|entity| offices.bodies.get(&entity));
        is_office || of.is_none_or(|of| of.iter().any(|body| named.contains(body)))
    };
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
        let title = || {
            title_before(article, candidate)
                .filter(|&title| has_trace(candidate, title))
                .filter(|_| !goes_on(article, candidate, &starts))
        };
        candidate.verdict = match antecedent {
            Some(&name) => Ok(Reason::Antecedent(name)),
            None => title().map(Reason::Title).ok_or(Rejection::NoAntecedent),
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

/// Returns whether a further part of a name follows: "Bürgermeister Klaus Luger" is no Klaus.
fn goes_on(article: &Article<'_>, candidate: &Candidate, known: &SortedSet<usize>) -> bool {
    let lexicon = article.lexicon;
    article.word_after(candidate.span.end).is_some_and(|word| {
        let folded = fold(word.text);
        word.gap == " "
            && word.is_capitalised()
            && !known.contains(&word.span.start)
            && !lexicon.is_function_word(&folded)
            && !lexicon.is_calendar(&folded)
            && !article.is_title_case_line(candidate.span.start)
            && !article.is_all_caps_line(candidate.span.start)
    })
}

/// Returns the title word right before a person's short name.
fn title_before(article: &Article<'_>, candidate: &Candidate) -> Option<Span<Source>> {
    let word = article
        .word_before(candidate.span.start)
        .filter(Word::is_adjacent)?;
    (candidate.is_leader && article.lexicon.is_title(&fold(word.text))).then_some(word.span)
}
