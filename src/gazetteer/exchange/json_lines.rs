//! Files with a JSON value on each line.

use serde_json::Value;

use crate::diagnostic::Diagnostic;

use super::incoming::Intake;
use super::lines::{Line, lines};

/// Returns the values of the first file with their lines, and complains of lines that are no JSON.
///
/// The brackets and commas of a list that is written an element a line are passed over: so come the dumps of Wikidata.
pub(super) fn json_lines<'a>(intake: &mut Intake<'_, 'a>) -> Vec<(Line<'a>, Value)> {
    let mut values = Vec::new();
    for line in lines(intake, 0) {
        let text = line.text.trim();
        let text = text.strip_suffix(',').unwrap_or(text);
        if matches!(text, "[" | "]") {
            continue;
        }
        match serde_json::from_str(text) {
            Ok(value) => values.push((line, value)),
            Err(error) => {
                let indent = line.text.len() - line.text.trim_start().len();
                let at = (indent + error.column().saturating_sub(1)).min(line.text.len());
                let message = error.to_string();
                // The place is told by the complaint: ` at line 1 column 7` is of this line alone.
                let message = message
                    .split(" at line ")
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                intake.refuse(line.part(at, at + 1), || {
                    Diagnostic::error(format!("this line is no JSON: {message}"))
                });
            }
        }
    }
    values
}

/// How far into a line a word is looked for, in bytes: a line of a million keys is not searched a million times.
const SEARCHED_BYTES: usize = 4096;

impl Line<'_> {
    /// Returns the place of the first `"word"` in the line, that of its start when there is none near it.
    pub(super) fn quoted(&self, word: &str) -> super::incoming::Spot {
        let quoted = format!("\"{word}\"");
        let searched = self.text.floor_char_boundary(SEARCHED_BYTES);
        match self
            .text
            .get(..searched)
            .and_then(|text| text.find(&quoted))
        {
            Some(at) => self.part(at, at + quoted.len()),
            None => self.part(0, 0),
        }
    }
}
