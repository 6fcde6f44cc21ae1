//! The concordance pane: every mention of an entity in its context.

use super::rows::Rows;
use crate::index::{ConcordanceOrder, KwicLine};

/// The concordance of an entity.
#[derive(Debug, Clone, Default)]
pub struct Concordance {
    /// The entity's id in the gazetteer.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// How the lines are ordered.
    pub order: ConcordanceOrder,
    /// The lines. Their postings are of the snapshot in force.
    pub lines: Vec<KwicLine>,
    /// The selected line.
    pub rows: Rows,
}

/// Returns the word for an order.
pub const fn order_name(order: ConcordanceOrder) -> &'static str {
    match order {
        ConcordanceOrder::Reading => "reading order",
        ConcordanceOrder::Left => "left context",
        ConcordanceOrder::Right => "right context",
        ConcordanceOrder::Form => "form",
    }
}
