//! The heat strip: a cell an article, as high as it mentions the followed entity often.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, bar};
use crate::config::Role;

pub(super) struct StripView<'a>(pub(super) Scene<'a>);

impl Widget for StripView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = self;
        let cells = scene.app.strip(usize::from(area.width));
        let most = cells.iter().map(|cell| cell.count).max().unwrap_or(0);
        let mut pen = Pen::new(buffer, area, 0);
        for cell in cells {
            let role = if cell.here {
                Role::StripHere
            } else {
                Role::StripCell
            };
            pen.put(bar(cell.count, most), scene.style(role));
        }
        let line = scene.style(Role::Border);
        pen.put(" ", line).fill("─", line);
    }
}
