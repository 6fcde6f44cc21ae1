//! Text search in the article.

use regex::{Regex, RegexBuilder};

use super::follow::{self, Direction};
use super::page::Cursor;
use super::{App, Notice};
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
        self.regex
            .as_ref()
            .is_some_and(|regex| regex.is_match(text))
    }

    /// Returns the places in a text, those of no length left out, up to a limit.
    pub fn places(&self, text: &str, at_most: usize) -> Vec<Span<Source>> {
        let Some(regex) = &self.regex else {
            return Vec::new();
        };
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
        let last = self
            .found
            .partition_point(|found| found.start < part.end)
            .max(first);
        self.found.get(first..last).unwrap_or_default()
    }
}

impl App {
    /// Starts a search in the article, at the first place from an offset on; an empty pattern starts none.
    pub(super) fn search_from(&mut self, written: &str, offset: usize) {
        let Some(doc) = self.page.doc() else { return };
        self.search = None;
        if written.is_empty() {
            return;
        }
        let mut search = Search::new(Pattern::new(written), doc, self.page.text());
        let first = search.found.partition_point(|found| found.start < offset);
        search.at = match search.found.len() {
            0 => None,
            n => Some(first % n),
        };
        self.search = Some(search);
        self.show_found();
    }

    /// Looks for the same in the article now on the page.
    pub(super) fn search_again(&mut self) {
        if let (Some(search), Some(doc)) = (self.search.take(), self.page.doc()) {
            self.search = Some(Search::new(search.pattern, doc, self.page.text()));
        }
    }

    /// Brings the place that the search stands at into sight and makes it, or the mention there, current.
    fn show_found(&mut self) {
        let Some(search) = &self.search else { return };
        let (Some(span), doc) = (
            search.at.and_then(|at| search.found.get(at).copied()),
            search.doc,
        ) else {
            return;
        };
        let mention = self.lit(span).first().map(|lit| lit.mention.span);
        self.page.reveal(span.start);
        self.page.cursor = Some(Cursor {
            doc,
            span: mention.unwrap_or(span),
        });
    }

    /// Steps through the places found in the article.
    pub(super) fn step_found(&mut self, direction: Direction, count: usize) {
        let visible = self.page.visible();
        let Some(search) = &mut self.search else {
            return;
        };
        let in_sight = |span: crate::text::Span<Source>| {
            visible.start <= span.start && span.start < visible.end.max(1)
        };
        let at = search
            .at
            .filter(|&at| search.found.get(at).is_some_and(|&span| in_sight(span)));
        let (before, through) = if let Some(at) = at {
            (at, at + 1)
        } else {
            let before = search
                .found
                .partition_point(|span| span.start < visible.start);
            (before, before)
        };
        let Some((index, wrapped)) =
            follow::stride(search.found.len(), before, through, direction, count)
        else {
            let text = format!("`{}` is not in this article", search.pattern.written());
            self.notice = Some(Notice::failed(text));
            return;
        };
        search.at = Some(index);
        self.remember();
        self.show_found();
        if wrapped {
            self.notice = Some(Notice::done(match direction {
                Direction::Forward => "searched on from the top of the article",
                Direction::Back => "searched on from the bottom of the article",
            }));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_smart_about_capitals_and_plain_where_they_are_no_expression() {
        for (written, text, found) in [
            ("otan", "l’OTAN et l’otan", vec!["OTAN", "otan"]),
            ("OTAN", "l’OTAN et l’otan", vec!["OTAN"]),
            ("o.an", "OTAN oran", vec!["OTAN", "oran"]),
            ("(both", "not (both sides", vec!["(both"]),
            ("**a", "a **a aaa", vec!["**a"]),
            ("x*", "abc", vec![]),
            ("^b", "a\nb", vec!["b"]),
        ] {
            let places = Pattern::new(written).places(text, 9);
            let places: Vec<&str> = places.iter().filter_map(|span| span.of(text)).collect();
            assert_eq!(places, found, "{written}");
        }
        assert!(
            !Pattern::new("(a{1000}){1000}").is_in("aaa"),
            "too large, so plain text"
        );
    }

    #[test]
    fn the_places_in_a_part_of_the_text_are_found() {
        let search = Search::new(Pattern::new("ab"), DocId(1), "ab ab ab");
        let within: Vec<usize> = search
            .within(Span::new(1, 4))
            .iter()
            .map(|span| span.start)
            .collect();
        assert_eq!(within, [0, 3]);
        assert_eq!(search.within(Span::new(2, 3)), []);
    }
}
