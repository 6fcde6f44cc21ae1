//! From the text of the files to settings and a key map.

use std::path::Path;

use super::merge::{LayerText, Merged};
use super::settings::Reading;
use super::{Binding, KeyMap, Mode, Settings, nearest};
use crate::diagnostic::Diagnostic;

/// The settings and keys in force, and where each was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The options.
    pub settings: Settings,
    /// The keys.
    pub keys: KeyMap,
    /// Every value with its place.
    pub merged: Merged,
}

/// Every option with its default, as it is shipped for readers to copy from.
pub const EXAMPLE: &str = include_str!("../../config.example.toml");

/// The key maps that are shipped; the first is what the others are laid over.
const PRESETS: [(&str, &str); 3] = [
    ("default", include_str!("../../assets/keys/default.toml")),
    ("less", include_str!("../../assets/keys/less.toml")),
    ("vim", include_str!("../../assets/keys/vim.toml")),
];

impl Config {
    /// Returns the configuration that files laid over the defaults make, and what is wrong with them.
    ///
    /// What is wrong is left out, so the answer can always be used; a caller that has a good configuration already keeps that one when
    /// there is an error. `home` is the reader's home folder, for paths that begin with `~/`.
    ///
    /// ```
    /// use ibid::config::{Config, LayerText};
    /// let user = LayerText { path: "config.toml".into(), text: "[reader]\nmeasure = 72".to_owned() };
    /// let (config, problems) = Config::load(vec![user], None);
    /// assert!(problems.is_empty());
    /// assert_eq!(config.settings.measure, 72);
    /// ```
    pub fn load(layers: Vec<LayerText>, home: Option<&Path>) -> (Self, Vec<Diagnostic>) {
        let bundled = LayerText {
            path: "bundled:config.example.toml".into(),
            text: EXAMPLE.to_owned(),
        };
        let (defaults, _) = Merged::new(vec![bundled.clone()]);
        let (merged, mut problems) = Merged::new(std::iter::once(bundled).chain(layers).collect());
        let mut reading = Reading {
            merged: &merged,
            bundled: &defaults,
            home,
            problems: Vec::new(),
        };
        let settings = Settings::read(&mut reading);
        let preset = reading.text("keys.preset");
        problems.append(&mut reading.problems);
        let (keys, mut wrong) = keys(&merged, &preset);
        problems.append(&mut wrong);
        let config = Self {
            settings,
            keys,
            merged,
        };
        (config, problems)
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::load(Vec::new(), None).0
    }
}

fn keys(merged: &Merged, preset: &str) -> (KeyMap, Vec<Diagnostic>) {
    let mut problems = Vec::new();
    let mut layers: Vec<Vec<Binding>> = Vec::new();
    for (name, text) in PRESETS {
        if name == "default" || name == preset {
            layers.push(shipped(name, text));
        }
    }
    if let Some(node) = merged.get("keys.preset")
        && !PRESETS.iter().any(|(name, _)| *name == preset)
    {
        let mut complaint = Diagnostic::error(format!("unknown key map `{preset}`"));
        complaint = match nearest(preset, PRESETS.iter().map(|(name, _)| *name)) {
            Some(known) => complaint.hint(format!("did you mean `{known}`?")),
            None => complaint.hint("there are `default`, `less` and `vim`"),
        };
        problems.push(merged.complain(node, complaint));
    }
    let (own, mut wrong) = bindings(merged);
    problems.append(&mut wrong);
    layers.push(own);
    let (map, mut wrong) = KeyMap::build(&layers);
    problems.append(&mut wrong);
    (map, problems)
}

/// Returns the bindings of a key map that is shipped.
fn shipped(name: &str, text: &str) -> Vec<Binding> {
    let path = Path::new("bundled:keys").join(name);
    let merged = Merged::new(vec![LayerText {
        path,
        text: text.to_owned(),
    }]);
    bindings(&merged.0).0
}

fn bindings(merged: &Merged) -> (Vec<Binding>, Vec<Diagnostic>) {
    let (mut found, mut problems) = (Vec::new(), Vec::new());
    for mode in Mode::ALL {
        for (keys, node, at) in merged.table(&format!("keys.{}", mode.name())) {
            if let Some(action) = node.text() {
                found.push(Binding {
                    mode,
                    keys: keys.to_owned(),
                    action: action.to_owned(),
                    origin: Some((at.path, at.line, at.column)),
                });
            } else {
                let complaint =
                    Diagnostic::error(format!("`{keys}` takes the name of an action in quotes"));
                problems.push(
                    merged.complain(node, complaint.hint("`ibid config keys` lists all actions")),
                );
            }
        }
    }
    (found, problems)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::merge::parse;
    use crate::config::{Action, KeySequence, Lookup};
    use crate::diagnostic::SourceText;

    fn load(text: &str) -> (Config, Vec<Diagnostic>) {
        let layer = LayerText {
            path: "/home/r/.config/ibid/config.toml".into(),
            text: text.to_owned(),
        };
        Config::load(vec![layer], Some(Path::new("/home/r")))
    }

    fn press(config: &Config, keys: &str) -> Lookup {
        config
            .keys
            .lookup(Mode::Reading, &keys.parse::<KeySequence>().unwrap().0)
    }

    #[test]
    fn what_is_shipped_is_without_fault() {
        for (preset, _) in PRESETS {
            let (config, problems) = load(&format!("keys.preset = \"{preset}\""));
            assert_eq!(problems, [], "{preset}");
            assert_eq!(press(&config, "n"), Lookup::Bound(Action::NextMention));
        }
        for (name, text) in PRESETS {
            assert!(parse(&SourceText::new(Path::new(name), text), 0).is_ok());
            let (map, problems) = KeyMap::build(&[shipped(name, text)]);
            assert_eq!(problems, [], "{name}");
            assert!(!map.bindings(Mode::Reading).is_empty());
        }
    }

    #[test]
    fn every_action_has_a_key_or_a_name_on_the_command_line() {
        let config = Config::default();
        for &action in Action::ALL {
            let mode = match action.applies() {
                crate::config::Applies::Typing => Mode::Typing,
                crate::config::Applies::Everywhere
                | crate::config::Applies::Page
                | crate::config::Applies::Lists => Mode::Reading,
            };
            let keys = config.keys.keys_of(mode, action);
            assert!(
                !keys.is_empty() || action == Action::Unfollow,
                "{} has no key",
                action.name()
            );
        }
    }

    #[test]
    fn every_essential_key_can_be_typed_without_alt_gr() {
        let config = Config::default();
        // Brackets, backslash and tilde are behind AltGr on AZERTY and QWERTZ keyboards.
        for (key, twin) in [("]d", ")d"), ("[d", "(d"), ("\\", "V")] {
            assert_eq!(press(&config, key), press(&config, twin));
            assert!(matches!(press(&config, key), Lookup::Bound(_)));
        }
    }

    #[test]
    fn the_readers_keys_are_laid_over_the_preset() {
        let (config, problems) =
            load("[keys]\npreset = \"less\"\n[keys.reading]\n\"y\" = \"none\"\n\"x\" = \"quit\"\n");
        assert_eq!(problems, []);
        assert_eq!(press(&config, "g"), Lookup::Bound(Action::Top));
        assert_eq!(press(&config, "y"), Lookup::Unbound);
        assert_eq!(press(&config, "x"), Lookup::Bound(Action::Quit));
    }

    #[test]
    fn faults_have_a_place_and_the_defaults_stand() {
        let file = "/home/r/.config/ibid/config.toml";
        for (text, complaint) in [
            (
                "[reader]\nmeasure = 5",
                ":2:11: `reader.measure` takes 0, or 20 to 400, not 5",
            ),
            (
                "[reader]\ncontext = 0",
                ":2:11: `reader.context` takes 10 to 400, not 0",
            ),
            ("[keys]\npreset = \"vi\"", ":2:10: unknown key map `vi`"),
            (
                "[keys.reading]\n\"n\" = 3",
                ":2:7: `n` takes the name of an action in quotes",
            ),
            (
                "[keys.reading]\n\"n\" = \"next\"",
                ":2:1: unknown action `next`",
            ),
            (
                "[gazetteer]\nfiles = [1]",
                ":2:10: `gazetteer.files` takes texts in quotes",
            ),
        ] {
            let (config, problems) = load(text);
            let lines: Vec<String> = problems.iter().map(Diagnostic::one_line).collect();
            assert_eq!(lines, [format!("{file}{complaint}")]);
            assert_eq!(config.settings, Config::default().settings);
            assert_eq!(press(&config, "n"), Lookup::Bound(Action::NextMention));
        }
    }

    #[test]
    fn paths_are_relative_to_their_file_or_to_home() {
        let (config, _) = load(
            "corpus.path = \"~/articles\"\ngazetteer.files = [\"more.toml\", \"/g.toml\"]\nreader.theme = \"my.toml\"",
        );
        assert_eq!(
            config.settings.corpus.as_deref(),
            Some(Path::new("/home/r/articles"))
        );
        let folder = Path::new("/home/r/.config/ibid");
        assert_eq!(
            config.settings.gazetteer_files,
            [folder.join("more.toml"), "/g.toml".into()]
        );
        assert_eq!(
            config.settings.theme,
            super::super::ThemeChoice::File(folder.join("my.toml"))
        );
    }

    #[test]
    fn the_example_lists_every_option_with_its_default() {
        let (example, problems) = load(EXAMPLE);
        assert_eq!(problems, []);
        assert_eq!(example.settings, Config::default().settings);
        // Every field of the settings is an option of the example: the settings are read from nothing else.
        let options: Vec<String> = example
            .merged
            .values()
            .into_iter()
            .map(|(path, ..)| path)
            .collect();
        assert_eq!(
            options,
            [
                "corpus.path",
                "gazetteer.files",
                "keys.preset",
                "reader.articles-width",
                "reader.context",
                "reader.entities-width",
                "reader.measure",
                "reader.mouse",
                "reader.strip",
                "reader.theme",
            ]
        );
    }
}
