//! What could not be read, and what is wrong with the gazetteer and the settings.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, select, shown};
use crate::app::problems::ProblemsList;
use crate::config::Role;
use crate::diagnostic::Severity;

pub(super) struct ProblemsView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) list: &'a ProblemsList,
}

impl Widget for ProblemsView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, list } = self;
        let corpus = &scene.app.library.snapshot.corpus;
        let n = scene.app.problems.len(corpus);
        if n == 0 {
            Pen::new(buffer, area, 0)
                .skip(1)
                .put("No problems.", scene.style(Role::Dim));
        }
        let problems = scene.app.problems.all(corpus).skip(list.rows.top);
        for ((row, _, selected), problem) in shown(list.rows, n, area).zip(problems) {
            let (word, role) = match problem.severity {
                Severity::Error => ("error", Role::Error),
                Severity::Warning => ("warning", Role::Warning),
            };
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(1).put_in(8, word, scene.style(role));
            pen.put(&problem.one_line(), scene.style(Role::ListText));
            if let Some(hint) = &problem.hint {
                pen.put(&format!("  {hint}"), scene.style(Role::Dim));
            }
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }
}
