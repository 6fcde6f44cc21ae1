//! Fuzzy pickers: entities, articles, everything.

use tui_input::Input;

use super::rows::Rows;
use crate::config::Action;
use crate::corpus::DocId;

/// What a picker offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// Entities that are mentioned.
    Entities,
    /// Articles, of those that the filter leaves.
    Articles,
    /// Both, and actions.
    Everything,
}

/// What a row of a picker is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Picked {
    /// An entity, by its id.
    Entity(String),
    /// An article.
    Article(DocId),
    /// An action.
    Action(Action),
}

/// A row that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub picked: Picked,
    /// What is shown.
    pub label: String,
    /// What is shown beside it: a count, a date, a key.
    pub detail: String,
}

/// A picker.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it offers.
    pub kind: PickerKind,
    /// What is typed.
    pub input: Input,
    /// The selected row of [`Self::shown`].
    pub rows: Rows,
    candidates: Vec<Candidate>,
    folded: Vec<String>,
    shown: Vec<usize>,
}

impl Picker {
    /// Returns the rows that match what is typed, the best first.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Candidate> {
        self.shown.iter().map(|&index| &self.candidates[index])
    }

    /// Returns how many rows there are in all.
    pub fn n_candidates(&self) -> usize {
        self.candidates.len()
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&Candidate> {
        self.shown.get(self.rows.selected).map(|&index| &self.candidates[index])
    }
}
