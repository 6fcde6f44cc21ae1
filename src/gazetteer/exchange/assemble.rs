//! From what a file tells to what is written: forms cleaned and sorted out, entities known or new, ids.

use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::super::lint::languages_meet;
use super::super::{AliasClass, CaseRule, Entity, EntityId, Gazetteer, expand};
use super::Defaults;
use super::clean::{flaw_of_form, id_from, is_id, looks_like_acronym, qid_in, tidy};
use super::facts::{best_name, is_known_title, new_facts};
use super::incoming::{Incoming, IncomingForm, Intake, More, Spot, Tally};
use super::known::{Cover, Found, Known, Wanted};

/// Everything that is written.
pub(super) struct Assembled {
    pub(super) entries: Vec<Entry>,
    pub(super) head: toml::Table,
    /// Phrases that are never a mention of anything.
    pub(super) masks: Vec<EntryForm>,
    pub(super) tally: Tally,
}

/// An entity as it is written.
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) kind: String,
    /// The entity that it extends.
    pub(super) known: Option<EntityId>,
    /// Left out of an extension.
    pub(super) name: Option<String>,
    pub(super) qid: Option<String>,
    pub(super) forms: Vec<EntryForm>,
    pub(super) more: More,
    pub(super) spot: Spot,
}

/// A form as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EntryForm {
    pub(super) text: String,
    pub(super) class: AliasClass,
    pub(super) language: Option<Language>,
    /// Set where it is not the class's own rule.
    pub(super) case: Option<CaseRule>,
}

/// Makes entries of the entities that were read.
pub(super) fn assemble(
    mut intake: Intake<'_, '_>,
    defaults: &Defaults,
    gazetteer: &Gazetteer,
) -> Assembled {
    let entities = std::mem::take(&mut intake.entities);
    let mut assembly = Assembly {
        intake,
        defaults,
        known: Known::new(gazetteer),
        entries: Vec::new(),
        by_known: HashMap::new(),
        by_qid: HashMap::new(),
        ids: BTreeSet::new(),
        numbers: HashMap::new(),
        seen: HashMap::new(),
    };
    for incoming in entities {
        assembly.take(incoming);
    }
    assembly.finish()
}

/// The class and language that a form is listed under.
type Listed = (AliasClass, Option<Language>);

pub(super) struct Assembly<'s, 'a, 'g> {
    pub(super) intake: Intake<'s, 'a>,
    defaults: &'s Defaults,
    pub(super) known: Known<'g>,
    pub(super) entries: Vec<Entry>,
    by_known: HashMap<EntityId, usize>,
    by_qid: HashMap<String, usize>,
    /// The ids of new entities.
    pub(super) ids: BTreeSet<String>,
    /// The next number of an id that is taken: ten thousand entities may share one.
    numbers: HashMap<String, u32>,
    /// The classes and languages of the forms of each entry.
    seen: HashMap<(usize, String), Vec<Listed>>,
}

impl Assembly<'_, '_, '_> {
    fn take(&mut self, mut incoming: Incoming) {
        let spot = incoming.spot;
        incoming.name = self.checked_name(&incoming);
        incoming.qid = self.checked_qid(incoming.qid, spot);
        let known = match self.find(&incoming) {
            Found::One(known) => Some(known),
            Found::Several(several) if incoming.id.is_none() && incoming.qid.is_none() => {
                self.refuse_doubtful(&incoming, &several);
                return;
            }
            Found::Several(_) | Found::Nobody => None,
        };
        let told = std::mem::take(&mut incoming.forms);
        let had_forms = !told.is_empty();
        let is_office = incoming.kind.as_deref() == Some("office");
        let mut forms = Vec::with_capacity(told.len());
        for form in told {
            self.clean(form, is_office, known, &mut forms);
        }
        // What is valid in every language comes first, so that the same form in one language is seen to add nothing.
        forms.sort_by_key(|form| form.language.is_some());
        if had_forms && forms.is_empty() && known.is_none() && incoming.name.is_none() {
            // Each of its forms was complained of.
            return;
        }
        let Some(index) = self.entry_for(incoming, known, &forms, spot) else {
            return;
        };
        for form in forms {
            self.add_form(index, form);
        }
    }

    fn checked_name(&mut self, incoming: &Incoming) -> Option<String> {
        let name = tidy(incoming.name.as_deref()?);
        let flaw = flaw_of_form(&name);
        let is_form = || incoming.forms.iter().any(|form| tidy(&form.text) == name);
        // A form is complained of as such.
        if let Some(flaw) = flaw.as_ref().filter(|_| !is_form()) {
            self.intake.remark(incoming.spot, || {
                Diagnostic::warning(flaw)
                    .hint("the name is left out; a form of the entity stands in for it")
            });
        }
        flaw.is_none().then_some(name)
    }

    fn checked_qid(&mut self, qid: Option<String>, spot: Spot) -> Option<String> {
        let qid = qid.filter(|qid| !qid.trim().is_empty())?;
        let found = qid_in(&qid).map(str::to_owned);
        if found.is_none() {
            self.intake.remark(spot, || {
                Diagnostic::warning(format!("`{qid}` is no Wikidata id"))
                    .hint("a Wikidata id is `Q` and a number: `Q7184`")
            });
        }
        found
    }

    fn refuse_doubtful(&mut self, incoming: &Incoming, several: &[EntityId]) {
        let ids: Vec<&str> = several
            .iter()
            .map(|&id| self.entity(id).id.as_str())
            .collect();
        let ids = ids.join("`, `");
        let name = incoming.name.as_deref().unwrap_or("this");
        self.intake.refuse(incoming.spot, || {
            Diagnostic::warning(format!("`{name}` may be `{ids}`"))
                .hint("it is left out; an id, a Wikidata id or a kind in the file would decide")
        });
    }

    fn find(&self, incoming: &Incoming) -> Found {
        let tidied: Vec<String> = incoming
            .forms
            .iter()
            .filter(|form| matches!(form.class, None | Some(AliasClass::Name)))
            .map(|form| tidy(&form.text))
            .collect();
        let forms: Vec<&str> = tidied.iter().map(String::as_str).collect();
        self.known.find(&Wanted {
            qid: incoming.qid.as_deref(),
            id: incoming.id.as_deref(),
            kind: incoming.kind.as_deref().or(self.defaults.kind.as_deref()),
            name: incoming.name.as_deref().or(forms.first().copied()),
            forms: &forms,
        })
    }

    fn entity(&self, known: EntityId) -> &Entity {
        self.known.gazetteer.entity(known)
    }

    /// Adds what a told form comes to: nothing when it cannot be one or is known, itself, or those of its alternatives that are new.
    pub(super) fn clean(
        &mut self,
        told: IncomingForm,
        is_office: bool,
        known: Option<EntityId>,
        forms: &mut Vec<EntryForm>,
    ) {
        let text = tidy(&told.text);
        let is_pattern = told.is_pattern && text.contains(['{', '}']);
        let expanded = if !is_pattern {
            Ok(vec![text.clone()])
        } else if text.contains("{@") {
            // Endings may be those of another file.
            Ok(Vec::new())
        } else {
            expand(&text, |_| None).map_err(|error| error.to_string())
        };
        let expanded = expanded.and_then(|expanded| {
            let expanded: Vec<String> = expanded.iter().map(|form| tidy(form)).collect();
            match expanded.iter().find_map(|form| flaw_of_form(form)) {
                Some(flaw) => Err(flaw),
                None => Ok(expanded),
            }
        });
        let class = told.class.unwrap_or_else(|| guess(&text, is_office));
        let expanded = expanded.and_then(|expanded| {
            if class == AliasClass::Role && !told.is_pattern && text.contains('<') {
                Err(format!("`{text}` has `<`, which begins a slot in a title"))
            } else {
                Ok(expanded)
            }
        });
        let expanded = match expanded {
            Ok(expanded) => expanded,
            Err(flaw) => {
                self.intake.refuse(told.spot, || {
                    Diagnostic::error(flaw).hint("the form is left out")
                });
                return;
            }
        };
        let form = EntryForm {
            text,
            class,
            language: told.language.or(self.defaults.language),
            case: told.case.filter(|case| match case {
                CaseRule::Capitals => false,
                CaseRule::Exact => class != AliasClass::Acronym,
                CaseRule::Any => true,
            }),
        };
        self.keep_new(form, expanded, known, told.spot, forms);
    }

    fn keep_new(
        &mut self,
        form: EntryForm,
        expanded: Vec<String>,
        known: Option<EntityId>,
        spot: Spot,
        forms: &mut Vec<EntryForm>,
    ) {
        let Some(known) = known else {
            forms.push(form);
            return;
        };
        let entity = self.known.gazetteer.entity(known);
        let (mut new, mut n_known, mut masked) = (Vec::new(), 0, Vec::new());
        for text in &expanded {
            let cover = if is_known_title(entity, text, form.language) {
                Cover::Known
            } else {
                self.known.cover(known, text, form.class, form.language)
            };
            match cover {
                Cover::New => new.push(text.clone()),
                Cover::Known => n_known += 1,
                Cover::Masked => masked.push(text.clone()),
            }
        }
        let id = &entity.id;
        self.intake.tally.known_forms += n_known;
        for text in &masked {
            self.intake.refuse(spot, || {
                Diagnostic::warning(format!(
                    "`{id}` lists `{text}` as a phrase that does not name it"
                ))
                .hint("the form is left out")
            });
        }
        if new.len() == expanded.len() {
            forms.push(form);
        } else {
            forms.extend(new.into_iter().map(|text| EntryForm {
                text,
                ..form.clone()
            }));
        }
    }

    /// Returns the entry that an entity belongs to, a new one or one that came before; `None` when it can be none.
    fn entry_for(
        &mut self,
        incoming: Incoming,
        known: Option<EntityId>,
        forms: &[EntryForm],
        spot: Spot,
    ) -> Option<usize> {
        if let Some(known) = known {
            let index = *self.by_known.entry(known).or_insert(self.entries.len());
            if index == self.entries.len() {
                let gazetteer = self.known.gazetteer;
                self.entries.push(Entry {
                    id: gazetteer.entity(known).id.clone(),
                    kind: gazetteer.kind_of(known).id.clone(),
                    known: Some(known),
                    name: None,
                    qid: None,
                    forms: Vec::new(),
                    more: More::default(),
                    spot,
                });
            }
            if self.intake.is_own {
                let new = new_facts(incoming, self.known.gazetteer.entity(known), &self.known);
                let entry = &mut self.entries[index];
                (entry.name, entry.qid, entry.more) = (new.name, new.qid, new.more);
            }
            return Some(index);
        }
        if let Some(&index) = incoming.qid.as_ref().and_then(|qid| self.by_qid.get(qid)) {
            return Some(index);
        }
        self.new_entry(incoming, forms, spot)
    }

    fn new_entry(&mut self, incoming: Incoming, forms: &[EntryForm], spot: Spot) -> Option<usize> {
        let kind = incoming.kind.clone().or_else(|| self.defaults.kind.clone());
        let name = incoming.name.clone().or_else(|| best_name(forms));
        let whose = name.as_deref().or(incoming.id.as_deref()).unwrap_or("?");
        let flaw = match (&kind, &name) {
            (None, _) => Some((
                format!("nothing says of what kind `{whose}` is"),
                "say it for all that have none with `--kind organisation`, or another kind",
            )),
            (Some(kind), _) if kind == "office" && incoming.more.of.is_none() => Some((
                format!("`{whose}` is an office, and nothing says of what state or body"),
                "an office comes with `of` in a file of JSON lines, or extends one that is known",
            )),
            (_, None) => Some((
                "an entity without a name or a form that can be one".to_owned(),
                "it is left out",
            )),
            _ => None,
        };
        if let Some((message, hint)) = flaw {
            self.intake
                .refuse(spot, || Diagnostic::error(message).hint(hint));
            return None;
        }
        let (kind, name) = (kind?, name?);
        let id = self.free_id(&incoming, &name, forms, &kind, spot);
        if let Some(qid) = &incoming.qid {
            self.by_qid.insert(qid.clone(), self.entries.len());
        }
        self.entries.push(Entry {
            id,
            kind,
            known: None,
            name: Some(name),
            qid: incoming.qid,
            forms: Vec::new(),
            more: incoming.more,
            spot,
        });
        Some(self.entries.len() - 1)
    }

    /// Returns an id that nobody has, made from what the file calls the entity.
    fn free_id(
        &mut self,
        incoming: &Incoming,
        name: &str,
        forms: &[EntryForm],
        kind: &str,
        spot: Spot,
    ) -> String {
        let given = incoming.id.as_deref();
        let base = given
            .filter(|id| is_id(id))
            .map(str::to_owned)
            .or_else(|| given.and_then(id_from))
            .or_else(|| id_from(name))
            .or_else(|| forms.iter().find_map(|form| id_from(&form.text)))
            .or_else(|| incoming.qid.as_deref().map(str::to_lowercase))
            .unwrap_or_else(|| id_from(kind).unwrap_or_else(|| "entity".to_owned()));
        let is_free = |id: &str| !self.ids.contains(id) && self.known.gazetteer.by_id(id).is_none();
        let id = if is_free(&base) {
            base.clone()
        } else {
            let from = self.numbers.get(&base).copied().unwrap_or(2);
            let mut numbered = (from..).map(|number| (number, format!("{base}-{number}")));
            let (number, id) = numbered.find(|(_, id)| is_free(id)).unwrap_or_default();
            self.numbers.insert(base.clone(), number + 1);
            id
        };
        if id != base {
            self.intake.remark(spot, || {
                Diagnostic::warning(format!("the id `{base}` is taken; `{name}` is `{id}`"))
            });
        } else if let Some(given) = given.filter(|given| *given != id) {
            self.intake.remark(spot, || {
                Diagnostic::warning(format!("`{given}` cannot be an id; `{name}` is `{id}`"))
            });
        }
        self.ids.insert(id.clone());
        id
    }

    fn add_form(&mut self, index: usize, form: EntryForm) {
        let is_own = self.intake.is_own;
        let is_mask = |class: AliasClass| class == AliasClass::Mask;
        let earlier = self.seen.entry((index, form.text.clone())).or_default();
        let is_repeated = earlier.iter().any(|&(class, language)| {
            if is_own {
                class == form.class && language == form.language
            } else {
                is_mask(class) == is_mask(form.class) && languages_meet(language, form.language)
            }
        });
        if is_repeated {
            self.intake.tally.repeated += 1;
        } else {
            earlier.push((form.class, form.language));
            self.entries[index].forms.push(form);
        }
    }
}

/// Returns the class of a form that the file says nothing about.
fn guess(form: &str, is_office: bool) -> AliasClass {
    if is_office {
        AliasClass::Role
    } else if looks_like_acronym(form) {
        AliasClass::Acronym
    } else {
        AliasClass::Name
    }
}
