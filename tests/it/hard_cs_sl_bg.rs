//! Hard cases in Czech, Slovene and Bulgarian: endings, longest names, masks, short forms, words that only look alike; each both ways.

use super::marked::check;

#[test]
fn czech_names_and_endings() {
    check(
        "cs",
        &[
            "[poland:Polsko] a [germany:Německo] se dohodly s [france:Francií].",
            "O [ukraine:Ukrajině] se jednalo bez [ukraine:Ukrajiny].",
            "[ukraine:Ukrajinští] vojáci a [russia:ruské] tanky",
            "[united-states:Spojené státy] a [united-states:USA] mlčí, [united-kingdom:Velká Británie] ne.",
            "[putin:Putin] odpověděl, [zelensky:Zelenskyj] s [putin:Putinem] nemluvil.",
            "[united-nations:OSN] a [world-health-organization:WHO] varují.",
        ],
    );
}

#[test]
fn czech_longest_names_and_masks() {
    check(
        "cs",
        &[
            "[south-sudan:Jižní Súdán] opustil [sudan:Súdán].",
            "[north-korea:Severní Korea] hrozí, [south-korea:Jižní Korea] čeká.",
            "[guinea-bissau:Guinea-Bissau] a [equatorial-guinea:Rovníková Guinea]",
            "Hrál ruskou ruletu a jedl turecký med.",
            "Berlínská zeď padla v listopadu.",
            "Morče není prase z [guinea:Guineje].",
            "Indický oceán je klidný, [india:Indie] slaví.",
            "Deutsche Bank a Real Madrid",
            "Nová Anglie volí, [united-kingdom:Velká Británie] také.",
        ],
    );
}

#[test]
fn czech_words_that_are_no_name() {
    check(
        "cs",
        &[
            "Mladý muž a malý chlapec mali obraz.",
            "Dal mu pálku a čili papričku; v [chile:Chile] pršelo.",
            "Soud má čas, kus je kus.",
        ],
    );
}

#[test]
fn slovene_names_and_endings() {
    check(
        "sl",
        &[
            "[germany:Nemčija] in [france:Francija] sta se dogovorili z [italy:Italijo].",
            "O [ukraine:Ukrajini] so govorili brez [ukraine:Ukrajine].",
            "[russia:Ruski] tanki in [ukraine:ukrajinski] vojaki",
            "[united-states:Združene države Amerike] in [united-kingdom:Velika Britanija]",
            "[putin:Putin] je poklical [zelensky:Zelenskega].",
            "[united-nations:OZN] in [european-union:EU] opozarjata.",
        ],
    );
}

#[test]
fn slovene_longest_names_and_masks() {
    check(
        "sl",
        &[
            "[south-sudan:Južni Sudan] je zapustil [sudan:Sudan].",
            "[north-korea:Severna Koreja] grozi, [south-korea:Južna Koreja] čaka.",
            "[bosnia-and-herzegovina:Bosna in Hercegovina] ter [guinea-bissau:Gvineja Bissau]",
            "Igral je rusko ruleto.",
            "Berlinski zid je padel novembra.",
            "Morski prašiček ni iz [guinea:Gvineje].",
            "Indijski ocean je miren, [india:Indija] slavi.",
            "Real Madrid in Deutsche Bank",
            "Nova Anglija voli, [united-kingdom:Velika Britanija] tudi.",
        ],
    );
}

#[test]
fn slovene_words_that_are_no_name() {
    check(
        "sl",
        &[
            "Njegov čili je pekoč, v [chile:Čilu] dežuje.",
            "Naši mali otroci spijo, v [mali:Maliju] je noč.",
            "Turška kava in grška solata sta na mizi.",
        ],
    );
}

#[test]
fn bulgarian_names_and_endings() {
    check(
        "bg",
        &[
            "[germany:Германия] и [france:Франция] се споразумяха.",
            "[ukraine:Украинските] войници и [russia:руските] танкове",
            "[united-states:Съединените щати] и [united-states:САЩ] мълчат.",
            "[united-kingdom:Великобритания] и [russia:Русия] мълчат.",
            "[putin:Путин] се обади на [zelensky:Зеленски].",
            "[united-nations:ООН] и [european-union:ЕС] предупреждават.",
        ],
    );
}

#[test]
fn bulgarian_longest_names_and_masks() {
    check(
        "bg",
        &[
            "[south-sudan:Южен Судан] напусна [sudan:Судан].",
            "[north-korea:Северна Корея] заплашва, [south-korea:Южна Корея] чака.",
            "[guinea-bissau:Гвинея-Бисау] и [equatorial-guinea:Екваториална Гвинея]",
            "[bosnia-and-herzegovina:Босна и Херцеговина] кандидатства.",
            "Берлинската стена падна през ноември.",
            "Морското свинче не е от [guinea:Гвинея].",
            "Индийският океан е спокоен, [india:Индия] празнува.",
            "Нова Англия гласува, [united-kingdom:Великобритания] също.",
        ],
    );
}

#[test]
fn bulgarian_words_that_are_no_name() {
    check(
        "bg",
        &[
            "Той е малък, а в [mali:Мали] има преврат.",
            "Турско кафе и гръцка салата",
            "Чили сос има на масата, в [chile:Чили] вали.",
            "Рада пее, того не знае.",
        ],
    );
}
