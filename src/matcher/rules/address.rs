//! No mention inside a web or mail address: `https://example.org/russia-ukraine` names a page.

use crate::matcher::article::Article;
use crate::matcher::candidate::{Candidate, Rejection};

pub(crate) fn apply(article: &Article<'_>, candidates: &mut [Candidate]) {
    for candidate in candidates
        .iter_mut()
        .filter(|candidate| candidate.is_alive())
    {
        if is_address(token_around(
            article,
            candidate.span.start,
            candidate.span.end,
        )) {
            candidate.reject(Rejection::Address);
        }
    }
}

/// Returns the run without white space that covers the bytes `start..end`, less the punctuation around it.
fn token_around<'t>(article: &Article<'t>, start: usize, end: usize) -> &'t str {
    let before = article.before(start);
    let head = before
        .rsplit(char::is_whitespace)
        .next()
        .unwrap_or_default();
    let after = article.after(end);
    let tail = after.split(char::is_whitespace).next().unwrap_or_default();
    article
        .text
        .get(start - head.len()..end + tail.len())
        .unwrap_or_default()
        .trim_matches(|c: char| !c.is_alphanumeric() && c != '/')
}

fn is_address(token: &str) -> bool {
    // Almost no word has one of these; the exact look is for those that do.
    if !token.contains(['.', '/', '@']) {
        return false;
    }
    if token.contains("://") || token.starts_with("www.") {
        return true;
    }
    let host = token
        .rsplit('@')
        .next()
        .unwrap_or(token)
        .split(['/', '?', '#', ':'])
        .next();
    let Some((labels, top)) = host.and_then(|host| host.rsplit_once('.')) else {
        return false;
    };
    // `Russia.The` is a missing space, `U.S` an abbreviation; `apnews.com` ends in small letters.
    (2..=6).contains(&top.len())
        && top.bytes().all(|byte| byte.is_ascii_lowercase())
        && labels.len() > 1
        && labels
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        && !token.ends_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_from_words() {
        for (token, expected) in [
            ("https://apnews.com/hub/russia-ukraine", true),
            ("www.nato.int", true),
            ("apnews.com/hub/russia", true),
            ("press@nato.int", true),
            ("Russia", false),
            ("Ukraine/Russia", false),
            ("Russia.The", false),
            ("U.S.-led", false),
            ("l’OTAN", false),
            ("@NATO", false),
        ] {
            assert_eq!(is_address(token), expected, "{token}");
        }
    }
}
