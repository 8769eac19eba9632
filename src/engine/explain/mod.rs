//! How the engine's figures come about, for a reader with a pocket calculator (numbers.md, rule by rule).
//!
//! Promises: nothing here decides a figure: each result is the engine's own, and each formula is worked again by a
//! test that shares no code with it; nothing is computed unless it is asked for.
//! Leaves to others: names, rounding and layout in words (`report::workings`).

mod arrears;
pub mod audit;
mod build;
pub mod capacity;
mod items;
mod laid;
mod owed;
mod paid;
pub mod part;
mod pieces;
pub mod plan;
mod plan_base;
mod plan_measures;
pub mod plan_months;
pub mod rates;
pub mod schedule;
pub mod status;
mod trace;
