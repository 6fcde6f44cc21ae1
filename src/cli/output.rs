//! Where verbs print: standard output, buffered, coloured or not, and safe on a terminal.

use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write};

use anstream::adapter::StripBytes;
use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::arguments::{Color, Format};
use crate::text::Span;
use crate::text::visible::{ChunkKind, chunks, visible, visible_line};

/// The keyword of a line.
pub(super) const KEYWORD: Style = AnsiColor::Red.on_default().bold();
/// Where a line is from.
pub(super) const PLACE: Style = AnsiColor::Magenta.on_default();
/// What is said about it.
pub(super) const FACT: Style = AnsiColor::Cyan.on_default();

/// Standard output of one verb.
///
/// There are two ways in: what is written to it as a [`Write`] is for people, its styles left out where they are not wanted; documents
/// and records are data, and go into a pipe or a file byte for byte.
pub struct Output {
    stdout: Box<dyn Write>,
    /// Takes the styles out, where they are not wanted.
    strip: Option<StripBytes>,
    is_terminal: bool,
}

impl Output {
    /// Opens standard output.
    pub fn new(color: Color) -> Self {
        let is_coloured = match color {
            Color::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            Color::Always => true,
            Color::Never => false,
        };
        Self {
            stdout: Box::new(io::BufWriter::new(io::stdout())),
            strip: (!is_coloured).then(StripBytes::new),
            is_terminal: io::stdout().is_terminal(),
        }
    }

    /// Prints the text of a document: made visible, and with a line end, on a terminal; verbatim otherwise.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub fn document(&mut self, text: &str) -> io::Result<()> {
        if !self.is_terminal {
            return self.stdout.write_all(text.as_bytes());
        }
        self.stdout.write_all(visible(text).as_bytes())?;
        if text.ends_with('\n') {
            return Ok(());
        }
        self.stdout.write_all(b"\n")
    }

    /// Prints a record as a line of JSON; on a terminal what is not printable is escaped, as JSON does with controls anywhere.
    ///
    /// # Errors
    /// When standard output cannot be written.
    pub(super) fn json<R: Serialize>(&mut self, record: &R) -> anyhow::Result<()> {
        if self.is_terminal {
            let line = serde_json::to_string(record)?;
            self.stdout.write_all(printable_json(&line).as_bytes())?;
        } else {
            serde_json::to_writer(&mut self.stdout, record)?;
        }
        self.stdout.write_all(b"\n")?;
        Ok(())
    }

    /// Prints records as CSV, made visible on a terminal.
    fn csv<R: Serialize>(
        &mut self,
        header: &[&str],
        records: impl Iterator<Item = R>,
    ) -> anyhow::Result<()> {
        let mut builder = csv::WriterBuilder::new();
        builder.has_headers(false);
        if self.is_terminal {
            writeln!(self.stdout, "{}", header.join(","))?;
            for record in records {
                let mut writer = builder.from_writer(Vec::new());
                writer.serialize(record)?;
                let line = writer
                    .into_inner()
                    .map_err(csv::IntoInnerError::into_error)?;
                self.stdout
                    .write_all(visible(&String::from_utf8_lossy(&line)).as_bytes())?;
            }
        } else {
            let mut writer = builder.from_writer(&mut self.stdout);
            writer.write_record(header)?;
            for record in records {
                writer.serialize(record)?;
            }
            writer.flush()?;
        }
        Ok(())
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
        let Some(strip) = &mut self.strip else {
            return self.stdout.write(bytes);
        };
        for plain in strip.strip_next(bytes) {
            self.stdout.write_all(plain)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stdout.flush()
    }
}

/// Returns a line of JSON with everything escaped that is not printable; such characters stand in strings only.
fn printable_json(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    for chunk in chunks(line, Span::new(0, line.len())) {
        if chunk.kind == ChunkKind::Text {
            out.push_str(&chunk.shown);
            continue;
        }
        for unit in chunk.span.of(line).unwrap_or_default().encode_utf16() {
            // Writing to memory does not fail.
            let _ = write!(out, "\\u{unit:04x}");
        }
    }
    out
}

/// Prints records as JSON Lines or CSV.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn write_records<R: Serialize>(
    output: &mut Output,
    format: Format,
    header: &[&str],
    mut records: impl Iterator<Item = R>,
) -> anyhow::Result<()> {
    if format == Format::Csv {
        output.csv(header, records)?;
    } else {
        records.try_for_each(|record| output.json(&record))?;
    }
    output.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_on_a_terminal_says_the_same_in_printable_characters() {
        for (text, printed) in [
            ("l’OTAN", "\"l’OTAN\""),
            ("a\u{1b}\u{9b}6n\u{202e}b", r#""a\u001b\u009b6n\u202eb""#),
            ("\u{feff}\u{e0041}", r#""\ufeff\udb40\udc41""#),
        ] {
            let line = printable_json(&serde_json::to_string(text).unwrap());
            assert_eq!(line, printed);
            assert_eq!(serde_json::from_str::<String>(&line).unwrap(), text);
        }
    }
}
