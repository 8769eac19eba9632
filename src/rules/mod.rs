//! The law: rule books as dated, cited data, and one file per check that says when a rule has something to say.
//!
//! Promises: no conclusion without a source and how well it is verified; no rule cited to a lender or product
//! it does not fit ([`applies`]); numbers come from the books by date, never from code; words stand in the
//! books in all three languages. A book is read section by section ([`book`]), so a run pays for what it asks.
//! Leaves to others: amounts and days (`engine`), how a finding is shown (`report`), letters (`letters`).
//!
//! | file | what it holds |
//! |---|---|
//! | [`book`] | finding and reading sections of a book, numbers by date, the user's own numbers |
//! | [`written`] | the shape of a book: numbers with their history, rules, sources |
//! | [`applies`] | which argument may be used towards which kind of holder |
//! | [`classify`] | the lender's five classes and the M bucket |
//! | [`checks`] | one file per check, and the list of them |
//! | [`practice`] | what usually happens next, by band and kind: practice, marked as such |
//! | [`mod@stage`] | where the talks stand as five steps, with one next step and its date |
//! | [`limitation()`] | the engine's time to sue with the book's years |
//! | [`ladder`] | in which order concessions are usually granted: practice, marked as such |
//! | [`mod@clocks`] | the clocks of law with their sources: time to sue, court stages, credit record |
//! | [`mod@list`] | what `forbear rules` shows |

pub mod applies;
pub mod book;
mod case;
pub mod checks;
pub mod classify;
pub mod clocks;
mod fill;
pub mod ladder;
mod limitation;
pub mod lines;
pub mod list;
pub mod practice;
pub mod stage;
pub mod written;

pub use applies::{Argument, Fit, Standing};
pub use book::{Book, BookError, Books};
pub use case::Case;
pub use checks::{findings, findings_from};
pub use clocks::clocks;
pub use fill::money as written_money;
pub use limitation::limitation;
pub use list::{Safety, list, safety, show};
pub use practice::{NextSteps, next_steps, no_plan_fits};
pub use stage::{Stage, stage};
