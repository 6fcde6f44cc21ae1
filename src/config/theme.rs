//! A theme: how each role looks, as plain data.

use std::ops::Range;

use super::merge::{LayerText, Node, parse};
use super::{Look, nearest};
use crate::diagnostic::{Diagnostic, SourceText};

macro_rules! roles {
    ($($role:ident $name:literal $what:literal)*) => {
        /// What a part of the screen is, for a theme to give it a look.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role {
            $(#[doc = $what] $role,)*
        }

        impl Role {
            /// All roles.
            pub const ALL: &'static [Self] = &[$(Self::$role,)*];

            /// Returns the name used in theme files.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$role => $name,)* }
            }

            /// Returns what it is.
            pub const fn describe(self) -> &'static str {
                match self { $(Self::$role => $what,)* }
            }
        }
    };
}

roles! {
    PageText "page.text" "The text of an article."
    PageTitle "page.title" "The title of an article."
    PageFacts "page.facts" "Date, language, file and length beneath the title."
    MentionLeader "mention.leader" "A mention of a leader."
    MentionState "mention.state" "A mention of a state."
    MentionOrganisation "mention.organisation" "A mention of an organisation."
    MentionOffice "mention.office" "A mention of an office whose holder is not known."
    MentionOther "mention.other" "A mention of any other kind."
    MentionFollowed "mention.followed" "A mention of the followed entity, over its kind."
    MentionCurrent "mention.current" "The current mention, over all else."
    MentionUncertain "mention.uncertain" "A mention of one of several entities, over its kind."
    FormName "form.name" "A name in full, over its kind."
    FormAcronym "form.acronym" "An acronym, over its kind."
    FormShort "form.short" "A short name or a common noun standing for it, over its kind."
    FormAdjective "form.adjective" "An adjective, over its kind."
    FormMetonym "form.metonym" "A capital or another metonym, over its kind."
    FormPlace "form.place" "A capital or such meant as the place, over its kind."
    FormRole "form.role" "An office standing for its holder, over its kind."
    SearchFound "search.found" "A place that the search found."
    SearchCurrent "search.current" "The place found that the search stands at."
    ConcordanceKeyword "concordance.keyword" "The mention in the middle of a concordance line."
    ConcordanceContext "concordance.context" "The text on either side of it."
    HeaderText "header.text" "The line at the top of the screen."
    HeaderFollowed "header.followed" "The followed entity in that line."
    StatusText "status.text" "The line at the bottom of the screen."
    StatusNotice "status.notice" "A message in that line."
    StatusError "status.error" "An error in that line."
    StatusKey "status.key" "A key in that line."
    StripCell "strip.cell" "An article in the heat strip."
    StripHere "strip.here" "The article being read, in the heat strip."
    ListText "list.text" "A row of a list."
    ListRead "list.read" "The row of an article that was read."
    ListHeading "list.heading" "A heading in a list."
    ListCount "list.count" "A number in a list."
    ListMatched "list.matched" "The letters of a row that a picker matched."
    Selection "selection" "The selected row."
    Border "border" "Frames and lines between panes."
    BorderFocus "focus" "The frame of the pane that the keys go to."
    Dim "dim" "What matters less."
    Marker "marker" "What stands for a character that a terminal must not see."
    Error "error" "An error."
    Warning "warning" "A warning."
}

/// How every role looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    looks: Vec<Look>,
}

const DARK: &str = include_str!("../../assets/themes/dark.toml");
const LIGHT: &str = include_str!("../../assets/themes/light.toml");

impl Theme {
    /// Returns the bundled theme for dark terminals.
    pub fn dark() -> Self {
        Self::bundled("dark", DARK)
    }

    /// Returns the bundled theme for light terminals.
    pub fn light() -> Self {
        Self::bundled("light", LIGHT)
    }

    fn bundled(name: &str, text: &str) -> Self {
        let layer = LayerText {
            path: std::path::Path::new("bundled:themes").join(name),
            text: text.to_owned(),
        };
        let blank = Self {
            looks: vec![Look::default(); Role::ALL.len()],
        };
        Self::load(&layer, blank).0
    }

    /// Returns the theme that a file makes, laid over another one attribute by attribute, and what is wrong with it.
    ///
    /// A file may name what it is laid over: `base = "light"`.
    ///
    /// ```
    /// use ibid::config::{LayerText, Role, Theme};
    /// let text = "mention.state = { fg = [\"#5fafff\", \"blue\"], underline = \"double\" }".to_owned();
    /// let (theme, problems) = Theme::load(&LayerText { path: "my.toml".into(), text }, Theme::dark());
    /// assert!(problems.is_empty());
    /// assert_eq!(theme.look(Role::MentionState).fg.unwrap().rgb, Some([0x5f, 0xaf, 0xff]));
    /// ```
    pub fn load(layer: &LayerText, base: Self) -> (Self, Vec<Diagnostic>) {
        let source = SourceText::new(&layer.path, &layer.text);
        let root = match parse(&source, 0) {
            Ok(root) => root,
            Err(problem) => return (base, vec![problem]),
        };
        let mut loading = Loading {
            source: &source,
            theme: base,
            problems: Vec::new(),
        };
        if let Some(table) = root.table() {
            // The base first, wherever it stands.
            if let Some((_, node)) = table.get("base") {
                loading.base(node);
            }
            for (key, (span, node)) in table.iter().filter(|(key, _)| *key != "base") {
                loading.take(key, span, node);
            }
        }
        (loading.theme, loading.problems)
    }

    /// Returns how a role looks.
    pub fn look(&self, role: Role) -> Look {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }

    /// Returns the theme with bold, underlines and reverse only, as for `NO_COLOR`.
    #[must_use]
    pub fn without_colors(mut self) -> Self {
        for look in &mut self.looks {
            // A background told the part from what is around it; without colours reverse does.
            look.reverse |= look.bg.is_some();
            (look.fg, look.bg) = (None, None);
        }
        self
    }
}

struct Loading<'a> {
    source: &'a SourceText<'a>,
    theme: Theme,
    problems: Vec<Diagnostic>,
}

impl Loading<'_> {
    fn base(&mut self, node: &Node) {
        match node.text() {
            Some("dark") => self.theme = Theme::dark(),
            Some("light") => self.theme = Theme::light(),
            _ => {
                let complaint = Diagnostic::error("`base` takes \"dark\" or \"light\"");
                self.problems
                    .push(self.source.place(complaint, node.span.clone()));
            }
        }
    }

    /// Takes a role, or a table of roles that begin alike.
    fn take(&mut self, path: &str, key: &Range<usize>, node: &Node) {
        if let Some(&role) = Role::ALL.iter().find(|role| role.name() == path) {
            let look = &mut self.theme.looks[role as usize];
            let problems = look.read(node).into_iter();
            self.problems
                .extend(problems.map(|(problem, span)| self.source.place(problem, span)));
            return;
        }
        let group = format!("{path}.");
        match node.table() {
            Some(table) if Role::ALL.iter().any(|role| role.name().starts_with(&group)) => {
                for (name, (span, node)) in table {
                    self.take(&format!("{path}.{name}"), span, node);
                }
            }
            _ => {
                let mut complaint = Diagnostic::error(format!("unknown role `{path}`"));
                if let Some(known) = nearest(path, Role::ALL.iter().map(|role| role.name())) {
                    complaint = complaint.hint(format!("did you mean `{known}`?"));
                }
                self.problems
                    .push(self.source.place(complaint, key.clone()));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Ansi, Underline};

    fn load(text: &str) -> (Theme, Vec<String>) {
        let layer = LayerText {
            path: "my.toml".into(),
            text: text.to_owned(),
        };
        let (theme, problems) = Theme::load(&layer, Theme::dark());
        let lines = problems.iter().map(|problem| match &problem.hint {
            Some(hint) => format!("{} ({hint})", problem.one_line()),
            None => problem.one_line(),
        });
        (theme, lines.collect())
    }

    #[test]
    fn a_theme_is_laid_over_its_base_attribute_by_attribute() {
        let (theme, problems) =
            load("base = \"light\"\nmention.state.bold = true\n[mention.leader]\nfg = \"red\"\n");
        assert_eq!(problems, [""; 0]);
        let light = Theme::light();
        let (state, was) = (
            theme.look(Role::MentionState),
            light.look(Role::MentionState),
        );
        assert!(state.bold);
        assert_eq!((state.fg, state.underline), (was.fg, was.underline));
        assert_eq!(
            theme.look(Role::MentionLeader).fg.map(|color| color.ansi),
            Some(Ansi::Red)
        );
        assert_eq!(theme.look(Role::PageTitle), light.look(Role::PageTitle));
    }

    #[test]
    fn faults_have_a_place_and_a_remedy() {
        for (text, complaint) in [
            (
                "mention.sate.bold = true",
                "my.toml:1:9: unknown role `mention.sate` (did you mean `mention.state`?)",
            ),
            (
                "selection.fg = \"blu\"",
                "my.toml:1:16: unknown colour `blu` (did you mean `blue`?)",
            ),
            (
                "selection.fg = \"#12\"",
                "my.toml:1:16: unknown colour `#12` (colours are `#rrggbb` or one of the sixteen names)",
            ),
            (
                "selection.bold = 1",
                "my.toml:1:18: `bold` takes true or false",
            ),
            (
                "selection.blink = true",
                "my.toml:1:11: unknown attribute `blink`",
            ),
            (
                "selection.underline = \"wavy\"",
                "my.toml:1:23: unknown underline `wavy` (there are `none`, `single`, `double`, `curly`, `dotted`, `dashed`)",
            ),
            (
                "selection = 1",
                "my.toml:1:13: a role takes a table such as { fg = \"blue\", bold = true }",
            ),
            (
                "base = \"blue\"",
                "my.toml:1:8: `base` takes \"dark\" or \"light\"",
            ),
        ] {
            let (theme, problems) = load(text);
            assert_eq!(problems, [complaint], "{text}");
            assert_eq!(theme, Theme::dark(), "{text}");
        }
    }

    #[test]
    fn bundled_themes_are_without_fault_and_tell_nothing_by_colour_alone() {
        for (name, text) in [("dark", DARK), ("light", LIGHT)] {
            assert_eq!(load(text).1, [""; 0], "{name}");
            for role in Role::ALL {
                assert!(
                    text.contains(role.name()),
                    "{name} leaves out {}",
                    role.name()
                );
            }
        }
        for theme in [Theme::dark(), Theme::light()] {
            let plain = theme.without_colors();
            let distinct =
                |a: Role, b: Role| assert_ne!(plain.look(a), plain.look(b), "{a:?} {b:?}");
            distinct(Role::MentionCurrent, Role::MentionFollowed);
            distinct(Role::MentionFollowed, Role::PageText);
            distinct(Role::Selection, Role::ListText);
            distinct(Role::SearchFound, Role::SearchCurrent);
            for form in [
                Role::FormName,
                Role::FormAcronym,
                Role::FormAdjective,
                Role::FormMetonym,
                Role::FormRole,
            ] {
                assert_ne!(plain.look(form).underline, Underline::None, "{form:?}");
            }
        }
    }
}
