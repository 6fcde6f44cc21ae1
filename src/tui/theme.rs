//! A theme made into the styles of the library, as far as the terminal has colours for it.

use ratatui::style::{Color, Modifier, Style};

use super::abilities::Depth;
use crate::config::{Ansi, Look, Role, Theme, Underline};

/// The bits of a [`Modifier`] that say which line is drawn under a cell.
///
/// The library knows one line only. Nothing of ours ever blinks, so the two bits for blinking say which of the others is meant.
pub(super) const LINE: Modifier = Modifier::UNDERLINED
    .union(Modifier::SLOW_BLINK)
    .union(Modifier::RAPID_BLINK);

/// The style of every role.
#[derive(Debug, Clone)]
pub struct Styles {
    by_role: Vec<Style>,
}

impl Styles {
    /// Returns the styles of a theme on a terminal of so many colours.
    pub fn new(theme: &Theme, depth: Depth) -> Self {
        let bare = (depth == Depth::Monochrome).then(|| theme.clone().without_colors());
        let theme = bare.as_ref().unwrap_or(theme);
        Self {
            by_role: Role::ALL
                .iter()
                .map(|&role| style(theme.look(role), depth))
                .collect(),
        }
    }

    /// Returns the style of a role, to be patched over what is beneath it.
    pub fn of(&self, role: Role) -> Style {
        self.by_role.get(role as usize).copied().unwrap_or_default()
    }
}

fn style(look: Look, depth: Depth) -> Style {
    let mut style = Style::new();
    style.fg = look.fg.and_then(|fg| color(fg, depth));
    style.bg = look.bg.and_then(|bg| color(bg, depth));
    for (wanted, modifier) in [
        (look.bold, Modifier::BOLD),
        (look.dim, Modifier::DIM),
        (look.italic, Modifier::ITALIC),
        (look.reverse, Modifier::REVERSED),
    ] {
        if wanted {
            style = style.add_modifier(modifier);
        }
    }
    if look.bg.is_some() && !look.reverse {
        // A look with a ground of its own is not turned over with what is beneath it.
        style = style.remove_modifier(Modifier::REVERSED);
    }
    if look.underline == Underline::None {
        return style;
    }
    // The line of what is beneath must go, or its bits would mix with these.
    style
        .remove_modifier(LINE)
        .add_modifier(bits(look.underline))
}

fn color(color: crate::config::Color, depth: Depth) -> Option<Color> {
    match (depth, color.rgb) {
        (Depth::Monochrome, _) => None,
        (Depth::True, Some([red, green, blue])) => Some(Color::Rgb(red, green, blue)),
        (Depth::TwoHundredFiftySix, Some(rgb)) => Some(Color::Indexed(nearest(rgb))),
        _ => Some(named(color.ansi)),
    }
}

const fn named(color: Ansi) -> Color {
    match color {
        Ansi::Black => Color::Black,
        Ansi::Red => Color::Red,
        Ansi::Green => Color::Green,
        Ansi::Yellow => Color::Yellow,
        Ansi::Blue => Color::Blue,
        Ansi::Magenta => Color::Magenta,
        Ansi::Cyan => Color::Cyan,
        Ansi::White => Color::Gray,
        Ansi::BrightBlack => Color::DarkGray,
        Ansi::BrightRed => Color::LightRed,
        Ansi::BrightGreen => Color::LightGreen,
        Ansi::BrightYellow => Color::LightYellow,
        Ansi::BrightBlue => Color::LightBlue,
        Ansi::BrightMagenta => Color::LightMagenta,
        Ansi::BrightCyan => Color::LightCyan,
        Ansi::BrightWhite => Color::White,
    }
}

/// Returns the nearest of the colours 16 to 255: a cube of six steps a side, and 24 greys.
fn nearest(rgb: [u8; 3]) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let distance = |a: [u8; 3], b: [u8; 3]| -> u32 {
        a.iter()
            .zip(b)
            .map(|(&a, b)| u32::from(a.abs_diff(b)).pow(2))
            .sum()
    };
    let cube = (0..216_u8).map(|index| {
        let step = |number: u8| STEPS[usize::from(number % 6)];
        (16 + index, [step(index / 36), step(index / 6), step(index)])
    });
    let greys = (0..24_u8).map(|index| (232 + index, [8 + index * 10; 3]));
    cube.chain(greys)
        .min_by_key(|&(_, candidate)| distance(rgb, candidate))
        .map_or(15, |(index, _)| index)
}

const fn bits(line: Underline) -> Modifier {
    match line {
        Underline::None => Modifier::empty(),
        Underline::Single => Modifier::UNDERLINED,
        Underline::Double => Modifier::SLOW_BLINK,
        Underline::Curly => Modifier::UNDERLINED.union(Modifier::SLOW_BLINK),
        Underline::Dotted => Modifier::UNDERLINED.union(Modifier::RAPID_BLINK),
        Underline::Dashed => LINE,
    }
}

/// Returns the line that the bits of a cell say.
pub fn underline(modifier: Modifier) -> Underline {
    let line = modifier.intersection(LINE);
    [
        Underline::Single,
        Underline::Double,
        Underline::Curly,
        Underline::Dotted,
        Underline::Dashed,
    ]
    .into_iter()
    .find(|&known| bits(known) == line)
    .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(line: Underline) -> Style {
        let look = Look {
            underline: line,
            ..Look::default()
        };
        style(look, Depth::True)
    }

    #[test]
    fn a_line_takes_the_place_of_the_one_beneath() {
        let lines = [
            Underline::None,
            Underline::Single,
            Underline::Double,
            Underline::Curly,
            Underline::Dotted,
            Underline::Dashed,
        ];
        for beneath in lines {
            for above in lines {
                let both = look(beneath).patch(look(above));
                let expected = if above == Underline::None {
                    beneath
                } else {
                    above
                };
                assert_eq!(
                    underline(both.add_modifier),
                    expected,
                    "{beneath:?} {above:?}"
                );
            }
        }
    }

    #[test]
    fn colours_come_down_with_the_terminal() {
        let orange = crate::config::Color {
            rgb: Some([255, 135, 0]),
            ansi: Ansi::Yellow,
        };
        for (depth, expected) in [
            (Depth::True, Some(Color::Rgb(255, 135, 0))),
            (Depth::TwoHundredFiftySix, Some(Color::Indexed(208))),
            (Depth::Sixteen, Some(Color::Yellow)),
            (Depth::Monochrome, None),
        ] {
            assert_eq!(color(orange, depth), expected);
        }
        assert_eq!(nearest([128, 128, 128]), 244);
        assert_eq!(nearest([255, 255, 255]), 231);
    }
}
