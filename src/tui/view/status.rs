//! The line at the bottom: a line being typed, a message, or where the reader is; and the keys that matter.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;

use super::Scene;
use super::pen::Pen;
use crate::app::help::HelpRow;
use crate::app::{Hint, NoticeKind, Part, Popup, Status};
use crate::config::Role;
use crate::text::visible::visible_line;
use crate::text::width::cells;

pub(super) struct StatusView<'a>(pub(super) Scene<'a>);

impl StatusView<'_> {
    /// Draws the line; returns where the cursor is in a line being typed.
    pub(super) fn draw(self, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let Self(scene) = self;
        let text = scene.style(Role::StatusText);
        if area.is_empty() {
            return None;
        }
        buffer.set_style(area.intersection(buffer.area), text);
        // A popup carries its keys on its own frame.
        let is_framed = scene
            .app
            .popups
            .last()
            .is_some_and(|popup| !matches!(popup, Popup::Prompt(_)));
        let hints = if is_framed {
            Vec::new()
        } else {
            scene.app.hints()
        };
        let mut pen = Pen::new(buffer, area, 0);
        pen.skip(usize::from(area.width > 40));
        match scene.app.status() {
            Status::Typing {
                kind,
                text: typed,
                cursor,
            } => {
                pen.put(&kind.sigil().to_string(), scene.style(Role::StatusKey));
                put_hints(scene, &mut pen, &hints, cells(&visible_line(&typed)) + 2);
                return Some(put_typed(&mut pen, &typed, cursor, text));
            }
            Status::Pending {
                typed,
                continuations,
            } => {
                pen.put(&typed, scene.style(Role::StatusKey)).skip(2);
                for (keys, action) in continuations {
                    let (keys, word) = (keys.to_string(), action.word());
                    if cells(&keys) + cells(word) + 3 > pen.room() {
                        pen.put("…", text);
                        break;
                    }
                    pen.put(&keys, scene.style(Role::StatusKey))
                        .put(" ", text)
                        .put(word, text)
                        .skip(2);
                }
            }
            Status::Notice(notice) => {
                let style = match notice.kind {
                    NoticeKind::Done => scene.style(Role::StatusNotice),
                    NoticeKind::Article => scene
                        .style(Role::StatusNotice)
                        .patch(scene.style(Role::PageTitle)),
                    NoticeKind::Failed => scene.style(Role::StatusError),
                };
                put_hints(
                    scene,
                    &mut pen,
                    &hints,
                    cells(&visible_line(&notice.text)) + 2,
                );
                pen.put(&notice.text, style);
            }
            Status::Fault(fault) => {
                pen.put(&fault, scene.style(Role::StatusError));
            }
            Status::Reading(_) if put_help(scene, &mut pen) => {}
            Status::Reading(parts) => put_reading(scene, &mut pen, parts, &hints),
        }
        None
    }
}

/// Writes the name and the whole sentence of the action selected in help, which its row may have cut; returns whether there is one.
fn put_help(scene: Scene<'_>, pen: &mut Pen<'_>) -> bool {
    let Some(Popup::Help(help)) = scene.app.popups.last() else {
        return false;
    };
    let Some(HelpRow::Action { action, .. }) = help.lines.get(help.rows.selected) else {
        return false;
    };
    pen.put(action.name(), scene.style(Role::StatusKey)).skip(2);
    pen.put(action.sentence(), scene.style(Role::StatusText));
    true
}

fn put_reading(scene: Scene<'_>, pen: &mut Pen<'_>, mut parts: Vec<Part>, hints: &[Hint]) {
    const GAP: &str = " · ";
    let text = scene.style(Role::StatusText);
    let width = |part: &Part| cells(&visible_line(&part.text)) + cells(GAP);
    // What does not fit is left out whole: a number cut in two would be another number.
    while parts.len() > 1 && parts.iter().map(width).sum::<usize>() > pen.room() + cells(GAP) {
        let least = parts.iter().map(|part| part.weight).min();
        parts.retain(|part| Some(part.weight) != least);
    }
    put_hints(scene, pen, hints, parts.iter().map(width).sum());
    let mut gap = "";
    for part in &parts {
        let style = if part.weight == Part::WHO {
            text.patch(scene.style(Role::HeaderFollowed))
        } else {
            text
        };
        pen.put(gap, text).put(&part.text, style);
        gap = GAP;
    }
}

/// Writes the hints at the right end, as many as leave `wanted` cells, the least useful left out first.
fn put_hints(scene: Scene<'_>, pen: &mut Pen<'_>, hints: &[Hint], wanted: usize) {
    let (text, key) = (scene.style(Role::StatusText), scene.style(Role::StatusKey));
    let width = |hint: &Hint| cells(&hint.key) + cells(hint.word) + 3;
    let mut n_shown = hints.len();
    while n_shown > 0 && hints.iter().take(n_shown).map(width).sum::<usize>() + wanted > pen.room()
    {
        n_shown -= 1;
    }
    for hint in hints.iter().take(n_shown).rev() {
        pen.put_right(&format!("{} ", hint.word), text)
            .put_right(&hint.key, key);
    }
}

/// Writes a line being typed so that the cursor, counted in characters, is in sight; returns where it is.
pub(super) fn put_typed(pen: &mut Pen<'_>, typed: &str, cursor: usize, style: Style) -> Position {
    let at = typed
        .char_indices()
        .nth(cursor)
        .map_or(typed.len(), |(at, _)| at);
    let (before, after) = typed.split_at(at);
    let before = visible_line(before);
    // The cursor needs a cell of its own.
    let room = pen.room().saturating_sub(1);
    let mut width = cells(&before);
    let mut left = &*before;
    for grapheme in before.graphemes(true) {
        if width <= room {
            break;
        }
        width -= cells(grapheme);
        left = left.get(grapheme.len()..).unwrap_or_default();
    }
    pen.put(left, style);
    let x = pen.column();
    let y = pen.row();
    pen.put(after, style);
    Position::new(x, y)
}
