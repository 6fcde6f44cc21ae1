//! Why a word is lit, or is not.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::Scene;
use super::pen::Pen;
use crate::app::why::Why;
use crate::config::Role;
use crate::text::visible::visible_line;

pub(super) struct WhyView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) why: &'a Why,
}

impl Widget for WhyView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, why } = self;
        let Some(lines) = &why.lines else {
            Pen::new(buffer, area, 0)
                .skip(1)
                .put("Looking …", scene.style(Role::Dim));
            return;
        };
        let width = usize::from(area.width.saturating_sub(2)).max(1);
        let mut row = 0;
        for (index, line) in lines.iter().enumerate().skip(why.rows.top) {
            let style = scene.style(if index == 0 {
                Role::ListHeading
            } else {
                Role::ListText
            });
            let line = visible_line(line);
            // What goes on in the next row stands further in, so that the reasons can be told apart.
            let options = textwrap::Options::new(width)
                .subsequent_indent("  ")
                .word_splitter(textwrap::WordSplitter::NoHyphenation);
            for part in textwrap::wrap(&line, options) {
                Pen::new(buffer, area, row).skip(1).put(&part, style);
                row += 1;
            }
        }
    }
}
