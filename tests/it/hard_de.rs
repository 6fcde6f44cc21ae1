//! Hard cases in German, each both ways: what must be found and what must be left alone.

use super::marked::check;

#[test]
fn endings_are_listed() {
    check(
        "de",
        &[
            "Die [russia:russische] Armee griff [russia:russischen] Angaben zufolge an.",
            "[germany:Deutschlands] Botschafterin traf [ukraine:ukrainische] Soldaten.",
            "Die [france:Franzosen] und die [poland:Polin] wählten.",
            "Die Hauptstadt [russia:Russlands] schwieg.",
            "Die [united-states:amerikanischen] Truppen verlassen [syria:Syrien].",
        ],
    );
}

#[test]
fn compounds_with_a_hyphen() {
    check(
        "de 2022-06-30",
        &[
            "Der [biden/role:[united-states:US]-Präsident] sprach.",
            "Die [government-of-united-states/name:[united-states:US]-Regierung] und der [ukraine:Ukraine]-Krieg",
            "Das [putin:Putin]-Regime und die [nato:Nato]-Staaten",
            "Der [european-union:EU]-Gipfel und die [nato:NATO]-Osterweiterung",
            "Die Russlandpolitik und das [austria:Oesterreich] von gestern",
            "[united-states:US]-Präsident [biden:Joe Biden] traf [putin:Wladimir Putin].",
        ],
    );
}

#[test]
fn words_that_are_no_name() {
    check(
        "de",
        &[
            "Der Polier polierte den Tisch.",
            "Er kann nicht und sie mag nicht; es ist an uns.",
            "Im Mai wählt das Dorf, im März nicht.",
            "Die Sächsische Schweiz lockt Kletterer.",
            "Die Deutsche Bank und die Deutsche Bahn streiten.",
            "Die Berliner Mauer fiel.",
            "Er spielt Russisch Roulette.",
            "Ein Meerschweinchen kam mit der Guineawurm-Hilfe.",
        ],
    );
}

#[test]
fn acronyms_keep_their_case() {
    check(
        "de",
        &[
            "Die [united-nations:UN] warnt, die [world-health-organization:WHO] auch.",
            "Die Eu-Verordnung und das us-Wort",
            "Die [spd:SPD], die [cdu:CDU] und die [afd:AfD] stimmten ab.",
            "SAD ist eine Abkürzung, VS auch.",
        ],
    );
}

#[test]
fn capitals_are_places_where_the_words_say_so() {
    check(
        "de",
        &[
            "In [russia/place:Moskau] schneit es, in [ukraine/place:Kiew] auch.",
            "[russia/capital:Moskau] droht, [ukraine/capital:Kiew] antwortet.",
            "Er flog nach [turkey/place:Ankara].",
            "Der [spain/place:Madrid]-Gipfel ist vorbei.",
            "[germany/capital:Berlin] will zahlen.",
            "Das [united-states/metonym:Weiße Haus] schweigt, im [united-states:Weißen Haus] brennt Licht.",
            "Aus dem [united-states:Weissen Haus] kam nichts.",
            "Der [russia/metonym:Kreml] weist das zurück.",
        ],
    );
}

#[test]
fn roles_stand_for_the_holder() {
    check(
        "de 2015-06-30",
        &["Die [merkel/role:[germany:deutsche] Bundeskanzlerin] reiste ab."],
    );
    check(
        "de 2022-06-30",
        &[
            "Der [putin/role:[russia:russische] Präsident] sprach mit dem [scholz/role:[germany:deutschen] Bundeskanzler].",
            "Der frühere [us-president/role:[united-states:US]-Präsident] schwieg.",
            "Der [stoltenberg/role:[nato:Nato]-Generalsekretär] warnte.",
            "Bundeskanzler [scholz:Olaf Scholz] traf Präsident [zelensky:Selenskyj].",
            "Der Präsident des Vereins trat zurück.",
        ],
    );
}

#[test]
fn surnames_among_nouns() {
    check(
        "de",
        &[
            "[kohl:Helmut Kohl] regierte lange. [kohl:Kohl] schwieg oft.",
            "Kohl und Kartoffeln sind gesund.",
            "[merz:Friedrich Merz] und [scholz:Olaf Scholz] stritten.",
            "Am Montag sprach [putin:Putin].",
            "Dann trat [trump:Trump] auf.",
        ],
    );
}

#[test]
fn the_longest_name_wins() {
    check(
        "de",
        &[
            "[guinea-bissau:Guinea-Bissau], [papua-new-guinea:Papua-Neuguinea] und [guinea:Guinea]",
            "Der [south-sudan:Südsudan] und der [sudan:Sudan]",
            "[north-korea:Nordkorea] und die [south-korea:südkoreanische] Armee",
            "Die [united-states:Vereinigten Staaten] und das [united-kingdom:Vereinigte Königreich]",
            "Die [united-arab-emirates:Vereinigten Arabischen Emirate] vermitteln.",
            "Der [warsaw-pact:Warschauer Pakt] zerfiel.",
            "Die [european-union:Europäische Union] und die [european-commission:EU-Kommission]",
        ],
    );
}

#[test]
fn short_forms_need_their_entity() {
    check(
        "de",
        &[
            "Die Allianz der Vernünftigen siegt.",
            "Die [nato:Nato] tagt. Das [nato:Bündnis] wächst.",
            "Das Bündnis der Bauern wächst.",
            "Wagner klingt laut.",
            "Die [wagner-group:Gruppe Wagner] kämpft. [wagner-group:Wagner] verliert.",
        ],
    );
}
