//! What lies around a ledger and should be known: copies a sync client made, an open editor, rights for others.

use std::fs::Metadata;

use super::file::Place;
use super::mistake::Warning;
use super::unix;

/// More names than this in the folder are not looked at.
const MOST_NAMES: usize = 2_000;

/// What is suspicious around a ledger.
pub(super) fn of(place: &Place, metadata: &Metadata) -> Vec<Warning> {
    let mut found = Vec::new();
    let mode = unix::mode(metadata);
    if mode & 0o077 != 0 {
        found.push(Warning::ReadableByOthers { mode });
    }
    let own = place.name.to_string_lossy();
    let (stem, _) = own.rsplit_once('.').unwrap_or((own.as_ref(), ""));
    let names = std::fs::read_dir(&place.folder)
        .into_iter()
        .flatten()
        .take(MOST_NAMES)
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned());
    for name in names {
        if name == own || !name.contains(stem) {
            continue;
        }
        let swap = format!(".{own}.sw");
        let lower = name.to_lowercase();
        if name.starts_with(&swap) {
            found.push(Warning::OpenInEditor { name });
        } else if lower.contains("conflicted copy")
            || lower.contains(".sync-conflict-")
            || lower.ends_with(".icloud")
        {
            found.push(Warning::Conflict { name });
        }
    }
    found
}
