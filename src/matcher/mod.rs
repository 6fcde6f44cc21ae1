//! Which entities a text names, and why: text and gazetteer in, mentions out.
//!
//! No path, no file, no document id: that is what makes it testable by the sentence. The steps are those of the README's "How a mention
//! is decided": the automaton of the document's language finds every place where a form stands (`automaton`), the rules reject
//! (`rules`), what is left becomes mentions.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod article;
mod automaton;
mod candidate;
mod explain;
mod form;
mod lexicon;
mod mention;
mod rules;
mod spans;
mod titles;

pub use candidate::Rejection;
pub use explain::{Explanation, Outcome};
pub use mention::{Certainty, Form, Mention, Reason};

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::corpus::Date;
use crate::gazetteer::{EntityId, Gazetteer, Wanted};
use crate::text::fold::fold;
use crate::text::{Language, Script};

use article::Article;
use automaton::{Automaton, Found, Scope};
use candidate::Candidate;
use rules::antecedent::Offices;
use rules::role::{RoleCandidate, RoleContext};
use titles::Titles;

/// What is known of the document that a text is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Context {
    /// Its language; an unknown one is read as English.
    pub language: Option<Language>,
    /// The day it was written, only if that is known (see [`crate::corpus::Document::trusted_date`]).
    pub date: Option<Date>,
}

/// Finds the mentions of a gazetteer's entities.
///
/// ```
/// use std::sync::Arc;
/// use ibid::gazetteer::Gazetteer;
/// use ibid::matcher::{Context, Matcher};
///
/// let matcher = Matcher::new(Arc::new(Gazetteer::default()));
/// assert!(matcher.mentions("L’OTAN répond.", Context::default()).is_empty());
/// ```
#[derive(Debug)]
pub struct Matcher {
    /// As wide as the languages met so far made it.
    gazetteer: Mutex<Arc<Gazetteer>>,
    engines: Mutex<HashMap<Scope, Arc<OnceLock<Engine>>>>,
}

/// What one scope needs, built when it is first met.
#[derive(Debug)]
struct Engine {
    automaton: Automaton,
    titles: Titles,
    offices: Offices,
}

/// Everything that was considered in a text.
struct Decision {
    /// The gazetteer with the languages of all candidates.
    gazetteer: Arc<Gazetteer>,
    candidates: Vec<Candidate>,
    roles: Vec<RoleCandidate>,
}

impl Matcher {
    /// Returns a matcher that has built nothing yet.
    pub fn new(gazetteer: Arc<Gazetteer>) -> Self {
        Self {
            gazetteer: Mutex::new(gazetteer),
            engines: Mutex::default(),
        }
    }

    /// Returns the gazetteer, with the languages of all mentions found so far.
    pub fn gazetteer(&self) -> Arc<Gazetteer> {
        Arc::clone(&self.lock())
    }

    /// Reads the forms of some languages, in one go.
    pub fn prepare(&self, languages: impl Iterator<Item = Language>) {
        let languages: BTreeSet<Language> = languages.collect();
        self.widen(|gazetteer| gazetteer.widened_by(&languages));
    }

    /// Returns the gazetteer with the languages asked for, read now if they were not.
    pub fn gazetteer_with(&self, wanted: Wanted) -> Arc<Gazetteer> {
        self.widen(|gazetteer| gazetteer.widened(wanted))
    }

    fn widen(&self, widened: impl Fn(&Gazetteer) -> Option<Gazetteer>) -> Arc<Gazetteer> {
        let mut gazetteer = self.lock();
        if let Some(wider) = widened(&gazetteer) {
            *gazetteer = Arc::new(wider);
        }
        Arc::clone(&gazetteer)
    }

    fn lock(&self) -> MutexGuard<'_, Arc<Gazetteer>> {
        self.gazetteer
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns how many forms are active in documents of a language.
    pub fn n_forms(&self, language: Option<Language>) -> usize {
        let engine = self.engine(scope_of(language));
        engine.get().map_or(0, |engine| engine.automaton.n_forms())
    }

    /// Returns the mentions in a text, ordered by start, a longer one before a shorter one of the same start.
    ///
    /// A role may overlap the mention of its body; nothing else overlaps. Offsets are bytes of `text`.
    pub fn mentions(&self, text: &str, context: Context) -> Vec<Mention> {
        mentions_of(&mut self.decide(text, context))
    }

    /// Finds all candidates and applies all rules; those that only case or accents reject are left out.
    fn decide(&self, text: &str, context: Context) -> Decision {
        let article = Article::new(text, context.language);
        let mut candidates = self.candidates(&article, context.language);
        let engine = self.engine(scope_of(context.language));
        let gazetteer = self.gazetteer();
        let mut roles = Vec::new();
        if let Some(engine) = engine.get() {
            rules::apply(&article, &mut candidates, &engine.offices);
            let context = RoleContext {
                gazetteer: &gazetteer,
                titles: &engine.titles,
                date: context.date,
            };
            roles = rules::role::find(&article, &candidates, &context);
        }
        Decision {
            gazetteer,
            candidates,
            roles,
        }
    }

    /// Returns every place where a form stands, its letters fitting and its article before it.
    fn candidates(&self, article: &Article<'_>, language: Option<Language>) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let mut foreign: Vec<(Script, usize)> = Vec::new();
        let own = self.engine(scope_of(language));
        if let Some(engine) = own.get() {
            engine.automaton.scan(
                article.text,
                |found| candidates.extend(candidate(&engine.automaton, article, found)),
                |script, offset| foreign.push((script, offset)),
            );
        }
        // Runs in another script are read with that script's languages.
        foreign.sort_unstable();
        for run in foreign.chunk_by(|a, b| a.0 == b.0) {
            let engine = self.engine(Scope::Script(run[0].0));
            let Some(engine) = engine.get() else { continue };
            let mut buffer = Vec::new();
            for &(_, offset) in run {
                engine
                    .automaton
                    .run(article.text, offset, &mut buffer, &mut |found| {
                        candidates.extend(candidate(&engine.automaton, article, found));
                    });
            }
        }
        candidates
    }

    /// Returns the engine of a scope, built.
    fn engine(&self, scope: Scope) -> Arc<OnceLock<Engine>> {
        let cell = {
            let mut engines = self.engines.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(engines.entry(scope).or_default())
        };
        // Outside the lock: another language may be built at the same time.
        cell.get_or_init(|| {
            let gazetteer = self.gazetteer_with(scope.wanted());
            let (automaton, titles) = rayon::join(
                || Automaton::build(&gazetteer, scope),
                || match scope {
                    Scope::Language(language) => Titles::new(&gazetteer, language),
                    Scope::Script(_) => Titles::default(),
                },
            );
            Engine {
                automaton,
                titles,
                offices: Offices::new(&gazetteer, scope),
            }
        });
        cell
    }
}

/// Returns the mentions that a decision leaves.
fn mentions_of(decision: &mut Decision) -> Vec<Mention> {
    let gazetteer = &decision.gazetteer;
    let mut mentions: Vec<Mention> = rules::shared::groups(&mut decision.candidates)
        .filter_map(|group| mention(gazetteer, group))
        .collect();
    let roles = decision.roles.iter();
    mentions.extend(roles.filter_map(|role| role.verdict.clone().ok()));
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    mentions
}

/// Returns the mention that a group of candidates of one span has become.
fn mention(gazetteer: &Gazetteer, group: &[Candidate]) -> Option<Mention> {
    let alive = || {
        group.iter().filter(|candidate| {
            candidate.is_alive()
                && !candidate.is_mask()
                && automaton::is_first_layer(candidate.class)
        })
    };
    let entity = alive().next()?.entity()?;
    // Of the lists that hold the form for this entity, the one that says most.
    let chosen = alive()
        .filter(|candidate| candidate.entity() == Some(entity))
        .min_by_key(|candidate| rules::shared::rank(candidate.class))?;
    if gazetteer.kind_of(entity).hidden {
        return None;
    }
    let mut others: Vec<EntityId> = alive()
        .filter_map(Candidate::entity)
        .filter(|&other| other != entity)
        .collect();
    let mut seen = BTreeSet::new();
    others.retain(|&other| seen.insert(other));
    let reason = chosen.verdict.ok()?;
    let certainty = match reason {
        _ if !others.is_empty() => Certainty::Uncertain,
        Reason::Antecedent(_) | Reason::Title(_) | Reason::OnlyOneNamed => Certainty::Likely,
        Reason::Listed
        | Reason::Ambiguous
        | Reason::Locative(_)
        | Reason::Dateline
        | Reason::HolderOn(_)
        | Reason::HolderNamed(_)
        | Reason::NotHeldNow(_)
        | Reason::HolderUnknown => Certainty::Sure,
    };
    Some(Mention {
        span: chosen.span,
        entity,
        form: chosen.form,
        certainty,
        candidates: others,
        alias: chosen.alias()?,
        office: None,
        reason,
    })
}

fn scope_of(language: Option<Language>) -> Scope {
    Scope::Language(language.unwrap_or(Language::ENGLISH))
}

/// Makes a candidate of a form whose letters fit and whose article stands before it.
fn candidate(automaton: &Automaton, article: &Article<'_>, found: Found) -> Option<Candidate> {
    let form = automaton.form(found.form);
    let has_article = || match &form.article {
        Some(wanted) => stands_behind(article, found.span.start, wanted),
        None => true,
    };
    (found.misfit.is_none() && has_article()).then(|| Candidate::new(form, found.span, None))
}

/// Returns whether a form of the article `wanted` stands right before an offset.
fn stands_behind(article: &Article<'_>, offset: usize, wanted: &str) -> bool {
    let (Some(forms), Some(word)) = (article.lexicon.article(wanted), article.word_before(offset))
    else {
        return false;
    };
    if word.is_adjacent() {
        forms.contains(&fold(word.text))
    } else {
        // The apostrophe belongs to the article: "l'".
        fold(word.gap) == "'" && forms.contains(&(fold(word.text) + "'"))
    }
}
