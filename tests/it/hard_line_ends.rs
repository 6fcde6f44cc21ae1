//! Words broken at the end of a line, as scanned pages and old files have them.

use super::marked::check;

#[test]
fn a_hyphen_before_a_small_letter_is_the_printers() {
    check(
        "en",
        &[
            "The army of [russia:Rus-\nsia] crossed the river at dawn.",
            "[ukraine:Ukrai-\r\nnian] and [poland:Pol-\nish] officers met at the border.",
            "The [nato:North Atlantic Trea-\nty Organization] was founded in 1949.",
            "Mr. [khrushchev:Khru-\nshchev] banged his fist on the desk.",
            "[united-nations:United Na-\ntions] observers reached [iraq/place:Bagh-\ndad] on Friday.",
            "[czechoslovakia:Czecho-\nslovakia] closed its border; [yugoslavia:Yugo-\nslavia] did not.",
            "[germany:Ger\u{ad}\nmany] and [italy:Ita\u{2010}\n   ly] signed.",
        ],
    );
    check(
        "fr",
        &[
            "Le [united-kingdom:Royaume-\nUni] et la [russia:Rus-\nsie] négocient.",
            "Les [united-states:améri-\ncains] et les [soviet-union:sovié-\ntiques] se parlent.",
            "L’[germany:Alle-\nmagne] a voté avec la [france:Fran-\nce].",
        ],
    );
    check(
        "de",
        &[
            "[germany:Deutsch-\nland] und [austria:Öster-\nreich] sind sich einig.",
            "Die [united-states:ameri-\nkanischen] Truppen und die [soviet-union:sowje-\ntische] Armee",
        ],
    );
    check(
        "es",
        &["El parla-\nmento calla; [argentina:Argen-\ntina] y [spain:Espa-\nña] sí."],
    );
    check(
        "it",
        &["La [germany:Ger-\nmania] e la [france:Fran-\ncia] hanno firmato."],
    );
    check(
        "pt",
        &["O [brazil:Bra-\nsil] e [portugal:Portu-\ngal] assinaram o acordo."],
    );
    check(
        "nl",
        &["[germany:Duits-\nland] en [belgium:Bel-\ngië] tekenden."],
    );
    check(
        "pl",
        &["[germany:Niem-\ncy] i [russia:Ro-\nsja] podpisały umowę."],
    );
    check(
        "cs",
        &["[germany:Něme-\ncko] a [poland:Pol-\nsko] podepsaly smlouvu."],
    );
    check(
        "ru",
        &[
            "Войска [germany:Гер-\nмании] и [soviet-union:Совет-\nского Союза]",
            "[putin:Влади-\nмир Путин] прилетел в [belarus/place:Минск].",
        ],
    );
    check(
        "uk",
        &["[government-of-ukraine:Уряд [ukraine:Ук-\nраїни]] звернувся до [poland:Поль-\nщі]."],
    );
    check(
        "bg",
        &["[government-of-bulgaria:Правителството на [bulgaria:Бъл-\nгария]] и [greece:Гър-\nция]"],
    );
}

#[test]
fn a_hyphen_before_a_capital_is_the_words() {
    check(
        "en",
        &[
            "pro-\n[russia:Russian] rebels and anti-\n[united-states:American] slogans",
            "[guinea-bissau:Guinea-\nBissau] and [guinea:Guinea] voted.",
            "The United-\nStates of the printer, never seen.",
            "The [trump:Trump]-\n[putin:Putin] summit was short.",
            "a [russia:Russia]-\nbacked separatist, the [united-states:US]-\nled force",
        ],
    );
    check(
        "fr",
        &[
            "les [united-states:États-\nUnis] et les [united-states:Etats-\nUnis]",
            "les troupes [north-korea:nord-\ncoréennes] et les [south-africa:sud-\nafricains]",
            "les forces pro-\n[russia:russes] et anti-\n[united-states:américaines]",
        ],
    );
    check(
        "de",
        &[
            "die [government-of-united-states:[united-states:US]-\nRegierung] und der [ukraine:Ukraine]-\nKrieg",
        ],
    );
}

#[test]
fn broken_words_that_are_no_name() {
    check(
        "en",
        &[
            "The chi-\nnaware, the pan-\nama hat and the guinea-\npig",
            "She laid down her ar-\ngument, he his pol-\nish.",
            "Rus-\n\nsia is two paragraphs here.",
            "Rus- sia is on one line.",
            "A list:\n-\nrussets and pippins",
            "The Rus\u{ad}set is an apple.",
        ],
    );
    check("fr", &["La ma-\nlice des enfants, la na-\nture des choses"]);
    check("de", &["Der Russ-\nfilter ist voll."]);
}
