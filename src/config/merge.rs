//! Layers of TOML laid over one another by one rule, every value knowing where it was written.
//!
//! The bundled layer is the schema: a later layer may set what the bundled one has, to a value of the same type; a table that is empty
//! there takes any key. What breaks the rule is complained about and left out, the rest of the layer stands.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::nearest;
use crate::diagnostic::{Diagnostic, SourceText};

/// A file of settings: its path and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerText {
    /// Where it is; for what is bundled a name such as `bundled:config.example.toml`.
    pub path: PathBuf,
    /// What it says.
    pub text: String,
}

/// A value and the place that it was written at.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Node {
    pub(super) value: Value,
    layer: usize,
    pub(super) span: Range<usize>,
}

/// A value of one of the types that settings have.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value {
    Bool(bool),
    Integer(i64),
    Text(String),
    List(Vec<Node>),
    Table(Table),
    /// Something that no setting is.
    Other,
}

/// The table of a value: each key with its place and what it is.
type Table = BTreeMap<String, (Range<usize>, Node)>;

impl Node {
    /// Returns the text that the value is, if it is one.
    pub(super) fn text(&self) -> Option<&str> {
        if let Value::Text(text) = &self.value {
            Some(text)
        } else {
            None
        }
    }

    /// Returns the number that the value is, if it is one.
    pub(super) const fn integer(&self) -> Option<i64> {
        if let Value::Integer(number) = self.value {
            Some(number)
        } else {
            None
        }
    }

    /// Returns the truth that the value is, if it is one.
    pub(super) const fn flag(&self) -> Option<bool> {
        if let Value::Bool(flag) = self.value {
            Some(flag)
        } else {
            None
        }
    }

    /// Returns the list that the value is, if it is one.
    pub(super) fn list(&self) -> Option<&[Self]> {
        if let Value::List(nodes) = &self.value {
            Some(nodes)
        } else {
            None
        }
    }

    /// Returns the table that the value is, if it is one.
    pub(super) const fn table(&self) -> Option<&Table> {
        if let Value::Table(table) = &self.value {
            Some(table)
        } else {
            None
        }
    }
}

impl Value {
    const fn type_name(&self) -> &'static str {
        match self {
            Self::Bool(_) => "true or false",
            Self::Integer(_) => "a whole number",
            Self::Text(_) => "a text in quotes",
            Self::List(_) => "a list",
            Self::Table(_) => "a table",
            Self::Other => "something else",
        }
    }
}

/// Where a value was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// In which file.
    pub path: PathBuf,
    /// At which line, from 1.
    pub line: u32,
    /// At which column in characters, from 1.
    pub column: u32,
    /// Whether the file is bundled, so that the value is the default.
    pub bundled: bool,
}

/// All layers laid over one another.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    layers: Vec<LayerText>,
    root: Node,
}

impl Merged {
    /// Returns the layers laid over one another, the first being the bundled one, and what is wrong with them.
    pub(super) fn new(layers: Vec<LayerText>) -> (Self, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut root: Option<Node> = None;
        for (index, layer) in layers.iter().enumerate() {
            let source = SourceText::new(&layer.path, &layer.text);
            match parse(&source, index) {
                Err(problem) => problems.push(problem),
                Ok(node) => match &mut root {
                    None => root = Some(node),
                    Some(root) => lay_over(root, node, "", &source, &mut problems),
                },
            }
        }
        let root = root.unwrap_or(Node {
            value: Value::Table(BTreeMap::new()),
            layer: 0,
            span: 0..0,
        });
        (Self { layers, root }, problems)
    }

    /// Returns the value at a dotted path.
    pub(super) fn get(&self, path: &str) -> Option<&Node> {
        path.split('.').try_fold(&self.root, |node, key| {
            node.table()?.get(key).map(|(_, node)| node)
        })
    }

    /// Returns the keys of the table at a dotted path with their values, each with the place of the key.
    pub(super) fn table(&self, path: &str) -> Vec<(&str, &Node, Written)> {
        let Some(table) = self.get(path).and_then(Node::table) else {
            return Vec::new();
        };
        table
            .iter()
            .map(|(key, (span, node))| {
                (key.as_str(), node, self.written_at(node.layer, span.start))
            })
            .collect()
    }

    /// Returns where a value was written.
    pub(super) fn written(&self, node: &Node) -> Written {
        self.written_at(node.layer, node.span.start)
    }

    fn written_at(&self, layer: usize, offset: usize) -> Written {
        let text = &self.layers[layer];
        let (line, column) = SourceText::new(&text.path, &text.text).line_and_column(offset);
        Written {
            path: text.path.clone(),
            line,
            column,
            bundled: layer == 0,
        }
    }

    /// Returns a complaint about a value, with its place and its line.
    pub(super) fn complain(&self, node: &Node, complaint: Diagnostic) -> Diagnostic {
        let layer = &self.layers[node.layer];
        SourceText::new(&layer.path, &layer.text).place(complaint, node.span.clone())
    }

    /// Returns the folder that paths in a value are relative to; `None` for what is bundled.
    pub(super) fn folder_of(&self, node: &Node) -> Option<&Path> {
        (node.layer > 0)
            .then(|| self.layers[node.layer].path.parent())
            .flatten()
    }

    /// Returns every value by its dotted path, in order, as TOML, and where it was written.
    ///
    /// A reader sees with it which file says what.
    pub fn values(&self) -> Vec<(String, String, Written)> {
        let mut values = Vec::new();
        self.collect(&self.root, "", &mut values);
        values
    }

    fn collect(&self, node: &Node, path: &str, values: &mut Vec<(String, String, Written)>) {
        let Some(table) = node.table() else {
            values.push((path.to_owned(), printed(&node.value), self.written(node)));
            return;
        };
        for (key, (_, node)) in table {
            self.collect(node, &join(path, key), values);
        }
    }
}

/// Returns a value as it would be written.
fn printed(value: &Value) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Integer(value) => value.to_string(),
        Value::Text(text) => toml::Value::String(text.clone()).to_string(),
        Value::List(nodes) => {
            let items: Vec<String> = nodes.iter().map(|node| printed(&node.value)).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(_) | Value::Other => String::new(),
    }
}

/// Returns a dotted path, with quotes around a key that TOML would not take bare.
fn join(path: &str, key: &str) -> String {
    let bare = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let key = if bare {
        key.to_owned()
    } else {
        toml::Value::String(key.to_owned()).to_string()
    };
    if path.is_empty() {
        key
    } else {
        format!("{path}.{key}")
    }
}

/// Reads a layer.
pub(super) fn parse(source: &SourceText<'_>, layer: usize) -> Result<Node, Diagnostic> {
    let table = DeTable::parse(source.text()).map_err(|error| {
        let complaint = Diagnostic::error(error.message().trim().to_lowercase())
            .hint("nothing of this file is used until it is mended");
        source.place(complaint, error.span().unwrap_or(0..0))
    })?;
    let span = table.span();
    Ok(Node {
        value: table_value(table.get_ref(), layer),
        layer,
        span,
    })
}

fn table_value(table: &DeTable<'_>, layer: usize) -> Value {
    let entries = table.iter().map(|(key, value)| {
        let name = key.get_ref().to_string();
        (name, (key.span(), node(value, layer)))
    });
    Value::Table(entries.collect())
}

fn node(value: &Spanned<DeValue<'_>>, layer: usize) -> Node {
    let of = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(number) => {
            let parsed = i64::from_str_radix(number.as_str(), number.radix());
            parsed.map_or(Value::Other, Value::Integer)
        }
        DeValue::Boolean(value) => Value::Bool(*value),
        DeValue::Array(items) => Value::List(items.iter().map(|item| node(item, layer)).collect()),
        DeValue::Table(table) => table_value(table, layer),
        DeValue::Float(_) | DeValue::Datetime(_) => Value::Other,
    };
    Node {
        value: of,
        layer,
        span: value.span(),
    }
}

fn lay_over(
    base: &mut Node,
    over: Node,
    path: &str,
    source: &SourceText<'_>,
    problems: &mut Vec<Diagnostic>,
) {
    let same_type = std::mem::discriminant(&base.value) == std::mem::discriminant(&over.value);
    match (&mut base.value, over.value) {
        (Value::Table(below), Value::Table(above)) => {
            // Empty in the bundled layer: anything goes.
            let open = below.is_empty() || below.values().all(|(_, node)| node.layer > 0);
            for (key, (span, node)) in above {
                let path = join(path, &key);
                if let Some((at, base)) = below.get_mut(&key) {
                    lay_over(base, node, &path, source, problems);
                    *at = span;
                } else if open {
                    below.insert(key, (span, node));
                } else {
                    let mut complaint = Diagnostic::error(format!("unknown option `{path}`"));
                    if let Some(known) = nearest(&key, below.keys().map(String::as_str)) {
                        complaint = complaint.hint(format!("did you mean `{known}`?"));
                    }
                    problems.push(source.place(complaint, span));
                }
            }
        }
        (below, above) if same_type || base.layer > 0 => {
            *below = above;
            base.layer = over.layer;
            base.span = over.span;
        }
        (below, above) => {
            let (wanted, found) = (below.type_name(), above.type_name());
            let complaint = Diagnostic::error(format!("`{path}` takes {wanted}, not {found}"));
            problems.push(source.place(complaint, over.span));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(path: &str, text: &str) -> LayerText {
        LayerText {
            path: path.into(),
            text: text.to_owned(),
        }
    }

    const BUNDLED: &str = "[reader]\nmeasure = 80\nmouse = true\nfiles = []\n[keys.reading]\n";

    fn merge(user: &str) -> (Merged, Vec<Diagnostic>) {
        Merged::new(vec![layer("bundled", BUNDLED), layer("u.toml", user)])
    }

    #[test]
    fn a_later_value_wins_and_says_where_it_was_written() {
        let (merged, problems) =
            merge("[reader]\n measure = 72\n[keys.reading]\n\"gg\" = \"top\"\n");
        assert_eq!(problems, []);
        let printed: Vec<String> = merged
            .values()
            .into_iter()
            .map(|(path, value, at)| {
                format!(
                    "{path}={value} {}:{}:{}",
                    at.path.display(),
                    at.line,
                    at.column
                )
            })
            .collect();
        assert_eq!(
            printed,
            [
                "keys.reading.gg=\"top\" u.toml:4:8",
                "reader.files=[] bundled:4:9",
                "reader.measure=72 u.toml:2:12",
                "reader.mouse=true bundled:3:9",
            ]
        );
    }

    #[test]
    fn what_breaks_the_rule_is_left_out_with_a_complaint() {
        for (user, complaint, hint) in [
            (
                "[reader]\nmesure = 3",
                "u.toml:2:1: unknown option `reader.mesure`",
                Some("did you mean `measure`?"),
            ),
            (
                "[readr]\nx = 3",
                "u.toml:1:2: unknown option `readr`",
                Some("did you mean `reader`?"),
            ),
            (
                "[reader]\nmeasure = \"80\"",
                "u.toml:2:11: `reader.measure` takes a whole number, not a text in quotes",
                None,
            ),
            (
                "reader = 3",
                "u.toml:1:10: `reader` takes a table, not a whole number",
                None,
            ),
            (
                "[reader]\nmeasure = 1.5",
                "u.toml:2:11: `reader.measure` takes a whole number, not something else",
                None,
            ),
        ] {
            let (merged, problems) = merge(&format!("{user}\n"));
            let lines: Vec<String> = problems.iter().map(Diagnostic::one_line).collect();
            assert_eq!(lines, [complaint]);
            assert_eq!(problems[0].hint.as_deref(), hint);
            assert_eq!(
                merged.get("reader.measure").unwrap().value,
                Value::Integer(80)
            );
        }
    }

    #[test]
    fn a_broken_layer_is_left_out_whole() {
        let (merged, problems) = merge("[reader]\nmeasure = 72\nmouse = \n");
        assert_eq!(problems.len(), 1);
        let place = problems[0].place.clone().unwrap();
        assert_eq!((place.path, place.line), ("u.toml".into(), 3));
        assert_eq!(
            merged.get("reader.measure").unwrap().value,
            Value::Integer(80)
        );
    }
}
