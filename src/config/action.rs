//! The one table of actions: name, sentence, where it applies.
//!
//! Help, the command line, the hint row, the README's key table and `config keys` are printed from it. The functions stand in `app`;
//! the table stands here so that a misspelt action in a key map is found without a reader running.

/// Where an action means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Applies {
    /// In every pane.
    Everywhere,
    /// Over the page, with no other pane in front.
    Page,
    /// In panes that are lists of rows.
    Lists,
    /// In a line that is being typed.
    Typing,
}

impl Applies {
    /// Returns the words for "applies …".
    pub const fn describe(self) -> &'static str {
        match self {
            Self::Everywhere => "everywhere",
            Self::Page => "on the page",
            Self::Lists => "in lists",
            Self::Typing => "while typing",
        }
    }
}

/// What an action is about; help and the key table are grouped by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Moving through the text or a list.
    Moving,
    /// From mention to mention.
    Mentions,
    /// From article to article.
    Articles,
    /// Looking closer.
    Looking,
    /// Finding.
    Finding,
    /// How the screen looks.
    Screen,
    /// The program itself.
    Program,
    /// Editing a line.
    Typing,
}

impl Group {
    /// All groups in the order they are listed.
    pub const ALL: [Self; 8] = [
        Self::Moving,
        Self::Mentions,
        Self::Articles,
        Self::Looking,
        Self::Finding,
        Self::Screen,
        Self::Program,
        Self::Typing,
    ];

    /// Returns its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Moving => "Moving",
            Self::Mentions => "Mentions",
            Self::Articles => "Articles",
            Self::Looking => "Looking closer",
            Self::Finding => "Finding",
            Self::Screen => "Screen",
            Self::Program => "Program",
            Self::Typing => "While typing",
        }
    }
}

macro_rules! actions {
    ($($group:ident { $($action:ident $name:literal $place:ident $word:literal $sentence:literal)* })*) => {
        /// Something a reader can do, by key or by name.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $($(#[doc = $sentence] $action,)*)*
        }

        impl Action {
            /// All actions, by group.
            pub const ALL: &'static [Self] = &[$($(Self::$action,)*)*];

            /// Returns the name used in key maps and on the command line.
            pub const fn name(self) -> &'static str {
                match self { $($(Self::$action => $name,)*)* }
            }

            /// Returns one sentence that says what it does.
            pub const fn sentence(self) -> &'static str {
                match self { $($(Self::$action => $sentence,)*)* }
            }

            /// Returns the word or two that stand beside its key in the hint row.
            pub const fn word(self) -> &'static str {
                match self { $($(Self::$action => $word,)*)* }
            }

            /// Returns where it applies.
            pub const fn applies(self) -> Applies {
                match self { $($(Self::$action => Applies::$place,)*)* }
            }

            /// Returns what it is about.
            pub const fn group(self) -> Group {
                match self { $($(Self::$action => Group::$group,)*)* }
            }
        }
    };
}

actions! {
    Moving {
        LineDown "line-down" Everywhere "down" "Go down a line or a row."
        LineUp "line-up" Everywhere "up" "Go up a line or a row."
        HalfPageDown "half-page-down" Everywhere "half down" "Go down half a page."
        HalfPageUp "half-page-up" Everywhere "half up" "Go up half a page."
        PageDown "page-down" Everywhere "page down" "Go down a page."
        PageUp "page-up" Everywhere "page up" "Go up a page."
        Top "top" Everywhere "top" "Go to the top; with a count, to that line of the article or row of the list."
        Bottom "bottom" Everywhere "bottom" "Go to the bottom; with a count, to that line of the article or row of the list."
        NextParagraph "next-paragraph" Page "paragraph" "Go to the next paragraph."
        PreviousParagraph "previous-paragraph" Page "paragraph back" "Go back to the start of the paragraph, or of the one before."
        CentreMention "centre-mention" Page "centre" "Put the current mention in the middle of the page."
    }
    Mentions {
        NextMentionHere "next-mention-here" Page "mention" "Go to the next mention of anyone in this article."
        PreviousMentionHere "previous-mention-here" Page "mention back" "Go to the previous mention of anyone in this article."
        Follow "follow" Everywhere "follow" "Follow the entity under the cursor or in the row; if it is followed already, go to its next mention."
        FollowBack "follow-back" Everywhere "follow back" "Follow the entity under the cursor or in the row; if it is followed already, go to its previous mention."
        NextMention "next-mention" Page "next" "Go to the next mention of the followed entity, through all articles; while a search is on, to the next place found."
        PreviousMention "previous-mention" Page "back" "Go to the previous mention of the followed entity, through all articles; while a search is on, to the previous place found."
        Unfollow "unfollow" Everywhere "unfollow" "Stop following."
    }
    Articles {
        NextArticle "next-article" Page "article" "Go to the next article, of those that the filter leaves."
        PreviousArticle "previous-article" Page "article back" "Go to the previous article, of those that the filter leaves."
        NextArticleWith "next-article-with" Page "article with it" "Go to the next article that mentions the followed entity."
        PreviousArticleWith "previous-article-with" Page "article with it, back" "Go to the previous article that mentions the followed entity."
        ToggleRead "toggle-read" Everywhere "read" "Mark this article as read, or as not read."
        JumpBack "jump-back" Page "jump back" "Go back to where the last jump started."
        JumpForward "jump-forward" Page "jump forward" "Go forward again along the jumps."
        JumpList "jump-list" Page "jumps" "List the places jumped from."
    }
    Looking {
        Open "open" Everywhere "open" "Open the card of the entity under the cursor; in a list, act on the row."
        Why "why" Page "why" "Say why the word under the cursor is lit, or why the nearest one is."
        Concordance "concordance" Everywhere "concordance" "List every mention of the entity in its context."
        NextOrder "next-order" Lists "order" "Order the rows of this pane another way."
        PreviousOrder "previous-order" Lists "order back" "Order the rows of this pane the way before."
        Entry "entry" Everywhere "entry" "Show the gazetteer's entry of the entity, each form with its place in the files."
        EditEntry "edit-entry" Everywhere "edit" "Open the gazetteer in your editor at the entry of the entity."
        Problems "problems" Everywhere "problems" "List the files that could not be read and the faults of the gazetteer and the settings."
    }
    Finding {
        PickEntity "pick-entity" Everywhere "entities" "Pick an entity to follow."
        PickArticle "pick-article" Everywhere "articles" "Pick an article to read."
        PickAnything "pick-anything" Everywhere "everything" "Pick an entity, an article or an action."
        Search "search" Page "search" "Search the article for text or a regular expression; capitals count only if you type one."
        FilterArticles "filter-articles" Everywhere "filter" "Keep only the articles that mention an entity or contain a text."
    }
    Screen {
        CycleLit "cycle-lit" Everywhere "lit" "Change what is lit: every mention, the followed entity only, nothing."
        CycleWidth "cycle-width" Everywhere "width" "Change the width of the text: 60, 72, 80, 100 columns, the whole pane."
        ToggleSides "toggle-sides" Everywhere "sides" "Show or hide the panes at the sides."
        NextPane "next-pane" Everywhere "pane" "Go to the next pane."
        PaneLeft "pane-left" Everywhere "pane left" "Go to the pane on the left."
        PaneRight "pane-right" Everywhere "pane right" "Go to the pane on the right."
        Redraw "redraw" Everywhere "redraw" "Draw the screen anew."
    }
    Program {
        CommandLine "command-line" Everywhere "command" "Type the name of an action."
        Help "help" Everywhere "keys" "Show the keys."
        Back "back" Everywhere "close" "Take one step back: close the pane in front, end the search, clear the filter, stop following."
        Close "close" Everywhere "close" "Close the pane in front; on the page, quit."
        Quit "quit" Everywhere "quit" "Quit now."
        Suspend "suspend" Everywhere "suspend" "Go back to the shell; `fg` returns."
    }
    Typing {
        Complete "complete" Typing "complete" "Complete what is typed."
        CursorLeft "cursor-left" Typing "left" "Go a character to the left."
        CursorRight "cursor-right" Typing "right" "Go a character to the right."
        CursorStart "cursor-start" Typing "start" "Go to the start of the line."
        CursorEnd "cursor-end" Typing "end" "Go to the end of the line."
        DeleteBack "delete-back" Typing "delete" "Delete the character to the left; in an empty line, close it."
        DeleteForward "delete-forward" Typing "delete right" "Delete the character to the right."
        DeleteWord "delete-word" Typing "delete word" "Delete the word to the left."
        DeleteLine "delete-line" Typing "delete line" "Delete the whole line."
    }
}

impl Action {
    /// Returns the action with a name.
    ///
    /// ```
    /// use ibid::config::Action;
    /// assert_eq!(Action::named("next-mention"), Some(Action::NextMention));
    /// assert_eq!(Action::named("next"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_used_once_and_every_sentence_is_one() {
        for &action in Action::ALL {
            assert_eq!(Action::named(action.name()), Some(action));
            assert!(action.sentence().ends_with('.'), "{}", action.name());
            assert!(
                action.sentence().starts_with(char::is_uppercase),
                "{}",
                action.name()
            );
            assert!(Group::ALL.contains(&action.group()));
        }
    }
}
