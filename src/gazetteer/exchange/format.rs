//! The formats, and which of them a file is in.

use std::path::Path;

use encoding_rs::UTF_8;

/// A format that gazetteers are exchanged in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// `id,kind,lang,class,form` with a header, separated by commas.
    Csv,
    /// The same, separated by tabs.
    Tsv,
    /// An entity a line, with the keys of the gazetteer files.
    Jsonl,
    /// Patterns of spaCy's `EntityRuler` and of Prodigy.
    Spacy,
    /// A `lists.def` of GATE with its `.lst` files.
    Gate,
    /// Text and label, a tab between them, as `INCEpTION` reads them.
    Inception,
    /// JRC-Names: number, `P` or `O`, language, and the name with `+` for each space.
    JrcNames,
    /// What a query of Wikidata gives: `item`, `itemLabel`, `itemAltLabel`.
    WikidataCsv,
    /// Entities of Wikidata as JSON: of one, of several, or a line each.
    WikidataJson,
}

/// How much of a file is looked at to tell its format.
const HEAD_BYTES: usize = 4096;

impl Format {
    /// All formats.
    pub const ALL: [Self; 9] = [
        Self::Csv,
        Self::Tsv,
        Self::Jsonl,
        Self::Spacy,
        Self::Gate,
        Self::Inception,
        Self::JrcNames,
        Self::WikidataCsv,
        Self::WikidataJson,
    ];

    /// Returns the name of the format, as it is typed.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Jsonl => "jsonl",
            Self::Spacy => "spacy",
            Self::Gate => "gate",
            Self::Inception => "inception",
            Self::JrcNames => "jrc-names",
            Self::WikidataCsv => "wikidata-csv",
            Self::WikidataJson => "wikidata-json",
        }
    }

    /// Returns the format of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns whether entities can be written in the format; the others are only read.
    pub const fn is_written(self) -> bool {
        !matches!(self, Self::WikidataCsv | Self::WikidataJson)
    }

    /// Returns the format of a file by its name and, where several share an ending, by its first line.
    ///
    /// ```
    /// use ibid::gazetteer::exchange::Format;
    /// let of = |name: &str, head: &str| Format::of(name.as_ref(), head.as_bytes());
    /// assert_eq!(of("a.jsonl", "{\"label\": \"ORG\", \"pattern\": \"NATO\"}"), Some(Format::Spacy));
    /// assert_eq!(of("names.txt", "1\tP\tu\tVladimir+Putin"), Some(Format::JrcNames));
    /// assert_eq!(of("notes.odt", ""), None);
    /// ```
    pub fn of(path: &Path, head: &[u8]) -> Option<Self> {
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        let head = UTF_8.decode(head.get(..HEAD_BYTES).unwrap_or(head)).0;
        let mut lines = head.lines().map(str::trim_end);
        let first = lines
            .find(|line| !line.trim().is_empty() && !line.starts_with('#'))
            .unwrap_or_default();
        match ending {
            "def" | "lst" => Some(Self::Gate),
            "csv" if is_of_wikidata(first) => Some(Self::WikidataCsv),
            "csv" => Some(Self::Csv),
            "json" | "jsonl" | "ndjson" => Some(of_json(&name, &head)),
            "tsv" | "tab" | "txt" if is_of_jrc(first) => Some(Self::JrcNames),
            "tsv" | "tab" if is_of_wikidata(first) => Some(Self::WikidataCsv),
            "tsv" | "tab" | "txt"
                if first.matches('\t').count() == 1 && !first.starts_with("id\t") =>
            {
                Some(Self::Inception)
            }
            "tsv" | "tab" => Some(Self::Tsv),
            _ => None,
        }
    }
}

fn is_of_wikidata(header: &str) -> bool {
    header.contains("Label")
        && header
            .split([',', '\t'])
            .map(|column| column.trim_matches(['"', '?', ' ']))
            .any(|column| header.contains(&format!("{column}Label")))
}

fn is_of_jrc(line: &str) -> bool {
    let columns: Vec<&str> = line.split('\t').collect();
    columns.len() >= 4
        && columns.first().is_some_and(|id| is_number(id))
        && columns
            .get(1)
            .is_some_and(|kind| matches!(*kind, "P" | "O" | "U" | "T" | "E" | "p" | "o"))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Tells the formats in JSON apart by their keys.
fn of_json(name: &str, head: &str) -> Format {
    if head.contains("\"pattern\"") && head.contains("\"label\"") {
        Format::Spacy
    } else if head.contains("\"labels\"") || head.contains("\"entities\"") {
        Format::WikidataJson
    } else if name.contains("patterns") {
        Format::Spacy
    } else {
        Format::Jsonl
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_its_name_and_its_first_line() {
        let table = [
            ("people.csv", "id,kind,lang,class,form", Some(Format::Csv)),
            ("query.csv", "item,itemLabel", Some(Format::WikidataCsv)),
            ("a.TSV", "id\tkind\tlang\tclass\tform", Some(Format::Tsv)),
            ("a.tsv", "id\tform", Some(Format::Tsv)),
            ("a.tsv", "NATO\tORG", Some(Format::Inception)),
            ("a.txt", "# list\nNATO\tORG", Some(Format::Inception)),
            (
                "entities.txt",
                "7\tO\ten\tUnited+Nations",
                Some(Format::JrcNames),
            ),
            ("a.txt", "NATO", None),
            ("lists.def", "", Some(Format::Gate)),
            ("country.lst", "France", Some(Format::Gate)),
            (
                "a.jsonl",
                "{\"kind\":\"state\",\"id\":\"x\"}",
                Some(Format::Jsonl),
            ),
            ("my_patterns.jsonl", "", Some(Format::Spacy)),
            (
                "Q1.json",
                "{\"entities\":{\"Q1\":{}}}",
                Some(Format::WikidataJson),
            ),
            ("a.xml", "<a/>", None),
            ("noending", "id,form", None),
        ];
        for (name, head, expected) in table {
            assert_eq!(
                Format::of(Path::new(name), head.as_bytes()),
                expected,
                "{name}: {head}"
            );
        }
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
        }
    }
}
