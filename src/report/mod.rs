//! Findings as values: typed reports that serialise to the JSON of product.md §6, and their [`document::Document`]
//! for people.
//!
//! Promises: a report computes nothing that `engine` or `rules` could; it chooses, orders and labels; every
//! figure is marked as claimed, computed or assumed.
//! Leaves to others: the shape on a screen or a page (`render`).

pub mod agreement;
pub mod audit;
pub mod blank;
mod budget_items;
pub mod capacity;
pub mod clocks;
pub mod document;
pub mod due;
pub mod figure;
pub mod history;
pub mod home;
pub mod log;
pub mod next;
pub mod no_plan;
pub mod offers;
pub mod plan;
mod plan_document;
pub mod plan_level;
pub mod plan_watch;
pub mod promise;
pub mod quote;
pub mod records;
pub mod rehearse;
pub mod rules;
pub mod schedule;
pub mod simulate;
pub mod solve;
pub mod statement;
pub mod status;
pub mod status_document;
mod status_workings;
pub mod terms;
pub mod topic;
pub mod workings;
pub mod today;
pub mod wording;
pub mod zone;

use document::Document;

use crate::i18n::Words;

/// A report: data for machines (`Serialize`; the schema's name is put first) and a document for people.
pub trait Report: serde::Serialize {
    /// The name of its JSON schema: `forbear.status.v1`.
    const SCHEMA: &'static str;

    /// What people read.
    fn document(&self, words: &Words) -> Document;
}
