//! `ibid gazetteer import` and `export` as a process: what they read, write and say, and how they end.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use ibid::corpus::Date;
use ibid::gazetteer::exchange::{Choice, Defaults, Format, export, import};
use ibid::gazetteer::{Gazetteer, Layer, SourceFile, bundled, lint};
use ibid::text::Language;
use tempfile::TempDir;

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ibid"));
    command
        .arg("gazetteer")
        .args(arguments)
        .current_dir(folder)
        .env("IBID_CONFIG_DIR", folder.join("config"));
    command
}

fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    told(command(folder, arguments).output().unwrap())
}

fn told(output: Output) -> (Option<i32>, String, String) {
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Returns what the linter says of a file laid over the bundled ones.
fn flaws(text: &str) -> Vec<String> {
    let file = SourceFile {
        path: "imported.toml".into(),
        layer: Layer::Given,
    };
    let mut files = bundled();
    files.push((file, text.to_owned()));
    let of_file = lint(&files, |_| true, Date::constant(2026, 11, 22)).into_iter();
    let of_file = of_file.map(|complaint| complaint.one_line());
    of_file
        .filter(|line| line.starts_with("imported.toml"))
        .collect()
}

#[test]
fn a_list_becomes_a_clean_gazetteer_file_that_loads() {
    let list = "id,kind,lang,class,form\n\
        nato,organisation,xx,,Natotoo\n\
        nato,organisation,is,,Atlantshafsbandalagið í Brussel\n\
        ,organisation,en,,OTAN\n\
        exxon,company,,,Exxon Mobil\n\
        exxon,company,,,EXXO\n";
    let folder = folder_with(&[("list.csv", list)]);
    let (status, stdout, stderr) = run(folder.path(), &["import", "list.csv"]);
    assert_eq!(status, Some(2), "a row was left out: {stderr}");
    assert_eq!(
        stdout,
        "schema = 1\ntitle = \"Imported from list.csv\"\n\n[kinds.company]\nlabel = \"Company\"\n\n\
         [organisation.nato]\nnames.is = [\"Atlantshafsbandalagið í Brussel\"]\n\n\
         [company.exxon]\nname = \"Exxon Mobil\"\nnames = [\"Exxon Mobil\"]\nacronyms = [\"EXXO\"]\n"
    );
    assert!(
        stderr.starts_with("error: `xx` is not a language tag\n  --> list.csv:2:19\n"),
        "{stderr}"
    );
    assert!(
        stderr.ends_with(
            "1 new and 1 known entities get 3 forms; 1 forms are known already; 1 rows or forms are left out.\n"
        ),
        "{stderr}"
    );
    assert_eq!(flaws(&stdout), [""; 0]);
}

#[test]
fn a_file_is_not_written_over_unasked() {
    let folder = folder_with(&[
        ("list.tsv", "form\tkind\nExxon Mobil\tcompany\n"),
        ("mine.toml", "schema = 1\n"),
    ]);
    let (status, stdout, stderr) = run(folder.path(), &["import", "list.tsv", "-o", "mine.toml"]);
    assert_eq!((status, stdout.as_str()), (Some(2), ""));
    assert!(
        stderr.contains("`mine.toml` is there already; `--force` writes over it"),
        "{stderr}"
    );
    let mine = || fs::read_to_string(folder.path().join("mine.toml")).unwrap();
    assert_eq!(mine(), "schema = 1\n");
    let (status, _, _) = run(
        folder.path(),
        &["import", "list.tsv", "-o", "mine.toml", "--force"],
    );
    assert_eq!(status, Some(0));
    assert!(mine().contains("[company.exxon-mobil]"));
    let (status, _, _) = run(folder.path(), &["import", "list.tsv", "-o", "new.toml"]);
    assert_eq!(status, Some(0));
    let names: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(names.len(), 3, "nothing is left lying about: {names:?}");
}

#[test]
fn standard_input_needs_its_format_and_nothing_new_is_told() {
    let folder = folder_with(&[]);
    let (status, _, stderr) = run(folder.path(), &["import", "-"]);
    assert_eq!(status, Some(2));
    for format in Format::ALL {
        assert!(stderr.contains(format.name()), "{stderr}");
    }
    let mut child = command(folder.path(), &["import", "-", "--from", "inception"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"NATO\tORG\n")
        .unwrap();
    let (status, stdout, stderr) = told(child.wait_with_output().unwrap());
    assert_eq!((status, stdout.as_str()), (Some(1), ""));
    assert!(
        stderr.contains("1 entities are known with all they have"),
        "{stderr}"
    );
    let (status, _, stderr) = run(folder.path(), &["import", "absent.csv"]);
    assert_eq!(status, Some(2));
    assert!(
        stderr.contains("cannot be read") && stderr.contains("absent.csv"),
        "{stderr}"
    );
}

#[test]
fn a_hostile_list_is_only_text() {
    let list = "form,kind,\u{1b}]0;x\u{7}\n\u{202e}Exxon,company,\n\"Exx\u{9b}on,company,\n";
    let folder = folder_with(&[("list.csv", list)]);
    let (status, stdout, stderr) = run(folder.path(), &["import", "list.csv"]);
    assert_eq!(status, Some(2));
    for c in ['\u{1b}', '\u{7}', '\u{9b}', '\u{202e}'] {
        assert!(!stdout.contains(c) && !stderr.contains(c), "{c:?}");
    }
    fs::write(
        folder.path().join("bytes.csv"),
        [&b"form,kind\nEx\xffxon,company\n"[..], &[0; 64]].concat(),
    )
    .unwrap();
    let (status, _, stderr) = run(folder.path(), &["import", "bytes.csv"]);
    assert_eq!(status, Some(2));
    assert!(
        stderr.contains("is not UTF-8 here\n  --> bytes.csv:2:3"),
        "{stderr}"
    );
}

#[test]
fn entities_are_exported_and_what_is_lost_is_told() {
    let mine = "schema = 1\n[leader.ada]\nname = \"Ada Example\"\nnames = [\"{Ada ,}Example\"]\n\
        short = \"the Countess\"\nnot = \"Example Street\"\n";
    let folder = folder_with(&[("config/gazetteer.toml", mine)]);
    let (status, stdout, stderr) = run(folder.path(), &["export", "ada", "--to", "spacy"]);
    assert_eq!(status, Some(0), "{stderr}");
    assert_eq!(
        stdout,
        "{\"label\":\"PERSON\",\"pattern\":\"Ada Example\",\"id\":\"ada\"}\n\
         {\"label\":\"PERSON\",\"pattern\":\"Example\",\"id\":\"ada\"}\n"
    );
    assert_eq!(
        stderr,
        "warning: 1 phrases that are no mention (`not`) are left out\n\
         warning: 1 short forms, which need the name nearby, are left out\n\
         1 entities with 2 forms are exported.\n"
    );
    let (_, stdout, _) = run(folder.path(), &["export", "--own", "--to", "csv"]);
    assert_eq!(
        stdout,
        "id,kind,lang,class,form\nada,leader,*,names,Ada Example\nada,leader,*,names,Example\n\
         ada,leader,*,short,the Countess\nada,leader,*,not,Example Street\n"
    );
    let (_, stdout, _) = run(
        folder.path(),
        &[
            "export",
            "OTAN",
            "--to",
            "inception",
            "--lang",
            "is",
            "--label",
            "entity",
        ],
    );
    assert!(stdout.contains("OTAN\torganisation:nato\n"), "{stdout}");
    let (status, _, stderr) = run(
        folder.path(),
        &["export", "--kind", "leeder", "--to", "csv"],
    );
    assert_eq!(status, Some(2));
    assert!(stderr.contains("did you mean `leader`?"), "{stderr}");
    let (status, _, stderr) = run(folder.path(), &["export", "ada"]);
    assert_eq!(status, Some(2));
    assert!(
        stderr.contains("`jrc-names`") && !stderr.contains("wikidata"),
        "{stderr}"
    );
}

#[test]
fn gate_gets_a_folder_and_is_read_from_it() {
    let mine = "schema = 1\n[kinds.company]\n[company.exxon]\nname = \"Exxon\"\nnames = [\"Exxon Mobil\"]\nacronyms.en = \"EXXO\"\n";
    let folder = folder_with(&[("config/gazetteer.toml", mine)]);
    let (status, _, stderr) = run(folder.path(), &["export", "--own", "--to", "gate"]);
    assert_eq!(status, Some(2));
    assert!(stderr.contains("-o FOLDER"), "{stderr}");
    let (status, _, stderr) = run(
        folder.path(),
        &["export", "--own", "--to", "gate", "-o", "lists"],
    );
    assert_eq!(status, Some(0), "{stderr}");
    let definition = fs::read_to_string(folder.path().join("lists/lists.def")).unwrap();
    assert_eq!(
        definition,
        "company-names-any.lst:company:names\ncompany-acronyms-en.lst:company:acronyms:en\n"
    );
    let (status, _, _) = run(
        folder.path(),
        &["export", "--own", "--to", "gate", "-o", "lists"],
    );
    assert_eq!(status, Some(2), "there already");
    let (status, stdout, stderr) = run(folder.path(), &["import", "lists"]);
    assert_eq!(status, Some(0), "{stderr}");
    let entry = "[company.exxon]\nname = \"Exxon Mobil\"\nnames = [\"Exxon Mobil\"]\nacronyms.en = [\"EXXO\"]\n";
    assert!(stdout.ends_with(entry), "{stdout}");
}

/// Returns who has which form in which list, white space tidied.
fn forms(gazetteer: &Gazetteer) -> BTreeSet<(&str, &str, Option<Language>, String)> {
    let mut forms = BTreeSet::new();
    for entity in &gazetteer.entities {
        for alias in &entity.aliases {
            let words: Vec<&str> = alias.form.split_whitespace().collect();
            forms.insert((
                entity.id.as_str(),
                alias.class.key(),
                alias.language,
                words.join(" "),
            ));
        }
    }
    forms
}

#[test]
fn the_bundled_gazetteer_has_nothing_new_for_itself() {
    let folder = folder_with(&[]);
    let kinds = ["--kind", "leader", "--kind", "office", "--kind", "other"];
    let arguments = [&["export", "-o", "all.jsonl"][..], &kinds].concat();
    let (status, _, stderr) = run(folder.path(), &arguments);
    assert_eq!(status, Some(0), "{stderr}");
    let (status, stdout, stderr) = run(folder.path(), &["import", "all.jsonl"]);
    assert_eq!((status, stdout.as_str()), (Some(1), ""), "{stderr}");
    assert!(
        stderr.starts_with("0 new and 0 known entities get 0 forms"),
        "{stderr}"
    );
}

#[test]
fn the_bundled_gazetteer_comes_back_from_json_lines() {
    let all = Gazetteer::load(bundled()).0;
    let exported = export(&all, &Choice::default(), &[], Format::Jsonl).unwrap();
    let file = exported.files[0].1.clone().into_bytes();
    let nobody = Gazetteer::default();
    let imported = import(
        &[("all.jsonl".into(), file)],
        Format::Jsonl,
        &Defaults::default(),
        &nobody,
    );
    assert!(
        imported.complaints.is_empty(),
        "{:?}",
        imported.complaints.first()
    );
    let given = SourceFile {
        path: "all.toml".into(),
        layer: Layer::Given,
    };
    let (again, complaints) = Gazetteer::load(vec![(given, imported.toml)]);
    assert!(complaints.is_empty(), "{:?}", complaints.first());
    assert_eq!(again.entities.len(), all.entities.len());
    let (expected, found) = (forms(&all), forms(&again));
    let lost: Vec<_> = expected.difference(&found).take(5).collect();
    let added: Vec<_> = found.difference(&expected).take(5).collect();
    assert!(
        lost.is_empty() && added.is_empty(),
        "lost {lost:?}, added {added:?}"
    );
    assert_eq!(again.titles.len(), all.titles.len());
    let holders = |gazetteer: &Gazetteer| -> usize {
        let offices = gazetteer
            .entities
            .iter()
            .filter_map(|entity| entity.office.as_ref());
        offices.map(|office| office.holders.len()).sum()
    };
    assert_eq!(holders(&again), holders(&all));
}
