//! A lender's claim rolled forward from its date (numbers.md P1, P5).
//!
//! Promises: what was paid up to and on the claim's date counts as known to it; nothing is added at a rate that is
//! not known, and that is said.

use chrono::NaiveDate;

use crate::domain::contract::Contract;
use crate::domain::debt::{Claim, Claimed, Debt};
use crate::domain::exact::TooLarge;
use crate::domain::money::Money;
use crate::domain::position::PositionNote;

use super::EngineError;
use super::account::{Account, Growth, Row};
use super::accrual::Late;
use super::rows::{ContractRow, contract_rows, maturity};

/// A claim as an account walked to a day, and what a reader must know of it.
pub(super) fn of_claim(
    debt: &Debt,
    claim: &Claim,
    as_of: NaiveDate,
) -> Result<(Account, Vec<PositionNote>), EngineError> {
    let mut account = opened(debt, claim)?;
    account.walk(&debt.payments, as_of)?;
    let (_, mut notes) = late_rate(debt);
    if as_of <= claim.on {
        notes.clear();
    }
    notes.extend(unsaid(debt, claim));
    Ok((account, notes))
}

/// What a claim does not say.
fn unsaid(debt: &Debt, claim: &Claim) -> Option<PositionNote> {
    let called_in = debt.accelerated.is_some_and(|on| on <= claim.on);
    let contract = debt.contract.is_some() && !debt.is_card();
    match claim.claimed {
        Claimed::Parts(_) => None,
        Claimed::Overdue(_) if running_contract(debt, claim).is_some() => {
            Some(PositionNote::ClaimOnlyOverdue)
        }
        // Of a loan that has run out or was called in, all is overdue: the sum is the whole.
        Claimed::Overdue(_) if !contract && !called_in => Some(PositionNote::WholeUnknown),
        Claimed::Total(_) | Claimed::Overdue(_) => Some(PositionNote::ClaimHasNoParts),
    }
}

/// A claim on its date, before what came after it.
pub(super) fn opened(debt: &Debt, claim: &Claim) -> Result<Account, EngineError> {
    let (late, _) = late_rate(debt);
    let mut account = Account::empty(debt, late);
    if debt.is_card() || debt.contract.is_none() {
        account.oldest_unpaid = debt.oldest_unpaid;
    }
    if matches!(late, Late::Card(_)) {
        account.compound = true; // a card's claimed interest bears the daily rate too
    }
    account.now = claim.on;
    let mut claimed = claim.parts();
    if let Some(contract) = running_contract(debt, claim)
        && claim.only_overdue()
    {
        not_due_by_contract(&mut account, debt, contract, claim.on)?;
    } else if let Some(contract) = running_contract(debt, claim) {
        let later: Vec<ContractRow> = contract_rows(contract)?
            .into_iter()
            .filter(|row| row.period.due > claim.on)
            .collect();
        let scheduled: Money = later.iter().map(|row| row.principal).sum();
        let not_due = not_due(claim, scheduled);
        account.add_rows(&later, contract.method, debt)?;
        count_from(&mut account, claim.on)?;
        if not_due != scheduled {
            let mut rest = std::mem::take(&mut account.rows);
            account.lay_again(&mut rest, not_due)?;
            account.rows = rest;
            count_from(&mut account, claim.on)?;
        }
        claimed.principal -= not_due;
    } else {
        account.add_rows(&[], account.method, debt)?;
    }
    account.rows.insert(0, Row::dated(claim.on, claimed, 0));
    Ok(account)
}

/// What a claim of overdue money leaves unsaid: the rows not yet due as contract and payments have them, with the
/// running period's interest from its start, since none of it is claimed.
fn not_due_by_contract(
    account: &mut Account,
    debt: &Debt,
    contract: &Contract,
    on: NaiveDate,
) -> Result<(), EngineError> {
    let known = Account::of_contract(debt, contract, on)?;
    let later: Vec<ContractRow> = contract_rows(contract)?
        .into_iter()
        .filter(|row| row.period.due > on)
        .collect();
    let scheduled: Money = later.iter().map(|row| row.principal).sum();
    let left: Money = known
        .rows
        .iter()
        .filter(|row| row.due > on)
        .map(|row| row.open().principal)
        .sum();
    account.add_rows(
        if known.closed { &[] } else { &later },
        contract.method,
        debt,
    )?;
    if left != scheduled && !known.closed {
        let mut rest = std::mem::take(&mut account.rows);
        account.lay_again(&mut rest, left)?;
        account.rows = rest;
    }
    account.waiting = known.waiting;
    Ok(())
}

/// What overdue money bears after a claim: a card its daily rate, a loan the penalty, else the contract rate,
/// else nothing (P5).
fn late_rate(debt: &Debt) -> (Late, Vec<PositionNote>) {
    let daily = debt.card.as_ref().and_then(|card| card.daily_rate);
    if let Some(daily) = daily {
        return (Late::Card(daily), Vec::new());
    }
    match &debt.contract {
        Some(contract) => match contract.penalty {
            Some(penalty) => (Late::Penalty(penalty), Vec::new()),
            None if contract.rates.is_empty() => (Late::Nothing, vec![PositionNote::NoRateKnown]),
            None => (Late::ContractRate, vec![PositionNote::RolledAtContractRate]),
        },
        None => (Late::Nothing, vec![PositionNote::NoRateKnown]),
    }
}

/// The contract whose rows still split the claim: not of a card, not accelerated, not past its last date (P5).
fn running_contract<'a>(debt: &'a Debt, claim: &Claim) -> Option<&'a Contract> {
    let contract = debt.contract.as_ref()?;
    let called_in = debt.accelerated.is_some_and(|on| on <= claim.on);
    (!debt.is_card() && !called_in && maturity(contract) > claim.on).then_some(contract)
}

/// How much of the claimed principal is not yet due: what the app says is not overdue, else what the contract's
/// later rows hold, never more than is claimed.
fn not_due(claim: &Claim, scheduled: Money) -> Money {
    let parts = claim.parts();
    match claim.overdue {
        Some(overdue) => {
            let principal = overdue.less(parts.interest + parts.penalty + parts.fees);
            parts.principal.less(principal)
        }
        None => parts.principal.min(scheduled),
    }
}

/// The running period's interest is counted from the claim's date: what came before it is claimed already.
fn count_from(account: &mut Account, on: NaiveDate) -> Result<(), EngineError> {
    let mut rows = std::mem::take(&mut account.rows);
    for row in &mut rows {
        match row.growth {
            Growth::Balance if row.period.start < on => {
                let factor = account.accrual.stopped_factor(&row.period, on)?;
                let bore = row.opening.minor().checked_mul(factor).ok_or(TooLarge)?;
                row.extra = bore.checked_neg().ok_or(TooLarge)?;
            }
            Growth::Even { whole, from, .. } if from < on => {
                row.growth = Growth::Even {
                    whole,
                    from: on,
                    before: Money::ZERO,
                };
            }
            Growth::Balance | Growth::Even { .. } | Growth::Fixed => {}
        }
        row.asks.interest = account.grown(row, row.due)?;
    }
    account.rows = rows;
    Ok(())
}
