//! Help: every action with its keys and its sentence.

use super::rows::Rows;
use super::{App, Popup};
use crate::config::{Action, Group, KeyMap, Mode};

/// A line of help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpRow {
    /// What the lines below are about.
    Heading(&'static str),
    /// An action.
    Action {
        /// Its keys, the handiest first, with spaces between.
        keys: String,
        /// Which.
        action: Action,
    },
}

/// The help popup.
#[derive(Debug, Clone, Default)]
pub struct Help {
    /// The lines.
    pub lines: Vec<HelpRow>,
    /// The selected line.
    pub rows: Rows,
}

impl Help {
    /// Returns the help for a key map.
    pub fn new(keys: &KeyMap) -> Self {
        let mut lines = Vec::new();
        for group in Group::ALL {
            lines.push(HelpRow::Heading(group.title()));
            lines.extend(keys.rows(group).into_iter().map(|row| {
                let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
                HelpRow::Action {
                    keys: keys.join(" "),
                    action: row.action,
                }
            }));
        }
        Self {
            lines,
            rows: Rows::default(),
        }
    }
}

impl App {
    /// Opens help, at the actions of what has the keys.
    pub(super) fn open_help(&mut self) {
        if matches!(self.popups.last(), Some(Popup::Help(_))) {
            return;
        }
        let mut help = Help::new(&self.keyboard.map);
        if self.mode() == Mode::Typing {
            let heading = HelpRow::Heading(Group::Typing.title());
            help.rows.selected = help
                .lines
                .iter()
                .position(|line| *line == heading)
                .unwrap_or(0);
        }
        self.popups.push(Popup::Help(help));
    }
}
