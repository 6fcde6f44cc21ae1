//! One file: TOML in, its parts with their places out.
//!
//! A broken part costs a complaint and the rest of the file stands; only broken TOML costs the file. Nothing is looked up in other files
//! here: whether a kind, an ending, a title or an id exists is asked when the layers are laid.
#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a TOML value of any other type is one and the same mistake"
)]

mod entry;
mod forms;
mod office;
mod tags;
mod values;

use std::path::PathBuf;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::raw::{RawFile, RawForm, RawKind};
use super::sheet::{At, Sheet};
use super::suggest::did_you_mean;
use super::{Layer, SourceFile};
pub(super) use entry::KEYS as ENTITY_KEYS;
use values::{Key, Value, bare_text, day, in_order, place, placed, switch, table, text};

/// The keys of a file that are not kinds.
pub(super) const FILE_KEYS: [&str; 9] = [
    "schema", "title", "asof", "license", "source", "kinds", "endings", "titles", "not",
];

const KIND_KEYS: [&str; 5] = ["label", "color", "glyph", "hidden", "disabled"];

/// An id is at most this many bytes.
pub(super) const MAX_ID_BYTES: usize = 80;

/// Says what is wrong with a part of a file that was put together from elsewhere, first of all.
pub(super) fn is_good_part(text: &str) -> Result<(), String> {
    let file = SourceFile {
        path: PathBuf::new(),
        layer: Layer::Given,
    };
    let sheet = Sheet::new(0, &file, text);
    parse(&sheet);
    let complaint = sheet.into_complaints().into_iter().next();
    complaint.map_or(Ok(()), |complaint| Err(complaint.message))
}

/// Returns the language of a tag, `None` for `*`; of a bad tag what to write, where that is plain.
pub(super) fn language_of_tag(tag: &str) -> Result<Option<Language>, Option<String>> {
    tags::language(tag).map_err(|bad| bad.hint)
}

/// Returns the parts of a file; `None` when it is no TOML or of another schema.
pub(super) fn parse<'a>(sheet: &Sheet<'a>) -> Option<RawFile<'a>> {
    let root = match DeTable::parse(sheet.source.text()) {
        Ok(root) => root.into_inner(),
        Err(error) => {
            let range = error.span().unwrap_or(0..0);
            let at = At::new(range.start, range.end.max(range.start));
            sheet.complain(at, || {
                let message = error.message().trim_end().replace('\n', "; ");
                Diagnostic::error(message)
                    .hint("nothing of this file is used until it is mended")
                    .rule("syntax")
            });
            return None;
        }
    };
    let mut file = RawFile::default();
    let mut has_schema = false;
    for (key, value) in in_order(root) {
        if key.get_ref() == "schema" {
            has_schema = true;
            is_known_schema(sheet, value).then_some(())?;
        } else {
            read_part(sheet, key, value, &mut file);
        }
    }
    if !has_schema {
        sheet.complain(At::new(0, 0), || {
            Diagnostic::error("no `schema`")
                .hint("write `schema = 1` as the first line")
                .rule("bad-schema")
        });
    }
    // `[state.x]`, `[leader.y]`, `[state.z]`: the table is by kind, the reader's order is that of the lines.
    file.entries.sort_by_key(|entry| entry.id.at);
    Some(file)
}

fn is_known_schema(sheet: &Sheet<'_>, value: Value<'_>) -> bool {
    let at = place(&value);
    let is_known = matches!(value.get_ref(), DeValue::Integer(number) if number.as_str() == "1");
    if !is_known {
        sheet.complain(at, || {
            Diagnostic::error("only `schema = 1` is known")
                .hint("nothing of this file is used")
                .rule("bad-schema")
        });
    }
    is_known
}

fn read_part<'a>(sheet: &Sheet<'_>, key: Key<'a>, value: Value<'a>, file: &mut RawFile<'a>) {
    let key_at = place(&key);
    match key.get_ref().as_ref() {
        // Said for people, used by nobody yet; still they must be texts.
        name @ ("title" | "license" | "source") => {
            text(sheet, name, value);
        }
        "asof" => file.asof = day(sheet, "asof", value),
        "kinds" => {
            for (id, value) in table(sheet, "kinds", key_at, value) {
                file.kinds.extend(read_kind(sheet, id, value));
            }
        }
        "endings" => file
            .endings
            .extend(named_lists(sheet, "endings", key_at, value)),
        "titles" => file
            .titles
            .extend(named_lists(sheet, "titles", key_at, value)),
        "not" => {
            forms::read(sheet, "not", key_at, value, &mut |form| {
                file.masks.push(form);
            });
        }
        _ => read_entries(sheet, key, value, file),
    }
}

/// Reads `[endings]` or `[titles]`: lists of forms by name.
fn named_lists<'a>(
    sheet: &Sheet<'_>,
    key: &str,
    key_at: At,
    value: Value<'a>,
) -> Vec<(super::raw::Placed<'a>, Vec<RawForm<'a>>)> {
    let mut lists = Vec::new();
    for (name, value) in table(sheet, key, key_at, value) {
        let name = placed(name);
        let mut list = Vec::new();
        forms::read(sheet, &name.text, name.at, value, &mut |form| {
            list.push(form);
        });
        lists.push((name, list));
    }
    lists
}

fn read_kind<'a>(sheet: &Sheet<'_>, id: Key<'a>, value: Value<'a>) -> Option<RawKind<'a>> {
    let id = checked_id(sheet, id)?;
    if FILE_KEYS.contains(&id.text.as_ref()) {
        sheet.complain(id.at, || {
            Diagnostic::error(format!(
                "a kind cannot be called `{}`, which is a key of the file",
                id.text
            ))
            .rule("bad-id")
        });
        return None;
    }
    let mut kind = RawKind {
        id,
        label: None,
        color: None,
        glyph: None,
        hidden: None,
        disabled: None,
    };
    for (key, value) in table(sheet, &kind.id.text.clone(), kind.id.at, value) {
        match key.get_ref().as_ref() {
            "label" => kind.label = bare_text(sheet, "label", value),
            "color" => kind.color = bare_text(sheet, "color", value),
            "glyph" => kind.glyph = read_glyph(sheet, value),
            "hidden" => kind.hidden = switch(sheet, "hidden", value),
            "disabled" => kind.disabled = switch(sheet, "disabled", value),
            other => unknown_key(
                sheet,
                place(&key),
                other,
                &[("colour", "color"), ("name", "label")],
                &KIND_KEYS,
            ),
        }
    }
    Some(kind)
}

fn read_glyph<'a>(sheet: &Sheet<'_>, value: Value<'a>) -> Option<super::raw::Text<'a>> {
    use unicode_segmentation::UnicodeSegmentation as _;
    let glyph = text(sheet, "glyph", value)?;
    if glyph.text.graphemes(true).count() == 1 && !glyph.text.chars().any(char::is_control) {
        return Some(glyph.text);
    }
    sheet.complain(glyph.at, || {
        Diagnostic::error("`glyph` takes one character").rule("wrong-type")
    });
    None
}

/// Reads the entities of one kind: `[state]`, `[state.russia]` ….
fn read_entries<'a>(sheet: &Sheet<'_>, key: Key<'a>, value: Value<'a>, file: &mut RawFile<'a>) {
    let key_at = place(&key);
    let DeValue::Table(entries) = value.into_inner() else {
        let known = FILE_KEYS;
        unknown_key(
            sheet,
            key_at,
            key.get_ref(),
            &[("version", "schema"), ("licence", "license")],
            &known,
        );
        return;
    };
    let kind = placed(key);
    for (id, value) in in_order(entries) {
        match value.into_inner() {
            DeValue::Table(table) => {
                let Some(id) = checked_id(sheet, id) else {
                    continue;
                };
                file.entries.push(entry::read(sheet, &kind, id, table));
            }
            _ => sheet.complain(place(&id), || {
                Diagnostic::error(format!(
                    "`{}` stands where an entity was expected",
                    id.get_ref()
                ))
                .hint(format!(
                    "an entity is written `[kind.id]`: `[organisation.{0}]` if `{0}` is its id",
                    kind.text
                ))
                .rule("misplaced-key")
            }),
        }
    }
}

/// Returns an id that can be typed after a verb: letters, digits, `-`, `_` and `.`.
fn checked_id<'a>(sheet: &Sheet<'_>, key: Key<'a>) -> Option<super::raw::Placed<'a>> {
    let id = placed(key);
    let is_good = (1..=MAX_ID_BYTES).contains(&id.text.len())
        && id
            .text
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | '.'));
    if !is_good {
        sheet.complain(id.at, || {
            Diagnostic::error("an id is made of letters, digits, `-`, `_` and `.`")
                .hint(format!(
                    "and has at most {MAX_ID_BYTES} bytes; what is shown to people is its `name`"
                ))
                .rule("bad-id")
        });
        return None;
    }
    Some(id)
}

/// Complains of an unknown key; `mistaken` lists words often written for a known one.
fn unknown_key(sheet: &Sheet<'_>, at: At, key: &str, mistaken: &[(&str, &str)], known: &[&str]) {
    sheet.complain(at, || {
        let mut complaint = Diagnostic::error(format!("unknown key `{key}`")).rule("unknown-key");
        complaint.hint = mistaken
            .iter()
            .find(|(wrong, _)| *wrong == key)
            .map(|(_, right)| format!("did you mean `{right}`?"))
            .or_else(|| did_you_mean(key, known.iter().copied()))
            .or_else(|| Some(format!("the keys here are `{}`", known.join("`, `"))));
        complaint
    });
}
