//! Where everything stands on the screen: a pure function of its size and the state.

use super::App;
use super::geometry::{Rect, Size};
use super::popup::Popup;

/// Screens at least this wide have room for a measure of 60 between two side panes.
const SIDES_FROM: u16 = 100;
/// Screens lower than this give every row to the text.
const TALL_FROM: u16 = 10;

/// As many completions of a command as a reader takes in at a glance.
const COMPLETIONS: u16 = 8;

/// Where everything stands. What is not shown is empty; nothing shown reaches over the edge of the screen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// The line at the top.
    pub header: Rect,
    /// The articles pane.
    pub articles: Rect,
    /// The line above it.
    pub articles_heading: Rect,
    /// The entities pane.
    pub entities: Rect,
    /// The line above it.
    pub entities_heading: Rect,
    /// The whole column of the page, between the side panes and their lines.
    pub column: Rect,
    /// The title of the article.
    pub title: Rect,
    /// The facts beneath it.
    pub facts: Rect,
    /// The text, in its measure.
    pub text: Rect,
    /// The scroll bar.
    pub scrollbar: Rect,
    /// The heat strip.
    pub strip: Rect,
    /// The line at the bottom, which is also where a line is typed.
    pub status: Rect,
    /// The panes in front, as [`App::popups`] has them; a line being typed is the status line.
    pub popups: Vec<PopupLayout>,
}

/// Where the parts of a popup stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PopupLayout {
    /// The whole.
    pub outer: Rect,
    /// Whether there is a frame around it, one cell wide, which carries the title.
    pub framed: bool,
    /// The line that is typed into.
    pub input: Rect,
    /// The rows.
    pub rows: Rect,
    /// What the selected row leads to.
    pub preview: Rect,
}

/// Returns where everything stands on a screen of `size`.
pub fn layout(size: Size, app: &App) -> Layout {
    let typing = app
        .popups
        .iter()
        .any(|popup| matches!(popup, Popup::Prompt(_)));
    let (mut layout, body) = bands(size, app, typing);
    let mut rest = body;
    if size.width >= SIDES_FROM && app.panes.sides {
        layout.articles = side(&mut rest, app.settings.articles_width, Rect::take_left);
        layout.entities = side(&mut rest, app.settings.entities_width, Rect::take_right);
        layout.articles_heading = heading(&mut layout.articles);
        layout.entities_heading = heading(&mut layout.entities);
    }
    layout.column = rest;
    if rest.width >= 20 {
        layout.scrollbar = rest.take_right(1);
    }
    page(&mut layout, rest, size, app.panes.measure);
    let popups = app.popups.iter();
    layout.popups = popups
        .map(|popup| popup_layout(popup, body, layout.status))
        .collect();
    layout
}

/// Cuts the lines at the top and the bottom off the screen; returns them and the body between.
fn bands(size: Size, app: &App, typing: bool) -> (Layout, Rect) {
    let mut rest = Rect::screen(size);
    let mut layout = Layout::default();
    if rest.height >= 2 || typing {
        layout.status = rest.take_bottom(1);
    }
    if size.height >= TALL_FROM {
        layout.header = rest.take_top(1);
        if app.settings.strip {
            layout.strip = rest.take_bottom(1);
        }
    }
    (layout, rest)
}

/// Returns how many rows a popup shows, also one that is not on the stack just now.
pub(super) fn rows_of_popup(app: &App, popup: &Popup) -> usize {
    let (layout, body) = bands(app.size, app, matches!(popup, Popup::Prompt(_)));
    popup_layout(popup, body, layout.status).rows.height.into()
}

impl Layout {
    /// Returns whether a side pane is shown.
    pub const fn has_sides(&self) -> bool {
        !self.articles.is_empty() || !self.entities.is_empty()
    }
}

impl App {
    /// Returns where everything stands on the screen.
    pub fn layout(&self) -> Layout {
        layout(self.size, self)
    }
}

/// Cuts a side pane and the line beside it off the body.
fn side(rest: &mut Rect, width: u16, cut: fn(&mut Rect, u16) -> Rect) -> Rect {
    // The page keeps at least half of the screen, whatever the settings say.
    let width = width.min(rest.width / 4);
    if width == 0 {
        return Rect::default();
    }
    let pane = cut(rest, width);
    cut(rest, 1);
    pane
}

/// Cuts the line that says what a side pane is off its upper edge.
fn heading(pane: &mut Rect) -> Rect {
    if pane.height < 3 {
        return Rect::default();
    }
    pane.take_top(1)
}

fn page(layout: &mut Layout, mut rest: Rect, size: Size, measure: u16) {
    let measure = if measure == 0 { rest.width } else { measure };
    // A column of air on each side, where there is room.
    if rest.width >= 42 {
        rest.take_left(1);
        rest.take_right(1);
    }
    let mut text = rest.centred(measure, rest.height);
    if size.height >= TALL_FROM {
        layout.title = text.take_top(1);
        layout.facts = text.take_top(1);
        text.take_top(1);
    }
    layout.text = text;
}

fn popup_layout(popup: &Popup, body: Rect, status: Rect) -> PopupLayout {
    let (width, height) = wanted(popup, body);
    // Small screens have no room for what is behind.
    let outer = if body.width < 60 || body.height < 14 {
        body
    } else {
        body.centred(width, height)
    };
    if let Popup::Prompt(prompt) = popup {
        // What a command may be is listed just above it.
        let n = u16::try_from(prompt.completions.len()).unwrap_or(u16::MAX);
        let mut above = body;
        above.height = status.y.saturating_sub(body.y);
        let rows = above.take_bottom(n.min(COMPLETIONS).min(above.height / 2));
        return PopupLayout {
            outer: Rect {
                y: if rows.height > 0 { rows.y } else { status.y },
                height: rows.height + status.height,
                ..status
            },
            input: status,
            rows,
            ..PopupLayout::default()
        };
    }
    let mut rest = outer.inside_frame();
    let mut layout = PopupLayout {
        outer,
        framed: rest != outer,
        ..PopupLayout::default()
    };
    if let Popup::Picker(_) = popup {
        layout.input = rest.take_top(1);
        if rest.width >= 76 {
            layout.preview = rest.take_right(rest.width / 2);
            rest.take_right(1);
        } else if rest.height >= 12 {
            layout.preview = rest.take_bottom(rest.height / 3);
            rest.take_bottom(1);
        }
    }
    layout.rows = rest;
    layout
}

/// Returns how large a popup would like to be, its frame included.
fn wanted(popup: &Popup, body: Rect) -> (u16, u16) {
    let lines = |n: usize| u16::try_from(n).unwrap_or(u16::MAX).saturating_add(2);
    match popup {
        Popup::Card(card) => (
            76,
            lines(card.lines.len()).min(body.height.saturating_sub(2)),
        ),
        Popup::Why(why) => (
            76,
            lines(why.lines.as_ref().map_or(1, |lines| lines.len() * 2)),
        ),
        Popup::Entry(entry) => (
            90,
            lines(entry.lines.len()).min(body.height.saturating_sub(2)),
        ),
        Popup::Help(_) => (96, body.height),
        Popup::Jumps(_) | Popup::Problems(_) => (100, body.height.saturating_sub(4)),
        Popup::Concordance(_) | Popup::Picker(_) | Popup::Prompt(_) => (
            body.width.saturating_sub(4).min(140),
            body.height.saturating_sub(2),
        ),
    }
}
