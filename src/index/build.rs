//! Builds snapshots: sources read and matched in parallel, documents matched again when the gazetteer changes.

use std::sync::Arc;

use rayon::prelude::*;

use super::snapshot::{IndexedDocument, Snapshot};
use crate::corpus::{Date, DocIds, Document, SourceRef, discover::read_bytes, read};
use crate::diagnostic::Diagnostic;
use crate::matcher::{Context, Matcher, Mention};

/// The documents read so far, with their mentions, on the way to a snapshot.
#[derive(Debug, Clone, Default)]
pub struct Collection {
    name: String,
    documents: Vec<IndexedDocument>,
    problems: Vec<Diagnostic>,
    ids: DocIds,
}

impl Collection {
    /// Returns a collection without documents; `problems` are those met while its sources were looked for.
    pub fn new(name: String, problems: Vec<Diagnostic>) -> Self {
        Self {
            name,
            problems,
            ..Self::default()
        }
    }

    /// Reads and matches sources, on all cores.
    ///
    /// Calls have to come in the order of the sources' paths, for ids to be the same every time. `today` is the last day that a date in
    /// a document may plausibly have.
    pub fn add(&mut self, sources: &[SourceRef], matcher: &Matcher, today: Date) {
        let read: Vec<_> = sources
            .par_iter()
            .map(|source| read_source(source, today))
            .collect();
        // The languages of all of them are read at once, not one after another as their documents come.
        let languages = read
            .iter()
            .flat_map(|(documents, _)| documents)
            .filter_map(|document| document.language);
        matcher.prepare(languages);
        let results: Vec<_> = read
            .into_par_iter()
            .map(|(documents, problems)| {
                let mentions: Vec<Arc<[Mention]>> = documents
                    .iter()
                    .map(|document| mentions(document, matcher))
                    .collect();
                (documents, mentions, problems)
            })
            .collect();
        for (documents, mentions, problems) in results {
            self.problems.extend(problems);
            for (mut document, mentions) in documents.into_iter().zip(mentions) {
                document.id = self.ids.claim(document.id);
                self.documents.push(IndexedDocument {
                    document: Arc::new(document),
                    mentions,
                });
            }
        }
    }

    /// Matches all documents anew with another gazetteer, on all cores.
    pub fn rematch(&mut self, matcher: &Matcher) {
        self.documents
            .par_iter_mut()
            .for_each(|indexed| indexed.mentions = mentions(&indexed.document, matcher));
    }

    /// Keeps only the documents that `wanted` answers true for.
    pub fn retain(&mut self, wanted: impl Fn(&Document) -> bool) {
        self.documents.retain(|indexed| wanted(&indexed.document));
    }

    /// Returns how many documents there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Returns whether there is no document.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }

    /// Returns the snapshot of what was read so far; `matcher` is the one that its mentions were found with.
    pub fn snapshot(&self, matcher: &Matcher, generation: u64) -> Snapshot {
        Snapshot::assemble(
            self.name.clone(),
            self.documents.clone(),
            self.problems.clone(),
            matcher.gazetteer(),
            generation,
        )
    }
}

/// Reads the documents of one source, and says what could not be read.
pub fn read_source(source: &SourceRef, today: Date) -> (Vec<Document>, Vec<Diagnostic>) {
    match read_bytes(source) {
        Ok(read_bytes) => read(source, read_bytes.bytes, read_bytes.modified, today),
        Err(problem) => (Vec::new(), vec![*problem]),
    }
}

/// Returns what is known of a document that its mentions depend on.
pub fn match_context(document: &Document) -> Context {
    Context {
        language: document.language,
        date: document.trusted_date(),
    }
}

fn mentions(document: &Document, matcher: &Matcher) -> Arc<[Mention]> {
    matcher
        .mentions(&document.text, match_context(document))
        .into()
}
