//! The automaton of one language: every folded form, run from the places where a form can begin.
//!
//! Mentions begin at word starts, nearly all with a capital. A table of the first two bytes that a form can begin with lets through few
//! of the others; from those places the text is folded and fed to the automaton until it dies, which is after a letter or two.

use aho_corasick::Anchored;
use aho_corasick::automaton::{Automaton as _, StateID};
use aho_corasick::nfa::contiguous::NFA;
use aho_corasick::nfa::noncontiguous;

use crate::gazetteer::{Alias, AliasClass, Gazetteer, Wanted};
use crate::text::boundary::{is_word_char, is_word_edge};
use crate::text::fold::{Unit, Units, units, vanishes};
use crate::text::{Language, Script, Source, Span};

use super::form::{CompiledForm, Misfit, Owner};
use super::lexicon::Lexicon;

/// All forms of some languages in one script.
#[derive(Debug)]
pub(crate) struct Automaton {
    script: Script,
    nfa: NFA,
    /// The forms of each pattern of `nfa`, one after the other in `forms`.
    by_pattern: Vec<std::ops::Range<u32>>,
    forms: Vec<CompiledForm>,
    first_bytes: FirstBytes,
}

/// Where a form stands in the text, before any rule has looked at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Position in the automaton's forms.
    pub(crate) form: u32,
    pub(crate) span: Span<Source>,
    /// What of the text's letters does not fit.
    pub(crate) misfit: Option<Misfit>,
}

/// Which languages an automaton serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Scope {
    /// Documents of one language.
    Language(Language),
    /// Runs in a script that is not the document's.
    Script(Script),
}

impl Scope {
    /// Returns the script of the text that the scope's automaton reads.
    pub(crate) fn script(self) -> Script {
        match self {
            Self::Language(language) => Script::of_language(language),
            Self::Script(script) => script,
        }
    }

    /// Returns whether a form is active in the scope.
    fn admits(self, alias: &Alias) -> bool {
        alias.language.is_none_or(|language| self.speaks(language))
    }

    /// Returns whether what is listed for a language is active in the scope.
    pub(crate) fn speaks(self, language: Language) -> bool {
        match self {
            Self::Language(own) => language == own,
            // A Latin word in a Russian text is read as English: all Latin languages at once would make `BCE` an era and a bank.
            Self::Script(Script::Latin) => language == Language::ENGLISH,
            Self::Script(script) => Script::of_language(language) == script,
        }
    }

    /// Returns which of a gazetteer's languages the scope needs.
    pub(crate) fn wanted(self) -> Wanted {
        match self {
            Self::Language(language) => Wanted::Language(language),
            Self::Script(Script::Latin) => Wanted::Language(Language::ENGLISH),
            Self::Script(script) => Wanted::Script(script),
        }
    }

    /// Returns the word lists for the scope's articles.
    fn lexicon(self) -> &'static Lexicon {
        match self {
            Self::Language(language) => Lexicon::of(language),
            Self::Script(_) => Lexicon::of(Language::ENGLISH),
        }
    }
}

impl Automaton {
    /// Builds the automaton of a scope.
    pub(crate) fn build(gazetteer: &Gazetteer, scope: Scope) -> Self {
        let lexicon = scope.lexicon();
        let mut keyed: Vec<(String, CompiledForm)> = Vec::new();
        let mut add = |alias: &Alias, owner: Owner, is_leader: bool| {
            let is_in_script = || {
                let first = alias.form.chars().find(|c| c.is_alphanumeric());
                first.map(Script::of) == Some(scope.script())
            };
            if !scope.admits(alias) || !is_in_script() {
                return;
            }
            keyed.extend(CompiledForm::new(alias, owner, is_leader, lexicon));
        };
        for (entity, entry) in gazetteer.iter() {
            let is_leader = gazetteer.kind_of(entity).id == "leader";
            for (alias, number) in entry.aliases.iter().zip(0..) {
                add(
                    alias,
                    Owner::Entity {
                        entity,
                        alias: number,
                    },
                    is_leader,
                );
            }
        }
        for (mask, number) in gazetteer.masks.iter().zip(0..) {
            add(mask, Owner::Everyone(number), false);
        }
        Self::from_keyed(scope.script(), keyed)
    }

    fn from_keyed(script: Script, mut keyed: Vec<(String, CompiledForm)>) -> Self {
        // Forms of one key stay in the order of the gazetteer.
        keyed.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut first_bytes = FirstBytes::default();
        let mut by_pattern = Vec::with_capacity(keyed.len());
        let mut patterns: Vec<&str> = Vec::with_capacity(keyed.len());
        let mut end = 0;
        for group in keyed.chunk_by(|(a, _), (b, _)| a == b) {
            let key = group[0].0.as_str();
            first_bytes.admit(key, group.iter().any(|(_, form)| form.may_begin_small()));
            let start = end;
            end += u32::try_from(group.len()).expect("fewer than 2^32 forms");
            by_pattern.push(start..end);
            patterns.push(key);
        }
        let nfa = build_nfa(&patterns);
        let forms = keyed.into_iter().map(|(_, form)| form).collect();
        Self {
            script,
            nfa,
            by_pattern,
            forms,
            first_bytes,
        }
    }

    /// Returns a form.
    pub(crate) fn form(&self, form: u32) -> &CompiledForm {
        &self.forms[form as usize]
    }

    /// Returns how many forms there are.
    pub(crate) fn n_forms(&self) -> usize {
        self.forms.len()
    }

    /// Calls `found` with every place of every form in the words of the automaton's script, in order of start, then of length.
    ///
    /// `elsewhere` is called with the offset of every word start in another script.
    pub(crate) fn scan(
        &self,
        text: &str,
        mut found: impl FnMut(Found),
        mut elsewhere: impl FnMut(Script, usize),
    ) {
        let bytes = text.as_bytes();
        let mut buffer = Vec::with_capacity(64);
        let mut in_word = false;
        let mut offset = 0;
        while let Some(&byte) = bytes.get(offset) {
            if byte.is_ascii() {
                let continues = byte.is_ascii_alphanumeric() || byte == b'_';
                if continues && !in_word {
                    if self.script == Script::Latin {
                        if self
                            .first_bytes
                            .admits(byte, bytes.get(offset + 1).copied())
                        {
                            self.run(text, offset, &mut buffer, &mut found);
                        }
                    } else {
                        elsewhere(Script::Latin, offset);
                    }
                }
                in_word = continues;
                offset += 1;
                continue;
            }
            let Some(c) = text.get(offset..).and_then(|rest| rest.chars().next()) else {
                break;
            };
            if is_word_char(c) {
                let script = Script::of(c);
                if !in_word || script.is_unspaced() {
                    if script == self.script {
                        self.run(text, offset, &mut buffer, &mut found);
                    } else {
                        elsewhere(script, offset);
                    }
                }
                // After a character of a script without spaces another word may begin.
                in_word = !script.is_unspaced();
            } else if !vanishes(c) {
                in_word = false;
            }
            offset += c.len_utf8();
        }
    }

    /// Runs the automaton from one offset.
    pub(crate) fn run(
        &self,
        text: &str,
        offset: usize,
        buffer: &mut Vec<Unit>,
        found: &mut impl FnMut(Found),
    ) {
        let Ok(mut state) = self.nfa.start_state(Anchored::Yes) else {
            return;
        };
        // Most runs end within a few plain letters, before anything has to be remembered of them.
        let bytes = text.as_bytes();
        let mut at = offset;
        while let Some(&byte) = bytes.get(at)
            && folds_alone(byte, bytes.get(at + 1).copied())
        {
            let next = self
                .nfa
                .next_state(Anchored::Yes, state, byte.to_ascii_lowercase());
            if self.nfa.is_special(next) {
                if self.nfa.is_dead(next) {
                    return;
                }
                // A form may end here only where the word does.
                let goes_on = bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric);
                if !(byte.is_ascii_alphanumeric() && goes_on) {
                    break;
                }
            }
            state = next;
            at += 1;
        }
        buffer.clear();
        buffer.extend(units(text, offset).take_while(|unit| unit.span.end <= at));
        let n_units = buffer.len();
        let n_bytes = at - offset;
        let mut rest = units(text, at);
        self.walk(text, &mut rest, (state, n_bytes), buffer, found);
        // A hyphen at a line end may also be the word's own: `nord-⏎coréen`.
        if let Some(joint) = rest.joined_at() {
            buffer.truncate(n_units);
            let mut rest = units(text, at).keeping_hyphens();
            let mut beyond = |place: Found| {
                if place.span.end > joint {
                    found(place);
                }
            };
            self.walk(text, &mut rest, (state, n_bytes), buffer, &mut beyond);
        }
    }

    /// Feeds units to the automaton until it dies; `state` is where it stands, after how many bytes of folded text.
    fn walk(
        &self,
        text: &str,
        rest: &mut Units<'_>,
        (mut state, mut n_bytes): (StateID, usize),
        buffer: &mut Vec<Unit>,
        found: &mut impl FnMut(Found),
    ) {
        let mut utf8 = [0; 4];
        for unit in rest {
            for &byte in unit.ch.encode_utf8(&mut utf8).as_bytes() {
                state = self.nfa.next_state(Anchored::Yes, state, byte);
                n_bytes += 1;
            }
            buffer.push(unit);
            // Dead and match states are both special: most steps end here.
            if !self.nfa.is_special(state) {
                continue;
            }
            if self.nfa.is_dead(state) {
                return;
            }
            if unit.closes && self.nfa.is_match(state) {
                self.report(text, state, n_bytes, buffer, found);
            }
        }
    }

    /// Reports the forms that end in a match state, if the word ends there too.
    fn report(
        &self,
        text: &str,
        state: StateID,
        n_bytes: usize,
        buffer: &[Unit],
        found: &mut impl FnMut(Found),
    ) {
        let (Some(first), Some(last)) = (buffer.first(), buffer.last()) else {
            return;
        };
        let span = Span::new(first.span.start, last.span.end);
        let next = text
            .get(span.end..)
            .and_then(|rest| rest.chars().find(|&c| !vanishes(c)));
        let last_char = span
            .of(text)
            .and_then(|surface| surface.chars().next_back());
        if !is_word_edge(last_char, next) {
            return;
        }
        for index in 0..self.nfa.match_len(state) {
            let pattern = self.nfa.match_pattern(state, index);
            // A match state also lists the forms that end here but began later.
            if self.nfa.pattern_len(pattern) != n_bytes {
                continue;
            }
            for form in self.by_pattern[pattern.as_usize()].clone() {
                found(Found {
                    form,
                    span,
                    misfit: self.form(form).misfit(buffer),
                });
            }
        }
    }
}

fn build_nfa(patterns: &[&str]) -> NFA {
    const FEW: &str =
        "the forms of one language stay far below the automaton's limit of 2^31 states";
    // Two dense levels instead of three: a fifth less time to build 24,000 forms, and as fast to run once made contiguous.
    let whole = noncontiguous::NFA::builder()
        .prefilter(false)
        .dense_depth(2)
        .build(patterns)
        .expect(FEW);
    NFA::builder()
        .prefilter(false)
        .build_from_noncontiguous(&whole)
        .expect(FEW)
}

/// Returns whether a byte followed by another is folded to its small letter, whatever stands around the two.
fn folds_alone(byte: u8, next: Option<u8>) -> bool {
    match byte {
        b' ' | b'-' | b'\'' => next.is_some_and(|next| next.is_ascii_alphanumeric()),
        byte => byte.is_ascii_alphanumeric() && next.is_none_or(|next| next.is_ascii()),
    }
}

/// The first two bytes that a form can begin with in a text.
#[derive(Debug)]
struct FirstBytes {
    bits: Box<[u64]>,
}

impl Default for FirstBytes {
    fn default() -> Self {
        Self {
            bits: vec![0; 256 * 256 / 64].into_boxed_slice(),
        }
    }
}

impl FirstBytes {
    /// Admits the texts that fold to `key`; `may_be_small` if the first letter need not be a capital.
    fn admit(&mut self, key: &str, may_be_small: bool) {
        let mut folded = key.bytes();
        let Some(first) = folded.next().filter(u8::is_ascii) else {
            return;
        };
        let second = folded.next();
        for first in [first.to_ascii_uppercase(), first] {
            if first.is_ascii_lowercase() && !may_be_small {
                continue;
            }
            // Beyond ASCII lie marks, accented letters, curly apostrophes, characters that vanish: let them all through.
            for byte in 0x80..=0xFF {
                self.set(first, byte);
            }
            match second {
                Some(second) if second.is_ascii_alphanumeric() => {
                    self.set(first, second);
                    self.set(first, second.to_ascii_uppercase());
                }
                Some(_) | None => {
                    for byte in (0..0x80_u8).filter(|byte| !byte.is_ascii_alphanumeric()) {
                        self.set(first, byte);
                    }
                }
            }
        }
    }

    fn set(&mut self, first: u8, second: u8) {
        let bit = usize::from(first) << 8 | usize::from(second);
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// Returns whether a form can begin with these bytes; `None` is the end of the text.
    fn admits(&self, first: u8, second: Option<u8>) -> bool {
        let bit = usize::from(first) << 8 | usize::from(second.unwrap_or(b' '));
        self.bits[bit / 64] & 1 << (bit % 64) != 0
    }
}

/// Returns whether a form of the class is read in the first layer; the others are offices written out.
pub(crate) fn is_first_layer(class: AliasClass) -> bool {
    class != AliasClass::Role
}
