//! Arguments in, exit code out.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;
use ibid::cli::{self, Cli, Status, World};
use ibid::diagnostic::Diagnostic;

fn main() -> ExitCode {
    let arguments = Cli::parse();
    let world = World {
        config: std::env::var_os("IBID_CONFIG_DIR").map(PathBuf::from),
        corpus: None,
        gazetteer_files: Vec::new(),
        today: jiff::Zoned::now().date(),
    };
    let result = match &arguments.verb {
        Some(verb) => cli::run(verb, arguments.color, &world),
        None => Ok(Status::Nothing),
    };
    match result {
        Ok(status) => ExitCode::from(status as u8),
        Err(error) if cli::is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(&Diagnostic::error(format!("{error:#}")));
            ExitCode::from(Status::Error as u8)
        }
    }
}
