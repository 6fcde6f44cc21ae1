//! Each error of the format, once.

use super::super::AliasClass;
use super::tests::{entity, forms, load};
use crate::diagnostic::Diagnostic;

/// Returns the complaints about a file that begins with `schema = 1`, one line each with its hint.
fn complaints(text: &str) -> Vec<String> {
    let (_, complaints) = load(&[&format!("schema = 1\n{text}")]);
    complaints
        .iter()
        .map(|complaint| {
            let hint = complaint.hint.as_deref().unwrap_or("-");
            format!("{} | {hint}", complaint.one_line())
        })
        .collect()
}

/// What follows `schema = 1`, and the complaint about it.
const FLAWS: &[(&str, &str)] = &[
    (
        "[state.x\n",
        "0.toml:2:9: unclosed table, expected `]` | nothing of this file is used until it is mended",
    ),
    (
        "[state.x]\nname = \"X\"\nalias = \"Y\"\n",
        "0.toml:4:1: unknown key `alias` | did you mean `names`?",
    ),
    (
        "[state.x]\nname = \"X\"\nnmaes = \"Y\"\n",
        "0.toml:4:1: unknown key `nmaes` | did you mean `names`?",
    ),
    (
        "licnse = \"X\"\n",
        "0.toml:2:1: unknown key `licnse` | did you mean `license`?",
    ),
    (
        "[organization.x]\nname = \"X\"\n",
        "0.toml:2:2: unknown kind `organization` | did you mean `organisation`?",
    ),
    (
        "[sttae.x]\nname = \"X\"\n[sttae.y]\nname = \"Y\"\n",
        "0.toml:2:2: unknown kind `sttae` | did you mean `state`?",
    ),
    (
        "[nato]\nname = \"NATO\"\n",
        "0.toml:3:1: `name` stands where an entity was expected | an entity is written `[kind.id]`: `[organisation.nato]` if `nato` is its id",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = \"é{@fr}\"\n[endings]\nfra = \"s\"\n",
        "0.toml:4:12: unknown ending `fr` | did you mean `fra`?",
    ),
    (
        "[state.x]\nname = \"X\"\nnames.ua = \"Y\"\n",
        "0.toml:4:7: `ua` under `names` is not a language tag | did you mean `uk`? `ua` is a country, not a language",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = { en_US = \"Y\" }\n",
        "0.toml:4:11: `en_US` under `names` is not a language tag | did you mean `en-US`?",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = [\"a{b\"]\n",
        "0.toml:4:12: this `{` is never closed | -",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = '{1..30}{1..30}'\n",
        "0.toml:4:10: this makes more than 500 forms | write it as several strings",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = \"{a,}\"\n",
        "0.toml:4:9: this makes a form without any letter or digit | an alternate between braces may be empty, but not the whole form",
    ),
    (
        "[state.x]\nname = \"X\"\nqid = \"7184\"\n",
        "0.toml:4:7: `7184` is no Wikidata id | a Wikidata id is `Q` and a number: `Q7184`",
    ),
    (
        "[state.x]\nname = \"X\"\nqid = \"Q1\"\n[state.y]\nname = \"Y\"\nqid = \"Q1\"\n",
        "0.toml:7:7: `Q1` is already the Wikidata id of `x` | -",
    ),
    (
        "[state.x]\nname = 1\n",
        "0.toml:3:8: `name` takes a text in quotes, not a number | -",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = [1]\n",
        "0.toml:4:10: `names` takes a text, a list of texts, or a table by language, not a number | -",
    ),
    (
        "[state.x]\nname = \"X\"\nholders = []\n",
        "0.toml:4:1: `holders` is a key of offices only | an office is written `[office.id]`",
    ),
    (
        "[state.x]\nname = \"X\"\n[leader.x]\nname = \"X\"\n",
        "0.toml:4:9: `x` is already the id of an entity of the kind `state` | an id names one entity, whatever its kind",
    ),
    (
        "[state.\"a b\"]\nname = \"X\"\n",
        "0.toml:2:8: an id is made of letters, digits, `-`, `_` and `.` | and has at most 80 bytes; what is shown to people is its `name`",
    ),
    (
        "[kinds.x]\nglyph = \"ab\"\n",
        "0.toml:3:9: `glyph` takes one character | -",
    ),
    (
        "[kinds.not]\n",
        "0.toml:2:8: a kind cannot be called `not`, which is a key of the file | -",
    ),
    (
        "[titles.t]\nen = \"<adj> of <name>\"\n",
        "0.toml:3:6: a title has one `<adj>` or `<name>`, not several | -",
    ),
    (
        "[titles.t]\nen = \"<body> chief\"\n",
        "0.toml:3:6: `<body>` is neither `<adj>` nor `<name>` | -",
    ),
    (
        "[titles.t]\nen = \"POTUS\"\n",
        "0.toml:3:6: a title has `<adj>` or `<name>` where the state or body is named | a title without it goes under `titles` of its office",
    ),
    (
        "[state.x]\nname = \"X\"\nnames = { form = \"Y\", case = \"none\" }\n",
        "0.toml:4:30: `case` is `any` or `exact`, not `none` | -",
    ),
];

/// What follows [`BEFORE_AN_OFFICE`], and the complaint about it.
const FLAWS_OF_AN_OFFICE: &[(&str, &str)] = &[
    (
        "",
        "0.toml:8:9: the office `o` has no `of` | `of` is the id of its state or organisation",
    ),
    (
        "of = \"abcc\"\n",
        "0.toml:9:6: unknown id `abcc` | did you mean `abc`?",
    ),
    (
        "of = \"o\"\n",
        "0.toml:9:6: `o` is an office; `of` is the id of a state or organisation | -",
    ),
    (
        "of = \"abc\"\ntitle = \"king\"\n",
        "0.toml:10:9: unknown title `king` | declare it as `[titles.king]`",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"llll\", from = 2020-01-01 }]\n",
        "0.toml:10:20: unknown id `llll` | did you mean `lll`?",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\" }]\n",
        "0.toml:10:12: `lll` holds the office without `from` | `from` is the first day in office: `from = 2021-01-20`",
    ),
    (
        "of = \"abc\"\nholders = [{ from = 2020-01-01 }]\n",
        "0.toml:10:12: a holder without `who` | `who` is the id of a leader",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\", from = \"2020-01-01\" }]\n",
        "0.toml:10:34: `from` takes a day such as 2021-01-20, without quotes, not a text | -",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01 }, { who = \"mmm\", from = 2020-01-01 }]\n",
        "0.toml:10:56: `lll` and `mmm` are said to begin on the same day, 2020-01-01 | -",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\", from = 2021-01-01 }, { who = \"mmm\", from = 2020-01-01 }]\n",
        "0.toml:10:56: 2020-01-01 comes after 2021-01-01 in the list | list holders in the order of their first days",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\", from = 2021-01-01, to = 2020-01-01 }]\n",
        "0.toml:10:20: `lll` leaves on 2020-01-01, before the first day, 2021-01-01 | `to` is the last day in office, and only needed where a vacancy follows",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01, to = 2022-01-01 }, { who = \"mmm\", from = 2021-01-01 }]\n",
        "0.toml:10:20: `lll` leaves on 2022-01-01, after the next holder's first day, 2021-01-01 | `to` is the last day in office, and only needed where a vacancy follows",
    ),
    (
        "of = \"abc\"\nholders = [{ who = \"lll\", form = 2020-01-01, from = 2020-01-01 }]\n",
        "0.toml:10:27: unknown key `form` | did you mean `from`?",
    ),
];

const BEFORE_AN_OFFICE: &str = "[state.abc]\nname = \"A\"\n[leader.lll]\nname = \"L\"\n[leader.mmm]\nname = \"M\"\n[office.o]\n";

#[test]
fn each_error_says_what_where_and_what_to_do() {
    for (text, expected) in FLAWS {
        assert_eq!(complaints(text), [*expected], "{text}");
    }
}

#[test]
fn each_error_of_an_office_says_what_where_and_what_to_do() {
    for (text, expected) in FLAWS_OF_AN_OFFICE {
        assert_eq!(
            complaints(&format!("{BEFORE_AN_OFFICE}{text}")),
            [*expected],
            "{text}"
        );
    }
}

#[test]
fn a_name_is_no_pattern() {
    assert_eq!(complaints("[state.x]\nname = \"é{@fr}\"\n"), [""; 0]);
}

#[test]
fn what_is_broken_is_left_out_and_the_rest_stands() {
    let (gazetteer, complaints) = load(&[
        "schema = 1\n[state.a]\nname = \"A\"\nnames = [\"A{\", \"Aland\"]\n[sttae.b]\nname = \"B\"\n[office.o]\nof = \"zz\"\n[state.c]\nname = \"C\"\n",
        "schema = 2\n[state.d]\nname = \"D\"\n",
        "[state.e]\nname = \"E\"\n",
        "schema = 1\n[state.f]\nname = \n",
    ]);
    let ids: Vec<_> = gazetteer
        .entities
        .iter()
        .map(|entity| entity.id.as_str())
        .collect();
    assert_eq!(ids, ["a", "c", "e"]);
    let lines: Vec<_> = complaints.iter().map(Diagnostic::one_line).collect();
    assert_eq!(
        lines,
        [
            "0.toml:4:12: this `{` is never closed",
            "0.toml:5:2: unknown kind `sttae`",
            "0.toml:8:6: unknown id `zz`",
            "1.toml:1:10: only `schema = 1` is known",
            "2.toml:1:1: no `schema`",
            "3.toml:3:8: string values must be quoted, expected literal string",
        ]
    );
    assert_eq!(
        forms(entity(&gazetteer, "a"), AliasClass::Name, "*"),
        ["Aland"]
    );
}
