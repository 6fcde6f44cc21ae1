//! The formats an article may have: bytes already decoded in, text and what the document says of itself out. One file per format.

pub mod front_matter;
pub mod html;
mod html_scan;
mod html_tokens;
pub mod markdown;
pub mod plain;

use std::path::Path;

use super::DateEvidence;

/// How the text of an article is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Plain text: the document's text is the file.
    Plain,
    /// Markdown, with front matter or without.
    Markdown,
    /// A web page.
    Html,
}

/// What the name of a file says of its format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extension {
    /// It is one of the formats.
    Known(Format),
    /// It is something else: the extension, in small letters.
    Unknown(String),
    /// Nothing.
    Missing,
}

impl Extension {
    /// Returns what the name of a file says of its format.
    ///
    /// What stands after the last dot is an extension only when it looks like one, up to five ASCII letters and digits with a letter
    /// among them: `Interview, 12.06.2022` and `Mr. Smith goes` have none.
    ///
    /// ```
    /// use ibid::corpus::format::{Extension, Format};
    /// assert_eq!(Extension::of("a/b.HTM".as_ref()), Extension::Known(Format::Html));
    /// assert_eq!(Extension::of("12.06.2022".as_ref()), Extension::Missing);
    /// ```
    pub fn of(path: &Path) -> Self {
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase());
        match extension.as_deref() {
            Some("txt" | "text") => Self::Known(Format::Plain),
            Some("md" | "markdown") => Self::Known(Format::Markdown),
            Some("html" | "htm" | "xhtml") => Self::Known(Format::Html),
            Some(other) if is_extension(other) => Self::Unknown(other.to_owned()),
            Some(_) | None => Self::Missing,
        }
    }
}

fn is_extension(extension: &str) -> bool {
    (1..=5).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && extension.bytes().any(|byte| byte.is_ascii_alphabetic())
}

impl Format {
    /// Returns the format of a text whose name says nothing: a web page if it begins like one, else plain text.
    pub fn sniff(head: &[u8]) -> Self {
        let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
        let head = head.trim_ascii_start();
        let begins = |prefix: &[u8]| {
            head.get(..prefix.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(prefix))
        };
        let start = head.get(..1024).unwrap_or(head);
        let xhtml = begins(b"<?xml")
            && start
                .windows(5)
                .any(|window| window.eq_ignore_ascii_case(b"<html"));
        if begins(b"<!doctype html")
            || begins(b"<html")
            || begins(b"<head")
            || begins(b"<body")
            || xhtml
        {
            Self::Html
        } else {
            Self::Plain
        }
    }
}

/// What a document says of itself, as it says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Its title.
    pub title: Option<String>,
    /// Its dates, not yet understood, with where they stood.
    pub dates: Vec<(DateEvidence, String)>,
    /// Its language, as a tag.
    pub language: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
}

/// The text of a document and what the document says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// The text.
    pub text: String,
    /// What the document says of itself.
    pub facts: Facts,
    /// What could not be read of it: small first letter, no final stop.
    pub problems: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells() {
        for (name, expected) in [
            ("a.txt", Extension::Known(Format::Plain)),
            ("a/b.MARKDOWN", Extension::Known(Format::Markdown)),
            ("a.xhtml", Extension::Known(Format::Html)),
            ("README", Extension::Missing),
            ("Mr. Smith goes", Extension::Missing),
            ("12.06.2022", Extension::Missing),
            ("a.JPG", Extension::Unknown("jpg".to_owned())),
            ("a.mp3", Extension::Unknown("mp3".to_owned())),
        ] {
            assert_eq!(Extension::of(name.as_ref()), expected, "{name}");
        }
    }

    #[test]
    fn the_head_tells() {
        for (head, expected) in [
            ("", Format::Plain),
            ("NATO said <b>", Format::Plain),
            ("\u{FEFF}\n <!DOCTYPE html>", Format::Html),
            ("<HTML lang=fr>", Format::Html),
            ("<?xml version='1.0'?>\n<html>", Format::Html),
            ("<?xml version='1.0'?>\n<rss>", Format::Plain),
        ] {
            assert_eq!(Format::sniff(head.as_bytes()), expected, "{head:?}");
        }
    }
}
