//! What articles say of gazetteer files: forms that are never found, ordinary words among them, forms that stay uncertain.
//!
//! The articles are read once, some hundred at a time, and counted (`watch`, `tally`); strings that made no mention are searched for in a
//! second reading (`unmet`), to tell what is not there from what a rule keeps out. `report` draws up the complaints.

mod report;
mod tally;
#[cfg(test)]
mod tests;
mod unmet;
mod watch;

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;

use crate::corpus::{Date, Document, SourceRef};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::{Gazetteer, SourceFile};
use crate::index::{match_context, read_source};
use crate::matcher::{Matcher, Mention};

use tally::Tally;
use watch::Watch;

/// Sources read before what was found in them is dropped again: enough to keep the cores busy, and a few megabytes of text.
const CHUNK: usize = 256;

/// Returns what the articles of some sources say against the files that `is_wanted` answers true for, and what could not be read.
///
/// The files are those that the gazetteer is made of, in their order.
pub(super) fn complaints(
    files: &[(SourceFile, String)],
    is_wanted: impl Fn(&SourceFile) -> bool,
    sources: &[SourceRef],
    today: Date,
) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let gazetteer = Arc::new(Gazetteer::load(files.to_vec()).0);
    let watch = Watch::new(&gazetteer, is_wanted);
    let matcher = Matcher::new(Arc::clone(&gazetteer));
    let articles = Articles { sources, today };
    let mut tally = Tally::default();
    let problems = articles.walk(
        |document| {
            let mentions = matcher.mentions(&document.text, match_context(document));
            tally::count(&watch, document, &mentions)
        },
        |document, counts| tally.add(document, counts),
    );
    let unmet = unmet::find(&watch, &tally, &articles, &matcher);
    (report::draw_up(files, &watch, &tally, &unmet), problems)
}

/// The articles, to be read more than once.
struct Articles<'a> {
    sources: &'a [SourceRef],
    today: Date,
}

impl Articles<'_> {
    /// Hands every article to `look`, many at once, and its answers to `take`, one by one in the order of the sources.
    ///
    /// Of articles with the same content the first counts. Returns what could not be read.
    fn walk<A: Send>(
        &self,
        look: impl Fn(&Document) -> A + Sync,
        mut take: impl FnMut(&Document, A),
    ) -> Vec<Diagnostic> {
        let mut seen = HashSet::new();
        let mut problems = Vec::new();
        for chunk in self.sources.chunks(CHUNK) {
            let results: Vec<_> = chunk
                .par_iter()
                .map(|source| {
                    let (documents, problems) = read_source(source, self.today);
                    let answers: Vec<(Document, A)> = documents
                        .into_iter()
                        .map(|document| {
                            let answer = look(&document);
                            (document, answer)
                        })
                        .collect();
                    (answers, problems)
                })
                .collect();
            for (answers, wrong) in results {
                problems.extend(wrong);
                for (document, answer) in answers {
                    if seen.insert(document.id) {
                        take(&document, answer);
                    }
                }
            }
        }
        problems
    }
}

/// Returns a mention's offsets of start and end.
fn ends(mention: &Mention) -> (usize, usize) {
    (mention.span.start, mention.span.end)
}
