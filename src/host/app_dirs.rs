//! Finds the folders of this user, and the user's name.

use std::path::PathBuf;

use crate::model::Annotator;
use crate::model::id::proposals;

/// The folder for journals and locks: on the local disk, never in a set.
#[must_use]
pub fn state_dir() -> PathBuf {
    let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
    if cfg!(target_os = "macos") {
        home().join("Library/Application Support/dicta")
    } else if cfg!(windows) {
        folder("LOCALAPPDATA").unwrap_or_else(|| home().join("AppData/Local")).join("dicta")
    } else {
        folder("XDG_STATE_HOME").unwrap_or_else(|| home().join(".local/state")).join("dicta")
    }
}

/// The home folder; the folder for temporary files if there is none.
#[must_use]
pub fn home() -> PathBuf {
    std::env::home_dir().filter(|path| path.is_absolute()).unwrap_or_else(std::env::temp_dir)
}

/// An annotator's name made from the login name.
#[must_use]
pub fn user() -> Annotator {
    let name = ["USER", "USERNAME", "LOGNAME"].iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    annotator(&name.unwrap_or_default())
}

/// Parses a path that was typed or pasted: removes quotation marks around it and `file://`, and expands `~`.
#[must_use]
pub fn typed(text: &str) -> PathBuf {
    let text = text.trim();
    let bare = ['"', '\''].iter().find_map(|&mark| text.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(text);
    let bare = bare.strip_prefix("file://").unwrap_or(bare);
    let home = |rest: &str| std::env::home_dir().map(|home| home.join(rest));
    let in_home = bare.strip_prefix("~/").and_then(home).or_else(|| if bare == "~" { home("") } else { None });
    in_home.unwrap_or_else(|| PathBuf::from(bare))
}

/// An annotator's name made from free text; `annotator` if no character of it is allowed in a file name.
#[must_use]
pub fn annotator(name: &str) -> Annotator {
    let made = || proposals(name, "annotator").find_map(|id| Annotator::parse(&id).ok());
    Annotator::parse(name).ok().or_else(made).unwrap_or_else(Annotator::least)
}
