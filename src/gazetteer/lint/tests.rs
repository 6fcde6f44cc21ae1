use super::super::{Layer, SourceFile, bundled};
use super::lint;
use crate::corpus::Date;

const TODAY: Date = Date::constant(2026, 11, 22);

/// Returns the complaints about a file that begins with `schema = 1`, one line each.
fn complaints(text: &str) -> Vec<String> {
    let file = SourceFile {
        path: "g".into(),
        layer: Layer::User,
    };
    let complaints = lint(&[(file, format!("schema = 1\n{text}"))], |_| true, TODAY);
    complaints.iter().map(super::Diagnostic::one_line).collect()
}

fn state(keys: &str) -> String {
    format!("[state.x]\nname = \"X\"\n{keys}\n")
}

fn two(one: &str, other: &str) -> String {
    format!("[state.x]\nname = \"X\"\n{one}\n[state.y]\nname = \"Y\"\n{other}\n")
}

#[test]
fn a_form_of_two_entities_is_told_once() {
    let same = two("names.en = \"Georgia{,n}\"", "names.en = \"Georgia{,n}\"");
    assert_eq!(
        complaints(&same),
        ["g:7:12: `Georgia` is a form of `y` and of `x`"]
    );
    let every = two("names = \"Georgia\"", "capital.fr = \"georgia\"");
    assert_eq!(
        complaints(&every),
        ["g:7:14: `georgia` is a form of `y` and of `x`"]
    );
}

#[test]
fn forms_that_never_meet_are_left_alone() {
    for (one, other) in [
        ("names.en = \"Georgia\"", "names.fr = \"Georgia\""),
        (
            "names = \"Georgia\"\nshared = \"Georgia\"",
            "names = \"Georgia\"",
        ),
        (
            "names = \"Georgia\"",
            "names = \"Georgia\"\nshared = \"Georgia\"",
        ),
        (
            "acronyms = \"ABC\"",
            "names = { form = \"AbC\", case = \"exact\" }",
        ),
        ("names = \"Georgia\"", "names = \"Georgien\""),
    ] {
        assert_eq!(complaints(&two(one, other)), [""; 0], "{one} / {other}");
    }
    // What is written in capitals is also matched by the name that asks for fewer.
    assert_eq!(
        complaints(&two("acronyms = \"PAN\"", "names = \"Pan\"")).len(),
        1
    );
}

#[test]
fn a_form_listed_twice_is_told() {
    for (keys, expected) in [
        (
            "names = [\"Arcady\", \"Arcady\"]",
            "g:4:20: `Arcady` is listed twice",
        ),
        (
            "names = \"Arcady\"\ncapital.fr = \"Arcady\"",
            "g:5:14: `Arcady` is listed twice",
        ),
        ("names = \"{,}Arcady\"", "g:4:9: `Arcady` is listed twice"),
    ] {
        assert_eq!(complaints(&state(keys)), [expected], "{keys}");
    }
    for keys in [
        "names.en = \"Arcady\"\nnames.fr = \"Arcady\"",
        "acronyms = \"NATO\"\nnames = \"Nato\"",
    ] {
        assert_eq!(complaints(&state(keys)), [""; 0], "{keys}");
    }
}

#[test]
fn a_form_that_a_mask_always_hides_is_told() {
    let hidden = "g:4:9: `Arcady` is always hidden by the same words under `not`";
    assert_eq!(
        complaints(&state("names = \"Arcady\"\nnot = \"arcady\"")),
        [hidden]
    );
    assert_eq!(
        complaints(&state("names = \"Arcady\"\nnot.fr = \"arcady\"")),
        [""; 0]
    );
    assert_eq!(
        complaints(&state("names = \"arcady\"\nnot = \"Arcady\"")),
        [""; 0],
        "only where it has a capital"
    );
    assert_eq!(
        complaints(&state("names = \"Arcady\"\nnot = \"Arcady Street\"")),
        [""; 0]
    );
}

#[test]
fn a_mask_of_another_entity_hides_nothing() {
    assert_eq!(
        complaints(&two(
            "names = \"Le Pen\"\nnot = \"Jean-Marie Le Pen\"",
            "names = \"Jean-Marie Le Pen\""
        )),
        [""; 0]
    );
}

#[test]
fn a_mask_that_masks_nothing_is_told() {
    let table = [
        ("not = \"wild turkeys\"", true),
        ("not = \"wild turkey\"", false),
        ("not = \"cold TURKEY bath\"", false),
        ("not.fr = \"wild turkey\"", true),
        ("not = \"Kalkuttatürke\"", true),
    ];
    for (mask, is_told) in table {
        let complaints = complaints(&state(&format!("names.en = \"Turkey\"\n{mask}")));
        assert_eq!(
            complaints.len(),
            usize::from(is_told),
            "{mask}: {complaints:?}"
        );
    }
}

#[test]
fn short_forms_are_told() {
    let table = [
        ("names = \"A\"", true),
        ("names = \"Ab\"", true),
        ("names = \"AB\"", false),
        ("acronyms = \"AB\"", false),
        ("names = \"U.S.\"", false),
        ("names = \"Iran\"", false),
        ("names = \"abc\"", true),
        ("names = \"Abc\"", false),
        ("names = { form = \"ABC\", case = \"any\" }", true),
        ("names = { form = \"abc\", case = \"exact\" }", false),
        ("names = \"美国\"", false),
        ("names = \"美\"", true),
        ("names = \"G7\"", false),
    ];
    for (keys, is_told) in table {
        let complaints = complaints(&state(keys));
        assert_eq!(
            complaints.len(),
            usize::from(is_told),
            "{keys}: {complaints:?}"
        );
    }
    let with_antecedent = |short: &str| {
        complaints(&state(&format!(
            "names = \"Xi Jinping\"\nshort = \"{short}\""
        )))
        .len()
    };
    assert_eq!(["Xi", "AI", "xi", "X"].map(with_antecedent), [0, 0, 1, 1]);
}

#[test]
fn a_short_form_needs_a_name() {
    let told = |keys: &str| complaints(&state(keys));
    assert_eq!(
        told("short = \"the Realm\""),
        ["g:4:9: `the Realm` is short for a name or acronym, and `x` has none"]
    );
    assert_eq!(
        told("names.en = \"Arcady\"\nshort.fr = \"le royaume\""),
        ["g:5:12: `le royaume` is short for a name or acronym, and `x` has none in `fr`"]
    );
    assert_eq!(
        told("names.en = \"Arcady\"\nshort = \"the Realm\""),
        [""; 0]
    );
    assert_eq!(
        told("acronyms = \"ARC\"\nshort.fr = \"le royaume\""),
        [""; 0]
    );
}

#[test]
fn a_leader_needs_a_full_name() {
    let told = |keys: &str| complaints(&format!("[leader.x]\nname = \"Ada Lovelace\"\n{keys}\n"));
    assert_eq!(
        told("names = \"Lovelace\""),
        ["g:4:9: `Lovelace` is one word, and `x` has no full name"]
    );
    assert_eq!(
        told("names.en = \"{Ada ,}Lovelace\"\nnames.ru = \"Лавлейс\""),
        ["g:5:12: `Лавлейс` is one word, and `x` has no full name in `ru`"]
    );
    for keys in [
        "names = \"{Ada ,}Lovelace\"",
        "names = \"习近平\"",
        "",
        "names = \"Ada Lovelace\"\nshort = \"Lovelace\"",
    ] {
        assert_eq!(told(keys), [""; 0], "{keys}");
    }
    assert_eq!(
        complaints(&state("names = \"Lovelace\"")),
        [""; 0],
        "states may have one word"
    );
}

#[test]
fn letters_are_looked_at() {
    assert_eq!(
        complaints(&state("acronyms = \"UNESCo\"")),
        ["g:4:12: the acronym `UNESCo` has small letters"]
    );
    assert_eq!(
        complaints(&state("names.ru = \"Рaда\"")),
        ["g:4:12: the word `Рaда` has letters of two alphabets"]
    );
    for keys in [
        "acronyms = \"UNESCO\"",
        "names.ru = \"Рада NATO\"",
        "names.ja = \"NATO事務総長\"",
    ] {
        assert_eq!(complaints(&state(keys)), [""; 0], "{keys}");
    }
}

#[test]
fn a_class_stays_together() {
    assert_eq!(
        complaints(&state(
            "names.en = \"Arcady\"\nshort.en = \"the Realm\"\nnames.fr = \"Arcadie\""
        )),
        ["g:6:7: `names` goes on here, after another list"]
    );
    assert_eq!(
        complaints(&state(
            "names.en = \"Arcady\"\nnames.fr = \"Arcadie\"\nshort.en = \"the Realm\""
        )),
        [""; 0]
    );
}

#[test]
fn a_form_that_is_not_there_is_told() {
    assert_eq!(
        complaints(&state("names = \"Arcady\"\nsolo = \"arcady\"")),
        ["g:5:8: `solo` lists `arcady`, which is no form of the entity"]
    );
}

#[test]
fn what_is_bundled_is_clean() {
    let complaints = lint(&bundled(), |_| true, TODAY);
    let lines: Vec<String> = complaints.iter().map(super::Diagnostic::one_line).collect();
    assert_eq!(lines, [""; 0]);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(96))]

    /// A file that was cut, torn or typed over costs complaints, whose places and excerpts hold, and never more.
    #[test]
    fn a_torn_file_costs_complaints_only(cut in 0usize..6_000, len in 0usize..40, junk in "[\\[\\]{}\"'=,.<>@#*\n\u{0}-\u{ff}0-9]{0,6}") {
        let whole = include_str!("../../../tests/data/gazetteer.toml");
        let start = whole.floor_char_boundary(cut);
        let end = whole.ceil_char_boundary(start + len);
        let torn = format!("{}{junk}{}", whole.get(..start).unwrap(), whole.get(end..).unwrap());
        let file = SourceFile { path: "g".into(), layer: Layer::User };
        for complaint in lint(&[(file, torn)], |_| true, TODAY) {
            let excerpt = complaint.excerpt.unwrap();
            proptest::prop_assert!(excerpt.line.get(excerpt.start..excerpt.end).is_some());
        }
    }
}

#[test]
fn what_is_told_of_one_file_is_the_same_whatever_else_is_looked_at() {
    let known = SourceFile {
        path: "known".into(),
        layer: Layer::Bundled,
    };
    let whole = include_str!("../../../tests/data/gazetteer.toml").to_owned();
    for own in [
        "[state.x]\nname = \"Russia\"\nnames = [\"rUssia\", \"Otan\", \"nato\"]\nacronyms = \"OTAn\"\n",
        "[state.russia]\nnames.en = \"Russia\"\nnot = [\"Kremlin bear\", \"wild bear\", \"Russian Federation\"]\n",
        "not = [\"wild bear\", \"Ukraine\"]\n[organisation.nato]\nshort.de = \"das Bündnis\"\ndrop = \"Nata\"\n",
        "asof = 1999-01-01\n[leader.y]\nname = \"Y Z\"\nnames = \"Yz  \"\n",
    ] {
        let mine = SourceFile {
            path: "mine".into(),
            layer: Layer::User,
        };
        let files = [
            (known.clone(), whole.clone()),
            (mine.clone(), format!("schema = 1\n{own}")),
        ];
        let mut of_all = lint(&files, |_| true, TODAY);
        let is_mine = |complaint: &super::Diagnostic| {
            complaint
                .place
                .as_ref()
                .is_some_and(|place| place.path == mine.path)
        };
        of_all.retain(is_mine);
        assert!(!of_all.is_empty());
        assert_eq!(lint(&files, |file| *file == mine, TODAY), of_all, "{own}");
    }
}
