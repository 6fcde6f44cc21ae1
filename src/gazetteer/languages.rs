//! Languages read when they are first needed.
//!
//! [`Gazetteer::open`] reads what every document needs; [`Gazetteer::widened`] adds the forms of a language behind those that are there,
//! so that every [`super::EntityId`] and [`super::AliasId`] given out before stays valid.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::text::{Language, Script};

use super::bundled::bundled_part;
use super::layers::{Extension, Reach, extension, load};
use super::select::Part;
use super::sheet::Sheet;
use super::{Gazetteer, SourceFile};

/// Which languages' forms are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Those of one language.
    Language(Language),
    /// Those of all languages that are printed in a script.
    Script(Script),
    /// Those of every language.
    All,
}

impl Wanted {
    fn covers(self, language: Language) -> bool {
        match self {
            Self::Language(own) => own == language,
            Self::Script(script) => Script::of_language(language) == script,
            Self::All => true,
        }
    }
}

/// What has been read of the bundled files, and what reading more of them takes.
#[derive(Debug, Clone)]
pub(super) struct Pending {
    read: Vec<Wanted>,
    /// The reader's own files: they may drop or mark forms of any language.
    own: Arc<Vec<(SourceFile, String)>>,
}

impl Pending {
    fn has(&self, wanted: Wanted) -> bool {
        let by_script = match wanted {
            Wanted::Language(language) => Some(Wanted::Script(Script::of_language(language))),
            Wanted::Script(_) | Wanted::All => None,
        };
        self.read.contains(&wanted) || by_script.is_some_and(|script| self.read.contains(&script))
    }
}

impl Gazetteer {
    /// Returns the bundled gazetteer with the reader's own files laid over it, and what is wrong with those.
    ///
    /// Of the bundled files only what is valid in every language is read; the rest comes with [`Self::widened`].
    ///
    /// ```
    /// use ibid::gazetteer::{Gazetteer, Wanted};
    /// let (gazetteer, _) = Gazetteer::open(Vec::new());
    /// let french = Wanted::Language("fr".parse().unwrap());
    /// let russia = gazetteer.by_id("russia").unwrap();
    /// let has_russie = |gazetteer: &Gazetteer| {
    ///     gazetteer.entity(russia).aliases.iter().any(|alias| alias.form == "Russie")
    /// };
    /// assert!(!has_russie(&gazetteer));
    /// assert!(has_russie(&gazetteer.widened(french).unwrap()));
    /// ```
    pub fn open(own: Vec<(SourceFile, String)>) -> (Self, Vec<Diagnostic>) {
        let mut files = bundled_part(Part::Core);
        files.extend(own.iter().cloned());
        let loaded = load(&files, Reach::Core);
        let mut gazetteer = loaded.gazetteer;
        gazetteer.pending = Some(Pending {
            read: Vec::new(),
            own: Arc::new(own),
        });
        let complaints = loaded.sheets.into_iter().flat_map(Sheet::into_complaints);
        (gazetteer, complaints.collect())
    }

    /// Returns a gazetteer that also has the bundled forms of the languages asked for; `None` when this one has them.
    pub fn widened(&self, wanted: Wanted) -> Option<Self> {
        self.widened_to(&[wanted])
    }

    /// Returns a gazetteer that also has the bundled forms of some languages; `None` when this one has them.
    pub fn widened_by(&self, languages: &BTreeSet<Language>) -> Option<Self> {
        let wanted: Vec<Wanted> = languages.iter().map(|&own| Wanted::Language(own)).collect();
        self.widened_to(&wanted)
    }

    fn widened_to(&self, wanted: &[Wanted]) -> Option<Self> {
        let pending = self.pending.as_ref()?;
        let missing: Vec<Wanted> = wanted
            .iter()
            .copied()
            .filter(|&wanted| !pending.has(wanted))
            .collect();
        if missing.is_empty() {
            return None;
        }
        let is_new = |language| {
            missing.iter().any(|wanted| wanted.covers(language))
                && !pending.read.iter().any(|read| read.covers(language))
        };
        let mut files = bundled_part(Part::Tagged(&is_new));
        files.extend(pending.own.iter().cloned());
        let mut wider = self.clone();
        wider.extend(extension(&files));
        wider.pending = (!missing.contains(&Wanted::All)).then(|| {
            let mut pending = pending.clone();
            pending.read.extend(missing);
            pending
        });
        Some(wider)
    }

    fn extend(&mut self, extension: Extension) {
        for (id, aliases, patterns) in extension.entities {
            // An entity that is not there was switched off.
            let Some(entity) = self.ids.get(&id).map(|id| &mut self.entities[id.index()]) else {
                continue;
            };
            // The reader may list a form, too.
            let n_known = entity.aliases.len();
            for alias in aliases {
                let is_known = entity.aliases[..n_known].iter().any(|known| {
                    (known.language, known.class) == (alias.language, alias.class)
                        && known.form == alias.form
                });
                if !is_known {
                    entity.aliases.push(alias);
                }
            }
            if let Some(office) = &mut entity.office {
                office.own_patterns.extend(patterns);
            }
        }
        for (title, patterns) in extension.titles {
            self.titles.entry(title).or_default().extend(patterns);
        }
        self.masks.extend(extension.masks);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Alias, Layer, bundled};
    use super::*;

    /// Returns everything that depends on the language, in an order of its own.
    fn forms(gazetteer: &Gazetteer) -> BTreeSet<String> {
        let of_entities = gazetteer.entities.iter().flat_map(|entity| {
            let own = entity.office.iter().flat_map(|office| &office.own_patterns);
            let patterns = own.map(|pattern| format!("{} {pattern:?}", entity.id));
            let aliases = entity.aliases.iter();
            aliases
                .map(|alias| format!("{} {alias:?}", entity.id))
                .chain(patterns)
        });
        let titles = gazetteer.titles.iter().flat_map(|(title, patterns)| {
            patterns
                .iter()
                .map(move |pattern| format!("{title} {pattern:?}"))
        });
        let masks = gazetteer.masks.iter().map(|mask| format!("{mask:?}"));
        of_entities.chain(titles).chain(masks).collect()
    }

    fn own(text: &str) -> Vec<(SourceFile, String)> {
        let file = SourceFile {
            path: "mine.toml".into(),
            layer: Layer::User,
        };
        vec![(file, text.to_owned())]
    }

    const OWN: &str = "schema = 1\n[state.russia]\nnames.fr = \"Tsarie\"\ndrop = [\"Russie\", \"Rusia\"]\n\
        [state.ukraine]\nreplace = true\nname = \"Ukraine\"\nnames = \"Ukraine\"\n[leader.putin]\ndisabled = true\n\
        [state.x]\nname = \"Xland\"\nnames.de = \"Xland\"\n";

    #[test]
    fn reading_part_after_part_comes_to_the_same_as_reading_all() {
        let mut files = bundled();
        files.extend(own(OWN));
        let (whole, _) = Gazetteer::load(files);
        let (core, complaints) = Gazetteer::open(own(OWN));
        assert_eq!(complaints, []);
        let steps = [
            Wanted::Language(Language::ENGLISH),
            Wanted::Language("fr".parse().unwrap()),
            Wanted::Script(Script::Cyrillic),
            Wanted::All,
        ];
        let mut wider = core;
        for step in steps {
            wider = wider.widened(step).unwrap();
            assert!(wider.widened(step).is_none());
        }
        let (expected, found) = (forms(&whole), forms(&wider));
        let missing: Vec<_> = expected.difference(&found).take(5).collect();
        let added: Vec<_> = found.difference(&expected).take(5).collect();
        assert!(
            missing.is_empty() && added.is_empty(),
            "missing {missing:#?}\nadded {added:#?}"
        );
        let count = |gazetteer: &Gazetteer| {
            gazetteer
                .entities
                .iter()
                .map(|entity| entity.aliases.len())
                .sum::<usize>()
        };
        assert_eq!(count(&whole), count(&wider));
    }

    #[test]
    fn what_was_given_out_before_stays_valid() {
        let (core, _) = Gazetteer::open(Vec::new());
        let wider = core.widened(Wanted::Language(Language::ENGLISH)).unwrap();
        let widest = wider.widened(Wanted::All).unwrap();
        for (before, after) in [(&core, &wider), (&wider, &widest)] {
            assert!(before.iter().all(|(id, entity)| {
                let begins_with = |aliases: &[Alias]| aliases.starts_with(&entity.aliases);
                after.entity(id).id == entity.id && begins_with(&after.entity(id).aliases)
            }));
        }
    }
}
