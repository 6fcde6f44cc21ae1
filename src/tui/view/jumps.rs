//! The places jumped from, the latest first.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, select, shown};
use crate::app::jumps::JumpsList;
use crate::config::Role;

/// More bytes of the text than any row shows.
const BYTES: usize = 1000;

pub(super) struct JumpsView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) list: &'a JumpsList,
}

impl Widget for JumpsView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, list } = self;
        let (app, jumps) = (scene.app, &scene.app.jumps);
        if jumps.places().is_empty() {
            Pen::new(buffer, area, 0)
                .skip(1)
                .put("No jumps yet.", scene.style(Role::Dim));
        }
        for (row, index, selected) in shown(list.rows, jumps.places().len(), area) {
            let place = JumpsList::place_in(index, jumps);
            let Some((place, jump)) =
                place.and_then(|place| Some((place, jumps.places().get(place)?)))
            else {
                break;
            };
            let mut pen = Pen::new(buffer, area, row);
            let here = if place == jumps.at() { "▸" } else { " " };
            pen.put(here, scene.mark());
            let offset = jump
                .cursor
                .map_or(jump.top.offset, |cursor| cursor.span.start);
            match app.library.document(jump.top.doc) {
                Some((_, document)) => {
                    let third = pen.room() / 3;
                    let end = document
                        .text
                        .floor_char_boundary(offset.saturating_add(BYTES));
                    let line = document.text.get(offset..end).unwrap_or_default();
                    let line = line.lines().next().unwrap_or_default();
                    pen.put_in(third, &document.title, scene.style(Role::Dim))
                        .skip(2);
                    pen.put(line, scene.style(Role::ListText));
                }
                None => {
                    pen.put("an article that is gone", scene.style(Role::Dim));
                }
            }
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }
}
