//! Forms that are also words: beside each text that must be left alone one that must be caught.

use super::marked::check;

#[test]
fn acronyms_beside_the_words_they_look_like() {
    check(
        "en",
        &[
            "The IT department says that it is safe; IT staff agree.",
            "The [islamic-state:Islamic State] lost the town; [islamic-state:IS] is weak, the commander said, as is its ally.",
            "\"IS THIS THE END?\" asked the headline.",
            "The [african-union:African Union] met; the [african-union:AU] and the [united-nations:UN] agreed.",
            "Au pairs and an AU reading of the galaxy, one AU being the distance of the sun.",
            "Who is who at the [world-health-organization:WHO]? The [world-health-organization:WHO] told us who.",
            "The [european-union:EU] voted. Eu is a town in Normandy.",
        ],
    );
    check(
        "fr",
        &[
            "Le service IT de la mairie est en panne.",
            "L’[african-union:Union africaine] se réunit ; l’[african-union:UA] enverra des observateurs.",
            "Une UA pour les urgences, une autre pour la chirurgie.",
            "L’[islamic-state:État islamique] recule. L’[islamic-state:EI] a perdu la ville.",
            "Les élèves de l’EI de Lyon passent le bac.",
            "Le traité a eu lieu ; l’[european-union:UE] l’a signé, elle l’a eu à l’usure.",
        ],
    );
}

#[test]
fn polish_chile_and_laurel() {
    check(
        "en",
        &[
            "A [chile:Chile] of copper and a bowl of chile; the [chile:Chilean] senate sat late.",
            "The [poland:Polish] envoy asked for shoe polish.",
        ],
    );
    check(
        "ru",
        &[
            "Министр [lavrov:Сергей Лавров] прилетел в [egypt/place:Каир]. [lavrov:Лавров] молчал.",
            "Венок из лавров висел над дверью.",
            "Правительство [mali:Мали] распустило парламент.",
        ],
    );
    check(
        "uk",
        &[
            "[mali:Республіка Малі] чекає: уряд [mali:Малі] розпустив парламент, а депутати мали право голосу.",
        ],
    );
}

#[test]
fn forms_that_need_the_whole_name_nearby() {
    check(
        "en",
        &[
            "CPI rose by two per cent in March, and AI made the forecast.",
            "The [international-criminal-court:International Criminal Court] issued a warrant; the [international-criminal-court:ICC] has no police.",
            "[wagner-group:Wagner Group] fighters left; [wagner-group:Wagner] had recruited in prisons.",
            "Richard Wagner died in Venice.",
            "[xi-jinping:Xi Jinping] arrived late. [xi-jinping:Xi] shook hands with the mayor.",
            "Chapter XI follows chapter X; xi is a letter.",
            "[antonio-costa:António Costa] resigned in the morning. [antonio-costa:Costa] denied everything.",
            "The Costa Brava and Costa Concordia are far away.",
            "[juan-manuel-santos:Juan Manuel Santos] won the prize. [juan-manuel-santos:Santos] thanked the voters.",
            "Flamengo drew with Santos on Sunday.",
            "[hollande:François Hollande] came second; [hollande:Hollande] left by scooter.",
            "[duda:Andrzej Duda] vetoed the bill, and [duda:Duda] said so twice.",
            "[charles-michel:Charles Michel] spoke first. [charles-michel:Michel] then left.",
            "Michel Sardou and Michel Foucault never met.",
            "[kohl:Helmut Kohl] was tall; [kohl:Kohl] ate well.",
            "She wore kohl. Kohl's opened a store in Ohio.",
        ],
    );
}

#[test]
fn a_tractor_named_bloc() {
    check(
        "en",
        &[
            "The [european-union:EU] is divided. Diplomats said the [european-union/nominal:bloc] may split.",
            "The eastern bloc and the power bloc fell apart.",
        ],
    );
    check(
        "fr",
        &[
            "L’[european-union:Union européenne] hésite : le [european-union/nominal:bloc] est divisé.",
            "Le bloc opératoire est fermé, le bloc communiste aussi.",
        ],
    );
    check(
        "de",
        &[
            "Die [cdu-csu:Unionsfraktion] zögert. Die [cdu-csu/nominal:Union] müsse handeln, sagt sie.",
            "Die Union aus Wasser und Öl gelingt nie.",
        ],
    );
    check(
        "it",
        &[
            "L’[nato:Alleanza atlantica] si riunisce; l’[nato/nominal:Alleanza] teme una guerra.",
            "L’Alleanza contadina si riunisce.",
        ],
    );
}

#[test]
fn togo_peru_duma_and_rada() {
    check(
        "ru",
        &[
            "[togo:Республика Того] граничит с морем; в [togo:Того] жарко.",
            "Кроме того, того же мнения держится и он.",
            "[peru:Республика Перу] спорит; [peru:Перу] отозвала посла из [chile:Чили].",
            "Принадлежит перу классика, но написано дурным пером.",
            "В [state-duma:Государственной думе] спорят; депутаты [state-duma:Думы] разошлись.",
            "Городская дума спорит о бюджете.",
        ],
    );
    check(
        "uk",
        &[
            "[verkhovna-rada:Верховна Рада] зібралася, депутати [verkhovna-rada:Ради] голосували.",
            "Рада старійшин радить, і мати рада.",
        ],
    );
}

#[test]
fn one_spelling_in_two_languages() {
    check(
        "es",
        &["El [united-kingdom:Reino Unido] salió; el [united-kingdom:RU] pagará la factura."],
    );
    check(
        "nl",
        &["De [united-states:VS] en [russia:Rusland] praten weer."],
    );
    check(
        "de",
        &[
            "[iceland:Island] wählt im Herbst, und die [iceland:Isländer] freuen sich.",
            "Das Spiel Köln vs Bonn, kurz VS, fiel aus.",
        ],
    );
    check(
        "en",
        &[
            "He was alone on the Island, and SAD is a winter mood.",
            "The RU and VS keys are worn; Maurice fixed them.",
        ],
    );
    check(
        "fr",
        &[
            "L’[mauritius:île Maurice] attend un cyclone.",
            "Maurice Druon attend, et Maurice aussi.",
            "Suis-moi, dit-il. Suis donc la route.",
            "[mexico:Mexico] proteste contre [united-states:Washington].",
        ],
    );
    check("it", &["Bene, disse il ministro. Bene ma non benissimo."]);
    check(
        "en",
        &["[mexico:Mexico] protested. [mexico:Mexico City] sank by an inch."],
    );
}
