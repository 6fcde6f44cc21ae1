//! The keys, and the actions that a command being typed may mean.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::pen::Pen;
use super::{Scene, select, shown};
use crate::app::help::{Help, HelpRow};
use crate::app::prompt::Prompt;
use crate::config::Role;

/// Cells of the column of keys, and of the one of names.
const KEYS: usize = 18;
const NAME: usize = 22;

pub(super) struct HelpView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) help: &'a Help,
}

impl Widget for HelpView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, help } = self;
        let keys_width = KEYS.min(usize::from(area.width) / 4);
        for (row, index, selected) in shown(help.rows, help.lines.len(), area) {
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(1);
            match help.lines.get(index) {
                Some(HelpRow::Heading(heading)) => {
                    pen.put(heading, scene.style(Role::ListHeading));
                }
                Some(HelpRow::Action { keys, action }) => {
                    pen.put_in(keys_width, keys, scene.style(Role::StatusKey))
                        .skip(2);
                    pen.put(action.sentence(), scene.style(Role::ListText));
                }
                None => break,
            }
            if selected {
                select(scene, area, row, buffer);
            }
        }
    }
}

/// The actions that a command may mean, above the line it is typed in.
pub(super) struct CompletionsView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) prompt: &'a Prompt,
}

impl Widget for CompletionsView<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let Self { scene, prompt } = self;
        for (row, index, selected) in shown(prompt.rows, prompt.completions.len(), area) {
            let Some(action) = prompt.completions.get(index) else {
                break;
            };
            let mut pen = Pen::new(buffer, area, row);
            pen.skip(2)
                .put_in(NAME, action.name(), scene.style(Role::ListText));
            if pen.room() > NAME {
                pen.skip(2).put(action.sentence(), scene.style(Role::Dim));
            }
            if selected && prompt.chosen {
                select(scene, area, row, buffer);
            }
        }
    }
}
