//! What is doubtful in gazetteer files, beside the errors of loading them.
//!
//! A warning is about a line that does something other than its author is likely to have meant. One file for each group of them; all
//! rules by name are in `rules`.

mod clashes;
mod context;
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

use std::ops::Range;

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;
use crate::text::Language;
use crate::text::fold::fold;

use super::layers::{Loaded, Reach, load};
use super::sheet::Sheet;
use super::{Alias, EntityId, Gazetteer, Origin, SourceFile};

/// Complaints kept for one file. A linter is asked to tell all; the limit is for files that are nothing but mistakes.
const MAX_COMPLAINTS: usize = 20_000;

/// Returns the errors and the warnings about files that are laid over one another in the order given.
///
/// `today` is the day by which the `asof` of a file is old or not.
///
/// ```
/// use ibid::corpus::Date;
/// use ibid::gazetteer::{Layer, SourceFile, lint};
/// let file = SourceFile { path: "mine.toml".into(), layer: Layer::User };
/// let text = "schema = 1\n[organisation.un]\nname = \"United Nations\"\nacronyms = \"Uno\"\n";
/// let complaints = lint(&[(file, text.to_owned())], Date::constant(2026, 11, 22));
/// assert_eq!(complaints[0].one_line(), "mine.toml:4:12: the acronym `Uno` has small letters");
/// assert_eq!((complaints[0].rule, complaints[0].about_of("entity")), (Some("small-acronym"), Some("un")));
/// ```
pub fn lint(files: &[(SourceFile, String)], today: Date) -> Vec<Diagnostic> {
    let Loaded {
        gazetteer,
        mut sheets,
        notes,
    } = load(files, Reach::Whole);
    for sheet in &mut sheets {
        sheet.max_complaints = MAX_COMPLAINTS;
    }
    let desk = Desk::new(&gazetteer, &sheets);
    clashes::check(&desk, &notes);
    context::check(&desk);
    layout::check(&desk, &notes, today);
    letters::check(&desk);
    masks::check(&desk);
    tidy::check(&desk);
    sheets
        .into_iter()
        .flat_map(Sheet::into_complaints)
        .collect()
}

/// A form or mask, folded once for all checks.
struct Folded<'s> {
    key: String,
    /// Whose it is; a mask of a whole file is nobody's.
    owner: Option<EntityId>,
    alias: &'s Alias,
}

/// What every check looks at, and where its complaints go.
struct Desk<'s, 'a> {
    gazetteer: &'s Gazetteer,
    sheets: &'s [Sheet<'a>],
    /// All forms and masks, by entity.
    folded: Vec<Folded<'s>>,
    /// Where in `folded` those of an entity are.
    of_entity: Vec<Range<usize>>,
}

impl<'s, 'a> Desk<'s, 'a> {
    fn new(gazetteer: &'s Gazetteer, sheets: &'s [Sheet<'a>]) -> Self {
        let mut folded = Vec::new();
        let mut of_entity = Vec::with_capacity(gazetteer.entities.len());
        let mut add = |owner, aliases: &'s [Alias]| {
            let start = folded.len();
            folded.extend(aliases.iter().map(|alias| Folded {
                key: fold(&alias.form),
                owner,
                alias,
            }));
            start..folded.len()
        };
        for (id, entity) in gazetteer.iter() {
            of_entity.push(add(Some(id), &entity.aliases));
        }
        add(None, &gazetteer.masks);
        Self {
            gazetteer,
            sheets,
            folded,
            of_entity,
        }
    }

    /// Keeps a warning about the string that stands at an origin; it is only drawn up while there is room for it.
    fn warn(&self, origin: Origin, draw_up: impl FnOnce() -> Diagnostic) {
        if let Some(sheet) = self.sheets.get(origin.file as usize) {
            sheet.complain_at(origin, draw_up);
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

    /// Returns the id of an entity; that of nobody is empty.
    fn id_of(&self, owner: Option<EntityId>) -> &'s str {
        owner.map_or("", |id| self.gazetteer.entity(id).id.as_str())
    }
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
