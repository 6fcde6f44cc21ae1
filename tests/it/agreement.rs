//! The matcher agrees with a naive search: every form that the text folds to at a word start is found.

use ibid::gazetteer::{AliasClass, Gazetteer, Layer, SourceFile};
use ibid::matcher::{Context, Matcher};
use ibid::text::boundary::is_word_edge;
use ibid::text::fold::{Unit, fold, units};
use ibid::text::{Source, Span};
use proptest::prelude::*;

/// Forms that overlap, begin alike and end alike, all in any case so that letters alone decide.
const FORMS: &str = r#"
schema = 1
[other]
ab = { name = "AB", names = [{ form = "ab", case = "any" }, { form = "ab c", case = "any" }] }
[organisation]
abc = { name = "ABC", names = [{ form = "abc", case = "any" }, { form = "b c", case = "any" }, { form = "é-b", case = "any" }] }
bc = { name = "BC", names = [{ form = "bc", case = "any" }, { form = "c", case = "any" }, { form = "ab c bc", case = "any" }] }
"#;

fn matcher() -> Matcher {
    let file = SourceFile {
        path: "forms.toml".into(),
        layer: Layer::Given,
    };
    let (gazetteer, complaints) = Gazetteer::load(vec![(file, FORMS.to_owned())]);
    assert!(complaints.is_empty(), "{complaints:?}");
    Matcher::new(gazetteer.into())
}

/// Finds all places of all forms by comparing folded text, then takes the leftmost-longest.
fn naive(matcher: &Matcher, text: &str) -> Vec<Span<Source>> {
    // A hyphen at a line end is read both ways.
    let readings: [Vec<Unit>; 2] = [
        units(text, 0).collect(),
        units(text, 0).keeping_hyphens().collect(),
    ];
    let mut found: Vec<(Span<Source>, bool)> = Vec::new();
    for (_, entity) in matcher.gazetteer().iter() {
        for alias in entity
            .aliases
            .iter()
            .filter(|alias| alias.class == AliasClass::Name)
        {
            let form: Vec<char> = fold(&alias.form).chars().collect();
            for place in readings.iter().flat_map(|units| units.windows(form.len())) {
                if !place.iter().map(|unit| unit.ch).eq(form.iter().copied()) {
                    continue;
                }
                let span = Span::<Source>::new(place[0].span.start, place[form.len() - 1].span.end);
                let before = text[..span.start].chars().next_back();
                let after = text[span.end..].chars().next();
                let inside = text[span.start..span.end].chars();
                let is_word = is_word_edge(before, inside.clone().next())
                    && is_word_edge(inside.clone().next_back(), after);
                // An accent that the form has not is another letter.
                let fits =
                    alias.form.contains('é') || !text[span.start..span.end].contains(['é', 'É']);
                if is_word && fits {
                    found.push((span, entity.id == "ab"));
                }
            }
        }
    }
    found.sort_by_key(|&(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut longest: Vec<(Span<Source>, bool)> = Vec::new();
    for (span, hidden) in found {
        if longest.last().is_none_or(|(last, _)| !last.overlaps(span)) {
            longest.push((span, hidden));
        }
    }
    longest
        .into_iter()
        .filter(|&(_, hidden)| !hidden)
        .map(|(span, _)| span)
        .collect()
}

proptest! {
    #[test]
    fn the_matcher_finds_what_a_naive_search_finds(text in "[abcABCéÉ \n'’-]{0,40}") {
        let matcher = matcher();
        let spans: Vec<Span<Source>> = matcher
            .mentions(&text, Context::default())
            .iter()
            .map(|mention| mention.span)
            .collect();
        prop_assert_eq!(spans, naive(&matcher, &text));
    }
}
