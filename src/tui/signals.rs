//! The thread that waits for signals.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossbeam_channel::Sender;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};
use signal_hook::low_level::emulate_default_handler;

use super::event::Event;
use super::terminal;

/// Signals are told to the loop for as long as this lives.
pub(super) struct SignalWatch {
    handle: Handle,
    keys_are_anothers: Arc<AtomicBool>,
}

impl SignalWatch {
    /// Starts the thread.
    ///
    /// # Errors
    /// When the system grants no handler or no thread.
    pub(super) fn start(events: Sender<Event>) -> io::Result<Self> {
        let mut signals =
            Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        let keys_are_anothers = Arc::new(AtomicBool::new(false));
        let watch = Self {
            handle: signals.handle(),
            keys_are_anothers: Arc::clone(&keys_are_anothers),
        };
        thread::Builder::new()
            .name("signals".to_owned())
            .spawn(move || {
                let mut is_ending = false;
                for signal in &mut signals {
                    let aside = keys_are_anothers.load(Ordering::SeqCst);
                    let event = match signal {
                        // Ctrl-c and its like are meant for the editor; when it stops, so do we, and its size is its own affair.
                        SIGINT | SIGQUIT | SIGWINCH | SIGCONT if aside => continue,
                        SIGTSTP if aside => {
                            stop();
                            continue;
                        }
                        SIGWINCH => Event::Resized,
                        SIGTSTP => Event::Stop,
                        SIGCONT => Event::Continued,
                        // The loop was asked before and does not answer: the terminal takes no output, say.
                        _ if is_ending => {
                            terminal::give_back();
                            end_by(signal);
                            return;
                        }
                        _ => {
                            is_ending = true;
                            Event::Terminate(signal)
                        }
                    };
                    if events.send(event).is_err() {
                        return;
                    }
                }
            })?;
        Ok(watch)
    }

    /// Says whether another program has the terminal, so that what is typed there concerns it alone.
    pub(super) fn leave_keys_to_others(&self, aside: bool) {
        self.keys_are_anothers.store(aside, Ordering::SeqCst);
    }
}

impl Drop for SignalWatch {
    fn drop(&mut self) {
        self.handle.close();
    }
}

/// Stops the process as the signal of Ctrl-z does, and returns when it is continued.
pub(super) fn stop() {
    // The only error is a signal number that does not exist.
    let _ = emulate_default_handler(SIGTSTP);
}

/// Ends the process as a signal does, so that whoever waits for it sees which.
pub(super) fn end_by(signal: i32) {
    // The only error is a signal number that does not exist.
    let _ = emulate_default_handler(signal);
}
