//! Which statements of a bundled file are read: what every document needs first, then the forms of one language after another.
//!
//! Thirteen languages with their inflections, and names in two hundred, are several megabytes of TOML; a corpus has two or three of them.
//! So the lines of the others are not parsed at all: they are blanked out before, which keeps every line number. The files that come
//! with the program are written one statement to a line or to a block of indented lines (a test sees to it), which is what makes this
//! possible without reading TOML. The reader's own files are free in their form and always read whole.

use std::ops::Range;

use super::AliasClass;
use crate::text::Language;

/// A part of a bundled file. `Core` and `Tagged` of every language make the whole file, each statement in exactly one of them, but for
/// `solo` and `shared`, which mark forms of both.
#[derive(Clone, Copy)]
pub(super) enum Part<'w> {
    /// Entities, their facts, and the forms that are valid in every language.
    Core,
    /// The forms tagged with a language that is wanted, under the headers they belong to.
    Tagged(&'w (dyn Fn(Language) -> bool + Sync)),
}

/// The lists that mark forms listed elsewhere.
const MARKS: [&str; 2] = ["solo", "shared"];

/// Returns a file with the statements of other parts blanked out, line by line.
pub(super) fn select(text: &str, part: Part<'_>) -> String {
    let mut selected = String::with_capacity(match part {
        Part::Core => text.len(),
        Part::Tagged(_) => text.len() / 4,
    });
    let mut section = Section::new("", Statement::default());
    for statement in statements(text) {
        let line = text.get(statement.range.clone()).unwrap_or_default();
        if line.starts_with('[') {
            section.write(text, part, &mut selected);
            section = Section::new(line, statement);
        } else {
            section.add(line, statement, part);
        }
    }
    section.write(text, part, &mut selected);
    selected
}

/// A statement and the lines up to the next.
#[derive(Debug, Default)]
struct Statement {
    /// Bytes of the file.
    range: Range<usize>,
    n_line_ends: usize,
}

/// Returns the statements of a file: each begins in the first column and goes on over lines that do not.
fn statements(text: &str) -> Vec<Statement> {
    let begins = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'[' | b'"' | b'_');
    let bytes = text.as_bytes();
    let mut statements = Vec::new();
    let mut statement = Statement::default();
    for (at, _) in text.match_indices('\n') {
        statement.n_line_ends += 1;
        if bytes.get(at + 1).is_some_and(|&byte| begins(byte)) {
            statement.range.end = at + 1;
            statements.push(std::mem::take(&mut statement));
            statement.range.start = at + 1;
        }
    }
    statement.range.end = text.len();
    statements.push(statement);
    statements
}

/// A table header and the statements under it.
struct Section {
    /// Whether its keys are languages: `[titles.president]`.
    is_title: bool,
    /// Whether another part than `Core` may need it.
    is_for_all: bool,
    header: Statement,
    /// Each with whether it belongs to the part.
    statements: Vec<(Statement, bool)>,
}

impl Section {
    fn new(header: &str, at: Statement) -> Self {
        Self {
            is_title: header.starts_with("[titles."),
            is_for_all: header.starts_with("[endings]") || header.starts_with("[kinds"),
            header: at,
            statements: Vec::new(),
        }
    }

    fn add(&mut self, line: &str, at: Statement, part: Part<'_>) {
        let belongs = self.has(line, part);
        self.statements.push((at, belongs));
    }

    fn has(&self, line: &str, part: Part<'_>) -> bool {
        let key = line.split('=').next().unwrap_or_default().trim_end();
        let (list, tag) = if self.is_title {
            ("titles", key)
        } else {
            key.split_once('.').unwrap_or((key, "\"*\""))
        };
        let tag: Option<Language> = Some(tag)
            .filter(|_| AliasClass::ALL.iter().any(|class| class.key() == list))
            .and_then(|tag| tag.trim_matches('"').parse().ok());
        match (part, tag) {
            (Part::Core, tag) => tag.is_none(),
            (Part::Tagged(_), _) if self.is_for_all => true,
            (Part::Tagged(wants), Some(language)) => wants(language),
            (Part::Tagged(_), None) => key == "schema" || MARKS.contains(&list),
        }
    }

    fn write(&self, text: &str, part: Part<'_>, selected: &mut String) {
        let is_needed = self.statements.iter().any(|(_, belongs)| *belongs);
        let mut put = |statement: &Statement, keep: bool| {
            if keep {
                selected.push_str(text.get(statement.range.clone()).unwrap_or_default());
            } else {
                selected.extend(std::iter::repeat_n('\n', statement.n_line_ends));
            }
        };
        put(&self.header, is_needed || matches!(part, Part::Core));
        for (statement, belongs) in &self.statements {
            put(statement, *belongs);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# about\nschema = 1\nnot.fr = [\n  \"a b\",\n]\n\n[titles.president]\nen = \"<adj> president\"\n\
        \"*\" = \"<name>-P\"\n\n[state.russia]\nname = \"Russia\"\nnames.en = \"Russia\"\nnames.fr = [\"Russie\"]\nsolo = \"Russie\"\n\n\
        [leader]\nputin = { name = \"P\", names = { fr = \"Poutine\" } }\n";

    fn selected(part: Part<'_>) -> Vec<(usize, String)> {
        let selected = select(TEXT, part);
        assert_eq!(selected.lines().count(), TEXT.lines().count());
        (1..)
            .zip(selected.lines())
            .filter(|(_, line)| !line.is_empty())
            .map(|(number, line)| (number, line.to_owned()))
            .collect()
    }

    #[test]
    fn the_core_is_what_has_no_language() {
        let lines: Vec<usize> = selected(Part::Core).iter().map(|(at, _)| *at).collect();
        assert_eq!(lines, [1, 2, 7, 9, 11, 12, 15, 17, 18]);
    }

    #[test]
    fn a_language_comes_with_its_headers_and_marks() {
        let french = selected(Part::Tagged(&|language| language.as_str() == "fr"));
        let lines: Vec<usize> = french.iter().map(|(at, _)| *at).collect();
        assert_eq!(lines, [2, 3, 4, 5, 11, 14, 15]);
        let english = selected(Part::Tagged(&|language| language == Language::ENGLISH));
        let lines: Vec<usize> = english.iter().map(|(at, _)| *at).collect();
        assert_eq!(lines, [2, 7, 8, 11, 13, 15]);
    }
}
