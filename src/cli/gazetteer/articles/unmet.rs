//! The second reading: what made no mention is searched for as plain words, to tell what is not there from what a rule keeps out.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use aho_corasick::AhoCorasick;

use crate::corpus::Document;
use crate::gazetteer::AliasClass;
use crate::index::{IndexedDocument, Snapshot, match_context};
use crate::matcher::Matcher;
use crate::text::boundary::is_word_edge;
use crate::text::fold::{FoldedText, fold};
use crate::text::{Language, Source, Span};

use super::Articles;
use super::tally::Tally;
use super::watch::Watch;

/// A string that made no mention.
#[derive(Debug)]
pub(super) struct Unmet {
    forms: Range<usize>,
    /// The form of it that is told of: the one found most often in one article.
    pub(super) form: usize,
    most: usize,
    /// How often its forms stand in articles that they are valid in; those that are known to be shared may always be another's.
    pub(super) found: usize,
    /// Whether a form was found that is shared, a title, or part of a longer name of its entity: it is there, and nothing is wrong with it.
    is_excused: bool,
    /// How often they stand in articles of other languages.
    pub(super) elsewhere: BTreeMap<Option<Language>, usize>,
    /// Why the first that was found is no mention.
    pub(super) why: Option<String>,
}

impl Unmet {
    /// Takes a form that was found in an article into account; `why` answers why it is no mention there.
    fn add(
        &mut self,
        watch: &Watch<'_>,
        form: usize,
        language: Option<Language>,
        place: &Place,
        why: impl FnOnce() -> Option<String>,
    ) {
        let watched = &watch.forms[form];
        let count = place.count;
        self.is_excused |= place.is_named;
        if count == 0 {
            return;
        }
        if !watched.is_active_in(language) {
            *self.elsewhere.entry(language).or_default() += count;
        } else if watched.alias.shared || watched.alias.class == AliasClass::Role {
            // A title beside the name of its holder belongs to that name.
            self.is_excused = true;
        } else {
            self.found += count;
            self.why = self.why.take().or_else(why);
            if count > self.most {
                (self.most, self.form) = (count, form);
            }
        }
    }
}

/// Where forms stand in an article, by their number in the search.
type Places = BTreeMap<usize, Place>;

/// Where one form stands in an article.
#[derive(Debug, Default)]
struct Place {
    /// How often as a word of its own, and first.
    count: usize,
    first: Option<Span<Source>>,
    /// Whether it is also part of a mention of its entity.
    is_named: bool,
}

/// Returns the strings none of whose forms was a mention in an article that they are valid in, with what was found of them.
pub(super) fn find(
    watch: &Watch<'_>,
    tally: &Tally,
    articles: &Articles<'_>,
    matcher: &Matcher,
) -> Vec<Unmet> {
    let mut unmet = of_strings(watch, tally);
    let forms: Vec<(usize, usize)> = unmet
        .iter()
        .enumerate()
        .flat_map(|(string, unmet)| unmet.forms.clone().map(move |form| (form, string)))
        .collect();
    let keys = forms.iter().map(|(form, _)| &watch.forms[*form].key);
    // More forms than a search can number are told of as not found.
    let patterns = AhoCorasick::new(keys).ok().filter(|_| !forms.is_empty());
    if let Some(patterns) = patterns {
        let search = Search {
            watch,
            forms,
            patterns,
        };
        articles.walk(
            |document| search.places(document, matcher),
            |document, places| {
                for (pattern, place) in places {
                    let (form, string) = search.forms[pattern];
                    let answer = || why(document, place.first?, form, watch, matcher);
                    unmet[string].add(watch, form, document.language, &place, answer);
                }
            },
        );
    }
    unmet.retain(|unmet| unmet.found > 0 || !unmet.is_excused);
    unmet
}

/// Returns the strings that made no mention, though there are articles that they are valid in.
fn of_strings(watch: &Watch<'_>, tally: &Tally) -> Vec<Unmet> {
    let is_unmet = |form: usize| tally.of(form).all(|(_, counted)| counted.mentions == 0);
    let has_articles = |form: usize| {
        let mut languages = tally.articles.keys();
        languages.any(|language| watch.forms[form].is_active_in(*language))
    };
    watch
        .strings()
        .filter(|(_, string)| string.clone().all(is_unmet) && string.clone().any(has_articles))
        .map(|(_, forms)| Unmet {
            form: forms.start,
            forms,
            most: 0,
            found: 0,
            is_excused: false,
            elsewhere: BTreeMap::new(),
            why: None,
        })
        .collect()
}

/// What is searched for: forms, with the positions of their strings in the list of those unmet.
struct Search<'w, 'g> {
    watch: &'w Watch<'g>,
    forms: Vec<(usize, usize)>,
    patterns: AhoCorasick,
}

impl Search<'_, '_> {
    /// Returns where the forms stand in an article as words.
    ///
    /// Not counted are words in small letters where the form has a capital (`who` is no `WHO`), and what is part of a longer name of the
    /// same entity.
    fn places(&self, document: &Document, matcher: &Matcher) -> Places {
        let folded = fold(&document.text);
        let mut places = Places::new();
        let mut way_back = None;
        for found in self.patterns.find_overlapping_iter(&folded) {
            let (start, end) = (found.start(), found.end());
            if !is_edge(&folded, start) || !is_edge(&folded, end) {
                continue;
            }
            // Few articles come so far, and only they are matched a second time.
            let (source, mentions) = way_back.get_or_insert_with(|| {
                let mentions = matcher.mentions(&document.text, match_context(document));
                (FoldedText::new(&document.text), mentions)
            });
            let pattern = found.pattern().as_usize();
            let watched = &self.watch.forms[self.forms[pattern].0];
            let Some(span) = source.source(Span::new(start, end)) else {
                continue;
            };
            let surface = span.of(&document.text).unwrap_or_default();
            let is_other_word = watched.alias.form.contains(char::is_uppercase)
                && !surface.contains(char::is_uppercase);
            let is_named = mentions.iter().any(|mention| {
                mention.alias.entity == watched.id.entity && mention.span.overlaps(span)
            });
            if is_named {
                places.entry(pattern).or_default().is_named = true;
            } else if !is_other_word {
                let place = places.entry(pattern).or_default();
                place.count += 1;
                place.first.get_or_insert(span);
            }
        }
        places
    }
}

fn is_edge(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(at..).and_then(|tail| tail.chars().next());
    is_word_edge(before, after)
}

/// Returns why the words at a place are no mention of a form's entity.
fn why(
    document: &Document,
    place: Span<Source>,
    form: usize,
    watch: &Watch<'_>,
    matcher: &Matcher,
) -> Option<String> {
    // Not the first word: it may be an article, which is no part of what is found.
    let surface = place.of(&document.text)?;
    let last = surface.rfind(char::is_whitespace).map_or(0, |at| at + 1);
    let asked = document.text.ceil_char_boundary(place.start + last);
    let indexed = IndexedDocument {
        document: Arc::new(document.clone()),
        mentions: Arc::new([]),
    };
    let gazetteer = Arc::clone(&matcher.gazetteer());
    let snapshot = Snapshot::assemble(String::new(), vec![indexed], Vec::new(), gazetteer, 0);
    let lines = snapshot.explain(matcher, snapshot.doc_idx(document.id)?, asked);
    let entity = &watch.gazetteer.entity(watch.forms[form].id.entity).name;
    let answers = || lines.iter().filter(|line| line.contains("” is "));
    let own = answers().find(|line| line.contains(entity.as_str()));
    let line = own.or_else(|| answers().next())?;
    Some(format!(
        "at `{}`, byte {}: {line}",
        document.path, place.start
    ))
}
