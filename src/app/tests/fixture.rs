//! A small corpus marked by hand, and a reader to press keys in.

use std::sync::Arc;

use crate::app::{App, Effect, Message, Popup, Size, Status, update};
use crate::config::{Config, KeySequence};
use crate::corpus::{DateEvidence, Dated, DocId, Document};
use crate::gazetteer::{AliasId, Gazetteer, Layer, SourceFile};
use crate::index::{IndexedDocument, Snapshot};
use crate::matcher::{Certainty, Form, Mention, Reason};
use crate::text::Span;

const GAZETTEER: &str = r#"schema = 1
[organisation.nato]
name = "NATO"
qid = "Q7184"
acronyms = ["NATO", "OTAN"]
short.en = "the Alliance"
[state.russia]
name = "Russia"
names.en = "Russia"
names.fr = "Russie"
adjectives.en = "Russian"
[state.united-states]
name = "United States"
names.en = "United States"
adjectives.en = "American"
[leader]
biden = { name = "Joe Biden", names = "Biden" }
[office.us-president]
of = "united-states"
titles.en = "POTUS"
holders = [{ who = "biden", from = 2021-01-20 }]
[other.guinea-pig]
name = "guinea pig"
"#;

/// The articles: path, date, text with its mentions as `[id form:surface]`.
pub(super) const ARTICLES: [(&str, &str, &str); 4] = [
    (
        "madrid.txt",
        "2022-06-29",
        "Leaders met in Madrid.\n\nThe [biden role:[united-states adjective:American] president] spoke first.\n\n\
         [nato acronym:NATO] will grow, he said. [russia name:Russia] objected.\n\nA [guinea-pig name:guinea pig] slept.\n\n\
         Later [nato short:the Alliance] thanked him.\n",
    ),
    (
        "engagement.txt",
        "2022-06-30",
        "L’engagement de l’[nato acronym:OTAN] reste entier.\n\nLa [russia name:Russie] a répondu.\n",
    ),
    ("weather.txt", "2022-07-01", "It rained on everybody.\n"),
    (
        "trump.txt",
        "2025-07-14",
        "Missiles are for [nato acronym:NATO] to pay.\n\n[russia adjective:Russian] forces went on.\n",
    ),
];

pub(super) fn gazetteer(text: &str) -> Arc<Gazetteer> {
    let file = SourceFile {
        path: "my.toml".into(),
        layer: Layer::User,
    };
    let (gazetteer, complaints) = Gazetteer::load(vec![(file, text.to_owned())]);
    assert_eq!(complaints, []);
    Arc::new(gazetteer)
}

/// Reads marked text; returns the text and its mentions.
fn unmark(marked: &str, gazetteer: &Gazetteer) -> (String, Vec<Mention>) {
    let mut text = String::new();
    let mut mentions = Vec::new();
    let mut open: Vec<(String, usize)> = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        if c == '[' {
            let (head, after) = rest.split_once(':').unwrap();
            open.push((head.to_owned(), text.len()));
            rest = after;
        } else if c == ']' {
            let (head, start) = open.pop().unwrap();
            mentions.push(mention(&head, start, text.len(), gazetteer));
        } else {
            text.push(c);
        }
    }
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (text, mentions)
}

fn mention(head: &str, start: usize, end: usize, gazetteer: &Gazetteer) -> Mention {
    let (id, form) = head.split_once(' ').unwrap();
    let entity = gazetteer.by_id(id).unwrap();
    Mention {
        span: Span::new(start, end),
        entity,
        form: Form::ALL
            .into_iter()
            .find(|known| known.as_str() == form)
            .unwrap(),
        certainty: Certainty::Sure,
        candidates: Vec::new(),
        alias: AliasId { entity, index: 0 },
        office: None,
        reason: Reason::Listed,
    }
}

/// Returns an article, its id being its position in [`ARTICLES`].
pub(super) fn article(index: usize, gazetteer: &Gazetteer) -> IndexedDocument {
    let (path, date, marked) = ARTICLES[index];
    indexed(index as u64, path, date, marked, gazetteer)
}

pub(super) fn indexed(
    id: u64,
    path: &str,
    date: &str,
    marked: &str,
    gazetteer: &Gazetteer,
) -> IndexedDocument {
    let (text, mentions) = unmark(marked, gazetteer);
    let title = format!("Title of {path}");
    let dated = Dated {
        date: date.parse().unwrap(),
        evidence: DateEvidence::FrontMatter,
    };
    let document = Document {
        id: DocId(id),
        path: path.to_owned(),
        file: None,
        title,
        dated: Some(dated),
        language: "en".parse().ok(),
        outlet: None,
        url: None,
        text: text.into(),
    };
    IndexedDocument {
        document: Arc::new(document),
        mentions: mentions.into(),
    }
}

pub(super) fn snapshot(
    documents: Vec<IndexedDocument>,
    gazetteer: &Arc<Gazetteer>,
    generation: u64,
) -> Arc<Snapshot> {
    let name = "articles".to_owned();
    let snapshot = Snapshot::assemble(
        name,
        documents,
        Vec::new(),
        Arc::clone(gazetteer),
        generation,
    );
    Arc::new(snapshot)
}

/// Returns the whole corpus.
pub(super) fn corpus() -> Arc<Snapshot> {
    let gazetteer = gazetteer(GAZETTEER);
    let documents = (0..ARTICLES.len()).map(|index| article(index, &gazetteer));
    snapshot(documents.collect(), &gazetteer, 1)
}

/// A reader at work.
pub(super) struct Reader {
    pub(super) app: App,
}

impl Reader {
    /// Returns a reader of the corpus on a screen of 80 columns and 24 rows.
    pub(super) fn new() -> Self {
        Self::of(corpus(), 80, 24)
    }

    pub(super) fn of(snapshot: Arc<Snapshot>, width: u16, height: u16) -> Self {
        let mut reader = Self::empty(width, height);
        reader.send(Message::SnapshotReady(snapshot));
        reader
    }

    pub(super) fn empty(width: u16, height: u16) -> Self {
        let config = Config::default();
        let app = App::new(config.settings, config.keys, Size::new(width, height));
        Self { app }
    }

    pub(super) fn send(&mut self, message: Message) -> Vec<Effect> {
        update(&mut self.app, message)
    }

    /// Presses keys one after another; returns all effects.
    pub(super) fn press(&mut self, keys: &str) -> Vec<Effect> {
        let KeySequence(keys) = keys.parse().unwrap();
        keys.into_iter()
            .flat_map(|key| self.send(Message::Key(key)))
            .collect()
    }

    /// Types a text as it stands.
    pub(super) fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            let key = crate::config::Key::plain(crate::config::KeyCode::Char(c));
            self.send(Message::Key(key));
        }
    }

    /// Returns where the reader is: the article's path, and the current mention's or word's characters.
    pub(super) fn at(&self) -> (&str, &str) {
        let page = &self.app.page;
        let path = page
            .document
            .as_ref()
            .map_or("", |document| document.path.as_str());
        let cursor = page.cursor.filter(|cursor| Some(cursor.doc) == page.doc());
        (
            path,
            cursor
                .and_then(|cursor| cursor.span.of(page.text()))
                .unwrap_or(""),
        )
    }

    /// Returns what the status line says, its parts joined by `·`.
    pub(super) fn status(&self) -> String {
        match self.app.status() {
            Status::Reading(parts) => parts
                .into_iter()
                .map(|part| part.text)
                .collect::<Vec<_>>()
                .join(" · "),
            Status::Notice(notice) => notice.text,
            Status::Fault(text) => text,
            Status::Pending { typed, .. } => typed,
            Status::Typing { kind, text, .. } => format!("{}{text}", kind.sigil()),
        }
    }

    /// Returns the name of the followed entity.
    pub(super) fn followed(&self) -> &str {
        self.app.follow.id.as_deref().unwrap_or("")
    }

    pub(super) fn popup(&self) -> Option<&Popup> {
        self.app.popups.last()
    }

    /// Returns the first row on the page.
    pub(super) fn top_row(&self) -> &str {
        let page = &self.app.page;
        page.rows()
            .first()
            .and_then(|row| row.of(page.text()))
            .unwrap_or("")
    }
}
