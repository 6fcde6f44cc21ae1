//! The verbs as a shell sees them: what they print where, and how they end.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;

use super::program::{Home, Ran, argument, surface};

const ENGLISH: &str = "---\ntitle: The summit\ndate: 2022-06-29\nlang: en\n---\nNATO met in Madrid, and Moscow answered NATO.\n";
const FRENCH: &str =
    "---\ntitle: Le sommet\ndate: 2025-06-25\nlang: fr\n---\nL’OTAN s’est réunie à La Haye.\n";

fn two_articles() -> Home {
    Home::with(&[("2022/madrid.md", ENGLISH), ("2025/haye.md", FRENCH)])
}

/// Asserts how a run ended, and that it said these lines on standard error and no others.
#[track_caller]
fn assert_said(ran: &Ran, code: i32, lines: &[&str]) {
    assert_eq!(ran.code, Some(code), "{ran:?}");
    assert_eq!(ran.stderr.lines().collect::<Vec<_>>(), lines);
}

#[test]
fn a_record_has_its_keys_in_the_promised_order() {
    let home = two_articles();
    let ran = home.run(&["mentions", "-e", "nato", "--format", "jsonl", "corpus"]);
    assert_said(&ran, 0, &[]);
    assert_eq!(
        ran.stdout.lines().collect::<Vec<_>>(),
        [
            r#"{"doc":"2022/madrid.md","start":0,"end":4,"text":"NATO","entity":"nato","kind":"organisation","name":"NATO","form":"acronym","wikidata":"Q7184","lang":"en","certainty":"sure","candidates":[]}"#,
            r#"{"doc":"2022/madrid.md","start":40,"end":44,"text":"NATO","entity":"nato","kind":"organisation","name":"NATO","form":"acronym","wikidata":"Q7184","lang":"en","certainty":"sure","candidates":[]}"#,
            r#"{"doc":"2025/haye.md","start":4,"end":8,"text":"OTAN","entity":"nato","kind":"organisation","name":"NATO","form":"acronym","wikidata":"Q7184","lang":"fr","certainty":"sure","candidates":[]}"#,
        ]
    );
}

#[test]
fn csv_has_a_header_and_the_same_fields() {
    let home = two_articles();
    for (arguments, header) in [
        (
            &["mentions", "-e", "nato", "corpus"][..],
            "doc,start,end,text,entity,kind,name,form,wikidata,lang,certainty,candidates",
        ),
        (
            &["entities", "corpus"],
            "entity,kind,name,wikidata,mentions,forms,documents,first,last",
        ),
        (
            &["kwic", "OTAN", "corpus"],
            "doc,start,end,left,keyword,right,form,date,lang",
        ),
    ] {
        let ran = home.run(&[arguments, &["--format", "csv"]].concat());
        assert_said(&ran, 0, &[]);
        assert_eq!(ran.stdout.lines().next(), Some(header));
        let n_records = home.records(arguments).len();
        assert_eq!(ran.stdout.lines().count(), n_records + 1, "{}", ran.stdout);
    }
}

#[test]
fn dates_and_languages_choose_articles() {
    let home = two_articles();
    for (options, docs) in [
        (
            &["--since", "2022-06-29", "--until", "2025-06-25"][..],
            &["2022/madrid.md", "2025/haye.md"][..],
        ),
        (&["--since", "2022-06-30"], &["2025/haye.md"]),
        (&["--until", "2025-06-24"], &["2022/madrid.md"]),
        (
            &["--lang", "fr", "--since", "2020-01-01"],
            &["2025/haye.md"],
        ),
        (
            &["--lang", "de", "--lang", "fr", "--until", "2022-06-29"],
            &[],
        ),
    ] {
        let ran = home.run(&[&["mentions", "--format", "jsonl", "corpus"], options].concat());
        assert_said(&ran, i32::from(docs.is_empty()), &[]);
        let found: BTreeSet<&str> = ran
            .stdout
            .lines()
            .filter_map(|line| line.split('"').nth(3))
            .collect();
        assert_eq!(found, docs.iter().copied().collect(), "{options:?}");
    }
}

#[test]
fn what_cannot_be_read_is_said_once_and_costs_nothing_else() {
    let home = two_articles();
    home.write("corpus/scan.txt", b"\x00\x01\x02NATO\x00");
    home.write("corpus/slides.odp", b"PK");
    std::fs::create_dir(home.path("empty")).unwrap();
    let within = [
        "warning: skipped: `.odp` is no type of article that can be read",
        "  --> corpus/slides.odp",
        "warning: a binary file, not text",
        "  --> corpus/scan.txt",
    ];
    let named = ["error: a binary file, not text", "  --> corpus/scan.txt"];
    let missing = [
        "error: no such file or folder",
        "  --> corpsu",
        "hint: did you mean `corpus`?",
    ];
    let empty = [
        "warning: no article in this folder",
        "  --> empty",
        "hint: articles are .txt, .md and .html files; hidden files are not read",
    ];
    for (paths, code, lines) in [
        (&["corpus"][..], 0, &within[..]),
        (&["corpus/scan.txt"], 2, &named),
        (&["corpus/scan.txt", "corpus/2022"], 2, &named),
        (&["corpsu"], 2, &missing),
        (&["empty"], 1, &empty),
        (&["empty", "corpus/2022"], 0, &empty),
    ] {
        let ran = home.run(&[&["text"], paths].concat());
        assert_said(&ran, code, lines);
        // Whatever could be read is printed.
        let is_readable = paths
            .iter()
            .any(|path| ["corpus", "corpus/2022"].contains(path));
        assert_eq!(ran.stdout.contains("NATO"), is_readable, "{}", ran.stdout);
    }
    // Where mentions are looked for, and in the reader itself, where there is nothing to open.
    assert_said(&home.run(&["mentions", "corpus"]), 0, &within);
    assert_said(&home.run(&["corpsu"]), 2, &missing);
    assert_said(&home.run(&["empty"]), 1, &empty);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = two_articles();
    let file = home.path("corpus/2022/madrid.md");
    std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o000)).unwrap();
    if std::fs::read(&file).is_ok() {
        eprintln!("skipped: this user may read every file");
        return;
    }
    let ran = home.run(&["mentions", "corpus"]);
    assert_said(
        &ran,
        0,
        &[
            "warning: cannot read: permission denied",
            "  --> corpus/2022/madrid.md",
        ],
    );
    assert!(ran.stdout.contains("OTAN"), "{}", ran.stdout);
    let ran = home.run(&["mentions", "corpus/2022/madrid.md"]);
    assert_said(
        &ran,
        2,
        &[
            "error: cannot read: permission denied",
            "  --> corpus/2022/madrid.md",
        ],
    );
}

#[test]
fn what_nobody_knows_gets_the_nearest() {
    let home = two_articles();
    for (arguments, lines) in [
        (
            &["kwic", "natoo", "corpus"][..],
            &[
                "error: no entity `natoo` in the gazetteer",
                "hint: did you mean `nato`?",
            ][..],
        ),
        (
            &["mentions", "--entity", "state:frnace", "corpus"],
            &[
                "error: no entity `state:frnace` in the gazetteer",
                "hint: did you mean `state:france`?",
            ],
        ),
        (
            &["mention", "corpus"],
            &[
                "error: no such file or folder",
                "  --> mention",
                "hint: did you mean `ibid mentions`?",
            ],
        ),
    ] {
        let ran = home.run(arguments);
        assert_said(&ran, 2, lines);
        assert_eq!(ran.stdout, "");
    }
    let ran = home.run(&["mentions", "--formt", "csv"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("a similar argument exists: '--format'"),
        "{}",
        ran.stderr
    );
}

#[test]
fn the_status_is_greps() {
    let home = two_articles();
    for (arguments, code) in [
        (&["kwic", "nato", "corpus"][..], 0),
        (&["kwic", "brazil", "corpus"], 1),
        (&["entities", "--kind", "leader", "corpus"], 1),
        (&["mentions", "--since", "soon", "corpus"], 2),
        (&["text", "corpus"], 0),
        (&["man"], 0),
        (&["--version"], 0),
        (&["mentions", "--help"], 0),
    ] {
        let ran = home.run(arguments);
        assert_eq!(ran.code, Some(code), "{arguments:?} {ran:?}");
        assert_eq!(ran.stdout.is_empty(), code != 0, "{arguments:?} {ran:?}");
        assert_eq!(ran.stderr.is_empty(), code != 2, "{arguments:?} {ran:?}");
    }
}

#[test]
fn a_closed_pipe_is_success() {
    // Each fills more than a pipe holds.
    let home = Home::with(&[
        ("long.txt", &"NATO answered. ".repeat(1_000)),
        ("longer.md", &"Nobody did. ".repeat(10_000)),
    ]);
    for arguments in [
        &["mentions", "--format", "jsonl", "corpus"][..],
        &["kwic", "nato", "--format", "csv", "corpus"],
        &["text", "corpus"],
    ] {
        let mut command = home.command(arguments);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut first = BufReader::with_capacity(64, child.stdout.take().unwrap());
        first.fill_buf().unwrap();
        drop(first);
        let ran = Ran::of(&child.wait_with_output().unwrap());
        assert_said(&ran, 0, &[]);
    }
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let home = Home::new();
    for arguments in [
        &["mentions", "--format", "jsonl"][..],
        &["kwic", "nato", "--sort", "left"],
    ] {
        let ran = home.run(arguments);
        assert_said(&ran, 0, &[]);
        assert!(ran.stdout.lines().count() > 20);
        assert_eq!(home.run(arguments), ran);
    }
}

#[test]
fn the_text_of_a_text_file_is_the_file() {
    let home = Home::new();
    for text in [
        "NATO met.\n",
        "no line end",
        "\u{feff}marked\r\nwith\rall\nline ends\t\u{c}\n\n\n",
        "NATO\x1b]0;x\x07 said \u{9b}6n \u{202e}OTAN\u{2028} e\u{301} \u{200b}\u{7f}\u{8}",
        "",
    ] {
        home.write("a.txt", text);
        let ran = home.run(&["text", "a.txt"]);
        assert_eq!(ran.stdout, text);
        assert_said(&ran, 0, &[]);
    }
}

#[test]
fn offsets_count_the_bytes_of_the_text_that_is_printed() {
    let home = Home::new();
    let body = "Les ministres se sont réunis pendant deux jours sans rien décider. L’OTAN a répondu à Moscou. « Washington » et l'\u{200b}OTAN, Emmanuel Macron, NA\u{ad}TO.";
    home.write("corpus/a.txt", format!("\u{feff}Titre\r\n\r\n{body}\r\n"));
    home.write("corpus/b.md", format!("---\nlang: fr\n---\n# L’*OTAN*\n\n- {body}\n\n> `NATO` [Paris](https://paris.fr) &amp; **Mos**cou\n"));
    let escaped = body.replace('’', "&rsquo;").replace('é', "&#233;");
    home.write(
        "corpus/c.html",
        format!("<!doctype html><html lang=fr><head><title>OTAN</title></head><body><nav>NATO</nav><article><h1>L’OTAN</h1><p>{escaped} {body}</p><p>Les <b>États</b>-<i>Unis</i> et l’<em>OTAN</em>. {body}</p></article></body></html>"),
    );
    // As a German newspaper of 1998 has it.
    home.write(
        "corpus/d.txt",
        b"Gestern haben die Minister zwei Tage lang miteinander gesprochen und sich \xfcber nichts einigen k\xf6nnen. \
          Die NATO \x84f\xfcrchtet\x93 nichts, sagte Moskau, und \xfcber die NATO wird nun auch in Br\xfcssel wieder geredet.\n",
    );
    for name in ["a.txt", "b.md", "c.html", "d.txt"] {
        let file = home.path(&format!("corpus/{name}"));
        let text = home.run(&["text", argument(&file)]).stdout;
        let records = home.records(&["mentions", argument(&file)]);
        assert!(records.len() >= 3, "{name}: {records:?}\n{text}");
        for record in &records {
            assert_eq!(surface(record, &text), record["text"], "{name}: {record}");
        }
        let has = |wanted: &str| records.iter().any(|record| record["entity"] == wanted);
        assert!(has("nato") && has("russia"), "{name}: {records:?}");
    }
}
