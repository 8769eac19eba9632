//! What a plan does not prevent, and what is on the table besides it.
//!
//! Promises: what gets worse under a plan is said with the sum and the day; a month in which nothing can be paid names
//! who takes its money; an offer that was not chosen is not forgotten.
//! Leaves to others: the plan itself (`plan`), what could be done where there is none (`no_plan`).

use chrono::NaiveDate;
use serde::Serialize;

use super::document::{Block, Document, NoteKind};
use super::plan::{ChoiceReport, PlanReport};
use super::plan_document::joined;
use crate::domain::calendar::month_start;
use crate::domain::id::{DebtId, OfferId};
use crate::domain::money::Money;
use crate::engine::plan::Household;
use crate::i18n::numbers;
use crate::i18n::{Numbers, Words};

/// Months looked through for ones in which nothing can be paid.
const MONTHS: usize = 36;

/// A debt that gets worse although a known sum would prevent it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Late {
    /// The debt.
    pub debt: DebtId,
    /// The last day on which the sum helps.
    pub by: NaiveDate,
    /// The sum.
    pub needed: Money,
    /// What the plan pays by then.
    pub paid: Money,
}

/// A debt that is on time and becomes overdue under a plan, unless its lender agrees before.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ComesDue {
    /// The debt.
    pub debt: DebtId,
    /// The last day on which it can be paid in time.
    pub on: NaiveDate,
    /// The sum due.
    pub due: Money,
    /// What the plan pays in the months until then.
    pub paid: Money,
}

/// A month in which nothing can be paid.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct EmptyMonth {
    /// Its first day.
    #[serde(serialize_with = "crate::domain::simulation::year_month")]
    pub month: NaiveDate,
    /// What agreements and promises that stay as they are take of it.
    pub set_aside: Money,
    /// For whom.
    pub debts: Vec<DebtId>,
}

/// An offer of a lender that is on the table.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenOffer {
    /// The debt.
    pub debt: DebtId,
    /// The offer.
    pub offer: OfferId,
    /// Its largest payment.
    pub payment: Money,
    /// The last day to answer it.
    pub reply_by: Option<NaiveDate>,
}

/// The lenders' offers that are on the table.
#[must_use]
pub fn open_offers(home: &Household) -> Vec<OpenOffer> {
    let mut open = Vec::new();
    for planned in &home.debts {
        for way in &planned.ways {
            if let Some(offer) = &way.offer {
                open.push(OpenOffer {
                    debt: planned.debt.clone(),
                    offer: offer.clone(),
                    payment: way.plan.peak_payment,
                    reply_by: way.reply_by,
                });
            }
        }
    }
    open
}

/// What a plan pays one debt until the end of a month, from 0.
fn paid_until(row: &[Money], month: usize) -> Money {
    row.iter().take(month.saturating_add(1)).copied().sum()
}

/// The debts that get worse although a known sum would prevent it; `rows` are the payments debt by debt.
pub(super) fn late(home: &Household, rows: &[Vec<Money>]) -> Vec<Late> {
    let mut late = Vec::new();
    for (planned, row) in home.debts.iter().zip(rows) {
        let Some(step) = planned.next.filter(|step| step.passes) else {
            continue;
        };
        let paid = paid_until(row, step.month);
        if paid < step.needed {
            late.push(Late {
                debt: planned.debt.clone(),
                by: step.last_day,
                needed: step.needed,
                paid,
            });
        }
    }
    late
}

/// The debts that are on time and do not get what is due in the month of its day.
pub(super) fn comes_due(home: &Household, rows: &[Vec<Money>]) -> Vec<ComesDue> {
    let mut all = Vec::new();
    for (planned, row) in home.debts.iter().zip(rows) {
        let Some(step) = planned.next.filter(|step| !step.passes) else {
            continue;
        };
        let paid = paid_until(row, step.month);
        if paid < step.needed {
            all.push(ComesDue {
                debt: planned.debt.clone(),
                on: step.last_day,
                due: step.needed,
                paid,
            });
        }
    }
    all
}

/// The months of the next years in which nothing can be paid, though something can in others.
pub(super) fn empty_months(home: &Household) -> Vec<EmptyMonth> {
    let bears = |month: &crate::domain::capacity::CapacityMonth| month.offerable.is_positive();
    let months = || home.capacity.months.iter().take(MONTHS).skip(1);
    if !months().any(bears) {
        return Vec::new();
    }
    months()
        .filter(|month| !bears(month))
        .map(|month| {
            let mut debts: Vec<DebtId> = home
                .capacity
                .reserved
                .iter()
                .filter(|taken| month_start(taken.on) == month.month)
                .filter_map(|taken| taken.debt.clone())
                .collect();
            debts.sort();
            debts.dedup();
            EmptyMonth {
                month: month.month,
                set_aside: month.agreed + month.promised,
                debts,
            }
        })
        .collect()
}

/// What gets worse all the same.
pub(super) fn notes(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    for late in &plan.not_in_time {
        let slots = [
            ("debt", late.debt.as_str().into()),
            ("date", figures.date(late.by).into()),
            ("needed", figures.money(late.needed).into()),
            ("paid", figures.money(late.paid).into()),
        ];
        document.note(NoteKind::Warning, words.with("plan-not-in-time", &slots));
    }
    for due in &plan.comes_due {
        let slots = [
            ("debt", due.debt.as_str().into()),
            ("date", figures.date(due.on).into()),
            ("due", figures.money(due.due).into()),
            ("paid", figures.money(due.paid).into()),
        ];
        document.note(NoteKind::Warning, words.with("plan-comes-due", &slots));
    }
}

/// The months in which nothing can be paid, and why.
pub(super) fn empty(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    for month in &plan.empty_months {
        let mut slots = vec![("month", numbers::month(words.lang(), month.month).into())];
        let id = if month.debts.is_empty() {
            "plan-empty-month"
        } else {
            slots.push(("amount", figures.money(month.set_aside).into()));
            slots.push(("ids", joined(&month.debts, words).into()));
            "plan-empty-month-taken"
        };
        document.note(NoteKind::Plain, words.with(id, &slots));
    }
}

/// Offers on the table that a plan which only shares money does not choose from.
pub(super) fn offers(plan: &PlanReport, document: &mut Document, words: &Words) {
    let figures = Numbers::new(words.lang(), plan.shown.currency);
    for open in &plan.shown.offers {
        let chosen = |choice: &ChoiceReport| choice.offer.as_ref() == Some(&open.offer);
        if plan.choices.iter().any(chosen) {
            continue;
        }
        let slots = [
            ("debt", open.debt.as_str().into()),
            ("offer", open.offer.as_str().into()),
            ("payment", figures.money(open.payment).into()),
        ];
        let mut text = words.with("plan-open-offer", &slots);
        if let Some(by) = open.reply_by {
            text.push_str(&words.with("plan-reply-by", &[("date", figures.date(by).into())]));
        }
        document.note(NoteKind::Warning, text);
        document.push(Block::Command(format!("forbear solve {}", open.debt)));
    }
}
