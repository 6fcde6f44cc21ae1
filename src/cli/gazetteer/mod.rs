//! `ibid gazetteer`: what it says of somebody, what is wrong with it, where it is, the changing of it, and its exchange with other programs.

mod articles;
mod edit;
mod export;
mod formats;
mod import;
mod lint;
mod save;
mod show;
mod stats;

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum, ValueHint};

use super::Status;
use super::load::{World, gazetteer_sources};
use super::output::{FACT, Output, PLACE};
use crate::config::gazetteer_files::{GazetteerSources, gazetteer_layers};
use crate::gazetteer::{Layer, bundled};
use crate::text::visible::visible_line;

/// The arguments of `ibid gazetteer`.
#[derive(Debug, Clone, Args)]
pub struct GazetteerArguments {
    /// What to do.
    #[command(subcommand)]
    pub task: GazetteerTask,
    /// Gazetteer file laid over all others; may be given several times.
    #[arg(long, global = true, value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub gazetteer: Vec<PathBuf>,
    /// Folder of articles whose project gazetteer is read; `lint` also looks at the articles themselves. None: the corpus of the settings,
    /// else the current folder.
    #[arg(long, global = true, value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub corpus: Vec<PathBuf>,
}

/// What to do with the gazetteer.
#[derive(Debug, Clone, Subcommand)]
pub enum GazetteerTask {
    /// Print all that is known of an entity: every form, and the file and line that put it there.
    Show(show::ShowArguments),
    /// Print what is wrong or doubtful in gazetteer files; exits with 0 when nothing is, 1 when something is.
    Lint(lint::LintArguments),
    /// Turn a list of another program into a gazetteer file; exits with 1 when it says nothing new.
    Import(import::ImportArguments),
    /// Write entities as a list for another program, and say what its format cannot carry.
    Export(export::ExportArguments),
    /// Print the gazetteer files in the order in which they are laid over one another.
    Path,
    /// Open your gazetteer in your editor, at the entry of an entity.
    Edit(edit::EditArguments),
}

/// How records are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub enum RecordFormat {
    /// For people.
    #[default]
    Text,
    /// A JSON object a line.
    Jsonl,
}

/// Carries out a task.
///
/// # Errors
/// When standard output or the reader's gazetteer cannot be written, or the editor fails.
pub(super) fn run(
    arguments: &GazetteerArguments,
    world: &World,
    output: &mut Output,
) -> anyhow::Result<Status> {
    let sources = sources(arguments, world);
    match &arguments.task {
        GazetteerTask::Show(show) => show::run(show, &sources, output),
        GazetteerTask::Lint(lint) => {
            lint::run(lint, &sources, &arguments.corpus, world.today, output)
        }
        GazetteerTask::Import(import) => import::run(import, &sources, output),
        GazetteerTask::Export(export) => export::run(export, &sources, output),
        GazetteerTask::Path => print_paths(&sources, output),
        GazetteerTask::Edit(edit) => edit::run(edit, &sources, &world.editor),
    }
}

fn sources(arguments: &GazetteerArguments, world: &World) -> GazetteerSources {
    let mut sources = gazetteer_sources(&arguments.corpus, &arguments.gazetteer, world);
    if sources.corpus.is_empty() {
        sources.corpus.push(PathBuf::from("."));
    }
    sources
}

fn print_paths(sources: &GazetteerSources, output: &mut Output) -> anyhow::Result<Status> {
    let mut line = |layer: Layer, path: &str, remark: &str| {
        let path = Output::listing(path);
        let layer = layer_name(layer);
        writeln!(
            output,
            "{FACT}{layer:<7}{FACT:#}  {PLACE}{path}{PLACE:#}{remark}"
        )
    };
    for (file, _) in bundled() {
        line(file.layer, &file.path.to_string_lossy(), "")?;
    }
    for file in gazetteer_layers(sources) {
        let remark = if file.path.exists() {
            ""
        } else {
            "  (not there)"
        };
        line(file.layer, &file.path.to_string_lossy(), remark)?;
    }
    output.flush()?;
    Ok(Status::Found)
}

/// Says on standard error what was done.
fn tell(message: &str) {
    let mut stderr = anstream::stderr().lock();
    // There is nowhere left to tell an error of writing.
    let _: std::io::Result<()> = writeln!(stderr, "{}", visible_line(message));
}

const fn layer_name(layer: Layer) -> &'static str {
    match layer {
        Layer::Bundled => "bundled",
        Layer::User => "user",
        Layer::Project => "project",
        Layer::Given => "given",
    }
}
