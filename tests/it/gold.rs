//! Articles marked by hand: linked precision and recall by kind, with every form.
//!
//! The articles lie outside the project; where they are absent the test says so and passes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use ibid::corpus::{Date, Document, Input, SourceRef, read};
use ibid::gazetteer::Entity;
use ibid::index::match_context;
use ibid::matcher::{Form, Mention};
use serde_json::Value;

use super::marked::BUNDLED;

/// The least share, of mentions found that are right and of marks that are found, for each kind.
const LEAST: f64 = 0.98;

/// Returns the folder of articles and of marks, if they are there.
pub(crate) fn folders() -> Option<(PathBuf, PathBuf)> {
    let shared = std::env::var_os("IBID_GOLD").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared"),
        PathBuf::from,
    );
    let folders = (shared.join("corpora/seeds"), shared.join("gold"));
    (folders.0.is_dir() && folders.1.is_dir()).then_some(folders)
}

/// One row of a marked article.
struct Mark {
    start: usize,
    end: usize,
    row: Value,
}

impl Mark {
    fn text(&self, key: &str) -> &str {
        self.row[key].as_str().unwrap_or_default()
    }

    fn is_optional(&self) -> bool {
        self.row["optional"].as_bool() == Some(true)
    }

    /// Returns whether the entity is the one that is marked, or one of the readings accepted besides.
    fn means(&self, entity: &Entity, kind: &str) -> bool {
        let is_same = |row: &Value| {
            let same_id = row["qid"]
                .as_str()
                .is_some_and(|qid| entity.qid.as_deref() == Some(qid));
            // Without an id on either side the name is a transliteration like any other.
            let no_id = row["qid"].is_null() && row["kind"].as_str() == Some(kind);
            same_id || row["name"].as_str() == Some(&entity.name) || no_id
        };
        is_same(&self.row)
            || self.row["alt"]
                .as_array()
                .is_some_and(|others| others.iter().any(is_same))
    }
}

fn document(folder: &Path, name: &str) -> Document {
    let source = SourceRef {
        path: name.to_owned(),
        input: Input::File(folder.join(name)),
        named: true,
    };
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let (mut documents, problems) = read(&source, bytes, None, Date::constant(2026, 12, 31));
    assert!(problems.is_empty(), "{problems:?}");
    documents.remove(0)
}

/// The marks count characters, the program bytes.
fn marks(file: &Path, text: &str) -> Vec<Mark> {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let offset =
        |row: &Value, key: &str| bytes[usize::try_from(row[key].as_u64().unwrap()).unwrap()];
    std::fs::read_to_string(file)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .map(|row: Value| Mark {
            start: offset(&row, "start"),
            end: offset(&row, "end"),
            row,
        })
        .collect()
}

/// Right, wrong and missed mentions, by kind or by form.
#[derive(Default)]
struct Score(BTreeMap<String, [u32; 3]>);

impl Score {
    fn count(&mut self, kind: &str, form: &str, what: usize) {
        for key in [kind.to_owned(), format!("{kind} {form}")] {
            self.0.entry(key).or_default()[what] += 1;
        }
    }
}

pub(crate) const RIGHT: usize = 0;
pub(crate) const WRONG: usize = 1;
pub(crate) const MISSED: usize = 2;

/// Scores one article; a place counts neither way, nor does an office that stands for nobody.
fn score_article(document: &Document, marks: &[Mark], score: &mut Score, flaws: &mut Vec<String>) {
    let gazetteer = BUNDLED.gazetteer();
    let mentions: Vec<Mention> = BUNDLED.mentions(&document.text, match_context(document));
    let mut found: BTreeSet<usize> = BTreeSet::new();
    for mention in mentions
        .iter()
        .filter(|mention| mention.form != Form::Place)
    {
        let (entity, kind) = (
            gazetteer.entity(mention.entity),
            &gazetteer.kind_of(mention.entity).id,
        );
        let here = |mark: &Mark| (mark.start, mark.end) == (mention.span.start, mention.span.end);
        let matched = marks
            .iter()
            .position(|mark| here(mark) && (mark.is_optional() || mark.means(entity, kind)));
        match matched {
            Some(position) => {
                found.insert(position);
                if !marks[position].is_optional() {
                    score.count(
                        marks[position].text("kind"),
                        marks[position].text("form"),
                        RIGHT,
                    );
                }
            }
            None if kind == "office" => {}
            None => {
                score.count(kind, mention.form.as_str(), WRONG);
                let surface = mention.span.of(&document.text).unwrap();
                flaws.push(format!(
                    "{}: wrong {surface:?} as {}",
                    document.path, entity.name
                ));
            }
        }
    }
    for (position, mark) in marks.iter().enumerate() {
        if !mark.is_optional() && !found.contains(&position) {
            score.count(mark.text("kind"), mark.text("form"), MISSED);
            flaws.push(format!(
                "{}: missed {:?} ({})",
                document.path,
                mark.text("surface"),
                mark.text("form")
            ));
        }
    }
}

#[test]
fn marked_articles() {
    let Some((articles, gold)) = folders() else {
        eprintln!(
            "skipped: there are no marked articles beside the project; IBID_GOLD names their folder"
        );
        return;
    };
    let (mut score, mut flaws, mut n_articles) = (Score::default(), Vec::new(), 0);
    for entry in std::fs::read_dir(&gold).unwrap() {
        let path = entry.unwrap().path();
        if path
            .extension()
            .is_some_and(|extension| extension == "jsonl")
        {
            let name = format!("{}.txt", path.file_stem().unwrap().to_string_lossy());
            let document = document(&articles, &name);
            score_article(
                &document,
                &marks(&path, &document.text),
                &mut score,
                &mut flaws,
            );
            n_articles += 1;
        }
    }
    assert!(n_articles > 0, "no marks in {}", gold.display());
    println!(
        "{n_articles} articles\n{:<28} right wrong missed",
        "kind, form"
    );
    for (key, [right, wrong, missed]) in &score.0 {
        println!("{key:<28} {right:>5} {wrong:>5} {missed:>6}");
    }
    println!("{}", flaws.join("\n"));
    for kind in ["state", "organisation", "leader"] {
        let [right, wrong, missed] = score.0[kind].map(f64::from);
        let (precision, recall) = (right / (right + wrong), right / (right + missed));
        println!(
            "{kind}: precision {:.1} %, recall {:.1} %",
            precision * 100.0,
            recall * 100.0
        );
        assert!(
            precision >= LEAST && recall >= LEAST,
            "{kind}: {precision:.3} {recall:.3}\n{}",
            flaws.join("\n")
        );
    }
}
