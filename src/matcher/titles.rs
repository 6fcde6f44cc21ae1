//! The title patterns of every body, joined to its mentions: `president of` + Russia, American + `president`.
//!
//! Few titles serve many offices, so what stands before and after the slot is kept in two tries, walked once from a mention whatever
//! the number of its body's offices.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::gazetteer::{EntityId, Gazetteer, SlotClass, TitlePattern};
use crate::text::fold::{Unit, fold, units};
use crate::text::{Language, Source, Span};

use super::article::Article;
use super::candidate::Candidate;
use super::mention::Form;

/// How many bytes before a mention are folded at first, in search of a title.
const NEAR: usize = 20;

/// The titles that are active in a language, by the body that they need.
#[derive(Debug, Default)]
pub(crate) struct Titles {
    before: Trie,
    after: Trie,
    bodies: FxHashSet<EntityId>,
    offices: FxHashMap<Title, Vec<EntityId>>,
}

/// The slot of a pattern, and the nodes that what stands before and after it ends at.
type Ends = (SlotClass, Node, Node);

/// A pattern of some body: what stands on either side of what slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Title {
    body: EntityId,
    slot: SlotClass,
    before: Node,
    after: Node,
}

impl Titles {
    /// Folds the patterns of all offices for documents of a language.
    pub(crate) fn new(gazetteer: &Gazetteer, language: Language) -> Self {
        let mut titles = Self::default();
        // A title is folded once, however many offices have it.
        let by_name: FxHashMap<&str, Vec<Ends>> = gazetteer
            .titles
            .iter()
            .map(|(name, patterns)| (name.as_str(), titles.insert_all(patterns, language)))
            .collect();
        for (id, entity) in gazetteer.iter() {
            let Some(office) = &entity.office else {
                continue;
            };
            let own = titles.insert_all(&office.own_patterns, language);
            let shared = office
                .titles
                .iter()
                .filter_map(|title| by_name.get(title.as_str()))
                .flatten();
            for &(slot, before, after) in shared.chain(&own) {
                let title = Title {
                    body: office.of,
                    slot,
                    before,
                    after,
                };
                titles.bodies.insert(office.of);
                titles.offices.entry(title).or_default().push(id);
            }
        }
        titles
    }

    /// Puts the patterns that are active in a language into the tries, and returns where they end.
    fn insert_all(&mut self, patterns: &[TitlePattern], language: Language) -> Vec<Ends> {
        patterns
            .iter()
            .filter(|pattern| pattern.language.is_none_or(|own| own == language))
            .map(|pattern| {
                (
                    pattern.slot,
                    self.before.insert(fold(&pattern.before).chars().rev()),
                    self.after.insert(fold(&pattern.after).chars()),
                )
            })
            .collect()
    }

    /// Returns the offices of a mention's body whose title stands around it, with the span of title and mention.
    pub(crate) fn around(
        &self,
        article: &Article<'_>,
        mention: &Candidate,
    ) -> Vec<(Span<Source>, EntityId)> {
        let (Some(body), Some(slot)) = (mention.entity(), slot_of(mention.form)) else {
            return Vec::new();
        };
        if !self.bodies.contains(&body) {
            return Vec::new();
        }
        let mut found = Vec::new();
        let afters = self.afters(article, mention.span.end);
        let befores = self.befores(article, mention.span.start);
        if afters.is_empty() && befores.is_empty() {
            return found;
        }
        let no_before = (Node::ROOT, mention.span.start);
        let no_after = (Node::ROOT, mention.span.end);
        for (before, start) in std::iter::once(no_before).chain(befores) {
            for &(after, end) in std::iter::once(&no_after).chain(&afters) {
                // "The president of El Salvador's Central Bank" is none of El Salvador.
                if after == Node::ROOT && owns_a_body(article, end) {
                    continue;
                }
                let title = Title {
                    body,
                    slot,
                    before,
                    after,
                };
                let offices = self.offices.get(&title).into_iter().flatten();
                found.extend(offices.map(|&office| (Span::new(start, end), office)));
            }
        }
        found
    }

    /// Returns what the text after an offset may be of a title, with where it ends.
    fn afters(&self, article: &Article<'_>, offset: usize) -> Vec<(Node, usize)> {
        let mut found = Vec::new();
        let mut node = Node::ROOT;
        let mut text = units(article.text, offset).peekable();
        while let Some(unit) = text.next() {
            let Some(next) = self.after.step(node, unit.ch) else {
                break;
            };
            node = next;
            let ends_word = text.peek().is_none_or(|next| !next.ch.is_alphanumeric());
            if self.after.is_end(node) && ends_word && unit.closes {
                found.push((node, unit.span.end));
            }
        }
        found
    }

    /// Returns what the text before an offset may be of a title, with where it begins.
    ///
    /// An article may stand between the title and the mention.
    fn befores(&self, article: &Article<'_>, offset: usize) -> Vec<(Node, usize)> {
        let mut found = Vec::new();
        self.walk_back(article, offset, &mut found);
        // Only after a space: "l'Ukraine" has its article in the title.
        let is_spaced = article.before(offset).ends_with(' ');
        if let Some(word) = article.word_before(offset).filter(|_| is_spaced)
            && word.is_adjacent()
            && article.lexicon.is_article(&fold(word.text))
        {
            self.walk_back(article, word.span.start, &mut found);
        }
        found
    }

    /// Adds what the text right before an offset may be of a title.
    fn walk_back(&self, article: &Article<'_>, offset: usize, found: &mut Vec<(Node, usize)>) {
        let before = article.before(offset);
        if self.ends_no_title(before) {
            return;
        }
        // Almost every walk ends within a word: the rest is folded only for those that do not.
        let mut near = before.len().saturating_sub(NEAR);
        while !before.is_char_boundary(near) {
            near += 1;
        }
        for from in [near, 0] {
            let part = before.get(from..).unwrap_or_default();
            let folded: Vec<Unit> = units(part, 0).collect();
            let n_found = found.len();
            if self.walk_back_in(&folded, offset - part.len(), found) || from == 0 {
                return;
            }
            found.truncate(n_found);
        }
    }

    /// Returns whether plain letters at the end of a text tell that no title ends there; most texts do, and need no folding.
    fn ends_no_title(&self, text: &str) -> bool {
        let mut node = Node::ROOT;
        let mut bytes = text.bytes().rev().peekable();
        while let Some(byte) = bytes.next() {
            let is_plain_space =
                byte == b' ' && bytes.peek().is_some_and(u8::is_ascii_alphanumeric);
            if !byte.is_ascii_alphanumeric() && !is_plain_space || self.before.is_end(node) {
                return false;
            }
            match self
                .before
                .step(node, char::from(byte.to_ascii_lowercase()))
            {
                Some(next) => node = next,
                None => return true,
            }
        }
        false
    }

    /// Walks folded text back from its end; `base` is where it begins in the article. Returns whether the walk ended within it.
    fn walk_back_in(&self, folded: &[Unit], base: usize, found: &mut Vec<(Node, usize)>) -> bool {
        let mut node = Node::ROOT;
        for (position, unit) in folded.iter().enumerate().rev() {
            let Some(next) = self.before.step(node, unit.ch) else {
                return true;
            };
            node = next;
            let begins_word = position
                .checked_sub(1)
                .is_none_or(|before| !folded[before].ch.is_alphanumeric());
            if self.before.is_end(node) && begins_word {
                found.push((node, base + unit.span.start));
            }
        }
        false
    }
}

/// Returns what slot a mention fills.
fn slot_of(form: Form) -> Option<SlotClass> {
    match form {
        Form::Adjective => Some(SlotClass::Adjective),
        Form::Name | Form::Acronym | Form::Short | Form::Nominal => Some(SlotClass::Name),
        Form::Capital | Form::Metonym | Form::Place | Form::Role => None,
    }
}

/// Returns whether a mention that ends at an offset owns the body that is named after it.
fn owns_a_body(article: &Article<'_>, end: usize) -> bool {
    let after = article.after(end);
    after
        .strip_prefix("'s ")
        .or_else(|| after.strip_prefix("’s "))
        .is_some_and(|body| body.starts_with(char::is_uppercase))
}

/// A place in a [`Trie`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Node(u32);

impl Node {
    /// Where nothing has been read.
    const ROOT: Self = Self(0);
}

/// Strings, read a character at a time.
#[derive(Debug, Default)]
struct Trie {
    steps: FxHashMap<(Node, char), Node>,
    ends: FxHashSet<Node>,
}

impl Trie {
    fn insert(&mut self, text: impl Iterator<Item = char>) -> Node {
        let mut node = Node::ROOT;
        for c in text {
            let fresh = u32::try_from(self.steps.len() + 1).map_or(Node::ROOT, Node);
            node = *self.steps.entry((node, c)).or_insert(fresh);
        }
        self.ends.insert(node);
        node
    }

    fn step(&self, node: Node, c: char) -> Option<Node> {
        self.steps.get(&(node, c)).copied()
    }

    fn is_end(&self, node: Node) -> bool {
        self.ends.contains(&node)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trie_tells_ends_from_beginnings() {
        let mut trie = Trie::default();
        let whole = trie.insert(" president".chars());
        assert_eq!(trie.insert(" president".chars()), whole);
        let beginning = " presid"
            .chars()
            .try_fold(Node::ROOT, |node, c| trie.step(node, c));
        assert!(beginning.is_some_and(|node| !trie.is_end(node)));
        assert!(trie.is_end(whole));
        assert_eq!(trie.step(whole, 's'), None);
    }
}
