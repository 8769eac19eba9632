//! Where things are: the default ledger, the user's templates and rule books. Follows the platform
//! (on Linux `XDG_DATA_HOME` and `XDG_CONFIG_HOME`).

use std::path::{Path, PathBuf};

use super::error::{Step, StoreError};
use super::unix;

/// The user's folders; `None` if the system knows no home.
fn folders() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "forbear")
}

/// The ledger that is used when none is named: `forbear/ledger.toml` in the user's data folder.
/// `None` if the system knows no home.
#[must_use]
pub fn default_ledger() -> Option<PathBuf> {
    folders().map(|folders| folders.data_dir().join("ledger.toml"))
}

/// The user's own templates, one folder a language. `None` if the system knows no home.
#[must_use]
pub fn templates() -> Option<PathBuf> {
    folders().map(|folders| folders.config_dir().join("templates"))
}

/// The user's own rule books. `None` if the system knows no home.
#[must_use]
pub fn books() -> Option<PathBuf> {
    folders().map(|folders| folders.config_dir().join("books"))
}

/// Makes a private folder and all above it that are missing.
pub(super) fn make_folders(folder: &Path) -> Result<(), StoreError> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder
        .parent()
        .filter(|above| !above.as_os_str().is_empty())
    {
        make_folders(above)?;
    }
    unix::make_folder(folder)
        .map(|_| ())
        .map_err(|error| StoreError::io(Step::Folder, folder, &error))
}

/// Reads a small text file of the user's own: a template, a list of flows. `None` if there is none.
///
/// # Errors
/// [`StoreError`]: not a plain file, larger than 4 MiB, not UTF-8.
pub fn read_text(path: &Path) -> Result<Option<String>, StoreError> {
    let place = super::file::Place::of(path)?;
    let Some(content) = place.read()? else {
        return Ok(None);
    };
    match String::from_utf8(content.bytes) {
        Ok(text) => Ok(Some(text)),
        Err(_) => Err(StoreError::Io {
            step: Step::Read,
            path: path.to_owned(),
            kind: std::io::ErrorKind::InvalidData,
            text: "not UTF-8".to_owned(),
        }),
    }
}

/// Whether something is there already that writing would replace.
#[must_use]
pub fn is_there(path: &Path) -> bool {
    path.is_file()
}

/// The text files of a folder with an extension, by name; empty if there is no folder.
///
/// # Errors
/// [`StoreError`] if the folder cannot be read.
pub fn list(folder: &Path, extension: &str) -> Result<Vec<PathBuf>, StoreError> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::io(Step::Read, folder, &error)),
    };
    let mut paths: Vec<PathBuf> = entries
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|found| found == extension))
        .collect();
    paths.sort();
    Ok(paths)
}
