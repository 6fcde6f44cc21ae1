//! A screen as text, styles included.

use std::fmt::Write as _;

use ibid::config::Underline;
use ibid::tui::underline;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/// Returns the rows of a screen between bars, under each with any style a row of letters, one for each style, and the legend.
pub(super) fn styled_screen(buffer: &Buffer) -> String {
    let mut legend: Vec<String> = Vec::new();
    let mut picture = String::new();
    for y in buffer.area.top()..buffer.area.bottom() {
        let (mut text, mut letters) = (String::new(), String::new());
        let mut covered = 0;
        for x in buffer.area.left()..buffer.area.right() {
            let cell = &buffer[(x, y)];
            if covered > 0 {
                // The second cell of a wide character shows nothing.
                covered -= 1;
                continue;
            }
            let width = ibid::text::width::cells(cell.symbol()).max(1);
            covered = width - 1;
            text.push_str(cell.symbol());
            let letter = letter_of(cell, &mut legend);
            letters.extend(std::iter::repeat_n(letter, width));
        }
        writeln!(picture, "│{text}│").unwrap();
        if !letters.trim().is_empty() {
            writeln!(picture, " {}", letters.trim_end()).unwrap();
        }
    }
    for (style, letter) in legend.iter().zip(LETTERS) {
        writeln!(picture, "{} {style}", char::from(*letter)).unwrap();
    }
    picture
}

fn letter_of(cell: &Cell, legend: &mut Vec<String>) -> char {
    let style = describe(cell);
    if style.is_empty() {
        return ' ';
    }
    let index = legend
        .iter()
        .position(|known| *known == style)
        .unwrap_or_else(|| {
            legend.push(style);
            legend.len() - 1
        });
    char::from(LETTERS[index])
}

fn describe(cell: &Cell) -> String {
    let mut words: Vec<String> = [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::ITALIC, "italic"),
        (Modifier::REVERSED, "reverse"),
    ]
    .into_iter()
    .filter(|(modifier, _)| cell.modifier.contains(*modifier))
    .map(|(_, word)| word.to_owned())
    .collect();
    let line = underline(cell.modifier);
    if line != Underline::None {
        words.push(format!("{line:?}-underline").to_lowercase());
    }
    for (color, ground) in [(cell.fg, ""), (cell.bg, "on ")] {
        if color != Color::Reset {
            words.push(format!("{ground}{color}"));
        }
    }
    words.join(" ")
}
