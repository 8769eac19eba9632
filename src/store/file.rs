//! Files: resolving, reading within a size, locking, and replacing one so that a crash at any moment leaves
//! the old or the new content whole (trust.md, the save path).

use std::fs::Metadata;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use sha2::{Digest, Sha256};

use super::error::{NotAFile, Step, StoreError};
use super::parse::LARGEST;
use super::unix;

/// How long a run waits for another before it says that it waits.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a run waits in all.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// Where a ledger really is, behind any links.
#[derive(Clone, Debug)]
pub(super) struct Place {
    /// The path as people gave it; used in messages.
    pub(super) given: PathBuf,
    /// The file itself.
    pub(super) real: PathBuf,
    /// Its folder.
    pub(super) folder: PathBuf,
    /// Its name.
    pub(super) name: std::ffi::OsString,
}

/// A file's content and what else was known of it when it was read.
#[derive(Debug)]
pub(super) struct Content {
    pub(super) bytes: Vec<u8>,
    pub(super) metadata: Metadata,
}

impl Place {
    /// Follows links to the file itself, which need not exist.
    pub(super) fn of(path: &Path) -> Result<Place, StoreError> {
        let not_a_file = |what| StoreError::NotAFile {
            path: path.to_owned(),
            what,
        };
        let real = match path.symlink_metadata() {
            Ok(found) if found.is_symlink() => {
                std::fs::canonicalize(path).map_err(|error| match error.kind() {
                    _ if unix::is_loop(&error) => not_a_file(NotAFile::LinkLoop),
                    io::ErrorKind::NotFound => not_a_file(NotAFile::DanglingLink),
                    _ => StoreError::io(Step::Read, path, &error),
                })?
            }
            Ok(found) if found.is_dir() => return Err(not_a_file(NotAFile::Folder)),
            Ok(_) => path.to_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
            Err(error) => return Err(StoreError::io(Step::Read, path, &error)),
        };
        let name = real
            .file_name()
            .ok_or_else(|| not_a_file(NotAFile::Folder))?
            .to_owned();
        let folder = match real.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        Ok(Place {
            given: path.to_owned(),
            real,
            folder,
            name,
        })
    }

    /// The private folder beside the ledger, for its lock and its history.
    ///
    /// It stands beside the real file and not in the user's state folder: so every program that reaches
    /// this file, through whatever link, `HOME` or account, takes the same lock; the history is on the
    /// same disk, moves with the folder, and no other ledger's can be taken for it.
    pub(super) fn private(&self) -> PathBuf {
        self.folder.join(".forbear")
    }

    /// A file or folder in the private folder that belongs to this ledger.
    pub(super) fn beside(&self, suffix: &str) -> PathBuf {
        let mut name = self.name.clone();
        name.push(suffix);
        self.private().join(name)
    }

    /// Reads the ledger; `None` if there is none.
    pub(super) fn read(&self) -> Result<Option<Content>, StoreError> {
        read(&self.real, LARGEST, Step::Read).map_err(|error| self.in_given_words(error))
    }

    /// An error about the real file, told with the path people gave.
    fn in_given_words(&self, error: StoreError) -> StoreError {
        match error {
            StoreError::NotAFile { what, .. } => StoreError::NotAFile {
                path: self.given.clone(),
                what,
            },
            StoreError::TooLarge { .. } => StoreError::TooLarge {
                path: self.given.clone(),
            },
            other => other,
        }
    }

    /// Makes the private folder, synced with the folder it is in.
    pub(super) fn make_private(&self) -> Result<(), StoreError> {
        let private = self.private();
        let made = unix::make_folder(&private)
            .map_err(|error| StoreError::io(Step::Folder, &private, &error))?;
        if made {
            sync_folder(&self.folder)
                .map_err(|error| StoreError::io(Step::Folder, &self.folder, &error))?;
        }
        Ok(())
    }

    /// Takes the lock, waiting for other runs; `waiting` is called once if that takes a while.
    ///
    /// The lock is on a file of its own that is never deleted: the ledger's own is replaced by each save.
    pub(super) fn lock(&self, waiting: &dyn Fn()) -> Result<Lock, StoreError> {
        self.make_private()?;
        let path = self.beside(".lock");
        let refused = |error: &io::Error| StoreError::io(Step::Lock, &path, error);
        let file = unix::open_lock(&path).map_err(|error| refused(&error))?;
        if try_lock(&file).map_err(|error| refused(&error))? {
            return Ok(Lock(file));
        }
        // The kernel hands the lock on in turn; a loop of tries would let the lucky ones pass.
        let (send, receive) = mpsc::channel();
        std::thread::Builder::new()
            .spawn(move || {
                let locked = wait_for_lock(&file);
                // Nobody listens any more after the longest wait; the lock then ends with this thread.
                let _ = send.send(locked.map(|()| file));
            })
            .map_err(|error| refused(&error))?;
        let answer = receive.recv_timeout(PATIENCE).or_else(|_| {
            waiting();
            receive.recv_timeout(LONGEST_WAIT)
        });
        match answer {
            Ok(Ok(file)) => Ok(Lock(file)),
            Ok(Err(error)) => Err(refused(&error)),
            Err(_) => Err(StoreError::Busy {
                path: self.given.clone(),
            }),
        }
    }

    /// Takes the lock if it is free and can be taken without making anything.
    pub(super) fn lock_if_free(&self) -> Option<Lock> {
        if !self.private().symlink_metadata().ok()?.is_dir() {
            return None;
        }
        let file = unix::open_lock(&self.beside(".lock")).ok()?;
        try_lock(&file).ok()?.then_some(Lock(file))
    }

    /// Puts new content in the ledger's place. `old` is what is replaced, `None` if nothing.
    ///
    /// Either everything is done and on disk, or the old file is as it was; only
    /// [`StoreError::NotConfirmed`] says that the new one is in place and the disk has not confirmed it.
    pub(super) fn replace(&self, bytes: &[u8], old: Option<&Content>) -> Result<(), StoreError> {
        self.put(bytes, old.map(|old| &old.metadata), || self.unchanged(old))
    }

    /// Writes a temporary file in the same folder, syncs it, asks `go_on`, renames it, syncs the folder.
    fn put(
        &self,
        bytes: &[u8],
        old: Option<&Metadata>,
        go_on: impl FnOnce() -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let refused = |error: io::Error| StoreError::io(Step::Write, &self.given, &error);
        let mut temporary = private_temporary(&self.folder).map_err(refused)?;
        let file = temporary.as_file_mut();
        match old {
            Some(old) => unix::like(file, old),
            None => unix::set_mode(file, unix::PRIVATE_FILE),
        }
        .and_then(|()| file.write_all(bytes))
        .and_then(|()| synced(file))
        .map_err(refused)?;
        // Opened before the point of no return, so that less can fail after it.
        let folder = open_folder(&self.folder).map_err(refused)?;
        go_on()?;
        temporary
            .persist(&self.real)
            .map_err(|error| StoreError::io(Step::Replace, &self.given, &error.error))?;
        synced(&folder).map_err(|error| StoreError::NotConfirmed {
            path: self.given.clone(),
            text: error.to_string(),
        })
    }

    /// Refuses if the ledger is no longer what was read: an editor or a sync client was quicker.
    fn unchanged(&self, old: Option<&Content>) -> Result<(), StoreError> {
        let now = self.read()?;
        let same = match (old, &now) {
            (None, None) => true,
            (Some(old), Some(now)) => {
                unix::same(&old.metadata, &now.metadata) && old.bytes == now.bytes
            }
            (None, Some(_)) | (Some(_), None) => false,
        };
        if same {
            return Ok(());
        }
        Err(StoreError::ChangedMeanwhile {
            path: self.given.clone(),
        })
    }
}

/// A held lock. It ends when this is dropped, or the process, however it dies.
#[derive(Debug)]
pub(super) struct Lock(#[expect(dead_code, reason = "held, not read")] std::fs::File);

fn try_lock(file: &std::fs::File) -> io::Result<bool> {
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(std::fs::TryLockError::WouldBlock) => return Ok(false),
            Err(std::fs::TryLockError::Error(error))
                if error.kind() == io::ErrorKind::Interrupted => {}
            Err(std::fs::TryLockError::Error(error)) => return Err(error),
        }
    }
}

fn wait_for_lock(file: &std::fs::File) -> io::Result<()> {
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
}

/// A new private file with a random name, gone again if it is not put in place.
fn private_temporary(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    tempfile::Builder::new()
        .prefix(".forbear-")
        .suffix(".tmp")
        .rand_bytes(12)
        .permissions(std::fs::Permissions::from_mode(unix::PRIVATE_FILE))
        .tempfile_in(folder)
}

/// Syncs a file or folder.
///
/// A failed sync is never tried again, as the kernel then calls pages clean that are not on disk. So its
/// error is no longer told as a full disk, after which a save makes room and begins anew.
pub(super) fn synced(file: &std::fs::File) -> io::Result<()> {
    file.sync_all()
        .map_err(|error| io::Error::other(error.to_string()))
}

fn open_folder(folder: &Path) -> io::Result<std::fs::File> {
    std::fs::OpenOptions::new().read(true).open(folder)
}

/// Makes names in a folder last.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    synced(&open_folder(folder)?)
}

/// Reads a plain file of at most `most` bytes; `None` if there is none.
pub(super) fn read(path: &Path, most: usize, step: Step) -> Result<Option<Content>, StoreError> {
    let not_a_file = |what| StoreError::NotAFile {
        path: path.to_owned(),
        what,
    };
    let file = match unix::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) if unix::is_loop(&error) => return Err(not_a_file(NotAFile::LinkLoop)),
        Err(error) => {
            // A socket cannot even be opened.
            return Err(match path.symlink_metadata() {
                Ok(found) if unix::is_special(&found) => not_a_file(NotAFile::Special),
                _ => StoreError::io(step, path, &error),
            });
        }
    };
    let metadata = file
        .metadata()
        .map_err(|error| StoreError::io(step, path, &error))?;
    if metadata.is_dir() {
        return Err(not_a_file(NotAFile::Folder));
    }
    if !metadata.is_file() {
        return Err(not_a_file(NotAFile::Special));
    }
    let too_large = || StoreError::TooLarge {
        path: path.to_owned(),
    };
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    if metadata.len() > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limit.saturating_add(1))
        .read_to_end(&mut bytes)
        .map_err(|error| StoreError::io(step, path, &error))?;
    if bytes.len() > most {
        return Err(too_large());
    }
    Ok(Some(Content { bytes, metadata }))
}

/// Writes a private file all at once: an export, a letter, a schema. What was there is replaced, its mode
/// kept; a new one is 0600.
///
/// # Errors
/// [`StoreError`]; the old file is then as it was, except for [`StoreError::NotConfirmed`].
pub fn write_output(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let place = Place::of(path)?;
    let old = match place.real.metadata() {
        Ok(old) if old.is_dir() || unix::is_special(&old) => {
            return Err(StoreError::NotAFile {
                path: path.to_owned(),
                what: if old.is_dir() {
                    NotAFile::Folder
                } else {
                    NotAFile::Special
                },
            });
        }
        Ok(old) => Some(old),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(StoreError::io(Step::Write, path, &error)),
    };
    place.put(bytes, old.as_ref(), || Ok(()))
}

/// The SHA-256 of a file of any size, in hexadecimal: what proves that evidence was not changed.
///
/// # Errors
/// [`StoreError`] if it is not a plain file or cannot be read.
pub fn sha256_file(path: &Path) -> Result<String, StoreError> {
    let place = Place::of(path)?;
    let refused = |error: io::Error| StoreError::io(Step::Read, path, &error);
    let mut file = match unix::open(&place.real) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(StoreError::NoSuchFile {
                path: path.to_owned(),
            });
        }
        Err(error) => return Err(refused(error)),
    };
    if !file.metadata().map_err(refused)?.is_file() {
        return Err(StoreError::NotAFile {
            path: path.to_owned(),
            what: NotAFile::Special,
        });
    }
    let mut hash = Sha256::new();
    let mut block = vec![0_u8; 1 << 16];
    loop {
        match file.read(&mut block) {
            Ok(0) => return Ok(hex(&hash.finalize())),
            Ok(count) => hash.update(block.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(refused(error)),
        }
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
