//! How many hard sentences there are, and in how many languages: read off the tables themselves.

use std::collections::BTreeMap;
use std::path::Path;

/// Fewer would be a loss of tests.
const SENTENCES: usize = 500;
const LANGUAGES: usize = 12;
const SENTENCES_OF_EACH: usize = 15;

/// Returns the string literals of a Rust source, escapes left as they are; comments have none.
fn literals(source: &str) -> Vec<&str> {
    let mut literals = Vec::new();
    for line in source
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
    {
        let mut start = None;
        let mut is_escaped = false;
        for (offset, c) in line.char_indices() {
            match (c, start) {
                _ if is_escaped => is_escaped = false,
                ('\\', Some(_)) => is_escaped = true,
                ('"', None) => start = Some(offset + 1),
                ('"', Some(from)) => {
                    literals.push(&line[from..offset]);
                    start = None;
                }
                _ => {}
            }
        }
    }
    literals
}

/// Returns the language of a setting such as `en` or `fr 2022-06-30`, which is the first literal of every table.
fn language_of_setting(literal: &str) -> Option<&str> {
    let (language, date) = literal.split_once(' ').unwrap_or((literal, ""));
    let is_date = date
        .bytes()
        .all(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_tag = language.len() == 2 && language.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_tag && is_date).then_some(language)
}

/// Counts the sentences of a source's tables by language.
fn count(source: &str, counts: &mut BTreeMap<String, usize>) {
    let mut language = None;
    for literal in literals(source) {
        match (language_of_setting(literal), language) {
            (Some(setting), _) => language = Some(setting),
            (None, Some(language)) => *counts.entry(language.to_owned()).or_default() += 1,
            (None, None) => {}
        }
    }
}

#[test]
fn sentences_are_counted_by_language() {
    let mut counts = BTreeMap::new();
    count(
        r#"
        // "no sentence"
        check("en", &["A \"b\" c.", "D."]);
        check("fr 2022-06-30", &["E."]);"#,
        &mut counts,
    );
    let expected = [("en".to_owned(), 2), ("fr".to_owned(), 1)];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn there_are_enough_hard_sentences() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    let mut counts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name == "rules.rs" || name.starts_with("hard_") && name != "hard_tally.rs" {
            count(&std::fs::read_to_string(&path).unwrap(), &mut counts);
        }
    }
    let total: usize = counts.values().sum();
    let full = counts.values().filter(|&&n| n >= SENTENCES_OF_EACH).count();
    println!(
        "{total} sentences in {} languages: {counts:?}",
        counts.len()
    );
    assert!(
        total >= SENTENCES && full >= LANGUAGES,
        "{total} in {counts:?}"
    );
}
