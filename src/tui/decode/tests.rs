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
    written
        .split_whitespace()
        .map(|key| Input::Key(key.parse().unwrap()))
        .collect()
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
        assert_eq!(
            decode(&[bytes]),
            keys(expected),
            "{:?}",
            bytes.escape_ascii().to_string()
        );
    }
}

#[test]
fn a_sequence_may_arrive_in_pieces() {
    for (bytes, expected) in KEYS {
        let pieces: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(
            decode(&pieces),
            keys(expected),
            "{:?}",
            bytes.escape_ascii().to_string()
        );
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
        assert_eq!(
            decode(&bytes.chunks(1).collect::<Vec<_>>()),
            [Input::Background(expected)]
        );
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
