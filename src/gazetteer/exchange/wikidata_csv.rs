//! What a query of Wikidata gives as CSV: `item`, `itemLabel`, `itemAltLabel`, or whatever the query calls its item.

use crate::diagnostic::Diagnostic;

use super::clean::{qid_in, tidy};
use super::incoming::{Intake, Told};
use super::labels::{kind_of, language_of};
use super::rows::{Row, rows};

/// Where the columns stand.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    item: usize,
    label: Option<usize>,
    /// Many aliases in a cell, with commas between them, as the label service writes them.
    aliases: Option<usize>,
    /// One alias in a cell.
    alias: Option<usize>,
    description: Option<usize>,
    language: Option<usize>,
    kind: Option<usize>,
    code: Option<usize>,
}

/// Reads the rows; those of one item are one entity.
pub(super) fn read(intake: &mut Intake<'_, '_>) {
    let mut rows = rows(intake, None).into_iter();
    let Some(header) = rows.next() else { return };
    let Some(columns) = read_header(intake, &header) else {
        intake.refuse(header.spot, || {
            Diagnostic::error("the first line is no header with a column of items")
                .hint("the columns of a query are `item`, `itemLabel`, `itemAltLabel`")
        });
        return;
    };
    for row in rows {
        read_row(intake, columns, &row);
    }
}

fn read_header(intake: &mut Intake<'_, '_>, header: &Row) -> Option<Columns> {
    let names: Vec<String> = header
        .cells
        .iter()
        .map(|cell| cell.text.trim().trim_start_matches('?').to_owned())
        .collect();
    let position = |name: &str| {
        names
            .iter()
            .position(|known| known.eq_ignore_ascii_case(name))
    };
    let any = |candidates: &[&str]| candidates.iter().find_map(|name| position(name));
    let has_label = names
        .iter()
        .position(|name| !name.is_empty() && position(&format!("{name}Label")).is_some());
    let item = has_label.or(any(&["item", "qid", "wikidata", "entity", "id"]))?;
    let stem = names.get(item)?;
    let of_item = |what: &str| position(&format!("{stem}{what}"));
    let columns = Columns {
        item,
        label: of_item("Label").or(any(&["label", "name"])),
        aliases: of_item("AltLabel").or(any(&["altLabels", "aliases"])),
        alias: any(&["alias", "altLabel"]),
        description: of_item("Description").or(any(&["description"])),
        language: any(&["lang", "language"]),
        kind: any(&["kind", "type"]),
        code: any(&["code", "iso", "iso2"]),
    };
    let read = [
        Some(columns.item),
        columns.label,
        columns.aliases,
        columns.alias,
        columns.description,
        columns.language,
        columns.kind,
        columns.code,
    ];
    for (index, cell) in header.cells.iter().enumerate() {
        if !read.contains(&Some(index)) {
            intake.remark(cell.spot, || {
                Diagnostic::warning(format!("the column `{}` is not read", cell.text.trim()))
            });
        }
    }
    Some(columns)
}

fn read_row(intake: &mut Intake<'_, '_>, columns: Columns, row: &Row) {
    let item = row.text(Some(columns.item));
    let Some(qid) = qid_in(item) else {
        intake.refuse(row.spot(Some(columns.item)), || {
            Diagnostic::error(format!("`{item}` is no item of Wikidata"))
                .hint("an item is `Q7184` or its address")
        });
        return;
    };
    let tag = row.text(columns.language);
    let language = match language_of(tag) {
        Ok(_) if tag.is_empty() => Told::Nothing,
        Ok(language) => Told::Language(language),
        Err(hint) => {
            intake.refuse(row.spot(columns.language), || {
                Diagnostic::error(format!("`{tag}` is not a language tag")).hint(hint)
            });
            return;
        }
    };
    // Where there is no label the label service writes the id.
    let label = tidy(row.text(columns.label));
    let label = Some(label).filter(|label| !label.is_empty() && label != qid);
    let mut forms: Vec<(String, Option<usize>)> = Vec::new();
    forms.extend(label.iter().map(|label| (label.clone(), columns.label)));
    let aliases = row.text(columns.aliases);
    let separator = if aliases.contains('|') { "|" } else { ", " };
    let aliases = aliases
        .split(separator)
        .map(|alias| (tidy(alias), columns.aliases));
    forms.extend(aliases.chain([(tidy(row.text(columns.alias)), columns.alias)]));
    forms.retain(|(form, _)| !form.is_empty());
    let text =
        |column: Option<usize>| Some(row.text(column).to_owned()).filter(|text| !text.is_empty());
    let entity = intake.entity(qid.to_owned(), row.spot);
    entity.qid = Some(qid.to_owned());
    entity.name = entity.name.take().or(label);
    entity.kind = entity
        .kind
        .take()
        .or(text(columns.kind).map(|kind| kind_of(&kind)));
    entity.more.code = entity.more.code.take().or(text(columns.code));
    entity.more.note = entity.more.note.take().or(text(columns.description));
    for (form, column) in forms {
        entity.add(form, row.spot(column)).language = language;
    }
}
