//! In a line of capitals a short acronym is as likely a word: `TELL US NOW`, `AU CŒUR DE LA CRISE`.

use crate::gazetteer::AliasClass;
use crate::matcher::article::Article;
use crate::matcher::candidate::{Candidate, Rejection};

/// The longest acronym, in characters, that is also a common word.
const WORDLIKE: u8 = 3;

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        let is_wordlike = candidate.class == AliasClass::Acronym && candidate.n_chars <= WORDLIKE;
        if is_wordlike && article.is_all_caps_line(candidate.span.start) {
            candidate.reject(Rejection::CapitalsLine);
        }
    }
}
