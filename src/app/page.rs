//! The page: which article, how far down, and which of its mentions is current.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::geometry::Rect;
use super::paging::Paper;
use crate::corpus::{DocId, Document};
use crate::index::Location;
use crate::matcher::Mention;
use crate::text::wrap::LineIndex;
use crate::text::{Source, Span};

/// The mention, or the word, that stepping starts from. It is kept by its span, which a reload of the gazetteer leaves alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// In which document.
    pub doc: DocId,
    /// Which part of its text.
    pub span: Span<Source>,
}

impl Cursor {
    /// Returns the position of its mention among those of its document.
    pub fn among(&self, mentions: &[Mention]) -> Option<usize> {
        let first = mentions.partition_point(|mention| mention.span.start < self.span.start);
        let here = mentions.iter().enumerate().skip(first);
        here.take_while(|(_, mention)| mention.span.start == self.span.start)
            .find(|(_, mention)| mention.span == self.span)
            .map(|(index, _)| index)
    }
}

/// No key goes further at once, whatever count is typed before it: every row on the way must be wrapped.
const SCROLL_AT_MOST: usize = 20_000;

/// The article being read.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The article; `None` until the first one is read.
    pub document: Option<Arc<Document>>,
    /// Offset in bytes of the word at the top. Only scrolling changes it, so that a resize and back shows the same word.
    pub anchor: usize,
    /// The current mention, or the word that was clicked.
    pub cursor: Option<Cursor>,
    left_at: BTreeMap<DocId, usize>,
    lines: LineIndex,
    rows: Vec<Span<Source>>,
    area: Rect,
}

impl Page {
    /// Returns the rows on the screen from the top, as spans of the article's text; an empty line is an empty span.
    pub fn rows(&self) -> &[Span<Source>] {
        &self.rows
    }

    /// Returns the text of the article.
    pub fn text(&self) -> &str {
        self.document.as_ref().map_or("", |document| &document.text)
    }

    /// Returns the id of the article.
    pub fn doc(&self) -> Option<DocId> {
        self.document.as_ref().map(|document| document.id)
    }

    /// Returns the part of the text that is on the screen.
    pub fn visible(&self) -> Span<Source> {
        match (self.rows.first(), self.rows.last()) {
            (Some(first), Some(last)) => Span::new(first.start, last.end.max(first.start)),
            _ => Span::new(0, 0),
        }
    }

    /// Returns the place of the word at the top.
    pub fn location(&self) -> Option<Location> {
        let doc = self.doc()?;
        Some(Location {
            doc,
            offset: self.anchor,
        })
    }

    /// Returns the cursor if it is in this article and on the screen.
    pub fn cursor_in_sight(&self) -> Option<Cursor> {
        let cursor = self
            .cursor
            .filter(|cursor| Some(cursor.doc) == self.doc())?;
        self.row_of(cursor.span.start).map(|_| cursor)
    }

    /// Returns which row on the screen an offset lies in.
    pub fn row_of(&self, offset: usize) -> Option<usize> {
        let visible = self.visible();
        if offset < visible.start || offset > visible.end || self.rows.is_empty() {
            return None;
        }
        Some(
            self.rows
                .partition_point(|row| row.start <= offset)
                .saturating_sub(1),
        )
    }

    fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    fn height(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Returns where an article was left, or its start.
    pub fn left_at(&self, doc: DocId) -> usize {
        self.left_at.get(&doc).copied().unwrap_or(0)
    }

    /// Shows another article from an offset on; the caller moves the cursor.
    pub(super) fn show(&mut self, document: Arc<Document>, offset: usize) {
        if let Some(before) = self.doc() {
            self.left_at.insert(before, self.anchor);
        }
        self.anchor = document.text.floor_char_boundary(offset);
        self.lines = LineIndex::new(&document.text);
        self.document = Some(document);
        self.refill();
    }

    /// Shows the same article from an offset on.
    pub(super) fn show_at(&mut self, offset: usize) {
        self.anchor = self.text().floor_char_boundary(offset);
        self.refill();
    }

    /// Takes the area that the text has on the screen.
    pub(super) fn fit(&mut self, area: Rect) {
        if self.area != area || self.rows.is_empty() {
            self.area = area;
            self.refill();
        }
    }

    /// Returns the text at the width of the page.
    pub(super) fn paper(&self) -> Paper<'_> {
        Paper {
            text: self.text(),
            lines: &self.lines,
            width: self.width(),
        }
    }

    /// Returns the lines of the text.
    pub(super) const fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Wraps what is on the screen. The last row of the text never leaves the lower edge of the page.
    fn refill(&mut self) {
        let height = self.height();
        if self.width() == 0 || height == 0 {
            self.rows = Vec::new();
            return;
        }
        let mut rows = self.paper().down(self.anchor, height);
        if rows.len() < height
            && let Some(first) = rows.first()
        {
            let mut above = self.paper().up(first.start, height - rows.len());
            above.append(&mut rows);
            rows = above;
        }
        self.rows = rows;
    }

    /// Makes the first row shown the anchor, once a key moved the page.
    fn settle(&mut self) {
        self.refill();
        if let Some(first) = self.rows.first() {
            self.anchor = first.start;
        }
    }

    /// Scrolls down by rows, or up if negative; returns whether the page moved.
    pub(super) fn scroll(&mut self, rows: isize) -> bool {
        let Some(first) = self.rows.first().map(|row| row.start) else {
            return false;
        };
        let wanted = rows.unsigned_abs().min(SCROLL_AT_MOST);
        let target = if rows < 0 {
            self.paper().up(first, wanted).first().copied()
        } else {
            self.paper().down(first, wanted + 1).last().copied()
        };
        let target = target.map(|row| row.start);
        self.anchor = target.unwrap_or(first);
        self.settle();
        self.rows.first().map(|row| row.start) != Some(first)
    }

    /// Returns how many rows the page shows.
    pub fn n_rows(&self) -> usize {
        self.height()
    }

    /// Puts an offset on the `row`-th row of the page, as far as the ends of the text allow.
    pub(super) fn place(&mut self, offset: usize, row: usize) {
        let offset = self.text().floor_char_boundary(offset);
        let row = row.min(self.height().saturating_sub(1));
        let above = self.paper().up(offset, row);
        let own = self.paper().down(offset, 1);
        let first = above.first().or(own.first());
        self.anchor = first.map_or(offset, |row| row.start);
        self.settle();
    }

    /// Brings an offset into sight: a third down the page, unless it is comfortably visible already.
    pub(super) fn reveal(&mut self, offset: usize) {
        let height = self.height();
        let margin = (height / 8).min(3);
        let comfortable = self
            .row_of(offset)
            .is_some_and(|row| row >= margin && row + margin < height.max(1));
        let at_an_end = self.row_of(offset).is_some_and(|row| {
            let first = self.rows.first().is_some_and(|first| first.start == 0);
            let last = self
                .rows
                .last()
                .is_some_and(|last| last.end >= self.text().trim_end().len());
            (row < margin && first) || (row + margin >= height && last)
        });
        if !comfortable && !at_an_end {
            self.place(offset, height / 3);
        }
    }
}
