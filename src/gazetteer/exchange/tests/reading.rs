//! What each format looks like, and what comes of it.

use super::super::super::CaseRule;
use super::*;

#[test]
fn tables_are_read() {
    let gazetteer = good(
        "a.csv",
        "\u{feff}id,kind,lang,class,form\r\n\
         nato,organisation,,,NATO\r\n\
         nato,organisation,fr,,\" Alliance   atlantique \"\r\n\
         nato,organisation,en,name,\"North Atlantic Treaty Organization\"\r\n\
         nato,organisation,en,name,\"North Atlantic Treaty Organization\"\r\n\
         ,company,de,demonym,Gasleute\r\n",
    );
    assert_eq!(
        forms(&gazetteer, "nato"),
        [
            "names.en North Atlantic Treaty Organization",
            "names.fr Alliance atlantique",
            "acronyms.* NATO"
        ]
    );
    assert_eq!(forms(&gazetteer, "gasleute"), ["adjectives.de Gasleute"]);
    let semicolons = good("a.csv", "form;kind\nA \"5\" gun;thing\n");
    assert_eq!(forms(&semicolons, "a-5-gun"), ["names.* A \"5\" gun"]);
    let tabs = good("a.tsv", "form\tid\tkind\tname\nOne, two\tone\tstate\tOne\n");
    assert_eq!(forms(&tabs, "one"), ["names.* One, two"]);
    assert_eq!(tabs.entity(tabs.by_id("one").unwrap()).name, "One");
    let spread = good("a.csv", "form,kind\n\"Over two\nlines\",state\n");
    assert_eq!(forms(&spread, "over-two-lines"), ["names.* Over two lines"]);
}

#[test]
fn patterns_are_read() {
    let gazetteer = good(
        "patterns.jsonl",
        "{\"label\":\"ORG\",\"pattern\":\"Exxon Mobil\",\"id\":\"exxon\"}\n\
         {\"label\":\"ORG\",\"pattern\":[{\"LOWER\":\"exxon\"},{\"ORTH\":\"-\"},{\"LOWER\":\"mobil\"}],\"id\":\"exxon\"}\n\
         {\"label\":\"GPE\",\"pattern\":[{\"LOWER\":\"san\"},{\"LOWER\":\"marino\"}]}\n\
         {\"label\":\"TRADE_UNION\",\"pattern\":[{\"TEXT\":\"Onu\"}]}\n",
    );
    assert_eq!(
        forms(&gazetteer, "exxon"),
        ["names.* Exxon Mobil", "names.* exxon-mobil"]
    );
    let case = |id: &str| gazetteer.entity(gazetteer.by_id(id).unwrap()).aliases[0].case;
    assert_eq!(
        (case("san-marino"), case("onu")),
        (CaseRule::Any, CaseRule::Exact)
    );
    let kind = gazetteer.kind_of(gazetteer.by_id("onu").unwrap());
    assert_eq!(
        (kind.id.as_str(), kind.label.as_str()),
        ("trade-union", "Trade union")
    );
}

#[test]
fn lists_of_gate_are_read() {
    let files = [
        (
            "g/lists.def",
            "country.lst:location:country:en\norg.lst:organization\nabsent.lst:x\n../up.lst:x\n",
        ),
        (
            "g/country.lst",
            "France\nNew Zealand:qid=Q664:continent=Oceania\nTime: the state\n",
        ),
        ("g/org.lst", "Exxon Mobil\tid=exxon\nExxon\tid=exxon\n"),
    ];
    assert_eq!(
        companions(Format::Gate, files[0].1.as_bytes()),
        ["country.lst", "org.lst", "absent.lst"]
    );
    let files = files.map(|(path, text)| (path.into(), text.as_bytes().to_vec()));
    let imported = import(
        &files,
        Format::Gate,
        &Defaults::default(),
        &Gazetteer::default(),
    );
    let told: Vec<String> = imported
        .complaints
        .iter()
        .map(Diagnostic::one_line)
        .collect();
    assert_eq!(
        told,
        [
            "g/lists.def:3:1: the list `absent.lst` cannot be read",
            "g/lists.def:4:1: the list `../up.lst` cannot be read",
            "g/country.lst:2:22: the feature `continent` is not read",
        ]
    );
    let gazetteer = load(&imported.toml);
    assert_eq!(forms(&gazetteer, "france"), ["names.en France"]);
    assert_eq!(
        forms(&gazetteer, "exxon"),
        ["names.* Exxon Mobil", "names.* Exxon"]
    );
    assert_eq!(
        forms(&gazetteer, "time-the-state"),
        ["names.en Time: the state"]
    );
    let zealand = gazetteer.entity(gazetteer.by_id("new-zealand").unwrap());
    assert_eq!(zealand.qid.as_deref(), Some("Q664"));
}

#[test]
fn labels_are_kinds_entities_or_items() {
    let gazetteer = good(
        "a.txt",
        "# a list\nExxon Mobil\tORG\nUno\torganisation:un\nUnited Nations\torganisation:un\n\
         Ruritania\thttp://www.wikidata.org/entity/Q1\n"
            .replace("http://www.wikidata.org/entity/Q1", "GPE")
            .as_str(),
    );
    assert_eq!(
        forms(&gazetteer, "un"),
        ["names.* Uno", "names.* United Nations"]
    );
    assert_eq!(forms(&gazetteer, "ruritania"), ["names.* Ruritania"]);
    let by_item = read_over(
        "a.txt",
        "Ruskiland\thttp://www.wikidata.org/entity/Q159\n",
        &whole(),
    );
    assert!(
        by_item
            .toml
            .ends_with("[state.russia]\nnames = [\"Ruskiland\"]\n"),
        "{}",
        by_item.toml
    );
}

#[test]
fn names_of_jrc_are_read() {
    let gazetteer = good(
        "entities.txt",
        "# names\n7\tP\tu\tAda+Example\n7\tP\tru\tАда+Экзампл\n12\tO\ten\tExample+Union\n12\tO\tu\tEXU\n",
    );
    assert_eq!(
        forms(&gazetteer, "ada-example"),
        ["names.* Ada Example", "names.ru Ада Экзампл"]
    );
    assert_eq!(
        forms(&gazetteer, "example-union"),
        ["names.en Example Union", "acronyms.* EXU"]
    );
}

#[test]
fn wikidata_is_read() {
    let csv = "item,itemLabel,itemAltLabel,lang,kind\n\
        http://www.wikidata.org/entity/Q7184,NATO,\"OTAN, Atlantic Alliance\",en,organisation\n\
        http://www.wikidata.org/entity/Q7184,OTAN,,fr,organisation\n\
        http://www.wikidata.org/entity/Q9,Q9,,en,state\n";
    let imported = read("query.csv", csv);
    assert_eq!(
        imported.complaints.len(),
        1,
        "Q9 has no name: {:#?}",
        imported.complaints
    );
    let gazetteer = load(&imported.toml);
    assert_eq!(
        forms(&gazetteer, "nato"),
        [
            "names.en Atlantic Alliance",
            "acronyms.en NATO",
            "acronyms.en OTAN",
            "acronyms.fr OTAN"
        ]
    );
    let json = "{\n \"entities\": {\"Q1\": {\"id\": \"Q1\",\n  \"labels\": {\"en\": {\"language\": \"en\", \"value\": \"Ruritania\"}},\n\
        \"aliases\": {\"de\": [{\"language\": \"de\", \"value\": \"Ruritanien\"}]},\n\
        \"claims\": {\"P31\": [{\"mainsnak\": {\"datavalue\": {\"value\": {\"id\": \"Q6256\"}}}}],\n\
         \"P297\": [{\"mainsnak\": {\"datavalue\": {\"value\": \"RR\"}}}]}}}}\n";
    let gazetteer = good("Q1.json", json);
    assert_eq!(
        forms(&gazetteer, "ruritania"),
        ["names.de Ruritanien", "names.en Ruritania"]
    );
    let entity = gazetteer.entity(gazetteer.by_id("ruritania").unwrap());
    assert_eq!(
        (entity.qid.as_deref(), entity.code.as_deref()),
        (Some("Q1"), Some("RR"))
    );
    let dump = "[\n{\"id\":\"Q2\",\"type\":\"item\",\"labels\":{\"en\":{\"language\":\"en\",\"value\":\"Ada Example\"}},\
        \"claims\":{\"P31\":[{\"mainsnak\":{\"datavalue\":{\"value\":{\"id\":\"Q5\"}}}}]}},\n]\n";
    assert_eq!(
        forms(&good("dump.json", dump), "ada-example"),
        ["names.en Ada Example"]
    );
}

#[test]
fn who_is_known_is_extended_by_what_is_new() {
    let known = whole();
    let imported = read_over(
        "a.csv",
        "id,kind,lang,form,qid,name\n\
         x1,organisation,is,Atlantshafsbandalag,Q7184,\n\
         ,state,en,Russian Federation,,Russia\n\
         ,state,fi,Venäjä,,Russia\n\
         ,state,en,RUSSIA,,Russia\n\
         ,state,en,Russian roulette,,Russia\n\
         ukraine,leader,,Ukraine X,Q99,\n",
        &known,
    );
    let told: Vec<String> = imported
        .complaints
        .iter()
        .map(Diagnostic::one_line)
        .collect();
    assert_eq!(
        told,
        [
            "a.csv:6:11: `russia` lists `Russian roulette` as a phrase that does not name it",
            "a.csv:7:1: the id `ukraine` is taken; `Ukraine X` is `ukraine-2`",
        ]
    );
    assert_eq!(
        imported.toml,
        "schema = 1\ntitle = \"Imported from a.csv\"\n\n\
         [organisation.nato]\nnames.is = [\"Atlantshafsbandalag\"]\n\n\
         [state.russia]\nnames.fi = [\"Venäjä\"]\n\n\
         [leader.ukraine-2]\nname = \"Ukraine X\"\nqid = \"Q99\"\n"
    );
    let tally = imported.tally;
    assert_eq!(
        (tally.new, tally.extended, tally.known_forms, tally.left_out),
        (1, 2, 2, 1)
    );
}
