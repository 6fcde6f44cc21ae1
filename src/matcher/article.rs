//! The article as the rules see it: neighbouring words, lines, sentence openings.

use crate::text::boundary::is_word_char;
use crate::text::fold::{fold, vanishes};
use crate::text::{Language, Source, Span};

use super::lexicon::Lexicon;

/// A word beside a candidate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word<'t> {
    /// As printed.
    pub(crate) text: &'t str,
    /// Where, in bytes.
    pub(crate) span: Span<Source>,
    /// What stands between it and the candidate.
    pub(crate) gap: &'t str,
    /// Whether a dot after it is its own: an initial, or a title such as `Mr.`.
    is_abbreviated: bool,
}

impl Word<'_> {
    /// Returns whether it begins with a capital.
    pub(crate) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Returns whether nothing but white space on one line, or the dot of an abbreviation, lies between it and the candidate.
    pub(crate) fn is_adjacent(&self) -> bool {
        let dot = self.gap.strip_prefix('.').filter(|_| self.is_abbreviated);
        let gap = dot.unwrap_or(self.gap);
        !gap.is_empty() && gap.chars().all(|c| c.is_whitespace() && c != '\n')
    }
}

/// How far, in bytes, the rules look around a candidate.
const REACH: usize = 160;

/// How many bytes before a candidate hold the longest phrase of a word list, with the words that may stand inside it.
const PHRASE: usize = 72;

/// A text and the word lists of its language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Article<'t> {
    pub(crate) text: &'t str,
    pub(crate) lexicon: &'static Lexicon,
}

impl<'t> Article<'t> {
    pub(crate) fn new(text: &'t str, language: Option<Language>) -> Self {
        Self {
            text,
            lexicon: Lexicon::of(language.unwrap_or(Language::ENGLISH)),
        }
    }

    /// Returns up to [`REACH`] bytes before an offset.
    pub(crate) fn before(&self, offset: usize) -> &'t str {
        let mut start = offset.saturating_sub(REACH);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        self.text.get(start..offset).unwrap_or_default()
    }

    /// Returns up to [`REACH`] bytes after an offset.
    pub(crate) fn after(&self, offset: usize) -> &'t str {
        let mut end = (offset + REACH).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        self.text.get(offset..end).unwrap_or_default()
    }

    /// Returns the word before an offset, with what lies between.
    pub(crate) fn word_before(&self, offset: usize) -> Option<Word<'t>> {
        let before = self.before(offset);
        let head = before.trim_end_matches(|c| !is_word_char(c));
        let start = head
            .char_indices()
            .rev()
            .take_while(|&(_, c)| is_word_char(c) || vanishes(c))
            .last()
            .map(|(start, _)| start)?;
        let base = offset - before.len();
        let text = head.get(start..)?;
        let gap = before.get(head.len()..)?;
        Some(Word {
            text,
            span: Span::new(base + start, base + head.len()),
            gap,
            is_abbreviated: gap.starts_with('.')
                && (text.chars().nth(1).is_none() || self.lexicon.is_honorific(&fold(text))),
        })
    }

    /// Returns the word after an offset, with what lies between.
    pub(crate) fn word_after(&self, offset: usize) -> Option<Word<'t>> {
        let after = self.after(offset);
        let tail = after.trim_start_matches(|c| !is_word_char(c));
        let len: usize = tail
            .chars()
            .take_while(|&c| is_word_char(c) || vanishes(c))
            .map(char::len_utf8)
            .sum();
        let start = offset + after.len() - tail.len();
        (len > 0).then_some(Word {
            text: tail.get(..len)?,
            span: Span::new(start, start + len),
            gap: after.get(..after.len() - tail.len())?,
            is_abbreviated: false,
        })
    }

    /// Returns the few words before an offset, folded, without the white space at their end.
    pub(crate) fn folded_before(&self, offset: usize) -> String {
        let before = self.before(offset);
        let mut near = before.len().saturating_sub(PHRASE);
        while !before.is_char_boundary(near) {
            near += 1;
        }
        let mut folded = fold(before.get(near..).unwrap_or_default());
        folded.truncate(folded.trim_end_matches(' ').len());
        folded
    }

    /// Returns whether the word that begins at an offset opens a sentence, a line or a quotation.
    pub(crate) fn opens_sentence(&self, offset: usize) -> bool {
        for c in self.before(offset).chars().rev() {
            match c {
                '\n' | '\r' | '.' | '!' | '?' | '…' | ':' | ';' | '•' | '—' | '–' | '→' =>
                {
                    return true;
                }
                '"' | '\'' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '(' | '[' | '*' | '#'
                | '>' | '_' => {}
                c if c.is_whitespace() || vanishes(c) => {}
                _ => return false,
            }
        }
        true
    }

    /// Returns the line that an offset lies in, at most twice [`REACH`] bytes of it.
    pub(crate) fn line_around(&self, offset: usize) -> &'t str {
        let before = self.before(offset);
        let start = offset - before.rsplit('\n').next().unwrap_or_default().len();
        let after = self.after(offset);
        let end = offset + after.split('\n').next().unwrap_or_default().len();
        self.text.get(start..end).unwrap_or_default()
    }

    /// Returns whether an offset opens its line.
    pub(crate) fn opens_line(&self, offset: usize) -> bool {
        self.before(offset)
            .rsplit('\n')
            .next()
            .is_none_or(|head| head.len() < REACH / 2 && head.chars().all(|c| !is_word_char(c)))
    }

    /// Returns whether the line around an offset is printed in capitals throughout.
    pub(crate) fn is_all_caps_line(&self, offset: usize) -> bool {
        let line = self.line_around(offset);
        let (mut n_capitals, mut n_words) = (0, 0);
        for word in line.split_whitespace() {
            n_words += 1;
            for c in word.chars() {
                if c.is_lowercase() {
                    return false;
                }
                n_capitals += usize::from(c.is_uppercase());
            }
        }
        // A lone acronym or two is a heading, not shouting.
        n_words >= 3 && n_capitals >= 8
    }

    /// Returns whether the line around an offset is a headline in which every longer word has a capital.
    pub(crate) fn is_title_case_line(&self, offset: usize) -> bool {
        let line = self.line_around(offset);
        if line.len() >= REACH || line.trim_end().ends_with(['.', '!', ';']) {
            return false;
        }
        let mut n_words = 0;
        for word in line.split(|c: char| !is_word_char(c)) {
            if word.chars().count() < 4 {
                continue;
            }
            n_words += 1;
            if word.starts_with(char::is_lowercase) {
                return false;
            }
        }
        n_words >= 3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Article<'_> {
        Article::new(text, None)
    }

    #[test]
    fn words_beside_an_offset() {
        let text = "Mr. Biden, the man";
        let before = article(text).word_before(4).unwrap();
        assert_eq!(
            (before.text, before.gap, before.is_adjacent()),
            ("Mr", ". ", true)
        );
        let after = article(text).word_after(9).unwrap();
        assert_eq!(
            (after.text, after.gap, after.is_adjacent()),
            ("the", ", ", false)
        );
        assert_eq!(article(text).word_before(0), None);
        assert_eq!(article(text).word_after(text.len()), None);
    }

    #[test]
    fn sentences_open_after_stops_lines_and_quotation_marks() {
        for (text, offset, opens) in [
            ("When", 0, true),
            ("He left. When", 9, true),
            ("He said: “When", 9 + "“".len(), true),
            ("a\nWhen", 2, true),
            ("and When", 4, false),
        ] {
            assert_eq!(article(text).opens_sentence(offset), opens, "{text:?}");
        }
    }

    #[test]
    fn lines_in_capitals_and_headlines() {
        assert!(article("x\nFIN DE LA NEUTRALITÉ\ny").is_all_caps_line(4));
        assert!(!article("KIEV, Ukraine (AP)").is_all_caps_line(0));
        assert!(!article("NATO").is_all_caps_line(0));
        assert!(article("Hunter Biden Pleads Guilty in Tax Case\n\nHe").is_title_case_line(8));
        assert!(!article("NATO challenged to end the war").is_title_case_line(0));
    }
}
