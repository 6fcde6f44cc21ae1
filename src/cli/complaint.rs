//! Complaints on standard error: what is wrong, where, the line, and what to do.

use std::io::Write as _;

use anstyle::{AnsiColor, Style};

use super::Status;
use crate::diagnostic::{Diagnostic, Excerpt, Severity};
use crate::text::visible::{visible, visible_line};
use crate::text::width::cells;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const HINT: Style = AnsiColor::Cyan.on_default();

/// Prints a complaint on standard error, coloured where that is a terminal.
///
/// An error of writing is dropped: there is nowhere left to tell it.
pub fn complain(complaint: &Diagnostic) {
    let mut stderr = anstream::stderr().lock();
    let _: std::io::Result<()> = stderr.write_all(render(complaint).as_bytes());
}

/// Says what is wrong with the arguments, or prints the help or version that they ask for; returns how the program ends.
///
/// Arguments are quoted in what is said, and a shell makes them of the names of files.
pub fn refuse(error: &clap::Error) -> Status {
    if error.use_stderr() {
        let mut stderr = anstream::stderr().lock();
        let _: std::io::Result<()> =
            stderr.write_all(visible(&error.render().to_string()).as_bytes());
        Status::Error
    } else {
        // A closed pipe is success.
        let _: std::io::Result<()> = error.print();
        Status::Found
    }
}

/// Returns a complaint as it is printed, with colours and its line end.
pub(super) fn render(complaint: &Diagnostic) -> String {
    let style = match complaint.severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
    };
    let mut lines = vec![format!(
        "{style}{}{style:#}: {}",
        complaint.severity,
        visible(&complaint.message)
    )];
    if let Some(place) = &complaint.place {
        lines.push(format!("  --> {}", visible_line(&place.to_string())));
        if let Some(excerpt) = &complaint.excerpt {
            lines.extend(marked_line(place.line, excerpt, style));
        }
    }
    if let Some(hint) = &complaint.hint {
        lines.push(format!("{HINT}hint{HINT:#}: {}", visible(hint)));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Returns the line of a file with its number, and the marks below it.
fn marked_line(number: u32, excerpt: &Excerpt, style: Style) -> [String; 2] {
    let number = number.to_string();
    let margin = " ".repeat(number.len());
    let part = |range: std::ops::Range<usize>| excerpt.line.get(range).unwrap_or_default();
    let (before, marked) = (part(0..excerpt.start), part(excerpt.start..excerpt.end));
    let width = |text: &str| cells(&visible_line(text));
    [
        format!("{number} | {}", visible_line(&excerpt.line)),
        format!(
            "{margin} | {}{style}{}{style:#}",
            " ".repeat(width(before)),
            "^".repeat(width(marked).max(1))
        ),
    ]
}
