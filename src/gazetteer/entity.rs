//! The things a gazetteer is made of, as plain data.

use std::path::PathBuf;

use crate::corpus::Date;
use crate::text::Language;

/// Names an entity within one [`super::Gazetteer`]; a reload gives new ids, so what outlives it keeps [`Entity::id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityId(pub u32);

impl EntityId {
    /// Returns the position in [`super::Gazetteer::entities`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Returns the id of the entity at a position of [`super::Gazetteer::entities`].
    ///
    /// # Panics
    /// When there are more than four billion entities.
    pub fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than 2^32 entities"))
    }
}

/// Names an alias: the `index`-th of [`Entity::aliases`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AliasId {
    /// Whose alias it is.
    pub entity: EntityId,
    /// Position in the entity's list.
    pub index: u32,
}

/// Names a kind: a position in [`super::Gazetteer::kinds`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(pub u16);

/// `leader`, `state`, `organisation`, `office`, `other`, or one of the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// As in `[kind.id]`.
    pub id: String,
    /// How a list of them is headed: `States`.
    pub label: String,
    /// A colour name or `#rrggbb`, for the theme to understand.
    pub color: Option<String>,
    /// One character shown beside entities of the kind.
    pub glyph: Option<String>,
    /// Whether mentions of it compete for the text but are not shown.
    pub hidden: bool,
}

/// Which list of an entry a form stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AliasClass {
    /// `names`
    Name,
    /// `acronyms`
    Acronym,
    /// `short`
    Short,
    /// `adjectives`
    Adjective,
    /// `capital`
    Capital,
    /// `metonyms`
    Metonym,
    /// `titles` of an office or body, written out whole (without a slot).
    Role,
    /// `not`
    Mask,
}

impl AliasClass {
    /// All classes, in the order in which an entry lists them.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Acronym,
        Self::Short,
        Self::Adjective,
        Self::Capital,
        Self::Metonym,
        Self::Role,
        Self::Mask,
    ];

    /// Returns the key of the list in a gazetteer file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "names",
            Self::Acronym => "acronyms",
            Self::Short => "short",
            Self::Adjective => "adjectives",
            Self::Capital => "capital",
            Self::Metonym => "metonyms",
            Self::Role => "titles",
            Self::Mask => "not",
        }
    }
}

/// How the letters of a form bind the letters of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum CaseRule {
    /// A capital in the form is a capital in the text, a small letter may be either.
    #[default]
    Capitals,
    /// As written.
    Exact,
    /// Any.
    Any,
}

/// The place in a gazetteer file that something was written at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Origin {
    /// Position in [`super::Gazetteer::files`].
    pub file: u32,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// Which layer a file belongs to; a later one is laid over an earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Shipped with the program.
    Bundled,
    /// In the reader's configuration folder.
    User,
    /// `.ibid/gazetteer.toml` beside the corpus.
    Project,
    /// `--gazetteer FILE`.
    Given,
}

/// A gazetteer file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Where it is; for a bundled file a name such as `bundled:states-europe.toml`.
    pub path: PathBuf,
    /// Its layer.
    pub layer: Layer,
}

/// One form, braces expanded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The form as it is matched, not folded.
    pub form: String,
    /// The list it stands in.
    pub class: AliasClass,
    /// The language of documents that it is valid in; `None` is every language.
    pub language: Option<Language>,
    /// How its letters bind the text's.
    pub case: CaseRule,
    /// Refused beside a capitalised word that is no title (`solo`).
    pub solo: bool,
    /// Known to belong to another entity too (`shared`).
    pub shared: bool,
    /// Where it was written.
    pub origin: Origin,
}

/// What a slot of a title pattern takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlotClass {
    /// `<adj>`: an adjective of the body.
    Adjective,
    /// `<name>`: a name, acronym or short form of the body.
    Name,
}

impl SlotClass {
    /// Returns the slot as it is written in a title.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Adjective => "<adj>",
            Self::Name => "<name>",
        }
    }
}

/// One title joined to a mention of a body: `before` + mention + `after`, as in `president of <name>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitlePattern {
    /// The language of documents that it is valid in; `None` is every language.
    pub language: Option<Language>,
    /// What stands before the slot, with its spaces: `president of `.
    pub before: String,
    /// What the slot takes.
    pub slot: SlotClass,
    /// What stands after the slot, with its spaces.
    pub after: String,
    /// Where it was written.
    pub origin: Origin,
}

/// Somebody who held an office from a day on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub who: EntityId,
    /// The first day.
    pub from: Date,
    /// The last day, only where a vacancy followed; else the day before the next holder's `from`.
    pub to: Option<Date>,
    /// Acting or interim.
    pub acting: bool,
    /// Where it was written.
    pub origin: Origin,
}

/// What joins an entity to a state or body by titles: an office, which has holders, or a body of it such as its government.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The state or body.
    pub of: EntityId,
    /// The names of its `[titles.T]`, whose patterns are [`super::Gazetteer::titles`].
    pub titles: Vec<String>,
    /// Its own titles that have a slot; see [`super::Gazetteer::patterns`] for all.
    pub own_patterns: Vec<TitlePattern>,
    /// In order of `from`.
    pub holders: Vec<Holder>,
}

impl Office {
    /// Returns who held the office on a day.
    ///
    /// The day of a change belongs to the newcomer.
    pub fn holder_on(&self, day: Date) -> Option<&Holder> {
        let holder = self
            .holders
            .iter()
            .rev()
            .find(|holder| holder.from <= day)?;
        holder.to.is_none_or(|to| day <= to).then_some(holder)
    }
}

/// Who or what is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// As in `[kind.id]`.
    pub id: String,
    /// Its kind.
    pub kind: KindId,
    /// Its canonical name.
    pub name: String,
    /// Its Wikidata id.
    pub qid: Option<String>,
    /// Its ISO 3166 code.
    pub code: Option<String>,
    /// Free text.
    pub note: Option<String>,
    /// Where its facts come from.
    pub source: Option<String>,
    /// Its forms, masks included, in the order of the files.
    pub aliases: Vec<Alias>,
    /// Set for offices, and for bodies named through a state: "the British government".
    pub office: Option<Office>,
    /// Where its first table header stands.
    pub origin: Origin,
}
