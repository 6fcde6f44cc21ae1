//! The table of keys, as help, `config keys` and the README print it.

use std::fmt::Write as _;

use super::{Action, Applies, Group, KeyMap, KeySequence, Mode};

/// An action and its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    /// Which action.
    pub action: Action,
    /// Its keys, the handiest first; none where it has only its name.
    pub keys: Vec<KeySequence>,
}

impl KeyMap {
    /// Returns every action of a group with its keys, in the order of the table of actions.
    pub fn rows(&self, group: Group) -> Vec<KeyRow> {
        let actions = Action::ALL.iter().copied();
        let rows = actions
            .filter(|action| action.group() == group)
            .map(|action| {
                let typing = action.applies() == Applies::Typing;
                let mode = if typing { Mode::Typing } else { Mode::Reading };
                KeyRow {
                    action,
                    keys: self.keys_of(mode, action),
                }
            });
        rows.collect()
    }

    /// Returns the keys as tables of Markdown, one for each group.
    ///
    /// ```
    /// let keys = ibid::config::Config::default().keys;
    /// assert!(keys.markdown().contains("| `n` | `next-mention` | Go to the next mention"));
    /// ```
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for group in Group::ALL {
            if !out.is_empty() {
                out.push('\n');
            }
            // Writing into a string does not fail.
            let _ = writeln!(
                out,
                "### {}\n\n| keys | name | |\n|---|---|---|",
                group.title()
            );
            for row in self.rows(group) {
                let keys: Vec<String> = row.keys.iter().map(code).collect();
                let (name, sentence) = (row.action.name(), row.action.sentence());
                let _ = writeln!(out, "| {} | `{name}` | {sentence} |", keys.join(" "));
            }
        }
        out
    }
}

/// Returns keys as code of Markdown; a bar would end the cell.
fn code(keys: &KeySequence) -> String {
    format!("`{}`", keys.to_string().replace('|', "\\|"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn every_action_is_in_the_table_once() {
        let keys = Config::default().keys;
        let rows: Vec<KeyRow> = Group::ALL
            .iter()
            .flat_map(|&group| keys.rows(group))
            .collect();
        let listed: Vec<Action> = rows.iter().map(|row| row.action).collect();
        assert_eq!(listed, Action::ALL);
        let markdown = keys.markdown();
        for action in Action::ALL {
            assert_eq!(
                markdown
                    .matches(&format!("| `{}` |", action.name()))
                    .count(),
                1
            );
        }
    }
}
