//! Writing a file that the reader asked for: whole or not at all, and never over another unasked.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;

/// Writes a file; over one that is there only with `force`, and then so that either the old or the new one is there.
///
/// # Errors
/// When the file is there and may not be replaced, or cannot be written.
pub(super) fn save(path: &Path, bytes: &[u8], force: bool) -> anyhow::Result<()> {
    let named = || format!("cannot write `{}`", path.display());
    if !force {
        return match create(path, bytes) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                anyhow::bail!(
                    "`{}` is there already; `--force` writes over it",
                    path.display()
                )
            }
            written => written.with_context(named),
        };
    }
    // A link is followed to the file that it means.
    let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut name = target.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.new", std::process::id()));
    let fresh = target.with_file_name(name);
    create(&fresh, bytes).with_context(named)?;
    let replaced = fs::metadata(&target)
        .map_or(Ok(()), |old| fs::set_permissions(&fresh, old.permissions()))
        .and_then(|()| fs::rename(&fresh, &target));
    replaced
        .inspect_err(|_| {
            let _: io::Result<()> = fs::remove_file(&fresh);
        })
        .with_context(named)
}

/// Creates a file with all its bytes; what could only be begun is removed.
fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    written.inspect_err(|_| {
        let _: io::Result<()> = fs::remove_file(path);
    })
}
