//! The terminal changes its size, down to next to nothing.

use super::super::program::Home;
use super::{Reader, Shown};

const LARGE: (u16, u16) = (200, 50);
const SMALL: (u16, u16) = (40, 12);

/// What opens each pane in front of the page, and what it is known by.
const POPUPS: [(&str, &str); 10] = [
    ("<Enter>", "─ NATO"),
    ("c", "─ NATO"),
    ("e", "─ Entities"),
    ("i", "─ Articles"),
    ("<C-p>", "─ Everything"),
    ("?", "─ Keys"),
    ("=", "─ Why “"),
    ("gp", "─ Problems"),
    ("T", "─ Jumps"),
    ("gd", "─ NATO"),
];

/// Returns a home with a long article, and a file that cannot be read as one.
fn home() -> Home {
    let article: Vec<String> = (1..=60)
        .map(|n| {
            format!(
                "In paragraph {n} NATO and l'OTAN are one alliance, Moscow answers Brussels, and the word number{n} stands \
                 at the place where a reader may have stopped to look up.\n"
            )
        })
        .collect();
    let home = Home::with(&[(
        "long.txt",
        &format!("A long article\n\n{}", article.join("\n")),
    )]);
    home.write("corpus/scan.txt", b"\x00\x01\x02NATO\x00");
    home
}

fn opened(home: &Home, size: (u16, u16)) -> Reader {
    let mut reader = Reader::start(home, size, &[&home.corpus()]);
    reader.wait_for("NATO lit", |screen| {
        screen.is_lit("NATO") && screen.is_read()
    });
    reader
}

/// Returns the first row of the text.
fn top(screen: &Shown<'_>) -> String {
    let row = screen.rows().swap_remove(4);
    let page = row
        .split('│')
        .max_by_key(|part| part.trim().len())
        .unwrap_or_default();
    page.trim_matches(|c: char| c.is_whitespace() || "┃▐▸".contains(c))
        .to_owned()
}

#[test]
fn the_word_at_the_top_stays_at_the_top() {
    let home = home();
    let mut reader = opened(&home, LARGE);
    reader.press("20j");
    reader.settle();
    let before = top(&reader.screen());
    let word = before.split_whitespace().next().unwrap();
    assert!(before.len() > 20, "{before}");
    for (size, times) in [(SMALL, 1), ((20, 5), 1), (SMALL, 2)] {
        for _ in 0..times {
            reader.resize(size);
            reader.settle();
            let screen = reader.screen();
            assert!(
                screen.rows().iter().take(5).any(|row| row.contains(word)),
                "{word}\n{}",
                screen.rows().join("\n")
            );
            reader.resize(LARGE);
            assert_eq!(top(&reader.screen()), before);
        }
    }
}

#[test]
fn every_pane_can_be_read_and_closed_on_a_small_screen() {
    let home = home();
    let mut reader = opened(&home, SMALL);
    reader.press("*");
    reader.wait_for_text("following NATO");
    // So that there is a jump to list.
    reader.press("n");
    for (keys, title) in POPUPS {
        reader.press(keys);
        reader.wait_for(keys, |screen| screen.contains(title));
        assert!(!reader.screen().overflows(), "{keys}");
        reader.press("<Esc>");
        reader.wait_for(&format!("{keys} closed"), |screen| !screen.contains("╭"));
    }
    for sigil in [":", "/", "&"] {
        reader.press(sigil);
        reader.wait_for(sigil, |screen| {
            screen.status_line().trim_start().starts_with(sigil)
        });
        reader.press("<Esc>");
        reader.wait_for(&format!("{sigil} closed"), |screen| {
            !screen.status_line().trim_start().starts_with(sigil)
        });
    }
}

#[test]
fn nothing_overflows_on_next_to_no_screen() {
    let home = home();
    let mut reader = opened(&home, (80, 24));
    reader.press("* n");
    for size in [(20, 5), (10, 3), (1, 1), (2, 40), (200, 2)] {
        reader.resize(size);
        for keys in POPUPS
            .map(|(keys, _)| keys)
            .into_iter()
            .chain([":", "/", "&"])
        {
            reader.press(keys);
            reader.settle();
            let screen = reader.screen();
            assert!(
                !screen.overflows(),
                "{keys} at {size:?}\n{}",
                screen.rows().join("\n")
            );
            // Esc as terminals send it that tell it from the beginning of a sequence.
            reader.type_text("\x1b[27u");
        }
    }
    reader.resize((80, 24));
    assert!(reader.screen().is_lit("NATO"));
}
