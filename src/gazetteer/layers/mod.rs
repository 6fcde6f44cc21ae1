//! Layers: files laid over one another, the later one extending the earlier.
//!
//! Endings and titles may stand in any file; a file's own endings come first, so that a reader's `[endings]` do not change what the
//! bundled files say.

mod draft;
#[cfg(test)]
mod error_tests;
mod finish;
mod kinds;
mod phrases;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::iter::{IntoParallelRefMutIterator as _, ParallelIterator as _};

use crate::diagnostic::Diagnostic;

use super::raw::{RawEntry, RawFile};
use super::sheet::{At, Sheet};
use super::suggest::did_you_mean;
use super::{Alias, AliasClass, Gazetteer, KindId, Layer, Origin, SourceFile, TitlePattern, parse};
use draft::{Draft, settle};
use kinds::KindList;
use phrases::Phrases;

impl Gazetteer {
    /// Returns what the files say, laid over one another in the order given, and what is wrong with them.
    ///
    /// What is broken is left out and the rest stands; a file that is no TOML is left out whole. Complaints are in the order of the files
    /// and, within a file, of its lines.
    ///
    /// ```
    /// use ibid::gazetteer::{Gazetteer, Layer, SourceFile};
    /// let file = |path: &str, layer| SourceFile { path: path.into(), layer };
    /// let (gazetteer, complaints) = Gazetteer::load(vec![
    ///     (file("bundled:x.toml", Layer::Bundled), "schema = 1\n[organisation.nato]\nname = \"NATO\"\n".to_owned()),
    ///     (file("mine.toml", Layer::User), "schema = 1\n[organisation.nato]\nnames.fr = \"OTAN\"\n".to_owned()),
    /// ]);
    /// assert!(complaints.is_empty());
    /// let nato = gazetteer.entity(gazetteer.by_id("nato").unwrap());
    /// assert_eq!((nato.name.as_str(), nato.aliases[0].form.as_str()), ("NATO", "OTAN"));
    /// ```
    pub fn load(files: Vec<(SourceFile, String)>) -> (Self, Vec<Diagnostic>) {
        let Loaded {
            gazetteer, sheets, ..
        } = load(&files, Reach::Whole);
        let complaints = sheets
            .into_iter()
            .flat_map(Sheet::into_complaints)
            .collect();
        (gazetteer, complaints)
    }
}

/// How much of the bundled files is there; the reader's own are always whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// Everything.
    Whole,
    /// What every document needs: see [`super::select`].
    Core,
    /// The forms of some languages, for entities that are known already.
    Extension,
}

/// The bundled forms of some languages, to be added to a gazetteer.
#[derive(Debug)]
pub(super) struct Extension {
    /// Id, aliases and an office's own patterns of each entity.
    pub(super) entities: Vec<(String, Vec<Alias>, Vec<TitlePattern>)>,
    pub(super) titles: BTreeMap<String, Vec<TitlePattern>>,
    pub(super) masks: Vec<Alias>,
}

/// A gazetteer and what the linter needs beside it.
pub(super) struct Loaded<'a> {
    pub(super) gazetteer: Gazetteer,
    pub(super) sheets: Vec<Sheet<'a>>,
    pub(super) notes: Notes,
}

/// What loading saw in passing and the gazetteer does not keep.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// A form listed again under the same class and language of its entity: the form, where, and where it stood first.
    pub(super) repeated: Vec<(String, Origin, Origin)>,
    /// A class whose lines stand apart: file, key, line.
    pub(super) scattered: Vec<(u32, &'static str, At)>,
    /// A form under `drop`, `solo` or `shared` that the entity does not have: key, form, where.
    pub(super) absent: Vec<(&'static str, String, Origin)>,
}

/// Reads the files and lays them over one another.
pub(super) fn load(files: &[(SourceFile, String)], reach: Reach) -> Loaded<'_> {
    let (sheets, raws) = parse_all(files);
    let phrases = Phrases::collect(&sheets, &raws);
    let mut gazetteer = Gazetteer {
        files: files.iter().map(|(file, _)| file.clone()).collect(),
        asof: raws.iter().filter_map(|raw| raw.asof).max(),
        masks: masks(&sheets, &raws, &phrases),
        ..Gazetteer::default()
    };
    let laying = Laying::all(&sheets, raws, phrases, reach);
    let notes = laying.finish(&sheets, &mut gazetteer);
    Loaded {
        gazetteer,
        sheets,
        notes,
    }
}

/// Returns the forms that part of the bundled files lists; the reader's files, which follow them, change those but add none.
pub(super) fn extension(files: &[(SourceFile, String)]) -> Extension {
    let (sheets, mut raws) = parse_all(files);
    for (sheet, raw) in sheets.iter().zip(&mut raws) {
        if sheet.layer != Layer::Bundled {
            raw.masks.clear();
            raw.titles.clear();
        }
    }
    let phrases = Phrases::collect(&sheets, &raws);
    let masks = masks(&sheets, &raws, &phrases);
    let laying = Laying::all(&sheets, raws, phrases, Reach::Extension);
    let mut notes = Notes::default();
    let entities = laying
        .drafts
        .into_iter()
        .map(|mut draft| {
            settle(&mut draft.aliases, &draft.solo, &draft.shared, &mut notes);
            (draft.id, draft.aliases, draft.office.patterns)
        })
        .collect();
    Extension {
        entities,
        titles: laying.phrases.into_titles(),
        masks,
    }
}

fn parse_all(files: &[(SourceFile, String)]) -> (Vec<Sheet<'_>>, Vec<RawFile<'_>>) {
    let mut sheets: Vec<Sheet<'_>> = (0u32..)
        .zip(files)
        .map(|(index, (file, text))| Sheet::new(index, file, text))
        .collect();
    // Reading TOML is a third of the work, and the files do not know of one another yet.
    let raws = sheets
        .par_iter_mut()
        .map(|sheet| parse::parse(sheet).unwrap_or_default())
        .collect();
    (sheets, raws)
}

fn masks(sheets: &[Sheet<'_>], raws: &[RawFile<'_>], phrases: &Phrases) -> Vec<Alias> {
    let mut masks = Vec::new();
    for (sheet, raw) in sheets.iter().zip(raws) {
        for form in &raw.masks {
            phrases.aliases(sheet, AliasClass::Mask, form, &mut masks);
        }
    }
    masks
}

/// The entities so far, while one file after another is laid over them.
struct Laying<'a> {
    kinds: KindList,
    phrases: Phrases,
    drafts: Vec<Draft<'a>>,
    by_id: HashMap<String, usize>,
    notes: Notes,
    reach: Reach,
    /// The ids that each layer gives a name: of the files of one layer, a later one may declare what an earlier one extends.
    named: HashSet<(Layer, String)>,
}

impl<'a> Laying<'a> {
    fn all(sheets: &[Sheet<'_>], raws: Vec<RawFile<'a>>, phrases: Phrases, reach: Reach) -> Self {
        let mut laying = Laying {
            kinds: KindList::lay(sheets, &raws),
            phrases,
            drafts: Vec::new(),
            by_id: HashMap::new(),
            notes: Notes::default(),
            reach,
            named: sheets
                .iter()
                .zip(&raws)
                .flat_map(|(sheet, raw)| raw.entries.iter().map(|entry| (sheet.layer, entry)))
                .filter(|(_, entry)| entry.facts.name.is_some())
                .map(|(layer, entry)| (layer, entry.id.text.as_ref().to_owned()))
                .collect(),
        };
        for (sheet, raw) in sheets.iter().zip(raws) {
            laying.lay(sheet, raw.entries);
        }
        laying
    }

    fn lay(&mut self, sheet: &Sheet<'_>, entries: Vec<RawEntry<'a>>) {
        let mut refused = "".into();
        for entry in entries {
            let Some(kind) = self.kinds.by_id(&entry.kind.text) else {
                // One complaint for the kind, not one for each of its entities.
                if refused != entry.kind.text {
                    self.kinds.complain_unknown(sheet, &entry.kind);
                    refused = entry.kind.text;
                }
                continue;
            };
            if let Some(draft) = self.draft_for(sheet, &entry, kind) {
                self.extend(sheet, draft, entry);
            }
        }
    }

    /// Returns the position of the draft that an entry begins or extends; complains when it may not.
    fn draft_for(
        &mut self,
        sheet: &Sheet<'_>,
        entry: &RawEntry<'_>,
        kind: KindId,
    ) -> Option<usize> {
        let origin = sheet.origin(entry.id.at);
        let Some(&at) = self.by_id.get(entry.id.text.as_ref()) else {
            let is_known = self.reach == Reach::Extension
                || kind == KindList::OFFICE
                || self
                    .named
                    .contains(&(sheet.layer, entry.id.text.as_ref().to_owned()));
            if entry.facts.name.is_none() && !is_known {
                self.complain_nameless(sheet, entry);
                return None;
            }
            self.by_id
                .insert(entry.id.text.as_ref().to_owned(), self.drafts.len());
            self.drafts
                .push(Draft::new(&entry.id.text, kind, sheet.layer, origin));
            return Some(self.drafts.len() - 1);
        };
        let draft = &mut self.drafts[at];
        let is_office = |kind: KindId| kind == KindList::OFFICE;
        if draft.kind != kind
            && (draft.layer == sheet.layer || is_office(draft.kind) || is_office(kind))
        {
            let (id, old) = (&entry.id.text, self.kinds.id_of(draft.kind));
            sheet.complain(entry.id.at, || {
                Diagnostic::error(format!(
                    "`{id}` is already the id of an entity of the kind `{old}`"
                ))
                .hint("an id names one entity, whatever its kind")
                .rule("repeated-id")
            });
            return None;
        }
        if entry.replace {
            *draft = Draft::new(&entry.id.text, kind, sheet.layer, origin);
        }
        draft.kind = kind;
        draft.layer = sheet.layer;
        Some(at)
    }

    fn complain_nameless(&self, sheet: &Sheet<'_>, entry: &RawEntry<'_>) {
        let id = &entry.id.text;
        sheet.complain(entry.id.at, || {
            let mut complaint = Diagnostic::error(format!(
                "`{id}` has no `name`, and no earlier layer knows it"
            ))
            .rule("no-name");
            complaint.hint = match sheet.layer {
                Layer::Bundled => None,
                Layer::User | Layer::Project | Layer::Given => {
                    did_you_mean(id, self.by_id.keys().map(String::as_str))
                }
            };
            complaint
        });
    }

    fn extend(&mut self, sheet: &Sheet<'_>, at: usize, mut entry: RawEntry<'a>) {
        if self.reach == Reach::Extension && sheet.layer != Layer::Bundled {
            entry.forms.clear();
            entry.office.own_titles.clear();
        }
        let draft = &mut self.drafts[at];
        for (key, line) in &entry.scattered {
            self.notes.scattered.push((sheet.index, key, *line));
        }
        draft.drop_forms(sheet, &self.phrases, &entry.dropped, &mut self.notes);
        for (class, form) in &entry.forms {
            self.phrases
                .aliases(sheet, *class, form, &mut draft.aliases);
        }
        draft.mark(sheet, &self.phrases, &entry.solo, &entry.shared);
        if draft.facts.name.is_none() && entry.facts.name.is_some() {
            draft.origin = sheet.origin(entry.id.at);
        }
        draft.set_facts(sheet, entry.facts);
        if let Some(disabled) = entry.disabled {
            draft.disabled = disabled;
        }
        draft.extend_office(sheet, &self.phrases, entry.office);
    }
}
