//! The reader's state and what changes it: `update` takes a message and answers effects.
//!
//! One file for each pane, with its state; `tui` has a view of the same name for each. Places are kept as document ids and offsets and
//! entities by their id in the gazetteer, so that nothing on the screen is lost when documents arrive or the gazetteer is reloaded.
//!
//! Not here: a terminal, a clock, a disk, a thread. What is slow is asked of the world as an [`Effect`].
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

pub mod articles;
pub mod card;
pub mod concordance;
pub mod entities;
pub mod entry;
mod follow;
mod geometry;
pub mod help;
pub mod jumps;
mod keyboard;
mod layout;
mod library;
mod message;
pub mod page;
mod paging;
pub mod picker;
mod popup;
pub mod problems;
pub mod prompt;
mod rows;
pub mod search;
pub mod why;

pub use follow::{Direction, Follow, Lit, Step};
pub use geometry::{Rect, Size};
pub use keyboard::{Keyboard, Press};
pub use layout::{Layout, PopupLayout, layout};
pub use library::Library;
pub use message::{Effect, Explanation, Message, Mouse, MouseKind, ProblemSource, Progress};
pub use popup::Popup;
pub use rows::{Motion, Rows};

pub use crate::config::Action;

use articles::ArticlesPane;
use entities::EntitiesPane;
use jumps::Jumps;
use page::Page;
use problems::Problems;
use search::Search;

use crate::config::{KeyMap, Settings};
use crate::gazetteer::EntityId;
use crate::matcher::Mention;
use crate::text::{Source, Span};

/// Which pane has the keys when nothing stands in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Focus {
    /// The page.
    #[default]
    Page,
    /// The articles pane.
    Articles,
    /// The entities pane.
    Entities,
}

/// What stands around the page.
#[derive(Debug, Clone, Default)]
pub struct Panes {
    /// Which pane has the keys when nothing stands in front.
    pub focus: Focus,
    /// Whether the side panes are wanted, where there is room for them.
    pub sides: bool,
    /// Columns of text on a line; 0 is the whole pane.
    pub measure: u16,
    /// The articles.
    pub articles: ArticlesPane,
    /// The entities.
    pub entities: EntitiesPane,
}

/// How a message in the status line is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// Something was done or happened.
    Done,
    /// The page shows another article: its title.
    Article,
    /// Something could not be done.
    Failed,
}

/// A message in the status line until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub kind: NoticeKind,
    /// What it says; it may quote a document.
    pub text: String,
}

/// Everything that the screen shows is worked out of this.
#[derive(Debug, Clone)]
pub struct App {
    /// The size of the screen.
    pub size: Size,
    /// The options.
    pub settings: Settings,
    /// The key map and what is half typed.
    pub keyboard: Keyboard,
    /// What there is to read.
    pub library: Library,
    /// The article being read.
    pub page: Page,
    /// The followed entity.
    pub follow: Follow,
    /// What stands around the page.
    pub panes: Panes,
    /// The search that is on.
    pub search: Option<Search>,
    /// The places jumped from.
    pub jumps: Jumps,
    /// What stands in front of the page, the last one on top.
    pub popups: Vec<Popup>,
    /// A message in the status line until the next key.
    pub notice: Option<Notice>,
    /// All complaints.
    pub problems: Problems,
}

/// A mention to be lit, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LitMention<'a> {
    /// The mention.
    pub mention: &'a Mention,
    /// Whether it is of the followed entity.
    pub followed: bool,
    /// Whether it is the current one.
    pub current: bool,
}

impl App {
    /// Returns the reader before anything was read.
    pub fn new(settings: Settings, keys: KeyMap, size: Size) -> Self {
        let panes = Panes {
            sides: true,
            measure: settings.measure,
            ..Panes::default()
        };
        Self {
            size,
            settings,
            keyboard: Keyboard {
                map: keys,
                ..Keyboard::default()
            },
            library: Library::default(),
            page: Page::default(),
            follow: Follow::default(),
            panes,
            search: None,
            jumps: Jumps::default(),
            popups: Vec::new(),
            notice: None,
            problems: Problems::default(),
        }
    }

    /// Returns the mentions to be lit in a part of the article, ordered by start; a role may overlap what is inside it.
    pub fn lit(&self, part: Span<Source>) -> Vec<LitMention<'_>> {
        let mentions = self.page.doc().map_or(&[][..], |doc| self.library.mentions_of(doc));
        // A mention is never longer than a few dozen words, so looking back this far finds those that reach into the part.
        let from = mentions.partition_point(|mention| mention.span.start + 1024 < part.start);
        mentions
            .iter()
            .skip(from)
            .take_while(|mention| mention.span.start < part.end)
            .filter(|mention| mention.span.overlaps(part))
            .filter_map(|mention| self.look_of(mention))
            .collect()
    }

    fn look_of<'a>(&self, mention: &'a Mention) -> Option<LitMention<'a>> {
        let followed = self.follow.entity() == Some(mention.entity);
        let cursor = self.page.cursor.filter(|cursor| Some(cursor.doc) == self.page.doc());
        let current = cursor.is_some_and(|cursor| cursor.span == mention.span);
        let lit = match self.follow.lit {
            Lit::All => self.library.is_shown(mention.entity),
            Lit::Followed => followed,
            Lit::Nothing => false,
        };
        (lit || current).then_some(LitMention {
            mention,
            followed,
            current,
        })
    }

    /// Returns the name of an entity of the gazetteer in force.
    pub fn name_of(&self, entity: EntityId) -> &str {
        &self.library.snapshot.gazetteer.entity(entity).name
    }
}

/// Changes the state as a message says, and returns what the world is asked for.
pub fn update(app: &mut App, message: Message) -> Vec<Effect> {
    match message {
        Message::Resize(size) => app.size = size,
        Message::FirstDocument(document) => {
            if app.library.take_first(std::sync::Arc::clone(&document)) && app.page.document.is_none() {
                app.page.show(document, 0);
            }
        }
        Message::Progress(progress) => app.library.progress = (progress.read < progress.total).then_some(progress),
        Message::SnapshotReady(snapshot) => {
            if app.library.take(snapshot) {
                app.follow.refresh(&app.library);
            }
        }
        _ => {}
    }
    let area = layout(app.size, app).text;
    app.page.fit(area);
    Vec::new()
}
