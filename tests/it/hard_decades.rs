//! News of seven decades as it was written then, with the states, spellings and leaders of its day.

use super::marked::check;

#[test]
fn fifties_and_sixties() {
    check(
        "en 1956-11-05",
        &[
            "[soviet-union:Soviet] tanks rolled into [hungary/place:Budapest] as [hungary:Hungarian] radio fell silent.",
            "[united-kingdom:Britain] and [france:France] bombed [egypt:Egyptian] airfields; [egypt:Cairo] blocked the canal.",
            "[eisenhower:Eisenhower] was angry, and [anthony-eden:Anthony Eden] knew it.",
            "The garden of Eden is lost.",
        ],
    );
    check(
        "en 1962-10-27",
        &[
            "[khrushchev:Khrushchev] wrote a second letter to [john-f-kennedy:John F. Kennedy], and the [united-states:White House] waited.",
            "The Kennedy Center had not been built.",
        ],
    );
    check(
        "fr 1958-06-02",
        &[
            "[de-gaulle:Charles de Gaulle] a été investi ; [de-gaulle:de Gaulle] partira pour [algeria/place:Alger].",
            "Le porte-avions Charles-de-Gaulle n’existe pas encore.",
        ],
    );
    check(
        "de 1961-08-14",
        &[
            "Die [east-germany:DDR] riegelt die Grenze ab. [adenauer:Konrad Adenauer] schweigt.",
            "Die Konrad-Adenauer-Stiftung lud zum Vortrag.",
        ],
    );
    check(
        "it 1957-03-26",
        &[
            "Il trattato è stato firmato da [italy:Italia], [france:Francia], [belgium:Belgio], [netherlands:Olanda] e [luxembourg:Lussemburgo].",
        ],
    );
}

#[test]
fn seventies_and_eighties() {
    check(
        "en 1979-12-28",
        &[
            "[soviet-union:Soviet] troops reached [afghanistan:Kabul], where [afghanistan:Afghan] guards fought back.",
            "Afghan hounds are elegant.",
        ],
    );
    check(
        "fr 1981-05-11",
        &[
            "[mitterrand:François Mitterrand] l’emporte ; [giscard:Valéry Giscard d’Estaing] s’incline.",
            "La bibliothèque François-Mitterrand ouvrira plus tard.",
        ],
    );
    check(
        "es 1982-06-15",
        &[
            "[argentina:Argentina] se rinde; [thatcher:Margaret Thatcher] celebra en [united-kingdom/place:Londres].",
            "La guerra fría y la sopa fría",
        ],
    );
    check(
        "pl 1981-12-14",
        &[
            "[jaruzelski:Wojciech Jaruzelski] przemówił w telewizji. [jaruzelski:Jaruzelski] ogłosił stan wojenny.",
        ],
    );
    check(
        "cs 1989-12-30",
        &[
            "[vaclav-havel:Václav Havel] byl zvolen. [czechoslovakia:Československo] slaví.",
            "Letiště Václava Havla otevře nový terminál.",
        ],
    );
    check(
        "ru 1986-10-12",
        &[
            "[gorbachev:Михаил Горбачёв] и [reagan:Рональд Рейган] встретились в [iceland/place:Рейкьявике].",
        ],
    );
    check(
        "pt 1974-04-26",
        &["[portugal:Portugal] acordou livre; o [portugal:português] saiu à rua."],
    );
}

#[test]
fn nineties() {
    check(
        "en 1991-12-26",
        &[
            "The [soviet-union:USSR] is no more; [gorbachev:Gorbachev] resigned, and [yeltsin:Boris Yeltsin] took the [russia:Kremlin].",
            "[yugoslavia:Yugoslavia] is breaking up: [slovenia:Slovenia] and [croatia:Croatia] have left.",
        ],
    );
    check(
        "fr 1994-07-05",
        &[
            "Le [rwanda:Rwanda] brûle, le [congo-kinshasa:Zaïre] accueille ; l’[united-nations:ONU] hésite.",
        ],
    );
    check(
        "sl 1991-06-26",
        &["[slovenia:Slovenija] je samostojna, [yugoslavia:Jugoslavija] grozi."],
    );
    check(
        "bg 1997-02-05",
        &["[bulgaria:България] чака избори, а [imf:МВФ] чака правителство."],
    );
    check(
        "nl 1995-07-12",
        &[
            "[bosnia-and-herzegovina:Bosnië] beschuldigt de [united-nations:VN]; [netherlands:Nederlandse] militairen zwijgen.",
        ],
    );
    check(
        "uk 1994-12-06",
        &[
            "[ukraine:Україна] підписала меморандум у [hungary/place:Будапешті] з [russia:Росією], [united-kingdom:Великою Британією] і [united-states:США].",
        ],
    );
}

#[test]
fn two_thousands() {
    check(
        "en 2003-03-20",
        &[
            "[saddam-hussein:Saddam Hussein] vanished. [united-states:American] tanks moved on [iraq:Baghdad].",
            "[george-w-bush:George W. Bush] spoke from the [united-states:Oval Office].",
        ],
    );
    check(
        "de 2005-11-23",
        &[
            "[merkel:Angela Merkel] löst [gerhard-schroeder:Gerhard Schröder] ab. [merkel:Merkel] reist nach [france/place:Paris].",
            "Der Schröder-Verlag druckt weiter.",
        ],
    );
    check(
        "it 2008-08-08",
        &["La [georgia:Georgia] attacca, la [russia:Russia] risponde: [georgia:Tbilisi] brucia."],
    );
    check(
        "es 2002-04-13",
        &["[venezuela:Venezuela] despierta sin [chavez:Hugo Chávez]; [venezuela:Caracas] arde."],
    );
}

#[test]
fn twenty_tens_and_twenties() {
    check(
        "en 2016-06-24",
        &[
            "[united-kingdom:Britain] voted to leave the [european-union:European Union]; [david-cameron:David Cameron] resigned.",
        ],
    );
    check(
        "en 2021-08-16",
        &[
            "The [taliban:Taliban] entered [afghanistan/place:Kabul]; [biden:Biden] defended the withdrawal.",
        ],
    );
    check(
        "fr 2024-06-10",
        &[
            "[macron:Emmanuel Macron] dissout l’Assemblée ; [bardella:Bardella] jubile? [bardella:Jordan Bardella] sourit.",
        ],
    );
    check(
        "uk 2022-02-24",
        &[
            "[russia:Росія] напала на [ukraine:Україну]; [zelensky:Зеленський] залишився в [ukraine/place:Києві].",
        ],
    );
    check(
        "pl 2023-12-13",
        &["[tusk:Donald Tusk] został premierem; [morawiecki:Mateusz Morawiecki] odszedł."],
    );
    check(
        "sl 2022-04-25",
        &["[golob:Robert Golob] je premagal [jansa:Janeza Janšo]."],
    );
    check(
        "cs 2023-01-29",
        &[
            "[petr-pavel:Petr Pavel] porazil [babis:Andreje Babiše]. [petr-pavel:Pavel] slaví.",
            "Pavel Nedvěd hrál za Juventus.",
        ],
    );
    check(
        "zh 2022-02-24",
        &["[russia:俄罗斯]入侵[ukraine:乌克兰]。[zelensky:泽连斯基]留在[ukraine:基辅]。"],
    );
    check(
        "en 2026-05-11",
        &[
            "[carney:Mark Carney] called [sheinbaum:Claudia Sheinbaum] about [united-states:American] tariffs.",
        ],
    );
}
