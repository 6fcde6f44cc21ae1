//! From strings to forms and title patterns: endings looked up, braces expanded, slots found.

use std::cell::Cell;
use std::collections::{BTreeMap, HashMap};

use crate::diagnostic::Diagnostic;

use super::super::expand::{ExpandError, Flaw, MAX_FORMS, expand};
use super::super::raw::{Placed, RawFile, RawForm};
use super::super::sheet::{At, Sheet};
use super::super::suggest::did_you_mean;
use super::super::{Alias, AliasClass, CaseRule, SlotClass, TitlePattern};

/// At most this many forms are kept: fourteen times those of 207 languages, and some 100 MB.
const MAX_ALL_FORMS: usize = 1_000_000;

/// The endings and titles of all files.
pub(super) struct Phrases {
    /// By name, the forms and the file of each declaration, in the order of the files.
    endings: HashMap<String, Vec<(u32, Vec<String>)>>,
    titles: BTreeMap<String, Vec<TitlePattern>>,
    left: Cell<usize>,
}

/// A title as it is written.
pub(super) enum Title {
    /// With a slot.
    Pattern(TitlePattern),
    /// Without one.
    Whole(Alias),
}

impl Phrases {
    /// Collects the endings and titles of all files.
    pub(super) fn collect(sheets: &[Sheet<'_>], raws: &[RawFile<'_>]) -> Self {
        let mut phrases = Self {
            endings: HashMap::new(),
            titles: BTreeMap::new(),
            left: Cell::new(MAX_ALL_FORMS),
        };
        for (sheet, raw) in sheets.iter().zip(raws) {
            for (name, forms) in &raw.endings {
                phrases.add_ending(sheet, name, forms);
            }
        }
        for (sheet, raw) in sheets.iter().zip(raws) {
            for (name, forms) in &raw.titles {
                let mut patterns = Vec::new();
                for form in forms {
                    phrases.titles_of(sheet, form, &mut |title| match title {
                        Title::Pattern(pattern) => patterns.push(pattern),
                        Title::Whole(_) => sheet.complain(form.at, || {
                            Diagnostic::error(
                                "a title has `<adj>` or `<name>` where the state or body is named",
                            )
                            .hint("a title without it goes under `titles` of its office")
                            .rule("bad-title")
                        }),
                    });
                }
                let known = phrases
                    .titles
                    .entry(name.text.as_ref().to_owned())
                    .or_default();
                known.extend(patterns);
            }
        }
        phrases
    }

    fn add_ending(&mut self, sheet: &Sheet<'_>, name: &Placed<'_>, forms: &[RawForm<'_>]) {
        let mut expanded = Vec::with_capacity(forms.len());
        for form in forms {
            if form.language.is_some() || form.case.is_some() {
                sheet.complain(form.at, || {
                    Diagnostic::error("endings are a plain list")
                        .hint("give each language a name of its own")
                        .rule("wrong-type")
                });
                return;
            }
            match expand(&form.text, |_| None) {
                Ok(forms) => expanded.extend(forms),
                Err(error) => self.complain(sheet, form, &error),
            }
        }
        if expanded.len() > MAX_FORMS {
            sheet.complain(name.at, || {
                Diagnostic::error(format!("more than {MAX_FORMS} endings")).rule("too-many-forms")
            });
            return;
        }
        let declared = self
            .endings
            .entry(name.text.as_ref().to_owned())
            .or_default();
        declared.push((sheet.index, expanded));
    }

    /// Returns the endings of a name as a file sees them: its own, else the last declared.
    fn endings(&self, file: u32, name: &str) -> Option<&[String]> {
        let declared = self.endings.get(name)?;
        let own = declared
            .iter()
            .rev()
            .find(|(declared_in, _)| *declared_in == file);
        own.or(declared.last()).map(|(_, forms)| forms.as_slice())
    }

    /// Returns whether there is a `[titles.T]`.
    pub(super) fn has_title(&self, name: &str) -> bool {
        self.titles.contains_key(name)
    }

    /// Returns the patterns of every `[titles.T]`.
    pub(super) fn into_titles(self) -> BTreeMap<String, Vec<TitlePattern>> {
        self.titles
    }

    /// Returns a hint at the nearest title.
    pub(super) fn title_hint(&self, name: &str) -> Option<String> {
        did_you_mean(name, self.titles.keys().map(String::as_str))
    }

    /// Returns the forms of a string, trimmed; complains of what is wrong with it.
    pub(super) fn forms(&self, sheet: &Sheet<'_>, raw: &RawForm<'_>) -> Vec<String> {
        let mut forms = match expand(&raw.text, |name| self.endings(sheet.index, name)) {
            Ok(forms) => forms,
            Err(error) => {
                self.complain(sheet, raw, &error);
                return Vec::new();
            }
        };
        for form in &mut forms {
            if form.starts_with(char::is_whitespace) || form.ends_with(char::is_whitespace) {
                *form = form.trim().to_owned();
            }
        }
        if forms
            .iter()
            .any(|form| !form.contains(char::is_alphanumeric))
        {
            sheet.complain(raw.at, || {
                Diagnostic::error("this makes a form without any letter or digit")
                    .hint("an alternate between braces may be empty, but not the whole form")
                    .rule("empty-form")
            });
            forms.retain(|form| form.contains(char::is_alphanumeric));
        }
        let left = self.left.get();
        if forms.len() > left {
            // Said where the last form that fits was written, and once.
            if left > 0 {
                sheet.complain(raw.at, || {
                    Diagnostic::error(format!("more than {MAX_ALL_FORMS} forms in all"))
                        .hint("the forms from here on are left out")
                        .rule("too-many-forms")
                });
            }
            self.left.set(0);
            return Vec::new();
        }
        self.left.set(left - forms.len());
        forms
    }

    /// Adds the forms of a string to a list of aliases.
    pub(super) fn aliases(
        &self,
        sheet: &Sheet<'_>,
        class: AliasClass,
        raw: &RawForm<'_>,
        aliases: &mut Vec<Alias>,
    ) {
        let forms = self.forms(sheet, raw);
        let origin = sheet.origin(raw.at);
        aliases.extend(forms.into_iter().map(|form| Alias {
            form,
            class,
            language: raw.language,
            case: raw.case.unwrap_or(default_case(class)),
            solo: false,
            shared: false,
            origin,
        }));
    }

    /// Hands the titles of a string to `push`: those with a slot and those without.
    pub(super) fn titles_of(
        &self,
        sheet: &Sheet<'_>,
        raw: &RawForm<'_>,
        push: &mut impl FnMut(Title),
    ) {
        let origin = sheet.origin(raw.at);
        for form in self.forms(sheet, raw) {
            let slot = match find_slot(&form) {
                Ok(slot) => slot,
                Err(message) => {
                    sheet.complain(raw.at, || Diagnostic::error(message).rule("bad-title"));
                    return;
                }
            };
            let language = raw.language;
            push(match slot {
                Some((before, slot, after)) => Title::Pattern(TitlePattern {
                    language,
                    before: before.to_owned(),
                    slot,
                    after: after.to_owned(),
                    origin,
                }),
                None => Title::Whole(Alias {
                    form,
                    class: AliasClass::Role,
                    language,
                    case: raw.case.unwrap_or_default(),
                    solo: false,
                    shared: false,
                    origin,
                }),
            });
        }
    }

    fn complain(&self, sheet: &Sheet<'_>, raw: &RawForm<'_>, error: &ExpandError) {
        sheet.complain(within(sheet, raw, error), || {
            let mut complaint = Diagnostic::error(error.to_string()).rule(match &error.flaw {
                Flaw::UnknownEnding(_) => "unknown-ending",
                Flaw::TooMany | Flaw::TooLong => "too-many-forms",
                Flaw::Unclosed
                | Flaw::Unopened
                | Flaw::Empty
                | Flaw::Backwards(_)
                | Flaw::TooDeep => "bad-braces",
            });
            complaint.hint = match &error.flaw {
                Flaw::UnknownEnding(name) => {
                    let mut known: Vec<&str> = self.endings.keys().map(String::as_str).collect();
                    known.sort_unstable();
                    did_you_mean(name, known)
                        .or_else(|| Some(format!("declare it under `[endings]`: `{name} = […]`")))
                }
                Flaw::TooMany => Some("write it as several strings".to_owned()),
                Flaw::Unclosed
                | Flaw::Unopened
                | Flaw::Empty
                | Flaw::Backwards(_)
                | Flaw::TooDeep
                | Flaw::TooLong => None,
            };
            complaint
        });
    }
}

/// Returns the place of a flaw in the file; the whole string where escapes make the two texts differ.
fn within(sheet: &Sheet<'_>, raw: &RawForm<'_>, error: &ExpandError) -> At {
    let written = raw.at.of(sheet.source.text()).unwrap_or_default();
    let quotes = written.len().saturating_sub(raw.text.len()) / 2;
    let inner = written.get(quotes..written.len().saturating_sub(quotes));
    if inner == Some(raw.text.as_ref()) {
        let start = raw.at.start + quotes;
        At::new(start + error.start, start + error.end)
    } else {
        raw.at
    }
}

const fn default_case(class: AliasClass) -> CaseRule {
    match class {
        AliasClass::Acronym => CaseRule::Exact,
        AliasClass::Name
        | AliasClass::Short
        | AliasClass::Adjective
        | AliasClass::Capital
        | AliasClass::Metonym
        | AliasClass::Role
        | AliasClass::Mask => CaseRule::Capitals,
    }
}

/// Returns what stands before the slot of a title, the slot, and what stands after it.
fn find_slot(form: &str) -> Result<Option<(&str, SlotClass, &str)>, String> {
    let Some((before, rest)) = form.split_once('<') else {
        return Ok(None);
    };
    let (slot, after) = rest.split_once('>').unwrap_or((rest, ""));
    let slot = match slot {
        "adj" => SlotClass::Adjective,
        "name" => SlotClass::Name,
        other => return Err(format!("`<{other}>` is neither `<adj>` nor `<name>`")),
    };
    if after.contains('<') {
        return Err("a title has one `<adj>` or `<name>`, not several".to_owned());
    }
    Ok(Some((before, slot, after)))
}
