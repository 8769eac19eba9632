//! Everything charged on a debt against a yearly line (INT-10, CALC-10).
//!
//! Promises: principal in use by the contract's day count, rounded once; what was taken before payout was never in
//! use. An estimate: the instrument gives no day count.
//! Leaves to others: which line applies to whom (`rules`), the words beside it (`report`).

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::calendar::DayCount;
use crate::domain::contract::Contract;
use crate::domain::debt::{Claim, Debt};
use crate::domain::money::Money;
use crate::domain::rate::Percent;
use crate::engine::EngineError;
use crate::engine::claims::opened;

use super::{Compared, owed};

/// A screen against a yearly line on everything charged (INT-10, CALC-10). An estimate: the instrument gives no
/// day count; days are counted as the contract counts them for money that is overdue (P4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineScreen {
    /// What is owed by the claim: what it says, and where it says only what is overdue, what is not yet due too.
    pub owed: Money,
    /// Interest, penalty and fees, paid and claimed, with what was taken up front; less than nothing where what was
    /// paid and claimed does not yet reach what was received.
    pub charged: Money,
    /// The most the line leaves: principal in use × line × share of a year, rounded half-up once.
    pub most: Money,
    /// What is above it; nothing if below.
    pub excess: Money,
    /// How days are counted.
    pub day_count: DayCount,
}

impl LineScreen {
    /// Whether there is anything to screen: more was paid and claimed than was received.
    #[must_use]
    pub const fn charges(&self) -> bool {
        self.charged.is_positive()
    }
}

/// The share of a year a span counts for: real days over 360, over 365, or over each year's own length (P4).
pub(in crate::engine) fn share(
    day_count: DayCount,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Exact, EngineError> {
    Ok(day_count.penalty_share(from, to)?)
}

/// Everything charged against the most the line leaves on the principal in use, from payout to the claim.
pub(super) fn screen(
    debt: &Debt,
    contract: &Contract,
    claim: &Claim,
    line: Percent,
) -> Result<Option<LineScreen>, EngineError> {
    let Some(disbursed) = contract.disbursed.filter(|day| *day < claim.on) else {
        return Ok(None);
    };
    let received = contract.net_received.unwrap_or(contract.principal);
    let gap = contract.principal.less(received);
    let mut days: Vec<NaiveDate> = debt
        .payments
        .iter()
        .map(|payment| payment.on)
        .filter(|on| disbursed < *on && *on < claim.on)
        .collect();
    days.push(disbursed);
    days.sort_unstable();
    days.dedup();
    let ends = days.iter().skip(1).copied().chain([claim.on]);
    let mut most = Exact::ZERO;
    for (&from, to) in days.iter().zip(ends) {
        let in_use = if from == disbursed {
            contract.principal
        } else {
            owed(debt, contract, from)?.principal
        };
        let share = share(contract.day_count, from, to)?.times(line.factor())?;
        most = most.plus(in_use.less(gap).share(share)?)?;
    }
    let paid: Money = debt
        .payments
        .iter()
        .filter(|payment| payment.on <= claim.on)
        .map(|payment| payment.amount)
        .sum();
    let owed = match Compared::with(claim, contract, debt.accelerated) {
        Compared::Whole => claim.parts().total(),
        Compared::Overdue => opened(debt, claim)?.owed()?.total(),
    };
    let charged = paid + owed - received;
    let most = most.settled();
    Ok(Some(LineScreen {
        owed,
        charged,
        most,
        excess: charged.less(most),
        day_count: contract.day_count,
    }))
}
