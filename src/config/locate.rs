//! Where the reader's files are, and reading those of the configuration.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::gazetteer_files::read_text;
use super::{Config, LayerText, Theme, ThemeChoice};
use crate::diagnostic::Diagnostic;

/// The reader's folders; `None` where the platform names none, as for a user without a home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folders {
    /// For `config.toml`, themes and the reader's gazetteer.
    pub config: Option<PathBuf>,
    /// For notes, marks and sessions.
    pub data: Option<PathBuf>,
    /// For what can be worked out again.
    pub cache: Option<PathBuf>,
    /// The home folder.
    pub home: Option<PathBuf>,
}

impl Folders {
    /// Returns the folders of the platform, or those that `IBID_CONFIG_DIR`, `IBID_DATA_DIR` and `IBID_CACHE_DIR` name; `env` looks up a
    /// variable of the environment.
    pub fn find(env: &dyn Fn(&str) -> Option<OsString>) -> Self {
        let platform = directories::ProjectDirs::from("", "", "ibid");
        let folder = |variable: &str, of: fn(&directories::ProjectDirs) -> &Path| {
            let given = env(variable)
                .filter(|value| !value.is_empty())
                .map(PathBuf::from);
            given.or_else(|| platform.as_ref().map(|platform| of(platform).to_owned()))
        };
        Self {
            config: folder("IBID_CONFIG_DIR", directories::ProjectDirs::config_dir),
            data: folder("IBID_DATA_DIR", directories::ProjectDirs::data_dir),
            cache: folder("IBID_CACHE_DIR", directories::ProjectDirs::cache_dir),
            home: directories::BaseDirs::new().map(|base| base.home_dir().to_owned()),
        }
    }

    /// Returns where the reader's settings are, whether the file exists or not.
    pub fn settings(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("config.toml"))
    }

    /// Reads the settings and lays them over the defaults; a missing file is no fault.
    pub fn load(&self) -> (Config, Vec<Diagnostic>) {
        let mut problems = Vec::new();
        let mut layers = Vec::new();
        if let Some(path) = self.settings() {
            match read_text(&path) {
                Ok(text) => layers.extend(text.map(|text| LayerText { path, text })),
                Err(problem) => problems.push(problem),
            }
        }
        let (config, mut wrong) = Config::load(layers, self.home.as_deref());
        problems.append(&mut wrong);
        (config, problems)
    }
}

/// Returns the theme that the settings ask for, and what is wrong with it. `dark` says what the terminal answered.
pub fn theme(choice: &ThemeChoice, dark: bool) -> (Theme, Vec<Diagnostic>) {
    let auto = if dark { Theme::dark } else { Theme::light };
    match choice {
        ThemeChoice::Auto => (auto(), Vec::new()),
        ThemeChoice::Dark => (Theme::dark(), Vec::new()),
        ThemeChoice::Light => (Theme::light(), Vec::new()),
        ThemeChoice::None => (auto().without_colors(), Vec::new()),
        ThemeChoice::File(path) => match read_text(path) {
            Ok(Some(text)) => {
                let layer = LayerText {
                    path: path.clone(),
                    text,
                };
                Theme::load(&layer, auto())
            }
            Ok(None) => {
                let problem = Diagnostic::error("no such theme file").at(path, 0, 0);
                let hint = "a theme is `auto`, `dark`, `light`, `none` or the path of a file";
                (auto(), vec![problem.hint(hint)])
            }
            Err(problem) => (auto(), vec![problem]),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_given_by_the_environment_win() {
        let env = |name: &str| (name == "IBID_CONFIG_DIR").then(|| OsString::from("/c"));
        let folders = Folders::find(&env);
        assert_eq!(folders.settings(), Some("/c/config.toml".into()));
        let empty = |_: &str| Some(OsString::new());
        assert_eq!(Folders::find(&empty), Folders::find(&|_| None));
    }

    #[test]
    fn settings_are_read_from_disk_and_faults_name_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders {
            config: Some(folder.path().to_owned()),
            ..Folders::default()
        };
        assert_eq!(folders.load(), (Config::default(), Vec::new()));
        let file = folder.path().join("config.toml");
        std::fs::write(&file, "\u{feff}[reader]\nmeasure = 72\n").unwrap();
        assert_eq!(folders.load().0.settings.measure, 72);
        std::fs::write(&file, b"# caf\xe9\n").unwrap();
        let (config, problems) = folders.load();
        assert_eq!(config, Config::default());
        assert_eq!(
            problems[0].one_line(),
            format!("{}:1:6: is not UTF-8 here", file.display())
        );
        std::fs::remove_file(&file).unwrap();
        std::fs::create_dir(&file).unwrap();
        assert_eq!(folders.load().1[0].message, "is not a file");
    }

    #[test]
    fn themes_are_found_by_name_or_path() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("my.toml");
        let choice = ThemeChoice::File(file.clone());
        assert_eq!(theme(&choice, true).1[0].message, "no such theme file");
        std::fs::write(&file, "selection.bold = true").unwrap();
        let (read, problems) = theme(&choice, true);
        assert_eq!(problems, []);
        assert!(read.look(super::super::Role::Selection).bold);
    }
}
