//! How a thing looks: colours, weight, underline, as plain data.

use std::ops::Range;

use super::merge::Node;
use super::nearest;
use crate::diagnostic::Diagnostic;

/// A colour of the sixteen that every terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ansi {
    /// 0
    Black,
    /// 1
    Red,
    /// 2
    Green,
    /// 3
    Yellow,
    /// 4
    Blue,
    /// 5
    Magenta,
    /// 6
    Cyan,
    /// 7
    White,
    /// 8
    BrightBlack,
    /// 9
    BrightRed,
    /// 10
    BrightGreen,
    /// 11
    BrightYellow,
    /// 12
    BrightBlue,
    /// 13
    BrightMagenta,
    /// 14
    BrightCyan,
    /// 15
    BrightWhite,
}

impl Ansi {
    /// All sixteen with the names they are written by, in the order of their numbers.
    pub const NAMED: [(&'static str, Self); 16] = [
        ("black", Self::Black),
        ("red", Self::Red),
        ("green", Self::Green),
        ("yellow", Self::Yellow),
        ("blue", Self::Blue),
        ("magenta", Self::Magenta),
        ("cyan", Self::Cyan),
        ("white", Self::White),
        ("bright-black", Self::BrightBlack),
        ("bright-red", Self::BrightRed),
        ("bright-green", Self::BrightGreen),
        ("bright-yellow", Self::BrightYellow),
        ("bright-blue", Self::BrightBlue),
        ("bright-magenta", Self::BrightMagenta),
        ("bright-cyan", Self::BrightCyan),
        ("bright-white", Self::BrightWhite),
    ];
}

/// A colour, with what stands for it on a terminal of sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue, if the theme gives them.
    pub rgb: Option<[u8; 3]>,
    /// The colour of sixteen; for a colour given by red, green and blue only, the nearest.
    pub ansi: Ansi,
}

/// The line under a text. A terminal without the shape draws a plain line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Underline {
    /// No line.
    #[default]
    None,
    /// One line.
    Single,
    /// Two lines.
    Double,
    /// A wave.
    Curly,
    /// Dots.
    Dotted,
    /// Dashes.
    Dashed,
}

/// How a role looks. What is not set is as beneath it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "a terminal has these attributes, each on or off"
)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Colour of the letters.
    pub fg: Option<Color>,
    /// Colour behind them.
    pub bg: Option<Color>,
    /// Bold.
    pub bold: bool,
    /// Faint.
    pub dim: bool,
    /// Italic.
    pub italic: bool,
    /// Letters and background exchanged.
    pub reverse: bool,
    /// The line under it.
    pub underline: Underline,
}

/// A complaint and the bytes of the file that it is about.
type Fault = (Diagnostic, Range<usize>);

impl Look {
    /// Takes the attributes that a table sets, and returns what is wrong with it.
    pub(super) fn read(&mut self, node: &Node) -> Vec<Fault> {
        let Some(table) = node.table() else {
            let complaint =
                Diagnostic::error("a role takes a table such as { fg = \"blue\", bold = true }");
            return vec![(complaint, node.span.clone())];
        };
        let mut faults = Vec::new();
        for (name, (key, node)) in table {
            if let Err(complaint) = self.set(name, node) {
                let at = if complaint.message.starts_with("unknown attribute") {
                    key
                } else {
                    &node.span
                };
                faults.push((complaint, at.clone()));
            }
        }
        faults
    }

    fn set(&mut self, name: &str, node: &Node) -> Result<(), Diagnostic> {
        match name {
            "fg" => self.fg = color(node)?,
            "bg" => self.bg = color(node)?,
            "bold" => self.bold = flag(name, node)?,
            "dim" => self.dim = flag(name, node)?,
            "italic" => self.italic = flag(name, node)?,
            "reverse" => self.reverse = flag(name, node)?,
            "underline" => self.underline = underline(node)?,
            _ => return Err(Diagnostic::error(format!("unknown attribute `{name}`"))),
        }
        Ok(())
    }
}

fn flag(name: &str, node: &Node) -> Result<bool, Diagnostic> {
    node.flag()
        .ok_or_else(|| Diagnostic::error(format!("`{name}` takes true or false")))
}

fn underline(node: &Node) -> Result<Underline, Diagnostic> {
    const SHAPES: [(&str, Underline); 6] = [
        ("none", Underline::None),
        ("single", Underline::Single),
        ("double", Underline::Double),
        ("curly", Underline::Curly),
        ("dotted", Underline::Dotted),
        ("dashed", Underline::Dashed),
    ];
    let Some(written) = node.text() else {
        return Err(Diagnostic::error("`underline` takes a text in quotes"));
    };
    let known = SHAPES.iter().find(|(name, _)| *name == written);
    known.map(|&(_, shape)| shape).ok_or_else(|| {
        let complaint = Diagnostic::error(format!("unknown underline `{written}`"));
        complaint.hint("there are `none`, `single`, `double`, `curly`, `dotted`, `dashed`")
    })
}

/// Reads a colour: a name, `#rrggbb`, or both in a list, the name being for terminals of sixteen colours; `none` takes one away.
fn color(node: &Node) -> Result<Option<Color>, Diagnostic> {
    let texts: Vec<&str> = match (node.text(), node.list()) {
        (Some(text), _) => vec![text],
        (None, Some(nodes)) => nodes.iter().filter_map(Node::text).collect(),
        (None, None) => Vec::new(),
    };
    match texts.as_slice() {
        ["none"] => Ok(None),
        [one] => match (rgb(one), ansi(one)) {
            (Some(rgb), _) => Ok(Some(Color {
                rgb: Some(rgb),
                ansi: nearest_ansi(rgb),
            })),
            (None, Some(ansi)) => Ok(Some(Color { rgb: None, ansi })),
            (None, None) => Err(unknown_color(one)),
        },
        [full, sixteen] => Ok(Some(Color {
            rgb: Some(rgb(full).ok_or_else(|| unknown_color(full))?),
            ansi: ansi(sixteen).ok_or_else(|| unknown_color(sixteen))?,
        })),
        _ => Err(Diagnostic::error(
            "a colour is \"#rrggbb\", a name, or both: [\"#5fafff\", \"blue\"]",
        )),
    }
}

fn unknown_color(written: &str) -> Diagnostic {
    let complaint = Diagnostic::error(format!("unknown colour `{written}`"));
    match nearest(written, Ansi::NAMED.iter().map(|(name, _)| *name)) {
        Some(known) if !written.starts_with('#') => {
            complaint.hint(format!("did you mean `{known}`?"))
        }
        _ => complaint.hint("colours are `#rrggbb` or one of the sixteen names"),
    }
}

fn ansi(name: &str) -> Option<Ansi> {
    Ansi::NAMED
        .iter()
        .find(|(known, _)| *known == name)
        .map(|&(_, ansi)| ansi)
}

fn rgb(written: &str) -> Option<[u8; 3]> {
    let digits = written
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6)?;
    if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// Returns the colour of sixteen that is nearest, by the values that xterm gives them.
fn nearest_ansi(rgb: [u8; 3]) -> Ansi {
    const XTERM: [[u8; 3]; 16] = [
        [0, 0, 0],
        [205, 0, 0],
        [0, 205, 0],
        [205, 205, 0],
        [0, 0, 238],
        [205, 0, 205],
        [0, 205, 205],
        [229, 229, 229],
        [127, 127, 127],
        [255, 0, 0],
        [0, 255, 0],
        [255, 255, 0],
        [92, 92, 255],
        [255, 0, 255],
        [0, 255, 255],
        [255, 255, 255],
    ];
    let distance = |other: [u8; 3]| -> u32 {
        let parts = rgb.into_iter().zip(other);
        parts.map(|(a, b)| u32::from(a.abs_diff(b)).pow(2)).sum()
    };
    let nearest = Ansi::NAMED
        .iter()
        .zip(XTERM)
        .min_by_key(|&(_, other)| distance(other));
    nearest.map_or(Ansi::White, |(&(_, ansi), _)| ansi)
}
