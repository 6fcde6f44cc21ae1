//! The forms that are looked after.

use std::collections::HashMap;

use crate::gazetteer::{
    Alias, AliasClass, AliasId, CaseRule, EntityId, Gazetteer, Origin, SourceFile,
};
use crate::text::boundary::is_word_char;
use crate::text::fold::fold;
use crate::text::{Language, Script};

/// A form that is looked after.
#[derive(Debug)]
pub(super) struct Watched<'g> {
    pub(super) id: AliasId,
    pub(super) alias: &'g Alias,
    /// Folded.
    pub(super) key: String,
    /// Whether it is one word with a capital that the text must have, so that the word in small letters is another.
    pub(super) may_have_twin: bool,
}

impl Watched<'_> {
    /// Returns whether the form is active in an article; one whose language is not known is read as English.
    pub(super) fn is_active_in(&self, language: Option<Language>) -> bool {
        let language = language.unwrap_or(Language::ENGLISH);
        self.alias.language.is_none_or(|own| {
            // A run in another script is read with the languages of that script.
            own == language || Script::of_language(own) != Script::of_language(language)
        })
    }
}

/// The forms of the files that are asked about.
#[derive(Debug)]
pub(super) struct Watch<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    /// Those of one string one after the other.
    pub(super) forms: Vec<Watched<'g>>,
    by_alias: HashMap<AliasId, usize>,
    by_key: HashMap<String, Vec<usize>>,
}

impl<'g> Watch<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer, is_wanted: impl Fn(&SourceFile) -> bool) -> Self {
        let is_file_wanted: Vec<bool> = gazetteer.files.iter().map(is_wanted).collect();
        let is_asked_about = |alias: &Alias| {
            let file = alias.origin.file as usize;
            alias.class != AliasClass::Mask && is_file_wanted.get(file) == Some(&true)
        };
        let mut watch = Self {
            gazetteer,
            forms: Vec::new(),
            by_alias: HashMap::new(),
            by_key: HashMap::new(),
        };
        for (entity, entry) in gazetteer.iter() {
            for (alias, index) in entry.aliases.iter().zip(0..) {
                if is_asked_about(alias) {
                    watch.add(AliasId { entity, index }, alias);
                }
            }
        }
        watch
    }

    fn add(&mut self, id: AliasId, alias: &'g Alias) {
        let (key, index) = (fold(&alias.form), self.forms.len());
        self.by_alias.insert(id, index);
        self.by_key.entry(key.clone()).or_default().push(index);
        self.forms.push(Watched {
            id,
            alias,
            key,
            may_have_twin: may_have_twin(alias),
        });
    }

    /// Returns the position of an alias among the forms.
    pub(super) fn of_alias(&self, id: AliasId) -> Option<usize> {
        self.by_alias.get(&id).copied()
    }

    /// Returns the positions of the forms that fold to a key.
    pub(super) fn of_key(&self, key: &str) -> &[usize] {
        self.by_key.get(key).map_or(&[], Vec::as_slice)
    }

    /// Returns the strings as ranges of forms, with where they are written.
    pub(super) fn strings(&self) -> impl Iterator<Item = (Origin, std::ops::Range<usize>)> {
        let mut start = 0;
        self.forms
            .chunk_by(|one, other| one.alias.origin == other.alias.origin)
            .map(move |forms| {
                let range = start..start + forms.len();
                start = range.end;
                (forms[0].alias.origin, range)
            })
    }

    /// Returns the id of an entity.
    pub(super) fn id_of(&self, entity: EntityId) -> &'g str {
        &self.gazetteer.entity(entity).id
    }
}

/// Acronyms are left out: `us` says nothing of `US`, which it never is.
fn may_have_twin(alias: &Alias) -> bool {
    alias.form.starts_with(char::is_uppercase)
        && alias.form.contains(char::is_lowercase)
        && alias.form.chars().all(is_word_char)
        && alias.class != AliasClass::Acronym
        && alias.case != CaseRule::Any
}
