//! Gazetteers of other programs: lists read into the format of `ibid`, and its entities written as such lists.
//!
//! One file for each format. A reader turns rows into `Incoming` entities and complains of rows it cannot use; `assemble` cleans their
//! forms, joins them to the entities that are known already and gives the others ids; `toml_out` writes what is new. A writer gets
//! the chosen entities, and `losses` counts what its format has no room for. Nothing here opens a file.

mod assemble;
mod chosen;
mod clean;
mod facts;
mod finish;
mod format;
mod gate;
mod inception;
mod incoming;
mod jrc_names;
mod json_lines;
mod jsonl_in;
mod jsonl_out;
mod known;
mod labels;
mod lines;
mod losses;
mod rows;
mod spacy;
mod statements;
mod table;
#[cfg(test)]
mod tests;
mod toml_out;
mod wikidata_csv;
mod wikidata_json;

use std::path::PathBuf;

use encoding_rs::UTF_8;

use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::sheet::Sheet;
use super::{Gazetteer, Layer, SourceFile};
use chosen::Chosen;
use incoming::Intake;
use losses::Losses;

pub use chosen::Choice;
pub use format::Format;
pub use incoming::Tally;
pub use statements::{Statement, own_statements};

/// Complaints kept for one file; the rest are counted. A list of a million rows may be wrong in each.
const MAX_COMPLAINTS: usize = 1_000;

/// What is taken for granted where a file does not say it.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// The kind of its entities.
    pub kind: Option<String>,
    /// The language of its forms; `None` is every language.
    pub language: Option<Language>,
}

/// What an import comes to.
#[derive(Debug, Clone, Default)]
pub struct Imported {
    /// The gazetteer file; empty when there is nothing new.
    pub toml: String,
    /// What could not be used, in the order of the files and their lines.
    pub complaints: Vec<Diagnostic>,
    /// What became of the rows.
    pub tally: Tally,
}

/// Returns the files that a file names and that are to be read beside it: the lists of a GATE definition, plain names only.
pub fn companions(format: Format, bytes: &[u8]) -> Vec<String> {
    if format == Format::Gate {
        gate::lists_named(&UTF_8.decode(bytes).0)
    } else {
        Vec::new()
    }
}

/// Reads files of another program into a gazetteer file.
///
/// The first file is the one that was asked for, the others are its [`companions`]. Entities that `known` has already are extended by
/// the forms it does not have; a row that cannot be used costs one complaint, and the others stand.
///
/// ```
/// use ibid::gazetteer::{Gazetteer, exchange::{Defaults, Format, import}};
/// let list = b"id,kind,lang,class,form\nnato,organisation,fr,,OTAN\n".to_vec();
/// let imported = import(&[("a.csv".into(), list)], Format::Csv, &Defaults::default(), &Gazetteer::default());
/// assert!(imported.toml.ends_with("[organisation.nato]\nname = \"OTAN\"\nacronyms.fr = [\"OTAN\"]\n"));
/// ```
pub fn import(
    files: &[(PathBuf, Vec<u8>)],
    format: Format,
    defaults: &Defaults,
    known: &Gazetteer,
) -> Imported {
    let texts: Vec<(SourceFile, String)> = files
        .iter()
        .map(|(path, bytes)| {
            let file = SourceFile {
                path: path.clone(),
                layer: Layer::Given,
            };
            // A byte order mark, of UTF-16 too, is obeyed and removed; what is broken becomes U+FFFD and is told line by line.
            (file, UTF_8.decode(bytes).0.into_owned())
        })
        .collect();
    let sheets: Vec<Sheet<'_>> = (0u32..)
        .zip(&texts)
        .map(|(index, (file, text))| {
            let mut sheet = Sheet::new(index, file, text);
            sheet.max_complaints = MAX_COMPLAINTS;
            sheet
        })
        .collect();
    if sheets.is_empty() {
        return Imported::default();
    }
    let mut intake = Intake::new(&sheets);
    match format {
        Format::Csv | Format::Tsv => table::read(&mut intake, format),
        Format::Jsonl => jsonl_in::read(&mut intake),
        Format::Spacy => spacy::read(&mut intake),
        Format::Gate => gate::read(&mut intake),
        Format::Inception => inception::read(&mut intake, known),
        Format::JrcNames => jrc_names::read(&mut intake),
        Format::WikidataCsv => wikidata_csv::read(&mut intake),
        Format::WikidataJson => wikidata_json::read(&mut intake),
    }
    let assembled = assemble::assemble(intake, defaults, known);
    let title = files.first().and_then(|(path, _)| path.file_name());
    let title = title.map(|name| name.to_string_lossy().into_owned());
    Imported {
        toml: toml_out::write(&assembled, title.as_deref(), known),
        tally: assembled.tally,
        complaints: sheets
            .into_iter()
            .flat_map(Sheet::into_complaints)
            .collect(),
    }
}

/// What an export comes to.
#[derive(Debug, Clone, Default)]
pub struct Exported {
    /// The files by name; one without a name, except for GATE, which has a definition and its lists.
    pub files: Vec<(String, String)>,
    /// What the format cannot carry, with numbers.
    pub losses: Vec<String>,
    /// How many entities were written.
    pub entities: usize,
    /// How many forms were written.
    pub forms: usize,
}

/// Writes entities in the format of another program; `None` when the format is only read.
///
/// The order is that of the kinds and, within a kind, of the ids; `statements` is what [`own_statements`] found in the reader's files.
pub fn export(
    gazetteer: &Gazetteer,
    choice: &Choice,
    statements: &[Statement],
    format: Format,
) -> Option<Exported> {
    let chosen = Chosen::all(gazetteer, choice);
    let mut losses = Losses::default();
    let one = |text: String| vec![(String::new(), text)];
    let files = match format {
        Format::Csv | Format::Tsv => one(table::write(&chosen, format, &mut losses)),
        Format::Jsonl => one(jsonl_out::write(gazetteer, choice, &chosen, statements)),
        Format::Spacy => one(spacy::write(&chosen, &mut losses)),
        Format::Gate => gate::write(&chosen, &mut losses),
        Format::Inception => one(inception::write(&chosen, choice, &mut losses)),
        Format::JrcNames => one(jrc_names::write(&chosen, &mut losses)),
        Format::WikidataCsv | Format::WikidataJson => return None,
    };
    losses.count_all(gazetteer, choice, &chosen, statements, format);
    let forms = chosen
        .iter()
        .map(|chosen| chosen.forms.len())
        .sum::<usize>();
    Some(Exported {
        files,
        entities: chosen.len() - losses.entities_left_out,
        forms: forms - losses.forms_left_out,
        losses: losses.into_messages(),
    })
}
