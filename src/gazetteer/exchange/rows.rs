//! Rows of comma-separated values, each with its place.
//!
//! The rows are found here and unquoted by the `csv` crate: that one knows no places within a row, and a quote that is never closed
//! makes one cell of the rest of the file. Here it costs its line.

use crate::diagnostic::Diagnostic;

use super::incoming::{Intake, Spot};
use super::lines::{Line, lines};

/// A cell goes over at most this many line ends.
const MAX_LINES_OF_A_ROW: usize = 50;

/// A cell and its place.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) text: String,
    pub(super) spot: Spot,
}

/// A row and its place.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    pub(super) spot: Spot,
}

impl Row {
    /// Returns the trimmed text of a cell; an absent one is empty.
    pub(super) fn text(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.cells.get(column))
            .map_or("", |cell| cell.text.trim())
    }

    /// Returns the place of a cell, that of the row where it is absent.
    pub(super) fn spot(&self, column: Option<usize>) -> Spot {
        column
            .and_then(|column| self.cells.get(column))
            .map_or(self.spot, |cell| cell.spot)
    }
}

/// Returns the rows of the first file and complains of those that cannot be read.
///
/// Without a delimiter it is the one that the first line has most of: spreadsheets of half of Europe write `;`.
pub(super) fn rows(intake: &mut Intake<'_, '_>, delimiter: Option<char>) -> Vec<Row> {
    let lines = lines(intake, 0);
    let delimiter = delimiter.unwrap_or_else(|| {
        let first = lines.first().map_or("", |line| line.text);
        [',', ';', '\t']
            .into_iter()
            .rev()
            .max_by_key(|c| first.matches(*c).count())
            .unwrap_or(',')
    });
    let mut rows = Vec::with_capacity(lines.len());
    let mut next = 0;
    while let Some(line) = lines.get(next) {
        next += 1;
        let mut row = *line;
        let mut parts = split(row.text, delimiter);
        let rest = lines.get(next..).unwrap_or_default();
        for (taken, more) in rest.iter().take(MAX_LINES_OF_A_ROW).enumerate() {
            if parts.is_ok() {
                break;
            }
            let joined = join(intake, line, more);
            if let Ok(closed) = split(joined.text, delimiter) {
                (row, parts) = (joined, Ok(closed));
                next += taken + 1;
            }
        }
        match parts {
            Ok(parts) => rows.push(read(&row, &parts, delimiter)),
            Err(quote) => intake.refuse(row.part(quote, quote + 1), || {
                Diagnostic::error("this quote is not closed where a cell ends")
                    .hint("the line is left out")
            }),
        }
    }
    rows
}

/// Returns the text from the start of one line to the end of another.
fn join<'a>(intake: &Intake<'_, 'a>, first: &Line<'a>, last: &Line<'a>) -> Line<'a> {
    let text = intake.sheets[first.file].source.text();
    let end = last.start + last.text.len();
    Line {
        text: text.get(first.start..end).unwrap_or(first.text),
        ..*first
    }
}

/// Returns the starts and ends of the cells, or where the quote stands that is not closed at the end of a cell.
///
/// A quote means something only where a cell begins, as with the `csv` crate: the inches of `a 5" gun` are inches.
fn split(row: &str, delimiter: char) -> Result<Vec<(usize, usize)>, usize> {
    let mut cells = Vec::new();
    let mut start = 0;
    let mut open = None;
    let mut chars = row.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match (c, open) {
            ('"', None) if at == start => open = Some(at),
            // Two quotes are one of the text.
            ('"', Some(quote)) if chars.next_if(|(_, next)| *next == '"').is_none() => {
                // Else the quote that closes is one that opens in the middle of another row.
                if chars.peek().is_some_and(|(_, next)| *next != delimiter) {
                    return Err(quote);
                }
                open = None;
            }
            (c, None) if c == delimiter => {
                cells.push((start, at));
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    if let Some(quote) = open {
        return Err(quote);
    }
    cells.push((start, row.len()));
    Ok(cells)
}

fn read(row: &Line<'_>, parts: &[(usize, usize)], delimiter: char) -> Row {
    let mut record = csv::StringRecord::new();
    if row.text.contains('"') {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(delimiter).unwrap_or(b','))
            .from_reader(row.text.as_bytes());
        // Reading text from memory does not fail; an empty record would be filled below.
        let _: Result<bool, csv::Error> = reader.read_record(&mut record);
    }
    let cells = parts.iter().enumerate().map(|(index, &(start, end))| Cell {
        text: record
            .get(index)
            .or(row.text.get(start..end))
            .unwrap_or_default()
            .to_owned(),
        spot: row.part(start, end),
    });
    Row {
        cells: cells.collect(),
        spot: row.spot(),
    }
}
