//! `history`: the changes of the ledger, newest last.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, Table};
use crate::i18n::Words;

/// How a state of the ledger came to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum MadeBy {
    /// By a command, in its own words.
    Command(String),
    /// By hand or by another program.
    ByHand,
    /// By going back to another state.
    Restored(u32),
}

/// One state of the ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct HistoryEntry {
    /// Its number, from 1.
    pub number: u32,
    /// When.
    pub at: NaiveDateTime,
    /// How.
    pub made: MadeBy,
}

/// The changes of a ledger, as data and for people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HistoryReport {
    /// The states, oldest first.
    pub changes: Vec<HistoryEntry>,
}

impl HistoryReport {
    /// Whether there is an earlier state than the one that is there now, which may be one gone back to.
    fn can_go_back(&self) -> bool {
        let (Some(first), Some(mut now)) = (self.changes.first(), self.changes.last()) else {
            return false;
        };
        // Each step leads to an older state, so this ends.
        while let MadeBy::Restored(of) = now.made {
            let older = self.changes.iter().find(|change| change.number == of);
            match older.filter(|older| older.number < now.number) {
                Some(older) => now = older,
                None => return true,
            }
        }
        now.number > first.number
    }
}

impl Report for HistoryReport {
    const SCHEMA: &'static str = "forbear.history.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document = Document::new(words.text("history-title"), words.lang());
        if self.changes.is_empty() {
            document.paragraph(words.text("history-empty"));
            return document;
        }
        let mut table = Table::new(
            [
                "history-column-number",
                "history-column-at",
                "history-column-what",
            ]
            .map(|id| words.text(id)),
        );
        for change in &self.changes {
            let what = match &change.made {
                MadeBy::Command(what) => what.clone(),
                MadeBy::ByHand => words.text("history-by-hand"),
                MadeBy::Restored(of) => words.with("history-restored", &[("of", (*of).into())]),
            };
            table.row(vec![
                Cell::Count(change.number),
                change.at.format("%Y-%m-%d %H:%M").to_string().into(),
                what.into(),
            ]);
        }
        document.push(Block::Table(table));
        if self.can_go_back() {
            document.paragraph(words.text("history-undo"));
            document.push(Block::Command("forbear undo".to_owned()));
        }
        document
    }
}
