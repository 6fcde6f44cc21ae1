//! The scroll bar: how far down the page is, and where in the article the followed entity is mentioned.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Scene;
use crate::config::Role;

pub(super) struct ScrollbarView<'a>(pub(super) Scene<'a>);

impl Widget for ScrollbarView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = self;
        let area = area.intersection(buffer.area);
        let page = &scene.app.page;
        let length = page.text().len();
        if area.is_empty() || length == 0 {
            return;
        }
        let row_of = |offset: usize| -> u16 {
            let rows = usize::from(area.height);
            u16::try_from((offset.min(length - 1) * rows) / length).unwrap_or(0)
        };
        let visible = page.visible();
        let all = visible.start == 0 && visible.end >= page.text().trim_end().len();
        if !all {
            let thumb =
                row_of(visible.start)..=row_of(visible.end.saturating_sub(1).max(visible.start));
            for row in thumb {
                buffer.set_stringn(area.x, area.y + row, "┃", 1, scene.style(Role::Border));
            }
        }
        let (Some(followed), Some(doc)) = (scene.app.follow.entity(), page.doc()) else {
            return;
        };
        let mentions = scene.app.library.mentions_of(doc).iter();
        for mention in mentions.filter(|mention| mention.entity == followed) {
            let row = row_of(mention.span.start);
            buffer.set_stringn(area.x, area.y + row, "▐", 1, scene.kind(followed));
        }
    }
}
