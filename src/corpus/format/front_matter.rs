//! Front matter: the few lines of YAML or TOML at the head of a Markdown file.
//!
//! Of YAML only what people write by hand is understood: `key: value` on one line, bare or quoted, and folded or literal blocks. Lists
//! and nested tables are passed over; their facts are not among those that are asked for.

use super::Facts;
use crate::corpus::DateEvidence;

/// Front matter that does not end within so many bytes is none.
const MAX_BYTES: usize = 64 * 1024;

/// The front matter of a text and the text after it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter<'a> {
    /// What it says.
    pub facts: Facts,
    /// The text after it; the whole text where there is none.
    pub body: &'a str,
    /// What could not be understood.
    pub problem: Option<String>,
}

/// Splits a text from its front matter: between lines of `---` as YAML, of `+++` as TOML.
///
/// A block without a single `key: value` is no front matter but text between two rules.
///
/// ```
/// use ibid::corpus::format::front_matter::split;
/// let found = split("---\ntitle: \"À Minsk\"\nlang: fr\n---\nIl était midi.\n");
/// assert_eq!(found.facts.title.as_deref(), Some("À Minsk"));
/// assert_eq!(found.body, "Il était midi.\n");
/// ```
pub fn split(text: &str) -> FrontMatter<'_> {
    let none = FrontMatter {
        body: text,
        ..FrontMatter::default()
    };
    for (fence, ends) in [("---", &["---", "..."][..]), ("+++", &["+++"])] {
        let Some((block, body)) = fenced(text, fence, ends) else {
            continue;
        };
        let mut facts = Facts::default();
        let problem = if fence == "+++" {
            match block.parse::<toml::Table>() {
                Ok(table) => {
                    toml_facts(&table, &mut facts);
                    None
                }
                Err(error) => Some(format!(
                    "front matter is not valid TOML: {}",
                    error.message()
                )),
            }
        } else if yaml_facts(block, &mut facts) {
            None
        } else {
            return none;
        };
        return FrontMatter {
            facts,
            body,
            problem,
        };
    }
    none
}

/// Returns what stands between a first line `fence` and the next line that is one of `ends`, and the text after that.
fn fenced<'a>(text: &'a str, fence: &str, ends: &[&str]) -> Option<(&'a str, &'a str)> {
    let mut lines = text.split_inclusive('\n');
    let first = lines.next()?;
    if first.trim_end() != fence {
        return None;
    }
    let mut end = first.len();
    for line in lines {
        if ends.contains(&line.trim_end()) {
            return Some((text.get(first.len()..end)?, text.get(end + line.len()..)?));
        }
        end += line.len();
        if end > MAX_BYTES {
            break;
        }
    }
    None
}

fn toml_facts(table: &toml::Table, facts: &mut Facts) {
    for (key, value) in table {
        match value {
            toml::Value::String(text) => set(facts, key, text),
            toml::Value::Datetime(date) => set(facts, key, &date.to_string()),
            toml::Value::Integer(_)
            | toml::Value::Float(_)
            | toml::Value::Boolean(_)
            | toml::Value::Array(_)
            | toml::Value::Table(_) => {}
        }
    }
    // `[extra]` and its like of site generators hold facts too, which give way to those at the top.
    for (key, text) in table.values().filter_map(toml::Value::as_table).flatten() {
        if let Some(text) = text.as_str() {
            set(facts, key, text);
        }
    }
}

/// Reads `key: value` lines; returns whether there was any.
fn yaml_facts(block: &str, facts: &mut Facts) -> bool {
    let mut any = false;
    let mut lines = block.lines().peekable();
    while let Some(line) = lines.next() {
        // Indented lines and `- ` belong to a list or a table.
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let is_key = !key.is_empty()
            && key
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | '"'));
        if !is_key || !(value.is_empty() || value.starts_with([' ', '\t', '\r'])) {
            continue;
        }
        any = true;
        let value = value.trim();
        if matches!(value, ">" | "|" | ">-" | "|-" | ">+" | "|+") {
            let mut folded = Vec::new();
            while let Some(next) =
                lines.next_if(|next| next.starts_with([' ', '\t']) || next.trim().is_empty())
            {
                folded.push(next.trim());
            }
            set(facts, key, folded.join(" ").trim());
        } else {
            set(facts, key, &scalar(value));
        }
    }
    any
}

/// Returns the text of a YAML scalar: quotes and comments taken off.
fn scalar(value: &str) -> String {
    if let Some(rest) = value.strip_prefix('\'') {
        // Within single quotes, two are one.
        let mut text = String::new();
        let mut chars = rest.chars().peekable();
        while let Some(c) = chars.next() {
            if c != '\'' {
                text.push(c);
            } else if chars.next_if_eq(&'\'').is_some() {
                text.push('\'');
            } else {
                break;
            }
        }
        return text;
    }
    if let Some(rest) = value.strip_prefix('"') {
        let mut text = String::new();
        let mut chars = rest.chars();
        while let Some(c) = chars.next() {
            match c {
                '"' => break,
                '\\' => match chars.next() {
                    Some('n' | 't') => text.push(' '),
                    Some(other) => text.push(other),
                    None => {}
                },
                _ => text.push(c),
            }
        }
        return text;
    }
    let end = value.find(" #").unwrap_or(value.len());
    value.get(..end).unwrap_or(value).trim_end().to_owned()
}

fn set(facts: &mut Facts, key: &str, value: &str) {
    let value = value.trim();
    if value.is_empty() || value == "~" || value == "null" {
        return;
    }
    let slot = match key.trim_matches('"').to_ascii_lowercase().as_str() {
        "title" | "headline" => &mut facts.title,
        "lang" | "language" | "locale" => &mut facts.language,
        "outlet" | "publisher" | "site" | "publication" | "newspaper" => &mut facts.outlet,
        "url" | "link" | "source" | "source_url" | "source-url" | "canonical" | "permalink" => {
            // `source: Le Monde` names the outlet.
            if value.contains("://") {
                &mut facts.url
            } else {
                &mut facts.outlet
            }
        }
        "date" | "published" | "publishdate" | "pubdate" | "date_published" | "datepublished"
        | "published_time" | "published_at" => {
            facts
                .dates
                .push((DateEvidence::FrontMatter, value.to_owned()));
            return;
        }
        _ => return,
    };
    if slot.is_none() {
        *slot = Some(value.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yaml_is_understood() {
        let text = "---\r\ntitle: 'L''OTAN: un sommet' # x\r\nDate: 2022-06-29 # day\r\nlang: fr\r\nsite: \"Le \\\"Monde\\\"\"\r\ntags:\r\n  - a: b\r\nsource: https://example.org/a#b\r\n---\r\nText";
        let found = split(text);
        assert_eq!(found.facts.title.as_deref(), Some("L'OTAN: un sommet"));
        assert_eq!(
            found.facts.dates,
            [(DateEvidence::FrontMatter, "2022-06-29".to_owned())]
        );
        assert_eq!(found.facts.language.as_deref(), Some("fr"));
        assert_eq!(found.facts.outlet.as_deref(), Some("Le \"Monde\""));
        assert_eq!(found.facts.url.as_deref(), Some("https://example.org/a#b"));
        assert_eq!(found.body, "Text");
        let folded = split("---\ntitle: >-\n  NATO\n  at seventy\nsource: Reuters\n...\nText");
        assert_eq!(folded.facts.title.as_deref(), Some("NATO at seventy"));
        assert_eq!(folded.facts.outlet.as_deref(), Some("Reuters"));
    }

    #[test]
    fn toml_is_understood() {
        let found = split(
            "+++\ntitle = \"NATO\"\ndate = 2022-06-29T10:00:00Z\n[extra]\noutlet = \"AP\"\n+++\nText",
        );
        assert_eq!(found.facts.title.as_deref(), Some("NATO"));
        assert_eq!(
            found.facts.dates,
            [(DateEvidence::FrontMatter, "2022-06-29T10:00:00Z".to_owned())]
        );
        assert_eq!(found.facts.outlet.as_deref(), Some("AP"));
        let broken = split("+++\ntitle = \n+++\nText");
        assert_eq!((broken.body, broken.problem.is_some()), ("Text", true));
    }

    #[test]
    fn what_is_no_front_matter_is_text() {
        for text in [
            "",
            "---",
            "---\n",
            "Text\n---\na: b\n---\n",
            "---\nA line.\n---\nText",
            "---\ntitle: x\nno end",
            "+++\nx = 1\n",
        ] {
            assert_eq!(
                split(text),
                FrontMatter {
                    body: text,
                    ..FrontMatter::default()
                },
                "{text:?}"
            );
        }
    }
}
