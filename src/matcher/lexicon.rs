//! The closed word classes that the rules ask for, one file a language under `assets/language`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;

use crate::text::Language;
use crate::text::fold::{fold, units};

/// The word lists of one language, folded. A language without a file has empty ones: its rules then decide nothing.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    /// For each article a form may begin with, the words that may stand in its place before the noun.
    articles: BTreeMap<String, FxHashSet<String>>,
    /// All of them.
    any_article: FxHashSet<String>,
    locatives: Phrases,
    governors: Governors,
    events_before: Phrases,
    events_after: FxHashSet<String>,
    function_words: FxHashSet<String>,
    honorifics: FxHashSet<String>,
    former: FxHashSet<String>,
    deputy: FxHashSet<String>,
    calendar: FxHashSet<String>,
    coordinators: FxHashSet<String>,
    verbs: FxHashSet<String>,
    verb_endings: Vec<String>,
    state_nouns: FxHashSet<String>,
    genitives: FxHashSet<String>,
    /// Whether every noun has a capital, so that a capital says nothing about names.
    pub(crate) capitalises_nouns: bool,
}

/// A file of `assets/language`, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Lists {
    articles: BTreeMap<String, Vec<String>>,
    locatives: Vec<String>,
    governors: Vec<String>,
    event_before: Vec<String>,
    event_after: Vec<String>,
    function_words: Vec<String>,
    honorifics: Vec<String>,
    former: Vec<String>,
    deputy: Vec<String>,
    days: Vec<String>,
    months: Vec<String>,
    coordinators: Vec<String>,
    verbs: Vec<String>,
    verb_endings: Vec<String>,
    state_nouns: Vec<String>,
    genitives: Vec<String>,
    capitalises_nouns: bool,
}

macro_rules! lexicons {
    ($($language:literal),*) => {
        [$(($language, include_str!(concat!("../../assets/language/", $language, ".toml")))),*]
    };
}

const FILES: [(&str, &str); 13] = lexicons![
    "bg", "cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sl", "uk"
];

/// Phrases that are looked up by how they end.
#[derive(Debug, Default)]
struct Phrases(FxHashMap<String, Vec<Phrase>>);

#[derive(Debug, PartialEq, Eq)]
struct Phrase {
    folded: String,
    /// Whether it ends in a word of one or two letters with an accent, which tells it from another word: `à` is not `a`.
    ends_marked: bool,
}

impl Phrases {
    fn new(phrases: &[String]) -> Self {
        let mut by_last_word: FxHashMap<String, Vec<Phrase>> = FxHashMap::default();
        for phrase in phrases {
            let folded = fold(phrase.trim());
            let ends_marked = is_short_and_marked(phrase);
            let phrases = by_last_word
                .entry(last_token(&folded).to_owned())
                .or_default();
            // The longest first.
            let at = phrases.partition_point(|known| known.folded.len() >= folded.len());
            phrases.insert(
                at,
                Phrase {
                    folded,
                    ends_marked,
                },
            );
        }
        Self(by_last_word)
    }

    /// Returns the longest phrase that ends a text; `folded` is the text folded, without the white space at its end.
    fn ending(&self, folded: &str, text: &str) -> Option<&str> {
        let phrases = self.0.get(last_token(folded))?;
        let lacks_accent =
            !is_short_and_marked(text) && !text.trim_end().ends_with(char::is_uppercase);
        phrases
            .iter()
            .filter(|phrase| !(phrase.ends_marked && lacks_accent))
            .map(|phrase| phrase.folded.as_str())
            .find(|phrase| ends_with_words(folded, phrase))
    }
}

/// Returns whether the last word of a text has one or two letters, the last of them with an accent.
fn is_short_and_marked(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.chars().count() <= 2 && units(last, 0).last().is_some_and(|unit| unit.marked)
}

fn ends_with_words(text: &str, phrase: &str) -> bool {
    text.strip_suffix(phrase)
        .is_some_and(|rest| !rest.ends_with(|c: char| c.is_alphanumeric() || c == '-'))
}

/// Phrases of a word that takes a party and the preposition it takes it with: `aide à`, where `aide militaire à` counts too.
#[derive(Debug, Default)]
struct Governors(FxHashMap<String, Phrases>);

impl Governors {
    /// How many words may stand between the word and its preposition: `livraisons massives d'armes à`.
    const REACH: usize = 2;

    fn new(phrases: &[String]) -> Self {
        let mut by_preposition: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for phrase in phrases {
            let folded = fold(phrase.trim());
            if let Some((head, preposition)) = folded.rsplit_once(' ') {
                by_preposition
                    .entry(preposition.to_owned())
                    .or_default()
                    .push(head.to_owned());
            }
        }
        Self(
            by_preposition
                .into_iter()
                .map(|(preposition, heads)| (preposition, Phrases::new(&heads)))
                .collect(),
        )
    }

    /// Returns whether a folded text ends with a word that takes what follows as a party.
    fn governs(&self, folded: &str) -> bool {
        let Some((mut rest, preposition)) = folded.rsplit_once(' ') else {
            return false;
        };
        let Some(heads) = self.0.get(preposition) else {
            return false;
        };
        for _ in 0..=Self::REACH {
            if heads.ending(rest, rest).is_some() {
                return true;
            }
            match rest.rsplit_once(' ') {
                Some((head, last)) if !last.ends_with([',', '.', ';', ':', ')']) => rest = head,
                _ => return false,
            }
        }
        false
    }
}

/// Returns the last word of a folded text, without what an apostrophe joins to it: `aide` of `l'aide`, but `d'` whole.
fn last_token(folded: &str) -> &str {
    // A bullet or an emoji may be glued to the word.
    let word = last_word(folded).trim_start_matches(|c: char| !c.is_alphanumeric());
    let joint = word.trim_end_matches('\'').rfind('\'');
    joint.and_then(|at| word.get(at + 1..)).unwrap_or(word)
}

/// Returns the last word of a folded text, with an apostrophe that ends it.
fn last_word(folded: &str) -> &str {
    folded
        .rsplit_once([' ', '\n', '-'])
        .map_or(folded, |(_, last)| last)
}

impl Lexicon {
    /// Returns the lists of a language.
    pub(crate) fn of(language: Language) -> &'static Self {
        static NONE: OnceLock<Lexicon> = OnceLock::new();
        static LEXICONS: [OnceLock<Lexicon>; FILES.len()] =
            [const { OnceLock::new() }; FILES.len()];
        match FILES.binary_search_by_key(&language.as_str(), |&(tag, _)| tag) {
            Ok(position) => LEXICONS[position].get_or_init(|| Self::read(FILES[position].1)),
            Err(_) => NONE.get_or_init(Self::default),
        }
    }

    fn read(file: &str) -> Self {
        // The files are part of the program and `every_file_is_read` holds them to the format.
        Self::new(toml::from_str(file).unwrap_or_default())
    }

    fn new(lists: Lists) -> Self {
        let set = |words: &[String]| -> FxHashSet<String> {
            words.iter().map(|word| fold_word(word)).collect()
        };
        // Of `numéro un` the last word is no title by itself.
        let mut honorifics = set(&lists.honorifics);
        honorifics.retain(|word| {
            let is_grammar = |words: &[String]| words.iter().any(|other| fold_word(other) == *word);
            !is_grammar(&lists.function_words)
                && !lists.articles.values().any(|forms| is_grammar(forms))
        });
        let mut calendar = set(&lists.days);
        calendar.extend(set(&lists.months));
        Self {
            articles: lists
                .articles
                .iter()
                .map(|(article, forms)| (fold_word(article), set(forms)))
                .collect(),
            any_article: lists
                .articles
                .values()
                .flat_map(|forms| set(forms))
                .collect(),
            locatives: Phrases::new(&lists.locatives),
            governors: Governors::new(&lists.governors),
            events_before: Phrases::new(&lists.event_before),
            events_after: set(&lists.event_after),
            function_words: set(&lists.function_words),
            honorifics,
            former: set(&lists.former),
            deputy: set(&lists.deputy),
            calendar,
            coordinators: set(&lists.coordinators),
            verbs: set(&lists.verbs),
            verb_endings: lists.verb_endings,
            state_nouns: set(&lists.state_nouns),
            genitives: set(&lists.genitives),
            capitalises_nouns: lists.capitalises_nouns,
        }
    }

    /// Returns the words that may stand for the article `article` before its noun, both folded; `None` if it is no article.
    ///
    /// A contraction stands for the articles it holds: `du` for `le`.
    pub(crate) fn article(&self, article: &str) -> Option<&FxHashSet<String>> {
        self.articles
            .get(article)
            .or_else(|| self.articles.values().find(|forms| forms.contains(article)))
    }

    /// Returns whether a folded word is an article, contracted ones included.
    pub(crate) fn is_article(&self, word: &str) -> bool {
        self.any_article.contains(word)
    }

    /// Returns whether the words at the end of a text, given folded and as it is, make a city after them a place.
    ///
    /// They do not where a verb or noun before them takes the city as a party: `aide à Kiev`.
    pub(crate) fn is_locative(&self, folded: &str, text: &str) -> bool {
        let found = self
            .locatives
            .ending(folded, text)
            .or_else(|| self.events_before.ending(folded, text));
        found.is_some() && !self.governors.governs(folded)
    }

    /// Returns whether a word after a city makes it the place of something that happened there.
    pub(crate) fn is_event(&self, word: &str) -> bool {
        self.events_after.contains(word)
    }

    /// Returns whether a word that opens a sentence may do so without being part of a name.
    pub(crate) fn is_function_word(&self, word: &str) -> bool {
        self.function_words.contains(word) || self.is_article(word)
    }

    /// Returns whether a word may stand right before a surname as a title.
    pub(crate) fn is_honorific(&self, word: &str) -> bool {
        self.honorifics.contains(word)
    }

    /// Returns whether a word may stand right before a surname as a title, also as the end of a compound: `Parteichef`.
    pub(crate) fn is_title(&self, word: &str) -> bool {
        /// A shorter ending would make a title of `Herr` in `Gutsherr`.
        const SHORTEST: usize = 5;
        let mut ends = word.char_indices().filter_map(|(at, _)| word.get(at..));
        self.is_honorific(word)
            || self.capitalises_nouns
                && ends.any(|end| end.len() >= SHORTEST && self.is_honorific(end))
    }

    /// Returns whether a word names a day or a month.
    pub(crate) fn is_calendar(&self, word: &str) -> bool {
        self.calendar.contains(word)
    }

    /// Returns whether a word before an office says that it is not held now.
    pub(crate) fn is_former(&self, word: &str) -> bool {
        self.former.contains(word)
    }

    /// Returns whether a word before an office makes it another office.
    pub(crate) fn is_deputy(&self, word: &str) -> bool {
        self.deputy.contains(word)
    }

    /// Returns whether a folded word right after a name is a noun that the name modifies: `bond` of "Tokyo bond managers".
    ///
    /// Only languages that put a noun before another so have the endings of verbs listed; in the others no word is. A noun of state leaves
    /// the city what it is: "Moscow officials".
    pub(crate) fn is_modified_noun(&self, word: &str) -> bool {
        let is_verb = || {
            let mut endings = self.verb_endings.iter();
            self.verbs.contains(word) || endings.any(|ending| word.ends_with(ending.as_str()))
        };
        !self.verb_endings.is_empty()
            && !self.is_function_word(word)
            && !self.state_nouns.contains(word)
            && !self.is_calendar(word)
            && !is_verb()
    }

    /// Returns whether a word after a noun says whose it is: "of".
    pub(crate) fn is_genitive(&self, word: &str) -> bool {
        self.genitives.contains(word)
    }

    /// Returns whether a word joins two things of one rank: "and".
    pub(crate) fn is_coordinator(&self, word: &str) -> bool {
        self.coordinators.contains(word)
    }
}

/// Folds a listed word, without the dot or hyphen that it may be printed with.
fn fold_word(word: &str) -> String {
    let folded = fold(word.trim());
    let last = last_word(folded.trim_end_matches(['.', '-']));
    last.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read() {
        for (tag, file) in FILES {
            let lists: Result<Lists, _> = toml::from_str(file);
            let lists = lists.unwrap_or_else(|error| panic!("{tag}: {error}"));
            assert!(lists.function_words.len() > 50, "{tag}");
            assert!(!lists.honorifics.is_empty(), "{tag}");
        }
        assert!(FILES.is_sorted_by_key(|&(tag, _)| tag));
    }

    #[test]
    fn phrases_end_at_word_edges() {
        let phrases = Phrases::new(&["à".into(), "au sommet de".into(), "accords d'".into()]);
        for (text, expected) in [
            ("est allé à", Some("a")),
            ("Moscou a", None),
            ("soutien au sommet de", Some("au sommet de")),
            ("les accords d’", Some("accords d'")),
            ("la villa", None),
        ] {
            assert_eq!(phrases.ending(&fold(text), text), expected, "{text}");
        }
    }

    #[test]
    fn governors_reach_over_two_words() {
        let governors = Governors::new(&["aide à".into()]);
        for (text, expected) in [
            ("une aide a", true),
            ("une aide militaire a", true),
            ("une aide militaire massive a", true),
            ("une aide, annonce-t-on a", false),
            ("il est a", false),
        ] {
            assert_eq!(governors.governs(text), expected, "{text}");
        }
    }
}
