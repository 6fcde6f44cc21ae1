//! Editing the line of a picker or a prompt.

use tui_input::{Input, InputRequest};

use super::{App, Effect, Popup};
use crate::config::Action;

/// Longer than anyone types; a paste that is larger is cut here.
const AT_MOST: usize = 2000;

impl App {
    fn line(&mut self) -> Option<&mut Input> {
        match self.popups.last_mut() {
            Some(Popup::Picker(picker)) => Some(&mut picker.input),
            Some(Popup::Prompt(prompt)) => Some(&mut prompt.input),
            _ => None,
        }
    }

    /// Types a character into the line.
    pub(super) fn type_char(&mut self, c: char) {
        if let Some(input) = self.line()
            && input.value().len() < AT_MOST
        {
            input.handle(InputRequest::InsertChar(c));
            self.line_changed();
        }
    }

    /// Types pasted text into the line, its line ends as spaces.
    pub(super) fn paste(&mut self, text: &str) {
        if let Some(input) = self.line() {
            let room = AT_MOST.saturating_sub(input.value().len());
            for c in text.chars().take(room) {
                let c = if matches!(c, '\n' | '\r' | '\t') {
                    ' '
                } else {
                    c
                };
                input.handle(InputRequest::InsertChar(c));
            }
            self.line_changed();
        }
    }

    /// Carries out an action of editing.
    pub(super) fn edit_line(&mut self, action: Action) -> Vec<Effect> {
        if action == Action::Complete {
            self.complete();
            return Vec::new();
        }
        let Some(input) = self.line() else {
            return Vec::new();
        };
        if action == Action::DeleteBack && input.value().is_empty() {
            return super::act::act(self, Action::Back, None);
        }
        let request = if action == Action::CursorLeft {
            InputRequest::GoToPrevChar
        } else if action == Action::CursorRight {
            InputRequest::GoToNextChar
        } else if action == Action::CursorStart {
            InputRequest::GoToStart
        } else if action == Action::CursorEnd {
            InputRequest::GoToEnd
        } else if action == Action::DeleteBack {
            InputRequest::DeletePrevChar
        } else if action == Action::DeleteForward {
            InputRequest::DeleteNextChar
        } else if action == Action::DeleteWord {
            InputRequest::DeletePrevWord
        } else {
            InputRequest::DeleteLine
        };
        let before = input.value().to_owned();
        input.handle(request);
        if input.value() != before {
            self.line_changed();
        }
        Vec::new()
    }

    /// Does what follows from another text in the line.
    fn line_changed(&mut self) {
        match self.popups.last_mut() {
            Some(Popup::Picker(picker)) => picker.choose(),
            Some(Popup::Prompt(_)) => self.prompt_changed(),
            _ => {}
        }
    }
}
