//! `quote`: what an offer of credit really costs (numbers.md R1–R3).

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use super::figure::fraction;
use super::simulate::RateReport;
use crate::domain::calendar::DayCount;
use crate::domain::finding::Level;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::position::DueAmount;
use crate::domain::quantity::Quantity;
use crate::domain::rate::Percent;
use crate::domain::working::{About, Formula, Group, Input, Origin, Rounding, Value, Working};
use crate::engine::explain::rates::of_quote;
use crate::engine::quote::Quote;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};
use crate::rules::lines::Line;

/// Flows beyond these are shown only with `--full`.
const SHOWN: usize = 14;

/// What is quoted: it decides how the answer is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Money received and repaid.
    Credit,
    /// An amount due today that may be paid later for a fee.
    Postponed,
    /// An offer on a debt: what is left after waiving and paying at once, and what the plan pays on it (O8).
    Plan,
}

/// The lines of law beside a quote.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    /// Those that may be cited to this lender.
    pub known: Vec<Line>,
    /// Four times the LPR would be the line, but the LPR of the day is not known.
    pub lpr_unknown: bool,
    /// Nobody said who lends: no line can be chosen.
    pub no_lender: bool,
    /// It is known who lends, and the books know no line for such a lender.
    pub none_known: bool,
}

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
    /// A second periodic rate, simple, if there is one (R3).
    #[serde(serialize_with = "fraction", skip_serializing_if = "Option::is_none")]
    pub other_simple: Option<f64>,
    /// The same compounded.
    #[serde(serialize_with = "fraction", skip_serializing_if = "Option::is_none")]
    pub other_compounded: Option<f64>,
    /// Cash in hand.
    pub received: Money,
    /// All that is repaid.
    pub total_paid: Money,
    /// What is repaid beyond what is received.
    pub cost: Money,
    /// The lines of law that may be cited to this lender.
    pub lines: Vec<BesideLine>,
    #[serde(skip)]
    taken: Money,
    #[serde(skip)]
    roots: u32,
    #[serde(skip)]
    out_first: bool,
    #[serde(skip)]
    beside: Lines,
    #[serde(skip)]
    day_count: DayCount,
    #[serde(skip)]
    subject: Subject,
    #[serde(skip)]
    currency: Currency,
    #[serde(skip)]
    full: bool,
}

/// A line of law beside the rates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BesideLine {
    /// Its name in the rule book.
    pub line: &'static str,
    /// The line, a fraction of one a year.
    #[serde(serialize_with = "fraction")]
    pub rate: Option<f64>,
    /// Whether the rates are above it: simple, and compounded or dated. Absent rates are left out; a line on the
    /// effective rate is compared with the compounded one alone.
    pub above: Vec<bool>,
    /// How well its source is verified.
    pub level: Level,
}

impl QuoteReport {
    /// The report of a quote, with the lines of law that may be shown beside it.
    #[must_use]
    pub fn new(quote: &Quote, beside: Lines, subject: Subject, currency: Currency) -> QuoteReport {
        let rates = quote.rates;
        // Where money goes out first there is no credit to hold against a line.
        let beside = if quote.goes_out_first() {
            Lines::default()
        } else {
            beside
        };
        let compared = |line: &Line| {
            let simple = rates.simple.filter(|_| !line.effective);
            let compounded = rates.compounded.or(rates.dated);
            let is_above = |rate: f64| is_above(rate, line.percent);
            [simple, compounded]
                .into_iter()
                .flatten()
                .map(is_above)
                .collect()
        };
        QuoteReport {
            flows: quote
                .flows
                .iter()
                .map(|flow| DueAmount {
                    on: flow.on,
                    amount: flow.amount,
                })
                .collect(),
            other_rate: rates.other_dated,
            other_simple: rates.other_simple,
            other_compounded: rates.other_compounded,
            rate: rates.into(),
            received: quote.received,
            total_paid: quote.total_paid,
            cost: quote.cost,
            lines: beside
                .known
                .iter()
                .map(|line| BesideLine {
                    line: line.id,
                    rate: Some(as_fraction(line.percent)),
                    above: compared(line),
                    level: line.source.level,
                })
                .collect(),
            taken: quote.taken,
            roots: rates.roots,
            out_first: quote.goes_out_first(),
            beside,
            day_count: quote.day_count,
            subject,
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
        let rate = self.headline().map(numbers::percent).unwrap_or_default();
        let slots = [
            ("received", figures.money(self.received).into()),
            ("paid", figures.money(self.total_paid).into()),
            ("cost", figures.money(self.cost).into()),
            ("less", figures.money(-self.cost).into()),
            ("taken", figures.money(self.taken).into()),
            ("put-off", figures.money(self.received + self.taken).into()),
            (
                "difference",
                figures.money(self.cost.max(-self.cost)).into(),
            ),
            ("rate", rate.into()),
        ];
        let less = self.cost.is_negative();
        let id = match (self.headline(), self.subject) {
            (Some(_), Subject::Credit | Subject::Postponed) if self.out_first && less => {
                "quote-answer-out-first-gain"
            }
            (Some(_), Subject::Credit | Subject::Postponed) if self.out_first => {
                "quote-answer-out-first"
            }
            (None, Subject::Postponed) if self.received.is_zero() => {
                "quote-answer-postponed-no-rate"
            }
            (None, Subject::Credit) if self.received.is_zero() && self.taken.is_positive() => {
                "quote-answer-all-taken"
            }
            (None, Subject::Plan) => "quote-answer-plan-no-rate",
            (None, Subject::Credit | Subject::Postponed) if self.both_ways() => {
                "quote-answer-unchecked"
            }
            (None, Subject::Credit | Subject::Postponed) => "quote-answer-no-rate",
            (Some(_), Subject::Postponed) => "quote-answer-postponed",
            (Some(_), Subject::Plan) if less => "quote-answer-plan-less",
            (Some(_), Subject::Plan) => "quote-answer-plan",
            (Some(_), Subject::Credit) if less => "quote-answer-less",
            (Some(_), Subject::Credit) if self.taken.is_positive() => "quote-answer-taken",
            (Some(_), Subject::Credit) => "quote-answer",
        };
        words.with(id, &slots)
    }

    /// Whether money comes on one day and goes on another: then there are rates, but none that can be checked.
    fn both_ways(&self) -> bool {
        let mut days: Vec<(NaiveDate, Money)> = Vec::new();
        for flow in &self.flows {
            match days.last_mut() {
                Some((on, sum)) if *on == flow.on => *sum += flow.amount,
                _ => days.push((flow.on, flow.amount)),
            }
        }
        let any = |wanted: fn(Money) -> bool| days.iter().any(|(_, sum)| wanted(*sum));
        any(Money::is_positive) && any(Money::is_negative)
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
        for (id, other) in [
            ("quote-other-simple", self.other_simple),
            ("quote-other-compounded", self.other_compounded),
        ] {
            if let Some(other) = other {
                values.push((words.text(id), Cell::Percent(other)));
            }
        }
        if let Some(other) = self.other_rate {
            values.push((words.text("quote-other"), Cell::Percent(other)));
        }
        Block::KeyValues(values)
    }

    fn beside_lines(&self, document: &mut Document, words: &Words) {
        for (line, shown) in self.beside.known.iter().zip(&self.lines) {
            let id = match (shown.above.contains(&true), shown.above.contains(&false)) {
                (true, false) => "quote-line-above",
                (false, true) => "quote-line-below",
                (true, true) => "quote-line-between",
                (false, false) => "quote-line-unknown",
            };
            let nearest = self.nearest_to(line);
            let text = words.with(
                id,
                &[
                    (
                        "title",
                        numbers::capitalised(line.title.get(words.lang())).into(),
                    ),
                    ("line", numbers::exact_percent(line.percent).into()),
                    ("distance", nearest.into()),
                    ("source", line.source.title.get(words.lang()).into()),
                    ("level", words.word(line.source.level).into()),
                ],
            );
            document.note(NoteKind::Plain, text);
        }
        if self.beside.none_known {
            document.note(NoteKind::Plain, words.text("quote-line-none"));
        }
        if self.beside.lpr_unknown {
            document.note(NoteKind::Plain, words.text("quote-lpr-unknown"));
        }
        if self.beside.no_lender {
            document.note(NoteKind::Plain, words.text("quote-no-lender"));
        }
    }

    /// How far the rate that is nearest to a line lies from it, in points of a percent as shown.
    fn nearest_to(&self, line: &Line) -> String {
        let simple = self.rate.simple.filter(|_| !line.effective);
        [simple, self.rate.compounded.or(self.rate.dated)]
            .into_iter()
            .flatten()
            .map(|rate| hundredths(rate).abs_diff(line.percent.millionths() / 10_000))
            .min()
            .map(points)
            .unwrap_or_default()
    }
}

/// Hundredths of a percent as text: `10.42`.
fn points(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_precision_loss,
    reason = "an annual rate is a float; a line is a few digits"
)]
fn as_fraction(percent: Percent) -> f64 {
    percent.millionths() as f64 / 100_000_000.0
}

#[expect(
    clippy::float_arithmetic,
    clippy::cast_possible_truncation,
    reason = "an annual rate is a float; it is compared as people read it"
)]
fn hundredths(rate: f64) -> i64 {
    (rate * 10_000.0).round() as i64
}

/// Whether a rate is above a line, both as shown: with two decimals of a percent.
fn is_above(rate: f64, line: Percent) -> bool {
    hundredths(rate).saturating_mul(10_000) > line.millionths()
}

impl QuoteReport {
    /// How its figures come about, the distance from each line of law with its source (R1–R3).
    ///
    /// `from` says where what is received, and what is repaid, comes from.
    #[must_use]
    pub fn workings(&self, quote: &Quote, from: &(Origin, Origin)) -> Group {
        let mut workings = of_quote(quote, from);
        for line in &self.beside.known {
            workings.extend(self.distance(line));
        }
        Group {
            name: String::new(),
            workings,
        }
    }

    /// How far the nearer rate lies from a line, both as shown, with two decimals of a percent.
    fn distance(&self, line: &Line) -> Option<Working> {
        let simple = self
            .rate
            .simple
            .filter(|_| !line.effective)
            .map(|rate| (Quantity::Simple, "rate-simple", rate));
        let other = match (self.rate.compounded, self.rate.dated) {
            (Some(rate), _) => Some((Quantity::Compounded, "rate-compounded", rate)),
            (None, Some(rate)) => Some((Quantity::Dated, "rate-dated", rate)),
            (None, None) => None,
        };
        let away = |rate: f64| hundredths(rate).abs_diff(line.percent.millionths() / 10_000);
        let (name, id, rate) = [simple, other]
            .into_iter()
            .flatten()
            .min_by_key(|(_, _, rate)| away(*rate))?;
        let rounded = Percent::from_millionths(hundredths(rate).saturating_mul(10_000));
        let input = |name, value, from| {
            Formula::Input(Box::new(Input {
                name,
                about: About::default(),
                value: Value::Percent(value),
                from,
            }))
        };
        let rate = input(name, rounded, Origin::Working(id.to_owned()));
        let line_itself = input(Quantity::LineOfLaw, line.percent, Origin::Book);
        let formula = if rounded > line.percent {
            rate.less(line_itself)
        } else {
            line_itself.less(rate)
        };
        let points = rounded.millionths().abs_diff(line.percent.millionths());
        Some(Working {
            id: format!("line.{}", line.id),
            figure: Quantity::Distance,
            about: About::default(),
            formula,
            result: Value::Percent(Percent::from_millionths(
                i64::try_from(points).unwrap_or(i64::MAX),
            )),
            rounding: Rounding::Exact,
            rules: &["R1"],
            lines: Vec::new(),
            source: Some(line.source.clone()),
            detail: false,
        })
    }
}

impl Report for QuoteReport {
    const SCHEMA: &'static str = "forbear.quote.v1";

    fn document(&self, words: &Words) -> Document {
        let mut document = Document::new(words.text("quote-title"), words.lang());
        document.paragraph(self.answer(words));
        document.push(self.rates(words));
        if self.day_count != DayCount::Actual365 {
            let slots = [("day-count", self.day_count.as_str().into())];
            document.paragraph(words.with("quote-day-count", &slots));
        }
        if self.roots > 1 {
            let slots = [("count", self.roots.into())];
            document.note(NoteKind::Warning, words.with("quote-two-rates", &slots));
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
        document.paragraph(words.text(match self.subject {
            Subject::Plan => "quote-mark-plan",
            Subject::Credit | Subject::Postponed => "quote-mark",
        }));
        document
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;
    use crate::domain::vocabulary::Vocabulary;
    use crate::engine::flows::{received, repaid};

    fn quote() -> QuoteReport {
        let mut flows = vec![received("100000@2026-01-15").unwrap()];
        flows.extend(repaid("1000@2026-01-15").unwrap());
        flows.extend(repaid("8833.3x12@2026-02-15").unwrap());
        QuoteReport::new(
            &Quote::of(flows),
            Lines::default(),
            Subject::Credit,
            Currency::Cny,
        )
    }

    #[test]
    fn the_json_is_that_of_the_contract() {
        let value = serde_json::to_value(quote()).unwrap();
        let keys: Vec<&String> = value.as_object().unwrap().keys().collect();
        assert_eq!(
            keys,
            [
                "flows",
                "rate",
                "other-rate",
                "received",
                "total-paid",
                "cost",
                "lines"
            ]
        );
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
