//! What stands in front of the page: a stack, the last one on top and with the keys.

use super::card::Card;
use super::concordance::Concordance;
use super::entry::Entry;
use super::help::Help;
use super::jumps::JumpsList;
use super::picker::Picker;
use super::problems::ProblemsList;
use super::prompt::Prompt;
use super::why::Why;

/// A pane in front of the page.
#[derive(Debug, Clone)]
pub enum Popup {
    /// All about an entity.
    Card(Card),
    /// Every mention of an entity.
    Concordance(Concordance),
    /// Why a word is lit.
    Why(Why),
    /// The gazetteer's entry of an entity.
    Entry(Entry),
    /// A fuzzy picker.
    Picker(Box<Picker>),
    /// The keys.
    Help(Help),
    /// The complaints.
    Problems(ProblemsList),
    /// The places jumped from.
    Jumps(JumpsList),
    /// A line being typed at the bottom of the screen.
    Prompt(Box<Prompt>),
}
