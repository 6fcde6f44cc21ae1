//! The reader in a real terminal: what only a terminal shows.
//!
//! A test waits for what it wants to see, never for time to pass; what the terminal showed when the wait was over is printed.

mod follow;
mod hostile;
mod life;
mod reload;
mod resize;
mod screen;

use std::io::{Read as _, Write as _};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use alacritty_terminal::Term;
use alacritty_terminal::event::{Event, EventListener};
use alacritty_terminal::term::Config;
use alacritty_terminal::term::test::TermSize;
use alacritty_terminal::vte::ansi::{Processor, Rgb};
use ibid::config::{Key, KeyCode, KeySequence};
use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

use super::program::{Home, PROGRAM};
use screen::Screen;

/// What the program's terminal shows.
type Shown<'a> = Screen<'a, Answers>;

/// How long to wait for what must come. Far more than it takes: a busy machine is no fault of the program.
const DEADLINE: Duration = Duration::from_secs(30);

/// The terminal's side of the conversation: what it answers to questions.
struct Answers(Sender<String>);

impl EventListener for Answers {
    fn send_event(&self, event: Event) {
        let answer = match event {
            Event::PtyWrite(answer) => answer,
            Event::ColorRequest(_, answer) => answer(Rgb { r: 0, g: 0, b: 0 }),
            _ => return,
        };
        self.0.send(answer).unwrap();
    }
}

/// How a program is started.
struct Start<'a> {
    home: &'a Home,
    size: (u16, u16),
    program: &'a str,
    arguments: &'a [&'a str],
    /// Whether the terminal is the one that sends its signals to the program.
    controls: bool,
}

/// The program in a terminal.
struct Reader {
    child: Box<dyn Child + Send + Sync>,
    pty: Option<Pty>,
    output: Receiver<Vec<u8>>,
    /// What the terminal did with lines and keys before the program was started.
    line: String,
    term: Term<Answers>,
    parser: Processor,
    answers: Receiver<String>,
    /// Everything that the program wrote.
    bytes: Vec<u8>,
}

/// The end of the terminal that a person sits at.
struct Pty {
    master: Box<dyn MasterPty + Send>,
    writer: Box<dyn std::io::Write + Send>,
    hangs_up: Arc<AtomicBool>,
    listener: JoinHandle<()>,
}

impl Pty {
    /// Starts the thread that hands on what is written to the terminal.
    fn listen(master: Box<dyn MasterPty + Send>, told: Sender<Vec<u8>>) -> Self {
        let hangs_up = Arc::new(AtomicBool::new(false));
        let mut input = master.try_clone_reader().unwrap();
        let gone = Arc::clone(&hangs_up);
        let listener = thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            // An error is how a terminal says that its last program has ended.
            while let Ok(n_read @ 1..) = input.read(&mut buffer) {
                if gone.load(Ordering::SeqCst) || told.send(buffer[..n_read].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            writer: master.take_writer().unwrap(),
            master,
            hangs_up,
            listener,
        }
    }
}

impl Reader {
    /// Starts the program in a terminal of `size`, columns and rows.
    fn start(home: &Home, size: (u16, u16), arguments: &[&str]) -> Self {
        Self::start_as(&Start {
            home,
            size,
            program: PROGRAM,
            arguments,
            controls: true,
        })
    }

    fn start_as(start: &Start<'_>) -> Self {
        let pair = native_pty_system().openpty(pty_size(start.size)).unwrap();
        let mut command = CommandBuilder::new(start.program);
        command.args(start.arguments);
        command.env_clear();
        command.cwd(start.home.path("."));
        command.set_controlling_tty(start.controls);
        for (name, value) in start.home.environment() {
            command.env(name, value);
        }
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        let line = line_discipline(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let (told, output) = channel();
        let (answer, answers) = channel();
        Self {
            child,
            pty: Some(Pty::listen(pair.master, told)),
            output,
            line,
            term: Term::new(Config::default(), &term_size(start.size), Answers(answer)),
            parser: Processor::new(),
            answers,
            bytes: Vec::new(),
        }
    }

    /// Presses keys, written as in the settings: `* n 5n <C-o>`.
    fn press(&mut self, keys: &str) {
        let KeySequence(keys) = keys.parse().unwrap();
        self.type_text(&keys.into_iter().map(encoded).collect::<String>());
    }

    /// Types a text as it stands.
    fn type_text(&mut self, text: &str) {
        let writer = &mut self.pty.as_mut().unwrap().writer;
        writer.write_all(text.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Returns what the terminal shows.
    fn screen(&self) -> Shown<'_> {
        Screen::new(&self.term)
    }

    /// Returns the line at the bottom.
    fn status_line(&self) -> String {
        self.screen().rows().pop().unwrap_or_default()
    }

    /// Gives the terminal another size, and waits until the program has drawn a screen of it.
    #[track_caller]
    fn resize(&mut self, size: (u16, u16)) {
        let n_before = self.bytes.len();
        self.term.resize(term_size(size));
        self.pty
            .as_ref()
            .unwrap()
            .master
            .resize(pty_size(size))
            .unwrap();
        self.wait_until("a screen of another size", |reader| {
            reader.has_drawn_anew(n_before)
        });
    }

    /// Waits until all keys pressed so far are answered, by having the whole screen drawn anew.
    #[track_caller]
    fn settle(&mut self) {
        let n_before = self.bytes.len();
        self.press("<C-l>");
        self.wait_until("a screen drawn anew", |reader| {
            reader.has_drawn_anew(n_before)
        });
    }

    /// Returns whether a whole frame was drawn after so many bytes.
    fn has_drawn_anew(&self, n_before: usize) -> bool {
        let after = &self.bytes[n_before..];
        let begins = after.windows(4).position(|bytes| bytes == b"\x1b[2J");
        begins.is_some_and(|at| after[at..].windows(8).any(|bytes| bytes == b"\x1b[?2026l"))
    }

    /// Sends the program a signal, by its name.
    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.process_id().unwrap());
        assert!(
            Command::new("sh")
                .args(["-c", &kill])
                .status()
                .unwrap()
                .success()
        );
    }

    /// Takes the terminal away, as when its window is closed.
    fn hang_up(&mut self) {
        let pty = self.pty.take().unwrap();
        pty.hangs_up.store(true, Ordering::SeqCst);
        let mut writer = pty.writer;
        // The thread that listens wakes up for what the program draws anew.
        writer
            .write_all(encoded("<C-l>".parse().unwrap()).as_bytes())
            .unwrap();
        pty.listener.join().unwrap();
    }

    /// Waits until the screen is as it should be; returns how long that took.
    #[track_caller]
    fn wait_for(&mut self, what: &str, mut is_so: impl FnMut(&Shown<'_>) -> bool) -> Duration {
        self.wait_until(what, |reader| is_so(&reader.screen()))
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    fn wait_for_text(&mut self, text: &str) -> Duration {
        self.wait_for(text, |screen| screen.contains(text))
    }

    #[track_caller]
    fn wait_until(&mut self, what: &str, mut is_so: impl FnMut(&Self) -> bool) -> Duration {
        let began = Instant::now();
        while !is_so(self) {
            if let Err(error) = self.listen(DEADLINE.saturating_sub(began.elapsed())) {
                let screen = self.screen().rows().join("\n");
                panic!("{error:?} while waiting for: {what}\n{screen}");
            }
        }
        began.elapsed()
    }

    /// Takes what the program writes next, and answers its questions.
    fn listen(&mut self, patience: Duration) -> Result<(), RecvTimeoutError> {
        let bytes = self.output.recv_timeout(patience)?;
        self.parser.advance(&mut self.term, &bytes);
        self.bytes.extend_from_slice(&bytes);
        for answer in self.answers.try_iter().collect::<Vec<_>>() {
            // The program may have ended since it asked.
            if let Some(pty) = &mut self.pty {
                let _ = pty.writer.write_all(answer.as_bytes());
            }
        }
        Ok(())
    }

    /// Waits until the program has ended, and returns how.
    #[track_caller]
    fn wait_for_end(&mut self) -> ExitStatus {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What it wrote last is still on its way.
                while self.pty.is_some()
                    && self
                        .listen(DEADLINE.saturating_sub(began.elapsed()))
                        .is_ok()
                {}
                return status;
            }
            assert!(
                began.elapsed() < DEADLINE,
                "still running:\n{}",
                self.screen().rows().join("\n")
            );
            if self.listen(Duration::from_millis(10)) == Err(RecvTimeoutError::Disconnected) {
                thread::yield_now();
            }
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        // It has ended already, unless the test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Returns what the terminal does with lines and keys, to compare.
fn line_discipline(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

fn term_size((columns, rows): (u16, u16)) -> TermSize {
    TermSize::new(columns.into(), rows.into())
}

/// Returns what a terminal sends for a key.
fn encoded(key: Key) -> String {
    let sent = match key.code {
        KeyCode::Char(c) if key.ctrl => {
            let code = u8::try_from(c).unwrap() & 0x1f;
            char::from(code).to_string()
        }
        KeyCode::Char(c) => c.to_string(),
        KeyCode::Enter => "\r".to_owned(),
        KeyCode::Tab if key.shift => "\x1b[Z".to_owned(),
        KeyCode::Tab => "\t".to_owned(),
        KeyCode::Esc => "\x1b".to_owned(),
        KeyCode::Up => "\x1b[A".to_owned(),
        KeyCode::Down => "\x1b[B".to_owned(),
        other => panic!("no test presses {other:?} yet"),
    };
    if key.alt { format!("\x1b{sent}") } else { sent }
}
