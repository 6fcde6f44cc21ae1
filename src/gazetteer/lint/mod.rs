//! What is doubtful in gazetteer files, beside the errors of loading them.
//!
//! A warning is about a line that does something other than its author is likely to have meant. One file for each group of them; all
//! rules by name are in `rules`.

mod clashes;
mod context;
mod desk;
mod layout;
mod letters;
mod masks;
#[cfg(test)]
mod rule_tests;
mod rules;
#[cfg(test)]
mod tests;
mod tidy;

pub use rules::RULES;

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::SourceFile;
use super::layers::{Loaded, Reach, load};
use desk::{Desk, Folded};

/// Complaints kept for one file. A linter is asked to tell all; the limit is for files that are nothing but mistakes.
const MAX_COMPLAINTS: usize = 20_000;

/// Returns the errors and the warnings about those files that `is_wanted` answers true for, of all that are laid over one another in the
/// order given.
///
/// `today` is the day by which the `asof` of a file is old or not.
///
/// ```
/// use ibid::corpus::Date;
/// use ibid::gazetteer::{Layer, SourceFile, lint};
/// let file = SourceFile { path: "mine.toml".into(), layer: Layer::User };
/// let text = "schema = 1\n[organisation.un]\nname = \"United Nations\"\nacronyms = \"Uno\"\n";
/// let complaints = lint(&[(file, text.to_owned())], |_| true, Date::constant(2026, 11, 22));
/// assert_eq!(complaints[0].one_line(), "mine.toml:4:12: the acronym `Uno` has small letters");
/// assert_eq!((complaints[0].rule, complaints[0].about_of("entity")), (Some("small-acronym"), Some("un")));
/// ```
pub fn lint(
    files: &[(SourceFile, String)],
    is_wanted: impl Fn(&SourceFile) -> bool,
    today: Date,
) -> Vec<Diagnostic> {
    let Loaded {
        gazetteer,
        mut sheets,
        notes,
    } = load(files, Reach::Whole);
    for sheet in &mut sheets {
        sheet.max_complaints = MAX_COMPLAINTS;
    }
    let is_wanted: Vec<bool> = files.iter().map(|(file, _)| is_wanted(file)).collect();
    let desk = Desk::new(&gazetteer, &sheets, is_wanted.clone());
    clashes::check(&desk, &notes);
    context::check(&desk);
    layout::check(&desk, &notes, today);
    letters::check(&desk);
    masks::check(&desk);
    tidy::check(&desk);
    sheets
        .into_iter()
        .zip(is_wanted)
        .filter_map(|(sheet, is_wanted)| is_wanted.then(|| sheet.into_complaints()))
        .flatten()
        .collect()
}

/// Returns a warning under the name of a rule, about a form of an entity.
fn about_form(
    rule: &'static str,
    entity: &str,
    form: &str,
    message: impl Into<String>,
) -> Diagnostic {
    let warning = Diagnostic::warning(message).rule(rule).about("form", form);
    if entity.is_empty() {
        warning
    } else {
        warning.about("entity", entity)
    }
}

/// Returns whether two forms are valid in a common language; `None` is every language.
pub(super) fn languages_meet(one: Option<Language>, other: Option<Language>) -> bool {
    one.is_none() || other.is_none() || one == other
}
