//! The snapshot: documents in reading order, their mentions, and postings by entity.

use std::collections::HashMap;
use std::sync::Arc;

use crate::corpus::{Corpus, DocId, Document};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::{EntityId, Gazetteer};
use crate::matcher::{Form, Mention};

/// A document's position in reading order within one snapshot; it moves when documents arrive, so what outlives a snapshot keeps [`DocId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocIdx(pub u32);

impl DocIdx {
    /// Returns the position in [`Corpus::documents`].
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    fn from_index(index: usize) -> Self {
        Self(u32::try_from(index).expect("fewer than 2^32 documents"))
    }
}

/// A place in the corpus that survives resizing, re-wrapping and re-indexing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Location {
    /// Which document.
    pub doc: DocId,
    /// Offset in bytes into its text.
    pub offset: usize,
}

/// One mention in a postings list: the `mention`-th of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Posting {
    /// Which document.
    pub doc: DocIdx,
    /// Position in [`Snapshot::mentions`] of that document.
    pub mention: u32,
}

/// How often each form was used, in the order of [`Form::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FormCounts([u32; Form::ALL.len()]);

impl FormCounts {
    /// Counts one more mention of a form.
    pub fn add(&mut self, form: Form) {
        self.0[form as usize] += 1;
    }

    /// Returns how many mentions have the form.
    pub const fn of(&self, form: Form) -> u32 {
        self.0[form as usize]
    }

    /// Returns how many mentions there are.
    pub fn total(&self) -> u32 {
        self.0.iter().sum()
    }

    /// Returns the forms that occur with their counts, in the order of [`Form::ALL`].
    pub fn iter(&self) -> impl Iterator<Item = (Form, u32)> {
        Form::ALL
            .into_iter()
            .zip(self.0)
            .filter(|&(_, count)| count > 0)
    }
}

/// A document and its mentions in order of their start.
#[derive(Debug, Clone)]
pub struct IndexedDocument {
    /// The document.
    pub document: Arc<Document>,
    /// Its mentions, ordered by start, a longer one before a shorter one of the same start.
    pub mentions: Arc<[Mention]>,
}

/// Everything that is known of a corpus at one moment. Immutable, shared by `Arc`.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The documents in reading order, and the problems met.
    pub corpus: Corpus,
    /// What the mentions were found with.
    pub gazetteer: Arc<Gazetteer>,
    /// Grows with every gazetteer or corpus the program loads; results of an older generation are dropped.
    pub generation: u64,
    mentions: Vec<Arc<[Mention]>>,
    postings: HashMap<EntityId, Vec<Posting>>,
    documents_by_id: HashMap<DocId, DocIdx>,
}

impl Snapshot {
    /// Returns the snapshot of documents given in any order.
    pub fn assemble(
        name: String,
        mut documents: Vec<IndexedDocument>,
        problems: Vec<Diagnostic>,
        gazetteer: Arc<Gazetteer>,
        generation: u64,
    ) -> Self {
        documents.sort_by(|a, b| reading_order(&a.document).cmp(&reading_order(&b.document)));
        let mut postings: HashMap<EntityId, Vec<Posting>> = HashMap::new();
        let mut documents_by_id = HashMap::new();
        for (index, indexed) in documents.iter().enumerate() {
            let doc = DocIdx::from_index(index);
            documents_by_id.insert(indexed.document.id, doc);
            for (mention, number) in indexed.mentions.iter().zip(0..) {
                postings.entry(mention.entity).or_default().push(Posting {
                    doc,
                    mention: number,
                });
            }
        }
        let (documents, mentions) = documents
            .into_iter()
            .map(|indexed| (indexed.document, indexed.mentions))
            .unzip();
        Self {
            corpus: Corpus {
                name,
                documents,
                problems,
            },
            gazetteer,
            generation,
            mentions,
            postings,
            documents_by_id,
        }
    }

    /// Returns how many documents there are.
    pub fn n_documents(&self) -> usize {
        self.corpus.documents.len()
    }

    /// Returns how many mentions there are in all documents.
    pub fn n_mentions(&self) -> usize {
        self.mentions.iter().map(|mentions| mentions.len()).sum()
    }

    /// Returns the documents with their positions, in reading order.
    pub fn documents(&self) -> impl Iterator<Item = (DocIdx, &Arc<Document>)> {
        self.corpus
            .documents
            .iter()
            .enumerate()
            .map(|(index, document)| (DocIdx::from_index(index), document))
    }

    /// Returns a document.
    pub fn document(&self, doc: DocIdx) -> &Arc<Document> {
        &self.corpus.documents[doc.index()]
    }

    /// Returns where in reading order a document stands.
    pub fn doc_idx(&self, id: DocId) -> Option<DocIdx> {
        self.documents_by_id.get(&id).copied()
    }

    /// Returns the mentions of a document, ordered by start.
    pub fn mentions(&self, doc: DocIdx) -> &[Mention] {
        &self.mentions[doc.index()]
    }

    /// Returns the mention that a posting names.
    pub fn mention(&self, posting: Posting) -> &Mention {
        &self.mentions[posting.doc.index()][posting.mention as usize]
    }

    /// Returns the mentions of an entity, in reading order.
    pub fn postings(&self, entity: EntityId) -> &[Posting] {
        self.postings.get(&entity).map_or(&[], Vec::as_slice)
    }

    /// Returns the entities that are mentioned, the most frequent first, then by name.
    pub fn entities(&self) -> Vec<EntityId> {
        let mut entities: Vec<EntityId> = self.postings.keys().copied().collect();
        entities.sort_by(|&a, &b| {
            let key = |id: EntityId| {
                (
                    std::cmp::Reverse(self.postings(id).len()),
                    &self.gazetteer.entity(id).name,
                    id,
                )
            };
            key(a).cmp(&key(b))
        });
        entities
    }

    /// Returns the entities of one document with their counts, the most frequent first, then by first mention.
    pub fn entities_of(&self, doc: DocIdx) -> Vec<(EntityId, u32)> {
        let mut order: Vec<EntityId> = Vec::new();
        let mut counts: HashMap<EntityId, u32> = HashMap::new();
        for mention in self.mentions(doc) {
            let count = counts.entry(mention.entity).or_insert_with(|| {
                order.push(mention.entity);
                0
            });
            *count += 1;
        }
        let mut entities: Vec<(EntityId, u32)> =
            order.into_iter().map(|id| (id, counts[&id])).collect();
        entities.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        entities
    }

    /// Returns how often an entity is mentioned in each form.
    pub fn form_counts(&self, entity: EntityId) -> FormCounts {
        let mut counts = FormCounts::default();
        for &posting in self.postings(entity) {
            counts.add(self.mention(posting).form);
        }
        counts
    }

    /// Returns how often an entity is mentioned in each document that has it, in reading order.
    pub fn document_counts(&self, entity: EntityId) -> Vec<(DocIdx, u32)> {
        let mut counts: Vec<(DocIdx, u32)> = Vec::new();
        for posting in self.postings(entity) {
            match counts.last_mut() {
                Some((doc, count)) if *doc == posting.doc => *count += 1,
                _ => counts.push((posting.doc, 1)),
            }
        }
        counts
    }

    /// Returns the entities most often mentioned in the same documents as `entity`, with the number of those documents, the most first.
    pub fn neighbours(&self, entity: EntityId, at_most: usize) -> Vec<(EntityId, u32)> {
        let mut counts: HashMap<EntityId, u32> = HashMap::new();
        for (doc, _) in self.document_counts(entity) {
            for (other, _) in self.entities_of(doc) {
                *counts.entry(other).or_default() += 1;
            }
        }
        counts.remove(&entity);
        let mut neighbours: Vec<(EntityId, u32)> = counts.into_iter().collect();
        neighbours.sort_by_key(|&(id, count)| {
            (
                std::cmp::Reverse(count),
                std::cmp::Reverse(self.postings(id).len()),
                id,
            )
        });
        neighbours.truncate(at_most);
        neighbours
    }
}

/// Dated documents by date, then all others; then by path.
fn reading_order(document: &Document) -> (bool, Option<crate::corpus::Date>, &str) {
    // A modification time says nothing of the story's order: a fresh copy of a folder has one for all files.
    let date = document.trusted_date();
    (date.is_none(), date, &document.path)
}
