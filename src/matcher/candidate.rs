//! A candidate: a place where a form stands, and what the rules have said of it so far.

use crate::gazetteer::{AliasClass, AliasId, EntityId};
use crate::text::{Source, Span};

use super::form::{CompiledForm, Misfit, Owner};
use super::mention::{Form, Reason};

/// Why a candidate is no mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejection {
    /// The form has a capital where the text has none, or the other way round.
    Case,
    /// The text has an accent that the form has not.
    Accent,
    /// The form needs its article in front.
    NoArticle,
    /// It stands inside a web or mail address.
    Address,
    /// A short acronym in a line of capitals is as likely a word.
    CapitalsLine,
    /// A capitalised word beside it, there, makes it part of another name.
    Neighbour(Span<Source>),
    /// The article gives the name to somebody else, there.
    Namesake(Span<Source>),
    /// A hyphen joins it to a capitalised word, there.
    Hyphenated(Span<Source>),
    /// A short form, and the article has no longer name of the entity.
    NoAntecedent,
    /// A phrase that is listed as no mention covers it, there.
    Masked(Span<Source>),
    /// A longer candidate covers it, there.
    Longer(Span<Source>),
    /// The words around it make it a place, which this entity is not.
    PlaceOfAnother,
    /// The article names another entity with the same form.
    AnotherNamed,
    /// A title that belongs to the name beside it, there.
    TitleOfName(Span<Source>),
    /// A word before it, there, makes it another office.
    OtherOffice(Span<Source>),
}

/// A place where a form of the first layer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) span: Span<Source>,
    pub(crate) owner: Owner,
    pub(crate) class: AliasClass,
    pub(crate) solo: bool,
    pub(crate) is_leader: bool,
    pub(crate) is_one_word: bool,
    pub(crate) n_chars: u8,
    /// What a mention from it would be called.
    pub(crate) form: Form,
    /// What it is by, or why it is none.
    pub(crate) verdict: Result<Reason, Rejection>,
}

impl Candidate {
    pub(crate) fn new(form: &CompiledForm, span: Span<Source>, misfit: Option<Misfit>) -> Self {
        Self {
            span,
            owner: form.owner,
            class: form.class,
            solo: form.solo,
            is_leader: form.is_leader,
            is_one_word: form.is_one_word,
            n_chars: form.n_chars,
            form: if form.class == AliasClass::Short && form.article.is_some() {
                Form::Nominal
            } else {
                Form::from(form.class)
            },
            verdict: match misfit {
                None => Ok(Reason::Listed),
                Some(Misfit::Case) => Err(Rejection::Case),
                Some(Misfit::Accent) => Err(Rejection::Accent),
            },
        }
    }

    pub(crate) fn is_alive(&self) -> bool {
        self.verdict.is_ok()
    }

    pub(crate) fn is_mask(&self) -> bool {
        self.class == AliasClass::Mask
    }

    pub(crate) fn reject(&mut self, why: Rejection) {
        self.verdict = Err(why);
    }

    pub(crate) fn entity(&self) -> Option<EntityId> {
        match self.owner {
            Owner::Entity { entity, .. } => Some(entity),
            Owner::Everyone(_) => None,
        }
    }

    pub(crate) fn alias(&self) -> Option<AliasId> {
        match self.owner {
            Owner::Entity { entity, alias } => Some(AliasId {
                entity,
                index: alias,
            }),
            Owner::Everyone(_) => None,
        }
    }
}
