//! An error as data (`--json`, on stderr): what kind, where, and what to do.

use serde::Serialize;

use super::Report;
use super::document::{Block, Document};
use crate::i18n::Words;

/// An error, already told in the reader's language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ErrorReport {
    /// A fixed word: the same in every language.
    pub kind: String,
    /// What happened.
    pub message: String,
    /// Where in the ledger, if it stands there.
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What to do.
    pub hints: Vec<String>,
}

/// A place in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The file as people know it.
    pub file: String,
    /// Line, from 1.
    pub line: Option<u32>,
    /// Column, from 1.
    pub column: Option<u32>,
    /// The field.
    pub field: Option<String>,
}

impl Report for ErrorReport {
    const SCHEMA: &'static str = "forbear.error.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document = Document::new("", words.lang());
        document.paragraph(self.message.clone());
        if !self.hints.is_empty() {
            document.push(Block::List {
                ordered: false,
                items: self.hints.clone(),
            });
        }
        document
    }
}
