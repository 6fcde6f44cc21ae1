//! Every format there and back.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::{Alias, AliasClass, CaseRule, EntityId};
use super::*;

type Wanted = fn(&str, &Alias) -> bool;

fn exported(gazetteer: &Gazetteer, format: Format) -> Exported {
    let choice = Choice {
        label_is_entity: true,
        ..Choice::default()
    };
    export(gazetteer, &choice, &[], format).unwrap()
}

/// Writes a gazetteer in a format and reads it again, known to nobody.
fn there_and_back(gazetteer: &Gazetteer, format: Format) -> (Gazetteer, Vec<Diagnostic>) {
    let files: Vec<(PathBuf, Vec<u8>)> = exported(gazetteer, format)
        .files
        .into_iter()
        .map(|(name, text)| (name.into(), text.into_bytes()))
        .collect();
    let imported = import(&files, format, &Defaults::default(), &Gazetteer::default());
    (load(&imported.toml), imported.complaints)
}

type Facts<'g> = (String, String, Option<AliasClass>, String, String);

/// Returns who has which form; of it class and language only as far as a format carries them.
fn all_forms(
    gazetteer: &Gazetteer,
    has_class: bool,
    has_language: bool,
    wanted: impl Fn(&str, &Alias) -> bool,
) -> BTreeSet<Facts<'_>> {
    let mut all = BTreeSet::new();
    for (id, entity) in gazetteer.iter() {
        let kind = &gazetteer.kind_of(id).id;
        for alias in entity.aliases.iter().filter(|alias| wanted(kind, alias)) {
            let language = alias.language.filter(|_| has_language);
            all.insert((
                entity.id.clone(),
                kind.clone(),
                has_class.then_some(alias.class),
                language.map_or(String::new(), |language| language.to_string()),
                alias.form.to_lowercase(),
            ));
        }
    }
    all
}

#[test]
fn json_lines_say_everything() {
    let before = whole();
    let (after, complaints) = there_and_back(&before, Format::Jsonl);
    assert!(complaints.is_empty(), "{complaints:#?}");
    assert_eq!(after.asof, before.asof);
    let key = |alias: &Alias| {
        let case = alias.case == CaseRule::Any || alias.case == CaseRule::Exact;
        (
            alias.class,
            alias.language,
            alias.form.clone(),
            case,
            alias.solo,
            alias.shared,
        )
    };
    let keys = |aliases: &[Alias]| aliases.iter().map(key).collect::<BTreeSet<_>>();
    assert_eq!(keys(&after.masks), keys(&before.masks));
    let kinds = |gazetteer: &Gazetteer| {
        gazetteer
            .kinds
            .iter()
            .cloned()
            .map(|k| (k.id.clone(), k))
            .collect::<BTreeMap<_, _>>()
    };
    assert_eq!(kinds(&after), kinds(&before));
    assert_eq!(after.entities.len(), before.entities.len());
    for (id, entity) in before.iter() {
        let other_id = after.by_id(&entity.id).unwrap();
        let other = after.entity(other_id);
        assert_eq!(after.kind_of(other_id).id, before.kind_of(id).id);
        assert_eq!(
            (
                &other.name,
                &other.qid,
                &other.code,
                &other.note,
                &other.source
            ),
            (
                &entity.name,
                &entity.qid,
                &entity.code,
                &entity.note,
                &entity.source
            )
        );
        assert_eq!(keys(&other.aliases), keys(&entity.aliases), "{}", entity.id);
        let office = |gazetteer: &Gazetteer, id: EntityId| {
            let office = gazetteer.entity(id).office.as_ref()?;
            let name = |id| gazetteer.entity(id).id.clone();
            let titles: BTreeSet<_> = gazetteer
                .patterns(office)
                .map(|t| (t.language, t.before.clone(), t.slot, t.after.clone()))
                .collect();
            let holders = office.holders.iter();
            let holders: Vec<_> = holders
                .map(|h| (name(h.who), h.from, h.to, h.acting))
                .collect();
            Some((name(office.of), office.titles.clone(), titles, holders))
        };
        assert_eq!(
            office(&after, other_id),
            office(&before, id),
            "{}",
            entity.id
        );
    }
}

#[test]
fn what_a_list_carries_comes_back_from_it() {
    let before = whole();
    let is_mask = |alias: &Alias| alias.class == AliasClass::Mask;
    let is_condition = |alias: &Alias| is_mask(alias) || alias.class == AliasClass::Short;
    let no_office: Wanted = |kind, _| kind != "office";
    let table: [(Format, bool, bool, Wanted); 5] = [
        (Format::Csv, true, true, no_office),
        (Format::Tsv, true, true, no_office),
        (Format::Gate, true, true, |kind, alias| {
            !matches!(kind, "office" | "other") && alias.class != AliasClass::Mask
        }),
        (Format::Spacy, false, false, |kind, alias| {
            !matches!(kind, "office" | "other")
                && !matches!(alias.class, AliasClass::Mask | AliasClass::Short)
        }),
        (Format::Inception, false, false, |kind, alias| {
            !matches!(kind, "office" | "other")
                && !matches!(alias.class, AliasClass::Mask | AliasClass::Short)
        }),
    ];
    for (format, has_class, has_language, wanted) in table {
        let (after, _) = there_and_back(&before, format);
        let all = |gazetteer| all_forms(gazetteer, has_class, has_language, wanted);
        assert_eq!(all(&after), all(&before), "{}", format.name());
    }
    let (after, _) = there_and_back(&before, Format::JrcNames);
    let of_bodies = |gazetteer: &Gazetteer| -> BTreeSet<String> {
        let wanted = |kind: &str, alias: &Alias| {
            matches!(kind, "leader" | "organisation") && !is_condition(alias)
        };
        let all = all_forms(gazetteer, false, true, wanted);
        all.into_iter()
            .map(|(_, kind, _, language, form)| format!("{kind} {language} {form}"))
            .collect()
    };
    assert_eq!(of_bodies(&after), of_bodies(&before));
}

#[test]
fn an_export_tells_what_it_leaves_out_and_is_the_same_twice() {
    let gazetteer = whole();
    for format in Format::ALL.into_iter().filter(|format| format.is_written()) {
        let (one, other) = (exported(&gazetteer, format), exported(&gazetteer, format));
        assert_eq!(one.files, other.files);
        assert_eq!(
            one.losses.is_empty(),
            format == Format::Jsonl,
            "{}",
            format.name()
        );
    }
    let losses = exported(&gazetteer, Format::Spacy).losses.join("\n");
    for part in ["`not`", "short forms", "holders", "`solo`", "language"] {
        assert!(losses.contains(part), "{part} in {losses}");
    }
    let choice = Choice::default();
    assert!(export(&gazetteer, &choice, &[], Format::WikidataCsv).is_none());
}

#[test]
fn a_choice_leaves_the_others_out() {
    let gazetteer = whole();
    let csv = |choice: &Choice| {
        export(&gazetteer, choice, &[], Format::Csv)
            .unwrap()
            .files
            .remove(0)
            .1
    };
    let nato = Choice {
        entities: vec![gazetteer.by_id("nato").unwrap()],
        languages: vec!["fr".parse().unwrap()],
        ..Choice::default()
    };
    let text = csv(&nato);
    assert!(
        text.contains("nato,organisation,fr,names,Alliance atlantique\n"),
        "{text}"
    );
    assert!(text.contains("nato,organisation,*,acronyms,NATO\n") && !text.contains(",en,"));
    let leaders = Choice {
        kinds: vec!["leader".to_owned()],
        ..Choice::default()
    };
    assert!(
        csv(&leaders)
            .lines()
            .skip(1)
            .all(|line| line.contains(",leader,"))
    );
}

#[test]
fn what_the_reader_wrote_is_exported_alone() {
    let bundled = SourceFile {
        path: "bundled:x".into(),
        layer: Layer::Bundled,
    };
    let mine = "schema = 1\n[organisation.nato]\nnames.is = \"Atlantshafsbandalag\"\ndrop = \"Otan\"\nnote = \"mine\"\n\
        [state.x]\ndisabled = true\n[leader.ada]\nname = \"Ada Example\"\n";
    let theirs = "schema = 1\n[organisation.nato]\nname = \"NATO\"\nnames = \"Otan\"\n[state.x]\nname = \"Ixland\"\n";
    let files = vec![(bundled, theirs.to_owned()), file(mine)];
    let statements = own_statements(&files);
    let gazetteer = Gazetteer::load(files.clone()).0;
    let own = Choice {
        own: true,
        ..Choice::default()
    };
    let lines = |format| export(&gazetteer, &own, &statements, format).unwrap();
    let text = &lines(Format::Jsonl).files[0].1;
    assert_eq!(
        text,
        "{\"kind\":\"leader\",\"id\":\"ada\",\"name\":\"Ada Example\",\"names\":[\"Ada Example\"]}\n\
         {\"kind\":\"organisation\",\"id\":\"nato\",\"note\":\"mine\",\"drop\":\"Otan\",\"names\":{\"is\":[\"Atlantshafsbandalag\"]}}\n\
         {\"kind\":\"state\",\"id\":\"x\",\"disabled\":true}\n"
    );
    let losses = lines(Format::Csv).losses.join("\n");
    assert!(losses.contains("2 times `drop`"), "{losses}");
    // Read over the same bundled files, the lines give the reader's file again.
    let known = Gazetteer::load(vec![files[0].clone()]).0;
    let again = read_over("mine.jsonl", text, &known);
    assert!(again.complaints.is_empty(), "{:#?}", again.complaints);
    for part in [
        "[organisation.nato]\nnote = \"mine\"\ndrop = [\"Otan\"]\nnames.is = [\"Atlantshafsbandalag\"]\n",
        "[leader.ada]\nname = \"Ada Example\"\n",
        "[state.x]\ndisabled = true\n",
    ] {
        assert!(again.toml.contains(part), "{}", again.toml);
    }
}
