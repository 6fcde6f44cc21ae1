//! A list's selected row and scroll position.

/// The selected row of a list and the first one shown, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rows {
    /// The selected row.
    pub selected: usize,
    /// The first row shown.
    pub top: usize,
}

/// Where a list may be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// So many rows down, or up if negative.
    By(isize),
    /// So many half pages down, or up if negative.
    Halves(isize),
    /// So many pages down, or up if negative.
    Pages(isize),
    /// To a row, from 0.
    To(usize),
    /// To the last row.
    Last,
}

impl Rows {
    /// Moves the selection in a list of `len` rows, `height` of which are shown, and keeps it in sight.
    pub fn go(&mut self, motion: Motion, len: usize, height: usize) {
        let page = isize::try_from(height.max(1)).unwrap_or(isize::MAX);
        let by = |steps: isize| self.selected.saturating_add_signed(steps);
        self.selected = match motion {
            Motion::By(steps) => by(steps),
            Motion::Halves(steps) => by(steps.saturating_mul((page / 2).max(1))),
            Motion::Pages(steps) => by(steps.saturating_mul(page)),
            Motion::To(row) => row,
            Motion::Last => len,
        };
        self.settle(len, height);
    }

    /// Keeps the selection inside the list and in sight after either changed.
    pub fn settle(&mut self, len: usize, height: usize) {
        self.selected = self.selected.min(len.saturating_sub(1));
        let height = height.max(1);
        self.top = self
            .top
            .clamp((self.selected + 1).saturating_sub(height), self.selected)
            .min(len.saturating_sub(height));
    }

    /// Scrolls without moving the selection further than needed to stay in sight.
    pub fn scroll(&mut self, rows: isize, len: usize, height: usize) {
        let height = height.max(1);
        self.top = self
            .top
            .saturating_add_signed(rows)
            .min(len.saturating_sub(height));
        self.selected = self
            .selected
            .clamp(self.top, self.top + height - 1)
            .min(len.saturating_sub(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_in_the_list_and_in_sight() {
        let mut rows = Rows::default();
        for (motion, selected, top) in [
            (Motion::By(3), 3, 0),
            (Motion::By(2), 5, 1),
            (Motion::Pages(1), 10, 6),
            (Motion::Last, 19, 15),
            (Motion::By(1), 19, 15),
            (Motion::Halves(-1), 17, 15),
            (Motion::To(0), 0, 0),
            (Motion::By(-1), 0, 0),
            (Motion::To(usize::MAX), 19, 15),
        ] {
            rows.go(motion, 20, 5);
            assert_eq!((rows.selected, rows.top), (selected, top), "{motion:?}");
        }
        rows.scroll(-100, 20, 5);
        assert_eq!((rows.selected, rows.top), (4, 0));
        rows.settle(0, 5);
        assert_eq!((rows.selected, rows.top), (0, 0));
        rows.go(Motion::By(1), 0, 0);
        assert_eq!((rows.selected, rows.top), (0, 0));
    }
}
