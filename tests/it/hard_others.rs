//! Hard cases in Chinese, Italian, Portuguese and Polish, each both ways.

use super::marked::check;

#[test]
fn chinese_has_no_spaces() {
    check(
        "zh",
        &[
            "[xi-jinping:习近平]访问[china:中国]。",
            "[united-states:美国]总统[biden:拜登]在[china/place:北京]会见[xi-jinping:习近平]。",
            "[russia:俄罗斯]和[ukraine:乌克兰]的战争",
            "[nato:北约]秘书长表示欢迎。",
            "南中国海的风浪很大。",
            "我爱吃北京烤鸭。",
        ],
    );
}

#[test]
fn italian() {
    check(
        "it",
        &[
            "La [russia:Russia] e gli [united-states:Stati Uniti] trattano.",
            "L’[ukraine:Ucraina] e l’[european-union:Unione europea] firmano.",
            "L’insalata russa e le montagne russe",
            "Il presidente [united-states:americano] [biden:Joe Biden] tace.",
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
            "A [russia:Rússia] e os [united-states:Estados Unidos] negociam.",
            "A [ukraine:Ucrânia] e a [european-union:União Europeia] assinam.",
            "A montanha-russa e a salada russa",
            "[lula:Lula da Silva] falou. A lula frita acabou.",
            "O [brazil:Brasil] venceu a [germany:Alemanha].",
        ],
    );
}

#[test]
fn polish() {
    check(
        "pl",
        &[
            "[russia:Rosja] i [ukraine:Ukraina] rozmawiają.",
            "W [russia:Rosji] i na [ukraine:Ukrainie]",
            "[poland:Polska] i [germany:Niemcy] podpisały umowę.",
            "Prezydent [duda:Andrzej Duda] milczy.",
            "Duda gra na dudach.",
        ],
    );
}
