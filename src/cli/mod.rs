//! The verbs: the same core as the reader's, for pipes and scripts. One file a verb.
//!
//! Data goes to standard output, everything else to standard error. The exit status is grep's: 0 found, 1 nothing found, 2 an error. A
//! closed pipe is success. Nothing here knows of the reader.

mod arguments;
mod complaint;
mod config;
mod entities;
mod gazetteer;
mod kwic;
mod load;
mod manual;
mod mentions;
mod output;
mod text;

pub use arguments::{Color, CorpusArguments, Format, Selection};
pub use complaint::{complain, refuse};
pub use load::{World, gazetteer_sources};
pub use output::Output;

use std::io;

use clap::{CommandFactory as _, Parser, Subcommand};
use clap_complete::Shell;

use crate::diagnostic::Diagnostic;
use crate::gazetteer::{EntityId, Gazetteer, nearest};
use load::{Loaded, discovered, open};

/// Follows leaders, states and organisations through a pile of articles, in every language and under every name.
///
/// Without a verb it opens the reader on the articles. Press `?` there for the keys.
#[derive(Debug, Parser)]
#[command(
    name = "ibid",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What the reader reads.
    #[command(flatten)]
    pub corpus: CorpusArguments,
    /// When to colour what a verb prints.
    #[arg(long, global = true, value_enum, default_value_t)]
    pub color: Color,
    /// What to do instead of opening the reader.
    #[command(subcommand)]
    pub verb: Option<Verb>,
}

/// What to do instead of opening the reader.
#[derive(Debug, Clone, Subcommand)]
pub enum Verb {
    /// Print every mention, in reading order.
    Mentions(mentions::MentionsArguments),
    /// Print who appears: mentions by form, documents, first and last date.
    Entities(entities::EntitiesArguments),
    /// Print the concordance of an entity: left context, keyword, right context.
    Kwic(kwic::KwicArguments),
    /// Print the text of documents, as all offsets count it.
    Text(text::TextArguments),
    /// Show, check, find, edit or exchange the gazetteer.
    Gazetteer(gazetteer::GazetteerArguments),
    /// Show the settings as they are, and where each comes from.
    Config(config::ConfigArguments),
    /// Print the completions for a shell.
    Completions {
        /// Which shell.
        shell: Shell,
    },
    /// Print the manual page.
    Man,
}

/// How a verb ended; the number is its exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Something was found.
    Found = 0,
    /// Nothing was found.
    Nothing = 1,
    /// Something went wrong.
    Error = 2,
}

impl Status {
    fn found(is_found: bool) -> Self {
        if is_found { Self::Found } else { Self::Nothing }
    }
}

/// Carries out a verb.
///
/// # Errors
/// When standard output cannot be written, a closed pipe included.
pub fn run(verb: &Verb, color: Color, world: &World) -> anyhow::Result<Status> {
    let mut output = Output::new(color);
    match verb {
        Verb::Mentions(arguments) => {
            let opened = open(&arguments.corpus.paths, &arguments.corpus.selection, world);
            let entities: Option<Vec<EntityId>> = arguments
                .entity
                .iter()
                .map(|written| opened.find(written))
                .collect();
            let Some(entities) = entities else {
                return Ok(Status::Error);
            };
            let loaded = opened.read();
            let status = mentions::run(&loaded.snapshot, &entities, arguments.format, &mut output)?;
            Ok(status_after(&loaded, status))
        }
        Verb::Entities(arguments) => {
            let loaded = open(&arguments.corpus.paths, &arguments.corpus.selection, world).read();
            let status = entities::run(&loaded.snapshot, arguments, &mut output)?;
            Ok(status_after(&loaded, status))
        }
        Verb::Kwic(arguments) => {
            let opened = open(&arguments.paths, &arguments.selection, world);
            let Some(entity) = opened.find(&arguments.entity) else {
                return Ok(Status::Error);
            };
            let loaded = opened.read();
            let status = kwic::run(&loaded.snapshot, entity, arguments, &mut output)?;
            Ok(status_after(&loaded, status))
        }
        Verb::Text(arguments) => {
            let (documents, has_error) = discovered(&arguments.paths, world);
            let status = text::run(documents.iter(), &mut output)?;
            Ok(if has_error { Status::Error } else { status })
        }
        Verb::Gazetteer(arguments) => gazetteer::run(arguments, world, &mut output),
        Verb::Config(arguments) => {
            config::run(arguments.task, &world.folders, &world.config, &mut output)
        }
        Verb::Completions { shell } => {
            clap_complete::generate(*shell, &mut Cli::command(), "ibid", &mut output);
            Ok(Status::Found)
        }
        Verb::Man => manual::run(&mut output),
    }
}

/// Returns the entity that was typed, or says why there is none.
fn find(gazetteer: &Gazetteer, written: &str) -> Option<EntityId> {
    match gazetteer.lookup(written) {
        Ok(entity) => Some(entity),
        Err(not_found) => {
            complain(&Diagnostic::error(not_found.to_string()).hint(not_found.hint()));
            None
        }
    }
}

/// Returns the status of a verb that found what it found in what could be read.
fn status_after(loaded: &Loaded, status: Status) -> Status {
    if loaded.has_error {
        Status::Error
    } else {
        status
    }
}

/// Returns the verb that a word nearly is.
pub fn nearest_verb(word: &str) -> Option<String> {
    let command = Cli::command();
    let verbs = command.get_subcommands().map(clap::Command::get_name);
    nearest(word, verbs).map(str::to_owned)
}

/// Returns whether an error only says that nobody reads the output any more.
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause
            .downcast_ref::<io::Error>()
            .or_else(|| cause.downcast_ref::<csv::Error>().and_then(csv_io))
            .map(io::Error::kind)
            .or_else(|| {
                cause
                    .downcast_ref::<serde_json::Error>()
                    .and_then(serde_json::Error::io_error_kind)
            })
            == Some(io::ErrorKind::BrokenPipe)
    })
}

fn csv_io(error: &csv::Error) -> Option<&io::Error> {
    if let csv::ErrorKind::Io(error) = error.kind() {
        Some(error)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn paths_without_a_verb_open_the_reader() {
        let cli = Cli::parse_from(["ibid", "--lang", "fr", "articles"]);
        assert!(cli.verb.is_none());
        assert_eq!(cli.corpus.paths, [std::path::PathBuf::from("articles")]);
    }

    #[test]
    fn a_closed_pipe_is_known_through_every_writer() {
        let broken = || io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(is_closed_pipe(&broken().into()));
        assert!(is_closed_pipe(&serde_json::Error::io(broken()).into()));
        assert!(is_closed_pipe(&csv::Error::from(broken()).into()));
        assert!(!is_closed_pipe(
            &io::Error::from(io::ErrorKind::StorageFull).into()
        ));
    }
}
