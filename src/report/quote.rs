//! `quote`: what an offer of credit really costs (numbers.md R1–R3).

use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use super::figure::fraction;
use super::simulate::RateReport;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::position::DueAmount;
use crate::domain::rate::Percent;
use crate::engine::quote::Quote;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};
use crate::rules::lines::Line;

/// Flows beyond these are shown only with `--full`.
const SHOWN: usize = 14;

/// What flows come to, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct QuoteReport {
    /// The flows: received positive, repaid negative.
    pub flows: Vec<DueAmount>,
    /// The annual rates, labelled.
    pub rate: RateReport,
    /// A second rate by dates, if there is one (R3).
    #[serde(serialize_with = "fraction")]
    pub other_rate: Option<f64>,
    /// All that is repaid.
    pub total_paid: Money,
    /// What is repaid beyond what is received.
    pub cost: Money,
    #[serde(skip)]
    received: Money,
    #[serde(skip)]
    lines: Vec<Line>,
    #[serde(skip)]
    currency: Currency,
    #[serde(skip)]
    full: bool,
}

impl QuoteReport {
    /// The report of a quote, with the lines of law that may be shown beside it.
    #[must_use]
    pub fn new(quote: &Quote, lines: Vec<Line>, currency: Currency) -> QuoteReport {
        QuoteReport {
            flows: quote
                .flows
                .iter()
                .map(|flow| DueAmount {
                    on: flow.on,
                    amount: flow.amount,
                })
                .collect(),
            other_rate: quote.rates.other_dated,
            rate: quote.rates.into(),
            total_paid: quote.total_paid,
            cost: quote.cost,
            received: quote.received,
            lines,
            currency,
            full: false,
        }
    }

    /// Whether the document shows every flow.
    #[must_use]
    pub fn full(mut self, full: bool) -> QuoteReport {
        self.full = full;
        self
    }

    /// The rate the sentence names: the compounded one, else the one by dates.
    fn headline(&self) -> Option<f64> {
        self.rate.compounded.or(self.rate.dated)
    }

    fn answer(&self, words: &Words) -> String {
        let figures = Numbers::new(words.lang(), self.currency);
        let slots = [
            ("received", figures.money(self.received).into()),
            ("paid", figures.money(self.total_paid).into()),
            ("cost", figures.money(self.cost).into()),
            (
                "rate",
                self.headline()
                    .map(numbers::percent)
                    .unwrap_or_default()
                    .into(),
            ),
        ];
        let id = match self.headline() {
            Some(_) if self.cost.is_negative() => "quote-answer-less",
            Some(_) => "quote-answer",
            None => "quote-answer-no-rate",
        };
        words.with(id, &slots)
    }

    fn rates(&self, words: &Words) -> Block {
        let mut values = vec![
            (
                words.text("quote-simple"),
                self.rate.simple.map(Cell::Percent).into(),
            ),
            (
                words.text("quote-compounded"),
                self.rate.compounded.map(Cell::Percent).into(),
            ),
            (
                words.text("quote-dated"),
                self.rate.dated.map(Cell::Percent).into(),
            ),
        ];
        if let Some(other) = self.other_rate {
            values.push((words.text("quote-other"), Cell::Percent(other)));
        }
        Block::KeyValues(values)
    }

    fn beside_lines(&self, document: &mut Document, words: &Words) {
        let rates = [self.rate.simple, self.rate.compounded.or(self.rate.dated)];
        for line in &self.lines {
            let above: Vec<bool> = rates
                .iter()
                .flatten()
                .map(|rate| is_above(*rate, line.percent))
                .collect();
            let id = match (above.contains(&true), above.contains(&false)) {
                (true, false) => "quote-line-above",
                (false, true) => "quote-line-below",
                (true, true) => "quote-line-between",
                (false, false) => "quote-line-unknown",
            };
            let text = words.with(
                id,
                &[
                    ("title", line.title.get(words.lang()).into()),
                    ("line", numbers::exact_percent(line.percent).into()),
                    ("source", line.source.title.get(words.lang()).into()),
                    ("level", words.word(line.source.level).into()),
                ],
            );
            document.note(NoteKind::Plain, text);
        }
    }
}

/// Whether a rate is above a line, both as shown: with two decimals of a percent.
#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "an annual rate is a float; it is compared as people read it"
)]
fn is_above(rate: f64, line: Percent) -> bool {
    let hundredths = (rate * 10_000.0).round() as i64;
    hundredths.saturating_mul(10_000) > line.millionths()
}

impl Report for QuoteReport {
    const SCHEMA: &'static str = "forbear.quote.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document = Document::new(words.text("quote-title"), words.lang());
        document.paragraph(self.answer(words));
        document.push(self.rates(words));
        if self.other_rate.is_some() {
            document.note(NoteKind::Warning, words.text("quote-two-rates"));
        }
        if self.rate.simple.is_none() && self.rate.dated.is_some() {
            document.paragraph(words.text("quote-irregular"));
        }
        self.beside_lines(&mut document, words);
        let mut table = Table::new([
            words.text("quote-column-date"),
            words.text("quote-column-amount"),
        ]);
        let shown = if self.full { usize::MAX } else { SHOWN };
        for flow in self.flows.iter().take(shown) {
            table.row(vec![flow.on.into(), flow.amount.into()]);
        }
        document.push(Block::Table(table));
        let hidden = self.flows.len().saturating_sub(shown);
        if hidden > 0 {
            document.paragraph(words.with("quote-more", &[("count", hidden.into())]));
        }
        document.paragraph(words.text("quote-mark"));
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::domain::vocabulary::Vocabulary;
    use crate::engine::quote::{received, repaid};

    fn quote() -> QuoteReport {
        let mut flows = vec![received("100000@2026-01-15").unwrap()];
        flows.extend(repaid("1000@2026-01-15").unwrap());
        flows.extend(repaid("8833.3x12@2026-02-15").unwrap());
        QuoteReport::new(&Quote::of(flows), Vec::new(), Currency::Cny)
    }

    #[test]
    fn the_json_is_that_of_the_contract() {
        let value = serde_json::to_value(quote()).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["flows", "rate", "other-rate", "total-paid", "cost"]);
        assert_eq!(
            value["flows"][0],
            serde_json::json!({ "on": "2026-01-15", "amount": "100000.00" })
        );
        assert_eq!(value["cost"], "6999.60");
        assert!(value["other-rate"].is_null());
        assert!(
            value["rate"]["simple"]
                .as_str()
                .unwrap()
                .starts_with("0.1280")
        );
    }

    #[test]
    fn the_answer_comes_first_in_every_language() {
        for lang in Lang::ALL {
            let document = quote().document(&Words::new(*lang));
            let Block::Paragraph(answer) = &document.blocks[0] else {
                panic!("no answer")
            };
            assert!(
                answer.contains("6,999.60") && answer.contains("13.58"),
                "{answer}"
            );
        }
    }
}
