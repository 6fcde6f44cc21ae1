//! Hard cases in Chinese, Italian, Portuguese and Polish, each both ways.

use super::marked::check;

#[test]
fn chinese_has_no_spaces() {
    check(
        "zh",
        &[
            "[xi-jinping:习近平]访问[china:中国]。",
            "[biden:拜登]在[china:北京]会见[xi-jinping:习近平]。",
            "[japan:日本]和[south-korea:韩国]的会谈",
            "[north-korea:北韩]不回答[south-korea:首尔]。",
            "南中国海的风浪很大，日本海很平静。",
            "朝鲜半岛没有下雪。",
        ],
    );
}

#[test]
fn italian() {
    check(
        "it",
        &[
            "L’[european-union:Unione europea] e la [nato:NATO] firmano.",
            "Nato a Roma, vive altrove.",
            "La [nato:NATO] si riunisce: la [nato:Nato] cresce, l’[nato:alleanza] anche.",
            "L’alleanza tra i partiti è finita.",
            "L’insalata russa e le montagne russe",
            "Il presidente [biden:Joe Biden] tace, [putin:Vladimir Putin] no.",
            "[meloni:Giorgia Meloni] ha visto [macron:Macron].",
            "I meloni del mercato sono maturi.",
        ],
    );
}

#[test]
fn portuguese() {
    check(
        "pt",
        &[
            "A [european-union:União Europeia] e a [nato:NATO] assinam.",
            "A aliança entre os partidos acabou.",
            "A montanha-russa e a salada russa",
            "[lula:Lula da Silva] falou. A lula frita acabou.",
            "A [european-union:UE] e [putin:Putin] discordam.",
        ],
    );
}

#[test]
fn polish() {
    check(
        "pl",
        &[
            "[european-union:Unia Europejska] i [nato:NATO] podpisały umowę.",
            "W [european-union:Unii Europejskiej] i w unii celnej",
            "[putin:Putin] rozmawia z [nato:Sojuszem Północnoatlantyckim].",
            "Prezydent [duda:Andrzej Duda] milczy.",
            "Duda gra na dudach.",
        ],
    );
}
