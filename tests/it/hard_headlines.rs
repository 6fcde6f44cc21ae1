//! Headlines: lines in capitals, headlines with a capital on every word, datelines and captions.

use super::marked::check;

#[test]
fn lines_in_capitals() {
    check(
        "en",
        &[
            "[russia:RUSSIA] AND [united-states:UNITED STATES] SIGN PACT",
            "[nato:NATO] WARNS [russia:MOSCOW] OVER [ukraine:UKRAINE]",
            "[putin:PUTIN] MEETS [macron:MACRON] AS TALKS BEGIN",
            "WE TELL IT AS IT IS: WHO PAYS FOR US",
            "[khrushchev:KHRUSHCHEV] TELLS [united-nations:UNITED NATIONS] HE WILL WAIT",
            "TURKEY SHOOT DRAWS RECORD CROWD IN OHIO",
            "[turkey:ANKARA] AND [greece:ATHENS] AGREE TO TALK ABOUT [cyprus:CYPRUS]",
        ],
    );
    check(
        "fr",
        &[
            "LA [france:FRANCE] ET L’[germany:ALLEMAGNE] SIGNENT UN TRAITÉ",
            "[united-states:ETATS-UNIS]: LE [united-states:PENTAGONE] DÉMENT",
            "AU FOND DE LA MER, CE QUE L’ON A EU",
            "[macron:MACRON] REÇOIT [scholz:SCHOLZ] À L’[france:ÉLYSÉE]",
        ],
    );
    check(
        "de",
        &[
            "[germany:DEUTSCHLAND] UND [poland:POLEN] EINIGEN SICH",
            "DIE [european-union:EUROPÄISCHE UNION] BERÄT ÜBER DIE [turkey:TÜRKEI]",
            "SO IST ES AN UNS, WAS IST ZU TUN",
        ],
    );
    check(
        "es",
        &[
            "[spain:ESPAÑA] Y [portugal:PORTUGAL] FIRMAN EL ACUERDO",
            "[cuba:CUBA] ACUSA A [united-states:ESTADOS UNIDOS] DE BLOQUEO",
            "SIN AGUA NI LUZ LA ISLA ESPERA UN BARCO",
        ],
    );
    check(
        "it",
        &["L’[italy:ITALIA] E LA [france:FRANCIA] FIRMANO IL TRATTATO"],
    );
    check(
        "pt",
        &["[brazil:BRASIL] E [argentina:ARGENTINA] ASSINAM ACORDO"],
    );
    check(
        "nl",
        &["[netherlands:NEDERLAND] EN [belgium:BELGIË] TEKENEN VERDRAG"],
    );
    check(
        "pl",
        &["[poland:POLSKA] I [germany:NIEMCY] PODPISUJĄ UMOWĘ"],
    );
    check(
        "cs",
        &["[czechia:ČESKO] A [slovakia:SLOVENSKO] PODEPSALY SMLOUVU"],
    );
    check(
        "sl",
        &["[slovenia:SLOVENIJA] IN [croatia:HRVAŠKA] SE POGAJATA O MEJI"],
    );
    check(
        "bg",
        &["[bulgaria:БЪЛГАРИЯ] И [romania:РУМЪНИЯ] ВЛЯЗОХА В [european-union:ЕВРОПЕЙСКИЯ СЪЮЗ]"],
    );
    check(
        "ru",
        &[
            "[russia:РОССИЯ] И [china:КИТАЙ] ПОДПИСАЛИ ДОГОВОР",
            "ТОГО, КТО ПРИШЁЛ, НИКТО НЕ ЖДАЛ",
        ],
    );
    check(
        "uk",
        &[
            "[ukraine:УКРАЇНА] ТА [poland:ПОЛЬЩА] ПІДПИСАЛИ УГОДУ",
            "ВОНИ МАЛИ РАЦІЮ, КАЖЕ СУД",
        ],
    );
}

#[test]
fn headlines_with_capitals() {
    check(
        "en",
        &[
            "[biden:Biden] Tells [putin:Putin] That [united-states:America] Will Not Wait",
            "Hunter Biden Pleads Guilty to Tax Charges in California",
            "[south-korea:South Korea] Fires Warning Shots at [north-korea:North Korean] Ship",
            "Guinea Pig Owners Fear Vet Shortage This Winter",
            "[united-states:Washington] Hopes for Truce as [israel:Israel] Strikes [lebanon:Beirut]",
            "Wild Turkey Chases Mailman Through Boston Suburb",
            "Chad Smith Wins Local Spelling Bee for Third Time",
        ],
    );
    check(
        "fr",
        &["[putin:Poutine] à [china/place:Pékin] : ce que [france:Paris] redoute"],
    );
    check(
        "es",
        &["[sanchez:Pedro Sánchez] y [macron:Macron] acercan posturas"],
    );
}

#[test]
fn datelines() {
    check(
        "en",
        &[
            "[austria/place:VIENNA], April 3 ([reuters:Reuters]) - The talks resumed.",
            "[russia/place:MOSCOW], March 5, 1953 - The radio fell silent.",
            "[lebanon/place:BEIRUT] ([agence-france-presse:AFP]) — Two rockets fell on the airport.",
            "[israel:Israel], Sunday: nobody spoke.",
        ],
    );
    check(
        "fr",
        &[
            "[germany/place:Berlin], le 10 novembre – La foule chante.",
            "[tunisia/place:TUNIS] ([agence-france-presse:AFP]) - Le Parlement est dissous.",
        ],
    );
    check(
        "de",
        &["[poland/place:Warschau] ([dpa:dpa]) - Die Regierung tritt zurück."],
    );
    check(
        "es",
        &["[chile/place:Santiago], 11 sep ([efe:EFE]).- El palacio arde."],
    );
    check("pl", &[]);
}
