//! The options, typed.

use std::path::PathBuf;

/// Which theme to draw with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ThemeChoice {
    /// Dark or light, as the terminal answers.
    Auto,
    /// The bundled dark theme.
    Dark,
    /// The bundled light theme.
    Light,
    /// No colours.
    None,
    /// A theme file.
    File(PathBuf),
}

/// Every option of `config.toml`, checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// What to read when no path is given; `None` is the sample corpus.
    pub corpus: Option<PathBuf>,
    /// Columns of text on a line; 0 is the whole pane.
    pub measure: u16,
    /// Which theme to draw with.
    pub theme: ThemeChoice,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether the heat strip is shown.
    pub strip: bool,
    /// Columns of the articles pane; 0 hides it.
    pub articles_width: u16,
    /// Columns of the entities pane; 0 hides it.
    pub entities_width: u16,
    /// Characters on either side of a mention in the concordance.
    pub context: usize,
    /// Gazetteer files read after the reader's own.
    pub gazetteer_files: Vec<PathBuf>,
}
