//! The reader's editor, opened at a line of a file.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::Stdio;

use crate::config::editor_command;

/// Runs an editor until it ends.
///
/// # Errors
/// When the command line is none, when it cannot be started, and when it ends with a failure.
pub(super) fn run(editor: &str, path: &Path, line: u32) -> anyhow::Result<()> {
    let Some(mut command) = editor_command(editor, path, line) else {
        anyhow::bail!("`{editor}` is no command line");
    };
    let program = command.get_program().to_string_lossy().into_owned();
    // Standard input may be what is being read.
    if !io::stdin().is_terminal()
        && let Ok(terminal) = File::open("/dev/tty")
    {
        command.stdin(Stdio::from(terminal));
    }
    let status = command
        .status()
        .map_err(|error| anyhow::anyhow!("cannot start `{program}`: {error}"))?;
    if !status.success() {
        anyhow::bail!("`{program}` ended with {status}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_that_cannot_run_is_said() {
        let error = |editor: &str| run(editor, Path::new("x"), 0).unwrap_err().to_string();
        assert_eq!(error(""), "`` is no command line");
        assert_eq!(error("'"), "`'` is no command line");
        assert!(error("/nonexistent/editor").starts_with("cannot start `/nonexistent/editor`: "));
    }
}
