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
mod hard_cs_sl_bg;
mod hard_de;
mod hard_decades;
mod hard_en;
mod hard_es;
mod hard_fr;
mod hard_headlines;
mod hard_line_ends;
mod hard_look_alikes;
mod hard_masks;
mod hard_nouns;
mod hard_others;
mod hard_pt_nl_pl_it_zh;
mod hard_ru_uk;
mod hard_sport;
mod hard_tally;
mod hard_titles;
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
