//! How overdue a debt is (numbers.md C1–C4, A4, P5, P6).
//!
//! Promises: days count from the oldest unpaid due date, less paused days; a row within its grace is on time; a
//! debt without a contract counts from the missed due date that was recorded, and is unknown without one.
//! Leaves to others: the lender's class (`rules`).

use chrono::NaiveDate;

use crate::domain::agreement::{Agreement, Keeping, KeptRow};
use crate::domain::debt::{Claim, Debt, PauseWhat};
use crate::domain::money::Money;
use crate::domain::parts::Parts;
use crate::domain::position::{Arrears, Band, DueAmount};

use super::EngineError;
use super::account::{Account, Row, days_late, last_day_on_time};
use super::accrual::Stops;
use super::keeping::{keeping, on_time_until};
use super::position::{Known, covers, replaces};

/// How overdue a debt is on a date. `agreement` is the newest one signed by then, if any.
///
/// # Errors
/// As [`super::position::position`].
pub fn arrears(
    debt: &Debt,
    agreement: Option<&Agreement>,
    as_of: NaiveDate,
) -> Result<Arrears, EngineError> {
    if let Some(agreement) = agreement.filter(|agreement| covers(agreement, as_of)) {
        let keeping = keeping(agreement, &debt.payments, as_of);
        if replaces(&keeping) {
            return Ok(of_agreement(debt, agreement, &keeping, as_of));
        }
    }
    let known = Known::of(debt, as_of)?;
    let claim = known.claim.as_ref().map(|(account, _)| account);
    match (&known.contract, claim) {
        (Some(contract), claim) => of_rows(debt, contract, claim, as_of),
        (None, claim) => without_contract(debt, claim, as_of),
    }
}

/// By the contract's rows; where a claim is the base, what is overdue is the claim's (P5).
fn of_rows(
    debt: &Debt,
    contract: &Account,
    claim: Option<&Account>,
    as_of: NaiveDate,
) -> Result<Arrears, EngineError> {
    let mut found = by_rows(contract, as_of)?;
    if let Some(claim) = claim {
        let claimed = past_grace(claim, as_of)?;
        if found.oldest_unpaid.is_none() && !claimed.is_zero() && debt.oldest_unpaid.is_some() {
            let mut unknown = without_contract(debt, Some(claim), as_of)?;
            unknown.next_due = found.next_due;
            return Ok(unknown);
        }
        if found.days_overdue.is_some_and(|days| days > 0) || found.oldest_unpaid.is_some() {
            found.overdue = Some(claimed);
        }
    }
    Ok(found)
}

fn by_rows(account: &Account, as_of: NaiveDate) -> Result<Arrears, EngineError> {
    let open: Vec<(Row, Parts)> = account
        .due_rows()?
        .into_iter()
        .filter(|(_, open)| !open.is_zero())
        .collect();
    let late: Vec<&(Row, Parts)> = open
        .iter()
        .filter(|(row, _)| as_of > row.on_time_until())
        .collect();
    let days = late
        .iter()
        .map(|(row, _)| account.days_of(row, as_of))
        .max();
    let days = days.unwrap_or(0);
    let oldest = open.first().map(|(row, _)| row.due);
    Ok(Arrears {
        days_overdue: Some(days),
        oldest_unpaid: oldest,
        overdue: Some(late.iter().map(|(_, open)| *open).sum()),
        band: Some(Band::of_days(days)),
        next_due: next_due(account, as_of)?,
        residue: residue(&open),
        paused_days: paused(oldest, &account.ageing, as_of),
        missed: u32::try_from(late.len()).unwrap_or(u32::MAX),
    })
}

/// What is open of rows past their grace. What a claim says is overdue has no grace left.
pub(super) fn past_grace(account: &Account, as_of: NaiveDate) -> Result<Parts, EngineError> {
    Ok(account
        .due_rows()?
        .into_iter()
        .filter(|(row, _)| row.n == 0 || as_of > row.on_time_until())
        .map(|(_, open)| open)
        .sum())
}

/// What clears the oldest unpaid rows, if only penalty or fees of them are open (C1).
fn residue(open: &[(Row, Parts)]) -> Option<Money> {
    let oldest = open.first()?.0.due;
    let parts: Parts = open
        .iter()
        .filter(|(row, _)| row.due == oldest)
        .map(|(_, open)| *open)
        .sum();
    let only = parts.principal.is_zero() && parts.interest.is_zero();
    only.then(|| parts.total())
}

fn paused(oldest: Option<NaiveDate>, ageing: &Stops, as_of: NaiveDate) -> u32 {
    let days = oldest.map_or(0, |oldest| ageing.days(oldest, as_of));
    u32::try_from(days).unwrap_or(u32::MAX)
}

/// The first due date on or after a date with something open, and all that is open on it (C4). Waiting credit is
/// taken off first.
fn next_due(account: &Account, as_of: NaiveDate) -> Result<Option<DueAmount>, EngineError> {
    let late = account.late_open()?;
    let mut waiting = account.waiting;
    let mut next: Option<DueAmount> = None;
    for (row, late) in account.rows.iter().zip(late) {
        if row.due < as_of {
            continue;
        }
        let mut open = row.open().total();
        if row.due <= as_of {
            open += late;
        }
        let here = waiting.min(open).max(Money::ZERO);
        waiting -= here;
        open -= here;
        match &mut next {
            Some(due) if due.on == row.due => due.amount += open,
            Some(_) => break,
            None if open.is_positive() => {
                next = Some(DueAmount {
                    on: row.due,
                    amount: open,
                });
            }
            None => {}
        }
    }
    Ok(next)
}

/// A debt without a contract: overdue once past the missed due date and its grace (C2).
fn without_contract(
    debt: &Debt,
    claim: Option<&Account>,
    as_of: NaiveDate,
) -> Result<Arrears, EngineError> {
    let ageing = Stops::of(&debt.pauses, PauseWhat::Ageing);
    let owed = claim.map(Account::parts).transpose()?;
    let waiting = claim.map_or(Money::ZERO, |account| account.waiting);
    let paid_off = owed.is_some_and(|owed| owed.total() <= waiting);
    let oldest = debt
        .oldest_unpaid
        .filter(|oldest| *oldest <= as_of && !paid_off);
    let newest = debt.newest_claim(as_of);
    let nothing_late = newest.and_then(|claim| claim.overdue) == Some(Money::ZERO);
    let days = if paid_off || (debt.oldest_unpaid.is_none() && nothing_late) {
        Some(0)
    } else {
        debt.oldest_unpaid
            .map(|oldest| days_late(oldest, debt.grace(), &ageing, as_of))
    };
    let is_late = oldest.is_some_and(|oldest| as_of > last_day_on_time(oldest, debt.grace()));
    let overdue = match claim {
        Some(account) if is_late || (debt.oldest_unpaid.is_none() && !paid_off) => {
            past_grace(account, as_of)?
        }
        _ => Parts::ZERO,
    };
    let overdue = match newest {
        Some(claim) if !overdue.is_zero() => match said_overdue(debt, claim, overdue, as_of) {
            None if is_bare(debt, claim, as_of) => None,
            said => said.or(Some(overdue)),
        },
        _ => Some(overdue),
    };
    // The claim itself falls due on no day; only what comes after it does.
    let next_due = claim
        .map_or(Ok(None), |account| next_due(account, as_of))?
        .filter(|next| newest.is_none_or(|claim| next.on > claim.on));
    Ok(Arrears {
        days_overdue: days,
        oldest_unpaid: oldest,
        overdue,
        band: days.map(Band::of_days),
        next_due,
        residue: None,
        paused_days: paused(oldest, &ageing, as_of),
        missed: u32::from(is_late),
    })
}

/// Whether a claim is one sum that does not say what of it is overdue; of a debt called in, all of it is.
fn is_bare(debt: &Debt, claim: &Claim, as_of: NaiveDate) -> bool {
    let called_in = debt.accelerated.is_some_and(|on| on <= as_of);
    !called_in && claim.overdue.is_none() && !claim.has_parts()
}

/// What a claim without parts itself says is overdue, less what was paid since; never more than `overdue`.
fn said_overdue(debt: &Debt, claim: &Claim, overdue: Parts, as_of: NaiveDate) -> Option<Parts> {
    let said = claim.overdue.filter(|_| !claim.has_parts())?;
    let paid: Money = debt
        .payments
        .iter()
        .filter(|payment| claim.on < payment.on && payment.on <= as_of)
        .map(|payment| payment.amount)
        .sum();
    let principal = said.less(paid).min(overdue.total());
    Some(Parts {
        principal,
        ..Parts::ZERO
    })
}

/// By the agreement's rows: what it covers no longer ages (A4).
fn of_agreement(
    debt: &Debt,
    agreement: &Agreement,
    keeping: &Keeping,
    as_of: NaiveDate,
) -> Arrears {
    let ageing = Stops::of(&debt.pauses, PauseWhat::Ageing);
    let tolerance = agreement.clauses.tolerance.unwrap_or(Money::ZERO);
    let oldest = keeping
        .rows
        .iter()
        .find(|row| row.on <= as_of && row.open() > tolerance)
        .map(|row| row.on);
    let late = keeping
        .missed
        .iter()
        .filter(|row| as_of > on_time_until(agreement, row.on));
    let grace = agreement.clauses.grace_days.unwrap_or(0);
    let days = oldest.map_or(0, |oldest| days_late(oldest, grace, &ageing, as_of));
    Arrears {
        days_overdue: Some(days),
        oldest_unpaid: oldest,
        overdue: Some(Parts {
            principal: late.map(KeptRow::open).sum(),
            ..Parts::ZERO
        }),
        band: Some(Band::of_days(days)),
        next_due: keeping.next_due,
        residue: None,
        paused_days: paused(oldest, &ageing, as_of),
        missed: u32::try_from(keeping.missed.len()).unwrap_or(u32::MAX),
    }
}
