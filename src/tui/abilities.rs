//! What the environment says of the terminal.

use std::ffi::OsString;

/// How many colours there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None: bold, underline and reverse must do.
    Monochrome,
    /// The sixteen that every terminal names.
    Sixteen,
    /// The cube and the greys of xterm.
    TwoHundredFiftySix,
    /// Any red, green and blue.
    True,
}

/// Whether the background is dark or light.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Background {
    /// Light letters on a dark ground.
    Dark,
    /// Dark letters on a light ground.
    Light,
}

/// What the terminal can do, as far as the environment tells, and which editor the reader likes.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts, not the states of one thing"
)]
pub struct Abilities {
    /// How many colours there are.
    pub depth: Depth,
    /// Whether it draws curly, dotted, dashed and double underlines. One that does not may misread them, so only those known to are.
    pub shapes: bool,
    /// Whether it shows characters beyond ASCII.
    pub unicode: bool,
    /// The background, if the environment tells.
    pub background: Option<Background>,
    /// Whether it may be asked for its background.
    pub answers: bool,
    /// Whether it can do nothing but print line after line.
    pub dumb: bool,
    /// The editor's command line.
    pub editor: String,
}

impl Abilities {
    /// Returns what an environment says; `get` looks a variable up.
    ///
    /// ```
    /// use ibid::tui::{Abilities, Depth};
    /// let abilities = Abilities::from_environment(|name| (name == "TERM").then(|| "xterm-256color".into()));
    /// assert_eq!(abilities.depth, Depth::TwoHundredFiftySix);
    /// assert!(!abilities.shapes);
    /// ```
    pub fn from_environment(get: impl Fn(&str) -> Option<OsString>) -> Self {
        let get = |name: &str| {
            get(name)
                .and_then(|value| value.into_string().ok())
                .filter(|value| !value.is_empty())
        };
        let term = get("TERM").unwrap_or_default();
        let editor = ["VISUAL", "EDITOR"].into_iter().find_map(get);
        Self {
            depth: depth(&term, &get),
            shapes: has_shapes(&term, &get),
            unicode: is_utf8(&get),
            background: get("COLORFGBG").and_then(|colors| background(&colors)),
            answers: !["", "dumb", "linux", "Eterm", "cygwin", "ansi"].contains(&term.as_str())
                && !["screen", "vt", "cons", "sun"]
                    .iter()
                    .any(|mute| term.starts_with(mute)),
            dumb: term == "dumb",
            editor: editor.unwrap_or_else(|| "vi".to_owned()),
        }
    }
}

fn depth(term: &str, get: &impl Fn(&str) -> Option<String>) -> Depth {
    let color_term = get("COLORTERM");
    if get("NO_COLOR").is_some()
        || term.starts_with("vt1")
        || term.starts_with("vt2")
        || term.ends_with("-m")
        || term.ends_with("-mono")
    {
        Depth::Monochrome
    } else if get("STY").is_some() {
        // GNU screen shows true colours as blinking and worse, and passes COLORTERM on from the terminal around it.
        Depth::TwoHundredFiftySix
    } else if matches!(color_term.as_deref(), Some("truecolor" | "24bit"))
        || term.ends_with("-direct")
    {
        Depth::True
    } else if term.contains("256color") || color_term.is_some() || knows_more(term) {
        Depth::TwoHundredFiftySix
    } else {
        Depth::Sixteen
    }
}

fn knows_more(term: &str) -> bool {
    [
        "kitty",
        "foot",
        "alacritty",
        "wezterm",
        "ghostty",
        "contour",
        "rio",
    ]
    .iter()
    .any(|name| term.contains(name))
}

fn has_shapes(term: &str, get: &impl Fn(&str) -> Option<String>) -> bool {
    if get("STY").is_some() {
        return false;
    }
    let program = get("TERM_PROGRAM");
    // VTE draws them from 0.52 on; tmux understands them and passes on what the terminal around it can do.
    let vte = get("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    let konsole = get("KONSOLE_VERSION").and_then(|version| version.parse::<u32>().ok());
    knows_more(term)
        || term.starts_with("tmux")
        || matches!(
            program.as_deref(),
            Some(
                "tmux"
                    | "WezTerm"
                    | "iTerm.app"
                    | "ghostty"
                    | "kitty"
                    | "rio"
                    | "vscode"
                    | "mintty"
                    | "contour"
            )
        )
        || vte.is_some_and(|version| version >= 5200)
        || konsole.is_some_and(|version| version >= 220_400)
        || [
            "KITTY_WINDOW_ID",
            "WT_SESSION",
            "WEZTERM_PANE",
            "ALACRITTY_WINDOW_ID",
        ]
        .into_iter()
        .any(|name| get(name).is_some())
}

/// Returns whether the locale's characters are UTF-8's; one that names none, such as `C`, is met in containers, on terminals that are.
fn is_utf8(get: &impl Fn(&str) -> Option<String>) -> bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(get);
    let charset = locale.as_deref().and_then(|locale| locale.split_once('.'));
    charset.is_none_or(|(_, charset)| {
        charset
            .to_ascii_lowercase()
            .replace('-', "")
            .starts_with("utf8")
    })
}

/// Reads `15;0` or `15;default;0`: the last number is the background's.
fn background(colors: &str) -> Option<Background> {
    match colors.rsplit(';').next()?.parse().ok()? {
        7 | 9..=15 => Some(Background::Light),
        0..=6 | 8 => Some(Background::Dark),
        _ => None,
    }
}

impl Background {
    /// Returns whether a colour of 16-bit red, green and blue is dark or light.
    pub(super) fn of([red, green, blue]: [u16; 3]) -> Self {
        // Rec. 709 luma of the values as they are; that they are not linear makes no difference to dark and light.
        let luma =
            (u32::from(red) * 2126 + u32::from(green) * 7152 + u32::from(blue) * 722) / 10_000;
        if luma > 0x7fff {
            Self::Light
        } else {
            Self::Dark
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Abilities {
        Abilities::from_environment(|name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        })
    }

    #[test]
    fn colours_are_counted() {
        for (variables, depth) in [
            (&[][..], Depth::Sixteen),
            (&[("TERM", "linux")], Depth::Sixteen),
            (&[("TERM", "vt100")], Depth::Monochrome),
            (&[("TERM", "xterm-256color")], Depth::TwoHundredFiftySix),
            (
                &[("TERM", "xterm-256color"), ("COLORTERM", "truecolor")],
                Depth::True,
            ),
            (
                &[
                    ("TERM", "screen-256color"),
                    ("COLORTERM", "truecolor"),
                    ("STY", "1.x"),
                ],
                Depth::TwoHundredFiftySix,
            ),
            (
                &[
                    ("TERM", "xterm-256color"),
                    ("COLORTERM", "truecolor"),
                    ("NO_COLOR", "1"),
                ],
                Depth::Monochrome,
            ),
            (
                &[("TERM", "xterm-256color"), ("NO_COLOR", "")],
                Depth::TwoHundredFiftySix,
            ),
            (&[("TERM", "xterm-kitty")], Depth::TwoHundredFiftySix),
        ] {
            assert_eq!(of(variables).depth, depth, "{variables:?}");
        }
    }

    #[test]
    fn shapes_of_underlines_are_for_terminals_known_to_draw_them() {
        for (variables, shapes) in [
            (&[("TERM", "xterm-256color")][..], false),
            (&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")], true),
            (
                &[("TERM", "xterm-256color"), ("VTE_VERSION", "4205")],
                false,
            ),
            (&[("TERM", "tmux-256color")], true),
            (
                &[("TERM", "screen-256color"), ("TERM_PROGRAM", "tmux")],
                true,
            ),
            (
                &[
                    ("TERM", "xterm-256color"),
                    ("TERM_PROGRAM", "Apple_Terminal"),
                ],
                false,
            ),
            (&[("TERM", "xterm-kitty"), ("STY", "1.x")], false),
        ] {
            assert_eq!(of(variables).shapes, shapes, "{variables:?}");
        }
    }

    #[test]
    fn the_background_is_told_or_asked_for() {
        for (variables, told, asked) in [
            (&[("TERM", "xterm")][..], None, true),
            (
                &[("TERM", "rxvt"), ("COLORFGBG", "15;0")],
                Some(Background::Dark),
                true,
            ),
            (
                &[("TERM", "rxvt"), ("COLORFGBG", "0;default;15")],
                Some(Background::Light),
                true,
            ),
            (&[("TERM", "rxvt"), ("COLORFGBG", "0;default")], None, true),
            (&[("TERM", "linux")], None, false),
            (&[("TERM", "screen.xterm")], None, false),
            (&[("TERM", "dumb")], None, false),
            (&[], None, false),
        ] {
            let abilities = of(variables);
            assert_eq!(
                (abilities.background, abilities.answers),
                (told, asked),
                "{variables:?}"
            );
        }
        assert_eq!(Background::of([0xffff, 0xffff, 0xf000]), Background::Light);
        assert_eq!(Background::of([0, 0x2b00, 0x3600]), Background::Dark);
    }

    #[test]
    fn only_a_locale_that_names_another_charset_is_not_utf8() {
        for (locale, unicode) in [
            ("C", true),
            ("fr_FR.UTF-8", true),
            ("fr_FR.utf8@euro", true),
            ("fr_FR.ISO-8859-1", false),
            ("ru_RU.KOI8-R", false),
        ] {
            assert_eq!(
                of(&[("LC_ALL", locale), ("LANG", "en_US.UTF-8")]).unicode,
                unicode,
                "{locale}"
            );
        }
    }

    #[test]
    fn the_editor_is_the_visual_one_first() {
        assert_eq!(of(&[("EDITOR", "ed"), ("VISUAL", "hx")]).editor, "hx");
        assert_eq!(
            of(&[("EDITOR", "nano -w"), ("VISUAL", "")]).editor,
            "nano -w"
        );
        assert_eq!(of(&[]).editor, "vi");
    }
}
