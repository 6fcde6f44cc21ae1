//! The concordance pane: every mention of an entity in its context.

use std::ops::Range;

use super::card::location_of;
use super::follow::Direction;
use super::library::Library;
use super::rows::Rows;
use super::{App, Notice, Popup};
use crate::index::{ConcordanceOrder, KwicLine, Location, Posting};

/// The concordance of an entity. Only the lines on the screen are made.
#[derive(Debug, Clone)]
pub struct Concordance {
    /// The entity's id in the gazetteer.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// How the lines are ordered.
    pub order: ConcordanceOrder,
    /// The selected line.
    pub rows: Rows,
    context: usize,
    postings: Vec<Posting>,
}

/// The orders, as the key goes through them, with the words for them.
const ORDERS: [(ConcordanceOrder, &str); 4] = [
    (ConcordanceOrder::Reading, "reading order"),
    (ConcordanceOrder::Left, "left context"),
    (ConcordanceOrder::Right, "right context"),
    (ConcordanceOrder::Form, "form"),
];

/// Returns the words for an order.
pub fn order_name(order: ConcordanceOrder) -> &'static str {
    ORDERS
        .iter()
        .find(|(known, _)| *known == order)
        .map_or("", |(_, name)| name)
}

impl Concordance {
    /// Returns how many lines there are.
    pub fn len(&self) -> usize {
        self.postings.len()
    }

    /// Returns whether there is no line.
    pub fn is_empty(&self) -> bool {
        self.postings.is_empty()
    }

    /// Returns some of the lines.
    pub fn lines(&self, library: &Library, which: Range<usize>) -> Vec<KwicLine> {
        let end = which.end.min(self.postings.len());
        let postings = self
            .postings
            .get(which.start.min(end)..end)
            .unwrap_or_default();
        let lines = postings
            .iter()
            .map(|&posting| library.snapshot.kwic_line(posting, self.context));
        lines.collect()
    }

    /// Returns where the mention of the selected line starts.
    pub(super) fn selected(&self, library: &Library) -> Option<Location> {
        let posting = *self.postings.get(self.rows.selected)?;
        Some(location_of(library, posting))
    }

    /// Orders the lines anew after the snapshot or the order changed, keeping the same mention selected.
    fn arrange(&mut self, library: &Library, selected: Option<Location>) {
        let snapshot = &library.snapshot;
        self.postings = match (library.entity(&self.id), self.order) {
            (None, _) => Vec::new(),
            (Some(entity), ConcordanceOrder::Reading) => snapshot.postings(entity).to_vec(),
            (Some(entity), order) => {
                let lines = snapshot.concordance(entity, self.context, order);
                lines.into_iter().map(|line| line.posting).collect()
            }
        };
        let same = selected.and_then(|selected| {
            let mut postings = self.postings.iter();
            postings.position(|&posting| location_of(library, posting) == selected)
        });
        self.rows.selected = same.unwrap_or(
            self.rows
                .selected
                .min(self.postings.len().saturating_sub(1)),
        );
    }

    /// Takes a new snapshot, whose documents may stand elsewhere; `selected` is the selected mention by the old one.
    pub(super) fn refresh(&mut self, library: &Library, selected: Option<Location>) {
        self.arrange(library, selected);
    }

    /// Goes on to the next order.
    pub(super) fn cycle(&mut self, library: &Library, direction: Direction) {
        let at = ORDERS
            .iter()
            .position(|&(order, _)| order == self.order)
            .unwrap_or(0);
        let to = match direction {
            Direction::Forward => at + 1,
            Direction::Back => at + ORDERS.len() - 1,
        };
        let selected = self.selected(library);
        self.order = ORDERS[to % ORDERS.len()].0;
        self.arrange(library, selected);
    }
}

impl App {
    /// Opens the concordance of the entity at hand, at the current mention if it is one of them.
    pub(super) fn open_concordance(&mut self) {
        let Some(entity) = self.entity_at_hand() else {
            self.notice = Some(Notice::failed("no mention on this screen"));
            return;
        };
        let known = self.library.snapshot.gazetteer.entity(entity);
        if matches!(self.popups.last(), Some(Popup::Concordance(open)) if open.id == known.id) {
            return;
        }
        let mut concordance = Concordance {
            id: known.id.clone(),
            name: known.name.clone(),
            order: ConcordanceOrder::Reading,
            rows: Rows::default(),
            context: self.settings.context,
            postings: Vec::new(),
        };
        let current = self.page.cursor_in_sight().map(|cursor| Location {
            doc: cursor.doc,
            offset: cursor.span.start,
        });
        concordance.arrange(&self.library, current);
        self.popups.push(Popup::Concordance(concordance));
    }

    /// Orders the rows of the pane with the keys another way.
    pub(super) fn cycle_order(&mut self, direction: Direction) {
        if let Some(Popup::Concordance(concordance)) = self.popups.last_mut() {
            concordance.cycle(&self.library, direction);
            let text = format!("ordered by {}", order_name(concordance.order));
            self.notice = Some(Notice::done(text));
        } else if self.popups.is_empty() && self.panes.focus == super::Focus::Entities {
            self.panes.entities.cycle_scope();
        } else {
            self.notice = Some(Notice::failed("these rows have one order"));
        }
    }
}
