//! Which characters are not seen, and where one of them is needed all the same.

pub(super) const ZWNJ: char = '\u{200C}';
pub(super) const ZWJ: char = '\u{200D}';

/// Returns whether a character has no look of its own, or turns the direction of writing, or is none at all.
///
/// Unicode 16: general categories Cc, Zl, Zp and Cf but for the signs of Arabic, Syriac and Kaithi numbers, which are seen; all of
/// `Default_Ignorable_Code_Point`; the noncharacters.
pub(super) fn is_hidden(c: char) -> bool {
    matches!(
        u32::from(c),
        0x00..=0x1F | 0x7F..=0x9F | 0xAD | 0x34F | 0x61C | 0x115F..=0x1160 | 0x17B4..=0x17B5 | 0x180B..=0x180F
            | 0x200B..=0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164 | 0xFDD0..=0xFDEF | 0xFE00..=0xFE0F | 0xFEFF
            | 0xFFA0 | 0xFFF0..=0xFFFB | 0x13430..=0x1343F | 0x1BCA0..=0x1BCA3 | 0x1D173..=0x1D17A | 0xE0000..=0xE0FFF
    ) || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Variation selectors, those of Mongolian included.
pub(super) fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}' | '\u{180B}'..='\u{180D}' | '\u{180F}')
}

/// Returns whether a variation selector right after a character means something.
pub(super) fn takes_selector(before: char, selector: char) -> bool {
    let han = matches!(before, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    match selector {
        '\u{FE0E}' | '\u{FE0F}' => {
            is_emoji(before) || matches!(before, '0'..='9' | '#' | '*' | '©' | '®')
        }
        '\u{180B}'..='\u{180F}' => matches!(before, '\u{1800}'..='\u{18AF}'),
        '\u{FE00}' => {
            han || matches!(before, '\u{2200}'..='\u{22FF}' | '\u{2A00}'..='\u{2AFF}' | '\u{1000}'..='\u{109F}' | '\u{AA60}'..='\u{AA7F}')
                || matches!(before, '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FF1F}')
        }
        _ => han,
    }
}

/// Returns whether a character may be a picture. Wider than the list of Unicode by some arrows and signs, which do no harm here.
pub(super) fn is_emoji(c: char) -> bool {
    matches!(
        u32::from(c),
        0x203C | 0x2049 | 0x2122 | 0x2139 | 0x2190..=0x21FF | 0x2300..=0x23FF | 0x24C2 | 0x25A0..=0x27BF | 0x2900..=0x297F
            | 0x2B00..=0x2BFF | 0x3030 | 0x303D | 0x3297 | 0x3299 | 0x1F000..=0x1FAFF
    )
}

/// Returns whether a character may stand before a joiner of an emoji.
pub(super) fn is_emoji_part(c: char) -> bool {
    is_emoji(c) || c == '\u{FE0F}'
}

/// Returns whether a joiner beside a letter changes how it is written: scripts whose letters join, and those of India.
pub(super) fn joins_letters(c: char) -> bool {
    matches!(
        u32::from(c),
        0x0620..=0x06FF | 0x0710..=0x07FF | 0x0840..=0x08FF | 0x0900..=0x0DFF | 0x0F00..=0x109F | 0x1780..=0x17B3 | 0x17B6..=0x17DD
            | 0x1807 | 0x1820..=0x18AA | 0xA840..=0xA87F | 0xFB50..=0xFDCF | 0xFDF0..=0xFDFF | 0xFE70..=0xFEFC | 0x11000..=0x1114F
    )
}

/// Returns whether a character belongs to a script that parts words by a zero-width space.
pub(super) fn parts_words_unseen(c: char) -> bool {
    matches!(u32::from(c), 0x0E01..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17B3 | 0x17B6..=0x17F9 | 0xAA60..=0xAA7F)
}

/// Returns the length in bytes of a flag of England, Scotland or Wales, the only ones that are written with tags.
pub(super) fn flag_len(rest: &str) -> Option<usize> {
    ["gbeng", "gbsct", "gbwls"].into_iter().find_map(|region| {
        let tags = region
            .chars()
            .filter_map(|c| char::from_u32(0xE0000 + u32::from(c)));
        let flag: String = std::iter::once('\u{1F3F4}')
            .chain(tags)
            .chain(['\u{E007F}'])
            .collect();
        rest.starts_with(&flag).then_some(flag.len())
    })
}
