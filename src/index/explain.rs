//! Why a place is lit, or is not, in sentences.

use super::{DocIdx, Snapshot};
use crate::corpus::{Date, Document};
use crate::gazetteer::{Alias, AliasClass, AliasId, EntityId, Gazetteer, Holder, Office, Origin};
use crate::index::match_context;
use crate::matcher::{Explanation, Form, Matcher, Mention, Outcome, Reason, Rejection};
use crate::text::{Source, Span};

impl Snapshot {
    /// Returns why the text at a byte offset of a document is lit or not, a sentence or a fact a line.
    ///
    /// `matcher` has to be the one that the snapshot was made with. Costs a matching of the whole document.
    pub fn explain(&self, matcher: &Matcher, doc: DocIdx, offset: usize) -> Vec<String> {
        let document = self.document(doc);
        let explanations = matcher.explain(&document.text, match_context(document), offset);
        let teller = Teller {
            // Forms of languages that no article is in may stand there, too.
            gazetteer: &matcher.gazetteer(),
            document,
        };
        if explanations.is_empty() {
            return vec!["No form of the gazetteer stands here.".to_owned()];
        }
        let mut lines = Vec::new();
        for explanation in &explanations {
            if !lines.is_empty() {
                lines.push(String::new());
            }
            teller.tell(explanation, &mut lines);
        }
        lines
    }
}

/// Puts what the matcher considered into words.
struct Teller<'a> {
    gazetteer: &'a Gazetteer,
    document: &'a Document,
}

impl Teller<'_> {
    fn tell(&self, explanation: &Explanation, lines: &mut Vec<String>) {
        let surface = self.quote(explanation.span);
        let owner = explanation.alias.map_or_else(
            || "nobody".to_owned(),
            |alias| self.name(alias.entity).to_owned(),
        );
        match &explanation.outcome {
            Outcome::Mention(mention) => self.tell_mention(mention, lines),
            Outcome::Reading => lines.push(format!("{surface} may also be {owner}")),
            Outcome::Mask => lines.push(format!("{surface} is listed as no mention of {owner}")),
            Outcome::Rejected(rejection) => {
                lines.push(format!(
                    "{surface} is not {owner}: {}",
                    self.rejection(*rejection)
                ));
            }
            Outcome::OtherLanguage(language) => {
                let own = self.document.language.map_or_else(
                    || "is not known".to_owned(),
                    |own| format!("is {}", own.english_name()),
                );
                lines.push(format!(
                    "{surface} is not {owner}: the form is {}, and the article's language {own}",
                    language.english_name()
                ));
            }
        }
        if let (Some(alias), false) = (
            explanation.alias,
            matches!(explanation.outcome, Outcome::Mention(_)),
        ) {
            lines.push(self.form_line(alias));
        }
    }

    fn tell_mention(&self, mention: &Mention, lines: &mut Vec<String>) {
        lines.push(format!(
            "{} is {}  ({}, {})",
            self.quote(mention.span),
            self.name(mention.entity),
            mention.form.as_str(),
            mention.certainty.as_str()
        ));
        lines.push(format!("because  {}", self.reason(mention)));
        if let Some(office) = mention.office {
            self.tell_office(office, mention, lines);
        }
        if !mention.candidates.is_empty() {
            let others: Vec<&str> = mention
                .candidates
                .iter()
                .map(|&other| self.name(other))
                .collect();
            lines.push(format!("or       {}", others.join(", ")));
        }
        lines.push(self.form_line(mention.alias));
    }

    /// Tells the tenure, the date and where the date comes from.
    fn tell_office(&self, id: EntityId, mention: &Mention, lines: &mut Vec<String>) {
        let entity = self.gazetteer.entity(id);
        let Some(office) = &entity.office else {
            return;
        };
        let held = office
            .holders
            .iter()
            .position(|holder| holder.who == mention.entity && self.holds_on_date(office, holder));
        let (tenure, place) = match held {
            Some(position) => (
                format!(", {}", self.tenure(office, position)),
                office.holders[position].origin,
            ),
            None => (String::new(), entity.origin),
        };
        lines.push(format!(
            "office   {}{tenure}  {}",
            entity.name,
            self.place(place)
        ));
        lines.push(match self.document.dated {
            Some(dated) if dated.evidence.is_trustworthy() => {
                format!(
                    "date     {}, from {}",
                    dated.date,
                    dated.evidence.describe()
                )
            }
            Some(dated) => format!(
                "date     not known: {} is only the {} of the file",
                dated.date,
                dated.evidence.describe()
            ),
            None => "date     not known".to_owned(),
        });
    }

    fn holds_on_date(&self, office: &Office, holder: &Holder) -> bool {
        self.document.trusted_date().is_none_or(|date| {
            office
                .holder_on(date)
                .is_some_and(|on_date| on_date.from == holder.from)
        })
    }

    /// Returns `Joe Biden, 2021-01-20 to 2025-01-19`.
    fn tenure(&self, office: &Office, position: usize) -> String {
        let holder = &office.holders[position];
        let last: Option<Date> = holder.to.or_else(|| {
            office
                .holders
                .get(position + 1)
                .and_then(|next| next.from.yesterday().ok())
        });
        let until = last.map_or_else(|| "on".to_owned(), |last| format!("to {last}"));
        let acting = if holder.acting { ", acting" } else { "" };
        format!(
            "{} from {} {until}{acting}",
            self.name(holder.who),
            holder.from
        )
    }

    fn reason(&self, mention: &Mention) -> String {
        match mention.reason {
            Reason::Listed if mention.form == Form::Name => "the form is listed".to_owned(),
            Reason::Listed => format!("the form is listed as {}", mention.form.as_str()),
            Reason::Antecedent(span) => format!("the article also has {}", self.quote(span)),
            Reason::Title(span) => format!("the title {} stands before it", self.quote(span)),
            Reason::Locative(span) => format!("{} makes it a place", self.quote(span)),
            Reason::Dateline => "it opens a dateline".to_owned(),
            Reason::OnlyOneNamed => {
                "of those with this form the article names only this one elsewhere".to_owned()
            }
            Reason::Ambiguous => {
                "the form belongs to several, and the article does not decide".to_owned()
            }
            Reason::HolderOn(date) => format!("who held the office on {date}"),
            Reason::HolderNamed(span) => format!(
                "the only holder that the article names, {}",
                self.quote(span)
            ),
            Reason::NotHeldNow(span) => {
                format!("{} says that the office is not held now", self.quote(span))
            }
            Reason::HolderUnknown => "nothing tells who held the office".to_owned(),
        }
    }

    fn rejection(&self, rejection: Rejection) -> String {
        match rejection {
            Rejection::Case => "the form has other capitals".to_owned(),
            Rejection::Accent => "the form has other accents".to_owned(),
            Rejection::NoArticle => "the form needs its article before it".to_owned(),
            Rejection::Address => "it stands in an address".to_owned(),
            Rejection::CapitalsLine => {
                "a short acronym in a line of capitals may be a word".to_owned()
            }
            Rejection::Neighbour(span) => {
                format!("{} beside it makes another name", self.quote(span))
            }
            Rejection::Namesake(span) => {
                format!("the article gives the name to {}", self.quote(span))
            }
            Rejection::Hyphenated(span) => format!("a hyphen joins it to {}", self.quote(span)),
            Rejection::NoAntecedent => {
                "a short form, and the article has no longer name".to_owned()
            }
            Rejection::Masked(span) => format!("masked by {}", self.quote(span)),
            Rejection::Longer(span) => format!("{} is longer", self.quote(span)),
            Rejection::PlaceOfAnother => "the city is meant as a place".to_owned(),
            Rejection::AnotherNamed => "another reading has more for it in this article".to_owned(),
            Rejection::TitleOfName(span) => format!("it is the title of {}", self.quote(span)),
            Rejection::OtherOffice(span) => {
                format!("{} before it makes another office", self.quote(span))
            }
        }
    }

    /// Returns `form     “OTAN”, acronym, French  bundled:organisations.toml:12:9`.
    fn form_line(&self, id: AliasId) -> String {
        let alias = self.gazetteer.alias(id);
        format!(
            "form     “{}”, {}, {}  {}",
            alias.form,
            class_name(alias.class),
            language_name(alias),
            self.place(alias.origin)
        )
    }

    fn place(&self, origin: Origin) -> String {
        let file = self.gazetteer.files.get(origin.file as usize);
        let path = file.map_or_else(String::new, |file| file.path.display().to_string());
        format!("{path}:{}:{}", origin.line, origin.column)
    }

    fn name(&self, entity: EntityId) -> &str {
        &self.gazetteer.entity(entity).name
    }

    fn quote(&self, span: Span<Source>) -> String {
        let words: Vec<&str> = span
            .of(&self.document.text)
            .unwrap_or_default()
            .split_whitespace()
            .collect();
        format!("“{}”", words.join(" "))
    }
}

fn language_name(alias: &Alias) -> &str {
    alias
        .language
        .as_ref()
        .map_or("every language", |language| language.english_name())
}

/// Returns the words for the list that a form stands in.
fn class_name(class: AliasClass) -> &'static str {
    match class {
        AliasClass::Name => "name",
        AliasClass::Acronym => "acronym",
        AliasClass::Short => "short",
        AliasClass::Adjective => "adjective",
        AliasClass::Capital => "capital",
        AliasClass::Metonym => "metonym",
        AliasClass::Role => "title",
        AliasClass::Mask => "listed as no mention",
    }
}
