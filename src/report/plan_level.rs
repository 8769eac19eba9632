//! A way of sharing as offers to the lenders, or what stands in the way.
//!
//! Promises: what can be kept with `plan --accept` is what is shown here; where nothing can, the reason is one plain
//! sentence and says what to do instead.
//! Leaves to others: finding the offers (`engine::as_offers`).

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Cell, Document, Table};
use super::plan::PlanReport;
use super::plan_document::joined;
use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::simulation::Short;
use crate::engine::as_offers::AsOffers;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// One level offer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct LevelOffer {
    /// The debt.
    pub debt: DebtId,
    /// Its terms.
    pub terms: Terms,
    /// What is paid at once.
    pub paid_now: Money,
    /// Its number of payments.
    pub count: u32,
    /// Its largest payment.
    pub payment: Money,
    /// What it costs in all.
    pub total: Money,
    /// The day of its first payment.
    pub begins_on: NaiveDate,
    /// The day of its last payment.
    pub ends_on: NaiveDate,
}

/// What a way of sharing is as offers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum LevelReport {
    /// Offers, one for each debt.
    Level {
        /// The offers.
        offers: Vec<LevelOffer>,
    },
    /// These would wait for their first payment until others are paid.
    Waits {
        /// The debts.
        debts: Vec<DebtId>,
    },
    /// These would take longer than their lenders may allow.
    Longer {
        /// The debts.
        debts: Vec<DebtId>,
    },
    /// Level payments do not fit into one month.
    Tight {
        /// The month, and by how much.
        short: Short,
    },
}

impl LevelReport {
    /// The report of what a way of sharing is as offers.
    #[must_use]
    pub fn new(as_of: NaiveDate, found: AsOffers) -> LevelReport {
        match found {
            AsOffers::Level(offers) => LevelReport::Level {
                offers: offers
                    .into_iter()
                    .map(|(debt, plan)| LevelOffer {
                        debt,
                        paid_now: plan.paid_now,
                        count: plan.count,
                        payment: plan
                            .rows
                            .iter()
                            .map(|row| row.amount)
                            .max()
                            .unwrap_or(plan.peak_payment),
                        total: plan.total,
                        begins_on: plan.rows.first().map_or(as_of, |row| row.due),
                        ends_on: plan.ends_on,
                        terms: plan.terms,
                    })
                    .collect(),
            },
            AsOffers::Waits(debts) => LevelReport::Waits { debts },
            AsOffers::Longer(debts) => LevelReport::Longer { debts },
            AsOffers::Tight(short) => LevelReport::Tight { short },
        }
    }

    /// The offers, where there are any.
    #[must_use]
    pub fn offers(&self) -> &[LevelOffer] {
        match self {
            LevelReport::Level { offers } => offers,
            LevelReport::Waits { .. } | LevelReport::Longer { .. } | LevelReport::Tight { .. } => {
                &[]
            }
        }
    }

    /// Why there are none, and what would give some; nothing where there are.
    #[must_use]
    pub fn hindrance(&self, figures: Numbers, words: &Words) -> Option<(String, &'static str)> {
        Some(match self {
            LevelReport::Level { .. } => return None,
            LevelReport::Waits { debts } => {
                let slots = [("ids", joined(debts, words).into())];
                let share = "forbear plan --strategy pro-rata";
                (words.with("plan-level-waits", &slots), share)
            }
            LevelReport::Longer { .. } => {
                let best = "forbear plan --strategy optimal";
                (words.text("plan-level-longer"), best)
            }
            LevelReport::Tight { short } => {
                let slots = [
                    ("month", numbers::month(words.lang(), short.month).into()),
                    ("amount", figures.money(short.by).into()),
                ];
                let best = "forbear plan --strategy optimal";
                (words.with("plan-level-tight", &slots), best)
            }
        })
    }
}

/// The offers a way of sharing comes to, or why there are none.
pub(super) fn section(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    let Some(level) = &plan.level else { return };
    document.heading(words.text("plan-level"));
    if let Some((text, command)) = level.hindrance(figures, words) {
        document.paragraph(text);
        document.push(Block::Command(command.to_owned()));
        return;
    }
    document.paragraph(words.text("plan-level-why"));
    let at_once = level.offers().iter().any(|offer| !offer.paid_now.is_zero());
    let columns = [
        ("plan-column-debt", true),
        ("plan-column-at-once", at_once),
        ("solve-column-count", true),
        ("solve-column-payment", true),
        ("plan-column-begins", true),
        ("plan-column-ends", true),
        ("plan-column-total", true),
    ];
    let shown = columns.iter().filter(|(_, shown)| *shown);
    let mut table = Table::new(shown.map(|(id, _)| words.text(id)));
    for offer in level.offers() {
        let mut cells: Vec<Cell> = vec![offer.debt.as_str().into()];
        if at_once {
            cells.push(offer.paid_now.into());
        }
        cells.extend([
            Cell::Count(offer.count),
            offer.payment.into(),
            offer.begins_on.into(),
            Some(offer.ends_on.format("%Y-%m").to_string()).into(),
            offer.total.into(),
        ]);
        table.row(cells);
    }
    document.push(Block::Table(table));
    document.push(Block::Command(plan.shown.accept.clone()));
}
