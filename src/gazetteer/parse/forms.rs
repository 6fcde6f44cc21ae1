//! Lists of forms: a string, a list, or a table by language.

use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::super::CaseRule;
use super::super::raw::RawForm;
use super::super::sheet::{At, Sheet};
use super::super::suggest::did_you_mean;
use super::tags;
use super::values::{Value, bare_text, in_order, place, wrong_type};

const WANTED: &str = "a text, a list of texts, or a table by language";

/// Reads the list of forms under `key` and hands each string to `push`.
///
/// Returns the places of the lines it is written on: one, or one for each language.
pub(super) fn read<'a>(
    sheet: &Sheet<'_>,
    key: &str,
    key_at: At,
    value: Value<'a>,
    push: &mut impl FnMut(RawForm<'a>),
) -> Vec<At> {
    let at = place(&value);
    match value.into_inner() {
        DeValue::Table(table) if !table.contains_key("form") => {
            let by_language = in_order(table);
            let mut lines = Vec::with_capacity(by_language.len());
            for (tag, value) in by_language {
                let tag_at = place(&tag);
                lines.push(tag_at);
                match tags::language(tag.get_ref()) {
                    Ok(language) => read_flat(sheet, key, language, value, push),
                    Err(bad) => sheet.complain(tag_at, || {
                        let mut complaint = Diagnostic::error(format!(
                            "`{}` under `{key}` is not a language tag",
                            tag.get_ref()
                        ))
                        .rule("bad-tag");
                        complaint.hint = bad.hint.or_else(|| {
                            Some(
                                "a tag is `en`, `pt-BR` …, or `\"*\"` for every language"
                                    .to_owned(),
                            )
                        });
                        complaint
                    }),
                }
            }
            lines
        }
        other => {
            read_flat(sheet, key, None, Value::new(at.range(), other), push);
            vec![key_at]
        }
    }
}

/// Reads the forms of one language.
fn read_flat<'a>(
    sheet: &Sheet<'_>,
    key: &str,
    language: Option<Language>,
    value: Value<'a>,
    push: &mut impl FnMut(RawForm<'a>),
) {
    let at = place(&value);
    match value.into_inner() {
        DeValue::Array(array) => read_array(sheet, key, language, array, push),
        other => read_one(sheet, key, language, Value::new(at.range(), other), push),
    }
}

fn read_array<'a>(
    sheet: &Sheet<'_>,
    key: &str,
    language: Option<Language>,
    array: DeArray<'a>,
    push: &mut impl FnMut(RawForm<'a>),
) {
    for value in array {
        read_one(sheet, key, language, value, push);
    }
}

fn read_one<'a>(
    sheet: &Sheet<'_>,
    key: &str,
    language: Option<Language>,
    value: Value<'a>,
    push: &mut impl FnMut(RawForm<'a>),
) {
    let at = place(&value);
    match value.into_inner() {
        DeValue::String(text) => push(RawForm {
            text,
            language,
            case: None,
            at,
        }),
        DeValue::Table(table) if table.contains_key("form") => {
            if let Some(form) = read_with_case(sheet, language, table) {
                push(form);
            }
        }
        other => wrong_type(sheet, at, key, WANTED, &other),
    }
}

/// Reads `{ form = "Kyiv", case = "any" }`.
fn read_with_case<'a>(
    sheet: &Sheet<'_>,
    language: Option<Language>,
    table: DeTable<'a>,
) -> Option<RawForm<'a>> {
    let mut form = None;
    let mut case = None;
    for (key, value) in in_order(table) {
        let at = place(&value);
        match key.get_ref().as_ref() {
            "form" => form = bare_text(sheet, "form", value).map(|text| (text, at)),
            "case" => case = read_case(sheet, value),
            other => sheet.complain(place(&key), || {
                let mut complaint =
                    Diagnostic::error(format!("unknown key `{other}` beside `form`"))
                        .rule("unknown-key");
                complaint.hint = did_you_mean(other, ["form", "case"]);
                complaint
            }),
        }
    }
    let (text, at) = form?;
    Some(RawForm {
        text,
        language,
        case,
        at,
    })
}

fn read_case(sheet: &Sheet<'_>, value: Value<'_>) -> Option<CaseRule> {
    let at = place(&value);
    let word = bare_text(sheet, "case", value)?;
    match word.as_ref() {
        "any" => Some(CaseRule::Any),
        "exact" => Some(CaseRule::Exact),
        _ => {
            sheet.complain(at, || {
                Diagnostic::error(format!("`case` is `any` or `exact`, not `{word}`"))
                    .rule("wrong-type")
            });
            None
        }
    }
}
