//! Tells in the user's language why the store could not do what was asked, and what is suspicious.

use std::io;
use std::path::Path;

use crate::i18n::Words;

use super::edit::EditError;
use super::error::{NotAFile, Step, StoreError};
use super::messages::{Told, draw, mistake};
use super::mistake::{Mistakes, Warning};
use super::walk::shown;

/// Tells an error; of several mistakes the first, as `forbear.error.v1` does. [`error_text`] tells all.
#[must_use]
pub fn error(error: &StoreError, words: &Words) -> Told {
    match error {
        StoreError::Mistakes(mistakes) => first(mistakes, words),
        StoreError::WouldBreak(mistakes) => {
            let mut told = first(mistakes, words);
            told.hints.insert(0, told.message);
            told.message = words.text("ledger-store-would-break");
            told
        }
        StoreError::Edit(error) => of_edit(error, words),
        StoreError::NotFound { path, kept } => {
            let mut told = about("not-found", "ledger-store-not-found", path, words);
            if *kept {
                told.hints.push(words.text("ledger-store-not-found-kept"));
            }
            told.hints.push(words.text("ledger-store-not-found-hint"));
            told
        }
        StoreError::NoSuchFile { path } => {
            about("no-such-file", "ledger-store-file-not-found", path, words)
        }
        StoreError::Exists { path } => about("exists", "ledger-store-exists", path, words),
        StoreError::NotAFile { path, what } => {
            let id = match what {
                NotAFile::Folder => "ledger-store-folder",
                NotAFile::Special => "ledger-store-special",
                NotAFile::DanglingLink => "ledger-store-dangling",
                NotAFile::LinkLoop => "ledger-store-loop",
            };
            about("not-a-file", id, path, words)
        }
        StoreError::TooLarge { path } => about("too-large", "ledger-store-too-large", path, words),
        StoreError::Io {
            step,
            path,
            kind,
            text,
        } => of_io(*step, path, *kind, text, words),
        StoreError::Busy { path } => Told {
            hints: vec![words.text("ledger-store-busy-hint")],
            ..about("busy", "ledger-store-busy", path, words)
        },
        StoreError::CutShort {
            path,
            line,
            now,
            saved,
        } => {
            let slots = [
                ("path", name(path).into()),
                ("line", line.to_string().into()),
                ("now", now.to_string().into()),
                ("saved", saved.to_string().into()),
            ];
            Told {
                kind: "cut-short",
                message: words.with("ledger-store-cut", &slots),
                hints: vec![
                    words.text("ledger-store-cut-undo"),
                    words.text("ledger-store-cut-keep"),
                ],
                file: Some(name(path)),
                line: Some(*line),
                ..Told::default()
            }
        }
        StoreError::ChangedMeanwhile { path } => Told {
            hints: vec![words.text("ledger-store-changed-hint")],
            ..about("changed-meanwhile", "ledger-store-changed", path, words)
        },
        StoreError::NotConfirmed { path, text } => {
            let why = words.with("ledger-io-other", &[("text", shown(text).into())]);
            let slots = [("path", name(path).into()), ("why", why.into())];
            Told {
                kind: "not-confirmed",
                message: words.with("ledger-store-not-confirmed", &slots),
                hints: vec![words.text("ledger-store-not-confirmed-hint")],
                file: Some(name(path)),
                ..Told::default()
            }
        }
        StoreError::NothingToUndo { path } => about(
            "nothing-to-undo",
            "ledger-store-nothing-to-undo",
            path,
            words,
        ),
        StoreError::NoSuchState { path, number } => {
            let slots = [
                ("path", name(path).into()),
                ("number", number.to_string().into()),
            ];
            Told {
                kind: "no-such-state",
                message: words.with("ledger-store-no-state", &slots),
                hints: vec![words.text("ledger-store-no-state-hint")],
                file: Some(name(path)),
                ..Told::default()
            }
        }
    }
}

/// Tells an error to people: all mistakes drawn, hints below; no line break at the end.
#[must_use]
pub fn error_text(error: &StoreError, words: &Words, styled: bool) -> String {
    match error {
        StoreError::Mistakes(mistakes) => draw(mistakes, words, styled),
        StoreError::WouldBreak(mistakes) => format!(
            "{}\n{}",
            words.text("ledger-store-would-break"),
            draw(mistakes, words, styled)
        ),
        other => {
            let told = self::error(other, words);
            let hint = words.text("ledger-hint");
            let mut text = format!("{}: {}", words.text("ledger-error"), told.message);
            for line in told.hints {
                text.push_str(&format!("\n{hint}: {line}"));
            }
            text
        }
    }
}

fn first(mistakes: &Mistakes, words: &Words) -> Told {
    mistakes
        .list
        .first()
        .map_or_else(Told::default, |one| mistake(mistakes, one, words))
}

/// A path as messages show it.
fn name(path: &Path) -> String {
    path.to_string_lossy()
        .chars()
        .map(|c| if c.is_control() { '\u{fffd}' } else { c })
        .collect()
}

fn about(kind: &'static str, id: &str, path: &Path, words: &Words) -> Told {
    Told {
        kind,
        message: words.with(id, &[("path", name(path).into())]),
        file: Some(name(path)),
        ..Told::default()
    }
}

fn of_io(step: Step, path: &Path, kind: io::ErrorKind, text: &str, words: &Words) -> Told {
    let why = match kind {
        io::ErrorKind::PermissionDenied => words.text("ledger-io-denied"),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => words.text("ledger-io-full"),
        io::ErrorKind::ReadOnlyFilesystem => words.text("ledger-io-read-only"),
        io::ErrorKind::NotFound => words.text("ledger-io-not-found"),
        io::ErrorKind::InvalidData if step == Step::Read => words.text("ledger-io-not-utf8"),
        io::ErrorKind::InvalidData => words.text("ledger-io-damaged"),
        _ => words.with("ledger-io-other", &[("text", shown(text).into())]),
    };
    let (kind, id) = match step {
        Step::Read => ("cannot-read", "ledger-step-read"),
        Step::Folder => ("cannot-make-folder", "ledger-step-folder"),
        Step::Lock => ("cannot-lock", "ledger-step-lock"),
        Step::History => ("cannot-keep-history", "ledger-step-history"),
        Step::Write => ("cannot-write", "ledger-step-write"),
        Step::Replace => ("cannot-replace", "ledger-step-replace"),
    };
    let slots = [("path", name(path).into()), ("why", why.into())];
    Told {
        kind,
        message: words.with(id, &slots),
        file: Some(name(path)),
        ..Told::default()
    }
}

fn of_edit(error: &EditError, words: &Words) -> Told {
    let (kind, message) = match error {
        EditError::NoSuchRecord { table, which } => {
            let slots = [("table", (*table).into()), ("which", shown(which).into())];
            (
                "no-such-record",
                words.with("ledger-store-no-record", &slots),
            )
        }
        EditError::IdTaken { table, id } => {
            let slots = [("table", (*table).into()), ("id", shown(id).into())];
            ("id-taken", words.with("ledger-store-id-taken", &slots))
        }
        EditError::NoSuchKey { key } => {
            let slots = [("key", shown(key).into())];
            ("no-such-key", words.with("ledger-store-no-key", &slots))
        }
        EditError::WrittenInline { key } => {
            let slots = [("key", (*key).into())];
            ("written-inline", words.with("ledger-store-inline", &slots))
        }
    };
    Told {
        kind,
        message,
        ..Told::default()
    }
}

/// Tells a warning.
#[must_use]
pub fn warning(warning: &Warning, words: &Words) -> String {
    match warning {
        Warning::NothingKnown { debt } => {
            words.with("ledger-warn-nothing-known", &[("debt", debt.into())])
        }
        Warning::PaidBeforePayout { debt, on } => {
            let slots = [("debt", debt.into()), ("on", on.to_string().into())];
            words.with("ledger-warn-paid-before-payout", &slots)
        }
        Warning::PaidTwice { debt, on, amount } => {
            let slots = [
                ("debt", debt.into()),
                ("on", on.to_string().into()),
                ("amount", amount.to_string().into()),
            ];
            words.with("ledger-warn-paid-twice", &slots)
        }
        Warning::OverdueMore {
            debt,
            on,
            overdue,
            total,
        } => {
            let slots = [
                ("debt", debt.into()),
                ("on", on.to_string().into()),
                ("overdue", overdue.to_string().into()),
                ("total", total.to_string().into()),
            ];
            words.with("ledger-warn-overdue-more", &slots)
        }
        Warning::ReceivedMore { debt } => {
            words.with("ledger-warn-received-more", &[("debt", debt.into())])
        }
        Warning::HighShare => words.text("ledger-warn-high-share"),
        Warning::NotAHash { file } => {
            words.with("ledger-warn-not-a-hash", &[("file", file.into())])
        }
        Warning::InTheFuture { field, on } => {
            let slots = [("field", field.into()), ("on", on.to_string().into())];
            words.with("ledger-warn-future", &slots)
        }
        Warning::CutShort { now, saved } => {
            let slots = [
                ("now", now.to_string().into()),
                ("saved", saved.to_string().into()),
            ];
            words.with("ledger-warn-cut", &slots)
        }
        Warning::Conflict { name } => {
            words.with("ledger-warn-conflict", &[("name", shown(name).into())])
        }
        Warning::OpenInEditor { name } => {
            words.with("ledger-warn-editor", &[("name", shown(name).into())])
        }
        Warning::ReadableByOthers { mode } => {
            let slots = [("mode", format!("{mode:o}").into())];
            words.with("ledger-warn-readable", &slots)
        }
    }
}
