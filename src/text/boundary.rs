//! Edges of words.

use unicode_normalization::char::is_combining_mark;

use super::Script;

/// Returns whether a character is part of a word: a letter, a digit, a mark on one, or `_`.
pub fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || (!c.is_ascii() && is_combining_mark(c))
}

/// Returns whether a word edge lies between two neighbouring characters; `None` is the edge of the text.
///
/// An apostrophe or a hyphen ends a word; in a script without spaces every character is an edge.
///
/// ```
/// use ibid::text::boundary::is_word_edge;
/// assert!(is_word_edge(Some('’'), Some('O')));
/// assert!(is_word_edge(Some('平'), Some('访')));
/// assert!(!is_word_edge(Some('N'), Some('A')));
/// ```
pub fn is_word_edge(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else {
        return true;
    };
    !is_word_char(before)
        || !is_word_char(after)
        || Script::of(before).is_unspaced()
        || Script::of(after).is_unspaced()
}
