//! Every rule of matching, with texts that it must catch and texts that it must leave alone.

use super::marked::check;

#[test]
fn letters_and_boundaries() {
    check(
        "fr",
        &[
            "L’[nato/acronym:OTAN] répond à [russia:Moscou].",
            "d'[ukraine:Ukraine] et de l'[nato:OTAN]",
            "les forces pro-[russia:russes]",
            "Conseil [ukraine:Ukraine]–[nato:NATO]",
            "à l'[france:Elysée] et à l’[france:Élysée]",
            "AU CŒUR DE LA CRISE POLITIQUE",
            "il a eu une idée",
        ],
    );
    check(
        "en",
        &[
            "[russia:Russia]'s army",
            "a [united-states:US]-led coalition told us",
            "Who said it? Those who saw it.",
            "the [united-states:United\nStates] and [united-kingdom:Great\u{a0}Britain]",
            "United\n\nStates",
            "[turkey:Turkey] and a polish of chile",
            "[erdogan:Recep Tayyip Erdoğan] met [erdogan:Erdog\u{306}an]",
            "[germany:Ger\u{ad}many]",
            "aid to [ukraine:kyiv]",
            "Russiagate, Natoism and Rasputin in Casablanca",
        ],
    );
}

#[test]
fn addresses() {
    check(
        "en",
        &[
            "see https://apnews.com/hub/russia-ukraine",
            "write to press@ukraine.ua or go to www.russia.ru",
            "[ukraine:Ukraine]/[russia:Russia] talks.[china:China]",
        ],
    );
}

#[test]
fn roles_follow_the_date() {
    check(
        "en 2022-06-30",
        &["said the [biden/role:[united-states:American] president]."],
    );
    check(
        "en 2025-06-30",
        &["said the [trump/role:[united-states:American] president]."],
    );
    check(
        "en 2018-06-30",
        &["said the [trump/role:[united-states:American] president]."],
    );
    check(
        "fr 2024-01-10",
        &["a dit le [biden/role:président [united-states:américain]]."],
    );
    check(
        "en 2024-09-30",
        &["the [stoltenberg/role:head of [nato:NATO]] spoke"],
    );
    check(
        "en 2024-10-02",
        &["the [rutte/role:head of [nato:NATO]] spoke"],
    );
}

#[test]
fn a_title_before_or_after_a_name_is_no_role() {
    check(
        "en 2022-06-30",
        &[
            "[russia:Russian] President [putin:Vladimir Putin] said",
            "[stoltenberg:Jens Stoltenberg], Secretary General of [nato:NATO], said",
            "[turkmenistan:Turkmen] President Serdar Someone said",
        ],
    );
}

#[test]
fn a_surname_belongs_to_its_bearer_in_the_article() {
    check(
        "en",
        &[
            "A chief officer, Scott Sullivan, confessed. Mr Sullivan wept.",
            "Mr [jake-sullivan:Sullivan] advised the [united-states:American] team.",
            "Mr Sullivan advised the president of the club.",
            "Scott Sullivan met [jake-sullivan:Jake Sullivan]; [jake-sullivan:Sullivan] smiled.",
            "The scorer, Matt Holland, left. Holland had played well.",
            "[netherlands:Holland] lost at home.",
            "Foreign Minister Shah Farhad Belaruzi spoke.",
            "Chris Johnson builds houses. [boris-johnson:Boris Johnson] does not.",
        ],
    );
    check(
        "de",
        &[
            "[martin-schulz:Martin Schulz] verlor. Danach sang Olli Schulz.",
            "[martin-schulz:Martin Schulz] verlor. Danach sprach Parteichef [martin-schulz:Schulz].",
            "[christian-kern:Christian Kern] ging. Das ist der Kern der Sache, sagte [christian-kern:Kern].",
            "[kohl:Helmut Kohl] klagte, und die [kohl:Kohl]-Protokolle blieben.",
        ],
    );
}

#[test]
fn datelines_behind_a_lead() {
    check(
        "de",
        &[
            "Die Reform kommt. [austria/place:Wien] – Die Koalition ist einig.",
            "Niemand zahlt. [austria/capital:Wien] – so heißt es – will warten.",
        ],
    );
    check(
        "en",
        &[
            "The deal is done. [russia/place:MOSCOW] — The talks ended at noon.",
            "[russia/place:MOSCOW], Dec. 26, 1991 — The flag came down.",
            "[france/place:PARIS]/[australia/place:CANBERRA], Sept 18 — The talks ended.",
        ],
    );
}

#[test]
fn an_office_of_no_one_in_particular() {
    check(
        "en 2022-06-30",
        &[
            "No [united-states:US] president has ever lost such a vote, and every [united-states:American] president knows it.",
            "The [biden/role:[united-states:US] president] knows it.",
        ],
    );
    check(
        "fr 2022-06-30",
        &["Il conseille un dirigeant [france:français] du secteur."],
    );
}

#[test]
fn an_office_before_the_name_of_somebody_unknown() {
    check(
        "en 2005-02-25",
        &[
            "[argentina:Argentina]'s president, Néstor Somebody, said so.",
            "The [putin/role:[russia:Russian] president], on Friday, said so.",
        ],
    );
}

#[test]
fn a_state_and_its_namesake() {
    check(
        "en",
        &[
            "He flew from Atlanta, and Georgia voted for him.",
            "He flew from [georgia:Tbilisi], and [georgia:Georgia] voted for him.",
        ],
    );
}

#[test]
fn a_plural_of_offices_is_nobody() {
    check(
        "de 2016-05-20",
        &[
            "Dort wohnen die Staats- und Regierungschefs von [germany:Deutschland] und [japan:Japan].",
            "Dort wohnt der [merkel/role:Regierungschef von [germany:Deutschland]].",
            "Der Streit dauert an. [czechia/place:Prag]/[austria/place:Wien] – Die Minister reden.",
        ],
    );
}

#[test]
fn a_month_is_no_minister() {
    check(
        "en",
        &[
            "[theresa-may:Theresa May] will call a vote in May or on 6 May.",
            "[theresa-may:Theresa May] lost; in [united-kingdom:London], [theresa-may:May] wept.",
            "The governor, Park Seung, spoke. Mr Park smiled.",
        ],
    );
    check(
        "fr",
        &[
            "L’[un-general-assembly:Assemblée générale de l’ONU] a voté. L’[un-general-assembly:Assemblée générale] se sépare.",
        ],
    );
    check(
        "en",
        &[
            "Cars from [south-korea:Korea] sell well.",
            "[north-korea:North Korea] fired, and [north-korea:Korea] fell silent.",
        ],
    );
}

#[test]
fn an_office_of_a_body_of_the_state() {
    check(
        "en 2022-06-30",
        &[
            "He was a president of [el-salvador:El Salvador]'s Central Bank.",
            "The [putin/role:president of [russia:Russia]]'s visit ended.",
        ],
    );
}

#[test]
fn one_acronym_and_its_rival() {
    check(
        "en",
        &[
            "[amnesty-international:Amnesty International] wrote; [amnesty-international:AI] counted.",
            "Firms of artificial intelligence grow; AI pays, though [amnesty-international:Amnesty International] and a report on artificial intelligence warn.",
        ],
    );
}

#[test]
fn a_city_that_modifies_a_noun_or_stands_among_towns_is_a_place() {
    check(
        "en",
        &[
            "The [united-kingdom/place:London] close was firm, a [united-kingdom/place:London] economist thought.",
            "[japan/place:Tokyo] bond managers hesitated.",
            "Both the [united-kingdom/place:London] and [japan/place:Tokyo] market moved ahead.",
            "[russia/capital:Moscow] said no, and [united-states/capital:Washington] officials were angry.",
            "[china/capital:Beijing] never signed; [iran/capital:Tehran] will.",
            "The bank ([united-kingdom/place:London]) lends to both.",
        ],
    );
    check(
        "fr",
        &[
            "Une ligne relie désormais [france/place:Paris] et Grand-Champ (Morbihan).",
            "La brouille entre [france/capital:Paris] et [germany/capital:Berlin] dure.",
        ],
    );
    check(
        "de",
        &[
            "Er studierte in Graz und [austria/place:Wien].",
            "[russia/capital:Moskau] und [china/capital:Peking] schweigen.",
        ],
    );
    check(
        "ru",
        &[
            "👉В [georgia/place:Тбилиси] шумно.",
            "Ресторан «[ukraine/place:Киев]» закрыт, а [ukraine/capital:Киев] молчит.",
        ],
    );
}

#[test]
fn a_surname_behind_a_civil_title_needs_a_trace_of_the_office() {
    check(
        "en",
        &[
            "Mr Rudd opened a bakery.",
            "Prime Minister [kevin-rudd:Rudd] spoke.",
            "The [australia:Australian] public heard Mr [kevin-rudd:Rudd].",
        ],
    );
    check("de", &["Bürgermeister Klaus Luger schwieg."]);
    check("fr", &["Il s’agit d’un Robinson moderne."]);
}

#[test]
fn a_sentence_that_ends_with_a_name_is_no_first_name() {
    check(
        "en",
        &[
            "[putin:Vladimir Putin] smiled. They met in Paradise. [putin:Putin] laughed.",
            "[bill-clinton:Bill Clinton] and a certain C. Clinton were there.",
        ],
    );
}

#[test]
fn an_office_belongs_to_the_state_that_is_spoken_of() {
    check(
        "de 2016-05-01",
        &["In [austria:Österreich] trat der [faymann/role:Bundeskanzler] zurück."],
    );
    check(
        "en",
        &[
            "The secretary-general of the opposition party resigned; the [united-nations:UN] did not mind.",
        ],
    );
}
