//! Watches the reader's own files: gazetteer layers and settings.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crossbeam_channel::Sender;
use notify_debouncer_full::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::{Change, Setup};
use crate::config::gazetteer_files::gazetteer_layers;

/// How long a file has to lie still before it is read: an editor saves in several steps.
const STILL: Duration = Duration::from_millis(120);

/// A watch on the folders of the reader's files. Editors save by renaming, so it is the folders that are watched.
pub(super) struct Watch {
    debouncer: Option<Debouncer<RecommendedWatcher, RecommendedCache>>,
    files: Arc<Mutex<Files>>,
    folders: BTreeSet<PathBuf>,
    failure: Option<String>,
}

/// The files that matter; an event on another file of their folders is nothing.
#[derive(Default)]
struct Files {
    gazetteers: BTreeSet<PathBuf>,
    /// Folders in which any gazetteer file may appear.
    folders: BTreeSet<PathBuf>,
    settings: Option<PathBuf>,
}

impl Files {
    fn of(setup: &Setup) -> Self {
        let gazetteers = gazetteer_layers(&setup.gazetteer);
        let mut folders = BTreeSet::new();
        for file in &gazetteers {
            // A folder that is not there yet: `.ibid`.
            folders.extend(file.path.parent().map(absolute));
        }
        folders.extend(
            setup
                .gazetteer
                .config
                .as_ref()
                .map(|folder| absolute(&folder.join("gazetteer.d"))),
        );
        Self {
            gazetteers: gazetteers.iter().map(|file| absolute(&file.path)).collect(),
            folders,
            settings: setup.settings.as_deref().map(absolute),
        }
    }

    fn change(&self, path: &Path) -> Option<Change> {
        let is_in_folder = path
            .extension()
            .is_some_and(|extension| extension == "toml")
            && path
                .parent()
                .is_some_and(|parent| parent.ends_with("gazetteer.d"));
        if self.settings.as_deref() == Some(path) {
            Some(Change::Settings)
        } else if self.gazetteers.contains(path) || self.folders.contains(path) || is_in_folder {
            Some(Change::Gazetteer)
        } else {
            None
        }
    }

    /// Returns the folders to watch: those of the files, or the nearest above that exists.
    fn watched(&self) -> BTreeSet<PathBuf> {
        let files = self
            .gazetteers
            .iter()
            .chain(&self.settings)
            .filter_map(|file| file.parent());
        files
            .chain(self.folders.iter().map(PathBuf::as_path))
            .filter_map(|folder| folder.ancestors().take(3).find(|folder| folder.is_dir()))
            .map(Path::to_owned)
            .collect()
    }
}

/// Returns a path as the watcher reports it: absolute, links in its folders followed.
fn absolute(path: &Path) -> PathBuf {
    let real = |folder: &Path| folder.canonicalize().ok();
    path.ancestors()
        .skip(1)
        .find_map(|folder| {
            let folder = if folder.as_os_str().is_empty() {
                Path::new(".")
            } else {
                folder
            };
            let rest = path.strip_prefix(folder).unwrap_or(path);
            Some(real(folder)?.join(rest))
        })
        .unwrap_or_else(|| path.to_owned())
}

impl Watch {
    /// Begins to watch; changes go to `changes`.
    pub(super) fn new(setup: &Setup, changes: Sender<Change>) -> Self {
        let files = Arc::new(Mutex::new(Files::default()));
        let seen = Arc::clone(&files);
        let handler = move |events: DebounceEventResult| {
            // An error of the watcher may hide a change: look again.
            let found: BTreeSet<Change> = match events {
                Err(_) => BTreeSet::from([Change::Gazetteer, Change::Settings]),
                Ok(events) => {
                    let files = seen.lock().unwrap_or_else(PoisonError::into_inner);
                    let paths = events
                        .iter()
                        .filter(|event| !event.kind.is_access())
                        .flat_map(|event| &event.paths);
                    paths.filter_map(|path| files.change(path)).collect()
                }
            };
            for change in found {
                // The indexer is gone: nobody is interested any more.
                let _: Result<(), _> = changes.send(change);
            }
        };
        let (debouncer, failure) = match new_debouncer(STILL, None, handler) {
            Ok(debouncer) => (Some(debouncer), None),
            Err(error) => (None, Some(error.to_string())),
        };
        let mut watch = Self {
            debouncer,
            files,
            folders: BTreeSet::new(),
            failure,
        };
        watch.renew(setup);
        watch
    }

    /// Watches folders that have come into being since.
    pub(super) fn renew(&mut self, setup: &Setup) {
        let files = Files::of(setup);
        let wanted = files.watched();
        *self.files.lock().unwrap_or_else(PoisonError::into_inner) = files;
        let Some(debouncer) = &mut self.debouncer else {
            return;
        };
        for folder in wanted {
            if !self.folders.contains(&folder) {
                match debouncer.watch(&folder, RecursiveMode::NonRecursive) {
                    Ok(()) => {
                        self.folders.insert(folder);
                    }
                    Err(error) => self.failure = Some(error.to_string()),
                }
            }
        }
    }

    /// Returns why files are not watched, if they are not.
    pub(super) fn failure(&self) -> Option<&str> {
        self.failure.as_deref()
    }
}
