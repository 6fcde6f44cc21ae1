//! A line typed at the bottom of the screen: a search, a filter, a command.

use tui_input::Input;

use super::page::Cursor;
use crate::config::Action;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptKind {
    /// `/`
    Search,
    /// `&`
    Filter,
    /// `:`
    Command,
}

impl PromptKind {
    /// Returns the character that the line starts with.
    pub const fn sigil(self) -> char {
        match self {
            Self::Search => '/',
            Self::Filter => '&',
            Self::Command => ':',
        }
    }
}

/// The line, and where the page was before it was opened.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it is for.
    pub kind: PromptKind,
    /// What is typed.
    pub input: Input,
    /// The actions that a command may be, best first.
    pub completions: Vec<Action>,
    /// Which of them is chosen.
    pub chosen: Option<usize>,
    pub(super) anchor: usize,
    pub(super) cursor: Option<Cursor>,
}
