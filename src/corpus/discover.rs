//! Finds the files that PATH arguments mean, and reads the bytes of one. The only file of the room that touches the disk.
//!
//! Finding opens nothing but folders and their `.ibidignore`; a file's type is judged by its name here and by its first bytes when it is
//! read. Pipes, sockets and devices are never opened. A link inside a folder is followed only to a file of the same folder, so that a
//! corpus cannot make the program read anything else; a link named by the reader is followed.
#![expect(
    clippy::disallowed_methods,
    reason = "finding and reading files is what this file is for"
)]

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc;

use ignore::{DirEntry, Walk, WalkBuilder};

use super::decode::binary_kind;
use super::format::Extension;
use super::{Date, Input, SourceRef};
use crate::diagnostic::Diagnostic;

/// Larger files are refused: offsets into a text are kept in 32 bits by the index.
pub const MAX_BYTES: u64 = u32::MAX as u64;

/// How much of a file is read before its type is judged.
const HEAD_BYTES: u64 = 8 * 1024;

/// The file that lists what a folder keeps out of the corpus, in the syntax of `.gitignore`.
pub const IGNORE_FILE: &str = ".ibidignore";

/// A larger ignore file was not written by hand.
const MAX_IGNORE_BYTES: u64 = 1024 * 1024;

/// How many names of a folder are looked at for the one that was meant.
const MAX_SIBLINGS: usize = 10_000;

const NOT_A_FILE: &str =
    "neither a file nor a folder but a pipe, a socket or a device; it is not opened";
const PIPE_HINT: &str = "to read what a program writes, pipe it in and give `-`";

/// What the arguments of a command mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Discovery {
    /// What the corpus is called on the screen: the folder's name, the file's name, or `5 files`.
    pub name: String,
    /// The sources, ordered by [`SourceRef::path`].
    pub sources: Vec<SourceRef>,
    /// What was not found or will not be opened.
    pub problems: Vec<Diagnostic>,
}

/// The bytes of one source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceBytes {
    /// The bytes, all of them.
    pub bytes: Vec<u8>,
    /// The day (UTC) on which the file was last changed, for a file.
    pub modified: Option<Date>,
}

/// Finds the sources that arguments mean: files, folders with all below them, `-` for standard input.
///
/// Never fails as a whole: what is missing, empty or of an unknown type is complained of in [`Discovery::problems`]. A file that several
/// arguments mean is found once.
pub fn discover(arguments: &[PathBuf]) -> Discovery {
    let mut search = Search::default();
    for argument in arguments {
        if argument.as_os_str() == "-" {
            search.add(argument.clone(), "-".to_owned(), Input::StandardInput, true);
            continue;
        }
        match fs::metadata(argument) {
            Err(error) => search.problems.push(missing(argument, &error)),
            Ok(metadata) if metadata.is_dir() => search.folder(argument),
            Ok(metadata) if metadata.is_file() => {
                let path = shown(argument.file_name().map_or(argument.as_path(), Path::new));
                search.add(lexical(argument), path, Input::File(argument.clone()), true);
            }
            Ok(_) => search.problems.push(
                Diagnostic::error(NOT_A_FILE)
                    .at(argument, 0, 0)
                    .hint(PIPE_HINT),
            ),
        }
    }
    let mut sources: Vec<SourceRef> = search.found.into_values().collect();
    sources.sort();
    Discovery {
        name: corpus_name(arguments, sources.len()),
        sources,
        problems: search.problems,
    }
}

/// Reads a source whole.
///
/// # Errors
/// One complaint when the source cannot be read, is larger than [`MAX_BYTES`], or is not text by its first bytes: an error when the
/// reader named it, else a warning.
pub fn read_bytes(source: &SourceRef) -> Result<SourceBytes, Box<Diagnostic>> {
    let read = match &source.input {
        Input::Sample(text) => Ok(SourceBytes {
            bytes: text.as_bytes().to_vec(),
            modified: None,
        }),
        Input::StandardInput => read_bounded(io::stdin().lock(), 0).map(|bytes| SourceBytes {
            bytes,
            modified: None,
        }),
        Input::File(file) => read_file(file),
    };
    read.map_err(|error| {
        let message = error.to_string();
        let complaint = if source.named {
            Diagnostic::error(message)
        } else {
            Diagnostic::warning(message)
        };
        Box::new(complaint.at(source.place(), 0, 0))
    })
}

/// Why a source could not be read.
#[derive(Debug, thiserror::Error)]
enum ReadError {
    #[error("cannot read: {}", words(.0))]
    Io(#[from] io::Error),
    #[error("{NOT_A_FILE}")]
    NotAFile,
    #[error("larger than 4 GiB, which is the limit for one file")]
    TooLarge,
    #[error("{0}, not text")]
    Binary(&'static str),
    #[error("a file made of holes, not text")]
    Hollow,
}

fn read_file(file: &Path) -> Result<SourceBytes, ReadError> {
    // Asked before opening, for opening a pipe would wait for its writer; and after, for the file may have been replaced.
    if !fs::metadata(file)?.is_file() {
        return Err(ReadError::NotAFile);
    }
    let opened = File::open(file)?;
    let metadata = opened.metadata()?;
    if !metadata.is_file() {
        return Err(ReadError::NotAFile);
    }
    if metadata.len() > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    if is_hollow(&metadata) {
        return Err(ReadError::Hollow);
    }
    let modified = metadata
        .modified()
        .ok()
        .and_then(|time| jiff::Timestamp::try_from(time).ok())
        .map(|time| time.to_zoned(jiff::tz::TimeZone::UTC).date());
    let bytes = read_bounded(opened, metadata.len())?;
    Ok(SourceBytes { bytes, modified })
}

/// Reads to the end, but no more than [`MAX_BYTES`] and nothing beyond the head of what is not text.
fn read_bounded(mut reader: impl Read, size: u64) -> Result<Vec<u8>, ReadError> {
    let mut bytes = Vec::new();
    let expected = usize::try_from(size).unwrap_or(usize::MAX);
    bytes.try_reserve_exact(expected).map_err(io::Error::from)?;
    reader.by_ref().take(HEAD_BYTES).read_to_end(&mut bytes)?;
    if let Some(kind) = binary_kind(&bytes) {
        return Err(ReadError::Binary(kind));
    }
    reader
        .take(MAX_BYTES + 1 - HEAD_BYTES)
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(ReadError::TooLarge);
    }
    Ok(bytes)
}

/// Returns whether a large file occupies next to nothing on disk, so that reading it would cost more memory than it has content.
///
/// A hundred times is far beyond what a compressing file system makes of text.
#[cfg(unix)]
fn is_hollow(metadata: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    metadata.len() > 64 * 1024 * 1024
        && metadata.blocks().saturating_mul(512 * 100) < metadata.len()
}

#[cfg(not(unix))]
fn is_hollow(_metadata: &Metadata) -> bool {
    false
}

/// What has been found so far.
#[derive(Default)]
struct Search {
    /// By path without `.` parts, so that a file that two arguments mean is found once.
    found: BTreeMap<PathBuf, SourceRef>,
    problems: Vec<Diagnostic>,
}

impl Search {
    fn add(&mut self, key: PathBuf, path: String, input: Input, named: bool) {
        self.found
            .entry(key)
            .and_modify(|source| source.named |= named)
            .or_insert(SourceRef { path, input, named });
    }

    fn warn(&mut self, path: &Path, message: impl Into<String>) {
        self.problems
            .push(Diagnostic::warning(message).at(path, 0, 0));
    }

    fn folder(&mut self, root: &Path) {
        let (n_found, n_problems) = (self.found.len(), self.problems.len());
        let (refused, refusals) = mpsc::channel();
        if ignore_file_is_plain(root) {
            let mut links = Vec::new();
            for entry in walk(root, refused) {
                match entry {
                    Ok(entry) => {
                        if let Some(error) = entry.error() {
                            self.ignore_error(entry.path(), error);
                        }
                        self.entry(root, &entry, &mut links);
                    }
                    Err(error) => self.ignore_error(root, &error),
                }
            }
            self.links(root, &links);
        } else {
            self.refused(root);
        }
        for folder in refusals.try_iter() {
            self.refused(&folder);
        }
        if self.found.len() == n_found {
            let skipped = self.problems.len() - n_problems;
            let hint = match skipped {
                0 => "articles are .txt, .md and .html files; hidden files are not read".to_owned(),
                1 => "the one file in it was skipped".to_owned(),
                _ => format!("{skipped} files in it were skipped"),
            };
            self.problems.push(
                Diagnostic::warning("no article in this folder")
                    .at(root, 0, 0)
                    .hint(hint),
            );
        }
    }

    fn entry(&mut self, root: &Path, entry: &DirEntry, links: &mut Vec<PathBuf>) {
        let path = entry.path();
        let Some(file_type) = entry.file_type() else {
            return;
        };
        if file_type.is_dir() {
            return;
        }
        if entry.depth() > 0 && file_type.is_symlink() {
            links.push(path.to_path_buf());
        } else if !file_type.is_file() {
            self.warn(path, NOT_A_FILE);
        } else {
            self.member(root, path, lexical(path));
        }
    }

    /// Adds a file found below `root` if its name says that it may be an article.
    fn member(&mut self, root: &Path, file: &Path, key: PathBuf) {
        match Extension::of(file) {
            Extension::Known(_) | Extension::Missing => {
                let path = shown(file.strip_prefix(root).unwrap_or(file));
                self.add(key, path, Input::File(file.to_path_buf()), false);
            }
            Extension::Unknown(extension) => {
                self.warn(
                    file,
                    format!("skipped: `.{extension}` is no type of article that can be read"),
                );
            }
        }
    }

    /// Follows the links of a folder that stay in it, and complains of the others.
    fn links(&mut self, root: &Path, links: &[PathBuf]) {
        let Ok(home) = root.canonicalize() else {
            return;
        };
        for link in links {
            let Ok(target) = link.canonicalize() else {
                self.warn(link, "a link to nothing");
                continue;
            };
            match target.strip_prefix(&home) {
                // A folder within the folder is walked under its own name, and so is a file that is not hidden.
                Ok(inside) if target.is_file() => {
                    let key = lexical(&root.join(inside));
                    if !self.found.contains_key(&key) {
                        self.member(root, link, key);
                    }
                }
                Ok(_) => {}
                Err(_) => self.problems.push(
                    Diagnostic::warning("a link that leads out of the folder is not followed")
                        .at(link, 0, 0)
                        .hint("name it to read it"),
                ),
            }
        }
    }

    fn refused(&mut self, folder: &Path) {
        self.problems.push(
            Diagnostic::warning(format!(
                "skipped: its `{IGNORE_FILE}` is not a plain file of up to 1 MiB"
            ))
            .at(folder, 0, 0),
        );
    }

    /// Complains of what the walk could not do, at the path that the error names.
    fn ignore_error(&mut self, path: &Path, error: &ignore::Error) {
        match error {
            ignore::Error::Partial(errors) => errors
                .iter()
                .for_each(|error| self.ignore_error(path, error)),
            ignore::Error::WithPath { path, err } => self.ignore_error(path, err),
            ignore::Error::WithDepth { err, .. } => self.ignore_error(path, err),
            ignore::Error::WithLineNumber { line, err } => {
                self.problems.push(Diagnostic::warning(err.to_string()).at(
                    path,
                    u32::try_from(*line).unwrap_or_default(),
                    0,
                ));
            }
            ignore::Error::Io(error) => self.warn(path, format!("cannot read: {}", words(error))),
            ignore::Error::Loop { .. }
            | ignore::Error::Glob { .. }
            | ignore::Error::UnrecognizedFileType(_)
            | ignore::Error::InvalidDefinition => self.warn(path, error.to_string()),
        }
    }
}

/// Walks a folder: hidden files left out, `.ibidignore` obeyed, links not followed; folders with an ignore file that is not a plain file
/// are left out and sent to `refused`.
fn walk(root: &Path, refused: mpsc::Sender<PathBuf>) -> Walk {
    WalkBuilder::new(root)
        // A corpus is no source tree: `.gitignore` has no say.
        .standard_filters(false)
        .hidden(true)
        .add_custom_ignore_filename(IGNORE_FILE)
        .follow_links(false)
        .filter_entry(move |entry| {
            let plain = !entry
                .file_type()
                .is_some_and(|file_type| file_type.is_dir())
                || ignore_file_is_plain(entry.path());
            if !plain {
                // The receiver lives as long as the walk.
                let _ = refused.send(entry.path().to_path_buf());
            }
            plain
        })
        .build()
}

/// Returns whether a folder's ignore file, which the walk will open, is missing or a plain file of a sane size.
fn ignore_file_is_plain(folder: &Path) -> bool {
    fs::symlink_metadata(folder.join(IGNORE_FILE)).map_or(true, |metadata| {
        metadata.is_file() && metadata.len() <= MAX_IGNORE_BYTES
    })
}

/// Returns the complaint about an argument that cannot be looked at.
fn missing(argument: &Path, error: &io::Error) -> Diagnostic {
    if error.kind() != io::ErrorKind::NotFound {
        return Diagnostic::error(format!("cannot read: {}", words(error))).at(argument, 0, 0);
    }
    if fs::symlink_metadata(argument).is_ok() {
        return Diagnostic::error("a link to nothing").at(argument, 0, 0);
    }
    let complaint = Diagnostic::error("no such file or folder").at(argument, 0, 0);
    match nearest_sibling(argument) {
        Some(sibling) => complaint.hint(format!("did you mean `{}`?", sibling.display())),
        None => complaint,
    }
}

/// Returns the path of the folder that differs least from a path that does not exist.
fn nearest_sibling(missing: &Path) -> Option<PathBuf> {
    /// Below this similarity a name is another name: two edits in five letters still pass.
    const SIMILAR: f64 = 0.6;
    let wanted = missing.file_name()?.to_string_lossy().to_lowercase();
    let folder = missing.parent()?;
    let listed = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    fs::read_dir(listed)
        .ok()?
        .take(MAX_SIBLINGS)
        .filter_map(|entry| Some(entry.ok()?.file_name()))
        .map(|name| {
            let likeness = strsim::normalized_damerau_levenshtein(
                &wanted,
                &name.to_string_lossy().to_lowercase(),
            );
            (likeness, name)
        })
        .filter(|&(likeness, _)| likeness >= SIMILAR)
        .max_by(|(a, a_name), (b, b_name)| {
            a.total_cmp(b).then(Reverse(a_name).cmp(&Reverse(b_name)))
        })
        .map(|(_, name)| folder.join(name))
}

/// Returns an error of the system in plain words.
fn words(error: &io::Error) -> String {
    let known = [
        (io::ErrorKind::NotFound, "no such file or folder"),
        (io::ErrorKind::PermissionDenied, "permission denied"),
        (io::ErrorKind::OutOfMemory, "not enough memory"),
    ];
    match known.iter().find(|(kind, _)| *kind == error.kind()) {
        Some((_, words)) => (*words).to_owned(),
        None => error.to_string().to_lowercase(),
    }
}

/// Returns a path as output shows it, with `/` on every system.
fn shown(path: &Path) -> String {
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// Returns a path without its `.` parts.
fn lexical(path: &Path) -> PathBuf {
    path.components()
        .filter(|part| *part != Component::CurDir)
        .collect()
}

fn corpus_name(arguments: &[PathBuf], n_sources: usize) -> String {
    match arguments {
        [argument] if argument.as_os_str() == "-" => "standard input".to_owned(),
        [argument] => {
            // `.` and `..` have no name of their own.
            let named = argument.canonicalize().unwrap_or_else(|_| argument.clone());
            named.file_name().map_or_else(
                || shown(argument),
                |name| name.to_string_lossy().into_owned(),
            )
        }
        _ if n_sources == 1 => "1 file".to_owned(),
        _ => format!("{n_sources} files"),
    }
}
