//! Half-open byte ranges that know which text they belong to.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Range;

/// Marks a [`Span`] of a document's text as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {}

/// Marks a [`Span`] of folded text (see [`crate::text::fold`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folded {}

/// A half-open range of byte offsets into a text of kind `T`.
///
/// Only the fold map turns a `Span<Folded>` into a `Span<Source>`, so mixing the two does not compile:
///
/// ```compile_fail
/// use ibid::text::{Folded, Source, Span};
/// let folded: Span<Folded> = Span::new(0, 4);
/// let source: Span<Source> = folded;
/// ```
///
/// ```
/// use ibid::text::{Source, Span};
/// let span = Span::<Source>::new(2, 6);
/// assert_eq!(span.of("l'OTAN"), Some("OTAN"));
/// ```
pub struct Span<T> {
    /// Offset in bytes of the first byte.
    pub start: usize,
    /// Offset in bytes just after the last byte.
    pub end: usize,
    text: PhantomData<T>,
}

impl<T> Span<T> {
    /// Returns the span from `start` to `end`, both in bytes.
    ///
    /// # Panics
    /// In debug builds, when `end` is before `start`.
    pub const fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self {
            start,
            end,
            text: PhantomData,
        }
    }

    /// Returns the length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Returns whether the span covers no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns whether the byte at `offset` lies in the span.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// Returns whether the two spans share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the span as a range of byte offsets.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Returns the part of `text` that the span covers, or `None` when the span is outside it or cuts a character.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }
}

// Written out: derives would ask the same of the marker `T`.
impl<T> Clone for Span<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Span<T> {}
impl<T> PartialEq for Span<T> {
    fn eq(&self, other: &Self) -> bool {
        self.range() == other.range()
    }
}
impl<T> Eq for Span<T> {}
impl<T> PartialOrd for Span<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Span<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start, self.end).cmp(&(other.start, other.end))
    }
}
impl<T> Hash for Span<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.range().hash(state);
    }
}
impl<T> fmt::Debug for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
