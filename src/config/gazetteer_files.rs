//! Which gazetteer files are laid over the bundled ones, and the reading of them.
#![expect(
    clippy::disallowed_methods,
    reason = "finding and reading gazetteer files is what this file is for"
)]

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::gazetteer::{Gazetteer, Layer, SourceFile, bundled};

/// A gazetteer file larger than this was not written by hand, and is refused.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// What decides which gazetteer files are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GazetteerSources {
    /// The reader's configuration folder, if there is one: `gazetteer.toml` and `gazetteer.d/*.toml` in it.
    pub config: Option<PathBuf>,
    /// The paths of the corpus; its project gazetteer lies beside it.
    pub corpus: Vec<PathBuf>,
    /// Files that the settings name.
    pub settings: Vec<PathBuf>,
    /// Files given with `--gazetteer`.
    pub given: Vec<PathBuf>,
}

/// Returns the gazetteer files after the bundled ones in the order in which they are laid over one another, whether they exist or not.
pub fn gazetteer_layers(sources: &GazetteerSources) -> Vec<SourceFile> {
    let mut layers = Vec::new();
    let mut push = |layer: Layer, path: PathBuf| layers.push(SourceFile { path, layer });
    if let Some(folder) = &sources.config {
        push(Layer::User, folder.join("gazetteer.toml"));
        for file in toml_files(&folder.join("gazetteer.d")) {
            push(Layer::User, file);
        }
    }
    for file in &sources.settings {
        push(Layer::User, file.clone());
    }
    if let Some(file) = project_gazetteer(&sources.corpus) {
        push(Layer::Project, file);
    }
    for file in &sources.given {
        push(Layer::Given, file.clone());
    }
    layers
}

/// Opens the bundled gazetteer with all layers over it, its languages to be read when they are needed, and says what is wrong with them.
///
/// A file that is missing is no fault, unless it was named: in the settings, or with `--gazetteer`.
pub fn open_gazetteer(sources: &GazetteerSources) -> (Gazetteer, Vec<Diagnostic>) {
    let (own, mut complaints) = read_own(sources);
    let (gazetteer, wrong) = Gazetteer::open(own);
    complaints.extend(wrong);
    (gazetteer, complaints)
}

/// Loads the bundled gazetteer in all languages and the layers over it, and says what is wrong with them.
pub fn load_gazetteer(sources: &GazetteerSources) -> (Gazetteer, Vec<Diagnostic>) {
    let (files, mut complaints) = read_gazetteer(sources);
    let (gazetteer, wrong) = Gazetteer::load(files);
    complaints.extend(wrong);
    (gazetteer, complaints)
}

/// Returns the bundled gazetteer and the files laid over it, and says which could not be read.
pub fn read_gazetteer(sources: &GazetteerSources) -> (Vec<(SourceFile, String)>, Vec<Diagnostic>) {
    let mut files = bundled();
    let (own, complaints) = read_own(sources);
    files.extend(own);
    (files, complaints)
}

/// Reads the files laid over the bundled ones.
fn read_own(sources: &GazetteerSources) -> (Vec<(SourceFile, String)>, Vec<Diagnostic>) {
    let mut files = Vec::new();
    let mut complaints = Vec::new();
    for layer in gazetteer_layers(sources) {
        let is_named = layer.layer == Layer::Given || sources.settings.contains(&layer.path);
        match read_text(&layer.path) {
            Ok(Some(text)) => files.push((layer, text)),
            Ok(None) if is_named => {
                complaints.push(Diagnostic::error("there is no such gazetteer file").at(
                    &layer.path,
                    0,
                    0,
                ));
            }
            Ok(None) => {}
            Err(complaint) => complaints.push(complaint),
        }
    }
    (files, complaints)
}

/// Returns the gazetteer of the project that a corpus belongs to: `.ibid/gazetteer.toml` in the folder given (for a file, in its folder)
/// or beside that folder; where neither exists, where the first would be.
pub fn project_gazetteer(corpus: &[PathBuf]) -> Option<PathBuf> {
    let first = corpus.iter().find(|path| path.as_os_str() != "-")?;
    let folder = if first.is_dir() {
        first.as_path()
    } else {
        first
            .parent()
            .filter(|parent| !parent.as_os_str().is_empty())
            .unwrap_or(Path::new("."))
    };
    let file_in = |folder: &Path| folder.join(".ibid").join("gazetteer.toml");
    let inside = file_in(folder);
    let beside = folder
        .canonicalize()
        .ok()
        .and_then(|folder| Some(file_in(folder.parent()?)));
    match beside {
        Some(beside) if !inside.exists() && beside.exists() => Some(beside),
        Some(_) | None => Some(inside),
    }
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.extension()
                .is_some_and(|extension| extension == "toml")
        })
        .collect();
    files.sort();
    files
}

/// Reads a file of the reader's own.
///
/// # Errors
/// One complaint when the file is there but cannot be read, is not UTF-8, or is absurdly large. A missing file is `None`.
pub fn read_text(path: &Path) -> Result<Option<String>, Diagnostic> {
    let complain = |message: String| Diagnostic::error(message).at(path, 0, 0);
    let size = match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        Ok(_) => return Err(complain("is not a file".to_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(complain(format!("cannot be read: {error}"))),
    };
    if size > MAX_BYTES {
        return Err(complain(format!(
            "has {size} bytes; more than {MAX_BYTES} are not read"
        )));
    }
    match fs::read(path).map(String::from_utf8) {
        Ok(Ok(text)) => Ok(Some(
            text.strip_prefix('\u{FEFF}')
                .map(str::to_owned)
                .unwrap_or(text),
        )),
        Ok(Err(error)) => {
            let valid = String::from_utf8_lossy(
                error
                    .as_bytes()
                    .get(..error.utf8_error().valid_up_to())
                    .unwrap_or_default(),
            )
            .into_owned();
            let line = valid.matches('\n').count() + 1;
            let column = valid
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .chars()
                .count()
                + 1;
            let place = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            Err(Diagnostic::error("is not UTF-8 here")
                .at(path, place(line), place(column))
                .hint("save the file as UTF-8"))
        }
        Err(error) => Err(complain(format!("cannot be read: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn layers_come_in_order() {
        let home = tempfile::tempdir().unwrap();
        let corpus = home.path().join("articles");
        fs::create_dir_all(home.path().join("gazetteer.d")).unwrap();
        fs::create_dir_all(&corpus).unwrap();
        for name in ["b.toml", "a.toml", "notes.txt"] {
            fs::write(home.path().join("gazetteer.d").join(name), "").unwrap();
        }
        let sources = GazetteerSources {
            config: Some(home.path().to_owned()),
            corpus: vec![corpus.clone()],
            settings: vec!["s.toml".into()],
            given: vec!["g.toml".into()],
        };
        let names: Vec<_> = gazetteer_layers(&sources)
            .into_iter()
            .map(|file| (file.layer, file.path.file_name().unwrap().to_owned()))
            .collect();
        let expected = [
            (Layer::User, "gazetteer.toml"),
            (Layer::User, "a.toml"),
            (Layer::User, "b.toml"),
            (Layer::User, "s.toml"),
            (Layer::Project, "gazetteer.toml"),
            (Layer::Given, "g.toml"),
        ];
        assert_eq!(names, expected.map(|(layer, name)| (layer, name.into())));
        fs::create_dir_all(home.path().join(".ibid")).unwrap();
        fs::write(home.path().join(".ibid/gazetteer.toml"), "").unwrap();
        let beside = project_gazetteer(std::slice::from_ref(&corpus)).unwrap();
        assert_eq!(
            beside,
            home.path()
                .canonicalize()
                .unwrap()
                .join(".ibid/gazetteer.toml")
        );
        fs::create_dir_all(corpus.join(".ibid")).unwrap();
        fs::write(corpus.join(".ibid/gazetteer.toml"), "").unwrap();
        assert_eq!(
            project_gazetteer(std::slice::from_ref(&corpus)),
            Some(corpus.join(".ibid/gazetteer.toml"))
        );
    }

    #[test]
    fn files_that_are_not_utf8_are_told_by_their_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("g.toml");
        fs::write(&path, b"schema = 1\nname = \"\xff\"\n").unwrap();
        let complaint = read_text(&path).unwrap_err();
        let place = complaint.place.unwrap();
        assert_eq!((place.line, place.column), (2, 9));
        assert_eq!(read_text(&folder.path().join("absent.toml")), Ok(None));
    }
}
