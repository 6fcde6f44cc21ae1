//! Why a place in a text is lit, or not: everything the rules considered there, kept.

use crate::gazetteer::{AliasClass, AliasId, Wanted};
use crate::text::fold::fold;
use crate::text::{Language, Source, Span};

use super::article::Article;
use super::automaton::{self, Scope};
use super::candidate::{Candidate, Rejection};
use super::mention::Mention;
use super::{Context, Matcher, mentions_of, scope_of};

/// What became of one form at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is a mention; its [`Mention::reason`] says by what.
    Mention(Mention),
    /// It is one of several readings of an uncertain mention.
    Reading,
    /// It is a phrase listed as no mention, and it won.
    Mask,
    /// A rule rejected it.
    Rejected(Rejection),
    /// It is listed for documents of another language only.
    OtherLanguage(Language),
}

/// One form that stands at the place asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// Where, in bytes.
    pub span: Span<Source>,
    /// The form; `None` for a mask of the whole gazetteer.
    pub alias: Option<AliasId>,
    /// What became of it.
    pub outcome: Outcome,
}

/// How many words a form of another language may have for [`Matcher::explain`] to find it.
const LONGEST_OTHER: usize = 4;

impl Matcher {
    /// Returns everything that was considered at a byte offset of a text, the mentions first.
    ///
    /// Costs as much as [`Matcher::mentions`] on the whole text.
    pub fn explain(&self, text: &str, context: Context, offset: usize) -> Vec<Explanation> {
        let mut decision = self.decide(text, context);
        let mentions = mentions_of(&mut decision);
        let mut explanations: Vec<Explanation> = mentions
            .iter()
            .filter(|mention| mention.span.contains(offset))
            .map(|mention| Explanation {
                span: mention.span,
                alias: Some(mention.alias),
                outcome: Outcome::Mention(mention.clone()),
            })
            .collect();
        let told: Vec<(Span<Source>, Option<AliasId>)> = explanations
            .iter()
            .map(|told| (told.span, told.alias))
            .collect();
        let at_offset = decision
            .candidates
            .iter()
            .filter(|candidate| candidate.span.contains(offset));
        explanations.extend(
            at_offset
                .filter(|candidate| !told.contains(&(candidate.span, candidate.alias())))
                .filter_map(|candidate| explain_candidate(candidate, &mentions)),
        );
        for role in decision
            .roles
            .iter()
            .filter(|role| role.span.contains(offset))
        {
            if let Err(rejection) = role.verdict {
                explanations.push(Explanation {
                    span: role.span,
                    alias: Some(role.alias),
                    outcome: Outcome::Rejected(rejection),
                });
            }
        }
        let article = Article::new(text, context.language);
        explanations.extend(self.misfits(&article, context.language, offset));
        if explanations.is_empty() {
            explanations = self.other_languages(&article, scope_of(context.language), offset);
        }
        explanations
    }

    /// Returns the forms that only a capital, an accent or a missing article keeps from being candidates.
    fn misfits(
        &self,
        article: &Article<'_>,
        language: Option<Language>,
        offset: usize,
    ) -> Vec<Explanation> {
        let own = self.engine(scope_of(language));
        let Some(engine) = own.get() else {
            return Vec::new();
        };
        let mut misfits = Vec::new();
        let mut buffer = Vec::new();
        for start in word_starts(article, offset) {
            engine
                .automaton
                .run(article.text, start, &mut buffer, &mut |found| {
                    let form = engine.automaton.form(found.form);
                    let mut candidate = Candidate::new(form, found.span, found.misfit);
                    if candidate.is_alive()
                        && super::candidate(&engine.automaton, article, found).is_none()
                    {
                        candidate.reject(Rejection::NoArticle);
                    }
                    if let (Err(rejection), true) = (candidate.verdict, found.span.contains(offset))
                    {
                        misfits.push(Explanation {
                            span: found.span,
                            alias: candidate.alias(),
                            outcome: Outcome::Rejected(rejection),
                        });
                    }
                });
        }
        misfits
    }

    /// Returns the forms at an offset that are listed for other languages.
    fn other_languages(
        &self,
        article: &Article<'_>,
        own: Scope,
        offset: usize,
    ) -> Vec<Explanation> {
        let spans = phrases_around(article, offset);
        let folded: Vec<(Span<Source>, String)> = spans
            .into_iter()
            .filter_map(|span| Some((span, fold(span.of(article.text)?))))
            .collect();
        let mut explanations = Vec::new();
        let gazetteer = self.gazetteer_with(Wanted::All);
        for (entity, entry) in gazetteer.iter() {
            for (alias, index) in entry.aliases.iter().zip(0..) {
                let (Some(language), true) = (alias.language, alias.class != AliasClass::Mask)
                else {
                    continue;
                };
                // One of the article's language lacks something else, such as its article.
                if own.speaks(language) {
                    continue;
                }
                let form = fold(&alias.form);
                if let Some((span, _)) = folded.iter().find(|(_, phrase)| *phrase == form) {
                    explanations.push(Explanation {
                        span: *span,
                        alias: Some(AliasId { entity, index }),
                        outcome: Outcome::OtherLanguage(language),
                    });
                }
            }
        }
        explanations
    }
}

fn explain_candidate(candidate: &Candidate, mentions: &[Mention]) -> Option<Explanation> {
    let outcome = match candidate.verdict {
        Err(rejection) => Outcome::Rejected(rejection),
        Ok(_) if candidate.is_mask() => Outcome::Mask,
        Ok(_) if !automaton::is_first_layer(candidate.class) => return None,
        Ok(_) => {
            // Another list of the same entity that holds the same form adds nothing.
            let is_told = mentions.iter().any(|mention| {
                mention.span == candidate.span && Some(mention.entity) == candidate.entity()
            });
            if is_told {
                return None;
            }
            Outcome::Reading
        }
    };
    Some(Explanation {
        span: candidate.span,
        alias: candidate.alias(),
        outcome,
    })
}

/// Returns where the word at an offset begins, and the few words before it.
fn word_starts(article: &Article<'_>, offset: usize) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut end = article
        .word_after(word_start(article, offset))
        .map_or(offset, |word| word.span.end);
    for _ in 0..LONGEST_OTHER {
        let Some(word) = article.word_before(end) else {
            break;
        };
        starts.push(word.span.start);
        end = word.span.start;
    }
    starts
}

/// Returns where the word that covers an offset begins.
fn word_start(article: &Article<'_>, offset: usize) -> usize {
    article
        .word_before(offset)
        .filter(|word| word.gap.is_empty())
        .map_or(offset, |word| word.span.start)
}

/// Returns the runs of one to a few words that cover an offset.
fn phrases_around(article: &Article<'_>, offset: usize) -> Vec<Span<Source>> {
    let mut phrases = Vec::new();
    for start in word_starts(article, offset) {
        let mut at = start;
        for _ in 0..LONGEST_OTHER {
            let Some(word) = article.word_after(at) else {
                break;
            };
            at = word.span.end;
            let phrase = Span::new(start, word.span.end);
            if phrase.contains(offset) {
                phrases.push(phrase);
            }
        }
    }
    phrases
}
