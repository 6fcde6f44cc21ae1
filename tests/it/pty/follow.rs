//! Following an entity through all articles, as the verbs count its mentions.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::gold;
use super::super::program::{Home, argument};
use super::{Reader, Screen};

/// What the verbs say of a mention.
struct Expected {
    doc: String,
    text: String,
    right: String,
}

/// Returns the mentions of NATO in reading order.
fn expected(home: &Home, corpus: &[&str]) -> Vec<Expected> {
    let mentions = home.records(&[&["mentions", "--entity", "nato"], corpus].concat());
    let lines = home.records(&[&["kwic", "nato"], corpus].concat());
    let text = |record: &Value, key: &str| record[key].as_str().unwrap().to_owned();
    let place = |record: &Value| (text(record, "doc"), record["start"].clone());
    let languages: BTreeSet<String> = mentions.iter().map(|record| text(record, "lang")).collect();
    assert!(
        languages.contains("en") && languages.contains("fr"),
        "{languages:?}"
    );
    assert_eq!(
        mentions.iter().map(place).collect::<Vec<_>>(),
        lines.iter().map(place).collect::<Vec<_>>()
    );
    let both = mentions.iter().zip(&lines);
    both.map(|(mention, line)| Expected {
        doc: text(mention, "doc"),
        text: text(mention, "text"),
        right: text(line, "right"),
    })
    .collect()
}

/// Asserts that the current mention is the one expected: its article, its characters, and those after it.
fn assert_is_at<T>(screen: &Screen<'_, T>, expected: &Expected) {
    let letters = |text: &str| text.split_whitespace().collect::<String>();
    let shown = screen.rows().join("\n");
    assert!(
        screen.contains(&format!("· {} ·", expected.doc)),
        "not {}\n{shown}",
        expected.doc
    );
    let current = letters(&screen.current().concat());
    assert_eq!(current, letters(&expected.text), "\n{shown}");
    let (after, right) = (letters(&screen.after_current()), letters(&expected.right));
    assert!(
        after.starts_with(&right) || right.starts_with(&after),
        "{after:?}, not {right:?}\n{shown}"
    );
}

/// Follows NATO through all articles until it comes around, then back again, then all jumps back.
fn follow(home: &Home, corpus: &[&str], begin: impl FnOnce(&mut Reader)) {
    let mentions = expected(home, corpus);
    let n = mentions.len();
    let mut reader = Reader::start(home, (200, 50), corpus);
    reader.wait_for("all articles", |screen| {
        screen.contains(" mentions") && screen.is_read()
    });
    begin(&mut reader);
    reader.wait_for("NATO followed", |screen| {
        let header = screen.rows().swap_remove(0);
        header.contains("following NATO") && header.ends_with(&format!("{n} mentions"))
    });
    let mut go = |keys: &str, to: usize| {
        reader.press(keys);
        let count = format!("mention {} of {n}", to + 1);
        reader.wait_for(&format!("{keys}: {count}"), |screen| {
            screen.status_line().contains(&count)
        });
        assert_is_at(&reader.screen(), &mentions[to]);
    };
    // The page says which mention it is, once the message about following is gone.
    go("<C-l>", 0);
    for to in (1..n).chain([0]) {
        go("n", to);
    }
    for to in (0..n).rev() {
        go("N", to);
    }
    // Where each step was taken from, the last first: up the way down, and down the way up.
    for to in (1..n).chain([0]).chain((0..n).rev()) {
        go("<C-o>", to);
    }
}

#[test]
fn the_sample_is_followed_through_all_articles() {
    follow(&Home::new(), &[], |reader| {
        reader.press("e");
        reader.wait_for_text("Entities");
        reader.type_text("NATO");
        reader.wait_for_text("NATO");
        reader.press("<Enter>");
    });
}

#[test]
fn the_seeds_are_followed_through_all_articles() {
    let Some((articles, _)) = gold::folders() else {
        eprintln!(
            "skipped: there are no articles beside the project; IBID_GOLD names their folder"
        );
        return;
    };
    // The first of them begins with NATO.
    follow(&Home::new(), &[argument(&articles)], |reader| {
        reader.press("*");
    });
}
