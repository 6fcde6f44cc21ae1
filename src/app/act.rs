//! Carries out actions: one line each, the work stands in the pane concerned.

use super::follow::{Direction, Lit};
use super::picker::PickerKind;
use super::prompt::PromptKind;
use super::{App, Effect, Focus, Motion, Notice, Popup};
use crate::config::{Action, Applies, Mode};

/// Carries out an action, `count` times where that makes sense.
///
/// Long because there are many actions; it grows by a line for each and by nothing else.
pub(super) fn act(app: &mut App, action: Action, count: Option<usize>) -> Vec<Effect> {
    if !applies(app, action) {
        let text = format!("{} works {}", action.name(), action.applies().describe());
        app.notice = Some(Notice::failed(text));
        return Vec::new();
    }
    let n = count.unwrap_or(1);
    let rows = isize::try_from(n).unwrap_or(isize::MAX);
    match action {
        Action::LineDown => app.go(Motion::By(rows)),
        Action::LineUp => app.go(Motion::By(-rows)),
        Action::HalfPageDown => app.go(Motion::Halves(rows)),
        Action::HalfPageUp => app.go(Motion::Halves(-rows)),
        Action::PageDown => app.go(Motion::Pages(rows)),
        Action::PageUp => app.go(Motion::Pages(-rows)),
        Action::Top => app.go(Motion::To(n.saturating_sub(1))),
        Action::Bottom => app.go(count.map_or(Motion::Last, |n| Motion::To(n.saturating_sub(1)))),
        Action::NextParagraph => app.step_paragraph(Direction::Forward, n),
        Action::PreviousParagraph => app.step_paragraph(Direction::Back, n),
        Action::CentreMention => app.centre(),
        Action::NextMentionHere => app.step_here(Direction::Forward, n),
        Action::PreviousMentionHere => app.step_here(Direction::Back, n),
        Action::Follow => app.follow_at_hand(Direction::Forward, n),
        Action::FollowBack => app.follow_at_hand(Direction::Back, n),
        Action::NextMention => app.step_found_or_mention(Direction::Forward, n),
        Action::PreviousMention => app.step_found_or_mention(Direction::Back, n),
        Action::Unfollow => app.follow.set(None, &app.library),
        Action::NextArticle => app.step_article(Direction::Forward, n),
        Action::PreviousArticle => app.step_article(Direction::Back, n),
        Action::NextArticleWith => app.step_article_with(Direction::Forward, n),
        Action::PreviousArticleWith => app.step_article_with(Direction::Back, n),
        Action::ToggleRead => app.toggle_read(),
        Action::JumpBack => app.jump_back(n),
        Action::JumpForward => app.jump_forward(n),
        Action::JumpList => app.open_jumps(),
        Action::Open => return app.open(),
        Action::Why => return app.ask_why(),
        Action::Concordance => app.open_concordance(),
        Action::NextOrder => app.cycle_order(Direction::Forward),
        Action::PreviousOrder => app.cycle_order(Direction::Back),
        Action::Entry => app.open_entry(),
        Action::EditEntry => return app.edit_entry(),
        Action::Problems => app.open_problems(),
        Action::PickEntity => app.open_picker(PickerKind::Entities),
        Action::PickArticle => app.open_picker(PickerKind::Articles),
        Action::PickAnything => app.open_picker(PickerKind::Everything),
        Action::Search => app.open_prompt(PromptKind::Search),
        Action::FilterArticles => app.open_prompt(PromptKind::Filter),
        Action::CommandLine => app.open_prompt(PromptKind::Command),
        Action::CycleLit => app.cycle_lit(),
        Action::CycleWidth => app.cycle_width(),
        Action::ToggleSides => app.toggle_sides(),
        Action::NextPane => app.step_pane(Direction::Forward, true),
        Action::PaneLeft => app.step_pane(Direction::Back, false),
        Action::PaneRight => app.step_pane(Direction::Forward, false),
        Action::Redraw => return vec![Effect::Redraw],
        Action::Help => app.open_help(),
        Action::Back => return app.back(),
        Action::Close => return app.close(),
        Action::Quit => return vec![Effect::Quit],
        Action::Suspend => return vec![Effect::Suspend],
        Action::Complete
        | Action::CursorLeft
        | Action::CursorRight
        | Action::CursorStart
        | Action::CursorEnd
        | Action::DeleteBack
        | Action::DeleteForward
        | Action::DeleteWord
        | Action::DeleteLine => return app.edit_line(action),
    }
    Vec::new()
}

fn applies(app: &App, action: Action) -> bool {
    match action.applies() {
        Applies::Everywhere => true,
        Applies::Page => app.popups.is_empty(),
        Applies::Lists => !app.popups.is_empty() || app.panes.focus != Focus::Page,
        Applies::Typing => app.mode() == Mode::Typing,
    }
}

impl App {
    /// Returns whether keys are commands or text.
    pub fn mode(&self) -> Mode {
        match self.popups.last() {
            Some(Popup::Picker(_) | Popup::Prompt(_)) => Mode::Typing,
            _ => Mode::Reading,
        }
    }

    /// Returns the handiest key of an action, or its name for the command line when it has none.
    pub fn key_of(&self, action: Action) -> String {
        let keys = self.keyboard.map.keys_of(self.mode(), action);
        keys.first()
            .map_or_else(|| format!(":{}", action.name()), ToString::to_string)
    }

    fn toggle_read(&mut self) {
        let row = match self.panes.focus {
            Focus::Articles => self
                .panes
                .articles
                .get(&self.library, self.panes.articles.rows.selected),
            Focus::Page | Focus::Entities => None,
        };
        let doc = match row {
            Some(doc) => Some(self.library.snapshot.document(doc).id),
            None => self.page.doc(),
        };
        let Some(doc) = doc else { return };
        let read = self.library.read.insert(doc) || !self.library.read.remove(&doc);
        self.notice = Some(Notice::done(if read {
            "marked as read"
        } else {
            "marked as not read"
        }));
    }

    fn follow_at_hand(&mut self, direction: Direction, count: usize) {
        let on_page = self.popups.is_empty() && self.panes.focus != Focus::Entities;
        let target = if on_page {
            self.mention_at_hand()
        } else {
            None
        };
        let Some(entity) = target
            .map(|(_, entity)| entity)
            .or_else(|| self.entity_at_hand())
        else {
            self.notice = Some(Notice::failed("no mention on this screen"));
            return;
        };
        if on_page
            && self.follow.entity() == Some(entity)
            && target.is_none_or(|(at, _)| self.page.cursor == Some(at))
        {
            self.step_mention(direction, count);
            return;
        }
        let id = self.library.snapshot.gazetteer.entity(entity).id.clone();
        self.follow.set(Some(id), &self.library);
        if let Some((cursor, _)) = target {
            self.page.cursor = Some(cursor);
        }
        let n = self.library.snapshot.postings(entity).len();
        let text = format!(
            "following {}: {}",
            self.name_of(entity),
            counted(n, "mention")
        );
        self.notice = Some(Notice::done(text));
    }

    fn step_found_or_mention(&mut self, direction: Direction, count: usize) {
        if self.search.is_some() {
            self.step_found(direction, count);
        } else {
            self.step_mention(direction, count);
        }
    }

    fn cycle_lit(&mut self) {
        let (lit, text) = match self.follow.lit {
            Lit::All => (Lit::Followed, "only the followed entity is lit"),
            Lit::Followed => (Lit::Nothing, "nothing is lit"),
            Lit::Nothing => (Lit::All, "every mention is lit"),
        };
        self.follow.lit = lit;
        self.notice = Some(Notice::done(text));
    }

    fn cycle_width(&mut self) {
        const WIDTHS: [u16; 5] = [60, 72, 80, 100, 0];
        let next = match self.panes.measure {
            0 => WIDTHS[0],
            now => WIDTHS.into_iter().find(|&width| width > now).unwrap_or(0),
        };
        self.panes.measure = next;
        self.notice = Some(Notice::done(match next {
            0 => "text as wide as the pane".to_owned(),
            columns => format!("text at most {columns} columns wide"),
        }));
    }

    fn toggle_sides(&mut self) {
        self.panes.sides = !self.panes.sides;
        self.panes.focus = Focus::Page;
        self.notice = Some(Notice::done(
            match (self.panes.sides, self.layout().has_sides()) {
                (true, true) => "side panes are shown".to_owned(),
                (true, false) => "side panes are shown where there is room for them".to_owned(),
                (false, _) => "side panes are hidden".to_owned(),
            },
        ));
    }

    /// Goes to the pane on one side. Where the pane is folded away, its picker stands for it.
    fn step_pane(&mut self, direction: Direction, around: bool) {
        if !self.popups.is_empty() {
            return;
        }
        let layout = self.layout();
        let folded = |pane: super::Rect| pane.is_empty();
        let order = [Focus::Articles, Focus::Page, Focus::Entities];
        let at = order
            .iter()
            .position(|&focus| focus == self.panes.focus)
            .unwrap_or(1);
        let to = match direction {
            Direction::Forward if around => (at + 1) % order.len(),
            Direction::Forward => (at + 1).min(order.len() - 1),
            Direction::Back => at.saturating_sub(1),
        };
        match order[to] {
            Focus::Articles if folded(layout.articles) && around => self.panes.focus = Focus::Page,
            Focus::Entities if folded(layout.entities) && around && !folded(layout.articles) => {
                self.panes.focus = Focus::Articles;
            }
            Focus::Articles if folded(layout.articles) => self.open_picker(PickerKind::Articles),
            Focus::Entities if folded(layout.entities) => self.open_picker(PickerKind::Entities),
            focus @ (Focus::Articles | Focus::Page | Focus::Entities) => self.panes.focus = focus,
        }
    }

    /// Takes one step back.
    fn back(&mut self) -> Vec<Effect> {
        if let Some(popup) = self.popups.pop() {
            self.put_back(popup);
        } else if self.search.take().is_some() {
            self.notice = Some(Notice::done("search ended"));
        } else if self.panes.focus != Focus::Page {
            self.panes.focus = Focus::Page;
        } else if self.panes.articles.filter.take().is_some() {
            self.panes.articles.refresh(&self.library);
            self.notice = Some(Notice::done("filter cleared"));
        } else if let Some(id) = self.follow.id.take() {
            let name = self
                .follow
                .entity()
                .map_or(id, |entity| self.name_of(entity).to_owned());
            self.follow.set(None, &self.library);
            self.notice = Some(Notice::done(format!("no longer following {name}")));
        } else {
            let text = format!("{} quits", self.key_of(Action::Close));
            self.notice = Some(Notice::done(text));
        }
        Vec::new()
    }

    fn close(&mut self) -> Vec<Effect> {
        if let Some(popup) = self.popups.pop() {
            self.put_back(popup);
        } else if self.panes.focus != Focus::Page {
            self.panes.focus = Focus::Page;
        } else {
            return vec![Effect::Quit];
        }
        Vec::new()
    }
}

/// Returns a number and its noun, in the plural where it is not one.
pub(super) fn counted(n: usize, noun: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {noun}{s}")
}
