//! How the file is written: lines of one class apart, forms named that are not there, and how old it is.

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;

use super::super::layers::Notes;
use super::super::sheet::{At, Sheet};
use super::{Desk, about_form};

pub(super) fn check(desk: &Desk<'_, '_>, notes: &Notes, today: Date) {
    for (file, key, at) in &notes.scattered {
        if let Some(sheet) = desk.sheets.get(*file as usize) {
            sheet.complain(*at, || {
                Diagnostic::warning(format!("`{key}` goes on here, after another list"))
                    .rule("scattered-list")
                    .hint(format!("keep the lines of `{key}` together"))
            });
        }
    }
    for (key, form, origin) in &notes.absent {
        desk.warn(*origin, || {
            let message = format!("`{key}` lists `{form}`, which is no form of the entity");
            about_form("absent-form", "", form, message)
                .hint("it must be written as in the list it stands in")
        });
    }
    for sheet in desk.sheets {
        check_age(sheet, today);
    }
}

/// Complains of an `asof` of more than a year ago: who holds an office has changed since, somewhere.
fn check_age(sheet: &Sheet<'_>, today: Date) {
    let Some((asof, at)) = asof(sheet.source.text()) else {
        return;
    };
    let year_ago = today.saturating_sub(jiff::Span::new().years(1));
    if asof < year_ago {
        sheet.complain(at, || {
            Diagnostic::warning(format!("this is said to be as of {asof}, over a year ago"))
                .rule("old-asof")
                .hint("look through the holders, then set `asof` to the day you did")
        });
    }
}

/// Returns the day after `asof`, and where it stands. Keys of the file come before its first table.
fn asof(text: &str) -> Option<(Date, At)> {
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if line.trim_start().starts_with('[') {
            return None;
        }
        let value = line
            .trim_start()
            .strip_prefix("asof")
            .and_then(|rest| rest.trim_start().strip_prefix('='));
        if let Some(value) = value {
            let at = start + line.len() - value.trim_start().len();
            let day = value.trim_start().get(..10)?.parse().ok()?;
            return Some((day, At::new(at, at + 10)));
        }
        start += line.len();
    }
    None
}
