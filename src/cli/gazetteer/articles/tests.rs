use super::*;
use crate::corpus::Input;
use crate::gazetteer::Layer;

/// What comes with the program, of which nothing is told.
const KNOWN: [(Layer, &str, &str); 1] = [(
    Layer::Bundled,
    "bundled:b",
    "schema = 1\n[state.b]\nname = \"Bland\"\nnames = [\"Bland\", \"Nowhere\"]\n",
)];

/// Returns the rule, the message and the hint of every complaint about a file of the reader's, laid over what is known.
fn told(text: &str, articles: &[&'static str]) -> Vec<(&'static str, String, String)> {
    let own = SourceFile {
        path: "g".into(),
        layer: Layer::User,
    };
    let mut files = Vec::from(KNOWN.map(|(layer, path, text)| {
        let path = path.into();
        (SourceFile { path, layer }, text.to_owned())
    }));
    files.push((own, format!("schema = 1\n{text}")));
    let sources: Vec<SourceRef> = articles
        .iter()
        .enumerate()
        .map(|(index, text)| SourceRef {
            path: format!("{index}.md"),
            input: Input::Sample(text),
            named: false,
        })
        .collect();
    let is_own = |file: &SourceFile| file.layer == Layer::User;
    let (complaints, problems) = complaints(&files, is_own, &sources, Date::constant(2026, 11, 22));
    assert_eq!(problems, []);
    complaints
        .into_iter()
        .map(|complaint| {
            let rule = complaint.rule.unwrap();
            (
                rule,
                complaint.one_line(),
                complaint.hint.unwrap_or_default(),
            )
        })
        .collect()
}

fn rules(text: &str, articles: &[&'static str]) -> Vec<&'static str> {
    told(text, articles)
        .into_iter()
        .map(|(rule, ..)| rule)
        .collect()
}

const EN: &str = "---\nlang: en\n---\n";

#[test]
fn what_is_not_in_the_articles_is_told() {
    let x = "[state.x]\nname = \"Ixland\"\nnames.en = \"Ixland{,er}\"\n";
    let nothing = en("Nothing of it here.");
    assert_eq!(
        told(x, &[nothing, en("Nor here.")]),
        [(
            "never-found",
            "g:4:12: `Ixland` is in none of the 2 articles that it is valid in".to_owned(),
            String::new()
        )]
    );
    for articles in [
        // One form of the string is enough, a mention in another alphabet's text too.
        &[nothing, en("An Ixlander spoke.")][..],
        // Without an article in its language nothing is known of a form.
        &["---\nlang: fr\n---\nRien."],
        &[],
    ] {
        assert_eq!(rules(x, articles), [""; 0], "{articles:?}");
    }
}

#[test]
fn a_form_in_articles_of_another_language_is_told_with_it() {
    let x = "[state.x]\nname = \"Ixland\"\nnames.fr = \"Ixland\"\n";
    let articles = [
        en("He left Ixland. Ixland is far."),
        "---\nlang: fr\n---\nRien.",
    ];
    let told = told(x, &articles);
    assert_eq!(told[0].0, "never-found");
    assert_eq!(
        told[0].1,
        "g:4:12: `Ixland` is not in the article that it is valid in"
    );
    assert_eq!(
        told[0].2,
        "it stands twice in articles in English; list it for that language, too"
    );
}

#[test]
fn what_is_there_and_never_a_mention_is_told_with_the_reason() {
    let x = "[organisation.x]\nname = \"Ix Union\"\nnames.en = \"Ix Union\"\nshort.en = \"Bix\"\n";
    let told = told(x, &[en("He met Bix today. Bix is a friend of Ix unions.")]);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!((told[0].0, told[1].0), ("never-found", "never-mention"));
    assert_eq!(
        told[1].1,
        "g:5:12: `Bix` is twice in the articles, and never a mention"
    );
    assert_eq!(
        told[1].2,
        "at `0.md`, byte 7: “Bix” is not Ix Union: a short form, and the article has no longer name"
    );
    assert_eq!(
        rules(x, &[en("The Ix Union met. He saw Bix today.")]),
        [""; 0]
    );
    // In small letters it is another word.
    assert_eq!(
        rules(x, &[en("The Ix Union met. He saw bix today.")]),
        ["never-found"]
    );
    let longer = "[state.x]\nname = \"Ix\"\nnames = [\"Ixland\", \"Republic of Ixland\"]\n";
    assert_eq!(rules(longer, &[en("The Republic of Ixland.")]), [""; 0]);
}

#[test]
fn a_word_that_is_commoner_in_small_letters_is_told() {
    let x = "[leader.x]\nname = \"Ann Dudo\"\nnames = \"{Ann ,}Dudo\"\n";
    let articles = [en(
        "He saw a dudo, one dudo more and a dudo. Then Ann Dudo met Dudo.",
    )];
    let told = told(x, &articles);
    assert_eq!(
        (told[0].0, told[0].1.as_str()),
        (
            "small-twin",
            "g:4:9: `dudo` stands 3 times in articles in English, and `Dudo` once"
        )
    );
    for article in [
        en("He saw a dudo, one dudo more. Then Ann Dudo met Dudo."),
        en("He saw a dudo, a dudo, a dudo. Ann Dudo, and Dudo, and Dudo, and Dudo."),
    ] {
        assert_eq!(rules(x, &[article]), [""; 0], "{article}");
    }
    let other = "[organisation.x]\nname = \"X\"\nacronyms = \"DUDO\"\n";
    let article = en("The DUDO saw a dudo, a dudo and a dudo.");
    assert_eq!(rules(other, &[article]), [""; 0], "an acronym has no twin");
}

#[test]
fn a_form_that_mostly_opens_sentences_is_told() {
    let x = "[state.x]\nname = \"Ixland\"\nnames = \"Willow\"\n";
    let opener = en(
        "Willow we see. Willow it be. Willow they go. Willow he come. Willow she stay. On Willow.",
    );
    let told = told(x, &[opener]);
    assert_eq!(
        (told[0].0, told[0].1.as_str()),
        (
            "sentence-opener",
            "g:4:9: `Willow` opens a sentence 5 of 6 times in articles in English, as an ordinary word does"
        )
    );
    let inside = en(
        "Willow we see. Willow it be. Willow they go. Willow he come. Willow she stay. Of Willow, on Willow.",
    );
    assert_eq!(rules(x, &[inside]), [""; 0]);
}

#[test]
fn a_shared_form_that_stays_uncertain_is_told() {
    let both = "[state.x]\nname = \"Ixland\"\nnames = [\"Ixland\", \"Zembla\"]\nshared = \"Zembla\"\n\
        [state.y]\nname = \"Yland\"\nnames = [\"Yland\", \"Zembla\"]\nshared = \"Zembla\"\n";
    let told = told(both, &[en("He left Zembla, and Ixland met Yland.")]);
    let lines: Vec<&str> = told.iter().map(|(_, line, _)| line.as_str()).collect();
    assert_eq!(
        lines,
        [
            "g:4:20: `Zembla` is left uncertain in 1 of 1 mentions in articles in English",
            "g:8:19: `Zembla` is left uncertain in 1 of 1 mentions in articles in English"
        ]
    );
    assert!(told[0].2.contains("it may also be `y`"));
    let decided = [en("He left Zembla, and Ixland."), en("Yland.")];
    assert_eq!(rules(both, &decided), [""; 0]);
}

/// Returns an English article; leaked, as the articles that come with the program live as long as it does.
fn en(text: &str) -> &'static str {
    Box::leak(format!("{EN}{text}\n").into_boxed_str())
}
