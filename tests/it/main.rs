//! One binary for all tests that need more than one room.
#![allow(clippy::unwrap_used, reason = "tests")]

mod discover;
mod layering;
mod marked;
mod rules;
