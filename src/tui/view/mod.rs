//! The picture of the state: one file for each pane, of the same name as the pane's in `app`.
//!
//! Views are borrowed, change nothing, and write only where [`crate::app::layout`] says. Whatever comes from a document or a file is
//! made visible on its way, by [`pen`] or by the page.

mod articles;
mod card;
mod concordance;
mod entities;
mod entry;
mod header;
mod help;
mod jumps;
mod page;
mod pen;
mod picker;
mod popup;
mod problems;
mod scrollbar;
mod status;
mod strip;
mod why;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use ratatui::widgets::Widget as _;

use super::theme::{self, Styles};
use crate::app::{self, App, Layout, Rows, layout};
use crate::config::Role;
use crate::gazetteer::EntityId;

/// The state and how to draw it.
#[derive(Clone, Copy)]
struct Scene<'a> {
    app: &'a App,
    styles: &'a Styles,
}

impl Scene<'_> {
    fn style(self, role: Role) -> Style {
        self.styles.of(role)
    }

    /// Returns the style of a mark at the left of a row that says "here".
    fn mark(self) -> Style {
        self.style(Role::StripHere).remove_modifier(theme::LINE)
    }

    /// Returns the style of a kind of entity.
    fn kind(self, entity: EntityId) -> Style {
        let kind = self.app.library.snapshot.gazetteer.kind_of(entity);
        self.style(match kind.id.as_str() {
            "leader" => Role::MentionLeader,
            "state" => Role::MentionState,
            "organisation" => Role::MentionOrganisation,
            "office" => Role::MentionOffice,
            _ => Role::MentionOther,
        })
    }
}

/// Draws the whole screen into a blank buffer of the app's size; returns where the cursor is, if a line is being typed.
pub fn view(app: &App, styles: &Styles, buffer: &mut Buffer) -> Option<Position> {
    let scene = Scene { app, styles };
    let layout = layout(app.size, app);
    header::HeaderView(scene).render(rect(layout.header), buffer);
    articles::ArticlesView(scene).heading(rect(layout.articles_heading), buffer);
    articles::ArticlesView(scene).render(rect(layout.articles), buffer);
    entities::EntitiesView(scene).heading(rect(layout.entities_heading), buffer);
    entities::EntitiesView(scene).render(rect(layout.entities), buffer);
    dividers(scene, &layout, buffer);
    page::PageView {
        scene,
        layout: &layout,
    }
    .render(rect(layout.column), buffer);
    scrollbar::ScrollbarView(scene).render(rect(layout.scrollbar), buffer);
    strip::StripView(scene).render(rect(layout.strip), buffer);
    let mut cursor = status::StatusView(scene).draw(rect(layout.status), buffer);
    for (popup, place) in app.popups.iter().zip(&layout.popups) {
        cursor = popup::PopupView {
            scene,
            popup,
            place,
            layout: &layout,
        }
        .draw(buffer)
        .or(cursor);
    }
    cursor
}

/// Draws the lines between the page and the side panes.
fn dividers(scene: Scene<'_>, layout: &Layout, buffer: &mut Buffer) {
    let style = scene.style(Role::Border);
    let left = (!layout.articles.is_empty()).then(|| layout.articles.right());
    let right = (!layout.entities.is_empty()).then(|| layout.entities.x.saturating_sub(1));
    for x in [left, right].into_iter().flatten() {
        let line = Rect::new(x, layout.column.y, 1, layout.column.height).intersection(buffer.area);
        for y in line.top()..line.bottom() {
            buffer.set_stringn(x, y, "│", 1, style);
        }
    }
}

fn rect(area: app::Rect) -> Rect {
    Rect::new(area.x, area.y, area.width, area.height)
}

/// Returns the rows of a list that are shown in an area: on which row of it, which row of the list, and whether it is selected.
fn shown(rows: Rows, n_rows: usize, area: Rect) -> impl Iterator<Item = (usize, usize, bool)> {
    (0..usize::from(area.height))
        .map(move |row| (row, rows.top + row, rows.top + row == rows.selected))
        .take_while(move |&(_, index, _)| index < n_rows)
}

/// Lays the look of the selected row over a row of an area.
fn select(scene: Scene<'_>, area: Rect, row: usize, buffer: &mut Buffer) {
    let Ok(row) = u16::try_from(row) else {
        return;
    };
    let line = Rect::new(area.x, area.y.saturating_add(row), area.width, 1);
    let line = line.intersection(area).intersection(buffer.area);
    let style = scene.style(Role::Selection);
    buffer.set_style(line, style);
    // Of sixteen colours the one behind the row may be that of some of its letters.
    for x in line.left()..line.right() {
        let cell = &mut buffer[(x, line.y)];
        if style.bg == Some(cell.fg) {
            cell.set_fg(Color::Reset);
        }
    }
}

/// Writes the line above a side pane.
fn heading(scene: Scene<'_>, area: Rect, words: &str, has_keys: bool, buffer: &mut Buffer) {
    let role = if has_keys {
        Role::BorderFocus
    } else {
        Role::Dim
    };
    pen::Pen::new(buffer, area, 0)
        .skip(1)
        .put(words, scene.style(role));
}

/// Returns a number with the word for it: `1 article`, `5 articles`.
fn counted(n: usize, word: &str) -> String {
    let ending = if n == 1 { "" } else { "s" };
    format!("{n} {word}{ending}")
}

/// Returns the bar of a tiny chart for a count, of the eight that there are; none is a dot.
fn bar(count: u32, most: u32) -> &'static str {
    const BARS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    if count == 0 {
        return "·";
    }
    let step = (u64::from(count) * 8).div_ceil(u64::from(most.max(1)));
    let index = usize::try_from(step).unwrap_or(8).clamp(1, 8) - 1;
    BARS[index]
}

/// Blanks what a popup covers, and what it leaves of the panes beside it: the ends of lines mean nothing alone.
fn clear_for(outer: Rect, layout: &Layout, buffer: &mut Buffer) {
    let column = rect(layout.column);
    let left = if outer.x < column.x { 0 } else { column.x };
    let right = if outer.right() > column.right() {
        buffer.area.right()
    } else {
        column.right()
    };
    blank(
        Rect::new(left, outer.y, right.saturating_sub(left), outer.height),
        buffer,
    );
}

/// Blanks an area of the buffer, and the other half of a wide character that it cuts.
fn blank(area: Rect, buffer: &mut Buffer) {
    let area = area.intersection(buffer.area);
    for y in area.top()..area.bottom() {
        for x in area.left()..area.right() {
            buffer[(x, y)].reset();
        }
        let before = area.x.checked_sub(1).map(|x| (x, y));
        if let Some(cell) = before.and_then(|at| buffer.cell_mut(at))
            && crate::text::width::cells(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
    }
}
