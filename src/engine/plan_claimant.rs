//! A debt as the strategies see it: what keeps it served, what makes it urgent, what it becomes next.
//!
//! Promises: a reason is one the ledger states; a sum that keeps a debt from getting worse is the one `worsens` names,
//! also where an offer or a court paper has an earlier day.
//! Leaves to others: the order of reasons (`strategies`), which cards are near the facts that matter (`rules`).

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::calendar::{month_start, plus_months};
use crate::domain::debt::{Debt, Proceedings};
use crate::domain::ladder::Bounds;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::position::{Worsens, WorsensTo};
use crate::domain::strategy::{Claimant, Urgency};

use super::EngineError;
use super::arrears::arrears;
use super::plan::Wishes;
use super::plan_base::PlanBase;
use super::room::place;
use super::simulate::simulate;
use super::worsens::ageing;

/// The next step by days of a debt: until when which sum prevents it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The last day on which the sum helps.
    pub last_day: NaiveDate,
    /// The last month, from 0, whose money comes in time for it.
    pub month: usize,
    /// The sum.
    pub needed: Money,
    /// Whether it passes 30 or 90 days; otherwise it becomes overdue.
    pub passes: bool,
}

impl Step {
    /// The step that `worsens` found. A month's money is there on its proposed day, not before (M7).
    pub(super) fn of(
        next: &Worsens,
        as_of: NaiveDate,
        proposed: Option<NaiveDate>,
    ) -> Option<Step> {
        let passes = matches!(next.to, WorsensTo::Medium | WorsensTo::Long);
        if !passes && next.to != WorsensTo::Overdue {
            return None;
        }
        let last_day = next.on.pred_opt()?;
        let first = month_start(as_of);
        let usual = proposed.unwrap_or(plus_months(as_of, 1));
        let (month, begins) = (place(first, last_day), place(first, usual));
        let months = i64::try_from(month)
            .ok()?
            .checked_sub(i64::try_from(begins).ok()?)?;
        let late = month > 0 && plus_months(usual, months) > last_day;
        Some(Step {
            last_day,
            month: month.saturating_sub(usize::from(late)),
            needed: next.prevented_by?,
            passes,
        })
    }
}

/// The next step by days of a debt: becoming overdue, or passing 30 or 90 days; `None` where none lies ahead.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub(super) fn next_step(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
) -> Result<Option<Worsens>, EngineError> {
    let arrears = arrears(debt, ledger.agreement(&debt.id, as_of), as_of)?;
    let next = ageing(ledger, debt, &arrears, as_of).ok().flatten();
    Ok(next.filter(|next| next.on > as_of))
}

pub(super) fn claimant(
    ledger: &Ledger,
    debt: &Debt,
    base: &PlanBase,
    bounds: &Bounds,
    next: Option<Step>,
    wishes: &Wishes,
) -> Result<Claimant, EngineError> {
    let as_of = base.as_of;
    let over = |months: u32| {
        let terms = Terms {
            instalments: Some(months),
            ..Terms::default()
        };
        match simulate(base, &terms) {
            Ok(plan) => Ok(plan.peak_payment),
            Err(EngineError::PaymentTooSmall { payment, .. }) => Ok(payment),
            Err(error) => Err(error),
        }
    };
    let level = over(bounds.max_months.max(1))?;
    let contractual = match &debt.contract {
        Some(contract) => over(contract.count.clamp(1, 1200))?,
        None => debt
            .card
            .as_ref()
            .and_then(|card| card.min_payment)
            .unwrap_or(level),
    };
    Ok(Claimant {
        owed: base.position,
        yearly: base
            .rate
            .map_or(Ok(Exact::ZERO), |rate| rate.per_year(base.day_count))?,
        contractual: contractual.min(base.position.total()),
        level,
        least: bounds.min_payment,
        latest_start: bounds
            .start_by(as_of)
            .map(|latest| place(month_start(as_of), latest)),
        urgency: urgency(ledger, debt, as_of, next, wishes),
    })
}

/// What the ledger says of how urgent a debt is.
fn urgency(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
    next: Option<Step>,
    wishes: &Wishes,
) -> Urgency {
    let clock = ledger
        .clocks
        .iter()
        .filter(|clock| clock.debt.as_ref() == Some(&debt.id))
        .filter(|clock| clock.kind == ClockKind::Court)
        .filter(|clock| clock.done.is_none_or(|done| done > as_of))
        .map(|clock| clock.until)
        .min();
    let in_court = matches!(
        debt.proceedings,
        Proceedings::PaymentOrder
            | Proceedings::Arbitration
            | Proceedings::Filed
            | Proceedings::Judgment
            | Proceedings::Enforcement
    );
    let cliff = next
        .filter(|next| next.passes)
        .map(|next| (next.month, next.needed));
    Urgency {
        court: clock.or(in_court.then_some(as_of)),
        card: wishes.cards.contains(&debt.id),
        guaranteed: !debt.guarantors.is_empty() || debt.co_borrower.is_some(),
        wages_bank: at_wages_bank(ledger, debt),
        priority: debt.priority.is_some() || debt.secured.is_some(),
        cliff,
    }
}

/// Whether the debt is taken from the account wages are paid into, or owed to the bank that holds it.
fn at_wages_bank(ledger: &Ledger, debt: &Debt) -> bool {
    let mut wages = ledger
        .incomes
        .iter()
        .filter_map(|income| income.account.as_deref());
    let lender = ledger
        .lender(&debt.lender)
        .map(|lender| lender.name.as_str());
    wages.any(|account| {
        let taken = debt
            .auto_debit
            .as_ref()
            .is_some_and(|debit| debit.account == account);
        let held = ledger
            .accounts
            .iter()
            .find(|known| known.name == account)
            .and_then(|known| known.bank.as_deref());
        taken || (held.is_some() && held == lender)
    })
}
