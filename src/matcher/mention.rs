//! What the matcher answers.

use crate::corpus::Date;
use crate::gazetteer::{AliasClass, AliasId, EntityId};
use crate::text::{Source, Span};

/// How a mention names its entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// A name in full.
    Name,
    /// An acronym.
    Acronym,
    /// A short name that needed a longer one elsewhere in the article.
    Short,
    /// An adjective or demonym.
    Adjective,
    /// A capital standing for the government.
    Capital,
    /// Another place or building standing for it.
    Metonym,
    /// A capital or such a place, meant as the place.
    Place,
    /// An office standing for its holder.
    Role,
    /// A common noun with its article: "the Alliance".
    Nominal,
}

impl Form {
    /// All forms, in the order they are listed on the screen.
    pub const ALL: [Self; 9] = [
        Self::Name,
        Self::Acronym,
        Self::Short,
        Self::Adjective,
        Self::Capital,
        Self::Metonym,
        Self::Place,
        Self::Role,
        Self::Nominal,
    ];

    /// Returns the word used in output and on the screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Acronym => "acronym",
            Self::Short => "short",
            Self::Adjective => "adjective",
            Self::Capital => "capital",
            Self::Metonym => "metonym",
            Self::Place => "place",
            Self::Role => "role",
            Self::Nominal => "nominal",
        }
    }
}

impl From<AliasClass> for Form {
    /// Returns the form that a mention by an alias of the class has before any rule changes it.
    ///
    /// A mask makes no mention; it is answered as [`Form::Name`].
    fn from(class: AliasClass) -> Self {
        match class {
            AliasClass::Name | AliasClass::Mask => Self::Name,
            AliasClass::Acronym => Self::Acronym,
            AliasClass::Short => Self::Short,
            AliasClass::Adjective => Self::Adjective,
            AliasClass::Capital => Self::Capital,
            AliasClass::Metonym => Self::Metonym,
            AliasClass::Role => Self::Role,
        }
    }
}

/// How sure the matcher is of the entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// The form belongs to one entity only.
    Sure,
    /// Something else in the article decided.
    Likely,
    /// Several entities are possible.
    Uncertain,
}

impl Certainty {
    /// Returns the word used in output and on the screen.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Likely => "likely",
            Self::Uncertain => "uncertain",
        }
    }
}

/// Why a mention is what it is: what the last rule that had a say went by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The form is listed for the entity, and nothing spoke against it.
    Listed,
    /// The article has a longer name of the entity, there.
    Antecedent(Span<Source>),
    /// A title stands right before the surname, there.
    Title(Span<Source>),
    /// Words beside a city make it a place, there.
    Locative(Span<Source>),
    /// The city opens a dateline.
    Dateline,
    /// Of the entities with this form the article names this one elsewhere.
    OnlyOneNamed,
    /// The article names several entities with this form elsewhere, or none.
    Ambiguous,
    /// The holder of the office on the article's date.
    HolderOn(Date),
    /// The article has no date that tells; it names one holder of the office, there.
    HolderNamed(Span<Source>),
    /// A word such as "former", there, says that the office is not held now.
    NotHeldNow(Span<Source>),
    /// Nothing tells who held the office.
    HolderUnknown,
}

/// One occurrence of an entity in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Where, in bytes of the text.
    pub span: Span<Source>,
    /// Who or what is meant; an office where its holder is not known.
    pub entity: EntityId,
    /// How it is named.
    pub form: Form,
    /// How sure that is.
    pub certainty: Certainty,
    /// The other entities it may be; empty unless [`Certainty::Uncertain`].
    pub candidates: Vec<EntityId>,
    /// The alias that matched; for a role joined from a title and a mention, that mention's alias.
    pub alias: AliasId,
    /// The office through which a role was read.
    pub office: Option<EntityId>,
    /// What decided.
    pub reason: Reason,
}
