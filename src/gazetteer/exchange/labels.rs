//! Words of other programs for kinds, classes and languages.

use unicode_normalization::UnicodeNormalization as _;

use crate::text::Language;

use super::super::AliasClass;
use super::super::parse::{FILE_KEYS, language_of_tag};

/// Words for the built-in kinds, in small letters: of spaCy, Prodigy, GATE, `CoNLL`, `INCEpTION`.
const KINDS: [(&str, &[&str]); 5] = [
    (
        "leader",
        &[
            "leader",
            "leaders",
            "per",
            "person",
            "persons",
            "people",
            "politician",
            "human",
        ],
    ),
    (
        "state",
        &[
            "state",
            "states",
            "gpe",
            "country",
            "countries",
            "country_abbrev",
            "nation",
            "norp",
            "nationality",
            "country_adj",
        ],
    ),
    (
        "organisation",
        &[
            "organisation",
            "organisations",
            "organization",
            "organizations",
            "org",
            "orgs",
            "body",
        ],
    ),
    (
        "office",
        &["office", "offices", "role", "jobtitle", "job_title"],
    ),
    ("other", &["other"]),
];

/// Labels whose forms are adjectives and demonyms.
const ADJECTIVES: [&str; 3] = ["norp", "nationality", "country_adj"];

const CLASSES: [(AliasClass, &[&str]); 8] = [
    (
        AliasClass::Name,
        &[
            "names",
            "name",
            "alias",
            "aliases",
            "label",
            "preflabel",
            "altlabel",
        ],
    ),
    (
        AliasClass::Acronym,
        &[
            "acronyms",
            "acronym",
            "abbreviation",
            "abbreviations",
            "abbr",
        ],
    ),
    (AliasClass::Short, &["short", "short name", "nickname"]),
    (
        AliasClass::Adjective,
        &["adjectives", "adjective", "demonym", "demonyms"],
    ),
    (AliasClass::Capital, &["capital", "capitals"]),
    (AliasClass::Metonym, &["metonyms", "metonym"]),
    (AliasClass::Role, &["titles", "title", "role", "roles"]),
    (AliasClass::Mask, &["not", "mask", "masks"]),
];

/// Returns the kind that a label means: a built-in one, else one of its own name.
///
/// A label of spaCy or Prodigy is in capitals; an id of a kind is in small letters, with hyphens.
pub(super) fn kind_of(label: &str) -> String {
    let lowered = label.trim().to_lowercase();
    if let Some((kind, _)) = KINDS.iter().find(|(_, words)| words.contains(&&*lowered)) {
        return (*kind).to_owned();
    }
    let words = lowered.nfc().collect::<String>();
    let words = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut id = String::new();
    for word in words {
        if id.len() + word.len() > 60 {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    if FILE_KEYS.contains(&id.as_str()) {
        id.push_str("-kind");
    }
    if id.is_empty() {
        "other".to_owned()
    } else {
        id
    }
}

/// Returns whether a label means adjectives and demonyms.
pub(super) fn class_of_label(label: &str) -> Option<AliasClass> {
    let lowered = label.trim().to_lowercase();
    ADJECTIVES
        .contains(&lowered.as_str())
        .then_some(AliasClass::Adjective)
}

/// Returns the class that a word means.
pub(super) fn class_of(word: &str) -> Option<AliasClass> {
    let lowered = word.trim().to_lowercase();
    let known = CLASSES.iter().find(|(_, words)| words.contains(&&*lowered));
    known.map(|(class, _)| *class)
}

/// Returns the language that a tag means, `None` for every language, or what to write instead.
///
/// Codes of ISO 639-2 of the larger languages are understood too; GATE writes languages out.
pub(super) fn language_of(tag: &str) -> Result<Option<Language>, String> {
    const LONG: [(&str, &str); 20] = [
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("spanish", "es"),
        ("italian", "it"),
        ("portuguese", "pt"),
        ("dutch", "nl"),
        ("polish", "pl"),
        ("russian", "ru"),
        ("ukrainian", "uk"),
        ("eng", "en"),
        ("fra", "fr"),
        ("fre", "fr"),
        ("deu", "de"),
        ("ger", "de"),
        ("spa", "es"),
        ("ita", "it"),
        ("por", "pt"),
        ("rus", "ru"),
        ("pol", "pl"),
    ];
    let tag = tag.trim();
    if tag.is_empty() || matches!(tag, "*" | "u" | "und" | "mul") {
        return Ok(None);
    }
    let lowered = tag.to_ascii_lowercase().replace('_', "-");
    let tag_of_name = LONG.iter().find(|(name, _)| *name == lowered);
    language_of_tag(tag_of_name.map_or(lowered.as_str(), |(_, tag)| tag)).map_err(|hint| {
        hint.unwrap_or_else(|| "a tag is `en`, `pt-BR` …, or `*` for every language".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_give_kinds() {
        let table = [
            ("ORG", "organisation"),
            ("PERSON", "leader"),
            ("GPE", "state"),
            ("NORP", "state"),
            ("Trade Union", "trade-union"),
            ("title", "title-kind"),
            ("партия", "партия"),
            ("//", "other"),
        ];
        for (label, expected) in table {
            assert_eq!(kind_of(label), expected, "{label}");
        }
        assert_eq!(class_of_label("NORP"), Some(AliasClass::Adjective));
        assert_eq!(class_of_label("ORG"), None);
    }

    #[test]
    fn every_class_is_known_by_its_key() {
        for class in AliasClass::ALL {
            assert_eq!(class_of(class.key()), Some(class));
        }
        assert_eq!(class_of("Acronym"), Some(AliasClass::Acronym));
        assert_eq!(class_of("x"), None);
    }

    #[test]
    fn tags_give_languages() {
        let of = |tag| language_of(tag).map(|language| language.map(|l| l.to_string()));
        assert_eq!(of("fr"), Ok(Some("fr".to_owned())));
        assert_eq!(of("pt_BR"), Ok(Some("pt".to_owned())));
        assert_eq!(of("German"), Ok(Some("de".to_owned())));
        for every in ["", "*", "u", "mul"] {
            assert_eq!(of(every), Ok(None));
        }
        assert!(of("ua").unwrap_err().contains("`uk`"));
        assert!(of("klingon").is_err());
    }
}
