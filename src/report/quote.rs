//! `quote`: what credit really costs, every rate labelled (numbers.md R1–R3).

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use super::figure::fraction;
use super::simulate::RateReport;
use crate::domain::money::Money;
use crate::engine::quote::Quote;
use crate::i18n::Words;

/// A quote, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct QuoteReport {
    /// Received positive, repaid negative, in date order.
    pub flows: Vec<QuoteFlow>,
    /// The annual rates.
    pub rate: RateReport,
    /// A second rate that also solves it.
    #[serde(serialize_with = "fraction")]
    pub other_rate: Option<f64>,
    /// All that is repaid.
    pub total_paid: Money,
    /// What is repaid beyond what is received.
    pub cost: Money,
    #[serde(skip)]
    received: Money,
    #[serde(skip)]
    full: bool,
}

/// Money in or out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct QuoteFlow {
    /// When.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
}

impl QuoteReport {
    /// The report of a quote.
    #[must_use]
    pub fn new(quote: &Quote) -> QuoteReport {
        let flows = quote.flows.iter().map(|flow| QuoteFlow {
            on: flow.on,
            amount: flow.amount,
        });
        QuoteReport {
            flows: flows.collect(),
            rate: quote.rates.into(),
            other_rate: quote.rates.other_dated,
            total_paid: quote.total_paid,
            cost: quote.cost,
            received: quote.received,
            full: false,
        }
    }

    /// Whether the document lists every amount.
    #[must_use]
    pub fn full(mut self, full: bool) -> QuoteReport {
        self.full = full;
        self
    }
}

impl Report for QuoteReport {
    const SCHEMA: &'static str = "forbear.quote.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document = Document::new(words.text("quote-title"), words.lang());
        let mut pairs: Vec<(String, Cell)> = vec![
            (words.text("quote-received"), self.received.into()),
            (words.text("quote-paid"), self.total_paid.into()),
            (words.text("quote-cost"), self.cost.into()),
        ];
        let rates = [
            ("quote-simple", self.rate.simple),
            ("quote-compounded", self.rate.compounded),
            ("quote-dated", self.rate.dated),
            ("quote-other", self.other_rate),
        ];
        for (id, rate) in rates {
            if let Some(rate) = rate {
                pairs.push((words.text(id), Cell::Percent(rate)));
            }
        }
        document.push(Block::KeyValues(pairs));
        if self.rate.dated.is_none() {
            document.note(NoteKind::Plain, words.text("quote-none"));
        }
        document.paragraph(words.text("quote-mark"));
        if self.full {
            document.heading(words.text("quote-flows"));
            let mut table =
                Table::new(["quote-column-on", "quote-column-amount"].map(|id| words.text(id)));
            for flow in &self.flows {
                table.row(vec![flow.on.into(), flow.amount.into()]);
            }
            document.push(Block::Table(table));
        }
        document
    }
}
