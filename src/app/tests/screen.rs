//! The layout on every size of screen.

use super::{Reader, corpus};
use crate::app::{Message, Rect, Size, layout};

/// What may stand in front, by the keys that open it.
const POPUPS: [&str; 10] = ["", "Enter", "c", "=", "gd", "?", "e", "i", ":", "/"];

#[test]
fn nothing_reaches_over_an_edge_or_over_something_else_on_any_screen() {
    for keys in POPUPS {
        let mut reader = Reader::new();
        if !keys.is_empty() {
            reader.press(keys);
        }
        // Each size with nothing in front; with something, those where its parts come and go and a sample of the rest.
        let every = if keys.is_empty() { 1 } else { 7 };
        for width in (0..30).chain((30..=220).step_by(every)) {
            for height in (0..20).chain((20..=60).step_by(every)) {
                let size = Size::new(width, height);
                let layout = layout(size, &reader.app);
                let screen = Rect::screen(size);
                let parts = [
                    layout.header,
                    layout.articles,
                    layout.entities,
                    layout.title,
                    layout.facts,
                    layout.text,
                    layout.scrollbar,
                    layout.strip,
                    layout.status,
                ];
                // The panes behind are the same, whatever stands in front.
                let parts = if keys.is_empty() || keys == ":" {
                    &parts[..]
                } else {
                    &[]
                };
                for (index, part) in parts.iter().filter(|part| !part.is_empty()).enumerate() {
                    assert!(screen.encloses(*part), "{size:?}: {part:?}");
                    for other in parts.iter().filter(|part| !part.is_empty()).skip(index + 1) {
                        let apart = part.right() <= other.x
                            || other.right() <= part.x
                            || part.bottom() <= other.y
                            || other.bottom() <= part.y;
                        assert!(apart, "{size:?}: {part:?} {other:?}");
                    }
                }
                for popup in &layout.popups {
                    assert!(screen.encloses(popup.outer), "{size:?} {keys}: {popup:?}");
                    for part in [popup.input, popup.rows, popup.preview] {
                        assert!(
                            part.is_empty() || popup.outer.encloses(part),
                            "{size:?} {keys}: {popup:?}"
                        );
                    }
                }
                if width > 0 && height > 0 && keys.is_empty() {
                    assert!(!layout.text.is_empty(), "{size:?}");
                }
            }
        }
    }
}

#[test]
fn every_key_is_answered_on_every_odd_size() {
    let sizes = [
        (0, 0),
        (1, 1),
        (2, 2),
        (3, 1),
        (1, 30),
        (20, 5),
        (40, 12),
        (99, 9),
        (100, 10),
        (220, 60),
    ];
    let keys = "j k d u f b gg G } { Tab S-Tab * n N ]d J K c > Enter Esc = Esc gd Esc ? j j Esc e Down Esc i Esc : Esc / x Enter n Esc T Esc w \\";
    for (width, height) in sizes {
        let mut reader = Reader::of(corpus(), width, height);
        reader.press(keys);
        for (width, height) in sizes {
            reader.send(Message::Resize(Size::new(width, height)));
            reader.press("n");
        }
    }
}

#[test]
fn side_panes_are_there_from_a_hundred_columns_on() {
    for (width, height, sides, header) in [
        (99, 30, false, true),
        (100, 30, true, true),
        (100, 9, true, false),
    ] {
        let reader = Reader::of(corpus(), width, height);
        let layout = reader.app.layout();
        assert_eq!(layout.has_sides(), sides, "{width}x{height}");
        assert_eq!(!layout.header.is_empty(), header, "{width}x{height}");
        assert_eq!(!layout.strip.is_empty(), header, "{width}x{height}");
        assert!(layout.text.width >= 40, "{width}x{height}");
    }
}

#[test]
fn the_strip_counts_each_article_and_marks_this_one() {
    let mut reader = Reader::new();
    reader.press("3l * J");
    let strip = reader.app.strip(80);
    let counts: Vec<u32> = strip.iter().map(|cell| cell.count).collect();
    assert_eq!(counts, [2, 1, 0, 1]);
    assert_eq!(strip.iter().position(|cell| cell.here), Some(1));
    let narrow: Vec<u32> = reader.app.strip(2).iter().map(|cell| cell.count).collect();
    assert_eq!(narrow, [3, 1]);
    assert!(reader.app.strip(0).is_empty());
}

#[test]
fn hints_follow_what_has_the_keys() {
    let mut reader = Reader::new();
    let hints = |reader: &Reader| -> Vec<String> {
        let hints = reader.app.hints();
        hints
            .iter()
            .map(|hint| format!("{} {}", hint.key, hint.word))
            .collect()
    };
    assert_eq!(
        hints(&reader),
        ["* follow", "e entities", "J article", "? keys"]
    );
    reader.press("*");
    assert_eq!(hints(&reader), ["n next", "N back", "Enter card", "? keys"]);
    reader.press("/he<Enter>");
    assert_eq!(hints(&reader), ["n next found", "N back", "Esc end search"]);
    reader.press("c");
    assert_eq!(hints(&reader), ["Enter go there", "> order", "Esc close"]);
    reader.press("e");
    assert_eq!(hints(&reader), ["Enter pick", "Esc close"]);
}
