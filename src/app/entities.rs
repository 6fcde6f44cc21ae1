//! The entities pane: who is in this article, or in all of them.

use super::library::Library;
use super::rows::Rows;
use crate::gazetteer::EntityId;
use crate::index::DocIdx;

/// Whose entities the pane lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scope {
    /// This article's.
    #[default]
    Article,
    /// All articles'.
    Corpus,
}

/// A row of the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityRow {
    /// Who.
    pub entity: EntityId,
    /// How often it is mentioned in the scope.
    pub count: u32,
}

/// The entities pane.
#[derive(Debug, Clone, Default)]
pub struct EntitiesPane {
    /// The selected row and the first one shown.
    pub rows: Rows,
    /// Whose entities are listed.
    pub scope: Scope,
    listed: Vec<EntityRow>,
    of: Option<(u64, Option<DocIdx>, Scope)>,
}

impl EntitiesPane {
    /// Returns the rows, the most frequent first.
    pub fn listed(&self) -> &[EntityRow] {
        &self.listed
    }

    /// Changes between this article's entities and all articles'.
    pub(super) fn cycle_scope(&mut self) {
        self.scope = match self.scope {
            Scope::Article => Scope::Corpus,
            Scope::Corpus => Scope::Article,
        };
        self.rows = Rows::default();
    }

    /// Lists anew if the article, the scope or the snapshot changed.
    pub(super) fn refresh(&mut self, library: &Library, doc: Option<DocIdx>) {
        let snapshot = &library.snapshot;
        let of = Some((library.n_taken, doc, self.scope));
        if self.of == of {
            return;
        }
        if self.of.is_some_and(|(_, before, _)| before != doc) && self.scope == Scope::Article {
            self.rows = Rows::default();
        }
        self.of = of;
        self.listed = match (self.scope, doc) {
            (Scope::Corpus, _) => library
                .entities
                .iter()
                .map(|&entity| EntityRow {
                    entity,
                    count: u32::try_from(snapshot.postings(entity).len()).unwrap_or(u32::MAX),
                })
                .collect(),
            (Scope::Article, Some(doc)) => snapshot
                .entities_of(doc)
                .into_iter()
                .filter(|&(entity, _)| library.is_shown(entity))
                .map(|(entity, count)| EntityRow { entity, count })
                .collect(),
            (Scope::Article, None) => Vec::new(),
        };
    }
}
