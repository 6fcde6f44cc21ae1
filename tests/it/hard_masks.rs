//! Masks, neighbours, longer names, shared forms and roles: beside each text that must be left alone one that must be caught.

use super::marked::check;

#[test]
fn masks_beside_the_thing_itself() {
    check(
        "en",
        &[
            "[turkey:Turkey] banned the hunt of wild turkey.",
            "In [guinea:Guinea] nobody keeps a guinea pig.",
            "The [germany/capital:Berlin] government bought a stone of the Berlin Wall.",
            "Peking duck is served in [china/place:Beijing], as it was in the old [china/capital:Peking].",
            "The [india:Indian] navy patrols the Indian Ocean.",
            "Great Yarmouth is in England, Boston in New England.",
            "The [russia:Russian] envoy called it Russian roulette.",
            "The [germany:German] regulator fined Deutsche Bank.",
            "The [united-kingdom:British] consul flew to British Columbia.",
            "[belgium:Belgium] exports Brussels sprouts; [belgium:Brussels] counts them.",
            "The [spain:Spanish] envoy watched Real Madrid.",
        ],
    );
    check(
        "fr",
        &[
            "Les touristes [russia:russes] aiment les montagnes russes.",
            "Un diplomate [turkey:turc] refuse d’être la tête de Turc de la presse.",
            "Le [russia:Kremlin] n’est pas le Kremlin-Bicêtre.",
            "L’[france:Élysée] est à deux pas des Champs-Élysées.",
        ],
    );
    check(
        "de",
        &["Die [switzerland:Schweiz] ist nicht die Sächsische Schweiz."],
    );
    check(
        "ru",
        &["[russia:Кремль] молчит, а Казанский Кремль закрыт на ремонт."],
    );
}

#[test]
fn neighbours_beside_the_thing_itself() {
    check(
        "en",
        &[
            "George Washington never saw the [united-states:White House]; [united-states:Washington] grew around it.",
            "The [washington-post:Washington Post] said [united-states:Washington] was wrong.",
            "Michael Jordan met his [jordan:Jordanian] fans in [jordan:Jordan].",
            "Chad Smith drummed in [chad:Chad].",
            "Paris Hilton landed in [france/place:Paris].",
            "Georgia Tech has no student from [georgia:Tbilisi].",
            "[biden:Joe Biden] pardoned his son Hunter Biden.",
            "[trump:Donald Trump] left Trump Tower with Donald Trump Jr. and Lara Trump.",
        ],
    );
    check(
        "fr",
        &[
            "[bardella:Jordan Bardella] n’a pas parlé de la [jordan:Jordanie].",
            "Le président [biden:Biden] a gracié Hunter Biden.",
        ],
    );
}

#[test]
fn the_longest_name_beside_the_short_one() {
    check(
        "en",
        &[
            "[guinea:Guinea] closed its border with [guinea-bissau:Guinea-Bissau].",
            "[sudan:Sudan] recognised [south-sudan:South Sudan].",
            "Leaders of the [warsaw-pact:Warsaw Pact] met in [poland/place:Warsaw].",
        ],
    );
    check(
        "es",
        &[
            "El [el-salvador:salvadoreño] dice que [el-salvador:El Salvador] no tiene otro salvador.",
            "Los [mexico:Estados Unidos Mexicanos] negocian con los [united-states:Estados Unidos de América].",
        ],
    );
    check(
        "pt",
        &[
            "A [guinea-bissau:Guiné-Bissau], a [equatorial-guinea:Guiné Equatorial] e a [guinea:Guiné] votam.",
            "A [south-korea:Coreia do Sul] e a [north-korea:Coreia do Norte] não falam.",
        ],
    );
}

#[test]
fn forms_of_two_entities() {
    check(
        "en",
        &[
            "The [congo-kinshasa?:Congolese] army advanced.",
            "[congo-brazzaville:Congo-Brazzaville] voted. The [congo-brazzaville:Congolese] army won.",
            "The [north-korea?:Korean] winter is cold on the Korean peninsula.",
            "Voters in Atlanta know that Georgia is a swing state.",
            "[georgia?:Georgia] asked [russia:Russia] to withdraw its tanks.",
        ],
    );
    check(
        "es",
        &[
            "La Alhambra de Granada recibe visitas, y Granada lo celebra.",
            "La [grenada:isla de Granada] y [barbados:Barbados] piden ayuda; [grenada:Granada] no la recibe.",
        ],
    );
    check(
        "ru",
        &[
            "[united-states?:Белый дом] промолчал.",
            "[trump:Трамп] вернулся в [united-states:Белый дом].",
            "[russia:Россия] ждёт: [mishustin:Михаил Мишустин] принял министров, [russia:Белый дом] молчит.",
        ],
    );
}

#[test]
fn roles_on_their_day() {
    check(
        "de 2015-06-30",
        &["[germany:Deutschland] wartet. Die [merkel/role:Bundeskanzlerin] reiste ab."],
    );
    check(
        "de 2022-06-30",
        &["[germany:Deutschland] wartet. Der [scholz/role:Bundeskanzler] reiste ab."],
    );
    check(
        "en 2022-06-30",
        &[
            "A former [us-president/role:[united-states:US] President] spoke first, then the [biden/role:[united-states:US] President] did.",
            "[trump:Donald Trump], a former [united-states:US] president, spoke.",
        ],
    );
    check(
        "ru 2013-03-03",
        &["Он говорил с [putin/role:президентом [russia:России]]."],
    );
    check(
        "uk 2018-02-01",
        &["[poroshenko/role:Президент [ukraine:України]] підписав закон."],
    );
}

#[test]
fn words_that_contain_a_name_and_the_name() {
    check(
        "en",
        &[
            "Russiagate was about [russia:Russia].",
            "Rasputin is not [putin:Putin].",
            "Casablanca is not the [united-states:White House].",
        ],
    );
    check(
        "de",
        &[
            "Die Russlandpolitik [germany:Deutschlands] ändert sich.",
            "Das alte [austria:Oesterreich] und [austria:Österreich]",
        ],
    );
    check("es", &[]);
}
