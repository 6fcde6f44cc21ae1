//! Sizes and rectangles in cells of the screen.

/// A size in cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Size {
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Size {
    /// Returns a size of `width` columns and `height` rows.
    pub const fn new(width: u16, height: u16) -> Self {
        Self { width, height }
    }
}

/// A rectangle of cells; one without width or height is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rect {
    /// Column of its left edge, from 0.
    pub x: u16,
    /// Row of its upper edge, from 0.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

#[expect(
    clippy::return_self_not_must_use,
    reason = "cutting often matters for what is left only"
)]
impl Rect {
    /// Returns the rectangle of a whole screen.
    pub const fn screen(size: Size) -> Self {
        Self {
            x: 0,
            y: 0,
            width: size.width,
            height: size.height,
        }
    }

    /// Returns whether there is nothing to draw.
    pub const fn is_empty(self) -> bool {
        self.width == 0 || self.height == 0
    }

    /// Returns the column just right of it.
    pub const fn right(self) -> u16 {
        self.x + self.width
    }

    /// Returns the row just below it.
    pub const fn bottom(self) -> u16 {
        self.y + self.height
    }

    /// Returns whether a cell lies in it.
    pub const fn contains(self, column: u16, row: u16) -> bool {
        self.x <= column && column < self.right() && self.y <= row && row < self.bottom()
    }

    /// Returns whether another rectangle lies wholly in it.
    pub const fn encloses(self, other: Self) -> bool {
        self.x <= other.x
            && other.right() <= self.right()
            && self.y <= other.y
            && other.bottom() <= self.bottom()
    }

    /// Cuts up to `rows` rows off its upper edge and returns them.
    pub fn take_top(&mut self, rows: u16) -> Self {
        let height = rows.min(self.height);
        let taken = Self { height, ..*self };
        self.y += height;
        self.height -= height;
        taken
    }

    /// Cuts up to `rows` rows off its lower edge and returns them.
    pub fn take_bottom(&mut self, rows: u16) -> Self {
        let height = rows.min(self.height);
        self.height -= height;
        Self {
            y: self.bottom(),
            height,
            ..*self
        }
    }

    /// Cuts up to `columns` columns off its left edge and returns them.
    pub fn take_left(&mut self, columns: u16) -> Self {
        let width = columns.min(self.width);
        let taken = Self { width, ..*self };
        self.x += width;
        self.width -= width;
        taken
    }

    /// Cuts up to `columns` columns off its right edge and returns them.
    pub fn take_right(&mut self, columns: u16) -> Self {
        let width = columns.min(self.width);
        self.width -= width;
        Self {
            x: self.right(),
            width,
            ..*self
        }
    }

    /// Returns a rectangle of at most the given size in the middle of it.
    #[must_use]
    pub fn centred(self, width: u16, height: u16) -> Self {
        let (width, height) = (width.min(self.width), height.min(self.height));
        Self {
            x: self.x + (self.width - width) / 2,
            y: self.y + (self.height - height) / 2,
            width,
            height,
        }
    }

    /// Returns what is left inside a frame one cell wide, or the whole where there is no room for a frame.
    #[must_use]
    pub fn inside_frame(self) -> Self {
        if self.width < 3 || self.height < 3 {
            return self;
        }
        Self {
            x: self.x + 1,
            y: self.y + 1,
            width: self.width - 2,
            height: self.height - 2,
        }
    }
}
