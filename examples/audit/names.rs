//! Finds sequences of capitalised words that do not open a sentence: what a reader would take for names.

use std::collections::HashSet;
use std::sync::LazyLock;

use ibid::corpus::Document;
use ibid::matcher::Mention;
use ibid::text::boundary::is_word_char;
use ibid::text::sentence::is_sentence_start;

/// A sequence of more words is a heading.
const MAX_WORDS: usize = 6;

/// Small words that may stand inside a name.
const INNER: [&str; 22] = [
    "of", "the", "for", "de", "du", "des", "la", "le", "del", "della", "di", "da", "do", "dos",
    "van", "von", "der", "den", "al", "el", "bin", "ibn",
];

/// Of those, what may where every noun has a capital.
const INNER_AMONG_NOUNS: [&str; 6] = ["de", "van", "von", "al", "bin", "ibn"];

/// What stands before common nouns of German, beside its articles and numbers.
const DETERMINERS: [&str; 60] = [
    "ein", "eine", "einen", "einem", "einer", "eines", "kein", "keine", "keinen", "keinem",
    "keiner", "sein", "seine", "seinen", "seinem", "seiner", "seines", "ihr", "ihre", "ihren",
    "ihrem", "ihrer", "ihres", "unser", "unsere", "unseren", "diese", "dieser", "dieses", "diesem",
    "diesen", "jede", "jeder", "jedes", "jedem", "jeden", "viele", "vielen", "vieler", "mehr",
    "alle", "allen", "aller", "mehrere", "mehreren", "zwei", "drei", "vier", "fünf", "sechs",
    "sieben", "acht", "neun", "zehn", "wenige", "wenigen", "welche", "welcher", "solche", "beide",
];

macro_rules! word_lists {
    ($($tag:literal),*) => {
        [$(($tag, include_str!(concat!("../../assets/language/", $tag, ".toml")))),*]
    };
}

/// The word lists of the program.
const LISTS: [(&str, &str); 10] =
    word_lists!["de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"];

/// What is taken from them.
#[derive(Debug, Default)]
struct Words {
    /// What begins no name, in small letters: days, months and function words of all languages.
    plain: HashSet<String>,
    /// What is no name by itself.
    honorifics: HashSet<String>,
    /// What stands before a German noun.
    determiners: HashSet<String>,
    /// The languages whose nouns all have capitals.
    noun_languages: HashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    let add_all = |to: &mut HashSet<String>, list: Option<&toml::Value>| {
        let list = list.and_then(toml::Value::as_array).into_iter().flatten();
        to.extend(list.filter_map(toml::Value::as_str).map(str::to_lowercase));
    };
    for (tag, text) in LISTS {
        let table: toml::Table = text.parse().unwrap_or_default();
        for key in ["days", "months", "function_words"] {
            add_all(&mut words.plain, table.get(key));
        }
        add_all(&mut words.honorifics, table.get("honorifics"));
        if table.contains_key("capitalises_nouns") {
            words.noun_languages.insert(tag);
            let articles = table.get("articles").and_then(toml::Value::as_table);
            for (_, forms) in articles.into_iter().flatten() {
                add_all(&mut words.determiners, Some(forms));
            }
        }
    }
    words
        .determiners
        .extend(DETERMINERS.into_iter().map(str::to_owned));
    words
});

/// Returns whether every noun of a language has a capital.
pub(crate) fn capitalises_nouns(language: &str) -> bool {
    WORDS.noun_languages.contains(language)
}

/// A sequence of capitalised words at a place of a text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sequence {
    pub(crate) words: String,
    /// Offset in bytes.
    pub(crate) start: usize,
    /// Offset in bytes just after it.
    pub(crate) end: usize,
    /// Whether an article, a possessive or a number stands right before it.
    pub(crate) is_determined: bool,
}

/// Returns the sequences of an article that no mention overlaps.
pub(crate) fn sequences(document: &Document, mentions: &[Mention]) -> Vec<Sequence> {
    let language = document
        .language
        .map(|language| language.to_string())
        .unwrap_or_default();
    let mut finder = Finder {
        text: &document.text,
        has_noun_capitals: capitalises_nouns(&language),
        current: None,
        found: Vec::new(),
    };
    let mut line_end = 0;
    let mut is_heading = false;
    let mut mentions = mentions.iter().peekable();
    let mut before: Option<(usize, usize)> = None;
    for (start, end) in words(&document.text) {
        while mentions
            .next_if(|mention| mention.span.end <= start)
            .is_some()
        {}
        if start >= line_end {
            let rest = document.text.get(start..).unwrap_or_default();
            let line = rest.lines().next().unwrap_or_default();
            line_end = start + line.len().max(1);
            is_heading = !finder.has_noun_capitals && is_title_case(line);
        }
        // A longer mention may hide a shorter one behind it in the order, never one that starts later and ends earlier.
        let is_covered = mentions
            .peek()
            .is_some_and(|mention| mention.span.start < end);
        if is_covered || is_heading {
            finder.close();
        } else {
            finder.take(before, (start, end));
        }
        before = Some((start, end));
    }
    finder.close();
    finder.found
}

/// A sequence that is being put together.
#[derive(Debug)]
struct Current {
    start: usize,
    end: usize,
    n_words: usize,
    opens_sentence: bool,
    is_determined: bool,
}

#[derive(Debug)]
struct Finder<'t> {
    text: &'t str,
    has_noun_capitals: bool,
    current: Option<Current>,
    found: Vec<Sequence>,
}

impl Finder<'_> {
    fn word(&self, (start, end): (usize, usize)) -> &str {
        self.text.get(start..end).unwrap_or_default()
    }

    /// Takes the next word into account.
    fn take(&mut self, before: Option<(usize, usize)>, word: (usize, usize)) {
        let gap_before = before.map(|before| self.word((before.1, word.0)));
        let is_joined = gap_before.is_some_and(|gap| {
            let initial = before.is_some_and(|before| self.word(before).chars().count() == 1);
            is_plain_gap(gap) || (initial && gap.strip_prefix('.').is_some_and(is_plain_gap))
        });
        if !is_joined {
            self.close();
        }
        let text = self.word(word);
        if text.starts_with(char::is_uppercase) && !WORDS.plain.contains(&text.to_lowercase()) {
            if let Some(current) = &mut self.current {
                current.end = word.1;
                current.n_words += 1;
                return;
            }
            let is_determined = is_joined
                && before.is_some_and(|before| {
                    let before = self.word(before);
                    before.ends_with(|c: char| c.is_ascii_digit())
                        || WORDS.determiners.contains(&before.to_lowercase())
                });
            self.current = Some(Current {
                start: word.0,
                end: word.1,
                n_words: 1,
                opens_sentence: is_sentence_start(self.text, word.0),
                is_determined,
            });
            return;
        }
        let inner: &[&str] = if self.has_noun_capitals {
            &INNER_AMONG_NOUNS
        } else {
            &INNER
        };
        if !inner.contains(&text) {
            self.close();
        }
    }

    /// Ends the sequence that is being put together, and keeps it if it may be a name.
    fn close(&mut self) {
        let Some(current) = self.current.take() else {
            return;
        };
        let words = self.word((current.start, current.end));
        let says_something = !WORDS.honorifics.contains(&words.to_lowercase())
            && words
                .split(|c: char| !is_word_char(c))
                .any(|word| word.chars().count() > 1);
        if !current.opens_sentence && current.n_words <= MAX_WORDS && says_something {
            let words: Vec<&str> = words.split_whitespace().collect();
            self.found.push(Sequence {
                words: words.join(" "),
                start: current.start,
                end: current.end,
                is_determined: current.is_determined,
            });
        }
    }
}

/// Returns whether only white space on one line stands between two words.
fn is_plain_gap(gap: &str) -> bool {
    !gap.is_empty() && gap.chars().all(|c| c.is_whitespace() && c != '\n')
}

/// Returns the words of a text as offsets in bytes; a hyphen joins two, and so does the apostrophe of `O'Brien`.
fn words(text: &str) -> Vec<(usize, usize)> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        match (is_word_char(c), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                start = None;
                match words.last_mut() {
                    Some(last) if joins(text, *last, from) => last.1 = at,
                    _ => words.push((from, at)),
                }
            }
            (true, Some(_)) | (false, None) => {}
        }
    }
    words
}

fn joins(text: &str, (start, end): (usize, usize), next: usize) -> bool {
    let before = text.get(start..end).unwrap_or_default();
    match text.get(end..next).unwrap_or_default() {
        "-" | "‐" | "‑" => true,
        "'" | "’" => before.chars().count() == 1 && before.starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Returns whether every longer word of a line has a capital, as in the headlines of English papers.
fn is_title_case(line: &str) -> bool {
    if line.trim_end().ends_with(['.', '!', ';']) {
        return false;
    }
    let mut longer = line
        .split(|c: char| !is_word_char(c))
        .filter(|word| word.chars().count() >= 4)
        .peekable();
    let has_three = longer.clone().nth(2).is_some();
    has_three && longer.all(|word| !word.starts_with(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn found(language: &str, text: &str) -> Vec<String> {
        let document = Document {
            id: ibid::corpus::DocId(0),
            path: String::new(),
            file: None,
            title: String::new(),
            dated: None,
            language: language.parse().ok(),
            outlet: None,
            url: None,
            text: Arc::from(text),
        };
        let mark = |sequence: Sequence| {
            let star = if sequence.is_determined { "*" } else { "" };
            format!("{star}{}", sequence.words)
        };
        sequences(&document, &[]).into_iter().map(mark).collect()
    }

    #[test]
    fn names_are_found_inside_sentences() {
        for (language, text, expected) in [
            (
                "en",
                "On Monday President Lee met Ann  Li of the BBC. Then May left Mr Smith and the Minister, on July 3.",
                &["President Lee", "Ann Li of the BBC", "Mr Smith"][..],
            ),
            (
                "en",
                "He met J. D. O'Brien-Smith's aide.",
                &["J. D. O'Brien-Smith"],
            ),
            ("en", "Three Killed After Storm Hits\n\nand I saw X", &[]),
            (
                "fr",
                "Il a vu l’Elysee et la Cour de la Haye.",
                &["Elysee", "Cour de la Haye"],
            ),
            (
                "de",
                "Er sah die Regierung von Merz, 3 Tage",
                &["*Regierung von Merz", "*Tage"],
            ),
        ] {
            assert_eq!(found(language, text), expected, "{text}");
        }
    }
}
