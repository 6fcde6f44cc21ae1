//! Reads and matches the articles, some hundred at a time, on all cores and in a fixed order.

use std::collections::{BTreeMap, HashSet};

use ibid::cli::complain;
use ibid::corpus::Document;
use ibid::corpus::discover::Discovery;
use ibid::index::{match_context, read_source};
use ibid::matcher::{Matcher, Mention};
use ibid::text::Language;
use rayon::prelude::*;

/// Sources read before what was found in them is dropped again: enough to keep the cores busy, and a few megabytes of text.
const CHUNK: usize = 256;

/// Complaints told one by one; of a folder of thousands the rest is only counted.
const MAX_COMPLAINTS: usize = 20;

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct Read {
    pub(crate) n_documents: usize,
    pub(crate) n_copies: usize,
    pub(crate) n_problems: usize,
    pub(crate) by_language: BTreeMap<String, usize>,
}

/// Where an article can be found again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Position in the list of sources.
    pub(crate) source: usize,
    /// Position among the documents of the source.
    pub(crate) member: usize,
}

/// Matches every article; `look` works on many at once, `take` gets its answers one by one in the order of the sources.
///
/// Of articles with the same content the first counts: collections of news hold many copies.
pub(crate) fn walk<A: Send>(
    discovery: &Discovery,
    language: Option<Language>,
    matcher: &Matcher,
    look: impl Fn(&Document, Vec<Mention>) -> A + Sync,
    mut take: impl FnMut(&Document, Place, A),
) -> Read {
    let mut read = Read::default();
    let mut seen = HashSet::new();
    let complain_of = |problem: &_, read: &mut Read| {
        read.n_problems += 1;
        if read.n_problems <= MAX_COMPLAINTS {
            complain(problem);
        }
    };
    for problem in &discovery.problems {
        complain_of(problem, &mut read);
    }
    let today = jiff::Zoned::now().date();
    for (number, chunk) in discovery.sources.chunks(CHUNK).enumerate() {
        let results: Vec<_> = chunk
            .par_iter()
            .map(|source| {
                let (documents, problems) = read_source(source, today);
                let answers: Vec<(usize, Document, A)> = documents
                    .into_iter()
                    .enumerate()
                    .filter(|(_, document)| language.is_none() || document.language == language)
                    .map(|(member, document)| {
                        let mentions = matcher.mentions(&document.text, match_context(&document));
                        let answer = look(&document, mentions);
                        (member, document, answer)
                    })
                    .collect();
                (answers, problems)
            })
            .collect();
        for (index, (answers, problems)) in results.into_iter().enumerate() {
            for problem in &problems {
                complain_of(problem, &mut read);
            }
            for (member, document, answer) in answers {
                if !seen.insert(document.id) {
                    read.n_copies += 1;
                    continue;
                }
                read.n_documents += 1;
                *read.by_language.entry(tag(&document)).or_default() += 1;
                let source = number * CHUNK + index;
                take(&document, Place { source, member }, answer);
            }
        }
    }
    read
}

/// Returns the language of an article as it is printed, `?` where it is not known.
pub(crate) fn tag(document: &Document) -> String {
    document
        .language
        .map_or_else(|| "?".to_owned(), |language| language.to_string())
}
