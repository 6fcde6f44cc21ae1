//! How a form is spelt: spaces that nobody meant, characters that nobody sees, accents apart from their letters.

use std::collections::BTreeSet;

use unicode_normalization::is_nfc;

use crate::text::fold::vanishes;

use super::super::Origin;
use super::{Desk, about_form};

pub(super) fn check(desk: &Desk<'_, '_>) {
    let lines: Vec<Vec<&str>> = desk
        .sheets
        .iter()
        .map(|sheet| sheet.source.text().lines().collect())
        .collect();
    let has_stray_edge = |origin: Origin| {
        let line = (origin.line as usize).checked_sub(1)?;
        let line = lines.get(origin.file as usize)?.get(line)?;
        let written = quoted(line, origin.column as usize)?;
        Some(written.trim() != written)
    };
    let mut told = BTreeSet::new();
    let mut before = None;
    let folded = desk.folded.iter();
    for folded in folded.filter(|folded| desk.is_wanted(folded.alias.origin)) {
        let (form, origin) = (&folded.alias.form, folded.alias.origin);
        let mut flaw = flaw_of(form);
        // The forms of one string come one after the other; its edges are looked at once.
        if before.replace(origin) != Some(origin) && flaw.is_none() {
            flaw = has_stray_edge(origin)
                .unwrap_or_default()
                .then(|| "is written with a space at its edge".to_owned());
        }
        if let Some(flaw) = flaw
            && told.insert(origin)
        {
            desk.warn(origin, || {
                let id = desk.id_of(folded.owner);
                about_form("untidy-text", id, form, format!("`{form}` {flaw}"))
                    .hint("it is matched as if it were written properly; write it so")
            });
        }
    }
}

/// Returns what is odd about the characters of a form.
fn flaw_of(form: &str) -> Option<String> {
    if form.is_ascii() {
        return (form.contains("  ") || form.contains(|c: char| c.is_ascii_control()))
            .then(|| odd_space(form));
    }
    // The joiners of Persian and of Indian scripts are spelling.
    let is_unseen = |c: char| vanishes(c) && !matches!(c, '\u{200C}' | '\u{200D}');
    if let Some(unseen) = form.chars().find(|&c| is_unseen(c)) {
        return Some(format!(
            "has a character that is not seen, U+{:04X}",
            u32::from(unseen)
        ));
    }
    let is_odd = |c: char| (c.is_whitespace() && c != ' ') || c.is_control();
    if form.contains("  ") || form.contains(is_odd) {
        return Some(odd_space(form));
    }
    (!is_nfc(form)).then(|| "has accents apart from their letters (it is not NFC)".to_owned())
}

fn odd_space(form: &str) -> String {
    let odd = form
        .chars()
        .find(|&c| (c.is_whitespace() && c != ' ') || c.is_control());
    match odd {
        Some(odd) => format!(
            "has another space than the plain one, U+{:04X}",
            u32::from(odd)
        ),
        None => "has two spaces in a row".to_owned(),
    }
}

/// Returns what stands between the quotation marks that open at a column (from 1) of a line.
fn quoted(line: &str, column: usize) -> Option<&str> {
    let (at, quote) = line.char_indices().nth(column.checked_sub(1)?)?;
    if !matches!(quote, '"' | '\'') {
        return None;
    }
    let inner = line.get(at + 1..)?;
    inner.get(..inner.find(quote)?)
}
