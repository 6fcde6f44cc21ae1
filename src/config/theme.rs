//! A theme: how each role looks, as plain data.

/// A colour of the sixteen that every terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ansi {
    /// 0
    Black,
    /// 1
    Red,
    /// 2
    Green,
    /// 3
    Yellow,
    /// 4
    Blue,
    /// 5
    Magenta,
    /// 6
    Cyan,
    /// 7
    White,
    /// 8
    BrightBlack,
    /// 9
    BrightRed,
    /// 10
    BrightGreen,
    /// 11
    BrightYellow,
    /// 12
    BrightBlue,
    /// 13
    BrightMagenta,
    /// 14
    BrightCyan,
    /// 15
    BrightWhite,
}

impl Ansi {
    /// All sixteen with the names they are written by, in the order of their numbers.
    pub const NAMED: [(&'static str, Self); 16] = [
        ("black", Self::Black),
        ("red", Self::Red),
        ("green", Self::Green),
        ("yellow", Self::Yellow),
        ("blue", Self::Blue),
        ("magenta", Self::Magenta),
        ("cyan", Self::Cyan),
        ("white", Self::White),
        ("bright-black", Self::BrightBlack),
        ("bright-red", Self::BrightRed),
        ("bright-green", Self::BrightGreen),
        ("bright-yellow", Self::BrightYellow),
        ("bright-blue", Self::BrightBlue),
        ("bright-magenta", Self::BrightMagenta),
        ("bright-cyan", Self::BrightCyan),
        ("bright-white", Self::BrightWhite),
    ];
}

/// A colour, with what stands for it on a terminal of sixteen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, green, blue, if the theme gives them.
    pub rgb: Option<[u8; 3]>,
    /// The colour of sixteen; for a colour given by red, green and blue only, the nearest.
    pub ansi: Ansi,
}

/// The line under a text. A terminal without the shape draws a plain line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Underline {
    /// No line.
    #[default]
    None,
    /// One line.
    Single,
    /// Two lines.
    Double,
    /// A wave.
    Curly,
    /// Dots.
    Dotted,
    /// Dashes.
    Dashed,
}

/// How a role looks. What is not set is as beneath it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// Colour of the letters.
    pub fg: Option<Color>,
    /// Colour behind them.
    pub bg: Option<Color>,
    /// Bold.
    pub bold: bool,
    /// Faint.
    pub dim: bool,
    /// Italic.
    pub italic: bool,
    /// Letters and background exchanged.
    pub reverse: bool,
    /// The line under it.
    pub underline: Underline,
}

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
    BorderFocus "border.focus" "The frame of the pane that the keys go to."
    Dim "dim" "What matters less."
    Marker "marker" "What stands for a character that a terminal must not see."
    Error "error" "An error."
    Warning "warning" "A warning."
}

/// How every role looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub(super) looks: Vec<Look>,
}

impl Theme {
    /// Returns how a role looks.
    pub fn look(&self, role: Role) -> Look {
        self.looks.get(role as usize).copied().unwrap_or_default()
    }
}
