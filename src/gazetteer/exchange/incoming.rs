//! Entities as another program's file tells of them, while its rows are being read.

use std::collections::{BTreeMap, HashMap};

use crate::corpus::Date;
use crate::diagnostic::Diagnostic;
use crate::text::Language;

use super::super::sheet::{At, Sheet};
use super::super::{AliasClass, CaseRule};

/// The place of a row or a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// Position among the files read.
    pub(super) file: usize,
    pub(super) at: At,
}

/// The language of a form as it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Told {
    /// The file does not say.
    #[default]
    Nothing,
    /// One, or every language.
    Language(Option<Language>),
}

impl Told {
    /// Returns the language that is meant, where `default` is taken for granted.
    pub(super) fn or(self, default: Option<Language>) -> Option<Language> {
        match self {
            Self::Nothing => default,
            Self::Language(language) => language,
        }
    }
}

/// A form as it is told.
#[derive(Debug, Clone)]
pub(super) struct IncomingForm {
    pub(super) text: String,
    /// `None` where the file does not say.
    pub(super) class: Option<AliasClass>,
    pub(super) language: Told,
    pub(super) case: Option<CaseRule>,
    /// Whether braces in it are alternatives and not characters.
    pub(super) is_pattern: bool,
    pub(super) spot: Spot,
}

/// An entity as it is told.
#[derive(Debug, Clone)]
pub(super) struct Incoming {
    pub(super) id: Option<String>,
    pub(super) kind: Option<String>,
    pub(super) name: Option<String>,
    pub(super) qid: Option<String>,
    pub(super) forms: Vec<IncomingForm>,
    pub(super) more: More,
    pub(super) spot: Spot,
}

/// What only our own lines of JSON say, and `code`, which Wikidata has too.
#[derive(Debug, Clone, Default)]
pub(super) struct More {
    pub(super) code: Option<String>,
    pub(super) note: Option<String>,
    pub(super) source: Option<String>,
    pub(super) solo: Vec<IncomingForm>,
    pub(super) shared: Vec<IncomingForm>,
    pub(super) dropped: Vec<IncomingForm>,
    pub(super) switches: BTreeMap<&'static str, bool>,
    pub(super) of: Option<String>,
    pub(super) title: Vec<String>,
    pub(super) holders: Vec<IncomingHolder>,
}

/// One of `holders`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct IncomingHolder {
    pub(super) who: String,
    pub(super) from: Date,
    pub(super) to: Option<Date>,
    pub(super) acting: bool,
}

/// What our own lines of JSON say of the whole file.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// `asof`, `license`, `kinds`, `endings`, `titles`, as they stand in a gazetteer file.
    pub(super) table: toml::Table,
    /// `not`.
    pub(super) masks: Vec<IncomingForm>,
}

/// What became of the rows of an import.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Entities that are new.
    pub new: usize,
    /// Entities that are known and get new forms.
    pub extended: usize,
    /// Entities that are known with everything the file says of them.
    pub unchanged: usize,
    /// Forms written.
    pub forms: usize,
    /// Forms that are known already.
    pub known_forms: usize,
    /// Forms that the file has twice for one entity.
    pub repeated: usize,
    /// Rows, entities or forms that could not be used.
    pub left_out: usize,
}

/// What has been read so far.
pub(super) struct Intake<'s, 'a> {
    pub(super) sheets: &'s [Sheet<'a>],
    pub(super) entities: Vec<Incoming>,
    pub(super) head: Head,
    pub(super) tally: Tally,
    /// Whether the file is of our own making: its single values are meant, and replace those that are known.
    pub(super) is_own: bool,
    by_key: HashMap<String, usize>,
    /// Words that were warned of already.
    told: BTreeMap<String, usize>,
}

impl<'s, 'a> Intake<'s, 'a> {
    pub(super) fn new(sheets: &'s [Sheet<'a>]) -> Self {
        Self {
            sheets,
            entities: Vec::new(),
            head: Head::default(),
            tally: Tally::default(),
            is_own: false,
            by_key: HashMap::new(),
            told: BTreeMap::new(),
        }
    }

    /// Returns the entity whose rows share a key; the first row begins it.
    pub(super) fn entity(&mut self, key: String, spot: Spot) -> &mut Incoming {
        let index = *self.by_key.entry(key).or_insert(self.entities.len());
        if index == self.entities.len() {
            self.entities.push(Incoming {
                id: None,
                kind: None,
                name: None,
                qid: None,
                forms: Vec::new(),
                more: More::default(),
                spot,
            });
        }
        &mut self.entities[index]
    }

    /// Complains of something that is left out.
    pub(super) fn refuse(&mut self, spot: Spot, draw_up: impl FnOnce() -> Diagnostic) {
        self.tally.left_out += 1;
        self.sheets[spot.file].complain(spot.at, draw_up);
    }

    /// Complains of something that costs nothing else.
    pub(super) fn remark(&self, spot: Spot, draw_up: impl FnOnce() -> Diagnostic) {
        self.sheets[spot.file].complain(spot.at, draw_up);
    }

    /// Warns, once for each word and with the first place, of something that is not carried over.
    pub(super) fn warn_once(&mut self, word: &str, spot: Spot, message: impl FnOnce() -> String) {
        let seen = self.told.entry(word.to_owned()).or_default();
        *seen += 1;
        if *seen == 1 {
            self.sheets[spot.file].complain(spot.at, || {
                Diagnostic::warning(message()).hint("said once, however many rows have it")
            });
        }
    }
}

impl Incoming {
    /// Adds a form that the file tells nothing else about.
    pub(super) fn add(&mut self, text: impl Into<String>, spot: Spot) -> &mut IncomingForm {
        self.forms.push(IncomingForm {
            text: text.into(),
            class: None,
            language: Told::Nothing,
            case: None,
            is_pattern: false,
            spot,
        });
        let last = self.forms.len() - 1;
        &mut self.forms[last]
    }
}
