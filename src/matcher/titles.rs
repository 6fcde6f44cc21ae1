//! The title patterns of every body, ready to be joined to its mentions.

use std::collections::HashMap;

use crate::gazetteer::{EntityId, Gazetteer, SlotClass};
use crate::text::Language;
use crate::text::fold::fold;

/// One title of one office, folded: `before` + mention of the body + `after`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct JoinedTitle {
    pub(crate) office: EntityId,
    pub(crate) before: String,
    pub(crate) slot: SlotClass,
    pub(crate) after: String,
}

/// The titles that are active in a language, by the body that they need.
#[derive(Debug, Default)]
pub(crate) struct Titles(HashMap<EntityId, Vec<JoinedTitle>>);

impl Titles {
    /// Folds the patterns of all offices for documents of a language.
    pub(crate) fn new(gazetteer: &Gazetteer, language: Language) -> Self {
        let mut titles: HashMap<EntityId, Vec<JoinedTitle>> = HashMap::new();
        for (id, entity) in gazetteer.iter() {
            let Some(office) = &entity.office else {
                continue;
            };
            let active = office
                .patterns
                .iter()
                .filter(|pattern| pattern.language.is_none_or(|own| own == language));
            titles
                .entry(office.of)
                .or_default()
                .extend(active.map(|pattern| JoinedTitle {
                    office: id,
                    before: fold(&pattern.before),
                    slot: pattern.slot,
                    after: fold(&pattern.after),
                }));
        }
        Self(titles)
    }

    /// Returns the titles that a body's mentions may be part of.
    pub(crate) fn of(&self, body: EntityId) -> &[JoinedTitle] {
        self.0.get(&body).map_or(&[], Vec::as_slice)
    }
}
