//! Fuzzy pickers: entities, articles, everything.

use nucleo_matcher::pattern::{Atom, AtomKind, CaseMatching, Normalization};
use nucleo_matcher::{Config, Matcher};
use std::collections::BTreeSet;

use tui_input::Input;

use super::library::Library;
use super::rows::Rows;
use super::{App, Popup};
use crate::config::{Action, Applies, Mode};
use crate::corpus::{DocId, Document};
use crate::gazetteer::{AliasClass, EntityId};
use crate::index::{DocIdx, KwicLine};
use crate::text::fold::fold;

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

/// A form by which a candidate is found.
#[derive(Debug, Clone)]
struct Handle {
    candidate: usize,
    folded: String,
}

impl AsRef<str> for Handle {
    fn as_ref(&self) -> &str {
        &self.folded
    }
}

/// A picker.
#[derive(Debug, Clone)]
pub struct Picker {
    /// What it offers.
    pub kind: PickerKind,
    /// What is typed.
    pub input: Input,
    /// The selected row of `shown`.
    pub rows: Rows,
    candidates: Vec<Candidate>,
    handles: Vec<Handle>,
    shown: Vec<usize>,
}

/// What the selected row of a picker leads to.
#[derive(Debug, Clone)]
pub enum Preview<'a> {
    /// The first mentions of an entity.
    Entity(EntityId, Vec<KwicLine>),
    /// An article.
    Article(&'a Document),
    /// What an action does.
    Action(Action),
    /// Nothing matches.
    Nothing,
}

/// A title longer than this many bytes is found by its beginning.
const HANDLE_AT_MOST: usize = 300;
/// Characters on either side of a mention in the preview.
const CONTEXT: usize = 40;

impl Picker {
    /// Returns how many rows match what is typed.
    pub fn n_shown(&self) -> usize {
        self.shown.len()
    }

    /// Returns a row of those that match, the best first.
    pub fn row(&self, row: usize) -> Option<&Candidate> {
        self.shown.get(row).map(|&index| &self.candidates[index])
    }

    /// Returns how many rows there are in all.
    pub fn n_candidates(&self) -> usize {
        self.candidates.len()
    }

    /// Returns the selected row.
    pub fn selected(&self) -> Option<&Candidate> {
        self.row(self.rows.selected)
    }

    /// Returns what the selected row leads to; of an entity up to `n` mentions.
    pub fn preview<'a>(&self, library: &'a Library, n: usize) -> Preview<'a> {
        match self.selected().map(|candidate| &candidate.picked) {
            None => Preview::Nothing,
            Some(Picked::Action(action)) => Preview::Action(*action),
            Some(Picked::Article(doc)) => match library.document(*doc) {
                Some((_, document)) => Preview::Article(document),
                None => Preview::Nothing,
            },
            Some(Picked::Entity(id)) => match library.entity(id) {
                Some(entity) => {
                    let first = library.snapshot.postings(entity).iter().take(n);
                    let lines = first.map(|&posting| library.snapshot.kwic_line(posting, CONTEXT));
                    Preview::Entity(entity, lines.collect())
                }
                None => Preview::Nothing,
            },
        }
    }

    fn add(&mut self, candidate: Candidate, forms: &[&str]) {
        let index = self.candidates.len();
        self.candidates.push(candidate);
        let folded: BTreeSet<String> = forms.iter().map(|form| fold(beginning(form))).collect();
        self.handles.extend(folded.into_iter().map(|folded| Handle {
            candidate: index,
            folded,
        }));
    }

    /// Works out which rows match what is typed.
    pub(super) fn choose(&mut self) {
        self.rows = Rows::default();
        let needle = fold(self.input.value().trim());
        if needle.is_empty() {
            self.shown = (0..self.candidates.len()).collect();
            return;
        }
        let atom = Atom::new(
            &needle,
            CaseMatching::Respect,
            Normalization::Never,
            AtomKind::Fuzzy,
            false,
        );
        let mut matcher = Matcher::new(Config::DEFAULT);
        // The best first, and those equally good in order: so is the first handle of a candidate its best.
        let mut found: Vec<&Handle> = atom
            .match_list(&self.handles, &mut matcher)
            .into_iter()
            .map(|(handle, _)| handle)
            .collect();
        if found.is_empty() {
            found = misspelt(&self.handles, &needle);
        }
        let mut seen = vec![false; self.candidates.len()];
        self.shown = found
            .into_iter()
            .map(|handle| handle.candidate)
            .filter(|&candidate| !std::mem::replace(&mut seen[candidate], true))
            .collect();
    }
}

/// Returns the handles with a word that is the needle but for a slip or two, the nearest first.
fn misspelt<'a>(handles: &'a [Handle], needle: &str) -> Vec<&'a Handle> {
    // One slip in four letters, as in a word typed fast.
    let slips = needle.chars().count() / 4;
    let distance = |handle: &Handle| {
        let words = handle.folded.split_whitespace();
        words.map(|word| strsim::osa_distance(word, needle)).min()
    };
    let mut near: Vec<(usize, &Handle)> = handles
        .iter()
        .filter_map(|handle| Some((distance(handle)?, handle)))
        .filter(|&(distance, _)| distance <= slips)
        .collect();
    near.sort_by_key(|&(distance, _)| distance);
    near.into_iter().map(|(_, handle)| handle).collect()
}

/// Returns the handiest key of an action on the page, for the picker stands in front of it.
fn reading_key(app: &App, action: Action) -> String {
    let keys = app.keyboard.map.keys_of(Mode::Reading, action);
    keys.first().map(ToString::to_string).unwrap_or_default()
}

fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(HANDLE_AT_MOST))
        .unwrap_or_default()
}

impl App {
    /// Opens a picker; the row of what is being read or followed is not selected, the best match is.
    pub(super) fn open_picker(&mut self, kind: PickerKind) {
        if matches!(self.popups.last(), Some(Popup::Picker(open)) if open.kind == kind) {
            return;
        }
        let mut picker = self.picker(kind);
        picker.choose();
        self.popups.push(Popup::Picker(Box::new(picker)));
    }

    /// Offers what the snapshot in force has, after it changed.
    pub(super) fn refresh_picker(&self, picker: &mut Picker) {
        let selected = picker.selected().map(|candidate| candidate.picked.clone());
        let input = picker.input.clone();
        *picker = self.picker(picker.kind);
        picker.input = input;
        picker.choose();
        let same = (0..picker.n_shown())
            .find(|&row| picker.row(row).map(|row| &row.picked) == selected.as_ref());
        picker.rows.selected = same.unwrap_or(0);
    }

    fn picker(&self, kind: PickerKind) -> Picker {
        let mut picker = Picker {
            kind,
            input: Input::default(),
            rows: Rows::default(),
            candidates: Vec::new(),
            handles: Vec::new(),
            shown: Vec::new(),
        };
        if kind != PickerKind::Articles {
            for &entity in &self.library.entities {
                self.add_entity(&mut picker, entity);
            }
        }
        if kind != PickerKind::Entities {
            let n = self.panes.articles.len(&self.library);
            for doc in (0..n).filter_map(|row| self.panes.articles.get(&self.library, row)) {
                self.add_article(&mut picker, doc);
            }
        }
        if kind == PickerKind::Everything {
            for &action in Action::ALL
                .iter()
                .filter(|action| action.applies() != Applies::Typing)
            {
                let candidate = Candidate {
                    picked: Picked::Action(action),
                    label: action.name().to_owned(),
                    detail: reading_key(self, action),
                };
                picker.add(candidate, &[action.name()]);
            }
        }
        picker
    }

    fn add_entity(&self, picker: &mut Picker, entity: EntityId) {
        let snapshot = &self.library.snapshot;
        let known = snapshot.gazetteer.entity(entity);
        let mut forms = vec![known.name.as_str(), known.id.as_str()];
        let by_name = |class: AliasClass| {
            matches!(
                class,
                AliasClass::Name | AliasClass::Acronym | AliasClass::Short
            )
        };
        let names = known.aliases.iter().filter(|alias| by_name(alias.class));
        forms.extend(names.map(|alias| alias.form.as_str()));
        let candidate = Candidate {
            picked: Picked::Entity(known.id.clone()),
            label: known.name.clone(),
            detail: snapshot.postings(entity).len().to_string(),
        };
        picker.add(candidate, &forms);
    }

    fn add_article(&self, picker: &mut Picker, doc: DocIdx) {
        let document = self.library.snapshot.document(doc);
        let candidate = Candidate {
            picked: Picked::Article(document.id),
            label: document.title.clone(),
            detail: document
                .dated
                .map(|dated| dated.date.to_string())
                .unwrap_or_default(),
        };
        picker.add(candidate, &[&document.title, &document.path]);
    }
}
