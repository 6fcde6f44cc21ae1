//! The reasons given for a role: the tenure, the date, and where each was read.

use ibid::corpus::{Date, sample_sources};
use ibid::gazetteer::bundled;
use ibid::index::{Collection, Snapshot};

use super::marked::BUNDLED;

fn sample() -> Snapshot {
    let mut collection = Collection::new("sample".to_owned(), Vec::new());
    collection.add(&sample_sources(), &BUNDLED, Date::constant(2026, 12, 31));
    collection.snapshot(&BUNDLED, 0)
}

/// Returns why the first "American president" of an article is lit.
fn why(snapshot: &Snapshot, path: &str) -> Vec<String> {
    let (doc, document) = snapshot
        .documents()
        .find(|(_, document)| document.path == path)
        .unwrap();
    let offset = document.text.find("American president").unwrap();
    snapshot.explain(&BUNDLED, doc, offset)
}

#[test]
fn the_american_president_is_who_held_the_office_that_day() {
    let snapshot = sample();
    for (path, who, tenure, date) in [
        (
            "2022-06-madrid-summit.md",
            "Joe Biden",
            "from 2021-01-20 to 2025-01-19",
            "2022-06-30",
        ),
        (
            "2025-06-hague-summit.md",
            "Donald Trump",
            "from 2025-01-20 on",
            "2025-06-26",
        ),
        (
            "2018-07-helsinki-summit.md",
            "Donald Trump",
            "from 2017-01-20 to 2021-01-19",
            "2018-07-17",
        ),
    ] {
        let lines = why(&snapshot, path);
        assert!(
            lines[0].starts_with(&format!("“American president” is {who} ")),
            "{lines:#?}"
        );
        assert!(
            lines.contains(&format!("date     {date}, from front matter")),
            "{lines:#?}"
        );
        let office = lines
            .iter()
            .find(|line| line.starts_with("office "))
            .unwrap();
        assert!(office.contains(&format!("{who} {tenure}")), "{office}");
        // The place is the row of that tenure, not of an earlier one.
        let line: usize = office.rsplit(':').nth(1).unwrap().parse().unwrap();
        let offices = bundled()
            .into_iter()
            .find(|(file, _)| file.path.ends_with("bundled:offices.toml"));
        let (_, text) = offices.unwrap();
        let row = text.lines().nth(line - 1).unwrap();
        let from = tenure.split(' ').nth(1).unwrap();
        assert!(row.contains(from), "{row}");
    }
}
