//! Who is known already: by Wikidata id, by id, by name; and which forms.

use std::collections::HashMap;

use crate::text::Language;
use crate::text::fold::{fold, units};

use super::super::lint::languages_meet;
use super::super::{Alias, AliasClass, CaseRule, EntityId, Gazetteer};

/// A gazetteer, ready to be asked for names.
pub(super) struct Known<'g> {
    pub(super) gazetteer: &'g Gazetteer,
    by_qid: HashMap<&'g str, EntityId>,
    by_name: HashMap<String, Vec<EntityId>>,
    /// An acronym says whom it means by its capitals: `us` is not the United States.
    by_acronym: HashMap<&'g str, Vec<EntityId>>,
    /// Adjectives, capitals and so on: who lists the form, though it does not name them.
    by_form: HashMap<String, Vec<EntityId>>,
    /// The forms of the entities that were asked for, by their folds.
    folded: HashMap<EntityId, HashMap<String, Vec<&'g Alias>>>,
}

/// Who was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Nobody.
    Nobody,
    /// One entity, and no doubt.
    One(EntityId),
    /// Several have the name.
    Several(Vec<EntityId>),
}

/// Who is looked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'w> {
    pub(super) qid: Option<&'w str>,
    pub(super) id: Option<&'w str>,
    pub(super) kind: Option<&'w str>,
    pub(super) name: Option<&'w str>,
    /// Forms that may tell where the name does not; only those of several words are looked at.
    pub(super) forms: &'w [&'w str],
}

/// Forms of one entity that are tried when its name is not known; the tenth is hardly the first that is.
const MAX_TRIED: usize = 10;

/// What is known of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cover {
    /// Nothing.
    New,
    /// A form of the entity matches whatever it would match.
    Known,
    /// The entity lists it as a phrase that does not name it.
    Masked,
}

impl<'g> Known<'g> {
    pub(super) fn new(gazetteer: &'g Gazetteer) -> Self {
        let mut known = Self {
            gazetteer,
            by_qid: HashMap::new(),
            by_name: HashMap::new(),
            by_acronym: HashMap::new(),
            by_form: HashMap::new(),
            folded: HashMap::new(),
        };
        for (id, entity) in gazetteer.iter() {
            if let Some(qid) = &entity.qid {
                known.by_qid.entry(qid).or_insert(id);
            }
            known.add_name(&entity.name, id);
            for alias in &entity.aliases {
                match alias.class {
                    AliasClass::Name => known.add_name(&alias.form, id),
                    AliasClass::Acronym => {
                        push_once(known.by_acronym.entry(&alias.form).or_default(), id);
                    }
                    AliasClass::Short
                    | AliasClass::Adjective
                    | AliasClass::Capital
                    | AliasClass::Metonym
                    | AliasClass::Role => {
                        push_once(known.by_form.entry(fold(&alias.form)).or_default(), id);
                    }
                    AliasClass::Mask => {}
                }
            }
        }
        known
    }

    fn add_name(&mut self, name: &str, id: EntityId) {
        push_once(self.by_name.entry(fold(name)).or_default(), id);
    }

    /// Returns the known entity that is meant.
    pub(super) fn find(&self, wanted: &Wanted<'_>) -> Found {
        if let Some(&id) = wanted.qid.and_then(|qid| self.by_qid.get(qid)) {
            return Found::One(id);
        }
        let by_id = wanted.id.and_then(|id| self.gazetteer.by_id(id));
        if let Some(id) = by_id.filter(|&id| self.may_be(wanted, id)) {
            return Found::One(id);
        }
        let long = wanted.forms.iter().filter(|form| form.contains(' '));
        let names = wanted.name.iter().chain(long.take(MAX_TRIED));
        let mut doubt = Found::Nobody;
        for name in names {
            match self.find_name(wanted, name) {
                Found::Nobody => {}
                Found::One(id) => return Found::One(id),
                several @ Found::Several(_) => doubt = several,
            }
        }
        if let (Found::Nobody, [only]) = (&doubt, wanted.forms) {
            // A single form: whoever lists it, under whatever class, is meant.
            let listed = self.by_form.get(&fold(only)).into_iter().flatten();
            return self.decide(wanted, listed.copied().collect());
        }
        doubt
    }

    /// Returns what an entity says of a form already.
    ///
    /// A form for every language is known when the entity has it in some language: the gazetteer knows better than a list without
    /// languages where it may stand.
    pub(super) fn cover(
        &mut self,
        id: EntityId,
        form: &str,
        class: AliasClass,
        language: Option<Language>,
    ) -> Cover {
        let aliases = &self.gazetteer.entity(id).aliases;
        let by_fold = self.folded.entry(id).or_insert_with(|| {
            let mut by_fold: HashMap<String, Vec<&Alias>> = HashMap::with_capacity(aliases.len());
            for alias in aliases {
                by_fold.entry(fold(&alias.form)).or_default().push(alias);
            }
            by_fold
        });
        let wants_mask = class == AliasClass::Mask;
        let mut cover = Cover::New;
        for alias in by_fold.get(&fold(form)).into_iter().flatten() {
            if !languages_meet(alias.language, language) || !matches_all(alias, form) {
                continue;
            }
            if (alias.class == AliasClass::Mask) == wants_mask {
                return Cover::Known;
            }
            if !wants_mask {
                cover = Cover::Masked;
            }
        }
        cover
    }

    fn find_name(&self, wanted: &Wanted<'_>, name: &str) -> Found {
        let named = self.by_name.get(&fold(name)).into_iter().flatten();
        let acronyms = self.by_acronym.get(name).into_iter().flatten();
        self.decide(wanted, named.chain(acronyms).copied().collect())
    }

    fn decide(&self, wanted: &Wanted<'_>, mut candidates: Vec<EntityId>) -> Found {
        candidates.retain(|&id| self.may_be(wanted, id));
        candidates.sort_unstable();
        candidates.dedup();
        let of_kind = candidates
            .iter()
            .filter(|&&id| wanted.kind == Some(self.kind(id)));
        if let [only] = of_kind.copied().collect::<Vec<_>>()[..] {
            return Found::One(only);
        }
        match candidates[..] {
            [] => Found::Nobody,
            [only] => Found::One(only),
            _ => Found::Several(candidates),
        }
    }

    fn kind(&self, id: EntityId) -> &str {
        &self.gazetteer.kind_of(id).id
    }

    /// Returns whether nothing contradicts: neither another Wikidata id nor a kind that the entity cannot be of.
    fn may_be(&self, wanted: &Wanted<'_>, id: EntityId) -> bool {
        let entity = self.gazetteer.entity(id);
        let other_qid = wanted
            .qid
            .is_some_and(|qid| entity.qid.as_ref().is_some_and(|known| known != qid));
        !other_qid
            && wanted
                .kind
                .is_none_or(|kind| kinds_agree(kind, self.kind(id)))
    }
}

/// Returns whether one entity may be of both kinds in two lists: a state is an organisation to some, a leader is neither to anybody.
fn kinds_agree(one: &str, other: &str) -> bool {
    const APART: [&str; 3] = ["office", "other", "leader"];
    one == other || !(APART.contains(&one) || APART.contains(&other))
}

fn push_once(list: &mut Vec<EntityId>, id: EntityId) {
    if list.last() != Some(&id) {
        list.push(id);
    }
}

/// Returns whether an alias matches the form itself: the same letters, every capital of the alias a capital, no accent too many.
fn matches_all(alias: &Alias, form: &str) -> bool {
    if alias.form == form {
        return true;
    }
    if alias.case == CaseRule::Exact || alias.form.len().abs_diff(form.len()) > form.len() {
        return false;
    }
    let (mut known, mut given) = (units(&alias.form, 0), units(form, 0));
    loop {
        match (known.next(), given.next()) {
            (None, None) => return true,
            (Some(known), Some(given)) => {
                let capital = alias.case == CaseRule::Any || !known.upper || given.upper;
                let accent = !given.marked || known.marked;
                if known.ch != given.ch || !capital || !accent {
                    return false;
                }
            }
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Layer, SourceFile};
    use super::*;

    fn gazetteer() -> Gazetteer {
        let file = SourceFile {
            path: "k.toml".into(),
            layer: Layer::Bundled,
        };
        let text = "schema = 1\n\
            [state.georgia]\nname = \"Georgia\"\nqid = \"Q230\"\n\
            [other.georgia-us]\nname = \"Georgia\"\nqid = \"Q1428\"\n\
            [state.turkey]\nname = \"Turkey\"\nnames.en = \"Turkey\"\nnot.en = \"wild turkey\"\n\
            [state.usa]\nname = \"United States\"\nacronyms.en = \"US\"\n\
            [leader.erdogan]\nname = \"Recep Erdoğan\"\nnames = \"{Recep ,}Erdoğan\"\n";
        Gazetteer::load(vec![(file, text.to_owned())]).0
    }

    #[test]
    fn an_entity_is_known_by_wikidata_id_id_or_name() {
        let gazetteer = gazetteer();
        let known = Known::new(&gazetteer);
        let find = |qid, id, kind, name| {
            let wanted = Wanted {
                qid,
                id,
                kind,
                name,
                forms: &["Recep Erdogan"][..usize::from(name == Some("RTE"))],
            };
            match known.find(&wanted) {
                Found::One(found) => Some(gazetteer.entity(found).id.clone()),
                Found::Several(several) => Some(format!("one of {}", several.len())),
                Found::Nobody => None,
            }
        };
        let some = |id: &str| Some(id.to_owned());
        assert_eq!(
            find(Some("Q230"), None, Some("place"), None),
            some("georgia")
        );
        assert_eq!(find(None, Some("turkey"), None, None), some("turkey"));
        assert_eq!(find(None, Some("turkey"), Some("leader"), None), None);
        assert_eq!(find(None, None, None, Some("TURKEY")), some("turkey"));
        assert_eq!(find(Some("Q1"), None, None, Some("Georgia")), None);
        assert_eq!(find(None, None, None, Some("Georgia")), some("one of 2"));
        assert_eq!(
            find(None, None, Some("state"), Some("Georgia")),
            some("georgia")
        );
        assert_eq!(find(None, None, None, Some("US")), some("usa"));
        assert_eq!(find(None, None, None, Some("us")), None);
        assert_eq!(
            find(None, None, Some("leader"), Some("RTE")),
            some("erdogan")
        );
    }

    #[test]
    fn a_form_is_known_when_one_matches_it() {
        let gazetteer = gazetteer();
        let mut known = Known::new(&gazetteer);
        let mut cover = |id: &str, form: &str, language: &str| {
            let id = gazetteer.by_id(id).unwrap();
            known.cover(id, form, AliasClass::Name, language.parse().ok())
        };
        assert_eq!(cover("erdogan", "Recep Erdogan", "de"), Cover::Known);
        assert_eq!(cover("erdogan", "ERDOĞAN", ""), Cover::Known);
        assert_eq!(cover("erdogan", "erdoğan", ""), Cover::New);
        assert_eq!(cover("turkey", "Turkey", ""), Cover::Known);
        assert_eq!(cover("turkey", "Turkey", "fr"), Cover::New);
        assert_eq!(cover("turkey", "Wild turkey", "en"), Cover::Masked);
        assert_eq!(cover("turkey", "Türkiye", "en"), Cover::New);
    }
}
