//! The reader's state and what changes it: `update` takes a message and answers effects.
//!
//! One file for each pane, with its state; `tui` has a view of the same name for each. Places are kept as document ids and offsets and
//! entities by their id in the gazetteer, so that nothing on the screen is lost when documents arrive or the gazetteer is reloaded.
//!
//! Not here: a terminal, a clock, a disk, a thread. What is slow is asked of the world as an [`Effect`].
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod act;
pub mod articles;
mod at_hand;
pub mod card;
mod command;
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
mod line;
mod message;
mod mouse;
mod moving;
pub mod page;
mod paging;
pub mod picker;
mod popup;
pub mod problems;
pub mod prompt;
mod rows;
pub mod search;
mod status;
mod strip;
#[cfg(test)]
mod tests;
mod travel;
pub mod why;

pub use follow::{Direction, Follow, Lit, Step};
pub use geometry::{Rect, Size};
pub use keyboard::{Keyboard, Press};
pub use layout::{Layout, PopupLayout, layout};
pub use library::Library;
pub use message::{Effect, Explanation, Message, Mouse, MouseKind, ProblemSource, Progress};
pub use popup::Popup;
pub use rows::{Motion, Rows};
pub use status::{Hint, Part, Status};
pub use strip::StripCell;

pub use crate::config::Action;

use articles::ArticlesPane;
use entities::EntitiesPane;
use jumps::Jumps;
use page::Page;
use problems::Problems;
use search::Search;

use std::sync::Arc;

use crate::config::{Key, KeyMap, Settings};
use crate::corpus::{DocId, Document};
use crate::gazetteer::EntityId;
use crate::index::{DocIdx, Snapshot};
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
    /// The page went elsewhere: the title of the article, or that it began anew.
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
        let mentions = self
            .page
            .doc()
            .map_or(&[][..], |doc| self.library.mentions_of(doc));
        // Mentions overlap only where one stands inside a role, so no more than a few of those that start before the part reach into it.
        let before = mentions.partition_point(|mention| mention.span.start < part.start);
        let from = before.saturating_sub(8);
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
        let cursor = self
            .page
            .cursor
            .filter(|cursor| Some(cursor.doc) == self.page.doc());
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
    let effects = take(app, message);
    app.settle();
    effects
}

fn take(app: &mut App, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(key) => return app.press(key),
        Message::Paste(text) => app.paste(&text),
        Message::Mouse(mouse) => return app.mouse(mouse),
        Message::Resize(size) => app.size = size,
        Message::FirstDocument(document) => app.take_first(document),
        Message::Progress(progress) => {
            app.library.progress = (progress.read < progress.total).then_some(progress);
        }
        Message::SnapshotReady(snapshot) => return app.take_snapshot(snapshot),
        Message::Problems(source, complaints) => app.take_problems(source, complaints),
        Message::SettingsChanged(settings, keys) => app.take_settings(*settings, *keys),
        Message::Explained(explanation) => app.take_explanation(explanation),
        Message::Filtered { query, documents } => app.take_filtered(&query, documents),
        Message::Failed(complaint) => {
            app.notice = Some(Notice::failed(complaint.one_line()));
            app.problems.add(complaint);
        }
    }
    Vec::new()
}

impl App {
    fn press(&mut self, key: Key) -> Vec<Effect> {
        match self.keyboard.press(self.mode(), key) {
            Press::Action(action, count) => {
                self.notice = None;
                act::act(self, action, count)
            }
            Press::Type(c) => {
                self.notice = None;
                self.type_char(c);
                Vec::new()
            }
            Press::Waiting => Vec::new(),
            Press::Unbound => {
                let text = format!(
                    "that key does nothing here; {} shows the keys",
                    self.key_of(Action::Help)
                );
                self.notice = Some(Notice::failed(text));
                Vec::new()
            }
        }
    }

    fn take_first(&mut self, document: Arc<Document>) {
        if self.library.take_first(Arc::clone(&document)) && self.page.document.is_none() {
            self.page.show(document, 0);
        }
    }

    /// Takes a snapshot and works out anew what was worked out of the one before.
    fn take_snapshot(&mut self, snapshot: Arc<Snapshot>) -> Vec<Effect> {
        let before = self.library.clone();
        if !self.library.take(snapshot) {
            return Vec::new();
        }
        self.follow.refresh(&self.library);
        self.panes.articles.refresh(&self.library);
        self.refresh_popups(&before);
        self.keep_article(&before);
        match &self.panes.articles.filter {
            // New documents may contain the text too.
            Some(articles::Filter::Text { query, .. }) => vec![Effect::FilterArticles {
                query: query.clone(),
            }],
            Some(articles::Filter::Entity(_)) | None => Vec::new(),
        }
    }

    /// Shows the same article after the snapshot changed; if its file changed, what it is now; if it is gone, its neighbour.
    fn keep_article(&mut self, before: &Library) {
        let snapshot = &self.library.snapshot;
        let Some(document) = self.page.document.clone() else {
            if let Some(first) = snapshot.corpus.documents.first() {
                self.page.show(Arc::clone(first), 0);
            }
            return;
        };
        if snapshot.doc_idx(document.id).is_some() || self.library.progress.is_some() {
            return;
        }
        let same_file = snapshot
            .corpus
            .documents
            .iter()
            .find(|other| other.path == document.path);
        let row = before
            .snapshot
            .doc_idx(document.id)
            .map_or(0, DocIdx::index);
        let neighbour = || {
            snapshot
                .corpus
                .documents
                .get(row)
                .or(snapshot.corpus.documents.last())
        };
        if let Some(instead) = same_file.or_else(neighbour).cloned() {
            let offset = if same_file.is_some() {
                self.page.anchor
            } else {
                0
            };
            self.page.show(instead, offset);
            self.page.cursor = None;
            self.search_again();
        }
    }

    fn take_settings(&mut self, settings: Settings, keys: KeyMap) {
        if settings.measure != self.settings.measure {
            self.panes.measure = settings.measure;
        }
        self.settings = settings;
        self.keyboard.map = keys;
        self.keyboard.clear();
        self.notice = Some(Notice::done("settings were read again"));
    }

    fn take_filtered(&mut self, query: &str, documents: Vec<DocId>) {
        if let Some(articles::Filter::Text {
            query: wanted,
            found,
        }) = &mut self.panes.articles.filter
            && wanted == query
        {
            let first_answer = found.is_none();
            *found = Some(documents.into_iter().collect());
            self.panes.articles.refresh(&self.library);
            if first_answer {
                self.say_filter();
            }
        }
    }

    /// Makes everything fit the screen after a message.
    fn settle(&mut self) {
        let layout = self.layout();
        self.page.fit(layout.text);
        if (layout.articles.is_empty() && self.panes.focus == Focus::Articles)
            || (layout.entities.is_empty() && self.panes.focus == Focus::Entities)
        {
            self.panes.focus = Focus::Page;
        }
        let doc = self
            .page
            .doc()
            .and_then(|doc| self.library.snapshot.doc_idx(doc));
        self.panes.entities.refresh(&self.library, doc);
        let n = self.panes.entities.listed().len();
        self.panes
            .entities
            .rows
            .settle(n, layout.entities.height.into());
        // The articles pane shows where the reader is, unless the reader is looking around in it.
        if self.panes.focus != Focus::Articles
            && let Some(doc) = doc
        {
            let row = self.panes.articles.row_of(doc);
            self.panes.articles.rows.selected = row.unwrap_or_else(|before| before);
        }
        let n = self.panes.articles.len(&self.library);
        self.panes
            .articles
            .rows
            .settle(n, layout.articles.height.into());
        self.settle_popups();
    }
}
