//! One key press, and how it is written.

use std::fmt;
use std::str::FromStr;

/// Which key, without its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyCode {
    /// A key that types a character; a capital is its own character.
    Char(char),
    /// Enter, return.
    Enter,
    /// The tabulator; `Ctrl-i` is the same key in a terminal.
    Tab,
    /// Escape.
    Esc,
    /// The key that deletes to the left.
    Backspace,
    /// The key that deletes to the right.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key by its number.
    F(u8),
}

/// The names of the keys that type nothing; the first of several names is the one printed.
const NAMES: [(&str, KeyCode); 24] = [
    ("Space", KeyCode::Char(' ')),
    ("Enter", KeyCode::Enter),
    ("Return", KeyCode::Enter),
    ("CR", KeyCode::Enter),
    ("Tab", KeyCode::Tab),
    ("Esc", KeyCode::Esc),
    ("Escape", KeyCode::Esc),
    ("Backspace", KeyCode::Backspace),
    ("BS", KeyCode::Backspace),
    ("Delete", KeyCode::Delete),
    ("Del", KeyCode::Delete),
    ("Insert", KeyCode::Insert),
    ("Ins", KeyCode::Insert),
    ("Up", KeyCode::Up),
    ("Down", KeyCode::Down),
    ("Left", KeyCode::Left),
    ("Right", KeyCode::Right),
    ("Home", KeyCode::Home),
    ("End", KeyCode::End),
    ("PgUp", KeyCode::PageUp),
    ("PageUp", KeyCode::PageUp),
    ("PgDn", KeyCode::PageDown),
    ("PgDown", KeyCode::PageDown),
    ("PageDown", KeyCode::PageDown),
];

/// One key press.
///
/// Written `j`, `G`, `Space`, `Ctrl-o`, `S-Tab`, `Alt-Enter`, `F1`; vim's `<C-o>` is understood too.
///
/// ```
/// use ibid::config::Key;
/// let key: Key = "Ctrl-o".parse().unwrap();
/// assert_eq!(key, "<C-o>".parse().unwrap());
/// assert_eq!(key.to_string(), "Ctrl-o");
/// // A terminal sends the same byte for both.
/// assert_eq!("Ctrl-i".parse::<Key>(), "Tab".parse::<Key>());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With control held.
    pub ctrl: bool,
    /// With alt (meta, option) held.
    pub alt: bool,
    /// With shift held; never set for a character, which is its own capital.
    pub shift: bool,
}

impl Key {
    /// Returns the key with no modifier.
    pub const fn plain(code: KeyCode) -> Self {
        Self {
            code,
            ctrl: false,
            alt: false,
            shift: false,
        }
    }

    /// Returns the key as a terminal can tell it apart.
    ///
    /// Control with `i`, `m` or `[` sends the byte of Tab, Enter or Esc; shift is part of a character; control knows no capitals.
    #[must_use]
    pub fn normalised(mut self) -> Self {
        if let KeyCode::Char(c) = self.code {
            self.shift = false;
            if self.ctrl {
                let c = c.to_ascii_lowercase();
                let twin = match c {
                    'i' => Some(KeyCode::Tab),
                    'm' => Some(KeyCode::Enter),
                    '[' => Some(KeyCode::Esc),
                    _ => None,
                };
                self.ctrl = twin.is_none();
                self.code = twin.unwrap_or(KeyCode::Char(c));
            }
        }
        self
    }

    /// Returns the character that the key types, if it types one.
    pub fn typed(self) -> Option<char> {
        if let KeyCode::Char(c) = self.code
            && !self.ctrl
            && !self.alt
        {
            return Some(c);
        }
        None
    }
}

/// A text that names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is no key; keys are written `j`, `Ctrl-o`, `S-Tab`, `Space`, `F1`, several after another `gg` or `g Tab`"
)]
pub struct NotAKey(pub String);

impl FromStr for Key {
    type Err = NotAKey;

    fn from_str(written: &str) -> Result<Self, NotAKey> {
        let inner = match written
            .strip_prefix('<')
            .and_then(|rest| rest.strip_suffix('>'))
        {
            Some(inner) if !inner.is_empty() => inner,
            _ => written,
        };
        parse_key(inner).ok_or_else(|| NotAKey(written.to_owned()))
    }
}

fn parse_key(written: &str) -> Option<Key> {
    let mut key = Key::plain(KeyCode::Esc);
    let mut rest = written;
    // `-` alone, or after a modifier, is the key itself.
    while let Some((modifier, after)) = rest
        .split_once('-')
        .filter(|(before, after)| !before.is_empty() && !after.is_empty())
    {
        match modifier.to_ascii_lowercase().as_str() {
            "ctrl" | "control" | "c" => key.ctrl = true,
            "alt" | "meta" | "a" | "m" => key.alt = true,
            "shift" | "s" => key.shift = true,
            _ => return None,
        }
        rest = after;
    }
    key.code = parse_code(rest)?;
    if let KeyCode::Char(c) = key.code
        && key.shift
    {
        key.code = KeyCode::Char(c.to_uppercase().next().unwrap_or(c));
    }
    Some(key.normalised())
}

fn parse_code(name: &str) -> Option<KeyCode> {
    let mut chars = name.chars();
    if let (Some(only), None) = (chars.next(), chars.next()) {
        return (!only.is_whitespace() && !only.is_control()).then_some(KeyCode::Char(only));
    }
    if let Some((_, code)) = NAMES
        .iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(name))
    {
        return Some(*code);
    }
    let number: u8 = name.strip_prefix(['F', 'f'])?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.ctrl {
            f.write_str("Ctrl-")?;
        }
        if self.alt {
            f.write_str("Alt-")?;
        }
        if self.shift {
            f.write_str("S-")?;
        }
        if let Some((name, _)) = NAMES.iter().find(|&&(_, code)| code == self.code) {
            return f.write_str(name);
        }
        if let KeyCode::Char(c) = self.code {
            write!(f, "{c}")
        } else if let KeyCode::F(number) = self.code {
            write!(f, "F{number}")
        } else {
            // Every other key stands in the table of names.
            Ok(())
        }
    }
}

/// Keys pressed one after another: `gg`, `]d`, `g Tab`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct KeySequence(pub Vec<Key>);

impl FromStr for KeySequence {
    type Err = NotAKey;

    /// Reads keys written together (`gg`, `]d<C-o>`) or apart (`g Tab`).
    fn from_str(written: &str) -> Result<Self, NotAKey> {
        let mut keys = Vec::new();
        for word in written.split_whitespace() {
            match word.parse() {
                Ok(key) => keys.push(key),
                Err(_) => parse_run(word, &mut keys)?,
            }
        }
        if keys.is_empty() {
            return Err(NotAKey(written.to_owned()));
        }
        Ok(Self(keys))
    }
}

/// Reads keys written together: characters, and `<…>` for the rest.
fn parse_run(word: &str, keys: &mut Vec<Key>) -> Result<(), NotAKey> {
    let mut rest = word;
    // `Ctrl-foo` is a misspelt key, not seven of them.
    if word.contains('-') && !word.contains('<') && word.chars().count() > 3 {
        return Err(NotAKey(word.to_owned()));
    }
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|after| after.split_once('>'))
            .and_then(|(name, after)| Some((parse_key(name)?, after)));
        let (key, after) = match named {
            Some(named) => named,
            None => (
                Key::plain(KeyCode::Char(first)).normalised(),
                rest.get(first.len_utf8()..).unwrap_or_default(),
            ),
        };
        keys.push(key);
        rest = after;
    }
    Ok(())
}

impl fmt::Display for KeySequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let apart = self
            .0
            .iter()
            .any(|key| key.typed().is_none_or(|c| c == ' '))
            && self.0.len() > 1;
        for (i, key) in self.0.iter().enumerate() {
            if apart && i > 0 {
                f.write_str(" ")?;
            }
            write!(f, "{key}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_and_printed() {
        for (written, printed) in [
            ("j", "j"),
            ("G", "G"),
            ("S-g", "G"),
            ("Ctrl-o", "Ctrl-o"),
            ("Ctrl-O", "Ctrl-o"),
            ("<C-o>", "Ctrl-o"),
            ("<", "<"),
            (">", ">"),
            ("-", "-"),
            ("Ctrl--", "Ctrl--"),
            ("shift-tab", "S-Tab"),
            ("Ctrl-i", "Tab"),
            ("Ctrl-m", "Enter"),
            ("Ctrl-[", "Esc"),
            ("<Space>", "Space"),
            ("PageDown", "PgDn"),
            ("f12", "F12"),
            ("Alt-Enter", "Alt-Enter"),
            ("é", "é"),
        ] {
            assert_eq!(
                written.parse::<Key>().map(|key| key.to_string()),
                Ok(printed.to_owned()),
                "{written}"
            );
        }
        for wrong in ["", "Hyper-x", "F99", "Ctrl-", "jj", "Spacebar"] {
            assert!(wrong.parse::<Key>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn sequences_are_read_and_printed() {
        for (written, printed, length) in [
            ("gg", "gg", 2),
            ("]d", "]d", 2),
            ("]d n n <C-o>", "] d n n Ctrl-o", 5),
            ("]d<C-o>n", "] d Ctrl-o n", 4),
            ("g Tab", "g Tab", 2),
            ("<a", "<a", 2),
            ("5n", "5n", 2),
            ("Space", "Space", 1),
        ] {
            let sequence: KeySequence = written.parse().unwrap();
            assert_eq!(sequence.0.len(), length, "{written}");
            assert_eq!(sequence.to_string(), printed);
            assert_eq!(sequence.to_string().parse(), Ok(sequence));
        }
        for wrong in ["", "  ", "Ctrl-foo", "Crtl-o"] {
            assert!(wrong.parse::<KeySequence>().is_err(), "{wrong}");
        }
    }
}
