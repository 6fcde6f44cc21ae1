//! Deals mentions of a pile of articles for judging, reads the judged sheet back, and lists the capitalised names that no mention covers.
//!
//! ```text
//! cargo run --release --example audit -- ARTICLES --mentions 400 --format tsv > sheet.tsv
//! # write ok, wrong or unsure into the column `verdict`, then
//! cargo run --release --example audit -- --score sheet.tsv
//! cargo run --release --example audit -- ARTICLES --missed 50
//! ```
//!
//! The same articles, seed and gazetteer deal the same mentions in the same order. A mention's chance hangs on its article's content, its
//! place and the seed only: after a change of the gazetteer most of the sheet is the same, and `--judged OLD.tsv` fills its verdicts in.
//! Memory grows with the number dealt and with the file names, not with the articles.

mod missed;
mod names;
mod sample;
mod score;
mod sheet;
mod walk;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use ibid::cli::complain;
use ibid::config::gazetteer_files::{GazetteerSources, open_gazetteer};
use ibid::corpus::discover::discover;
use ibid::matcher::Matcher;
use ibid::text::Language;

use missed::Missed;
use sample::Sample;
use sheet::SheetFormat;
use walk::{Read, walk};

/// Deals mentions for judging; scores a judged sheet; lists what the gazetteer misses.
#[derive(Debug, Parser)]
struct Arguments {
    /// Files and folders of articles.
    #[arg(value_name = "PATH", required_unless_present = "score")]
    paths: Vec<PathBuf>,
    /// How many mentions to deal.
    #[arg(long, value_name = "N", default_value_t = 400)]
    mentions: usize,
    /// Another number deals other mentions.
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Only articles in this language.
    #[arg(long, value_name = "TAG")]
    lang: Option<Language>,
    /// How to print the sheet.
    #[arg(long, value_enum, default_value_t)]
    format: SheetFormat,
    /// List the N commonest capitalised word sequences of each language outside every mention instead.
    #[arg(long, value_name = "N")]
    missed: Option<usize>,
    /// An earlier sheet (tsv or jsonl): its verdicts are filled in where the same mention is read the same way.
    #[arg(long, value_name = "FILE")]
    judged: Option<PathBuf>,
    /// Read a judged sheet (tsv or jsonl) and print its precision instead.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["missed", "judged"])]
    score: Option<PathBuf>,
    /// Gazetteer file laid over the bundled one; may be given several times.
    #[arg(long, value_name = "FILE")]
    gazetteer: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments, &mut io::BufWriter::new(io::stdout().lock())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&ibid::diagnostic::Diagnostic::error(format!("{error:#}")));
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments, out: &mut impl Write) -> anyhow::Result<()> {
    if let Some(path) = &arguments.score {
        let cards = sheet::read(path)?;
        score::print(&cards, out)?;
    } else {
        let matcher = matcher(arguments)?;
        match arguments.missed {
            Some(at_most) => list_missed(arguments, &matcher, at_most, out)?,
            None => deal(arguments, &matcher, out)?,
        }
    }
    out.flush()?;
    Ok(())
}

fn deal(arguments: &Arguments, matcher: &Matcher, out: &mut impl Write) -> anyhow::Result<()> {
    let mut sample = Sample::new(arguments.mentions, arguments.seed);
    let read = walk(
        &discover(&arguments.paths),
        arguments.lang,
        matcher,
        |_, mentions| mentions,
        |document, _, mentions| sample.offer(&matcher.gazetteer(), document, &mentions),
    );
    let n_mentions = sample.n_offered();
    let n_strata = sample.n_strata();
    let mut cards = sample.deal();
    if let Some(path) = &arguments.judged {
        sheet::fill_in(&mut cards, &sheet::read(path)?);
    }
    sheet::write(&cards, arguments.format, out)?;
    out.flush()?;
    tell(
        &read,
        &format!(
            "{n_mentions} mentions in {n_strata} strata, {} dealt",
            cards.len()
        ),
    );
    Ok(())
}

fn list_missed(
    arguments: &Arguments,
    matcher: &Matcher,
    at_most: usize,
    out: &mut impl Write,
) -> anyhow::Result<()> {
    let discovery = discover(&arguments.paths);
    let mut missed = Missed::default();
    let read = walk(
        &discovery,
        arguments.lang,
        matcher,
        |document, mentions| names::sequences(document, &mentions),
        |document, place, sequences| missed.count(document, place, sequences),
    );
    missed.print(&discovery.sources, matcher, at_most, out)?;
    out.flush()?;
    tell(&read, "capitalised words outside every mention listed");
    Ok(())
}

/// Returns the matcher of the bundled gazetteer and the files given; the reader's own files would make another audit of it.
fn matcher(arguments: &Arguments) -> anyhow::Result<Matcher> {
    let sources = GazetteerSources {
        given: arguments.gazetteer.clone(),
        ..GazetteerSources::default()
    };
    let (gazetteer, complaints) = open_gazetteer(&sources);
    for complaint in &complaints {
        complain(complaint);
    }
    anyhow::ensure!(complaints.is_empty(), "the gazetteer does not load cleanly");
    Ok(Matcher::new(gazetteer.into()))
}

fn tell(read: &Read, what: &str) {
    let languages: Vec<String> = read
        .by_language
        .iter()
        .map(|(language, count)| format!("{language} {count}"))
        .collect();
    let line = format!(
        "{} articles ({}), {} copies and {} unreadable left out; {what}\n",
        read.n_documents,
        languages.join(", "),
        read.n_copies,
        read.n_problems
    );
    // Nowhere left to tell an error of writing.
    let _: io::Result<()> = io::stderr().write_all(line.as_bytes());
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
    })
}
