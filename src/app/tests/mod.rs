//! Key scripts: a small corpus, keys pressed, places and effects looked at.
#![allow(
    clippy::string_slice,
    clippy::wildcard_enum_match_arm,
    reason = "tests: the texts are known, and a panic is a failure like any other"
)]

mod finding;
mod fixture;
mod following;
mod messages;
mod panes;
mod reading;
mod screen;

use fixture::{Reader, corpus};
