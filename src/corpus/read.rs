//! Puts together what a source's bytes say: text, title, date, language.

use std::any::Any;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::date::{Evidence, date_of};
use super::decode::decode;
use super::format::{Article, Extension, Format, html, markdown, plain};
use super::language::language_of;
use super::{Date, DocId, Document, SourceRef};
use crate::diagnostic::Diagnostic;

/// How far into a text a dateline is looked for, in bytes.
const HEAD: usize = 2048;

/// A longer title is cut: it is a paragraph that a page calls its title.
const MAX_TITLE_CHARS: usize = 300;

thread_local! {
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// Returns whether a panic on this thread, now, will be caught and costs one document, so that a panic hook has nothing to tell.
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// Reads the documents that a source holds from its bytes, and says what could not be read.
///
/// `modified` is the day the file was last changed, `today` the day before the last that a date may be. A source that several documents
/// share the content of gives each the same id: see [`super::DocIds`].
///
/// ```
/// use ibid::corpus::{Date, Input, SourceRef, read};
/// let source = SourceRef { path: "2022-06-29.txt".into(), input: Input::StandardInput, named: true };
/// let (documents, problems) = read(&source, b"NATO at seventy\n\nText.".to_vec(), None, Date::constant(2026, 1, 1));
/// assert_eq!((documents[0].title.as_str(), &*documents[0].text), ("NATO at seventy", "NATO at seventy\n\nText."));
/// assert!(problems.is_empty());
/// ```
pub fn read(
    source: &SourceRef,
    bytes: Vec<u8>,
    modified: Option<Date>,
    today: Date,
) -> (Vec<Document>, Vec<Diagnostic>) {
    let id = DocId::of(&bytes);
    match guarded(|| document(source, id, bytes, modified, today)) {
        Ok(Ok((document, problems))) => (vec![document], problems),
        Ok(Err(problem)) => (Vec::new(), vec![*problem]),
        Err(panic) => {
            let message = format!(
                "cannot be read: its parser gave up ({})",
                panic_message(&*panic)
            );
            (
                Vec::new(),
                vec![Diagnostic::error(message).at(source.place(), 0, 0)],
            )
        }
    }
}

/// Runs a parser of other people's making, which may panic.
fn guarded<T>(parse: impl FnOnce() -> T) -> Result<T, Box<dyn Any + Send>> {
    let before = GUARDED.replace(true);
    // Nothing of what the parser touches is used after it has panicked.
    let result = catch_unwind(AssertUnwindSafe(parse));
    GUARDED.set(before);
    result
}

fn panic_message(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a reason")
}

fn document(
    source: &SourceRef,
    id: DocId,
    bytes: Vec<u8>,
    modified: Option<Date>,
    today: Date,
) -> Result<(Document, Vec<Diagnostic>), Box<Diagnostic>> {
    let format = match Extension::of(Path::new(&source.path)) {
        Extension::Known(format) => format,
        Extension::Unknown(_) | Extension::Missing => Format::sniff(&bytes),
    };
    let place = source.place();
    let decoded = decode(bytes, format == Format::Html).map_err(|error| {
        let message = error.to_string();
        let complaint = if source.named {
            Diagnostic::error(message)
        } else {
            Diagnostic::warning(message)
        };
        Box::new(complaint.at(&place, 0, 0))
    })?;
    let mut problems = Vec::new();
    if decoded.lossy {
        let message = format!(
            "some bytes are not valid {} and are shown as `\u{FFFD}`",
            decoded.encoding
        );
        problems.push(Diagnostic::warning(message).at(&place, 0, 0));
    }
    let article = match format {
        Format::Plain => plain::read(decoded.text),
        Format::Markdown => markdown::read(&decoded.text),
        Format::Html => html::read(&decoded.text),
    };
    problems.extend(
        article
            .problems
            .iter()
            .map(|problem| Diagnostic::warning(problem).at(&place, 0, 0)),
    );
    Ok((assemble(source, id, article, modified, today), problems))
}

fn assemble(
    source: &SourceRef,
    id: DocId,
    article: Article,
    modified: Option<Date>,
    today: Date,
) -> Document {
    let Article { text, facts, .. } = article;
    let dated = date_of(
        &Evidence {
            stated: &facts.dates,
            text: text.get(..text.floor_char_boundary(HEAD)).unwrap_or(&text),
            url: facts.url.as_deref(),
            path: &source.path,
            modified,
        },
        today,
    );
    Document {
        id,
        path: source.path.clone(),
        file: source.file().cloned(),
        title: facts
            .title
            .as_deref()
            .map(one_line)
            .filter(|title| !title.is_empty())
            .unwrap_or_else(|| name_of(&source.path)),
        dated,
        language: language_of(facts.language.as_deref(), &text),
        outlet: facts
            .outlet
            .as_deref()
            .map(one_line)
            .filter(|outlet| !outlet.is_empty()),
        url: facts.url.filter(|url| !url.trim().is_empty()),
        text: text.into(),
    }
}

/// Returns a title on one line: every run of white space one space, and no more than [`MAX_TITLE_CHARS`].
fn one_line(title: &str) -> String {
    let words: Vec<&str> = title
        .split(|c: char| c.is_whitespace() || c == '\u{FEFF}')
        .filter(|word| !word.is_empty())
        .collect();
    let line = words.join(" ");
    if line.chars().nth(MAX_TITLE_CHARS).is_none() {
        return line;
    }
    line.chars()
        .take(MAX_TITLE_CHARS - 1)
        .chain(['…'])
        .collect()
}

/// Returns the title of a document without one: the name of its file.
fn name_of(path: &str) -> String {
    match path.rsplit('/').next() {
        Some("-") => "standard input".to_owned(),
        Some(name) if !name.is_empty() => name.to_owned(),
        Some(_) | None => "untitled".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{DateEvidence, Input};
    use crate::diagnostic::Severity;
    use proptest::prelude::*;

    const TODAY: Date = Date::constant(2026, 11, 22);

    fn source(path: &str) -> SourceRef {
        SourceRef {
            path: path.to_owned(),
            input: Input::StandardInput,
            named: false,
        }
    }

    fn one(path: &str, bytes: &[u8]) -> Document {
        let (mut documents, problems) = read(&source(path), bytes.to_vec(), None, TODAY);
        assert_eq!((documents.len(), problems), (1, Vec::new()), "{path}");
        documents.remove(0)
    }

    #[test]
    fn plain_text_is_the_file() {
        let text = "\u{feff}NATO at seventy\r\n29 June 2022\r\n\u{1b}[0mText\u{202e}.\r\n";
        let document = one("a.txt", text.as_bytes());
        assert_eq!(&*document.text, text);
        assert_eq!(document.title, "NATO at seventy");
        assert_eq!(document.dated.unwrap().evidence, DateEvidence::Dateline);
        assert_eq!(document.id, DocId::of(text.as_bytes()));
    }

    #[test]
    fn a_title_is_never_empty() {
        for (path, bytes, title) in [
            ("2022/madrid.txt", &b""[..], "madrid.txt"),
            ("-", b"It was late.\n", "standard input"),
            ("", b"", "untitled"),
            ("a.md", b"---\ntitle: \" \"\n---\n", "a.md"),
            ("a.html", b"<title>\n A\n  B </title><p>x", "A B"),
        ] {
            assert_eq!(one(path, bytes).title, title, "{path}");
        }
        let long = format!("<title>{}</title>", "mot ".repeat(500));
        assert_eq!(
            one("a.html", long.as_bytes()).title.chars().count(),
            MAX_TITLE_CHARS
        );
    }

    #[test]
    fn what_is_lossy_is_told() {
        let (documents, problems) = read(
            &source("a.txt"),
            "é é é é é é \u{e9}".as_bytes()[..19].to_vec(),
            None,
            TODAY,
        );
        assert_eq!(&*documents[0].text, "é é é é é é \u{fffd}");
        assert_eq!(
            (problems.len(), problems[0].severity),
            (1, Severity::Warning)
        );
    }

    #[test]
    fn a_binary_costs_itself() {
        let (documents, problems) = read(&source("a.txt"), b"%PDF-1.4\n".to_vec(), None, TODAY);
        assert_eq!(
            (documents.len(), problems[0].message.as_str()),
            (0, "a PDF file, not text")
        );
    }

    #[test]
    fn a_panic_is_caught() {
        let hook = std::panic::take_hook();
        std::panic::set_hook(Box::new(|_| assert!(is_guarded())));
        let caught =
            guarded(|| panic!("no {}", 1)).map_err(|panic| panic_message(&*panic).to_owned());
        std::panic::set_hook(hook);
        assert_eq!(caught, Err::<(), _>("no 1".to_owned()));
        assert!(!is_guarded());
    }

    fn soups() -> impl Strategy<Value = Vec<u8>> {
        let piece = prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..8),
            "[a-zé<>&#;:/\"'= \n*_`\\[\\]()|+-]{0,12}".prop_map(String::into_bytes),
            prop_oneof![
                Just("---\ntitle: x\n---\n"),
                Just("+++\n"),
                Just("<p>"),
                Just("</div>"),
                Just("<script>"),
                Just("<meta charset=utf-16>"),
                Just("<!--"),
                Just("&#x1b;"),
                Just("29 June 2022"),
                Just("> - 1. "),
                Just("\u{feff}")
            ]
            .prop_map(|piece| piece.as_bytes().to_vec()),
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn whatever_the_bytes_a_document_or_a_reason_comes_out(bytes in soups()) {
            for path in ["a.txt", "a.md", "a.html", "a"] {
                let (documents, problems) = read(&source(path), bytes.clone(), None, TODAY);
                prop_assert!(!documents.is_empty() || !problems.is_empty());
                prop_assert!(problems.iter().all(|problem| problem.severity == Severity::Warning), "{:?}", problems);
                prop_assert!(documents.iter().all(|document| !document.title.is_empty()));
                prop_assert_eq!(&read(&source(path), bytes.clone(), None, TODAY), &(documents, problems));
            }
        }
    }
}
