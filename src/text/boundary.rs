//! Edges of words and of graphemes.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

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

/// Returns the graphemes of a text, what a reader takes for one character each, with their offsets in bytes.
///
/// ```
/// use ibid::text::boundary::graphemes;
/// assert_eq!(graphemes("ne\u{301}").collect::<Vec<_>>(), [(0, "n"), (1, "e\u{301}")]);
/// ```
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// Returns whether a grapheme starts or ends at `offset` (bytes); false for an offset within a character or outside the text.
pub fn is_grapheme_edge(text: &str, offset: usize) -> bool {
    text.is_char_boundary(offset)
        && GraphemeCursor::new(offset, text.len(), true)
            .is_boundary(text, 0)
            .unwrap_or(true)
}
