//! The keys that only an office has: `of`, `title`, `titles`, `holders`.

use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::Diagnostic;

use super::super::raw::{RawHolder, RawOffice, RawTitles};
use super::super::sheet::{At, Sheet};
use super::values::{Key, Value, day, in_order, place, switch, text, wrong_type};
use super::{forms, unknown_key};

const HOLDER_KEYS: [&str; 4] = ["who", "from", "to", "acting"];

/// Reads one key of an office; returns the lines of `titles` it is written on.
pub(super) fn read_key<'a>(
    sheet: &Sheet<'_>,
    key: &Key<'a>,
    value: Value<'a>,
    office: &mut RawOffice<'a>,
) -> Vec<At> {
    match key.get_ref().as_ref() {
        "of" => office.of = text(sheet, "of", value),
        "title" => office.titles = read_title(sheet, value),
        "holders" => office.holders = read_holders(sheet, value),
        _ => {
            return forms::read(sheet, "titles", place(key), value, &mut |form| {
                office.own_titles.push(form);
            });
        }
    }
    Vec::new()
}

fn read_title<'a>(sheet: &Sheet<'_>, value: Value<'a>) -> Option<RawTitles<'a>> {
    let at = place(&value);
    match value.into_inner() {
        DeValue::Array(names) => Some(RawTitles::Several(
            names
                .into_iter()
                .filter_map(|name| text(sheet, "title", name))
                .collect(),
        )),
        other => text(sheet, "title", Value::new(at.range(), other)).map(RawTitles::One),
    }
}

fn read_holders<'a>(sheet: &Sheet<'_>, value: Value<'a>) -> Vec<RawHolder<'a>> {
    let at = place(&value);
    match value.into_inner() {
        DeValue::Array(holders) => in_date_order(sheet, holders),
        other => {
            wrong_type(
                sheet,
                at,
                "holders",
                "a list of `{ who = …, from = … }`",
                &other,
            );
            Vec::new()
        }
    }
}

/// Reads a list of holders, complaining where the days do not ascend.
fn in_date_order<'a>(sheet: &Sheet<'_>, list: DeArray<'a>) -> Vec<RawHolder<'a>> {
    let mut holders: Vec<RawHolder<'a>> = Vec::with_capacity(list.len());
    for value in list {
        let at = place(&value);
        let DeValue::Table(table) = value.into_inner() else {
            sheet.complain(at, || {
                Diagnostic::error("a holder is written `{ who = \"…\", from = 2021-01-20 }`")
                    .rule("wrong-type")
            });
            continue;
        };
        let Some(holder) = read_holder(sheet, at, table) else {
            continue;
        };
        if let Some(before) = holders.last() {
            if before.from == holder.from {
                sheet.complain(holder.who.at, || {
                    Diagnostic::error(format!(
                        "`{}` and `{}` are said to begin on the same day, {}",
                        before.who.text, holder.who.text, holder.from
                    ))
                    .rule("holder-days")
                });
                continue;
            }
            if before.from > holder.from {
                sheet.complain(holder.who.at, || {
                    Diagnostic::error(format!(
                        "{} comes after {} in the list",
                        holder.from, before.from
                    ))
                    .hint("list holders in the order of their first days")
                    .rule("holder-days")
                });
            }
        }
        holders.push(holder);
    }
    holders
}

fn read_holder<'a>(sheet: &Sheet<'_>, at: At, table: DeTable<'a>) -> Option<RawHolder<'a>> {
    let (mut who, mut from, mut to, mut acting) = (None, None, None, false);
    let mut is_from_given = false;
    for (key, value) in in_order(table) {
        match key.get_ref().as_ref() {
            "who" => who = text(sheet, "who", value),
            "from" => {
                is_from_given = true;
                from = day(sheet, "from", value);
            }
            "to" => to = day(sheet, "to", value),
            "acting" => acting = switch(sheet, "acting", value) == Some(true),
            other => unknown_key(
                sheet,
                place(&key),
                other,
                &[
                    ("since", "from"),
                    ("until", "to"),
                    ("interim", "acting"),
                    ("id", "who"),
                ],
                &HOLDER_KEYS,
            ),
        }
    }
    let Some(who) = who else {
        sheet.complain(at, || {
            Diagnostic::error("a holder without `who`")
                .hint("`who` is the id of a leader")
                .rule("bare-holder")
        });
        return None;
    };
    if !is_from_given {
        sheet.complain(at, || {
            Diagnostic::error(format!("`{}` holds the office without `from`", who.text))
                .hint("`from` is the first day in office: `from = 2021-01-20`")
                .rule("bare-holder")
        });
    }
    Some(RawHolder {
        who,
        from: from?,
        to,
        acting,
    })
}
