//! Web pages: the article without what surrounds it, and what the page says of itself.

use dom_query::Document;
use dom_smoothie::{Config, Readability, TextMode};

use super::html_scan::{Shape, flatten, shape};
use super::{Article, Facts};
use crate::corpus::DateEvidence;

/// An extract that holds less than this share of a short page's text has missed the article.
const MIN_SHARE: usize = 10;

/// What is no text of an article wherever it stands.
const NOISE: &str = "script, style, noscript, template, nav, iframe, svg, math, form, button, select, textarea, head, dialog";

/// What stands at the edges of a page.
const EDGES: &str = "header, footer, aside";

/// More blocks of JSON-LD are not looked at, nor larger ones.
const MAX_JSON_LD: (usize, usize) = (16, 1024 * 1024);

/// Returns the article of a web page.
pub fn read(page: &str) -> Article {
    let page = page.strip_prefix('\u{FEFF}').unwrap_or(page);
    let mut problems = Vec::new();
    let document = match shape(page) {
        Shape::Tame => Document::from(page),
        other @ (Shape::Deep | Shape::Large) => {
            let why = if other == Shape::Deep {
                "nested too deeply"
            } else {
                "very large"
            };
            problems.push(format!(
                "{why}: all of its text is shown, not only the article"
            ));
            let (flat, cut) = flatten(page);
            if cut {
                problems.push("too large a page: only its beginning is shown".to_owned());
            }
            Document::from(flat)
        }
    };
    let facts = facts(&document);
    let text = if problems.is_empty() {
        article_text(&document)
    } else {
        whole_text(&document)
    };
    Article {
        text,
        facts,
        problems,
    }
}

/// Returns the text of a piece of HTML within another format.
pub fn fragment_text(html: &str) -> String {
    let document = if shape(html) == Shape::Tame {
        Document::fragment(html)
    } else {
        Document::fragment(flatten(html).0)
    };
    document
        .select("script, style, noscript, template, iframe")
        .remove();
    document.formatted_text().trim().to_owned()
}

/// Returns the text of a page's article, or of all the page where no article can be told from the rest.
fn article_text(document: &Document) -> String {
    let config = Config {
        text_mode: TextMode::Formatted,
        disable_json_ld: true,
        ..Config::default()
    };
    // It takes the page apart, so it works on a copy.
    let article = Readability::with_document(document.clone(), None, Some(config))
        .and_then(|mut page| page.parse());
    let extract = article
        .map(|article| tidy(&article.text_content))
        .unwrap_or_default();
    let whole = whole_text(document);
    if extract.len() < whole.len() / MIN_SHARE && whole.len() < 10_000 || extract.is_empty() {
        return whole;
    }
    extract
}

/// Returns all text of a page but what is certainly none of an article.
fn whole_text(document: &Document) -> String {
    let copy = document.clone();
    copy.select(NOISE).remove();
    let main = copy.select("main, article");
    if main.length() == 1 && !main.text().trim().is_empty() {
        return tidy(&main.formatted_text());
    }
    copy.select(EDGES).remove();
    tidy(&copy.formatted_text())
}

/// Returns text with one blank line between paragraphs, no space at line ends, and a line end at its end.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    let mut n_blank = 0;
    for line in text.trim().lines() {
        let line = line.trim_end();
        if line.is_empty() {
            n_blank += 1;
            continue;
        }
        if !tidied.is_empty() {
            tidied.push_str(if n_blank > 0 { "\n\n" } else { "\n" });
        }
        n_blank = 0;
        tidied.push_str(line);
    }
    if !tidied.is_empty() {
        tidied.push('\n');
    }
    tidied
}

/// The names under which pages state the day of publication in `<meta>`, the most precise first.
#[rustfmt::skip]
const DATES: &[&str] = &[
    "article:published_time", "og:article:published_time", "datePublished", "dc.date.issued", "dc.date", "dcterms.created",
    "dcterms.date", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "citation_publication_date", "date",
];

/// Where pages show the day of publication as `<time>`, the surest first.
const TIMES: &[&str] = &[
    "time[itemprop=\"datePublished\"]",
    "time[pubdate]",
    "article time[datetime]",
    "header time[datetime]",
    "main time[datetime]",
];

/// Returns what a page says of itself: its metadata, then its JSON-LD, then its own elements.
fn facts(document: &Document) -> Facts {
    let meta = |names: &[&str]| meta(document, names);
    let mut facts = Facts {
        title: meta(&["og:title", "twitter:title", "dc.title", "headline"]),
        language: attribute(document, "html[lang]", "lang")
            .or_else(|| attribute(document, "html", "xml:lang"))
            .or_else(|| meta(&["content-language", "dc.language", "og:locale", "inLanguage"]))
            .or_else(|| {
                attribute(
                    document,
                    "meta[http-equiv=\"content-language\" i]",
                    "content",
                )
            }),
        outlet: meta(&[
            "og:site_name",
            "application-name",
            "dc.publisher",
            "citation_publisher",
        ]),
        url: attribute(document, "link[rel=\"canonical\"]", "href").or_else(|| meta(&["og:url"])),
        dates: Vec::new(),
    };
    let shown = TIMES
        .iter()
        .find_map(|selector| attribute(document, selector, "datetime"));
    let dates = meta(DATES).into_iter().chain(shown);
    facts
        .dates
        .extend(dates.map(|date| (DateEvidence::Metadata, date)));
    json_ld(document, &mut facts);
    facts.title = facts.title.or_else(|| heading(document)).or_else(|| {
        let title = document.select("title").first().text().trim().to_owned();
        (!title.is_empty()).then_some(title)
    });
    facts
}

/// Returns the content of the first `<meta>` of one of some names.
fn meta(document: &Document, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        ["property", "name", "itemprop"]
            .iter()
            .find_map(|key| attribute(document, &format!("meta[{key}=\"{name}\" i]"), "content"))
    })
}

fn attribute(document: &Document, selector: &str, name: &str) -> Option<String> {
    let value = document
        .select_single(selector)
        .attr(name)?
        .trim()
        .to_owned();
    (!value.is_empty()).then_some(value)
}

/// Returns the page's heading, if it has one of the first level and no more.
fn heading(document: &Document) -> Option<String> {
    let headings = document.select("h1");
    let heading = headings.text().trim().to_owned();
    (headings.length() == 1 && !heading.is_empty()).then_some(heading)
}

/// Adds what the page's JSON-LD says of an article.
fn json_ld(document: &Document, facts: &mut Facts) {
    let blocks = document.select("script[type=\"application/ld+json\"]");
    for block in blocks.iter().take(MAX_JSON_LD.0) {
        let text = block.text();
        if text.len() > MAX_JSON_LD.1 {
            continue;
        }
        // Its depth is bounded by the parser: 128 levels.
        let Ok(value) = serde_json::from_str::<serde_json::Value>(text.trim()) else {
            continue;
        };
        each_object(&value, &mut |object| {
            if !is_article(object) {
                return;
            }
            let text = |key: &str| {
                object
                    .get(key)
                    .and_then(serde_json::Value::as_str)
                    .map(str::to_owned)
            };
            facts
                .dates
                .extend(text("datePublished").map(|date| (DateEvidence::JsonLd, date)));
            set(&mut facts.title, text("headline"));
            set(&mut facts.language, text("inLanguage"));
            set(&mut facts.url, text("url"));
            let publisher = object
                .get("publisher")
                .and_then(|publisher| publisher.get("name"));
            set(
                &mut facts.outlet,
                publisher
                    .and_then(serde_json::Value::as_str)
                    .map(str::to_owned),
            );
        });
    }
}

fn set(slot: &mut Option<String>, value: Option<String>) {
    if slot.is_none() {
        *slot = value.filter(|value| !value.trim().is_empty());
    }
}

/// Calls `visit` with the objects of a JSON-LD block: itself, those of a list, those of `@graph`.
fn each_object(
    value: &serde_json::Value,
    visit: &mut impl FnMut(&serde_json::Map<String, serde_json::Value>),
) {
    match value {
        serde_json::Value::Array(values) => {
            for value in values {
                each_object(value, visit);
            }
        }
        serde_json::Value::Object(object) => {
            visit(object);
            if let Some(graph) = object.get("@graph") {
                each_object(graph, visit);
            }
        }
        serde_json::Value::Null
        | serde_json::Value::Bool(_)
        | serde_json::Value::Number(_)
        | serde_json::Value::String(_) => {}
    }
}

/// Returns whether an object of JSON-LD is an article: its type, or one of its types, ends in one of schema.org's names for one.
fn is_article(object: &serde_json::Map<String, serde_json::Value>) -> bool {
    let names = |kind: &serde_json::Value| {
        kind.as_str().is_some_and(|kind| {
            ["Article", "Posting", "Report", "WebPage"]
                .iter()
                .any(|name| kind.ends_with(name))
        })
    };
    match object.get("@type") {
        Some(serde_json::Value::Array(kinds)) => kinds.iter().any(names),
        Some(kind) => names(kind),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<!DOCTYPE html><html lang="fr-FR"><head><title>L’OTAN à Madrid | Le Journal</title>
<meta property="og:title" content="L’OTAN &agrave; Madrid"><meta property="og:site_name" content="Le Journal">
<meta property="article:published_time" content="2022-06-29T18:30:00+02:00">
<link rel="canonical" href="https://journal.example/2022/06/29/otan">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2022-06-28"}]}</script>
<style>p{color:red}</style></head><body><nav><a href=/>Accueil</a></nav><header>Abonnez-vous</header><article>
<h1>L’OTAN à Madrid</h1>
<p>L’OTAN a promis mercredi de soutenir l’Ukraine aussi longtemps que nécessaire face à la «&nbsp;cruauté&nbsp;» de
la Russie, lors d’un sommet organisé jusqu’à jeudi à Madrid, où les chefs d’État et de gouvernement des pays membres étaient réunis.</p>
<p>La Turquie a levé son veto à l’adhésion de la <b>Suède</b> et de la <a href=x>Finlande</a>, et le Royaume-Uni a
annoncé une augmentation de son aide financière et militaire à Kiev, qui la demandait depuis des semaines.</p>
<ul><li>Un point<li>Un autre</ul><p>Ligne un<br>ligne deux, assez longue pour compter, et une virgule.</p>
<script>alert(1)</script></article><footer>Mentions légales</footer></body></html>"#;

    #[test]
    fn the_article_is_taken_from_its_page() {
        let article = read(PAGE);
        assert!(
            article.text.starts_with("L’OTAN a promis mercredi"),
            "{}",
            article.text
        );
        assert!(
            article
                .text
                .contains("de la Suède et de la Finlande, et le Royaume-Uni a annoncé")
        );
        assert!(
            article.text.contains("\n\nUn point\nUn autre\n\n")
                && article.text.contains("Ligne un\nligne deux")
        );
        for noise in ["alert", "Accueil", "Abonnez", "Mentions", "color", "<"] {
            assert!(!article.text.contains(noise), "{noise}");
        }
        let facts = article.facts;
        assert_eq!(facts.title.as_deref(), Some("L’OTAN à Madrid"));
        assert_eq!(facts.language.as_deref(), Some("fr-FR"));
        assert_eq!(facts.outlet.as_deref(), Some("Le Journal"));
        assert_eq!(
            facts.url.as_deref(),
            Some("https://journal.example/2022/06/29/otan")
        );
        assert_eq!(
            facts.dates[0],
            (
                DateEvidence::Metadata,
                "2022-06-29T18:30:00+02:00".to_owned()
            )
        );
        assert_eq!(
            facts.dates[1],
            (DateEvidence::JsonLd, "2022-06-28".to_owned())
        );
        assert_eq!(article.problems, [""; 0]);
    }

    #[test]
    fn a_page_without_an_article_gives_all_its_text() {
        let article = read("<title>T</title><script>x</script><p>NATO<p>l&rsquo;OTAN &#27;[31m");
        assert_eq!(article.text, "NATO\n\nl’OTAN \u{1b}[31m\n");
        assert_eq!(article.facts.title.as_deref(), Some("T"));
        assert_eq!(read("").text, "");
        assert_eq!(read("<main><p>a</main><footer>b</footer>").text, "a\n");
        assert_eq!(
            read("<article><time datetime=2022-06-29>x</time>")
                .facts
                .dates
                .len(),
            1
        );
        assert_eq!(fragment_text("<p>a <b>b</b></p>c &eacute;"), "a b\n\nc é");
    }

    #[test]
    fn a_page_that_nests_too_deeply_is_read_on_a_small_stack() {
        let page = format!(
            "<title>T</title><meta property=og:site_name content=S>{}NATO",
            "<div>".repeat(100_000)
        );
        let read_it = || read(&page);
        let article = std::thread::scope(|scope| {
            let small = std::thread::Builder::new().stack_size(256 * 1024);
            small.spawn_scoped(scope, read_it).unwrap().join().unwrap()
        });
        assert_eq!(
            (article.text.as_str(), article.problems.len()),
            ("NATO\n", 1)
        );
        assert_eq!(article.facts.outlet.as_deref(), Some("S"));
    }
}
