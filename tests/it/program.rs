//! The program as it is installed: its own process, with folders of its own.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// Where the program under test is.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_ibid");

/// Folders for one test: an empty corpus, and a home in which nobody has settings.
pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for name in ["config", "data", "cache", "corpus"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        Self { folder }
    }

    /// Returns a home whose corpus has these files.
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let home = Self::new();
        for (name, text) in files {
            home.write(&format!("corpus/{name}"), text);
        }
        home
    }

    /// Returns a path in the home.
    pub(crate) fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Returns the corpus as an argument.
    pub(crate) fn corpus(&self) -> String {
        self.path("corpus").into_os_string().into_string().unwrap()
    }

    /// Writes a file as editors do: beside it, then over it.
    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let beside = path.with_extension("new");
        std::fs::write(&beside, bytes).unwrap();
        std::fs::rename(beside, path).unwrap();
    }

    /// Returns the environment of the program: nothing of whoever runs the test.
    pub(crate) fn environment(&self) -> Vec<(&'static str, std::ffi::OsString)> {
        let folder = |name: &str| self.path(name).into_os_string();
        vec![
            ("HOME", self.folder.path().into()),
            ("IBID_CONFIG_DIR", folder("config")),
            ("IBID_DATA_DIR", folder("data")),
            ("IBID_CACHE_DIR", folder("cache")),
            ("LANG", "C.UTF-8".into()),
        ]
    }

    /// Returns the program with arguments, ready to be started.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).env_clear().envs(self.environment());
        command.current_dir(self.folder.path()).stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(&self.command(arguments).output().unwrap())
    }

    /// Returns the records that a verb prints as JSON Lines.
    pub(crate) fn records(&self, arguments: &[&str]) -> Vec<Value> {
        let ran = self.run(&[arguments, &["--format", "jsonl"]].concat());
        let lines = ran.stdout.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }
}

/// What a run of the program left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ran {
    /// The exit status; `None` if a signal ended it.
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    pub(crate) fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        Self {
            code: output.status.code(),
            stdout: text(&output.stdout),
            stderr: text(&output.stderr),
        }
    }
}

/// Returns the part of a file that a record points to.
pub(crate) fn surface<'t>(record: &Value, text: &'t str) -> &'t str {
    let offset = |key: &str| usize::try_from(record[key].as_u64().unwrap()).unwrap();
    text.get(offset("start")..offset("end"))
        .unwrap_or("not in the text")
}

/// Returns a path as an argument.
pub(crate) fn argument(path: &Path) -> &str {
    path.to_str().unwrap()
}
