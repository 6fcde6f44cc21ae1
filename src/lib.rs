//! `ibid` follows leaders, states and organisations through a pile of articles, in every language and under every name.
//!
//! # The problem in five lines
//! Articles name one body in many ways: *NATO*, *l'OTAN*, *the Alliance*; one form names several: *Georgia*; and *the American president*
//! is somebody else in another year. A gazetteer lists the forms and the offices; the matcher finds the forms in a text and decides by
//! rules which are mentions, of whom; the index orders the mentions of all articles; the reader steps through them with one key.
//!
//! # The flow
//! ```text
//! files ─ corpus::discover ─ corpus::read ─▶ Document ─┐
//! TOML ── gazetteer::load ─▶ Gazetteer ─▶ Matcher ─────┴─▶ [Mention] ─▶ index::Snapshot ─┬─▶ cli (verbs)
//!                                                                                        └─▶ worker ─▶ app ─▶ tui
//! ```
//!
//! # The rooms, in reading order
//! Data flows downwards: a room may name the rooms above it, never one below; `tests/it/layering.rs` keeps the arrows. [`text`],
//! [`diagnostic`], [`corpus`], [`gazetteer`], [`matcher`], [`index`], [`config`], [`app`], [`worker`], [`tui`], [`cli`]; each `mod.rs` says
//! what the room is for and what is deliberately not in it.
//!
//! # What always holds
//! - A position is a byte offset into a document's text; a place that outlives a frame is an [`index::Location`]. Lines, columns and rows
//!   are worked out at the edge.
//! - A [`text::Span`] knows which text it belongs to; only the fold map turns one kind into the other.
//! - A [`index::Snapshot`] is immutable and shared; a change builds the next one, and results of an older generation are dropped.
//! - Reading never fails as a whole: what cannot be used costs one [`diagnostic::Diagnostic`].
//! - Nothing of a document reaches a terminal but through [`text::visible`](mod@text::visible).
//! - `app` knows no terminal, clock, disk or thread: a [`app::Message`] comes in, [`app::Effect`]s go out.
//! - The same corpus and gazetteer give the same bytes, always.
//!
//! # To add
//! - a format: copy `corpus/format/plain.rs`, name it in `corpus/format/mod.rs`;
//! - a rule of matching: copy `matcher/rules/hyphen.rs`, give it its place in `matcher/rules/mod.rs`, a word for
//!   [`matcher::Rejection`] and texts both ways in `tests/it/rules.rs`;
//! - an action: a row in `config/action.rs`, an arm in `app/act.rs`, its default keys in `assets/keys/default.toml`;
//! - a pane: a file in `app` and one of the same name in `tui/view`;
//! - a verb: copy `cli/entities.rs`, name it in `cli/mod.rs`.
pub mod text;

pub mod diagnostic;

pub mod corpus;

pub mod gazetteer;

pub mod matcher;

pub mod index;

pub mod config;

pub mod app;

pub mod worker;

pub mod tui;

pub mod cli;
