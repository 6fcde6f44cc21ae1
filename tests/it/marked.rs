//! Marked text: `[russia:Moscow]` in a sentence is a mention of Russia. One function here is the only caller of the matcher.
//!
//! A mark is `[entity:text]`, or `[entity/form:text]` where the form matters; `[entity?:text]` is a form of several entities that must be
//! left uncertain. Roles hold other marks. Every sentence is read whole: what is not marked must not be a mention.

use std::fmt::Write as _;
use std::sync::LazyLock;

use ibid::gazetteer::Gazetteer;
use ibid::matcher::{Certainty, Context, Matcher, Mention};

/// The bundled gazetteer, loaded once.
pub(crate) static BUNDLED: LazyLock<Matcher> =
    LazyLock::new(|| Matcher::new(Gazetteer::open(Vec::new()).0.into()));

/// One mark, with offsets in bytes of the text without marks.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) entity: String,
    pub(crate) form: Option<String>,
    pub(crate) is_uncertain: bool,
}

/// Splits a marked sentence into its text and its marks, ordered by start, the longer one first.
pub(crate) fn parse(marked: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '[' => {
                let (name, after) = rest.split_once(':').expect("a mark has a colon");
                rest = after;
                let (entity, form) = name.split_once('/').map_or((name, None), |(entity, form)| {
                    (entity, Some(form.to_owned()))
                });
                open.push((text.len(), entity.to_owned(), form));
            }
            ']' => {
                let (start, entity, form) = open.pop().expect("a mark was opened");
                let certain = entity.trim_end_matches('?');
                marks.push(Mark {
                    start,
                    end: text.len(),
                    is_uncertain: certain.len() < entity.len(),
                    entity: certain.to_owned(),
                    form,
                });
            }
            c => text.push(c),
        }
    }
    assert!(open.is_empty(), "a mark is not closed: {marked}");
    marks.sort_by_key(|mark| (mark.start, std::cmp::Reverse(mark.end)));
    (text, marks)
}

/// Puts mentions into a text as marks, with the forms that `marks` asks for.
fn print(text: &str, mentions: &[Mention], matcher: &Matcher) -> String {
    let gazetteer = matcher.gazetteer();
    let mut printed = String::new();
    for (offset, c) in text.char_indices().chain([(text.len(), '\0')]) {
        for mention in mentions.iter().filter(|mention| mention.span.end == offset) {
            let doubt = if mention.certainty == Certainty::Uncertain {
                "?"
            } else {
                ""
            };
            let _ = write!(printed, "{doubt}]");
        }
        for mention in mentions
            .iter()
            .filter(|mention| mention.span.start == offset)
        {
            let id = &gazetteer.entity(mention.entity).id;
            let _ = write!(printed, "[{id}/{}:", mention.form.as_str());
        }
        if offset < text.len() {
            printed.push(c);
        }
    }
    printed
}

/// Matches a marked sentence in a setting such as `en` or `fr 2022-06-30`; returns what is wrong.
pub(crate) fn flaw(setting: &str, marked: &str) -> Option<String> {
    let (language, date) = setting.split_once(' ').unwrap_or((setting, ""));
    let context = Context {
        language: Some(language.parse().unwrap()),
        date: date.parse().ok(),
    };
    let (text, marks) = parse(marked);
    let mentions = BUNDLED.mentions(&text, context);
    let fits = |(mark, mention): (&Mark, &Mention)| {
        (mark.start, mark.end) == (mention.span.start, mention.span.end)
            && (!mark.is_uncertain || mention.certainty == Certainty::Uncertain)
            && mark.entity == BUNDLED.gazetteer().entity(mention.entity).id
            && mark
                .form
                .as_deref()
                .is_none_or(|form| form == mention.form.as_str())
    };
    let is_right = marks.len() == mentions.len() && marks.iter().zip(&mentions).all(fits);
    (!is_right).then(|| {
        format!(
            "{setting}\n  expected {marked}\n  found    {}",
            print(&text, &mentions, &BUNDLED)
        )
    })
}

/// Checks a table of sentences of one setting, and tells of all that are wrong.
#[track_caller]
pub(crate) fn check(setting: &str, sentences: &[&str]) {
    let flaws: Vec<String> = sentences
        .iter()
        .filter_map(|marked| flaw(setting, marked))
        .collect();
    assert!(
        flaws.is_empty(),
        "{} of {} sentences\n{}",
        flaws.len(),
        sentences.len(),
        flaws.join("\n")
    );
}

#[test]
fn marks_are_parsed() {
    let (text, marks) = parse("the [biden/role:[united-states:American] president]");
    assert_eq!(text, "the American president");
    let mark = |start, end, entity: &str, form: Option<&str>| Mark {
        start,
        end,
        entity: entity.to_owned(),
        form: form.map(str::to_owned),
        is_uncertain: false,
    };
    let expected = [
        mark(4, 22, "biden", Some("role")),
        mark(4, 12, "united-states", None),
    ];
    assert_eq!(marks, expected);
}

#[test]
fn a_wrong_mark_is_told() {
    assert!(flaw("en", "[russia:Moscow] said").is_none());
    assert!(flaw("en", "Moscow said").is_some());
    assert!(flaw("en", "[france:Moscow] said").is_some());
}
