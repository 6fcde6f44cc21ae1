//! Folding: case, accents, width, apostrophes, dashes and white space made equal, with the way back to the source.
//!
//! A word broken at the end of a line is made whole: in `Rus-⏎sia` the hyphen and the line end vanish, for a small letter follows. Before a
//! capital the hyphen is the word's own and only the line end vanishes, as in `Guinea-⏎Bissau` and `pro-⏎Russian`. What a hyphen before a
//! small letter was cannot be told (`nord-⏎coréen`): [`Units::keeping_hyphens`] is the other reading.
//!
//! Folding a whole article with a Unicode library is ten times dearer than finding its mentions, so text is folded from a given place
//! on, one [`Unit`] at a time, by a table that is made from the library once. What is lost on the way (a capital, an accent) stays on
//! the unit as a flag, for the rules that ask for it.

mod joint;
mod table;

use unicode_normalization::char::compose;

use super::{Folded, Source, Span};
use joint::{Joint, is_line_end_hyphen, joint};
use table::{
    CharFold, accents_tell_apart, fold_char, is_ignorable, is_letter_though_marked,
    is_stripped_mark,
};

/// One folded character, where it came from, and what folding took from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// The folded character.
    pub ch: char,
    /// The source characters it stands for, in bytes: a letter with its combining marks, or a run of white space.
    pub span: Span<Source>,
    /// Whether it is the last unit of its source character (`ß` folds to two).
    pub closes: bool,
    /// Whether the source was a capital.
    pub upper: bool,
    /// Whether the source had an accent that folding removed.
    pub marked: bool,
}

/// The longest fold of one source character that is kept; longer compatibility decompositions (the ligature of a whole Arabic phrase)
/// are left as they are.
const LONGEST: usize = 4;

/// Folds a text from a byte offset on, one unit at a time.
#[derive(Debug, Clone)]
pub struct Units<'t> {
    text: &'t str,
    /// Offset in bytes of the next source character.
    next: usize,
    waiting: [Unit; LONGEST],
    n_waiting: usize,
    keeps_hyphens: bool,
    /// Offset in bytes of the first hyphen that vanished with its line end.
    joined_at: Option<usize>,
}

/// Returns the folded characters of `text` from the byte offset `from` on.
///
/// An offset that is no character boundary gives nothing.
///
/// ```
/// use ibid::text::fold::units;
/// let first = units("Élysée", 0).next().unwrap();
/// assert_eq!((first.ch, first.upper, first.marked, first.span.end), ('e', true, true, 2));
/// ```
pub fn units(text: &str, from: usize) -> Units<'_> {
    let from = if text.is_char_boundary(from) {
        from
    } else {
        text.len()
    };
    Units {
        text,
        next: from,
        waiting: [Unit {
            ch: ' ',
            span: Span::new(0, 0),
            closes: true,
            upper: false,
            marked: false,
        }; LONGEST],
        n_waiting: 0,
        keeps_hyphens: false,
        joined_at: None,
    }
}

impl Units<'_> {
    /// Keeps the hyphens at line ends before a small letter, as of a word that is always written with one: `nord-⏎coréen`.
    #[must_use]
    pub fn keeping_hyphens(self) -> Self {
        Self {
            keeps_hyphens: true,
            ..self
        }
    }

    /// Returns the offset, in bytes, of the first hyphen that has vanished with its line end so far.
    pub fn joined_at(&self) -> Option<usize> {
        self.joined_at
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.next..)?.chars().next()
    }

    /// Takes the run of white space that begins at `start`.
    ///
    /// A blank line becomes a line feed, which no form contains: a name does not go on in the next paragraph.
    fn white_space(&mut self, start: usize) -> Unit {
        let mut line_feeds = 0;
        let mut end = start;
        while let Some(c) = self.peek() {
            if c.is_whitespace() {
                line_feeds += usize::from(c == '\n');
                self.next += c.len_utf8();
                end = self.next;
            } else if is_ignorable(c) {
                self.next += c.len_utf8();
            } else {
                break;
            }
        }
        Unit {
            ch: if line_feeds > 1 { '\n' } else { ' ' },
            span: Span::new(start, end),
            closes: true,
            upper: false,
            marked: false,
        }
    }

    /// Takes the hyphen `c` at `start` with its line end; nothing is left of it where it only broke a word.
    fn line_end_hyphen(&mut self, start: usize, c: char, joint: Joint) -> Option<Unit> {
        self.next = joint.next_word;
        if joint.breaks_word && !self.keeps_hyphens {
            self.joined_at = self.joined_at.or(Some(start));
            return None;
        }
        Some(Unit {
            ch: '-',
            span: Span::new(start, start + c.len_utf8()),
            closes: true,
            upper: false,
            marked: false,
        })
    }

    /// Takes the character `c` that begins at `start`, with the marks that follow it.
    fn character(&mut self, start: usize, mut c: char) -> Unit {
        self.next += c.len_utf8();
        let mut end = self.next;
        let mut has_mark = false;
        while let Some(mark) = self.peek() {
            if mark.is_ascii() {
                break;
            }
            if is_stripped_mark(mark) {
                match compose(c, mark).filter(|&composed| is_letter_though_marked(composed)) {
                    Some(composed) => c = composed,
                    None => has_mark |= accents_tell_apart(c),
                }
                self.next += mark.len_utf8();
                end = self.next;
            } else if is_ignorable(mark) && joint(self.text, self.next, mark).is_none() {
                self.next += mark.len_utf8();
            } else {
                break;
            }
        }
        let CharFold { chars, len, marked } = fold_char(c);
        let unit = |position: usize| Unit {
            ch: chars[position],
            span: Span::new(start, end),
            closes: position + 1 == len,
            upper: c.is_uppercase(),
            marked: marked || has_mark,
        };
        self.n_waiting = 0;
        for position in (1..len).rev() {
            self.waiting[self.n_waiting] = unit(position);
            self.n_waiting += 1;
        }
        unit(0)
    }
}

impl Iterator for Units<'_> {
    type Item = Unit;

    #[inline]
    fn next(&mut self) -> Option<Unit> {
        if self.n_waiting > 0 {
            self.n_waiting -= 1;
            return Some(self.waiting[self.n_waiting]);
        }
        let bytes = self.text.as_bytes();
        let start = self.next;
        // Most text is ASCII followed by ASCII: no mark can follow, no table is needed.
        if let Some(&byte) = bytes.get(start)
            && byte.is_ascii_alphanumeric()
            && bytes.get(start + 1).is_none_or(u8::is_ascii)
        {
            self.next += 1;
            return Some(Unit {
                ch: char::from(byte.to_ascii_lowercase()),
                span: Span::new(start, start + 1),
                closes: true,
                upper: byte.is_ascii_uppercase(),
                marked: false,
            });
        }
        loop {
            let start = self.next;
            let c = self.peek()?;
            if c.is_whitespace() {
                return Some(self.white_space(start));
            }
            if is_line_end_hyphen(c)
                && let Some(joint) = joint(self.text, start, c)
            {
                match self.line_end_hyphen(start, c, joint) {
                    Some(unit) => return Some(unit),
                    None => continue,
                }
            }
            if is_ignorable(c) {
                self.next += c.len_utf8();
                continue;
            }
            return Some(self.character(start, c));
        }
    }
}

/// Returns the folded text.
///
/// ```
/// use ibid::text::fold::fold;
/// assert_eq!(fold("L’Élysée\n  répond"), "l'elysee repond");
/// assert_eq!(fold("Россия"), "россия");
/// ```
pub fn fold(text: &str) -> String {
    // A plain word, which most of what is folded is.
    if text.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    folded.extend(units(text, 0).map(|unit| unit.ch));
    folded
}

/// Returns whether a character is one that folding removes: a soft hyphen, a zero-width space, a direction mark.
pub fn vanishes(c: char) -> bool {
    !c.is_ascii() && is_ignorable(c)
}

/// A text folded whole, with the way back.
///
/// ```
/// use ibid::text::fold::FoldedText;
/// let folded = FoldedText::new("in der Weißen Stadt");
/// let found = folded.find("weissen").unwrap();
/// assert_eq!(folded.source(found).unwrap().of("in der Weißen Stadt"), Some("Weißen"));
/// ```
#[derive(Debug, Clone)]
pub struct FoldedText {
    text: String,
    units: Vec<(usize, Unit)>,
}

impl FoldedText {
    /// Folds a text.
    pub fn new(source: &str) -> Self {
        let mut text = String::with_capacity(source.len());
        let mut folded = Vec::with_capacity(source.len());
        for unit in units(source, 0) {
            folded.push((text.len(), unit));
            text.push(unit.ch);
        }
        Self {
            text,
            units: folded,
        }
    }

    /// Returns the folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns the first place of a folded pattern.
    pub fn find(&self, folded_pattern: &str) -> Option<Span<Folded>> {
        let start = self.text.find(folded_pattern)?;
        Some(Span::new(start, start + folded_pattern.len()))
    }

    /// Returns what a span of the folded text stands for, or `None` when it cuts a folded character or is empty.
    ///
    /// A span that covers half of what one source character folded to gives the whole character.
    pub fn source(&self, span: Span<Folded>) -> Option<Span<Source>> {
        if span.is_empty() || span.of(&self.text).is_none() {
            return None;
        }
        let at = |offset: usize| {
            self.units
                .binary_search_by_key(&offset, |&(start, _)| start)
                .ok()
        };
        let first = at(span.start)?;
        let last = self
            .units
            .partition_point(|&(start, _)| start < span.end)
            .checked_sub(1)?;
        Some(Span::new(
            self.units[first].1.span.start,
            self.units[last].1.span.end,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_forms_fold_alike() {
        for (a, b) in [
            ("L’OTAN", "l'otan"),
            ("Ukraine–NATO", "ukraine-nato"),
            ("Erdoğan", "erdogan"),
            ("Erdog\u{306}an", "erdogan"),
            ("Weiße", "WEISSE"),
            ("Łukasz Ørsted", "lukasz orsted"),
            ("œuvre Æthel", "oeuvre aethel"),
            ("ёлка", "елка"),
            ("США\u{a0}и\r\nРоссия", "сша и россия"),
            ("EE.\u{202f}UU.", "ee. uu."),
            ("Ger\u{ad}many", "germany"),
            ("Uk\u{200b}raine", "ukraine"),
            ("ＮＡＴＯ", "nato"),
            ("Ελλάδα", "ελλαδα"),
            ("ΕΛΛΑΔΑΣ", "ελλαδας"),
            ("Росси\u{301}я", "россия"),
        ] {
            assert_eq!(fold(a), fold(b), "{a:?} and {b:?}");
        }
    }

    #[test]
    fn words_broken_at_a_line_end_are_whole() {
        for (text, expected) in [
            ("Rus-\nsia", "russia"),
            ("Deutsch-\r\n   land", "deutschland"),
            ("Ger\u{ad}\nmany and Ita\u{2010} \nly", "germany and italy"),
            ("Росси́-\nя", "россия"),
            ("Ö-\nsterreich", "osterreich"),
            // A capital keeps the hyphen.
            ("Guinea-\nBissau", "guinea-bissau"),
            (
                "pro-\nRussian, États\u{ad}\nUnis",
                "pro-russian, etats-unis",
            ),
            ("United-\nStates", "united-states"),
            // No word is broken here.
            ("Ger\u{ad}many", "germany"),
            ("Rus- sia", "rus- sia"),
            ("Rus-\n\nsia", "rus-\nsia"),
            ("Rus -\nsia", "rus - sia"),
            ("Paris:\n-\nle pain", "paris: - le pain"),
            ("1939-\n1945", "1939- 1945"),
            ("Rus\u{ad}\n\u{ad}", "rus "),
            ("Paris –\nle soir", "paris - le soir"),
        ] {
            assert_eq!(fold(text), expected, "{text:?}");
        }
        let folded = FoldedText::new("in Rus-\nsia");
        let found = folded.find("russia").unwrap();
        assert_eq!(folded.source(found), Some(Span::new(3, 11)));
    }

    #[test]
    fn a_hyphen_at_a_line_end_can_be_kept() {
        let text = "nord-\ncoréen";
        let kept: String = units(text, 0)
            .keeping_hyphens()
            .map(|unit| unit.ch)
            .collect();
        assert_eq!(kept, "nord-coreen");
        let mut joined = units(text, 0);
        assert_eq!(joined.by_ref().count(), 10);
        assert_eq!(joined.joined_at(), Some(4));
        assert_eq!(units("nord-coréen", 0).joined_at(), None);
    }

    #[test]
    fn letters_that_only_look_marked_stay() {
        for (a, b) in [
            ("й", "и"),
            ("ї", "і"),
            ("が", "か"),
            ("ў", "у"),
            ("कि", "क"),
        ] {
            assert_ne!(fold(a), fold(b), "{a:?} and {b:?}");
        }
        assert_eq!(fold("и\u{306}"), "й");
    }

    #[test]
    fn a_paragraph_end_is_no_space() {
        assert_eq!(fold("United\nStates"), "united states");
        assert_eq!(fold("United\n \nStates"), "united\nstates");
    }

    #[test]
    fn flags_tell_what_was_lost() {
        let flags: Vec<(char, bool, bool)> = units("Éaø", 0)
            .map(|unit| (unit.ch, unit.upper, unit.marked))
            .collect();
        assert_eq!(
            flags,
            [('e', true, true), ('a', false, false), ('o', false, true)]
        );
        // A stressed Cyrillic vowel is no other letter.
        assert!(units("и\u{301}", 0).all(|unit| !unit.marked));
    }

    proptest! {
        #[test]
        fn units_cover_the_text_in_order(text in ".{0,60}|[A-Za-zé\u{301} \u{ad}\n-]{0,40}") {
            let mut end = 0;
            for unit in units(&text, 0) {
                prop_assert!(unit.span.start >= end || unit.span.end == end);
                prop_assert!(unit.span.of(&text).is_some());
                end = unit.span.end;
            }
        }

        #[test]
        fn the_way_back_gives_a_text_that_folds_the_same(text in "[A-Za-zéÉßŒïğ ’–\u{ad}\u{301}\n-]{1,40}", from in 0usize..40, len in 1usize..10) {
            let folded = FoldedText::new(&text);
            let (start, end) = (from.min(folded.as_str().len()), (from + len).min(folded.as_str().len()));
            let span = Span::<Folded>::new(start, end);
            if let (Some(part), Some(source)) = (span.of(folded.as_str()), folded.source(span)) {
                // What stands around tells whether a hyphen at a line end is one.
                let units = units(&text, source.start).take_while(|unit| unit.span.end <= source.end);
                let again: String = units.map(|unit| unit.ch).collect();
                prop_assert!(again.contains(part), "{part:?} is not in {again:?}");
            }
        }

        #[test]
        fn a_word_broken_anywhere_folds_as_if_it_were_whole(word in "[A-Za-zéßïжщ]{1,6}", rest in "[a-zéßïжщ]{1,6}", hyphen in "[-\u{2010}\u{ad}]", gap in " {0,2}\r?\n {0,2}") {
            let (broken, whole) = (format!("{word}{hyphen}{gap}{rest}"), format!("{word}{rest}"));
            prop_assert_eq!(fold(&broken), fold(&whole));
            let folded = FoldedText::new(&broken);
            let all = Span::new(0, folded.as_str().len());
            prop_assert_eq!(folded.source(all), Some(Span::new(0, broken.len())));
        }

        #[test]
        fn folding_from_a_boundary_is_folding_the_rest(text in "[A-Za-zéßï \u{301}]{0,30}") {
            for (offset, c) in text.char_indices() {
                if !is_stripped_mark(c) && !c.is_whitespace() {
                    let rest: String = units(&text, offset).map(|unit| unit.ch).collect();
                    prop_assert_eq!(rest, fold(text.get(offset..).unwrap()));
                }
            }
        }
    }
}
