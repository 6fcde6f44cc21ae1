//! Spans that are asked which of them overlap another, and sets of places: an article of a hundred megabytes has a million.

use crate::text::{Source, Span};

use super::candidate::Candidate;

/// Spans with something beside each, ordered by start.
#[derive(Debug)]
pub(crate) struct Spans<T> {
    sorted: Vec<(Span<Source>, T)>,
    /// Length in bytes of the longest.
    longest: usize,
}

impl<T> Spans<T> {
    /// Returns the spans, given in any order.
    pub(crate) fn new(spans: impl Iterator<Item = (Span<Source>, T)>) -> Self {
        let mut sorted: Vec<(Span<Source>, T)> = spans.collect();
        sorted.sort_by_key(|&(span, _)| span);
        let longest = sorted.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Self { sorted, longest }
    }

    /// Returns what stands beside the spans that overlap `span`, in order of their start.
    pub(crate) fn overlapping(&self, span: Span<Source>) -> impl Iterator<Item = &T> {
        // Whatever begins before this ends before `span` begins.
        let first = span.start.saturating_sub(self.longest);
        let from = self
            .sorted
            .partition_point(|(other, _)| other.start < first);
        let rest = self.sorted.get(from..).unwrap_or_default();
        rest.iter()
            .take_while(move |(other, _)| other.start < span.end)
            .filter(move |(other, _)| other.overlaps(span))
            .map(|(_, beside)| beside)
    }

    /// Returns whether one of the spans overlaps `span`.
    pub(crate) fn overlap(&self, span: Span<Source>) -> bool {
        self.overlapping(span).next().is_some()
    }
}

/// Where candidates begin and end, in bytes.
#[derive(Debug)]
pub(crate) struct Edges {
    pub(crate) starts: SortedSet<usize>,
    pub(crate) ends: SortedSet<usize>,
}

impl Edges {
    pub(crate) fn of<'c>(candidates: impl Iterator<Item = &'c Candidate> + Clone) -> Self {
        Self {
            starts: candidates
                .clone()
                .map(|candidate| candidate.span.start)
                .collect(),
            ends: candidates.map(|candidate| candidate.span.end).collect(),
        }
    }
}

/// A set that is filled once and then asked often.
#[derive(Debug, Default)]
pub(crate) struct SortedSet<T>(Vec<T>);

impl<T: Ord> FromIterator<T> for SortedSet<T> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        let mut sorted: Vec<T> = values.into_iter().collect();
        sorted.sort_unstable();
        Self(sorted)
    }
}

impl<T: Ord> SortedSet<T> {
    pub(crate) fn contains(&self, value: &T) -> bool {
        self.0.binary_search(value).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn overlaps_are_those_of_a_plain_look(
            starts in prop::collection::vec((0usize..50, 1usize..9), 0..20),
            start in 0usize..50,
            len in 1usize..9,
        ) {
            let spans: Vec<Span<Source>> = starts.iter().map(|&(start, len)| Span::new(start, start + len)).collect();
            let asked = Span::new(start, start + len);
            let set = Spans::new(spans.iter().map(|&span| (span, span)));
            let mut plain: Vec<Span<Source>> = spans.into_iter().filter(|span| span.overlaps(asked)).collect();
            plain.sort();
            let found: Vec<Span<Source>> = set.overlapping(asked).copied().collect();
            prop_assert_eq!(set.overlap(asked), !found.is_empty());
            prop_assert_eq!(found, plain);
        }
    }
}
