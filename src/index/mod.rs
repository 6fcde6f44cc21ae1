//! Where every entity is mentioned: postings, counts, concordance, all in one immutable [`Snapshot`].
//!
//! A change of corpus or gazetteer builds the next snapshot; readers keep theirs as long as they like. Nothing here reads files or
//! matches on its own: documents come with their mentions.

#![deny(clippy::disallowed_methods, clippy::disallowed_types)]

mod build;
mod concordance;
mod explain;
mod snapshot;

pub use build::{Collection, match_context, read_source};
pub use concordance::{ConcordanceOrder, KwicLine};
pub use snapshot::{DocIdx, FormCounts, IndexedDocument, Location, Posting, Snapshot};
