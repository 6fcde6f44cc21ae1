//! Plain text: the text is the file, and only the title has to be found.

use super::{Article, Facts};
use crate::corpus::date::dateline;
use crate::text::sentence::ends_sentence;

/// A longer first line is a paragraph. The longest headlines of the large papers have about 130 characters.
const MAX_TITLE_CHARS: usize = 150;

/// How many lines are looked at for a title, after those that hold only a date or an address.
const MAX_SKIPPED_LINES: usize = 3;

/// Returns the article of a plain text.
pub fn read(text: String) -> Article {
    let title = title(&text).map(str::to_owned);
    Article {
        text,
        facts: Facts {
            title,
            ..Facts::default()
        },
        problems: Vec::new(),
    }
}

/// Returns the title of a plain text: its first line, if that is short and does not end like a sentence.
///
/// A line that holds only a date or a web address is passed over.
///
/// ```
/// use ibid::corpus::format::plain::title;
/// assert_eq!(title("NATO challenged to end Putin’s war\n\nby time news\n"), Some("NATO challenged to end Putin’s war"));
/// assert_eq!(title("NATO promised on Wednesday to support Ukraine.\n"), None);
/// ```
pub fn title(text: &str) -> Option<&str> {
    text.split(['\n', '\r'])
        .map(trim)
        .filter(|line| !line.is_empty())
        .take(MAX_SKIPPED_LINES)
        .find(|line| !is_address(line) && dateline(line).is_none())
        .filter(|line| is_title(line))
}

fn trim(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}')
}

fn is_title(line: &str) -> bool {
    line.chars().nth(MAX_TITLE_CHARS).is_none()
        && line.chars().any(char::is_alphabetic)
        && !ends_sentence(line)
}

fn is_address(line: &str) -> bool {
    !line.contains(char::is_whitespace)
        && (line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_title() {
        let long = "mot ".repeat(40);
        for (text, expected) in [
            ("", None),
            ("\n \n", None),
            ("NATO at seventy\n\nText.", Some("NATO at seventy")),
            (
                "\u{FEFF}\r\n  NATO at seventy \r\nText.",
                Some("NATO at seventy"),
            ),
            ("Only one line", Some("Only one line")),
            ("2022-06-29\nNATO at seventy\n", Some("NATO at seventy")),
            (
                "https://example.org/a\n29 juin 2022\nL’OTAN\n",
                Some("L’OTAN"),
            ),
            ("Leaders met in Madrid.\nMore.", None),
            ("« Nous sommes prêts. »\nSuite", None),
            ("He asked why?\nMore", None),
            ("A blow to the U.S.\n\nMore.", Some("A blow to the U.S.")),
            ("***\nText", None),
            (&long, None),
        ] {
            assert_eq!(title(text), expected, "{text:?}");
        }
    }
}
