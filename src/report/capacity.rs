//! `capacity`: what can be offered each month, and why (numbers.md M1–M3).

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::Report;
use super::document::{Block, Cell, Document, NoteKind, Table};
use crate::domain::budget::Every;
use crate::domain::capacity::{Capacity, CapacityMonth, ReservedBy};
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::money::Money;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// The statement of what can be offered, as data and for people.
#[derive(Clone, Debug, PartialEq)]
pub struct CapacityReport {
    /// What the engine found.
    pub capacity: Capacity,
    as_of: NaiveDate,
    currency: Currency,
    items: Vec<Item>,
    full: bool,
}

/// An income or expense of the ledger.
#[derive(Clone, Debug, PartialEq)]
struct Item {
    kind: &'static str,
    name: String,
    amount: Money,
    every: Every,
}

/// The JSON of a capacity: its top figures and its months.
#[derive(Serialize)]
struct Figures<'a> {
    income: Money,
    essential: Money,
    other: Money,
    reserve: Money,
    surplus: Money,
    offerable: Money,
    months: &'a [CapacityMonth],
}

impl Serialize for CapacityReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Figures {
            income: self.capacity.income,
            essential: self.capacity.essential,
            other: self.capacity.other,
            reserve: self.capacity.reserve,
            surplus: self.capacity.surplus,
            offerable: self.capacity.offerable,
            months: &self.capacity.months,
        }
        .serialize(serializer)
    }
}

impl CapacityReport {
    /// The report of a ledger's capacity.
    #[must_use]
    pub fn new(ledger: &Ledger, as_of: NaiveDate, capacity: Capacity) -> CapacityReport {
        let incomes = ledger.incomes.iter().map(|income| Item {
            kind: "capacity-income",
            name: income.name.clone(),
            amount: income.amount,
            every: income.every,
        });
        let expenses = ledger.expenses.iter().map(|expense| Item {
            kind: if expense.essential {
                "capacity-essential"
            } else {
                "capacity-other"
            },
            name: expense.name.clone(),
            amount: expense.amount,
            every: expense.every,
        });
        CapacityReport {
            capacity,
            as_of,
            currency: ledger.currency,
            items: incomes.chain(expenses).collect(),
            full: false,
        }
    }

    /// Whether the document also lists items, and all that is already spoken for.
    #[must_use]
    pub fn full(mut self, full: bool) -> CapacityReport {
        self.full = full;
        self
    }
}

impl Report for CapacityReport {
    const SCHEMA: &'static str = "forbear.capacity.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let date = figures.date(self.as_of);
        let title = words.with("capacity-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        if self.items.is_empty() {
            document.paragraph(words.text("capacity-nothing-recorded"));
            document.push(Block::Command("forbear income add".to_owned()));
            document.push(Block::Command("forbear expense add".to_owned()));
            return document;
        }
        document.paragraph(if self.capacity.offerable.is_positive() {
            let amount = figures.money(self.capacity.offerable);
            words.with("capacity-offerable", &[("amount", amount.into())])
        } else {
            words.text("capacity-none")
        });
        document.push(Block::Table(self.statement(words)));
        document.heading(words.text("capacity-months"));
        document.push(Block::Table(self.months(words)));
        if self.capacity.share_is_high() {
            document.note(NoteKind::Warning, words.text("capacity-share-high"));
        }
        if !self.capacity.not_counted.is_empty() {
            let ids: Vec<&str> = self
                .capacity
                .not_counted
                .iter()
                .map(crate::domain::id::OfferId::as_str)
                .collect();
            document.note(
                NoteKind::Warning,
                words.with("capacity-not-counted", &[("ids", ids.join(" ").into())]),
            );
        }
        let currency = words.word(self.currency);
        document.paragraph(words.with("capacity-mark", &[("currency", currency.into())]));
        if self.full {
            self.details(&mut document, words);
        }
        document
    }
}

impl CapacityReport {
    fn statement(&self, words: &Words) -> Table {
        let capacity = &self.capacity;
        let mut table =
            Table::new(["capacity-column-item", "capacity-column-month"].map(|id| words.text(id)));
        for (id, amount) in [
            ("capacity-income", capacity.income),
            ("capacity-essential", -capacity.essential),
            ("capacity-other", -capacity.other),
            ("capacity-reserve", -capacity.reserve),
            ("capacity-surplus", capacity.surplus),
        ] {
            table.row(vec![words.text(id).into(), amount.into()]);
        }
        table.row(vec![
            words.text("capacity-share").into(),
            numbers::exact_percent(capacity.share).into(),
        ]);
        table.total(vec![
            words.text("capacity-result").into(),
            capacity.offerable.into(),
        ]);
        table
    }

    fn months(&self, words: &Words) -> Table {
        let any = |amount: fn(&CapacityMonth) -> Money| {
            self.capacity.months.iter().any(|m| !amount(m).is_zero())
        };
        type Column = (&'static str, fn(&CapacityMonth) -> Money, bool);
        let columns: [Column; 7] = [
            ("capacity-head-income", |m| m.income, true),
            ("capacity-head-spending", |m| m.essential + m.other, true),
            ("capacity-head-surplus", |m| m.surplus, true),
            ("capacity-head-agreed", |m| m.agreed, self.full),
            ("capacity-head-promised", |m| m.promised, self.full),
            ("capacity-head-paid", |m| m.paid, self.full),
            ("capacity-head-offerable", |m| m.offerable, true),
        ];
        let shown: Vec<&Column> = columns
            .iter()
            .filter(|(_, amount, always)| *always || any(*amount))
            .collect();
        let mut titles = vec![words.text("capacity-head-month")];
        titles.extend(shown.iter().map(|(id, _, _)| words.text(id)));
        let mut table = Table::new(titles);
        for month in &self.capacity.months {
            let mut cells = vec![Cell::from(month.month.format("%Y-%m").to_string())];
            cells.extend(shown.iter().map(|(_, amount, _)| Cell::from(amount(month))));
            table.row(cells);
        }
        table
    }

    fn details(&self, document: &mut Document, words: &Words) {
        if !self.capacity.reserved.is_empty() {
            document.heading(words.text("capacity-reserved"));
            let mut table = Table::new(
                [
                    "capacity-reserved-on",
                    "capacity-reserved-debt",
                    "capacity-reserved-by",
                    "capacity-reserved-amount",
                ]
                .map(|id| words.text(id)),
            );
            for reserved in &self.capacity.reserved {
                let by = match &reserved.by {
                    ReservedBy::Agreement(id) => {
                        words.with("capacity-by-agreement", &[("id", id.as_str().into())])
                    }
                    ReservedBy::Offer(id) => {
                        words.with("capacity-by-offer", &[("id", id.as_str().into())])
                    }
                    ReservedBy::Promise(at) => {
                        let date = numbers::long_date(words.lang(), at.date());
                        words.with("capacity-by-promise", &[("date", date.into())])
                    }
                };
                table.row(vec![
                    reserved.on.into(),
                    reserved.debt.as_ref().map(ToString::to_string).into(),
                    by.into(),
                    reserved.amount.into(),
                ]);
            }
            document.push(Block::Table(table));
        }
        document.heading(words.text("capacity-items"));
        let mut table = Table::new(
            [
                "capacity-items-kind",
                "capacity-column-item",
                "capacity-items-every",
                "capacity-items-amount",
            ]
            .map(|id| words.text(id)),
        );
        for item in &self.items {
            table.row(vec![
                words.text(item.kind).into(),
                item.name.as_str().into(),
                numbers::capitalised(&words.word(item.every)).into(),
                item.amount.into(),
            ]);
        }
        document.push(Block::Table(table));
    }
}
