//! What a terminal shows, as a test asks for it.

use alacritty_terminal::Term;
use alacritty_terminal::grid::Dimensions as _;
use alacritty_terminal::index::{Column, Line};
use alacritty_terminal::term::TermMode;
use alacritty_terminal::term::cell::{Cell, Flags};
use alacritty_terminal::vte::ansi::{Color, Rgb};

/// The ground of the current mention in the dark theme.
const CURRENT: Color = Color::Spec(Rgb {
    r: 0xf0,
    g: 0xe4,
    b: 0x42,
});

/// The screen of a terminal.
pub(super) struct Screen<'a, T> {
    term: &'a Term<T>,
}

impl<'a, T> Screen<'a, T> {
    pub(super) const fn new(term: &'a Term<T>) -> Self {
        Self { term }
    }

    fn cells(&self) -> impl Iterator<Item = impl Iterator<Item = &'a Cell>> {
        let (grid, columns) = (self.term.grid(), self.term.columns());
        let lines = 0..i32::try_from(self.term.screen_lines()).unwrap();
        lines.map(move |line| (0..columns).map(move |column| &grid[Line(line)][Column(column)]))
    }

    /// Returns the rows, without the blanks at their ends.
    pub(super) fn rows(&self) -> Vec<String> {
        self.cells()
            .map(|row| characters(row).trim_end().to_owned())
            .collect()
    }

    /// Returns whether a row contains a text.
    pub(super) fn contains(&self, text: &str) -> bool {
        self.rows().iter().any(|row| row.contains(text))
    }

    /// Returns whether a line of the page is exactly this.
    pub(super) fn has_line(&self, line: &str) -> bool {
        self.rows()
            .iter()
            .any(|row| row.split("  ").any(|part| part.trim() == line))
    }

    /// Returns the line at the bottom.
    pub(super) fn status_line(&self) -> String {
        self.rows().pop().unwrap_or_default()
    }

    /// Returns whether all articles were read: the status line says so until then.
    pub(super) fn is_read(&self) -> bool {
        !self.status_line().contains("reading")
    }

    /// Returns the characters of the current mention, those of each row it is on.
    pub(super) fn current(&self) -> Vec<String> {
        let of_row = |row: &mut dyn Iterator<Item = &'a Cell>| {
            characters(row.filter(|cell| cell.bg == CURRENT))
        };
        let rows = self.cells().map(|mut row| of_row(&mut row));
        rows.filter(|row| !row.is_empty()).collect()
    }

    /// Returns what stands after the current mention in its row, up to the edge of the text.
    pub(super) fn after_current(&self) -> String {
        let after = self.cells().find_map(|row| {
            let row: Vec<&Cell> = row.collect();
            let last = row.iter().rposition(|cell| cell.bg == CURRENT)?;
            Some(characters(row.into_iter().skip(last + 1)))
        });
        let after = after.unwrap_or_default();
        after.split("  ").next().unwrap_or_default().to_owned()
    }

    /// Returns whether a text stands on the screen with a line under all its letters, as mentions do.
    pub(super) fn is_lit(&self, text: &str) -> bool {
        self.cells().any(|row| {
            let lit = row.map(|cell| {
                if cell.flags.intersects(Flags::ALL_UNDERLINES) {
                    cell.c
                } else {
                    ' '
                }
            });
            lit.collect::<String>().contains(text)
        })
    }

    /// Returns whether a row went on in the next one, which a program that places its cells never has.
    pub(super) fn overflows(&self) -> bool {
        self.cells()
            .any(|mut row| row.any(|cell| cell.flags.contains(Flags::WRAPLINE)))
    }

    /// Returns the modes of the terminal.
    pub(super) fn mode(&self) -> TermMode {
        *self.term.mode()
    }
}

fn characters<'c>(cells: impl Iterator<Item = &'c Cell>) -> String {
    let mut text = String::new();
    for cell in cells.filter(|cell| !cell.flags.contains(Flags::WIDE_CHAR_SPACER)) {
        text.push(cell.c);
        text.extend(cell.zerowidth().unwrap_or_default());
    }
    text
}
