//! The figures of a judged sheet.

use std::collections::BTreeMap;
use std::io::Write;

use crate::sample::as_float;
use crate::sheet::{Card, Verdict};

/// The quantile of the normal distribution for 95 % between both ends.
const Z: f64 = 1.959_963_985;

/// What cards are grouped by.
type GroupOf = fn(&Card) -> &str;

/// How many cards of a group were judged how.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Tally {
    ok: usize,
    wrong: usize,
    unsure: usize,
    unjudged: usize,
}

impl Tally {
    fn add(&mut self, verdict: Option<Verdict>) {
        match verdict {
            Some(Verdict::Ok) => self.ok += 1,
            Some(Verdict::Wrong) => self.wrong += 1,
            Some(Verdict::Unsure) => self.unsure += 1,
            None => self.unjudged += 1,
        }
    }
}

/// Prints precision by form, kind and language with its 95 % interval, and the mentions judged wrong or unsure.
pub(crate) fn print(cards: &[Card], out: &mut impl Write) -> anyhow::Result<()> {
    writeln!(
        out,
        "{:<16}{:>6}{:>7}{:>8}{:>10}{:>11}  95 % interval",
        "", "ok", "wrong", "unsure", "unjudged", "precision"
    )?;
    let groups: [(&str, GroupOf); 4] = [
        ("form", |card| &card.reading.form),
        ("kind", |card| &card.reading.kind),
        ("lang", |card| &card.reading.lang),
        ("certainty", |card| &card.reading.certainty),
    ];
    for (title, group_of) in groups {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for card in cards {
            tallies.entry(group_of(card)).or_default().add(card.verdict);
        }
        writeln!(out, "{title}")?;
        for (group, tally) in tallies {
            print_row(&format!("  {group}"), tally, out)?;
        }
    }
    let mut all = Tally::default();
    for card in cards {
        all.add(card.verdict);
    }
    print_row("all dealt", all, out)?;
    if let Some((precision, n_effective)) = weighted(cards) {
        let (low, high) = wilson(precision * n_effective, n_effective);
        writeln!(
            out,
            "{:<47}{:>9.1} %  {:.1}–{:.1}\n  (strata weighted by their sizes: what a mention met while reading is)",
            "of the articles",
            100.0 * precision,
            100.0 * low,
            100.0 * high
        )?;
    }
    for (title, verdict) in [("wrong", Verdict::Wrong), ("unsure", Verdict::Unsure)] {
        let mut listed = cards
            .iter()
            .filter(|card| card.verdict == Some(verdict))
            .peekable();
        if listed.peek().is_some() {
            writeln!(out, "\n{title}")?;
        }
        for card in listed {
            let (reading, place) = (&card.reading, &card.place);
            writeln!(
                out,
                "  {:>4} {} {} {}: {}  {}",
                card.number, reading.lang, reading.form, reading.entity, place.context, card.note
            )?;
        }
    }
    Ok(())
}

fn print_row(title: &str, tally: Tally, out: &mut impl Write) -> anyhow::Result<()> {
    let n_judged = tally.ok + tally.wrong;
    write!(
        out,
        "{title:<16}{:>6}{:>7}{:>8}{:>10}",
        tally.ok, tally.wrong, tally.unsure, tally.unjudged
    )?;
    if n_judged > 0 {
        let (ok, judged) = (as_float(tally.ok), as_float(n_judged));
        let (low, high) = wilson(ok, judged);
        write!(
            out,
            "{:>9.1} %  {:.1}–{:.1}",
            100.0 * ok / judged,
            100.0 * low,
            100.0 * high
        )?;
    }
    writeln!(out)?;
    Ok(())
}

/// Returns the precision with every card counting for as many mentions as it stands for, and the number of equal cards that would say as
/// much (Kish); nothing where nothing is judged or the sheet has no weights.
fn weighted(cards: &[Card]) -> Option<(f64, f64)> {
    let (mut ok, mut all, mut squares) = (0.0, 0.0, 0.0);
    for card in cards {
        let is_ok = match card.verdict {
            Some(Verdict::Ok) => true,
            Some(Verdict::Wrong) => false,
            Some(Verdict::Unsure) | None => continue,
        };
        ok += if is_ok { card.weight } else { 0.0 };
        all += card.weight;
        squares += card.weight * card.weight;
    }
    (all > 0.0).then(|| (ok / all, all * all / squares))
}

/// Returns the bounds of the Wilson score interval of 95 % for `ok` of `judged`.
fn wilson(ok: f64, judged: f64) -> (f64, f64) {
    let share = ok / judged;
    let z_squared = Z * Z;
    let centre = share + z_squared / (2.0 * judged);
    let spread = Z * (share * (1.0 - share) / judged + z_squared / (4.0 * judged * judged)).sqrt();
    let scale = 1.0 + z_squared / judged;
    (
        ((centre - spread) / scale).max(0.0),
        ((centre + spread) / scale).min(1.0),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_wilson_s() {
        // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
        for (ok, judged, low, high) in [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ] {
            let (found_low, found_high) = wilson(ok, judged);
            assert!(
                (found_low - low).abs() < 5e-5,
                "{ok} of {judged}: {found_low}"
            );
            assert!(
                (found_high - high).abs() < 5e-5,
                "{ok} of {judged}: {found_high}"
            );
        }
    }

    #[test]
    fn the_weighted_figure_counts_strata_by_their_sizes() {
        let card = |verdict, weight| Card {
            verdict: Some(verdict),
            weight,
            ..Card::default()
        };
        let cards = [
            card(Verdict::Ok, 9.0),
            card(Verdict::Wrong, 1.0),
            card(Verdict::Unsure, 50.0),
        ];
        let (precision, n_effective) = weighted(&cards).unwrap();
        assert!((precision - 0.9).abs() < 1e-9 && (n_effective - 100.0 / 82.0).abs() < 1e-9);
        assert!(weighted(&[]).is_none());
    }

    #[test]
    fn the_report_has_all_groups_and_the_mistakes() {
        let mut card = Card {
            verdict: Some(Verdict::Wrong),
            weight: 1.0,
            ..Card::default()
        };
        card.reading.form = "name".to_owned();
        card.place.context = "a [[b]] c".to_owned();
        let mut out = Vec::new();
        print(&[card], &mut out).unwrap();
        let report = String::from_utf8(out).unwrap();
        assert!(
            report.contains("  name               0      1       0         0      0.0 %  0.0–79.3"),
            "{report}"
        );
        assert!(report.contains("[[b]]"), "{report}");
    }
}
