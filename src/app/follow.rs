//! Following an entity through all articles.

use super::library::Library;
use super::page::{Cursor, Page};
use crate::gazetteer::EntityId;
use crate::index::{DocIdx, Posting};

/// What is lit on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lit {
    /// Every mention.
    #[default]
    All,
    /// Mentions of the followed entity.
    Followed,
    /// Nothing.
    Nothing,
}

/// The followed entity and what was counted of it once.
#[derive(Debug, Clone, Default)]
pub struct Follow {
    /// Its id in the gazetteer, which outlives a reload.
    pub id: Option<String>,
    /// What is lit on the page.
    pub lit: Lit,
    entity: Option<EntityId>,
    counts: Vec<(DocIdx, u32)>,
}

/// Which way to step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// In reading order.
    Forward,
    /// Against it.
    Back,
}

/// A step through the postings: where it leads, and whether it went over the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub posting: Posting,
    /// Whether the end of the corpus was passed.
    pub wrapped: bool,
}

impl Follow {
    /// Returns the followed entity in the gazetteer in force; `None` also when a reload took it out.
    pub const fn entity(&self) -> Option<EntityId> {
        self.entity
    }

    /// Returns how often each document that has it mentions it, in reading order.
    pub fn counts(&self) -> &[(DocIdx, u32)] {
        &self.counts
    }

    /// Returns how many mentions of it one document has.
    pub fn count_in(&self, doc: DocIdx) -> u32 {
        self.counts
            .binary_search_by_key(&doc, |&(doc, _)| doc)
            .map_or(0, |found| self.counts[found].1)
    }

    /// Follows another entity, or none.
    pub(super) fn set(&mut self, id: Option<String>, library: &Library) {
        self.id = id;
        self.refresh(library);
    }

    /// Looks the entity up again after the snapshot changed.
    pub(super) fn refresh(&mut self, library: &Library) {
        self.entity = self.id.as_deref().and_then(|id| library.entity(id));
        self.counts = match self.entity {
            Some(entity) => library.snapshot.document_counts(entity),
            None => Vec::new(),
        };
    }
}

/// A place between or on the mentions of all articles, to step from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// On a mention.
    At(Posting),
    /// Just before an offset in bytes of a document.
    Before(DocIdx, usize),
    /// Before everything.
    Start,
}

/// Returns where stepping starts: the cursor while it is in sight, else the top of the page.
pub(super) fn stepping_from(library: &Library, page: &Page) -> From {
    let Some(doc) = page.doc().and_then(|doc| library.snapshot.doc_idx(doc)) else {
        return From::Start;
    };
    let at = page.cursor_in_sight().and_then(|cursor| {
        let mention = cursor.among(library.snapshot.mentions(doc))?;
        Some(From::At(Posting {
            doc,
            mention: u32::try_from(mention).ok()?,
        }))
    });
    at.unwrap_or_else(|| {
        let offset = page
            .cursor_in_sight()
            .map_or(page.visible().start, |cursor| cursor.span.start);
        From::Before(doc, offset)
    })
}

/// Returns the next posting of a list in a direction, around the end if need be.
pub(super) fn step(library: &Library, postings: &[Posting], from: From, direction: Direction) -> Option<Step> {
    let (first, last) = (*postings.first()?, *postings.last()?);
    let start_of = |posting: &Posting| library.snapshot.mention(*posting).span.start;
    // The postings before the place, and those up to and with it.
    let (before, through) = match from {
        From::At(at) => (
            postings.partition_point(|posting| *posting < at),
            postings.partition_point(|posting| *posting <= at),
        ),
        From::Before(doc, offset) => {
            let before = postings.partition_point(|posting| (posting.doc, start_of(posting)) < (doc, offset));
            (before, before)
        }
        From::Start => (0, 0),
    };
    let found = match direction {
        Direction::Forward => postings.get(through).copied(),
        Direction::Back => before.checked_sub(1).map(|index| postings[index]),
    };
    let around = match direction {
        Direction::Forward => first,
        Direction::Back => last,
    };
    Some(Step {
        posting: found.unwrap_or(around),
        wrapped: found.is_none(),
    })
}

/// Returns which of the postings of its entity the cursor is on, from 0, if it is on one of them.
pub(super) fn rank(library: &Library, entity: EntityId, cursor: Cursor) -> Option<usize> {
    let doc = library.snapshot.doc_idx(cursor.doc)?;
    let mention = u32::try_from(cursor.among(library.snapshot.mentions(doc))?).ok()?;
    let posting = Posting { doc, mention };
    library.snapshot.postings(entity).binary_search(&posting).ok()
}

/// Returns the first posting of the next document in a direction that has the entity, around the end if need be.
pub(super) fn step_document(
    library: &Library,
    follow: &Follow,
    here: Option<DocIdx>,
    direction: Direction,
) -> Option<Step> {
    let counts = follow.counts();
    let (first, last) = (counts.first()?.0, counts.last()?.0);
    let before = here.map_or(0, |here| counts.partition_point(|&(doc, _)| doc < here));
    let through = here.map_or(0, |here| counts.partition_point(|&(doc, _)| doc <= here));
    let (found, around) = match direction {
        Direction::Forward => (counts.get(through), first),
        Direction::Back => (before.checked_sub(1).and_then(|index| counts.get(index)), last),
    };
    let doc = found.map_or(around, |&(doc, _)| doc);
    let postings = library.snapshot.postings(follow.entity()?);
    let posting = *postings.get(postings.partition_point(|posting| posting.doc < doc))?;
    Some(Step {
        posting,
        wrapped: found.is_none(),
    })
}
