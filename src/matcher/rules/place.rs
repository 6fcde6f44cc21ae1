//! A capital, or a city that stands for a body, is a place where the words around it say so: `in Madrid`, `the Madrid summit`,
//! `KIEV, Ukraine (AP) —`; so does a noun that it modifies, a bracket around it, a town beside it.

use rustc_hash::FxHashMap;

use crate::gazetteer::AliasClass;
use crate::matcher::article::{Article, Word};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::{Form, Reason};
use crate::matcher::spans::Edges;
use crate::text::boundary::is_word_char;
use crate::text::fold::fold;
use crate::text::{Source, Span};

use super::shared::groups;

/// The most bytes that may stand between coordinated cities: a comma, a short word and the spaces around.
const LONGEST_JOINT: usize = 8;

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    let places = places(article, candidates);
    for group in groups(candidates) {
        if let Some(&reason) = group.first().and_then(|city| places.get(&city.span)) {
            make_place(group, reason);
        }
    }
}

/// Returns the spans of the cities that are places, and what makes them so.
fn places(article: &Article<'_>, candidates: &[Candidate]) -> FxHashMap<Span<Source>, Reason> {
    let known = Edges::of(
        candidates
            .iter()
            .filter(|candidate| candidate.is_alive() && !candidate.is_mask()),
    );
    let mut places = FxHashMap::default();
    let mut last_place: Option<Span<Source>> = None;
    // The capital before, if nothing yet makes it a place: "the London and Tokyo markets".
    let mut open: Option<Span<Source>> = None;
    for group in candidates.chunk_by(|a, b| a.span == b.span) {
        let mut cities = group.iter().filter(|city| may_be_place(city, group));
        let Some(span) = cities.clone().next().map(|city| city.span) else {
            continue;
        };
        let is_capital = cities.any(|city| city.class == AliasClass::Capital);
        let joined = last_place.filter(|&place| joins(article, place, span));
        let reason = joined
            .map(Reason::Locative)
            .or_else(|| place_reason(article, span))
            .or_else(|| city_reason(article, span, &known).filter(|_| is_capital));
        let before = open.take().filter(|&city| joins(article, city, span));
        match reason {
            Some(reason) => {
                places.insert(span, reason);
                last_place = Some(span);
                if let Some(city) = before {
                    places.insert(city, Reason::Locative(span));
                }
            }
            None => open = is_capital.then_some(span),
        }
    }
    places
}

/// Makes places of the cities that candidates of one span name.
fn make_place(group: &mut [Candidate], reason: Reason) {
    let is_city: Vec<bool> = group.iter().map(|city| may_be_place(city, group)).collect();
    for (candidate, _) in group
        .iter_mut()
        .zip(&is_city)
        .filter(|(_, is_city)| **is_city)
    {
        candidate.verdict = Ok(reason);
        candidate.form = Form::Place;
    }
    let is_capital = |candidate: &Candidate| candidate.class == AliasClass::Capital;
    let has_capital = group
        .iter()
        .zip(&is_city)
        .any(|(city, is_city)| *is_city && is_capital(city));
    // "In Brussels" is a place of Belgium only: a body that has its seat there is not meant.
    for candidate in group.iter_mut().filter(|candidate| candidate.is_alive()) {
        if has_capital && !is_capital(candidate) && !candidate.is_mask() {
            candidate.reject(Rejection::PlaceOfAnother);
        }
    }
}

/// Returns whether a candidate, given those of its span, may be meant as a place.
///
/// A city that is a state is named by its name wherever it stands: "in Luxembourg".
fn may_be_place(candidate: &Candidate, group: &[Candidate]) -> bool {
    let is_name = |other: &Candidate| {
        other.is_alive() && other.class == AliasClass::Name && other.entity() == candidate.entity()
    };
    candidate.is_alive()
        && !candidate.is_leader
        && matches!(candidate.class, AliasClass::Capital | AliasClass::Metonym)
        && candidate.form != Form::Nominal
        && !group.iter().any(is_name)
}

/// Returns what makes a city a place although no preposition does: a noun that it modifies, brackets around it, another town beside it.
fn city_reason(article: &Article<'_>, span: Span<Source>, known: &Edges) -> Option<Reason> {
    let after = article.word_after(span.end);
    if let Some(word) = &after
        && word.gap == " "
        && word.text.chars().all(char::is_lowercase)
        && article.lexicon.is_modified_noun(&fold(word.text))
    {
        return Some(Reason::Locative(word.span));
    }
    enclosed(article, span)
        .or_else(|| town_before(article, span, known))
        .or_else(|| town_after(article, span, known))
        .map(Reason::Locative)
}

/// Returns a city with the brackets around it, or with the quotation marks of a house named after it: "ресторан «Киев»".
fn enclosed(article: &Article<'_>, span: Span<Source>) -> Option<Span<Source>> {
    let before = article.before(span.start).trim_end();
    let after = article.after(span.end).trim_start();
    let is_enclosed =
        before.ends_with(['(', '«', '“', '„', '"']) && after.starts_with([')', '»', '”', '“', '"']);
    let start = span.start - (article.before(span.start).len() - before.len());
    let end = span.end + (article.after(span.end).len() - after.len());
    let opening = before.chars().next_back().map_or(0, char::len_utf8);
    let closing = after.chars().next().map_or(0, char::len_utf8);
    is_enclosed.then(|| Span::new(start - opening, end + closing))
}

/// Returns a town that no list knows coordinated before a city: "Grand-Champ et Paris", "in Graz und Wien".
fn town_before(article: &Article<'_>, span: Span<Source>, known: &Edges) -> Option<Span<Source>> {
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
fn town_after(article: &Article<'_>, span: Span<Source>, known: &Edges) -> Option<Span<Source>> {
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
