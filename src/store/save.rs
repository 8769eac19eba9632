//! Loading and changing a ledger on disk: the order of steps that trust.md fixes ("The save path").

use std::io;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use crate::domain::ledger::Ledger;

use super::edit::Edit;
use super::error::StoreError;
use super::file::{Content, Lock, Place};
use super::history::{History, Kept, Made, State};
use super::mistake::Warning;
use super::parse::{Parsed, parse_bytes};
use super::surroundings;

/// A ledger as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The ledger.
    pub ledger: Ledger,
    /// Its text, as in the file.
    pub source: String,
    /// What is suspicious about it or around it.
    pub warnings: Vec<Warning>,
    /// Where it really is, behind any links.
    pub path: PathBuf,
}

/// What a change is called in the history, and when it is made.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// The command in its own words, the same in every language: `pay zl-1 500.00`.
    pub what: &'a str,
    /// The clock of the command.
    pub at: NaiveDateTime,
    /// Called once if another run holds the ledger for more than a second.
    pub waiting: &'a dyn Fn(),
}

/// What came of a change.
#[derive(Clone, Debug)]
pub struct Saved<T> {
    /// What the change gave.
    pub value: T,
    /// The ledger after it.
    pub ledger: Ledger,
    /// Whether the file changed at all.
    pub changed: bool,
    /// The number of the state in the history.
    pub state: u32,
    /// What is suspicious about the ledger or around it.
    pub warnings: Vec<Warning>,
}

/// What came of going back to a state.
#[derive(Clone, Debug)]
pub struct Restored {
    /// The state that was left: what has been taken back.
    pub left: State,
    /// The state the ledger is in again.
    pub back_to: State,
}

/// Loads a ledger.
///
/// A ledger changed by hand is kept in the history on the way, so that undo covers it; if that cannot be
/// done the ledger is read all the same.
///
/// # Errors
/// [`StoreError`]: no ledger, not a plain file, too large, all its mistakes, or a file that is cut.
pub fn load(path: &Path) -> Result<Loaded, StoreError> {
    load_at(path, NaiveDateTime::MIN)
}

/// Loads a ledger; `at` dates a hand edit that is found.
///
/// # Errors
/// As [`load`].
pub fn load_at(path: &Path, at: NaiveDateTime) -> Result<Loaded, StoreError> {
    let place = Place::of(path)?;
    let Some(content) = place.read()? else {
        let kept = History::of(&place).is_ok_and(|history| !history.is_empty());
        return Err(StoreError::NotFound {
            path: path.to_owned(),
            kept,
        });
    };
    let parsed = parse_bytes(&content.bytes, &name_of(path));
    let mut warnings = surroundings::of(&place, &content.metadata);
    match noticed(&place, &content, parsed.is_ok(), at) {
        Noticed::Same => {}
        // A cut ledger is seldom good TOML; the cut is then the better answer.
        Noticed::Cut(saved) if parsed.is_err() => {
            return Err(cut_short(path, &content.bytes, saved));
        }
        Noticed::Cut(saved) => warnings.push(Warning::CutShort {
            now: length(&content.bytes),
            saved,
        }),
    }
    let Parsed {
        ledger,
        warnings: own,
    } = parsed?;
    warnings.extend(own);
    // It was read as UTF-8 already.
    let source = String::from_utf8_lossy(&content.bytes).into_owned();
    Ok(Loaded {
        ledger,
        source,
        warnings,
        path: place.real,
    })
}

enum Noticed {
    Same,
    Cut(u64),
}

/// Compares what was read with the newest state; keeps a hand edit if it can.
fn noticed(place: &Place, content: &Content, good: bool, at: NaiveDateTime) -> Noticed {
    let differs = |history: &History, bytes: &[u8]| {
        history
            .newest()
            .filter(|newest| newest.bytes != bytes && !history.is_pending(bytes))
    };
    let Ok(history) = History::of(place) else {
        return Noticed::Same;
    };
    if differs(&history, &content.bytes).is_none() {
        return Noticed::Same;
    }
    // A writer may have been between the two reads: look again while none can be.
    let Some(_lock) = place.lock_if_free() else {
        return Noticed::Same;
    };
    let (Ok(Some(now)), Ok(mut history)) = (place.read(), History::of(place)) else {
        return Noticed::Same;
    };
    let Some(newest) = differs(&history, &now.bytes) else {
        return Noticed::Same;
    };
    if is_cut(&now.bytes, &newest.bytes) {
        return Noticed::Cut(length(&newest.bytes));
    }
    if good && now.bytes == content.bytes && history.settle(Some(&now.bytes)).is_ok() {
        let _ = history.keep(&now.bytes, at, Made::ByHand);
    }
    Noticed::Same
}

/// Whether these bytes are the beginning of what was saved, with more than blanks missing.
fn is_cut(now: &[u8], saved: &[u8]) -> bool {
    let blank = now.iter().all(u8::is_ascii_whitespace);
    let rest = if blank {
        Some(saved)
    } else {
        saved.strip_prefix(now)
    };
    rest.is_some_and(|rest| !rest.iter().all(u8::is_ascii_whitespace))
}

fn cut_short(path: &Path, bytes: &[u8], saved: u64) -> StoreError {
    StoreError::CutShort {
        path: path.to_owned(),
        line: bytes
            .iter()
            .filter(|byte| **byte == b'\n')
            .count()
            .saturating_add(1),
        now: length(bytes),
        saved,
    }
}

fn length(bytes: &[u8]) -> u64 {
    u64::try_from(bytes.len()).unwrap_or(u64::MAX)
}

/// A path as messages show it.
pub(super) fn name_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// A ledger held under its lock, its history settled.
struct Held {
    place: Place,
    content: Option<Content>,
    history: History,
    _lock: Lock,
}

impl Held {
    fn of(path: &Path, change: &Change<'_>) -> Result<Held, StoreError> {
        let place = Place::of(path)?;
        let lock = place.lock(change.waiting)?;
        let content = place.read()?;
        let mut history = History::of(&place)?;
        history.settle(content.as_ref().map(|content| content.bytes.as_slice()))?;
        Ok(Held {
            place,
            content,
            history,
            _lock: lock,
        })
    }

    /// The newest state, after what is in the file has been kept as a hand edit if it is new.
    fn kept(&mut self, at: NaiveDateTime) -> Result<Option<Kept>, StoreError> {
        if let Some(content) = &self.content {
            self.history.keep(&content.bytes, at, Made::ByHand)?;
        }
        Ok(self.history.newest())
    }

    /// Puts bytes in the ledger's place: history first, then the file, then the history's word for it.
    ///
    /// On a full disk the oldest states make room, once: to write down what is owed today counts for more
    /// than to undo what was written long ago.
    fn save(&mut self, bytes: &[u8], at: NaiveDateTime, made: &Made) -> Result<u32, StoreError> {
        match self.save_once(bytes, at, made) {
            Err(StoreError::Io {
                kind: io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded,
                ..
            }) if self.history.make_room() => self.save_once(bytes, at, made),
            done => done,
        }
    }

    fn save_once(
        &mut self,
        bytes: &[u8],
        at: NaiveDateTime,
        made: &Made,
    ) -> Result<u32, StoreError> {
        let number = self.history.write_pending(bytes, at, made.clone())?;
        match self.place.replace(bytes, self.content.as_ref()) {
            Ok(()) => {
                // If this fails the next run does it: the file holds what is pending.
                let _ = self.history.confirm(number);
                self.history.prune(bytes.len());
                Ok(number)
            }
            Err(error @ StoreError::NotConfirmed { .. }) => {
                let _ = self.history.confirm(number);
                Err(error)
            }
            Err(error) => {
                self.history.drop_pending(number);
                Err(error)
            }
        }
    }
}

/// Changes a ledger: reads it under the lock, lets `work` edit it, checks the result and saves it.
///
/// Nothing is written if `work` fails, if it changes nothing, or if the ledger would not be valid after it.
///
/// # Errors
/// Those of `work`, and [`StoreError`]; the old file is then as it was, except for
/// [`StoreError::NotConfirmed`].
pub fn edit<T, E: From<StoreError>>(
    path: &Path,
    change: &Change<'_>,
    work: impl FnOnce(&mut Edit, &Ledger) -> Result<T, E>,
) -> Result<Saved<T>, E> {
    let mut held = Held::of(path, change)?;
    let Some(content) = &held.content else {
        return Err(StoreError::NotFound {
            path: path.to_owned(),
            kept: !held.history.is_empty(),
        }
        .into());
    };
    if let Some(newest) = held.history.newest()
        && is_cut(&content.bytes, &newest.bytes)
    {
        return Err(cut_short(path, &content.bytes, length(&newest.bytes)).into());
    }
    let name = name_of(path);
    let before = parse_bytes(&content.bytes, &name).map_err(StoreError::from)?;
    let mut warnings = surroundings::of(&held.place, &content.metadata);
    let text = String::from_utf8_lossy(&content.bytes).into_owned();
    let mut edit = Edit::of(&text).map_err(StoreError::from)?;
    let value = work(&mut edit, &before.ledger)?;
    let new = edit.finish();
    if new == text {
        warnings.extend(before.warnings);
        let state = held.history.newest().map_or(0, |kept| kept.state.number);
        return Ok(Saved {
            value,
            ledger: before.ledger,
            changed: false,
            state,
            warnings,
        });
    }
    let after = parse_bytes(new.as_bytes(), &name)
        .map_err(|mistakes| StoreError::WouldBreak(Box::new(mistakes)))?;
    held.kept(change.at)?;
    let made = Made::Command(change.what.to_owned());
    let state = held.save(new.as_bytes(), change.at, &made)?;
    warnings.extend(after.warnings);
    Ok(Saved {
        value,
        ledger: after.ledger,
        changed: true,
        state,
        warnings,
    })
}

/// Makes a new ledger with this text, and the folders it needs.
///
/// # Errors
/// [`StoreError::Exists`] if there is one already; [`StoreError::WouldBreak`] if the text is not valid.
pub fn create(path: &Path, change: &Change<'_>, text: &str) -> Result<Saved<()>, StoreError> {
    let parsed = parse_bytes(text.as_bytes(), &name_of(path))
        .map_err(|mistakes| StoreError::WouldBreak(Box::new(mistakes)))?;
    let place = Place::of(path)?;
    super::paths::make_folders(&place.folder)?;
    let mut held = Held::of(path, change)?;
    if held.content.is_some() {
        return Err(StoreError::Exists {
            path: path.to_owned(),
        });
    }
    let made = Made::Command(change.what.to_owned());
    let state = held.save(text.as_bytes(), change.at, &made)?;
    Ok(Saved {
        value: (),
        ledger: parsed.ledger,
        changed: true,
        state,
        warnings: parsed.warnings,
    })
}

/// Takes the last change back, a hand edit too; again and again goes further back. A ledger that was
/// deleted or cut comes back as it was last saved.
///
/// # Errors
/// [`StoreError::NothingToUndo`] if there is no earlier state.
pub fn undo(path: &Path, change: &Change<'_>) -> Result<Restored, StoreError> {
    let mut held = Held::of(path, change)?;
    let newest = held.kept(change.at)?;
    let nothing = || StoreError::NothingToUndo {
        path: path.to_owned(),
    };
    let left = newest.ok_or_else(nothing)?;
    let back = if held.content.is_none() {
        left.clone()
    } else {
        let here = held.history.origin(left.state.number);
        held.history.before(here).ok_or_else(nothing)?
    };
    go_back(&mut held, change, left, back)
}

/// Goes back, or forward, to any state that is still kept.
///
/// # Errors
/// [`StoreError::NoSuchState`] if it is not.
pub fn restore(path: &Path, change: &Change<'_>, number: u32) -> Result<Restored, StoreError> {
    let mut held = Held::of(path, change)?;
    let newest = held.kept(change.at)?;
    let missing = || StoreError::NoSuchState {
        path: path.to_owned(),
        number,
    };
    let back = held.history.state(number).ok_or_else(missing)?;
    let left = newest.ok_or_else(missing)?;
    go_back(&mut held, change, left, back)
}

fn go_back(
    held: &mut Held,
    change: &Change<'_>,
    left: Kept,
    back: Kept,
) -> Result<Restored, StoreError> {
    let of = back.state.number;
    held.save(&back.bytes, change.at, &Made::Restored { of })?;
    Ok(Restored {
        left: left.state,
        back_to: back.state,
    })
}

/// The states that are kept, oldest first.
///
/// # Errors
/// [`StoreError`] if the history cannot be read.
pub fn history(path: &Path) -> Result<Vec<State>, StoreError> {
    Ok(History::of(&Place::of(path)?)?.list())
}

/// Forgets all earlier states, for a shared computer. Gives how many there were.
///
/// # Errors
/// [`StoreError`] if they cannot be deleted.
pub fn purge(path: &Path, change: &Change<'_>) -> Result<usize, StoreError> {
    let mut held = Held::of(path, change)?;
    held.history.purge()
}

/// Takes the ledger as it is for whole, though it ends earlier than when it was last saved.
///
/// # Errors
/// [`StoreError`] if there is no ledger or it has mistakes.
pub fn accept(path: &Path, change: &Change<'_>) -> Result<u32, StoreError> {
    let mut held = Held::of(path, change)?;
    let Some(content) = &held.content else {
        return Err(StoreError::NotFound {
            path: path.to_owned(),
            kept: !held.history.is_empty(),
        });
    };
    parse_bytes(&content.bytes, &name_of(path))?;
    let bytes = content.bytes.clone();
    held.history.keep(&bytes, change.at, Made::ByHand)
}
