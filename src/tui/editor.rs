//! The reader's editor, opened at a line of a file.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, Stdio};

/// How an editor is told the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// `+12 file`, as vi has it and most others since.
    Plus,
    /// `file:12`
    Colon,
    /// `--goto file:12`
    Goto,
    /// `--line 12 file`
    Line,
    /// Not at all.
    Untold,
}

/// Runs an editor until it ends.
///
/// # Errors
/// When the command line is none, when it cannot be started, and when it ends with a failure.
pub(super) fn run(editor: &str, path: &Path, line: u32) -> anyhow::Result<()> {
    let words = shlex::split(editor).unwrap_or_default();
    let Some((program, options)) = words.split_first() else {
        anyhow::bail!("`{editor}` is no command line");
    };
    let mut command = Command::new(program);
    command.args(options).args(place(program, path, line));
    // Standard input may be what is being read.
    if !io::stdin().is_terminal()
        && let Ok(terminal) = File::open("/dev/tty")
    {
        command.stdin(Stdio::from(terminal));
    }
    let status = command.status().map_err(|error| anyhow::anyhow!("cannot start `{program}`: {error}"))?;
    if !status.success() {
        anyhow::bail!("`{program}` ended with {status}");
    }
    Ok(())
}

/// Returns the arguments that open a file at a line, from 1; 0 is anywhere.
fn place(program: &str, path: &Path, line: u32) -> Vec<std::ffi::OsString> {
    let style = if line == 0 { Style::Untold } else { style_of(program) };
    let with_line = || {
        let mut path = path.as_os_str().to_owned();
        path.push(format!(":{line}"));
        path
    };
    match style {
        Style::Plus => vec![format!("+{line}").into(), path.into()],
        Style::Colon => vec![with_line()],
        Style::Goto => vec!["--goto".into(), with_line()],
        Style::Line => vec!["--line".into(), line.to_string().into(), path.into()],
        Style::Untold => vec![path.into()],
    }
}

fn style_of(program: &str) -> Style {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or_default();
    match name {
        "hx" | "helix" | "subl" | "zed" => Style::Colon,
        "code" | "codium" | "code-insiders" => Style::Goto,
        "kate" | "mate" => Style::Line,
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" | "joe" | "jed" | "mg" | "ne" | "mcedit" | "vis" => {
            Style::Plus
        }
        _ => Style::Untold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_its_own_way() {
        for (program, line, expected) in [
            ("vi", 12, &["+12", "g.toml"][..]),
            ("/usr/bin/nvim", 12, &["+12", "g.toml"]),
            ("hx", 12, &["g.toml:12"]),
            ("code", 12, &["--goto", "g.toml:12"]),
            ("kate", 12, &["--line", "12", "g.toml"]),
            ("vi", 0, &["g.toml"]),
            ("ed", 12, &["g.toml"]),
        ] {
            assert_eq!(place(program, Path::new("g.toml"), line), expected, "{program}");
        }
    }

    #[test]
    fn a_command_that_cannot_run_is_said() {
        let error = |editor: &str| run(editor, Path::new("x"), 0).unwrap_err().to_string();
        assert_eq!(error(""), "`` is no command line");
        assert_eq!(error("'"), "`'` is no command line");
        assert!(error("/nonexistent/editor").starts_with("cannot start `/nonexistent/editor`: "));
    }
}
