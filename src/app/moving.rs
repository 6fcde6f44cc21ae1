//! Moving up and down: through the text, or through the rows of the list that has the keys.

use super::follow::Direction;
use super::{App, Focus, Motion, Notice};
use crate::config::Action;

impl App {
    /// Moves in the list or the page that has the keys.
    pub(super) fn go(&mut self, motion: Motion) {
        if self.popups.last().is_some() {
            self.go_in_popup(motion);
            return;
        }
        let layout = self.layout();
        match self.panes.focus {
            Focus::Page => self.go_on_page(motion),
            Focus::Articles => {
                let len = self.panes.articles.len(&self.library);
                self.panes
                    .articles
                    .rows
                    .go(motion, len, layout.articles.height.into());
            }
            Focus::Entities => {
                let len = self.panes.entities.listed().len();
                self.panes
                    .entities
                    .rows
                    .go(motion, len, layout.entities.height.into());
            }
        }
    }

    fn go_on_page(&mut self, motion: Motion) {
        let height = isize::try_from(self.page.n_rows()).unwrap_or(1);
        // Two lines stay from one page to the next, for the eye to find its place.
        let page = if height > 6 {
            height - 2
        } else {
            height.max(1)
        };
        let moved = match motion {
            Motion::By(rows) => self.page.scroll(rows),
            Motion::Halves(n) => self.page.scroll(n.saturating_mul((height / 2).max(1))),
            Motion::Pages(n) => self.page.scroll(n.saturating_mul(page)),
            Motion::To(line) => {
                self.remember();
                let last = self.page.lines().len().saturating_sub(1);
                let line = self.page.lines().get(line.min(last));
                let offset = line.map_or(0, |line| line.start);
                self.page.place(offset, 0);
                true
            }
            Motion::Last => {
                self.remember();
                self.page.place(self.page.text().len(), usize::MAX / 2);
                true
            }
        };
        let down = matches!(motion, Motion::By(n) | Motion::Halves(n) | Motion::Pages(n) if n > 0);
        if !moved && down && self.page.document.is_some() {
            let text = format!(
                "end of the article; {} goes on to the next",
                self.key_of(Action::NextArticle)
            );
            self.notice = Some(Notice::done(text));
        }
        self.drop_cursor_out_of_sight();
    }

    /// Scrolls to the start of a paragraph.
    pub(super) fn step_paragraph(&mut self, direction: Direction, count: usize) {
        for _ in 0..count {
            let top = self.page.visible().start;
            let paper = self.page.paper();
            let target = match direction {
                Direction::Forward => paper.next_paragraph(top),
                Direction::Back => paper.previous_paragraph(top),
            };
            if let Some(offset) = target {
                self.page.place(offset, 0);
            }
            // No paragraph in that direction, or it is on the screen already and the page can go no further.
            if self.page.visible().start == top {
                self.go_on_page(match direction {
                    Direction::Forward => Motion::Pages(1),
                    Direction::Back => Motion::Pages(-1),
                });
                return;
            }
        }
        self.drop_cursor_out_of_sight();
    }

    /// Puts the current mention in the middle of the page.
    pub(super) fn centre(&mut self) {
        if let Some(cursor) = self.page.cursor_in_sight() {
            self.page.place(cursor.span.start, self.page.n_rows() / 2);
        }
    }
}
