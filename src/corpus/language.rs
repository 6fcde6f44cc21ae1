//! The language of a text: declared, else detected.

use std::collections::HashMap;
use std::sync::LazyLock;

use whatlang::{Detector, Lang, Script};

use crate::text::Language;

/// The languages that are told apart, with their subtags: those of the large news sites. A shorter list makes fewer mistakes, for
/// closely related languages (Afrikaans and Dutch, Catalan and Spanish) share most of their short words.
const LANGUAGES: [(Lang, &str); 38] = [
    (Lang::Ara, "ar"),
    (Lang::Ben, "bn"),
    (Lang::Bel, "be"),
    (Lang::Bul, "bg"),
    (Lang::Cat, "ca"),
    (Lang::Ces, "cs"),
    (Lang::Cmn, "zh"),
    (Lang::Dan, "da"),
    (Lang::Deu, "de"),
    (Lang::Ell, "el"),
    (Lang::Eng, "en"),
    (Lang::Est, "et"),
    (Lang::Fin, "fi"),
    (Lang::Fra, "fr"),
    (Lang::Heb, "he"),
    (Lang::Hin, "hi"),
    (Lang::Hrv, "hr"),
    (Lang::Hun, "hu"),
    (Lang::Ita, "it"),
    (Lang::Jpn, "ja"),
    (Lang::Kor, "ko"),
    (Lang::Lav, "lv"),
    (Lang::Lit, "lt"),
    (Lang::Mkd, "mk"),
    (Lang::Nld, "nl"),
    (Lang::Nob, "no"),
    (Lang::Pes, "fa"),
    (Lang::Pol, "pl"),
    (Lang::Por, "pt"),
    (Lang::Ron, "ro"),
    (Lang::Rus, "ru"),
    (Lang::Slk, "sk"),
    (Lang::Slv, "sl"),
    (Lang::Spa, "es"),
    (Lang::Srp, "sr"),
    (Lang::Swe, "sv"),
    (Lang::Tur, "tr"),
    (Lang::Ukr, "uk"),
];

/// The most frequent words of the languages in which most news is written, which answer for most texts at a hundredth of the cost.
///
/// A word that two languages share is listed in both, so that it speaks for neither; Catalan, Galician, Afrikaans, Slovak, Croatian,
/// Belarusian, Macedonian and Serbian are listed to keep their neighbours from being taken for them.
#[rustfmt::skip]
const FREQUENT: [(&str, &[&str]); 21] = [
    ("en", &["the", "of", "and", "to", "in", "that", "is", "for", "was", "with", "on", "by", "as", "at", "from", "has", "have", "his", "it",
        "he", "be", "are", "which", "said", "but", "not", "this", "will", "its", "a", "an", "who", "their", "had", "were", "been"]),
    ("fr", &["le", "la", "les", "des", "et", "de", "est", "un", "une", "dans", "pour", "que", "qui", "sur", "par", "au", "aux", "du", "avec",
        "ne", "pas", "plus", "ce", "cette", "son", "sa", "ses", "a", "à", "été", "ont", "il", "l", "d", "en", "s", "n", "qu", "se", "sont"]),
    ("de", &["der", "die", "das", "und", "in", "den", "von", "zu", "mit", "dem", "ist", "nicht", "ein", "eine", "des", "auf", "für", "sich",
        "im", "auch", "wird", "als", "an", "hat", "einen", "einer", "werden", "es", "dass", "am", "er", "sie", "nach", "bei", "um", "aus"]),
    ("es", &["el", "la", "los", "las", "de", "y", "en", "que", "un", "una", "por", "con", "del", "para", "se", "su", "al", "lo", "como", "más",
        "fue", "ha", "sus", "no", "a", "es", "entre", "este", "esta", "pero", "o"]),
    ("it", &["il", "la", "le", "di", "che", "e", "un", "una", "per", "con", "del", "della", "dei", "non", "si", "è", "nel", "alla", "sono",
        "gli", "da", "al", "i", "in", "a", "l", "lo", "ha", "delle", "dal", "come", "anche", "più", "nella"]),
    ("pt", &["o", "a", "os", "as", "de", "que", "e", "do", "da", "em", "um", "uma", "para", "com", "não", "por", "dos", "das", "no", "na",
        "ao", "se", "foi", "é", "mais", "como", "pelo", "pela", "à", "são"]),
    ("nl", &["de", "het", "een", "van", "en", "in", "is", "dat", "op", "te", "voor", "met", "zijn", "aan", "niet", "ook", "door", "er", "bij",
        "naar", "die", "om", "maar", "hij", "was", "werd", "heeft", "tot", "uit", "als"]),
    ("ca", &["el", "la", "els", "les", "i", "de", "que", "en", "un", "una", "per", "amb", "del", "al", "dels", "no", "ha", "va", "és", "més",
        "a", "l", "d", "als", "es", "aquest", "aquesta", "com"]),
    ("gl", &["o", "a", "os", "as", "de", "que", "e", "do", "da", "en", "un", "unha", "para", "con", "non", "por", "dos", "das", "no", "na",
        "ao", "se", "foi", "é", "máis", "como", "polo", "pola", "á", "son"]),
    ("af", &["die", "van", "en", "in", "is", "dat", "op", "te", "vir", "met", "nie", "ook", "deur", "het", "hy", "aan", "was", "wat", "as",
        "word", "om", "by", "na", "sy", "sal"]),
    ("pl", &["w", "i", "na", "z", "do", "nie", "że", "się", "o", "jest", "to", "po", "a", "od", "za", "jak", "przez", "dla", "ze", "ale", "co",
        "oraz", "był", "są", "tym", "który", "które", "która", "tego", "jego", "przed", "być", "także", "już", "we", "było", "tej", "ich", "czy"]),
    ("cs", &["a", "v", "na", "se", "je", "že", "s", "z", "do", "o", "i", "k", "to", "za", "pro", "by", "ve", "ale", "po", "si", "jako", "od",
        "jeho", "podle", "který", "která", "které", "jsou", "byl", "byla", "však", "nebo", "ze", "při", "před", "také", "než", "aby", "už", "když"]),
    ("sk", &["a", "v", "na", "sa", "je", "že", "s", "z", "do", "o", "aj", "k", "to", "za", "pre", "by", "vo", "ale", "po", "si", "ako", "od",
        "jeho", "podľa", "ktorý", "ktorá", "ktoré", "sú", "bol", "bola", "však", "alebo", "zo", "pri", "pred", "tiež", "než", "aby", "už", "keď"]),
    ("sl", &["je", "in", "v", "na", "se", "za", "da", "so", "pa", "z", "ki", "s", "ne", "tudi", "bi", "kot", "bo", "po", "o", "iz", "še", "od",
        "že", "pri", "do", "k", "ali", "ob", "bil", "bila", "med", "ni", "jih", "le", "ter", "lahko", "naj", "pred", "ker", "kar"]),
    ("hr", &["i", "je", "u", "da", "se", "na", "su", "za", "s", "od", "a", "o", "koji", "iz", "kako", "bi", "ne", "će", "što", "nije", "koje",
        "koja", "sa", "do", "ali", "kao", "te", "biti", "bio", "bila", "po", "nakon", "prije", "još", "ili", "samo", "već", "to", "njegov", "rekao"]),
    ("ru", &["в", "и", "на", "с", "не", "что", "по", "о", "из", "к", "а", "от", "за", "для", "его", "как", "это", "он", "до", "также", "но",
        "был", "у", "об", "во", "со", "или", "при", "их", "после", "того", "было", "были", "она", "они", "который", "чтобы", "все", "бы", "время"]),
    ("uk", &["в", "у", "і", "й", "на", "з", "не", "що", "та", "по", "про", "із", "до", "а", "від", "за", "для", "його", "як", "це", "він",
        "також", "але", "був", "під", "зі", "або", "при", "їх", "після", "того", "було", "були", "вона", "вони", "який", "щоб", "яка", "які", "є"]),
    ("be", &["у", "і", "на", "з", "не", "што", "па", "аб", "да", "а", "ад", "за", "для", "яго", "як", "гэта", "ён", "таксама", "але", "быў",
        "пад", "са", "або", "пры", "іх", "пасля", "таго", "было", "былі", "яна", "яны", "які", "каб", "якая", "якія", "ў", "ужо"]),
    ("bg", &["на", "и", "в", "за", "да", "се", "от", "с", "че", "е", "са", "по", "не", "като", "ще", "до", "със", "но", "при", "която", "във",
        "към", "или", "той", "бе", "си", "след", "което", "който", "които", "го", "това", "ли", "има", "му", "още", "само", "беше", "пред"]),
    ("mk", &["на", "и", "во", "за", "да", "се", "од", "со", "дека", "е", "по", "не", "како", "ќе", "до", "но", "при", "која", "кон", "или",
        "тој", "беше", "си", "што", "кој", "кои", "го", "тоа", "има", "му", "уште", "само", "бил", "пред", "сите", "ја", "ги", "сè", "ова", "биде"]),
    ("sr", &["и", "је", "у", "да", "се", "на", "су", "за", "са", "од", "а", "о", "који", "из", "како", "би", "не", "ће", "што", "није", "које",
        "која", "до", "али", "као", "те", "бити", "био", "била", "по", "након", "пре", "још", "или", "само", "већ", "то", "његов", "рекао"]),
];

/// The words of [`FREQUENT`], each with the languages that have it as bits.
static WORDS: LazyLock<HashMap<&str, u32>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (number, (_, list)) in FREQUENT.iter().enumerate() {
        for &word in *list {
            *words.entry(word).or_default() |= 1 << number;
        }
    }
    words
});

/// How much of a text is looked at, in bytes: some 300 words decide as well as the whole and cost less than the matching.
const SAMPLE: usize = 2048;

/// The same for the frequent words, which need less.
const FREQUENT_SAMPLE: usize = 1024;

/// Fewer letters decide nothing: a headline is names, and names have no language.
const MIN_LETTERS: usize = 80;

/// A character of Chinese, Japanese or Korean says as much as three or four letters.
const MIN_EAST_ASIAN: usize = 20;

/// Returns the language that is declared, else the one detected, else `None`.
///
/// ```
/// use ibid::corpus::language::language_of;
/// assert_eq!(language_of(Some("fr-CA"), "").unwrap().as_str(), "fr");
/// assert_eq!(language_of(None, "NATO"), None);
/// ```
pub fn language_of(declared: Option<&str>, text: &str) -> Option<Language> {
    declared
        .and_then(|tag| tag.trim().parse().ok())
        .or_else(|| detect(text))
}

/// Returns the language of a text, or `None` when it is too short or could as well be another.
pub fn detect(text: &str) -> Option<Language> {
    let sample = text.get(..text.floor_char_boundary(SAMPLE)).unwrap_or(text);
    if let Some(tag) = by_frequent_words(
        sample
            .get(..sample.floor_char_boundary(FREQUENT_SAMPLE))
            .unwrap_or(sample),
    ) {
        return tag.parse().ok();
    }
    let n_letters = sample.chars().filter(|c| c.is_alphabetic()).count();
    let allowed = LANGUAGES.iter().map(|&(lang, _)| lang).collect();
    let found = Detector::with_allowlist(allowed).detect(sample)?;
    let east_asian = [
        Script::Mandarin,
        Script::Hiragana,
        Script::Katakana,
        Script::Hangul,
    ]
    .contains(&found.script());
    let least = if east_asian {
        MIN_EAST_ASIAN
    } else {
        MIN_LETTERS
    };
    if n_letters < least || !found.is_reliable() {
        return None;
    }
    let (_, tag) = LANGUAGES.iter().find(|&&(lang, _)| lang == found.lang())?;
    tag.parse().ok()
}

/// Returns the language whose frequent words are a good part of a text and far more than any other's.
fn by_frequent_words(text: &str) -> Option<&'static str> {
    /// Enough words to go by, and enough frequent ones among them: a quarter to a half of any text in the language.
    const MIN_WORDS: usize = 20;
    const MIN_SHARE: usize = 4;
    let mut counts = [0_usize; FREQUENT.len()];
    let mut n_words = 0;
    for word in text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
    {
        n_words += 1;
        let Some(languages) = WORDS.get(word) else {
            continue;
        };
        for (number, count) in counts.iter_mut().enumerate() {
            *count += usize::from(languages & (1 << number) != 0);
        }
    }
    let (best, count) = counts
        .iter()
        .copied()
        .enumerate()
        .max_by_key(|&(_, count)| count)?;
    let next = counts
        .iter()
        .enumerate()
        .filter(|&(at, _)| at != best)
        .map(|(_, &count)| count)
        .max()?;
    let clear = n_words >= MIN_WORDS && count * MIN_SHARE >= n_words && count * 2 >= next * 3;
    let (tag, _) = FREQUENT.get(best)?;
    (clear && LANGUAGES.iter().any(|(_, listed)| listed == tag)).then_some(*tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detects_news() {
        for (text, expected) in [
            (
                "NATO promised on Wednesday to support Ukraine as long as necessary in the face of the cruelty of Russia, during a summit.",
                Some("en"),
            ),
            (
                "Suite à une série d’attaques massives et dévastatrices effectuées par la Russie avec des missiles et de l’artillerie.",
                Some("fr"),
            ),
            (
                "Um kurz nach zehn Uhr fehlten sechs Stimmen. Als Bundestagspräsidentin Klöckner am Dienstag das Ergebnis verlas, wurde es still.",
                Some("de"),
            ),
            (
                "Empezaron a negociar en 1999, cuando el euro aún no tenía monedas. El viernes, en Montevideo, se dieron la mano.",
                Some("es"),
            ),
            (
                "Президент России Владимир Путин встретился в Москве с министром иностранных дел, чтобы обсудить положение в регионе.",
                Some("ru"),
            ),
            (
                "Президент України Володимир Зеленський зустрівся у Києві з міністром закордонних справ, щоб обговорити становище в регіоні.",
                Some("uk"),
            ),
            (
                "北约秘书长在布鲁塞尔表示，盟国将继续支持乌克兰，直到战争结束为止。",
                Some("zh"),
            ),
            (
                "El president del Govern es va reunir dimecres a Madrid amb els caps d’Estat dels països membres de l’Aliança per parlar de la guerra i de la seguretat d’Europa.",
                Some("ca"),
            ),
            (
                "Președintele României s-a întâlnit miercuri la Madrid cu liderii statelor membre ale Alianței pentru a discuta despre război și securitate.",
                Some("ro"),
            ),
            (
                "Il presidente del Consiglio ha incontrato mercoledì a Madrid i capi di Stato dei Paesi membri dell’Alleanza per parlare della guerra e della sicurezza.",
                Some("it"),
            ),
            (
                "O presidente da República reuniu-se na quarta-feira em Madrid com os chefes de Estado dos países membros da Aliança para falar da guerra e da segurança.",
                Some("pt"),
            ),
            (
                "De premier ontmoette woensdag in Madrid de leiders van de lidstaten van het bondgenootschap om over de oorlog en de veiligheid van Europa te praten.",
                Some("nl"),
            ),
            (
                "Prezydent spotkał się w środę w Madrycie z przywódcami państw członkowskich Sojuszu, aby rozmawiać o wojnie i bezpieczeństwie Europy.",
                Some("pl"),
            ),
            (
                "Prezident se ve středu v Madridu sešel s představiteli členských států Aliance, aby s nimi jednal o válce a o bezpečnosti Evropy.",
                Some("cs"),
            ),
            (
                "Prezident sa v stredu v Madride stretol s predstaviteľmi členských štátov Aliancie, aby s nimi rokoval o vojne a bezpečnosti Európy.",
                Some("sk"),
            ),
            (
                "Predsednik se je v sredo v Madridu srečal z voditelji držav članic zavezništva, da bi se pogovorili o vojni in varnosti Evrope.",
                Some("sl"),
            ),
            (
                "Predsjednik se u srijedu u Madridu sastao s čelnicima država članica Saveza kako bi razgovarali o ratu i sigurnosti Europe.",
                Some("hr"),
            ),
            (
                "Президентът се срещна в сряда в Мадрид с лидерите на страните членки на Алианса, за да разговарят за войната и сигурността на Европа.",
                Some("bg"),
            ),
            (
                "Претседателот се сретна во среда во Мадрид со лидерите на земјите членки на Алијансата, за да разговараат за војната и безбедноста на Европа.",
                Some("mk"),
            ),
            (
                "Председник се у среду у Мадриду састао са лидерима држава чланица Алијансе како би разговарали о рату и безбедности Европе.",
                Some("sr"),
            ),
            ("Vladimir Putin, Emmanuel Macron", None),
            ("", None),
            ("1234567890 ".repeat(30).as_str(), None),
        ] {
            assert_eq!(
                detect(text).map(|language| language.to_string()).as_deref(),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn a_declaration_wins_if_it_is_one() {
        let text = "NATO promised on Wednesday to support Ukraine as long as necessary in the face of the cruelty of Russia, during a summit.";
        assert_eq!(language_of(Some("de"), text).unwrap().as_str(), "de");
        assert_eq!(language_of(Some("english"), text).unwrap().as_str(), "en");
    }

    #[test]
    fn the_bundled_articles_are_in_the_language_they_declare() {
        for source in crate::corpus::sample_sources() {
            let bytes = crate::corpus::discover::read_bytes(&source).unwrap().bytes;
            let today = crate::corpus::Date::constant(2026, 12, 31);
            for document in crate::corpus::read(&source, bytes, None, today).0 {
                assert_eq!(detect(&document.text), document.language, "{}", source.path);
            }
        }
    }
}
