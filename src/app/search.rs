//! Text search in the article.

use regex::{Regex, RegexBuilder};

use crate::corpus::DocId;
use crate::text::{Source, Span};

/// What is looked for: a regular expression, or plain text where it is none.
#[derive(Debug, Clone)]
pub struct Pattern {
    written: String,
    regex: Option<Regex>,
}

impl Pattern {
    /// A megabyte of program: far more than anyone types, and no pattern can grow past it.
    const SIZE_LIMIT: usize = 1 << 20;

    /// Returns the pattern for what was typed. Capitals count only if one was typed; what is no regular expression is plain text.
    pub fn new(written: &str) -> Self {
        let build = |pattern: &str| {
            RegexBuilder::new(pattern)
                .case_insensitive(!written.chars().any(char::is_uppercase))
                .multi_line(true)
                .size_limit(Self::SIZE_LIMIT)
                .dfa_size_limit(Self::SIZE_LIMIT)
                .build()
                .ok()
        };
        Self {
            written: written.to_owned(),
            regex: build(written).or_else(|| build(&regex::escape(written))),
        }
    }

    /// Returns what was typed.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns whether a text contains what is looked for.
    pub fn is_in(&self, text: &str) -> bool {
        self.regex.as_ref().is_some_and(|regex| regex.is_match(text))
    }

    /// Returns the places in a text, those of no length left out, up to a limit.
    pub fn places(&self, text: &str, at_most: usize) -> Vec<Span<Source>> {
        let Some(regex) = &self.regex else { return Vec::new() };
        regex
            .find_iter(text)
            .filter(|found| !found.is_empty())
            .take(at_most)
            .map(|found| Span::new(found.start(), found.end()))
            .collect()
    }
}

/// A search that is on: its places in one article.
#[derive(Debug, Clone)]
pub struct Search {
    /// What is looked for.
    pub pattern: Pattern,
    /// In which article.
    pub doc: DocId,
    /// Where it was found, in order.
    pub found: Vec<Span<Source>>,
    /// Which of them the search stands at.
    pub at: Option<usize>,
}

impl Search {
    /// More places than anyone steps through; the rest of a huge file is found by searching on from there.
    pub const AT_MOST: usize = 100_000;

    /// Returns the search for a pattern in an article.
    pub(super) fn new(pattern: Pattern, doc: DocId, text: &str) -> Self {
        let found = pattern.places(text, Self::AT_MOST);
        Self {
            pattern,
            doc,
            found,
            at: None,
        }
    }

    /// Returns the places found that a part of the text shares bytes with.
    pub fn within(&self, part: Span<Source>) -> &[Span<Source>] {
        let first = self.found.partition_point(|found| found.end <= part.start);
        let last = self.found.partition_point(|found| found.start < part.end).max(first);
        self.found.get(first..last).unwrap_or_default()
    }
}
