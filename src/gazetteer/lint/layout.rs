//! How the file is written: lines of one class apart, forms named that are not there.

use crate::diagnostic::Diagnostic;

use super::super::layers::Notes;
use super::Desk;

pub(super) fn check(desk: &Desk<'_, '_>, notes: &Notes) {
    for (file, key, at) in &notes.scattered {
        if let Some(sheet) = desk.sheets.get(*file as usize) {
            sheet.complain(*at, || {
                Diagnostic::warning(format!("`{key}` goes on here, after another list"))
                    .hint(format!("keep the lines of `{key}` together"))
            });
        }
    }
    for (key, form, origin) in &notes.absent {
        desk.warn(
            *origin,
            || format!("`{key}` lists `{form}`, which is no form of the entity"),
            || "it must be written as in the list it stands in".to_owned(),
        );
    }
}
