//! Hard cases in Russian and Ukrainian, each both ways: what must be found and what must be left alone.

use super::marked::check;

#[test]
fn cases_are_listed() {
    check(
        "ru",
        &[
            "[russia:Россия] и [ukraine:Украина] ведут переговоры с [united-states:Соединёнными Штатами].",
            "В [russia:России] и на [ukraine:Украине], между [russia:Россией] и [ukraine:Украиной].",
            "[united-states:Соединенные Штаты] и [united-states:США] молчат.",
            "[russia:Российская Федерация] и [russia:РФ] одно и то же.",
            "[putin:Владимир Путин] встретил [zelensky:Зеленского].",
            "Встреча с [putin:Путиным] и [biden:Байденом]",
            "Армия [germany:Германии] и флот [china:Китая]",
            "[turkey:Турецкие] дроны и [iran:иранские] ракеты",
            "Послы [ghana:Ганы], [senegal:Сенегала] и [tanzania:Танзании] встретились с [bolivia:боливийским] коллегой.",
            "[papua-new-guinea:Папуа — Новая Гвинея] граничит с морем, [guinea:Гвинея] — с [guinea-bissau:Гвинеей-Бисау].",
            "Суда шли через Панамский канал мимо [panama:Панамы].",
        ],
    );
    check(
        "uk",
        &[
            "[ukraine:Україна] і [russia:Росія] ведуть переговори.",
            "В [ukraine:Україні] та з [russia:Росією]",
            "[zelensky:Володимир Зеленський] зустрів [putin:Путіна].",
            "[united-states:Сполучені Штати] та [united-states:США]",
            "[european-union:Європейський Союз] і [nato:НАТО]",
            "У [czechia/place:Празі] та [latvia/place:Ризі], у [mexico:Мексиці] й [czechia:Чеській Республіці]",
            "[government-of-poland:Уряд [poland:Польщі]] й армія [germany:Німеччини]",
            "Посли [ghana:Гани], [senegal:Сенегалу] та [zambia:Замбії] зустрілися з [bolivia:болівійським] колегою.",
            "Кораблі йшли через Панамський канал повз [panama:Панаму].",
        ],
    );
}

#[test]
fn words_that_are_no_name() {
    check(
        "ru",
        &[
            "Того, кто пришёл, никто не ждал.",
            "Он сложил перу птицы, а перо упало.",
            "Мы рады, что рада собралась.",
            "Соус чили острый, и того мало.",
            "Большой перевал и малый мир",
            "Казанский Кремль открыт для туристов.",
            "Московский район, московское метро, лавровый лист",
            "Он путинист и любит американо.",
            "Дума моя тяжела.",
        ],
    );
    check(
        "uk",
        &[
            "Вони мали рацію, і ми мали час.",
            "Мали б ми більше, якби мали терпіння.",
            "Рада директорів зібралася, і я рада.",
            "Кожна країна на краю.",
            "Того дня падав сніг.",
        ],
    );
}

#[test]
fn short_forms_need_their_entity() {
    check(
        "ru",
        &[
            "[state-duma:Государственная дума] приняла закон. [state-duma:Дума] уйдёт на каникулы.",
            "[nato:НАТО] растёт: [nato:альянс] примет [sweden:Швецию].",
            "Альянс двух компаний распался.",
        ],
    );
    check(
        "uk",
        &["[verkhovna-rada:Верховна Рада] ухвалила закон. [verkhovna-rada:Рада] піде на канікули."],
    );
}

#[test]
fn capitals_are_places_where_the_words_say_so() {
    check(
        "ru",
        &[
            "В [russia/place:Москве] идёт снег.",
            "[russia/capital:Москва] обвинила [ukraine/capital:Киев].",
            "Сигнал в [russia/capital:Москву] услышан.",
            "Удары по [ukraine/place:Киеву] продолжаются.",
            "[russia/metonym:Кремль] промолчал.",
            "Саммит в [spain/place:Мадриде] завершён.",
        ],
    );
    check(
        "uk",
        &[
            "У [ukraine/place:Києві] йде дощ.",
            "[russia/capital:Москва] звинуватила [ukraine/capital:Київ].",
        ],
    );
}

#[test]
fn the_white_house_is_in_moscow_too() {
    check(
        "ru",
        &[
            "[united-states:США] ждут. [united-states:Белый дом] промолчал.",
            "[russia:Россия] ждёт. [russia:Белый дом] промолчал.",
        ],
    );
}

#[test]
fn roles_stand_for_the_holder() {
    check(
        "ru 2009-06-30",
        &["Он говорил с [medvedev/role:президентом [russia:России]]."],
    );
    check(
        "ru 2022-06-30",
        &[
            "Он говорил с [putin/role:президентом [russia:России]].",
            "[russia:Российский] президент [putin:Владимир Путин] ответил.",
            "[stoltenberg/role:Генсек [nato:НАТО]] ответил.",
            "Бывший [us-president/role:президент [united-states:США]] ответил.",
            "Президент клуба ответил.",
        ],
    );
    check(
        "uk 2022-06-30",
        &[
            "[zelensky/role:Президент [ukraine:України]] відповів.",
            "Президент [united-states:США] [biden:Джо Байден] відповів.",
        ],
    );
}

#[test]
fn other_scripts_inside() {
    check(
        "ru",
        &[
            "Агентство [reuters:Reuters] и [nato:NATO] сообщили о [russia:России].",
            "Смотрите https://example.ru/россия и ждите.",
        ],
    );
    check(
        "en",
        &["The paper [russia:Россия] of [putin:Путин] is old."],
    );
}
