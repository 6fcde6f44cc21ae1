//! JRC-Names: number, `P` or `O`, language (`u` where it is not known), and the name with `+` for each space.

use std::fmt::Write as _;

use crate::diagnostic::Diagnostic;

use super::chosen::Chosen;
use super::format::Format;
use super::incoming::{Intake, Told};
use super::labels::language_of;
use super::lines::lines;
use super::losses::Losses;

/// Reads the lines; those of one number are one entity. A line that begins with `#` says nothing.
pub(super) fn read(intake: &mut Intake<'_, '_>) {
    for line in lines(intake, 0) {
        if line.text.starts_with('#') {
            continue;
        }
        let columns = line.columns('\t');
        let [
            (number, number_spot),
            (kind, kind_spot),
            (tag, tag_spot),
            (name, name_spot),
            ..,
        ] = columns[..]
        else {
            intake.refuse(line.spot(), || {
                Diagnostic::error(format!("the line has {} columns, not four", columns.len()))
                    .hint("number, `P` or `O`, language and name, with tabs between them")
            });
            continue;
        };
        let number = number.trim();
        if number.is_empty() || !number.bytes().all(|byte| byte.is_ascii_digit()) {
            intake.refuse(number_spot, || {
                Diagnostic::error(format!("`{number}` is no number of an entity"))
            });
            continue;
        }
        let kind = match kind.trim() {
            "P" | "p" => Some("leader"),
            "O" | "o" => Some("organisation"),
            // Not told, or neither.
            "U" | "u" | "" => None,
            other => {
                intake.refuse(kind_spot, || {
                    Diagnostic::error(format!("`{other}` is neither `P` nor `O`"))
                        .hint("`P` is a person, `O` an organisation, `U` not known")
                });
                continue;
            }
        };
        let language = match language_of(tag) {
            Ok(language) => language,
            Err(hint) => {
                intake.refuse(tag_spot, || {
                    Diagnostic::error(format!("`{tag}` is not a language tag")).hint(hint)
                });
                continue;
            }
        };
        if let Some((_, spot)) = columns.get(4) {
            intake.warn_once("fifth", *spot, || {
                "what follows the name is not read".to_owned()
            });
        }
        let entity = intake.entity(number.to_owned(), line.spot());
        entity.kind = entity.kind.take().or(kind.map(str::to_owned));
        let form = entity.add(name.replace('+', " "), name_spot);
        form.language = Told::Language(language);
    }
}

/// Writes a line for each form. The numbers are those of the list: nobody else's.
pub(super) fn write(chosen: &[Chosen<'_>], losses: &mut Losses) -> String {
    let mut out = String::new();
    let mut number = 0;
    for entity in chosen {
        let forms = losses.keep(Format::JrcNames, entity);
        number += usize::from(!forms.is_empty());
        let kind = if entity.kind.id == "leader" { 'P' } else { 'O' };
        for form in forms {
            let language = form
                .language
                .map_or("u".to_owned(), |language| language.to_string());
            let name = form.form.replace(char::is_whitespace, "+");
            // Writing to memory does not fail.
            let _ = writeln!(out, "{number}\t{kind}\t{language}\t{name}");
        }
    }
    out
}
