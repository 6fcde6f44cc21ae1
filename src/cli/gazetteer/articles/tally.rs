//! The counting: how often each form was a mention, and what speaks for its being an ordinary word.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::corpus::Document;
use crate::gazetteer::{AliasClass, EntityId};
use crate::matcher::{Certainty, Mention};
use crate::text::Language;
use crate::text::boundary::is_word_char;
use crate::text::fold::{fold, units};
use crate::text::sentence::is_sentence_start;

use super::ends;
use super::watch::Watch;

/// How a form was used in the articles of a language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) mentions: usize,
    /// Of those, how many open a sentence, and how many are uncertain.
    pub(super) openings: usize,
    pub(super) uncertain: usize,
    /// Whom the uncertain ones may also name.
    pub(super) rivals: BTreeSet<EntityId>,
    /// How often the word stands there in small letters and is no mention.
    pub(super) small: usize,
}

impl Use {
    fn add(&mut self, other: Self) {
        self.mentions += other.mentions;
        self.openings += other.openings;
        self.uncertain += other.uncertain;
        self.rivals.extend(other.rivals);
        self.small += other.small;
    }
}

/// The uses of forms, by their position in [`Watch::forms`].
pub(super) type Uses = HashMap<usize, Use>;

/// The uses in all articles.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// By form and language of the article.
    pub(super) uses: BTreeMap<(usize, Option<Language>), Use>,
    /// The number of articles in each language.
    pub(super) articles: BTreeMap<Option<Language>, usize>,
}

impl Tally {
    /// Adds what was counted in an article.
    pub(super) fn add(&mut self, document: &Document, uses: Uses) {
        *self.articles.entry(document.language).or_default() += 1;
        let mut uses: Vec<_> = uses.into_iter().collect();
        uses.sort_unstable_by_key(|(form, _)| *form);
        for (form, counted) in uses {
            let key = (form, document.language);
            self.uses.entry(key).or_default().add(counted);
        }
    }

    /// Returns the uses of a form by the language of the articles.
    pub(super) fn of(&self, form: usize) -> impl Iterator<Item = (Option<Language>, &Use)> {
        self.uses
            .range((form, None)..)
            .take_while(move |((other, _), _)| *other == form)
            .map(|((_, language), counted)| (*language, counted))
    }
}

/// Counts the uses of forms in an article.
pub(super) fn count(watch: &Watch<'_>, document: &Document, mentions: &[Mention]) -> Uses {
    let mut uses = Uses::new();
    for mention in mentions {
        count_mention(watch, document, mention, &mut uses);
    }
    count_small(watch, document, mentions, &mut uses);
    uses
}

fn count_mention(watch: &Watch<'_>, document: &Document, mention: &Mention, uses: &mut Uses) {
    let own = watch.gazetteer.alias(mention.alias);
    // A title joined to a body has the body's form, which is counted by itself.
    if mention.office.is_some() && own.class != AliasClass::Role {
        return;
    }
    let owners: Vec<EntityId> = std::iter::once(mention.alias.entity)
        .chain(mention.candidates.iter().copied())
        .collect();
    // An alias may have its article, which the mention has not; and what another list also has was found there, too.
    let surface = fold(mention.span.of(&document.text).unwrap_or_default());
    let by_key = watch.of_key(&surface).iter().copied().filter(|&form| {
        let watched = &watch.forms[form];
        owners.contains(&watched.id.entity) && watched.is_active_in(document.language)
    });
    let forms: BTreeSet<usize> = by_key.chain(watch.of_alias(mention.alias)).collect();
    for form in forms {
        let is_uncertain = mention.certainty == Certainty::Uncertain;
        let counted = uses.entry(form).or_default();
        counted.mentions += 1;
        counted.openings += usize::from(is_sentence_start(&document.text, mention.span.start));
        counted.uncertain += usize::from(is_uncertain);
        if is_uncertain {
            let own = watch.forms[form].id.entity;
            let rivals = owners.iter().copied().filter(|&owner| owner != own);
            counted.rivals.extend(rivals);
        }
    }
}

/// Counts the words in small letters that fold to a form with a capital.
fn count_small(watch: &Watch<'_>, document: &Document, mentions: &[Mention], uses: &mut Uses) {
    let text = &document.text;
    let mut key = String::new();
    let mut mentions = mentions.iter().map(ends).peekable();
    let mut end = 0;
    for (start, c) in text.char_indices() {
        if start < end || !is_word_char(c) {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let len: usize = rest
            .chars()
            .take_while(|&c| is_word_char(c))
            .map(char::len_utf8)
            .sum();
        end = start + len;
        let word = rest.get(..len).unwrap_or_default();
        if !c.is_lowercase() || word.contains(char::is_uppercase) {
            continue;
        }
        key.clear();
        key.extend(units(word, 0).map(|unit| unit.ch));
        let forms = watch.of_key(&key);
        if forms.is_empty() {
            continue;
        }
        while mentions.next_if(|mention| mention.1 <= start).is_some() {}
        if mentions.peek().is_some_and(|mention| mention.0 < end) {
            continue;
        }
        for &form in forms {
            let watched = &watch.forms[form];
            if watched.may_have_twin && watched.is_active_in(document.language) {
                uses.entry(form).or_default().small += 1;
            }
        }
    }
}
