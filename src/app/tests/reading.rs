//! Moving through the text, and keeping one's place.

use super::Reader;
use super::fixture::{gazetteer, indexed, snapshot};
use crate::app::{Effect, Message, Mouse, MouseKind, Size};

fn numbered(width: u16, height: u16) -> Reader {
    let lines: Vec<String> = (1..=200).map(|n| format!("line {n}")).collect();
    let text = lines.join("\n");
    let gazetteer = gazetteer("schema = 1\n");
    let document = indexed(1, "long.txt", "2022-01-01", &text, &gazetteer);
    Reader::of(snapshot(vec![document], &gazetteer, 1), width, height)
}

#[test]
fn keys_move_as_in_less_and_vim() {
    // 24 rows: header, title, facts, a blank line, strip and status leave 18 to the text.
    let mut reader = numbered(80, 24);
    assert_eq!(reader.app.page.rows().len(), 18);
    for (keys, top) in [
        ("j", 2),
        ("3j", 5),
        ("k", 4),
        ("Down Up", 4),
        ("Space", 20),
        ("b", 4),
        ("d", 13),
        ("u", 4),
        ("<C-f>", 20),
        ("<C-b>", 4),
        ("<C-d> <C-u>", 4),
        ("<C-e> <C-y>", 4),
        ("PgDn PgUp", 4),
        ("f", 20),
        ("2b", 1),
        ("k", 1),
        ("G", 183),
        ("j", 183),
        ("gg", 1),
        ("End Home", 1),
        ("50G", 50),
        ("10gg", 10),
        ("999G", 183),
        ("99999k", 1),
        ("99999j", 183),
    ] {
        reader.press(keys);
        assert_eq!(reader.top_row(), format!("line {top}"), "{keys}");
    }
}

#[test]
fn the_end_of_the_article_is_said() {
    let mut reader = numbered(80, 24);
    reader.press("G j");
    assert_eq!(reader.status(), "end of the article; J goes on to the next");
}

#[test]
fn top_and_bottom_can_be_gone_back_from() {
    let mut reader = numbered(80, 24);
    reader.press("20j G <C-o>");
    assert_eq!(reader.top_row(), "line 21");
}

#[test]
fn paragraphs_are_gone_through() {
    let mut reader = Reader::of(super::corpus(), 80, 4);
    for (keys, row) in [
        ("}", "The American president spoke first."),
        ("}", "NATO will grow, he said. Russia objected."),
        ("{", "The American president spoke first."),
        ("2{", "Leaders met in Madrid."),
    ] {
        reader.press(keys);
        assert_eq!(reader.top_row(), row, "{keys}");
    }
    reader.press("j {");
    assert_eq!(reader.top_row(), "Leaders met in Madrid.");
    reader.press("9}");
    assert_eq!(reader.status(), "end of the article; J goes on to the next");
}

#[test]
fn articles_are_gone_through_and_shown_where_they_were_left() {
    let mut reader = Reader::of(super::corpus(), 80, 6);
    reader.press("3j J");
    assert_eq!(reader.at().0, "engagement.txt");
    assert_eq!(reader.status(), "Title of engagement.txt");
    reader.press("K");
    assert_eq!(reader.at().0, "madrid.txt");
    let row = reader.top_row().to_owned();
    reader.press("K");
    assert_eq!(reader.status(), "this is the first article");
    assert_eq!(reader.top_row(), row);
    reader.press("9J");
    assert_eq!(reader.at().0, "trump.txt");
    reader.press("J");
    assert_eq!(reader.status(), "this is the last article");
    reader.press("<C-o> <C-o>");
    assert_eq!(reader.at().0, "engagement.txt");
}

#[test]
fn resizing_and_back_keeps_the_word_at_the_top() {
    let prose =
        "Several words that fill the lines of a page, one after another, until it ends.\n\n"
            .repeat(80);
    let gazetteer = gazetteer("schema = 1\n");
    let document = indexed(1, "p.txt", "2022-01-01", &prose, &gazetteer);
    for keys in ["", "7j", "G", "30j 3k"] {
        let mut reader = Reader::of(snapshot(vec![document.clone()], &gazetteer, 1), 200, 50);
        if !keys.is_empty() {
            reader.press(keys);
        }
        let before = reader.app.page.rows().to_vec();
        let word = before[0].start;
        reader.send(Message::Resize(Size::new(40, 12)));
        let narrow = reader.app.page.rows()[0];
        assert!(
            narrow.start <= word && word <= narrow.end,
            "{keys}: {narrow:?} {word}"
        );
        reader.send(Message::Resize(Size::new(1, 1)));
        reader.send(Message::Resize(Size::new(0, 0)));
        reader.send(Message::Resize(Size::new(200, 50)));
        assert_eq!(reader.app.page.rows(), before, "{keys}");
    }
}

#[test]
fn a_mention_jumped_to_stands_a_third_down_unless_it_is_comfortably_in_sight() {
    let long = format!(
        "{}[nato name:NATO]\n{}",
        "filler\n".repeat(80),
        "filler\n".repeat(80)
    );
    let gazetteer = std::sync::Arc::clone(&super::corpus().gazetteer);
    let document = indexed(9, "long.txt", "2022-01-01", &long, &gazetteer);
    let mut reader = Reader::of(snapshot(vec![document], &gazetteer, 1), 80, 24);
    let row_of_nato = |reader: &Reader| {
        let offset = reader.app.page.text().find("NATO").unwrap();
        reader.app.page.row_of(offset)
    };
    reader.press("l");
    assert_eq!(row_of_nato(&reader), Some(6));
    reader.press("2j l");
    assert_eq!(row_of_nato(&reader), Some(4), "left where it is");
    reader.press("zz");
    assert_eq!(row_of_nato(&reader), Some(9));
}

#[test]
fn the_wheel_scrolls_and_a_click_selects_a_mention_or_a_word() {
    let mut reader = Reader::new();
    let layout = reader.app.layout();
    let text = layout.text;
    let click = |reader: &mut Reader, column: u16, row: u16| {
        let mouse = Mouse {
            kind: MouseKind::Click,
            column: text.x + column,
            row: text.y + row,
        };
        reader.send(Message::Mouse(mouse))
    };
    click(&mut reader, 5, 2);
    assert_eq!(reader.at().1, "American", "the innermost of two");
    click(&mut reader, 15, 2);
    assert_eq!(reader.at().1, "American president");
    click(&mut reader, 17, 0);
    assert_eq!(reader.at().1, "Madrid");
    assert!(
        matches!(reader.press("=").as_slice(), [Effect::Explain { location }] if location.offset == 15)
    );
    reader.press("Esc");
    click(&mut reader, 1, 4);
    click(&mut reader, 1, 4);
    assert!(matches!(reader.popup(), Some(crate::app::Popup::Card(card)) if card.id == "nato"));
    click(&mut reader, 60, 0);
    let mut reader = numbered(80, 24);
    let wheel = |kind| {
        Message::Mouse(Mouse {
            kind,
            column: 9,
            row: 9,
        })
    };
    reader.send(wheel(MouseKind::WheelDown));
    assert_eq!(reader.top_row(), "line 4");
    reader.send(wheel(MouseKind::WheelUp));
    assert_eq!(reader.top_row(), "line 1");
}

#[test]
fn quitting() {
    for (keys, effects) in [
        ("q", vec![Effect::Quit]),
        ("Q", vec![Effect::Quit]),
        ("? Q", vec![Effect::Quit]),
        ("? q", vec![]),
        ("? q q", vec![Effect::Quit]),
        ("<C-c>", vec![Effect::Quit]),
        ("<C-z>", vec![Effect::Suspend]),
        ("<C-l>", vec![Effect::Redraw]),
    ] {
        assert_eq!(Reader::new().press(keys), effects, "{keys}");
    }
}

#[test]
fn half_typed_keys_are_shown_with_what_may_follow_and_given_up_with_escape() {
    let mut reader = Reader::new();
    reader.press("5 g");
    assert_eq!(reader.status(), "5g");
    let crate::app::Status::Pending { continuations, .. } = reader.app.status() else {
        panic!("nothing pending");
    };
    let keys: Vec<String> = continuations
        .iter()
        .map(|(keys, _)| keys.to_string())
        .collect();
    assert_eq!(keys, ["d", "g", "p", "r", "s"]);
    reader.press("Esc");
    assert!(!reader.status().starts_with('5'));
    reader.press("g x");
    assert_eq!(
        reader.status(),
        "that key does nothing here; ? shows the keys"
    );
    assert_eq!(reader.at().0, "madrid.txt");
}

#[test]
fn tab_and_control_i_are_one_key() {
    let mut reader = Reader::new();
    reader.press("<C-i>");
    assert_eq!(reader.at().1, "American president");
}
