//! What every check looks at, and where its complaints go.

use std::collections::HashSet;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::text::fold::{fold, units};

use super::super::sheet::Sheet;
use super::super::{Alias, AliasClass, EntityId, Gazetteer, Origin};

/// The first letters of a form, folded.
type Beginning = [Option<char>; 3];

fn beginning(form: &str) -> Beginning {
    let mut folded = units(form, 0).map(|unit| unit.ch);
    [folded.next(), folded.next(), folded.next()]
}

/// A form or mask, folded once for all checks.
pub(super) struct Folded<'s> {
    pub(super) key: String,
    /// Whose it is; a mask of a whole file is nobody's.
    pub(super) owner: Option<EntityId>,
    pub(super) alias: &'s Alias,
}

/// What every check looks at, and where its complaints go.
pub(super) struct Desk<'s, 'a> {
    pub(super) gazetteer: &'s Gazetteer,
    pub(super) sheets: &'s [Sheet<'a>],
    /// All forms and masks of the files that are looked at, and those of others that they are compared to, by entity.
    pub(super) folded: Vec<Folded<'s>>,
    /// Where in `folded` those of an entity are.
    pub(super) of_entity: Vec<Range<usize>>,
    /// Which files are looked at.
    is_wanted: Vec<bool>,
}

impl<'s, 'a> Desk<'s, 'a> {
    pub(super) fn new(
        gazetteer: &'s Gazetteer,
        sheets: &'s [Sheet<'a>],
        is_wanted: Vec<bool>,
    ) -> Self {
        let mut desk = Self {
            gazetteer,
            sheets,
            folded: Vec::new(),
            of_entity: Vec::with_capacity(gazetteer.entities.len()),
            is_wanted,
        };
        let beginnings = desk.beginnings();
        for (id, entity) in gazetteer.iter() {
            let range = desk.fold(Some(id), &entity.aliases, beginnings.as_ref());
            desk.of_entity.push(range);
        }
        desk.fold(None, &gazetteer.masks, beginnings.as_ref());
        desk
    }

    /// Returns what the forms of the wanted files begin with; `None` when all forms are to be folded.
    ///
    /// Only a form that begins as one of them can be equal to it, and of the bundled ones that is one in some hundred.
    fn beginnings(&self) -> Option<HashSet<Beginning>> {
        let masks = &self.gazetteer.masks;
        let needs_all = !self.is_wanted.contains(&false)
            || masks.iter().any(|mask| self.is_wanted(mask.origin));
        if needs_all {
            return None;
        }
        let aliases = self
            .gazetteer
            .entities
            .iter()
            .flat_map(|entity| &entity.aliases);
        let wanted = aliases.filter(|alias| self.is_wanted(alias.origin));
        Some(wanted.map(|alias| beginning(&alias.form)).collect())
    }

    /// Adds forms of one owner and returns where they are.
    fn fold(
        &mut self,
        owner: Option<EntityId>,
        aliases: &'s [Alias],
        beginnings: Option<&HashSet<Beginning>>,
    ) -> Range<usize> {
        let start = self.folded.len();
        let is_mask_wanted =
            |alias: &Alias| alias.class == AliasClass::Mask && self.is_wanted(alias.origin);
        // A mask is compared to all forms of its entity.
        let beginnings = beginnings.filter(|_| !aliases.iter().any(is_mask_wanted));
        let needed = aliases.iter().filter(|alias| {
            beginnings.is_none_or(|beginnings| beginnings.contains(&beginning(&alias.form)))
        });
        self.folded.extend(needed.map(|alias| Folded {
            key: fold(&alias.form),
            owner,
            alias,
        }));
        start..self.folded.len()
    }

    /// Returns whether a file is looked at, by a place in it.
    pub(super) fn is_wanted(&self, origin: Origin) -> bool {
        self.is_wanted.get(origin.file as usize) == Some(&true)
    }

    /// Keeps a warning about the string that stands at an origin; it is only drawn up while there is room for it.
    pub(super) fn warn(&self, origin: Origin, draw_up: impl FnOnce() -> Diagnostic) {
        if let Some(sheet) = self.sheets.get(origin.file as usize) {
            sheet.complain_at(origin, draw_up);
        }
    }

    /// Returns an origin as `path:line`.
    pub(super) fn place(&self, origin: Origin) -> String {
        let path = self
            .gazetteer
            .files
            .get(origin.file as usize)
            .map(|file| file.path.display().to_string());
        format!("{}:{}", path.unwrap_or_default(), origin.line)
    }

    /// Returns the id of an entity; that of nobody is empty.
    pub(super) fn id_of(&self, owner: Option<EntityId>) -> &'s str {
        owner.map_or("", |id| self.gazetteer.entity(id).id.as_str())
    }
}
