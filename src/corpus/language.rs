//! The language of a text: declared, else detected.

use whatlang::{Detector, Lang, Script};

use crate::text::Language;

/// The languages that are told apart, with their subtags: those of the large news sites. A shorter list makes fewer mistakes, for
/// closely related languages (Afrikaans and Dutch, Catalan and Spanish) share most of their short words.
const LANGUAGES: [(Lang, &str); 36] = [
    (Lang::Ara, "ar"),
    (Lang::Ben, "bn"),
    (Lang::Bul, "bg"),
    (Lang::Cat, "ca"),
    (Lang::Ces, "cs"),
    (Lang::Cmn, "zh"),
    (Lang::Dan, "da"),
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Est, "et"),
    (Lang::Fin, "fi"),
    (Lang::Fra, "fr"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"),
    (Lang::Ita, "it"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Nld, "nl"),
    (Lang::Nob, "no"),
    (Lang::Pes, "fa"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Rus, "ru"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Spa, "es"),
    (Lang::Srp, "sr"),
    (Lang::Swe, "sv"),
    (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"),
];

/// How much of a text is looked at, in bytes: some 300 words decide as well as the whole and cost less than the matching.
const SAMPLE: usize = 2048;

/// Fewer letters decide nothing: a headline is names, and names have no language.
const MIN_LETTERS: usize = 80;

/// A character of Chinese, Japanese or Korean says as much as three or four letters.
const MIN_EAST_ASIAN: usize = 20;

/// Returns the language that is declared, else the one detected, else `None`.
///
/// ```
/// use ibid::corpus::language::language_of;
/// assert_eq!(language_of(Some("fr-CA"), "").unwrap().as_str(), "fr");
/// assert_eq!(language_of(None, "NATO"), None);
/// ```
pub fn language_of(declared: Option<&str>, text: &str) -> Option<Language> {
    declared
        .and_then(|tag| tag.trim().parse().ok())
        .or_else(|| detect(text))
}

/// Returns the language of a text, or `None` when it is too short or could as well be another.
pub fn detect(text: &str) -> Option<Language> {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    let n_letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let allowed = LANGUAGES.iter().map(|&(lang, _)| lang).collect();
    let found = Detector::with_allowlist(allowed).detect(sample)?;
    let east_asian = [
        Script::Mandarin,
        Script::Hiragana,
        Script::Katakana,
        Script::Hangul,
    ]
    .contains(&found.script());
    let least = if east_asian {
        MIN_EAST_ASIAN
    } else {
        MIN_LETTERS
    };
    if n_letters < least || !found.is_reliable() {
        return None;
    }
    let (_, tag) = LANGUAGES.iter().find(|&&(lang, _)| lang == found.lang())?;
    tag.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detects_news() {
        for (text, expected) in [
            (
                "NATO promised on Wednesday to support Ukraine as long as necessary in the face of the cruelty of Russia, during a summit.",
                Some("en"),
            ),
            (
                "Suite à une série d’attaques massives et dévastatrices effectuées par la Russie avec des missiles et de l’artillerie.",
                Some("fr"),
            ),
            (
                "Um kurz nach zehn Uhr fehlten sechs Stimmen. Als Bundestagspräsidentin Klöckner am Dienstag das Ergebnis verlas, wurde es still.",
                Some("de"),
            ),
            (
                "Empezaron a negociar en 1999, cuando el euro aún no tenía monedas. El viernes, en Montevideo, se dieron la mano.",
                Some("es"),
            ),
            (
                "Президент России Владимир Путин встретился в Москве с министром иностранных дел, чтобы обсудить положение в регионе.",
                Some("ru"),
            ),
            (
                "Президент України Володимир Зеленський зустрівся у Києві з міністром закордонних справ, щоб обговорити становище в регіоні.",
                Some("uk"),
            ),
            (
                "北约秘书长在布鲁塞尔表示，盟国将继续支持乌克兰，直到战争结束为止。",
                Some("zh"),
            ),
            ("Vladimir Putin, Emmanuel Macron", None),
            ("", None),
            ("1234567890 ".repeat(30).as_str(), None),
        ] {
            assert_eq!(
                detect(text).map(|language| language.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn a_declaration_wins_if_it_is_one() {
        let text = "NATO promised on Wednesday to support Ukraine as long as necessary in the face of the cruelty of Russia, during a summit.";
        assert_eq!(language_of(Some("de"), text).unwrap().as_str(), "de");
        assert_eq!(language_of(Some("english"), text).unwrap().as_str(), "en");
    }
}
