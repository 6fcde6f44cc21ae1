//! Braces: `{a,b,}` alternates, `{1..31}` counts, `{@name}` inserts the endings of that name.
//!
//! Nothing is added to what is written: no stemming, no wildcard.

use thiserror::Error;

/// At most this many forms come from one string (the format's limit; the longest honest one seen has some 200).
pub const MAX_FORMS: usize = 500;

/// A form is at most this long, in bytes: the longest name of a body in the bundled files has under 200.
pub(super) const MAX_FORM_BYTES: usize = 800;

/// Braces may stand in braces this deep; the worked examples need two.
const MAX_DEPTH: usize = 12;

/// What is wrong with the braces of a string, and at which bytes of it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{flaw}")]
pub struct ExpandError {
    /// Offset in bytes of the first wrong byte of the string.
    pub start: usize,
    /// Offset in bytes just after the wrong part.
    pub end: usize,
    /// What is wrong.
    pub flaw: Flaw,
}

/// What can be wrong with the braces of a string.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Flaw {
    /// `{` without `}`.
    #[error("this `{{` is never closed")]
    Unclosed,
    /// `}` without `{`.
    #[error("this `}}` closes nothing")]
    Unopened,
    /// `{}`.
    #[error("there is nothing between the braces")]
    Empty,
    /// `{@name}` and nobody declares `name`.
    #[error("unknown ending `{0}`")]
    UnknownEnding(String),
    /// `{31..1}`.
    #[error("`{0}` counts backwards")]
    Backwards(String),
    /// More than [`MAX_FORMS`] forms.
    #[error("this makes more than {MAX_FORMS} forms")]
    TooMany,
    /// Deeper than the limit.
    #[error("braces within braces go more than {MAX_DEPTH} deep")]
    TooDeep,
    /// A form longer than the limit.
    #[error("this makes a form of more than {MAX_FORM_BYTES} bytes")]
    TooLong,
}

/// Returns the forms that a string stands for, in the order they are written.
///
/// `endings` answers what a name after `@` stands for.
///
/// # Errors
/// When braces do not pair, an ending is not known, or the string makes too many or too long forms.
///
/// ```
/// use ibid::gazetteer::expand;
/// let fr = ["".to_owned(), "e".to_owned()];
/// let endings = |name: &str| (name == "fr").then_some(&fr[..]);
/// assert_eq!(expand("América{,in{@fr}}", endings).unwrap(), ["América", "Américain", "Américaine"]);
/// assert_eq!(expand("a{b", endings).unwrap_err().start, 1);
/// ```
pub fn expand<'e>(
    pattern: &str,
    endings: impl Fn(&str) -> Option<&'e [String]>,
) -> Result<Vec<String>, ExpandError> {
    if pattern.len() <= MAX_FORM_BYTES && !pattern.contains(['{', '}']) {
        return Ok(vec![pattern.to_owned()]);
    }
    let mut reader = Reader {
        pattern,
        at: 0,
        endings,
    };
    reader.sequence(0)
}

struct Reader<'p, F> {
    pattern: &'p str,
    at: usize,
    endings: F,
}

impl<'e, F: Fn(&str) -> Option<&'e [String]>> Reader<'_, F> {
    /// Reads up to the end of the string or, within braces, up to the `,` or `}` that ends the alternate.
    fn sequence(&mut self, depth: usize) -> Result<Vec<String>, ExpandError> {
        let start = self.at;
        let mut forms = vec![String::new()];
        loop {
            let rest = self.pattern.get(self.at..).unwrap_or_default();
            let literal_len = rest
                .find(|c| matches!(c, '{' | '}') || (c == ',' && depth > 0))
                .unwrap_or(rest.len());
            let (literal, rest) = rest.split_at(literal_len);
            for form in &mut forms {
                form.push_str(literal);
            }
            self.at += literal_len;
            match rest.chars().next() {
                Some('{') => {
                    let alternates = self.braces(depth + 1)?;
                    forms = product(&forms, &alternates).map_err(|flaw| self.error(start, flaw))?;
                }
                Some('}') if depth == 0 => {
                    return Err(error_between(self.at, self.at + 1, Flaw::Unopened));
                }
                _ => break,
            }
            if forms.iter().any(|form| form.len() > MAX_FORM_BYTES) {
                return Err(self.error(start, Flaw::TooLong));
            }
        }
        if forms.iter().any(|form| form.len() > MAX_FORM_BYTES) {
            return Err(self.error(start, Flaw::TooLong));
        }
        Ok(forms)
    }

    /// Reads from a `{` to its `}`.
    fn braces(&mut self, depth: usize) -> Result<Vec<String>, ExpandError> {
        let open = self.at;
        if depth > MAX_DEPTH {
            return Err(error_between(open, open + 1, Flaw::TooDeep));
        }
        let mut all = Vec::new();
        loop {
            self.at += 1;
            let start = self.at;
            let forms = self.sequence(depth)?;
            let written = self.pattern.get(start..self.at).unwrap_or_default();
            match self.special(start, written)? {
                Some(special) => all.extend(special),
                None => all.extend(forms),
            }
            if all.len() > MAX_FORMS {
                return Err(self.error(open, Flaw::TooMany));
            }
            match self.pattern.as_bytes().get(self.at) {
                Some(b',') => {}
                Some(_) => break,
                None => return Err(error_between(open, open + 1, Flaw::Unclosed)),
            }
        }
        self.at += 1;
        if self.at == open + 2 {
            return Err(self.error(open, Flaw::Empty));
        }
        Ok(all)
    }

    /// Returns what an alternate that begins with `@` or is a count stands for; `None` for any other.
    fn special(&self, start: usize, written: &str) -> Result<Option<Vec<String>>, ExpandError> {
        if let Some(name) = written.strip_prefix('@') {
            return match (self.endings)(name) {
                Some(forms) => Ok(Some(forms.to_vec())),
                None => Err(self.error(start, Flaw::UnknownEnding(name.to_owned()))),
            };
        }
        let Some((first, last)) = written.split_once("..") else {
            return Ok(None);
        };
        let is_count = |digits: &str| {
            (1..=9).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
        };
        if !is_count(first) || !is_count(last) {
            return Ok(None);
        }
        let (Ok(low), Ok(high)) = (first.parse::<usize>(), last.parse::<usize>()) else {
            return Ok(None);
        };
        if low > high {
            return Err(self.error(start, Flaw::Backwards(written.to_owned())));
        }
        if high - low >= MAX_FORMS {
            return Err(self.error(start, Flaw::TooMany));
        }
        // `{01..12}` keeps its noughts, as a shell does.
        let width = if first.starts_with('0') {
            first.len()
        } else {
            0
        };
        Ok(Some(
            (low..=high)
                .map(|number| format!("{number:0width$}"))
                .collect(),
        ))
    }

    fn error(&self, start: usize, flaw: Flaw) -> ExpandError {
        error_between(start, self.at, flaw)
    }
}

fn error_between(start: usize, end: usize, flaw: Flaw) -> ExpandError {
    ExpandError { start, end, flaw }
}

fn product(heads: &[String], tails: &[String]) -> Result<Vec<String>, Flaw> {
    if heads.len() * tails.len() > MAX_FORMS {
        return Err(Flaw::TooMany);
    }
    let mut forms = Vec::with_capacity(heads.len() * tails.len());
    for head in heads {
        for tail in tails {
            let mut form = String::with_capacity(head.len() + tail.len());
            form.push_str(head);
            form.push_str(tail);
            forms.push(form);
        }
    }
    Ok(forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(pattern: &str) -> Result<Vec<String>, ExpandError> {
        let fr = ["", "e", "s", "es"].map(str::to_owned);
        expand(pattern, |name| (name == "fr").then_some(&fr[..]))
    }

    #[test]
    fn braces_expand_in_the_order_they_are_written() {
        let table: [(&str, &[&str]); 13] = [
            ("NATO", &["NATO"]),
            ("Washington, D.C.", &["Washington, D.C."]),
            (
                "américain{,e,s,es}",
                &["américain", "américaine", "américains", "américaines"],
            ),
            (
                "américain{@fr}",
                &["américain", "américaine", "américains", "américaines"],
            ),
            ("{Vladimir ,}Putin", &["Vladimir Putin", "Putin"]),
            ("{a,b}{c,d}", &["ac", "ad", "bc", "bd"]),
            ("x{a{1,2},b}", &["xa1", "xa2", "xb"]),
            (
                "{{Recep ,}Tayyip ,}Erdoğan",
                &["Recep Tayyip Erdoğan", "Tayyip Erdoğan", "Erdoğan"],
            ),
            ("G{7..9}", &["G7", "G8", "G9"]),
            ("{08..10}", &["08", "09", "10"]),
            ("{@fr,x}", &["", "e", "s", "es", "x"]),
            ("a{..}b{a..z}", &["a..ba..z"]),
            ("Росси{я,и}", &["Россия", "России"]),
        ];
        for (pattern, expected) in table {
            assert_eq!(forms(pattern).unwrap(), expected, "{pattern}");
        }
    }

    #[test]
    fn flaws_are_found_where_they_stand() {
        let table = [
            ("a{b,c", 1, Flaw::Unclosed),
            ("a{b,{c}", 1, Flaw::Unclosed),
            ("é{b,{c", 5, Flaw::Unclosed),
            ("ab}c", 2, Flaw::Unopened),
            ("a{b}}", 4, Flaw::Unopened),
            ("a{}b", 1, Flaw::Empty),
            ("x{@frr}", 2, Flaw::UnknownEnding("frr".to_owned())),
            ("x{9..3}", 2, Flaw::Backwards("9..3".to_owned())),
            ("{1..501}", 1, Flaw::TooMany),
            ("{1..30}{1..30}", 0, Flaw::TooMany),
            ("{{{{{{{{{{{{{a}}}}}}}}}}}}}", 12, Flaw::TooDeep),
        ];
        for (pattern, start, flaw) in table {
            let error = forms(pattern).unwrap_err();
            assert_eq!((error.start, &error.flaw), (start, &flaw), "{pattern}");
            assert!(pattern.is_char_boundary(error.end), "{pattern}");
        }
    }

    #[test]
    fn what_is_just_within_the_limits_stands() {
        assert_eq!(forms("{1..500}").unwrap().len(), 500);
        assert_eq!(forms("{1..20}{1..25}").unwrap().len(), 500);
        assert_eq!(forms("{{{{{{{{{{{{a}}}}}}}}}}}}").unwrap(), ["a"]);
        assert_eq!(forms(&"a".repeat(MAX_FORM_BYTES)).unwrap().len(), 1);
        assert_eq!(
            forms(&"a".repeat(MAX_FORM_BYTES + 1)).unwrap_err().flaw,
            Flaw::TooLong
        );
    }
}
