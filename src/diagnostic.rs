//! One type for every complaint: how bad, where, what, and what to do.

use std::cell::Cell;
use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// How bad a [`Diagnostic`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something works less well than it could.
    Warning,
    /// Something could not be used.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

/// Where a complaint points: a file and, when known, a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The file, as the reader of the message would name it.
    pub path: PathBuf,
    /// Line, from 1; 0 when the whole file is meant.
    pub line: u32,
    /// Column in characters, from 1; 0 when the whole line is meant.
    pub column: u32,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.line > 0 && self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        Ok(())
    }
}

/// The line of a file that a [`Diagnostic`] is about, for showing it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Excerpt {
    /// The line's text, without its line end.
    pub line: String,
    /// Offset in bytes of the marked part within `line`.
    pub start: usize,
    /// Offset in bytes just after the marked part.
    pub end: usize,
}

/// One complaint about a file that a user can mend.
///
/// ```
/// use ibid::diagnostic::{Diagnostic, Severity};
/// let complaint = Diagnostic::error("unknown key `alias`").at("g.toml", 3, 1).hint("did you mean `names`?");
/// assert_eq!(complaint.severity, Severity::Error);
/// assert_eq!(complaint.to_string(), "error: unknown key `alias`\n  --> g.toml:3:1\nhint: did you mean `names`?");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// Where it is, if anywhere.
    pub place: Option<Place>,
    /// What is wrong: small first letter, no final stop.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// The rule that it breaks, where rules have names: `unknown-key`. It stays when the message is worded anew.
    pub rule: Option<&'static str>,
    /// What it is about, for programs: a name such as `form`, and the value.
    pub about: Vec<(&'static str, String)>,
    /// The line in question.
    pub excerpt: Option<Excerpt>,
}

impl Diagnostic {
    /// Returns an error without a place.
    pub fn error(message: impl Into<String>) -> Self {
        Self::new(Severity::Error, message)
    }

    /// Returns a warning without a place.
    pub fn warning(message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, message)
    }

    fn new(severity: Severity, message: impl Into<String>) -> Self {
        Self {
            severity,
            place: None,
            message: message.into(),
            hint: None,
            rule: None,
            about: Vec::new(),
            excerpt: None,
        }
    }

    /// Sets the place; line and column count from 1, 0 is unknown.
    #[must_use]
    pub fn at(mut self, path: impl Into<PathBuf>, line: u32, column: u32) -> Self {
        self.place = Some(Place {
            path: path.into(),
            line,
            column,
        });
        self
    }

    /// Sets the hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Sets the name of the rule that it breaks.
    #[must_use]
    pub fn rule(mut self, rule: &'static str) -> Self {
        self.rule = Some(rule);
        self
    }

    /// Adds what it is about.
    #[must_use]
    pub fn about(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.about.push((name, value.into()));
        self
    }

    /// Returns what it is about under a name.
    pub fn about_of(&self, name: &str) -> Option<&str> {
        let (_, value) = self.about.iter().find(|(known, _)| *known == name)?;
        Some(value)
    }

    /// Sets the line to show, with the marked bytes `start..end` of it.
    #[must_use]
    pub fn excerpt(mut self, line: impl Into<String>, start: usize, end: usize) -> Self {
        self.excerpt = Some(Excerpt {
            line: line.into(),
            start,
            end,
        });
        self
    }

    /// Returns the complaint in one line: `g.toml:3:1: unknown key …`.
    pub fn one_line(&self) -> String {
        match &self.place {
            Some(place) => format!("{place}: {}", self.message),
            None => self.message.clone(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, self.message)?;
        if let Some(place) = &self.place {
            write!(f, "\n  --> {place}")?;
        }
        if let Some(hint) = &self.hint {
            write!(f, "\nhint: {hint}")?;
        }
        Ok(())
    }
}

/// A file's text with its lines counted: turns byte offsets into places and draws up complaints about them.
///
/// ```
/// use std::path::Path;
/// use ibid::diagnostic::{Diagnostic, SourceText};
/// let source = SourceText::new(Path::new("g.toml"), "schema = 1\n[état.x]\n");
/// assert_eq!(source.line_and_column(18), (2, 7));
/// let complaint = source.place(Diagnostic::error("unknown kind"), 12..17);
/// assert_eq!(complaint.one_line(), "g.toml:2:2: unknown kind");
/// assert_eq!(complaint.excerpt.unwrap().line, "[état.x]");
/// ```
#[derive(Debug)]
pub struct SourceText<'a> {
    path: &'a Path,
    text: &'a str,
    line_starts: Vec<usize>,
    // The last place asked for, as offset and column: asking in order costs one pass, however long the lines are.
    last: Cell<(usize, u32)>,
}

/// An excerpt keeps at most about this many bytes of a line, so that many complaints about one endless line stay small.
const EXCERPT_BYTES: usize = 300;

impl<'a> SourceText<'a> {
    /// Returns the text of the file at `path`, ready to be asked for places.
    pub fn new(path: &'a Path, text: &'a str) -> Self {
        let line_starts = std::iter::once(0)
            .chain(
                text.bytes()
                    .enumerate()
                    .filter(|&(_, byte)| byte == b'\n')
                    .map(|(at, _)| at + 1),
            )
            .collect();
        Self {
            path,
            text,
            line_starts,
            last: Cell::new((0, 1)),
        }
    }

    /// Returns the path the text was read from.
    pub const fn path(&self) -> &'a Path {
        self.path
    }

    /// Returns the text itself.
    pub const fn text(&self) -> &'a str {
        self.text
    }

    /// Returns the line and the column in characters, both from 1, of the byte at `offset`.
    pub fn line_and_column(&self, offset: usize) -> (u32, u32) {
        let offset = self.text.floor_char_boundary(offset);
        let line = self.line_starts.partition_point(|&start| start <= offset) - 1;
        let start = self.line_starts[line];
        let (last_offset, last_column) = self.last.get();
        let (from, column) = if (start..=offset).contains(&last_offset) {
            (last_offset, last_column)
        } else {
            (start, 1)
        };
        let passed = self
            .text
            .get(from..offset)
            .unwrap_or_default()
            .chars()
            .count();
        let column = column.saturating_add(saturate(passed));
        self.last.set((offset, column));
        (saturate(line + 1), column)
    }

    /// Returns the complaint, pointed at a range of bytes and with its line as the excerpt.
    pub fn place(&self, complaint: Diagnostic, range: Range<usize>) -> Diagnostic {
        let (line, column) = self.line_and_column(range.start);
        let (text, marked) = self.excerpt(line, range);
        complaint
            .at(self.path, line, column)
            .excerpt(text, marked.start, marked.end)
    }

    /// Returns the complaint, pointed at a line and column (both from 1) and marking the string or word that begins there.
    pub fn place_at(&self, complaint: Diagnostic, line: u32, column: u32) -> Diagnostic {
        let (start, text) = self.line(line);
        let at = text
            .char_indices()
            .nth(column.saturating_sub(1) as usize)
            .map_or(text.len(), |(at, _)| at);
        let rest = text.get(at..).unwrap_or_default();
        let len = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => rest
                .char_indices()
                .skip(1)
                .find(|&(_, c)| c == quote)
                .map_or(rest.len(), |(end, _)| end + 1),
            _ => rest
                .find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'))
                .unwrap_or(rest.len()),
        };
        self.place(complaint, start + at..start + at + len)
    }

    /// Returns where a line (from 1) starts and its text without its end.
    fn line(&self, line: u32) -> (usize, &'a str) {
        let index = (line as usize).saturating_sub(1);
        let start = self
            .line_starts
            .get(index)
            .copied()
            .unwrap_or(self.text.len());
        let end = self
            .line_starts
            .get(index + 1)
            .copied()
            .unwrap_or(self.text.len());
        let text = self.text.get(start..end).unwrap_or_default();
        (start, text.trim_end_matches(['\n', '\r']))
    }

    fn excerpt(&self, line: u32, range: Range<usize>) -> (String, Range<usize>) {
        let (line_start, text) = self.line(line);
        let start = text.floor_char_boundary(range.start.saturating_sub(line_start));
        let end = text
            .ceil_char_boundary(range.end.saturating_sub(line_start))
            .max(start);
        if text.len() <= EXCERPT_BYTES {
            return (text.to_owned(), start..end);
        }
        let from = text.floor_char_boundary(start.saturating_sub(EXCERPT_BYTES / 3));
        let to = text.ceil_char_boundary(from + EXCERPT_BYTES);
        let head = if from > 0 { "…" } else { "" };
        let tail = if to < text.len() { "…" } else { "" };
        let window = format!("{head}{}{tail}", text.get(from..to).unwrap_or_default());
        let shift = |at: usize| at.min(to) - from + head.len();
        (window, shift(start)..shift(end))
    }
}

fn saturate(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_in_any_order() {
        let text = "é = 1\r\nab = \"cé\"\n";
        let source = SourceText::new(Path::new("g"), text);
        for (offset, expected) in [
            (0, (1, 1)),
            (2, (1, 2)),
            (17, (2, 9)),
            (8, (2, 1)),
            (10, (2, 3)),
            (999, (3, 1)),
        ] {
            assert_eq!(source.line_and_column(offset), expected, "offset {offset}");
        }
    }

    #[test]
    fn an_excerpt_is_the_line_without_its_end() {
        let source = SourceText::new(Path::new("g"), "a = 1\r\nname = \"x y\" # z\r\n");
        let excerpt = source
            .place_at(Diagnostic::error("e"), 2, 8)
            .excerpt
            .unwrap();
        assert_eq!(
            excerpt.line.get(excerpt.start..excerpt.end),
            Some("\"x y\"")
        );
        assert_eq!(excerpt.line, "name = \"x y\" # z");
    }

    #[test]
    fn an_excerpt_of_an_endless_line_is_a_window() {
        let text = format!("{}here{}", "é".repeat(5_000), "ü".repeat(5_000));
        let source = SourceText::new(Path::new("g"), &text);
        let complaint = source.place(Diagnostic::error("e"), 10_000..10_004);
        assert_eq!(complaint.place.unwrap().column, 5_001);
        let excerpt = complaint.excerpt.unwrap();
        assert_eq!(excerpt.line.get(excerpt.start..excerpt.end), Some("here"));
        assert!(excerpt.line.len() < 400);
    }
}
