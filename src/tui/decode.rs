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
            return Step::Done(4, (1..=5).contains(&number).then_some(KeyCode::F(number)).map(key));
        }
        // The mouse in its oldest form: three bytes that may be anything.
        [b'M', _, _, _, ..] => return Step::Done(6, None),
        [b'['] | [b'M', ..] => return Step::More,
        _ => {}
    }
    let private = rest.first().is_some_and(|byte| (b'<'..=b'?').contains(byte));
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
    let (params, last) = (rest.get(..n_before).unwrap_or_default(), rest.get(n_before).copied().unwrap_or(0));
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
                .fold(0, |value: u32, digit| value.saturating_mul(10).saturating_add(digit))
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
        _ => char::from_u32(number).filter(|c| !c.is_control()).map(KeyCode::Char),
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
    let len = rest.iter().position(|byte| !in_answer(byte)).unwrap_or(rest.len());
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
        let most = 16_u32.checked_pow(u32::try_from(digits.len()).ok()?)?.checked_sub(1)?;
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
mod tests {
    use super::*;

    fn decode(pieces: &[&[u8]]) -> Vec<Input> {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        for piece in pieces {
            decoder.feed(piece, &mut |input| inputs.push(input));
        }
        if decoder.is_waiting() {
            decoder.idle(&mut |input| inputs.push(input));
        }
        inputs
    }

    fn keys(written: &str) -> Vec<Input> {
        written.split_whitespace().map(|key| Input::Key(key.parse().unwrap())).collect()
    }

    const KEYS: [(&[u8], &str); 43] = [
        (b"jG?", "j G ?"),
        ("é北😀".as_bytes(), "é 北 😀"),
        (b"\r\t\x7f", "Enter Tab Backspace"),
        (b"\x01\x1a\n", "Ctrl-a Ctrl-z Ctrl-j"),
        (b"\x1c\x1d", "Ctrl-\\ Ctrl-]"),
        (b"\x1b", "Esc"),
        (b"\x1bx\x1b\x7f", "Alt-x Alt-Backspace"),
        (b"\x1b\x1b", "Esc Esc"),
        (b"\x1b[", "Alt-["),
        (b"\x1bO", "Alt-O"),
        (b"\x1b]", "Alt-]"),
        (b"\x1b]j", "Alt-] j"),
        (b"\x1b[A\x1b[B\x1b[C\x1b[D", "Up Down Right Left"),
        (b"\x1bOA\x1bOF\x1bOH", "Up End Home"),
        (b"\x1b[1;5C", "Ctrl-Right"),
        (b"\x1b[1;3A", "Alt-Up"),
        (b"\x1b[1;2D", "S-Left"),
        (b"\x1b[Z", "S-Tab"),
        (b"\x1b[1~\x1b[4~\x1b[7~\x1b[8~", "Home End Home End"),
        (b"\x1b[2~\x1b[3~\x1b[5~\x1b[6~", "Insert Delete PgUp PgDn"),
        (b"\x1b[3;5~", "Ctrl-Delete"),
        (b"\x1bOP\x1b[11~\x1b[[A\x1b[P", "F1 F1 F1 F1"),
        (b"\x1b[15~\x1b[17~\x1b[21~\x1b[24~", "F5 F6 F10 F12"),
        (b"\x1b[1;2P", "S-F1"),
        (b"\x1b[27;5;9~", "Ctrl-Tab"),
        (b"\x1b[27;2;13~", "S-Enter"),
        (b"\x1b[97;5u", "Ctrl-a"),
        (b"\x1b[105;5u", "Tab"),
        (b"\x1b[57441u", ""),
        (b"\x1b[5^\x1b[3$j", "Ctrl-PgUp S-Delete j"),
        (b"\x1b[a", "S-Up"),
        (b"\x1bOM\x1bOk", "Enter +"),
        (b"\x1b[I\x1b[Oj", "j"),
        (b"\x1b[1\x1b[A", "Up"),
        (b"\x1b[?62;22cj", "j"),
        (b"\x1b[?2026;2$yj", "j"),
        (b"\x1b[?997;1nj", "j"),
        (b"\x1b[M !!j", "j"),
        (b"\xff\xfej", "j"),
        (b"\xc3j", "j"),
        (b"\xe5\x8cj", "j"),
        (b"\x1b[1;\xc3\xa9j", "j"),
        (b"\x1b]11;rgb:00/garbagej", "j"),
    ];

    #[test]
    fn keys_are_read_as_terminals_send_them() {
        for (bytes, expected) in KEYS {
            assert_eq!(decode(&[bytes]), keys(expected), "{:?}", bytes.escape_ascii().to_string());
        }
    }

    #[test]
    fn a_sequence_may_arrive_in_pieces() {
        for (bytes, expected) in KEYS {
            let pieces: Vec<&[u8]> = bytes.chunks(1).collect();
            assert_eq!(decode(&pieces), keys(expected), "{:?}", bytes.escape_ascii().to_string());
        }
    }

    #[test]
    fn an_answer_about_the_background_is_no_key() {
        for (bytes, expected) in [
            (&b"\x1b]11;rgb:ffff/8000/0000\x07"[..], [0xffff, 0x8000, 0]),
            (b"\x1b]11;rgb:ff/80/00\x1b\\", [0xffff, 0x8080, 0]),
            (b"\x1b]11;rgba:0000/0000/0000/ffff\x1b\\", [0, 0, 0]),
        ] {
            assert_eq!(decode(&[bytes]), [Input::Background(expected)]);
            assert_eq!(decode(&bytes.chunks(1).collect::<Vec<_>>()), [Input::Background(expected)]);
        }
        assert_eq!(decode(&[b"\x1b]10;rgb:ff/ff/ff\x07j"]), keys("j"));
        assert_eq!(decode(&[b"\x1b]11;\x07j"]), keys("j"));
    }

    #[test]
    fn half_an_answer_waits_for_the_rest() {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b]11;rgb:ff", &mut |input| inputs.push(input));
        assert!(!decoder.is_waiting());
        decoder.idle(&mut |input| inputs.push(input));
        decoder.feed(b"ff/ffff/ffff\x07", &mut |input| inputs.push(input));
        assert_eq!(inputs, [Input::Background([0xffff; 3])]);
    }

    #[test]
    fn a_paste_is_text_whatever_is_in_it() {
        let bytes = b"a\x1b[200~x\x1b[A\ny\xff\x1b[201~b";
        let mut expected = keys("a");
        expected.push(Input::Paste("x\u{1b}[A\ny\u{fffd}".to_owned()));
        expected.extend(keys("b"));
        assert_eq!(decode(&[bytes]), expected);
        assert_eq!(decode(&bytes.chunks(1).collect::<Vec<_>>()), expected);
    }

    #[test]
    fn a_paste_without_end_is_bounded() {
        let (mut decoder, mut inputs) = (Decoder::default(), Vec::new());
        decoder.feed(b"\x1b[200~", &mut |input| inputs.push(input));
        for _ in 0..100 {
            decoder.feed(&[b'x'; 4096], &mut |input| inputs.push(input));
        }
        assert_eq!(inputs, []);
        decoder.feed(PASTE_END, &mut |input| inputs.push(input));
        assert_eq!(inputs, [Input::Paste("x".repeat(LONGEST_PASTE))]);
    }

    #[test]
    fn the_mouse_clicks_and_turns_its_wheel() {
        let mouse = |kind, column, row| Input::Mouse(Mouse { kind, column, row });
        assert_eq!(
            decode(&[b"\x1b[<0;12;3M\x1b[<0;12;3m\x1b[<64;1;1M\x1b[<65;1;1M\x1b[<2;5;5M\x1b[<32;5;5M\x1b[<0;99999;1M"]),
            [
                mouse(MouseKind::Click, 11, 2),
                mouse(MouseKind::WheelUp, 0, 0),
                mouse(MouseKind::WheelDown, 0, 0)
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_taken_however_they_are_cut(bytes: Vec<u8>, size in 1_usize..9) {
            let pieces: Vec<&[u8]> = bytes.chunks(size).collect();
            proptest::prop_assert_eq!(decode(&pieces), decode(&[&bytes]));
        }
    }
}
