//! The concordance: the mentions beneath one another, their contexts on either side.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::pen::{Pen, cut_end, cut_start};
use super::{Scene, counted, select, shown};
use crate::app::concordance::{Concordance, order_name};
use crate::config::Role;
use crate::index::KwicLine;
use crate::text::visible::visible_line;
use crate::text::width::cells;

/// Rows at least this wide say which article a line is from, in a sixth of their cells.
const SOURCES_FROM: u16 = 90;
const SOURCE: u16 = 6;

pub(super) struct ConcordanceView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) concordance: &'a Concordance,
}

/// Returns what stands beside the name.
pub(super) fn detail(concordance: &Concordance) -> String {
    format!(
        "{} by {}",
        counted(concordance.len(), "mention"),
        order_name(concordance.order)
    )
}

impl Widget for ConcordanceView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, concordance } = self;
        let library = &scene.app.library;
        let top = concordance.rows.top;
        let lines = concordance.lines(library, top..top + usize::from(area.height));
        let has_sources = area.width >= SOURCES_FROM;
        let source_width = usize::from(area.width / SOURCE);
        let sources = if has_sources { source_width + 2 } else { 0 };
        // The keyword starts in the same column in every line, a little left of the middle: what follows is read more than what leads.
        let left = usize::from(area.width).saturating_sub(sources + 2) * 2 / 5;
        for ((row, _, selected), line) in
            shown(concordance.rows, concordance.len(), area).zip(&lines)
        {
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(1);
            if has_sources {
                let document = library.snapshot.document(line.doc);
                let date = document.trusted_date().map(|date| format!("{date} "));
                let source = format!("{}{}", date.unwrap_or_default(), document.title);
                pen.put_in(source_width, &source, scene.style(Role::Dim))
                    .skip(2);
            }
            let kind = scene.kind(library.snapshot.mention(line.posting).entity);
            put_kwic(scene, &mut pen, line, left, kind);
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }
}

/// Writes a mention in its context, the keyword after `left` cells.
pub(super) fn put_kwic(
    scene: Scene<'_>,
    pen: &mut Pen<'_>,
    line: &KwicLine,
    left: usize,
    kind: Style,
) {
    let context = scene.style(Role::ConcordanceContext);
    let keyword = scene.style(Role::ConcordanceKeyword).patch(kind);
    let width = cells(&visible_line(&line.keyword));
    pen.put_back_in(left, &cut_start(&line.left, left), context);
    pen.put(&line.keyword, keyword);
    let room = pen.room();
    // The keyword of a very narrow pane may have taken all there is.
    if width > 0 && room > 0 {
        pen.put(&cut_end(&line.right, room), context);
    }
}
