//! What is doubtful in gazetteer files, beside the errors of loading them.
//!
//! A warning is about a line that does something other than its author is likely to have meant. One file for each group of them.

mod clashes;
mod context;
mod layout;
mod letters;
mod masks;
#[cfg(test)]
mod tests;

use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::layers::{Loaded, Reach, load};
use super::sheet::Sheet;
use super::{Gazetteer, Origin, SourceFile};

/// Complaints kept for one file. A linter is asked to tell all; the limit is for files that are nothing but mistakes.
const MAX_COMPLAINTS: usize = 20_000;

/// Returns the errors and the warnings about files that are laid over one another in the order given.
///
/// ```
/// use ibid::gazetteer::{Layer, SourceFile, lint};
/// let file = SourceFile { path: "mine.toml".into(), layer: Layer::User };
/// let text = "schema = 1\n[organisation.un]\nname = \"United Nations\"\nacronyms = \"Uno\"\n";
/// let complaints = lint(&[(file, text.to_owned())]);
/// assert_eq!(complaints[0].one_line(), "mine.toml:4:12: the acronym `Uno` has small letters");
/// ```
pub fn lint(files: &[(SourceFile, String)]) -> Vec<Diagnostic> {
    let Loaded {
        gazetteer,
        mut sheets,
        notes,
    } = load(files, Reach::Whole);
    for sheet in &mut sheets {
        sheet.max_complaints = MAX_COMPLAINTS;
    }
    let desk = Desk {
        gazetteer: &gazetteer,
        sheets: &sheets,
    };
    clashes::check(&desk, &notes);
    context::check(&desk);
    layout::check(&desk, &notes);
    letters::check(&desk);
    masks::check(&desk);
    sheets
        .into_iter()
        .flat_map(Sheet::into_complaints)
        .collect()
}

/// What every check looks at, and where its complaints go.
struct Desk<'s, 'a> {
    gazetteer: &'s Gazetteer,
    sheets: &'s [Sheet<'a>],
}

impl Desk<'_, '_> {
    /// Keeps a warning about the string that stands at an origin.
    fn warn(
        &self,
        origin: Origin,
        message: impl FnOnce() -> String,
        hint: impl FnOnce() -> String,
    ) {
        if let Some(sheet) = self.sheets.get(origin.file as usize) {
            sheet.complain_at(origin, || Diagnostic::warning(message()).hint(hint()));
        }
    }

    /// Returns an origin as `path:line`.
    fn place(&self, origin: Origin) -> String {
        let path = self
            .gazetteer
            .files
            .get(origin.file as usize)
            .map(|file| file.path.display().to_string());
        format!("{}:{}", path.unwrap_or_default(), origin.line)
    }
}

/// Returns whether two forms are valid in a common language; `None` is every language.
pub(super) fn languages_meet(one: Option<Language>, other: Option<Language>) -> bool {
    one.is_none() || other.is_none() || one == other
}
