//! Files found on a real disk: folders, links, pipes, what is missing.

use std::fs;

use ibid::corpus::discover::{Discovery, discover, read_bytes};
use ibid::diagnostic::Severity;

/// Makes a folder with files, given as path and content; a path that ends in `/` is a folder.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, content) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        if content == &"/" {
            fs::create_dir_all(path).unwrap();
        } else {
            fs::write(path, content).unwrap();
        }
    }
    folder
}

fn paths(discovery: &Discovery) -> Vec<&str> {
    discovery
        .sources
        .iter()
        .map(|source| source.path.as_str())
        .collect()
}

fn messages(discovery: &Discovery) -> Vec<String> {
    discovery
        .problems
        .iter()
        .map(|problem| problem.message.clone())
        .collect()
}

#[test]
fn folders_are_walked_in_order() {
    let folder = folder(&[
        ("b.txt", ""),
        ("a/z.md", ""),
        ("a/y.html", ""),
        ("NOTES", ""),
        (".hidden.txt", ""),
        (".git/x.txt", ""),
        (".gitignore", "b.txt"),
        ("skip/x.txt", ""),
        ("a/draft.txt", ""),
        (".ibidignore", "skip/\ndraft*\n"),
    ]);
    let discovery = discover(&[folder.path().to_path_buf()]);
    assert_eq!(paths(&discovery), ["NOTES", "a/y.html", "a/z.md", "b.txt"]);
    assert!(discovery.problems.is_empty(), "{:?}", discovery.problems);
    assert_eq!(
        discovery.name,
        folder.path().file_name().unwrap().to_string_lossy()
    );
    assert!(discovery.sources.iter().all(|source| !source.named));
}

#[test]
fn arguments_are_found_once() {
    let folder = folder(&[("a.txt", ""), ("b.jpg", "")]);
    let (root, a, b) = (
        folder.path().to_path_buf(),
        folder.path().join("./a.txt"),
        folder.path().join("b.jpg"),
    );
    let discovery = discover(&[root, a, b, "-".into(), "-".into()]);
    assert_eq!(paths(&discovery), ["-", "a.txt", "b.jpg"]);
    assert!(discovery.sources.iter().all(|source| source.named));
    assert_eq!(discovery.name, "3 files");
    assert_eq!(
        messages(&discovery),
        ["skipped: `.jpg` is no type of article that can be read"]
    );
}

#[test]
fn what_is_missing_gets_the_nearest_name() {
    let folder = folder(&[("madrid.txt", ""), ("vilnius.txt", "")]);
    let discovery = discover(&[folder.path().join("madird.txt"), folder.path().join("x")]);
    assert_eq!(messages(&discovery), ["no such file or folder"; 2]);
    let expected = format!(
        "did you mean `{}`?",
        folder.path().join("madrid.txt").display()
    );
    assert_eq!(
        discovery.problems[0].hint.as_deref(),
        Some(expected.as_str())
    );
    assert_eq!(discovery.problems[1].hint, None);
    assert!(
        discovery
            .problems
            .iter()
            .all(|problem| problem.severity == Severity::Error)
    );
}

#[test]
fn an_empty_folder_is_told() {
    let folder = folder(&[("a/", "/"), (".b.txt", "")]);
    let discovery = discover(&[folder.path().to_path_buf()]);
    assert_eq!(messages(&discovery), ["no article in this folder"]);
    assert_eq!(discovery.problems[0].severity, Severity::Warning);
}

#[test]
fn bytes_are_read_and_binaries_are_not() {
    let folder = folder(&[("a.txt", "NATO"), ("b", "\0\0\0\0")]);
    let mut sources = discover(&[folder.path().to_path_buf()]).sources;
    let read = read_bytes(&sources[0]).unwrap();
    assert_eq!(read.bytes, b"NATO");
    assert!(read.modified.is_some());
    assert_eq!(
        read_bytes(&sources[1]).unwrap_err().severity,
        Severity::Warning
    );
    sources[1].named = true;
    let error = read_bytes(&sources[1]).unwrap_err();
    assert_eq!(
        (error.severity, error.message.as_str()),
        (Severity::Error, "a binary file, not text")
    );
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    assert_eq!(
        read_bytes(&sources[0]).unwrap_err().message,
        "cannot read: no such file or folder"
    );
    fs::create_dir(folder.path().join("a.txt")).unwrap();
    assert!(read_bytes(&sources[0]).is_err());
}

#[cfg(unix)]
#[test]
fn links_stay_in_the_folder() {
    use std::os::unix::fs::symlink;
    let outside = folder(&[("secret.txt", "")]);
    let folder = folder(&[("a/x.txt", ""), (".store/y.txt", "")]);
    let at = |path: &str| folder.path().join(path);
    symlink(outside.path().join("secret.txt"), at("out.txt")).unwrap();
    symlink(at("a"), at("a/loop")).unwrap();
    symlink(at("nowhere"), at("broken.txt")).unwrap();
    symlink(at("a/x.txt"), at("twin.txt")).unwrap();
    symlink(at(".store/y.txt"), at("y.txt")).unwrap();
    let discovery = discover(&[folder.path().to_path_buf()]);
    assert_eq!(paths(&discovery), ["a/x.txt", "y.txt"]);
    let mut messages = messages(&discovery);
    messages.sort();
    assert_eq!(
        messages,
        [
            "a link that leads out of the folder is not followed",
            "a link to nothing"
        ]
    );
    assert_eq!(paths(&discover(&[at("out.txt")])), ["out.txt"]);
}

#[cfg(unix)]
#[test]
fn what_would_block_is_not_opened() {
    let folder = folder(&[("a.txt", ""), ("sub/b.txt", "")]);
    let socket = std::os::unix::net::UnixListener::bind(folder.path().join("s.txt")).unwrap();
    let ignore = std::os::unix::net::UnixListener::bind(
        folder
            .path()
            .join("sub")
            .join(ibid::corpus::discover::IGNORE_FILE),
    )
    .unwrap();
    let discovery = discover(&[
        folder.path().to_path_buf(),
        folder.path().join("s.txt"),
        "/dev/null".into(),
    ]);
    assert_eq!(paths(&discovery), ["a.txt"]);
    let n_special = messages(&discovery)
        .iter()
        .filter(|message| message.starts_with("neither a file nor a folder"))
        .count();
    assert_eq!((n_special, discovery.problems.len()), (3, 4));
    drop((socket, ignore));
}
