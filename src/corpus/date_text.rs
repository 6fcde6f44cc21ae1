//! Dates as they are written: in figures, and in words of five languages.

use std::ops::RangeBounds;

use super::Date;

/// The names of the months and what begins them when they are cut short: English, French, German, Spanish, Italian.
///
/// A word is a month when it is one of these; the accents of French and German are listed both ways, for they are often left out.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "jan", "janvier", "janv", "januar", "jänner", "enero", "ene", "gennaio", "gen",
    ],
    &[
        "february", "feb", "février", "fevrier", "févr", "fevr", "februar", "febrero", "febbraio",
    ],
    &["march", "mar", "mars", "märz", "maerz", "mrz", "marzo"],
    &["april", "apr", "avril", "avr", "abril", "abr", "aprile"],
    &["may", "mai", "mayo", "maggio", "mag"],
    &["june", "jun", "juin", "juni", "junio", "giugno", "giu"],
    &[
        "july", "jul", "juillet", "juil", "juli", "julio", "luglio", "lug",
    ],
    &["august", "aug", "août", "aout", "agosto", "ago"],
    &[
        "september",
        "sept",
        "sep",
        "septembre",
        "septiembre",
        "setiembre",
        "settembre",
        "set",
    ],
    &[
        "october", "oct", "octobre", "oktober", "okt", "octubre", "ottobre", "ott",
    ],
    &["november", "nov", "novembre", "noviembre"],
    &[
        "december",
        "dec",
        "décembre",
        "decembre",
        "déc",
        "dezember",
        "dez",
        "diciembre",
        "dic",
        "dicembre",
    ],
];

/// The days of the week, whole and cut short.
const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "tues",
    "wed",
    "thu",
    "thur",
    "thurs",
    "fri",
    "sat",
    "sun",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonnabend",
    "sonntag",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "lunes",
    "martes",
    "miércoles",
    "jueves",
    "viernes",
    "sábado",
    "domingo",
    "lunedì",
    "martedì",
    "mercoledì",
    "giovedì",
    "venerdì",
    "sabato",
    "domenica",
];

/// The words that introduce a date which is that of the article.
const INTRODUCING: &[&str] = &[
    "published",
    "posted",
    "updated",
    "date",
    "dated",
    "on",
    "publié",
    "publiée",
    "mis",
    "mise",
    "à",
    "jour",
    "le",
    "paru",
    "parution",
    "veröffentlicht",
    "aktualisiert",
    "am",
    "den",
    "vom",
    "stand",
    "datum",
    "publicado",
    "actualizado",
    "el",
    "fecha",
    "pubblicato",
    "aggiornato",
    "il",
    "data",
];

/// The words that may stand about a time of day.
const TIME_WORDS: &[&str] = &[
    "at", "à", "um", "uhr", "a", "las", "alle", "ore", "h", "am", "pm", "gmt", "utc", "cet",
    "cest", "est", "edt", "et", "bst", "z", "t",
];

/// A line as a row of words and signs, white space left out.
pub(super) struct Words<'a> {
    words: Vec<&'a str>,
}

impl<'a> Words<'a> {
    /// Returns the words of a text's first 400 bytes: runs of letters or of digits; every other character but white space stands alone.
    pub(super) fn new(text: &'a str) -> Self {
        let mut words = Vec::new();
        let mut rest = text.get(..text.floor_char_boundary(400)).unwrap_or(text);
        while let Some(first) = rest.chars().next() {
            let class = class_of(first);
            let end = match class {
                Class::Sign => first.len_utf8(),
                Class::Letter | Class::Digit | Class::Space => {
                    rest.find(|c| class_of(c) != class).unwrap_or(rest.len())
                }
            };
            let (word, after) = rest.split_at(end);
            if class != Class::Space {
                words.push(word);
            }
            rest = after;
        }
        Self { words }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    fn get(&self, at: usize) -> &'a str {
        self.words.get(at).copied().unwrap_or_default()
    }

    /// Returns whether every word of a range passes a test.
    pub(super) fn all(&self, range: impl RangeBounds<usize>, test: fn(&str) -> bool) -> bool {
        self.words
            .iter()
            .enumerate()
            .filter(|(at, _)| range.contains(at))
            .all(|(_, word)| test(word))
    }

    /// Returns the first date with the words before which it starts and ends.
    pub(super) fn first_date(&self) -> Option<(usize, Date, usize)> {
        (0..self.len()).find_map(|at| self.date_at(at).map(|(date, end)| (at, date, end)))
    }

    /// Returns the date that starts with a word, and the word just after it.
    pub(super) fn date_at(&self, at: usize) -> Option<(Date, usize)> {
        // A number that goes on before or after is another number.
        let glued = at > 0
            && matches!(self.get(at - 1), "-" | "/" | ".")
            && at > 1
            && is_number(self.get(at - 2));
        if glued {
            return None;
        }
        self.in_figures(at)
            .or_else(|| self.day_first(at))
            .or_else(|| self.month_first(at))
    }

    /// `2022-06-29`, `2022/6/29`, `20220629`, `29.06.2022`, and `29/06/2022` where day and month cannot be taken for one another.
    fn in_figures(&self, at: usize) -> Option<(Date, usize)> {
        let first = self.get(at);
        if let Some(date) = compact(first) {
            return Some((date, at + 1));
        }
        let sign = self.get(at + 1);
        if !matches!(sign, "-" | "/" | ".") || self.get(at + 3) != sign {
            return None;
        }
        let (second, third) = (self.get(at + 2), self.get(at + 4));
        let date = if let Some(year) = year(first) {
            date(year, number(second, 2)?, number(third, 2)?)?
        } else {
            let (year, first, second) = (year(third)?, number(first, 2)?, number(second, 2)?);
            match (sign, first > 12, second > 12) {
                (".", ..) | (_, true, false) => date(year, second, first)?,
                (_, false, true) => date(year, first, second)?,
                _ if first == second => date(year, first, second)?,
                _ => return None,
            }
        };
        Some((date, at + 5))
    }

    /// `29 June 2022`, `29. Juni 2022`, `1er juin 2022`, `29 de junio de 2022`, `29-Jun-2022`.
    fn day_first(&self, at: usize) -> Option<(Date, usize)> {
        let day = number(self.get(at), 2)?;
        let mut next = self.skip(at + 1, &["st", "nd", "rd", "th", "er", "º"]);
        next = self.skip(next, &[".", "-"]);
        next = self.skip(next, &["de", "of"]);
        let month = month_name(self.get(next))?;
        next = self.skip(next + 1, &["."]);
        next = self.skip(next, &["de", "del", ",", "-"]);
        Some((date(year(self.get(next))?, month, day)?, next + 1))
    }

    /// `June 29, 2022`, `Jun. 29th 2022`.
    fn month_first(&self, at: usize) -> Option<(Date, usize)> {
        let mut next = self.skip(at + 1, &["."]);
        // The number first, for looking up the name of a month is dear.
        let day = number(self.get(next), 2)?;
        let month = month_name(self.get(at))?;
        next = self.skip(next + 1, &["st", "nd", "rd", "th"]);
        next = self.skip(next, &[","]);
        Some((date(year(self.get(next))?, month, day)?, next + 1))
    }

    fn skip(&self, at: usize, words: &[&str]) -> usize {
        at + usize::from(
            words
                .iter()
                .any(|word| self.get(at).eq_ignore_ascii_case(word)),
        )
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Letter,
    Digit,
    Space,
    Sign,
}

fn class_of(c: char) -> Class {
    match c {
        _ if c.is_ascii_digit() => Class::Digit,
        _ if c.is_alphabetic() => Class::Letter,
        _ if c.is_whitespace() => Class::Space,
        _ => Class::Sign,
    }
}

/// Returns whether a word before a date leaves it the only thing on its line.
pub(super) fn introduces(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "," | ":" | "." | "|" | "(" | "[" | "-" | "–" | "—" | "•" | "·"
    ) || WEEKDAYS.contains(&word.as_str())
        || INTRODUCING.contains(&word.as_str())
}

/// Returns whether a word after a date is part of a time of day or closes the line.
pub(super) fn is_time(word: &str) -> bool {
    let word = word.to_lowercase();
    matches!(
        word.as_str(),
        "," | ":" | "." | "|" | ")" | "]" | "-" | "–" | "—" | "+" | "•" | "·"
    ) || is_number(&word)
        || TIME_WORDS.contains(&word.as_str())
}

/// Returns the date of a line that opens like a dispatch: `MADRID, June 29, 2022 (AP) — Leaders …`.
///
/// The dash after it tells it from a sentence that begins with a place and a day.
pub(super) fn opening(line: &str) -> Option<Date> {
    let words = Words::new(line);
    let (start, date, end) = words.first_date()?;
    let dash = (end..end + 6).find(|&at| matches!(words.get(at), "—" | "–" | "-"))?;
    let agency = (end..dash)
        .all(|at| matches!(words.get(at), "(" | ")" | "/" | ",") || starts_upper(words.get(at)));
    (is_place(&words, start) && agency).then_some(date)
}

/// Returns the date of a line that holds a place or an author and a date: `Madrid, 29 June 2022`, `By Jane Doe | June 29, 2022 | 3 min`.
pub(super) fn byline(line: &str) -> Option<Date> {
    if let Some(date) = opening(line) {
        return Some(date);
    }
    if line.chars().count() > 120 {
        return None;
    }
    line.split(['|', '•', '·', '—', '–', '\t'])
        .find_map(|part| {
            let words = Words::new(part);
            let (start, date, end) = words.first_date()?;
            (is_place(&words, start) && words.all(end.., is_time)).then_some(date)
        })
}

/// Returns whether the words before a date are a place or an author: a few words with capitals and a comma.
fn is_place(words: &Words<'_>, end: usize) -> bool {
    const SMALL: [&str; 12] = [
        "by", "par", "von", "por", "di", "de", "of", "the", "la", "and", "et", "und",
    ];
    let n_names = (0..end).filter(|&at| starts_upper(words.get(at))).count();
    let plain = words.all(..end, |word| {
        starts_upper(word)
            || introduces(word)
            || matches!(word, ")" | "/" | "'" | "’")
            || SMALL.contains(&word)
    });
    let set_off =
        end == 0 || (0..end).any(|at| matches!(words.get(at), "," | "(" | ":" | "|" | "le"));
    plain && set_off && n_names <= 6
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Returns the date in a name that may hold other words: `nato-2022-06-29.txt`, `20220629_nato`.
pub(super) fn in_name(name: &str) -> Option<Date> {
    let parts: Vec<&str> = name.split(|c: char| !c.is_ascii_alphanumeric()).collect();
    let single = parts.iter().find_map(|part| compact(part));
    single.or_else(|| {
        parts.windows(3).find_map(|window| match window {
            // Two digits each: `2022-6-1` in a name is more often a number of something.
            [year_part, month, day] if month.len() == 2 && day.len() == 2 => {
                date(year(year_part)?, number(month, 2)?, number(day, 2)?)
            }
            _ => None,
        })
    })
}

/// Returns the date that a folder's name is, when it is nothing else.
pub(super) fn whole_name(name: &str) -> Option<Date> {
    let figures = |c: char| c.is_ascii_digit() || matches!(c, '-' | '_' | '.');
    name.chars().all(figures).then(|| in_name(name)).flatten()
}

/// Returns the first day of the month that a folder's name is, when it is nothing else: `2022-06`.
pub(super) fn whole_month(name: &str) -> Option<Date> {
    (name.len() == 7).then(|| month_of_name(name)).flatten()
}

/// Returns the first day of the month that a name begins with: `2022-06-nato.md`.
pub(super) fn month_of_name(name: &str) -> Option<Date> {
    let mut parts = name.split(['-', '_', '.']);
    let (first, second) = (parts.next()?, parts.next()?);
    (second.len() == 2)
        .then(|| date(year(first)?, number(second, 2)?, 1))
        .flatten()
}

/// Returns the day, if there is one in the calendar.
pub(super) fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// Returns a year of four figures in which an article may have been written.
pub(super) fn year(word: &str) -> Option<i16> {
    let year: i16 = (word.len() == 4).then(|| word.parse().ok()).flatten()?;
    (1800..2100).contains(&year).then_some(year)
}

/// Returns a month, in figures or by its name.
pub(super) fn month(word: &str) -> Option<i8> {
    number(word, 2).or_else(|| month_name(word))
}

/// Returns a number of at most so many figures.
pub(super) fn number(word: &str, at_most: usize) -> Option<i8> {
    (word.len() <= at_most && is_number(word))
        .then(|| word.parse().ok())
        .flatten()
}

fn is_number(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn month_name(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    MONTHS
        .iter()
        .zip(1..)
        .find(|(names, _)| names.contains(&word.as_str()))
        .map(|(_, month)| month)
}

/// Returns the date that eight figures make: `20220629`.
fn compact(word: &str) -> Option<Date> {
    let figures = word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
    let part = |start: usize, end: usize| word.get(start..end);
    figures
        .then(|| {
            date(
                year(part(0, 4)?)?,
                number(part(4, 6)?, 2)?,
                number(part(6, 8)?, 2)?,
            )
        })
        .flatten()
}
