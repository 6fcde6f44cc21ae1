//! The card: all that the corpus and the gazetteer say of one entity, every line a jump.

use super::rows::Rows;
use crate::corpus::{Date, DocId};
use crate::index::{KwicLine, Location};
use crate::matcher::Form;
use crate::text::Language;

/// A line of the card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CardRow {
    /// What the lines below are.
    Heading(&'static str),
    /// A fact of the gazetteer: `kind`, `Wikidata` …; it leads to the entry.
    Fact {
        /// What it is.
        label: &'static str,
        /// What it says.
        value: String,
    },
    /// How this corpus first names it; leads there.
    First {
        /// The mention in its context.
        line: KwicLine,
        /// Where.
        location: Location,
    },
    /// A surface form; leads to its first mention.
    Surface {
        /// The characters as printed.
        surface: String,
        /// The language of the articles.
        language: Option<Language>,
        /// Its form.
        form: Form,
        /// How often.
        count: u32,
        /// Its first mention.
        location: Location,
    },
    /// An article; leads to its first mention there.
    Article {
        /// Its title.
        title: String,
        /// Its date.
        date: Option<Date>,
        /// How often.
        count: u32,
        /// Which.
        doc: DocId,
        /// Its first mention there.
        location: Location,
    },
    /// An entity in the same articles; leads to its card.
    Neighbour {
        /// Its id in the gazetteer.
        id: String,
        /// Its name.
        name: String,
        /// In how many articles both are.
        n_documents: u32,
    },
    /// An office held, or a holder of the office; leads to that card.
    Office {
        /// The id of the office or holder.
        id: String,
        /// Its name.
        name: String,
        /// The first day.
        from: Date,
        /// The last day; `None` is until now, as far as the gazetteer knows.
        to: Option<Date>,
        /// Acting or interim.
        acting: bool,
    },
}

/// The card of an entity.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// Its id in the gazetteer.
    pub id: String,
    /// Its canonical name.
    pub name: String,
    /// How many mentions it has in how many articles.
    pub n_mentions: usize,
    /// In how many articles.
    pub n_documents: usize,
    /// The lines.
    pub lines: Vec<CardRow>,
    /// The selected line.
    pub rows: Rows,
}
