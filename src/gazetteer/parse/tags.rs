//! Language tags as keys: which are good, and what the usual wrong ones mean.

use crate::text::Language;

/// The two-letter codes of ISO 639-1, one after another in alphabetical order.
const ISO_639_1: &str = "\
    aaabaeafakamanarasavayazbabebgbhbibmbnbobrbscacechcocrcscucvcydadedvdzeeeleneoeseteufafffifjfofrfygagdglgngugv\
    hahehihohrhthuhyhziaidieigiiikioisitiujajvkakgkikjkkklkmknkokrkskukvkwkylalblglilnloltlulvmgmhmimkmlmnmrmsmtmy\
    nanbndnengnlnnnonrnvnyocojomorospapiplpsptqurmrnrorurwsascsdsesgshsiskslsmsnsosqsrssstsusvswtatetgthtitktltnto\
    trtstttwtyugukuruzvevivowawoxhyiyozazhzu";

/// Country codes taken for language codes.
const MISTAKEN: [(&str, &str); 10] = [
    ("ua", "uk"),
    ("jp", "ja"),
    ("cz", "cs"),
    ("gr", "el"),
    ("dk", "da"),
    ("cn", "zh"),
    ("by", "be"),
    ("us", "en"),
    ("gb", "en"),
    ("at", "de"),
];

/// A key that is no language tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BadTag {
    /// What to write, when that is plain.
    pub(super) hint: Option<String>,
}

/// Returns the language of a tag; `*` is every language (`None`).
pub(super) fn language(tag: &str) -> Result<Option<Language>, BadTag> {
    if tag == "*" {
        return Ok(None);
    }
    let is_well_formed = tag.split('-').all(|subtag| {
        (1..=8).contains(&subtag.len()) && subtag.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if is_well_formed
        && let Ok(language) = tag.parse::<Language>()
        && (language.as_str().len() == 3 || is_iso_639_1(language.as_str()))
    {
        return Ok(Some(language));
    }
    Err(BadTag { hint: hint(tag) })
}

fn is_iso_639_1(code: &str) -> bool {
    let (codes, _) = ISO_639_1.as_bytes().as_chunks::<2>();
    <[u8; 2]>::try_from(code.as_bytes()).is_ok_and(|code| codes.binary_search(&code).is_ok())
}

fn hint(tag: &str) -> Option<String> {
    let lowered = tag.to_ascii_lowercase();
    if let Some((_, right)) = MISTAKEN.iter().find(|(wrong, _)| *wrong == lowered) {
        return Some(format!(
            "did you mean `{right}`? `{tag}` is a country, not a language"
        ));
    }
    let hyphened = tag.replace('_', "-");
    if hyphened != tag && language(&hyphened).is_ok() {
        return Some(format!("did you mean `{hyphened}`?"));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_tags_give_their_language() {
        for (tag, expected) in [
            ("fr", "fr"),
            ("pt-BR", "pt"),
            ("zh-Hant", "zh"),
            ("ckb", "ckb"),
            ("sr-Latn-RS", "sr"),
        ] {
            assert_eq!(language(tag).unwrap().unwrap().as_str(), expected);
        }
        assert_eq!(language("*"), Ok(None));
    }

    #[test]
    fn bad_tags_are_refused_with_a_hint_where_one_is_plain() {
        let table = [
            ("ua", Some("`uk`")),
            ("jp", Some("`ja`")),
            ("cz", Some("`cs`")),
            ("en_US", Some("`en-US`")),
            ("english", None),
            ("xx", None),
            ("", None),
            ("fr-", None),
        ];
        for (tag, expected) in table {
            let hint = language(tag).unwrap_err().hint;
            match expected {
                Some(part) => assert!(hint.unwrap().contains(part), "{tag}"),
                None => assert_eq!(hint, None, "{tag}"),
            }
        }
    }
}
