//! `id,kind,lang,class,form`: a form a row, separated by commas or tabs.

use crate::diagnostic::Diagnostic;

use super::super::AliasClass;
use super::super::suggest::did_you_mean;
use super::chosen::Chosen;
use super::clean::tidy;
use super::format::Format;
use super::incoming::{Intake, Told};
use super::labels::{class_of, kind_of, language_of};
use super::losses::{Loss, Losses};
use super::rows::{Row, rows};

const HEADER: [&str; 5] = ["id", "kind", "lang", "class", "form"];

/// The columns that are read, by other names too; the last three are not written.
const COLUMNS: [(&str, &[&str]); 8] = [
    ("id", &["id", "entity", "entity_id", "key"]),
    ("kind", &["kind", "type"]),
    ("lang", &["lang", "language", "lang_code"]),
    ("class", &["class"]),
    ("form", &["form", "alias", "text", "surface"]),
    ("name", &["name", "label", "canonical"]),
    ("qid", &["qid", "wikidata", "wikidata_id"]),
    ("code", &["code", "iso"]),
];

/// Where the columns stand.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    at: [Option<usize>; COLUMNS.len()],
}

impl Columns {
    fn of(self, name: &str) -> Option<usize> {
        let column = COLUMNS.iter().position(|(known, _)| *known == name)?;
        self.at[column]
    }
}

/// Reads the rows below the header.
pub(super) fn read(intake: &mut Intake<'_, '_>, format: Format) {
    let delimiter = (format == Format::Tsv).then_some('\t');
    let mut rows = rows(intake, delimiter).into_iter();
    let Some(header) = rows.next() else { return };
    let columns = read_header(intake, &header);
    if columns.of("form").is_none() {
        let spot = header.spot;
        intake.refuse(spot, || {
            Diagnostic::error("the first line is no header with a column `form`").hint(format!(
                "the header is `{}`; `form` must be there, the others may be missing",
                HEADER.join(",")
            ))
        });
        return;
    }
    for row in rows {
        read_row(intake, columns, header.cells.len(), &row);
    }
}

fn read_header(intake: &mut Intake<'_, '_>, header: &Row) -> Columns {
    let mut columns = Columns::default();
    for (index, cell) in header.cells.iter().enumerate() {
        let name = cell.text.trim().to_lowercase();
        let known = COLUMNS
            .iter()
            .position(|(_, names)| names.contains(&name.as_str()));
        match known {
            Some(column) if columns.at[column].is_none() => columns.at[column] = Some(index),
            _ if name.is_empty() => {}
            _ => intake.remark(cell.spot, || {
                let mut complaint =
                    Diagnostic::warning(format!("the column `{}` is not read", cell.text.trim()));
                complaint.hint = did_you_mean(&name, HEADER);
                complaint
            }),
        }
    }
    columns
}

fn read_row(intake: &mut Intake<'_, '_>, columns: Columns, width: usize, row: &Row) {
    if row.cells.len() > width
        && row
            .cells
            .iter()
            .skip(width)
            .any(|cell| !cell.text.is_empty())
    {
        intake.refuse(row.spot(Some(width)), || {
            Diagnostic::error(format!(
                "the row has {} cells, the header {width}",
                row.cells.len()
            ))
            .hint("a cell with a comma is written in quotes")
        });
        return;
    }
    let text = |name: &str| row.text(columns.of(name));
    let spot = |name: &str| row.spot(columns.of(name));
    let form = text("form");
    if form.is_empty() {
        intake.refuse(spot("form"), || Diagnostic::error("the row has no form"));
        return;
    }
    let class = match text("class") {
        "" => None,
        word => {
            let class = class_of(word);
            if class.is_none() {
                intake.refuse(spot("class"), || {
                    let keys = AliasClass::ALL.map(AliasClass::key);
                    let hint = did_you_mean(word, keys);
                    Diagnostic::error(format!("unknown class `{word}`")).hint(
                        hint.unwrap_or_else(|| format!("the classes are `{}`", keys.join("`, `"))),
                    )
                });
                return;
            }
            class
        }
    };
    let language = match text("lang") {
        // Nobody has said that it is of every language: that is `*`.
        "" => Told::Nothing,
        tag => match language_of(tag) {
            Ok(language) => Told::Language(language),
            Err(hint) => {
                intake.refuse(spot("lang"), || {
                    Diagnostic::error(format!("`{tag}` is not a language tag")).hint(hint)
                });
                return;
            }
        },
    };
    let kind = Some(text("kind"))
        .filter(|kind| !kind.is_empty())
        .map(kind_of);
    let (id, name, qid) = (text("id"), text("name"), text("qid"));
    let key = match (id, qid, name) {
        ("", "", "") => format!("form:{kind:?}:{}", tidy(form)),
        ("", "", name) => format!("name:{kind:?}:{}", tidy(name)),
        ("", qid, _) => format!("qid:{qid}"),
        (id, ..) => format!("id:{id}"),
    };
    let entity = intake.entity(key, row.spot);
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let other_kind = entity.kind.is_some() && kind.is_some() && entity.kind != kind;
    entity.id = entity.id.take().or(some(id));
    entity.qid = entity.qid.take().or(some(qid));
    entity.more.code = entity.more.code.take().or(some(text("code")));
    entity.kind = entity.kind.take().or(kind);
    if entity.name.is_none() {
        let names = matches!(class, None | Some(AliasClass::Name | AliasClass::Acronym));
        entity.name = some(name).or(names.then(|| form.to_owned()));
    }
    let first_kind = entity.kind.clone().unwrap_or_default();
    let added = entity.add(form, spot("form"));
    (added.class, added.language) = (class, language);
    if other_kind {
        intake.remark(spot("kind"), || {
            Diagnostic::warning(format!("the rows above say `{first_kind}`"))
                .hint("an entity has one kind; the first is kept")
        });
    }
}

/// Writes a row for each form; the one that is the display name comes first, for the first name is read as that.
pub(super) fn write(chosen: &[Chosen<'_>], format: Format, losses: &mut Losses) -> String {
    let delimiter = if format == Format::Tsv { b'\t' } else { b',' };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .from_writer(Vec::new());
    // Writing to memory does not fail.
    let _: Result<(), csv::Error> = writer.write_record(HEADER);
    for entity in chosen {
        let mut forms = losses.keep(format, entity);
        let names = |class| matches!(class, AliasClass::Name | AliasClass::Acronym);
        let display = forms
            .iter()
            .position(|form| names(form.class) && form.form == entity.entity.name);
        match display {
            Some(at) => {
                let display = forms.remove(at);
                forms.insert(0, display);
            }
            None => losses.add(Loss::Name, usize::from(!forms.is_empty())),
        }
        for form in forms {
            let language = form
                .language
                .map_or("*".to_owned(), |language| language.to_string());
            let row = [
                entity.entity.id.as_str(),
                &entity.kind.id,
                &language,
                form.class.key(),
                &form.form,
            ];
            let _: Result<(), csv::Error> = writer.write_record(row);
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}
