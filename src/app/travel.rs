//! Going to places: mentions, articles, jumps, and back.

use std::sync::Arc;

use super::follow::{self, Direction, Step};
use super::jumps::Jump;
use super::page::Cursor;
use super::{App, Notice};
use crate::corpus::DocId;
use crate::gazetteer::EntityId;
use crate::index::{DocIdx, Location, Posting};
use crate::text::{Source, Span};

impl App {
    /// Returns where the reader is, to come back to.
    pub(super) fn here(&self) -> Option<Jump> {
        let top = self.page.location()?;
        Some(Jump {
            top,
            cursor: self.page.cursor_in_sight(),
        })
    }

    /// Remembers where the reader is before a jump.
    pub(super) fn remember(&mut self) {
        if let Some(here) = self.here() {
            self.jumps.push(here);
        }
    }

    /// Shows an article; says its title if it is another one.
    fn show_article(&mut self, doc: DocIdx, offset: Option<usize>) {
        let document = Arc::clone(self.library.snapshot.document(doc));
        if self.page.doc() == Some(document.id) {
            return;
        }
        let offset = offset.unwrap_or_else(|| self.page.left_at(document.id));
        self.notice = Some(Notice::article(&document.title));
        self.page.show(document, offset);
        self.search_again();
    }

    /// Goes to an article, where it was left.
    pub(super) fn go_to_article(&mut self, doc: DocIdx) {
        self.remember();
        self.show_article(doc, None);
        self.drop_cursor_out_of_sight();
    }

    /// Goes to a part of an article and makes it current.
    pub(super) fn go_to_span(&mut self, doc: DocId, span: Span<Source>) -> bool {
        let Some(doc_idx) = self.library.snapshot.doc_idx(doc) else {
            // The first article is read before anything is indexed.
            if self.page.doc() != Some(doc) {
                self.notice = Some(Notice::failed("that article is gone"));
                return false;
            }
            self.page.cursor = Some(Cursor { doc, span });
            self.page.reveal(span.start);
            return true;
        };
        self.show_article(doc_idx, Some(0));
        self.page.cursor = Some(Cursor { doc, span });
        self.page.reveal(span.start);
        true
    }

    /// Goes to a mention and makes it current.
    pub(super) fn go_to_posting(&mut self, posting: Posting) {
        let doc = self.library.snapshot.document(posting.doc).id;
        let span = self.library.snapshot.mention(posting).span;
        self.go_to_span(doc, span);
    }

    /// Goes to the mention of an entity that starts at a place, as a row of a card or concordance names it, and follows the entity.
    pub(super) fn go_to_mention(&mut self, location: Location, id: &str) {
        let mentions = self.library.mentions_of(location.doc);
        let entity = self.library.entity(id);
        let first = mentions.partition_point(|mention| mention.span.start < location.offset);
        let span = mentions
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|mention| mention.span.start == location.offset)
            .find(|mention| Some(mention.entity) == entity)
            .map_or(Span::new(location.offset, location.offset), |mention| {
                mention.span
            });
        self.remember();
        if self.go_to_span(location.doc, span) {
            self.popups.clear();
            self.panes.focus = super::Focus::Page;
            self.follow.set(Some(id.to_owned()), &self.library);
        }
    }

    /// Forgets the current mention once it was scrolled away, so that stepping starts from what is on the screen.
    pub(super) fn drop_cursor_out_of_sight(&mut self) {
        self.page.cursor = self.page.cursor_in_sight();
    }

    /// Steps through the mentions of the followed entity in all articles.
    pub(super) fn step_mention(&mut self, direction: Direction, count: usize) {
        let Some(entity) = self.followed_or_say() else {
            return;
        };
        let from = follow::stepping_from(&self.library, &self.page);
        let postings = self.library.snapshot.postings(entity);
        let step = follow::step(&self.library, postings, from, direction, count);
        self.take_step(step, direction, entity);
    }

    /// Steps through the articles that have the followed entity, to its first mention there.
    pub(super) fn step_article_with(&mut self, direction: Direction, count: usize) {
        let Some(entity) = self.followed_or_say() else {
            return;
        };
        let here = self
            .page
            .doc()
            .and_then(|doc| self.library.snapshot.doc_idx(doc));
        let step = follow::step_document(&self.library, &self.follow, here, direction, count);
        self.take_step(step, direction, entity);
    }

    fn take_step(&mut self, step: Option<Step>, direction: Direction, entity: EntityId) {
        let Some(step) = step else {
            let text = format!("no article mentions {}", self.name_of(entity));
            self.notice = Some(Notice::failed(text));
            return;
        };
        self.remember();
        self.go_to_posting(step.posting);
        if step.wrapped {
            self.notice = Some(Notice::went(match direction {
                Direction::Forward => "went on from the first article",
                Direction::Back => "went on from the last article",
            }));
        }
    }

    fn followed_or_say(&mut self) -> Option<EntityId> {
        let entity = self.follow.entity();
        if entity.is_none() {
            self.notice = Some(Notice::failed(match &self.follow.id {
                Some(id) if self.library.is_indexed() => {
                    format!("the gazetteer no longer has `{id}`")
                }
                Some(_) => "nothing is indexed yet".to_owned(),
                None => format!(
                    "nothing is followed; {} follows the entity under the cursor, {} picks one",
                    self.key_of(crate::config::Action::Follow),
                    self.key_of(crate::config::Action::PickEntity),
                ),
            }));
        }
        entity
    }

    /// Steps through all mentions of this article.
    pub(super) fn step_here(&mut self, direction: Direction, count: usize) {
        let Some(doc) = self.page.doc() else { return };
        let cursor = self.page.cursor_in_sight();
        let offset = cursor.map_or(self.page.visible().start, |cursor| cursor.span.start);
        let spans: Vec<Span<Source>> = self
            .library
            .mentions_of(doc)
            .iter()
            .filter(|mention| self.library.is_shown(mention.entity))
            .map(|mention| mention.span)
            .collect();
        let at = cursor.and_then(|cursor| spans.iter().position(|&span| span == cursor.span));
        let (before, through) = if let Some(at) = at {
            (at, at + 1)
        } else {
            let before = spans.partition_point(|span| span.start < offset);
            (before, before)
        };
        let Some((index, wrapped)) = follow::stride(spans.len(), before, through, direction, count)
        else {
            self.notice = Some(Notice::failed(
                "this article mentions nobody that the gazetteer knows",
            ));
            return;
        };
        self.go_to_span(doc, spans[index]);
        if wrapped {
            self.notice = Some(Notice::done(match direction {
                Direction::Forward => "went on from the top of the article",
                Direction::Back => "went on from the bottom of the article",
            }));
        }
    }

    /// Goes through the articles that the filter leaves.
    pub(super) fn step_article(&mut self, direction: Direction, count: usize) {
        let here = self
            .page
            .doc()
            .and_then(|doc| self.library.snapshot.doc_idx(doc));
        let n = self.panes.articles.len(&self.library);
        let row = here.map(|here| self.panes.articles.row_of(here));
        let target = match (direction, row) {
            (_, None) => Some(0),
            (Direction::Forward, Some(Ok(row))) => {
                Some((row + count).min(n.saturating_sub(1))).filter(|&to| to != row)
            }
            (Direction::Forward, Some(Err(before))) => {
                Some(before + count - 1).filter(|&to| to < n)
            }
            (Direction::Back, Some(Ok(row))) => {
                Some(row.saturating_sub(count)).filter(|&to| to != row)
            }
            (Direction::Back, Some(Err(before))) => before.checked_sub(count),
        };
        match target.and_then(|row| self.panes.articles.get(&self.library, row)) {
            Some(doc) => self.go_to_article(doc),
            None => {
                self.notice = Some(Notice::failed(match direction {
                    Direction::Forward => "this is the last article",
                    Direction::Back => "this is the first article",
                }));
            }
        }
    }

    /// Goes to a place jumped from.
    pub(super) fn return_to(&mut self, jump: Jump) {
        match self.library.snapshot.doc_idx(jump.top.doc) {
            Some(doc) => self.show_article(doc, Some(jump.top.offset)),
            None if self.page.doc() == Some(jump.top.doc) => {}
            None => {
                self.notice = Some(Notice::failed("that article is gone"));
                return;
            }
        }
        self.page.show_at(jump.top.offset);
        self.page.cursor = jump.cursor;
    }

    /// Goes back along the jumps.
    pub(super) fn jump_back(&mut self, count: usize) {
        for _ in 0..count {
            let here = self.here();
            let Some(jump) = self.jumps.back(here) else {
                self.notice = Some(Notice::failed("no earlier place to go back to"));
                return;
            };
            self.return_to(jump);
        }
    }

    /// Goes forward along the jumps.
    pub(super) fn jump_forward(&mut self, count: usize) {
        for _ in 0..count {
            let Some(jump) = self.jumps.forward() else {
                self.notice = Some(Notice::failed("no later place to go forward to"));
                return;
            };
            self.return_to(jump);
        }
    }
}
