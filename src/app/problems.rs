//! The problems: what could not be read, and what is wrong with the gazetteer and the settings.

use std::collections::BTreeMap;

use super::message::ProblemSource;
use super::rows::Rows;
use super::{App, Notice, Popup};
use crate::corpus::Corpus;
use crate::diagnostic::{Diagnostic, Severity};

/// All complaints that stand.
#[derive(Debug, Clone, Default)]
pub struct Problems {
    by_source: BTreeMap<ProblemSource, Vec<Diagnostic>>,
}

/// The list in a popup.
#[derive(Debug, Clone, Default)]
pub struct ProblemsList {
    /// The selected complaint.
    pub rows: Rows,
}

impl Problems {
    /// Takes the complaints of one source in place of those before.
    pub(super) fn replace(&mut self, source: ProblemSource, complaints: Vec<Diagnostic>) {
        self.by_source.insert(source, complaints);
    }

    /// Adds a complaint of the world.
    pub(super) fn add(&mut self, complaint: Diagnostic) {
        let complaints = self.by_source.entry(ProblemSource::World).or_default();
        if !complaints.contains(&complaint) {
            complaints.push(complaint);
        }
    }

    /// Returns all complaints: gazetteer, settings and world first, then the corpus's.
    pub fn all<'a>(&'a self, corpus: &'a Corpus) -> impl Iterator<Item = &'a Diagnostic> {
        self.by_source.values().flatten().chain(&corpus.problems)
    }

    /// Returns how many complaints there are.
    pub fn len(&self, corpus: &Corpus) -> usize {
        self.by_source.values().map(Vec::len).sum::<usize>() + corpus.problems.len()
    }

    /// Returns the error that keeps the gazetteer or the settings from being reloaded, for the status line.
    pub fn standing(&self) -> Option<&Diagnostic> {
        [ProblemSource::Gazetteer, ProblemSource::Settings]
            .iter()
            .filter_map(|source| self.by_source.get(source))
            .flatten()
            .find(|complaint| complaint.severity == Severity::Error)
    }
}

impl App {
    /// Takes the complaints of one source in place of those it had before.
    pub(super) fn take_problems(&mut self, source: ProblemSource, complaints: Vec<Diagnostic>) {
        let is_error = |complaint: &Diagnostic| complaint.severity == Severity::Error;
        if complaints.iter().any(is_error) {
            // What was said before would hide the fault until the next key.
            self.notice = None;
        }
        self.problems.replace(source, complaints);
    }

    /// Opens the list of complaints.
    pub(super) fn open_problems(&mut self) {
        if self.problems.len(&self.library.snapshot.corpus) == 0 {
            self.notice = Some(Notice::done("no problems: every file was read"));
            return;
        }
        if !matches!(self.popups.last(), Some(Popup::Problems(_))) {
            self.popups.push(Popup::Problems(ProblemsList::default()));
        }
    }
}
