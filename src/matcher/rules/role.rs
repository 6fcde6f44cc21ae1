//! Offices that stand for their holders: `the American president` is who held the office on the article's date.
//!
//! A second layer: a role may overlap the mention of the body inside it. A body that is named through its state, as `the British
//! government` is, is joined in the same way.

use rustc_hash::FxHashMap;

use crate::corpus::Date;
use crate::gazetteer::{AliasClass, AliasId, EntityId, Gazetteer, Office};
use crate::matcher::article::{Article, Word};
use crate::matcher::candidate::{Candidate, Rejection};
use crate::matcher::mention::{Certainty, Form, Mention, Reason};
use crate::matcher::spans::{Edges, Spans};
use crate::matcher::titles::Titles;
use crate::text::fold::fold;
use crate::text::{Source, Span};

/// An office named in the text, and who it stands for or why it stands for nobody.
#[derive(Debug, Clone)]
pub(crate) struct RoleCandidate {
    pub(crate) span: Span<Source>,
    pub(crate) alias: AliasId,
    pub(crate) verdict: Result<Mention, Rejection>,
}

/// What the rule looks things up in.
pub(crate) struct RoleContext<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) titles: &'a Titles,
    /// The day the article was written, if that is known.
    pub(crate) date: Option<Date>,
}

/// Returns the offices named in an article whose first layer is decided.
pub(crate) fn find(
    article: &Article<'_>,
    candidates: &[Candidate],
    context: &RoleContext<'_>,
) -> Vec<RoleCandidate> {
    let scene = Scene::new(candidates);
    let mut roles = written_out(article, candidates, &scene, context.gazetteer);
    for candidate in candidates.iter().filter(|candidate| candidate.is_alive()) {
        if let Some(alias) = candidate
            .alias()
            .filter(|_| candidate.class != AliasClass::Role)
        {
            let titled = context.titles.around(article, candidate).into_iter();
            roles.extend(
                titled
                    .filter(|&(span, _)| !scene.is_masked(span))
                    .map(|(span, office)| (span, office, alias)),
            );
        }
    }
    roles.sort_by_key(|&(span, office, _)| (span.start, std::cmp::Reverse(span.end), office));
    roles.dedup_by_key(|&mut (span, office, _)| (span, office));
    let mut end = 0;
    let mut longest: Vec<RoleCandidate> = Vec::new();
    for (span, office, alias) in roles {
        let is_same_place = longest.last().is_some_and(|last| last.span == span);
        if span.start < end && !is_same_place {
            continue;
        }
        end = span.end;
        longest.push(RoleCandidate {
            span,
            alias,
            verdict: if context.gazetteer.kind_of(office).id == "office" {
                resolve(article, &scene, context, (span, office, alias))
            } else {
                Ok(body(span, office, alias))
            },
        });
    }
    keep_one_reading(&mut longest, &scene, context.gazetteer);
    longest
}

/// What the first layer decided, as the roles need it.
struct Scene {
    leaders: Edges,
    /// All mentions, those of leaders too.
    any: Edges,
    /// The first mention of every entity.
    first: FxHashMap<EntityId, Span<Source>>,
    mentions: Spans<EntityId>,
    masks: Spans<()>,
}

impl Scene {
    fn new(candidates: &[Candidate]) -> Self {
        let alive = || candidates.iter().filter(|candidate| candidate.is_alive());
        let mentions: Vec<(&Candidate, EntityId)> = alive()
            .filter(|candidate| !candidate.is_mask() && candidate.class != AliasClass::Role)
            .filter_map(|candidate| Some((candidate, candidate.entity()?)))
            .collect();
        let any = mentions.iter().map(|&(mention, _)| mention);
        let mut first = FxHashMap::default();
        for &(candidate, entity) in &mentions {
            first.entry(entity).or_insert(candidate.span);
        }
        let masks = alive().filter(|candidate| candidate.is_mask());
        Self {
            leaders: Edges::of(any.clone().filter(|mention| mention.is_leader)),
            any: Edges::of(any),
            first,
            masks: Spans::new(masks.map(|mask| (mask.span, ()))),
            mentions: Spans::new(
                mentions
                    .iter()
                    .map(|&(mention, entity)| (mention.span, entity)),
            ),
        }
    }

    /// Returns whether a phrase listed as no mention shares text with a span.
    fn is_masked(&self, span: Span<Source>) -> bool {
        self.masks.overlap(span)
    }
}

/// Returns the offices that are written out whole, such as `head of NATO`.
///
/// One that does not name its body, such as `the secretary general`, needs the body or a holder elsewhere in the article.
fn written_out(
    article: &Article<'_>,
    candidates: &[Candidate],
    scene: &Scene,
    gazetteer: &Gazetteer,
) -> Vec<(Span<Source>, EntityId, AliasId)> {
    let mut roles = Vec::new();
    for candidate in candidates.iter().filter(|candidate| candidate.is_alive()) {
        let (AliasClass::Role, Some(id), Some(alias)) =
            (candidate.class, candidate.entity(), candidate.alias())
        else {
            continue;
        };
        let Some(office) = &gazetteer.entity(id).office else {
            continue;
        };
        let names_body = scene
            .mentions
            .overlapping(candidate.span)
            .any(|&entity| entity == office.of);
        let is_known = scene.first.contains_key(&office.of)
            || office
                .holders
                .iter()
                .any(|holder| scene.first.contains_key(&holder.who));
        // "The secretary-general of the opposition party" is that party's.
        let is_of_another = !names_body
            && article.word_after(candidate.span.end).is_some_and(|word| {
                word.gap == " " && article.lexicon.is_genitive(&fold(word.text))
            });
        let is_likely = names_body || candidate.is_one_word || is_known;
        if is_likely && !is_of_another && !scene.is_masked(candidate.span) {
            roles.push((candidate.span, id, alias));
        }
    }
    roles
}

/// Decides who an office stands for.
fn resolve(
    article: &Article<'_>,
    scene: &Scene,
    context: &RoleContext<'_>,
    (span, id, alias): (Span<Source>, EntityId, AliasId),
) -> Result<Mention, Rejection> {
    if context.gazetteer.kind_of(id).id != "office" {
        return Ok(body(span, id, alias));
    }
    if let Some(name) =
        name_after(article, scene, span).or_else(|| name_before(article, scene, span))
    {
        return Err(Rejection::TitleOfName(name));
    }
    let before = article
        .word_before(span.start)
        .filter(|word| word.is_adjacent() || matches!(word.gap, "-" | "\u{2010}" | "\u{2011}"));
    let qualifier = before.as_ref().map(|word| (fold(word.text), word.span));
    if let Some((word, place)) = &qualifier
        && article.lexicon.is_deputy(word)
    {
        return Err(Rejection::OtherOffice(*place));
    }
    let held_now = qualifier.filter(|(word, _)| article.lexicon.is_former(word));
    let office = context
        .gazetteer
        .entity(id)
        .office
        .as_ref()
        .ok_or(Rejection::NoAntecedent)?;
    let (who, reason, candidates) = match held_now {
        Some((_, place)) => (
            None,
            Reason::NotHeldNow(place),
            former_holders(office, scene),
        ),
        None => holder(office, scene, context.date),
    };
    Ok(Mention {
        span,
        entity: who.unwrap_or(id),
        form: Form::Role,
        certainty: if who.is_some() {
            Certainty::Likely
        } else {
            Certainty::Uncertain
        },
        candidates,
        alias,
        office: Some(id),
        reason,
    })
}

/// Returns the mention of a body that is named through its state, such as `the British government`.
fn body(span: Span<Source>, id: EntityId, alias: AliasId) -> Mention {
    Mention {
        span,
        entity: id,
        form: Form::Name,
        certainty: Certainty::Sure,
        candidates: Vec::new(),
        alias,
        office: None,
        reason: Reason::Listed,
    }
}

/// Returns who held an office: on the article's date, else the one holder that the article names.
fn holder(
    office: &Office,
    scene: &Scene,
    date: Option<Date>,
) -> (Option<EntityId>, Reason, Vec<EntityId>) {
    if let Some(date) = date {
        return match office.holder_on(date) {
            Some(holder) => (Some(holder.who), Reason::HolderOn(date), Vec::new()),
            None => (None, Reason::HolderUnknown, Vec::new()),
        };
    }
    let named = former_holders(office, scene);
    match named[..] {
        [who] => (
            Some(who),
            scene
                .first
                .get(&who)
                .copied()
                .map_or(Reason::HolderUnknown, Reason::HolderNamed),
            Vec::new(),
        ),
        _ => (None, Reason::HolderUnknown, named),
    }
}

/// Returns the holders of an office that the article names.
fn former_holders(office: &Office, scene: &Scene) -> Vec<EntityId> {
    let mut named: Vec<EntityId> = office
        .holders
        .iter()
        .map(|holder| holder.who)
        .filter(|who| scene.first.contains_key(who))
        .collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// Returns the name after an office that the office is the title of: `President Biden`, `the president (Vladimir) Putin`,
/// `the commander, General Wolters`.
fn name_after(article: &Article<'_>, scene: &Scene, role: Span<Source>) -> Option<Span<Source>> {
    let mut end = role.end;
    for _ in 0..3 {
        let word = article.word_after(end)?;
        let joins = |c| matches!(c, ' ' | '\u{a0}' | '\n' | ',' | '(' | '“' | '«' | '"' | '.');
        if !word.gap.chars().all(joins)
            || word.gap.contains("\n\n")
            || word.gap.starts_with(". ") && end == role.end
        {
            return None;
        }
        if scene.leaders.starts.contains(&word.span.start) {
            return Some(word.span);
        }
        if end == role.end
            && !article.lexicon.capitalises_nouns
            && is_unknown_name(article, scene, &word)
            && (word.is_adjacent() || is_full_name_in_commas(article, scene, &word))
        {
            return Some(word.span);
        }
        // Another title may stand between.
        if !article.lexicon.is_honorific(&fold(word.text)) {
            return None;
        }
        end = word.span.end;
    }
    None
}

/// Returns whether a word after a comma begins the full name of somebody unknown: `Argentina's president, Néstor Someone, said`.
fn is_full_name_in_commas(article: &Article<'_>, scene: &Scene, first: &Word<'_>) -> bool {
    first.gap.trim() == ","
        && article
            .word_after(first.span.end)
            .is_some_and(|second| second.is_adjacent() && is_unknown_name(article, scene, &second))
}

/// Returns the name before an office that the office explains: `Jens Stoltenberg, Secretary General of NATO`.
fn name_before(article: &Article<'_>, scene: &Scene, role: Span<Source>) -> Option<Span<Source>> {
    let mut start = role.start;
    // "Joe Biden, then the American president": a few small words may stand between.
    for _ in 0..3 {
        let word = article.word_before(start)?;
        let is_apposition = matches!(word.gap.trim(), "," | "(" | "–" | "—");
        if is_apposition && scene.leaders.ends.contains(&word.span.end) {
            return Some(word.span);
        }
        let first_name = article.word_before(word.span.start);
        let is_unknown_person = is_apposition
            && is_unknown_name(article, scene, &word)
            && !scene.any.ends.contains(&word.span.end)
            && first_name.is_some_and(|first| {
                first.is_adjacent() && is_unknown_name(article, scene, &first)
            });
        if is_unknown_person {
            return Some(word.span);
        }
        if is_apposition || word.is_capitalised() || !word.is_adjacent() {
            return None;
        }
        start = word.span.start;
    }
    None
}

/// Returns whether a word looks like part of a name that the gazetteer does not have.
fn is_unknown_name(article: &Article<'_>, scene: &Scene, word: &Word<'_>) -> bool {
    let folded = fold(word.text);
    let lexicon = article.lexicon;
    word.is_capitalised()
        && !scene.any.starts.contains(&word.span.start)
        && !lexicon.is_calendar(&folded)
        && !lexicon.is_function_word(&folded)
        && !lexicon.is_honorific(&folded)
        && !article.is_title_case_line(word.span.start)
        && !article.is_all_caps_line(word.span.start)
}

/// Of several offices with one title at one place, keeps the one whose holder the article names, or else whose body, else all as readings of
/// the first.
fn keep_one_reading(roles: &mut [RoleCandidate], scene: &Scene, gazetteer: &Gazetteer) {
    for group in roles.chunk_by_mut(|a, b| a.span == b.span) {
        let verdicts = || group.iter().filter_map(|role| role.verdict.as_ref().ok());
        let readings: Vec<EntityId> = verdicts().map(|mention| mention.entity).collect();
        if readings.len() < 2 {
            continue;
        }
        let is_named = |entity: EntityId| scene.first.contains_key(&entity);
        let has_named_body = |mention: &&Mention| {
            let office = mention
                .office
                .and_then(|office| gazetteer.entity(office).office.as_ref());
            office.is_some_and(|office| is_named(office.of))
        };
        let named = verdicts().filter(|mention| is_named(mention.entity));
        let winner = only_entity(named).or_else(|| only_entity(verdicts().filter(has_named_body)));
        let mut is_first = true;
        for role in group {
            let Ok(mention) = &mut role.verdict else {
                continue;
            };
            let wins = winner.map_or(is_first, |winner| winner == mention.entity);
            if wins && is_first {
                if winner.is_none() {
                    mention.certainty = Certainty::Uncertain;
                    mention.reason = Reason::Ambiguous;
                    mention.candidates = readings
                        .iter()
                        .copied()
                        .filter(|&reading| reading != mention.entity)
                        .collect();
                }
                is_first = false;
            } else {
                role.verdict = Err(Rejection::AnotherNamed);
            }
        }
    }
}

/// Returns the entity of the one mention that there is.
fn only_entity<'m>(mut mentions: impl Iterator<Item = &'m Mention>) -> Option<EntityId> {
    let first = mentions.next()?;
    mentions.next().is_none().then_some(first.entity)
}
