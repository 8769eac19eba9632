//! Findings as values: typed reports that serialise to the JSON of product.md §6, and their [`document::Document`]
//! for people.
//!
//! Promises: a report computes nothing that `engine` or `rules` could; it chooses, orders and labels.
//! Leaves to others: the shape on a screen or a page (`render`).

pub mod document;

use document::Document;

use crate::i18n::Words;

/// A report: data for machines (`Serialize`, with its schema's name) and a document for people.
pub trait Report: serde::Serialize {
    /// What people read.
    fn document(&self, words: &Words) -> Document;
}
