//! Every rule both ways: texts that break it, and texts that nearly do and are left alone.

use std::collections::BTreeSet;

use super::super::{Layer, SourceFile};
use super::{RULES, lint};
use crate::corpus::Date;

/// A rule, texts that break it, and texts that do not. `schema = 1` goes before each but those that begin with a dot.
type Case = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// What the files of entities begin with.
const X: &str = "[state.x]\nname = \"Xland\"\n";

/// What the files of offices begin with.
const O: &str = "[state.abc]\nname = \"Abc\"\n[leader.lll]\nname = \"Lil Lo\"\n[leader.mmm]\nname = \"Mim Mo\"\n[office.o]\n";

const ERRORS: &[Case] = &[
    (
        "syntax",
        &[
            "[state.x\n",
            "a = \n",
            "[state.x]\nname = \"Xland\"\nname = \"Yland\"\n",
        ],
        &["[state]\nx = { name = \"Xland\" }\n"],
    ),
    (
        "bad-schema",
        &[".title = \"t\"\n", ".schema = 2\n", ".schema = \"1\"\n"],
        &["title = \"t\"\n"],
    ),
    (
        "unknown-key",
        &[
            "X:alias = \"Y\"\n",
            "X:nmaes = \"Y\"\n",
            "licnse = \"X\"\n",
            "[kinds.k]\nlable = \"K\"\n",
            "O:of = \"abc\"\nholders = [{ who = \"lll\", form = 2020-01-01, from = 2020-01-01 }]\n",
        ],
        &[
            "X:names = \"Y land\"\n",
            "license = \"X\"\n",
            "[kinds.k]\nlabel = \"K\"\n",
        ],
    ),
    (
        "misplaced-key",
        &["X:holders = []\n", "[nato]\nname = \"NATO\"\n"],
        &[
            "O:of = \"abc\"\nholders = []\n",
            "[organisation.nato]\nname = \"NATO\"\n",
        ],
    ),
    (
        "wrong-type",
        &[
            "[state.xland]\nname = 1\n",
            "X:names = [1]\n",
            "X:names = { form = \"Yland\", case = \"none\" }\n",
            "[kinds.x]\nglyph = \"ab\"\n",
            "[state.xland]\nname = \"\"\n",
            "asof = \"2026-01-01\"\n",
        ],
        &[
            "X:names = { form = \"Yland\", case = \"any\" }\n",
            "[kinds.x]\nglyph = \"é\"\n",
            "asof = 2026-01-01\n",
        ],
    ),
    (
        "unknown-kind",
        &["[organization.x]\nname = \"Xland\"\n"],
        &[
            "[organisation.x]\nname = \"Xland\"\n",
            "[kinds.ship]\n[ship.x]\nname = \"Xland\"\n",
        ],
    ),
    (
        "bad-id",
        &["[state.\"a b\"]\nname = \"Xland\"\n", "[kinds.not]\n"],
        &[
            "[state.\"a.b\"]\nname = \"Xland\"\n",
            "[state.é_1-b]\nname = \"Xland\"\n",
        ],
    ),
    (
        "repeated-id",
        &["X:[leader.x]\nname = \"Xa Ya\"\n"],
        &["X:[leader.y]\nname = \"Xa Ya\"\n"],
    ),
    (
        "no-name",
        &["[state.x]\nnames = \"Xland\"\n"],
        &["X:names = \"Xland\"\n", "O:of = \"abc\"\n"],
    ),
    ("no-body", &["O:", "O:of = \"o\"\n"], &["O:of = \"abc\"\n"]),
    (
        "unknown-id",
        &[
            "O:of = \"abcc\"\n",
            "O:of = \"abc\"\nholders = [{ who = \"llll\", from = 2020-01-01 }]\n",
        ],
        &["O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01 }]\n"],
    ),
    (
        "unknown-title",
        &["O:of = \"abc\"\ntitle = \"king\"\n"],
        &["O:of = \"abc\"\ntitle = \"king\"\n[titles.king]\nen = \"<adj> king\"\n"],
    ),
    (
        "bad-title",
        &[
            "[titles.t]\nen = \"<adj> of <name>\"\n",
            "[titles.t]\nen = \"<body> chief\"\n",
            "[titles.t]\nen = \"POTUS\"\n",
        ],
        &[
            "[titles.t]\nen = \"<adj> chief\"\n",
            "O:of = \"abc\"\ntitles.en = \"POTUS\"\n",
        ],
    ),
    (
        "unknown-ending",
        &["X:names = \"éland{@fr}\"\n"],
        &[
            "X:names = \"éland{@fr}\"\n[endings]\nfr = [\"\", \"e\"]\n",
            "[state.x]\nname = \"é{@fr}\"\n",
        ],
    ),
    (
        "bad-braces",
        &[
            "X:names = \"ab{c\"\n",
            "X:names = \"ab}c\"\n",
            "X:names = \"abc{}\"\n",
            "X:names = \"abc{9..3}\"\n",
        ],
        &[
            "X:names = \"Abc{,d}\"\n",
            "X:names = \"Abc{3..9}\"\n",
            "[state.x]\nname = \"X {\"\nnames = \"Xland\"\n",
        ],
    ),
    (
        "empty-form",
        &["X:names = \"{Abc,}\"\n", "X:names = \"...\"\n"],
        &["X:names = \"Abc{ d,}\"\n"],
    ),
    (
        "too-many-forms",
        &[
            "X:names = \"abcd {1..501}\"\n",
            "X:names = \"{1..30} abcd {1..30}\"\n",
        ],
        &["X:names = \"Abcd {1..500}\"\n"],
    ),
    (
        "bad-qid",
        &[
            "X:qid = \"7184\"\n",
            "X:qid = \"Q07\"\n",
            "X:qid = \"q7184\"\n",
        ],
        &["X:qid = \"Q7184\"\n"],
    ),
    (
        "repeated-qid",
        &["X:qid = \"Q1\"\n[state.y]\nname = \"Yland\"\nqid = \"Q1\"\n"],
        &[
            "X:qid = \"Q1\"\n[state.y]\nname = \"Yland\"\nqid = \"Q2\"\n",
            "X:qid = \"Q1\"\n[state.y]\nname = \"Yland\"\nqid = \"Q1\"\ndisabled = true\n",
        ],
    ),
    (
        "bad-tag",
        &[
            "X:names.ua = \"Yland\"\n",
            "X:names.en_US = \"Yland\"\n",
            "X:names.jp = \"Yland\"\n",
            "X:names.cz = \"Yland\"\n",
        ],
        &[
            "X:names.uk = \"Yland\"\n",
            "X:names.en-US = \"Yland\"\n",
            "X:names.\"*\" = \"Yland\"\n",
        ],
    ),
    (
        "bare-holder",
        &[
            "O:of = \"abc\"\nholders = [{ who = \"lll\" }]\n",
            "O:of = \"abc\"\nholders = [{ from = 2020-01-01 }]\n",
        ],
        &["O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01, acting = true }]\n"],
    ),
    (
        "holder-days",
        &[
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01 }, { who = \"mmm\", from = 2020-01-01 }]\n",
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2021-01-01 }, { who = \"mmm\", from = 2020-01-01 }]\n",
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01, to = 2022-01-01 }, { who = \"mmm\", from = 2021-01-01 }]\n",
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2021-01-01, to = 2020-01-01 }]\n",
        ],
        &[
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01 }, { who = \"mmm\", from = 2020-01-02 }]\n",
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01, to = 2021-01-01 }, { who = \"mmm\", from = 2021-01-01 }]\n",
            "O:of = \"abc\"\nholders = [{ who = \"lll\", from = 2020-01-01, to = 2020-05-01 }, { who = \"mmm\", from = 2021-01-01 }]\n",
        ],
    ),
];

const WARNINGS: &[Case] = &[
    (
        "two-owners",
        &[
            "X:names = \"Georgia\"\n[state.y]\nname = \"Yland\"\ncapital.fr = \"georgia\"\n",
            "X:acronyms = \"PAN\"\n[state.y]\nname = \"Yland\"\nnames = \"Pan\"\n",
        ],
        &[
            "X:names.en = \"Georgia\"\n[state.y]\nname = \"Yland\"\nnames.fr = \"Georgia\"\n",
            "X:names = \"Georgia\"\nshared = \"Georgia\"\n[state.y]\nname = \"Yland\"\nnames = \"Georgia\"\n",
            "X:acronyms = \"ABC\"\n[state.y]\nname = \"Yland\"\nnames = { form = \"AbC\", case = \"exact\" }\n",
        ],
    ),
    (
        "repeated-form",
        &[
            "X:names = [\"Arcady\", \"Arcady\"]\n",
            "X:names = \"Arcady\"\ncapital.fr = \"Arcady\"\n",
            "X:names = \"{,}Arcady\"\n",
        ],
        &[
            "X:names.en = \"Arcady\"\nnames.fr = \"Arcady\"\n",
            "X:acronyms = \"NATO\"\nnames = \"Nato\"\n",
        ],
    ),
    (
        "hidden-form",
        &["X:names = \"Arcady\"\nnot = \"arcady\"\n"],
        &[
            "X:names = \"Arcady\"\nnot.fr = \"arcady\"\n",
            "X:names = \"arcady\"\nnot = \"Arcady\"\n",
            "X:names = \"Arcady\"\nnot = \"Arcady Street\"\n",
        ],
    ),
    (
        "idle-mask",
        &[
            "X:names = \"Turkey\"\nnot = \"wild turkeys\"\n",
            "X:names.en = \"Turkey\"\nnot.fr = \"wild turkey\"\n",
            "not = \"wild turkeys\"\nX:names = \"Turkey\"\n",
            "not.en = \"Turkey\"\nX:names = \"Turkey\"\n",
        ],
        &[
            "X:names = \"Turkey\"\nnot = \"wild turkey{,s}\"\n",
            "not = \"wild turkey\"\nX:names = \"Turkey\"\n",
            "not = \"Turkey\"\nX:names.en = \"Turkey\"\n",
            "not = \"Union nationale\"\nX:names = \"Xland\"\nshort.fr = \"l'union\"\n",
            "not.en = \"deputy ministers\"\n[titles.t]\nen = \"<adj> minister{,s}\"\n",
        ],
    ),
    (
        "short-form",
        &[
            "X:names = \"A\"\n",
            "X:names = \"Ab\"\n",
            "X:names = \"abc\"\n",
            "X:names = \"美\"\n",
        ],
        &[
            "X:names = \"AB\"\n",
            "X:names = \"Abc\"\n",
            "X:names = \"美国\"\n",
            "X:names = \"A la\"\nnot = \"A la b\"\n",
        ],
    ),
    (
        "lone-short",
        &[
            "X:short = \"the Realm\"\n",
            "X:names.en = \"Arcady\"\nshort.fr = \"le royaume\"\n",
        ],
        &[
            "X:names.en = \"Arcady\"\nshort = \"the Realm\"\n",
            "X:acronyms = \"ARC\"\nshort.fr = \"le royaume\"\n",
        ],
    ),
    (
        "lone-surname",
        &["[leader.x]\nname = \"Ada Lovelace\"\nnames = \"Lovelace\"\n"],
        &[
            "[leader.x]\nname = \"Ada Lovelace\"\nnames = \"{Ada ,}Lovelace\"\n",
            "[leader.x]\nname = \"Xi Jin\"\nnames = \"习近平\"\n",
            "X:names = \"Lovelace\"\n",
        ],
    ),
    (
        "small-acronym",
        &["X:acronyms = \"UNESCo\"\n"],
        &["X:acronyms = \"UNESCO\"\n", "X:names = \"Unesco\"\n"],
    ),
    (
        "two-alphabets",
        &["X:names.ru = \"Рaда\"\n", "X:not = \"Xland Рaда\"\n"],
        &[
            "X:names.ru = \"Рада NATO\"\n",
            "X:names.ja = \"NATO事務総長\"\n",
        ],
    ),
    (
        "scattered-list",
        &["X:names.en = \"Arcady\"\nshort.en = \"the Realm\"\nnames.fr = \"Arcadie\"\n"],
        &["X:names.en = \"Arcady\"\nnames.fr = \"Arcadie\"\nshort.en = \"the Realm\"\n"],
    ),
    (
        "untidy-text",
        &[
            "X:names = \"New  Arcady\"\n",
            "X:names = \"New {,Old} Arcady\"\n",
            "X:names = [\"Arcady\", \" Utopia\"]\n",
            "X:names = 'Arcady '\n",
            "X:names = \"Arcadi\\u0301a\"\n",
            "X:names = \"Arc\\u00ADady\"\n",
            "X:names = \"Arcady\\u202E\"\n",
            "X:names = \"New\\u00A0Arcady\"\n",
            "X:names = \"New\\tArcady\"\n",
            "X:names = \"Turkey\"\nnot = \"wild  turkey\"\n",
        ],
        &[
            "X:names = \"New Arcady\"\n",
            "X:names = \"{New ,}Arcady\"\n",
            "X:names = \"{New,} Arcady\"\n",
            "X:names = \"Arcadía\"\n",
            "X:names.fa = \"می\\u200Cخواهم\"\n",
            "X:names.de = \"Xland\" # two  spaces \n",
            "[state.x]\nname = \" X \"\nnames = \"Xland\"\n",
        ],
    ),
    (
        "absent-form",
        &[
            "X:names = \"Arcady\"\nsolo = \"arcady\"\n",
            "X:names = \"Arcady\"\nshared = \"Utopia\"\n",
            "X:names = \"Arcady\"\ndrop = \"Utopia\"\n",
        ],
        &["X:names = \"Arcady\"\nsolo = \"Arcady\"\nshared = \"Arcady\"\n"],
    ),
    (
        "old-asof",
        &[
            "asof = 2025-11-21\n",
            "title = \"t\"\n asof=1999-01-01 # then\n",
        ],
        &[
            "asof = 2025-11-22\n",
            "asof = 2030-01-01\n",
            "[kinds.k]\nlabel = \"asof = 1999-01-01\"\n",
        ],
    ),
];

/// Returns the rules that a text breaks.
fn broken_by(text: &str) -> Vec<&'static str> {
    let text = text.replace("X:", X).replace("O:", O);
    let whole = match text.strip_prefix('.') {
        Some(whole) => whole.to_owned(),
        None => format!("schema = 1\n{text}"),
    };
    let file = SourceFile {
        path: "g".into(),
        layer: Layer::User,
    };
    let complaints = lint(&[(file, whole)], |_| true, Date::constant(2026, 11, 22));
    complaints
        .iter()
        .map(|complaint| complaint.rule.expect("every complaint has a rule"))
        .collect()
}

#[test]
fn every_rule_catches_what_breaks_it() {
    let mut wrong = Vec::new();
    for (rule, broken, _) in ERRORS.iter().chain(WARNINGS) {
        for text in *broken {
            wrong.extend((broken_by(text) != [*rule]).then(|| (rule, text, broken_by(text))));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_rule_leaves_alone_what_nearly_breaks_it() {
    for (rule, _, kept) in ERRORS.iter().chain(WARNINGS) {
        for text in *kept {
            assert!(!broken_by(text).contains(rule), "{rule}: {text}");
        }
    }
}

#[test]
fn the_rules_are_those_of_the_table() {
    let names: BTreeSet<&str> = RULES.iter().map(|(rule, _)| *rule).collect();
    assert_eq!(names.len(), RULES.len(), "a name names one rule");
    let tested: BTreeSet<&str> = ERRORS
        .iter()
        .chain(WARNINGS)
        .map(|(rule, ..)| *rule)
        .collect();
    let untested: Vec<&&str> = names.difference(&tested).collect();
    // What takes articles has tests where they are read; limits of numbers take a large file to reach.
    assert_eq!(
        untested,
        [
            &"left-uncertain",
            &"never-found",
            &"never-mention",
            &"sentence-opener",
            &"small-twin",
            &"too-many-complaints",
            &"too-many-kinds"
        ]
    );
    assert!(tested.is_subset(&names));
}
