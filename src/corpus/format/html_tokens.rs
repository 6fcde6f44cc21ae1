//! The tags and texts of a page, found without parsing it: a tokenizer that never looks at a byte twice.

/// A piece of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    /// An opening tag: its name, and all of it with its brackets.
    Open(&'a str, &'a str),
    /// A closing tag: its name.
    Close(&'a str),
    /// The contents of a `script`, `style`, `title` or `textarea`.
    Raw(&'a str),
}

/// The tokens of a page.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// The element whose raw text comes next.
    raw: Option<&'a str>,
    /// How many drawings and formulas are open, in which nothing is raw.
    n_foreign: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(page: &'a str) -> Self {
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
        let len = match self.rest.strip_prefix("<!--") {
            Some(comment) => comment_len(comment).map(|len| len + 4),
            None => self.rest.find('>').map(|at| at + 1),
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
        // Frames are no drawing, but nothing is raw in them either, and no end tag ends them here.
        self.n_foreign += usize::from(foreign || is_any(name, &["frameset"]));
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

/// Returns the length of a comment and its end, its beginning taken off.
fn comment_len(comment: &str) -> Option<usize> {
    if let Some(end) = [">", "->"].iter().find(|end| comment.starts_with(**end)) {
        return Some(end.len());
    }
    comment.match_indices("--").find_map(|(at, _)| {
        // `--->` ends a comment too, with a hyphen of its own before.
        let rest = comment.get(at + 2..)?;
        let end = [">", "!>", "->"]
            .iter()
            .find(|end| rest.starts_with(**end))?;
        Some(at + 2 + end.len())
    })
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

/// Returns whether a name of an element is one of some, in letters of any case.
pub(super) fn is_any(name: &str, names: &[&str]) -> bool {
    names.iter().any(|other| name.eq_ignore_ascii_case(other))
}
