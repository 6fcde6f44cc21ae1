//! The formats from the outside: bytes in, a gazetteer out.

mod hostile;
mod reading;
mod round_trips;

use crate::gazetteer::lint;

use super::super::Alias;
use super::*;

fn load(text: &str) -> Gazetteer {
    let (gazetteer, complaints) = Gazetteer::load(vec![file(text)]);
    assert!(complaints.is_empty(), "{complaints:#?}\n{text}");
    gazetteer
}

fn file(text: &str) -> (SourceFile, String) {
    let file = SourceFile {
        path: "g.toml".into(),
        layer: Layer::User,
    };
    (file, text.to_owned())
}

fn whole() -> Gazetteer {
    load(include_str!("../../../../tests/data/gazetteer.toml"))
}

fn read(name: &str, text: &str) -> Imported {
    read_over(name, text, &Gazetteer::default())
}

fn read_over(name: &str, text: &str, known: &Gazetteer) -> Imported {
    let format = Format::of(name.as_ref(), text.as_bytes()).unwrap();
    let files = [(name.into(), text.as_bytes().to_vec())];
    import(&files, format, &Defaults::default(), known)
}

/// Reads a file that must not be complained of, and loads what comes of it; it must be clean.
fn good(name: &str, text: &str) -> Gazetteer {
    let imported = read(name, text);
    assert!(imported.complaints.is_empty(), "{:#?}", imported.complaints);
    assert_eq!(
        lint(
            &[file(&imported.toml)],
            |_| true,
            crate::corpus::Date::constant(2026, 11, 22)
        ),
        [],
        "{}",
        imported.toml
    );
    load(&imported.toml)
}

/// Returns the forms of an entity as `class.language form`.
fn forms(gazetteer: &Gazetteer, id: &str) -> Vec<String> {
    let entity = gazetteer.entity(gazetteer.by_id(id).unwrap());
    let language = |alias: &Alias| alias.language.map_or("*".to_owned(), |l| l.to_string());
    let forms = entity.aliases.iter();
    forms
        .map(|alias| format!("{}.{} {}", alias.class.key(), language(alias), alias.form))
        .collect()
}
