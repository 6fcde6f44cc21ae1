//! Where sentences start, as far as the press of Europe writes them.
//!
//! The rules look at a few characters around a place and so cost the same anywhere in a text of any length. They are made for telling a
//! capital that a sentence asks for from one that a name asks for: where they cannot know, they say that no sentence starts.

use super::boundary::is_word_char;

/// How far from a place its surroundings are looked at, in bytes: longer than any line of a text broken by hand.
const WINDOW: usize = 512;

/// A line shorter than this is a line of its own, whatever the next one's length: a name in a list, a by-line, a heading.
const SHORT_LINE: usize = 40;

/// What ends a word with a dot and no sentence: titles, common shortenings, months; English, French, German, Spanish, Italian, Russian.
///
/// In small letters, without the last dot.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    // Titles and forms of address.
    "mr", "mrs", "ms", "dr", "drs", "prof", "sen", "rep", "gov", "gen", "col", "lt", "maj", "sgt", "capt", "cpt", "cmdr", "adm", "pres",
    "rev", "hon", "st", "ste", "mt", "jr", "sr", "messrs", "mm", "mme", "mmes", "mlle", "mgr", "hr", "fr", "frau", "herr", "sra", "srta",
    "sres", "dra", "lic", "ing", "dña", "excmo", "sig", "dott", "avv", "on", "arch", "г-н", "г-жа", "им", "проф", "акад", "ген", "св",
    // Parts of texts, numbers, measures.
    "no", "nos", "nr", "núm", "num", "art", "arts", "vol", "fig", "p", "pp", "pág", "cf", "ch", "sect", "approx", "ca", "env", "abs",
    "bd", "ff", "s", "tel", "ул", "стр", "рис", "тыс", "млн", "млрд", "трлн", "руб", "долл", "гг",
    // Companies and countries.
    "corp", "bros", "ee", "uu", "gmbh",
    // Common shortenings.
    "vs", "e.g", "i.e", "viz", "incl", "esp", "al", "av", "apr", "bzw", "usf", "vgl", "sog", "evtl", "ggf", "z.b", "d.h", "u.a",
    "z", "b", "d", "h", "u", "a", "p.ej", "ej", "ecc", "т.е", "т.к", "т.н", "т", "е", "к", "н", "см", "ср", "напр",
    // Months, before a day.
    "jan", "feb", "aug", "sept", "oct", "nov", "dec", "janv", "févr", "avr", "juil", "déc", "okt", "dez",
];

/// What starts a sentence even after an initial or a country's letters: "in the U.S. The president …".
#[rustfmt::skip]
const STARTERS: &[&str] = &[
    "The", "This", "That", "These", "Those", "He", "She", "It", "They", "We", "But", "And", "In", "On", "At", "For", "However", "Le",
    "La", "Les", "Il", "Elle", "Ils", "Elles", "Ce", "Cette", "Mais", "Et", "Un", "Une", "Der", "Die", "Das", "Es", "Er", "Sie", "Und",
    "Aber", "El", "Los", "Las", "Pero", "Y", "En", "Lo", "Gli", "Ma", "Он", "Она", "Они", "Это", "Но",
];

/// Returns whether a sentence starts at `offset` (bytes): the first of its words, not the quotation mark or the bullet before it.
///
/// After a colon or a comma a quotation starts a sentence too. False for an offset that is not a character's.
///
/// ```
/// use ibid::text::sentence::is_sentence_start;
/// let text = "M. Biden est à Madrid. L’Alliance : « Nous sommes prêts. »";
/// let starts = |word| is_sentence_start(text, text.find(word).unwrap());
/// assert!(starts("M. Biden") && starts("L’Alliance") && starts("Nous"));
/// assert!(!starts("Biden") && !starts("Madrid"));
/// ```
pub fn is_sentence_start(text: &str, offset: usize) -> bool {
    let Some(before) = text.get(..offset) else {
        return false;
    };
    let before = window_before(before);
    let after = text.get(offset..).unwrap_or_default();
    let (rest, seen) = skip_opening(before);
    let Some(last) = rest.chars().next_back() else {
        return true;
    };
    if matches!(last, '\n' | '\r') {
        return breaks_paragraph(rest, text, offset);
    }
    // Without a space or a quotation mark the place is inside a word or just after one; Chinese and Japanese have no spaces.
    if !seen.space && !seen.quote && !matches!(last, '。' | '！' | '？') {
        return false;
    }
    if seen.quote && matches!(last, ':' | ',') {
        return true;
    }
    ends(rest.trim_end_matches(is_closing), after)
}

/// Returns the offsets (bytes) at which the sentences of a text start, in order.
///
/// ```
/// use ibid::text::sentence::sentence_starts;
/// assert_eq!(sentence_starts("Mr. Biden spoke. “We agree.”").collect::<Vec<_>>(), [0, 20]);
/// ```
pub fn sentence_starts(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut before = None;
    text.char_indices()
        .filter(move |&(_, c)| {
            let starts_word = is_word_char(c) && !before.is_some_and(is_word_char);
            before = Some(c);
            starts_word
        })
        .map(|(offset, _)| offset)
        .filter(|&offset| is_sentence_start(text, offset))
}

/// Returns whether a line ends as a sentence does: with a stop, a question, an exclamation, or a sign that announces more.
///
/// ```
/// use ibid::text::sentence::ends_sentence;
/// assert!(ends_sentence("« Nous sommes prêts. »") && ends_sentence("He said:"));
/// assert!(!ends_sentence("NATO at seventy") && !ends_sentence("A blow to the U.S."));
/// ```
pub fn ends_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(|c: char| c.is_whitespace() || is_closing(c));
    match line.chars().next_back() {
        Some(',' | ';' | ':' | '，' | '；' | '：') => true,
        Some('.') => !is_initial(last_word(line)),
        Some(c) => is_terminator(c),
        None => false,
    }
}

fn is_terminator(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '‽' | '。' | '！' | '？' | '．' | '؟' | '۔' | '।'
    )
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '"' | '\'' | '’' | '”' | '»' | '›' | ')' | ']' | '“' | '‘' | '」' | '』' | '）'
    ) || is_space(c)
}

/// White space that does not end a line.
fn is_space(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\n' | '\r')
}

#[derive(Default)]
struct Skipped {
    space: bool,
    quote: bool,
}

/// Takes off what may stand between a sentence's edge and its first word: spaces, quotation marks, brackets, dashes, bullets.
fn skip_opening(before: &str) -> (&str, Skipped) {
    let mut seen = Skipped::default();
    let mut rest = before;
    while let Some(c) = rest.chars().next_back() {
        match c {
            '“' | '„' | '«' | '‹' | '‘' | '‚' | '"' | '\'' | '「' | '『' | '»' => {
                // A mark that closes belongs to the sentence before: « … » L’Alliance.
                if seen.space
                    && (c == '»' || matches!(c, '"' | '\'' | '“' | '‘') && closes(rest, c))
                {
                    break;
                }
                seen.quote = true;
            }
            '(' | '[' | '¿' | '¡' | '—' | '–' | '-' | '•' | '*' | '·' | '>' | '#' | '\u{FEFF}' =>
                {}
            _ if is_space(c) => seen.space = true,
            _ => break,
        }
        // A dash within a sentence starts none; only before a line's first word is it a mark of a list or of speech.
        if matches!(c, '—' | '–' | '-' | '•' | '*' | '·' | '>' | '#') && !begins_line(rest) {
            break;
        }
        rest = rest.get(..rest.len() - c.len_utf8()).unwrap_or_default();
    }
    (rest, seen)
}

/// Returns whether the last character, a quotation mark, stands right after a word or a stop, as one that closes does.
fn closes(rest: &str, mark: char) -> bool {
    let before = rest
        .get(..rest.len() - mark.len_utf8())
        .and_then(|rest| rest.chars().next_back());
    before.is_some_and(|c| !c.is_whitespace() && !matches!(c, '(' | '['))
}

fn begins_line(rest: &str) -> bool {
    let line = rest.rsplit(['\n', '\r']).next().unwrap_or_default();
    line.chars()
        .all(|c| c.is_whitespace() || !c.is_alphanumeric() && !is_terminator(c))
}

/// Returns whether text that ends before a sentence's opening ends a sentence; `after` is what follows.
fn ends(before: &str, after: &str) -> bool {
    let Some(last) = before.chars().next_back().filter(|&c| is_terminator(c)) else {
        return false;
    };
    if last != '.' || before.ends_with("..") {
        return true;
    }
    let word = last_word(before);
    let stem = word.trim_end_matches('.').to_lowercase();
    let next: &str = after
        .split(|c: char| !is_word_char(c))
        .next()
        .unwrap_or_default();
    if is_initial(word) {
        return STARTERS.contains(&next);
    }
    // "29. Juni", "3. Liga": an ordinal, unless the number is a year or larger.
    if !stem.is_empty() && stem.len() <= 2 && stem.bytes().all(|byte| byte.is_ascii_digit()) {
        return STARTERS.contains(&next);
    }
    !ABBREVIATIONS.contains(&stem.as_str())
}

/// Returns the last word of a text with the dots in and after it: `U.S.`, `Dr.`.
fn last_word(text: &str) -> &str {
    let start = text
        .char_indices()
        .rev()
        .find(|&(_, c)| !(is_word_char(c) || c == '.' || c == '-'))
        .map_or(0, |(at, c)| at + c.len_utf8());
    text.get(start..).unwrap_or_default()
}

/// Returns whether a word is single letters with dots: `J.`, `U.S.`, `z.B.`
fn is_initial(word: &str) -> bool {
    word.ends_with('.')
        && word.trim_end_matches('.').split('.').all(|part| {
            let mut chars = part.chars();
            chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
        })
}

/// Returns whether a line end before `offset` ends a paragraph, and not just a line of a text broken by hand at some column.
fn breaks_paragraph(before: &str, text: &str, offset: usize) -> bool {
    let (line_before, n_ends) = last_line(before);
    if n_ends > 1 || line_before.is_empty() {
        return true;
    }
    let trimmed = line_before.trim_end_matches(is_closing);
    if trimmed.ends_with(is_terminator) {
        return ends(trimmed, text.get(offset..).unwrap_or_default());
    }
    let next_line = window_after(text, offset)
        .split(['\n', '\r'])
        .next()
        .unwrap_or_default();
    let first_word = next_line.split_whitespace().next().unwrap_or_default();
    let chars = |text: &str| text.chars().count();
    // Where lines are broken by hand, the next word would not have fitted on the line; and a line is as long as the longest at least.
    chars(line_before) < SHORT_LINE
        || chars(line_before) + 1 + chars(first_word) <= chars(next_line)
}

/// Returns the last line of a text that ends with line ends, and how many of them there are.
fn last_line(text: &str) -> (&str, usize) {
    let trimmed = text.trim_end();
    let ends = text
        .get(trimmed.len()..)
        .unwrap_or_default()
        .replace("\r\n", "\n");
    let n_ends = ends.chars().filter(|&c| matches!(c, '\n' | '\r')).count();
    (
        trimmed.rsplit(['\n', '\r']).next().unwrap_or_default(),
        n_ends,
    )
}

fn window_before(text: &str) -> &str {
    let start = text.ceil_char_boundary(text.len().saturating_sub(WINDOW));
    text.get(start..).unwrap_or_default()
}

fn window_after(text: &str, offset: usize) -> &str {
    let end = text.floor_char_boundary(offset.saturating_add(WINDOW).min(text.len()));
    text.get(offset..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks a text in which every `|` stands where a sentence starts.
    #[track_caller]
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let mut found = String::new();
        let starts: Vec<usize> = sentence_starts(&text).collect();
        for (offset, c) in text.char_indices() {
            if starts.contains(&offset) {
                found.push('|');
            }
            found.push(c);
        }
        assert_eq!(found, marked);
    }

    #[test]
    fn sentences_start_after_stops() {
        check("|NATO met. |It agreed! |Did it? |Yes… |So it said.");
        check("|Mr. Biden and Gen. J. Smith met Dr. Who. |They spoke.");
        check("|The U.S. Senate met. |He left the U.S. |The Senate stayed.");
        check("|M. Macron a reçu Mme Le Pen et MM. Scholz et Sánchez. |Il a souri.");
        check("|Am 29. Juni traf Dr. Merz z. B. den Kanzler. |Das war 2022. |Danach ging er.");
        check("|El Sr. Sánchez viajó a EE.UU. |El martes volvió.");
        check("|В 2022 г. Россия напала. |Он сказал: «|Мы готовы».");
        check("|北约。|布鲁塞尔");
    }

    #[test]
    fn quotations_start_sentences_after_a_colon_a_comma_or_a_stop() {
        check("|He said: “|Russia is ready.” |Putin left.");
        check(
            "|He said, “|Russia is ready.” |Then “|America agreed.”"
                .replace("|America", "America")
                .as_str(),
        );
        check("|The “Alliance” met. |L’« Alliance » aussi.");
        check("|Il dit : « |Nous sommes prêts. » |Poutine partit.");
        check("“|We agree,” Biden said. “|Putin does not.”");
        check("\"|We agree,\" Biden said. \"|Putin does not.\" |Russia left.");
        check("|Scholz sagte: „|Wir sind bereit.“ |Putin ging.");
    }

    #[test]
    fn lines_start_sentences_unless_broken_by_hand() {
        check("|NATO at seventy\n\n|The Alliance met\n\n|Russia did not");
        check("• |France\n• |Germany\n— |Oui, dit Macron.");
        check(
            "|NATO at seventy\n|The Alliance met in London on Wednesday, and all its members agreed.",
        );
        check(
            "|The leaders of the Alliance met in London with the president of the\nUnited States and the chancellor of Germany and the prime minister of\nCanada. |They agreed.",
        );
        let long = "x ".repeat(60);
        check(&format!(
            "|L’OTAN réaffirme son soutien à l’Ukraine face aux attaques\n|Suite {long}"
        ));
    }

    #[test]
    fn odd_offsets_start_nothing() {
        assert!(!is_sentence_start("é", 1));
        assert!(!is_sentence_start("a", 9));
        assert!(is_sentence_start("", 0));
        assert!(is_sentence_start("NATO", 0));
        assert!(!is_sentence_start("NATO", 2));
    }
}
