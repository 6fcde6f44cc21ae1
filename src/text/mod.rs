//! Text and positions in it: spans, folding with its way back, boundaries, cell width, wrapping, and the making visible of what a
//! terminal must not see.
//!
//! Every offset here is a byte offset into UTF-8 text. Nothing in this room knows of documents, files or entities.

pub mod boundary;
pub mod fold;
mod hidden;
mod language;
mod script;
pub mod sentence;
mod span;
pub mod visible;
pub mod width;
pub mod wrap;

pub use language::Language;
pub use script::Script;
pub use span::{Folded, Source, Span};
