//! What stands in front of the page: a stack, the last one on top and with the keys.

use super::card::{Card, CardRow};
use super::concordance::Concordance;
use super::entry::Entry;
use super::follow::Direction;
use super::help::{Help, HelpRow};
use super::jumps::JumpsList;
use super::library::Library;
use super::picker::{Picked, Picker};
use super::problems::ProblemsList;
use super::prompt::Prompt;
use super::rows::Rows;
use super::why::Why;
use super::{App, Effect, Focus, Motion};
use crate::index::Location;

/// A pane in front of the page.
#[derive(Debug, Clone)]
pub enum Popup {
    /// All about an entity.
    Card(Card),
    /// Every mention of an entity.
    Concordance(Concordance),
    /// Why a word is lit.
    Why(Why),
    /// The gazetteer's entry of an entity.
    Entry(Entry),
    /// A fuzzy picker.
    Picker(Box<Picker>),
    /// The keys.
    Help(Help),
    /// The complaints.
    Problems(ProblemsList),
    /// The places jumped from.
    Jumps(JumpsList),
    /// A line being typed at the bottom of the screen.
    Prompt(Box<Prompt>),
}

impl Popup {
    /// Returns the selected row and the first one shown.
    pub const fn rows(&self) -> Rows {
        match self {
            Self::Card(card) => card.rows,
            Self::Concordance(concordance) => concordance.rows,
            Self::Why(why) => why.rows,
            Self::Entry(entry) => entry.rows,
            Self::Picker(picker) => picker.rows,
            Self::Help(help) => help.rows,
            Self::Problems(list) => list.rows,
            Self::Jumps(list) => list.rows,
            Self::Prompt(prompt) => prompt.rows,
        }
    }

    fn rows_mut(&mut self) -> &mut Rows {
        match self {
            Self::Card(card) => &mut card.rows,
            Self::Concordance(concordance) => &mut concordance.rows,
            Self::Why(why) => &mut why.rows,
            Self::Entry(entry) => &mut entry.rows,
            Self::Picker(picker) => &mut picker.rows,
            Self::Help(help) => &mut help.rows,
            Self::Problems(list) => &mut list.rows,
            Self::Jumps(list) => &mut list.rows,
            Self::Prompt(prompt) => &mut prompt.rows,
        }
    }
}

impl App {
    /// Returns how many rows a popup has.
    pub fn n_rows(&self, popup: &Popup) -> usize {
        match popup {
            Popup::Card(card) => card.lines.len(),
            Popup::Concordance(concordance) => concordance.len(),
            Popup::Why(why) => why.lines.as_ref().map_or(0, Vec::len),
            Popup::Entry(entry) => entry.lines.len(),
            Popup::Picker(picker) => picker.n_shown(),
            Popup::Help(help) => help.lines.len(),
            Popup::Problems(_) => self.problems.len(&self.library.snapshot.corpus),
            Popup::Jumps(_) => self.jumps.places().len(),
            Popup::Prompt(prompt) => prompt.completions.len(),
        }
    }

    /// Moves in the popup in front.
    pub(super) fn go_in_popup(&mut self, motion: Motion) {
        let Some(mut popup) = self.popups.pop() else {
            return;
        };
        let len = self.n_rows(&popup);
        let height = super::layout::rows_of_popup(self, &popup);
        popup.rows_mut().go(motion, len, height);
        if let Popup::Prompt(prompt) = &mut popup {
            // The first key chooses the first row, which is not selected before.
            if !prompt.chosen && motion == Motion::By(1) {
                prompt.rows = Rows::default();
            }
            prompt.chosen = true;
        }
        skip_heading(&mut popup, motion);
        popup.rows_mut().settle(len, height);
        self.popups.push(popup);
    }

    /// Scrolls the popup in front.
    pub(super) fn scroll_popup(&mut self, rows: isize) {
        let Some(mut popup) = self.popups.pop() else {
            return;
        };
        let len = self.n_rows(&popup);
        let height = super::layout::rows_of_popup(self, &popup);
        popup.rows_mut().scroll(rows, len, height);
        self.popups.push(popup);
    }

    /// Keeps every popup's selection inside it and in sight.
    pub(super) fn settle_popups(&mut self) {
        let mut popups = std::mem::take(&mut self.popups);
        for popup in &mut popups {
            let len = self.n_rows(popup);
            let height = super::layout::rows_of_popup(self, popup);
            popup.rows_mut().settle(len, height);
        }
        self.popups = popups;
    }

    /// Works every popup out anew after the snapshot changed from `before`.
    pub(super) fn refresh_popups(&mut self, before: &Library) {
        let mut popups = std::mem::take(&mut self.popups);
        for popup in &mut popups {
            match popup {
                Popup::Card(card) => card.refresh(&self.library),
                Popup::Concordance(concordance) => {
                    let selected = concordance.selected(before);
                    concordance.refresh(&self.library, selected);
                }
                Popup::Entry(entry) => entry.refresh(&self.library),
                Popup::Picker(picker) => self.refresh_picker(picker),
                Popup::Why(_)
                | Popup::Help(_)
                | Popup::Problems(_)
                | Popup::Jumps(_)
                | Popup::Prompt(_) => {}
            }
        }
        self.popups = popups;
    }

    /// Selects a row of the popup in front; returns whether it was selected before.
    pub(super) fn select_in_popup(&mut self, row: usize) -> bool {
        let Some(popup) = self.popups.last() else {
            return false;
        };
        let before = popup.rows().selected;
        if row >= self.n_rows(popup) {
            return false;
        }
        self.go_in_popup(Motion::To(row));
        before == row
    }

    /// Acts on the selected row of what has the keys; on the page, opens the card of the entity at hand.
    pub(super) fn open(&mut self) -> Vec<Effect> {
        if self.popups.is_empty() {
            match self.panes.focus {
                Focus::Page => self.open_card(self.mention_at_hand().map(|(_, entity)| entity)),
                Focus::Articles => self.open_article_row(),
                Focus::Entities => self.follow_row(),
            }
            return Vec::new();
        }
        match self.popups.last().cloned() {
            Some(Popup::Card(card)) => self.open_card_row(&card),
            Some(Popup::Concordance(concordance)) => {
                if let Some(location) = concordance.selected(&self.library) {
                    self.go_to_mention(location, &concordance.id);
                }
            }
            Some(Popup::Entry(entry)) => {
                let row = entry.lines.get(entry.rows.selected).cloned();
                return row.map_or_else(Vec::new, |row| self.edit_row(row));
            }
            Some(Popup::Picker(picker)) => {
                if let Some(picked) = picker.selected().map(|row| row.picked.clone()) {
                    self.popups.pop();
                    return self.pick(picked);
                }
            }
            Some(Popup::Help(help)) => {
                if let Some(HelpRow::Action { action, .. }) = help.lines.get(help.rows.selected) {
                    self.popups.pop();
                    return super::act::act(self, *action, None);
                }
            }
            Some(Popup::Problems(list)) => return self.open_problem(list.rows.selected),
            Some(Popup::Jumps(list)) => {
                let place = JumpsList::place_in(list.rows.selected, &self.jumps);
                let here = self.here();
                if let Some(jump) = place.and_then(|place| self.jumps.go_to(place, here)) {
                    self.popups.clear();
                    self.return_to(jump);
                }
            }
            Some(Popup::Prompt(prompt)) => {
                self.popups.pop();
                return self.finish_prompt(*prompt);
            }
            Some(Popup::Why(_)) => {
                self.popups.pop();
            }
            None => {}
        }
        Vec::new()
    }

    fn open_card_row(&mut self, card: &Card) {
        match card.lines.get(card.rows.selected) {
            Some(
                CardRow::First { location, .. }
                | CardRow::Surface { location, .. }
                | CardRow::Article { location, .. },
            ) => {
                let location: Location = *location;
                self.go_to_mention(location, &card.id);
            }
            Some(CardRow::Neighbour { id, .. } | CardRow::Office { id, .. }) => {
                let entity = self.library.entity(id);
                self.open_card(entity);
            }
            Some(CardRow::Fact { .. }) => self.open_entry(),
            Some(CardRow::Heading(_)) | None => {}
        }
    }

    fn open_problem(&mut self, row: usize) -> Vec<Effect> {
        let corpus = &self.library.snapshot.corpus;
        let place = self
            .problems
            .all(corpus)
            .nth(row)
            .and_then(|problem| problem.place.clone());
        match place {
            Some(place) if place.line > 0 => vec![Effect::Edit {
                path: place.path,
                line: place.line,
            }],
            _ => {
                self.notice = Some(super::Notice::failed("that problem has no line to open"));
                Vec::new()
            }
        }
    }

    fn pick(&mut self, picked: Picked) -> Vec<Effect> {
        match picked {
            Picked::Action(action) => return super::act::act(self, action, None),
            Picked::Article(doc) => {
                if let Some(doc) = self.library.snapshot.doc_idx(doc) {
                    self.popups.clear();
                    self.panes.focus = Focus::Page;
                    self.go_to_article(doc);
                }
            }
            Picked::Entity(id) => self.follow_and_go(id),
        }
        Vec::new()
    }

    /// Follows an entity and goes to its next mention from what is on the screen.
    fn follow_and_go(&mut self, id: String) {
        self.popups.clear();
        self.panes.focus = Focus::Page;
        self.search = None;
        self.follow.set(Some(id), &self.library);
        let current = self
            .mention_at_hand()
            .filter(|(at, _)| self.page.cursor == Some(*at));
        if current.is_none_or(|(_, entity)| self.follow.entity() != Some(entity)) {
            self.page.cursor = None;
            self.step_mention(Direction::Forward, 1);
        }
    }

    pub(super) fn open_article_row(&mut self) {
        let row = self.panes.articles.rows.selected;
        if let Some(doc) = self.panes.articles.get(&self.library, row) {
            self.panes.focus = Focus::Page;
            self.go_to_article(doc);
        }
    }

    pub(super) fn follow_row(&mut self) {
        let row = self
            .panes
            .entities
            .listed()
            .get(self.panes.entities.rows.selected);
        if let Some(row) = row {
            let id = self
                .library
                .snapshot
                .gazetteer
                .entity(row.entity)
                .id
                .clone();
            self.follow_and_go(id);
        }
    }
}

/// Moves a selection that came to rest on a heading on to the next row, in the direction it was going.
fn skip_heading(popup: &mut Popup, motion: Motion) {
    let selected = popup.rows().selected;
    let heading = match &*popup {
        Popup::Card(card) => matches!(card.lines.get(selected), Some(CardRow::Heading(_))),
        Popup::Help(help) => matches!(help.lines.get(selected), Some(HelpRow::Heading(_))),
        Popup::Concordance(_)
        | Popup::Why(_)
        | Popup::Entry(_)
        | Popup::Picker(_)
        | Popup::Problems(_)
        | Popup::Jumps(_)
        | Popup::Prompt(_) => false,
    };
    if !heading {
        return;
    }
    let up = matches!(motion, Motion::By(n) | Motion::Halves(n) | Motion::Pages(n) if n < 0);
    let to = if up && selected > 0 {
        selected - 1
    } else {
        selected + 1
    };
    popup.rows_mut().selected = to;
}
