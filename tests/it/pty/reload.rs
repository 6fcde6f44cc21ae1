//! The reader's own files change while it is open.

use super::super::program::Home;
use super::Reader;

const ARTICLE: &str = "\
Nobody calls it that yet

The alliance has a nickname. Diplomats in Brussels now speak of Zorblax when they mean NATO, and of Blaxzor when they
mean the same thing with a smile.
";

const SIZE: (u16, u16) = (200, 40);

fn opened(home: &Home) -> Reader {
    let mut reader = Reader::start(home, SIZE, &[&home.corpus()]);
    reader.wait_for("the article matched", |screen| {
        screen.is_lit("NATO") && screen.is_read()
    });
    reader
}

#[test]
fn a_form_lights_up_when_the_gazetteer_is_saved() {
    let home = Home::with(&[("nickname.txt", ARTICLE)]);
    let save = |names: &str| {
        let gazetteer = format!("schema = 1\n\n[organisation.nato]\nnames = {names}\n");
        home.write("corpus/.ibid/gazetteer.toml", gazetteer);
    };
    let mut reader = opened(&home);
    assert!(!reader.screen().is_lit("Zorblax"));
    save(r#"["Zorblax"]"#);
    let taken = reader.wait_for("the new form lit", |screen| screen.is_lit("Zorblax"));
    println!("the new form was lit after {taken:?}");

    save(r#"["Zorblax", "Blaxzor""#);
    let taken = reader.wait_for("the fault told", |screen| {
        screen.status_line().contains(".ibid/gazetteer.toml:4:30: ")
    });
    println!(
        "the fault was told after {taken:?}: {}",
        reader.status_line()
    );
    // A hint in brackets says what to do.
    assert!(reader.status_line().contains(" ("));
    assert!(reader.screen().is_lit("Zorblax") && reader.screen().is_lit("NATO"));

    save(r#"["Blaxzor"]"#);
    reader.wait_for("the mended file followed", |screen| {
        screen.is_lit("Blaxzor") && !screen.is_lit("Zorblax") && !screen.contains("gazetteer.toml")
    });
}

#[test]
fn settings_are_followed_when_they_are_saved() {
    let home = Home::with(&[("nickname.txt", ARTICLE)]);
    let save = |measure: &str| {
        home.write(
            "config/config.toml",
            format!("[reader]\nmeasure = {measure}\n"),
        );
    };
    let wide = "The alliance has a nickname. Diplomats in Brussels now speak of Zorblax when";
    let middle = "The alliance has a nickname. Diplomats in Brussels now speak";
    let narrow = "The alliance has a nickname. Diplomats in";
    let mut reader = opened(&home);
    assert!(reader.screen().has_line(wide));
    save("45");
    let taken = reader.wait_for("narrower lines", |screen| screen.has_line(narrow));
    println!("the lines were narrower after {taken:?}");

    save("wide");
    let taken = reader.wait_for("the fault told", |screen| {
        screen.status_line().contains("config.toml:2:11: ")
    });
    println!(
        "the fault was told after {taken:?}: {}",
        reader.status_line()
    );
    assert!(reader.screen().has_line(narrow));

    save("60");
    reader.wait_for("the mended file followed", |screen| {
        screen.has_line(middle) && !screen.contains("config.toml")
    });
}
