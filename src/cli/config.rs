//! `ibid config`: the settings as they are after all layers, and where each comes from.

use std::io::Write as _;

use clap::{Args, Subcommand};

use super::Status;
use super::output::{FACT, KEYWORD, Output};
use crate::config::{Config, Folders, Group};

/// Shows the settings as they are, and where each comes from.
#[derive(Debug, Clone, Args)]
pub struct ConfigArguments {
    /// What to show.
    #[command(subcommand)]
    pub task: ConfigTask,
}

/// What to show of the settings.
#[derive(Debug, Clone, Copy, Subcommand)]
pub enum ConfigTask {
    /// Print where the settings file is, whether it exists or not.
    Path,
    /// Print every setting with its value and where it was written.
    Print,
    /// Print every key with what it does.
    Keys,
}

/// Prints what is asked for.
///
/// # Errors
/// When standard output cannot be written, or the platform has no folder for settings.
pub(super) fn run(
    task: ConfigTask,
    folders: &Folders,
    config: &Config,
    output: &mut Output,
) -> anyhow::Result<Status> {
    match task {
        ConfigTask::Path => {
            let path = folders.settings().ok_or_else(|| {
                anyhow::anyhow!("there is no folder for settings; set IBID_CONFIG_DIR")
            })?;
            writeln!(output, "{}", Output::listing(&path.display().to_string()))?;
        }
        ConfigTask::Print => print_values(config, output)?,
        ConfigTask::Keys => print_keys(config, output)?,
    }
    output.flush()?;
    Ok(Status::Found)
}

/// Prints `reader.measure = 72  # config.toml:3:11` in columns.
fn print_values(config: &Config, output: &mut Output) -> anyhow::Result<()> {
    let lines: Vec<(String, String)> = config
        .merged
        .values()
        .into_iter()
        .map(|(path, value, written)| {
            let place = if written.bundled {
                "default".to_owned()
            } else {
                format!(
                    "{}:{}:{}",
                    written.path.display(),
                    written.line,
                    written.column
                )
            };
            (format!("{path} = {value}"), place)
        })
        .collect();
    let width = lines
        .iter()
        .map(|(value, _)| value.chars().count())
        .max()
        .unwrap_or(0);
    for (value, place) in &lines {
        let (value, place) = (Output::listing(value), Output::listing(place));
        writeln!(output, "{value:<width$}  {FACT}# {place}{FACT:#}")?;
    }
    Ok(())
}

fn print_keys(config: &Config, output: &mut Output) -> anyhow::Result<()> {
    for group in Group::ALL {
        writeln!(output, "{KEYWORD}{}{KEYWORD:#}", group.title())?;
        for row in config.keys.rows(group) {
            let keys: Vec<String> = row.keys.iter().map(ToString::to_string).collect();
            let (keys, name) = (keys.join(" "), row.action.name());
            writeln!(
                output,
                "  {keys:<16}  {FACT}{name:<24}{FACT:#}  {}",
                row.action.sentence()
            )?;
        }
    }
    Ok(())
}
