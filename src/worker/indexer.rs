//! Reads and matches the corpus, and matches it anew when the gazetteer changes.

use std::sync::Arc;

use crossbeam_channel::{Receiver, Sender};

use super::watch::Watch;
use super::{Change, Current, Setup};
use crate::app::{Message, ProblemSource, Progress};
use crate::config::gazetteer_files::open_gazetteer;
use crate::diagnostic::{Diagnostic, Severity};
use crate::index::{Collection, read_source};
use crate::matcher::Matcher;

/// How many files are read before the first counts are shown; each further batch is larger, so that the snapshots in between cost
/// little beside the reading.
const FIRST_BATCH: usize = 32;

/// The largest batch: it bounds how long the counts stand still.
const LARGEST_BATCH: usize = 4096;

/// The app's inbox is closed: it has ended.
struct Gone;

/// Indexes the corpus, then waits for changes, until the app's inbox is gone.
pub(super) fn run(
    setup: Setup,
    current: &Current,
    inbox: &Sender<Message>,
    report: Sender<Change>,
    changed: &Receiver<Change>,
) {
    let mut indexer = Indexer {
        setup,
        current,
        inbox,
        collection: Collection::default(),
        matcher: Arc::new(Matcher::new(Arc::default())),
        generation: 0,
    };
    // Whoever drops the inbox wants no more of this thread.
    let _: Result<(), Gone> = indexer.work(report, changed);
}

struct Indexer<'a> {
    setup: Setup,
    current: &'a Current,
    inbox: &'a Sender<Message>,
    collection: Collection,
    matcher: Arc<Matcher>,
    generation: u64,
}

impl Indexer<'_> {
    fn work(&mut self, report: Sender<Change>, changed: &Receiver<Change>) -> Result<(), Gone> {
        self.show_first()?;
        let (gazetteer, complaints) = open_gazetteer(&self.setup.gazetteer);
        self.matcher = Arc::new(Matcher::new(Arc::new(gazetteer)));
        self.send(Message::Problems(ProblemSource::Gazetteer, complaints))?;
        // Watching begins before reading ends: a gazetteer edited meanwhile is not missed.
        let mut watch = Watch::new(&self.setup, report);
        self.report_watch(&watch)?;
        self.read_all()?;
        for change in changed {
            // One save is several events.
            let mut pending = vec![change];
            pending.extend(changed.try_iter());
            if pending.contains(&Change::Gazetteer) {
                self.reopen_gazetteer()?;
            }
            if pending.contains(&Change::Settings) {
                for message in (self.setup.load_settings)() {
                    self.send(message)?;
                }
            }
            watch.renew(&self.setup);
        }
        Ok(())
    }

    fn send(&self, message: Message) -> Result<(), Gone> {
        self.inbox.send(message).map_err(|_| Gone)
    }

    fn report_watch(&self, watch: &Watch) -> Result<(), Gone> {
        match watch.failure() {
            Some(failure) => self.send(Message::Failed(Diagnostic::warning(format!(
                "files are not watched for changes: {failure}"
            )))),
            None => Ok(()),
        }
    }

    /// Shows the first article before anything is matched.
    fn show_first(&self) -> Result<(), Gone> {
        for source in &self.setup.sources {
            // Standard input can be read only once.
            let Some(first) = Some(source).filter(|source| source.path != "-") else {
                return Ok(());
            };
            let (documents, _) = read_source(first, self.setup.today);
            let wanted = documents
                .into_iter()
                .find(|document| (self.setup.wants)(document));
            if let Some(document) = wanted {
                return self.send(Message::FirstDocument(Arc::new(document)));
            }
        }
        Ok(())
    }

    fn read_all(&mut self) -> Result<(), Gone> {
        let problems = std::mem::take(&mut self.setup.problems);
        self.collection = Collection::new(self.setup.name.clone(), problems);
        let sources = std::mem::take(&mut self.setup.sources);
        // The article on the screen first: its words light up before the languages of the others are read.
        let (total, mut read, mut batch) = (sources.len(), 0, 1);
        while read < total {
            let end = (read + batch).min(total);
            let part = sources.get(read..end).unwrap_or_default();
            self.collection.add(part, &self.matcher, self.setup.today);
            self.collection.retain(&self.setup.wants);
            (read, batch) = (end, (batch * 2).clamp(FIRST_BATCH, LARGEST_BATCH));
            self.send(Message::Progress(Progress { read, total }))?;
            self.publish()?;
        }
        if total == 0 {
            self.publish()?;
        }
        Ok(())
    }

    fn publish(&mut self) -> Result<(), Gone> {
        let snapshot = Arc::new(self.collection.snapshot(&self.matcher, self.generation));
        self.current
            .set(Arc::clone(&snapshot), Arc::clone(&self.matcher));
        self.send(Message::SnapshotReady(snapshot))
    }

    /// Matches everything with the gazetteer as it now is; one in error leaves the last good one in force.
    fn reopen_gazetteer(&mut self) -> Result<(), Gone> {
        let (gazetteer, complaints) = open_gazetteer(&self.setup.gazetteer);
        let is_broken = complaints
            .iter()
            .any(|complaint| complaint.severity == Severity::Error);
        self.send(Message::Problems(ProblemSource::Gazetteer, complaints))?;
        if is_broken {
            return Ok(());
        }
        self.matcher = Arc::new(Matcher::new(Arc::new(gazetteer)));
        self.collection.rematch(&self.matcher);
        self.generation += 1;
        self.publish()
    }
}
