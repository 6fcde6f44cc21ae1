//! A capital, or a city that stands for a body, is a place where the words around it say so: `in Madrid`, `the Madrid summit`,
//! `KIEV, Ukraine (AP) —`.

use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::article::Article;
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::{Form, Reason};
use crate::text::boundary::is_word_char;
use crate::text::fold::fold;
use crate::text::{Source, Span};

use super::shared::groups;

/// The most bytes that may stand between coordinated cities: a comma, a short word and the spaces around.
const LONGEST_JOINT: usize = 8;

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    let mut last_place: Option<Span<Source>> = None;
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
        let joined = last_place.filter(|&place| joins(article, place, city.span));
        let reason = joined
            .map(Reason::Locative)
            .or_else(|| place_reason(article, city.span));
        let Some(reason) = reason else {
            continue;
        };
        last_place = Some(city.span);
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
    // The dash stands free, and before it come only a country, an agency, a date.
    let is_free = head.ends_with([' ', ')']) && tail.chars().nth(1).is_none_or(char::is_whitespace);
    let opens = head.trim_start().starts_with([',', '(']) || head.trim().is_empty();
    is_free && opens && head.chars().count() <= 40 && !head.contains(['.', ':', '“', '"'])
}

/// Returns whether a text goes on with a dash between spaces and a capital, as after the city of a dateline, or after further cities
/// behind slashes: `Prag/Wien – Die`.
fn is_before_dash(mut after: &str) -> bool {
    while let Some(next) = after.strip_prefix('/') {
        after = next.trim_start_matches(is_word_char);
    }
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
