//! Arguments in, exit code out.

use std::io::IsTerminal as _;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use clap::Parser as _;
use crossbeam_channel::unbounded;
use ibid::app::{App, Message, ProblemSource, Size};
use ibid::cli::{self, Cli, Status, World, complain};
use ibid::config::locate::{self, Folders};
use ibid::diagnostic::{Diagnostic, Severity};
use ibid::tui::{self, Abilities, Background, Ending, Options};
use ibid::worker::{self, Setup};

fn main() -> ExitCode {
    silence_caught_panics();
    let arguments = match Cli::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => return ExitCode::from(cli::refuse(&error) as u8),
    };
    let folders = Folders::find(&|name| std::env::var_os(name));
    let (config, problems) = folders.load();
    let abilities = Abilities::from_environment(|name| std::env::var_os(name));
    let world = World {
        folders,
        config,
        editor: abilities.editor,
        today: jiff::Zoned::now().date(),
    };
    let result = match &arguments.verb {
        Some(verb) => {
            problems.iter().for_each(complain);
            cli::run(verb, arguments.color, &world)
        }
        None => open_reader(&arguments, world, problems),
    };
    match result {
        Ok(status) => ExitCode::from(status as u8),
        Err(error) if cli::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&Diagnostic::error(format!("{error:#}")));
            ExitCode::from(Status::Error as u8)
        }
    }
}

/// Keeps a parser's panic that is caught, and costs one document, from being told twice: the complaint about the document tells it.
fn silence_caught_panics() {
    let tell = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !ibid::corpus::is_guarded() {
            tell(panic);
        }
    }));
}

/// Returns what to say of a first argument that is no file, but nearly a verb.
fn misspelt_verb(paths: &[PathBuf]) -> Option<Diagnostic> {
    let first = paths.first()?;
    let verb = cli::nearest_verb(first.to_str()?)?;
    let complaint = Diagnostic::error("no such file or folder").at(first, 0, 0);
    (!first.exists()).then(|| complaint.hint(format!("did you mean `ibid {verb}`?")))
}

/// Opens the reader, unless there is nothing to read or nowhere to show it.
fn open_reader(arguments: &Cli, world: World, problems: Vec<Diagnostic>) -> anyhow::Result<Status> {
    if let Some(complaint) = misspelt_verb(&arguments.corpus.paths) {
        complain(&complaint);
        return Ok(Status::Error);
    }
    let discovery = world.discover(&arguments.corpus.paths);
    if discovery.sources.is_empty() {
        discovery.problems.iter().for_each(complain);
        let is_error = |problem: &Diagnostic| problem.severity == Severity::Error;
        let has_error = discovery.problems.iter().any(is_error);
        return Ok(if has_error {
            Status::Error
        } else {
            Status::Nothing
        });
    }
    if !std::io::stdout().is_terminal() {
        anyhow::bail!(
            "the reader needs a terminal; `ibid mentions`, `entities`, `kwic` and `text` write to a pipe"
        );
    }
    let (tell, inbox) = unbounded();
    tell.send(Message::Problems(ProblemSource::Settings, problems))?;
    let selection = arguments.corpus.selection.clone();
    let gazetteer = cli::gazetteer_sources(&arguments.corpus.paths, &selection.gazetteer, &world);
    let World {
        folders,
        config,
        today,
        ..
    } = world;
    let setup = Setup {
        name: discovery.name,
        sources: discovery.sources,
        problems: discovery.problems,
        gazetteer,
        settings: folders.settings(),
        load_settings: Box::new(move || reload(&folders)),
        wants: Box::new(move |document| selection.wants(document)),
        today,
    };
    let mut app = App::new(config.settings, config.keys, Size::default());
    let effects =
        worker::start(setup, tell).context("cannot start the thread that reads the articles")?;
    let options = Options {
        abilities: Abilities::from_environment(|name| std::env::var_os(name)),
        theme: &|choice, background| locate::theme(choice, background == Background::Dark).0,
    };
    let ending = tui::run(&mut app, options, &inbox, &mut |effect| {
        // The worker ends only with the process: nobody is there to be told of an effect that comes too late.
        let _: Result<(), _> = effects.send(effect);
    })?;
    ending.finish();
    Ok(match ending {
        Ending::Quit => Status::Found,
        Ending::Signal(_) | Ending::TerminalGone => Status::Error,
    })
}

/// Reads the settings anew; while they are in error the last good ones stay in force.
fn reload(folders: &Folders) -> Vec<Message> {
    let (config, problems) = folders.load();
    let is_broken = problems
        .iter()
        .any(|problem| problem.severity == Severity::Error);
    let mut messages = vec![Message::Problems(ProblemSource::Settings, problems)];
    if !is_broken {
        messages.push(Message::SettingsChanged(
            Box::new(config.settings),
            Box::new(config.keys),
        ));
    }
    messages
}
