//! The entities pane: who is mentioned, how often, and in which articles.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, bar, heading, select, shown};
use crate::app::Focus;
use crate::app::entities::Scope;
use crate::config::Role;
use crate::gazetteer::EntityId;

/// Cells that a name and its count want, with the gaps about them; the tiny chart has what is left, if that is enough to see anything.
const NAME_AND_COUNT: usize = 20;
const CHART_AT_LEAST: usize = 3;
const CHART_AT_MOST: usize = 8;

pub(super) struct EntitiesView<'a>(pub(super) Scene<'a>);

impl EntitiesView<'_> {
    /// Draws the line above the pane.
    pub(super) fn heading(&self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = *self;
        let words = match scene.app.panes.entities.scope {
            Scope::Article => "in this article",
            Scope::Corpus => "in all articles",
        };
        heading(
            scene,
            area,
            words,
            scene.app.panes.focus == Focus::Entities,
            buffer,
        );
    }
}

impl Widget for EntitiesView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self(scene) = self;
        let app = scene.app;
        let pane = &app.panes.entities;
        if area.is_empty() {
            return;
        }
        if app.library.is_indexed() && pane.listed().is_empty() {
            Pen::new(buffer, area, 0).put(" no mention here", scene.style(Role::Dim));
            return;
        }
        for (row, index, selected) in shown(pane.rows, pane.listed().len(), area) {
            let Some(listed) = pane.listed().get(index) else {
                break;
            };
            let followed = app.follow.entity() == Some(listed.entity);
            let name = app.name_of(listed.entity);
            let mut pen = Pen::new(buffer, area, row);
            let kind = scene.kind(listed.entity);
            pen.put(if followed { "▌" } else { " " }, kind);
            let n_cells = usize::from(area.width)
                .saturating_sub(NAME_AND_COUNT)
                .min(CHART_AT_MOST);
            if n_cells >= CHART_AT_LEAST && app.library.snapshot.n_documents() > 1 {
                pen.put_right(
                    &chart(scene, listed.entity, n_cells),
                    scene.style(Role::StripCell),
                );
            }
            pen.put_right(
                &format!("{:>3}", listed.count),
                scene.style(Role::ListCount),
            );
            pen.put(
                name,
                if followed {
                    kind.patch(scene.style(Role::HeaderFollowed))
                } else {
                    kind
                },
            );
            if selected && app.panes.focus == Focus::Entities {
                select(scene, area, row, buffer);
            }
        }
    }
}

/// Returns how the mentions of an entity spread over the articles, in a few cells.
fn chart(scene: Scene<'_>, entity: EntityId, width: usize) -> String {
    let snapshot = &scene.app.library.snapshot;
    let n = snapshot.n_documents();
    let n_cells = n.min(width).max(1);
    // Looked up, not counted: an entity may have more postings than a frame has time for.
    let postings = snapshot.postings(entity);
    let before = |cell: usize| {
        postings.partition_point(|posting| posting.doc.index() < (cell * n).div_ceil(n_cells))
    };
    let counts: Vec<u32> = (0..n_cells)
        .map(|cell| u32::try_from(before(cell + 1) - before(cell)).unwrap_or(u32::MAX))
        .collect();
    let most = counts.iter().copied().max().unwrap_or(0);
    let bars: String = counts.iter().map(|&count| bar(count, most)).collect();
    format!("{bars:<width$}")
}
