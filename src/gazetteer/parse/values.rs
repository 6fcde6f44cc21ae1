//! Single TOML values: texts, switches, days, and tables in the order they are written.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;
use crate::text::Span;

use super::super::raw::{Placed, Text};
use super::super::sheet::{At, Sheet};

/// A key and where it stands.
pub(super) type Key<'a> = Spanned<Cow<'a, str>>;

/// A value and where it stands.
pub(super) type Value<'a> = Spanned<DeValue<'a>>;

/// Returns the place of a key or value.
pub(super) fn place<T>(spanned: &Spanned<T>) -> At {
    let range = spanned.span();
    Span::new(range.start, range.end)
}

/// Returns a key as a placed text.
pub(super) fn placed(key: Key<'_>) -> Placed<'_> {
    let at = place(&key);
    Placed {
        text: key.into_inner(),
        at,
    }
}

/// Returns the keys and values of a table in the order of the file.
pub(super) fn in_order(table: DeTable<'_>) -> Vec<(Key<'_>, Value<'_>)> {
    let mut pairs: Vec<_> = table.into_iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    pairs
}

/// Returns a value that must be a text.
pub(super) fn text<'a>(sheet: &Sheet<'_>, key: &str, value: Value<'a>) -> Option<Placed<'a>> {
    let at = place(&value);
    match value.into_inner() {
        DeValue::String(text) if text.trim().is_empty() => {
            sheet.complain(at, || {
                Diagnostic::error(format!("`{key}` is empty")).rule("wrong-type")
            });
            None
        }
        DeValue::String(text) => Some(Placed { text, at }),
        other => {
            wrong_type(sheet, at, key, "a text in quotes", &other);
            None
        }
    }
}

/// Returns a value that must be a text, without its place.
pub(super) fn bare_text<'a>(sheet: &Sheet<'_>, key: &str, value: Value<'a>) -> Option<Text<'a>> {
    text(sheet, key, value).map(|placed| placed.text)
}

/// Returns a value that must be `true` or `false`.
pub(super) fn switch(sheet: &Sheet<'_>, key: &str, value: Value<'_>) -> Option<bool> {
    let at = place(&value);
    match value.into_inner() {
        DeValue::Boolean(on) => Some(on),
        other => {
            wrong_type(sheet, at, key, "`true` or `false`", &other);
            None
        }
    }
}

/// Returns a value that must be a day.
pub(super) fn day(sheet: &Sheet<'_>, key: &str, value: Value<'_>) -> Option<Date> {
    let at = place(&value);
    let inner = value.into_inner();
    let day = match &inner {
        DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date.and_then(|date| {
            let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
            Date::new(i16::try_from(date.year).ok()?, month, day).ok()
        }),
        _ => None,
    };
    if day.is_none() {
        wrong_type(
            sheet,
            at,
            key,
            "a day such as 2021-01-20, without quotes",
            &inner,
        );
    }
    day
}

/// Returns a value that must be a table, in the order of the file.
pub(super) fn table<'a>(
    sheet: &Sheet<'_>,
    key: &str,
    key_at: At,
    value: Value<'a>,
) -> Vec<(Key<'a>, Value<'a>)> {
    match value.into_inner() {
        DeValue::Table(table) => in_order(table),
        other => {
            wrong_type(sheet, key_at, key, "a table", &other);
            Vec::new()
        }
    }
}

/// Complains of a value of the wrong type.
pub(super) fn wrong_type(sheet: &Sheet<'_>, at: At, key: &str, wanted: &str, got: &DeValue<'_>) {
    let got = match got {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    };
    sheet.complain(at, || {
        Diagnostic::error(format!("`{key}` takes {wanted}, not {got}")).rule("wrong-type")
    });
}
