//! `ibid gazetteer` as a process: what it prints where, and how it ends.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// Runs `ibid gazetteer` with a configuration folder, in that folder.
fn gazetteer(config: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ibid"))
        .arg("gazetteer")
        .args(arguments)
        .current_dir(config)
        .env("IBID_CONFIG_DIR", config)
        .env("EDITOR", "cat")
        .env_remove("VISUAL")
        .output()
        .unwrap()
}

fn with_file(text: &str) -> TempDir {
    let config = tempfile::tempdir().unwrap();
    fs::write(config.path().join("gazetteer.toml"), text).unwrap();
    config
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn show_prints_every_form_with_its_place() {
    let config = with_file(
        "schema = 1\n[organisation.nato]\nnames.is = \"Atlantshafs{bandalag,bandalagið}\"\n",
    );
    let output = gazetteer(config.path(), &["show", "otan"]);
    assert_eq!(output.status.code(), Some(0));
    let file = config.path().join("gazetteer.toml");
    let expected = format!(
        "names.is      Atlantshafsbandalag, Atlantshafsbandalagið  {}:3\n",
        file.display()
    );
    assert!(stdout(&output).contains(&expected), "{}", stdout(&output));
    assert!(stdout(&output).starts_with("name          NATO\n"));

    let output = gazetteer(config.path(), &["show", "nato", "--format", "jsonl"]);
    assert!(
        stdout(&output)
            .contains("\"key\":\"names\",\"lang\":\"is\",\"values\":[\"Atlantshafsbandalag\"")
    );
}

#[test]
fn the_statistics_are_a_table_of_the_numbers_in_the_records() {
    let config =
        with_file("schema = 1\n[mine.x]\nname = \"X\"\nnames.tlh = \"Ixland{,s}\"\n[kinds.mine]\n");
    let output = gazetteer(config.path(), &["show", "--stats", "--format", "jsonl"]);
    let records: Vec<serde_json::Value> = stdout(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let sum = |of: &str| -> u64 {
        let counted = records.iter().filter(|record| record["of"] == of);
        counted.filter_map(|record| record["count"].as_u64()).sum()
    };
    assert!(
        records
            .iter()
            .any(|record| record["of"] == "asof" && record["count"].is_null())
    );
    assert!(records.contains(
        &serde_json::json!({"of": "forms", "which": "names", "lang": "tlh", "count": 2})
    ));

    let output = gazetteer(config.path(), &["show", "--stats"]);
    let (entities, forms) = stdout(&output).split_once("\n\n").unwrap();
    let number_of = |key: &str| -> u64 {
        let line = entities.lines().find(|line| line.starts_with(key)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    };
    for of in [
        "entities", "strings", "masks", "titles", "offices", "holders", "people",
    ] {
        assert_eq!(number_of(of), sum(of), "{of}");
    }
    assert!(entities.contains("         1  mine\n"));
    let rows: Vec<&str> = forms.lines().collect();
    assert!(rows[0].starts_with("forms      names   acronyms"));
    assert!(rows[1].starts_with("all ") && rows[1].ends_with(&format!(" {}", sum("forms"))));
    assert!(rows[2].starts_with("*  "));
    assert!(
        rows.iter()
            .any(|row| row.starts_with("tlh            2 ") && row.ends_with(" 2"))
    );
    assert!(rows.iter().all(|row| row.len() == rows[0].len()));
}

#[test]
fn an_unknown_entity_gets_the_nearest() {
    let config = tempfile::tempdir().unwrap();
    let output = gazetteer(config.path(), &["show", "natoo"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    assert!(stderr(&output).contains("did you mean `nato`?"));
}

#[test]
fn lint_shows_the_line_and_ends_as_it_found() {
    let config = with_file("schema = 1\n[state.x]\nname = \"Ixland\"\nalias = \"Y\"\n");
    let output = gazetteer(config.path(), &["lint"]);
    assert_eq!(output.status.code(), Some(1));
    let file = config.path().join("gazetteer.toml");
    let expected = format!(
        "error: unknown key `alias`\n  --> {}:4:1\n4 | alias = \"Y\"\n  | ^^^^^\nhint: did you mean `names`?\n",
        file.display()
    );
    assert!(
        stdout(&output).starts_with(&expected),
        "{}",
        stdout(&output)
    );

    let jsonl = gazetteer(config.path(), &["lint", "--format", "jsonl"]);
    assert!(
        stdout(&jsonl).starts_with("{\"severity\":\"error\",\"rule\":\"unknown-key\",\"path\":")
    );
    assert!(stdout(&jsonl).contains("\"line\":4,\"column\":1,\"message\":\"unknown key `alias`\""));

    let clean = with_file("schema = 1\n[state.x]\nname = \"Ixland\"\n");
    let output = gazetteer(clean.path(), &["lint"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), ""));
    let output = gazetteer(clean.path(), &["lint", "not-there.toml"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn lint_names_the_rule_the_entity_and_the_form() {
    let config = with_file(
        "schema = 1\n[state.x]\nname = \"Ixland\"\n[state.y]\nname = \"Y\"\nnames = \"ixland\"\n",
    );
    let output = gazetteer(config.path(), &["lint", "--format", "jsonl"]);
    let record: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
    let facts = ["severity", "rule", "entity", "form", "other"].map(|key| record[key].as_str());
    let expected = ["warning", "two-owners", "y", "ixland", "x"].map(Some);
    assert_eq!(facts, expected);

    let output = gazetteer(config.path(), &["lint", "--rules"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("\ntwo-owners           a form of two entities"));
}

#[test]
fn lint_looks_at_the_articles_of_a_corpus() {
    let config = with_file(
        "schema = 1\n[state.x]\nname = \"Ixland\"\nnames = [\"Ixland\", \"Ruritania\"]\n",
    );
    let articles = config.path().join("articles");
    fs::create_dir(&articles).unwrap();
    fs::write(
        articles.join("a.txt"),
        "The king of Ixland spoke on Monday.\n",
    )
    .unwrap();
    let output = gazetteer(config.path(), &["lint", "--corpus", "articles"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(
        stdout(&output)
            .starts_with("warning: `Ruritania` is not in the article that it is valid in\n  --> "),
        "{}",
        stdout(&output)
    );
    let record = gazetteer(
        config.path(),
        &["lint", "--corpus", "articles", "--format", "jsonl"],
    );
    let record: serde_json::Value = serde_json::from_str(stdout(&record)).unwrap();
    assert_eq!(
        (
            record["rule"].as_str(),
            record["line"].as_u64(),
            record["column"].as_u64()
        ),
        (Some("never-found"), Some(4), Some(20))
    );

    fs::write(articles.join("b.txt"), "He fled to Ruritania.\n").unwrap();
    let output = gazetteer(config.path(), &["lint", "--corpus", "articles"]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(0), ""));
    let output = gazetteer(config.path(), &["lint", "--corpus", "not-there"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("not-there"));
}

#[test]
fn lint_looks_at_the_files_it_is_given() {
    let config = with_file("schema = 1\nalias = 1\n");
    fs::write(
        config.path().join("other.toml"),
        "schema = 1\n[state.y]\nname = \"Y\"\n",
    )
    .unwrap();
    let output = gazetteer(config.path(), &["lint", "other.toml"]);
    assert!(
        !stdout(&output).contains("gazetteer.toml"),
        "{}",
        stdout(&output)
    );
    assert!(stdout(&output).contains("other.toml:3:8"));
}

#[test]
fn path_lists_the_layers_in_order() {
    let config = tempfile::tempdir().unwrap();
    fs::create_dir(config.path().join(".ibid")).unwrap();
    fs::write(
        config.path().join(".ibid").join("gazetteer.toml"),
        "schema = 1\n",
    )
    .unwrap();
    let output = gazetteer(config.path(), &["path", "--gazetteer", "given.toml"]);
    let lines: Vec<&str> = stdout(&output).lines().collect();
    assert!(lines[0].starts_with("bundled  bundled:"));
    let last: Vec<&str> = lines[lines.len() - 3..].to_vec();
    assert!(
        last[0].starts_with("user     ") && last[0].ends_with("gazetteer.toml  (not there)"),
        "{last:?}"
    );
    assert!(
        last[1].starts_with("project  ") && last[1].ends_with("gazetteer.toml"),
        "{last:?}"
    );
    assert_eq!(last[2], "given    given.toml  (not there)");
}

#[test]
fn edit_begins_a_file_and_opens_it() {
    let config = tempfile::tempdir().unwrap();
    let output = gazetteer(config.path(), &["edit", "nato"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let file = config.path().join("gazetteer.toml");
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.ends_with("schema = 1\n"));
    assert_eq!(stdout(&output), text, "the editor was given the file");
    assert!(stderr(&output).contains("begin with `[organisation.nato]`"));
    let lint = gazetteer(config.path(), &["lint"]);
    assert_eq!(
        lint.status.code(),
        Some(0),
        "what a file begins with is clean"
    );
}

#[test]
fn edit_leaves_a_file_that_is_there_and_tells_what_is_wrong_with_it() {
    let config = with_file("schema = 1\n[state.x]\nname = \n");
    let output = gazetteer(config.path(), &["edit"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "schema = 1\n[state.x]\nname = \n");
    assert!(stderr(&output).contains("gazetteer.toml:3:8"));
}
