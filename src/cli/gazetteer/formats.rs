//! The names of the formats as arguments.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::gazetteer::exchange::Format;

/// Returns what reads the name of one of the formats that are wanted.
pub(super) fn format_parser(
    is_wanted: fn(Format) -> bool,
) -> impl TypedValueParser<Value = Format> {
    let formats = wanted(is_wanted);
    PossibleValuesParser::new(
        formats.map(|format| PossibleValue::new(format.name()).help(help(format))),
    )
    .try_map(|name| Format::named(&name).ok_or("not a format"))
}

/// Returns the names of the formats that are wanted, for a message.
pub(super) fn format_names(is_wanted: fn(Format) -> bool) -> String {
    let names: Vec<String> = wanted(is_wanted)
        .map(|format| format!("`{}`", format.name()))
        .collect();
    names.join(", ")
}

fn wanted(is_wanted: fn(Format) -> bool) -> impl Iterator<Item = Format> {
    Format::ALL
        .into_iter()
        .filter(move |format| is_wanted(*format))
}

const fn help(format: Format) -> &'static str {
    match format {
        Format::Csv => "A form a row: `id,kind,lang,class,form`",
        Format::Tsv => "The same with tabs",
        Format::Jsonl => "An entity a line, with the keys of the gazetteer files",
        Format::Spacy => "Patterns of spaCy's EntityRuler and of Prodigy",
        Format::Gate => "A `lists.def` of GATE with its `.lst` files",
        Format::Inception => "Text, tab, label, as INCEpTION reads them",
        Format::JrcNames => "JRC-Names: number, `P` or `O`, language, `Name+Name`",
        Format::WikidataCsv => "A query of Wikidata: `item`, `itemLabel`, `itemAltLabel`",
        Format::WikidataJson => "Entities of Wikidata as JSON",
    }
}
