//! A hyphen to an unknown capitalised word makes another name: `Kremlin-Bicêtre` is a town, `Trump-Putin` is two leaders.

use crate::gazetteer::AliasClass;
use crate::matcher::article::{Article, Word};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::spans::Edges;
use crate::text::fold::fold;

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    // Nouns of a language that capitalises them are compounded with hyphens: `Putin-Regime`.
    if article.lexicon.capitalises_nouns {
        return;
    }
    let known = Edges::of(
        candidates
            .iter()
            .filter(|candidate| candidate.is_alive() && !candidate.is_mask()),
    );
    let is_unknown = |word: &Word<'_>, is_mention: bool| {
        is_hyphenated(word)
            && word.is_capitalised()
            && !is_mention
            && !article.lexicon.is_former(&fold(word.text))
            && !article.lexicon.is_function_word(&fold(word.text))
            && !article.is_all_caps_line(word.span.start)
    };
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        if !binds(candidate) {
            continue;
        }
        let before = article
            .word_before(candidate.span.start)
            .filter(|word| is_unknown(word, known.ends.contains(&word.span.end)));
        let after = article
            .word_after(candidate.span.end)
            .filter(|word| is_unknown(word, known.starts.contains(&word.span.start)));
        if let Some(word) = before.or(after) {
            candidate.reject(Rejection::Hyphenated(word.span));
        }
    }
}

/// Returns whether a hyphen matters to the candidate: adjectives and names of states are freely compounded (`pro-Russian`,
/// `Ukraine-Konflikt`), people and cities are not.
fn binds(candidate: &Candidate) -> bool {
    candidate.is_leader || matches!(candidate.class, AliasClass::Capital | AliasClass::Metonym)
}

fn is_hyphenated(word: &Word<'_>) -> bool {
    // A dash between spaces, or the long one of a range, joins nothing.
    matches!(word.gap, "-" | "\u{2010}" | "\u{2011}")
}
