//! Who is known, and by which forms: entities, their aliases, offices and titles.
//!
//! The format is TOML (see the README); files are laid over one another as layers and every form keeps the place that put it there.
//! Nothing here opens a file (callers hand over the bytes) and nothing here looks at an article.
//!
//! The way in: `parse` reads one file into its parts, `layers` lays the parts of all files over one another, `lint` says what is doubtful.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod bundled;
mod entity;
pub mod exchange;
mod expand;
mod languages;
mod layers;
mod lint;
mod lookup;
mod parse;
mod raw;
mod select;
mod sheet;
mod show;
mod statistics;
mod suggest;

pub use bundled::bundled;
pub use entity::{
    Alias, AliasClass, AliasId, CaseRule, Entity, EntityId, Holder, Kind, KindId, Layer, Office,
    Origin, SlotClass, SourceFile, TitlePattern,
};
pub use expand::{ExpandError, Flaw, MAX_FORMS, expand};
pub use languages::Wanted;
pub use lint::{RULES, lint};
pub use lookup::NotFound;
pub use show::{ShownRow, describe};
pub use statistics::{FormCount, Statistics, statistics};
pub use suggest::nearest;

use std::collections::BTreeMap;

use crate::corpus::Date;

/// Everything the gazetteer files say, all layers laid over one another. Immutable once loaded.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    /// The kinds in the order they were declared; the built-in ones first.
    pub kinds: Vec<Kind>,
    /// The entities; an [`EntityId`] is an index into this list. Offices are entities of the kind `office`.
    pub entities: Vec<Entity>,
    /// Phrases that are never a mention of anything (`not` at the top of a file), as aliases of class [`AliasClass::Mask`].
    pub masks: Vec<Alias>,
    /// The patterns of `[titles.T]` by name, shared by all offices that name the title.
    pub titles: BTreeMap<String, Vec<TitlePattern>>,
    /// The files that were read, bundled ones first.
    pub files: Vec<SourceFile>,
    /// The day up to which holders of offices are known: the latest `asof` of the layers.
    pub asof: Option<Date>,
    ids: BTreeMap<String, EntityId>,
    /// The languages whose bundled forms were read, and the reader's own files for reading more; `None` when all are here.
    pending: Option<languages::Pending>,
}

impl Gazetteer {
    /// Returns the entity with an id.
    pub fn entity(&self, id: EntityId) -> &Entity {
        &self.entities[id.index()]
    }

    /// Returns the kind of an entity.
    pub fn kind_of(&self, id: EntityId) -> &Kind {
        &self.kinds[self.entity(id).kind.0 as usize]
    }

    /// Returns the entity written `[kind.id]` in the files.
    pub fn by_id(&self, id: &str) -> Option<EntityId> {
        self.ids.get(id).copied()
    }

    /// Returns an alias.
    pub fn alias(&self, id: AliasId) -> &Alias {
        &self.entity(id.entity).aliases[id.index as usize]
    }

    /// Returns the patterns of an office's titles, and its own.
    pub fn patterns<'g>(&'g self, office: &'g Office) -> impl Iterator<Item = &'g TitlePattern> {
        office
            .titles
            .iter()
            .filter_map(|title| self.titles.get(title))
            .flatten()
            .chain(&office.own_patterns)
    }

    /// Returns all entities with their ids, in the order of the files.
    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        self.entities
            .iter()
            .enumerate()
            .map(|(index, entity)| (EntityId::from_index(index), entity))
    }
}
