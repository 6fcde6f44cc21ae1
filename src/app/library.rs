//! What is there to read: the snapshot in force and what was derived from it once, so that no key pays for it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::message::Progress;
use crate::corpus::{DocId, Document};
use crate::gazetteer::{EntityId, Gazetteer};
use crate::index::{DocIdx, IndexedDocument, Snapshot};
use crate::matcher::Mention;

/// The snapshot in force and the counts shown of it.
#[derive(Debug, Clone)]
pub struct Library {
    /// The documents, the gazetteer and the mentions.
    pub snapshot: Arc<Snapshot>,
    /// How far reading has come; `None` when all is read.
    pub progress: Option<Progress>,
    /// The articles marked as read.
    pub read: BTreeSet<DocId>,
    /// The entities that are mentioned and shown, the most frequent first.
    pub entities: Vec<EntityId>,
    /// How many mentions of them there are.
    pub n_mentions: usize,
    /// How many snapshots were taken, for what is worked out once for each.
    pub(super) n_taken: u64,
    indexed: bool,
}

impl Default for Library {
    fn default() -> Self {
        let nothing = Snapshot::assemble(
            String::new(),
            Vec::new(),
            Vec::new(),
            Arc::new(Gazetteer::default()),
            0,
        );
        Self {
            snapshot: Arc::new(nothing),
            progress: None,
            read: BTreeSet::new(),
            entities: Vec::new(),
            n_mentions: 0,
            n_taken: 0,
            indexed: false,
        }
    }
}

impl Library {
    /// Takes a document that nothing is known of yet, unless a snapshot came first.
    pub(super) fn take_first(&mut self, document: Arc<Document>) -> bool {
        if self.indexed || self.snapshot.n_documents() > 0 {
            return false;
        }
        self.n_taken += 1;
        let only = IndexedDocument {
            document,
            mentions: Arc::from([]),
        };
        let gazetteer = Arc::clone(&self.snapshot.gazetteer);
        self.snapshot = Arc::new(Snapshot::assemble(
            String::new(),
            vec![only],
            Vec::new(),
            gazetteer,
            0,
        ));
        true
    }

    /// Takes a newer snapshot; returns whether it was taken, for one of an older generation is not.
    pub(super) fn take(&mut self, snapshot: Arc<Snapshot>) -> bool {
        if self.indexed && snapshot.generation < self.snapshot.generation {
            return false;
        }
        self.indexed = true;
        self.n_taken += 1;
        self.snapshot = snapshot;
        let snapshot = &self.snapshot;
        self.entities = snapshot
            .entities()
            .into_iter()
            .filter(|&entity| !snapshot.gazetteer.kind_of(entity).hidden)
            .collect();
        self.n_mentions = self
            .entities
            .iter()
            .map(|&entity| snapshot.postings(entity).len())
            .sum();
        true
    }

    /// Returns whether a snapshot has come, so that "no mentions" means that there are none.
    pub const fn is_indexed(&self) -> bool {
        self.indexed
    }

    /// Returns the mentions of a document, ordered by start; none while it is not in the snapshot.
    pub fn mentions_of(&self, doc: DocId) -> &[Mention] {
        self.snapshot
            .doc_idx(doc)
            .map_or(&[], |doc| self.snapshot.mentions(doc))
    }

    /// Returns whether mentions of an entity are shown at all.
    pub fn is_shown(&self, entity: EntityId) -> bool {
        !self.snapshot.gazetteer.kind_of(entity).hidden
    }

    /// Returns a document of the snapshot and where it stands in reading order.
    pub fn document(&self, id: DocId) -> Option<(DocIdx, &Arc<Document>)> {
        let doc = self.snapshot.doc_idx(id)?;
        Some((doc, self.snapshot.document(doc)))
    }

    /// Returns the entity that an id names in the gazetteer in force.
    pub fn entity(&self, id: &str) -> Option<EntityId> {
        self.snapshot.gazetteer.by_id(id)
    }
}
