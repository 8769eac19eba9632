//! What worsens next for a debt, and the smallest sum that prevents it (product.md §5).
//!
//! Promises: an unanswered court paper comes before everything; else the earliest day. The sum is what must be paid
//! on the last day before, applied as a payment of that day would be, so that no row crosses; paid earlier it
//! is enough too.
//! Leaves to others: how it is shown (`report`).

use chrono::NaiveDate;

use crate::domain::agreement::{Agreement, Keeping, KeptRow};
use crate::domain::calendar::plus_days;
use crate::domain::debt::{Debt, PauseWhat, PaymentKind};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{OfferStatus, Party};
use crate::domain::position::{Arrears, Worsens, WorsensTo};

use super::EngineError;
use super::account::{Account, Row, days_late, last_day_on_time};
use super::accrual::Stops;
use super::due::open_promise;
use super::keeping::{keeping, on_time_until};
use super::position::{Known, covers, replaces};

/// The first day counted as more than 30 days overdue (C3).
const MEDIUM: u32 = 31;
/// The first day counted as more than 90 days overdue (C3).
const LONG: u32 = 91;

/// The next cliff of a debt; `None` where none is known.
#[must_use]
pub fn worsens(
    ledger: &Ledger,
    debt: &Debt,
    arrears: &Arrears,
    as_of: NaiveDate,
) -> Option<Worsens> {
    if let Some(clock) = court_clock(ledger, debt, as_of) {
        return Some(clock);
    }
    let ageing = ageing(ledger, debt, arrears, as_of).ok().flatten();
    // A promised day is told only where nothing worsens by itself: it must not hide what does.
    offer_ends(ledger, debt, as_of)
        .into_iter()
        .chain(ageing)
        .min_by_key(|cliff| cliff.on)
        .or_else(|| promise_due(ledger, debt, as_of))
}

/// The first clock of a court paper about the debt that was not answered, also after its day.
fn court_clock(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Option<Worsens> {
    ledger
        .court_clocks(debt, as_of)
        .filter(|clock| clock.from.is_none_or(|from| from <= as_of))
        .map(|clock| Worsens {
            on: clock.until,
            to: WorsensTo::CourtClock,
            prevented_by: None,
        })
        .min_by_key(|cliff| cliff.on)
}

fn offer_ends(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Option<Worsens> {
    ledger
        .offers
        .iter()
        .filter(|offer| offer.debt == debt.id && offer.from == Party::Lender)
        .filter(|offer| offer.on <= as_of && offer.status_on(as_of) == OfferStatus::Open)
        .filter_map(|offer| offer.reply_by)
        .min()
        .map(|on| Worsens {
            on,
            to: WorsensTo::OfferExpires,
            prevented_by: None,
        })
}

fn promise_due(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Option<Worsens> {
    ledger
        .contacts_about(&debt.id)
        .filter_map(|contact| open_promise(ledger, contact, as_of))
        .filter(|promise| promise.on >= as_of)
        .min_by_key(|promise| promise.on)
        .map(|promise| Worsens {
            on: promise.on,
            to: WorsensTo::PromiseDue,
            prevented_by: None, // it comes whether paid or not; a forced one may be taken back
        })
}

/// Becoming overdue, or passing 30 or 90 days.
pub(super) fn ageing(
    ledger: &Ledger,
    debt: &Debt,
    arrears: &Arrears,
    as_of: NaiveDate,
) -> Result<Option<Worsens>, EngineError> {
    let agreement = ledger
        .agreement(&debt.id, as_of)
        .filter(|agreement| covers(agreement, as_of));
    if let Some(agreement) = agreement {
        let keeping = keeping(agreement, &debt.payments, as_of);
        if replaces(&keeping) {
            return Ok(of_agreement(debt, agreement, &keeping, arrears, as_of));
        }
    }
    let known = Known::of(debt, as_of)?;
    match (known.contract, known.claim) {
        (Some(account), _) => of_rows(&account, arrears, as_of),
        (None, claim) => {
            let claim = claim.map(|(account, _)| account);
            without_contract(debt, claim, arrears, as_of)
        }
    }
}

/// The next threshold of days and what it is called.
fn threshold(days: u32) -> Option<(u32, WorsensTo)> {
    match days {
        0 => Some((1, WorsensTo::Overdue)),
        1..MEDIUM => Some((MEDIUM, WorsensTo::Medium)),
        MEDIUM..LONG => Some((LONG, WorsensTo::Long)),
        _ => None,
    }
}

/// The first day after `as_of` on which a due date counts `days` days: its pauses and grace added (C1, C2, P7).
fn day_of(due: NaiveDate, grace: u32, days: u32, ageing: &Stops, as_of: NaiveDate) -> NaiveDate {
    let first = plus_days(due, i64::from(days));
    let mut day = first.max(plus_days(last_day_on_time(due, grace), 1));
    // Each round adds the paused days found so far; pauses are finitely many, so it comes to rest.
    loop {
        let moved = plus_days(first, ageing.days(due, day)).max(day);
        if moved == day {
            break;
        }
        day = moved;
    }
    day.max(plus_days(as_of, 1))
}

fn of_rows(
    account: &Account,
    arrears: &Arrears,
    as_of: NaiveDate,
) -> Result<Option<Worsens>, EngineError> {
    let Some((days, to)) = threshold(arrears.days_overdue.unwrap_or(0)) else {
        return Ok(None);
    };
    let mut account = account.clone();
    // What is dated after today is not known yet (D6).
    account.accelerate_on = account.accelerate_on.filter(|on| *on <= as_of);
    let open = |row: &&Row| row.open().total().is_positive();
    let due: Vec<Row> = account
        .due_rows()?
        .into_iter()
        .filter(|(_, open)| !open.is_zero())
        .map(|(row, _)| row)
        .collect();
    let next = account.rows.iter().filter(open).find(|row| row.due > as_of);
    // An open row may be due already, within its grace; else the next one counts.
    let candidates: Vec<Row> = if due.is_empty() {
        next.into_iter().copied().collect()
    } else {
        due
    };
    let Some(on) = candidates
        .iter()
        .map(|row| day_of(row.due, row.grace, days, &account.ageing, as_of))
        .min()
    else {
        return Ok(None);
    };
    account.advance(plus_days(on, -1))?;
    let prevented_by = clears(&account, on, days)?;
    Ok(Some(Worsens {
        on,
        to,
        prevented_by: prevented_by.is_positive().then_some(prevented_by),
    }))
}

/// The smallest payment on the account's day after which no open row counts `days` days on `on`.
fn clears(account: &Account, on: NaiveDate, days: u32) -> Result<Money, EngineError> {
    let mut high: Money = account
        .due_rows()?
        .iter()
        .map(|(_, open)| open.total())
        .sum();
    let mut low = Money::ZERO; // is not enough, unless nothing crosses at all
    if holds(account, Money::ZERO, on, days)? {
        return Ok(Money::ZERO);
    }
    while high - low > Money::CENT {
        let middle = Money::from_minor((high + low).minor().div_euclid(2));
        if holds(account, middle, on, days)? {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok(high)
}

fn holds(account: &Account, sum: Money, on: NaiveDate, days: u32) -> Result<bool, EngineError> {
    let mut account = account.clone();
    if sum.is_positive() {
        account.pay(sum, PaymentKind::Payment)?;
    }
    Ok(account
        .due_rows()?
        .iter()
        .filter(|(_, open)| !open.is_zero())
        .all(|(row, _)| account.days_of(row, on) < days))
}

/// A debt without a contract: by its missed due date; what clears it is what the app calls overdue, else, for a loan,
/// all of it (P5). For a card without that figure no sum is known.
fn without_contract(
    debt: &Debt,
    claim: Option<Account>,
    arrears: &Arrears,
    as_of: NaiveDate,
) -> Result<Option<Worsens>, EngineError> {
    let (Some(oldest), Some(days)) = (arrears.oldest_unpaid, arrears.days_overdue) else {
        return Ok(None);
    };
    let Some((days, to)) = threshold(days) else {
        return Ok(None);
    };
    let ageing = Stops::of(&debt.pauses, PauseWhat::Ageing);
    let on = day_of(oldest, debt.grace(), days, &ageing, as_of);
    let newest = debt.newest_claim(as_of);
    let said = newest.and_then(|claim| claim.overdue);
    // A bare total does not say what of it is overdue: no sum is known, and the whole is not asked for.
    let bare = newest.is_some_and(|claim| !claim.has_parts());
    let prevented_by = match claim {
        _ if said.is_some() || bare => said,
        Some(mut account) if !debt.is_card() => {
            account.accelerate_on = account.accelerate_on.filter(|on| *on <= as_of);
            account.advance(plus_days(on, -1))?;
            Some(account.owed()?.total())
        }
        _ => None,
    };
    Ok(Some(Worsens {
        on,
        to,
        prevented_by,
    }))
}

/// By the agreement's rows: the first open one that would no longer be on time.
fn of_agreement(
    debt: &Debt,
    agreement: &Agreement,
    keeping: &Keeping,
    arrears: &Arrears,
    as_of: NaiveDate,
) -> Option<Worsens> {
    let (days, to) = threshold(arrears.days_overdue.unwrap_or(0))?;
    let ageing = Stops::of(&debt.pauses, PauseWhat::Ageing);
    let grace = agreement.clauses.grace_days.unwrap_or(0);
    let tolerance = agreement.clauses.tolerance.unwrap_or(Money::ZERO);
    let first = keeping.rows.iter().find(|row| row.open() > tolerance)?;
    let on = day_of(first.on, grace, days, &ageing, as_of);
    let crossing = keeping.rows.iter().filter(|row| {
        plus_days(on_time_until(agreement, row.on), 1) <= on
            && days_late(row.on, grace, &ageing, on) >= days
    });
    Some(Worsens {
        on,
        to,
        prevented_by: Some(crossing.map(KeptRow::open).sum()),
    })
}
