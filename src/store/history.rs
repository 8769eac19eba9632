//! The history of a ledger: every state it was saved in or found in, so that each change can be taken back
//! to the byte.
//!
//! One file a state, in a private folder beside the ledger (`Place::private`): a line that
//! tells the state, then the ledger's bytes. A state is first written as `N.pending` and synced; it becomes
//! `N.state` once the ledger has been replaced. A pending state that is not what the ledger holds was never
//! saved, and is dropped.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::error::{Step, StoreError};
use super::file::{Place, read, sha256, sync_folder, synced};
use super::parse::LARGEST;
use super::unix;

/// States that are kept at least as long as they fit.
const MOST_STATES: usize = 200;
/// States that are kept even on a full disk.
const FEWEST_STATES: usize = 10;
/// Bytes that the history may take.
const MOST_BYTES: usize = 64 << 20;
/// How a state's first line begins.
const MARK: &str = "forbear-state ";
/// The longest first line.
const LONGEST_HEAD: usize = 1 << 16;

/// How a state came to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Made {
    /// By a command, told in its own words: `pay zl-1 500.00`.
    Command(String),
    /// By hand, or by another program; found when the next command ran.
    ByHand,
    /// By going back to another state.
    Restored {
        /// The state whose bytes it has.
        of: u32,
    },
}

/// A state of the ledger, as the history lists it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct State {
    /// Its number, from 1.
    pub number: u32,
    /// When it was kept, by the clock of the command.
    pub at: NaiveDateTime,
    /// How it came to be.
    pub made: Made,
    /// The SHA-256 of its bytes.
    pub sha256: String,
    /// Its bytes.
    pub length: u64,
}

/// A state with its bytes, which were found to be whole.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub(super) state: State,
    pub(super) bytes: Vec<u8>,
}

/// The history of one ledger. Whoever writes to it holds the ledger's lock.
#[derive(Debug)]
pub(super) struct History {
    folder: PathBuf,
    private: PathBuf,
    /// Numbers of states, ascending.
    states: Vec<u32>,
    /// Numbers of pending states.
    pending: Vec<u32>,
}

impl History {
    /// The history as it is; nothing is made.
    pub(super) fn of(place: &Place) -> Result<History, StoreError> {
        let folder = place.beside(".history");
        let mut history = History {
            private: place.private(),
            states: Vec::new(),
            pending: Vec::new(),
            folder,
        };
        let entries = match std::fs::read_dir(&history.folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(history),
            Err(error) => return Err(history.refused(&error)),
        };
        for entry in entries {
            let path = entry.map_err(|error| history.refused(&error))?.path();
            let number = path
                .file_stem()
                .and_then(OsStr::to_str)
                .and_then(|stem| stem.parse::<u32>().ok());
            match (number, path.extension().and_then(OsStr::to_str)) {
                (Some(number), Some("state")) => history.states.push(number),
                (Some(number), Some("pending")) => history.pending.push(number),
                _ => {}
            }
        }
        history.states.sort_unstable();
        Ok(history)
    }

    fn refused(&self, error: &io::Error) -> StoreError {
        StoreError::io(Step::History, &self.folder, error)
    }

    fn path(&self, number: u32, kind: &str) -> PathBuf {
        self.folder.join(format!("{number:08}.{kind}"))
    }

    /// Whether nothing was ever kept.
    pub(super) fn is_empty(&self) -> bool {
        self.states.is_empty() && self.pending.is_empty()
    }

    /// The newest whole state.
    pub(super) fn newest(&self) -> Option<Kept> {
        self.states
            .iter()
            .rev()
            .find_map(|number| self.kept(*number, "state"))
    }

    /// A state with its bytes, if it is there and whole.
    pub(super) fn state(&self, number: u32) -> Option<Kept> {
        self.kept(number, "state")
    }

    fn kept(&self, number: u32, kind: &str) -> Option<Kept> {
        let most = LARGEST.saturating_add(LONGEST_HEAD);
        let content = read(&self.path(number, kind), most, Step::History).ok()??;
        let end = content.bytes.iter().position(|byte| *byte == b'\n')?;
        let head = std::str::from_utf8(content.bytes.get(..end)?).ok()?;
        let state: State = serde_json::from_str(head.strip_prefix(MARK)?).ok()?;
        let bytes = content.bytes.get(end.saturating_add(1)..)?.to_vec();
        let whole = state.number == number
            && u64::try_from(bytes.len()).ok() == Some(state.length)
            && sha256(&bytes) == state.sha256;
        whole.then_some(Kept { state, bytes })
    }

    /// All whole states, oldest first.
    pub(super) fn list(&self) -> Vec<State> {
        self.states
            .iter()
            .filter_map(|number| self.kept(*number, "state"))
            .map(|kept| kept.state)
            .collect()
    }

    /// Whether a pending state holds these bytes: the ledger was replaced, and a crash came right after.
    pub(super) fn is_pending(&self, bytes: &[u8]) -> bool {
        self.pending.iter().any(|number| {
            self.kept(*number, "pending")
                .is_some_and(|kept| kept.bytes == bytes)
        })
    }

    /// Settles what a crash left: a pending state that the ledger holds was saved, any other was not.
    pub(super) fn settle(&mut self, bytes: Option<&[u8]>) -> Result<(), StoreError> {
        for number in std::mem::take(&mut self.pending) {
            let path = self.path(number, "pending");
            let saved = bytes.is_some_and(|bytes| {
                self.kept(number, "pending")
                    .is_some_and(|kept| kept.bytes == bytes)
            });
            if saved {
                std::fs::rename(&path, self.path(number, "state"))
                    .map_err(|error| self.refused(&error))?;
                self.states.push(number);
            } else {
                std::fs::remove_file(&path).map_err(|error| self.refused(&error))?;
            }
        }
        self.states.sort_unstable();
        Ok(())
    }

    /// Makes sure that these bytes are the newest state, synced and read back. Gives its number.
    pub(super) fn keep(
        &mut self,
        bytes: &[u8],
        at: NaiveDateTime,
        made: Made,
    ) -> Result<u32, StoreError> {
        if let Some(newest) = self.newest()
            && newest.bytes == bytes
        {
            return Ok(newest.state.number);
        }
        let number = self.write_pending(bytes, at, made)?;
        self.confirm(number)?;
        sync_folder(&self.folder).map_err(|error| self.refused(&error))?;
        let read_back = self.state(number).is_some_and(|kept| kept.bytes == bytes);
        if read_back {
            return Ok(number);
        }
        Err(self.refused(&io::Error::from(io::ErrorKind::InvalidData)))
    }

    /// Writes a state that is about to be saved, and syncs it.
    pub(super) fn write_pending(
        &mut self,
        bytes: &[u8],
        at: NaiveDateTime,
        made: Made,
    ) -> Result<u32, StoreError> {
        let made_folder = unix::make_folder(&self.folder).map_err(|error| self.refused(&error))?;
        if made_folder {
            sync_folder(&self.private).map_err(|error| self.refused(&error))?;
        }
        let number = self.next_number();
        let state = State {
            number,
            at,
            made,
            sha256: sha256(bytes),
            length: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        };
        let head = serde_json::to_string(&state)
            .map_err(|error| self.refused(&io::Error::other(error.to_string())))?;
        let path = self.path(number, "pending");
        let mut content = format!("{MARK}{head}\n").into_bytes();
        content.extend_from_slice(bytes);
        let written = unix::create_new(&path).and_then(|mut file| {
            file.write_all(&content)?;
            synced(&file)
        });
        if let Err(error) = written.and_then(|()| sync_folder(&self.folder)) {
            let _ = std::fs::remove_file(&path);
            return Err(self.refused(&error));
        }
        self.pending.push(number);
        Ok(number)
    }

    /// A pending state has been saved.
    pub(super) fn confirm(&mut self, number: u32) -> Result<(), StoreError> {
        std::fs::rename(self.path(number, "pending"), self.path(number, "state"))
            .map_err(|error| self.refused(&error))?;
        self.pending.retain(|pending| *pending != number);
        self.states.push(number);
        Ok(())
    }

    /// A pending state was not saved after all.
    pub(super) fn drop_pending(&mut self, number: u32) {
        let _ = std::fs::remove_file(self.path(number, "pending"));
        self.pending.retain(|pending| *pending != number);
    }

    fn next_number(&self) -> u32 {
        self.states
            .iter()
            .chain(&self.pending)
            .max()
            .map_or(1, |newest| newest.saturating_add(1))
    }

    /// The state whose bytes a state has, through any number of returns.
    pub(super) fn origin(&self, mut number: u32) -> u32 {
        while let Some(kept) = self.state(number)
            && let Made::Restored { of } = kept.state.made
            && of < number
        {
            number = of;
        }
        number
    }

    /// The newest whole state before a number.
    pub(super) fn before(&self, number: u32) -> Option<Kept> {
        self.states
            .iter()
            .rev()
            .filter(|known| **known < number)
            .find_map(|known| self.state(*known))
    }

    /// Lets go of the oldest states beyond what is kept, taking all to be as large as the newest, of
    /// `length` bytes. Failing to is no fault of the save.
    pub(super) fn prune(&mut self, length: usize) {
        let fit = MOST_BYTES.checked_div(length.max(1)).unwrap_or(0);
        self.keep_newest(fit.clamp(2, MOST_STATES));
    }

    /// Lets go of all but the newest states, for a full disk. Says whether there were more.
    pub(super) fn make_room(&mut self) -> bool {
        self.keep_newest(FEWEST_STATES)
    }

    fn keep_newest(&mut self, keep: usize) -> bool {
        let gone = self.states.len().saturating_sub(keep);
        for number in self.states.drain(..gone).collect::<Vec<u32>>() {
            let _ = std::fs::remove_file(self.path(number, "state"));
        }
        gone > 0
    }

    /// Forgets everything. Gives how many states there were.
    pub(super) fn purge(&mut self) -> Result<usize, StoreError> {
        let count = self.states.len();
        for (numbers, kind) in [
            (std::mem::take(&mut self.states), "state"),
            (std::mem::take(&mut self.pending), "pending"),
        ] {
            for number in numbers {
                std::fs::remove_file(self.path(number, kind))
                    .map_err(|error| self.refused(&error))?;
            }
        }
        if count > 0 {
            sync_folder(&self.folder).map_err(|error| self.refused(&error))?;
        }
        Ok(count)
    }
}
