//! Lists of GATE: `lists.def` names a `.lst` file a line, with major and minor type and language; a list has an entry a line, with
//! features after a colon or a tab.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::super::AliasClass;
use super::chosen::Chosen;
use super::clean::{qid_in, tidy};
use super::format::Format;
use super::incoming::{Intake, Spot, Told};
use super::labels::{class_of, class_of_label, kind_of, language_of};
use super::lines::{Line, lines};
use super::losses::Losses;

/// What a list is of, as its line in `lists.def` says.
#[derive(Debug, Clone, Default)]
struct List {
    major: String,
    minor: String,
    language: Told,
}

/// Returns the names of the lists that lie beside a definition. One with a path in it is none: nothing else is read.
pub(super) fn lists_named(definition: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut seen = BTreeSet::new();
    for line in definition.lines() {
        let name = line.split(':').next().unwrap_or_default().trim();
        if is_plain_name(name) && seen.insert(name) {
            names.push(name.to_owned());
        }
    }
    names
}

fn is_plain_name(name: &str) -> bool {
    let is_list = std::path::Path::new(name)
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("lst"));
    is_list
        && !name.starts_with('.')
        && !name.contains(['/', '\\', ':'])
        && !name.contains(char::is_control)
}

/// Reads the definition and the lists beside it, or one list alone.
pub(super) fn read(intake: &mut Intake<'_, '_>) {
    let path = |intake: &Intake<'_, '_>, file: usize| {
        let name = intake.sheets[file].source.path().file_name();
        name.map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    if is_plain_name(&path(intake, 0)) {
        read_list(intake, 0, &List::default());
        return;
    }
    let files: BTreeMap<String, usize> = (1..intake.sheets.len())
        .map(|file| (path(intake, file), file))
        .collect();
    for line in lines(intake, 0) {
        let columns = line.columns(':');
        let column = |index: usize| columns.get(index).map_or("", |(text, _)| text.trim());
        let language = match language_of(column(3)) {
            Ok(_) if column(3).is_empty() => Told::Nothing,
            Ok(language) => Told::Language(language),
            Err(hint) => {
                let spot = columns.get(3).map_or(line.spot(), |(_, spot)| *spot);
                intake.remark(spot, || {
                    Diagnostic::warning(format!("`{}` is not a language tag", column(3))).hint(hint)
                });
                Told::Nothing
            }
        };
        let list = List {
            major: column(1).to_owned(),
            minor: column(2).to_owned(),
            language,
        };
        if let Some(&file) = files.get(column(0)) {
            read_list(intake, file, &list);
        } else {
            let spot = columns.first().map_or(line.spot(), |(_, spot)| *spot);
            intake.refuse(spot, || {
                Diagnostic::error(format!("the list `{}` cannot be read", column(0)))
                    .hint("a list is a file `NAME.lst` in the folder of its definition")
            });
        }
    }
}

/// Features of an entry that are read.
#[derive(Debug, Default)]
struct Features<'l> {
    id: Option<&'l str>,
    qid: Option<&'l str>,
    name: Option<&'l str>,
}

fn read_list(intake: &mut Intake<'_, '_>, file: usize, list: &List) {
    // The minor type says more where it is a kind that is known: `location`, `country`.
    let is_known = |kind: &str| matches!(kind, "leader" | "state" | "organisation" | "office");
    let minor = kind_of(&list.minor);
    let kind = match (list.major.as_str(), list.minor.as_str()) {
        ("", "") => None,
        (_, minor_type) if !minor_type.is_empty() && is_known(&minor) => Some(minor),
        (major, _) => Some(kind_of(major)),
    };
    let label_class = class_of_label(&list.minor).or(class_of_label(&list.major));
    for line in lines(intake, file) {
        let (entry, features) = split_entry(&line);
        let (entry, spot) = (tidy(entry), line.part(0, entry.len()));
        let features = read_features(intake, features);
        if entry.is_empty() {
            intake.refuse(line.spot(), || Diagnostic::error("the entry has no text"));
            continue;
        }
        let kind_word = kind.as_deref().unwrap_or_default();
        let key = match (features.id, features.qid) {
            (Some(id), _) => format!("id:{kind_word}:{id}"),
            (None, Some(qid)) => format!("qid:{qid}"),
            (None, None) => format!("name:{kind_word}:{}", features.name.unwrap_or(&entry)),
        };
        // Our own lists name the class by the minor type; elsewhere `capital` is a kind of place.
        let class = label_class.or(features.id.and_then(|_| class_of(&list.minor)));
        let entity = intake.entity(key, line.spot());
        entity.kind = entity.kind.take().or_else(|| kind.clone());
        let text = |feature: Option<&str>| feature.map(str::to_owned);
        entity.id = entity.id.take().or(text(features.id));
        entity.qid = entity.qid.take().or(text(features.qid));
        entity.name = entity.name.take().or(text(features.name));
        let form = entity.add(entry, spot);
        (form.class, form.language) = (class, list.language);
    }
}

/// Parts an entry from its features; without a tab, a colon counts only where `name=value` follows.
fn split_entry<'a>(line: &Line<'a>) -> (&'a str, Vec<(&'a str, Spot)>) {
    let separator = if line.text.contains('\t') { '\t' } else { ':' };
    let mut parts: Vec<(&str, Spot)> = Vec::new();
    let mut start = 0;
    for part in line.text.split(separator) {
        parts.push((part, line.part(start, start + part.len())));
        start += part.len() + 1;
    }
    let is_feature = |part: &str| {
        part.split_once('=').is_some_and(|(name, _)| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
        })
    };
    let rest = parts.split_off(1);
    let entry = parts.first().map_or("", |(entry, _)| entry);
    if separator == ':' && !rest.first().is_some_and(|(part, _)| is_feature(part)) {
        return (line.text, Vec::new());
    }
    (entry, rest)
}

fn read_features<'l>(intake: &mut Intake<'_, '_>, parts: Vec<(&'l str, Spot)>) -> Features<'l> {
    let mut features = Features::default();
    for (part, spot) in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let (name, value) = (name.trim(), value.trim());
        match name.to_lowercase().as_str() {
            "id" | "entity" if !value.is_empty() => features.id = Some(value),
            "qid" | "wikidata" | "inst" | "uri" if qid_in(value).is_some() => {
                features.qid = qid_in(value);
            }
            "name" | "preferred" if !value.is_empty() => features.name = Some(value),
            _ => intake.warn_once(name, spot, || format!("the feature `{name}` is not read")),
        }
    }
    features
}

/// Writes `lists.def` and a list for each kind, class and language, with the feature `id`.
pub(super) fn write(chosen: &[Chosen<'_>], losses: &mut Losses) -> Vec<(String, String)> {
    type Key<'k> = (&'k str, AliasClass, Option<Language>);
    let mut lists: BTreeMap<Key<'_>, String> = BTreeMap::new();
    for entity in chosen {
        for form in losses.keep(Format::Gate, entity) {
            let list = lists
                .entry((&entity.kind.id, form.class, form.language))
                .or_default();
            for part in [&form.form, ":id=", &entity.entity.id, "\n"] {
                list.push_str(part);
            }
        }
    }
    let mut definition = String::new();
    let mut files = Vec::with_capacity(lists.len() + 1);
    for ((kind, class, language), list) in lists {
        let class = class.key();
        let language = language.map(|language| language.to_string());
        let tag = language.as_deref().unwrap_or("any");
        let name = format!("{kind}-{class}-{tag}.lst");
        // Writing to memory does not fail.
        let _ = write!(definition, "{name}:{kind}:{class}");
        if let Some(language) = &language {
            definition.push(':');
            definition.push_str(language);
        }
        definition.push('\n');
        files.push((name, list));
    }
    files.insert(0, ("lists.def".to_owned(), definition));
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_lists() {
        let definition =
            "a.lst:x:y\nb.LST\na.lst:again\n../c.lst:x\n/etc/d.lst\n.e.lst\nf.txt:x\n\n";
        assert_eq!(lists_named(definition), ["a.lst", "b.LST"]);
    }

    #[test]
    fn features_follow_a_tab_or_a_colon() {
        let table = [
            ("London", "London", 0),
            ("UN: the body", "UN: the body", 0),
            ("NATO:id=nato:qid=Q7184", "NATO", 2),
            ("A:B\tid=x", "A:B", 1),
        ];
        for (text, entry, n_features) in table {
            let line = Line {
                file: 0,
                start: 0,
                text,
            };
            let (found, features) = split_entry(&line);
            assert_eq!((found, features.len()), (entry, n_features), "{text}");
        }
    }
}
