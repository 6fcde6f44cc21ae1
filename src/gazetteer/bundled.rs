//! The gazetteer that comes with the program.

use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use super::select::{Part, select};
use super::{Layer, SourceFile};

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_str!(concat!("../../assets/gazetteer/", $name)))),*]
    };
}

/// The bundled files by name.
const FILES: [(&str, &str); 51] = bundled![
    "governments.toml",
    "leaders-africa.toml",
    "leaders-americas.toml",
    "leaders-asia-oceania.toml",
    "leaders-europe-earlier.toml",
    "leaders-europe.toml",
    "leaders-inflected.toml",
    "leaders-organisations.toml",
    "leaders-parliaments-parties.toml",
    "leaders-world.toml",
    "masks.toml",
    "ministries.toml",
    "offices-africa.toml",
    "offices-americas.toml",
    "offices-asia-oceania.toml",
    "offices-europe.toml",
    "offices-organisations.toml",
    "offices.toml",
    "organisations-armed-groups.toml",
    "organisations-further.toml",
    "organisations-international.toml",
    "organisations-media.toml",
    "organisations-national.toml",
    "organisations-parties-further.toml",
    "organisations-polish-czech.toml",
    "organisations-romance.toml",
    "organisations-slovene-bulgarian-dutch.toml",
    "organisations-wars-and-transitions.toml",
    "parliaments-central-banks.toml",
    "states-africa.toml",
    "states-americas.toml",
    "states-asia.toml",
    "states-bulgarian.toml",
    "states-chinese.toml",
    "states-cldr.toml",
    "states-czech.toml",
    "states-dutch.toml",
    "states-europe.toml",
    "states-former.toml",
    "states-italian.toml",
    "states-oceania.toml",
    "states-older-print.toml",
    "states-polish.toml",
    "states-portuguese.toml",
    "states-russian-ukrainian-further.toml",
    "states-russian-ukrainian-people.toml",
    "states-russian-ukrainian.toml",
    "states-slovene.toml",
    "states-spanish.toml",
    "territories.toml",
    "titles.toml",
];

/// Returns the bundled files, for [`super::Gazetteer::load`].
pub fn bundled() -> Vec<(SourceFile, String)> {
    FILES
        .into_iter()
        .map(|(name, text)| (source_file(name), text.to_owned()))
        .collect()
}

/// Returns the bundled files with what does not belong to a part blanked out.
pub(super) fn bundled_part(part: Part<'_>) -> Vec<(SourceFile, String)> {
    FILES
        .into_par_iter()
        .map(|(name, text)| (source_file(name), select(text, part)))
        .collect()
}

fn source_file(name: &str) -> SourceFile {
    SourceFile {
        path: format!("bundled:{name}").into(),
        layer: Layer::Bundled,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_bundled() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/gazetteer");
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "toml")
            })
            .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(FILES.map(|(name, _)| name).to_vec(), names);
    }
}
