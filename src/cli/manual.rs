//! `ibid man`: the manual page.

use std::io::Write as _;

use clap::CommandFactory as _;

use super::output::Output;
use super::{Cli, Status};

/// Prints the manual page of `ibid` in roff.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn run(output: &mut Output) -> anyhow::Result<Status> {
    clap_mangen::Man::new(Cli::command()).render(output)?;
    output.flush()?;
    Ok(Status::Found)
}
