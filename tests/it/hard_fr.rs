//! Hard cases in French, each both ways: what must be found and what must be left alone.

use super::marked::check;

#[test]
fn acronyms_keep_their_case() {
    check(
        "fr",
        &[
            "L’[european-union:UE] a eu raison, il a eu tort.",
            "L’[united-nations:ONU] et l’[world-health-organization:OMS] se taisent.",
            "AU CŒUR DE LA GUERRE",
            "LA FIN DE LA NEUTRALITÉ POUR LA [sweden:SUÈDE]",
            "Une vs une autre, la finale Lyon vs Lille.",
        ],
    );
}

#[test]
fn names_keep_their_capital() {
    check(
        "fr",
        &[
            "Un maurice de plus ; il suit le mali du regard.",
            "Le chili con carne vient du [chile:Chili].",
            "La dinde et le cochon d’inde, mais l’[india:Inde] vote.",
            "Il a la niaque : le niger coule au [niger:Niger].",
        ],
    );
}

#[test]
fn short_forms_need_their_entity() {
    check(
        "fr",
        &[
            "L’alliance entre les deux partis a vécu.",
            "L’alliance de la gauche tient bon.",
            "L’[nato:OTAN] se réunit à [spain/place:Madrid]. L’[nato:Alliance] enverra des chars, et l’[nato:alliance] les paiera.",
            "[amnesty-international:Amnesty International] accuse [ukraine:Kiev]. L’[ukraine:Ukraine] répond à [amnesty-international:Amnesty].",
            "Une amnesty, une amnistie.",
            "La Cour pénale attend ; le CPI est un indice des prix.",
            "La [international-criminal-court:Cour pénale internationale] a tranché. La [international-criminal-court:CPI] siège à [netherlands/place:La Haye].",
            "Le [wagner-group:groupe Wagner] avance. [wagner-group:Wagner] a perdu mille hommes.",
            "Wagner aimait Bayreuth.",
            "Le bloc de béton est tombé.",
        ],
    );
}

#[test]
fn surnames_that_are_words_need_a_full_name_or_a_title() {
    check(
        "fr",
        &[
            "La hollande est une toile fine.",
            "[hollande:François Hollande] a parlé. [hollande:Hollande] a souri.",
            "M. [biden:Biden] et M. [duda:Duda] se sont vus à [poland/place:Varsovie].",
            "Le président [duda:Duda] a signé.",
            "Michel Dupont et Charles Durand arrivent.",
            "[charles-michel:Charles Michel] préside, dit-on.",
        ],
    );
}

#[test]
fn phrases_that_are_no_mention() {
    check(
        "fr",
        &[
            "Il remonte les Champs-Élysées jusqu’au Kremlin-Bicêtre.",
            "Les montagnes russes et la salade russe lui plaisent.",
            "On l’a pris comme tête de Turc.",
            "La roulette russe n’est pas un jeu.",
            "Le Real Madrid joue au Parc.",
            "Le mur de Berlin est tombé.",
            "Les choux de Bruxelles refroidissent.",
            "Une sauce hollandaise, un café viennois.",
            "L’océan Indien est calme ; la mer de Chine aussi.",
            "La Nouvelle-Angleterre et la Colombie-Britannique gèlent.",
            "Il bâtit des châteaux en Espagne.",
            "Les Latino-Américains et les Sud-Américains protestent.",
            "Il porte un panama et joue du cor anglais.",
            "Le Tour de France part demain ; Air France aussi.",
        ],
    );
}

#[test]
fn languages_have_their_own_forms() {
    check(
        "fr",
        &[
            "La [european-central-bank:BCE] relève ses taux.",
            "Le [mexico:Mexique] exporte ; [mexico:Mexico] proteste.",
            "Maurice Leblanc écrit, Maurice répond.",
            "Le [united-kingdom:Royaume-Uni] et la [united-kingdom:Grande-Bretagne] sont un.",
            "[united-kingdom:Londres] et [turkey:Ankara] négocient.",
        ],
    );
    check(
        "en",
        &[
            "The vase dates from 300 BCE.",
            "The town stood in 120 BCE, before [mexico:Mexico] was.",
        ],
    );
}

#[test]
fn the_longest_name_wins() {
    check(
        "fr",
        &[
            "La [guinea-bissau:Guinée-Bissau], la [equatorial-guinea:Guinée équatoriale] et la [guinea:Guinée] signent.",
            "Le [south-sudan:Soudan du Sud] quitte le [sudan:Soudan].",
            "Les troupes [north-korea:nord-coréennes] et la [south-korea:Corée du Sud].",
            "Le [warsaw-pact:pacte de Varsovie] n’est plus.",
            "La [papua-new-guinea:Papouasie-Nouvelle-Guinée] vote.",
            "Le [european-council:Conseil européen] et la [european-commission:Commission européenne]",
        ],
    );
}

#[test]
fn shapes_of_a_name() {
    check(
        "fr",
        &[
            "L’[nato:OTAN], l'[nato:Otan] et d’[ukraine:Ukraine]",
            "l'armée de l’[ukraine:Ukraine], jusqu’à [russia/place:Moscou]",
            "pro-[russia:russes] et anti-[united-states:américains]",
            "le Conseil [ukraine:Ukraine]–[nato:Otan]",
            "l’[france:Elysee] et l’[france:ELYSÉE]",
            "les [united-states:États-Unis], les [united-states:Etats-Unis] et les [united-states:États\u{2011}Unis]",
            "[erdogan:Recep Tayyip Erdogan] et [zelensky:Volodymyr Zelensky]",
            "[ukraine:Kiev], [ukraine:KIEV] et [ukraine:Kyiv]",
            "l’axe [france:Paris]-[germany:Berlin]",
            "la [russia:Russie]; l’[ukraine:Ukraine]!",
        ],
    );
}

#[test]
fn capitals_are_places_where_the_words_say_so() {
    check(
        "fr",
        &[
            "Réunis à [spain/place:Madrid], les alliés menacent [russia/capital:Moscou].",
            "[france/capital:Paris] refuse, [germany/capital:Berlin] hésite.",
            "L’aide militaire à [ukraine/capital:Kiev] reprend.",
            "La réponse à [russia/capital:Moscou] tarde.",
            "Le sommet de [spain/place:Madrid] s’achève.",
            "De retour de [ukraine/place:Kiev], il se tait.",
            "Né à [france/place:Paris], mort à [italy/place:Rome].",
            "Il a quitté [belgium/place:Bruxelles] hier.",
        ],
    );
}

#[test]
fn roles_stand_for_the_holder() {
    check(
        "fr 2022-06-30",
        &[
            "Le [biden/role:président [united-states:américain]] a parlé au [macron/role:président [france:français]].",
            "Le président [russia:russe] [putin:Vladimir Poutine] a répondu.",
            "Le [stoltenberg/role:secrétaire général de l’[nato:Otan]] se félicite.",
            "Le [boris-johnson/role:premier ministre [united-kingdom:britannique]] doute.",
            "L’ancien [us-president/role:président [united-states:américain]] doute.",
            "Le vice-président de l’association doute.",
            "[stoltenberg:Jens Stoltenberg], le secrétaire général de l’[nato:OTAN], se tait.",
        ],
    );
}

#[test]
fn neighbours_make_another_name() {
    check(
        "fr",
        &[
            "[bardella:Jordan Bardella] est élu.",
            "Hunter Biden plaide coupable.",
            "George Washington et Denzel Washington",
            "Paris Hilton danse.",
            "[united-states:Washington] refuse. Selon [united-states:Washington], rien ne presse.",
            "Le [washington-post:Washington Post] l’écrit.",
            "Mardi, [putin:Poutine] a répondu.",
        ],
    );
}

#[test]
fn words_that_only_begin_like_a_name() {
    check(
        "fr",
        &[
            "Le Russiagate, la poutinerie et Casablanca.",
            "La francisque, la finlandisation et le polonium.",
            "Un suissesse et la Turquoise.",
        ],
    );
}
