//! Which entities a text names, and why: text and gazetteer in, mentions out.
//!
//! No path, no file, no document id: that is what makes it testable by the sentence.

mod mention;

pub use mention::{Certainty, Form, Mention};
