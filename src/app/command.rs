//! The command line: actions by name, some with an argument.

use super::articles::entity_meant;
use super::{App, Effect, Notice, Popup};
use crate::config::{Action, unknown_action};

/// Commands that a reader's fingers know, and the actions they are.
const SHORT: [(&str, Action); 5] = [
    ("q", Action::Quit),
    ("q!", Action::Quit),
    ("quit!", Action::Quit),
    ("h", Action::Help),
    ("$", Action::Bottom),
];

/// Returns the actions that what is typed may mean: those that begin so, then those that have it elsewhere in their name.
pub(super) fn completions(written: &str) -> Vec<Action> {
    let name = written.trim_start();
    if name.contains(' ') {
        return Vec::new();
    }
    let on_command_line = |action: &Action| action.applies() != crate::config::Applies::Typing;
    let mut found: Vec<Action> = Action::ALL
        .iter()
        .copied()
        .filter(on_command_line)
        .filter(|action| action.name().contains(name))
        .collect();
    found.sort_by_key(|action| !action.name().starts_with(name));
    found
}

/// Carries out what was typed: an action's name or the start of only one, a line number, or a name and its argument.
pub(super) fn run(app: &mut App, written: &str, chosen: Option<Action>) -> Vec<Effect> {
    let written = written.trim();
    if let Some(action) = chosen {
        return super::act::act(app, action, None);
    }
    if written.is_empty() {
        return Vec::new();
    }
    if let Ok(line) = written.parse::<usize>() {
        return super::act::act(app, Action::Top, Some(line));
    }
    let (name, argument) = written.split_once(' ').unwrap_or((written, ""));
    match (action_meant(name), argument.trim()) {
        (Some(action), "") => super::act::act(app, action, None),
        (Some(action), argument) => run_with(app, action, argument),
        (None, _) => {
            let problem = unknown_action(name);
            let hint = problem
                .hint
                .map(|hint| format!(" ({hint})"))
                .unwrap_or_default();
            app.notice = Some(Notice::failed(format!("{}{hint}", problem.message)));
            Vec::new()
        }
    }
}

fn action_meant(name: &str) -> Option<Action> {
    let short = SHORT
        .iter()
        .find(|(short, _)| *short == name)
        .map(|&(_, action)| action);
    let exact = Action::named(name);
    short.or(exact).or_else(|| {
        let mut begin = completions(name)
            .into_iter()
            .filter(|action| action.name().starts_with(name));
        match (begin.next(), begin.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    })
}

/// Carries out an action on what is named after it.
fn run_with(app: &mut App, action: Action, argument: &str) -> Vec<Effect> {
    if action == Action::Search {
        let top = app.page.visible().start;
        app.finish_search(argument, top);
        return Vec::new();
    }
    if action == Action::FilterArticles {
        return app.filter(argument);
    }
    if action != Action::Follow && action != Action::Open {
        app.notice = Some(Notice::failed(format!(
            "{} takes no argument",
            action.name()
        )));
        return Vec::new();
    }
    let Some(entity) = entity_meant(&app.library, argument) else {
        app.notice = Some(Notice::failed(format!(
            "no entity `{argument}` is mentioned here"
        )));
        return Vec::new();
    };
    if action == Action::Open {
        app.open_card(Some(entity));
    } else {
        let id = app.library.snapshot.gazetteer.entity(entity).id.clone();
        app.follow.set(Some(id), &app.library);
    }
    Vec::new()
}

impl App {
    /// Completes the line: goes to the next of the actions that a command may be, or to the next row of a picker.
    pub(super) fn complete(&mut self) {
        let Some(Popup::Prompt(prompt)) = self.popups.last_mut() else {
            self.go(super::Motion::By(1));
            return;
        };
        let n = prompt.completions.len();
        if n == 0 {
            return;
        }
        if prompt.chosen {
            prompt.rows.selected = (prompt.rows.selected + 1) % n;
        }
        prompt.chosen = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_of_a_name_comes_before_its_middle() {
        let names = |written: &str| -> Vec<&str> {
            completions(written)
                .iter()
                .map(|action| action.name())
                .collect()
        };
        assert_eq!(names("prob"), ["problems"]);
        assert_eq!(names("entry"), ["entry", "edit-entry"]);
        assert_eq!(names("cursor"), [""; 0]);
    }

    #[test]
    fn a_start_that_only_one_name_has_is_enough() {
        assert_eq!(action_meant("prob"), Some(Action::Problems));
        assert_eq!(action_meant("quit"), Some(Action::Quit));
        assert_eq!(action_meant("next"), None);
        assert_eq!(action_meant("q"), Some(Action::Quit));
    }
}
