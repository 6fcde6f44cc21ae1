//! Keys pressed one after another: counts, sequences, and what may follow.

use crate::config::{Action, Key, KeyMap, KeySequence, Lookup, Mode};

/// The key map and what is half typed.
#[derive(Debug, Clone, Default)]
pub struct Keyboard {
    /// The key map in force.
    pub map: KeyMap,
    /// The count typed before a command.
    pub count: Option<usize>,
    /// The keys of a sequence typed so far.
    pub pending: Vec<Key>,
}

/// What a key came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// An action, with the count typed before it.
    Action(Action, Option<usize>),
    /// A character to be typed into a line.
    Type(char),
    /// Nothing yet: a count or a sequence is being typed.
    Waiting,
    /// Nothing: the keys are not bound.
    Unbound,
}

impl Keyboard {
    /// A hundred thousand: no count means more, and no loop runs longer.
    const COUNT_AT_MOST: usize = 100_000;

    /// Takes a key.
    pub fn press(&mut self, mode: Mode, key: Key) -> Press {
        let key = key.normalised();
        if mode == Mode::Reading && self.pending.is_empty() && self.take_digit(key) {
            return Press::Waiting;
        }
        let was_pending = !self.pending.is_empty() || self.count.is_some();
        if was_pending && key.code == crate::config::KeyCode::Esc {
            self.clear();
            return Press::Waiting;
        }
        self.pending.push(key);
        match self.map.lookup(mode, &self.pending) {
            Lookup::Pending => Press::Waiting,
            Lookup::Bound(action) => {
                let count = self.count;
                self.clear();
                Press::Action(action, count)
            }
            Lookup::Unbound => {
                let alone = self.pending.len() == 1;
                self.clear();
                match key.typed() {
                    Some(c) if mode == Mode::Typing && alone => Press::Type(c),
                    _ => Press::Unbound,
                }
            }
        }
    }

    fn take_digit(&mut self, key: Key) -> bool {
        let digit = key
            .typed()
            .and_then(|c| c.to_digit(10))
            .map(|digit| digit as usize);
        match (digit, self.count) {
            // A count does not begin with 0.
            (None, _) | (Some(0), None) => false,
            (Some(digit), count) => {
                let count = count.unwrap_or(0).saturating_mul(10).saturating_add(digit);
                self.count = Some(count.min(Self::COUNT_AT_MOST));
                true
            }
        }
    }

    /// Forgets what is half typed.
    pub fn clear(&mut self) {
        self.pending.clear();
        self.count = None;
    }

    /// Returns what is half typed, as shown in the status line: `5]`.
    pub fn half_typed(&self) -> String {
        let count = self
            .count
            .map(|count| count.to_string())
            .unwrap_or_default();
        format!("{count}{}", KeySequence(self.pending.clone()))
    }

    /// Returns the keys that may follow a sequence begun, with what they do.
    pub fn continuations(&self, mode: Mode) -> Vec<(KeySequence, Action)> {
        if self.pending.is_empty() {
            return Vec::new();
        }
        self.map.continuations(mode, &self.pending)
    }
}
