//! The why-popup: why a word is lit, or is not.

use super::rows::Rows;
use crate::index::Location;

/// What was asked, and the answer once it is there.
#[derive(Debug, Clone)]
pub struct Why {
    /// The place asked about.
    pub location: Location,
    /// The characters there, as printed.
    pub surface: String,
    /// The answer, a line each; `None` while it is being found.
    pub lines: Option<Vec<String>>,
    /// The first line shown, and the selected one.
    pub rows: Rows,
}
