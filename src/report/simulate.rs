//! `simulate`: offers side by side with both baselines, every measure of product.md §5.

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Cell, Document, NoteKind, Table};
use super::figure::{fraction, sentences};
use super::{Report, terms};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::parts::{Part, Parts};
use crate::domain::promise::DayCheck;
use crate::domain::simulation::{
    AnnualRates, Baseline, BaselineKind, Comparison, PlanRow, Short, Simulation,
};
use crate::domain::vocabulary::Vocabulary;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// Offers side by side, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct SimulateReport {
    /// The day of the offers.
    pub as_of: NaiveDate,
    /// What is owed on it.
    pub position: Parts,
    /// Everything today; nothing until the latest end compared.
    pub baselines: Vec<BaselineReport>,
    /// The offers, in the order given.
    pub offers: Vec<OfferReport>,
    #[serde(skip)]
    mark: String,
    #[serde(skip)]
    currency: Currency,
    #[serde(skip)]
    full: bool,
}

/// A baseline (O7).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BaselineReport {
    /// Which.
    pub kind: BaselineKind,
    /// The day it is measured on.
    pub on: NaiveDate,
    /// What it comes to, by part.
    pub parts: Parts,
    /// What it comes to.
    pub total: Money,
}

/// What one offer comes to.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct OfferReport {
    /// The terms, in canonical order.
    pub terms: Terms,
    /// What the plan starts from.
    pub base: Parts,
    /// What is waived.
    pub waived: Parts,
    /// The payments.
    pub rows: Vec<PlanRow>,
    /// All that is paid, at once and by the rows.
    pub total: Money,
    /// How many rows.
    pub count: u32,
    /// First row's amount.
    pub first_payment: Money,
    /// Largest row's amount.
    pub peak_payment: Money,
    /// Last row's amount.
    pub last_payment: Money,
    /// Last due date.
    pub ends_on: NaiveDate,
    /// Annual rates of what the plan costs from here (O8).
    pub rate: RateReport,
    /// What is saved in money.
    pub saved: Saved,
    /// Whether every month fits; unknown without a budget.
    pub fits: Option<bool>,
    /// The first month that does not fit, and by how much.
    pub short: Option<Short>,
    #[serde(skip)]
    paid_now: Money,
    #[serde(skip)]
    days: DayCheck,
}

/// Annual rates, labelled (R1–R3).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct RateReport {
    /// Periodic rate × periods a year.
    #[serde(serialize_with = "fraction")]
    pub simple: Option<f64>,
    /// Compounded.
    #[serde(serialize_with = "fraction")]
    pub compounded: Option<f64>,
    /// On real dates.
    #[serde(serialize_with = "fraction")]
    pub dated: Option<f64>,
}

impl From<AnnualRates> for RateReport {
    fn from(rates: AnnualRates) -> RateReport {
        RateReport {
            simple: rates.simple,
            compounded: rates.compounded,
            dated: rates.dated,
        }
    }
}

/// What an offer saves; negative where it costs more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Saved {
    /// Against paying everything today.
    pub against_today: Money,
    /// Against paying nothing until the latest end compared.
    pub against_nothing: Money,
}

impl SimulateReport {
    /// The report of a comparison. `mark` says in words where the position comes from
    /// ([`super::figure::position_mark`]).
    #[must_use]
    pub fn new(comparison: Comparison, currency: Currency, mark: String) -> SimulateReport {
        SimulateReport {
            as_of: comparison.as_of,
            position: comparison.position,
            baselines: comparison.baselines.iter().map(baseline).collect(),
            offers: comparison.offers.into_iter().map(offer).collect(),
            mark,
            currency,
            full: false,
        }
    }

    /// Whether the document also shows each offer's payments and all measures.
    #[must_use]
    pub fn full(mut self, full: bool) -> SimulateReport {
        self.full = full;
        self
    }
}

fn baseline(baseline: &Baseline) -> BaselineReport {
    BaselineReport {
        kind: baseline.kind,
        on: baseline.on,
        parts: baseline.parts,
        total: baseline.parts.total(),
    }
}

fn offer(simulation: Simulation) -> OfferReport {
    OfferReport {
        terms: simulation.terms,
        base: simulation.base,
        waived: simulation.waived,
        rows: simulation.rows,
        total: simulation.total,
        count: simulation.count,
        first_payment: simulation.first_payment,
        peak_payment: simulation.peak_payment,
        last_payment: simulation.last_payment,
        ends_on: simulation.ends_on,
        rate: simulation.rates.into(),
        saved: Saved {
            against_today: simulation.saved_against_today,
            against_nothing: simulation.saved_against_nothing,
        },
        fits: simulation.fits,
        short: simulation.short,
        paid_now: simulation.paid_now,
        days: simulation.days,
    }
}

/// A, B, C … for the columns; after Z by number.
pub(super) fn letter(place: usize) -> String {
    u8::try_from(place)
        .ok()
        .and_then(|place| b'A'.checked_add(place))
        .filter(u8::is_ascii_uppercase)
        .map_or_else(
            || place.saturating_add(1).to_string(),
            |letter| char::from(letter).to_string(),
        )
}

impl Report for SimulateReport {
    const SCHEMA: &'static str = "forbear.simulate.v1";

    fn document(&self, words: &Words) -> Document {
        let date = numbers::long_date(words.lang(), self.as_of);
        let id = if self.offers.len() == 1 {
            "simulate-title-one"
        } else {
            "simulate-title"
        };
        let mut document = Document::new(words.with(id, &[("date", date.into())]), words.lang());
        self.position_sentence(&mut document, words);
        self.offers_in_words(&mut document, words);
        document.push(Block::Table(self.side_by_side(words)));
        self.fit_sentences(&mut document, words);
        self.day_sentences(&mut document, words);
        document.paragraph(words.text("simulate-assumed"));
        if self.full {
            document.paragraph(words.text("simulate-nothing-mark"));
        }
        if self.full || self.offers.len() == 1 {
            for (place, offer) in self.offers.iter().enumerate() {
                let letter = letter(place);
                document.heading(words.with("simulate-rows", &[("letter", letter.into())]));
                document.push(Block::Table(rows(offer, words)));
            }
        }
        document
    }
}

impl SimulateReport {
    fn position_sentence(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        let parts = &self.position;
        document.paragraph(words.with(
            "simulate-position",
            &[
                ("total", figures.money(parts.total()).into()),
                ("principal", figures.money(parts.principal).into()),
                ("interest", figures.money(parts.interest).into()),
                ("penalty", figures.money(parts.penalty).into()),
                ("fees", figures.money(parts.fees).into()),
                ("mark", self.mark.as_str().into()),
            ],
        ));
    }

    fn offers_in_words(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        let pairs = self.offers.iter().enumerate().map(|(place, offer)| {
            let label = words.with("simulate-offer", &[("letter", letter(place).into())]);
            let said = numbers::capitalised(&terms::in_words(&offer.terms, figures, words));
            (label, Cell::from(said))
        });
        document.push(Block::KeyValues(pairs.collect()));
    }

    fn side_by_side(&self, words: &Words) -> Table {
        let mut columns = vec![words.text("simulate-measure")];
        for place in 0..self.offers.len() {
            columns.push(words.with("simulate-offer", &[("letter", letter(place).into())]));
        }
        for baseline in &self.baselines {
            columns.push(numbers::capitalised(&words.word(baseline.kind)));
        }
        let mut table = Table::new(columns);
        let mut measure =
            |label: String,
             of_offer: &dyn Fn(&OfferReport) -> Cell,
             of_baseline: &dyn Fn(&BaselineReport) -> Cell| {
                let mut cells = vec![Cell::from(label)];
                cells.extend(self.offers.iter().map(of_offer));
                cells.extend(self.baselines.iter().map(of_baseline));
                table.row(cells);
            };
        let none = |_: &BaselineReport| Cell::Empty;
        measure(words.text("simulate-total"), &|o| o.total.into(), &|b| {
            b.total.into()
        });
        if self.offers.iter().any(|offer| !offer.paid_now.is_zero()) {
            measure(words.text("simulate-now"), &|o| o.paid_now.into(), &none);
        }
        measure(
            words.text("simulate-waived"),
            &|o| o.waived.total().into(),
            &none,
        );
        for part in Part::ALL {
            let waives = self.offers.iter().any(|o| !o.waived.get(*part).is_zero());
            if self.full && waives {
                let part_word = words.word(*part);
                let label = words.with("simulate-waived-part", &[("part", part_word.into())]);
                measure(label, &|o| o.waived.get(*part).into(), &none);
            }
        }
        measure(
            words.text("simulate-against-today"),
            &|o| saving(o.saved.against_today, words),
            &none,
        );
        measure(
            words.text("simulate-against-nothing"),
            &|o| saving(o.saved.against_nothing, words),
            &none,
        );
        measure(
            words.text("simulate-count"),
            &|o| Cell::Count(o.count),
            &none,
        );
        measure(
            words.text("simulate-first"),
            &|o| o.first_payment.into(),
            &none,
        );
        measure(
            words.text("simulate-peak"),
            &|o| o.peak_payment.into(),
            &none,
        );
        measure(
            words.text("simulate-last"),
            &|o| o.last_payment.into(),
            &none,
        );
        measure(words.text("simulate-ends"), &|o| o.ends_on.into(), &|b| {
            b.on.into()
        });
        self.rate_measures(&mut measure, words);
        measure(words.text("simulate-fits"), &|o| fits(o.fits, words), &none);
        table
    }

    fn rate_measures<F>(&self, measure: &mut F, words: &Words)
    where
        F: FnMut(String, &dyn Fn(&OfferReport) -> Cell, &dyn Fn(&BaselineReport) -> Cell),
    {
        let none = |_: &BaselineReport| Cell::Empty;
        let percent = |rate: Option<f64>| rate.map_or(Cell::Unknown, Cell::Percent);
        let periodic = self.offers.iter().any(|offer| offer.rate.simple.is_some());
        if periodic || self.full {
            measure(
                words.text("simulate-rate-simple"),
                &|o| percent(o.rate.simple),
                &none,
            );
            measure(
                words.text("simulate-rate-compounded"),
                &|o| percent(o.rate.compounded),
                &none,
            );
        }
        if !periodic || self.full {
            measure(
                words.text("simulate-rate-dated"),
                &|o| percent(o.rate.dated),
                &none,
            );
        }
    }

    /// One sentence an offer: fits, or the first month short and by how much.
    fn fit_sentences(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        if self.offers.iter().all(|offer| offer.fits.is_none()) {
            document.note(NoteKind::Plain, words.text("simulate-no-capacity"));
            return;
        }
        for (place, offer) in self.offers.iter().enumerate() {
            let letter = letter(place);
            match (offer.fits, offer.short) {
                (_, Some(short)) => document.note(
                    NoteKind::Warning,
                    words.with(
                        "simulate-short",
                        &[
                            ("letter", letter.into()),
                            ("month", numbers::month(words.lang(), short.month).into()),
                            ("by", figures.money(short.by).into()),
                        ],
                    ),
                ),
                // What fits the month but not the day is told below, in one sentence with the day.
                (Some(true), None) if offer.days.short.is_some() => {}
                (Some(true), None) => document.note(
                    NoteKind::Plain,
                    words.with("simulate-fits-all", &[("letter", letter.into())]),
                ),
                (Some(false) | None, None) => {}
            }
        }
    }
}

impl SimulateReport {
    /// What fits the month but not the day, and wages another debt takes first (M7).
    fn day_sentences(&self, document: &mut Document, words: &Words) {
        let figures = Numbers::new(words.lang(), self.currency);
        let day = |date| numbers::day_with_weekday(words.lang(), date);
        for (place, offer) in self.offers.iter().enumerate() {
            let Some(short) = offer.days.short else {
                continue;
            };
            let mut said = vec![words.with(
                "simulate-day-short",
                &[
                    ("letter", letter(place).into()),
                    ("date", day(short.on).into()),
                    ("due", figures.money(short.due).into()),
                    ("there", figures.money(short.there).into()),
                ],
            )];
            if let Some(date) = short.next_pay_day {
                said.push(words.with("simulate-pay-day", &[("date", day(date).into())]));
            }
            document.note(NoteKind::Warning, sentences(&said, words.lang()));
        }
        // The accounts are the same for every offer: said once.
        if let Some(offer) = self.offers.first() {
            for swept in &offer.days.swept {
                let slots = [
                    ("income", swept.income.as_str().into()),
                    ("debt", swept.debt.as_str().into()),
                ];
                document.note(NoteKind::Warning, words.with("simulate-swept", &slots));
            }
        }
    }
}

/// What is saved; what an offer costs more is said in words, as "saved" with a minus is read wrong.
fn saving(saved: Money, words: &Words) -> Cell {
    if saved.is_negative() {
        let more = Money::ZERO - saved;
        return words
            .with(
                "simulate-costs-more",
                &[("amount", numbers::grouped(more).into())],
            )
            .into();
    }
    saved.into()
}

fn fits(fits: Option<bool>, words: &Words) -> Cell {
    match fits {
        Some(true) => words.text("simulate-yes").into(),
        Some(false) => words.text("simulate-no").into(),
        None => Cell::Unknown,
    }
}

fn rows(offer: &OfferReport, words: &Words) -> Table {
    let mut table = Table::new(
        [
            "schedule-column-n",
            "schedule-column-due",
            "schedule-column-opening",
            "schedule-column-principal",
            "schedule-column-interest",
            "simulate-column-arrears",
            "schedule-column-amount",
        ]
        .map(|id| words.text(id)),
    );
    let mut sums = (Money::ZERO, Money::ZERO, Money::ZERO, Money::ZERO);
    for row in &offer.rows {
        table.row(vec![
            Cell::Count(row.n),
            row.due.into(),
            row.opening.into(),
            row.principal.into(),
            row.interest.into(),
            row.arrears.into(),
            row.amount.into(),
        ]);
        sums.0 += row.principal;
        sums.1 += row.interest;
        sums.2 += row.arrears;
        sums.3 += row.amount;
    }
    table.total(vec![
        Cell::Empty,
        words.text("schedule-total").into(),
        Cell::Empty,
        sums.0.into(),
        sums.1.into(),
        sums.2.into(),
        sums.3.into(),
    ]);
    table
}
