//! The line at the top: what is read, and who is followed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::{Pen, cut_end};
use super::{Scene, counted};
use crate::app::Lit;
use crate::config::Role;
use crate::text::visible::visible_line;
use crate::text::width::cells;

/// A folder's name takes no more cells than this, so that the numbers beside it are seen.
const LONGEST_NAME: usize = 24;

pub(super) struct HeaderView<'a>(pub(super) Scene<'a>);

impl Widget for HeaderView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = self;
        let app = scene.app;
        let (text, strong) = (
            scene.style(Role::HeaderText),
            scene.style(Role::HeaderFollowed),
        );
        buffer.set_style(area.intersection(buffer.area), text);
        let mut pen = Pen::new(buffer, area, 0);
        pen.skip(1);
        let lit = match app.follow.lit {
            Lit::All => "",
            Lit::Followed => "only ",
            Lit::Nothing => "nothing lit, ",
        };
        pen.put("ibid", strong).skip(2);
        // Who is followed matters more than what is read.
        if let Some(entity) = app.follow.entity() {
            let n = app.library.snapshot.postings(entity).len();
            let count = format!("· {} ", counted(n, "mention"));
            let words = format!("{lit}following");
            if cells(&count) + cells(&words) + cells(&visible_line(app.name_of(entity))) + 3
                <= pen.room()
            {
                pen.put_right(&count, text);
            }
            let before = pen.room();
            pen.put_right(app.name_of(entity), strong.patch(scene.kind(entity)));
            if pen.room() < before {
                pen.put_right(&words, text);
            }
        } else {
            pen.put_right(lit, text);
        }
        let mut gap = "";
        for part in parts(scene) {
            // A number cut in two would be another number.
            if cells(gap) + cells(&visible_line(&part)) <= pen.room() {
                pen.put(gap, text).put(&part, text);
                gap = " · ";
            }
        }
    }
}

/// Returns what is read: the corpus, articles, entities, mentions.
fn parts(scene: Scene<'_>) -> Vec<String> {
    let library = &scene.app.library;
    let mut parts = Vec::new();
    if !library.snapshot.corpus.name.is_empty() {
        parts.push(cut_end(&library.snapshot.corpus.name, LONGEST_NAME));
    }
    parts.push(counted(library.snapshot.n_documents(), "article"));
    if library.is_indexed() {
        parts.push(match library.entities.len() {
            1 => "1 entity".to_owned(),
            n => format!("{n} entities"),
        });
        parts.push(counted(library.n_mentions, "mention"));
    }
    parts
}
