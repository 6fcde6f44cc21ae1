//! The sample corpus that comes with the program.

use super::{Input, SourceRef};

macro_rules! samples {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../assets/sample/", $name)))),*]
    };
}

/// The articles by name.
const ARTICLES: [(&str, &str); 16] = samples![
    "2015-02-minsk.md",
    "2015-12-paris-climat.md",
    "2016-06-brexit-vote.md",
    "2018-07-helsinki-summit.md",
    "2019-12-london-leaders.md",
    "2021-09-aukus.md",
    "2022-02-invasion.md",
    "2022-06-madrid-summit.md",
    "2023-07-vilnius.md",
    "2024-07-washington-summit.md",
    "2024-12-mercosur.md",
    "2024-12-notre-dame.md",
    "2025-05-kanzler-merz.md",
    "2025-05-pope-leo.md",
    "2025-06-hague-summit.md",
    "2026-01-un-last-year.md",
];

/// Returns the sources of the sample corpus, ordered by path.
pub fn sample_sources() -> Vec<SourceRef> {
    ARTICLES
        .into_iter()
        .map(|(name, text)| SourceRef {
            path: name.to_owned(),
            input: Input::Sample(text),
            named: true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Date, DateEvidence, discover, read};
    use crate::text::Language;

    #[test]
    fn every_article_of_the_folder_is_bundled() {
        let mut names: Vec<String> =
            std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample"))
                .unwrap()
                .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
                .collect();
        names.sort();
        assert_eq!(ARTICLES.map(|(name, _)| name).to_vec(), names);
    }

    #[test]
    fn every_article_says_when_and_in_what_language_it_was_written() {
        let mut languages = std::collections::BTreeMap::new();
        for source in sample_sources() {
            let bytes = discover::read_bytes(&source).unwrap().bytes;
            let (documents, problems) = read(&source, bytes, None, Date::constant(2026, 12, 31));
            assert!(problems.is_empty(), "{problems:?}");
            let [document] = &documents[..] else {
                panic!("{}", source.path)
            };
            assert_eq!(
                document.dated.unwrap().evidence,
                DateEvidence::FrontMatter,
                "{}",
                source.path
            );
            *languages
                .entry(document.language.unwrap().to_string())
                .or_insert(0) += 1;
        }
        assert!(languages[Language::ENGLISH.as_str()] >= 6 && languages["fr"] >= 4);
        assert!(languages["de"] >= 1 && languages["es"] >= 1);
    }
}
