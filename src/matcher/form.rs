//! A form made ready for matching: its folded key, and what its letters ask of the text's.

use crate::gazetteer::{Alias, AliasClass, CaseRule, EntityId};
use crate::text::boundary::is_word_char;
use crate::text::fold::{Unit, units};

use super::lexicon::Lexicon;

/// An alias without its article, folded.
#[derive(Debug, Clone)]
pub(crate) struct CompiledForm {
    /// Whose alias it is, and which; a mask of the whole gazetteer has no entity.
    pub(crate) owner: Owner,
    pub(crate) class: AliasClass,
    pub(crate) solo: bool,
    pub(crate) is_leader: bool,
    /// The article it must stand behind, folded: "the" of "the Alliance".
    pub(crate) article: Option<Box<str>>,
    /// Whether it is one word, article and hyphenated parts not counted.
    pub(crate) is_one_word: bool,
    /// Length in characters.
    pub(crate) n_chars: u8,
    letters: Box<[Letter]>,
}

/// Who a form belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The `alias`-th alias of an entity.
    Entity { entity: EntityId, alias: u32 },
    /// The `usize`-th of the masks that belong to no entity.
    Everyone(u32),
}

/// What one folded letter of a form asks of the letter of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letter {
    case: LetterCase,
    marked: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LetterCase {
    Capital,
    Small,
    Either,
}

/// A letter or case that forbids a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Misfit {
    Case,
    Accent,
}

impl CompiledForm {
    /// Returns the folded key and the compiled form of an alias; `None` when nothing is left of it once folded.
    pub(crate) fn new(
        alias: &Alias,
        owner: Owner,
        is_leader: bool,
        lexicon: &Lexicon,
    ) -> Option<(String, Self)> {
        let (article, bare) = split_article(alias, lexicon);
        let units: Vec<Unit> = units(bare.trim(), 0).collect();
        let key: String = units.iter().map(|unit| unit.ch).collect();
        if !key.contains(is_word_char) {
            return None;
        }
        let bound = bound_words(&units);
        let letters = units
            .iter()
            .zip(&bound)
            .map(|(unit, &is_bound)| Letter {
                case: match alias.case {
                    CaseRule::Exact if unit.upper => LetterCase::Capital,
                    CaseRule::Exact if unit.ch.is_lowercase() => LetterCase::Small,
                    CaseRule::Capitals if unit.upper && is_bound => LetterCase::Capital,
                    CaseRule::Exact | CaseRule::Capitals | CaseRule::Any => LetterCase::Either,
                },
                marked: unit.marked,
            })
            .collect();
        let form = Self {
            owner,
            class: alias.class,
            solo: alias.solo,
            is_leader,
            article,
            is_one_word: !key.contains(' '),
            n_chars: u8::try_from(units.len()).ok()?,
            letters,
        };
        Some((key, form))
    }

    /// Returns what in the units of the text, as many as the form has letters, does not fit the form.
    pub(crate) fn misfit(&self, text: &[Unit]) -> Option<Misfit> {
        for (letter, unit) in self.letters.iter().zip(text) {
            // The text may lack an accent of the form, but not add one.
            if unit.marked && !letter.marked {
                return Some(Misfit::Accent);
            }
            match letter.case {
                LetterCase::Capital if !unit.upper => return Some(Misfit::Case),
                LetterCase::Small if unit.upper => return Some(Misfit::Case),
                LetterCase::Capital | LetterCase::Small | LetterCase::Either => {}
            }
        }
        None
    }

    /// Returns whether a text that begins with a small letter can be the form.
    pub(crate) fn may_begin_small(&self) -> bool {
        self.letters
            .first()
            .is_none_or(|letter| letter.case != LetterCase::Capital)
    }
}

/// Splits the article from a form such as `the Alliance`, `l'alliance`, `the Guardian`.
///
/// In `The Hague` the article is part of the name, and has a capital.
fn split_article<'a>(alias: &'a Alias, lexicon: &Lexicon) -> (Option<Box<str>>, &'a str) {
    let whole = (None, alias.form.as_str());
    if !matches!(
        alias.class,
        AliasClass::Short | AliasClass::Metonym | AliasClass::Role
    ) || alias.form.starts_with(char::is_uppercase)
    {
        return whole;
    }
    let Some((head, rest)) = first_word(&alias.form) else {
        return whole;
    };
    let article: String = units(head, 0).map(|unit| unit.ch).collect();
    if lexicon.article(&article).is_some() && !rest.trim().is_empty() {
        (Some(article.into()), rest)
    } else {
        whole
    }
}

/// Splits off the first word, with the apostrophe that ends it: `l'` of `l'Assemblée générale`.
fn first_word(form: &str) -> Option<(&str, &str)> {
    let at = form.find([' ', '\'', '’'])?;
    let end = at + form.get(at..)?.chars().next()?.len_utf8();
    Some((form.get(..end)?.trim_end(), form.get(end..)?))
}

/// Returns for each unit whether a capital there binds the text: all of a single word; of several words the first, and the next with a
/// capital if the first has three letters or fewer (`El Salvador`, `South africa` in a sloppy text).
fn bound_words(units: &[Unit]) -> Vec<bool> {
    let words: Vec<&[Unit]> = units.split(|unit| unit.ch == ' ').collect();
    let mut bound = Vec::with_capacity(units.len());
    let mut wants_next = true;
    for word in &words {
        let binds = wants_next
            && (words.len() == 1 || word.iter().any(|unit| unit.upper) || bound.is_empty());
        if binds {
            wants_next = word.len() <= 3;
        }
        bound.extend(std::iter::repeat_n(binds, word.len() + 1));
    }
    bound
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Origin;

    fn alias(form: &str, class: AliasClass, case: CaseRule) -> Alias {
        Alias {
            form: form.to_owned(),
            class,
            language: None,
            case,
            solo: false,
            shared: false,
            origin: Origin::default(),
        }
    }

    fn fits(alias: &Alias, text: &str) -> bool {
        let owner = Owner::Everyone(0);
        let (key, form) = CompiledForm::new(alias, owner, false, &Lexicon::default()).unwrap();
        let text: Vec<Unit> = units(text, 0).collect();
        assert_eq!(key, text.iter().map(|unit| unit.ch).collect::<String>());
        form.misfit(&text).is_none()
    }

    #[test]
    fn capitals_of_the_form_bind_the_text() {
        for (form, text, expected) in [
            ("Chile", "chile", false),
            ("Chile", "CHILE", true),
            ("américain", "Américain", true),
            ("Amnesty International", "Amnesty international", true),
            ("El Salvador", "El salvador", false),
            ("South Africa", "south Africa", false),
            ("NATO", "Nato", false),
        ] {
            assert_eq!(
                fits(&alias(form, AliasClass::Name, CaseRule::Capitals), text),
                expected,
                "{form} {text}"
            );
        }
    }

    #[test]
    fn the_first_word_ends_at_a_space_or_an_apostrophe() {
        for (form, expected) in [
            ("the Alliance", Some(("the", "Alliance"))),
            ("l'Assemblée générale", Some(("l'", "Assemblée générale"))),
            ("l’alliance", Some(("l’", "alliance"))),
            ("NATO", None),
        ] {
            assert_eq!(first_word(form), expected, "{form}");
        }
    }

    #[test]
    fn case_may_be_exact_or_any() {
        for (form, case, text, expected) in [
            ("WHO", CaseRule::Exact, "Who", false),
            ("WHO", CaseRule::Exact, "WHO", true),
            ("eBay", CaseRule::Exact, "EBay", false),
            ("Kyiv", CaseRule::Any, "kyiv", true),
        ] {
            assert_eq!(
                fits(&alias(form, AliasClass::Name, case), text),
                expected,
                "{form} {text}"
            );
        }
    }

    #[test]
    fn the_text_may_lack_an_accent_but_not_add_one() {
        for (form, text, expected) in [
            ("Erdoğan", "Erdogan", true),
            ("Erdoğan", "Erdog\u{306}an", true),
            ("Jordan", "Jordán", false),
            ("Élysée", "Elysee", true),
        ] {
            assert_eq!(
                fits(&alias(form, AliasClass::Name, CaseRule::Capitals), text),
                expected,
                "{form} {text}"
            );
        }
    }
}
