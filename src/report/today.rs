//! `plan --today`: whom to pay first with a sum in hand, and why.
//!
//! Promises: every payment says why it comes first; what prevents nothing is not paid but kept.
//! Leaves to others: the order (`engine::strategies`).

use chrono::NaiveDate;
use serde::Serialize;

use super::Report;
use super::document::{Block, Document, NoteKind, Table};
use crate::domain::id::DebtId;
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::strategy::{Today, TriageReason};
use crate::engine::plan::Household;
use crate::i18n::{Numbers, Words};

/// What to do with a sum in hand today.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct TodayReport {
    /// The day.
    pub as_of: NaiveDate,
    /// The sum.
    pub amount: Money,
    /// Whom to pay, in order.
    pub pay: Vec<PayToday>,
    /// What is better kept for a first instalment.
    pub keep: Money,
    #[serde(skip)]
    currency: Currency,
}

/// One payment of today.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PayToday {
    /// The debt.
    pub debt: DebtId,
    /// How much.
    pub amount: Money,
    /// Why.
    pub reason: TriageReason,
}

impl TodayReport {
    /// The report of what to do with a sum.
    #[must_use]
    pub fn new(home: &Household, amount: Money, found: &Today, currency: Currency) -> TodayReport {
        TodayReport {
            as_of: home.as_of,
            amount,
            pay: found
                .pay
                .iter()
                .filter_map(|&(at, amount, reason)| {
                    home.debts.get(at).map(|planned| PayToday {
                        debt: planned.debt.clone(),
                        amount,
                        reason,
                    })
                })
                .collect(),
            keep: found.keep,
            currency,
        }
    }
}

impl Report for TodayReport {
    const SCHEMA: &'static str = "forbear.today.v1";

    fn document(&self, words: &Words) -> Document {
        document(self, words)
    }
}

fn document(today: &TodayReport, words: &Words) -> Document {
    let figures = Numbers::new(words.lang(), today.currency);
    let slots = [
        ("amount", figures.money(today.amount).into()),
        ("date", figures.date(today.as_of).into()),
    ];
    let mut document = Document::new(words.with("plan-today-title", &slots), words.lang());
    if today.pay.is_empty() {
        document.paragraph(words.text("plan-today-none"));
    } else {
        let mut table = Table::new(
            ["plan-column-debt", "plan-column-amount", "plan-column-why"].map(|id| words.text(id)),
        );
        for pay in &today.pay {
            table.row(vec![
                pay.debt.as_str().into(),
                pay.amount.into(),
                words.word(pay.reason).into(),
            ]);
        }
        document.push(Block::Table(table));
    }
    if today.keep.is_positive() {
        let keep = figures.money(today.keep);
        document.paragraph(words.with("plan-today-keep", &[("amount", keep.into())]));
    }
    document.note(NoteKind::Plain, words.text("plan-today-mark"));
    document
}
