//! What the terminal and the system tell the loop.

use super::decode::Input;

/// Something that happened to the terminal or to the process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Event {
    /// The terminal sent something.
    Input(Input),
    /// The terminal has another size.
    Resized,
    /// The process was asked to stop until it is continued.
    Stop,
    /// The process was continued after a stop it had no say in.
    Continued,
    /// The process was asked to end, by this signal.
    Terminate(i32),
    /// Nothing can be read from the terminal any more.
    TerminalGone,
}
