//! The complaints that the counts give rise to.

use crate::diagnostic::{Diagnostic, SourceText};
use crate::gazetteer::{AliasClass, Origin, SourceFile};
use crate::text::Language;

use super::tally::{Tally, Use};
use super::unmet::Unmet;
use super::watch::{Watch, Watched};

/// A word met so often in small letters is an ordinary one, and not once a slip.
const MIN_SMALL: usize = 3;

/// A form met less often says nothing by where it stands.
const MIN_OPENINGS: usize = 5;

/// Names open one sentence in four, words with a capital from the sentence only nearly all of theirs: in between.
const OPENING_PERCENT: usize = 75;

/// Returns the complaints in the order of the files and lines.
pub(super) fn draw_up(
    files: &[(SourceFile, String)],
    watch: &Watch<'_>,
    tally: &Tally,
    unmet: &[Unmet],
) -> Vec<Diagnostic> {
    let mut complaints: Vec<(Origin, Diagnostic)> = unmet
        .iter()
        .map(|unmet| {
            let origin = watch.forms[unmet.form].alias.origin;
            (origin, never_met(watch, tally, unmet))
        })
        .collect();
    for (origin, string) in watch.strings() {
        for rule in [small_twin, sentence_opener, left_uncertain] {
            // Of the forms of a string the first that breaks a rule is told.
            let complaint = string.clone().find_map(|form| {
                let mut uses = tally.of(form);
                uses.find_map(|(language, counted)| {
                    rule(watch, &watch.forms[form], language, counted)
                })
            });
            complaints.extend(complaint.map(|complaint| (origin, complaint)));
        }
    }
    complaints.sort_by(|a, b| (a.0, a.1.rule).cmp(&(b.0, b.1.rule)));
    place(files, complaints)
}

/// Points the complaints at the strings that they are about.
fn place(files: &[(SourceFile, String)], complaints: Vec<(Origin, Diagnostic)>) -> Vec<Diagnostic> {
    let mut placed = Vec::with_capacity(complaints.len());
    for of_file in complaints.chunk_by(|one, other| one.0.file == other.0.file) {
        let Some((file, text)) = files.get(of_file[0].0.file as usize) else {
            continue;
        };
        let source = SourceText::new(&file.path, text);
        placed.extend(of_file.iter().map(|(origin, complaint)| {
            source.place_at(complaint.clone(), origin.line, origin.column)
        }));
    }
    placed
}

fn about(
    watch: &Watch<'_>,
    watched: &Watched<'_>,
    rule: &'static str,
    message: String,
) -> Diagnostic {
    Diagnostic::warning(message)
        .rule(rule)
        .about("form", &watched.alias.form)
        .about("entity", watch.id_of(watched.id.entity))
}

fn never_met(watch: &Watch<'_>, tally: &Tally, unmet: &Unmet) -> Diagnostic {
    let watched = &watch.forms[unmet.form];
    let form = &watched.alias.form;
    if unmet.found > 0 {
        let message = format!(
            "`{form}` is {} in the articles, and never a mention",
            times(unmet.found)
        );
        let complaint = about(watch, watched, "never-mention", message);
        return match &unmet.why {
            Some(why) => complaint.hint(why),
            None => complaint,
        };
    }
    let active = tally
        .articles
        .iter()
        .filter(|(language, _)| watched.is_active_in(**language));
    let articles: usize = active.map(|(_, count)| count).sum();
    let message = match articles {
        1 => format!("`{form}` is not in the article that it is valid in"),
        _ => format!("`{form}` is in none of the {articles} articles that it is valid in"),
    };
    let complaint = about(watch, watched, "never-found", message);
    let elsewhere: Vec<String> = unmet
        .elsewhere
        .iter()
        .map(|(language, count)| format!("{} in {}", times(*count), articles_in(*language)))
        .collect();
    if elsewhere.is_empty() {
        complaint
    } else {
        complaint.hint(format!(
            "it stands {}; list it for that language, too",
            elsewhere.join(", ")
        ))
    }
}

fn small_twin(
    watch: &Watch<'_>,
    watched: &Watched<'_>,
    language: Option<Language>,
    counted: &Use,
) -> Option<Diagnostic> {
    let is_ordinary = counted.small >= MIN_SMALL && counted.small > counted.mentions;
    is_ordinary.then(|| {
        let form = &watched.alias.form;
        let message = format!(
            "`{}` stands {} in {}, and `{form}` {}",
            form.to_lowercase(),
            times(counted.small),
            articles_in(language),
            times(counted.mentions)
        );
        about(watch, watched, "small-twin", message).hint(advice(watched))
    })
}

fn sentence_opener(
    watch: &Watch<'_>,
    watched: &Watched<'_>,
    language: Option<Language>,
    counted: &Use,
) -> Option<Diagnostic> {
    let is_opener = watched.may_have_twin
        && counted.openings >= MIN_OPENINGS
        && counted.openings * 100 >= counted.mentions * OPENING_PERCENT;
    is_opener.then(|| {
        let message = format!(
            "`{}` opens a sentence {} of {} times in {}, as an ordinary word does",
            watched.alias.form,
            counted.openings,
            counted.mentions,
            articles_in(language)
        );
        about(watch, watched, "sentence-opener", message).hint(advice(watched))
    })
}

fn left_uncertain(
    watch: &Watch<'_>,
    watched: &Watched<'_>,
    language: Option<Language>,
    counted: &Use,
) -> Option<Diagnostic> {
    (counted.uncertain > 0).then(|| {
        let rivals: Vec<&str> = counted.rivals.iter().map(|&rival| watch.id_of(rival)).collect();
        let message = format!(
            "`{}` is left uncertain in {} of {} mentions in {}",
            watched.alias.form,
            counted.uncertain,
            counted.mentions,
            articles_in(language)
        );
        about(watch, watched, "left-uncertain", message)
            .about("other", rivals.join(" "))
            .hint(format!(
                "it may also be `{}`; list other names of them that articles have, or phrases under `not`",
                rivals.join("`, `")
            ))
    })
}

/// Returns what to do about a form that is also an ordinary word.
fn advice(watched: &Watched<'_>) -> &'static str {
    match watched.alias.class {
        AliasClass::Short => {
            "it needs a longer name in the article; if that is not enough, list phrases under `not`"
        }
        AliasClass::Name
        | AliasClass::Acronym
        | AliasClass::Adjective
        | AliasClass::Capital
        | AliasClass::Metonym
        | AliasClass::Role
        | AliasClass::Mask => {
            "list it under `short`, which needs a longer name in the article, or phrases under `not`"
        }
    }
}

fn times(count: usize) -> String {
    match count {
        0 => "never".to_owned(),
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

fn articles_in(language: Option<Language>) -> String {
    match language {
        Some(language) => format!("articles in {}", language.english_name()),
        None => "articles of unknown language".to_owned(),
    }
}
