//! Common nouns that stand for a body named in the article, and surnames that stand for somebody named in it.

use super::marked::check;

#[test]
fn the_alliance() {
    check(
        "en",
        &[
            "[nato:NATO] ministers met. The [nato/nominal:Alliance] agreed; an alliance of rivals did not.",
            "The alliance of liberals and greens collapsed.",
        ],
    );
    check(
        "fr",
        &[
            "Membre de l’[nato:Otan] depuis 1952, la [greece:Grèce] doute de l’[nato/nominal:Alliance].",
            "L’alliance conclue entre les deux rois fut brève.",
        ],
    );
    check(
        "de",
        &[
            "Die [nato:Nato] wird 75. Die [nato/nominal:Allianz] ist so alt wie das [nato/nominal:Bündnis].",
            "Das Bündnis für Arbeit scheiterte, die Allianz SE nicht.",
        ],
    );
    check(
        "es",
        &[
            "La [nato:OTAN] cumple años; la [nato/nominal:Alianza] celebra.",
            "La alianza de los partidos celebra.",
        ],
    );
    check(
        "it",
        &[
            "Il vertice della [nato:NATO] comincia oggi; l’[nato/nominal:Alleanza] discuterà dei fondi.",
            "L’alleanza di governo discuterà dei fondi.",
        ],
    );
    check(
        "pt",
        &[
            "A cimeira da [nato:NATO] começa hoje; a [nato/nominal:Aliança] discutirá os fundos.",
            "A aliança de governo discutirá os fundos.",
        ],
    );
    check(
        "nl",
        &[
            "De [nato:NAVO] vergadert; het [nato/nominal:bondgenootschap] groeit.",
            "Het bondgenootschap van twee vorsten hield stand.",
        ],
    );
    check(
        "pl",
        &[
            "[nato:NATO] rośnie. [nato:Sojusz] przyjął [finland:Finlandię].",
            "Sojusz dwóch partii upadł.",
        ],
    );
    check(
        "cs",
        &[
            "[nato:NATO] roste. [nato:Aliance] přijala [finland:Finsko].",
            "Aliance dvou stran padla.",
        ],
    );
    check(
        "sl",
        &[
            "[nato:NATO] raste, [nato:Nato] molči. V [nato:zavezništvu] so vsi zadovoljni.",
            "Zavezništvo dveh strank je razpadlo.",
        ],
    );
    check(
        "ru",
        &[
            "Саммит [nato:НАТО] открыт. В [nato:альянсе] ждут [ukraine:Украину].",
            "Альянс двух банков распался.",
        ],
    );
    check(
        "uk",
        &[
            "Саміт [nato:НАТО] відкрито. [nato:Альянс] чекає на [ukraine:Україну].",
            "Альянс двох банків розпався.",
        ],
    );
    check(
        "bg",
        &["Срещата на [nato:НАТО] започна, а алиансът на двете партии се разпадна."],
    );
}

#[test]
fn the_bloc_and_the_union() {
    check(
        "en",
        &[
            "The [european-union:EU] and [china:China] talked. The [european-union/nominal:bloc] wants duties.",
            "A bloc of ice and a bloc of voters melted.",
        ],
    );
    check(
        "de",
        &[
            "Die [european-union:EU] verhandelt. Die [european-union/nominal:Staatengemeinschaft] will Zölle.",
            "[cdu-csu:CDU und CSU] streiten. In der [cdu-csu/nominal:Union] wächst der Unmut.",
            "Die Union der Blinden will Rampen.",
        ],
    );
    check(
        "fr",
        &[
            "La [european-commission:Commission européenne] propose, l’[european-union:UE] dispose : le [european-union/nominal:bloc] attend.",
            "Un bloc de glace attend.",
        ],
    );
    check(
        "es",
        &[
            "La [european-union:UE] negocia; el [european-union/nominal:bloque] quiere aranceles.",
            "El bloque de pisos ardió.",
        ],
    );
    check(
        "it",
        &[
            "L’[european-union:Ue] negozia sui dazi, il blocco dei porti continua.",
            "Il blocco del traffico dura due ore.",
        ],
    );
}

#[test]
fn courts_parliaments_and_commissions() {
    check(
        "en",
        &[
            "The [european-commission:European Commission] fined the firm. The [european-commission/nominal:Commission] gave it a month.",
            "The commission of inquiry gave it a month.",
            "The [imf:International Monetary Fund] lent more; the [imf/nominal:Fund] wants cuts.",
            "The fund invests in trees.",
        ],
    );
    check(
        "fr",
        &[
            "La [european-commission:Commission européenne] a tranché. La [european-commission/nominal:Commission] donne un mois.",
            "La commission d’enquête donne un mois.",
        ],
    );
    check(
        "de",
        &[
            "Die [european-commission:EU-Kommission] prüft. Die [european-commission/nominal:Kommission] gibt vier Wochen.",
            "Eine Kommission prüft den Unfall, die Kommission tagt im Rathaus.",
        ],
    );
    check(
        "ru",
        &["[state-duma:Госдума] приняла закон, [state-duma:Дума] разошлась."],
    );
}

#[test]
fn surnames_after_the_full_name() {
    check(
        "en",
        &[
            "[theresa-may:Theresa May] called it a deal. It was June when [theresa-may:May] left.",
            "[putin:Putin] wrote to [xi-jinping:Xi Jinping]; [xi-jinping:Xi] wrote back.",
            "[gerald-ford:Gerald Ford] pardoned [nixon:Richard Nixon]. [gerald-ford:Ford] lost.",
            "Ford sold a million cars.",
            "[george-h-w-bush:George H. W. Bush] parachuted at ninety.",
            "A bush fire burned; the Bush was empty.",
            "[thatcher:Margaret Thatcher] sat down. [thatcher:Thatcher] did not smile.",
        ],
    );
    check(
        "fr",
        &[
            "[hollande:François Hollande] hésite. [hollande:Hollande] hésite encore.",
            "La Hollande exporte des tulipes, dit le guide.",
            "[mitterrand:François Mitterrand] s’incline ; [mitterrand:Mitterrand] écrit un livre.",
            "La barre est haute, a dit Barre Frères.",
        ],
    );
    check(
        "de",
        &[
            "[kohl:Helmut Kohl] schwieg, und als [kohl:Kohl] schwieg, schwiegen alle.",
            "Der Kohl ist reif, Rotkohl auch.",
            "[willy-brandt:Willy Brandt] kniete in [poland/place:Warschau]. [willy-brandt:Brandt] sagte nichts.",
            "Ein Brandt-Zwieback zum Tee",
        ],
    );
    check(
        "es",
        &[
            "[rodrigo-paz:Rodrigo Paz] juró el cargo y [rodrigo-paz:Paz] prometió diálogo.",
            "[bolivia/capital:La Paz] despertó con niebla; la paz no llegó.",
        ],
    );
    check(
        "it",
        &[
            "[mario-monti:Mario Monti] ha parlato. [mario-monti:Monti] ha poi taciuto.",
            "I monti sono innevati, e Monti di Trapani pure.",
            "[giuseppe-conte:Giuseppe Conte] si è dimesso; [giuseppe-conte:Conte] tornerà.",
            "Il conte di Cavour morì presto.",
        ],
    );
    check(
        "pt",
        &[
            "[antonio-costa:António Costa] demitiu-se. [antonio-costa:Costa] negou tudo.",
            "A costa alentejana é fria no inverno.",
        ],
    );
    check(
        "pl",
        &[
            "[duda:Andrzej Duda] podpisał ustawę, a [duda:Duda] rzadko podpisuje nocą.",
            "[tusk:Donald Tusk] wrócił do [belgium/place:Brukseli].",
            "Ząb mamuta i tusk słonia",
        ],
    );
    check(
        "ru",
        &[
            "[lavrov:Сергей Лавров] улетел. Встречу с [lavrov:Лавровым] отменили.",
            "[medvedev:Дмитрий Медведев] выступил; [medvedev:Медведева] слушали молча.",
            "Анатолий Карпов обыграл соперника.",
        ],
    );
}
