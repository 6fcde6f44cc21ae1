//! Languages, as their primary subtag.

use std::fmt;
use std::str::FromStr;

/// A language by its primary BCP 47 subtag of two or three letters (`fr`, `uk`), region and script left out.
///
/// ```
/// use ibid::text::Language;
/// let portuguese: Language = "pt-BR".parse().unwrap();
/// assert_eq!(portuguese.as_str(), "pt");
/// assert!("english".parse::<Language>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 3]);

/// A text that is no language tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a language tag such as `fr` or `pt-BR`")]
pub struct NotALanguage;

impl Language {
    /// English, the language that an unknown document is also read as.
    pub const ENGLISH: Self = Self(*b"en\0");

    /// Returns the subtag, two or three small ASCII letters.
    pub fn as_str(&self) -> &str {
        let len = if self.0[2] == 0 { 2 } else { 3 };
        std::str::from_utf8(&self.0[..len]).unwrap_or_default()
    }

    /// Returns the English name of the language where it is a common one, else its subtag.
    pub fn english_name(&self) -> &str {
        match self.as_str() {
            "ar" => "Arabic",
            "bg" => "Bulgarian",
            "cs" => "Czech",
            "da" => "Danish",
            "de" => "German",
            "el" => "Greek",
            "en" => "English",
            "es" => "Spanish",
            "fa" => "Persian",
            "fi" => "Finnish",
            "fr" => "French",
            "he" => "Hebrew",
            "hr" => "Croatian",
            "hu" => "Hungarian",
            "it" => "Italian",
            "ja" => "Japanese",
            "ko" => "Korean",
            "nl" => "Dutch",
            "pl" => "Polish",
            "pt" => "Portuguese",
            "ro" => "Romanian",
            "ru" => "Russian",
            "sl" => "Slovene",
            "sr" => "Serbian",
            "sv" => "Swedish",
            "tr" => "Turkish",
            "uk" => "Ukrainian",
            "zh" => "Chinese",
            other => other,
        }
    }
}

impl FromStr for Language {
    type Err = NotALanguage;

    fn from_str(tag: &str) -> Result<Self, NotALanguage> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().as_bytes();
        if !(2..=3).contains(&primary.len()) || !primary.iter().all(u8::is_ascii_alphabetic) {
            return Err(NotALanguage);
        }
        let mut subtag = [0; 3];
        for (slot, byte) in subtag.iter_mut().zip(primary) {
            *slot = byte.to_ascii_lowercase();
        }
        Ok(Self(subtag))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
