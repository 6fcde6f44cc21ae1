//! A line typed at the bottom of the screen: a search, a filter, a command.

use tui_input::Input;

use super::articles::{Filter, entity_meant};
use super::page::Cursor;
use super::rows::Rows;
use super::search::Search;
use super::{App, Effect, Notice, Popup, command};
use crate::config::Action;

/// What the line is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptKind {
    /// `/`
    Search,
    /// `&`
    Filter,
    /// `:`
    Command,
}

impl PromptKind {
    /// Returns the character that the line starts with.
    pub const fn sigil(self) -> char {
        match self {
            Self::Search => '/',
            Self::Filter => '&',
            Self::Command => ':',
        }
    }
}

/// The line, and how the page was before it was opened.
#[derive(Debug, Clone)]
pub struct Prompt {
    /// What it is for.
    pub kind: PromptKind,
    /// What is typed.
    pub input: Input,
    /// The actions that a command may be, the best first.
    pub completions: Vec<Action>,
    /// The chosen one of them, once a key chose one.
    pub rows: Rows,
    /// Whether one was chosen.
    pub chosen: bool,
    before: Before,
}

#[derive(Debug, Clone)]
struct Before {
    anchor: usize,
    top: usize,
    cursor: Option<Cursor>,
    search: Option<Search>,
}

/// A larger article is searched when the line is done, not at each letter.
const SEARCH_AT_EACH_LETTER: usize = 4 << 20;

impl App {
    /// Opens a line at the bottom of the screen.
    pub(super) fn open_prompt(&mut self, kind: PromptKind) {
        let before = Before {
            anchor: self.page.anchor,
            top: self.page.visible().start,
            cursor: self.page.cursor,
            search: self.search.clone(),
        };
        let prompt = Prompt {
            kind,
            input: Input::default(),
            completions: match kind {
                PromptKind::Command => command::completions(""),
                PromptKind::Search | PromptKind::Filter => Vec::new(),
            },
            rows: Rows::default(),
            chosen: false,
            before,
        };
        self.popups.push(Popup::Prompt(Box::new(prompt)));
    }

    /// Shows the first place while a search is typed; lists the actions that a command may be.
    pub(super) fn prompt_changed(&mut self) {
        let Some(Popup::Prompt(prompt)) = self.popups.last_mut() else {
            return;
        };
        match prompt.kind {
            PromptKind::Filter => {}
            PromptKind::Command => {
                prompt.completions = command::completions(prompt.input.value());
                prompt.rows = Rows::default();
                prompt.chosen = false;
            }
            PromptKind::Search if self.page.text().len() > SEARCH_AT_EACH_LETTER => {}
            PromptKind::Search => {
                let (written, before) = (prompt.input.value().to_owned(), prompt.before.clone());
                self.page.show_at(before.anchor);
                self.page.cursor = before.cursor;
                self.search_from(&written, before.top);
            }
        }
    }

    /// Undoes what typing did to the page, once the line is given up.
    pub(super) fn put_back(&mut self, popup: Popup) {
        if let Popup::Prompt(prompt) = popup
            && prompt.kind == PromptKind::Search
        {
            self.page.show_at(prompt.before.anchor);
            self.page.cursor = prompt.before.cursor;
            self.search = prompt.before.search;
        }
    }

    /// Takes the line as done.
    pub(super) fn finish_prompt(&mut self, prompt: Prompt) -> Vec<Effect> {
        match prompt.kind {
            PromptKind::Search => {
                let mut written = prompt.input.value().to_owned();
                let before = prompt.before.clone();
                self.put_back(Popup::Prompt(Box::new(prompt)));
                // An empty line searches for the same again, as in `less`.
                if let (true, Some(search)) = (written.is_empty(), &self.search) {
                    search.pattern.written().clone_into(&mut written);
                }
                self.finish_search(&written, before.top);
                Vec::new()
            }
            PromptKind::Filter => self.filter(prompt.input.value().trim()),
            PromptKind::Command => {
                let chosen = prompt.completions.get(prompt.rows.selected).copied();
                command::run(self, prompt.input.value(), chosen.filter(|_| prompt.chosen))
            }
        }
    }

    /// Searches the article from an offset on, and says so if nothing is found.
    pub(super) fn finish_search(&mut self, written: &str, offset: usize) {
        if written.is_empty() {
            return;
        }
        self.remember();
        self.search_from(written, offset);
        if self
            .search
            .as_ref()
            .is_some_and(|search| search.found.is_empty())
        {
            self.search = None;
            self.notice = Some(Notice::failed(format!(
                "`{written}` is not in this article"
            )));
        }
    }

    /// Keeps only the articles that mention an entity, or contain a text; an empty text clears the filter.
    pub(super) fn filter(&mut self, written: &str) -> Vec<Effect> {
        let mut effects = Vec::new();
        let filter = if written.is_empty() {
            None
        } else if let Some(entity) = entity_meant(&self.library, written) {
            Some(Filter::Entity(
                self.library.snapshot.gazetteer.entity(entity).id.clone(),
            ))
        } else {
            let query = written.to_owned();
            effects.push(Effect::FilterArticles {
                query: query.clone(),
            });
            Some(Filter::Text { query, found: None })
        };
        self.panes.articles.filter = filter;
        self.panes.articles.refresh(&self.library);
        self.say_filter();
        effects
    }

    /// Says how many articles the filter leaves.
    pub(super) fn say_filter(&mut self) {
        let n = self.panes.articles.len(&self.library);
        let of = super::act::counted(self.library.snapshot.n_documents(), "article");
        self.notice = Some(match &self.panes.articles.filter {
            None => Notice::done("filter cleared"),
            Some(Filter::Text { found: None, query }) => {
                Notice::done(format!("looking for `{query}` in {of}"))
            }
            Some(Filter::Text { query, .. }) => {
                Notice::done(format!("{n} of {of} contain `{query}`"))
            }
            Some(Filter::Entity(id)) => {
                let name = self
                    .library
                    .entity(id)
                    .map_or(id.as_str(), |entity| self.name_of(entity));
                Notice::done(format!("{n} of {of} mention {name}"))
            }
        });
    }
}
