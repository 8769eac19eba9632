//! Everything charged on a debt against a yearly line (INT-10, CALC-10).
//!
//! Promises: principal in use by real days over 360, rounded once; what was taken before payout was never in use. An
//! estimate: the instrument gives no day count.
//! Leaves to others: which line applies to whom (`rules`), the words beside it (`report`).

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::calendar::days_between;
use crate::domain::contract::Contract;
use crate::domain::debt::{Claim, Debt};
use crate::domain::money::Money;
use crate::domain::rate::Percent;
use crate::engine::EngineError;

use super::owed;

/// A screen against a yearly line on everything charged (INT-10, CALC-10). An estimate: the instrument gives no
/// day count; days are counted over 360.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineScreen {
    /// Interest, penalty and fees, paid and claimed, with what was taken up front.
    pub charged: Money,
    /// The most the line leaves: principal in use × line × days / 360, rounded half-up once.
    pub most: Money,
    /// What is above it; nothing if below.
    pub excess: Money,
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
        let share = Exact::new(i128::from(days_between(from, to)), 360)?;
        most = most.plus(in_use.less(gap).share(share.times(line.factor())?)?)?;
    }
    let paid: Money = debt
        .payments
        .iter()
        .filter(|payment| payment.on <= claim.on)
        .map(|payment| payment.amount)
        .sum();
    let charged = paid + claim.parts().total() - received;
    let most = most.settled();
    Ok(Some(LineScreen {
        charged,
        most,
        excess: charged.less(most),
    }))
}
