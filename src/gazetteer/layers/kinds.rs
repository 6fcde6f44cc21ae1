//! The kinds: built-in ones, and those of `[kinds.K]`.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;

use super::super::raw::{Placed, RawFile, RawKind};
use super::super::sheet::Sheet;
use super::super::suggest::did_you_mean;
use super::super::{Kind, KindId};

/// Ids and labels of the built-in kinds, in the order of [`super::super::Gazetteer::kinds`].
const BUILT_IN: [(&str, &str); 5] = [
    ("leader", "Leaders"),
    ("state", "States"),
    ("organisation", "Organisations"),
    ("office", "Offices"),
    ("other", "Other"),
];

/// Words that people write for a built-in kind.
const MISTAKEN: [(&str, &str); 8] = [
    ("organization", "organisation"),
    ("organizations", "organisation"),
    ("country", "state"),
    ("countries", "state"),
    ("person", "leader"),
    ("people", "leader"),
    ("body", "organisation"),
    ("role", "office"),
];

/// More kinds than anybody tells apart by colour; it keeps [`KindId`] small.
const MAX_KINDS: usize = 1_000;

/// The kinds of all files.
pub(super) struct KindList {
    kinds: Vec<Kind>,
    disabled: Vec<bool>,
    by_id: HashMap<String, KindId>,
}

impl KindList {
    /// The kind `office`.
    pub(super) const OFFICE: KindId = KindId(3);

    /// Lays the `[kinds.K]` of all files over the built-in kinds.
    pub(super) fn lay(sheets: &[Sheet<'_>], raws: &[RawFile<'_>]) -> Self {
        let mut list = Self {
            kinds: Vec::new(),
            disabled: Vec::new(),
            by_id: HashMap::new(),
        };
        for (id, label) in BUILT_IN {
            list.add(id, label);
        }
        for (sheet, raw) in sheets.iter().zip(raws) {
            for kind in &raw.kinds {
                list.extend(sheet, kind);
            }
        }
        list
    }

    fn add(&mut self, id: &str, label: &str) -> KindId {
        let kind = KindId(u16::try_from(self.kinds.len()).unwrap_or(u16::MAX));
        self.by_id.insert(id.to_owned(), kind);
        self.disabled.push(false);
        self.kinds.push(Kind {
            id: id.to_owned(),
            label: label.to_owned(),
            color: None,
            glyph: None,
            hidden: id == "other",
        });
        kind
    }

    fn extend(&mut self, sheet: &Sheet<'_>, raw: &RawKind<'_>) {
        let kind = match self.by_id(&raw.id.text) {
            Some(kind) => kind,
            None if self.kinds.len() == MAX_KINDS => {
                sheet.complain(raw.id.at, || {
                    Diagnostic::error(format!("more than {MAX_KINDS} kinds")).rule("too-many-kinds")
                });
                return;
            }
            None => self.add(&raw.id.text, &raw.id.text),
        };
        let index = usize::from(kind.0);
        let known = &mut self.kinds[index];
        if let Some(label) = &raw.label {
            label.as_ref().clone_into(&mut known.label);
        }
        if let Some(color) = &raw.color {
            known.color = Some(color.as_ref().to_owned());
        }
        if let Some(glyph) = &raw.glyph {
            known.glyph = Some(glyph.as_ref().to_owned());
        }
        known.hidden = raw.hidden.unwrap_or(known.hidden);
        self.disabled[index] = raw.disabled.unwrap_or(self.disabled[index]);
    }

    /// Returns the kind with an id.
    pub(super) fn by_id(&self, id: &str) -> Option<KindId> {
        self.by_id.get(id).copied()
    }

    /// Returns the id of a kind.
    pub(super) fn id_of(&self, kind: KindId) -> &str {
        &self.kinds[usize::from(kind.0)].id
    }

    /// Returns whether the kind is switched off.
    pub(super) fn is_disabled(&self, kind: KindId) -> bool {
        self.disabled[usize::from(kind.0)]
    }

    /// Returns the kinds themselves.
    pub(super) fn into_kinds(self) -> Vec<Kind> {
        self.kinds
    }

    pub(super) fn complain_unknown(&self, sheet: &Sheet<'_>, kind: &Placed<'_>) {
        sheet.complain(kind.at, || {
            let mistaken = MISTAKEN.iter().find(|(wrong, _)| *wrong == kind.text);
            let mut complaint =
                Diagnostic::error(format!("unknown kind `{}`", kind.text)).rule("unknown-kind");
            complaint.hint = mistaken
                .map(|(_, right)| format!("did you mean `{right}`?"))
                .or_else(|| {
                    did_you_mean(&kind.text, self.kinds.iter().map(|kind| kind.id.as_str()))
                })
                .or_else(|| {
                    Some(format!(
                        "declare a kind of your own with `[kinds.{}]`",
                        kind.text
                    ))
                });
            complaint
        });
    }
}
