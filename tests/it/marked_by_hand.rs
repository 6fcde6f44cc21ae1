//! The project's own articles, `tests/gold/<language>/*.marked`: what the matcher finds in them is held against the marks, and the
//! figures can only rise. How they are marked is told in `tests/gold/README.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use ibid::corpus::{Date, Document, Input, SourceRef, read};
use ibid::gazetteer::{Entity, Gazetteer};
use ibid::index::match_context;
use ibid::matcher::{Form, Mention};
use serde::{Deserialize, Serialize};

use super::gold::{MISSED, RIGHT, WRONG};
use super::marked::{BUNDLED, Mark, parse};

/// Set to rewrite `scores.toml`.
const UPDATE: &str = "IBID_GOLD_UPDATE";

/// Right, wrong and missed mentions.
type Counts = [u32; 3];

/// What is kept of a language: the figures that may not get worse, and the faults that are known.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Score {
    #[serde(default)]
    faults: Vec<String>,
    #[serde(default)]
    form: BTreeMap<String, Counts>,
    #[serde(default)]
    kind: BTreeMap<String, Counts>,
}

/// By language.
type Scores = BTreeMap<String, Score>;

impl Score {
    fn count(&mut self, form: &str, kind: &str, what: usize) {
        self.form.entry(form.to_owned()).or_default()[what] += 1;
        self.kind.entry(kind.to_owned()).or_default()[what] += 1;
    }

    /// Returns every figure with what it is of.
    fn rows(&self) -> impl Iterator<Item = (&str, &str, Counts)> {
        let forms = self.form.iter().map(|(key, counts)| ("form", key, counts));
        let kinds = self.kind.iter().map(|(key, counts)| ("kind", key, counts));
        forms
            .chain(kinds)
            .map(|(group, key, counts)| (group, key.as_str(), *counts))
    }
}

/// What a mark's head says of its entity: `~` makes it optional, `|` parts the readings.
struct Reading<'a> {
    is_optional: bool,
    entities: Vec<&'a str>,
}

impl<'a> Reading<'a> {
    fn of(mark: &'a Mark) -> Self {
        let entities = mark.entity.trim_start_matches('~');
        Self {
            is_optional: entities.len() < mark.entity.len(),
            entities: entities.split('|').collect(),
        }
    }

    fn means(&self, entity: &Entity) -> bool {
        self.entities.iter().any(|id| match unlisted(id) {
            Some((_, name)) => name == entity.name,
            None => *id == entity.id,
        })
    }

    /// Returns the kind of the entity; an id that the gazetteer does not have is a slip of the pen.
    fn kind(&self, gazetteer: &Gazetteer) -> Result<String, String> {
        let mut kind = Err("no entity".to_owned());
        for id in &self.entities {
            let found = match unlisted(id) {
                Some((kind, _)) => kind.to_owned(),
                None => match gazetteer.by_id(id) {
                    Some(found) => gazetteer.kind_of(found).id.clone(),
                    None => return Err(format!("there is no entity `{id}`")),
                },
            };
            kind = kind.or(Ok(found));
        }
        kind
    }
}

/// Splits `?leader Rita Süssmuth`, who is not in the gazetteer, into kind and name.
fn unlisted(id: &str) -> Option<(&str, &str)> {
    id.strip_prefix('?')?.split_once(' ')
}

/// One article with its marks.
struct Marked {
    language: String,
    /// Relative to `tests/gold`.
    path: String,
    document: Document,
    marks: Vec<Mark>,
}

fn gold() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

/// Returns the files of a folder, in the order of their names.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    files
}

fn articles() -> Vec<Marked> {
    let folders = files(&gold()).into_iter().filter(|path| path.is_dir());
    folders
        .flat_map(|folder| files(&folder))
        .filter(|path| path.extension().is_some_and(|it| it == "marked"))
        .map(|path| article(&path))
        .collect()
}

/// Reads an article as the program would read its plain text: the date from the name of the file, the language from the words.
fn article(file: &Path) -> Marked {
    let path = file.strip_prefix(gold()).unwrap().display().to_string();
    let (text, marks) = parse(&std::fs::read_to_string(file).unwrap());
    let source = SourceRef {
        path: Path::new(&path).with_extension("txt").display().to_string(),
        input: Input::StandardInput,
        named: true,
    };
    let today = Date::constant(2026, 12, 31);
    let (mut documents, problems) = read(&source, text.into_bytes(), None, today);
    assert!(problems.is_empty(), "{path}: {problems:?}");
    let document = documents.remove(0);
    let (language, name) = path.split_once('/').unwrap();
    let detected = document.language.map(|language| language.to_string());
    assert_eq!(detected.as_deref(), Some(language), "{path}");
    let date = document.trusted_date().map(|date| date.to_string());
    assert_eq!(date.as_deref(), name.get(..10), "{path}");
    Marked {
        language: language.to_owned(),
        document,
        marks,
        path,
    }
}

impl Marked {
    /// Returns a span as a mark.
    fn shown(&self, entity: &str, form: &str, start: usize, end: usize) -> String {
        let surface = self.document.text[start..end].replace('\n', "\\n");
        format!("[{entity}/{form}:{surface}]")
    }

    fn shown_mention(&self, mention: &Mention, gazetteer: &Gazetteer) -> String {
        let id = &gazetteer.entity(mention.entity).id;
        self.shown(
            id,
            mention.form.as_str(),
            mention.span.start,
            mention.span.end,
        )
    }

    /// Returns the place of an offset: the file and the line, which the marks do not change.
    fn line(&self, offset: usize) -> String {
        let n_lines = self.document.text[..offset].matches('\n').count();
        format!("{}:{}", self.path, n_lines + 1)
    }

    /// Counts what is right, wrong and missed. A place counts neither way, nor does an office that stands for nobody.
    fn score(&self, score: &mut Score) {
        let mentions = BUNDLED.mentions(&self.document.text, match_context(&self.document));
        let gazetteer = BUNDLED.gazetteer();
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let mut wrong: Vec<&Mention> = Vec::new();
        for mention in mentions.iter().filter(|it| it.form != Form::Place) {
            let kind = &gazetteer.kind_of(mention.entity).id;
            if let Some(position) = self.mark_of(mention, &gazetteer) {
                found.insert(position);
            } else if kind != "office" {
                score.count(mention.form.as_str(), kind, WRONG);
                wrong.push(mention);
            }
        }
        let mut missed: Vec<&Mark> = Vec::new();
        for (position, mark) in self.marks.iter().enumerate() {
            let reading = Reading::of(mark);
            let kind = reading.kind(&gazetteer);
            let kind = kind.unwrap_or_else(|flaw| panic!("{}: {flaw}", self.line(mark.start)));
            if reading.is_optional {
                continue;
            }
            let is_found = found.contains(&position);
            score.count(form(mark), &kind, if is_found { RIGHT } else { MISSED });
            if !is_found {
                missed.push(mark);
            }
        }
        let places = mentions.iter().filter(|it| it.form == Form::Place);
        score
            .faults
            .extend(self.faults(&missed, wrong, &places.collect::<Vec<_>>(), &gazetteer));
    }

    /// Returns which mark, by its position, a mention answers.
    fn mark_of(&self, mention: &Mention, gazetteer: &Gazetteer) -> Option<usize> {
        let entity = gazetteer.entity(mention.entity);
        self.marks.iter().position(|mark| {
            (mark.start, mark.end) == (mention.span.start, mention.span.end)
                && Reading::of(mark).means(entity)
        })
    }

    /// Tells of what was missed, with what stands there instead, and of what else is wrong, in the order of the text.
    fn faults(
        &self,
        missed: &[&Mark],
        mut wrong: Vec<&Mention>,
        places: &[&Mention],
        gazetteer: &Gazetteer,
    ) -> Vec<String> {
        let mut faults: Vec<(usize, String)> = Vec::new();
        for mark in missed {
            let overlaps =
                |mention: &&Mention| mark.start < mention.span.end && mention.span.start < mark.end;
            let (mut instead, rest): (Vec<_>, Vec<_>) = wrong.into_iter().partition(overlaps);
            wrong = rest;
            instead.extend(places.iter().copied().filter(overlaps));
            let instead: Vec<String> = instead
                .into_iter()
                .map(|mention| self.shown_mention(mention, gazetteer))
                .collect();
            let expected = self.shown(&mark.entity, form(mark), mark.start, mark.end);
            let found = if instead.is_empty() {
                "nothing".to_owned()
            } else {
                instead.join(" ")
            };
            faults.push((mark.start, format!("expected {expected}, found {found}")));
        }
        faults.extend(wrong.into_iter().map(|mention| {
            let found = self.shown_mention(mention, gazetteer);
            (
                mention.span.start,
                format!("expected nothing, found {found}"),
            )
        }));
        faults.sort();
        faults
            .into_iter()
            .map(|(offset, fault)| format!("{}: {fault}", self.line(offset)))
            .collect()
    }
}

fn form(mark: &Mark) -> &str {
    mark.form.as_deref().expect("a mark has a form")
}

/// Returns precision and recall in hundredths; 100 where there is nothing to be wrong about.
fn rates([right, wrong, missed]: Counts) -> (f64, f64) {
    let share = |of: u32| {
        if of == 0 {
            100.0
        } else {
            100.0 * f64::from(right) / f64::from(of)
        }
    };
    (share(right + wrong), share(right + missed))
}

fn table(scores: &Scores) -> String {
    let mut table = format!(
        "{:<4} {:<5} {:<13} {:>5} {:>5} {:>6} {:>9} {:>6}\n",
        "", "", "", "right", "wrong", "missed", "precision", "recall"
    );
    let mut totals: BTreeMap<(&str, &str), Counts> = BTreeMap::new();
    let mut row = |language: &str, group: &str, key: &str, counts: Counts| {
        let [right, wrong, missed] = counts;
        let (precision, recall) = rates(counts);
        let _ = writeln!(
            table,
            "{language:<4} {group:<5} {key:<13} {right:>5} {wrong:>5} {missed:>6} {precision:>9.1} {recall:>6.1}"
        );
    };
    for (language, score) in scores {
        for (group, key, counts) in score.rows() {
            row(language, group, key, counts);
            for key in [(group, key), (group, "any")] {
                let total = totals.entry(key).or_default();
                for (sum, count) in total.iter_mut().zip(counts) {
                    *sum += count;
                }
            }
        }
    }
    for ((group, key), counts) in totals {
        row("all", group, key, counts);
    }
    table
}

/// Returns the figures that are worse than before: fewer right, more wrong, more missed.
fn losses(before: &Scores, now: &Scores) -> Vec<String> {
    let none = Score::default();
    let mut losses = Vec::new();
    for language in before.keys().chain(now.keys()).collect::<BTreeSet<_>>() {
        let before = before.get(language).unwrap_or(&none);
        let now = now.get(language).unwrap_or(&none);
        let keys = before.rows().chain(now.rows());
        let keys: BTreeSet<(&str, &str)> = keys.map(|(group, key, _)| (group, key)).collect();
        for (group, key) in keys {
            let of = |score: &Score| {
                let mut rows = score.rows();
                rows.find(|row| (row.0, row.1) == (group, key))
                    .map_or([0; 3], |row| row.2)
            };
            let (old, new) = (of(before), of(now));
            if new[RIGHT] < old[RIGHT] || new[WRONG] > old[WRONG] || new[MISSED] > old[MISSED] {
                losses.push(format!("{language} {group} {key}: {old:?} -> {new:?}"));
            }
        }
    }
    losses
}

/// Returns the faults of one that the other does not have.
fn difference(these: &Scores, others: &Scores) -> Vec<String> {
    let faults = |scores: &Scores| -> BTreeSet<String> {
        scores
            .values()
            .flat_map(|score| score.faults.iter().cloned())
            .collect()
    };
    faults(these).difference(&faults(others)).cloned().collect()
}

fn written(scores: &Scores) -> String {
    let mut text = String::from(
        "# What the matcher makes of the articles marked by hand: [right, wrong, missed] by form and by kind, and the known faults.\n\
         # Written by `IBID_GOLD_UPDATE=1 cargo test marked_by_hand`.\n",
    );
    for (language, score) in scores {
        let _ = write!(text, "\n[{language}]\nfaults = [\n");
        for fault in &score.faults {
            let _ = writeln!(text, "  {},", toml::Value::from(fault.as_str()));
        }
        text.push_str("]\n");
        for (group, key, counts) in score.rows() {
            let _ = writeln!(text, "{group}.{key} = {counts:?}");
        }
    }
    text
}

#[test]
fn marked_by_hand() {
    let mut scores = Scores::new();
    for article in articles() {
        article.score(scores.entry(article.language.clone()).or_default());
    }
    println!("{}", table(&scores));
    for fault in scores.values().flat_map(|score| &score.faults) {
        println!("{fault}");
    }
    let file = gold().join("scores.toml");
    if std::env::var_os(UPDATE).is_some() {
        std::fs::write(&file, written(&scores)).unwrap();
    }
    let before: Scores = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    let losses = losses(&before, &scores);
    assert!(
        losses.is_empty(),
        "worse than in {}, [right, wrong, missed]:\n{}\nnew faults:\n{}",
        file.display(),
        losses.join("\n"),
        difference(&scores, &before).join("\n")
    );
    let mended = difference(&before, &scores);
    if !mended.is_empty() {
        println!(
            "mended, {UPDATE}=1 raises the floor in {}:\n{}",
            file.display(),
            mended.join("\n")
        );
    }
}

#[test]
fn scores_are_written_as_they_are_read() {
    let mut scores = Scores::new();
    let score = scores.entry("fr".to_owned()).or_default();
    score.count("name", "state", RIGHT);
    score.count("acronym", "organisation", MISSED);
    score
        .faults
        .push("fr/a.marked:1: expected \"x\"".to_owned());
    assert_eq!(toml::from_str::<Scores>(&written(&scores)), Ok(scores));
}

#[test]
fn a_loss_is_told() {
    let score = |counts: Counts| {
        let mut scores = Scores::new();
        let of = scores.entry("en".to_owned()).or_default();
        of.form.insert("name".to_owned(), counts);
        scores
    };
    let before = score([10, 1, 2]);
    for (now, n_losses) in [
        ([10, 1, 2], 0),
        ([11, 1, 1], 0),
        ([9, 1, 3], 1),
        ([11, 2, 1], 1),
        ([11, 0, 3], 1),
    ] {
        assert_eq!(losses(&before, &score(now)).len(), n_losses, "{now:?}");
    }
    assert_eq!(losses(&before, &Scores::new()).len(), 1);
    assert_eq!(losses(&Scores::new(), &before).len(), 1);
}
