//! The line at the top: what is read, and who is followed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, counted};
use crate::app::Lit;
use crate::config::Role;

pub(super) struct HeaderView<'a>(pub(super) Scene<'a>);

impl Widget for HeaderView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = self;
        let app = scene.app;
        let (text, strong) = (scene.style(Role::HeaderText), scene.style(Role::HeaderFollowed));
        buffer.set_style(area.intersection(buffer.area), text);
        let mut pen = Pen::new(buffer, area, 0);
        pen.skip(1);
        let lit = match app.follow.lit {
            Lit::All => "",
            Lit::Followed => "only followed lit ",
            Lit::Nothing => "nothing lit ",
        };
        if let Some(entity) = app.follow.entity() {
            let name = app.name_of(entity);
            let n = app.library.snapshot.postings(entity).len();
            let (words, count) = (format!("{lit}following "), format!("{} ", counted(n, "mention")));
            let width = [words.as_str(), name, &count].map(crate::text::width::cells).iter().sum::<usize>() + 1;
            // Who is followed matters more than what is read.
            if width + 8 <= pen.room() {
                pen.put_right(&count, text).put_right(name, strong.patch(scene.kind(entity))).put_right(words.trim_end(), text);
            } else {
                pen.put_right(&format!("{name} "), strong.patch(scene.kind(entity)));
            }
        } else if !lit.is_empty() {
            pen.put_right(lit, text);
        }
        let snapshot = &app.library.snapshot;
        pen.put("ibid", strong).skip(2);
        let name = snapshot.corpus.name.as_str();
        if !name.is_empty() {
            pen.put(name, text).put(" · ", text);
        }
        pen.put(&counted(snapshot.n_documents(), "article"), text);
        if app.library.is_indexed() {
            let entities = match app.library.entities.len() {
                1 => "1 entity".to_owned(),
                n => format!("{n} entities"),
            };
            for part in [entities, counted(app.library.n_mentions, "mention")] {
                // A number cut in two would be another number.
                if crate::text::width::cells(&part) + 3 <= pen.room() {
                    pen.put(" · ", text).put(&part, text);
                }
            }
        }
    }
}
