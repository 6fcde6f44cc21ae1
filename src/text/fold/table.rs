//! What one character folds to: a table made from the Unicode libraries once, and the library itself beyond it.

use std::sync::OnceLock;

use icu_casemap::CaseMapper;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use super::LONGEST;
use crate::text::Script;

/// What a character folds to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct CharFold {
    pub(super) chars: [char; LONGEST],
    pub(super) len: usize,
    /// Whether an accent that tells letters apart in Latin and Greek was removed.
    pub(super) marked: bool,
}

/// The first character that the table does not hold; all scripts of Europe and the general punctuation lie below.
const TABLE_END: u32 = 0x2100;

/// Returns what a character folds to.
pub(super) fn fold_char(c: char) -> CharFold {
    static TABLE: OnceLock<Box<[CharFold]>> = OnceLock::new();
    if c.is_ascii() {
        return single(c.to_ascii_lowercase());
    }
    if (c as u32) < TABLE_END {
        let table = TABLE.get_or_init(|| {
            (0..TABLE_END)
                .map(|code| char::from_u32(code).map_or_else(|| single(' '), fold_by_library))
                .collect()
        });
        return table[c as usize];
    }
    fold_by_library(c)
}

/// Folds a character by the Unicode libraries: case folding, then compatibility decomposition without its marks.
fn fold_by_library(c: char) -> CharFold {
    if let Some(plain) = plain_twin(c) {
        return single(plain);
    }
    if is_letter_though_marked(c) || keeps_its_marks(c) {
        return single(CaseMapper::new().simple_fold(c));
    }
    let mut fold = CharFold {
        chars: [' '; LONGEST],
        len: 0,
        marked: false,
    };
    let mut too_long = false;
    let mut buffer = [0; 4];
    for folded in CaseMapper::new()
        .fold_string(c.encode_utf8(&mut buffer))
        .chars()
    {
        decompose_compatible(folded, |part| {
            if is_stripped_mark(part) {
                fold.marked |= accents_tell_apart(c);
                return;
            }
            let bare = bare_letter(part);
            fold.marked |= bare.is_some_and(|letters| letters.len() == 1);
            for &plain in bare.unwrap_or(&[part]) {
                if fold.len == LONGEST {
                    too_long = true;
                } else {
                    fold.chars[fold.len] = CaseMapper::new().simple_fold(plain);
                    fold.len += 1;
                }
            }
        });
    }
    if too_long || fold.len == 0 {
        single(c)
    } else {
        fold
    }
}

fn single(c: char) -> CharFold {
    CharFold {
        chars: [c, ' ', ' ', ' '],
        len: 1,
        marked: false,
    }
}

/// Apostrophes and dashes as news prints them, to the one on the keyboard.
fn plain_twin(c: char) -> Option<char> {
    match c {
        '’' | '‘' | '‛' | 'ʼ' | 'ʹ' | '′' | '´' | '＇' => Some('\''),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Some('-'),
        _ => None,
    }
}

/// Letters with a stroke or of two letters, which Unicode does not decompose.
fn bare_letter(c: char) -> Option<&'static [char]> {
    Some(match c {
        'ı' => &['i'],
        'ł' => &['l'],
        'ø' => &['o'],
        'đ' | 'ð' => &['d'],
        'ħ' => &['h'],
        'ŧ' => &['t'],
        'æ' => &['a', 'e'],
        'œ' => &['o', 'e'],
        'þ' => &['t', 'h'],
        _ => return None,
    })
}

/// Cyrillic letters that Unicode takes for another letter with an accent.
pub(super) fn is_letter_though_marked(c: char) -> bool {
    matches!(c, 'й' | 'Й' | 'ї' | 'Ї' | 'ў' | 'Ў' | 'ѓ' | 'Ѓ' | 'ќ' | 'Ќ')
}

/// Whether an accent makes another word of one in the script of a letter: elsewhere it shows a stress or a vowel that print leaves out.
pub(super) fn accents_tell_apart(c: char) -> bool {
    matches!(Script::of(c), Script::Latin | Script::Greek)
}

/// Whether a script writes with its marks what others write with letters.
fn keeps_its_marks(c: char) -> bool {
    match Script::of(c) {
        Script::EastAsian | Script::SoutheastAsian | Script::Indic => true,
        Script::Latin | Script::Cyrillic | Script::Greek | Script::Arabic | Script::Hebrew => false,
    }
}

/// Returns whether a character is a mark that folding removes.
pub(super) fn is_stripped_mark(c: char) -> bool {
    // Kana voicing marks and the vowel signs of India are part of the letter.
    !c.is_ascii()
        && is_combining_mark(c)
        && !keeps_its_marks(c)
        && !matches!(c, '\u{3099}' | '\u{309A}')
}

/// Returns whether a character is invisible and stands for nothing: soft hyphen, zero-width characters, direction marks, selectors.
pub(super) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_agrees_with_the_library() {
        for c in ('\u{80}'..'\u{3000}').chain('\u{FF00}'..'\u{FFEF}') {
            assert_eq!(fold_char(c), fold_by_library(c), "{c:?}");
        }
        for c in '\0'..='\u{7F}' {
            assert_eq!(fold_char(c), fold_by_library(c), "{c:?}");
        }
    }
}
