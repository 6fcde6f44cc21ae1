//! Hard cases in Czech, Slovene, Bulgarian, Polish, Dutch, Italian and Portuguese: places and capitals, titles and the offices they
//! name, demonyms and acronyms, each both ways.

use super::marked::check;

#[test]
fn czech_places_and_capitals() {
    check(
        "cs",
        &[
            "V [russia/place:Moskvě] sněží, ale [russia/capital:Moskva] mlčí.",
            "[ukraine/capital:Kyjev] obvinil [russia/capital:Moskvu].",
            "Ministři přiletěli do [france/place:Paříže] a do [germany/place:Berlína].",
            "Vzkaz do [russia/capital:Moskvy] byl jasný.",
            "Důvěra v [ukraine/capital:Kyjev] roste, ve [austria/place:Vídni] prší.",
            "Útok na [ukraine/place:Kyjev] trval celou noc.",
            "Primátor [ukraine/place:Kyjeva] poděkoval hasičům.",
            "[russia/metonym:Kreml] odmítl výzvu, [united-states/metonym:Bílý dům] nereagoval.",
            "Vrátil se z [poland/place:Varšavy] unavený.",
        ],
    );
}

#[test]
fn czech_titles_and_names() {
    check(
        "cs 2022-06-30",
        &[
            "Jednal s [biden/role:[united-states:americkým] prezidentem].",
            "[putin/role:Prezident [russia:Ruska]] odpověděl.",
            "[russia:Ruský] prezident [putin:Vladimir Putin] odpověděl.",
            "Bývalý [us-president/role:[united-states:americký] prezident] odpověděl.",
            "Kandidát na prezidenta [united-states:USA] mlčí.",
            "Mluvil s [stoltenberg/role:generálním tajemníkem [nato:NATO]].",
            "Náměstek [united-states:amerického] ministra obrany odletěl.",
            "Setkal se s [scholz/role:[germany:německým] kancléřem].",
            "[von-der-leyen/role:Předsedkyně [european-commission:Evropské komise]] souhlasí.",
            "Prezident klubu odpověděl.",
            "[government-of-germany:[germany:Německá] vláda] a [government-of-poland:vláda [poland:Polska]] souhlasí.",
            "Hovořil s prezidentem [zelensky:Zelenským] a s [putin:Putinem].",
        ],
    );
    check(
        "cs 2025-06-30",
        &["Jednal s [trump/role:[united-states:americkým] prezidentem]."],
    );
}

#[test]
fn czech_demonyms_and_acronyms() {
    check(
        "cs",
        &[
            "[russia:Rusové] a [ukraine:Ukrajinci] jednali s [european-union:EU] a [nato:NATO].",
            "Mluví rusky, česky a německy.",
            "Objednal si ruské vejce.",
            "V centru [czechia/place:Prahy] stál [poland:polský] autobus.",
        ],
    );
}

#[test]
fn slovene_places_and_capitals() {
    check(
        "sl",
        &[
            "V [slovenia/place:Ljubljani] sneži, a [slovenia/capital:Ljubljana] molči.",
            "Na [austria/place:Dunaju] so se srečali ministri.",
            "[russia/capital:Moskva] je obtožila [ukraine/capital:Kijev].",
            "Pritisk na [russia/capital:Moskvo] narašča.",
            "Napad na [ukraine/place:Kijev] je trajal vso noč.",
            "Župan [ukraine/place:Kijeva] se je zahvalil.",
            "[russia/metonym:Kremelj] molči, [united-states/metonym:Bela hiša] tudi.",
            "Vrnil se je iz [serbia/place:Beograda] utrujen.",
            "Odnos do [russia/capital:Moskve] se spreminja.",
        ],
    );
}

#[test]
fn slovene_titles_and_names() {
    check(
        "sl 2022-06-30",
        &[
            "Govoril je z [biden/role:[united-states:ameriškim] predsednikom].",
            "Srečal je [putin/role:[russia:ruskega] predsednika].",
            "[putin/role:Predsednik [russia:Rusije]] je odgovoril.",
            "[russia:Ruski] predsednik [putin:Vladimir Putin] je odgovoril.",
            "Nekdanji [us-president/role:[united-states:ameriški] predsednik] je odgovoril.",
            "Kandidat za predsednika [united-states:ZDA] molči.",
            "[stoltenberg/role:Generalni sekretar [nato:Nata]] je odgovoril.",
            "[blinken/role:[united-states:Ameriški] zunanji minister] je prispel.",
            "Namestnik [united-states:ameriškega] obrambnega ministra je prispel.",
            "Predsednik kluba je odgovoril.",
            "[government-of-germany:[germany:Nemška] vlada] in [government-of-poland:vlada [poland:Poljske]] se strinjata.",
        ],
    );
    check(
        "sl 2025-06-30",
        &["Govoril je z [trump/role:[united-states:ameriškim] predsednikom]."],
    );
}

#[test]
fn slovene_demonyms_and_acronyms() {
    check(
        "sl",
        &[
            "[russia:Rusi] in [ukraine:Ukrajinci] se pogajajo z [european-union:EU] in [nato:Natom].",
            "[united-states:ZDA] in [china:Kitajska] molčita.",
            "Mali otroci se igrajo v parku.",
        ],
    );
}

#[test]
fn bulgarian_places_and_capitals() {
    check(
        "bg",
        &[
            "В [bulgaria/place:София] вали сняг, но [bulgaria/capital:София] мълчи.",
            "[russia/capital:Москва] обвини [ukraine/capital:Киев].",
            "Министърът пристигна във [austria/place:Виена].",
            "Доверието в [ukraine/capital:Киев] расте.",
            "Кметът на [ukraine/place:Киев] благодари.",
            "По улиците на [france/place:Париж] имаше протести.",
            "[russia/metonym:Кремъл] мълчи, [united-states/metonym:Белият дом] също.",
            "Той се върна от [serbia/place:Белград].",
            "София Лорен е актриса.",
        ],
    );
}

#[test]
fn bulgarian_titles_and_names() {
    check(
        "bg 2022-06-30",
        &[
            "Той разговаря с [putin/role:[russia:руския] президент].",
            "[putin/role:Президентът на [russia:Русия]] отговори.",
            "[russia:Руският] президент [putin:Владимир Путин] отговори.",
            "Бившият [us-president/role:[united-states:американски] президент] отговори.",
            "[stoltenberg/role:Генералният секретар на [nato:НАТО]] отговори.",
            "[lavrov/role:[russia:Руският] външен министър] пристигна.",
            "Заместник-министърът на отбраната на [russia:Русия] пристигна.",
            "Кандидат за президент на [united-states:САЩ] мълчи.",
            "Президентът на клуба отговори.",
            "[government-of-germany:[germany:Германското] правителство] и [government-of-poland:правителството на [poland:Полша]] са съгласни.",
        ],
    );
    check(
        "bg 2025-06-30",
        &["Той разговаря с [trump/role:президента на [united-states:САЩ]]."],
    );
}

#[test]
fn bulgarian_demonyms_and_acronyms() {
    check(
        "bg",
        &[
            "[russia:Руснаците] и [ukraine:украинците] преговарят с [european-union:ЕС] и [nato:НАТО].",
            "[greece:Гърците] ядат, [germany:германците] пият.",
            "Играха на руска рулетка.",
        ],
    );
}

#[test]
fn polish_places_and_capitals() {
    check(
        "pl",
        &[
            "W [russia/place:Moskwie] pada śnieg, a [russia/capital:Moskwa] milczy.",
            "Prezydent przyleciał do [ukraine/place:Kijowa].",
            "Apel do [russia/capital:Moskwy] pozostał bez odpowiedzi.",
            "[ukraine/capital:Kijów] oskarżył [russia/capital:Moskwę].",
            "Burmistrz [germany/place:Berlina] podziękował.",
            "Atak na [ukraine/place:Kijów] trwał całą noc.",
            "[russia/metonym:Kreml] milczy, [united-states/metonym:Biały Dom] też.",
        ],
    );
}

#[test]
fn polish_titles_and_names() {
    check(
        "pl 2022-06-30",
        &[
            "Rozmawiał z [biden/role:[united-states:amerykańskim] prezydentem].",
            "[putin/role:Prezydent [russia:Rosji]] odpowiedział.",
            "[russia:Rosyjski] prezydent [putin:Władimir Putin] odpowiedział.",
            "Były [us-president/role:prezydent [united-states:USA]] odpowiedział.",
            "Kandydat na prezydenta [united-states:USA] milczy.",
            "[lavrov/role:Szef [russia:rosyjskiej] dyplomacji] przyleciał.",
            "Wiceminister obrony [russia:Rosji] przyleciał.",
            "[stoltenberg/role:Sekretarz generalny [nato:NATO]] odpowiedział.",
            "[von-der-leyen/role:Przewodnicząca [european-commission:Komisji Europejskiej]] odpowiedziała.",
            "Prezes klubu odpowiedział.",
            "[government-of-germany:[germany:Niemiecki] rząd] i [government-of-italy:rząd [italy:Włoch]] milczą.",
        ],
    );
}

#[test]
fn dutch_places_and_capitals() {
    check(
        "nl",
        &[
            "In [russia/place:Moskou] sneeuwt het, maar [russia/capital:Moskou] zwijgt.",
            "[ukraine/capital:Kiev] beschuldigt [russia/capital:Moskou].",
            "De burgemeester van [ukraine/place:Kiev] bedankte hen.",
            "Het vertrouwen in [ukraine/capital:Kiev] groeit.",
            "De aanval op [ukraine/place:Kiev] duurde de hele nacht.",
            "Het [russia/metonym:Kremlin] zwijgt, het [united-states/metonym:Witte Huis] ook.",
        ],
    );
}

#[test]
fn dutch_titles_and_names() {
    check(
        "nl 2022-06-30",
        &[
            "Hij sprak met de [putin/role:[russia:Russische] president].",
            "De [biden/role:president van de [united-states:Verenigde Staten]] zweeg.",
            "De [russia:Russische] president [putin:Vladimir Poetin] zweeg.",
            "De voormalige [us-president/role:[united-states:Amerikaanse] president] zweeg.",
            "De [scholz/role:[germany:Duitse] bondskanselier] zweeg.",
            "[stoltenberg/role:[nato:NAVO]-chef] zei niets.",
            "De [lavrov/role:[russia:Russische] minister van Buitenlandse Zaken] zweeg.",
            "Een [united-states:Amerikaanse] president zegt zoiets niet.",
            "De president van de club zweeg.",
            "De [government-of-germany:[germany:Duitse] regering] en de [government-of-poland:regering van [poland:Polen]] zwijgen.",
            "De [russia:Russen] en de [european-union:EU] zwijgen.",
        ],
    );
}

#[test]
fn italian_places_and_capitals() {
    check(
        "it",
        &[
            "A [russia/place:Mosca] nevica, ma [russia/capital:Mosca] tace.",
            "[ukraine/capital:Kiev] accusa [russia/capital:Mosca].",
            "Il sindaco di [ukraine/place:Kiev] ringrazia.",
            "Gli aiuti a [ukraine/capital:Kiev] continuano.",
            "L’attacco a [ukraine/place:Kiev] è durato tutta la notte.",
            "Il [russia/metonym:Cremlino] tace, la [united-states/metonym:Casa Bianca] pure.",
        ],
    );
}

#[test]
fn italian_titles_and_names() {
    check(
        "it 2022-06-30",
        &[
            "Ha parlato con il [putin/role:presidente [russia:russo]].",
            "Il [putin/role:presidente della [russia:Russia]] tace.",
            "Il presidente [russia:russo] [putin:Vladimir Putin] tace.",
            "L’ex [us-president/role:presidente [united-states:americano]] tace.",
            "Il [scholz/role:cancelliere [germany:tedesco]] tace.",
            "Il [lavrov/role:ministro degli Esteri [russia:russo]] tace.",
            "Il viceministro [russia:russo] tace.",
            "Un presidente [united-states:americano] non lo direbbe.",
            "Il presidente del club tace.",
            "Il [government-of-germany:governo [germany:tedesco]] e il [government-of-poland:governo della [poland:Polonia]] tacciono.",
            "I [russia:russi] e l’[european-union:Ue] tacciono.",
        ],
    );
}

#[test]
fn portuguese_places_and_capitals() {
    check(
        "pt",
        &[
            "Em [russia/place:Moscovo] neva, mas [russia/capital:Moscovo] cala.",
            "[ukraine/capital:Kiev] acusa [russia/capital:Moscovo].",
            "O presidente da câmara de [portugal/place:Lisboa] agradeceu.",
            "A confiança em [ukraine/capital:Kiev] cresce.",
            "O ataque a [ukraine/place:Kiev] durou toda a noite.",
            "O [russia/metonym:Kremlin] cala, a [united-states/metonym:Casa Branca] também.",
        ],
    );
}

#[test]
fn portuguese_titles_and_names() {
    check(
        "pt 2022-06-30",
        &[
            "Falou com o [putin/role:presidente [russia:russo]].",
            "O [biden/role:presidente dos [united-states:Estados Unidos]] calou-se.",
            "O presidente [russia:russo] [putin:Vladimir Putin] calou-se.",
            "O antigo [us-president/role:presidente [united-states:americano]] calou-se.",
            "O [scholz/role:chanceler [germany:alemão]] calou-se.",
            "O [lavrov/role:ministro dos Negócios Estrangeiros [russia:russo]] calou-se.",
            "O [boris-johnson/role:primeiro-ministro [united-kingdom:britânico]] calou-se.",
            "O vice-ministro [russia:russo] calou-se.",
            "Um presidente [united-states:americano] não o diria.",
            "O presidente do clube calou-se.",
            "O [government-of-germany:governo [germany:alemão]] e o [government-of-poland:governo da [poland:Polónia]] calam-se.",
            "Os [russia:russos] e a [european-union:UE] calam-se.",
        ],
    );
}
