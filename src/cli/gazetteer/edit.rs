//! `ibid gazetteer edit`: the reader's own file in the reader's own editor.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use clap::Args;

use super::super::complaint::complain;
use super::super::load::complain_of_all;
use super::super::{Status, find};
use crate::config::editor_command;
use crate::config::gazetteer_files::{GazetteerSources, gazetteer_layers, load_gazetteer};
use crate::diagnostic::Diagnostic;
use crate::gazetteer::{EntityId, Gazetteer, Layer, Origin};

/// What a new gazetteer file begins with.
const HEADER: &str = "\
# Your own gazetteer, laid over the one that comes with ibid. Save it, and a reader that is open follows.
#
# [leader.ada-lovelace]                # a new entity: [kind.id]
# name = \"Ada Lovelace\"                # how it is shown
# names = \"{Ada ,}Lovelace\"            # the forms it is found by; names.fr = [...] for one language
#
# [organisation.nato]                  # one that is known already is extended
# names.is = \"Atlantshafsbandalagið\"
# drop = [\"Otan\"]                      # a form to be forgotten
#
# `ibid gazetteer show nato` prints every form of an entity, `ibid gazetteer lint` what is wrong with this file.
schema = 1
";

/// The arguments of `ibid gazetteer edit`.
#[derive(Debug, Clone, Args)]
pub struct EditArguments {
    /// Whose entry to open: an id (`nato`), `kind:id`, or a name or form in any language.
    pub entity: Option<String>,
}

/// Opens the reader's gazetteer in the editor, and says afterwards what is wrong with it.
pub(super) fn run(
    arguments: &EditArguments,
    sources: &GazetteerSources,
    editor: &str,
) -> anyhow::Result<Status> {
    let (gazetteer, _) = load_gazetteer(sources);
    let (path, line) = match &arguments.entity {
        None => (own_file(sources)?, 0),
        Some(written) => {
            let Some(id) = find(&gazetteer, written) else {
                return Ok(Status::Error);
            };
            if let Some(place) = own_entry(&gazetteer, id) {
                place
            } else {
                say_how_to_extend(&gazetteer, id);
                let path = own_file(sources)?;
                let last_line = last_line(&path);
                (path, last_line)
            }
        }
    };
    create_if_missing(&path)?;
    let Some(mut command) = editor_command(editor, &path, line) else {
        complain(
            &Diagnostic::error(format!("`{editor}` is no command line"))
                .hint("set VISUAL or EDITOR to your editor"),
        );
        return Ok(Status::Error);
    };
    let program = command.get_program().to_string_lossy().into_owned();
    let ended = command.status().with_context(|| {
        format!("cannot start `{program}`; set VISUAL or EDITOR to your editor")
    })?;
    anyhow::ensure!(ended.success(), "`{program}` ended with {ended}");
    let (_, complaints) = load_gazetteer(sources);
    Ok(if complain_of_all(&complaints) {
        Status::Error
    } else {
        Status::Found
    })
}

/// Returns the reader's own file, there or not.
fn own_file(sources: &GazetteerSources) -> anyhow::Result<PathBuf> {
    gazetteer_layers(sources)
        .into_iter()
        .find(|file| file.layer == Layer::User)
        .map(|file| file.path)
        .context("there is no configuration folder to keep a gazetteer in; set IBID_CONFIG_DIR")
}

/// Returns the file and line at which the reader's own files first speak of an entity; of several files, the last.
fn own_entry(gazetteer: &Gazetteer, id: EntityId) -> Option<(PathBuf, u32)> {
    let entity = gazetteer.entity(id);
    let holders = entity
        .office
        .iter()
        .flat_map(|office| &office.holders)
        .map(|holder| holder.origin);
    let aliases = entity.aliases.iter().map(|alias| alias.origin);
    let is_own = |origin: &Origin| {
        let file = gazetteer.files.get(origin.file as usize);
        file.is_some_and(|file| file.layer != Layer::Bundled)
    };
    let first = std::iter::once(entity.origin)
        .chain(aliases)
        .chain(holders)
        .filter(is_own)
        .min_by_key(|origin| (std::cmp::Reverse(origin.file), origin.line))?;
    let file = gazetteer.files.get(first.file as usize)?;
    Some((file.path.clone(), first.line))
}

/// Says how an entity that only the bundled files know is extended.
fn say_how_to_extend(gazetteer: &Gazetteer, id: EntityId) {
    let (kind, entity) = (&gazetteer.kind_of(id).id, &gazetteer.entity(id).id);
    complain(
        &Diagnostic::warning(format!("`{entity}` is not in your gazetteer yet"))
            .hint(format!("to extend it, begin with `[{kind}.{entity}]`")),
    );
}

/// Returns the last line of a file; of one that is still to be created, that of its header.
fn last_line(path: &Path) -> u32 {
    let text = fs::read_to_string(path).unwrap_or_else(|_| HEADER.to_owned());
    u32::try_from(text.lines().count())
        .unwrap_or(u32::MAX)
        .max(1)
}

/// Creates a file with its header. One that is there, even empty, is left as it is.
fn create_if_missing(path: &Path) -> anyhow::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create `{}`", folder.display()))?;
    }
    match File::create_new(path) {
        Ok(mut file) => file
            .write_all(HEADER.as_bytes())
            .with_context(|| format!("cannot write `{}`", path.display())),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error).with_context(|| format!("cannot create `{}`", path.display())),
    }
}
