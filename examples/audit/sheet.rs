//! The sheet: one card a mention, printed for people, as a table or as JSON lines, and read back.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::Context as _;
use clap::ValueEnum;
use ibid::text::visible::visible_line;
use ibid::text::{Source, Span};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How the sheet is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum SheetFormat {
    /// For people.
    #[default]
    Text,
    /// A table with a header, fields parted by tabs and never quoted.
    Tsv,
    /// A JSON object a line.
    Jsonl,
}

/// What a judge says of a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Verdict {
    /// The entity is meant, in that form.
    Ok,
    /// It is not.
    Wrong,
    /// The context does not tell.
    Unsure,
}

/// One mention on the sheet.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Card {
    /// From 1.
    pub(crate) number: usize,
    pub(crate) verdict: Option<Verdict>,
    #[serde(flatten)]
    pub(crate) reading: Reading,
    #[serde(flatten)]
    pub(crate) place: Printed,
    /// How many mentions of its stratum the card stands for; 0 where a sheet does not say.
    pub(crate) weight: f64,
    /// Room for the judge.
    pub(crate) note: String,
}

/// How the program reads a mention.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Reading {
    pub(crate) form: String,
    pub(crate) lang: String,
    pub(crate) kind: String,
    pub(crate) certainty: String,
    pub(crate) entity: String,
    pub(crate) name: String,
    /// The other entities an uncertain mention may be.
    pub(crate) candidates: String,
    /// The office through which a role was read.
    pub(crate) office: String,
    /// The file and line of the gazetteer that list the form.
    pub(crate) listed: String,
}

/// Where a mention is printed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Printed {
    /// The mention in double brackets, and what stands around it.
    pub(crate) context: String,
    /// The day of the article, where it is known.
    pub(crate) date: String,
    pub(crate) doc: String,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The columns of the table. A sheet that is read may have them in any order, more of them, or only some.
const COLUMNS: [&str; 18] = [
    "number",
    "verdict",
    "form",
    "lang",
    "kind",
    "certainty",
    "entity",
    "name",
    "candidates",
    "office",
    "date",
    "context",
    "listed",
    "weight",
    "doc",
    "start",
    "end",
    "note",
];

/// The columns that hold numbers.
const NUMBERS: [&str; 4] = ["number", "weight", "start", "end"];

/// Prints the cards.
pub(crate) fn write(
    cards: &[Card],
    format: SheetFormat,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    if format == SheetFormat::Tsv {
        writeln!(out, "{}", COLUMNS.join("\t"))?;
    }
    for card in cards {
        match format {
            SheetFormat::Text => writeln!(out, "{}", in_words(card))?,
            SheetFormat::Tsv => writeln!(out, "{}", in_cells(card)?)?,
            SheetFormat::Jsonl => writeln!(out, "{}", serde_json::to_string(card)?)?,
        }
    }
    Ok(())
}

fn in_words(card: &Card) -> String {
    let (reading, place) = (&card.reading, &card.place);
    let mut doubt = String::new();
    if !reading.candidates.is_empty() {
        doubt = format!(", or {}", reading.candidates);
    }
    if !reading.office.is_empty() {
        doubt = format!("{doubt}, as {}", reading.office);
    }
    format!(
        "{:>4}  {} {} {} {}: {} ({}{doubt})\n      {}\n      {}:{}  {}  listed {}\n",
        card.number,
        reading.lang,
        reading.kind,
        reading.form,
        reading.certainty,
        reading.name,
        reading.entity,
        place.context,
        place.doc,
        place.start,
        place.date,
        reading.listed,
    )
}

fn in_cells(card: &Card) -> anyhow::Result<String> {
    let Value::Object(fields) = serde_json::to_value(card)? else {
        anyhow::bail!("a card has no fields");
    };
    let cells: Vec<String> = COLUMNS
        .iter()
        .map(|column| match fields.get(*column) {
            Some(Value::String(text)) => text.clone(),
            None | Some(Value::Null) => String::new(),
            Some(other) => other.to_string(),
        })
        .collect();
    Ok(cells.join("\t"))
}

/// Reads a sheet, table or JSON lines.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Card>> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read `{}`", path.display()))?;
    parse(&text).with_context(|| format!("`{}` is no sheet", path.display()))
}

fn parse(text: &str) -> anyhow::Result<Vec<Card>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty());
    if text.trim_start().starts_with('{') {
        return lines
            .map(|(number, line)| {
                serde_json::from_str(line).with_context(|| format!("line {number}"))
            })
            .collect();
    }
    let header: Vec<&str> = lines
        .next()
        .map(|(_, line)| line.split('\t').map(str::trim).collect())
        .unwrap_or_default();
    anyhow::ensure!(
        header.contains(&"verdict"),
        "its first line has no column `verdict`"
    );
    lines
        .map(|(number, line)| card(&header, line).with_context(|| format!("line {number}")))
        .collect()
}

/// Returns the card of a row.
fn card(header: &[&str], line: &str) -> anyhow::Result<Card> {
    let mut fields = Map::new();
    for (column, cell) in header.iter().zip(line.split('\t')) {
        let cell = cell.trim();
        if cell.is_empty() || !COLUMNS.contains(column) {
            continue;
        }
        let value = if NUMBERS.contains(column) {
            serde_json::from_str(cell).with_context(|| format!("column `{column}`"))?
        } else if *column == "verdict" {
            Value::String(cell.to_lowercase())
        } else {
            Value::String(cell.to_owned())
        };
        fields.insert((*column).to_owned(), value);
    }
    Ok(serde_json::from_value(Value::Object(fields))?)
}

/// Fills in the verdicts of an earlier sheet where the same words are read the same way.
pub(crate) fn fill_in(cards: &mut [Card], judged: &[Card]) {
    let key = |card: &Card| {
        (
            card.place.doc.clone(),
            card.place.start,
            card.place.end,
            card.reading.entity.clone(),
            card.reading.form.clone(),
            card.reading.candidates.clone(),
        )
    };
    let judged: HashMap<_, &Card> = judged.iter().map(|card| (key(card), card)).collect();
    for card in cards {
        if let Some(earlier) = judged.get(&key(card)) {
            card.verdict = earlier.verdict;
            card.note.clone_from(&earlier.note);
        }
    }
}

/// Returns a span in double brackets with up to `n_chars` characters on either side, on one line and fit for a terminal.
pub(crate) fn context(text: &str, span: Span<Source>, n_chars: usize) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .take(n_chars)
        .last()
        .map_or(span.start, |(at, _)| at);
    let to = after
        .char_indices()
        .nth(n_chars)
        .map_or(text.len(), |(at, _)| span.end + at);
    let head = if from > 0 { "…" } else { "" };
    let tail = if to < text.len() { "…" } else { "" };
    format!(
        "{head}{}[[{}]]{}{tail}",
        one_line(text.get(from..span.start).unwrap_or_default()),
        one_line(span.of(text).unwrap_or_default()),
        one_line(text.get(span.end..to).unwrap_or_default()),
    )
}

/// Returns a text with each run of white space made one space, and all that is not printable made visible.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            line.push(c);
        } else if !line.ends_with(' ') {
            line.push(' ');
        }
    }
    visible_line(&line).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Card {
        Card {
            number: 7,
            verdict: Some(Verdict::Wrong),
            reading: Reading {
                form: "acronym".to_owned(),
                entity: "nato".to_owned(),
                ..Reading::default()
            },
            place: Printed {
                context: context("l'\u{1b}OTAN\tet \"x\"", Span::new(3, 7), 90),
                doc: "a b.txt".to_owned(),
                start: 3,
                end: 7,
                ..Printed::default()
            },
            weight: 2.5,
            note: "why".to_owned(),
        }
    }

    #[test]
    fn a_sheet_is_read_as_it_was_written() {
        for format in [SheetFormat::Tsv, SheetFormat::Jsonl] {
            let mut written = Vec::new();
            write(&[sample()], format, &mut written).unwrap();
            let text = String::from_utf8(written).unwrap();
            assert_eq!(parse(&text).unwrap(), [sample()], "{format:?}");
        }
    }

    #[test]
    fn columns_may_be_moved_left_out_or_added() {
        let cards = parse("form\tmine\tverdict\nname\t1\tOK \n\nname\t2\t\n").unwrap();
        assert_eq!(cards[0].verdict, Some(Verdict::Ok));
        assert_eq!((cards.len(), cards[1].verdict), (2, None));
        let error = parse("verdict\tform\nright\tname\n").unwrap_err();
        assert!(format!("{error:#}").contains("line 2: unknown variant `right`"));
        assert!(parse("form\nname\n").is_err());
    }

    #[test]
    fn a_context_is_one_visible_line() {
        assert_eq!(
            context("vor\n\nder NATO\u{202e} ist", Span::new(9, 13), 5),
            "… der [[NATO]]⟨U+202E⟩ ist"
        );
    }

    #[test]
    fn verdicts_are_carried_to_the_same_reading_only() {
        let mut cards = [sample(), sample()];
        cards[0].verdict = None;
        cards[1].verdict = None;
        cards[1].reading.entity = "otan".to_owned();
        fill_in(&mut cards, &[sample()]);
        assert_eq!(cards.map(|card| card.verdict), [Some(Verdict::Wrong), None]);
    }
}
