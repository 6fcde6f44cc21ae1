//! A look at a page before it is parsed: how deep its elements nest, and a flat copy for when that is too deep.
//!
//! The HTML parser takes time that grows with the square of the depth (half a megabyte of `<div>` takes a minute and a half), and what
//! walks its tree may call itself once a level. Browsers stop at 512 levels. The scan is linear, knows the few rules of the standard that
//! close elements unasked, and where it is not sure it counts one level too many.

use super::html_tokens::{Token, Tokens, is_any};

/// Deeper pages are flattened. Pages of newspapers reach 60.
const MAX_DEPTH: usize = 400;

/// The parser compares each attribute of a tag with all others.
const MAX_ATTRIBUTES: usize = 500;

/// Larger pages are flattened, and those of more tags and texts: finding the article takes some five microseconds for each of them. The
/// largest pages of newspapers have two megabytes and twenty thousand tags.
const MAX_PAGE: usize = 8 * 1024 * 1024;
const MAX_TOKENS: usize = 150_000;

/// Of a flattened page no more is read, in bytes and in tags, each of which the parser makes a node of some hundred bytes.
const MAX_FLAT: usize = 32 * 1024 * 1024;
const MAX_FLAT_TAGS: usize = 500_000;

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
    "dt", "fieldset", "figcaption", "frameset", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup",
    "html", "li", "listing", "main", "menu", "nav", "object", "ol", "p", "pre", "search", "section", "select", "summary",
    "table", "tbody", "td", "template", "tfoot", "th", "thead", "tr", "ul", "xmp", "svg", "math", "caption", "marquee",
    "applet", "noscript", "iframe",
];

/// Elements that an end tag from inside does not reach out of.
#[rustfmt::skip]
const BARRIERS: &[&str] = &[
    "applet", "caption", "html", "table", "td", "th", "marquee", "object", "template", "foreignobject", "desc", "frameset", "mi", "mo",
    "mn", "ms", "mtext", "annotation-xml",
];

/// Parts of a table, which are passed over outside of one.
const TABLE_PARTS: &[&str] = &[
    "caption", "colgroup", "tbody", "thead", "tfoot", "tr", "td", "th",
];

/// Elements that end a drawing or formula in which they start.
#[rustfmt::skip]
const BREAKOUTS: &[&str] = &[
    "b", "big", "blockquote", "body", "br", "center", "code", "dd", "div", "dl", "dt", "em", "embed", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "hr", "i", "img", "li", "listing", "menu", "meta", "nobr", "ol", "p", "pre", "ruby", "s", "small", "span", "strong", "strike",
    "sub", "sup", "table", "tt", "u", "ul", "var",
];

const HEADINGS: &[&str] = &["h1", "h2", "h3", "h4", "h5", "h6"];

/// What a page would ask of the parser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// No more than pages do.
    Tame,
    /// Elements within elements beyond all measure, or a tag with countless attributes.
    Deep,
    /// So much that looking for the article in it would take minutes.
    Large,
}

/// Returns what a page would ask of the parser.
pub(super) fn shape(page: &str) -> Shape {
    if page.len() > MAX_PAGE {
        return Shape::Large;
    }
    let mut open: Vec<(&str, &str)> = Vec::new();
    for (number, token) in Tokens::new(page).enumerate() {
        if number > MAX_TOKENS {
            return Shape::Large;
        }
        match token {
            Token::Text(_) | Token::Raw(_) => {}
            Token::Open(name, tag) => {
                if n_attributes(tag) > MAX_ATTRIBUTES {
                    return Shape::Deep;
                }
                push(&mut open, name, tag);
                if open.len() > MAX_DEPTH {
                    return Shape::Deep;
                }
            }
            Token::Close(name) => close(&mut open, name),
        }
    }
    Shape::Tame
}

/// Returns a page without any nesting, its text in paragraphs one after another with its title and what its head says of it, and whether
/// that is only its beginning, up to [`MAX_FLAT_TAGS`] or [`MAX_FLAT`].
///
/// Text keeps its character references. Scripts, styles and the like are left out.
pub(super) fn flatten(page: &str) -> (String, bool) {
    let mut flat = String::with_capacity(page.len().min(MAX_FLAT) / 2);
    let (mut raw_of, mut n_tags) = ("", 0);
    for token in Tokens::new(page) {
        if n_tags > MAX_FLAT_TAGS || flat.len() > MAX_FLAT {
            return (flat, true);
        }
        let piece = match token {
            Token::Text(text) => text,
            Token::Raw(text) if is_any(raw_of, &["title", "textarea"]) => text,
            Token::Open(name, tag) => {
                raw_of = name;
                // A tag with countless attributes says nothing.
                if is_any(name, &["meta", "html", "title"]) && n_attributes(tag) <= MAX_ATTRIBUTES {
                    tag
                } else if is_any(name, &["br", "td", "th"]) {
                    "<br>"
                } else if (is_any(name, BLOCKS) || is_any(name, &["hr"])) && !flat.ends_with("<p>")
                {
                    "<p>"
                } else {
                    continue;
                }
            }
            Token::Close(name) if is_any(name, &["title"]) => "</title>",
            Token::Close(name) if is_any(name, BLOCKS) && !flat.ends_with("<p>") => "<p>",
            Token::Raw(_) | Token::Close(_) => continue,
        };
        n_tags += usize::from(piece.starts_with('<'));
        let room = MAX_FLAT + 1 - flat.len().min(MAX_FLAT);
        flat.push_str(
            piece
                .get(..piece.floor_char_boundary(room))
                .unwrap_or(piece),
        );
    }
    (flat, false)
}

fn push<'a>(open: &mut Vec<(&'a str, &'a str)>, name: &'a str, tag: &'a str) {
    if is_foreign(open) {
        if is_any(name, DRAWN) && tag.ends_with("/>") {
            return;
        }
        if !is_any(name, BREAKOUTS) {
            open.push((name, tag));
            return;
        }
        while is_foreign(open) {
            open.pop();
        }
    }
    let in_table = || {
        open.iter()
            .any(|(name, _)| is_any(name, &["table", "template"]))
    };
    if is_any(name, VOID)
        || is_any(name, &["html", "head", "body"])
        || is_any(name, TABLE_PARTS) && !in_table()
    {
        return;
    }
    close_before(open, name);
    open.push((name, tag));
}

/// Closes what the start of an element closes unasked.
fn close_before(open: &mut Vec<(&str, &str)>, name: &str) {
    let is_in = |names| is_any(name, names);
    if is_in(BLOCKS)
        && !is_in(TABLE_PARTS)
        && !is_in(&[
            "button", "object", "applet", "marquee", "svg", "math", "select", "template",
        ])
    {
        close_within(open, &["p"], &|other| {
            is_any(other, BARRIERS) || is_any(other, &["button"])
        });
    }
    // From within a list item the search for the one before goes through inline elements, `div` and `p` only.
    let stops_item =
        |other: &str| is_any(other, BLOCKS) && !is_any(other, &["address", "div", "p"]);
    let stops_table = |other: &str| is_any(other, &["table", "template"]);
    match () {
        () if is_in(&["li"]) => close_within(open, &["li"], &stops_item),
        () if is_in(&["dt", "dd"]) => close_within(open, &["dt", "dd"], &stops_item),
        () if is_in(&["td", "th"]) => close_within(open, &["td", "th"], &stops_table),
        () if is_in(&["tr"]) => close_within(open, &["tr"], &stops_table),
        () if is_in(&["tbody", "thead", "tfoot"]) => {
            close_within(open, &["tbody", "thead", "tfoot"], &stops_table);
        }
        () if is_in(&["button"]) => {
            close_within(open, &["button"], &|other| is_any(other, BARRIERS));
        }
        () if is_in(&["a", "nobr"]) => close(open, name),
        () if is_in(HEADINGS) => pop_if(open, HEADINGS),
        () if is_in(&["option", "optgroup"]) => pop_if(open, &["option"]),
        () => {}
    }
}

/// Returns whether what comes next is part of a drawing or formula, in which other rules hold.
fn is_foreign(open: &[(&str, &str)]) -> bool {
    let (mut html_in_svg, mut html_in_math) = (false, false);
    for (name, _) in open.iter().rev() {
        if is_any(name, BREAKOUTS) {
            return false;
        } else if is_any(name, &["svg"]) {
            return !html_in_svg;
        } else if is_any(name, &["math"]) {
            return !html_in_math;
        }
        html_in_svg |= is_any(name, &["foreignobject", "desc", "title"]);
        html_in_math |= is_any(name, &["mi", "mo", "mn", "ms", "mtext", "annotation-xml"]);
    }
    false
}

fn pop_if(open: &mut Vec<(&str, &str)>, names: &[&str]) {
    open.pop_if(|(name, _)| is_any(name, names));
}

/// Closes the last open element that is one of `names`, unless one at which the search stops stands above it.
fn close_within(open: &mut Vec<(&str, &str)>, names: &[&str], stops: &dyn Fn(&str) -> bool) {
    let at = open
        .iter()
        .rposition(|(name, _)| is_any(name, names) || stops(name));
    if let Some(at) = at.filter(|&at| open.get(at).is_some_and(|(name, _)| is_any(name, names))) {
        close_from(open, at, true);
    }
}

fn close(open: &mut Vec<(&str, &str)>, name: &str) {
    // What comes after the end of the page belongs to it all the same.
    if is_any(name, &["html", "head", "body"]) {
        return;
    }
    let Some(at) = open
        .iter()
        .rposition(|(other, _)| other.eq_ignore_ascii_case(name))
    else {
        return;
    };
    let stops = |inner: &str| {
        if is_any(name, TABLE_PARTS) || is_any(name, &["table"]) {
            is_any(inner, &["table", "template"])
        } else if is_any(name, &["svg", "math"]) {
            false
        } else if is_any(name, BLOCKS) || is_any(name, FORMATTING) {
            is_any(inner, BARRIERS)
                || is_any(name, &["li"]) && is_any(inner, &["ul", "ol"])
                || is_any(name, &["p"]) && is_any(inner, &["button"])
        } else {
            // An inline element, or one of a drawing or formula, which no end tag from HTML within it closes.
            is_any(inner, BLOCKS)
                || is_any(name, BARRIERS) && (is_any(inner, BREAKOUTS) || is_any(inner, FORMATTING))
        }
    };
    if open.iter().skip(at + 1).any(|(inner, _)| stops(inner)) {
        return;
    }
    if is_any(name, FORMATTING) || is_any(name, &["form"]) {
        open.remove(at);
    } else {
        close_from(open, at, false);
    }
}

/// Closes an element and all in it, but for the formatting elements, which the parser opens again.
///
/// Between two items or paragraphs left open it does so inside the next one, and no more than three of the same, as the standard says;
/// after an end tag it does so at the first character outside, and closes them never again.
fn close_from(open: &mut Vec<(&str, &str)>, at: usize, unasked: bool) {
    let closed = open.split_off(at);
    let Some(((name, _), inner)) = closed.split_first() else {
        return;
    };
    if is_any(name, BARRIERS) {
        return;
    }
    let bounded = unasked && !is_any(name, &["button"]);
    for &(inner, tag) in inner {
        let again = !bounded || open.iter().filter(|(_, other)| *other == tag).count() < 3;
        if is_any(inner, FORMATTING) && again {
            open.push((inner, tag));
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
            assert_eq!(
                shape(page),
                Shape::Tame,
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
            "<svg><input>",
            "<math><td>",
            "<ul><td>",
            "<li><ul></li>",
            "<div></body></html>",
            "<form><div></form>",
            "<marquee><li>",
            "<button><b>",
            "<div><b>a</div> ",
            "<frameset>a<textarea>",
            "<math><mi><font x=1></mi>",
            "<title></title><section>",
        ] {
            assert_eq!(shape(&part.repeat(1000)), Shape::Deep, "{part}");
        }
        // Each paragraph opens again what the ones before it left open.
        let fonts: Vec<String> = (0..1000)
            .map(|size| format!("<p><font size={size}>a"))
            .collect();
        assert_eq!(shape(&fonts.concat()), Shape::Deep);
        let attributes: Vec<String> = (0..1000).map(|name| format!(" a{name}")).collect();
        assert_eq!(shape(&format!("<p{}>", attributes.concat())), Shape::Deep);
    }

    #[test]
    fn a_flat_page_keeps_its_text() {
        let (flat, cut) = flatten(
            "<html lang=fr><title>T</title><meta name=a><script>x</script><div><div>l&rsquo;<b>OTAN</b></div>fin<br>x",
        );
        assert_eq!(
            flat,
            "<html lang=fr><title>T</title><meta name=a><p>l&rsquo;OTAN<p>fin<br>x"
        );
        assert!(!cut);
        assert_eq!(shape(&"a<br>".repeat(100_000)), Shape::Large);
        let (flat, cut) = flatten(&"a<br>".repeat(1_000_000));
        assert!(cut && flat.len() < 4_000_000);
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
            assert!(flatten(&part.repeat(200_000)).0.len() < 3_000_000, "{part}");
        }
    }
}
