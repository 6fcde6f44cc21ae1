//! What arrives from the world: documents, snapshots, faults, settings.

use std::sync::Arc;

use super::fixture::{article, gazetteer, indexed, snapshot};
use super::{Reader, corpus};
use crate::app::{Effect, Explanation, Message, Popup, ProblemSource, Progress};
use crate::config::Config;
use crate::diagnostic::Diagnostic;

#[test]
fn the_first_article_is_shown_before_anything_is_matched_and_kept_when_more_arrive() {
    let whole = corpus();
    let gazetteer = &whole.gazetteer;
    let mut reader = Reader::empty(80, 24);
    assert_eq!(reader.press("n j G Tab * J = Enter c T i"), []);
    reader.press("Esc");
    let second = article(1, gazetteer);
    reader.send(Message::FirstDocument(Arc::clone(&second.document)));
    assert_eq!(reader.at().0, "engagement.txt");
    assert_eq!(reader.top_row(), "L’engagement de l’OTAN reste entier.");
    reader.press("/");
    reader.type_text("otan");
    reader.press("Enter Esc zz");
    assert_eq!(reader.at().1, "OTAN");
    reader.send(Message::Progress(Progress { read: 1, total: 4 }));
    reader.send(Message::SnapshotReady(snapshot(
        vec![article(3, gazetteer)],
        gazetteer,
        0,
    )));
    assert_eq!(
        reader.at().0,
        "engagement.txt",
        "not in the first snapshot yet"
    );
    assert!(
        reader.status().contains("reading 1 of 4 files"),
        "{}",
        reader.status()
    );
    reader.send(Message::SnapshotReady(snapshot(
        vec![article(3, gazetteer), second],
        gazetteer,
        0,
    )));
    assert!(
        reader.status().contains("article 1 of 2"),
        "{}",
        reader.status()
    );
    reader.press("*");
    assert_eq!(reader.followed(), "nato");
    reader.send(Message::Progress(Progress { read: 4, total: 4 }));
    reader.send(Message::SnapshotReady(whole));
    assert_eq!(reader.at(), ("engagement.txt", "OTAN"));
    assert!(reader.app.library.progress.is_none());
    reader.press("n");
    assert_eq!(reader.at().0, "trump.txt");
}

#[test]
fn a_snapshot_of_an_older_generation_is_dropped() {
    let whole = corpus();
    let mut reader = Reader::of(Arc::clone(&whole), 80, 24);
    reader.send(Message::SnapshotReady(snapshot(
        vec![],
        &whole.gazetteer,
        0,
    )));
    assert_eq!(reader.app.library.snapshot.n_documents(), 4);
}

#[test]
fn a_reload_of_the_gazetteer_keeps_the_place_the_entity_and_the_popups() {
    let mut reader = Reader::new();
    reader.press("3l * n Enter");
    let reordered = gazetteer(
        "schema = 1\n[state]\nrussia = { name = \"Russia\" }\nunited-states = { name = \"United States\" }\n\
         [leader]\nbiden = { name = \"Biden\" }\n[other]\nguinea-pig = { name = \"guinea pig\" }\n\
         [organisation]\nnato = { name = \"North Atlantic Treaty\" }\n",
    );
    let documents = (0..4).map(|index| article(index, &reordered)).collect();
    reader.send(Message::SnapshotReady(snapshot(documents, &reordered, 2)));
    assert!(
        matches!(reader.popup(), Some(Popup::Card(card)) if card.name == "North Atlantic Treaty")
    );
    assert_eq!(
        (reader.followed(), reader.at()),
        ("nato", ("madrid.txt", "the Alliance"))
    );
    reader.press("Esc n");
    assert_eq!(reader.at(), ("engagement.txt", "OTAN"));
    let without = gazetteer("schema = 1\n[state]\nrussia = { name = \"Russia\" }\n");
    let document = indexed(
        1,
        "engagement.txt",
        "2022-06-30",
        "La [russia name:Russie].\n",
        &without,
    );
    reader.send(Message::SnapshotReady(snapshot(
        vec![document],
        &without,
        3,
    )));
    reader.press("n");
    assert_eq!(reader.status(), "the gazetteer no longer has `nato`");
}

#[test]
fn an_article_whose_file_changed_is_shown_as_it_is_now() {
    let whole = corpus();
    let mut reader = Reader::of(Arc::clone(&whole), 80, 24);
    reader.press("J");
    let changed = indexed(
        77,
        "engagement.txt",
        "2022-06-30",
        "Tout a changé.\n",
        &whole.gazetteer,
    );
    let documents = vec![
        article(0, &whole.gazetteer),
        changed,
        article(3, &whole.gazetteer),
    ];
    reader.send(Message::SnapshotReady(snapshot(
        documents,
        &whole.gazetteer,
        2,
    )));
    assert_eq!(reader.top_row(), "Tout a changé.");
    reader.send(Message::SnapshotReady(snapshot(
        vec![article(0, &whole.gazetteer)],
        &whole.gazetteer,
        3,
    )));
    assert_eq!(reader.at().0, "madrid.txt", "gone, so its neighbour");
}

#[test]
fn a_broken_gazetteer_is_said_until_it_is_mended() {
    let mut reader = Reader::new();
    reader.app.notice = Some(super::super::Notice::done("settings were read again"));
    let fault = Diagnostic::error("unclosed string")
        .at("my.toml", 3, 7)
        .hint("add a quote");
    reader.send(Message::Problems(ProblemSource::Gazetteer, vec![fault]));
    assert_eq!(
        reader.status(),
        "my.toml:3:7: unclosed string (add a quote)"
    );
    reader.press("3l");
    assert_eq!(reader.at().1, "NATO", "the last good one stays");
    assert_eq!(
        reader.status(),
        "my.toml:3:7: unclosed string (add a quote)"
    );
    reader.press("gp");
    assert!(matches!(reader.popup(), Some(Popup::Problems(_))));
    let edit = Effect::Edit {
        path: "my.toml".into(),
        line: 3,
    };
    assert_eq!(reader.press("Enter"), [edit]);
    reader.press("Esc");
    reader.send(Message::Problems(ProblemSource::Gazetteer, vec![]));
    assert!(
        reader.status().starts_with("NATO · “NATO” acronym"),
        "{}",
        reader.status()
    );
    let warning = Diagnostic::warning("no `asof`").at("my.toml", 1, 1);
    reader.send(Message::Problems(ProblemSource::Gazetteer, vec![warning]));
    assert!(
        reader.status().ends_with("1 problem"),
        "{}",
        reader.status()
    );
}

#[test]
fn an_effect_that_failed_is_said_once_and_listed() {
    let mut reader = Reader::new();
    let failure = Diagnostic::error("no editor: set `EDITOR`");
    reader.send(Message::Failed(failure.clone()));
    assert_eq!(reader.status(), "no editor: set `EDITOR`");
    reader.send(Message::Failed(failure));
    reader.press("zz");
    assert!(
        reader.status().ends_with("1 problem"),
        "{}",
        reader.status()
    );
}

#[test]
fn an_explanation_goes_to_the_question_it_answers() {
    let mut reader = Reader::new();
    let effects = reader.press("3l =");
    let [Effect::Explain { location }] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    let mut elsewhere = *location;
    elsewhere.offset += 1;
    let answer = |location, line: &str| {
        Message::Explained(Explanation {
            location,
            lines: vec![line.to_owned()],
        })
    };
    reader.send(answer(elsewhere, "wrong"));
    assert!(
        matches!(reader.popup(), Some(Popup::Why(why)) if why.lines.is_none() && why.surface == "NATO")
    );
    reader.send(answer(*location, "an acronym"));
    assert!(
        matches!(reader.popup(), Some(Popup::Why(why)) if why.lines.as_deref() == Some(&["an acronym".to_owned()]))
    );
    reader.press("Esc");
    reader.send(answer(*location, "too late"));
    assert!(reader.popup().is_none());
}

#[test]
fn settings_and_keys_change_while_reading() {
    let mut reader = Reader::new();
    let layer = crate::config::LayerText {
        path: "config.toml".into(),
        text: "reader.measure = 60\nreader.strip = false\nkeys.reading.x = \"quit\"".to_owned(),
    };
    let (config, problems) = Config::load(vec![layer], None);
    assert_eq!(problems, []);
    reader.send(Message::SettingsChanged(
        Box::new(config.settings),
        Box::new(config.keys),
    ));
    assert_eq!(reader.status(), "settings were read again");
    let layout = reader.app.layout();
    assert_eq!((layout.text.width, layout.strip.is_empty()), (60, true));
    assert_eq!(reader.press("x"), [Effect::Quit]);
}

#[test]
fn a_filter_by_text_is_asked_again_for_new_documents() {
    let mut reader = Reader::new();
    reader.press("&");
    reader.type_text("rain");
    reader.press("Enter");
    let effects = reader.send(Message::SnapshotReady(corpus()));
    assert_eq!(
        effects,
        [Effect::FilterArticles {
            query: "rain".to_owned()
        }]
    );
}
