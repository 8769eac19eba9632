//! The store's errors in the form of this room: the store tells them itself, on the user's own lines.

use crate::i18n::Words;
use crate::store::{StoreError, refusals};

use super::error::{Place, Told};

/// Tells an error of the store.
pub(crate) fn tell(error: &StoreError, words: &Words) -> Told {
    let told = refusals::error(error, words);
    let place = told.file.map(|file| Place {
        file,
        line: told.line,
        column: told.column,
        field: told.field,
    });
    let drawn = match error {
        StoreError::Mistakes(_) | StoreError::WouldBreak(_) => {
            Some(refusals::error_text(error, words, false))
        }
        _ => None,
    };
    Told {
        kind: told.kind,
        message: told.message,
        place,
        hints: told.hints,
        drawn,
    }
}
