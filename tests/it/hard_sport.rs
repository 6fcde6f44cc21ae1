//! Sport: a state's name for its team is the state's; clubs, leagues, cups, races and grounds are left alone.

use super::marked::check;

#[test]
fn national_teams_are_called_by_their_state() {
    check(
        "en",
        &[
            "[france:France] beat [italy:Italy] 2–1 in extra time.",
            "England lost on penalties to [west-germany:West Germany].",
            "The [netherlands:Dutch] goalkeeper saved twice against [argentina:Argentina].",
        ],
    );
    check(
        "fr",
        &["La [france:France] a battu l’[italy:Italie] 2 à 1."],
    );
    check(
        "de",
        &["[germany:Deutschland] schlug [brazil:Brasilien] 7:1."],
    );
    check(
        "es",
        &["[spain:España] ganó a [netherlands:Holanda] en la prórroga."],
    );
    check(
        "it",
        &["L’[italy:Italia] ha battuto la [germany:Germania] ai supplementari."],
    );
    check(
        "pt",
        &["[portugal:Portugal] venceu a [france:França] no prolongamento."],
    );
    check(
        "nl",
        &["[netherlands:Nederland] verloor van [argentina:Argentinië]."],
    );
    check("pl", &["[poland:Polska] zremisowała z Anglią na Wembley."]);
    check(
        "cs",
        &["[czechoslovakia:Československo] porazilo [soviet-union:Sovětský svaz]."],
    );
    check(
        "sl",
        &["[slovenia:Slovenija] je premagala [serbia:Srbijo]."],
    );
    check(
        "bg",
        &["[bulgaria:България] победи [germany:Германия] с два на един."],
    );
    check(
        "ru",
        &["[russia:Россия] обыграла [spain:Испанию] по пенальти."],
    );
    check("uk", &["[ukraine:Україна] перемогла [sweden:Швецію]."]);
}

#[test]
fn clubs_and_leagues_are_no_state() {
    check(
        "en",
        &[
            "Inter Milan, Real Madrid and Paris Saint-Germain reached the last eight.",
            "The Boston Celtics beat the Washington Wizards; the New England Patriots rested.",
            "The Premier League, the Russian Premier League and the Belgian Pro League resume.",
            "She won the Australian Open, then the French Open and the US Open.",
            "He retired from the Monaco Grand Prix and from the Tour de France.",
        ],
    );
    check(
        "fr",
        &[
            "Le Paris Saint-Germain reçoit l’Inter Milan au Parc des Princes.",
            "Roland-Garros, l’Open d’Australie et le Tour d’Italie",
            "Le Stade de France affiche complet.",
        ],
    );
    check(
        "de",
        &[
            "Union Berlin schlug Hertha BSC, Austria Wien verlor.",
            "Dynamo Kiew trat gegen Spartak Moskau an.",
            "Borussia Dortmund und der FC Bayern München",
        ],
    );
    check(
        "es",
        &[
            "El Atlético de Madrid empató con el Sporting de Lisboa.",
            "La Vuelta a España y el Giro de Italia",
            "El Gran Premio de Mónaco fue aburrido.",
        ],
    );
    check(
        "it",
        &[
            "Il Giro d’Italia parte domenica; la Coppa Italia finisce mercoledì.",
            "Il Gran Premio di Monaco, la Dinamo Kiev e il Real Madrid",
            "La Stella Rossa di Belgrado",
        ],
    );
    check(
        "pt",
        &[
            "O Sporting de Lisboa e o Real Madrid empataram.",
            "A Volta a França e a Taça de Portugal",
        ],
    );
    check(
        "nl",
        &[
            "De Ronde van Frankrijk en de Ronde van Italië",
            "Real Madrid won van Dinamo Moskou.",
        ],
    );
    check(
        "pl",
        &[
            "Legia Warszawa zremisowała z Realem Madryt.",
            "Polonia Warszawa i Dynamo Kijów",
        ],
    );
    check(
        "cs",
        &[
            "Sparta Praha porazila Slavii Praha.",
            "Dynamo Kyjev a Real Madrid",
        ],
    );
    check("sl", &["Olimpija Ljubljana je premagala Dinamo Kijev."]);
    check(
        "bg",
        &["ЦСКА София победи Левски.", "Реал Мадрид и Динамо Киев"],
    );
    check(
        "ru",
        &[
            "«Реал Мадрид» обыграл «Динамо» Киев.",
            "ЦСКА Москва и «Спартак» Москва",
        ],
    );
    check("uk", &["«Динамо» Київ перемогло «Реал Мадрид»."]);
}
