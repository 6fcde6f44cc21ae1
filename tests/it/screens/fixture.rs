//! Six short articles, in four scripts, and the gazetteer that knows who is in them.

use std::sync::Arc;

use ibid::app::{App, Effect, Explanation, Message, Size, articles, update};
use ibid::config::{Config, KeySequence};
use ibid::corpus::{Date, DateEvidence, Dated, DocId, Document};
use ibid::diagnostic::Diagnostic;
use ibid::gazetteer::{Gazetteer, Layer, SourceFile};
use ibid::index::{IndexedDocument, Snapshot};
use ibid::matcher::{Context, Matcher};

const GAZETTEER: &str = r#"
schema = 1
[organisation.nato]
name = "NATO"
qid = "Q7184"
note = "A military alliance of thirty-two states."
acronyms.en = "NATO"
acronyms.fr = "OTAN"
names.en = ["North Atlantic Treaty Organi{s,z}ation", "North Atlantic Alliance"]
names.fr = "Alliance atlantique"
names.zh = ["北约", "北大西洋公约组织"]
names.ar = "الناتو"
short.en = "the Alliance"
short.fr = "l'Alliance"
[organisation.eu]
name = "European Union"
acronyms.en = "EU"
acronyms.fr = "UE"
names.en = "European Union"
names.fr = "Union européenne"
[state.russia]
name = "Russia"
code = "RU"
names.en = "Russia"
names.fr = "Russie"
names.zh = "俄罗斯"
names.ar = "روسيا"
adjectives.en = "Russian{,s}"
adjectives.fr = "russe{,s}"
capital.en = "Moscow"
capital.fr = "Moscou"
metonyms."*" = "Kremlin"
[state.ukraine]
name = "Ukraine"
code = "UA"
names."*" = "Ukraine"
names.zh = "乌克兰"
names.ar = "أوكرانيا"
adjectives.en = "Ukrainian{,s}"
adjectives.fr = "ukrainien{,s,ne,nes}"
capital.en = ["Kyiv", "Kiev"]
capital.fr = "Kiev"
[state.united-states]
name = "United States"
code = "US"
names.en = "United States"
names.fr = "États-Unis"
adjectives.en = "American{,s}"
adjectives.fr = "américain{,s,e,es}"
capital."*" = "Washington"
metonyms.en = "White House"
[leader.biden]
name = "Joe Biden"
names."*" = "Joe Biden"
short."*" = "Biden"
[leader.trump]
name = "Donald Trump"
names."*" = "Donald Trump"
short."*" = "Trump"
[office.us-president]
name = "President of the United States"
of = "united-states"
titles.en = "<adj> president"
titles.fr = "président <adj>"
holders = [{ who = "biden", from = 2021-01-20 }, { who = "trump", from = 2025-01-20 }]
"#;

const ENGLISH: &str = "Leaders of the North Atlantic Treaty Organization meet today for the first time since the war began, and nobody in the hall pretends that it is a summit like the others.

NATO has moved forty thousand soldiers to its eastern edge. Four new battle groups stand in Bulgaria, Hungary, Romania and Slovakia, and the ships that left in January have not come home. Russia, said one of the generals, has ended a peace that everyone had taken for granted.

The American president landed last night. Joe Biden brings no new sanctions, an adviser said, but a promise: the United States will defend every inch of the Alliance's ground. Asked what would happen if Moscow used chemical weapons, he said that NATO would answer, and left it at that.

In Kyiv the mood is less patient. Ukraine wants aircraft and has been given helmets. The Kremlin, for its part, calls the meeting a council of war. Ukrainians who crossed the border this week, about two hundred thousand of them, will not have heard.

\u{2028}An odd character begins this line, and one more \u{202e}hides in it. A line that a machine wrote may hold NATO\u{1b}]0;x\u{7} and more besides.

The next meeting is in June. By then, as one of the ministers put it, the Alliance will know whether it has grown, and Russia whether it has shrunk.";

const FRENCH: &str = "L’OTAN accueille deux pays de plus, et personne à Madrid ne s’en étonne vraiment. Après des semaines de refus, la Turquie a levé son veto la veille de l’ouverture.

L’Alliance atlantique n’avait pas connu d’élargissement aussi rapide. « C’est la réponse à la Russie », résume un diplomate, qui rappelle que les troupes russes n’ont pas quitté le Donbass. À Moscou, le Kremlin parle d’une provocation.

Le président américain a promis un quartier général permanent en Pologne. Joe Biden est arrivé avec la liste la plus longue : deux navires, deux escadrons, des canons. Les États-Unis n’avaient pas tant déployé depuis trente ans.

L’Union européenne, elle, compte ses obus. L’UE promet de l’argent, l’OTAN promet des soldats, et l’Ukraine attend les deux. Depuis Kiev, on demande des dates.";

const LATER: &str = "Three years on, the hall is another and the arithmetic has changed. The American president wants five per cent of everything that the allies earn, and Donald Trump is not a man to repeat a question.

NATO agreed, in a text of five paragraphs, the shortest that anyone remembers. Russia is named once. Ukraine is named once too, which in Kyiv was read as a verdict.

The European Union will pay for much of it. Whether the EU can borrow for the purpose is a matter for its lawyers, and for Washington a matter of no interest.";

const CHINESE: &str = "北约领导人在华盛顿举行会议，庆祝联盟成立七十五周年。会议通过了一项声明，承诺继续支持乌克兰。\n\n俄罗斯表示，北约的决定将使局势更加紧张。分析人士认为，双方的立场没有改变。\n\n会议还讨论了亚洲的安全问题。";

const ARABIC: &str = "اجتمع قادة الناتو في واشنطن للاحتفال بالذكرى الخامسة والسبعين. وقالت روسيا إن القرار يزيد التوتر.\n\nوطلبت أوكرانيا مزيدا من السلاح، ووعد الناتو بدراسة الطلب.";

const PLAIN: &str = "The river rose for the third day and nobody in the valley spoke of anything else.\n\nBy noon it had reached the mill.";

const ARTICLES: [(&str, &str, Option<&str>, &str, &str); 6] = [
    (
        "2022/brussels.txt",
        "en",
        Some("2022-03-24"),
        "A summit unlike the others",
        ENGLISH,
    ),
    (
        "2022/madrid.txt",
        "fr",
        Some("2022-06-29"),
        "À Madrid, l’OTAN s’agrandit",
        FRENCH,
    ),
    (
        "2024/washington-zh.txt",
        "zh",
        Some("2024-07-10"),
        "北约峰会在华盛顿举行",
        CHINESE,
    ),
    (
        "2024/washington-ar.txt",
        "ar",
        Some("2024-07-11"),
        "قمة الناتو في واشنطن",
        ARABIC,
    ),
    (
        "2025/the-hague.txt",
        "en",
        Some("2025-06-25"),
        "Five per cent, said the guest, and nobody laughed for very long",
        LATER,
    ),
    ("river.txt", "en", None, "The river rose", PLAIN),
];

/// A reader on the articles, driven by keys; effects are answered as the worker answers them.
pub(super) struct Reader {
    pub(super) app: App,
    matcher: Arc<Matcher>,
}

impl Reader {
    /// Opens the articles on a screen of so many columns and rows.
    pub(super) fn open(width: u16, height: u16) -> Self {
        let (config, problems) = Config::load(Vec::new(), None);
        assert_eq!(problems, []);
        let file = SourceFile {
            path: "gazetteer.toml".into(),
            layer: Layer::User,
        };
        let (gazetteer, complaints) = Gazetteer::load(vec![(file, GAZETTEER.to_owned())]);
        assert_eq!(complaints, []);
        let matcher = Arc::new(Matcher::new(Arc::new(gazetteer)));
        let documents = (1..)
            .zip(ARTICLES)
            .map(|(id, article)| index(&matcher, DocId(id), article))
            .collect();
        let problems = vec![
            Diagnostic::error("cannot be read: permission denied").at("2023/vilnius.txt", 0, 0),
            Diagnostic::warning("is not text: it looks like a PDF file").at("scan.txt", 0, 0),
        ];
        let snapshot = Snapshot::assemble(
            "articles".to_owned(),
            documents,
            problems,
            matcher.gazetteer(),
            1,
        );
        let app = App::new(config.settings, config.keys, Size::new(width, height));
        let mut reader = Self { app, matcher };
        reader.send(Message::Resize(Size::new(width, height)));
        reader.send(Message::SnapshotReady(Arc::new(snapshot)));
        reader
    }

    /// Presses keys, written as in a key map.
    pub(super) fn press(mut self, keys: &str) -> Self {
        for key in keys.parse::<KeySequence>().unwrap().0 {
            self.send(Message::Key(key));
        }
        self
    }

    /// Types text into a line.
    pub(super) fn type_in(mut self, text: &str) -> Self {
        self.send(Message::Paste(text.to_owned()));
        self
    }

    pub(super) fn send(&mut self, message: Message) {
        for effect in update(&mut self.app, message) {
            let answer = match effect {
                Effect::Explain { location } => {
                    let snapshot = &self.app.library.snapshot;
                    let doc = snapshot.doc_idx(location.doc).unwrap();
                    let lines = snapshot.explain(&self.matcher, doc, location.offset);
                    Message::Explained(Explanation { location, lines })
                }
                Effect::FilterArticles { query } => Message::Filtered {
                    documents: articles::containing(&self.app.library.snapshot, &query),
                    query,
                },
                Effect::Edit { .. } | Effect::Redraw | Effect::Suspend | Effect::Quit => continue,
            };
            self.send(answer);
        }
    }
}

fn index(
    matcher: &Matcher,
    id: DocId,
    (path, language, date, title, text): (&str, &str, Option<&str>, &str, &str),
) -> IndexedDocument {
    let dated = date.map(|date| Dated {
        date: date.parse::<Date>().unwrap(),
        evidence: DateEvidence::FrontMatter,
    });
    let document = Document {
        id,
        path: path.to_owned(),
        file: None,
        title: title.to_owned(),
        dated,
        language: Some(language.parse().unwrap()),
        outlet: None,
        url: None,
        text: Arc::from(text),
    };
    let context = Context {
        language: document.language,
        date: document.trusted_date(),
    };
    let mentions = matcher.mentions(&document.text, context).into();
    IndexedDocument {
        document: Arc::new(document),
        mentions,
    }
}
