//! Bytes from the terminal made into keys, pastes, mouse events and answers.
//!
//! The program reads the terminal itself instead of through crossterm, whose reader never returns once the terminal is gone
//! (crossterm-rs/crossterm issue 793), leaves input lying when more than a kilobyte comes at once, takes a sequence that arrives in two
//! parts for the Esc key and what follows, and shows the terminal's answers as key presses.
//!
//! Nothing here reads anything: bytes come in, events go out, however they are cut into pieces.

use crate::app::{Mouse, MouseKind};
use crate::config::{Key, KeyCode};

/// What the terminal sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse did something.
    Mouse(Mouse),
    /// The answer to [`super::background::QUESTION`]: red, green and blue of the background.
    Background([u16; 3]),
}

/// A paste longer than this is cut: no line that is typed into needs more, and a terminal can send without end.
const LONGEST_PASTE: usize = 64 * 1024;
/// Longer sequences mean nothing to us; the longest a terminal sends for a key or the mouse has about 20 bytes.
const LONGEST_SEQUENCE: usize = 64;

const PASTE_END: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;
const BEL: u8 = 0x07;

/// Turns bytes into [`Input`], keeping what is incomplete until the rest comes.
#[derive(Debug, Default)]
pub(super) struct Decoder {
    held: Vec<u8>,
    paste: Option<Paste>,
}

#[derive(Debug, Default)]
struct Paste {
    kept: Vec<u8>,
    /// The last few bytes, to see the end of the paste in.
    tail: Vec<u8>,
}

/// What the bytes held so far come to.
#[derive(Debug, PartialEq, Eq)]
enum Step {
    /// So many bytes are done with, and made this.
    Done(usize, Option<Input>),
    /// So many bytes opened a paste.
    PasteOpens(usize),
    /// More bytes must come.
    More,
}

impl Decoder {
    /// Takes bytes and hands what they complete to `out`.
    pub(super) fn feed(&mut self, bytes: &[u8], out: &mut impl FnMut(Input)) {
        let mut bytes = bytes;
        while !bytes.is_empty() {
            if let Some(paste) = &mut self.paste {
                let (n_taken, text) = paste.take(bytes);
                bytes = bytes.get(n_taken..).unwrap_or_default();
                if let Some(text) = text {
                    self.paste = None;
                    out(Input::Paste(text));
                }
                continue;
            }
            let (first, rest) = bytes.split_at(1);
            bytes = rest;
            self.held.extend_from_slice(first);
            self.settle(out);
        }
    }

    /// Takes it that nothing follows what is held: a lone Esc is the key.
    pub(super) fn idle(&mut self, out: &mut impl FnMut(Input)) {
        // An answer of the terminal may come in two parts over a slow line; half of it is no keys.
        if self.is_in_answer() {
            return;
        }
        let held = std::mem::take(&mut self.held);
        match held.as_slice() {
            [ESC] => out(Input::Key(Key::plain(KeyCode::Esc))),
            [ESC, byte] if byte.is_ascii_graphic() => out(Input::Key(alt(char::from(*byte)))),
            _ => {}
        }
    }

    /// Returns whether it makes a difference that nothing follows for a while.
    pub(super) fn is_waiting(&self) -> bool {
        !self.held.is_empty() && !self.is_in_answer()
    }

    fn is_in_answer(&self) -> bool {
        self.held.len() > 2 && self.held.starts_with(b"\x1b]")
    }

    fn settle(&mut self, out: &mut impl FnMut(Input)) {
        while !self.held.is_empty() {
            match parse(&self.held) {
                Step::More => return,
                Step::PasteOpens(n_bytes) => {
                    self.held.drain(..n_bytes);
                    self.paste = Some(Paste::default());
                    return;
                }
                Step::Done(n_bytes, input) => {
                    self.held.drain(..n_bytes.clamp(1, self.held.len()));
                    if let Some(input) = input {
                        out(input);
                    }
                }
            }
        }
    }
}

impl Paste {
    /// Takes bytes up to the end of the paste; returns how many, and the text if it ended.
    fn take(&mut self, bytes: &[u8]) -> (usize, Option<String>) {
        for (index, &byte) in bytes.iter().enumerate() {
            self.tail.push(byte);
            if self.tail.ends_with(PASTE_END) {
                let text = String::from_utf8_lossy(&self.kept).into_owned();
                return (index + 1, Some(text));
            }
            if self.tail.len() >= PASTE_END.len() {
                let oldest = self.tail.remove(0);
                if self.kept.len() < LONGEST_PASTE {
                    self.kept.push(oldest);
                }
            }
        }
        (bytes.len(), None)
    }
}

fn parse(bytes: &[u8]) -> Step {
    match bytes {
        [] | [ESC] => Step::More,
        [ESC, b'[', rest @ ..] => parse_csi(rest),
        [ESC, b'O', rest @ ..] => parse_ss3(rest),
        [ESC, b']', rest @ ..] => parse_answer(rest),
        // The first Esc stands for itself; the second may open a sequence.
        [ESC, ESC, ..] => Step::Done(1, Some(key(KeyCode::Esc))),
        [ESC, rest @ ..] => match parse_plain(rest) {
            Step::Done(n_bytes, Some(Input::Key(key))) => {
                Step::Done(n_bytes + 1, Some(Input::Key(Key { alt: true, ..key })))
            }
            Step::Done(n_bytes, other) => Step::Done(n_bytes + 1, other),
            Step::PasteOpens(_) | Step::More => Step::More,
        },
        _ => parse_plain(bytes),
    }
}

/// Reads a control byte or a character.
fn parse_plain(bytes: &[u8]) -> Step {
    let Some(&first) = bytes.first() else {
        return Step::More;
    };
    let code = match first {
        b'\r' => KeyCode::Enter,
        b'\t' => KeyCode::Tab,
        0x7f => KeyCode::Backspace,
        0 => return Step::Done(1, Some(Input::Key(ctrl(' ')))),
        1..=0x1a => return Step::Done(1, Some(Input::Key(ctrl(char::from(first - 1 + b'a'))))),
        0x1b..=0x1f => return Step::Done(1, Some(Input::Key(ctrl(char::from(first + 0x40))))),
        _ => return parse_char(bytes),
    };
    Step::Done(1, Some(key(code)))
}

fn parse_char(bytes: &[u8]) -> Step {
    let len = match bytes.first() {
        Some(0..0x80) => 1,
        Some(0xc2..0xe0) => 2,
        Some(0xe0..0xf0) => 3,
        Some(0xf0..0xf5) => 4,
        _ => return Step::Done(1, None),
    };
    let (have, whole) = match bytes.get(..len) {
        Some(whole) => (whole, true),
        None => (bytes, false),
    };
    match std::str::from_utf8(have) {
        Ok(text) => Step::Done(len, text.chars().next().map(|c| key(KeyCode::Char(c)))),
        // `error_len` is none where the text is merely cut off.
        Err(error) if !whole && error.error_len().is_none() => Step::More,
        Err(_) => Step::Done(1, None),
    }
}

/// Reads what follows `ESC O`: some arrows, Home, End and function keys, and the number pad.
fn parse_ss3(rest: &[u8]) -> Step {
    let Some(&last) = rest.first() else {
        return Step::More;
    };
    let input = match last {
        b'M' => Some(key(KeyCode::Enter)),
        b'j'..=b'y' => Some(key(KeyCode::Char(char::from(last - b'j' + b'*')))),
        _ => named(last).map(key),
    };
    Step::Done(3, input)
}

/// Reads what follows `ESC [`.
fn parse_csi(rest: &[u8]) -> Step {
    match rest {
        // The Linux console's F1 to F5.
        [b'[', last, ..] => {
            let number = last.wrapping_sub(b'A').wrapping_add(1);
            return Step::Done(
                4,
                (1..=5)
                    .contains(&number)
                    .then_some(KeyCode::F(number))
                    .map(key),
            );
        }
        // The mouse in its oldest form: three bytes that may be anything.
        [b'M', _, _, _, ..] => return Step::Done(6, None),
        [b'['] | [b'M', ..] => return Step::More,
        _ => {}
    }
    let private = rest
        .first()
        .is_some_and(|byte| (b'<'..=b'?').contains(byte));
    let is_last = |&byte: &u8| matches!(byte, 0x40..=0x7e) || (byte == b'$' && !private);
    let Some(n_before) = rest.iter().position(is_last) else {
        let broken = rest.iter().any(|byte| !(0x20..0x40).contains(byte));
        if broken || rest.len() > LONGEST_SEQUENCE {
            // Another sequence begins where this one was cut off.
            let n_over = usize::from(rest.last() == Some(&ESC));
            return Step::Done(2 + rest.len() - n_over, None);
        }
        return Step::More;
    };
    let (params, last) = (
        rest.get(..n_before).unwrap_or_default(),
        rest.get(n_before).copied().unwrap_or(0),
    );
    let n_bytes = 2 + n_before + 1;
    if params.iter().any(|byte| !(0x20..0x40).contains(byte)) {
        return Step::Done(n_bytes, None);
    }
    match params {
        b"200" if last == b'~' => Step::PasteOpens(n_bytes),
        [b'<', params @ ..] => Step::Done(n_bytes, mouse(&numbers(params), last)),
        _ if private => Step::Done(n_bytes, None),
        _ => Step::Done(n_bytes, csi_key(&numbers(params), last)),
    }
}

/// Returns the numbers of a sequence; a part after a colon is left out.
fn numbers(params: &[u8]) -> Vec<u32> {
    params
        .split(|&byte| byte == b';')
        .map(|number| {
            number
                .iter()
                .map_while(|byte| char::from(*byte).to_digit(10))
                .fold(0, |value: u32, digit| {
                    value.saturating_mul(10).saturating_add(digit)
                })
        })
        .collect()
}

fn csi_key(params: &[u32], last: u8) -> Option<Input> {
    let param = |index: usize| params.get(index).copied().unwrap_or(0);
    let mut modifiers = param(1);
    let code = match last {
        b'~' if param(0) == 27 => typed_code(param(2))?,
        b'u' => typed_code(param(0))?,
        b'Z' => {
            modifiers = 2;
            KeyCode::Tab
        }
        // rxvt tells shift and control by the last byte.
        b'$' | b'^' | b'@' => {
            modifiers = match last {
                b'$' => 2,
                b'^' => 5,
                _ => 6,
            };
            numbered(param(0))?
        }
        b'a'..=b'd' => {
            modifiers = 2;
            named(last.to_ascii_uppercase())?
        }
        b'~' => numbered(param(0))?,
        _ => named(last)?,
    };
    Some(Input::Key(modified(code, modifiers)))
}

/// Returns the key that a letter at the end of a sequence names.
fn named(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

/// Returns the key that a number before `~` names, as xterm, rxvt and VT220 have it.
fn numbered(number: u32) -> Option<KeyCode> {
    let f = |base: u32| u8::try_from(number - base).ok().map(KeyCode::F);
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => f(10),
        17..=21 => f(11),
        23..=26 => f(12),
        28..=29 => f(13),
        31..=34 => f(14),
        _ => None,
    }
}

/// Returns the key that a character's number names, in the sequences for keys that have no byte of their own.
fn typed_code(number: u32) -> Option<KeyCode> {
    match number {
        9 => Some(KeyCode::Tab),
        13 => Some(KeyCode::Enter),
        27 => Some(KeyCode::Esc),
        8 | 127 => Some(KeyCode::Backspace),
        // Beyond are keys that type nothing, such as shift alone.
        57344..=63743 => None,
        _ => char::from_u32(number)
            .filter(|c| !c.is_control())
            .map(KeyCode::Char),
    }
}

/// Returns a key with the modifiers of a sequence: one more than the sum of 1 shift, 2 alt, 4 control.
fn modified(code: KeyCode, modifiers: u32) -> Key {
    let held = modifiers.saturating_sub(1);
    Key {
        code,
        shift: held & 1 != 0,
        alt: held & 2 != 0,
        ctrl: held & 4 != 0,
    }
    .normalised()
}

/// The bits of a button's number.
const WHICH_BUTTON: u32 = 3;
const MOVED: u32 = 32;
const WHEEL: u32 = 64;

/// Reads the mouse as `CSI < button ; column ; row M`, columns and rows from 1.
fn mouse(params: &[u32], last: u8) -> Option<Input> {
    let &[button, column, row] = params else {
        return None;
    };
    let kind = match (button & (WHEEL | MOVED | WHICH_BUTTON), last) {
        (0, b'M') => MouseKind::Click,
        (64, _) => MouseKind::WheelUp,
        (65, _) => MouseKind::WheelDown,
        _ => return None,
    };
    let cell = |number: u32| u16::try_from(number.saturating_sub(1)).ok();
    Some(Input::Mouse(Mouse {
        kind,
        column: cell(column)?,
        row: cell(row)?,
    }))
}

/// Reads what follows `ESC ]`: the answer to a question about colours. No other answer is asked for.
fn parse_answer(rest: &[u8]) -> Step {
    let in_answer = |byte: &u8| byte.is_ascii_hexdigit() || b";:/rgb".contains(byte);
    match rest.first() {
        None => return Step::More,
        // Alt with `]`, and the next key.
        Some(byte) if !byte.is_ascii_digit() => return Step::Done(2, Some(Input::Key(alt(']')))),
        Some(_) => {}
    }
    let len = rest
        .iter()
        .position(|byte| !in_answer(byte))
        .unwrap_or(rest.len());
    let end = rest.get(len..).unwrap_or_default();
    let n_bytes = match end {
        [] | [ESC] if len <= LONGEST_SEQUENCE => return Step::More,
        [BEL, ..] => 2 + len + 1,
        [ESC, b'\\', ..] => 2 + len + 2,
        _ => return Step::Done(2 + len, None),
    };
    let answer = std::str::from_utf8(rest.get(..len).unwrap_or_default()).unwrap_or_default();
    Step::Done(n_bytes, background(answer).map(Input::Background))
}

/// Reads `11;rgb:ffff/ffff/ffff`; of each part as many digits as the terminal likes.
fn background(answer: &str) -> Option<[u16; 3]> {
    let color = answer.strip_prefix("11;")?;
    let color = color.strip_prefix("rgb:").or(color.strip_prefix("rgba:"))?;
    let mut parts = color.split('/').map(|digits| {
        let most = 16_u32
            .checked_pow(u32::try_from(digits.len()).ok()?)?
            .checked_sub(1)?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        u16::try_from(u64::from(value) * 0xffff / u64::from(most.max(1))).ok()
    });
    Some([parts.next()??, parts.next()??, parts.next()??])
}

fn key(code: KeyCode) -> Input {
    Input::Key(Key::plain(code))
}

fn ctrl(c: char) -> Key {
    Key {
        ctrl: true,
        ..Key::plain(KeyCode::Char(c.to_ascii_lowercase()))
    }
}

fn alt(c: char) -> Key {
    Key {
        alt: true,
        ..Key::plain(KeyCode::Char(c))
    }
}

#[cfg(test)]
mod tests;
