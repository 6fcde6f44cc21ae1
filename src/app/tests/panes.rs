//! Card, concordance, entry, help, lists and side panes.

use super::{Reader, corpus};
use crate::app::card::CardRow;
use crate::app::entities::Scope;
use crate::app::{Effect, Focus, Popup};
use crate::index::ConcordanceOrder::{Form, Left, Reading, Right};

fn select_row(reader: &mut Reader, wanted: impl Fn(&CardRow) -> bool) {
    let Some(Popup::Card(card)) = reader.popup() else {
        panic!("no card")
    };
    let row = card.lines.iter().position(wanted).unwrap();
    reader.press(&format!("{}G", row + 1));
}

#[test]
fn a_card_says_who_and_every_line_is_a_jump() {
    let mut reader = Reader::new();
    reader.press("3l Enter");
    let Some(Popup::Card(card)) = reader.popup() else {
        panic!("no card")
    };
    assert_eq!(
        (card.id.as_str(), card.n_mentions, card.n_documents),
        ("nato", 4, 3)
    );
    assert!(
        matches!(&card.lines[card.rows.selected], CardRow::First { line, .. } if line.keyword == "NATO")
    );
    let surfaces: Vec<(&str, u32)> = card
        .lines
        .iter()
        .filter_map(|row| match row {
            CardRow::Surface { surface, count, .. } => Some((surface.as_str(), *count)),
            _ => None,
        })
        .collect();
    assert_eq!(surfaces, [("NATO", 2), ("the Alliance", 1), ("OTAN", 1)]);
    select_row(
        &mut reader,
        |row| matches!(row, CardRow::Surface { surface, .. } if surface == "OTAN"),
    );
    reader.press("Enter");
    assert_eq!(
        (reader.at(), reader.followed()),
        (("engagement.txt", "OTAN"), "nato")
    );
    reader.press("<C-o>");
    assert_eq!(reader.at(), ("madrid.txt", "NATO"));
    reader.press("Enter");
    select_row(
        &mut reader,
        |row| matches!(row, CardRow::Neighbour { id, .. } if id == "russia"),
    );
    reader.press("Enter");
    assert!(matches!(reader.popup(), Some(Popup::Card(card)) if card.id == "russia"));
    reader.press("Esc");
    assert!(matches!(reader.popup(), Some(Popup::Card(card)) if card.id == "nato"));
}

#[test]
fn a_card_lists_the_offices_held_but_not_hidden_neighbours() {
    let mut reader = Reader::new();
    reader.press("l Enter");
    let Some(Popup::Card(card)) = reader.popup() else {
        panic!("no card")
    };
    assert!(
        card.lines
            .iter()
            .any(|row| matches!(row, CardRow::Office { id, to: None, .. } if id == "us-president"))
    );
    assert!(
        !card
            .lines
            .iter()
            .any(|row| matches!(row, CardRow::Neighbour { id, .. } if id == "guinea-pig"))
    );
    select_row(&mut reader, |row| matches!(row, CardRow::Office { .. }));
    reader.press("Enter");
    let Some(Popup::Card(card)) = reader.popup() else {
        panic!("no card")
    };
    assert!(
        card.lines
            .iter()
            .any(|row| matches!(row, CardRow::Office { id, .. } if id == "biden"))
    );
}

#[test]
fn moving_in_a_card_passes_over_headings() {
    let mut reader = Reader::new();
    reader.press("3l Enter gg");
    let on_heading = |reader: &Reader| match reader.popup() {
        Some(Popup::Card(card)) => matches!(card.lines[card.rows.selected], CardRow::Heading(_)),
        _ => panic!("no card"),
    };
    for keys in ["j", "j", "j", "j", "j", "k", "k", "k", "k"] {
        reader.press(keys);
        assert!(!on_heading(&reader), "{keys}");
    }
}

#[test]
fn a_concordance_is_ordered_by_key_and_keeps_its_row() {
    let mut reader = Reader::new();
    reader.press("3l 2j c");
    let state = |reader: &Reader| match reader.popup() {
        Some(Popup::Concordance(open)) => {
            let lines = open.lines(&reader.app.library, 0..9);
            let keywords: Vec<String> = lines.into_iter().map(|line| line.keyword).collect();
            (open.order, keywords, open.rows.selected)
        }
        _ => panic!("no concordance"),
    };
    assert_eq!(state(&reader).1, ["NATO", "the Alliance", "OTAN", "NATO"]);
    reader.press("3G");
    let mut orders = Vec::new();
    for _ in 0..4 {
        reader.press(">");
        let (order, keywords, selected) = state(&reader);
        assert_eq!(keywords[selected], "OTAN");
        orders.push(order);
    }
    assert_eq!(orders, [Left, Right, Form, Reading]);
    reader.press("<");
    assert_eq!(state(&reader).0, Form);
    assert_eq!(reader.status(), "ordered by form");
    reader.press("Enter");
    assert_eq!(
        (reader.at(), reader.followed()),
        (("engagement.txt", "OTAN"), "nato")
    );
    reader.press("gr gr");
    assert_eq!(reader.app.popups.len(), 1);
}

#[test]
fn a_concordance_opens_at_the_current_mention() {
    let mut reader = Reader::new();
    reader.press("3l * n c");
    assert!(matches!(reader.popup(), Some(Popup::Concordance(open)) if open.rows.selected == 1));
}

#[test]
fn an_entry_names_the_place_of_each_form_and_opens_the_editor_there() {
    let mut reader = Reader::new();
    reader.press("3l gd");
    let Some(Popup::Entry(entry)) = reader.popup() else {
        panic!("no entry")
    };
    assert_eq!(entry.header, "organisation.nato");
    let forms: Vec<(&str, u32)> = entry
        .lines
        .iter()
        .map(|row| (row.text.as_str(), row.line))
        .collect();
    assert_eq!(
        forms,
        [
            ("[organisation.nato]", 2),
            ("NATO", 5),
            ("OTAN", 5),
            ("the Alliance", 6)
        ]
    );
    let edit = |line| {
        vec![Effect::Edit {
            path: "my.toml".into(),
            line,
        }]
    };
    reader.press("G");
    assert_eq!(reader.press("Enter"), edit(6));
    assert_eq!(
        reader.press("Esc E"),
        edit(5),
        "the line of the form that lit the mention"
    );
}

#[test]
fn help_lists_every_action_and_does_it() {
    let mut reader = Reader::new();
    reader.press("?");
    let Some(Popup::Help(help)) = reader.popup() else {
        panic!("no help")
    };
    let listed = help
        .lines
        .iter()
        .filter(|line| matches!(line, crate::app::help::HelpRow::Action { .. }));
    assert_eq!(listed.count(), crate::config::Action::ALL.len());
    let row = help.lines.iter().position(|line| {
        matches!(line, crate::app::help::HelpRow::Action { action, .. } if *action == crate::config::Action::NextArticle)
    });
    reader.press(&format!("{}G", row.unwrap() + 1));
    reader.press("Enter");
    assert_eq!(reader.at().0, "engagement.txt");
}

#[test]
fn the_jump_list_shows_the_latest_first() {
    let mut reader = Reader::new();
    reader.press("J J J T");
    assert!(matches!(reader.popup(), Some(Popup::Jumps(list)) if list.rows.selected == 0));
    reader.press("j Enter");
    assert_eq!(reader.at().0, "engagement.txt");
    assert!(reader.popup().is_none());
    reader.press("L");
    assert_eq!(reader.at().0, "weather.txt");
}

#[test]
fn what_works_on_the_page_says_so_elsewhere() {
    let mut reader = Reader::new();
    reader.press("? n");
    assert_eq!(reader.status(), "next-mention works on the page");
    reader.press("Esc >");
    assert_eq!(reader.status(), "next-order works in lists");
}

#[test]
fn side_panes_take_the_keys_and_give_them_back() {
    let mut reader = Reader::of(corpus(), 120, 30);
    reader.press("Left");
    assert_eq!(reader.app.panes.focus, Focus::Articles);
    reader.press("j j Enter");
    assert_eq!(
        (reader.at().0, reader.app.panes.focus),
        ("weather.txt", Focus::Page)
    );
    reader.press("K Right");
    assert_eq!(reader.app.panes.focus, Focus::Entities);
    let names = |reader: &Reader| -> Vec<String> {
        let rows = reader.app.panes.entities.listed().iter();
        rows.map(|row| format!("{} {}", reader.app.name_of(row.entity), row.count))
            .collect()
    };
    assert_eq!(names(&reader), ["NATO 1", "Russia 1"]);
    reader.press(">");
    assert_eq!(reader.app.panes.entities.scope, Scope::Corpus);
    assert_eq!(
        names(&reader),
        ["NATO 4", "Russia 3", "Joe Biden 1", "United States 1"]
    );
    reader.press("j Enter");
    assert_eq!(
        (reader.followed(), reader.at()),
        ("russia", ("engagement.txt", "Russie"))
    );
    reader.press("<C-w> <C-w>");
    assert_eq!(reader.app.panes.focus, Focus::Articles);
    reader.press("q");
    assert_eq!(reader.app.panes.focus, Focus::Page);
    reader.press("gs");
    assert!(!reader.app.layout().has_sides());
}

#[test]
fn folded_side_panes_open_as_pickers() {
    let mut reader = Reader::new();
    reader.press("Left");
    assert!(matches!(reader.popup(), Some(Popup::Picker(_))));
    reader.press("Esc Right");
    assert!(matches!(reader.popup(), Some(Popup::Picker(_))));
}

#[test]
fn articles_are_marked_as_read_and_back() {
    let mut reader = Reader::new();
    reader.press("r");
    assert_eq!(reader.status(), "marked as read");
    assert_eq!(reader.app.library.read.len(), 1);
    reader.press("r");
    assert!(reader.app.library.read.is_empty());
}

#[test]
fn what_is_lit_and_the_width_go_around() {
    let mut reader = Reader::new();
    let lit = |reader: &Reader| {
        let visible = reader.app.page.visible();
        reader.app.lit(visible).len()
    };
    reader.press("3l *");
    assert_eq!(lit(&reader), 5);
    reader.press("\\");
    assert_eq!(lit(&reader), 2);
    reader.press("V");
    assert_eq!(lit(&reader), 1, "the current mention stays in sight");
    reader.press("\\");
    assert_eq!(lit(&reader), 5);
    let mut widths = Vec::new();
    for _ in 0..5 {
        reader.press("w");
        widths.push(reader.app.panes.measure);
    }
    assert_eq!(widths, [100, 0, 60, 72, 80]);
}
