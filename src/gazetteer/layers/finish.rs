//! The last step: ids looked up, drafts made entities.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;

use super::super::raw::RawHolder;
use super::super::sheet::Sheet;
use super::super::suggest::did_you_mean;
use super::super::{
    Alias, AliasClass, CaseRule, Entity, EntityId, Gazetteer, Holder, Layer, Office, Origin,
};
use super::draft::{Draft, DraftFacts, DraftOffice, settle};
use super::kinds::KindList;
use super::phrases::Phrases;
use super::{Laying, Notes, Reach};

impl Laying<'_> {
    /// Fills the gazetteer with the entities that are not switched off.
    pub(super) fn finish(self, sheets: &[Sheet<'_>], gazetteer: &mut Gazetteer) -> Notes {
        let mut finishing = Finishing {
            sheets,
            phrases: self.phrases,
            kinds: self.kinds,
            by_id: self.by_id,
            live: Vec::new(),
            notes: self.notes,
            reach: self.reach,
        };
        finishing.find_live(&self.drafts);
        finishing.refuse_repeated_qids(&self.drafts);
        let names: HashMap<EntityId, String> = finishing.body_names(&self.drafts);
        for (index, draft) in self.drafts.into_iter().enumerate() {
            if let Some(id) = finishing.live[index] {
                gazetteer.ids.insert(draft.id.clone(), id);
                gazetteer.entities.push(finishing.entity(draft, &names));
            }
        }
        gazetteer.kinds = finishing.kinds.into_kinds();
        gazetteer.titles = finishing.phrases.into_titles();
        finishing.notes
    }
}

struct Finishing<'s, 'a> {
    sheets: &'s [Sheet<'a>],
    phrases: Phrases,
    kinds: KindList,
    by_id: HashMap<String, usize>,
    /// The final id of each draft; `None` where it is switched off or refused.
    live: Vec<Option<EntityId>>,
    notes: Notes,
    reach: Reach,
}

impl Finishing<'_, '_> {
    fn sheet(&self, origin: Origin) -> &Sheet<'_> {
        &self.sheets[origin.file as usize]
    }

    fn find_live(&mut self, drafts: &[Draft<'_>]) {
        let is_on: Vec<bool> = drafts
            .iter()
            .map(|draft| {
                !draft.disabled && !self.kinds.is_disabled(draft.kind) && self.has_name(draft)
            })
            .collect();
        let mut count = 0;
        for (index, draft) in drafts.iter().enumerate() {
            let is_live =
                is_on[index] && (!needs_body(draft) || self.has_body(draft, drafts, &is_on));
            self.live.push(is_live.then(|| EntityId::from_index(count)));
            count += usize::from(is_live);
        }
    }

    /// Returns whether a name is known; `replace` may have taken it away.
    fn has_name(&self, draft: &Draft<'_>) -> bool {
        let has_name = draft.kind == KindList::OFFICE || draft.facts.name.is_some();
        if !has_name {
            self.sheet(draft.origin).complain_at(draft.origin, || {
                Diagnostic::error(format!("`{}` has no `name`", draft.id))
                    .hint("`replace = true` forgets the earlier layers, the name too")
                    .rule("no-name")
            });
        }
        has_name
    }

    /// Returns whether the body of an office is known and switched on; complains when it is not known.
    fn has_body(&self, office: &Draft<'_>, drafts: &[Draft<'_>], is_on: &[bool]) -> bool {
        let Some((of, origin)) = &office.office.of else {
            self.sheet(office.origin).complain_at(office.origin, || {
                Diagnostic::error(format!("the office `{}` has no `of`", office.id))
                    .hint("`of` is the id of its state or organisation")
                    .rule("no-body")
            });
            return false;
        };
        match self.by_id.get(of.as_ref()) {
            Some(&body) if drafts[body].kind != KindList::OFFICE => is_on[body],
            Some(_) => {
                self.sheet(*origin).complain_at(*origin, || {
                    Diagnostic::error(format!(
                        "`{of}` is an office; `of` is the id of a state or organisation"
                    ))
                    .rule("no-body")
                });
                false
            }
            None => {
                self.complain_unknown(of, *origin, Diagnostic::error);
                false
            }
        }
    }

    fn complain_unknown(&self, id: &str, origin: Origin, severity: fn(String) -> Diagnostic) {
        self.sheet(origin).complain_at(origin, || {
            let mut known: Vec<&str> = self.by_id.keys().map(String::as_str).collect();
            known.sort_unstable();
            let mut complaint = severity(format!("unknown id `{id}`")).rule("unknown-id");
            complaint.hint = did_you_mean(id, known);
            complaint
        });
    }

    fn refuse_repeated_qids(&self, drafts: &[Draft<'_>]) {
        let mut owners: HashMap<&str, &str> = HashMap::with_capacity(drafts.len());
        for (draft, live) in drafts.iter().zip(&self.live) {
            let (Some(_), Some((qid, origin))) = (live, &draft.facts.qid) else {
                continue;
            };
            if let Some(owner) = owners.insert(qid, &draft.id) {
                self.sheet(*origin).complain_at(*origin, || {
                    Diagnostic::error(format!("`{qid}` is already the Wikidata id of `{owner}`"))
                        .rule("repeated-qid")
                });
            }
        }
    }

    /// Returns the names of the bodies that offices without a name are named after.
    fn body_names(&self, drafts: &[Draft<'_>]) -> HashMap<EntityId, String> {
        let mut names = HashMap::new();
        for draft in drafts {
            if let Some((of, _)) = &draft.office.of
                && let Some(&body) = self.by_id.get(of.as_ref())
                && let (Some(id), Some((name, _))) = (self.live[body], &drafts[body].facts.name)
            {
                names.insert(id, name.as_ref().to_owned());
            }
        }
        names
    }

    fn entity(&mut self, draft: Draft<'_>, names: &HashMap<EntityId, String>) -> Entity {
        let Draft {
            id,
            kind,
            origin,
            facts,
            mut aliases,
            solo,
            shared,
            office,
            ..
        } = draft;
        let is_office = kind == KindList::OFFICE;
        let body = office.of.as_ref().and_then(|(of, _)| self.id_of(of));
        let name = match &facts.name {
            Some((name, _)) => name.as_ref().to_owned(),
            None => office_name(
                &id,
                office.of.as_ref().map(|(of, _)| of.as_ref()),
                body.and_then(|body| names.get(&body)),
            ),
        };
        let is_named_by_titles = !office.titles.is_empty() || !office.patterns.is_empty();
        // In part of a bundled file, what lists no form may list some in another part; there every entity lists its forms (a test).
        let is_whole = self.reach == Reach::Whole || self.sheet(origin).layer != Layer::Bundled;
        if is_whole
            && !is_office
            && !is_named_by_titles
            && aliases.iter().all(|alias| alias.class == AliasClass::Mask)
        {
            aliases.push(name_as_alias(&name, &facts));
        }
        settle(&mut aliases, &solo, &shared, &mut self.notes);
        let owned = |text: std::borrow::Cow<'_, str>| text.into_owned();
        Entity {
            id,
            kind,
            name,
            qid: facts.qid.map(|(qid, _)| owned(qid)),
            code: facts.code.map(owned),
            note: facts.note.map(owned),
            source: facts.source.map(owned),
            aliases,
            office: body.map(|of| self.office(of, office)),
            origin,
        }
    }

    fn id_of(&self, id: &str) -> Option<EntityId> {
        self.live[*self.by_id.get(id)?]
    }

    fn office(&self, of: EntityId, draft: DraftOffice<'_>) -> Office {
        let mut titles = Vec::with_capacity(draft.titles.len());
        for (title, origin) in draft.titles {
            if self.phrases.has_title(&title) {
                titles.push(title.into_owned());
                continue;
            }
            self.sheet(origin).complain_at(origin, || {
                let mut complaint =
                    Diagnostic::error(format!("unknown title `{title}`")).rule("unknown-title");
                complaint.hint = self
                    .phrases
                    .title_hint(&title)
                    .or_else(|| Some(format!("declare it as `[titles.{title}]`")));
                complaint
            });
        }
        Office {
            of,
            titles,
            own_patterns: draft.patterns,
            holders: self.holders(draft.holders),
        }
    }

    /// Looks up the holders, which come in the order of `from`, and drops days that contradict them.
    fn holders(&self, drafts: BTreeMap<Date, (RawHolder<'_>, Origin)>) -> Vec<Holder> {
        let next_from: Vec<Option<Date>> = drafts
            .keys()
            .skip(1)
            .map(|from| Some(*from))
            .chain([None])
            .collect();
        let mut holders: Vec<Holder> = Vec::with_capacity(drafts.len());
        for ((from, (holder, origin)), next) in drafts.into_iter().zip(next_from) {
            let draft = self.by_id.get(holder.who.text.as_ref());
            if draft.is_none() {
                self.complain_unknown(&holder.who.text, origin, Diagnostic::warning);
            }
            let Some(who) = draft.and_then(|&draft| self.live[draft]) else {
                end_before(&mut holders, from);
                continue;
            };
            let flaw = holder.to.and_then(|to| flaw_of_end(from, to, next));
            if let Some(flaw) = &flaw {
                self.sheet(origin).complain_at(origin, || {
                    Diagnostic::error(format!("`{}` {flaw}", holder.who.text)).hint(
                        "`to` is the last day in office, and only needed where a vacancy follows",
                    )
                    .rule("holder-days")
                });
            }
            holders.push(Holder {
                who,
                from,
                to: holder.to.filter(|_| flaw.is_none()),
                acting: holder.acting,
                origin,
            });
        }
        holders
    }
}

/// Returns whether an entity is nothing without the body it is of: an office, or a body such as a government.
fn needs_body(draft: &Draft<'_>) -> bool {
    draft.kind == KindList::OFFICE || draft.office.of.is_some()
}

/// Ends the last holder's time on the day before: whoever came next is not known, but it was somebody else.
fn end_before(holders: &mut [Holder], from: Date) {
    if let Some(last) = holders.last_mut()
        && last.to.is_none_or(|to| to >= from)
    {
        last.to = from.yesterday().ok();
    }
}

fn flaw_of_end(from: Date, to: Date, next: Option<Date>) -> Option<String> {
    if to < from {
        return Some(format!("leaves on {to}, before the first day, {from}"));
    }
    // On the day of a change both are in office; the newcomer is meant.
    let next = next.filter(|next| to > *next)?;
    Some(format!(
        "leaves on {to}, after the next holder's first day, {next}"
    ))
}

fn name_as_alias(name: &str, facts: &DraftFacts<'_>) -> Alias {
    Alias {
        form: name.to_owned(),
        class: AliasClass::Name,
        language: None,
        case: CaseRule::default(),
        solo: false,
        shared: false,
        origin: facts
            .name
            .as_ref()
            .map(|(_, origin)| *origin)
            .unwrap_or_default(),
    }
}

/// Returns a name for an office from its id: `nato-secretary-general` of NATO is `NATO secretary general`, `us-president` is `US president`.
///
/// Where the id does not begin with the body's, a first word of up to three letters is written in capitals.
fn office_name(id: &str, of: Option<&str>, body_name: Option<&String>) -> String {
    let rest_after = |of: &str| id.strip_prefix(of)?.strip_prefix('-');
    if let (Some(rest), Some(body_name)) = (of.and_then(rest_after), body_name) {
        return format!("{body_name} {}", rest.replace('-', " "));
    }
    let words = id.replace('-', " ");
    let (first, rest) = words.split_once(' ').unwrap_or((&words, ""));
    let first = if first.chars().count() <= 3 {
        first.to_uppercase()
    } else {
        let mut letters = first.chars();
        let initial: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        initial + letters.as_str()
    };
    format!("{first} {rest}").trim_end().to_owned()
}
