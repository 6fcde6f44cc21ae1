//! What most verbs begin with: the gazetteer and the corpus, complaints told on the way.

use std::path::PathBuf;

use super::arguments::Selection;
use super::complaint::complain;
use super::find;
use crate::config::gazetteer_files::{GazetteerSources, open_gazetteer};
use crate::config::{Config, Folders};
use crate::corpus::discover::{Discovery, discover};
use crate::corpus::{Date, Document, sample_sources};
use crate::diagnostic::{Diagnostic, Severity};
use crate::gazetteer::{EntityId, Wanted};
use crate::index::{Collection, Snapshot, read_source};
use crate::matcher::Matcher;

/// What a verb needs to know of the world.
#[derive(Debug, Clone)]
pub struct World {
    /// The reader's folders.
    pub folders: Folders,
    /// The settings in force.
    pub config: Config,
    /// The command line of the reader's editor.
    pub editor: String,
    /// The day it is.
    pub today: Date,
}

impl World {
    /// Returns the sources that arguments mean: without any, the corpus of the settings, else the bundled sample.
    pub fn discover(&self, paths: &[PathBuf]) -> Discovery {
        if !paths.is_empty() {
            return discover(paths);
        }
        if let Some(corpus) = &self.config.settings.corpus {
            return discover(std::slice::from_ref(corpus));
        }
        Discovery {
            name: "sample".to_owned(),
            sources: sample_sources(),
            problems: Vec::new(),
        }
    }
}

/// Returns which gazetteer files are read for a corpus.
pub fn gazetteer_sources(paths: &[PathBuf], given: &[PathBuf], world: &World) -> GazetteerSources {
    GazetteerSources {
        config: world.folders.config.clone(),
        corpus: if paths.is_empty() {
            world.config.settings.corpus.iter().cloned().collect()
        } else {
            paths.to_vec()
        },
        settings: world.config.settings.gazetteer_files.clone(),
        given: given.to_vec(),
    }
}

/// A corpus, read and matched.
pub(super) struct Loaded {
    pub(super) snapshot: Snapshot,
    /// Whether anything was complained of as an error.
    pub(super) has_error: bool,
}

/// What arguments mean, the gazetteer opened and the corpus not yet read.
pub(super) struct Opened<'a> {
    paths: &'a [PathBuf],
    selection: &'a Selection,
    world: &'a World,
    matcher: Matcher,
    has_error: bool,
}

/// Opens the gazetteer that arguments mean, and complains on standard error of what cannot be used of it.
pub(super) fn open<'a>(
    paths: &'a [PathBuf],
    selection: &'a Selection,
    world: &'a World,
) -> Opened<'a> {
    let (gazetteer, complaints) =
        open_gazetteer(&gazetteer_sources(paths, &selection.gazetteer, world));
    Opened {
        paths,
        selection,
        world,
        matcher: Matcher::new(gazetteer.into()),
        has_error: complain_of_all(&complaints),
    }
}

impl Opened<'_> {
    /// Returns the entity that was typed, or says why there is none.
    pub(super) fn find(&self, written: &str) -> Option<EntityId> {
        // An id needs no language; a form may be in any.
        self.matcher
            .gazetteer()
            .lookup_id(written)
            .or_else(|| find(&self.matcher.gazetteer_with(Wanted::All), written))
    }

    /// Reads and matches the corpus, and complains on standard error of what cannot be used of it.
    pub(super) fn read(&self) -> Loaded {
        let discovery = self.world.discover(self.paths);
        let mut collection = Collection::new(discovery.name, discovery.problems);
        collection.add(&discovery.sources, &self.matcher, self.world.today);
        collection.retain(|document| self.selection.wants(document));
        let snapshot = collection.snapshot(&self.matcher, 0);
        let has_problem = complain_of_all(&snapshot.corpus.problems);
        Loaded {
            snapshot,
            has_error: self.has_error || has_problem,
        }
    }
}

/// Reads the documents that arguments mean, unmatched, and returns them with whether there was an error.
pub(super) fn discovered(paths: &[PathBuf], world: &World) -> (Vec<Document>, bool) {
    let discovery = world.discover(paths);
    let mut has_error = complain_of_all(&discovery.problems);
    let mut documents = Vec::new();
    for source in &discovery.sources {
        let (read, problems) = read_source(source, world.today);
        has_error |= complain_of_all(&problems);
        documents.extend(read);
    }
    (documents, has_error)
}

/// Complains of each, and returns whether one is an error.
pub(super) fn complain_of_all(complaints: &[Diagnostic]) -> bool {
    for complaint in complaints {
        complain(complaint);
    }
    complaints
        .iter()
        .any(|complaint| complaint.severity == Severity::Error)
}
