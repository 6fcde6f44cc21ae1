//! Threads that do what the app asks of the world: read and index the corpus, watch files, answer what takes long.
//!
//! Effects come in, messages go out; a thread that meets an error sends it as a message and goes on. Not here: the terminal, and what a
//! message does to the state.

mod answers;
mod indexer;
mod watch;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use crossbeam_channel::{Receiver, Sender, unbounded};

use crate::app::{Effect, Message};
use crate::config::gazetteer_files::GazetteerSources;
use crate::corpus::{Date, Document, SourceRef};
use crate::diagnostic::Diagnostic;
use crate::index::Snapshot;
use crate::matcher::Matcher;

/// What the worker works on.
pub struct Setup {
    /// What the corpus is called.
    pub name: String,
    /// The sources, in order of their paths.
    pub sources: Vec<SourceRef>,
    /// What was wrong when the sources were looked for.
    pub problems: Vec<Diagnostic>,
    /// Which gazetteer files are laid over one another.
    pub gazetteer: GazetteerSources,
    /// The settings file, watched for changes.
    pub settings: Option<PathBuf>,
    /// Reads the settings anew.
    pub load_settings: Box<dyn Fn() -> Vec<Message> + Send>,
    /// Which documents are wanted.
    pub wants: Box<dyn Fn(&Document) -> bool + Send>,
    /// The last day that a date in a document may plausibly have.
    pub today: Date,
}

/// A file of the reader's own that may have changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    Gazetteer,
    Settings,
}

/// A snapshot and what its mentions were found with.
type Matched = (Arc<Snapshot>, Arc<Matcher>);

/// The last snapshot, for the thread that answers.
#[derive(Clone, Default)]
struct Current(Arc<Mutex<Option<Matched>>>);

impl Current {
    fn set(&self, snapshot: Arc<Snapshot>, matcher: Arc<Matcher>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((snapshot, matcher));
    }

    fn get(&self) -> Option<Matched> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// Starts the threads; messages go to `inbox`. Effects sent to the answer are carried out as far as they need no terminal.
///
/// The threads end with the process, or when `inbox` is dropped.
///
/// # Errors
/// When the system gives no thread.
pub fn start(setup: Setup, inbox: Sender<Message>) -> std::io::Result<Sender<Effect>> {
    let (effects, asked): (Sender<Effect>, Receiver<Effect>) = unbounded();
    let (report, changed) = unbounded();
    let current = Current::default();
    let answering = (current.clone(), inbox.clone());
    thread::Builder::new()
        .name("ibid-answers".to_owned())
        .spawn(move || answers::run(&asked, &answering.0, &answering.1))?;
    thread::Builder::new()
        .name("ibid-index".to_owned())
        .spawn(move || indexer::run(setup, &current, &inbox, report, &changed))?;
    Ok(effects)
}
