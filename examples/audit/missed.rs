//! The capitalised word sequences that no mention covers: counted for each language, listed with an example and what is known of it.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;

use ibid::corpus::{Document, SourceRef};
use ibid::gazetteer::Gazetteer;
use ibid::index::{match_context, read_source};
use ibid::matcher::{Explanation, Matcher, Outcome, Rejection};
use ibid::text::Span;

use crate::names::{self, Sequence};
use crate::sheet::{context, one_line};
use crate::walk::{Place, tag};

/// Sequences of a language kept while counting. When there are more, those met least often are forgotten, and the counts of rare ones
/// are too low; the commonest are far from that edge.
const MAX_SEQUENCES: usize = 400_000;

/// Characters of context on either side.
const CONTEXT: usize = 60;

/// Remarks about one sequence.
const MAX_REMARKS: usize = 3;

/// A German noun that follows an article, a possessive or a number so often in a hundred times is no name.
const COMMON_NOUN_PERCENT: usize = 12;

/// What is known of one sequence of words.
#[derive(Debug)]
struct Counted {
    n: usize,
    n_documents: usize,
    n_determined: usize,
    /// Where it was met first, and last.
    first: (Place, usize, usize),
    last: Place,
}

/// The sequences of one language.
#[derive(Debug, Default)]
struct Counts {
    n_documents: usize,
    by_words: HashMap<String, Counted>,
    /// Sequences met no more often than this may have been forgotten.
    forgotten: usize,
}

/// The sequences of all languages.
#[derive(Debug, Default)]
pub(crate) struct Missed(BTreeMap<String, Counts>);

impl Missed {
    /// Counts the sequences of an article.
    pub(crate) fn count(&mut self, document: &Document, place: Place, sequences: Vec<Sequence>) {
        let counts = self.0.entry(tag(document)).or_default();
        counts.n_documents += 1;
        for sequence in sequences {
            let counted = counts.by_words.entry(sequence.words).or_insert(Counted {
                n: 0,
                n_documents: 0,
                n_determined: 0,
                first: (place, sequence.start, sequence.end),
                last: place,
            });
            counted.n_documents += usize::from(counted.n == 0 || counted.last != place);
            counted.n += 1;
            counted.n_determined += usize::from(sequence.is_determined);
            counted.last = place;
        }
        while counts.by_words.len() > MAX_SEQUENCES {
            counts.forgotten += 1;
            let forgotten = counts.forgotten;
            counts.by_words.retain(|_, counted| counted.n > forgotten);
        }
    }

    /// Prints the commonest of each language, with the first place of each and what the matcher made of it.
    pub(crate) fn print(
        &self,
        sources: &[SourceRef],
        matcher: &Matcher,
        at_most: usize,
        out: &mut impl Write,
    ) -> anyhow::Result<()> {
        let today = jiff::Zoned::now().date();
        for (language, counts) in &self.0 {
            writeln!(
                out,
                "{language}: {} articles, {} different sequences{}",
                counts.n_documents,
                counts.by_words.len(),
                if counts.forgotten > 0 {
                    " kept of more"
                } else {
                    ""
                }
            )?;
            for (words, counted) in commonest(language, counts, at_most) {
                let (place, start, end) = counted.first;
                let documents = sources
                    .get(place.source)
                    .map(|source| read_source(source, today).0)
                    .unwrap_or_default();
                let (shown, remarks) = documents
                    .get(place.member)
                    .map(|document| {
                        let shown = context(&document.text, Span::new(start, end), CONTEXT);
                        (shown, remarks(document, matcher, start))
                    })
                    .unwrap_or_default();
                let (n, n_documents) = (counted.n, counted.n_documents);
                let words = one_line(words);
                writeln!(out, "{n:>7} in {n_documents:<6} {words:<28}  {shown}")?;
                for remark in remarks {
                    writeln!(out, "{:>48}{remark}", "")?;
                }
            }
            writeln!(out)?;
        }
        Ok(())
    }
}

/// Returns the commonest sequences of a language, those of equal count by their words.
fn commonest<'c>(
    language: &str,
    counts: &'c Counts,
    at_most: usize,
) -> Vec<(&'c String, &'c Counted)> {
    let is_name = |counted: &Counted| {
        !names::capitalises_nouns(language)
            || counted.n_determined * 100 < counted.n * COMMON_NOUN_PERCENT
    };
    let mut sorted: Vec<(&String, &Counted)> = counts
        .by_words
        .iter()
        .filter(|(_, counted)| is_name(counted))
        .collect();
    sorted.sort_by(|a, b| b.1.n.cmp(&a.1.n).then_with(|| a.0.cmp(b.0)));
    sorted.truncate(at_most);
    sorted
}

/// Returns what the gazetteer has at the words, and why it is no mention.
fn remarks(document: &Document, matcher: &Matcher, offset: usize) -> Vec<String> {
    let explained = matcher.explain(&document.text, match_context(document), offset);
    let gazetteer = matcher.gazetteer();
    let mut remarks: Vec<((&str, &str), String)> = explained
        .iter()
        .filter_map(|explanation| remark(explanation, &gazetteer))
        .collect();
    // Of all the forms that one reason keeps from one entity, the first is enough.
    remarks.sort();
    remarks.dedup_by(|a, b| a.0 == b.0);
    remarks.truncate(MAX_REMARKS);
    remarks.into_iter().map(|(_, remark)| remark).collect()
}

/// Returns what is to be said of a form: the reason and the entity, and both with the form.
fn remark<'g>(
    explanation: &Explanation,
    gazetteer: &'g Gazetteer,
) -> Option<((&'static str, &'g str), String)> {
    let reason = match &explanation.outcome {
        // A hidden entity has the words, or a mention that begins inside them; a title says nothing of the name it stands by.
        Outcome::Mention(_) | Outcome::Reading | Outcome::Rejected(Rejection::TitleOfName(_)) => {
            return None;
        }
        Outcome::Mask => "masked on purpose",
        Outcome::Rejected(rejection) => why(*rejection),
        Outcome::OtherLanguage(_) => "listed for another language",
    };
    let (entity, form) = match explanation.alias {
        Some(alias) => (
            gazetteer.entity(alias.entity).id.as_str(),
            gazetteer.alias(alias).form.as_str(),
        ),
        None => ("all entities", ""),
    };
    let remark = if let Outcome::OtherLanguage(language) = &explanation.outcome {
        format!("{reason} ({language}): `{form}` of {entity}")
    } else if form.is_empty() {
        format!("{reason}: for {entity}")
    } else {
        format!("{reason}: `{form}` of {entity}")
    };
    Some(((reason, entity), one_line(&remark)))
}

fn why(rejection: Rejection) -> &'static str {
    match rejection {
        Rejection::Case => "its capitals do not fit",
        Rejection::Accent => "its accents do not fit",
        Rejection::NoArticle => "without its article",
        Rejection::Address => "inside an address",
        Rejection::CapitalsLine => "in a line of capitals",
        Rejection::Neighbour(_) => "beside another capitalised word",
        Rejection::Namesake(_) => "a namesake is named",
        Rejection::Hyphenated(_) => "hyphenated to another word",
        Rejection::NoAntecedent => "short, and no longer name in the article",
        Rejection::Masked(_) => "covered by a mask",
        Rejection::Longer(_) => "covered by a longer form",
        Rejection::PlaceOfAnother => "a place, which it is not",
        Rejection::AnotherNamed => "another with the same form is named",
        Rejection::TitleOfName(_) => "the title of the name beside it",
        Rejection::OtherOffice(_) => "another office",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_nouns_of_german_are_left_out() {
        let place = Place {
            source: 0,
            member: 0,
        };
        let counted = |n, n_determined| Counted {
            n,
            n_documents: 1,
            n_determined,
            first: (place, 0, 1),
            last: place,
        };
        let counts = Counts {
            by_words: HashMap::from([
                ("Regierung".to_owned(), counted(90, 60)),
                ("Scholz".to_owned(), counted(50, 2)),
                ("Merz".to_owned(), counted(50, 0)),
            ]),
            ..Counts::default()
        };
        let words = |language| -> Vec<&str> {
            let listed = commonest(language, &counts, 2);
            listed.iter().map(|(words, _)| words.as_str()).collect()
        };
        assert_eq!(words("de"), ["Merz", "Scholz"]);
        assert_eq!(words("en"), ["Regierung", "Merz"]);
    }
}
