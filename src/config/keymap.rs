//! Which keys do what: a tree of keys for each mode, built from layers of bindings.

use std::collections::BTreeMap;

use super::{Action, Key, KeyCode, KeySequence, nearest};
use crate::diagnostic::Diagnostic;

/// Whether keys are commands or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Keys are commands.
    Reading,
    /// Keys go into a line.
    Typing,
}

impl Mode {
    /// Both, in the order they are listed.
    pub const ALL: [Self; 2] = [Self::Reading, Self::Typing];

    /// Returns the name of its table in a key map.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Typing => "typing",
        }
    }
}

/// One line of a key map as it was written: `"gg" = "top"`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binding {
    /// The table it stands in.
    pub mode: Mode,
    /// The keys as written.
    pub keys: String,
    /// The action's name as written; `none` takes the keys away.
    pub action: String,
    /// Where it stands, for complaints: file, line and column.
    pub origin: Option<(std::path::PathBuf, u32, u32)>,
}

/// A node of the tree of keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Node {
    action: Option<Action>,
    next: BTreeMap<Key, Node>,
}

/// What pressing keys comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lookup {
    /// They are bound.
    Bound(Action),
    /// More keys must follow.
    Pending,
    /// They are not bound.
    Unbound,
}

/// The key map in force.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyMap {
    reading: Node,
    typing: Node,
}

impl KeyMap {
    /// Returns the map of layers of bindings, later ones laid over earlier ones key by key, and what is wrong with them.
    ///
    /// A later layer wins whole: where it binds `g`, the earlier `gg` can no longer be typed and goes; where it binds `gx`, an earlier
    /// `g` goes. Within one layer the two together are a fault.
    pub fn build(layers: &[Vec<Binding>]) -> (Self, Vec<Diagnostic>) {
        let mut map = Self::default();
        let mut problems = Vec::new();
        for layer in layers {
            let mut bound: Vec<(Mode, KeySequence)> = Vec::new();
            for binding in layer {
                match parse(binding, &bound) {
                    Ok((keys, action)) => {
                        map.bind(binding.mode, &keys, action);
                        bound.push((binding.mode, keys));
                    }
                    Err(problem) => problems.push(match &binding.origin {
                        Some((path, line, column)) => problem.at(path, *line, *column),
                        None => problem,
                    }),
                }
            }
        }
        (map, problems)
    }

    fn bind(&mut self, mode: Mode, keys: &KeySequence, action: Option<Action>) {
        let mut node = match mode {
            Mode::Reading => &mut self.reading,
            Mode::Typing => &mut self.typing,
        };
        for key in &keys.0 {
            if action.is_some() {
                node.action = None;
            }
            node = node.next.entry(*key).or_default();
        }
        *node = Node {
            action,
            next: match action {
                Some(_) => BTreeMap::new(),
                None => std::mem::take(&mut node.next),
            },
        };
    }

    fn root(&self, mode: Mode) -> &Node {
        match mode {
            Mode::Reading => &self.reading,
            Mode::Typing => &self.typing,
        }
    }

    /// Returns what keys pressed one after another come to.
    pub fn lookup(&self, mode: Mode, keys: &[Key]) -> Lookup {
        let mut node = self.root(mode);
        for key in keys {
            match node.next.get(key) {
                Some(next) => node = next,
                None => return Lookup::Unbound,
            }
        }
        match node.action {
            Some(action) => Lookup::Bound(action),
            None if node.leads_somewhere() => Lookup::Pending,
            None => Lookup::Unbound,
        }
    }

    /// Returns the ways to go on after the keys pressed so far, each with its action, ordered by key.
    pub fn continuations(&self, mode: Mode, keys: &[Key]) -> Vec<(KeySequence, Action)> {
        let mut node = self.root(mode);
        for key in keys {
            match node.next.get(key) {
                Some(next) => node = next,
                None => return Vec::new(),
            }
        }
        let mut found = Vec::new();
        node.collect(&mut Vec::new(), &mut found);
        found
    }

    /// Returns all bindings of a mode, ordered by key.
    pub fn bindings(&self, mode: Mode) -> Vec<(KeySequence, Action)> {
        self.continuations(mode, &[])
    }

    /// Returns the keys of an action in a mode, the shortest first.
    pub fn keys_of(&self, mode: Mode, action: Action) -> Vec<KeySequence> {
        let mut keys: Vec<KeySequence> = self
            .bindings(mode)
            .into_iter()
            .filter(|&(_, bound)| bound == action)
            .map(|(keys, _)| keys)
            .collect();
        // Letters before named keys, those before control: they are what a reader would rather type and see.
        keys.sort_by_key(|keys| {
            (
                keys.0.iter().any(|key| key.typed().is_none()),
                keys.0.iter().any(|key| key.ctrl || key.alt),
                keys.0.len(),
                keys.clone(),
            )
        });
        keys
    }
}

impl Node {
    fn leads_somewhere(&self) -> bool {
        self.next
            .values()
            .any(|node| node.action.is_some() || node.leads_somewhere())
    }

    fn collect(&self, path: &mut Vec<Key>, found: &mut Vec<(KeySequence, Action)>) {
        for (key, node) in &self.next {
            path.push(*key);
            if let Some(action) = node.action {
                found.push((KeySequence(path.clone()), action));
            }
            node.collect(path, found);
            path.pop();
        }
    }
}

/// Reads one binding; `bound` are the keys bound before in the same layer.
fn parse(
    binding: &Binding,
    bound: &[(Mode, KeySequence)],
) -> Result<(KeySequence, Option<Action>), Diagnostic> {
    let keys: KeySequence = binding
        .keys
        .parse()
        .map_err(|error: super::NotAKey| Diagnostic::error(error.to_string()))?;
    let action = match binding.action.as_str() {
        "none" => None,
        name => Some(Action::named(name).ok_or_else(|| unknown_action(name))?),
    };
    let first = keys.0.first().and_then(|key| key.typed());
    if binding.mode == Mode::Reading && first.is_some_and(|c| c.is_ascii_digit()) {
        return Err(Diagnostic::error(format!(
            "`{}` begins with a digit, and digits are counts",
            binding.keys
        )));
    }
    if binding.mode == Mode::Typing && first.is_some() {
        return Err(
            Diagnostic::error(format!("`{}` is text while typing", binding.keys))
                .hint("bind a key with Ctrl or Alt"),
        );
    }
    let stray = keys.0.iter().any(|key| key.code == KeyCode::Esc);
    if stray && keys.0.len() > 1 {
        return Err(Diagnostic::error(format!(
            "`{}` has Esc in it, which always gives up a sequence",
            binding.keys
        )));
    }
    for (mode, other) in bound {
        if *mode == binding.mode
            && *other != keys
            && (keys.0.starts_with(&other.0) || other.0.starts_with(&keys.0))
        {
            return Err(Diagnostic::error(format!(
                "`{keys}` and `{other}` cannot both be bound: one begins the other"
            )));
        }
    }
    Ok((keys, action))
}

/// Returns the complaint about an action that does not exist.
pub fn unknown_action(name: &str) -> Diagnostic {
    let problem = Diagnostic::error(format!("unknown action `{name}`"));
    match nearest(name, Action::ALL.iter().map(|action| action.name())) {
        Some(known) => problem.hint(format!("did you mean `{known}`?")),
        None => problem.hint("`ibid config keys` lists all actions"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn binding(keys: &str, action: &str) -> Binding {
        Binding {
            mode: Mode::Reading,
            keys: keys.to_owned(),
            action: action.to_owned(),
            origin: Some(("config.toml".into(), 3, 1)),
        }
    }

    fn press(map: &KeyMap, keys: &str) -> Lookup {
        map.lookup(Mode::Reading, &keys.parse::<KeySequence>().unwrap().0)
    }

    #[test]
    fn a_layer_is_laid_over_another_key_by_key() {
        let base = vec![
            binding("gg", "top"),
            binding("gd", "entry"),
            binding("n", "next-mention"),
        ];
        let user = vec![binding("gd", "none"), binding("nx", "quit")];
        let (map, problems) = KeyMap::build(&[base.clone(), user]);
        assert_eq!(problems, []);
        assert_eq!(press(&map, "g"), Lookup::Pending);
        assert_eq!(press(&map, "gg"), Lookup::Bound(Action::Top));
        assert_eq!(press(&map, "gd"), Lookup::Unbound);
        assert_eq!(press(&map, "n"), Lookup::Pending);
        assert_eq!(press(&map, "nx"), Lookup::Bound(Action::Quit));
        let (map, _) = KeyMap::build(&[base, vec![binding("g", "bottom")]]);
        assert_eq!(press(&map, "g"), Lookup::Bound(Action::Bottom));
        assert_eq!(press(&map, "gg"), Lookup::Unbound);
    }

    #[test]
    fn a_prefix_all_of_whose_keys_are_unbound_is_unbound() {
        let (map, _) = KeyMap::build(&[vec![binding("gg", "top")], vec![binding("gg", "none")]]);
        assert_eq!(press(&map, "g"), Lookup::Unbound);
    }

    #[test]
    fn faults_name_the_place_and_the_remedy() {
        for (keys, action, message, hint) in [
            (
                "n",
                "next-mentoin",
                "unknown action `next-mentoin`",
                Some("did you mean `next-mention`?"),
            ),
            (
                "n",
                "zzzz",
                "unknown action `zzzz`",
                Some("`ibid config keys` lists all actions"),
            ),
            (
                "5",
                "top",
                "`5` begins with a digit, and digits are counts",
                None,
            ),
            (
                "ga",
                "top",
                "`ga` and `g` cannot both be bound: one begins the other",
                None,
            ),
            (
                "x<Esc>",
                "top",
                "`x<Esc>` has Esc in it, which always gives up a sequence",
                None,
            ),
        ] {
            let (_, problems) =
                KeyMap::build(&[vec![binding("g", "bottom"), binding(keys, action)]]);
            assert_eq!(problems.len(), 1, "{keys}");
            assert_eq!(
                problems[0].one_line(),
                format!("config.toml:3:1: {message}")
            );
            assert_eq!(problems[0].hint.as_deref(), hint);
        }
    }

    #[test]
    fn keys_of_an_action_are_listed_letters_first() {
        let (map, _) = KeyMap::build(&[vec![
            binding("Ctrl-o", "jump-back"),
            binding("PgUp", "jump-back"),
            binding("H", "jump-back"),
            binding("]d", "jump-back"),
        ]]);
        let keys: Vec<String> = map
            .keys_of(Mode::Reading, Action::JumpBack)
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(keys, ["H", "]d", "PgUp", "Ctrl-o"]);
    }
}
