//! The day an article is from, and what that was read from.
//!
//! Evidence is asked in the order of [`DateEvidence`]; the first that gives a plausible day wins. A date in the running text is no
//! evidence: articles speak of other days all the time.

use super::date_text::{self, Words};
use super::{Date, DateEvidence, Dated};

/// No article is older: the first newspapers of record begin here, and earlier years come from typing errors and numbers.
const FIRST_YEAR: i16 = 1800;

/// How many lines with text are looked at for a dateline.
const HEAD_LINES: usize = 3;

/// A longer line is no dateline unless it begins as one; no date begins after so many characters of it.
const MAX_DATELINE_CHARS: usize = 120;

/// Everything that may tell the day of one article.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence<'a> {
    /// What the document says of itself.
    pub stated: &'a [(DateEvidence, String)],
    /// The beginning of the text, in which a dateline may stand.
    pub text: &'a str,
    /// Where it was published.
    pub url: Option<&'a str>,
    /// The path shown, relative to the folder given.
    pub path: &'a str,
    /// The day the file was last changed.
    pub modified: Option<Date>,
}

/// Returns the day of an article, or `None` when nothing plausible tells. `today` is the last day but one that is plausible.
///
/// ```
/// use ibid::corpus::date::{Evidence, date_of};
/// use ibid::corpus::{Date, DateEvidence};
/// let today = Date::constant(2026, 11, 22);
/// let evidence = Evidence { url: Some("https://example.org/2022/06/29/nato"), path: "a.txt", ..Evidence::default() };
/// let dated = date_of(&evidence, today).unwrap();
/// assert_eq!((dated.date, dated.evidence), (Date::constant(2022, 6, 29), DateEvidence::Url));
/// ```
pub fn date_of(evidence: &Evidence<'_>, today: Date) -> Option<Dated> {
    let stated = |wanted: DateEvidence| {
        evidence
            .stated
            .iter()
            .filter(move |(found, _)| *found == wanted)
            .filter_map(|(_, text)| parse(text))
            .find(|&date| is_plausible(date, today))
    };
    let found = |wanted| match wanted {
        DateEvidence::FrontMatter | DateEvidence::Metadata | DateEvidence::JsonLd => stated(wanted),
        DateEvidence::Dateline => head_dateline(evidence.text),
        DateEvidence::Url => evidence.url.and_then(from_url),
        DateEvidence::FileName => from_path(evidence.path),
        DateEvidence::Modified => evidence.modified,
    };
    [
        DateEvidence::FrontMatter,
        DateEvidence::Metadata,
        DateEvidence::JsonLd,
        DateEvidence::Dateline,
        DateEvidence::Url,
        DateEvidence::FileName,
        DateEvidence::Modified,
    ]
    .into_iter()
    .find_map(|evidence| {
        let date = found(evidence).filter(|&date| is_plausible(date, today))?;
        Some(Dated { date, evidence })
    })
}

/// Returns whether an article may be from a day: not before 1800, and not after tomorrow, which today is already in the east.
fn is_plausible(date: Date, today: Date) -> bool {
    date.year() >= FIRST_YEAR && date <= today.tomorrow().unwrap_or(today)
}

/// Returns the first date of a text that is meant to hold one: an ISO date with any time after it, or a date in words.
///
/// ```
/// use ibid::corpus::{Date, date::parse};
/// let day = Some(Date::constant(2022, 6, 29));
/// for text in ["2022-06-29T23:30:00-05:00", "Wed, 29 Jun 2022 10:00:00 GMT", "June 29, 2022", "29. Juni 2022", "29.06.2022"] {
///     assert_eq!(parse(text), day, "{text}");
/// }
/// assert_eq!(parse("last week"), None);
/// ```
pub fn parse(text: &str) -> Option<Date> {
    let words = Words::new(text);
    (0..words.len())
        .find_map(|at| words.date_at(at))
        .map(|(date, _)| date)
}

/// Returns the date of a text's dateline, looked for in its first lines.
pub fn head_dateline(text: &str) -> Option<Date> {
    let lines = text
        .split(['\n', '\r'])
        .map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}'))
        .filter(|line| !line.is_empty())
        .take(HEAD_LINES);
    for (number, line) in lines.enumerate() {
        // The first line may be a headline, and headlines name days of remembrance: "D-Day, June 6, 1944".
        let date = dateline(line).or_else(|| {
            if number == 0 {
                date_text::opening(line)
            } else {
                date_text::byline(line)
            }
        });
        if date.is_some() {
            return date;
        }
    }
    None
}

/// Returns the date of a line that holds nothing else: a weekday, a time and words such as "published on" may stand around it.
pub fn dateline(line: &str) -> Option<Date> {
    if line.chars().nth(MAX_DATELINE_CHARS).is_some() {
        return None;
    }
    let words = Words::new(line);
    let (start, date, end) = words.first_date()?;
    (words.all(..start, date_text::introduces) && words.all(end.., date_text::is_time))
        .then_some(date)
}

/// Returns the date in a web address: `/2022/06/29/`, `/2022/jun/29/`, `2022-06-29`, `20220629`, or `/2022/06/` as the first of the month.
pub fn from_url(url: &str) -> Option<Date> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    from_folders(&parts)
        .or_else(|| parts.iter().rev().find_map(|part| date_text::in_name(part)))
        .or_else(|| month_of_folders(&parts))
}

/// Returns the date in a file's name, else in its folders: `2022-06-29-nato.txt`, `nato_20220629.txt`, `2022/06/29/nato.txt`; a month
/// (`2022-06-nato.md`, `2022/06/nato.md`) is its first day.
///
/// In a name the date may stand anywhere; a folder has to be a date and nothing else, for `backup-2022-06-29` says when the copy was made.
pub fn from_path(path: &str) -> Option<Date> {
    let mut folders: Vec<&str> = path.split('/').collect();
    let name = folders.pop()?;
    date_text::in_name(name)
        .or_else(|| {
            // `2022/06/29.txt`
            let stem = name.split('.').next().unwrap_or_default();
            let mut parts = folders.clone();
            parts.push(stem);
            from_folders(&parts)
        })
        .or_else(|| {
            folders
                .iter()
                .rev()
                .find_map(|folder| date_text::whole_name(folder))
        })
        .or_else(|| date_text::month_of_name(name))
        .or_else(|| month_of_folders(&folders))
        .or_else(|| {
            folders
                .iter()
                .rev()
                .find_map(|folder| date_text::whole_month(folder))
        })
}

/// Returns the date that three neighbouring folders make, the last such.
fn from_folders(parts: &[&str]) -> Option<Date> {
    parts.windows(3).rev().find_map(|window| match window {
        [year, month, day] => date_text::date(
            date_text::year(year)?,
            date_text::month(month)?,
            date_text::number(day, 2)?,
        ),
        _ => None,
    })
}

/// Returns the first day of the month that two neighbouring folders make, the last such.
fn month_of_folders(parts: &[&str]) -> Option<Date> {
    parts.windows(2).rev().find_map(|window| match window {
        [year, month] => date_text::date(date_text::year(year)?, date_text::month(month)?, 1),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Option<Date> = Some(Date::constant(2022, 6, 29));
    const MONTH: Option<Date> = Some(Date::constant(2022, 6, 1));
    const TODAY: Date = Date::constant(2026, 11, 22);

    #[test]
    fn dates_are_understood() {
        for text in [
            "2022-06-29",
            "2022-06-29T23:30:00-05:00",
            "2022-06-29 10:00:00 +0200",
            "20220629",
            "2022/6/29",
            "29.06.2022",
            "29/06/2022",
            "06/29/2022",
            "29 June 2022",
            "29 Jun. 2022",
            "29th of June, 2022",
            "June 29, 2022",
            "Jun 29th 2022 at 10:00",
            "Wed, 29 Jun 2022 10:00:00 GMT",
            "29 juin 2022",
            "29. Juni 2022",
            "29 de junio de 2022",
            "29 giugno 2022",
            "29-Jun-2022",
        ] {
            assert_eq!(parse(text), DAY, "{text}");
        }
        assert_eq!(parse("1er août 2022"), Some(Date::constant(2022, 8, 1)));
        assert_eq!(parse("3. März 2022"), Some(Date::constant(2022, 3, 3)));
        for text in [
            "",
            "June 2022",
            "05/06/2022",
            "2022-13-01",
            "30 February 2022",
            "29 June",
            "12345678",
            "1.2022-06-299",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn datelines_are_told_from_sentences() {
        for text in [
            "2022-06-29\nNATO at seventy\n",
            "NATO at seventy\n29 June 2022\nText",
            "NATO at seventy\n\nPublished on Wednesday, June 29, 2022 at 10:30 GMT\n",
            "L’OTAN à Madrid\nPublié le mercredi 29 juin 2022 à 18h30\n",
            "Die NATO\nMittwoch, 29. Juni 2022, 18.30 Uhr\n",
            "La OTAN\nMadrid, 29 de junio de 2022\n",
            "La NATO\nAggiornato il 29 giugno 2022\n",
            "NATO at seventy\nBy Jane Doe | June 29, 2022 | 3 min read\n",
            "MADRID, June 29, 2022 (AP) — Leaders of the Alliance met.\n",
            "\u{feff}\r\n29 juin 2022\r\nTexte",
        ] {
            assert_eq!(head_dateline(text), DAY, "{text}");
        }
        for text in [
            "On 29 June 2022 NATO leaders met in Madrid.\n",
            "Le 29 juin 2022, les dirigeants se sont réunis.\n",
            "The war that began on 24 February 2022 goes on.\n",
            "Remembering September 11, 2001\nText",
            "D-Day, June 6, 1944\nText",
            "Title\nText one.\nText two.\n29 June 2022",
            "KIEV, Ukraine (AP) — Secrétaire général de l’OTAN",
            "NATO met in Madrid on 29 June 2022 - and then it went home.\n",
        ] {
            assert_eq!(head_dateline(text), None, "{text}");
        }
    }

    #[test]
    fn addresses_and_names_hold_dates() {
        for url in [
            "https://example.org/2022/06/29/nato.html",
            "https://example.org/world/2022/jun/29/nato",
            "https://example.org/a/nato-2022-06-29",
            "https://example.org/a/20220629-nato?x=2021-01-01",
        ] {
            assert_eq!(from_url(url), DAY, "{url}");
        }
        assert_eq!(from_url("https://example.org/2022/06/nato"), MONTH);
        assert_eq!(from_url("https://example.org/a/123456789"), None);
        for path in [
            "2022-06-29-nato.txt",
            "nato_20220629_v2.md",
            "2022.06.29 nato.txt",
            "2022/06/29/nato.txt",
            "2022/06/29.txt",
            "a/2022-06-29/nato.txt",
            "20220629/nato.txt",
            "2021/01/2022-06-29.txt",
        ] {
            assert_eq!(from_path(path), DAY, "{path}");
        }
        for path in [
            "2022-06-nato.md",
            "2022/06/nato.md",
            "a/2022-06/nato.md",
            "2022-06.txt",
        ] {
            assert_eq!(from_path(path), MONTH, "{path}");
        }
        for path in [
            "nato.txt",
            "2022/madrid.txt",
            "backup-2022-06-29/nato.txt",
            "003_b89205c7379b9fe8.txt",
            "a20220629.txt",
            "2022-6-1.txt",
        ] {
            assert_eq!(from_path(path), None, "{path}");
        }
    }

    #[test]
    fn the_best_evidence_wins_and_the_implausible_none() {
        let stated = [
            (DateEvidence::JsonLd, "2020-01-03".to_owned()),
            (DateEvidence::Metadata, "2020-01-02".to_owned()),
            (DateEvidence::FrontMatter, "2020-01-01".to_owned()),
        ];
        let mut evidence = Evidence {
            stated: &stated,
            text: "4 January 2020\n",
            url: Some("https://example.org/2020/01/05/"),
            path: "2020-01-06.txt",
            modified: Some(Date::constant(2020, 1, 7)),
        };
        let dated = |evidence: &Evidence<'_>| {
            date_of(evidence, TODAY).map(|dated| (dated.date.day(), dated.evidence))
        };
        assert_eq!(dated(&evidence), Some((1, DateEvidence::FrontMatter)));
        evidence.stated = &stated[..2];
        assert_eq!(dated(&evidence), Some((2, DateEvidence::Metadata)));
        evidence.stated = &stated[..1];
        assert_eq!(dated(&evidence), Some((3, DateEvidence::JsonLd)));
        evidence.stated = &[];
        assert_eq!(dated(&evidence), Some((4, DateEvidence::Dateline)));
        evidence.text = "4 January 2027\n";
        assert_eq!(dated(&evidence), Some((5, DateEvidence::Url)));
        evidence.url = None;
        assert_eq!(dated(&evidence), Some((6, DateEvidence::FileName)));
        evidence.path = "2026-11-24.txt";
        assert_eq!(dated(&evidence), Some((7, DateEvidence::Modified)));
        evidence.path = "2026-11-23.txt";
        assert_eq!(dated(&evidence), Some((23, DateEvidence::FileName)));
        assert_eq!(date_of(&Evidence::default(), TODAY), None);
    }
}
