//! `ibid` follows leaders, states and organisations through a pile of articles, in every language and under every name.
//!
//! # The problem in five lines
//! Articles name one body in many ways: *NATO*, *l'OTAN*, *the Alliance*. A gazetteer lists the forms; the matcher finds them in a text
//! and decides which are mentions; the index orders the mentions of all articles; the reader steps through them with one key.
//!
//! # The rooms, in reading order
//! Data flows downwards: a room may name the rooms above it, never one below. `tests/it/layering.rs` keeps the arrows.
pub mod text;

pub mod diagnostic;

pub mod corpus;

pub mod gazetteer;

pub mod matcher;

pub mod index;

pub mod config;

pub mod app;

pub mod worker;

pub mod cli;
pub mod tui;
