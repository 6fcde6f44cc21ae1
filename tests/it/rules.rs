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
