//! `ibid gazetteer show --stats`: how much is known in all.

use std::collections::BTreeMap;
use std::io::Write as _;

use serde::Serialize;

use super::super::output::{FACT, KEYWORD, Output};
use super::RecordFormat;
use crate::gazetteer::{AliasClass, FormCount, Statistics};
use crate::text::Language;

/// Prints the numbers: two tables for people, or a record each.
pub(super) fn print(
    statistics: &Statistics,
    format: RecordFormat,
    output: &mut Output,
) -> anyhow::Result<()> {
    match format {
        RecordFormat::Jsonl => print_records(statistics, output),
        RecordFormat::Text => {
            print_entities(statistics, output)?;
            print_forms(&statistics.forms, output)
        }
    }
}

/// One number; the order of the keys is part of the format.
#[derive(Serialize)]
struct Count<'a> {
    of: &'a str,
    which: &'a str,
    lang: Option<&'a str>,
    /// Null where `which` says it all.
    #[serde(rename = "count")]
    number: Option<usize>,
}

fn print_records(statistics: &Statistics, output: &mut Output) -> anyhow::Result<()> {
    let asof = statistics.asof.map(|asof| asof.to_string());
    let mut record = |of, which, lang, number| {
        output.json(&Count {
            of,
            which,
            lang,
            number,
        })
    };
    if let Some(asof) = &asof {
        record("asof", asof, None, None)?;
    }
    for (kind, count) in &statistics.kinds {
        record("entities", kind, None, Some(*count))?;
    }
    for form in &statistics.forms {
        let language = form.language.as_ref().map_or("*", Language::as_str);
        record("forms", form.class.key(), Some(language), Some(form.count))?;
    }
    for (of, number, _) in totals(statistics) {
        record(of, "", None, Some(number))?;
    }
    Ok(())
}

/// Returns the numbers that are counted over all kinds, with what they are.
fn totals(statistics: &Statistics) -> [(&'static str, usize, &'static str); 6] {
    [
        ("strings", statistics.written, "that forms are written as"),
        ("masks", statistics.masks, "strings under `not`"),
        (
            "titles",
            statistics.titles,
            "patterns joined to a mention of a state or body",
        ),
        (
            "offices",
            statistics.offices,
            "offices, and bodies named through a state",
        ),
        (
            "holders",
            statistics.holders,
            "times that somebody held an office",
        ),
        ("people", statistics.people, "who held one"),
    ]
}

fn print_entities(statistics: &Statistics, output: &mut Output) -> anyhow::Result<()> {
    let mut line = |key: &str, number: &str, remark: &str| {
        let gap = if remark.is_empty() { "" } else { "  " };
        let remark = Output::listing(remark);
        writeln!(
            output,
            "{FACT}{key:<9}{FACT:#} {KEYWORD}{number:>10}{KEYWORD:#}{gap}{remark}"
        )
    };
    let asof = statistics
        .asof
        .map_or_else(|| "unknown".to_owned(), |asof| asof.to_string());
    line("as of", &asof, "")?;
    let entities: usize = statistics.kinds.iter().map(|(_, count)| count).sum();
    line("entities", &entities.to_string(), "")?;
    for (kind, count) in &statistics.kinds {
        line("", &count.to_string(), kind)?;
    }
    for (of, number, remark) in totals(statistics) {
        line(of, &number.to_string(), remark)?;
    }
    Ok(())
}

/// Prints the forms, a row for each language, those with the most forms first, and a column for each class.
fn print_forms(forms: &[FormCount], output: &mut Output) -> anyhow::Result<()> {
    const N: usize = AliasClass::ALL.len();
    let mut all = [0; N];
    let mut rows: BTreeMap<Option<Language>, [usize; N]> = BTreeMap::new();
    for form in forms {
        let row = rows.entry(form.language).or_default();
        row[form.class as usize] += form.count;
        all[form.class as usize] += form.count;
    }
    let mut rows: Vec<(String, [usize; N])> = rows
        .into_iter()
        .map(|(language, row)| {
            (
                language.map_or_else(|| "*".to_owned(), |l| l.to_string()),
                row,
            )
        })
        .collect();
    rows.sort_by_key(|(language, row)| {
        (
            language != "*",
            std::cmp::Reverse(row.iter().sum::<usize>()),
        )
    });
    rows.insert(0, ("all".to_owned(), all));

    write!(output, "\n{FACT}{:<5}", "forms")?;
    for class in AliasClass::ALL {
        write!(output, "{:>11}", class.key())?;
    }
    writeln!(output, "{:>11}{FACT:#}", "all")?;
    for (language, row) in rows {
        write!(output, "{FACT}{language:<5}{FACT:#}")?;
        for count in row.iter().chain([&row.iter().sum()]) {
            // A number is easier to find where the places without one are empty.
            let shown = if *count == 0 {
                String::new()
            } else {
                count.to_string()
            };
            write!(output, "{shown:>11}")?;
        }
        writeln!(output)?;
    }
    Ok(())
}
