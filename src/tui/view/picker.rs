//! A fuzzy picker: the line, the rows, and what the selected one leads to.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::concordance::put_kwic;
use super::pen::Pen;
use super::status::put_typed;
use super::{Scene, rect, select, shown};
use crate::app::PopupLayout;
use crate::app::picker::{Picked, Picker, PickerKind, Preview};
use crate::config::Role;
use crate::corpus::Document;
use crate::text::visible::visible_line;

/// As much of an article as any preview shows, in bytes.
const BEGINNING: usize = 8 * 1024;

pub(super) struct PickerView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) picker: &'a Picker,
    pub(super) place: &'a PopupLayout,
}

/// Returns the title, and how many rows there are.
pub(super) fn titles(picker: &Picker) -> (String, String) {
    let title = match picker.kind {
        PickerKind::Entities => "Entities",
        PickerKind::Articles => "Articles",
        PickerKind::Everything => "Everything",
    };
    (
        title.to_owned(),
        format!("{} of {}", picker.n_shown(), picker.n_candidates()),
    )
}

impl PickerView<'_> {
    /// Draws the picker; returns where the cursor is.
    pub(super) fn draw(self, buffer: &mut Buffer) -> Option<Position> {
        self.rows(rect(self.place.rows), buffer);
        self.preview(rect(self.place.preview), buffer);
        let input = rect(self.place.input);
        if input.is_empty() {
            return None;
        }
        let mut pen = Pen::new(buffer, input, 0);
        pen.put("> ", self.scene.style(Role::StatusKey));
        let typed = self.scene.style(Role::ListText);
        Some(put_typed(
            &mut pen,
            self.picker.input.value(),
            self.picker.input.cursor(),
            typed,
        ))
    }

    fn rows(&self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, picker, .. } = *self;
        if picker.n_shown() == 0 {
            Pen::new(buffer, area, 0)
                .skip(2)
                .put("Nothing matches.", scene.style(Role::Dim));
        }
        for (row, index, selected) in shown(picker.rows, picker.n_shown(), area) {
            let Some(candidate) = picker.row(index) else {
                break;
            };
            let style = match &candidate.picked {
                Picked::Entity(id) => scene
                    .app
                    .library
                    .entity(id)
                    .map_or(scene.style(Role::ListText), |entity| scene.kind(entity)),
                Picked::Article(_) | Picked::Action(_) => scene.style(Role::ListText),
            };
            let mut pen = Pen::new(buffer, area, row);
            pen.put(
                if selected { "▸ " } else { "  " },
                scene.style(Role::StatusKey),
            );
            // The detail may take a third of the row; the label is what was searched for.
            if crate::text::width::cells(&candidate.detail) <= pen.room() / 3 {
                pen.put_right(
                    &format!("{} ", candidate.detail),
                    scene.style(Role::ListCount),
                );
            }
            pen.put(&candidate.label, style);
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }

    fn preview(&self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, picker, .. } = *self;
        if area.is_empty() {
            return;
        }
        self.divide(area, buffer);
        match picker.preview(&scene.app.library, usize::from(area.height)) {
            Preview::Nothing => {}
            Preview::Action(action) => wrapped(area, action.sentence(), scene, buffer),
            Preview::Article(document) => article(scene, document, area, buffer),
            Preview::Entity(entity, lines) => {
                // A cell of air on either side.
                let inner = Rect::new(
                    area.x + 1,
                    area.y,
                    area.width.saturating_sub(2),
                    area.height,
                );
                let left = usize::from(inner.width) * 2 / 5;
                for (row, line) in lines.iter().enumerate() {
                    let mut pen = Pen::new(buffer, inner, row);
                    put_kwic(scene, &mut pen, line, left, scene.kind(entity));
                }
            }
        }
    }

    /// Draws the line between the rows and the preview, which stands to the right of them or beneath.
    fn divide(&self, area: Rect, buffer: &mut Buffer) {
        let rows = rect(self.place.rows);
        let border = self.scene.style(Role::Border);
        if area.x > rows.x {
            let line = Rect::new(area.x.saturating_sub(1), area.y, 1, area.height);
            for row in 0..usize::from(line.height) {
                Pen::new(buffer, line, row).put("│", border);
            }
        } else if area.y > rows.y {
            let line = Rect::new(area.x, area.y.saturating_sub(1), area.width, 1);
            Pen::new(buffer, line, 0).fill("─", border);
        }
    }
}

fn article(scene: Scene<'_>, document: &Document, area: Rect, buffer: &mut Buffer) {
    let mut pen = Pen::new(buffer, area, 0);
    pen.skip(1)
        .put(&document.title, scene.style(Role::PageTitle));
    let text = &document.text;
    let beginning = text
        .get(..text.floor_char_boundary(BEGINNING))
        .unwrap_or(text);
    let rest = Rect::new(
        area.x,
        area.y.saturating_add(2),
        area.width,
        area.height.saturating_sub(2),
    );
    wrapped(rest, beginning, scene, buffer);
}

/// Writes the beginning of a text, its lines wrapped.
fn wrapped(area: Rect, text: &str, scene: Scene<'_>, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let mut row = 0;
    for line in text.lines() {
        for part in textwrap::wrap(&visible_line(line), width) {
            if row >= usize::from(area.height) {
                return;
            }
            Pen::new(buffer, area, row)
                .skip(1)
                .put(&part, scene.style(Role::ConcordanceContext));
            row += 1;
        }
    }
}
