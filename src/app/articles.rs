//! The articles pane and the filter on it.

use std::collections::BTreeSet;

use super::library::Library;
use super::rows::Rows;
use super::search::Pattern;
use crate::corpus::DocId;
use crate::gazetteer::EntityId;
use crate::index::{DocIdx, Snapshot};
use crate::text::fold::fold;

/// What the articles are filtered by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// Articles that mention an entity, by its id.
    Entity(String),
    /// Articles that contain a text, once they are found.
    Text {
        /// The text or regular expression.
        query: String,
        /// The articles; `None` while they are looked for.
        found: Option<BTreeSet<DocId>>,
    },
}

/// The articles pane. Its selected row is the article being read, unless the pane has the keys.
#[derive(Debug, Clone, Default)]
pub struct ArticlesPane {
    /// The selected row and the first one shown.
    pub rows: Rows,
    /// The filter in force.
    pub filter: Option<Filter>,
    kept: Option<Vec<DocIdx>>,
}

impl ArticlesPane {
    /// Returns how many articles the filter leaves.
    pub fn len(&self, library: &Library) -> usize {
        self.kept
            .as_ref()
            .map_or(library.snapshot.n_documents(), Vec::len)
    }

    /// Returns whether the filter leaves none.
    pub fn is_empty(&self, library: &Library) -> bool {
        self.len(library) == 0
    }

    /// Returns the article in a row.
    pub fn get(&self, library: &Library, row: usize) -> Option<DocIdx> {
        match &self.kept {
            Some(kept) => kept.get(row).copied(),
            None if row < library.snapshot.n_documents() => u32::try_from(row).ok().map(DocIdx),
            None => None,
        }
    }

    /// Returns the row of an article, or the row that it would stand before if the filter left it.
    pub(super) fn row_of(&self, doc: DocIdx) -> Result<usize, usize> {
        match &self.kept {
            Some(kept) => kept.binary_search(&doc),
            None => Ok(doc.index()),
        }
    }

    /// Works out which articles the filter leaves, after it or the snapshot changed.
    pub(super) fn refresh(&mut self, library: &Library) {
        let snapshot = &library.snapshot;
        self.kept = match &self.filter {
            None | Some(Filter::Text { found: None, .. }) => None,
            Some(Filter::Entity(id)) => {
                let counts = library
                    .entity(id)
                    .map(|entity| snapshot.document_counts(entity));
                Some(
                    counts
                        .unwrap_or_default()
                        .into_iter()
                        .map(|(doc, _)| doc)
                        .collect(),
                )
            }
            Some(Filter::Text {
                found: Some(found), ..
            }) => {
                let mut kept: Vec<DocIdx> = found
                    .iter()
                    .filter_map(|&doc| snapshot.doc_idx(doc))
                    .collect();
                kept.sort_unstable();
                Some(kept)
            }
        };
    }
}

/// Returns the articles whose title, path or text contains what a pattern describes, in reading order.
///
/// Reads every text, so it is the worker's to call.
pub fn containing(snapshot: &Snapshot, query: &str) -> Vec<DocId> {
    let pattern = Pattern::new(query);
    snapshot
        .documents()
        .filter(|(_, document)| {
            [&document.title, &document.path, &*document.text]
                .into_iter()
                .any(|text: &str| pattern.is_in(text))
        })
        .map(|(_, document)| document.id)
        .collect()
}

/// Returns the entity that a reader means by a text: its id, `kind:id`, its name or one of its forms, however they are capitalised.
///
/// Of several, the one most often mentioned.
pub(super) fn entity_meant(library: &Library, written: &str) -> Option<EntityId> {
    let gazetteer = &library.snapshot.gazetteer;
    let written = written.trim();
    let id = written.rsplit_once(':').map_or(written, |(_, id)| id);
    if let Some(entity) = gazetteer.by_id(id) {
        return Some(entity);
    }
    let folded = fold(written);
    if folded.is_empty() {
        return None;
    }
    library.entities.iter().copied().find(|&id| {
        let entity = gazetteer.entity(id);
        let forms = entity.aliases.iter().map(|alias| alias.form.as_str());
        forms
            .chain([entity.name.as_str()])
            .any(|form| fold(form) == folded)
    })
}
