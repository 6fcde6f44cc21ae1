//! Settings, key map and theme as plain data.
//!
//! The settings are layers of TOML laid over one another by one rule (`merge`), and every value knows which file put it there. The
//! bundled layer is `config.example.toml` itself, so an option exists exactly when that file lists it. The table of actions stands here
//! too, so that a key map is checked, and printed, without a reader.
//!
//! Not here: keys and colours of any library. Only `locate` and `gazetteer_files` open files.
#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod action;
mod editor;
pub mod gazetteer_files;
mod key;
mod key_table;
mod keymap;
mod load;
pub mod locate;
mod look;
mod merge;
mod settings;
mod theme;

pub use action::{Action, Applies, Group};
pub use editor::editor_command;
pub use key::{Key, KeyCode, KeySequence, NotAKey};
pub use key_table::KeyRow;
pub use keymap::{Binding, KeyMap, Lookup, Mode, unknown_action};
pub use load::{Config, EXAMPLE};
pub use locate::Folders;
pub use look::{Ansi, Color, Look, Underline};
pub use merge::{LayerText, Merged, Written};
pub use settings::{Settings, ThemeChoice};
pub use theme::{Role, Theme};

use crate::gazetteer::nearest;
