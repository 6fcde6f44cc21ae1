//! What most verbs begin with: the gazetteer and the corpus, complaints told on the way.

use std::path::PathBuf;

use super::arguments::Selection;
use super::complaint::complain;
use crate::config::gazetteer_files::{GazetteerSources, load_gazetteer};
use crate::config::{Config, Folders};
use crate::corpus::discover::{Discovery, discover};
use crate::corpus::{Date, Document, sample_sources};
use crate::diagnostic::{Diagnostic, Severity};
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

/// Reads and matches what arguments mean, and complains on standard error of what cannot be used.
pub(super) fn load(paths: &[PathBuf], selection: &Selection, world: &World) -> Loaded {
    let (gazetteer, complaints) =
        load_gazetteer(&gazetteer_sources(paths, &selection.gazetteer, world));
    let mut has_error = complain_of_all(&complaints);
    let discovery = world.discover(paths);
    let matcher = Matcher::new(gazetteer.into());
    let mut collection = Collection::new(discovery.name, discovery.problems);
    collection.add(&discovery.sources, &matcher, world.today);
    collection.retain(|document| selection.wants(document));
    let snapshot = collection.snapshot(&matcher, 0);
    has_error |= complain_of_all(&snapshot.corpus.problems);
    Loaded {
        snapshot,
        has_error,
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
