//! The why-popup: why a word is lit, or is not.

use super::rows::Rows;
use super::{App, Effect, Explanation, Notice, Popup};
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

impl App {
    /// Asks why the place at hand is lit or not.
    pub(super) fn ask_why(&mut self) -> Vec<Effect> {
        let Some((location, span)) = self.place_at_hand() else {
            self.notice = Some(Notice::failed(
                "no mention on this screen; click a word to ask about it",
            ));
            return Vec::new();
        };
        self.popups.push(Popup::Why(Why {
            location,
            surface: span.of(self.page.text()).unwrap_or_default().to_owned(),
            lines: None,
            rows: Rows::default(),
        }));
        vec![Effect::Explain { location }]
    }

    /// Takes an answer; one to a question no longer asked is dropped.
    pub(super) fn take_explanation(&mut self, explanation: Explanation) {
        for popup in &mut self.popups {
            if let Popup::Why(why) = popup
                && why.location == explanation.location
            {
                why.lines = Some(explanation.lines.clone());
            }
        }
    }
}
