//! The articles pane: date, title, how often the followed entity is mentioned.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, heading, select, shown};
use crate::app::Focus;
use crate::app::articles::Filter;
use crate::config::Role;

/// Panes at least this wide have room for the date and some of the title.
const DATES_FROM: u16 = 24;
/// Cells of a date.
const DATE: usize = 10;

pub(super) struct ArticlesView<'a>(pub(super) Scene<'a>);

impl ArticlesView<'_> {
    /// Draws the line above the pane.
    pub(super) fn heading(&self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = *self;
        let pane = &scene.app.panes.articles;
        let words = match &pane.filter {
            None => "articles".to_owned(),
            Some(Filter::Text { found: None, .. }) => "filtering …".to_owned(),
            Some(Filter::Entity(id)) => {
                let library = &scene.app.library;
                let name = library
                    .entity(id)
                    .map_or(id.as_str(), |entity| scene.app.name_of(entity));
                format!("{} with {name}", pane.len(library))
            }
            Some(Filter::Text { query, .. }) => {
                format!("{} with {query}", pane.len(&scene.app.library))
            }
        };
        heading(
            scene,
            area,
            &words,
            scene.app.panes.focus == Focus::Articles,
            buffer,
        );
    }
}

impl Widget for ArticlesView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = self;
        let (app, library) = (scene.app, &scene.app.library);
        let pane = &app.panes.articles;
        if area.is_empty() {
            return;
        }
        if library.is_indexed() && pane.is_empty(library) {
            Pen::new(buffer, area, 0).put(" no article", scene.style(Role::Dim));
            return;
        }
        // Dated articles come first, so the first one tells whether any has a date of its own.
        let first = library.snapshot.corpus.documents.first();
        let has_dates =
            area.width >= DATES_FROM && first.is_some_and(|first| first.trusted_date().is_some());
        for (row, index, selected) in shown(pane.rows, pane.len(library), area) {
            let Some(doc) = pane.get(library, index) else {
                break;
            };
            let document = library.snapshot.document(doc);
            let here = app.page.doc() == Some(document.id);
            let role = if library.read.contains(&document.id) {
                Role::ListRead
            } else {
                Role::ListText
            };
            let style = scene.style(role);
            let mut pen = Pen::new(buffer, area, row);
            pen.put(if here { "▌" } else { " " }, scene.mark());
            let count = app.follow.count_in(doc);
            if count > 0 {
                pen.put_right(&count.to_string(), scene.style(Role::ListCount));
            }
            if has_dates {
                let date = document
                    .trusted_date()
                    .map_or_else(String::new, |date| date.to_string());
                pen.put_in(DATE, &date, scene.style(Role::Dim)).skip(1);
            }
            pen.put(&document.title, style);
            if selected && app.panes.focus == Focus::Articles {
                select(scene, area, row, buffer);
            }
        }
    }
}
