//! Writing on one row of the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::text::visible::visible_line;
use crate::text::width::cells;

/// What stands at the end of a text that was cut.
const CUT: &str = "…";

/// Writes on one row from left to right, never past its ends; what it writes is made visible first, whatever it is.
pub(super) struct Pen<'a> {
    buffer: &'a mut Buffer,
    x: u16,
    end: u16,
    y: u16,
}

impl<'a> Pen<'a> {
    /// Returns a pen at the left end of a row of an area, counted from 0; in a row outside it nothing is written.
    pub(super) fn new(buffer: &'a mut Buffer, area: Rect, row: usize) -> Self {
        let area = area.intersection(buffer.area);
        let row = u16::try_from(row).unwrap_or(u16::MAX);
        let end = if row < area.height {
            area.right()
        } else {
            area.x
        };
        Self {
            buffer,
            x: area.x,
            end,
            y: area.y.saturating_add(row),
        }
    }

    /// Returns how many cells are left.
    pub(super) fn room(&self) -> usize {
        usize::from(self.end.saturating_sub(self.x))
    }

    /// Returns the column that comes next.
    pub(super) fn column(&self) -> u16 {
        self.x
    }

    /// Returns the row of the screen.
    pub(super) fn row(&self) -> u16 {
        self.y
    }

    /// Writes a text, cut with an ellipsis if it is too long.
    pub(super) fn put(&mut self, text: &str, style: Style) -> &mut Self {
        let shown = cut_end(text, self.room());
        self.write(&shown, style)
    }

    /// Writes a text in a column of so many cells, cut or filled up.
    pub(super) fn put_in(&mut self, width: usize, text: &str, style: Style) -> &mut Self {
        let width = width.min(self.room());
        let shown = cut_end(text, width);
        let rest = width.saturating_sub(cells(&shown));
        self.write(&shown, style).skip(rest)
    }

    /// Writes a text at the right end of a column of so many cells; one that is too long loses its beginning.
    pub(super) fn put_back_in(&mut self, width: usize, text: &str, style: Style) -> &mut Self {
        let width = width.min(self.room());
        let shown = cut_start(text, width);
        self.skip(width.saturating_sub(cells(&shown)))
            .write(&shown, style)
    }

    /// Writes a text at the right end of the row if all of it fits, and leaves the rest to what comes next, a cell between.
    pub(super) fn put_right(&mut self, text: &str, style: Style) -> &mut Self {
        let shown = visible_line(text);
        let width = cells(&shown);
        if width == 0 || width > self.room() {
            return self;
        }
        let start = self.end - u16::try_from(width).unwrap_or(0);
        self.buffer
            .set_stringn(start, self.y, &*shown, width, style);
        self.end = start.saturating_sub(1).max(self.x);
        self
    }

    /// Leaves cells as they are.
    pub(super) fn skip(&mut self, n_cells: usize) -> &mut Self {
        self.x += u16::try_from(n_cells.min(self.room())).unwrap_or(0);
        self
    }

    /// Repeats a character of one cell up to the end.
    pub(super) fn fill(&mut self, symbol: &str, style: Style) -> &mut Self {
        let text = symbol.repeat(self.room());
        self.write(&text, style)
    }

    fn write(&mut self, shown: &str, style: Style) -> &mut Self {
        if self.room() > 0 {
            let (x, _) = self
                .buffer
                .set_stringn(self.x, self.y, shown, self.room(), style);
            self.x = x;
        }
        self
    }
}

/// Returns a text made visible, of at most `width` cells, its end left out if need be.
pub(super) fn cut_end(text: &str, width: usize) -> String {
    // A cell shows a few bytes at most: the rest of a very long text need not be looked at.
    let shown = visible_line(beginning(text, width.saturating_mul(32).saturating_add(64)));
    if cells(&shown) <= width {
        return shown.into_owned();
    }
    let mut kept = String::new();
    let mut room = width.saturating_sub(1);
    for grapheme in shown.graphemes(true) {
        let Some(left) = room.checked_sub(cells(grapheme)) else {
            break;
        };
        room = left;
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push_str(CUT);
    }
    kept
}

/// Returns a text made visible, of at most `width` cells, its beginning left out if need be.
pub(super) fn cut_start(text: &str, width: usize) -> String {
    let shown = visible_line(text);
    if cells(&shown) <= width {
        return shown.into_owned();
    }
    let mut start = shown.len();
    let mut room = width.saturating_sub(1);
    for (at, grapheme) in shown.grapheme_indices(true).rev() {
        let Some(left) = room.checked_sub(cells(grapheme)) else {
            break;
        };
        room = left;
        start = at;
    }
    let cut = if width > 0 { CUT } else { "" };
    format!("{cut}{}", shown.get(start..).unwrap_or_default())
}

fn beginning(text: &str, n_bytes: usize) -> &str {
    text.get(..text.floor_char_boundary(n_bytes))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_at_graphemes_to_the_cells_there_are() {
        for (text, width, end, start) in [
            ("NATO", 4, "NATO", "NATO"),
            ("NATO", 3, "NA…", "…TO"),
            ("NATO", 1, "…", "…"),
            ("NATO", 0, "", ""),
            ("北约组织", 5, "北约…", "…组织"),
            ("北约组织", 4, "北…", "…织"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…", "…e\u{301}"),
            ("a\u{1b}b", 3, "a␛b", "a␛b"),
            ("a\nb", 2, "a…", "…b"),
        ] {
            assert_eq!(cut_end(text, width), end, "{text:?} {width}");
            assert_eq!(cut_start(text, width), start, "{text:?} {width}");
        }
    }

    #[test]
    fn nothing_is_written_past_the_ends() {
        let area = Rect::new(0, 0, 6, 1);
        let mut buffer = Buffer::empty(area);
        let style = Style::new();
        Pen::new(&mut buffer, area, 0)
            .put_right("12", style)
            .put("abcdef", style);
        assert_eq!(buffer, Buffer::with_lines(["ab… 12"]));
        Pen::new(&mut buffer, area, 1)
            .put("x", style)
            .put_right("y", style)
            .fill("z", style);
        Pen::new(&mut buffer, Rect::new(9, 9, 3, 3), 0).put("x", style);
        assert_eq!(buffer, Buffer::with_lines(["ab… 12"]));
        let mut buffer = Buffer::empty(area);
        Pen::new(&mut buffer, area, 0)
            .put_back_in(4, "xabc", style)
            .put_in(2, "1", style);
        assert_eq!(buffer, Buffer::with_lines(["xabc1 "]));
    }
}
