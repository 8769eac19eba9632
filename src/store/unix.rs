//! What only Unix systems do: opening without following links, private modes, owners. Windows would refuse
//! this file; nothing else in the program is bound to Unix.

use std::fs::{DirBuilder, File, Metadata, OpenOptions, Permissions};
use std::io;
use std::os::unix::fs::{
    DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt, PermissionsExt, fchown,
};
use std::path::Path;

/// The mode of every file that is made: only its owner reads and writes it.
pub(super) const PRIVATE_FILE: u32 = 0o600;
/// The mode of every folder that is made.
const PRIVATE_FOLDER: u32 = 0o700;

/// Opens a file to read, never through a link, never waiting on a pipe.
pub(super) fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK)
        .open(path)
}

/// Makes a new private file; fails if anything is there, a link too.
pub(super) fn create_new(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(PRIVATE_FILE)
        .open(path)?;
    set_mode(&file, PRIVATE_FILE)?;
    Ok(file)
}

/// Opens the file that is locked, making it if need be; never through a link.
pub(super) fn open_lock(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .mode(PRIVATE_FILE)
        .custom_flags(libc::O_NOFOLLOW | libc::O_NONBLOCK)
        .open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::from(io::ErrorKind::InvalidInput));
    }
    Ok(file)
}

/// Makes a private folder and those above it that are missing. Says whether it was made.
pub(super) fn make_folder(path: &Path) -> io::Result<bool> {
    match path.symlink_metadata() {
        Ok(found) if found.is_dir() => return Ok(false),
        Ok(_) => return Err(io::Error::from(io::ErrorKind::NotADirectory)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let made = DirBuilder::new().mode(PRIVATE_FOLDER).create(path);
    match made {
        Ok(()) => {
            // A umask that takes our own rights away would lock us out of our own folder.
            let mode = path.symlink_metadata()?.permissions().mode();
            if mode & 0o777 != PRIVATE_FOLDER {
                set_folder_mode(path)?;
            }
            Ok(true)
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(false),
        Err(error) => Err(error),
    }
}

fn set_folder_mode(path: &Path) -> io::Result<()> {
    std::fs::set_permissions(path, Permissions::from_mode(PRIVATE_FOLDER))
}

/// Gives a file a mode, if it has another.
pub(super) fn set_mode(file: &File, mode: u32) -> io::Result<()> {
    if file.metadata()?.permissions().mode() & 0o777 == mode {
        return Ok(());
    }
    file.set_permissions(Permissions::from_mode(mode))
}

/// The mode a file has.
pub(super) fn mode(metadata: &Metadata) -> u32 {
    metadata.permissions().mode() & 0o777
}

/// Gives the new file the mode and owner of the one it replaces, so that an administrator's edit does not
/// lock the user out. An owner that cannot be given is left.
pub(super) fn like(new: &File, old: &Metadata) -> io::Result<()> {
    let made = new.metadata()?;
    if (made.uid(), made.gid()) != (old.uid(), old.gid()) {
        let _ = fchown(new, Some(old.uid()), Some(old.gid()));
    }
    set_mode(new, mode(old))
}

/// Whether two files are one.
pub(super) fn same(a: &Metadata, b: &Metadata) -> bool {
    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

/// Whether an error says that links go round in a circle.
pub(super) fn is_loop(error: &io::Error) -> bool {
    error.raw_os_error() == Some(libc::ELOOP)
}

/// Whether the file is a pipe, a device or a socket.
pub(super) fn is_special(metadata: &Metadata) -> bool {
    let kind = metadata.file_type();
    kind.is_fifo() || kind.is_char_device() || kind.is_block_device() || kind.is_socket()
}
