//! One type for every complaint: how bad, where, what, and what to do.

use std::fmt;
use std::path::PathBuf;

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
