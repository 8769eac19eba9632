//! Why the store could not do what was asked, as data; told in words by [`super::messages`].

use std::io;
use std::path::{Path, PathBuf};

use super::edit::EditError;
use super::mistake::Mistakes;

/// What was being done when the system refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Reading a file.
    Read,
    /// Making a folder.
    Folder,
    /// Taking the lock.
    Lock,
    /// Keeping or reading the history.
    History,
    /// Writing the new file.
    Write,
    /// Putting the new file in the old one's place.
    Replace,
}

/// What a path turned out to be instead of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAFile {
    /// A folder.
    Folder,
    /// A pipe, device or socket.
    Special,
    /// A link to nothing.
    DanglingLink,
    /// Links in a circle.
    LinkLoop,
}

/// Why the store could not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The ledger has mistakes.
    #[error(transparent)]
    Mistakes(Box<Mistakes>),
    /// The change would make the ledger invalid; nothing was changed.
    #[error("the change would make the ledger invalid: {0}")]
    WouldBreak(Box<Mistakes>),
    /// The change cannot be made; nothing was changed.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// There is no ledger.
    #[error("`{}` does not exist", path.display())]
    NotFound {
        /// Where it should be.
        path: PathBuf,
        /// Whether the history can bring it back.
        kept: bool,
    },
    /// There is no such file, where it is not the ledger that is looked for.
    #[error("`{}` does not exist", path.display())]
    NoSuchFile {
        /// Where it should be.
        path: PathBuf,
    },
    /// There is one already.
    #[error("`{}` exists already", path.display())]
    Exists {
        /// Where.
        path: PathBuf,
    },
    /// Not a file.
    #[error("`{}` is not a plain file", path.display())]
    NotAFile {
        /// Where.
        path: PathBuf,
        /// What it is.
        what: NotAFile,
    },
    /// Larger than any ledger.
    #[error("`{}` is larger than 4 MiB", path.display())]
    TooLarge {
        /// Which file.
        path: PathBuf,
    },
    /// The system refused.
    #[error("`{}`: {text}", path.display())]
    Io {
        /// What was being done.
        step: Step,
        /// To which file.
        path: PathBuf,
        /// The kind of refusal.
        kind: io::ErrorKind,
        /// The system's words.
        text: String,
    },
    /// Another run holds the ledger.
    #[error("`{}` is being changed by another run", path.display())]
    Busy {
        /// The ledger.
        path: PathBuf,
    },
    /// The ledger ends earlier than when it was last saved.
    #[error("`{}` ends after {now} bytes, it had {saved}", path.display())]
    CutShort {
        /// The ledger.
        path: PathBuf,
        /// Its last line.
        line: usize,
        /// Bytes now.
        now: u64,
        /// Bytes when last saved.
        saved: u64,
    },
    /// Someone else changed the ledger meanwhile; nothing was changed by us.
    #[error("`{}` was changed by another program meanwhile", path.display())]
    ChangedMeanwhile {
        /// The ledger.
        path: PathBuf,
    },
    /// The new file is in place, but the disk has not confirmed it.
    #[error("`{}` is saved, but not confirmed on disk: {text}", path.display())]
    NotConfirmed {
        /// The ledger.
        path: PathBuf,
        /// The system's words.
        text: String,
    },
    /// There is no earlier state.
    #[error("`{}` has no earlier state", path.display())]
    NothingToUndo {
        /// The ledger.
        path: PathBuf,
    },
    /// There is no such state in the history.
    #[error("the history of `{}` has no state {number}", path.display())]
    NoSuchState {
        /// The ledger.
        path: PathBuf,
        /// The number.
        number: u32,
    },
}

impl From<Mistakes> for StoreError {
    fn from(mistakes: Mistakes) -> StoreError {
        StoreError::Mistakes(Box::new(mistakes))
    }
}

impl StoreError {
    /// An error of the system.
    pub(super) fn io(step: Step, path: &Path, error: &io::Error) -> StoreError {
        StoreError::Io {
            step,
            path: path.to_owned(),
            kind: error.kind(),
            text: error.to_string(),
        }
    }
}
