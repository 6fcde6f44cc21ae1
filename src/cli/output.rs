//! Where verbs print: standard output, buffered, coloured or not, and safe on a terminal.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::arguments::{Color, Format};
use crate::text::visible::{visible, visible_line};

/// The keyword of a line.
pub(super) const KEYWORD: Style = AnsiColor::Red.on_default().bold();
/// Where a line is from.
pub(super) const PLACE: Style = AnsiColor::Magenta.on_default();
/// What is said about it.
pub(super) const FACT: Style = AnsiColor::Cyan.on_default();

/// Standard output of one verb.
pub struct Output {
    stream: AutoStream<Box<dyn Write>>,
    is_terminal: bool,
}

impl Output {
    /// Opens standard output.
    pub fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => ColorChoice::AlwaysAnsi,
            Color::Never => ColorChoice::Never,
        };
        Self {
            stream: AutoStream::new(Box::new(io::BufWriter::new(io::stdout())), choice),
            is_terminal: io::stdout().is_terminal(),
        }
    }

    /// Returns whether somebody sees the output as it comes.
    pub fn is_terminal(&self) -> bool {
        self.is_terminal
    }

    /// Returns text of a document as it may be printed: made visible for a terminal, as it is otherwise.
    pub fn document_text<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.is_terminal {
            visible(text)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Returns text of a document for one line of a listing: line ends and tabs are spaces, and whatever steers a terminal is made
    /// visible even in a pipe, for listings are paged and pasted.
    pub fn listing(text: &str) -> String {
        let line: String = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .collect();
        visible_line(&line).into_owned()
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}

/// Prints records as JSON Lines or CSV.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn write_records<R: Serialize>(
    output: &mut Output,
    format: Format,
    header: &[&str],
    records: impl Iterator<Item = R>,
) -> anyhow::Result<()> {
    if format == Format::Csv {
        let mut writer = csv::WriterBuilder::new()
            .has_headers(false)
            .from_writer(&mut *output);
        writer.write_record(header)?;
        for record in records {
            writer.serialize(record)?;
        }
        writer.flush()?;
    } else {
        for record in records {
            serde_json::to_writer(&mut *output, &record)?;
            output.write_all(b"\n")?;
        }
    }
    output.flush()?;
    Ok(())
}
