//! The places jumped from, to go back to.

use super::page::Cursor;
use super::rows::Rows;
use super::{App, Notice, Popup};
use crate::index::Location;

/// A place to go back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// What was at the top of the page.
    pub top: Location,
    /// Which mention was current.
    pub cursor: Option<Cursor>,
}

/// The list of jumps, the oldest first, and where in it the reader is.
#[derive(Debug, Clone, Default)]
pub struct Jumps {
    places: Vec<Jump>,
    at: usize,
}

/// The list in a popup, the latest first.
#[derive(Debug, Clone, Default)]
pub struct JumpsList {
    /// The selected place.
    pub rows: Rows,
}

impl Jumps {
    /// As many as a reader could want to look through; vim keeps a hundred.
    const AT_MOST: usize = 1000;

    /// Returns the places, the oldest first.
    pub fn places(&self) -> &[Jump] {
        &self.places
    }

    /// Returns which place the reader went back to; the number of places when at none.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// Remembers a place that is being jumped from; places gone back over are forgotten.
    pub(super) fn push(&mut self, from: Jump) {
        self.places.truncate(self.at);
        if self.places.last() != Some(&from) {
            self.places.push(from);
        }
        if self.places.len() > Self::AT_MOST {
            self.places.remove(0);
        }
        self.at = self.places.len();
    }

    /// Returns the place before, remembering `here` if it is not remembered yet.
    pub(super) fn back(&mut self, here: Option<Jump>) -> Option<Jump> {
        let target = self.at.checked_sub(1)?;
        if self.at == self.places.len()
            && let Some(here) = here
            && self.places.last() != Some(&here)
        {
            self.places.push(here);
        }
        self.at = target;
        self.places.get(target).copied()
    }

    /// Returns the place after.
    pub(super) fn forward(&mut self) -> Option<Jump> {
        let target = self.places.get(self.at + 1).copied()?;
        self.at += 1;
        Some(target)
    }

    /// Goes to one of the places.
    pub(super) fn go_to(&mut self, index: usize, here: Option<Jump>) -> Option<Jump> {
        let target = self.places.get(index).copied()?;
        if self.at == self.places.len()
            && let Some(here) = here
            && self.places.last() != Some(&here)
        {
            self.places.push(here);
        }
        self.at = index;
        Some(target)
    }
}

impl JumpsList {
    /// Returns which place a row shows: the latest stands first.
    pub fn place_in(row: usize, jumps: &Jumps) -> Option<usize> {
        jumps.places.len().checked_sub(row + 1)
    }
}

impl App {
    /// Opens the list of the places jumped from, at the one gone back to.
    pub(super) fn open_jumps(&mut self) {
        if self.jumps.places.is_empty() {
            self.notice = Some(Notice::failed("no jump was made yet"));
            return;
        }
        let mut list = JumpsList::default();
        list.rows.selected = self.jumps.places.len().saturating_sub(self.jumps.at + 1);
        self.popups.push(Popup::Jumps(list));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::DocId;

    fn at(offset: usize) -> Jump {
        Jump {
            top: Location {
                doc: DocId(1),
                offset,
            },
            cursor: None,
        }
    }

    #[test]
    fn back_and_forward_retrace_the_jumps() {
        let mut jumps = Jumps::default();
        assert_eq!(jumps.back(Some(at(9))), None);
        jumps.push(at(1));
        jumps.push(at(2));
        jumps.push(at(2));
        assert_eq!(jumps.back(Some(at(3))), Some(at(2)));
        assert_eq!(jumps.back(Some(at(2))), Some(at(1)));
        assert_eq!(jumps.back(Some(at(1))), None);
        assert_eq!(jumps.forward(), Some(at(2)));
        assert_eq!(jumps.forward(), Some(at(3)));
        assert_eq!(jumps.forward(), None);
    }

    #[test]
    fn a_new_jump_forgets_the_places_gone_back_over() {
        let mut jumps = Jumps::default();
        for offset in 1..=3 {
            jumps.push(at(offset));
        }
        assert_eq!(jumps.back(Some(at(4))), Some(at(3)));
        assert_eq!(jumps.back(Some(at(3))), Some(at(2)));
        jumps.push(at(7));
        assert_eq!(jumps.places(), [at(1), at(7)]);
        assert_eq!(jumps.forward(), None);
    }
}
