//! Writing systems, as far as matching needs to tell them apart.

use super::Language;

/// The writing system of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin, and every alphabet not named below.
    Latin,
    /// Cyrillic.
    Cyrillic,
    /// Greek.
    Greek,
    /// Arabic.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Han, kana and hangul.
    EastAsian,
    /// Thai, Lao, Khmer and Burmese.
    SoutheastAsian,
    /// The scripts of India and its neighbours.
    Indic,
}

impl Script {
    /// Returns the script of a letter; what is no letter counts as Latin.
    ///
    /// The ranges are those of the Unicode blocks of each script (Unicode 16, `Blocks.txt`).
    pub const fn of(c: char) -> Self {
        match c as u32 {
            0x0370..=0x03FF | 0x1F00..=0x1FFF => Self::Greek,
            0x0400..=0x052F | 0x1C80..=0x1C8F | 0x2DE0..=0x2DFF | 0xA640..=0xA69F => Self::Cyrillic,
            0x0590..=0x05FF | 0xFB1D..=0xFB4F => Self::Hebrew,
            0x0600..=0x077F | 0x08A0..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => Self::Arabic,
            0x0900..=0x0DFF => Self::Indic,
            0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF => Self::SoutheastAsian,
            0x1100..=0x11FF
            | 0x2E80..=0x2FDF
            | 0x3005..=0x3007
            | 0x3040..=0x31FF
            | 0x3400..=0x9FFF
            | 0xA960..=0xA97F
            | 0xAC00..=0xD7FF
            | 0xF900..=0xFAFF
            | 0x20000..=0x3FFFF => Self::EastAsian,
            _ => Self::Latin,
        }
    }

    /// Returns the script that newspapers of a language are printed in.
    pub fn of_language(language: Language) -> Self {
        match language.as_str() {
            "ru" | "uk" | "be" | "bg" | "mk" | "sr" | "kk" | "ky" | "mn" | "tg" | "tt" | "ba"
            | "ce" | "cv" | "os" | "sah" => Self::Cyrillic,
            "el" => Self::Greek,
            "ar" | "fa" | "ur" | "ps" | "ug" | "sd" | "ckb" => Self::Arabic,
            "he" | "yi" => Self::Hebrew,
            "zh" | "ja" | "ko" | "yue" => Self::EastAsian,
            "th" | "lo" | "km" | "my" | "shn" => Self::SoutheastAsian,
            "hi" | "bn" | "ta" | "te" | "mr" | "ne" | "si" | "gu" | "kn" | "ml" | "pa" | "as"
            | "or" | "sa" | "kok" | "mai" | "bho" | "doi" | "brx" => Self::Indic,
            _ => Self::Latin,
        }
    }

    /// Returns whether words are written without spaces between them, so that every character may begin one.
    ///
    /// Korean has spaces but glues particles to nouns, which comes to the same.
    pub const fn is_unspaced(self) -> bool {
        matches!(self, Self::EastAsian | Self::SoutheastAsian)
    }
}
