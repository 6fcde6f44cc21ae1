//! Matching beside a plain overlapping search of the same folded forms on the same text, and a copy of it.
//!
//! The yardsticks are taken in the same run; read the ratios, not the figures. The plain search is given its text already folded, which
//! costs more than the search itself; `plain search, folding counted` is what a program without this project's matcher would do.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a benchmark")]

use std::hint::black_box;

use aho_corasick::AhoCorasick;
use criterion::{
    BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main, measurement::WallTime,
};
use ibid::corpus::{Date, discover::read_bytes, read, sample_sources};
use ibid::gazetteer::{AliasClass, Gazetteer, bundled};
use ibid::matcher::{Context, Matcher};
use ibid::text::Language;
use ibid::text::fold::fold;

/// Bytes of text to match: enough that the caches of a small machine do not hold it.
const TEXT_BYTES: usize = 4 * 1024 * 1024;

/// Returns the sample articles of a language, repeated.
fn text(language: Language) -> String {
    let articles: Vec<String> = sample_sources()
        .iter()
        .flat_map(|source| {
            let bytes = read_bytes(source).unwrap().bytes;
            read(source, bytes, None, Date::constant(2026, 12, 31)).0
        })
        .filter(|document| document.language == Some(language))
        .map(|document| document.text.to_string())
        .collect();
    let mut text = String::with_capacity(TEXT_BYTES);
    for article in articles.iter().cycle() {
        if text.len() + article.len() > TEXT_BYTES {
            break;
        }
        text.push_str(article);
        text.push_str("\n\n");
    }
    text
}

/// Returns the folded forms that are active in a language.
fn folded_forms(gazetteer: &Gazetteer, language: Language) -> Vec<String> {
    let mut forms: Vec<String> = gazetteer
        .iter()
        .flat_map(|(_, entity)| &entity.aliases)
        .filter(|alias| {
            alias.class != AliasClass::Mask && alias.language.is_none_or(|own| own == language)
        })
        .map(|alias| fold(&alias.form))
        .collect();
    forms.sort();
    forms.dedup();
    forms
}

fn language(group: &mut BenchmarkGroup<'_, WallTime>, matcher: &Matcher, tag: &str) {
    let language: Language = tag.parse().unwrap();
    let text = text(language);
    let folded = fold(&text);
    let forms = folded_forms(&matcher.gazetteer(), language);
    let plain = AhoCorasick::builder()
        .kind(Some(aho_corasick::AhoCorasickKind::ContiguousNFA))
        .build(&forms)
        .unwrap();
    let context = Context {
        language: Some(language),
        date: Some(Date::constant(2022, 6, 30)),
    };
    println!(
        "{tag}: {} forms, {} bytes, {} mentions",
        forms.len(),
        text.len(),
        matcher.mentions(&text, context).len()
    );
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function(format!("{tag}/ibid"), |bencher| {
        bencher.iter(|| matcher.mentions(black_box(&text), context).len());
    });
    group.bench_function(
        format!("{tag}/plain search, text folded before"),
        |bencher| {
            bencher.iter(|| plain.find_overlapping_iter(black_box(&folded)).count());
        },
    );
    group.bench_function(format!("{tag}/plain search, folding counted"), |bencher| {
        bencher.iter(|| plain.find_overlapping_iter(&fold(black_box(&text))).count());
    });
    group.bench_function(format!("{tag}/copy"), |bencher| {
        bencher.iter(|| black_box(&text).clone());
    });
}

fn matching(criterion: &mut Criterion) {
    let matcher = Matcher::new(Gazetteer::load(bundled()).0.into());
    let mut group = criterion.benchmark_group("matching");
    group.sample_size(10);
    language(&mut group, &matcher, "en");
    language(&mut group, &matcher, "fr");
    group.finish();
}

fn loading(criterion: &mut Criterion) {
    let files = bundled();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    let mut group = criterion.benchmark_group("gazetteer");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("load the bundled files", |bencher| {
        bencher.iter(|| Gazetteer::load(black_box(files.clone())).0.entities.len());
    });
    let matcher = Matcher::new(Gazetteer::load(files.clone()).0.into());
    group.bench_function("build the English automaton", |bencher| {
        bencher.iter(|| Matcher::new(matcher.gazetteer()).n_forms(Some(Language::ENGLISH)));
    });
    group.bench_function("open, and read English", |bencher| {
        bencher.iter(|| {
            let (gazetteer, _) = Gazetteer::open(Vec::new());
            let matcher = Matcher::new(gazetteer.into());
            matcher.n_forms(Some(Language::ENGLISH))
        });
    });
    group.finish();
}

criterion_group!(benches, matching, loading);
criterion_main!(benches);
