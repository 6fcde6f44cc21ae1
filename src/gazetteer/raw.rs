//! One file as it is written: nothing expanded, nothing looked up, every part with its place.

use std::borrow::Cow;

use crate::corpus::Date;
use crate::text::Language;

use super::sheet::At;
use super::{AliasClass, CaseRule};

/// A text borrowed from the file (owned where TOML escapes had to be resolved).
pub(super) type Text<'a> = Cow<'a, str>;

/// A text and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Placed<'a> {
    pub(super) text: Text<'a>,
    pub(super) at: At,
}

/// A string of a list of forms, its braces not yet expanded.
#[derive(Debug)]
pub(super) struct RawForm<'a> {
    pub(super) text: Text<'a>,
    /// `None` is every language.
    pub(super) language: Option<Language>,
    /// As written in `{ form, case }`.
    pub(super) case: Option<CaseRule>,
    pub(super) at: At,
}

/// A file.
#[derive(Debug, Default)]
pub(super) struct RawFile<'a> {
    pub(super) asof: Option<Date>,
    pub(super) kinds: Vec<RawKind<'a>>,
    pub(super) endings: Vec<(Placed<'a>, Vec<RawForm<'a>>)>,
    pub(super) titles: Vec<(Placed<'a>, Vec<RawForm<'a>>)>,
    pub(super) masks: Vec<RawForm<'a>>,
    pub(super) entries: Vec<RawEntry<'a>>,
}

/// `[kinds.K]`.
#[derive(Debug)]
pub(super) struct RawKind<'a> {
    pub(super) id: Placed<'a>,
    pub(super) label: Option<Text<'a>>,
    pub(super) color: Option<Text<'a>>,
    pub(super) glyph: Option<Text<'a>>,
    pub(super) hidden: Option<bool>,
    pub(super) disabled: Option<bool>,
}

/// `[kind.id]`.
#[derive(Debug)]
pub(super) struct RawEntry<'a> {
    pub(super) kind: Placed<'a>,
    pub(super) id: Placed<'a>,
    pub(super) facts: Facts<'a>,
    pub(super) forms: Vec<(AliasClass, RawForm<'a>)>,
    pub(super) solo: Vec<RawForm<'a>>,
    pub(super) shared: Vec<RawForm<'a>>,
    pub(super) dropped: Vec<RawForm<'a>>,
    pub(super) disabled: Option<bool>,
    pub(super) replace: bool,
    pub(super) office: RawOffice<'a>,
    /// The first line of a class that stands apart from the class's other lines, with the class's key.
    pub(super) scattered: Vec<(&'static str, At)>,
}

/// The single values of an entity.
#[derive(Debug, Default)]
pub(super) struct Facts<'a> {
    pub(super) name: Option<Placed<'a>>,
    pub(super) qid: Option<Placed<'a>>,
    pub(super) code: Option<Text<'a>>,
    pub(super) note: Option<Text<'a>>,
    pub(super) source: Option<Text<'a>>,
}

/// What only an office has.
#[derive(Debug, Default)]
pub(super) struct RawOffice<'a> {
    pub(super) of: Option<Placed<'a>>,
    pub(super) titles: Option<RawTitles<'a>>,
    pub(super) own_titles: Vec<RawForm<'a>>,
    pub(super) holders: Vec<RawHolder<'a>>,
}

/// `title`: one name, or a list, which a later layer's list is joined to.
#[derive(Debug)]
pub(super) enum RawTitles<'a> {
    One(Placed<'a>),
    Several(Vec<Placed<'a>>),
}

/// One of `holders`.
#[derive(Debug, Clone)]
pub(super) struct RawHolder<'a> {
    pub(super) who: Placed<'a>,
    pub(super) from: Date,
    pub(super) to: Option<Date>,
    pub(super) acting: bool,
}
