//! A pane in front of the page: its frame, its title, its keys, and inside it the view of its kind.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget as _;

use super::pen::Pen;
use super::{Scene, blank, clear_for, rect};
use super::{card, concordance, entry, help, jumps, picker, problems, why};
use crate::app::{Layout, Popup, PopupLayout};
use crate::config::Role;
use crate::text::visible::visible_line;
use crate::text::width::cells;

pub(super) struct PopupView<'a> {
    pub(super) scene: Scene<'a>,
    pub(super) popup: &'a Popup,
    pub(super) place: &'a PopupLayout,
    pub(super) layout: &'a Layout,
}

impl PopupView<'_> {
    /// Draws the popup; returns where the cursor is, if a line is typed in it.
    pub(super) fn draw(self, buffer: &mut Buffer) -> Option<Position> {
        let Self {
            scene,
            popup,
            place,
            layout,
        } = self;
        let rows = rect(place.rows);
        if let Popup::Prompt(prompt) = popup {
            blank(rows, buffer);
            help::CompletionsView { scene, prompt }.render(rows, buffer);
            return None;
        }
        clear_for(rect(place.outer), layout, buffer);
        if place.framed {
            self.frame(buffer);
        }
        match popup {
            Popup::Card(card) => card::CardView { scene, card }.render(rows, buffer),
            Popup::Concordance(concordance) => {
                concordance::ConcordanceView { scene, concordance }.render(rows, buffer);
            }
            Popup::Why(why) => why::WhyView { scene, why }.render(rows, buffer),
            Popup::Entry(entry) => entry::EntryView { scene, entry }.render(rows, buffer),
            Popup::Help(help) => help::HelpView { scene, help }.render(rows, buffer),
            Popup::Problems(list) => problems::ProblemsView { scene, list }.render(rows, buffer),
            Popup::Jumps(list) => jumps::JumpsView { scene, list }.render(rows, buffer),
            Popup::Picker(picker) => {
                return picker::PickerView {
                    scene,
                    picker,
                    place,
                }
                .draw(buffer);
            }
            Popup::Prompt(_) => {}
        }
        None
    }

    fn frame(&self, buffer: &mut Buffer) {
        let Self {
            scene,
            popup,
            place,
            ..
        } = *self;
        let outer = rect(place.outer).intersection(buffer.area);
        let is_front = scene
            .app
            .popups
            .last()
            .is_some_and(|front| std::ptr::eq(front, popup));
        let border = scene.style(if is_front {
            Role::BorderFocus
        } else {
            Role::Border
        });
        let title = scene.style(Role::PageTitle);
        let (Some(last_row), Some(inner_width)) =
            (outer.height.checked_sub(1), outer.width.checked_sub(2))
        else {
            return;
        };
        for row in 1..last_row {
            let mut pen = Pen::new(buffer, outer, usize::from(row));
            pen.put("│", border)
                .skip(usize::from(inner_width))
                .put("│", border);
        }
        let (name, detail) = self.titles();
        let inner = usize::from(inner_width);
        let mut top = Pen::new(buffer, outer, 0);
        top.put("╭", border).put_right("╮", border);
        // The pen left a cell before the corner.
        let mut top = Pen::new(buffer, Rect::new(outer.x + 1, outer.y, inner_width, 1), 0);
        if inner > 8 {
            let shown = visible_line(&name);
            let room = inner - 4;
            let detail = if cells(&shown) + cells(&detail) + 3 > room {
                String::new()
            } else {
                detail
            };
            top.put("─ ", border);
            top.put_in(cells(&shown).min(room), &name, title);
            if !detail.is_empty() {
                top.put(" · ", border).put(&detail, scene.style(Role::Dim));
            }
            top.put(" ", border);
        }
        top.fill("─", border);
        self.bottom(outer, buffer);
    }

    /// Draws the lower edge with the keys and how far down the list is.
    fn bottom(&self, outer: Rect, buffer: &mut Buffer) {
        let Self {
            scene,
            popup,
            place,
            ..
        } = *self;
        let is_front = scene
            .app
            .popups
            .last()
            .is_some_and(|front| std::ptr::eq(front, popup));
        let border = scene.style(if is_front {
            Role::BorderFocus
        } else {
            Role::Border
        });
        let last = Rect::new(outer.x, outer.bottom().saturating_sub(1), outer.width, 1);
        Pen::new(buffer, last, 0)
            .put("╰", border)
            .put_right("╯", border);
        let inner = Rect::new(last.x + 1, last.y, last.width.saturating_sub(2), 1);
        let mut pen = Pen::new(buffer, inner, 0);
        let n_rows = scene.app.n_rows(popup);
        if n_rows > usize::from(place.rows.height) && pen.room() > 20 {
            // The pen leaves a cell to the left of what stands at the right.
            pen.put_right("─", border);
            pen.put_right(
                &format!("{} of {n_rows}", popup.rows().selected + 1),
                scene.style(Role::Dim),
            );
        }
        let hints = if is_front {
            scene.app.hints()
        } else {
            Vec::new()
        };
        for hint in hints {
            if cells(&hint.key) + cells(hint.word) + 4 > pen.room() {
                break;
            }
            pen.put("─ ", border)
                .put(&hint.key, scene.style(Role::StatusKey));
            pen.put(" ", border)
                .put(hint.word, scene.style(Role::Dim))
                .put(" ", border);
        }
        pen.fill("─", border);
    }

    /// Returns the title of the popup and what stands beside it.
    fn titles(&self) -> (String, String) {
        let plain = |title: &str| (title.to_owned(), String::new());
        match self.popup {
            Popup::Card(card) => (card.name.clone(), card::detail(card)),
            Popup::Concordance(concordance) => {
                (concordance.name.clone(), concordance::detail(concordance))
            }
            Popup::Why(why) => (format!("Why “{}”", why.surface), String::new()),
            Popup::Entry(entry) => (entry.name.clone(), entry.header.clone()),
            Popup::Picker(picker) => picker::titles(picker),
            Popup::Help(_) => plain("Keys"),
            Popup::Problems(_) => plain("Problems"),
            Popup::Jumps(_) => plain("Jumps"),
            Popup::Prompt(_) => plain(""),
        }
    }
}
