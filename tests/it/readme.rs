//! The README says what is so: its key tables are the program's, its gazetteer loads, its record is one.

use std::path::Path;

use ibid::config::Config;
use ibid::gazetteer::{Gazetteer, Layer, SourceFile, bundled};

fn readme() -> (std::path::PathBuf, String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).unwrap();
    (path, text)
}

/// Returns the first code block of a language.
fn block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_keys_are_those_of_the_program() {
    let (path, text) = readme();
    let (head, rest) = text.split_once("<!-- keys -->\n").unwrap();
    let (shown, tail) = rest.split_once("<!-- /keys -->").unwrap();
    let keys = Config::default().keys.markdown();
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(
            path,
            format!("{head}<!-- keys -->\n{keys}<!-- /keys -->{tail}"),
        )
        .unwrap();
    } else {
        assert_eq!(
            shown, keys,
            "run the test with UPDATE_README=1 to print the tables anew"
        );
    }
}

#[test]
fn the_gazetteer_loads_over_the_bundled_one() {
    let (_, text) = readme();
    let mut files = bundled();
    let mine = SourceFile {
        path: "gazetteer.toml".into(),
        layer: Layer::User,
    };
    files.push((mine, block(&text, "toml").to_owned()));
    let (gazetteer, complaints) = Gazetteer::load(files);
    assert!(complaints.is_empty(), "{complaints:?}");
    assert!(gazetteer.by_id("ada-example").is_some());
}

#[test]
fn the_record_has_the_promised_keys() {
    let (_, text) = readme();
    let record = block(&text, "json").trim();
    let value: serde_json::Value = serde_json::from_str(record).unwrap();
    assert_eq!(value.as_object().unwrap().len(), 12);
    let keys = [
        "doc",
        "start",
        "end",
        "text",
        "entity",
        "kind",
        "name",
        "form",
        "wikidata",
        "lang",
        "certainty",
        "candidates",
    ];
    let places: Vec<usize> = keys
        .iter()
        .map(|key| record.find(&format!("\"{key}\":")).unwrap())
        .collect();
    assert!(places.is_sorted());
}
