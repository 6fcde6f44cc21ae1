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

/// Returns where `count` steps through a list of postings in a direction lead, around the end if need be.
pub(super) fn step(
    library: &Library,
    postings: &[Posting],
    from: From,
    direction: Direction,
    count: usize,
) -> Option<Step> {
    let start_of = |posting: &Posting| library.snapshot.mention(*posting).span.start;
    // How many postings stand before the place, and how many up to and with it.
    let (before, through) = match from {
        From::At(at) => (
            postings.partition_point(|posting| *posting < at),
            postings.partition_point(|posting| *posting <= at),
        ),
        From::Before(doc, offset) => {
            let before = postings
                .partition_point(|posting| (posting.doc, start_of(posting)) < (doc, offset));
            (before, before)
        }
        From::Start => (0, 0),
    };
    let (index, wrapped) = stride(postings.len(), before, through, direction, count)?;
    let posting = *postings.get(index)?;
    Some(Step { posting, wrapped })
}

/// Returns which of `len` things `count` steps lead to from a place that `before` of them stand before, `through` before or at; and
/// whether the end was passed.
pub(super) fn stride(
    len: usize,
    before: usize,
    through: usize,
    direction: Direction,
    count: usize,
) -> Option<(usize, bool)> {
    let more = count.max(1) - 1;
    if len == 0 {
        return None;
    }
    Some(match direction {
        Direction::Forward => ((through + more) % len, through + more >= len),
        Direction::Back => (
            (before + len * (1 + more / len) - 1 - more) % len,
            more + 1 > before,
        ),
    })
}

/// Returns which of the postings of its entity the cursor is on, from 0, if it is on one of them.
pub(super) fn rank(library: &Library, entity: EntityId, cursor: Cursor) -> Option<usize> {
    let doc = library.snapshot.doc_idx(cursor.doc)?;
    let mention = u32::try_from(cursor.among(library.snapshot.mentions(doc))?).ok()?;
    let posting = Posting { doc, mention };
    library
        .snapshot
        .postings(entity)
        .binary_search(&posting)
        .ok()
}

/// Returns the first posting of the document that `count` steps through those that have the entity lead to, around the end if need be.
pub(super) fn step_document(
    library: &Library,
    follow: &Follow,
    here: Option<DocIdx>,
    direction: Direction,
    count: usize,
) -> Option<Step> {
    let counts = follow.counts();
    let before = here.map_or(0, |here| counts.partition_point(|&(doc, _)| doc < here));
    let through = here.map_or(0, |here| counts.partition_point(|&(doc, _)| doc <= here));
    let (index, wrapped) = stride(counts.len(), before, through, direction, count)?;
    let doc = counts.get(index)?.0;
    let postings = library.snapshot.postings(follow.entity()?);
    let posting = *postings.get(postings.partition_point(|posting| posting.doc < doc))?;
    Some(Step { posting, wrapped })
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Back, Forward};

    #[test]
    fn strides_go_around_the_end() {
        for (before, through, direction, count, expected) in [
            (0, 0, Forward, 1, (0, false)), // before the first
            (0, 1, Forward, 1, (1, false)), // on the first
            (0, 1, Forward, 4, (4, false)),
            (0, 1, Forward, 5, (0, true)),
            (4, 5, Forward, 1, (0, true)),
            (4, 5, Forward, 12, (1, true)),
            (4, 5, Back, 1, (3, false)),
            (4, 5, Back, 4, (0, false)),
            (4, 5, Back, 5, (4, true)),
            (0, 1, Back, 1, (4, true)),
            (5, 5, Back, 1, (4, false)), // after the last
            (0, 0, Back, 11, (4, true)),
        ] {
            let found = stride(5, before, through, direction, count);
            assert_eq!(
                found,
                Some(expected),
                "{before} {through} {direction:?} {count}"
            );
        }
        assert_eq!(stride(0, 0, 0, Forward, 1), None);
    }
}
