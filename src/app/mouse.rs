//! The mouse: the wheel scrolls what is under it, a click selects, a second click acts.

use super::page::Cursor;
use super::{App, Effect, Focus, Mouse, MouseKind, Rect};
use crate::index::DocIdx;
use crate::text::boundary::graphemes;
use crate::text::visible::{ChunkKind, chunks};
use crate::text::width::cells;
use crate::text::{Source, Span};

/// Rows for one notch of the wheel, as terminals scroll their own.
const NOTCH: isize = 3;

impl App {
    /// Takes what the mouse did.
    pub(super) fn mouse(&mut self, mouse: Mouse) -> Vec<Effect> {
        self.keyboard.clear();
        match mouse.kind {
            MouseKind::Click => self.click(mouse.column, mouse.row),
            MouseKind::WheelDown => self.wheel(mouse, NOTCH),
            MouseKind::WheelUp => self.wheel(mouse, -NOTCH),
        }
    }

    fn wheel(&mut self, mouse: Mouse, rows: isize) -> Vec<Effect> {
        let layout = self.layout();
        let over = |pane: Rect| pane.contains(mouse.column, mouse.row);
        if !self.popups.is_empty() {
            self.scroll_popup(rows);
        } else if over(layout.articles) {
            let len = self.panes.articles.len(&self.library);
            self.panes
                .articles
                .rows
                .scroll(rows, len, layout.articles.height.into());
        } else if over(layout.entities) {
            let len = self.panes.entities.listed().len();
            self.panes
                .entities
                .rows
                .scroll(rows, len, layout.entities.height.into());
        } else {
            self.page.scroll(rows);
            self.drop_cursor_out_of_sight();
        }
        Vec::new()
    }

    fn click(&mut self, column: u16, row: u16) -> Vec<Effect> {
        self.notice = None;
        let layout = self.layout();
        if let Some(popup) = layout.popups.last() {
            let line = usize::from(row.saturating_sub(popup.rows.y));
            if popup.rows.contains(column, row) {
                let top = self.popups.last().map_or(0, |popup| popup.rows().top);
                if self.select_in_popup(top + line) {
                    return self.open();
                }
            } else if !popup.outer.contains(column, row) {
                return super::act::act(self, crate::config::Action::Back, None);
            }
            return Vec::new();
        }
        if layout.articles.contains(column, row) {
            let rows = &mut self.panes.articles.rows;
            let clicked = rows.top + usize::from(row - layout.articles.y);
            if clicked < self.panes.articles.len(&self.library) {
                self.panes.articles.rows.selected = clicked;
                self.open_article_row();
            }
        } else if layout.entities.contains(column, row) {
            let clicked = self.panes.entities.rows.top + usize::from(row - layout.entities.y);
            if clicked < self.panes.entities.listed().len() {
                self.panes.entities.rows.selected = clicked;
                self.follow_row();
            }
        } else if layout.text.contains(column, row) {
            self.panes.focus = Focus::Page;
            self.click_text(column - layout.text.x, row - layout.text.y);
        } else if layout.strip.contains(column, row) {
            self.click_strip(column - layout.strip.x, layout.strip.width);
        } else if layout.column.contains(column, row) {
            self.panes.focus = Focus::Page;
        }
        Vec::new()
    }

    /// Selects the mention or the word under a cell of the text; opens the card of a mention that was selected.
    fn click_text(&mut self, column: u16, row: u16) {
        let (Some(&line), Some(doc)) = (self.page.rows().get(usize::from(row)), self.page.doc())
        else {
            return;
        };
        let Some(offset) = offset_at(self.page.text(), line, column.into()) else {
            self.page.cursor = None;
            return;
        };
        let clicked = self.span_at(offset).map(|span| Cursor { doc, span });
        if clicked.is_some() && clicked == self.page.cursor {
            let mentions = self.library.mentions_of(doc);
            let entity = clicked.and_then(|cursor| Some(mentions[cursor.among(mentions)?].entity));
            if entity.is_some() {
                self.open_card(entity);
            }
            return;
        }
        self.page.cursor = clicked;
    }

    /// Goes to the article under a cell of the heat strip.
    fn click_strip(&mut self, column: u16, width: u16) {
        let n = self.library.snapshot.n_documents();
        let cells = super::strip::cells(n, width.into());
        if usize::from(column) >= cells {
            return;
        }
        // The first article of the cell: the inverse of how the strip counts, rounded up.
        let first = (usize::from(column) * n).div_ceil(cells);
        if let Ok(doc) = u32::try_from(first) {
            self.go_to_article(DocIdx(doc));
        }
    }
}

/// Returns the offset of the character that a cell of a row shows, or `None` right of its end.
fn offset_at(text: &str, row: Span<Source>, column: usize) -> Option<usize> {
    let mut edge = 0;
    for chunk in chunks(text, row) {
        if chunk.kind != ChunkKind::Text {
            edge += cells(&chunk.shown);
            if column < edge {
                return Some(chunk.span.start);
            }
            continue;
        }
        for (at, grapheme) in graphemes(&chunk.shown) {
            edge += cells(grapheme);
            if column < edge {
                // What is shown as it is has the length of its source.
                return Some(chunk.span.start + at);
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_lead_to_the_characters_they_show() {
        let text = "l’É\u{1b}北\tx";
        let row = Span::new(0, text.len());
        for (column, shown) in [
            (0, "l"),
            (1, "’"),
            (2, "É"),
            (3, "\u{1b}"),
            (4, "北"),
            (5, "北"),
            (6, "\t"),
            (9, "\t"),
            (10, "x"),
        ] {
            let offset = offset_at(text, row, column);
            assert!(
                text.get(offset.unwrap()..).unwrap().starts_with(shown),
                "{column}"
            );
        }
        assert_eq!(offset_at(text, row, 11), None);
    }
}
