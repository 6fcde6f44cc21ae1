//! The gazetteer's entry of an entity.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, select, shown};
use crate::app::entry::Entry;
use crate::config::Role;
use crate::gazetteer::AliasClass;
use crate::matcher::Form;

pub(super) struct EntryView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) entry: &'a Entry,
}

impl Widget for EntryView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, entry } = self;
        let dim = scene.style(Role::Dim);
        for (row, index, selected) in shown(entry.rows, entry.lines.len(), area) {
            let Some(line) = entry.lines.get(index) else {
                break;
            };
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(1);
            let file = line
                .path
                .file_name()
                .map(|name| name.to_string_lossy())
                .unwrap_or_default();
            let place = format!("{file}:{} ", line.line);
            // Places beneath one another, as far as a third of the row goes.
            let third = pen.room() / 3;
            let place_width = crate::text::width::cells(&place);
            if place_width <= third {
                pen.put_right(&place, dim);
            }
            let style = scene.style(if index == 0 {
                Role::ListHeading
            } else {
                Role::ListText
            });
            let class = match line.class {
                None => "",
                Some(AliasClass::Mask) => "not",
                Some(class) => Form::from(class).as_str(),
            };
            let language = line
                .language
                .map_or_else(String::new, |language| language.to_string());
            if index > 0 {
                pen.put_in(9, class, dim)
                    .skip(1)
                    .put_in(3, &language, dim)
                    .skip(1);
            }
            pen.put(&line.text, style);
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }
}
