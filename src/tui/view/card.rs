//! The card of an entity.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::concordance::put_kwic;
use super::pen::Pen;
use super::{Scene, counted, select, shown};
use crate::app::card::{Card, CardRow};
use crate::config::Role;

/// Cells of the column of counts, and of the one of labels.
const COUNT: usize = 5;
const LABEL: usize = 10;

pub(super) struct CardView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) card: &'a Card,
}

/// Returns what stands beside the name.
pub(super) fn detail(card: &Card) -> String {
    format!(
        "{} in {}",
        counted(card.n_mentions, "mention"),
        counted(card.n_documents, "article")
    )
}

impl Widget for CardView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, card } = self;
        let kind = scene
            .app
            .library
            .entity(&card.id)
            .map_or_else(Style::new, |entity| scene.kind(entity));
        for (row, index, selected) in shown(card.rows, card.lines.len(), area) {
            let Some(line) = card.lines.get(index) else {
                break;
            };
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(1);
            put_line(scene, &mut pen, line, kind);
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }
}

fn put_line(scene: Scene<'_>, pen: &mut Pen<'_>, line: &CardRow, kind: Style) {
    let (text, dim, count_style) = (
        scene.style(Role::ListText),
        scene.style(Role::Dim),
        scene.style(Role::ListCount),
    );
    let put_count = |pen: &mut Pen<'_>, count: u32| {
        pen.put_back_in(COUNT, &count.to_string(), count_style)
            .skip(2);
    };
    match line {
        CardRow::Heading(heading) => {
            pen.put(heading, scene.style(Role::ListHeading));
        }
        CardRow::Fact { label, value } => {
            pen.put_in(LABEL, label, dim).skip(1).put(value, text);
        }
        CardRow::First { line, .. } => {
            let left = pen
                .room()
                .saturating_sub(crate::text::width::cells(&line.keyword))
                / 2;
            put_kwic(scene, pen, line, left, kind);
        }
        CardRow::Surface {
            surface,
            language,
            form,
            count,
            ..
        } => {
            let language = language.map_or_else(String::new, |language| language.to_string());
            put_count(pen, *count);
            pen.put_right(&format!("{:<9} {language:<3}", form.as_str()), dim);
            pen.put(surface, text);
        }
        CardRow::Article {
            title, date, count, ..
        } => {
            let date = date.map_or_else(String::new, |date| date.to_string());
            put_count(pen, *count);
            pen.put_in(10, &date, dim).skip(2).put(title, text);
        }
        CardRow::Neighbour {
            id,
            name,
            n_documents,
        } => {
            let style = scene
                .app
                .library
                .entity(id)
                .map_or(text, |entity| scene.kind(entity));
            put_count(pen, *n_documents);
            pen.put(name, style);
        }
        CardRow::Office {
            name,
            from,
            to,
            acting,
            ..
        } => {
            let to = to.map_or_else(|| "          ".to_owned(), |to| to.to_string());
            pen.put(&format!("{from} – {to}"), dim)
                .skip(2)
                .put(name, text);
            if *acting {
                pen.put(", acting", dim);
            }
        }
    }
}
