//! Cells made into bytes for the terminal.
//!
//! The library's own backend names the sixteen colours by sequences that terminals of sixteen do not know, knows one underline, and
//! asks the environment about colours behind our back; this is as much code as taking it by the hand would be.

use std::io::Write as _;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use unicode_normalization::UnicodeNormalization as _;

use super::abilities::Abilities;
use super::theme::underline;
use crate::config::Underline;
use crate::text::width::cells;

/// What of the terminal's abilities a cell needs to know.
#[derive(Debug, Clone, Copy)]
pub(super) struct Painter {
    /// Whether there are curly, dotted, dashed and double underlines.
    pub shapes: bool,
    /// Whether there is anything beyond ASCII.
    pub unicode: bool,
}

impl From<&Abilities> for Painter {
    fn from(abilities: &Abilities) -> Self {
        Self {
            shapes: abilities.shapes,
            unicode: abilities.unicode,
        }
    }
}

impl Painter {
    /// Appends what draws the cells at their columns and rows, and leaves no style behind.
    pub(super) fn paint<'a>(
        self,
        changed: impl Iterator<Item = (u16, u16, &'a Cell)>,
        out: &mut Vec<u8>,
    ) {
        // Where the next character would land. Unknown after all but plain ones: terminals differ in the width they give the rest.
        let mut pen = None;
        let mut style = None;
        for (x, y, cell) in changed {
            if pen != Some((x, y)) {
                put(
                    out,
                    format_args!("\x1b[{};{}H", u32::from(y) + 1, u32::from(x) + 1),
                );
            }
            let wanted = (cell.fg, cell.bg, cell.modifier);
            if style != Some(wanted) {
                self.style(cell, out);
                style = Some(wanted);
            }
            let symbol = cell.symbol();
            if self.unicode || symbol.is_ascii() {
                out.extend_from_slice(symbol.as_bytes());
            } else {
                out.extend(in_ascii(symbol).bytes());
            }
            pen = (symbol.len() == 1).then_some((x.saturating_add(1), y));
        }
        if style.is_some() {
            out.extend_from_slice(b"\x1b[0m");
        }
    }

    fn style(self, cell: &Cell, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\x1b[0");
        for (modifier, number) in [
            (Modifier::BOLD, 1),
            (Modifier::DIM, 2),
            (Modifier::ITALIC, 3),
            (Modifier::REVERSED, 7),
        ] {
            if cell.modifier.contains(modifier) {
                put(out, format_args!(";{number}"));
            }
        }
        let line = match underline(cell.modifier) {
            Underline::None => "",
            Underline::Double if self.shapes => ";4:2",
            Underline::Curly if self.shapes => ";4:3",
            Underline::Dotted if self.shapes => ";4:4",
            Underline::Dashed if self.shapes => ";4:5",
            Underline::Single
            | Underline::Double
            | Underline::Curly
            | Underline::Dotted
            | Underline::Dashed => ";4",
        };
        out.extend_from_slice(line.as_bytes());
        color(cell.fg, 30, out);
        color(cell.bg, 40, out);
        out.push(b'm');
    }
}

/// Appends a colour of letters (`base` 30) or of the ground (40).
fn color(color: Color, base: u8, out: &mut Vec<u8>) {
    let named = match color {
        Color::Reset => return,
        Color::Indexed(index) => return put(out, format_args!(";{};5;{index}", base + 8)),
        Color::Rgb(red, green, blue) => {
            return put(out, format_args!(";{};2;{red};{green};{blue}", base + 8));
        }
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
    };
    put(out, format_args!(";{}", base + named));
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    // Writing to memory does not fail.
    let _ = out.write_fmt(text);
}

/// Returns what stands for a symbol where only ASCII is shown, as wide as it.
fn in_ascii(symbol: &str) -> String {
    let width = cells(symbol).max(1);
    let bare: String = symbol.nfkd().filter(char::is_ascii).collect();
    let known = match symbol.chars().next() {
        _ if bare.len() == width => return bare,
        Some('’' | '‘' | '‹' | '›' | '′') => '\'',
        Some('“' | '”' | '«' | '»' | '„') => '"',
        Some('–' | '—' | '‐' | '‑' | '─' | '━') => '-',
        Some('│' | '┃' | '▏' | '▌' | '▐') => '|',
        Some('┌' | '┐' | '└' | '┘' | '├' | '┤' | '┬' | '┴' | '┼' | '╭' | '╮' | '╰' | '╯') => {
            '+'
        }
        Some('·' | '•' | '▁') => '.',
        Some('▂' | '▃' | '▄') => ':',
        Some('▅' | '▆' | '▇' | '█') => '#',
        Some('…') => '~',
        Some('▸' | '▶' | '→') => '>',
        Some('⟨' | '⟩') => '!',
        _ => '?',
    };
    known.to_string().repeat(width)
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn painted(painter: Painter, drawn: &[(u16, u16, &str, Style)]) -> String {
        let drawn: Vec<(u16, u16, Cell)> = drawn
            .iter()
            .map(|&(x, y, symbol, style)| {
                let mut cell = Cell::default();
                cell.set_symbol(symbol).set_style(style);
                (x, y, cell)
            })
            .collect();
        let mut out = Vec::new();
        painter.paint(drawn.iter().map(|(x, y, cell)| (*x, *y, cell)), &mut out);
        String::from_utf8(out).unwrap().replace('\u{1b}', "^")
    }

    const FULL: Painter = Painter {
        shapes: true,
        unicode: true,
    };
    const PLAIN: Painter = Painter {
        shapes: false,
        unicode: false,
    };

    #[test]
    fn neighbours_of_one_style_need_no_words_between_them() {
        let (plain, bold) = (
            Style::new(),
            Style::new()
                .add_modifier(Modifier::BOLD)
                .fg(Color::LightRed),
        );
        assert_eq!(
            painted(
                FULL,
                &[
                    (0, 0, "a", plain),
                    (1, 0, "b", plain),
                    (3, 0, "c", bold),
                    (0, 1, "d", bold)
                ]
            ),
            "^[1;1H^[0mab^[1;4H^[0;1;91mc^[2;1Hd^[0m"
        );
        assert_eq!(painted(FULL, &[]), "");
    }

    #[test]
    fn the_place_is_said_again_after_a_character_that_may_be_of_any_width() {
        let plain = Style::new();
        assert_eq!(
            painted(
                FULL,
                &[(0, 0, "北", plain), (2, 0, "a", plain), (3, 0, "b", plain)]
            ),
            "^[1;1H^[0m北^[1;3Hab^[0m"
        );
    }

    #[test]
    fn lines_colours_and_characters_come_down_with_the_terminal() {
        let curly = Style::new()
            .add_modifier(Modifier::UNDERLINED | Modifier::SLOW_BLINK)
            .bg(Color::Indexed(208))
            .fg(Color::Rgb(1, 2, 3));
        assert_eq!(
            painted(FULL, &[(0, 0, "é", curly)]),
            "^[1;1H^[0;4:3;38;2;1;2;3;48;5;208mé^[0m"
        );
        let curly = Style::new()
            .add_modifier(Modifier::UNDERLINED | Modifier::SLOW_BLINK)
            .fg(Color::Red);
        for (symbol, expected) in [
            ("é", "e"),
            ("北", "??"),
            ("’", "'"),
            ("ﬁ", "?"),
            ("█", "#"),
            ("①", "1"),
        ] {
            assert_eq!(
                painted(PLAIN, &[(0, 0, symbol, curly)]),
                format!("^[1;1H^[0;4;31m{expected}^[0m")
            );
        }
    }
}
