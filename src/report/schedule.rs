//! `schedule`: the contract's instalments, what was paid, what is open (numbers.md S1–S6).

use serde::Serialize;

use super::Report;
use super::document::{Block, Cell, Document, Table};
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::schedule::{Schedule, ScheduleRow};
use crate::i18n::Words;

/// The instalments of a contract, as data and for people.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScheduleReport {
    /// The rows.
    pub rows: Vec<ScheduleRow>,
    /// Their sums.
    pub totals: ScheduleTotals,
    #[serde(skip)]
    debt: Option<DebtId>,
    #[serde(skip)]
    currency: Currency,
    #[serde(skip)]
    full: bool,
}

/// The sums of a schedule's columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ScheduleTotals {
    /// Principal.
    pub principal: Money,
    /// Interest.
    pub interest: Money,
    /// Fees.
    pub fee: Money,
    /// All of it.
    pub amount: Money,
    /// Paid of it.
    pub paid: Money,
    /// Open of it.
    pub open: Money,
}

impl ScheduleReport {
    /// The report of a schedule; `debt` is `None` for a contract given by flags.
    #[must_use]
    pub fn new(debt: Option<&DebtId>, currency: Currency, schedule: &Schedule) -> ScheduleReport {
        let rows = schedule.rows().to_vec();
        let mut totals = ScheduleTotals::default();
        for row in &rows {
            totals.principal += row.principal;
            totals.interest += row.interest;
            totals.fee += row.fee;
            totals.amount += row.amount;
            totals.paid += row.paid;
            totals.open += row.open;
        }
        ScheduleReport {
            rows,
            totals,
            debt: debt.cloned(),
            currency,
            full: false,
        }
    }

    /// Whether the document also shows the balance after each row. The one before it is that of the row
    /// above: both would not fit a terminal.
    #[must_use]
    pub fn full(mut self, full: bool) -> ScheduleReport {
        self.full = full;
        self
    }
}

/// A column of the table: its title's id, the row's cell, the total's cell.
type Column = (
    &'static str,
    fn(&ScheduleRow) -> Cell,
    fn(&ScheduleTotals) -> Cell,
);

impl Report for ScheduleReport {
    const SCHEMA: &'static str = "forbear.schedule.v1";

    fn document(&self, words: &Words) -> Document {
        let title = match &self.debt {
            Some(debt) => words.with("schedule-title", &[("id", debt.as_str().into())]),
            None => words.text("schedule-title-stateless"),
        };
        let mut document = Document::new(title, words.lang());
        document.paragraph(words.with(
            "schedule-mark",
            &[("currency", words.word(self.currency).into())],
        ));
        let mut columns: Vec<Column> = vec![
            (
                "schedule-column-n",
                |row| Cell::Count(row.n),
                |_| Cell::Empty,
            ),
            ("schedule-column-due", |row| row.due.into(), |_| Cell::Empty),
        ];
        columns.push((
            "schedule-column-principal",
            |r| r.principal.into(),
            |t| t.principal.into(),
        ));
        columns.push((
            "schedule-column-interest",
            |r| r.interest.into(),
            |t| t.interest.into(),
        ));
        if self.full || !self.totals.fee.is_zero() {
            columns.push((
                "schedule-column-fee",
                |row| row.fee.into(),
                |all| all.fee.into(),
            ));
        }
        columns.push((
            "schedule-column-amount",
            |row| row.amount.into(),
            |all| all.amount.into(),
        ));
        if self.full {
            columns.push((
                "schedule-column-closing",
                |row| row.closing.into(),
                |_| Cell::Empty,
            ));
        }
        // A contract given by flags has no payments to show.
        if self.debt.is_some() {
            columns.push((
                "schedule-column-paid",
                |row| row.paid.into(),
                |all| all.paid.into(),
            ));
            columns.push((
                "schedule-column-open",
                |row| row.open.into(),
                |all| all.open.into(),
            ));
        }
        let mut table = Table::new(columns.iter().map(|(id, _, _)| words.text(id)));
        for row in &self.rows {
            table.row(columns.iter().map(|(_, cell, _)| cell(row)).collect());
        }
        let mut totals: Vec<Cell> = columns
            .iter()
            .map(|(_, _, cell)| cell(&self.totals))
            .collect();
        if let Some(first) = totals.get_mut(1) {
            *first = words.text("schedule-total").into();
        }
        table.total(totals);
        document.push(Block::Table(table));
        document
    }
}
