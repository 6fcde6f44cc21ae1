//! Hard cases in English, each both ways: what must be found and what must be left alone.

use super::marked::check;

#[test]
fn acronyms_keep_their_case() {
    check(
        "en",
        &[
            "The [united-states:US] told us to wait, and those who knew the [world-health-organization:WHO] asked who paid.",
            "It is said that the [united-nations:UN] may leave the room.",
            "He gave an eu to nobody, but the [european-union:EU] answered.",
            "An aid worker said as much as the [united-nations:UN] had.",
            "CAN WE TRUST THE US NOW",
            "WHO IS TELLING US THE TRUTH",
        ],
    );
}

#[test]
fn names_keep_their_capital() {
    check(
        "en",
        &[
            "They ate turkey with chile sauce while [turkey:Turkey] and [chile:Chile] traded.",
            "She gave the table a polish; the [poland:Polish] carpenter nodded.",
            "He may resign, she said in may.",
            "A rice dish on fine china arrived from [china:China].",
            "The jordan almonds came from [jordan:Jordan].",
            "An iceland of snow lay over [iceland:Iceland].",
            "There was a niger seed in every chad of paper.",
            "El salvador of the team was the goalkeeper.",
        ],
    );
}

#[test]
fn short_forms_need_their_entity() {
    check(
        "en",
        &[
            "AI will change every newsroom, engineers say.",
            "[amnesty-international:Amnesty International] published its findings. [amnesty-international:AI] interviewed forty witnesses, and [amnesty-international:Amnesty] said the camp was full.",
            "Amnesty was declared for the prisoners.",
            "The Alliance of teachers met on Tuesday.",
            "[nato:NATO] met on Tuesday. The [nato/nominal:Alliance] will not send troops, but the [nato/nominal:Alliance] may train them.",
            "The bloc of flats burned for hours.",
            "The [european-union:European Union] froze the assets; the [european-union/nominal:bloc] will extend the measure.",
            "Wagner was played at the opera all night.",
            "The [wagner-group:Wagner Group] left the town. [wagner-group:Wagner] had fought there since August.",
        ],
    );
}

#[test]
fn surnames_that_are_words_need_a_full_name_or_a_title() {
    check(
        "en",
        &[
            "May was the warmest month on record.",
            "They may leave in May or June.",
            "[theresa-may:Theresa May] resigned. [theresa-may:May] wept outside the door.",
            "Prime Minister [theresa-may:May] called an election.",
            "Paz is a [spain:Spanish] word for peace, noted a reader of the [spain:Spanish] press.",
            "Costa coffee is sold at the station.",
            "Santos play in the league of [brazil:Brazil].",
        ],
    );
}

#[test]
fn phrases_that_are_no_mention() {
    check(
        "en",
        &[
            "A wild turkey crossed the road near a guinea pig farm.",
            "Wild Turkey is bottled in Kentucky.",
            "They ate Peking duck and Brussels sprouts by the Indian Ocean.",
            "New England voted early, and so did New Mexico.",
            "The Berlin Wall fell in November.",
            "He played Russian roulette with his career.",
            "Deutsche Bank and Real Madrid signed the deal.",
            "British Columbia closed its schools.",
            "She walked along the Champs-Élysées.",
            "The French Open begins on Sunday.",
            "The Latin American markets fell; Native Americans protested.",
            "American Airlines and American Express raised their prices.",
            "The Statue of Liberty was sold to the Bank of America.",
            "Georgia Tech beat Georgia State in Atlanta, Georgia.",
            "He lives in Jersey City with a Panama hat.",
            "The South China Sea and the Sea of Japan were calm.",
            "Canada Goose jackets and Cuba Gooding Jr films sell well.",
        ],
    );
}

#[test]
fn neighbours_make_another_name() {
    check(
        "en",
        &[
            "George Washington crossed the river.",
            "Michael Jordan and Chad Smith met Paris Hilton.",
            "Hunter Biden pleaded guilty, while Jill Biden kept silent.",
            "Donald Trump Jr. spoke outside Trump Tower.",
            "The [washington-post:Washington Post] reported it first.",
            "Denzel Washington stars in the film.",
            "Melania Trump and Ivanka Trump stayed at home.",
            "President [biden:Biden] and Mr [trump:Trump] met Prime Minister [boris-johnson:Boris Johnson].",
            "On Tuesday [putin:Putin] answered; in March [macron:Macron] had called.",
            "When [putin:Putin] speaks, [scholz:Scholz] listens.",
            "[ukraine:Kyiv] and [russia:Moscow] agreed with [united-states:Washington].",
            "Then [united-states:Washington] refused.",
        ],
    );
}

#[test]
fn the_longest_name_wins() {
    check(
        "en",
        &[
            "[guinea-bissau:Guinea-Bissau], [equatorial-guinea:Equatorial Guinea], [papua-new-guinea:Papua New Guinea] and [guinea:Guinea] voted.",
            "[south-sudan:South Sudan] split from [sudan:Sudan].",
            "[north-korea:North Korean] troops faced [south-korea:South Korea].",
            "The [warsaw-pact:Warsaw Pact] ended in 1991.",
            "[el-salvador:El Salvador] and the [dominican-republic:Dominican Republic] abstained, unlike [dominica:Dominica].",
            "[south-africa:South Africa] and the [central-african-republic:Central African Republic] signed.",
            "The [united-arab-emirates:United Arab Emirates] hosted the talks.",
            "[bosnia-and-herzegovina:Bosnia and Herzegovina] applied.",
        ],
    );
}

#[test]
fn shapes_of_a_name() {
    check(
        "en",
        &[
            "[russia:Russia]'s army and [russia:Russia]’s allies",
            "pro-[russia:Russian] and anti-[united-states:American] slogans",
            "the [ukraine:Ukraine]–[nato:NATO] council and the [trump:Trump]-[putin:Putin] summit",
            "the [united-states:U.S.]-led mission and the [united-states:US]-backed forces",
            "in the [united-states:United\nStates] and in [united-states:U.S.] waters",
            "[erdogan:Erdog\u{306}an], [erdogan:Erdoğan] and [erdogan:Erdogan] are one man.",
            "[germany:Ger\u{ad}many] and [ukraine:Ukra\u{200b}ine]",
            "[ukraine:KIEV] and [ukraine:kyiv] were shelled.",
            "the [france:Elysee] and the [france:Élysée]",
            "[amnesty-international:Amnesty international] said so.",
            "[nato:NATO]/[european-union:EU] cooperation, [russia:Russia]/[ukraine:Ukraine] war",
            "[russia:RUSSIA], [russia:Russia]; [ukraine:UKRAINE]: [nato:NATO]!",
        ],
    );
}

#[test]
fn words_that_only_begin_like_a_name() {
    check(
        "en",
        &[
            "Russiagate, Natoism and Rasputin were the words of the year.",
            "He wore chinos in Casablanca.",
            "Francesca and Chinatown, Polanski and Indiana.",
            "The Germanic tribes and the Romance tongues.",
            "Irony, Irania and Cubanito.",
        ],
    );
}

#[test]
fn capitals_are_places_where_the_words_say_so() {
    check(
        "en",
        &[
            "He was born in [russia/place:Moscow] and works near [france/place:Paris].",
            "[russia/capital:Moscow] accused [ukraine/capital:Kyiv] of delay.",
            "The [spain/place:Madrid] summit ended on Thursday.",
            "[ukraine/place:KYIV], [ukraine:Ukraine] ([associated-press:AP]) — Shells fell overnight.",
            "The anger at [russia/capital:Moscow] grows.",
            "A flight to [turkey/place:Ankara] was delayed.",
            "Protests in [belgium/place:Brussels] and [germany/place:Berlin] drew thousands.",
            "[germany/capital:Berlin] and [france/capital:Paris] want a truce.",
        ],
    );
}

#[test]
fn roles_stand_for_the_holder() {
    check(
        "en 2022-06-30",
        &[
            "The [biden/role:[united-states:US] president] flew home.",
            "[united-states:US] President [trump:Donald Trump] said in an old interview that he was right.",
            "[united-states:US] President [biden:Joe Biden] said so.",
            "The [putin/role:[russia:Russian] president] replied, the [lavrov/role:[russia:Russian] foreign minister] did not.",
            "The [stoltenberg/role:[nato:NATO] chief] warned the [guterres/role:[united-nations:UN] secretary general].",
            "The deputy [russia:Russian] foreign minister left.",
            "The [boris-johnson/role:[united-kingdom:British] prime minister] and the [macron/role:president of [france:France]] dined.",
            "The president of the club and the prime minister of nowhere dined.",
        ],
    );
    check(
        "en 2024-09-30",
        &["The [stoltenberg/role:[nato:NATO] chief] said farewell."],
    );
    check(
        "en 2024-10-02",
        &["The [rutte/role:[nato:NATO] chief] said hello."],
    );
    check(
        "en 2025-06-30",
        &[
            "The [trump/role:[united-states:US] president] flew home.",
            "[ukraine:Ukraine]'s president, [zelensky:Volodymyr Zelensky], flew home.",
        ],
    );
}

#[test]
fn former_holders_are_left_open() {
    check(
        "en 2022-06-30",
        &[
            "The former [us-president/role:[united-states:US] president] flew home.",
            "Former [united-states:US] President [obama:Barack Obama] flew home.",
        ],
    );
}

#[test]
fn shared_forms_go_to_the_one_named() {
    check(
        "en",
        &[
            "[congo-kinshasa:DR Congo] sent troops. The [congo-kinshasa:Congolese] army advanced.",
            "[north-korea:North Korea] fired two missiles. The [north-korea:Korean] state agency confirmed it.",
            "[belgium:Belgium] agreed. [belgium:Brussels] will pay.",
            "The [european-union:European Union] agreed. [european-union:Brussels] will pay.",
        ],
    );
}

#[test]
fn demonyms_in_small_letters() {
    check(
        "en",
        &[
            "the [government-of-norway/name:[norway:norwegian] government] and [ukraine:ukrainian] soldiers met [russia:russian] envoys",
            "they polish shoes, they do not speak turkey",
            "the [france:french] and [turkey:turkish] ministers met their [united-kingdom:british], [spain:spanish] and [switzerland:swiss] colleagues",
            "they ate french fries, turkish delight and swiss cheese from a dutch oven, and went Dutch",
            "[united-states:american] and [germany:german] jets; an [iraq:iraqi] officer and a [saudi-arabia:saudi] prince",
            "the german shepherd, the irish setter and the greek salad",
        ],
    );
}

#[test]
fn addresses_are_not_read() {
    check(
        "en",
        &[
            "Read more at https://example.org/world/russia-ukraine/putin or mail putin@kremlin.ru today.",
            "Follow the page example.com/Ukraine for updates from [ukraine:Ukraine].",
        ],
    );
}
