//! The options, typed and checked.

use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};

use super::merge::{Merged, Node};
use crate::diagnostic::Diagnostic;

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

/// Every option of `config.toml` but the keys, checked.
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

/// Reads options out of merged layers; one that is out of bounds is complained about and the default stands.
pub(super) struct Reading<'a> {
    pub(super) merged: &'a Merged,
    pub(super) bundled: &'a Merged,
    /// The reader's home folder, for `~/`.
    pub(super) home: Option<&'a Path>,
    pub(super) problems: Vec<Diagnostic>,
}

impl Settings {
    pub(super) fn read(reading: &mut Reading<'_>) -> Self {
        Self {
            corpus: reading.path("corpus.path"),
            measure: reading.number("reader.measure", 20..=400, true),
            theme: match reading.text("reader.theme").as_str() {
                "auto" => ThemeChoice::Auto,
                "dark" => ThemeChoice::Dark,
                "light" => ThemeChoice::Light,
                "none" => ThemeChoice::None,
                _ => reading
                    .path("reader.theme")
                    .map_or(ThemeChoice::Auto, ThemeChoice::File),
            },
            mouse: reading.flag("reader.mouse"),
            strip: reading.flag("reader.strip"),
            articles_width: reading.number("reader.articles-width", 12..=80, true),
            entities_width: reading.number("reader.entities-width", 12..=80, true),
            context: reading.number("reader.context", 10..=400, false).into(),
            gazetteer_files: reading.paths("gazetteer.files"),
        }
    }
}

impl<'a> Reading<'a> {
    fn value(&self, option: &str) -> Option<&'a Node> {
        self.merged.get(option)
    }

    fn flag(&self, option: &str) -> bool {
        self.value(option).and_then(Node::flag).unwrap_or_default()
    }

    pub(super) fn text(&self, option: &str) -> String {
        let text = self.value(option).and_then(Node::text);
        text.unwrap_or_default().to_owned()
    }

    fn number(&mut self, option: &str, bounds: RangeInclusive<u16>, or_zero: bool) -> u16 {
        let default = self.bundled.get(option).and_then(Node::integer);
        let default = default.map_or(0, |number| u16::try_from(number).unwrap_or_default());
        let Some(node) = self.value(option) else {
            return default;
        };
        let Some(written) = node.integer() else {
            return default;
        };
        match u16::try_from(written) {
            Ok(number) if bounds.contains(&number) || (number == 0 && or_zero) => number,
            _ => {
                let zero = if or_zero { "0, or " } else { "" };
                let range = format!("{zero}{} to {}", bounds.start(), bounds.end());
                let complaint =
                    Diagnostic::error(format!("`{option}` takes {range}, not {written}"));
                self.problems.push(self.merged.complain(node, complaint));
                default
            }
        }
    }

    fn path(&self, option: &str) -> Option<PathBuf> {
        let node = self.value(option)?;
        let text = node.text().filter(|text| !text.is_empty())?;
        Some(self.resolve(node, text))
    }

    fn paths(&mut self, option: &str) -> Vec<PathBuf> {
        let Some(nodes) = self.value(option).and_then(Node::list) else {
            return Vec::new();
        };
        let mut paths = Vec::new();
        for node in nodes {
            if let Some(text) = node.text() {
                paths.push(self.resolve(node, text));
            } else {
                let complaint = Diagnostic::error(format!("`{option}` takes texts in quotes"));
                self.problems.push(self.merged.complain(node, complaint));
            }
        }
        paths
    }

    /// Returns a path as its writer meant it: relative to the file that it stands in, `~` being home.
    fn resolve(&self, node: &Node, written: &str) -> PathBuf {
        match (written.strip_prefix("~/"), self.home) {
            (Some(rest), Some(home)) => home.join(rest),
            _ => self
                .merged
                .folder_of(node)
                .map_or_else(|| written.into(), |folder| folder.join(written)),
        }
    }
}
