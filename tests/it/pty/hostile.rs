//! Nothing that a document, its name or its title says reaches the terminal as anything but text.

use regex::bytes::Regex;

use super::super::program::{Home, argument, surface};
use super::{Reader, Start};

/// What the reader itself writes: styles, places, a blank screen, the modes that it takes and gives back, and one question.
const OWN: &str = r"\x1b\[[0-9;:]*m|\x1b\[[0-9]+;[0-9]+H|\x1b\[2J|\x1b\[\?(?:1049|25|2004|1000|1006|2026)[hl]|\x1b\]11;\?\x07";

/// Sequences that would rename the window, copy to the clipboard, ask for the cursor, ring, and turn the direction of writing.
const HOSTILE: &str = "NATO\x1b]0;x\x07 said\x1b]52;c;eA==\x1b\\ yes\x1b[6n\x1bPq\x1b\\ \u{9b}6n\u{9d}0;y\u{9c} \u{202e}OTAN\u{202c} \
                       \u{2066}a\u{2069}\u{200f}\u{2028}\u{feff}\u{7f}\u{8} l\u{200b}'\u{e0041}OTAN.";

/// Returns what was written to a terminal beside text and `own` sequences.
fn foreign(bytes: &[u8], own: &str) -> Vec<String> {
    let rest = Regex::new(own).unwrap().replace_all(bytes, &b""[..]);
    let text = std::str::from_utf8(&rest).unwrap();
    let is_hidden = |c: char| {
        matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
            || ('\u{e0000}'..='\u{e007f}').contains(&c)
    };
    let found = text
        .char_indices()
        .filter(|&(_, c)| c.is_control() || is_hidden(c));
    let around = |at: usize| {
        text[at..]
            .chars()
            .take(12)
            .collect::<String>()
            .escape_debug()
            .to_string()
    };
    found.map(|(at, _)| around(at)).collect()
}

/// Returns a home with hostile text, titles, file names and folders.
fn home() -> Home {
    let home = Home::new();
    let name = "corpus/z\x1b]0;x\x07\u{202e}\u{9b}6n.txt";
    home.write(name, format!("{HOSTILE}\n\n{HOSTILE}\n"));
    let front = "title: NATO\x1b]0;x\x07 \u{202e}title\u{9b}6n\nauthor: \x1b[6n\nlang: \x1b[6n\n";
    home.write(
        "corpus/a.md",
        format!("---\n{front}---\n# Head\x1b[6n\n\n{HOSTILE}\n"),
    );
    home.write(
        "corpus/b.html",
        format!("<html><head><title>NATO&#27;]0;x&#7;&#x202e;</title></head><body><article><p>{HOSTILE} &#27;[6n &#x9b;6n</p></article></body></html>"),
    );
    home.write("corpus/bad\x1b]0;x\x07.txt", b"\x00\x01\x02NATO\x00");
    home.write("corpus/bad\u{202e}\x1b[6n.exe", b"");
    home
}

#[test]
fn the_reader_writes_nothing_of_a_document_but_text() {
    let home = home();
    let mut reader = Reader::start(&home, (120, 40), &[&home.corpus()]);
    reader.wait_for("the article matched", |screen| {
        screen.is_lit("NATO") && screen.is_read()
    });
    let shows = |screen: &super::Shown<'_>, marker: &str| screen.contains(marker);
    reader.wait_for("markers", |screen| {
        shows(screen, "NATO␛]0;x␇ said") && shows(screen, "⟨U+202E⟩")
    });
    reader.press("* n");
    for keys in ["<Enter>", "c", "e", "i", "<C-p>", "?", "=", "gd", "gp", "T"] {
        reader.press(keys);
        reader.wait_for(keys, |screen| shows(screen, "╭"));
        reader.press("<Esc>");
        reader.wait_for("closed", |screen| !shows(screen, "╭"));
    }
    for keys in ["J", "J", "n", "n", "n", "n"] {
        reader.press(keys);
        reader.settle();
    }
    // Pasted, typed and searched for.
    reader.type_text("/\x1b[200~\x1b]0;x\x07\u{202e}\u{9b}6n\x1b[201~");
    reader.wait_for("the paste", |screen| screen.status_line().contains('/'));
    reader.press("<Enter>");
    reader.settle();
    reader.press("Q");
    assert!(reader.wait_for_end().success());
    assert_eq!(foreign(&reader.bytes, OWN), Vec::<String>::new());
}

/// Runs a command line in a terminal, `$0` being the program; returns what it wrote.
fn in_terminal(home: &Home, line: &str) -> Vec<u8> {
    let mut reader = Reader::start_as(&Start {
        home,
        size: (200, 50),
        program: "/bin/sh",
        arguments: &["-c", line, super::PROGRAM],
        controls: true,
    });
    reader.wait_for_end();
    std::mem::take(&mut reader.bytes)
}

#[test]
fn verbs_write_nothing_of_a_document_to_a_terminal_but_text() {
    let home = home();
    home.write("hostile.txt", HOSTILE);
    let own = r"\x1b\[[0-9;]*m|\r\n";
    for line in [
        "\"$0\" text - < hostile.txt",
        "\"$0\" text corpus",
        "\"$0\" mentions corpus",
        "\"$0\" kwic nato corpus",
        "\"$0\" kwic nato corpus --format jsonl",
        "\"$0\" kwic nato corpus --format csv",
        "\"$0\" entities corpus",
        "\"$0\" mentions \"$(printf 'missing\\033]0;x\\007\\302\\2336n')\"",
        "\"$0\" kwic \"$(printf 'nat\\033]0;x\\007\\302\\2336n')\" corpus",
        "\"$0\" \"$(printf -- '--x\\033]0;x\\007\\302\\2336n')\"",
    ] {
        let bytes = in_terminal(&home, line);
        assert!(!bytes.is_empty(), "{line}");
        assert_eq!(foreign(&bytes, own), Vec::<String>::new(), "{line}");
    }
    let shown = String::from_utf8(in_terminal(&home, "\"$0\" text - < hostile.txt")).unwrap();
    assert!(shown.starts_with("NATO␛]0;x␇ said"), "{shown}");
    let shown =
        String::from_utf8(in_terminal(&home, "\"$0\" text - < hostile.txt | cat -v")).unwrap();
    assert!(shown.starts_with("NATO^[]0;x^G said"), "{shown}");
}

#[test]
fn offsets_count_what_is_not_shown() {
    let home = Home::new();
    home.write("hostile.txt", HOSTILE);
    let file = home.path("hostile.txt");
    let records = home.records(&["mentions", "--entity", "nato", argument(&file)]);
    let starts: Vec<Option<u64>> = records
        .iter()
        .map(|record| record["start"].as_u64())
        .collect();
    let places = ["NATO", "OTAN"]
        .into_iter()
        .flat_map(|name| HOSTILE.match_indices(name).map(|(at, _)| at as u64));
    assert_eq!(starts, places.map(Some).collect::<Vec<_>>());
    for record in &records {
        assert!(
            ["NATO", "OTAN"].contains(&surface(record, HOSTILE)),
            "{record}"
        );
    }
}
