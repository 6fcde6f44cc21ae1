//! Where a hyphen at a line end joins the halves of one word.

use super::table::{is_ignorable, is_stripped_mark};

/// A hyphen at a line end between two letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Joint {
    /// Offset in bytes of the letter that begins the next line.
    pub(super) next_word: usize,
    /// Whether that letter is small: the hyphen is the printer's, not the word's.
    pub(super) breaks_word: bool,
}

/// Returns whether a character may break a word at a line end.
#[inline]
pub(super) fn is_line_end_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{AD}' | '\u{2010}')
}

/// Returns the joint that the character `c` at an offset is, if it is one: a hyphen right behind a letter, then white space with one line
/// end in it, then a letter.
pub(super) fn joint(text: &str, start: usize, c: char) -> Option<Joint> {
    if !is_line_end_hyphen(c) {
        return None;
    }
    let after = text.get(start + c.len_utf8()..)?;
    // Most hyphens stand between letters of one line.
    if !after.starts_with(char::is_whitespace) {
        return None;
    }
    let next_line = after.trim_start();
    let gap = after.get(..after.len() - next_line.len())?;
    if gap.bytes().filter(|&byte| byte == b'\n').count() != 1 {
        return None;
    }
    let first = next_line.chars().next().filter(|c| c.is_alphabetic())?;
    let last = text
        .get(..start)?
        .chars()
        .rev()
        .find(|&c| !is_ignorable(c))?;
    (last.is_alphabetic() || is_stripped_mark(last)).then_some(Joint {
        next_word: text.len() - next_line.len(),
        breaks_word: first.is_lowercase(),
    })
}
