//! Keeps the arrows between the rooms: data flows downwards, a room names only rooms above it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms in reading order. A new arrow is a decision made in this table.
const ROOMS: [&str; 11] = [
    "text",
    "diagnostic",
    "corpus",
    "gazetteer",
    "matcher",
    "index",
    "config",
    "app",
    "worker",
    "tui",
    "cli",
];

/// Rooms above that a room does without, though their place would allow them.
const FORBIDDEN: [(&str, &[&str]); 1] = [("cli", &["app", "worker", "tui"])];

/// Libraries that one room has for itself.
const LIBRARIES: [(&str, &str); 2] = [("ratatui", "tui"), ("crossterm", "tui")];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// Returns the code of a file without comments and string contents that could look like paths.
fn code(source: &str) -> String {
    source
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns the rooms that a piece of code names as `crate::room` or in `use crate::{room::…, other::…}`.
fn rooms_named(code: &str) -> BTreeSet<&'static str> {
    let mut named = BTreeSet::new();
    for (at, prefix) in code.match_indices("crate::") {
        let rest = &code[at + prefix.len()..];
        let group = rest.strip_prefix('{').map_or_else(
            || vec![rest],
            |inside| {
                let mut depth = 1;
                let end = inside.find(|c| {
                    depth += i32::from(c == '{') - i32::from(c == '}');
                    depth == 0
                });
                split_top_level(&inside[..end.unwrap_or(inside.len())])
            },
        );
        for path in group {
            let name: String = path
                .trim()
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            named.extend(ROOMS.iter().find(|room| **room == name));
        }
    }
    named
}

fn split_top_level(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut parts) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        depth += i32::from(c == '{') - i32::from(c == '}');
        if c == ',' && depth == 0 {
            parts.push(&list[start..at]);
            start = at + 1;
        }
    }
    parts.push(&list[start..]);
    parts
}

#[test]
fn rooms_name_only_rooms_above_them() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (position, room) in ROOMS.iter().enumerate() {
        let mut files = Vec::new();
        let folder = src.join(room);
        if folder.is_dir() {
            rust_files(&folder, &mut files);
        } else {
            files.push(src.join(format!("{room}.rs")));
        }
        let forbidden = FORBIDDEN
            .iter()
            .find(|(name, _)| name == room)
            .map_or(&[][..], |(_, rooms)| *rooms);
        for file in files {
            seen += 1;
            let code = code(&fs::read_to_string(&file).unwrap());
            for named in rooms_named(&code) {
                let at = ROOMS.iter().position(|room| *room == named).unwrap();
                if at > position || forbidden.contains(&named) {
                    wrong.push(format!("{} names {named}", file.display()));
                }
            }
            for (library, owner) in LIBRARIES {
                let names = [
                    format!("{library}::"),
                    format!("use {library}"),
                    format!("{library} as "),
                ];
                if room != &owner && names.iter().any(|name| code.contains(name.as_str())) {
                    wrong.push(format!("{} names {library}", file.display()));
                }
            }
        }
    }
    assert!(seen > ROOMS.len(), "only {seen} files were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn grouped_imports_are_seen() {
    let code = "use crate::{app::Action, text::{Span, fold}}; use crate::tui::run; let x = crate::index::build();";
    let named: Vec<&str> = rooms_named(code).into_iter().collect();
    assert_eq!(named, ["app", "index", "text", "tui"]);
}
