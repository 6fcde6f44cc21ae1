//! Titles in all cases and genders: with the name they belong to no mention, without it the holder's.

use super::marked::check;

#[test]
fn german_titles_in_all_cases() {
    check(
        "de 2022-06-30",
        &[
            "Das Schreiben des [putin/role:[russia:russischen] Präsidenten] ging an den [macron/role:[france:französischen] Präsidenten].",
            "Dem [scholz/role:[germany:deutschen] Kanzler] gefiel es nicht.",
            "Die [truss/role:[united-kingdom:britische] Außenministerin] reiste ab.",
            "Ein [france:französischer] Präsident sagt so etwas nicht.",
            "Der Präsident [russia:Russlands], [putin:Wladimir Putin], schwieg.",
        ],
    );
}

#[test]
fn russian_and_ukrainian_titles_in_all_cases() {
    check(
        "ru 2022-06-30",
        &[
            "Письмо [biden/role:президенту [united-states:США]] передал [lavrov/role:министр иностранных дел [russia:России]].",
            "Визит [macron/role:президента [france:Франции]] отложен.",
            "Переговоры с [scholz/role:канцлером [germany:Германии]] отложены.",
            "[france:Французский] президент [macron:Эмманюэль Макрон] отложил визит.",
            "Вице-президент банка отложил визит.",
        ],
    );
    check(
        "uk 2022-06-30",
        &[
            "Лист [biden/role:президенту [united-states:США]] передано.",
            "Візит [macron/role:президента [france:Франції]] відкладено.",
            "Розмову з [scholz/role:канцлером [germany:Німеччини]] відкладено.",
            "[france:Французький] президент [macron:Емманюель Макрон] відклав візит.",
            "Віцепрезидент банку відклав візит.",
        ],
    );
}

#[test]
fn french_and_spanish_titles_with_their_gender() {
    check(
        "fr 2022-06-30",
        &[
            "La [von-der-leyen/role:présidente de la [european-commission:Commission européenne]] a parlé.",
            "La présidente du club a parlé.",
            "Le [lavrov/role:ministre [russia:russe] des Affaires étrangères] a parlé.",
            "Le ministre [russia:russe] des Affaires étrangères [lavrov:Sergueï Lavrov] a parlé.",
        ],
    );
    check(
        "es 2022-06-30",
        &[
            "La [von-der-leyen/role:presidenta de la [european-commission:Comisión Europea]] habló.",
            "La presidenta del club habló.",
            "El [lavrov/role:ministro de Exteriores [russia:ruso]] habló.",
            "La excanciller [germany:alemana] [merkel:Angela Merkel] habló.",
        ],
    );
}

#[test]
fn english_titles_of_their_day() {
    check(
        "en 1962-10-27",
        &[
            "The [john-f-kennedy/role:[united-states:American] president] wrote to the [khrushchev/role:[soviet-union:Soviet] leader].",
        ],
    );
    check(
        "en 1985-11-20",
        &[
            "The [reagan/role:[united-states:US] president] met the [gorbachev/role:[soviet-union:Soviet] leader].",
        ],
    );
    check(
        "en 2025-10-01",
        &[
            "The [merz/role:[germany:German] chancellor] met the [starmer/role:[united-kingdom:British] prime minister].",
        ],
    );
}
