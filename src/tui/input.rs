//! The thread that reads the terminal.
//!
//! It waits for bytes or for a word from the loop, never for time to pass, except a moment after an Esc to see whether a sequence
//! follows. While an editor has the terminal it does not touch it.

use std::fs::File;
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::thread;

use crossbeam_channel::{Receiver, Sender, bounded};
use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::decode::{Decoder, Input};
use super::event::Event;

/// How long an Esc may be the beginning of a sequence: slow lines deliver one within this, and nobody notices the wait after the key.
const ESC_DELAY: Timespec = Timespec {
    tv_sec: 0,
    tv_nsec: 30_000_000,
};

/// What the loop says to the thread.
enum Word {
    Pause,
    Resume,
}

/// The loop's end of the thread that reads the terminal; the thread ends with it.
pub(super) struct InputReader {
    words: Sender<Word>,
    paused: Receiver<()>,
    wake: PipeWriter,
}

impl InputReader {
    /// Starts the thread; what it reads is sent to `events`.
    ///
    /// # Errors
    /// When there is no terminal to read from, or no thread to be had.
    pub(super) fn start(events: Sender<Event>) -> io::Result<Self> {
        let tty = Tty::open()?;
        let (woken, wake) = io::pipe()?;
        let (words, heard) = bounded(4);
        let (pausing, paused) = bounded(1);
        let mut thread = ReaderThread {
            tty,
            woken,
            heard,
            pausing,
            events,
            decoder: Decoder::default(),
        };
        thread::Builder::new()
            .name("terminal".to_owned())
            .spawn(move || thread.run())?;
        Ok(Self {
            words,
            paused,
            wake,
        })
    }

    /// Keeps the thread from reading until [`Self::resume`]; returns once it holds still.
    pub(super) fn pause(&mut self) {
        if self.say(Word::Pause) {
            // An error means that the thread has ended, which is as still as can be.
            let _ = self.paused.recv();
        }
    }

    /// Lets the thread read again.
    pub(super) fn resume(&mut self) {
        self.say(Word::Resume);
    }

    fn say(&mut self, word: Word) -> bool {
        self.words.send(word).is_ok() && self.wake.write_all(&[0]).is_ok()
    }
}

struct ReaderThread {
    tty: Tty,
    woken: PipeReader,
    heard: Receiver<Word>,
    pausing: Sender<()>,
    events: Sender<Event>,
    decoder: Decoder,
}

/// What the thread woke up for.
enum Woke {
    Bytes,
    Word,
    Silence,
    Gone,
}

impl ReaderThread {
    fn run(&mut self) {
        let mut buffer = [0; 4096];
        loop {
            match self.wait() {
                Woke::Bytes => match self.tty.read(&mut buffer) {
                    Ok(0) => break,
                    Ok(n_bytes) => self.take(buffer.get(..n_bytes).unwrap_or_default()),
                    Err(error)
                        if matches!(
                            error.kind(),
                            io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock
                        ) => {}
                    Err(_) => break,
                },
                Woke::Word => {
                    // The pipe is closed when the loop has ended.
                    if !matches!(self.woken.read(&mut [0]), Ok(1)) || !self.hear() {
                        return;
                    }
                }
                Woke::Silence => {
                    let events = &self.events;
                    self.decoder.idle(&mut |input| send(events, input));
                }
                Woke::Gone => break,
            }
        }
        // The loop may have ended before.
        let _ = self.events.send(Event::TerminalGone);
    }

    fn wait(&self) -> Woke {
        let mut ready = [
            PollFd::new(&self.tty, PollFlags::IN),
            PollFd::new(&self.woken, PollFlags::IN),
        ];
        let timeout = self.decoder.is_waiting().then_some(&ESC_DELAY);
        match poll(&mut ready, timeout) {
            Ok(0) => return Woke::Silence,
            Ok(_) => {}
            Err(rustix::io::Errno::INTR) => return self.wait(),
            Err(_) => return Woke::Gone,
        }
        let [tty, woken] = ready.map(|fd| fd.revents());
        if !woken.is_empty() {
            Woke::Word
        } else if tty.contains(PollFlags::IN) && !tty.contains(PollFlags::HUP) {
            Woke::Bytes
        } else {
            Woke::Gone
        }
    }

    /// Takes a word from the loop; returns whether to go on.
    fn hear(&mut self) -> bool {
        match self.heard.recv() {
            Ok(Word::Pause) => {}
            Ok(Word::Resume) => return true,
            Err(_) => return false,
        }
        if self.pausing.send(()).is_err() {
            return false;
        }
        // The byte that wakes for the resumption is read in its turn, and finds no word waiting but the next one.
        match self.heard.recv() {
            Ok(_) => matches!(self.woken.read(&mut [0]), Ok(1)),
            Err(_) => false,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        let events = &self.events;
        self.decoder.feed(bytes, &mut |input| send(events, input));
    }
}

fn send(events: &Sender<Event>, input: Input) {
    // An error means that the loop has ended; the closed pipe will say so.
    let _ = events.send(Event::Input(input));
}

/// The terminal that keys come from: standard input, unless that is what is to be read.
enum Tty {
    Standard(io::Stdin),
    Opened(File),
}

impl Tty {
    fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        if rustix::termios::isatty(&stdin) {
            return Ok(Self::Standard(stdin));
        }
        // By its own name if it has one: macOS cannot wait for `/dev/tty`.
        let named = rustix::termios::ttyname(io::stdout(), Vec::new())
            .ok()
            .and_then(|name| name.into_string().ok())
            .and_then(|name| File::open(name).ok());
        named
            .map_or_else(|| File::open("/dev/tty"), Ok)
            .map(Self::Opened)
    }

    fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        // Past the buffer of `Stdin`, which would hide bytes from `poll`.
        Ok(rustix::io::read(self, buffer)?)
    }
}

impl AsFd for Tty {
    fn as_fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Standard(stdin) => stdin.as_fd(),
            Self::Opened(file) => file.as_fd(),
        }
    }
}
