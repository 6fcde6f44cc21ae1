//! Which entities are exported, and what of them.

use std::collections::BTreeSet;

use crate::text::Language;

use super::super::{Alias, Entity, EntityId, Gazetteer, Holder, Kind, Layer, Origin, TitlePattern};

/// What is exported.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only these entities; none is all.
    pub entities: Vec<EntityId>,
    /// Only entities of these kinds; none is all.
    pub kinds: Vec<String>,
    /// Only forms of these languages and of every language; none is all.
    pub languages: Vec<Language>,
    /// Only what the reader's own files say.
    pub own: bool,
    /// Whether a label is the entity (`organisation:nato`), where a format has labels only, and not the kind.
    pub label_is_entity: bool,
}

impl Choice {
    /// Returns whether everything is wanted.
    pub(super) fn is_all(&self) -> bool {
        self.entities.is_empty() && self.kinds.is_empty() && self.languages.is_empty()
    }

    fn wants_language(&self, language: Option<Language>) -> bool {
        self.languages.is_empty()
            || language.is_none_or(|language| self.languages.contains(&language))
    }

    /// Returns whether an entity with this id and kind is wanted.
    pub(super) fn wants(&self, id: Option<EntityId>, kind: &str) -> bool {
        let is_named = self.entities.is_empty() || id.is_some_and(|id| self.entities.contains(&id));
        is_named && (self.kinds.is_empty() || self.kinds.iter().any(|wanted| wanted == kind))
    }
}

/// An entity to be exported.
pub(super) struct Chosen<'g> {
    pub(super) entity: &'g Entity,
    pub(super) kind: &'g Kind,
    /// Whether what it is was said in a file that is wanted, not only some of its forms.
    pub(super) is_whole: bool,
    /// Whether the reader asked for it or its kind.
    pub(super) is_asked_for: bool,
    pub(super) forms: Vec<&'g Alias>,
    /// The names of the titles that it shares with others.
    pub(super) titles: &'g [String],
    pub(super) patterns: Vec<&'g TitlePattern>,
    pub(super) holders: Vec<&'g Holder>,
}

impl<'g> Chosen<'g> {
    /// Returns the entities, ordered by kind and id.
    pub(super) fn all(gazetteer: &'g Gazetteer, choice: &Choice) -> Vec<Self> {
        let own: BTreeSet<u32> = (0u32..)
            .zip(&gazetteer.files)
            .filter(|(_, file)| file.layer != Layer::Bundled)
            .map(|(index, _)| index)
            .collect();
        let is_wanted = |origin: Origin| !choice.own || own.contains(&origin.file);
        let mut all = Vec::new();
        for (id, entity) in gazetteer.iter() {
            let kind = gazetteer.kind_of(id);
            if !choice.wants(Some(id), &kind.id) {
                continue;
            }
            let office = entity.office.iter();
            let is_whole = is_wanted(entity.origin);
            let titles = entity.office.as_ref().filter(|_| is_whole);
            let chosen = Self {
                entity,
                kind,
                is_whole,
                titles: titles.map_or(&[], |office| &office.titles),
                is_asked_for: !choice.entities.is_empty() || !choice.kinds.is_empty(),
                forms: entity
                    .aliases
                    .iter()
                    .filter(|alias| {
                        is_wanted(alias.origin) && choice.wants_language(alias.language)
                    })
                    .collect(),
                patterns: office
                    .clone()
                    .flat_map(|office| &office.own_patterns)
                    .filter(|title| {
                        is_wanted(title.origin) && choice.wants_language(title.language)
                    })
                    .collect(),
                holders: office
                    .flat_map(|office| &office.holders)
                    .filter(|holder| is_wanted(holder.origin))
                    .collect(),
            };
            let is_empty =
                chosen.forms.is_empty() && chosen.patterns.is_empty() && chosen.holders.is_empty();
            if !is_empty || (chosen.is_whole && choice.languages.is_empty()) {
                all.push(chosen);
            }
        }
        all.sort_by(|a, b| (a.entity.kind, &a.entity.id).cmp(&(b.entity.kind, &b.entity.id)));
        all
    }
}
