//! The command that opens the reader's editor at a line of a file.

use std::path::Path;
use std::process::Command;

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

/// Returns the command that opens a file at a line, from 1 (0 is anywhere); `None` when `editor` is no command line.
///
/// ```
/// use std::path::Path;
/// use ibid::config::editor_command;
/// let command = editor_command("nvim -R", Path::new("g.toml"), 12).unwrap();
/// assert_eq!(command.get_args().collect::<Vec<_>>(), ["-R", "+12", "g.toml"]);
/// assert!(editor_command("'", Path::new("g.toml"), 0).is_none());
/// ```
pub fn editor_command(editor: &str, path: &Path, line: u32) -> Option<Command> {
    let words = shlex::split(editor)?;
    let (program, options) = words.split_first()?;
    let mut command = Command::new(program);
    command.args(options).args(place(program, path, line));
    Some(command)
}

/// Returns the arguments that open a file at a line, from 1; 0 is anywhere.
fn place(program: &str, path: &Path, line: u32) -> Vec<std::ffi::OsString> {
    let style = if line == 0 {
        Style::Untold
    } else {
        style_of(program)
    };
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
    let name = Path::new(program)
        .file_stem()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    match name {
        "hx" | "helix" | "subl" | "zed" => Style::Colon,
        "code" | "codium" | "code-insiders" => Style::Goto,
        "kate" | "mate" => Style::Line,
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "kak" | "micro" | "joe"
        | "jed" | "mg" | "ne" | "mcedit" | "vis" => Style::Plus,
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
            assert_eq!(
                place(program, Path::new("g.toml"), line),
                expected,
                "{program}"
            );
        }
    }
}
