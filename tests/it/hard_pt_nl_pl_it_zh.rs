//! Hard cases in Portuguese, Dutch, Polish, Italian and Chinese: shapes, longest names, masks, words that only look alike; each both ways.

use super::marked::check;

#[test]
fn portuguese_shapes_and_longest_names() {
    check(
        "pt",
        &[
            "[united-states:EUA] e [united-states:Estados Unidos] são um só.",
            "Os [united-states:norte-americanos] e os [north-korea:norte-coreanos]",
            "A [papua-new-guinea:Papua-Nova Guiné] e o [south-sudan:Sudão do Sul]",
            "O [sao-tome-and-principe:São Tomé e Príncipe] e [cape-verde:Cabo Verde]",
            "Os russos brancos e os [russia:russos]",
            "[putin:Vladimir Putin] telefonou a [macron:Macron].",
        ],
    );
}

#[test]
fn portuguese_masks_and_words() {
    check(
        "pt",
        &[
            "O porquinho-da-índia come, a [india:Índia] vota.",
            "O Muro de Berlim caiu; [germany:Berlim] mudou.",
            "O oceano Índico está calmo.",
            "A roleta russa não é jogo de [russia:russo].",
            "O peru de Natal não veio do [peru:Peru].",
            "A Nova Inglaterra e a Colúmbia Britânica",
            "A granada explodiu longe da praia.",
            "Comprou um chapéu-panamá no [panama:Panamá].",
            "O canário-da-terra e a couve-de-bruxelas",
        ],
    );
}

#[test]
fn dutch_shapes_and_longest_names() {
    check(
        "nl",
        &[
            "[united-states:Verenigde Staten] en [united-kingdom:Verenigd Koninkrijk]",
            "De [ukraine:Oekraïense] gezant en de [ukraine:Oekraine] van de kranten",
            "pro-[russia:Russische] rebellen en de [european-union:EU]-top",
            "[north-korea:Noord-Korea] en de [south-korea:Zuid-Koreaanse] marine",
            "[papua-new-guinea:Papoea-Nieuw-Guinea] en [guinea:Guinee]",
            "[south-sudan:Zuid-Soedan] en [sudan:Soedan]",
            "[south-africa:Zuid-Afrika] en de [central-african-republic:Centraal-Afrikaanse Republiek]",
        ],
    );
}

#[test]
fn dutch_masks_and_words() {
    check(
        "nl",
        &[
            "De Berlijnse Muur viel in november.",
            "Russisch roulette is geen spel voor [russia:Russen].",
            "De Indische Oceaan is kalm, [india:India] stemt.",
            "[belgium:België] teelt spruitjes en Brussels lof.",
            "Zij kocht een cavia op de markt.",
            "Frans van der Berg en Frans de Waal wandelen.",
            "De Deutsche Bank en Real Madrid tekenden.",
            "Een Turks bad en een Deense dog",
            "Het nieuwe jaar begon in New England.",
        ],
    );
}

#[test]
fn polish_names_and_longest_names() {
    check(
        "pl",
        &[
            "[united-states:Stany Zjednoczone] i [united-kingdom:Wielka Brytania]",
            "W [united-states:USA] i w [germany:Niemczech], między [poland:Polską] a [ukraine:Ukrainą]",
            "[russia:Rosyjskie] drony i [ukraine:ukraińscy] żołnierze",
            "[south-sudan:Sudan Południowy] i [sudan:Sudan]",
            "[north-korea:Korea Północna] i [south-korea:Korea Południowa]",
            "[guinea-bissau:Gwinea Bissau] i [equatorial-guinea:Gwinea Równikowa]",
            "[putin:Putina] i [zelensky:Zełenskiego] nie widziano razem.",
        ],
    );
}

#[test]
fn polish_masks_and_words() {
    check(
        "pl",
        &[
            "Mur berliński runął w listopadzie.",
            "Rosyjska ruletka nie jest grą.",
            "Świnka morska nie pochodzi z [guinea:Gwinei].",
            "Ocean Indyjski jest spokojny, [india:Indie] głosują.",
            "Nowa Anglia głosuje, [united-kingdom:Wielka Brytania] też.",
            "Pierogi ruskie i ryba po grecku",
            "Kolumbia Brytyjska płonie, [colombia:Kolumbia] nie.",
            "Indyk nie jest z [india:Indii], a węgierki nie są [hungary:węgierskie].",
            "Mali chłopcy grają w piłkę, w [mali:Mali] wrze.",
            "Jego brat czad wdychał, w [chad:Czadzie] nie był.",
        ],
    );
}

#[test]
fn italian_shapes_and_longest_names() {
    check(
        "it",
        &[
            "Gli [united-states:Stati Uniti], gli [united-states:Usa] e gli [united-states:USA] sono uno.",
            "L’[ukraine:Ucraina], dell’[ukraine:Ucraina] e nell’[ukraine:Ucraina]",
            "filo-[russia:russi] e anti-[united-states:americani]",
            "La [guinea-bissau:Guinea-Bissau], la [equatorial-guinea:Guinea Equatoriale] e la [guinea:Guinea]",
            "Il [south-sudan:Sud Sudan] lascia il [sudan:Sudan].",
            "La [north-korea:Corea del Nord] e i [south-korea:sudcoreani]",
            "Il [united-kingdom:Regno Unito] e la [united-kingdom:Gran Bretagna]",
        ],
    );
}

#[test]
fn italian_masks_and_words() {
    check(
        "it",
        &[
            "Il muro di Berlino è caduto a novembre.",
            "La roulette russa non è un gioco.",
            "Il porcellino d’India dorme, l’[india:India] vota.",
            "L’oceano Indiano è calmo.",
            "La zuppa inglese e il caffè turco",
            "I cavolini di Bruxelles si raffreddano.",
            "Il peperoncino cile? No, il [chile:Cile] è altrove.",
            "La Nuova Inghilterra vota, l’Inghilterra no.",
            "È nato ieri; la [nato:NATO] è nata nel 1949.",
            "Disse che la cuba era vuota, e [cuba:Cuba] lontana.",
        ],
    );
}

#[test]
fn chinese() {
    check(
        "zh",
        &[
            "[united-states:美国]和[china:中国]的代表",
            "[nato:北约]和[european-union:欧盟]发表声明。",
            "[united-nations:联合国]安理会开会。",
            "[ukraine:乌克兰]总统[zelensky:泽连斯基]会见[macron:马克龙]。",
            "[putin:普京]抵达[china:北京]，[trump:特朗普]没有去。",
            "[russia:俄罗斯]外长[lavrov:拉夫罗夫]说。",
            "[south-sudan:南苏丹]离开[sudan:苏丹]。",
            "[guinea-bissau:几内亚比绍]、[equatorial-guinea:赤道几内亚]和[papua-new-guinea:巴布亚新几内亚]",
            "[taiwan:台湾]和[japan:日本]签署协议。",
            "[united-kingdom:英国]首相访问[france:法国]。",
            "[germany:德国]、[italy:意大利]和[spain:西班牙]",
            "印度洋很平静，[india:印度]投票。",
            "皇家马德里赢了。",
            "北京烤鸭很好吃。",
            "他读日本海的故事。",
            "柏林墙倒了。",
        ],
    );
}
