//! Forms and ids made fit for a gazetteer file.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

use crate::text::fold::fold;

use super::super::expand::MAX_FORM_BYTES;
use super::super::parse::MAX_ID_BYTES;

/// An id made from a name is at most this long, in bytes, so that a number finds room.
const MAX_MADE_ID_BYTES: usize = 60;

/// Returns a text in NFC, without space around it and with single spaces in it.
pub(super) fn tidy(text: &str) -> String {
    let text: Cow<'_, str> = if is_nfc(text) {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    };
    let mut tidied = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidied.is_empty() {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    tidied
}

/// Returns what keeps a tidied text from being a form.
///
/// Braces are alternatives in a gazetteer file and cannot be written as characters.
pub(super) fn flaw_of_form(form: &str) -> Option<String> {
    if form.is_empty() {
        return Some("there is no form here".to_owned());
    }
    if form.len() > MAX_FORM_BYTES {
        return Some(format!(
            "the form has {} bytes; at most {MAX_FORM_BYTES} are matched",
            form.len()
        ));
    }
    if form.contains(['{', '}']) {
        return Some(format!(
            "`{form}` has a brace, which a gazetteer cannot hold as a character"
        ));
    }
    if !form.contains(char::is_alphanumeric) {
        return Some(format!("`{form}` has no letter or digit"));
    }
    form.contains(char::is_control)
        .then(|| "the form has a control character".to_owned())
}

/// Returns whether a text can be the id of an entity.
pub(super) fn is_id(text: &str) -> bool {
    (1..=MAX_ID_BYTES).contains(&text.len())
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'))
}

/// Cyrillic and Greek letters that one Latin letter stands for, in pairs.
const SINGLE: &str = "аaбbвvгgдdеeзzиiйiкkлlмmнnоoпpрrсsтtуuфfыyэeіiїiєeґgўuјjљlњnћcђdџd\
    αaβvγgδdεeζzηiιiκkλlμmνnξxοoπpρrσsςsτtυyφfωo";

/// Those that several stand for; hard and soft signs are left out.
const SEVERAL: [(char, &str); 14] = [
    ('ж', "zh"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ь', ""),
    ('ю', "yu"),
    ('я', "ya"),
    ('ђ', "dj"),
    ('θ', "th"),
    ('χ', "ch"),
    ('ψ', "ps"),
];

/// Returns folded text with Cyrillic and Greek letters written in Latin ones: enough for an id to be told from others and typed.
fn romanised(folded: &str) -> String {
    let mut latin = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_ascii() {
            latin.push(c);
        } else if let Some((_, several)) = SEVERAL.iter().find(|(letter, _)| *letter == c) {
            latin.push_str(several);
        } else {
            let single = SINGLE.chars().skip_while(|letter| *letter != c).nth(1);
            latin.push(single.unwrap_or(c));
        }
    }
    latin
}

/// Returns an id in kebab-case ASCII made from a name; `None` when the name has too few letters that come to ASCII.
///
/// A name with signs of another script beside a few Latin letters (`北京 AG`) gives none: the id would name somebody else.
pub(super) fn id_from(name: &str) -> Option<String> {
    let folded = romanised(&fold(name));
    let letters = folded.chars().filter(|c| c.is_alphanumeric()).count();
    let ascii = folded.chars().filter(char::is_ascii_alphanumeric).count();
    if ascii == 0 || ascii * 2 < letters {
        return None;
    }
    let mut id = String::new();
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if id.len() + 1 + word.len() > MAX_MADE_ID_BYTES {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    if id.is_empty() {
        // One endless word.
        id.extend(
            folded
                .chars()
                .filter(char::is_ascii_alphanumeric)
                .take(MAX_MADE_ID_BYTES),
        );
    }
    Some(id)
}

/// Returns the Wikidata id in a text: `Q7184`, or an address that ends in it.
pub(super) fn qid_in(text: &str) -> Option<&str> {
    let id = text.trim().trim_end_matches('>');
    let id = id.rsplit(['/', ':']).next().unwrap_or(id);
    let digits = id.strip_prefix('Q')?;
    let is_good = (1..=12).contains(&digits.len())
        && !digits.starts_with('0')
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_good.then_some(id)
}

/// Returns whether a form is written as an acronym: one word of two letters or more, all of them capitals.
pub(super) fn looks_like_acronym(form: &str) -> bool {
    let letters = form.chars().filter(|c| c.is_alphabetic());
    let capitals = form.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2
        && capitals == letters.count()
        && !form.contains(char::is_whitespace)
        && form.chars().count() <= 12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_kebab_case_ascii() {
        let table = [
            ("Côte d’Ivoire", Some("cote-d-ivoire")),
            ("Recep Tayyip Erdoğan", Some("recep-tayyip-erdogan")),
            ("Straße & Œuvre", Some("strasse-oeuvre")),
            ("G7", Some("g7")),
            ("Россия", Some("rossiya")),
            ("Группа Е3", Some("gruppa-e3")),
            ("Зеленський", Some("zelenskii")),
            ("Αθήνα", Some("athina")),
            ("北大西洋公约组织", None),
            ("北京公司 AG", None),
            ("—", None),
        ];
        for (name, expected) in table {
            assert_eq!(id_from(name).as_deref(), expected, "{name}");
        }
        assert_eq!(id_from(&"ab".repeat(100)).unwrap().len(), 60);
        assert!(id_from(&"word ".repeat(100)).unwrap().len() <= 60);
    }

    #[test]
    fn forms_are_tidied_or_refused() {
        assert_eq!(tidy("  Cafe\u{301}\u{a0} Royal\t"), "Café Royal");
        for good in ["NATO", "A.", "7", "Guinea-Bissau"] {
            assert_eq!(flaw_of_form(good), None, "{good}");
        }
        for bad in ["", "a{b", "a}b", "--", "a\u{7}b", &"x".repeat(900)] {
            assert!(flaw_of_form(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn acronyms_and_wikidata_ids_are_known_by_their_look() {
        for (form, expected) in [
            ("NATO", true),
            ("НАТО", true),
            ("G7", false),
            ("U.N.", true),
            ("Nato", false),
            ("EL SALVADOR", false),
            ("北约", false),
        ] {
            assert_eq!(looks_like_acronym(form), expected, "{form}");
        }
        for (text, expected) in [
            ("Q159", Some("Q159")),
            ("http://www.wikidata.org/entity/Q159", Some("Q159")),
            ("<http://www.wikidata.org/entity/Q159>", Some("Q159")),
            ("wd:Q159", Some("Q159")),
            ("Q0", None),
            ("159", None),
            ("Quebec", None),
        ] {
            assert_eq!(qid_in(text), expected, "{text}");
        }
    }
}
