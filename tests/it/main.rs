//! One binary for all tests that need more than one room.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "tests"
)]

mod agreement;
mod discover;
mod exchange_verb;
mod gazetteer_verb;
mod gold;
mod hard_de;
mod hard_en;
mod hard_es;
mod hard_fr;
mod hard_others;
mod hard_ru_uk;
mod hard_words;
mod layering;
mod marked;
mod marked_by_hand;
mod program;
mod pty;
mod readme;
mod rules;
mod screens;
mod verbs;
mod why;
