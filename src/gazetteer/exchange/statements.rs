//! What the reader's own files say that a loaded gazetteer no longer shows: facts replaced, forms dropped, entities switched off.

use super::super::{Layer, SourceFile};

/// The keys in question.
const KEYS: [&str; 9] = [
    "name", "qid", "code", "note", "source", "title", "drop", "disabled", "replace",
];

/// What one `[kind.id]` of a file of the reader's says under these keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The kind, as it is written.
    pub kind: String,
    /// The id.
    pub id: String,
    /// `name`, `qid`, `code`, `note`, `source`, `title`, `drop`, `disabled`, `replace`, as far as they are there.
    pub keys: toml::Table,
}

/// Returns what the files after the bundled ones say, in the order of the files; one that is no TOML says nothing.
pub fn own_statements(files: &[(SourceFile, String)]) -> Vec<Statement> {
    let own = files
        .iter()
        .filter(|(file, _)| file.layer != Layer::Bundled);
    let mut statements = Vec::new();
    for table in own.filter_map(|(_, text)| text.parse::<toml::Table>().ok()) {
        for (kind, entries) in &table {
            for (id, entry) in entries.as_table().into_iter().flatten() {
                let Some(entry) = entry
                    .as_table()
                    .filter(|_| kind != "kinds" && kind != "titles")
                else {
                    continue;
                };
                let keys: toml::Table = KEYS
                    .into_iter()
                    .filter_map(|key| Some((key.to_owned(), entry.get(key)?.clone())))
                    .collect();
                if !keys.is_empty() {
                    statements.push(Statement {
                        kind: kind.clone(),
                        id: id.clone(),
                        keys,
                    });
                }
            }
        }
    }
    statements
}
