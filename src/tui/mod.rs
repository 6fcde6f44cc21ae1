//! The terminal: taking it and giving it back, reading it, and drawing the state on it.
//!
//! The only room that names ratatui or crossterm. Bytes become keys in `decode`, keys become messages in `run`, the state becomes cells
//! in `view` and cells become bytes in `paint`. The environment comes in as [`Abilities`].
//!
//! Not here: what a key does, where anything stands on the screen, how a role looks; those are data of `app` and `config`.

mod abilities;
mod decode;
mod editor;
mod event;
mod input;
mod paint;
mod run;
mod screen;
mod signals;
mod terminal;
mod theme;
mod view;

pub use abilities::{Abilities, Background, Depth};
pub use run::{Ending, Options, run};
pub use theme::{Styles, underline};
pub use view::view;
