//! A capital, or a city that stands for a body, is a place where the words around it say so: `in Madrid`, `the Madrid summit`,
//! `KIEV, Ukraine (AP) —`.

use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::article::{Article, Word};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::{Form, Reason};
use crate::text::boundary::is_word_char;
use crate::text::fold::fold;
use crate::text::{Source, Span};

use super::shared::groups;
use crate::matcher::spans::SortedSet;

/// The most bytes that may stand between coordinated cities: a comma, a short word and the spaces around.
const LONGEST_JOINT: usize = 8;

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    let known = Known::new(candidates);
    let mut last_place: Option<Span<Source>> = None;
    // The city before, if nothing yet makes it a place: "the London and Tokyo markets".
    let mut open: Option<Span<Source>> = None;
    let mut before_places: Vec<Span<Source>> = Vec::new();
    for group in groups(candidates) {
        // A city that is a state is named by its name wherever it stands: "in Luxembourg".
        let names: Vec<Option<EntityId>> = group
            .iter()
            .filter(|candidate| candidate.is_alive() && candidate.class == AliasClass::Name)
            .map(Candidate::entity)
            .collect();
        let may_be_place = |candidate: &Candidate| {
            candidate.is_alive() && may_be_place(candidate) && !names.contains(&candidate.entity())
        };
        let Some(city) = group.iter().find(|candidate| may_be_place(candidate)) else {
            continue;
        };
        let is_city = group
            .iter()
            .any(|candidate| may_be_place(candidate) && candidate.class == AliasClass::Capital);
        let span = city.span;
        let joined = last_place.filter(|&place| joins(article, place, span));
        let reason = joined
            .map(Reason::Locative)
            .or_else(|| place_reason(article, span))
            .or_else(|| {
                is_city
                    .then(|| city_reason(article, span, &known))
                    .flatten()
            });
        let open_before = open.take().filter(|&city| joins(article, city, span));
        let Some(reason) = reason else {
            open = is_city.then_some(span);
            continue;
        };
        last_place = Some(span);
        before_places.extend(open_before.filter(|_| joined.is_none()));
        let mut is_capital = false;
        for candidate in group.iter_mut().filter(|candidate| may_be_place(candidate)) {
            candidate.verdict = Ok(reason);
            candidate.form = Form::Place;
            is_capital |= candidate.class == AliasClass::Capital;
        }
        // "In Brussels" is a place of Belgium only: a body that has its seat there is not meant.
        for candidate in group.iter_mut().filter(|candidate| candidate.is_alive()) {
            if is_capital && candidate.class != AliasClass::Capital && !candidate.is_mask() {
                candidate.reject(Rejection::PlaceOfAnother);
            }
        }
    }
    settle_before(candidates, before_places);
}

/// Makes the cities at some spans places for the sake of the place behind them.
fn settle_before(candidates: &mut [Candidate], spans: Vec<Span<Source>>) {
    let spans: SortedSet<Span<Source>> = spans.into_iter().collect();
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        if !spans.contains(&candidate.span) {
            continue;
        }
        if candidate.class == AliasClass::Capital {
            candidate.verdict = Ok(Reason::Locative(candidate.span));
            candidate.form = Form::Place;
        } else if !candidate.is_mask() {
            candidate.reject(Rejection::PlaceOfAnother);
        }
    }
}

/// Where known names begin and end, in bytes.
struct Known {
    starts: SortedSet<usize>,
    ends: SortedSet<usize>,
}

impl Known {
    fn new(candidates: &[Candidate]) -> Self {
        let alive = || {
            candidates
                .iter()
                .filter(|candidate| candidate.is_alive() && !candidate.is_mask())
        };
        Self {
            starts: alive().map(|candidate| candidate.span.start).collect(),
            ends: alive().map(|candidate| candidate.span.end).collect(),
        }
    }
}

/// Returns what makes a city a place although no preposition does: a noun that it modifies, brackets around it, another town beside it.
fn city_reason(article: &Article<'_>, span: Span<Source>, known: &Known) -> Option<Reason> {
    let after = article.word_after(span.end);
    if let Some(word) = &after
        && word.gap == " "
        && word.text.chars().all(char::is_lowercase)
        && article.lexicon.is_modified_noun(&fold(word.text))
    {
        return Some(Reason::Locative(word.span));
    }
    // In brackets, or the name of a house: "ресторан «Киев»".
    let opens = ['(', '«', '“', '„', '"'];
    let closes = [')', '»', '”', '“', '"'];
    if article.before(span.start).trim_end().ends_with(opens)
        && article.after(span.end).trim_start().starts_with(closes)
    {
        return Some(Reason::Locative(span));
    }
    town_before(article, span, known)
        .or_else(|| town_after(article, span, known))
        .map(Reason::Locative)
}

/// Returns a town that no list knows coordinated before a city: "Grand-Champ et Paris", "in Graz und Wien".
fn town_before(article: &Article<'_>, span: Span<Source>, known: &Known) -> Option<Span<Source>> {
    let lexicon = article.lexicon;
    let mut word = article.word_before(span.start)?;
    if word.gap == " " && lexicon.is_coordinator(&fold(word.text)) {
        word = article.word_before(word.span.start)?;
        if word.gap != " " {
            return None;
        }
    } else if word.gap != ", " {
        return None;
    }
    let is_town = is_unknown_town(article, &word)
        && !known.ends.contains(&word.span.end)
        && !article.opens_sentence(word.span.start);
    // Where every noun has a capital, or a name may be anybody's, the preposition before the town decides.
    let is_place = || {
        let before = article.folded_before(word.span.start);
        lexicon.is_locative(&before, article.before(word.span.start))
    };
    (is_town && is_place()).then_some(word.span)
}

/// Returns a town that no list knows coordinated after a city and followed by no further word: "entre Paris et Grand-Champ (Morbihan)".
fn town_after(article: &Article<'_>, span: Span<Source>, known: &Known) -> Option<Span<Source>> {
    if article.lexicon.capitalises_nouns {
        return None;
    }
    let joint = article.word_after(span.end)?;
    if joint.gap != " " || !article.lexicon.is_coordinator(&fold(joint.text)) {
        return None;
    }
    let word = article.word_after(joint.span.end)?;
    let is_last = article
        .word_after(word.span.end)
        .is_none_or(|next| !next.is_adjacent());
    (word.gap == " "
        && is_last
        && is_unknown_town(article, &word)
        && !known.starts.contains(&word.span.start))
    .then_some(word.span)
}

/// Returns whether a word may be the name of a town: a capital, and no acronym, title, day or word of grammar.
fn is_unknown_town(article: &Article<'_>, word: &Word<'_>) -> bool {
    let folded = fold(word.text);
    let lexicon = article.lexicon;
    word.is_capitalised()
        && word.text.chars().any(char::is_lowercase)
        && !lexicon.is_function_word(&folded)
        && !lexicon.is_honorific(&folded)
        && !lexicon.is_calendar(&folded)
        && !article.is_title_case_line(word.span.start)
}

fn may_be_place(candidate: &Candidate) -> bool {
    !candidate.is_leader
        && matches!(candidate.class, AliasClass::Capital | AliasClass::Metonym)
        && candidate.form != Form::Nominal
}

/// Returns what makes the city at a span a place.
fn place_reason(article: &Article<'_>, span: Span<Source>) -> Option<Reason> {
    let before = article.folded_before(span.start);
    let is_locative = article
        .lexicon
        .is_locative(&before, article.before(span.start));
    if is_locative && let Some(word) = article.word_before(span.start) {
        return Some(Reason::Locative(word.span));
    }
    if let Some(word) = article.word_after(span.end)
        && (word.gap == " " || word.gap == "-")
        && article.lexicon.is_event(&fold(word.text))
    {
        return Some(Reason::Locative(word.span));
    }
    opens_dateline(article, span).then_some(Reason::Dateline)
}

/// Returns whether a coordinated city is a place because the one before it is: "in Kyiv and Moscow", "Prag/Wien – Die".
fn joins(article: &Article<'_>, place: Span<Source>, next: Span<Source>) -> bool {
    // The place before may be far away.
    if next.start.saturating_sub(place.end) > LONGEST_JOINT {
        return false;
    }
    let folded = fold(article.text.get(place.end..next.start).unwrap_or_default());
    let joint = folded.trim();
    matches!(joint, "," | "/")
        || article
            .lexicon
            .is_coordinator(joint.trim_start_matches(", "))
}

/// Returns whether a city opens a dateline: `KYIV (Reuters) -`, `KIEV, Ukraine (AP) —`, `MADRID, 29 juin —`; or, behind a lead on the same
/// line, `Wien – Die`.
fn opens_dateline(article: &Article<'_>, span: Span<Source>) -> bool {
    if article.opens_sentence(span.start) && is_before_dash(article.after(span.end)) {
        return true;
    }
    if !article.opens_line(span.start) {
        return false;
    }
    let line = article
        .after(span.end)
        .split('\n')
        .next()
        .unwrap_or_default();
    let Some(dash) = line.find(['—', '–', '-']) else {
        return false;
    };
    let (Some(head), Some(tail)) = (line.get(..dash), line.get(dash..)) else {
        return false;
    };
    // Spanish agencies put a stop before the dash: `Santiago, 11 sep (EFE).-`.
    let head = head
        .strip_suffix('.')
        .filter(|head| head.ends_with(')'))
        .unwrap_or(head);
    // The dash stands free, and before it come only a country, an agency, a date.
    let is_free = head.ends_with([' ', ')']) && tail.chars().nth(1).is_none_or(char::is_whitespace);
    let head = after_further_cities(head);
    let opens = head.trim_start().starts_with([',', '(']) || head.trim().is_empty();
    is_free
        && opens
        && head.chars().count() <= 40
        && !head.contains([':', '“', '"'])
        && dots_abbreviate(head)
}

/// Returns whether no dot of a text ends a sentence: "Dec. 26", "20. März", "13 marca 1999 r.".
fn dots_abbreviate(text: &str) -> bool {
    /// The longest word that a dateline shortens: "Sept.".
    const LONGEST: usize = 4;
    text.split_inclusive('.')
        .filter_map(|part| part.strip_suffix('.'))
        .all(|part| {
            let word = part.rsplit(|c: char| !c.is_alphanumeric()).next();
            word.is_some_and(|word| (1..=LONGEST).contains(&word.chars().count()))
        })
}

/// Returns what follows the further cities of a dateline behind slashes: `Prag/Wien`.
fn after_further_cities(mut text: &str) -> &str {
    while let Some(next) = text.strip_prefix('/') {
        text = next.trim_start_matches(is_word_char);
    }
    text
}

/// Returns whether a text goes on with a dash between spaces and a capital, as after the city of a dateline, or after further cities
/// behind slashes: `Prag/Wien – Die`.
fn is_before_dash(after: &str) -> bool {
    let after = after_further_cities(after);
    let Some(text) = [" – ", " — ", " - "]
        .iter()
        .find_map(|dash| after.strip_prefix(dash))
    else {
        return false;
    };
    text.trim_start_matches(|c: char| !c.is_alphanumeric())
        .starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dash_and_a_capital_close_a_dateline() {
        for (after, expected) in [
            (" – Die Regierung", true),
            (" - „Wir", true),
            ("/Wien – Die Regierung", true),
            (" – so heißt es", false),
            ("-based", false),
            (" said", false),
        ] {
            assert_eq!(is_before_dash(after), expected, "{after}");
        }
    }
}
