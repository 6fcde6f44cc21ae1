//! Hard cases in Spanish, each both ways: what must be found and what must be left alone.

use super::marked::check;

#[test]
fn shapes_of_a_name() {
    check(
        "es",
        &[
            "[united-states:EE.UU.] y [united-states:EE. UU.] y [united-states:EE.\u{a0}UU.] firman.",
            "Los [united-states:Estados Unidos] y el [united-kingdom:Reino Unido]",
            "La [european-union:Unión Europea] y la [nato:OTAN]",
            "[erdogan:Erdogan] habló con [putin:Putin] y [zelensky:Zelenski].",
            "prorrusos y anti-[united-states:estadounidenses]",
            "el eje [russia:Moscú]-[china:Pekín]",
        ],
    );
}

#[test]
fn names_and_words() {
    check(
        "es",
        &[
            "El chile picante viene de [mexico:México]; [chile:Chile] exporta vino.",
            "Un [cuba:cubano] sabe de [cuba:Cuba] más que una cuba de vino.",
            "Caminó jordán arriba; el río Jordán baja seco.",
            "La tinta china y el barrio chino no son de [china:China].",
            "Un perú, dos perús: el pavo.",
            "El salvador del equipo fue el portero de [el-salvador:El Salvador].",
            "La granada explotó lejos de la [grenada:isla de Granada].",
        ],
    );
}

#[test]
fn phrases_that_are_no_mention() {
    check(
        "es",
        &[
            "El Real Madrid y el Atlético de Madrid empataron.",
            "La montaña rusa y la ensaladilla rusa",
            "La ruleta rusa no es un juego.",
            "El muro de Berlín cayó.",
            "El océano Índico y el mar de China",
            "El gran danés ladró.",
            "Nueva Inglaterra y la Columbia Británica",
            "Latinoamérica y los latinoamericanos votan.",
        ],
    );
}

#[test]
fn the_longest_name_wins() {
    check(
        "es",
        &[
            "Los [mexico:Estados Unidos Mexicanos] y los [united-states:Estados Unidos]",
            "[guinea-bissau:Guinea-Bisáu], [equatorial-guinea:Guinea Ecuatorial] y [papua-new-guinea:Papúa Nueva Guinea]",
            "[south-sudan:Sudán del Sur] y [sudan:Sudán]",
            "[north-korea:Corea del Norte] y los [south-korea:surcoreanos]",
            "El [warsaw-pact:Pacto de Varsovia] terminó.",
        ],
    );
}

#[test]
fn short_forms_need_their_entity() {
    check(
        "es",
        &[
            "La alianza entre los partidos terminó.",
            "La [nato:OTAN] se reúne. La [nato:Alianza] enviará tanques.",
            "La paz llegó; Paz no es un nombre aquí.",
            "El presidente [rodrigo-paz:Rodrigo Paz] habló. [rodrigo-paz:Paz] ganó.",
            "Los santos y los costas del mar",
        ],
    );
}

#[test]
fn capitals_are_places_where_the_words_say_so() {
    check(
        "es",
        &[
            "En [russia/place:Moscú] nieva.",
            "[russia/capital:Moscú] acusa a [ukraine/capital:Kiev].",
            "La cumbre de [spain/place:Madrid] terminó.",
            "El [russia/metonym:Kremlin] niega; la [united-states/metonym:Casa Blanca] calla.",
            "Viajó a [belgium/place:Bruselas] ayer.",
        ],
    );
}

#[test]
fn roles_stand_for_the_holder() {
    check(
        "es 2022-06-30",
        &[
            "El [biden/role:presidente [united-states:estadounidense]] habló.",
            "El presidente [russia:ruso], [putin:Vladímir Putin], respondió.",
            "El expresidente [united-states:estadounidense] calló.",
            "El [stoltenberg/role:secretario general de la [nato:OTAN]] avisó.",
            "El [sanchez/role:presidente del Gobierno [spain:español]] avisó.",
        ],
    );
}
