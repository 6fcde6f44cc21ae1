//! The line at the bottom: what was just done, what is half typed, else where the reader is; and the keys that matter now.

use super::prompt::PromptKind;
use super::search::Search;
use super::{App, Focus, Notice, NoticeKind, Popup, follow};
use crate::config::{Action, KeySequence, Mode};

/// What the line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// A line is being typed.
    Typing {
        /// What it is for.
        kind: PromptKind,
        /// What is typed.
        text: String,
        /// Where the cursor stands, in characters.
        cursor: usize,
    },
    /// A sequence of keys is begun: what was typed, and what may follow.
    Pending {
        /// What was typed.
        typed: String,
        /// The keys that may follow, with what they do.
        continuations: Vec<(KeySequence, Action)>,
    },
    /// A message.
    Notice(Notice),
    /// A fault of the gazetteer or the settings that stands until it is mended.
    Fault(String),
    /// Where the reader is, a part each.
    Reading(Vec<Part>),
}

/// A part of the line that says where the reader is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it says.
    pub text: String,
    /// How much it matters: where there is no room for all parts, the greatest stay.
    pub weight: u8,
}

impl Part {
    /// The weight of the part that says who or what the line is about.
    pub const WHO: u8 = 9;

    const fn new(weight: u8, text: String) -> Self {
        Self { text, weight }
    }
}

/// A key and the word beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The key.
    pub key: String,
    /// What it does.
    pub word: &'static str,
}

impl Notice {
    /// Returns a message that something was done.
    pub(super) fn done(text: impl Into<String>) -> Self {
        Self {
            kind: NoticeKind::Done,
            text: text.into(),
        }
    }

    /// Returns a message that something could not be done.
    pub(super) fn failed(text: impl Into<String>) -> Self {
        Self {
            kind: NoticeKind::Failed,
            text: text.into(),
        }
    }

    /// Returns the title of the article that the page went to.
    pub(super) fn article(title: &str) -> Self {
        Self::went(title)
    }

    /// Returns where the page went to.
    pub(super) fn went(to: &str) -> Self {
        Self {
            kind: NoticeKind::Article,
            text: to.to_owned(),
        }
    }
}

impl App {
    /// Returns what the line at the bottom says.
    pub fn status(&self) -> Status {
        if let Some(Popup::Prompt(prompt)) = self.popups.last() {
            return Status::Typing {
                kind: prompt.kind,
                text: prompt.input.value().to_owned(),
                cursor: prompt.input.cursor(),
            };
        }
        if !self.keyboard.pending.is_empty() || self.keyboard.count.is_some() {
            return Status::Pending {
                typed: self.keyboard.half_typed(),
                continuations: self.keyboard.continuations(self.mode()),
            };
        }
        match (&self.notice, self.problems.standing()) {
            (Some(notice), _) => Status::Notice(self.with_rank(notice.clone())),
            (None, Some(fault)) => {
                let hint = fault.hint.as_ref().map(|hint| format!(" ({hint})"));
                Status::Fault(format!("{}{}", fault.one_line(), hint.unwrap_or_default()))
            }
            (None, None) => Status::Reading(self.reading()),
        }
    }

    /// Says before where the page went to which mention of the followed entity it is at, which stands in its place.
    fn with_rank(&self, mut notice: Notice) -> Notice {
        let rank = self
            .follow
            .entity()
            .zip(self.page.cursor)
            .and_then(|(entity, cursor)| {
                let rank = follow::rank(&self.library, entity, cursor)?;
                Some((rank + 1, self.library.snapshot.postings(entity).len()))
            });
        if let (NoticeKind::Article, Some((k, n))) = (notice.kind, rank) {
            notice.text = format!("mention {k} of {n} · {}", notice.text);
        }
        notice
    }

    /// Returns where the reader is: entity, form, `k of N`, article, filter, progress.
    fn reading(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        match &self.search {
            Some(search) => parts.extend(searched(search)),
            None => parts.extend(self.mention_parts()),
        }
        let snapshot = &self.library.snapshot;
        if let Some(here) = self.page.doc().and_then(|doc| snapshot.doc_idx(doc)) {
            let text = format!("article {} of {}", here.index() + 1, snapshot.n_documents());
            parts.push(Part::new(6, text));
        }
        if snapshot.n_documents() == 0 {
            let read = self.library.is_indexed();
            let text = if read { "no articles" } else { "reading" };
            parts.push(Part::new(6, text.to_owned()));
        }
        if self.panes.articles.filter.is_some() {
            let text = format!("filter leaves {}", self.panes.articles.len(&self.library));
            parts.push(Part::new(5, text));
        }
        if let Some(progress) = self.library.progress {
            let text = format!("reading {} of {} files", progress.read, progress.total);
            parts.push(Part::new(7, text));
        }
        let n = self.problems.len(&snapshot.corpus);
        if n > 0 {
            parts.push(Part::new(2, super::act::counted(n, "problem")));
        }
        parts
    }

    fn mention_parts(&self) -> Vec<Part> {
        let snapshot = &self.library.snapshot;
        let cursor = self
            .page
            .cursor
            .filter(|cursor| Some(cursor.doc) == self.page.doc());
        let mention = cursor.and_then(|cursor| {
            let mentions = self.library.mentions_of(cursor.doc);
            Some((cursor, &mentions[cursor.among(mentions)?]))
        });
        let followed = self.follow.entity();
        let Some((cursor, mention)) = mention else {
            return match followed {
                Some(entity) => vec![
                    Part::new(Part::WHO, self.name_of(entity).to_owned()),
                    Part::new(
                        8,
                        super::act::counted(snapshot.postings(entity).len(), "mention"),
                    ),
                ],
                None => Vec::new(),
            };
        };
        let surface = mention.span.of(self.page.text()).unwrap_or_default();
        let language = self
            .page
            .document
            .as_ref()
            .and_then(|document| document.language);
        let language = language
            .map(|language| format!(", {}", language.english_name()))
            .unwrap_or_default();
        let mut parts = vec![
            Part::new(Part::WHO, self.name_of(mention.entity).to_owned()),
            Part::new(
                4,
                format!("“{surface}” {}{language}", mention.form.as_str()),
            ),
        ];
        if mention.certainty != crate::matcher::Certainty::Sure {
            parts.push(Part::new(5, mention.certainty.as_str().to_owned()));
        }
        if let Some(rank) = follow::rank(&self.library, mention.entity, cursor) {
            let n = snapshot.postings(mention.entity).len();
            parts.push(Part::new(8, format!("mention {} of {n}", rank + 1)));
        }
        parts
    }

    /// Returns the keys that matter now, the most useful first.
    pub fn hints(&self) -> Vec<Hint> {
        let of = |mode: Mode, wanted: &[(Action, &'static str)]| -> Vec<Hint> {
            let hint = |&(action, word): &(Action, &'static str)| {
                let keys = self.keyboard.map.keys_of(mode, action);
                Some(Hint {
                    key: keys.first()?.to_string(),
                    word: if word.is_empty() { action.word() } else { word },
                })
            };
            wanted.iter().filter_map(hint).collect()
        };
        match self.popups.last() {
            Some(Popup::Picker(_)) => {
                of(Mode::Typing, &[(Action::Open, "pick"), (Action::Back, "")])
            }
            Some(Popup::Prompt(prompt)) => match prompt.kind {
                PromptKind::Search => of(
                    Mode::Typing,
                    &[(Action::Open, "search"), (Action::Back, "")],
                ),
                PromptKind::Filter => of(
                    Mode::Typing,
                    &[(Action::Open, "filter"), (Action::Back, "")],
                ),
                PromptKind::Command => of(
                    Mode::Typing,
                    &[
                        (Action::Complete, ""),
                        (Action::Open, "do"),
                        (Action::Back, ""),
                    ],
                ),
            },
            Some(Popup::Concordance(_)) => of(
                Mode::Reading,
                &[
                    (Action::Open, "go there"),
                    (Action::NextOrder, ""),
                    (Action::Back, ""),
                ],
            ),
            Some(Popup::Card(_) | Popup::Jumps(_)) => of(
                Mode::Reading,
                &[(Action::Open, "go there"), (Action::Back, "")],
            ),
            Some(Popup::Entry(_) | Popup::Problems(_)) => {
                of(Mode::Reading, &[(Action::Open, "edit"), (Action::Back, "")])
            }
            Some(Popup::Help(_)) => of(
                Mode::Reading,
                &[(Action::Open, "do it"), (Action::Back, "")],
            ),
            Some(Popup::Why(_)) => of(Mode::Reading, &[(Action::Entry, ""), (Action::Back, "")]),
            None => self.page_hints(of),
        }
    }

    fn page_hints(&self, of: impl Fn(Mode, &[(Action, &'static str)]) -> Vec<Hint>) -> Vec<Hint> {
        let wanted: &[(Action, &'static str)] = if self.search.is_some() {
            &[
                (Action::NextMention, "next found"),
                (Action::PreviousMention, "back"),
                (Action::Back, "end search"),
            ]
        } else if self.panes.focus == Focus::Articles {
            &[
                (Action::Open, "read"),
                (Action::FilterArticles, ""),
                (Action::Back, "page"),
            ]
        } else if self.panes.focus == Focus::Entities {
            &[
                (Action::Open, "follow"),
                (Action::NextOrder, "here, all"),
                (Action::Back, "page"),
            ]
        } else if self.follow.id.is_some() {
            &[
                (Action::NextMention, ""),
                (Action::PreviousMention, ""),
                (Action::Open, "card"),
                (Action::Help, ""),
            ]
        } else {
            &[
                (Action::Follow, ""),
                (Action::PickEntity, ""),
                (Action::NextArticle, ""),
                (Action::Help, ""),
            ]
        };
        of(Mode::Reading, wanted)
    }
}

/// Returns what is searched for and where in its places the search stands.
fn searched(search: &Search) -> Vec<Part> {
    let n = search.found.len();
    let written = format!("/{}", search.pattern.written());
    let place = match search.at {
        Some(at) => format!("{} of {n}", at + 1),
        None if n == 0 => "not in this article".to_owned(),
        None => format!("{n} in this article"),
    };
    vec![Part::new(Part::WHO, written), Part::new(8, place)]
}
