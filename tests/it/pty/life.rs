//! The terminal is given back on every way out, and taken again.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use alacritty_terminal::term::TermMode;

use super::super::program::{Home, PROGRAM};
use super::{DEADLINE, Reader, Start, line_discipline};

const SIZE: (u16, u16) = (80, 24);

/// What the program switches on.
const TAKEN: TermMode = TermMode::ALT_SCREEN
    .union(TermMode::BRACKETED_PASTE)
    .union(TermMode::MOUSE_REPORT_CLICK)
    .union(TermMode::SGR_MOUSE);

impl Reader {
    /// Waits until the terminal is the program's.
    #[track_caller]
    fn wait_until_taken(&mut self) {
        self.wait_until("the terminal taken", |reader| {
            let mode = reader.screen().mode();
            mode.contains(TAKEN)
                && !mode.contains(TermMode::SHOW_CURSOR)
                && reader.line() != reader.line
        });
    }

    /// Returns what the terminal does with lines and keys now.
    fn line(&self) -> String {
        line_discipline(&*self.pty.as_ref().unwrap().master)
    }

    /// Asserts that the terminal is as it was.
    #[track_caller]
    fn assert_given_back(&self) {
        let mode = self.screen().mode();
        assert!(
            !mode.intersects(TAKEN) && mode.contains(TermMode::SHOW_CURSOR),
            "{mode:?}"
        );
        assert_eq!(self.line(), self.line);
        let is_on = |mode: &str| {
            let last = |end: char| self.last_of(&format!("\x1b[?{mode}{end}"));
            last('h') > last('l')
        };
        for mode in ["1049", "2004", "1000", "1006", "2026"] {
            assert!(!is_on(mode), "mode {mode} is left on");
        }
    }

    /// Returns where a sequence was written last.
    fn last_of(&self, sequence: &str) -> Option<usize> {
        self.bytes
            .windows(sequence.len())
            .rposition(|bytes| bytes == sequence.as_bytes())
    }
}

#[test]
fn quitting_gives_the_terminal_back() {
    for keys in ["q", "Q", "<C-c>", ":quit<Enter>"] {
        let home = Home::new();
        let mut reader = Reader::start(&home, SIZE, &[]);
        reader.wait_until_taken();
        reader.press(keys);
        let status = reader.wait_for_end();
        assert!(status.success(), "{keys}: {status}");
        reader.assert_given_back();
    }
}

#[test]
fn a_signal_ends_the_program_as_signals_do() {
    for (name, told) in [
        ("TERM", "Terminated"),
        ("INT", "Interrupt"),
        ("HUP", "Hangup"),
    ] {
        let home = Home::new();
        let mut reader = Reader::start(&home, SIZE, &[]);
        reader.wait_until_taken();
        reader.signal(name);
        let status = reader.wait_for_end();
        assert!(
            status
                .signal()
                .is_some_and(|signal| signal.starts_with(told)),
            "{name}: {status}"
        );
        reader.assert_given_back();
    }
}

#[test]
fn a_terminal_that_is_gone_ends_the_program() {
    // Only the terminal that controls a program sends a signal when it goes.
    for controls in [true, false] {
        let home = Home::new();
        let mut reader = Reader::start_as(&Start {
            home: &home,
            size: SIZE,
            program: PROGRAM,
            arguments: &[],
            controls,
        });
        reader.wait_until_taken();
        reader.hang_up();
        let began = Instant::now();
        let status = reader.wait_for_end();
        println!(
            "controlled: {controls}: {status} after {:?}",
            began.elapsed()
        );
        // Neither a panic, which is 101, nor success.
        assert!(
            status.signal().is_some() || status.exit_code() == 2,
            "{status}"
        );
    }
}

#[test]
fn stopping_gives_the_terminal_back_until_continued() {
    let home = Home::new();
    let mut reader = Reader::start(&home, SIZE, &[]);
    reader.wait_until_taken();
    reader.wait_for("the page", |screen| {
        screen.contains("1 of 16") && screen.is_read()
    });
    let before = reader.screen().rows();
    // By the key, then by the signal that a shell sends.
    for by_key in [true, false] {
        if by_key {
            reader.press("<C-z>");
        } else {
            reader.signal("TSTP");
        }
        reader.wait_for("the terminal given back", |screen| {
            !screen.mode().intersects(TAKEN)
        });
        reader.wait_until_stopped();
        reader.assert_given_back();
        reader.signal("CONT");
        reader.wait_until_taken();
        reader.wait_for("the page drawn again", |screen| screen.rows() == before);
    }
    reader.press("q");
    assert!(reader.wait_for_end().success());
    reader.assert_given_back();
}

impl Reader {
    /// Waits until the system says that the process stands still.
    fn wait_until_stopped(&mut self) {
        let pid = self.child.process_id().unwrap().to_string();
        let began = Instant::now();
        loop {
            let output = std::process::Command::new("ps")
                .args(["-o", "stat=", "-p", &pid])
                .output();
            let state = match std::fs::read_to_string(format!("/proc/{pid}/stat")) {
                Ok(stat) => stat
                    .rsplit(')')
                    .next()
                    .unwrap_or_default()
                    .trim()
                    .to_owned(),
                Err(_) => String::from_utf8(output.unwrap().stdout).unwrap(),
            };
            if state.starts_with('T') {
                return;
            }
            assert!(began.elapsed() < DEADLINE, "not stopped: {state}");
            let _ = self.listen(Duration::from_millis(10));
        }
    }
}

#[test]
fn quitting_does_not_wait_for_the_articles() {
    let home = Home::new();
    for n in 0..2000 {
        let mut text = format!("Article {n}\n\n");
        for k in 0..10 {
            writeln!(
                text,
                "NATO said in sentence {k} of article {n} that Moscow had not answered."
            )
            .unwrap();
        }
        std::fs::write(home.path(&format!("corpus/{n:04}.txt")), text).unwrap();
    }
    for keys in ["q", "Q"] {
        let mut reader = Reader::start(&home, SIZE, &[&home.corpus()]);
        // So many are read, or all are on a machine that is faster than its terminal.
        reader.wait_for("articles being read", |screen| {
            screen.status_line().contains(" of 2000")
        });
        reader.press(keys);
        let began = Instant::now();
        let status = reader.wait_for_end();
        println!(
            "{keys}: {:?} after {}",
            began.elapsed(),
            reader.status_line()
        );
        assert!(status.success(), "{keys}: {status}");
        reader.assert_given_back();
    }
}
