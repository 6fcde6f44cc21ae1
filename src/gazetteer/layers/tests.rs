use super::super::{AliasClass, CaseRule, Entity, Gazetteer, Layer, SlotClass, SourceFile};
use crate::corpus::Date;
use crate::diagnostic::Diagnostic;

const WHOLE: &str = include_str!("../../../tests/data/gazetteer.toml");

/// Loads texts as files of the layers in turn: bundled, user, project, given.
pub(super) fn load(texts: &[&str]) -> (Gazetteer, Vec<Diagnostic>) {
    let layers = [Layer::Bundled, Layer::User, Layer::Project, Layer::Given];
    let files = texts
        .iter()
        .zip(layers)
        .enumerate()
        .map(|(index, (text, layer))| {
            let path = format!("{index}.toml").into();
            (SourceFile { path, layer }, (*text).to_owned())
        });
    Gazetteer::load(files.collect())
}

pub(super) fn entity<'g>(gazetteer: &'g Gazetteer, id: &str) -> &'g Entity {
    gazetteer.entity(
        gazetteer
            .by_id(id)
            .unwrap_or_else(|| panic!("{id} is not there")),
    )
}

pub(super) fn forms(entity: &Entity, class: AliasClass, language: &str) -> Vec<String> {
    let in_language = |alias: &&super::Alias| {
        alias.language.map_or("*".to_owned(), |l| l.to_string()) == language
    };
    let of_class = entity.aliases.iter().filter(|alias| alias.class == class);
    of_class
        .filter(in_language)
        .map(|alias| alias.form.clone())
        .collect()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_whole_format_loads() {
    let (gazetteer, complaints) = load(&[WHOLE]);
    assert_eq!(complaints, []);
    assert_eq!(gazetteer.asof, Some(day("2026-11-22")));
    let kinds: Vec<_> = gazetteer
        .kinds
        .iter()
        .map(|kind| (kind.id.as_str(), kind.hidden))
        .collect();
    assert_eq!(
        kinds,
        [
            ("leader", false),
            ("state", false),
            ("organisation", false),
            ("office", false),
            ("other", true),
            ("company", false)
        ]
    );
    let nato = entity(&gazetteer, "nato");
    assert_eq!(
        forms(nato, AliasClass::Acronym, "*"),
        ["NATO", "OTAN", "НАТО"]
    );
    assert_eq!(forms(nato, AliasClass::Short, "fr"), ["l'alliance"]);
    assert_eq!(
        forms(nato, AliasClass::Mask, "en"),
        ["NATO phonetic alphabet", "the alliance between"]
    );
    let russia = entity(&gazetteer, "russia");
    assert_eq!(forms(russia, AliasClass::Name, "ru").len(), 4 + 13 * 4 + 1);
    assert_eq!(
        (russia.code.as_deref(), russia.qid.as_deref()),
        (Some("RU"), Some("Q159"))
    );
    assert_eq!(gazetteer.masks.len(), 2);
    let order: Vec<_> = gazetteer
        .entities
        .iter()
        .take(3)
        .map(|entity| entity.id.as_str())
        .collect();
    assert_eq!(
        order,
        ["nato", "russia", "ukraine"],
        "entities come in the order of the file"
    );
}

#[test]
fn classes_and_entries_bind_their_letters() {
    let (gazetteer, _) = load(&[WHOLE]);
    let case = |id: &str, form: &str| {
        let aliases = &entity(&gazetteer, id).aliases;
        aliases
            .iter()
            .find(|alias| alias.form == form)
            .unwrap()
            .case
    };
    assert_eq!(case("nato", "NATO"), CaseRule::Exact);
    assert_eq!(case("nato", "Nato"), CaseRule::Capitals);
    assert_eq!(case("ukraine", "Kyiv"), CaseRule::Any);
    assert_eq!(case("ukraine", "Kiev"), CaseRule::Capitals);
}

#[test]
fn solo_and_shared_mark_the_forms_they_list() {
    let (gazetteer, _) = load(&[WHOLE]);
    let marked = |id: &str| -> Vec<(String, bool, bool)> {
        let aliases = entity(&gazetteer, id).aliases.iter();
        aliases
            .filter(|a| a.solo || a.shared)
            .map(|a| (a.form.clone(), a.solo, a.shared))
            .collect()
    };
    assert_eq!(
        marked("united-states"),
        [("Washington".to_owned(), true, false)]
    );
    assert_eq!(marked("belgium"), [("Brussels".to_owned(), false, true)]);
    assert_eq!(marked("nato"), []);
}

#[test]
fn an_entity_without_forms_has_its_name() {
    let (gazetteer, _) = load(&[WHOLE]);
    assert_eq!(
        forms(
            entity(&gazetteer, "george-washington"),
            AliasClass::Name,
            "*"
        ),
        ["George Washington"]
    );
    let (gazetteer, _) =
        load(&["schema = 1\n[leader.x]\nname = \"X {Y}\"\nnot = \"X {Y} Street\"\n"]);
    assert_eq!(
        forms(entity(&gazetteer, "x"), AliasClass::Name, "*"),
        ["X {Y}"],
        "a name is no pattern"
    );
}

#[test]
fn offices_have_patterns_roles_and_holders() {
    let (gazetteer, _) = load(&[WHOLE]);
    let president = entity(&gazetteer, "us-president");
    assert_eq!(president.name, "US president");
    assert_eq!(forms(president, AliasClass::Role, "*"), ["POTUS"]);
    let office = president.office.as_ref().unwrap();
    assert_eq!(gazetteer.entity(office.of).id, "united-states");
    let patterns: Vec<_> = gazetteer.patterns(office).collect();
    assert_eq!(patterns.len(), 4 + 2 + 12 + 1);
    let last = patterns.last().unwrap();
    assert_eq!(
        (last.before.as_str(), last.slot, last.after.as_str()),
        ("", SlotClass::Adjective, " head of state")
    );
    let holder = |on: &str| {
        let who = office.holder_on(day(on)).unwrap().who;
        gazetteer.entity(who).id.as_str()
    };
    assert_eq!(
        ["2018-05-01", "2022-05-01", "2025-01-19", "2025-01-20"].map(holder),
        ["trump", "biden", "biden", "trump"]
    );

    let secretary = entity(&gazetteer, "nato-secretary-general");
    assert_eq!(secretary.name, "NATO secretary general");
    assert_eq!(forms(secretary, AliasClass::Role, "en"), ["head of NATO"]);
    let office = secretary.office.as_ref().unwrap();
    assert_eq!(gazetteer.patterns(office).count(), 4);
    assert!(office.holders[0].acting);
    assert_eq!(office.holder_on(day("2024-10-01")), None);
}

#[test]
fn a_later_layer_extends_drops_and_switches_off() {
    let mine = "schema = 1\nasof = 2027-01-01\n[organisation.nato]\nname = \"Alliance\"\nacronyms = \"ناتو\"\n\
        drop = [\"Otan\", \"l'alliance\"]\n[leader.biden]\ndisabled = true\n[leader.gazprom]\n[kinds.state]\ncolor = \"red\"\n\
        [kinds.other]\ndisabled = true\n[state.united-states]\ndrop.fr = \"américain{@fr}\"\nshort = \"the States\"\n";
    let (gazetteer, complaints) = load(&[WHOLE, mine]);
    assert_eq!(complaints, []);
    assert_eq!(gazetteer.asof, Some(day("2027-01-01")));
    let nato = entity(&gazetteer, "nato");
    assert_eq!(
        (nato.name.as_str(), nato.qid.as_deref()),
        ("Alliance", Some("Q7184"))
    );
    assert_eq!(
        forms(nato, AliasClass::Acronym, "*"),
        ["NATO", "OTAN", "НАТО", "ناتو"]
    );
    assert_eq!(forms(nato, AliasClass::Name, "*"), ["Nato"]);
    assert_eq!(forms(nato, AliasClass::Short, "fr"), [""; 0]);
    assert_eq!(
        forms(
            entity(&gazetteer, "united-states"),
            AliasClass::Adjective,
            "fr"
        ),
        [""; 0]
    );
    assert_eq!(gazetteer.by_id("biden"), None);
    assert_eq!(gazetteer.by_id("george-washington"), None);
    let gazprom = gazetteer.by_id("gazprom").unwrap();
    assert_eq!(
        gazetteer.kind_of(gazprom).id,
        "leader",
        "a later layer changes the kind"
    );
    assert_eq!(gazetteer.kinds[1].color.as_deref(), Some("red"));
    let added = nato
        .aliases
        .iter()
        .find(|alias| alias.form == "ناتو")
        .unwrap();
    assert_eq!(
        (added.origin.file, added.origin.line, added.origin.column),
        (1, 5, 12)
    );
}

#[test]
fn nobody_holds_the_office_while_its_holder_is_switched_off() {
    let (gazetteer, _) = load(&[WHOLE, "schema = 1\n[leader.biden]\ndisabled = true\n"]);
    let office = entity(&gazetteer, "us-president").office.as_ref().unwrap();
    assert_eq!(
        office.holder_on(day("2022-05-01")),
        None,
        "least of all the one before"
    );
    assert!(office.holder_on(day("2021-01-19")).is_some());
}

#[test]
fn replace_forgets_the_earlier_layers() {
    let mine = "schema = 1\n[state.russia]\nreplace = true\nname = \"Rossiya\"\n[state.ukraine]\nreplace = true\n";
    let (gazetteer, complaints) = load(&[WHOLE, mine]);
    let russia = entity(&gazetteer, "russia");
    assert_eq!(
        (
            russia.name.as_str(),
            russia.qid.as_deref(),
            russia.aliases.len()
        ),
        ("Rossiya", None, 1)
    );
    assert_eq!(gazetteer.by_id("ukraine"), None);
    assert_eq!(complaints.len(), 1);
    assert_eq!(
        complaints[0].one_line(),
        "1.toml:5:8: `ukraine` has no `name`"
    );
}

#[test]
fn holders_of_layers_are_merged_by_their_first_day() {
    let mine = "schema = 1\n[office.us-president]\nholders = [\n{ who = \"stoltenberg\", from = 2025-01-20 },\n\
        { who = \"obama\", from = 2029-01-20 },\n]\n";
    let (gazetteer, complaints) = load(&[WHOLE, mine]);
    assert_eq!(complaints, []);
    let holders = &entity(&gazetteer, "us-president")
        .office
        .as_ref()
        .unwrap()
        .holders;
    let who: Vec<_> = holders
        .iter()
        .map(|holder| gazetteer.entity(holder.who).id.as_str())
        .collect();
    assert_eq!(who, ["obama", "trump", "biden", "stoltenberg", "obama"]);
}

#[test]
fn a_file_s_own_endings_come_first() {
    let bundled =
        "schema = 1\n[endings]\ne = [\"\", \"x\"]\n[state.a]\nname = \"A\"\nnames = \"Aa{@e}\"\n";
    let mine = "schema = 1\n[endings]\ne = [\"y\"]\n[state.b]\nname = \"B\"\nnames = \"Bb{@e}\"\n";
    let third = "schema = 1\n[state.c]\nname = \"C\"\nnames = \"Cc{@e}\"\n";
    let (gazetteer, complaints) = load(&[bundled, mine, third]);
    assert_eq!(complaints, []);
    let names = |id| forms(entity(&gazetteer, id), AliasClass::Name, "*");
    assert_eq!(
        (names("a"), names("b"), names("c")),
        (
            vec!["Aa".into(), "Aax".into()],
            vec!["Bby".into()],
            vec!["Ccy".into()]
        )
    );
}

#[test]
fn an_unknown_id_of_a_later_layer_is_asked_back() {
    let (_, complaints) = load(&[WHOLE, "schema = 1\n[organisation.natoo]\nnames = \"X\"\n"]);
    assert_eq!(
        complaints[0].message,
        "`natoo` has no `name`, and no earlier layer knows it"
    );
    assert_eq!(complaints[0].hint.as_deref(), Some("did you mean `nato`?"));
}

#[test]
fn a_flood_of_complaints_is_cut_and_counted() {
    let mut text = "schema = 1\n[state.a]\nname = \"A\"\nnames = [".to_owned();
    text.push_str(&"\"{\", ".repeat(1_000));
    text.push_str("]\n");
    let (_, complaints) = load(&[&text]);
    assert_eq!(complaints.len(), 201);
    assert_eq!(
        complaints[200].message,
        "800 more complaints about this file"
    );
}
