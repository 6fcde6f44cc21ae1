//! The card: all that the corpus and the gazetteer say of one entity, every line a jump.

use std::collections::BTreeMap;

use super::library::Library;
use super::rows::Rows;
use super::{App, Notice, Popup};
use crate::corpus::{Date, DocId};
use crate::gazetteer::EntityId;
use crate::index::{KwicLine, Location, Posting};
use crate::matcher::Form;
use crate::text::Language;

/// A line of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardRow {
    /// What the lines below are.
    Heading(&'static str),
    /// A fact of the gazetteer: `kind`, `Wikidata` …; it leads to the entry.
    Fact {
        /// What it is.
        label: &'static str,
        /// What it says.
        value: String,
    },
    /// How this corpus first names it; leads there.
    First {
        /// The mention in its context.
        line: KwicLine,
        /// Where.
        location: Location,
    },
    /// A surface form; leads to its first mention.
    Surface {
        /// The characters as printed.
        surface: String,
        /// The language of the articles.
        language: Option<Language>,
        /// Its form.
        form: Form,
        /// How often.
        count: u32,
        /// Its first mention.
        location: Location,
    },
    /// An article; leads to its first mention there.
    Article {
        /// Its title.
        title: String,
        /// Its date.
        date: Option<Date>,
        /// How often.
        count: u32,
        /// Which.
        doc: DocId,
        /// Its first mention there.
        location: Location,
    },
    /// An entity in the same articles; leads to its card.
    Neighbour {
        /// Its id in the gazetteer.
        id: String,
        /// Its name.
        name: String,
        /// In how many articles both are.
        n_documents: u32,
    },
    /// An office held, or a holder of the office; leads to that card.
    Office {
        /// The id of the office or holder.
        id: String,
        /// Its name.
        name: String,
        /// The first day.
        from: Date,
        /// The last day; `None` is until now, as far as the gazetteer knows.
        to: Option<Date>,
        /// Acting or interim.
        acting: bool,
    },
}

/// The card of an entity.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// Its id in the gazetteer.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// How many mentions it has in how many articles.
    pub n_mentions: usize,
    /// In how many articles.
    pub n_documents: usize,
    /// The lines.
    pub lines: Vec<CardRow>,
    /// The selected line.
    pub rows: Rows,
}

/// How many lines a section has at most: enough to know an entity by, few enough to fit a screen.
const SURFACES: usize = 12;
const ARTICLES: usize = 10;
const NEIGHBOURS: usize = 8;
/// Characters on either side of the first mention.
const CONTEXT: usize = 60;

impl Card {
    /// Returns the card of an entity, the first line that leads somewhere selected.
    pub(super) fn of(library: &Library, entity: EntityId) -> Self {
        let snapshot = &library.snapshot;
        let known = snapshot.gazetteer.entity(entity);
        let mut lines = facts(library, entity);
        lines.extend(offices(library, entity));
        let postings = snapshot.postings(entity);
        if let Some(&first) = postings.first() {
            lines.push(CardRow::Heading("first named here"));
            lines.push(CardRow::First {
                line: snapshot.kwic_line(first, CONTEXT),
                location: location_of(library, first),
            });
            lines.push(CardRow::Heading("forms"));
            lines.extend(surfaces(library, postings));
            lines.push(CardRow::Heading("articles"));
            lines.extend(articles(library, entity));
        }
        let neighbours = neighbours(library, entity);
        if !neighbours.is_empty() {
            lines.push(CardRow::Heading("in the same articles"));
            lines.extend(neighbours);
        }
        let selected = lines
            .iter()
            .position(|line| matches!(line, CardRow::First { .. }))
            .unwrap_or(0);
        Self {
            id: known.id.clone(),
            name: known.name.clone(),
            n_mentions: postings.len(),
            n_documents: snapshot.document_counts(entity).len(),
            lines,
            rows: Rows { selected, top: 0 },
        }
    }

    /// Works the card out anew after the snapshot changed; keeps it as it was if the gazetteer no longer has the entity.
    pub(super) fn refresh(&mut self, library: &Library) {
        if let Some(entity) = library.entity(&self.id) {
            let rows = self.rows;
            *self = Self::of(library, entity);
            self.rows = rows;
        }
    }
}

impl App {
    /// Opens the card of an entity in front of what is there.
    pub(super) fn open_card(&mut self, entity: Option<EntityId>) {
        match entity {
            Some(entity) => {
                let card = Card::of(&self.library, entity);
                self.popups.push(Popup::Card(card));
            }
            None => self.notice = Some(Notice::failed("no mention on this screen")),
        }
    }
}

fn facts(library: &Library, entity: EntityId) -> Vec<CardRow> {
    let gazetteer = &library.snapshot.gazetteer;
    let known = gazetteer.entity(entity);
    let kind = gazetteer.kind_of(entity);
    let of = known
        .office
        .as_ref()
        .map(|office| gazetteer.entity(office.of).name.clone());
    [
        ("kind", Some(kind.id.clone())),
        ("of", of),
        ("Wikidata", known.qid.clone()),
        ("code", known.code.clone()),
        ("note", known.note.clone()),
        ("source", known.source.clone()),
    ]
    .into_iter()
    .filter_map(|(label, value)| {
        Some(CardRow::Fact {
            label,
            value: value?,
        })
    })
    .collect()
}

/// Returns the offices that an entity held, or who held the office that it is, the latest first.
fn offices(library: &Library, entity: EntityId) -> Vec<CardRow> {
    let gazetteer = &library.snapshot.gazetteer;
    let mut tenures: Vec<(EntityId, Date, Option<Date>, bool)> = Vec::new();
    for (office_id, known) in gazetteer.iter() {
        let Some(office) = &known.office else {
            continue;
        };
        for (index, holder) in office.holders.iter().enumerate() {
            let other = match (office_id == entity, holder.who == entity) {
                (true, _) => holder.who,
                (false, true) => office_id,
                (false, false) => continue,
            };
            let next = office.holders.get(index + 1);
            let to = holder
                .to
                .or_else(|| next.and_then(|next| next.from.yesterday().ok()));
            tenures.push((other, holder.from, to, holder.acting));
        }
    }
    tenures.sort_by_key(|&(other, from, ..)| (std::cmp::Reverse(from), other));
    let rows = tenures
        .into_iter()
        .map(|(other, from, to, acting)| CardRow::Office {
            id: gazetteer.entity(other).id.clone(),
            name: gazetteer.entity(other).name.clone(),
            from,
            to,
            acting,
        });
    let heading = match gazetteer.entity(entity).office {
        Some(_) => "holders",
        None => "offices",
    };
    let rows: Vec<CardRow> = rows.collect();
    if rows.is_empty() {
        return rows;
    }
    std::iter::once(CardRow::Heading(heading))
        .chain(rows)
        .collect()
}

fn surfaces(library: &Library, postings: &[Posting]) -> Vec<CardRow> {
    let snapshot = &library.snapshot;
    let mut counts: BTreeMap<(Option<Language>, &str, Form), (u32, Posting)> = BTreeMap::new();
    for &posting in postings {
        let document = snapshot.document(posting.doc);
        let mention = snapshot.mention(posting);
        let surface = mention.span.of(&document.text).unwrap_or_default();
        let entry = counts
            .entry((document.language, surface, mention.form))
            .or_insert((0, posting));
        entry.0 += 1;
    }
    let mut surfaces: Vec<_> = counts.into_iter().collect();
    surfaces.sort_by_key(|&(_, (count, first))| (std::cmp::Reverse(count), first));
    let row = |((language, surface, form), (count, first)): (
        (Option<Language>, &str, Form),
        (u32, Posting),
    )| {
        CardRow::Surface {
            surface: surface.to_owned(),
            language,
            form,
            count,
            location: location_of(library, first),
        }
    };
    surfaces.into_iter().take(SURFACES).map(row).collect()
}

fn articles(library: &Library, entity: EntityId) -> Vec<CardRow> {
    let snapshot = &library.snapshot;
    let mut counts = snapshot.document_counts(entity);
    counts.sort_by_key(|&(doc, count)| (std::cmp::Reverse(count), doc));
    let postings = snapshot.postings(entity);
    let rows = counts
        .into_iter()
        .take(ARTICLES)
        .filter_map(|(doc, count)| {
            let document = snapshot.document(doc);
            let first = *postings.get(postings.partition_point(|posting| posting.doc < doc))?;
            Some(CardRow::Article {
                title: document.title.clone(),
                date: document.dated.map(|dated| dated.date),
                count,
                doc: document.id,
                location: location_of(library, first),
            })
        });
    rows.collect()
}

fn neighbours(library: &Library, entity: EntityId) -> Vec<CardRow> {
    let gazetteer = &library.snapshot.gazetteer;
    let neighbours = library
        .snapshot
        .neighbours(entity, NEIGHBOURS * 2)
        .into_iter();
    let shown = neighbours
        .filter(|&(other, _)| library.is_shown(other))
        .take(NEIGHBOURS);
    shown
        .map(|(other, n_documents)| CardRow::Neighbour {
            id: gazetteer.entity(other).id.clone(),
            name: gazetteer.entity(other).name.clone(),
            n_documents,
        })
        .collect()
}

/// Returns where a mention starts, in terms that outlive the snapshot.
pub(super) fn location_of(library: &Library, posting: Posting) -> Location {
    Location {
        doc: library.snapshot.document(posting.doc).id,
        offset: library.snapshot.mention(posting).span.start,
    }
}
