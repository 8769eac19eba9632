//! `capacity --creditor`: a one-page statement that a creditor can read, check and sign off.
//!
//! Promises: no private note and, unless asked for, no other lender's name stands on it; every line names its
//! papers; the sum is for all lenders together, and what one lender's share of it is follows from what is owed.
//! Leaves to others: what can be offered (`engine::capacity`), whether sending it may restart an old debt (`cli`).

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::budget_items::{self, Column, Papers};
use super::document::{Block, Cell, Document, NoteKind, Table};
use super::plan::share;
use crate::domain::budget::{Borrower, HardshipKind};
use crate::domain::capacity::{BudgetItem, Shortfall};
use crate::domain::id::DebtId;
use crate::domain::ledger::{Currency, Ledger};
use crate::domain::money::Money;
use crate::domain::rate::Percent;
use crate::engine::plan::Household;
use crate::engine::share::pro_rata;
use crate::engine::statement::{shortfalls, usual};
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// Why payments cannot be met, as told to every lender.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Situation {
    /// The kind of reason.
    pub kind: HardshipKind,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// One sentence of fact.
    pub note: Option<String>,
    /// The papers that prove it.
    pub evidence: Vec<String>,
}

/// What one lender would get of the same sum.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LenderShare {
    /// The lender's name.
    pub lender: String,
    /// The debt.
    pub debt: DebtId,
    /// What is owed, as far as the ledger knows.
    pub owed: Money,
    /// Its share of all that is owed, in percent with two places.
    pub share: String,
    /// Its share of what can be offered a month (M5).
    pub monthly: Money,
}

impl LenderShare {
    /// The lenders of a plan, each with its share of a sum, debt by debt.
    #[must_use]
    pub fn of(ledger: &Ledger, home: &Household, sum: Money) -> Vec<LenderShare> {
        let owed: Vec<Money> = home.debts.iter().map(|one| one.owed.total()).collect();
        let all: Money = owed.iter().copied().sum();
        let shares = pro_rata(sum, &owed);
        home.debts
            .iter()
            .zip(owed.into_iter().zip(shares))
            .filter_map(|(planned, (owed, monthly))| {
                let debt = ledger.debt(&planned.debt)?;
                let holder = ledger.holder(debt, home.as_of);
                Some(LenderShare {
                    lender: holder
                        .map_or_else(|| debt.lender.to_string(), |lender| lender.name.clone()),
                    debt: planned.debt.clone(),
                    owed,
                    share: share(owed, all),
                    monthly,
                })
            })
            .collect()
    }
}

/// A month as lenders see it: a one-off stands in the month in which it arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StatementMonth {
    /// Its first day.
    #[serde(serialize_with = "crate::domain::simulation::year_month")]
    pub month: NaiveDate,
    /// Income.
    pub income: Money,
    /// Spending.
    pub spending: Money,
    /// What agreements being kept, and promises to lenders that are not counted here, take.
    pub agreed: Money,
    /// What can be offered of ordinary money.
    pub offerable: Money,
    /// What can be offered once, of a one-off that arrives.
    pub once: Money,
}

/// A statement for creditors.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct StatementReport {
    as_of: NaiveDate,
    currency: Currency,
    name: Option<String>,
    household: Option<u32>,
    household_note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    case: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adviser: Option<String>,
    situation: Vec<Situation>,
    /// The lender it is for, if one is named.
    #[serde(rename = "for", skip_serializing_if = "Option::is_none")]
    addressee: Option<LenderShare>,
    items: Vec<BudgetItem>,
    income: Money,
    essential: Money,
    other: Money,
    reserve: Money,
    surplus: Money,
    share: Percent,
    /// What agreements being kept, and promises to lenders that are not counted here, already take.
    agreed: Money,
    /// What can be offered in most months.
    offerable: Money,
    lenders: u32,
    months: Vec<StatementMonth>,
    shortfalls: Vec<Shortfall>,
    #[serde(skip_serializing_if = "Option::is_none")]
    all: Option<Vec<LenderShare>>,
}

impl StatementReport {
    /// The statement of a ledger: what all lenders without an agreement that is being kept can be offered together.
    #[must_use]
    pub fn new(
        ledger: &Ledger,
        home: &Household,
        items: Vec<BudgetItem>,
        length: usize,
    ) -> StatementReport {
        let as_of = home.as_of;
        let mut capacity = home.capacity.clone();
        capacity.months.truncate(length);
        let budget = home.budget.get(..capacity.months.len()).unwrap_or_default();
        let offerable = usual(budget);
        let months = capacity.months.iter().zip(budget);
        let months = months.map(|(month, own)| StatementMonth {
            month: month.month,
            income: month.income,
            spending: month.essential + month.other,
            agreed: month.agreed + month.promised,
            offerable: own.ordinary,
            once: own.once,
        });
        let shown = |item: BudgetItem| BudgetItem { note: None, ..item };
        let case = ledger.case.as_ref();
        StatementReport {
            as_of,
            currency: ledger.currency,
            name: ledger.borrower.name.clone(),
            household: ledger.borrower.household,
            household_note: ledger.borrower.household_note.clone(),
            case: case.and_then(|case| case.number.clone()),
            adviser: case.and_then(|case| case.adviser.clone()),
            situation: situation(&ledger.borrower),
            addressee: None,
            shortfalls: shortfalls(&capacity, &items),
            items: items.into_iter().map(shown).collect(),
            income: capacity.income,
            essential: capacity.essential,
            other: capacity.other,
            reserve: capacity.reserve,
            surplus: capacity.surplus,
            share: capacity.share,
            agreed: capacity.shared_of_surplus().less(offerable),
            offerable,
            lenders: lenders(ledger, home),
            months: months.collect(),
            all: None,
        }
    }

    /// Addressed to the lender of a debt, with its share of the sum.
    #[must_use]
    pub fn addressed(mut self, ledger: &Ledger, home: &Household, to: &DebtId) -> StatementReport {
        let mut shares = LenderShare::of(ledger, home, self.offerable).into_iter();
        self.addressee = shares.find(|share| share.debt == *to);
        self
    }

    /// With all lenders and their shares.
    #[must_use]
    pub fn naming_all(mut self, ledger: &Ledger, home: &Household) -> StatementReport {
        self.all = Some(LenderShare::of(ledger, home, self.offerable));
        self
    }
}

/// How many lenders share the sum.
fn lenders(ledger: &Ledger, home: &Household) -> u32 {
    let mut lenders: Vec<&str> = home
        .debts
        .iter()
        .filter_map(|planned| ledger.debt(&planned.debt))
        .map(|debt| {
            ledger
                .holder(debt, home.as_of)
                .map_or(debt.lender.as_str(), |lender| lender.id.as_str())
        })
        .collect();
    lenders.sort_unstable();
    lenders.dedup();
    u32::try_from(lenders.len()).unwrap_or(u32::MAX)
}

fn situation(borrower: &Borrower) -> Vec<Situation> {
    borrower
        .hardship
        .iter()
        .map(|hardship| Situation {
            kind: hardship.kind,
            since: hardship.since,
            note: hardship.note.clone(),
            evidence: hardship.evidence.clone(),
        })
        .collect()
}

impl Report for StatementReport {
    const SCHEMA: &'static str = "forbear.statement.v1";

    fn document(&self, words: &Words) -> Document {
        let figures = Numbers::new(words.lang(), self.currency);
        let date = figures.date(self.as_of);
        let title = words.with("statement-title", &[("date", date.into())]);
        let mut document = Document::new(title, words.lang());
        let mut papers = Papers::default();
        self.who(&mut document, words);
        self.why(&mut papers, &mut document, words);
        budget_items::tables(&self.items, &mut papers, &mut document, words);
        document.heading(words.text("statement-sum"));
        document.push(Block::Table(self.sum(words)));
        self.offer(figures, &mut document, words);
        self.each_month(figures, &mut document, words);
        self.everyone(&mut document, words);
        papers.list(&mut document, words);
        document.paragraph(words.text("statement-true"));
        document.paragraph(words.text("statement-signature"));
        document
    }
}

impl StatementReport {
    fn who(&self, document: &mut Document, words: &Words) {
        let mut pairs: Vec<(String, Cell)> = Vec::new();
        let mut pair = |id: &str, cell: Cell| pairs.push((words.text(id), cell));
        let blank = || words.text("statement-blank");
        if let Some(to) = &self.addressee {
            pair("statement-to", to.lender.as_str().into());
        }
        pair(
            "statement-name",
            self.name.clone().unwrap_or_else(blank).into(),
        );
        if let Some(people) = self.household {
            pair("statement-household", Cell::Count(people));
        }
        if let Some(number) = &self.case {
            pair("statement-case", number.as_str().into());
        }
        if let Some(adviser) = &self.adviser {
            pair("statement-adviser", adviser.as_str().into());
        }
        pair("statement-currency", words.word(self.currency).into());
        document.push(Block::KeyValues(pairs));
    }

    /// Why payments cannot be met, and what a lender should know of the household.
    fn why(&self, papers: &mut Papers, document: &mut Document, words: &Words) {
        let mut items = Vec::new();
        for situation in &self.situation {
            let kind = numbers::capitalised(&words.word(situation.kind));
            let mut text = match situation.since {
                Some(since) => {
                    let since = numbers::long_date(words.lang(), since);
                    let slots = [("kind", kind.into()), ("date", since.into())];
                    words.with("statement-since", &slots)
                }
                None => kind,
            };
            if let Some(note) = &situation.note {
                let slots = [("before", text.into()), ("note", note.as_str().into())];
                text = words.with("statement-noted", &slots);
            }
            let numbers = papers.numbers(&situation.evidence, words);
            if !numbers.is_empty() {
                let slots = [("before", text.into()), ("numbers", numbers.into())];
                text = words.with("statement-proved", &slots);
            }
            items.push(text);
        }
        items.extend(self.household_note.clone());
        if !items.is_empty() {
            document.heading(words.text("statement-situation"));
            document.push(Block::List {
                ordered: false,
                items,
            });
        }
    }

    fn sum(&self, words: &Words) -> Table {
        let mut table =
            Table::new(["capacity-column-item", "capacity-column-month"].map(|id| words.text(id)));
        for (id, amount) in [
            ("capacity-income", self.income),
            ("capacity-essential", -self.essential),
            ("capacity-other", -self.other),
            ("statement-reserve", -self.reserve),
            ("capacity-surplus", self.surplus),
        ] {
            table.row(vec![words.text(id).into(), amount.into()]);
        }
        table.row(vec![
            words.text("statement-share").into(),
            numbers::exact_percent(self.share).into(),
        ]);
        if self.agreed.is_positive() {
            table.row(vec![
                words.text("statement-agreed").into(),
                (-self.agreed).into(),
            ]);
        }
        table.total(vec![
            words.text("statement-result").into(),
            self.offerable.into(),
        ]);
        table
    }

    fn offer(&self, figures: Numbers, document: &mut Document, words: &Words) {
        let offerable = figures.money(self.offerable);
        if !self.offerable.is_positive() {
            document.paragraph(words.text("statement-nothing"));
            return;
        }
        let lenders = i64::from(self.lenders);
        document.paragraph(words.with(
            "statement-offer",
            &[("amount", offerable.into()), ("count", lenders.into())],
        ));
        self.unlike(figures, document, words);
        if let Some(to) = &self.addressee {
            let slots = [
                ("lender", to.lender.as_str().into()),
                ("amount", figures.money(to.monthly).into()),
                ("share", format!("{}%", to.share).into()),
            ];
            document.paragraph(words.with("statement-yours", &slots));
        }
        document.paragraph(words.text("statement-margin"));
    }

    /// Months in which ordinary money offers less than in most.
    fn unlike(&self, figures: Numbers, document: &mut Document, words: &Words) {
        let comma = words.text("statement-list-comma");
        let less: Vec<String> = self
            .months
            .iter()
            .skip(1)
            .filter(|month| month.offerable < self.offerable)
            .map(|month| {
                let slots = [
                    ("item", numbers::month(words.lang(), month.month).into()),
                    ("limits", figures.money(month.offerable).into()),
                ];
                words.with("statement-item", &slots)
            })
            .collect();
        if !less.is_empty() {
            let slots = [("months", less.join(&comma).into())];
            document.paragraph(words.with("statement-less", &slots));
        }
    }

    fn each_month(&self, figures: Numbers, document: &mut Document, words: &Words) {
        let mut columns: Vec<Column<StatementMonth>> = vec![
            ("capacity-head-income", |month| month.income),
            ("capacity-head-spending", |month| month.spending),
        ];
        if self.months.iter().any(|month| !month.agreed.is_zero()) {
            columns.push(("capacity-head-agreed", |month| month.agreed));
        }
        columns.push(("statement-result", |month| month.offerable));
        if self.months.iter().any(|month| !month.once.is_zero()) {
            columns.push(("statement-column-once", |month| month.once));
        }
        document.heading(words.text("capacity-months"));
        let table = budget_items::months(&self.months, |one| one.month, &columns, true, words);
        document.push(Block::Table(table));
        for text in budget_items::short(&self.shortfalls, figures, words) {
            document.note(NoteKind::Plain, text);
        }
    }

    fn everyone(&self, document: &mut Document, words: &Words) {
        let Some(all) = &self.all else { return };
        document.heading(words.text("statement-lenders"));
        let mut table = Table::new(
            [
                "statement-column-lender",
                "statement-column-owed",
                "statement-column-share",
                "capacity-column-month",
            ]
            .map(|id| words.text(id)),
        );
        for one in all {
            table.row(vec![
                one.lender.as_str().into(),
                one.owed.into(),
                format!("{}%", one.share).into(),
                one.monthly.into(),
            ]);
        }
        let owed: Money = all.iter().map(|one| one.owed).sum();
        let monthly: Money = all.iter().map(|one| one.monthly).sum();
        table.total(vec![
            words.text("statement-total").into(),
            owed.into(),
            Cell::Empty,
            monthly.into(),
        ]);
        document.push(Block::Table(table));
        document.paragraph(words.text("statement-lenders-mark"));
    }
}
