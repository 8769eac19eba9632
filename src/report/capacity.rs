//! `capacity`: what can be offered each month, and why (numbers.md M1–M3).

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::Report;
use super::budget_items::{self, Column, Papers};
use super::document::{Block, Cell, Document, NoteKind, Table};
use crate::domain::capacity::{BudgetItem, Capacity, CapacityMonth, ReservedBy, Shortfall};
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::money::Money;
use crate::domain::rate::Percent;
use crate::engine::plan::budget;
use crate::engine::statement::{shortfalls, usual};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// The statement of what can be offered, as data and for people.
#[derive(Clone, Debug, PartialEq)]
pub struct CapacityReport {
    /// What the engine found.
    pub capacity: Capacity,
    as_of: NaiveDate,
    currency: Currency,
    items: Vec<BudgetItem>,
    shortfalls: Vec<Shortfall>,
    own_share: bool,
    full: bool,
    joined: bool,
}

/// The JSON of a capacity: its top figures, its months, the items they are made of.
#[derive(Serialize)]
struct Figures<'a> {
    income: Money,
    essential: Money,
    other: Money,
    reserve: Money,
    surplus: Money,
    share: Percent,
    offerable: Money,
    months: &'a [CapacityMonth],
    shortfalls: &'a [Shortfall],
    items: &'a [BudgetItem],
}

impl Serialize for CapacityReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Figures {
            income: self.capacity.income,
            essential: self.capacity.essential,
            other: self.capacity.other,
            reserve: self.capacity.reserve,
            surplus: self.capacity.surplus,
            share: self.capacity.share,
            offerable: self.capacity.offerable,
            months: &self.capacity.months,
            shortfalls: &self.shortfalls,
            items: &self.items,
        }
        .serialize(serializer)
    }
}

impl CapacityReport {
    /// The report of a ledger's capacity, with the items of its budget.
    #[must_use]
    pub fn new(
        ledger: &Ledger,
        as_of: NaiveDate,
        capacity: Capacity,
        items: Vec<BudgetItem>,
    ) -> CapacityReport {
        CapacityReport {
            shortfalls: shortfalls(&capacity, &items),
            capacity,
            as_of,
            currency: ledger.currency,
            items,
            own_share: ledger.budget.share.is_some(),
            full: false,
            joined: false,
        }
    }

    /// Whether the document also lists items, and all that is already spoken for.
    #[must_use]
    pub fn full(mut self, full: bool) -> CapacityReport {
        self.full = full;
        self
    }

    /// Whether months in a row that look alike are one row.
    #[must_use]
    pub fn joined(mut self, joined: bool) -> CapacityReport {
        self.joined = joined;
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
        for text in self.headline(figures, words) {
            document.paragraph(text);
        }
        document.push(Block::Table(self.statement(words)));
        document.paragraph(self.why_this_share(words));
        for text in budget_items::short(&self.shortfalls, figures, words) {
            document.note(NoteKind::Warning, text);
        }
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
    /// What most months bear, and each month that bears less; one tight month is not told as if all were.
    fn headline(&self, figures: Numbers, words: &Words) -> Vec<String> {
        let usual = self.usual();
        let amount = [("amount", figures.money(usual).into())];
        let later = self.capacity.months.iter().skip(1);
        let in_words = |differs: &dyn Fn(Money) -> bool| {
            let named: Vec<String> = later
                .clone()
                .filter(|month| differs(month.offerable))
                .map(|month| {
                    let slots = [
                        ("item", numbers::month(words.lang(), month.month).into()),
                        ("limits", figures.money(month.offerable).into()),
                    ];
                    words.with("statement-item", &slots)
                })
                .collect();
            named.join(&words.text("statement-list-comma"))
        };
        let less = in_words(&|offerable| offerable < usual);
        let more = in_words(&|offerable| offerable.is_positive());
        match (usual.is_positive(), less.is_empty(), more.is_empty()) {
            (true, true, _) => vec![words.with("capacity-offerable", &amount)],
            (true, false, _) => vec![
                words.with("capacity-most", &amount),
                words.with("statement-less", &[("months", less.into())]),
            ],
            (false, _, false) => vec![words.with("capacity-some", &[("months", more.into())])],
            (false, _, true) => vec![words.text("capacity-none")],
        }
    }

    /// What can be offered of ordinary money in most full months shown.
    fn usual(&self) -> Money {
        match self.capacity.months.len() {
            // The running month alone says nothing of an ordinary one.
            0 | 1 => self.capacity.offerable,
            _ => usual(&budget(&self.capacity)),
        }
    }

    /// What agreements and promises take of the share in such a month.
    fn taken(&self) -> Money {
        let usual = self.usual();
        let ordinary =
            |month: &&CapacityMonth| month.offerable - month.from_carried - month.from_one_offs;
        let months = self.capacity.months.iter().skip(1);
        let mut alike = months.filter(|month| ordinary(month) == usual);
        let taken = alike.next().map(|month| month.agreed + month.promised);
        taken.unwrap_or(Money::ZERO)
    }

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
        let taken = self.taken();
        if taken.is_positive() {
            table.row(vec![words.text("statement-agreed").into(), (-taken).into()]);
        }
        table.total(vec![
            words.text("capacity-result").into(),
            self.usual().into(),
        ]);
        table
    }

    fn months(&self, words: &Words) -> Table {
        let any = |amount: fn(&CapacityMonth) -> Money| {
            self.capacity.months.iter().any(|m| !amount(m).is_zero())
        };
        type Shown = (&'static str, fn(&CapacityMonth) -> Money, bool);
        let columns: [Shown; 7] = [
            ("capacity-head-income", |m| m.income, true),
            ("capacity-head-spending", |m| m.essential + m.other, true),
            ("capacity-head-surplus", |m| m.surplus, true),
            ("capacity-head-agreed", |m| m.agreed, self.full),
            ("capacity-head-promised", |m| m.promised, self.full),
            ("capacity-head-paid", |m| m.paid, self.full),
            ("capacity-head-offerable", |m| m.offerable, true),
        ];
        let shown: Vec<Column<CapacityMonth>> = columns
            .into_iter()
            .filter(|(_, amount, always)| *always || any(*amount))
            .map(|(id, amount, _)| (id, amount))
            .collect();
        let months = &self.capacity.months;
        budget_items::months(months, |month| month.month, &shown, self.joined, words)
    }

    /// Why this share of what is left is offered and no other.
    fn why_this_share(&self, words: &Words) -> String {
        let share = numbers::exact_percent(self.capacity.share);
        let slots = [("share", share.into())];
        if self.own_share {
            words.with("capacity-share-own", &slots)
        } else {
            words.with("capacity-share-usual", &slots)
        }
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
        let mut papers = Papers::default();
        budget_items::tables(&self.items, &mut papers, document, words);
        papers.list(document, words);
        let without: Vec<&str> = self
            .items
            .iter()
            .filter(|item| item.evidence.is_empty())
            .map(|item| item.name.as_str())
            .collect();
        if !without.is_empty() {
            let items = without.join(&words.text("statement-list-comma"));
            document.note(
                NoteKind::Plain,
                words.with("capacity-no-papers", &[("items", items.into())]),
            );
        }
        let noted = self.items.iter().filter_map(|item| {
            let note = item.note.as_deref()?;
            Some((item.name.clone(), Cell::from(note)))
        });
        let notes: Vec<(String, Cell)> = noted.collect();
        if !notes.is_empty() {
            document.heading(words.text("capacity-notes"));
            document.push(Block::KeyValues(notes));
        }
    }
}
