//! The ledger file: reading it, telling its mistakes, editing it, saving it safely, taking changes back.
//!
//! Promises: the file is the user's. Comments and order survive; a save is all or nothing; every change
//! can be undone to the byte; bad input gets an answer with file, line and field, never a panic.
//! Leaves to others: what the figures mean. This room decides nothing about money.
//!
//! | file | what |
//! |---|---|
//! | [`mod@format`] | every table and key, once, as data |
//! | [`mod@schema`] | the JSON Schema, made from it |
//! | [`mistake`] | what can be wrong, as data |
//! | `walk`, `record`, `check`, `build`, [`mod@parse`] | text → checked records → facts that agree → the ledger |
//! | [`messages`], [`refusals`] | mistakes, errors and warnings in the user's language |
//! | [`mod@edit`], `put`, `lines` | changes to the text that keep the rest of it |
//! | [`save`] | load, edit, create, undo: the save path in its order |
//! | `file`, [`mod@history`], `unix` | locks, atomic replacement, kept states |
//! | [`fn@flows`] | a list of amounts on dates in a file of its own |
//! | [`paths`] | where things are |

mod build;
mod check;
pub mod edit;
pub mod error;
#[expect(clippy::disallowed_types, reason = "this room owns the disk")]
mod file;
mod flows;
pub mod format;
#[expect(clippy::disallowed_methods, reason = "this room owns the disk")]
pub mod history;
mod lines;
pub mod messages;
pub mod mistake;
pub mod parse;
pub mod paths;
mod put;
mod record;
pub mod refusals;
pub mod save;
pub mod schema;
mod surroundings;
#[expect(clippy::disallowed_types, reason = "this room owns the disk")]
mod unix;
mod walk;

pub use check::future;
pub use edit::{Edit, EditError, Spot, Which};
pub use error::{NotAFile, Step, StoreError};
pub use file::{sha256_file, write_output};
pub use flows::{flows, parse_flows};
pub use history::{Made, State};
pub use messages::{Told, draw};
pub use mistake::{Mistake, MistakeKind, Mistakes, SyntaxKind, Warning};
pub use parse::{LARGEST, Parsed, parse, parse_bytes};
pub use put::{Fields, Put};
pub use save::{
    Change, Loaded, Restored, Saved, accept, create, edit, history, load, load_at, purge, restore,
    undo,
};
pub use schema::schema;
pub use walk::{parse_datetime, text_mistake};
