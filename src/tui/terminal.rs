//! The terminal is taken for the reader and given back on every way out.

use std::io::{self, IsTerminal, Write};
use std::os::fd::AsFd;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use anyhow::Context as _;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use crate::app::Size;
use crate::text::visible::visible;

/// Alternate screen, no cursor, pastes told from keys.
const TAKE: &str = "\x1b[?1049h\x1b[?25l\x1b[?2004h";
/// Clicks and the wheel with coordinates of any size; not movements, which would be a message a cell.
const TAKE_MOUSE: &str = "\x1b[?1000h\x1b[?1006h";
/// The mirror of both, in the opposite order; it ends a frame that was cut off as well.
const GIVE_BACK: &str = "\x1b[?2026l\x1b[0m\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?25h\x1b[?1049l";

/// More cells than the largest wall of screens has; a size without bounds would be memory without bounds.
const MOST_CELLS: u16 = u16::MAX;
const WIDEST: u16 = 1000;

static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal, taken; dropping it gives it back.
pub(super) struct Terminal {
    mouse: bool,
}

impl Terminal {
    /// Takes the terminal.
    ///
    /// # Errors
    /// When standard output is no terminal, or there is none to read keys from.
    pub(super) fn take(mouse: bool) -> anyhow::Result<Self> {
        if !io::stdout().is_terminal() {
            anyhow::bail!(
                "standard output is no terminal to read on; `ibid mentions`, `kwic` and `text` write to files and pipes"
            );
        }
        install_panic_hook();
        let terminal = Self { mouse };
        terminal.take_again()?;
        Ok(terminal)
    }

    /// Takes the terminal after [`give_back`].
    pub(super) fn take_again(&self) -> anyhow::Result<()> {
        crossterm::terminal::enable_raw_mode().context("there is no terminal to read keys from")?;
        IS_TAKEN.store(true, Ordering::SeqCst);
        write(TAKE.as_bytes())?;
        if self.mouse {
            write(TAKE_MOUSE.as_bytes())?;
        }
        Ok(())
    }

    /// Uses the mouse, or leaves it to the terminal.
    pub(super) fn set_mouse(&mut self, mouse: bool) -> io::Result<()> {
        if self.mouse == mouse {
            return Ok(());
        }
        self.mouse = mouse;
        let off = TAKE_MOUSE.replace('h', "l");
        write(if mouse { TAKE_MOUSE } else { &off }.as_bytes())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back as it was; does nothing if it is not taken.
pub(super) fn give_back() {
    if !IS_TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // Nothing can be done about a terminal that is gone, or that takes no output.
    if is_writable() {
        let _ = write(GIVE_BACK.as_bytes());
    }
    let _ = crossterm::terminal::disable_raw_mode();
}

/// Returns the size of the terminal, of a huge one only the part that is used.
///
/// # Errors
/// When the terminal does not tell.
pub(super) fn size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    let width = width.min(WIDEST);
    Ok(Size::new(width, height.min(MOST_CELLS / width.max(1))))
}

/// Writes to the terminal, all of it or an error.
pub(super) fn write(mut bytes: &[u8]) -> io::Result<()> {
    // Past the lock and the buffer of `Stdout`: a thread that writes must not keep another from giving the terminal back.
    let stdout = io::stdout();
    while !bytes.is_empty() {
        match rustix::io::write(&stdout, bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(n_written) => bytes = bytes.get(n_written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let _ = poll(
                    &mut [PollFd::from_borrowed_fd(stdout.as_fd(), PollFlags::OUT)],
                    None,
                );
            }
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn is_writable() -> bool {
    const MOMENT: Timespec = Timespec {
        tv_sec: 0,
        tv_nsec: 200_000_000,
    };
    let stdout = io::stdout();
    let mut ready = [PollFd::from_borrowed_fd(stdout.as_fd(), PollFlags::OUT)];
    matches!(poll(&mut ready, Some(&MOMENT)), Ok(1))
        && ready.iter().all(|fd| fd.revents().contains(PollFlags::OUT))
}

/// Has a panic of this thread give the terminal back before it is told, made visible, for it may quote a document.
///
/// While the terminal is taken, other threads say nothing: they are caught, and their failure comes as a message.
fn install_panic_hook() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        let loop_thread = thread::current().id();
        panic::set_hook(Box::new(move |info| {
            if !IS_TAKEN.load(Ordering::SeqCst) {
                before(info);
            } else if thread::current().id() == loop_thread {
                give_back();
                let _ = writeln!(io::stderr(), "ibid: {}", visible(&info.to_string()));
            }
        }));
    });
}
