//! A look at a page before it is parsed: how deep its elements nest, and a flat copy for when that is too deep.
//!
//! The HTML parser takes time that grows with the square of the depth (half a megabyte of `<div>` takes a minute and a half), and what
//! walks its tree may call itself once a level. Browsers stop at 512 levels. The scan is linear, knows the few rules of the standard that
//! close elements unasked, and where it is not sure it counts one level too many.

/// Deeper pages are flattened. Pages of newspapers reach 60.
const MAX_DEPTH: usize = 400;

/// The parser compares each attribute of a tag with all others.
const MAX_ATTRIBUTES: usize = 500;

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Text(&'a str),
    /// An opening tag: its name, and all of it with its brackets.
    Open(&'a str, &'a str),
    /// A closing tag: its name.
    Close(&'a str),
    /// The contents of a `script`, `style`, `title` or `textarea`.
    Raw(&'a str),
}

#[rustfmt::skip]
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
];

/// Elements that have no end tag in drawings.
#[rustfmt::skip]
const DRAWN: &[&str] = &[
    "path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop", "image", "animate",
];

/// Formatting elements, which the parser opens again after it has closed them unasked.
#[rustfmt::skip]
const FORMATTING: &[&str] = &[
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

/// Elements whose start closes an open paragraph, and which an end tag of an inline element does not reach beyond.
#[rustfmt::skip]
const BLOCKS: &[&str] = &[
    "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "dir", "div", "dl",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "html", "li", "listing", "main", "menu", "nav", "object", "ol", "p", "pre", "search", "section", "select", "summary",
    "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul", "xmp", "svg", "math", "caption", "marquee",
    "applet", "noscript", "iframe",
];

/// Elements that an end tag from inside does not reach out of.
#[rustfmt::skip]
const BARRIERS: &[&str] = &[
    "applet", "caption", "html", "table", "td", "th", "marquee", "object", "template", "foreignobject", "svg", "math",
];

/// Elements whose start closes a sibling left open: the new one, the ones it closes, the ones in which it stops looking.
const SIBLINGS: &[(&[&str], &[&str], &[&str])] = &[
    (
        &["li"],
        &["li"],
        &[
            "ul",
            "ol",
            "menu",
            "table",
            "section",
            "article",
            "td",
            "th",
            "blockquote",
        ],
    ),
    (
        &["dt", "dd"],
        &["dt", "dd"],
        &[
            "dl",
            "table",
            "section",
            "article",
            "td",
            "th",
            "blockquote",
        ],
    ),
    (&["option", "optgroup"], &["option"], &["select", "table"]),
    (&["td", "th"], &["td", "th"], &["table", "template"]),
    (&["tr"], &["tr"], &["table", "template"]),
    (
        &["tbody", "thead", "tfoot"],
        &["tbody", "thead", "tfoot"],
        &["table", "template"],
    ),
    (
        &["a"],
        &["a"],
        &["table", "td", "th", "caption", "template"],
    ),
    (
        &["button"],
        &["button"],
        &["table", "td", "th", "caption", "template"],
    ),
];

/// Returns whether a page may be given to the parser as it is.
pub(super) fn is_tame(page: &str) -> bool {
    let mut open: Vec<(&str, &str)> = Vec::new();
    for token in Tokens::new(page) {
        match token {
            Token::Text(_) | Token::Raw(_) => {}
            Token::Open(name, tag) => {
                if n_attributes(tag) > MAX_ATTRIBUTES {
                    return false;
                }
                push(&mut open, name, tag);
                if open.len() > MAX_DEPTH {
                    return false;
                }
            }
            Token::Close(name) => close(&mut open, name),
        }
    }
    true
}

/// Returns a page without any nesting: its text in paragraphs one after another, with its title and what its head says of it.
///
/// Text keeps its character references. Scripts, styles and the like are left out.
pub(super) fn flatten(page: &str) -> String {
    let mut flat = String::with_capacity(page.len() / 2);
    let mut raw_of = "";
    for token in Tokens::new(page) {
        match token {
            Token::Text(text) => flat.push_str(text),
            Token::Raw(text) if is_any(raw_of, &["title", "textarea"]) => flat.push_str(text),
            Token::Open(name, tag) => {
                raw_of = name;
                if is_any(name, &["meta", "html", "title"]) {
                    // A tag with countless attributes says nothing.
                    if n_attributes(tag) <= MAX_ATTRIBUTES {
                        flat.push_str(tag);
                    }
                } else if is_any(name, &["br", "td", "th"]) {
                    flat.push_str("<br>");
                } else if is_any(name, BLOCKS) || is_any(name, &["hr"]) {
                    flat.push_str("<p>");
                }
            }
            Token::Close(name) if is_any(name, &["title"]) => flat.push_str("</title>"),
            Token::Close(name) if is_any(name, BLOCKS) => flat.push_str("<p>"),
            Token::Raw(_) | Token::Close(_) => {}
        }
    }
    flat
}

fn is_any(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| name.eq_ignore_ascii_case(other))
}

fn push<'a>(open: &mut Vec<(&'a str, &'a str)>, name: &'a str, tag: &'a str) {
    if is_any(name, VOID) {
        return;
    }
    if tag.ends_with("/>") && is_any(name, DRAWN) && is_drawing(open) {
        return;
    }
    if is_any(name, BLOCKS)
        && !is_any(
            name,
            &[
                "button", "object", "applet", "marquee", "td", "th", "caption",
            ],
        )
    {
        close_within(
            open,
            &["p"],
            &[
                "button", "table", "td", "th", "caption", "object", "template", "html",
            ],
        );
    }
    for (starting, closed, scope) in SIBLINGS {
        if is_any(name, starting) {
            close_within(open, closed, scope);
        }
    }
    if is_any(name, &["h1", "h2", "h3", "h4", "h5", "h6"])
        && open
            .last()
            .is_some_and(|(last, _)| is_any(last, &["h1", "h2", "h3", "h4", "h5", "h6"]))
    {
        open.pop();
    }
    open.push((name, tag));
}

/// Returns whether what comes next is part of a drawing or formula.
fn is_drawing(open: &[(&str, &str)]) -> bool {
    let nearest = open.iter().rev().find(|(name, _)| {
        is_any(name, &["svg", "math", "foreignobject", "desc", "title"]) || is_any(name, BLOCKS)
    });
    nearest.is_some_and(|(name, _)| is_any(name, &["svg", "math"]))
}

/// Closes the last open element that is one of `names`, unless one of `scope` stands above it.
fn close_within(open: &mut Vec<(&str, &str)>, names: &[&str], scope: &[&str]) {
    let at = open
        .iter()
        .rposition(|(name, _)| is_any(name, names) || is_any(name, scope));
    if let Some(at) = at.filter(|&at| open.get(at).is_some_and(|(name, _)| is_any(name, names))) {
        close_from(open, at);
    }
}

fn close(open: &mut Vec<(&str, &str)>, name: &str) {
    let Some(at) = open
        .iter()
        .rposition(|(other, _)| other.eq_ignore_ascii_case(name))
    else {
        return;
    };
    let inner = open.get(at + 1..).unwrap_or_default();
    let stops: &[&str] = if is_any(
        name,
        &[
            "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption",
        ],
    ) {
        &["table", "template"]
    } else if is_any(name, BLOCKS) || is_any(name, FORMATTING) {
        BARRIERS
    } else {
        BLOCKS
    };
    if inner.iter().any(|(inner, _)| is_any(inner, stops)) && !is_any(name, &["svg", "math"]) {
        return;
    }
    if is_any(name, FORMATTING) {
        open.remove(at);
    } else {
        close_from(open, at);
    }
}

/// Closes an element and all in it, but for the formatting elements, which the parser opens again: three of the same, as the standard says.
fn close_from(open: &mut Vec<(&str, &str)>, at: usize) {
    let cell = open.get(at).is_some_and(|(name, _)| is_any(name, BARRIERS));
    let closed = open.split_off(at);
    if cell {
        return;
    }
    for (name, tag) in closed.into_iter().skip(1) {
        let n_same = open.iter().filter(|(_, other)| *other == tag).count();
        if is_any(name, FORMATTING) && n_same < 3 {
            open.push((name, tag));
        }
    }
}

/// Returns about how many attributes a tag has: the words outside quotes, which are never fewer.
fn n_attributes(tag: &str) -> usize {
    // Most tags are too short for many.
    if tag.len() < MAX_ATTRIBUTES {
        return 0;
    }
    let (mut n_words, mut quote, mut in_word) = (0, None, false);
    for byte in tag.bytes() {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if matches!(byte, b'"' | b'\'') => {
                quote = Some(byte);
                // A name may follow a closing quote without a space.
                in_word = false;
            }
            None if byte.is_ascii_whitespace() || byte == b'/' => in_word = false,
            None => {
                n_words += usize::from(!in_word);
                in_word = true;
            }
        }
    }
    n_words
}

/// The tokens of a page.
struct Tokens<'a> {
    rest: &'a str,
    /// The element whose raw text comes next.
    raw: Option<&'a str>,
    /// How many drawings and formulas are open, in which nothing is raw.
    n_foreign: usize,
}

impl<'a> Tokens<'a> {
    fn new(page: &'a str) -> Self {
        Self {
            rest: page,
            raw: None,
            n_foreign: 0,
        }
    }

    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at_checked(len).unwrap_or((self.rest, ""));
        self.rest = rest;
        taken
    }

    /// Takes the contents of a raw element, up to its end tag.
    fn take_raw(&mut self, name: &str) -> Token<'a> {
        let mut from = 0;
        while let Some(found) = self.rest.get(from..).and_then(|rest| rest.find("</")) {
            let at = from + found;
            let end = self.rest.get(at + 2..).unwrap_or_default();
            let is_end =
                end.get(..name.len())
                    .is_some_and(|start| start.eq_ignore_ascii_case(name))
                    && end.as_bytes().get(name.len()).is_none_or(|byte| {
                        matches!(byte, b'>' | b'/') || byte.is_ascii_whitespace()
                    });
            if is_end {
                return Token::Raw(self.take(at));
            }
            from = at + 2;
        }
        Token::Raw(self.take(self.rest.len()))
    }

    /// Takes a comment, a declaration or a processing instruction, which count for nothing.
    fn take_comment(&mut self) {
        let len = if let Some(comment) = self.rest.strip_prefix("<!--") {
            let short = [">", "->"]
                .iter()
                .find(|end| comment.starts_with(**end))
                .map(|end| end.len());
            let ends = ["-->", "--!>"]
                .iter()
                .filter_map(|end| comment.find(end).map(|at| at + end.len()));
            short.or_else(|| ends.min()).map(|len| len + 4)
        } else {
            self.rest.find('>').map(|at| at + 1)
        };
        self.take(len.unwrap_or(self.rest.len()));
    }

    fn take_tag(&mut self) -> Token<'a> {
        let tag = self.take(tag_len(self.rest));
        let closing = tag.starts_with("</");
        let name = tag.get(if closing { 2 } else { 1 }..).unwrap_or_default();
        let end = name
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/'))
            .unwrap_or(name.len());
        let name = name.get(..end).unwrap_or_default();
        let foreign = is_any(name, &["svg", "math"]);
        if closing {
            self.n_foreign -= usize::from(foreign && self.n_foreign > 0);
            return Token::Close(name);
        }
        self.n_foreign += usize::from(foreign);
        if self.n_foreign == 0 && is_any(name, &["script", "style", "title", "textarea"]) {
            self.raw = Some(name);
        }
        Token::Open(name, tag)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        if let Some(name) = self.raw.take() {
            return Some(self.take_raw(name));
        }
        loop {
            let bytes = self.rest.as_bytes();
            match (bytes.first()?, bytes.get(1), bytes.get(2)) {
                (b'<', Some(letter), _) | (b'<', Some(b'/'), Some(letter))
                    if letter.is_ascii_alphabetic() =>
                {
                    return Some(self.take_tag());
                }
                (b'<', Some(b'!' | b'?'), _) | (b'<', Some(b'/'), Some(_)) => self.take_comment(),
                _ => {
                    // A `<` that opens nothing is text.
                    let end = self
                        .rest
                        .get(1..)
                        .and_then(|rest| rest.find('<'))
                        .map_or(self.rest.len(), |at| at + 1);
                    // The first character may be longer than a byte.
                    let end = if bytes.first().is_some_and(u8::is_ascii) {
                        end
                    } else {
                        self.rest.find('<').unwrap_or(self.rest.len())
                    };
                    return Some(Token::Text(self.take(end)));
                }
            }
        }
    }
}

/// Returns the length of the tag that a text begins with: to the `>` outside quotes, or to the end.
///
/// A quotation mark counts only after `=`, as in the standard.
fn tag_len(text: &str) -> usize {
    let (mut quote, mut after_equals) = (None, false);
    for (at, byte) in text.bytes().enumerate() {
        match quote {
            Some(open) => {
                if byte == open {
                    quote = None;
                }
            }
            None if byte == b'>' => return at + 1,
            None if after_equals && matches!(byte, b'"' | b'\'') => {
                quote = Some(byte);
                after_equals = false;
            }
            None if byte.is_ascii_whitespace() => {}
            None => after_equals = byte == b'=',
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_as_they_are_written_are_tame() {
        let unclosed = "<ul>".to_owned() + &"<li><p>a<b>b".repeat(3000);
        let table = "<table>".to_owned() + &"<tr><td>a<td>b<br>".repeat(3000);
        let chart = format!("<svg>{}</svg>", "<path d='M0'/>".repeat(3000));
        for page in [
            "",
            "a < b <3 é",
            &"<div><span>a</span></div>".repeat(3000),
            &"<p>a".repeat(3000),
            &"<div><b>a</div></b>".repeat(3000),
            &"<p><a href=x>a".repeat(3000),
            &unclosed,
            &table,
            &chart,
            &"<script>if (a<b) {</script>".repeat(3000),
            &"<!-- <div> --><!--><p>".repeat(3000),
        ] {
            assert!(
                is_tame(page),
                "{}",
                page.get(..40.min(page.len())).unwrap_or_default()
            );
        }
    }

    #[test]
    fn deep_pages_are_found_out() {
        for part in [
            "<div>",
            "<DIV x='>'>",
            "<span>",
            "<div></span>",
            "<span><div></span>",
            "<table><tr><td>",
            "<b><i><u>",
            "<svg><style><g>",
            "<!--><div>",
            "<x-y>",
            "<svg><div><path/>",
            "<title></title><section>",
        ] {
            assert!(!is_tame(&part.repeat(1000)), "{part}");
        }
        // Each paragraph opens again what the ones before it left open.
        let fonts: Vec<String> = (0..1000)
            .map(|size| format!("<p><font size={size}>a"))
            .collect();
        assert!(!is_tame(&fonts.concat()));
        let attributes: Vec<String> = (0..1000).map(|name| format!(" a{name}")).collect();
        assert!(!is_tame(&format!("<p{}>", attributes.concat())));
    }

    #[test]
    fn a_flat_page_keeps_its_text() {
        let flat = flatten(
            "<html lang=fr><title>T</title><meta name=a><script>x</script><div><div>l&rsquo;<b>OTAN</b></div>fin<br>x",
        );
        assert_eq!(
            flat,
            "<html lang=fr><title>T</title><meta name=a><p><p>l&rsquo;OTAN<p>fin<br>x"
        );
    }

    #[test]
    fn the_scan_takes_its_time_once() {
        for part in [
            "<",
            "</",
            "<!--",
            "<a ",
            "<script>",
            "</script",
            "<a b='",
            "<![CDATA[",
            "&",
        ] {
            assert!(flatten(&part.repeat(200_000)).len() < 2_000_000, "{part}");
        }
    }
}
