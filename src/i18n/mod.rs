//! Words: the three languages, their message catalogues, and how numbers and dates are written.
//!
//! Promises: every message stands in all three languages with the same slots (tests prove it); only the
//! catalogue files that are used are parsed, in the one language that is used.
//! Leaves to others: which words to show when (`report`, `letters`, `cli`).

pub mod capitals;
pub mod catalogue;
pub mod numbers;

pub use catalogue::{Slot, Words};
pub use numbers::Numbers;
