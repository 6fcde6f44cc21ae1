//! Following an entity from mention to mention through all articles.

use super::{Reader, corpus};
use crate::app::Effect;
use crate::corpus::DocId;
use crate::index::Location;

/// Every mention of NATO, in reading order.
const NATO: [(&str, &str); 4] = [
    ("madrid.txt", "NATO"),
    ("madrid.txt", "the Alliance"),
    ("engagement.txt", "OTAN"),
    ("trump.txt", "NATO"),
];

fn following_nato() -> Reader {
    let mut reader = Reader::new();
    reader.press("l l l *");
    assert_eq!((reader.followed(), reader.at()), ("nato", NATO[0]));
    reader
}

#[test]
fn next_mention_visits_every_posting_in_order_and_goes_around() {
    let mut reader = following_nato();
    let mut visited = vec![reader.at()];
    let visit = |reader: &mut Reader, key: &str| {
        reader.press(key);
        let (path, surface) = reader.at();
        (path.to_owned(), surface.to_owned())
    };
    let mut seen = Vec::new();
    for k in 2..=4 {
        seen.push(visit(&mut reader, "n"));
        assert!(
            reader.status().contains(&format!("mention {k} of 4")),
            "{}",
            reader.status()
        );
    }
    visited = vec![NATO[0]];
    visited.extend(
        seen.iter()
            .map(|(path, surface)| (path.as_str(), surface.as_str())),
    );
    assert_eq!(visited, NATO);
    reader.press("n");
    assert_eq!(reader.at(), NATO[0]);
    assert_eq!(
        reader.status(),
        "mention 1 of 4 · went on from the first article"
    );
    for expected in NATO.iter().rev() {
        reader.press("N");
        assert_eq!(reader.at(), *expected);
    }
}

#[test]
fn counts_make_several_steps() {
    let mut reader = following_nato();
    for (keys, expected) in [("3n", 3), ("2N", 1), ("5n", 2), ("4N", 2), ("12n", 2)] {
        reader.press(keys);
        assert_eq!(reader.at(), NATO[expected], "{keys}");
    }
}

#[test]
fn crossing_into_another_article_says_its_title() {
    let mut reader = following_nato();
    reader.press("n n");
    assert_eq!(reader.status(), "mention 3 of 4 · Title of engagement.txt");
    reader.press("n");
    assert_eq!(reader.status(), "mention 4 of 4 · Title of trump.txt");
}

#[test]
fn jumps_are_gone_back_over_and_forward_again() {
    let mut reader = following_nato();
    reader.press("n n n <C-o>");
    assert_eq!(reader.at(), NATO[2]);
    reader.press("H H");
    assert_eq!(reader.at(), NATO[0]);
    reader.press("L");
    assert_eq!(reader.at(), NATO[1]);
    reader.press("2L");
    assert_eq!(reader.at(), NATO[3]);
    reader.press("L");
    assert_eq!(reader.status(), "no later place to go forward to");
}

#[test]
fn articles_that_have_it_are_gone_through_past_those_that_do_not() {
    let mut reader = following_nato();
    for (keys, path) in [
        ("]d", "engagement.txt"),
        ("]d", "trump.txt"),
        ("]d", "madrid.txt"),
        ("[d", "trump.txt"),
        ("(d", "engagement.txt"),
        (")d", "trump.txt"),
        ("2[d", "madrid.txt"),
    ] {
        reader.press(keys);
        assert_eq!(reader.at().0, path, "{keys}");
    }
    reader.press("J J ]d");
    assert_eq!(
        reader.at().0,
        "trump.txt",
        "from an article that does not have it"
    );
}

#[test]
fn follow_takes_the_nearest_mention_where_the_cursor_is_on_none() {
    let mut reader = Reader::new();
    reader.press("*");
    assert_eq!(
        (reader.followed(), reader.at().1),
        ("biden", "American president")
    );
    let mut reader = Reader::new();
    reader.press("J J *");
    assert_eq!(
        (reader.followed(), reader.status().as_str()),
        ("", "no mention on this screen")
    );
}

#[test]
fn follow_pressed_again_steps() {
    let mut reader = following_nato();
    reader.press("*");
    assert_eq!(reader.at(), NATO[1]);
    reader.press("#");
    assert_eq!(reader.at(), NATO[0]);
}

#[test]
fn a_role_and_what_is_inside_it_are_both_stepped_on() {
    let mut reader = Reader::new();
    let mut steps = Vec::new();
    for _ in 0..5 {
        reader.press("Tab");
        steps.push(reader.at().1.to_owned());
    }
    assert_eq!(
        steps,
        [
            "American president",
            "American",
            "NATO",
            "Russia",
            "the Alliance"
        ],
        "hidden kinds are left out"
    );
    reader.press("Tab");
    assert_eq!(reader.at().1, "American president");
    assert_eq!(reader.status(), "went on from the top of the article");
    reader.press("S-Tab h");
    assert_eq!(reader.at().1, "Russia");
}

#[test]
fn following_nothing_or_an_entity_of_no_mention_says_what_to_do() {
    let mut reader = Reader::new();
    reader.press("n");
    assert_eq!(
        reader.status(),
        "nothing is followed; * follows the entity under the cursor, e picks one"
    );
    assert_eq!(reader.at().0, "madrid.txt");
}

#[test]
fn why_asks_about_the_current_mention() {
    let mut reader = following_nato();
    let effects = reader.press("n =");
    let snapshot = corpus();
    let offset = snapshot
        .document(crate::index::DocIdx(0))
        .text
        .find("the Alliance")
        .unwrap();
    let location = Location {
        doc: DocId(0),
        offset,
    };
    assert_eq!(effects, [Effect::Explain { location }]);
}

#[test]
fn escape_goes_one_step_back_at_a_time() {
    let mut reader = following_nato();
    reader.press("/grow<Enter>");
    reader.press("Enter");
    assert!(reader.popup().is_some());
    reader.press("Esc");
    assert!(reader.popup().is_none() && reader.app.search.is_some());
    reader.press("Esc");
    assert!(reader.app.search.is_none());
    assert_eq!(reader.followed(), "nato");
    reader.press("Esc");
    assert_eq!(reader.followed(), "");
    assert_eq!(reader.press("Esc"), []);
    assert_eq!(reader.status(), "q quits");
}

#[test]
fn stepping_starts_from_the_screen_once_the_mention_was_scrolled_away() {
    let long = format!(
        "[nato name:NATO] begins.\n{}[nato name:NATO] in the middle.\n{}[nato name:NATO] ends.\n",
        "filler\n".repeat(60),
        "filler\n".repeat(60)
    );
    let gazetteer = std::sync::Arc::clone(&corpus().gazetteer);
    let document = super::fixture::indexed(9, "long.txt", "2022-01-01", &long, &gazetteer);
    let mut reader = Reader::of(
        super::fixture::snapshot(vec![document], &gazetteer, 1),
        80,
        24,
    );
    let rank = |reader: &Reader| {
        let parts = reader.status();
        parts
            .split("mention ")
            .nth(1)
            .unwrap_or("")
            .split(' ')
            .next()
            .unwrap_or("")
            .to_owned()
    };
    reader.press("*");
    reader.press("j");
    reader.press("n");
    assert_eq!(
        rank(&reader),
        "2",
        "one line down the first mention is out of sight"
    );
    reader.press("j");
    reader.press("N");
    assert_eq!(rank(&reader), "1", "still in sight: from the mention");
    reader.press("G N");
    assert_eq!(rank(&reader), "2");
    reader.press("G n");
    assert_eq!(rank(&reader), "3", "the one on the screen");
}
