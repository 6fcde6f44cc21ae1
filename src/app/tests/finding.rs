//! Search, filter, pickers and the command line.

use super::Reader;
use crate::app::picker::{Picked, Preview};
use crate::app::{Effect, Message, Popup};
use crate::corpus::DocId;

#[test]
fn a_search_takes_the_step_keys_until_escape() {
    let mut reader = Reader::new();
    reader.press("*");
    reader.press("/");
    reader.type_text("he");
    assert_eq!(reader.status(), "/he");
    reader.press("Enter");
    let at = |reader: &Reader| reader.app.search.as_ref().and_then(|search| search.at);
    let n = reader.app.search.as_ref().unwrap().found.len();
    assert_eq!(at(&reader), Some(0));
    reader.press("n");
    assert_eq!(at(&reader), Some(1));
    assert!(
        reader.status().starts_with(&format!("/he · 2 of {n}")),
        "{}",
        reader.status()
    );
    reader.press("N N");
    assert_eq!(at(&reader), Some(n - 1));
    assert_eq!(
        reader.status(),
        "searched on from the bottom of the article"
    );
    assert_eq!(reader.followed(), "biden");
    reader.press("Esc");
    assert_eq!(reader.status(), "search ended");
    reader.press("n");
    assert_eq!(reader.at().1, "American president");
}

#[test]
fn a_search_given_up_leaves_everything_as_it_was() {
    let mut reader = Reader::of(super::corpus(), 80, 6);
    reader.press("l");
    let before = (reader.app.page.anchor, reader.app.page.cursor);
    reader.press("/");
    reader.type_text("thanked");
    assert_ne!(reader.app.page.anchor, before.0, "shown while it is typed");
    reader.press("Esc");
    assert_eq!((reader.app.page.anchor, reader.app.page.cursor), before);
    assert!(reader.app.search.is_none());
    reader.press("/");
    reader.type_text("thanked");
    reader.press("Enter <C-o>");
    assert_eq!(reader.app.page.anchor, before.0);
}

#[test]
fn what_is_not_found_is_said() {
    let mut reader = Reader::new();
    reader.press("/");
    reader.type_text("xyzzy (");
    reader.press("Enter");
    assert_eq!(reader.status(), "`xyzzy (` is not in this article");
    assert!(reader.app.search.is_none());
}

#[test]
fn an_empty_search_repeats_the_one_before() {
    let mut reader = Reader::new();
    reader.press("/");
    reader.type_text("said");
    reader.press("Enter / Enter");
    assert_eq!(
        reader
            .app
            .search
            .as_ref()
            .map(|search| search.pattern.written()),
        Some("said")
    );
}

#[test]
fn articles_are_filtered_by_an_entity_under_any_name() {
    for written in ["nato", "OTAN", "the alliance", "organisation:nato", "Nato"] {
        let mut reader = Reader::new();
        reader.press("&");
        reader.type_text(written);
        assert_eq!(reader.press("Enter"), []);
        assert_eq!(reader.status(), "3 of 4 articles mention NATO", "{written}");
        reader.press("J J");
        assert_eq!(reader.at().0, "trump.txt", "past the article without it");
        reader.press("J");
        assert_eq!(reader.status(), "this is the last article");
        reader.press("Esc");
        assert_eq!(reader.status(), "filter cleared");
        reader.press("K");
        assert_eq!(reader.at().0, "weather.txt");
    }
}

#[test]
fn articles_are_filtered_by_a_text_that_the_world_looks_for() {
    let mut reader = Reader::new();
    reader.press("&");
    reader.type_text("rained");
    let query = "rained".to_owned();
    assert_eq!(
        reader.press("Enter"),
        [Effect::FilterArticles {
            query: query.clone()
        }]
    );
    let documents = crate::app::articles::containing(&reader.app.library.snapshot, &query);
    assert_eq!(documents, [DocId(2)]);
    reader.send(Message::Filtered {
        query: "another".to_owned(),
        documents: vec![],
    });
    assert_eq!(reader.status(), "looking for `rained` in 4 articles");
    reader.send(Message::Filtered { query, documents });
    assert_eq!(reader.status(), "1 of 4 articles contain `rained`");
    reader.press("J");
    assert_eq!(reader.at().0, "weather.txt");
}

#[test]
fn an_entity_is_picked_by_any_of_its_names_followed_and_gone_to() {
    for (typed, id, surface) in [
        ("otan", "nato", "NATO"),
        ("rusia", "russia", "Russia"),
        ("allian", "nato", "NATO"),
    ] {
        let mut reader = Reader::new();
        reader.press("e");
        reader.type_text(typed);
        let Some(Popup::Picker(picker)) = reader.popup() else {
            panic!("no picker")
        };
        assert_eq!(
            picker.selected().map(|row| &row.picked),
            Some(&Picked::Entity(id.to_owned())),
            "{typed}"
        );
        assert!(
            matches!(picker.preview(&reader.app.library, 2), Preview::Entity(_, lines) if lines.len() == 2)
        );
        reader.press("Enter");
        assert_eq!(
            (reader.followed(), reader.at()),
            (id, ("madrid.txt", surface))
        );
        assert!(reader.popup().is_none());
    }
}

#[test]
fn rows_of_a_picker_are_chosen_with_the_arrows_and_control_keys() {
    let mut reader = Reader::new();
    reader.press("e");
    let label = |reader: &Reader| match reader.popup() {
        Some(Popup::Picker(picker)) => picker.selected().map(|row| row.label.clone()),
        _ => None,
    };
    assert_eq!(
        label(&reader).as_deref(),
        Some("NATO"),
        "the most frequent first"
    );
    reader.press("Down");
    assert_eq!(label(&reader).as_deref(), Some("Russia"));
    reader.press("<C-p>");
    assert_eq!(label(&reader).as_deref(), Some("NATO"));
    reader.press("<C-n> Tab");
    assert_eq!(label(&reader).as_deref(), Some("Joe Biden"));
    reader.type_text("zzzz");
    assert_eq!(label(&reader), None);
    assert_eq!(reader.press("Enter"), []);
    reader.press("<C-u>");
    assert_eq!(label(&reader).as_deref(), Some("NATO"));
    reader.press("Esc");
    assert_eq!(reader.followed(), "");
}

#[test]
fn an_article_is_picked_by_its_title() {
    let mut reader = Reader::new();
    reader.press("i");
    reader.type_text("wether");
    reader.press("Enter");
    assert_eq!(reader.at().0, "weather.txt");
    reader.press("<C-o>");
    assert_eq!(reader.at().0, "madrid.txt");
}

#[test]
fn anything_is_picked_also_an_action() {
    let mut reader = Reader::new();
    reader.press("<C-p>");
    reader.type_text("jump-list");
    reader.press("Enter");
    assert_eq!(reader.status(), "no jump was made yet");
    reader.press("<C-p>");
    reader.type_text("weather");
    reader.press("Enter");
    assert_eq!(reader.at().0, "weather.txt");
}

#[test]
fn commands_are_actions_by_name() {
    for (written, effects, status) in [
        ("quit", vec![Effect::Quit], ""),
        ("q", vec![Effect::Quit], ""),
        ("suspend", vec![Effect::Suspend], ""),
        ("problems", vec![], "no problems: every file was read"),
        ("prob", vec![], "no problems: every file was read"),
        (
            "next-artcle",
            vec![],
            "unknown action `next-artcle` (did you mean `next-article`?)",
        ),
        ("follow OTAN", vec![], "NATO · 4 mentions"),
        (
            "follow Elbonia",
            vec![],
            "no entity `Elbonia` is mentioned here",
        ),
        ("quit now", vec![], "quit takes no argument"),
        ("", vec![], ""),
    ] {
        let mut reader = Reader::new();
        reader.press(":");
        reader.type_text(written);
        assert_eq!(reader.press("Enter"), effects, "{written}");
        assert!(
            reader.status().contains(status),
            "{written}: {}",
            reader.status()
        );
        assert!(reader.popup().is_none());
    }
}

#[test]
fn commands_are_completed() {
    let mut reader = Reader::new();
    reader.press(":");
    reader.type_text("next-ar");
    let Some(Popup::Prompt(prompt)) = reader.popup() else {
        panic!("no line")
    };
    let names: Vec<&str> = prompt
        .completions
        .iter()
        .map(|action| action.name())
        .collect();
    assert_eq!(names, ["next-article", "next-article-with"]);
    reader.press("Tab Enter");
    assert_eq!(reader.at().0, "engagement.txt");
}

#[test]
fn an_empty_line_is_closed_by_deleting() {
    for key in [":", "/", "&", "e"] {
        let mut reader = Reader::new();
        reader.press(key);
        reader.type_text("x");
        reader.press("Backspace");
        assert!(reader.popup().is_some(), "{key}");
        reader.press("Backspace");
        assert!(reader.popup().is_none(), "{key}");
    }
}

#[test]
fn pasted_text_is_typed_with_its_line_ends_as_spaces() {
    let mut reader = Reader::new();
    reader.send(Message::Paste("nothing open".to_owned()));
    assert_eq!(reader.at().0, "madrid.txt");
    reader.press("/");
    reader.send(Message::Paste("a\nb\u{1b}".to_owned()));
    assert_eq!(reader.status(), "/a b\u{1b}");
}
