//! Files that nobody should have written.

use std::fmt::Write as _;

use super::*;

#[test]
fn hostile_rows_cost_themselves() {
    let head = "id,kind,lang,class,form\n";
    let long = "x".repeat(2_000);
    let table = [
        ("a,state,en,,\n", "a.csv:2:13: the row has no form"),
        (
            "a,state,en,,A{b}\n",
            "a.csv:2:13: `A{b}` has a brace, which a gazetteer cannot hold as a character",
        ),
        (
            "a,state,ua,,Kyiv\n",
            "a.csv:2:9: `ua` is not a language tag",
        ),
        (
            "a,state,en,nmaes,Kyiv\n",
            "a.csv:2:12: unknown class `nmaes`",
        ),
        (
            "a,state,en,,\"Kyiv\n",
            "a.csv:2:13: this quote is not closed where a cell ends",
        ),
        (
            "a,state,en,,Ky\0iv\n",
            "a.csv:2:15: the control character U+0000 stands here",
        ),
        (
            "a,state,en,,Ky\u{fffd}iv\n",
            "a.csv:2:15: is not UTF-8 here",
        ),
        ("a,state,en,,—\n", "a.csv:2:13: `—` has no letter or digit"),
        (
            "a,state,en,,Kyiv,more\n",
            "a.csv:2:18: the row has 6 cells, the header 5",
        ),
        (long.as_str(), "a.csv:2:1: the row has no form"),
        (
            ",,en,,Kyiv\n",
            "a.csv:2:1: nothing says of what kind `Kyiv` is",
        ),
        (
            ",office,en,,mayor\n",
            "a.csv:2:1: `mayor` is an office, and nothing says of what state or body",
        ),
    ];
    for (row, expected) in table {
        let row = if row.ends_with('\n') {
            row.to_owned()
        } else {
            format!("{row}\n")
        };
        let imported = read("a.csv", &format!("{head}{row}b,state,en,,Good\n"));
        let told: Vec<String> = imported
            .complaints
            .iter()
            .map(Diagnostic::one_line)
            .collect();
        assert_eq!(told, [expected]);
        assert_eq!(imported.tally.left_out, 1);
        assert_eq!(
            forms(&load(&imported.toml), "b"),
            ["names.en Good"],
            "{row}"
        );
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn hostile_lines_of_the_other_formats_cost_themselves() {
    let deep = format!("{}{}", "[".repeat(5_000), "]".repeat(5_000));
    let table = [
        (
            "a.jsonl",
            "{\"kind\":\"state\",\"id\":\"a\",\"name\":1}",
            "a.jsonl:1:26: `name` takes a text",
        ),
        (
            "a.jsonl",
            "{\"kind\":\"state\",\"id\":\"a\",\"nmae\":\"A\"}",
            "unknown key `nmae`",
        ),
        (
            "a.jsonl",
            "{\"kind\":\"state\",\"id\":\"a\",\"names\":{\"ua\":\"A\"}}",
            "not a language tag",
        ),
        (
            "a.jsonl",
            "{\"kind\":\"state\",\"id\":\"a\",\"name\":\"A\",\"names\":[\"{a,b\"]}",
            "never closed",
        ),
        (
            "a.jsonl",
            "{\"kind\":\"title\",\"id\":\"a\",\"name\":\"A\"}",
            "`title` is no kind",
        ),
        (
            "a.jsonl",
            "{\"kind\":\"state\",\"id\":\"a\",\"holders\":[]}",
            "key of offices only",
        ),
        (
            "a.jsonl",
            "{\"kind\":\"office\",\"id\":\"a\",\"of\":\"b\",\"name\":\"A\",\"holders\":[{\"who\":\"b\",\"from\":\"soon\"}]}",
            "a holder is",
        ),
        ("a.jsonl", "{\"schema\":2}", "only `schema = 1` is known"),
        ("a.jsonl", "{\"kinds\":3}", "`kinds` takes a table"),
        (
            "a.jsonl",
            "{\"kind\":\"state\"",
            "a.jsonl:1:15: this line is no JSON",
        ),
        ("a.jsonl", "7", "a line is an object"),
        ("a.jsonl", deep.as_str(), "recursion limit"),
        (
            "patterns.jsonl",
            "{\"label\":\"ORG\"}",
            "`pattern` is a phrase or a list of tokens",
        ),
        ("patterns.jsonl", "{\"pattern\":\"A\"}", "has no `label`"),
        (
            "patterns.jsonl",
            "{\"label\":\"ORG\",\"pattern\":[{\"LEMMA\":\"be\"}]}",
            "asks for `LEMMA`",
        ),
        (
            "names.txt",
            "7\tP\tu\tAda\nx\tP\tu\tAda+X",
            "`x` is no number of an entity",
        ),
        (
            "names.txt",
            "7\tP\tu\tAda\n7\tQ\tu\tAda+X",
            "neither `P` nor `O`",
        ),
        (
            "names.txt",
            "7\tP\tu\tAda\n7\tP\tAda+X",
            "has 3 columns, not four",
        ),
        ("a.tsv", "NATO\tORG\nNATO ORG", "the line has no tab"),
        (
            "q.csv",
            "item,itemLabel\nNATO,NATO",
            "`NATO` is no item of Wikidata",
        ),
        (
            "q.json",
            "{\"id\":\"P31\",\"labels\":{}}",
            "this is no entity of Wikidata",
        ),
        (
            "q.json",
            "{\"labels\":[],\"id\":\"Q1\"}",
            "`Q1` has neither label nor alias",
        ),
        (
            "b.csv",
            "name,kind\nA,B\n",
            "no header with a column `form`",
        ),
    ];
    for (name, text, expected) in table {
        let imported = read(name, text);
        let told: Vec<String> = imported
            .complaints
            .iter()
            .map(Diagnostic::one_line)
            .collect();
        let head: String = text.chars().take(80).collect();
        assert!(
            told.iter().any(|told| told.contains(expected)),
            "{head}: {told:#?}"
        );
        assert!(imported.tally.left_out > 0, "{head}");
        if !imported.toml.is_empty() {
            load(&imported.toml);
        }
    }
}

#[test]
fn a_quote_left_open_does_not_swallow_the_rows_below() {
    let list = "form,kind\n\"Exxon,company\nMobil \"Oil\" Co,company\n\"Shell\" plc,company\nGood,company\n";
    let imported = read("a.csv", list);
    let told: Vec<String> = imported
        .complaints
        .iter()
        .map(Diagnostic::one_line)
        .collect();
    assert_eq!(
        told,
        [
            "a.csv:2:1: this quote is not closed where a cell ends",
            "a.csv:4:1: this quote is not closed where a cell ends",
        ]
    );
    let gazetteer = load(&imported.toml);
    assert_eq!(
        forms(&gazetteer, "mobil-oil-co"),
        ["names.* Mobil \"Oil\" Co"]
    );
    assert_eq!(forms(&gazetteer, "good"), ["names.* Good"]);
}

#[test]
fn no_bytes_end_the_program() {
    let mut bytes: Vec<u8> = (0..=255).collect();
    bytes.extend(b"\n\"\"\"\n,,,,,\n{}\n[]\n\t\t\t\n:\n#\n\xff\xfe\x00\x0a");
    for format in Format::ALL {
        for skip in [0, 10, 128, 200, 260] {
            let files = [("x".into(), bytes[skip..].to_vec())];
            let imported = import(&files, format, &Defaults::default(), &whole());
            if !imported.toml.is_empty() {
                load(&imported.toml);
            }
        }
        let empty = import(
            &[("x".into(), Vec::new())],
            format,
            &Defaults::default(),
            &whole(),
        );
        assert_eq!((empty.toml.as_str(), empty.complaints.len()), ("", 0));
        let none = import(&[], format, &Defaults::default(), &whole());
        assert_eq!(none.toml, "");
    }
    let wide: Vec<u8> = "\u{feff}form\tkind\nÉlysée\tstate\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let imported = import(
        &[("x".into(), wide)],
        Format::Tsv,
        &Defaults::default(),
        &Gazetteer::default(),
    );
    assert!(
        imported
            .toml
            .ends_with("[state.elysee]\nname = \"Élysée\"\n"),
        "{}",
        imported.toml
    );
}

#[test]
fn ten_thousand_rows_of_one_name_are_quick() {
    let mut text = "form,kind,qid\n".to_owned();
    for number in 1..=10_000 {
        let _ = writeln!(text, "Ada Example,leader,Q{number}");
    }
    let imported = read("a.csv", &text);
    assert_eq!(imported.tally.new, 10_000);
    assert_eq!(imported.complaints.len(), MAX_COMPLAINTS + 1);
}
