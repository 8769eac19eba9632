//! The ways of counting that are tried, and the walk through them.
//!
//! Promises: each way once; a way that differs from another in nothing that this debt has (a first period that is a
//! month, a penalty without a rate) is not tried twice; payments up to the first arrears are walked once for all ways
//! that lay out the same rows, since while everything due is paid no order, scope or penalty matters. The layouts are
//! shared out to threads and handed over in their own order: any number of threads gives the same.
//! Leaves to others: how near each way comes (`audit`).

use chrono::NaiveDate;

use crate::domain::calendar::{DayCount, days_between};
use crate::domain::contract::{
    AllocationScope, Contract, FirstPeriod, Method, NamedOrder, Order, PenaltyTerm, Rounding,
};
use crate::domain::debt::{Debt, Payment};
use crate::domain::parts::{Part, Parts};
use crate::domain::rate::Percent;
use crate::domain::vocabulary::Vocabulary;
use crate::engine::EngineError;
use crate::engine::account::Account;
use crate::engine::accrual::Late;

use super::{Compared, Convention, PenaltyBase};

/// Multiples of the contract rate that are tried, in percent: the 130 to 150 of INT-09, and what is seen beside it.
const MULTIPLES: [i32; 5] = [100, 130, 140, 150, 200];

/// The last day overdue on which art. 57 still puts interest first.
const LAST_DAY_INTEREST_FIRST: i64 = 90;

/// The contract's own conventions, with the defaults of D5 and A1.
pub(super) fn recorded(debt: &Debt, contract: &Contract) -> Convention {
    let (named, scope) = if debt.is_card() {
        (NamedOrder::CardArt57, AllocationScope::Debt)
    } else {
        (NamedOrder::CivilCode, AllocationScope::Rows)
    };
    Convention {
        allocation: contract.allocation.clone().unwrap_or(Order::Named(named)),
        scope: contract.allocation_scope.unwrap_or(scope),
        day_count: contract.day_count,
        penalty: contract.penalty,
        base: PenaltyBase::OverduePrincipal,
        compound: contract.compound,
        rounding: Rounding::HalfUp,
        first_period: FirstPeriod::OwnDays,
    }
}

/// How many threads walk. Few machines have less than this, and a fixed number needs no question to the system.
const THREADS: usize = 4;

/// Where all ways that lay out the same rows still agree, and the payments that follow.
struct Start {
    day_count: DayCount,
    rounding: Rounding,
    first_period: FirstPeriod,
    account: Account,
    /// In the order of their dates, none after the day of the claim.
    later: Vec<Payment>,
    /// What is taken from each account.
    compared: Compared,
}

/// Walks the debt to a day under every way of counting, and hands over each with what is then owed, or overdue. A way whose rows
/// cannot be laid out is left out.
///
/// # Errors
/// [`EngineError::TooLarge`] for figures that cannot be held.
pub(super) fn each(
    debt: &Debt,
    contract: &Contract,
    recorded: &Convention,
    (on, compared): (NaiveDate, Compared),
    mut hand: impl FnMut(&Convention, Parts),
) -> Result<(), EngineError> {
    let ways = ways(contract, recorded);
    let starts = starts(debt, contract, (on, compared))?;
    let share = starts.len().div_ceil(THREADS).max(1);
    std::thread::scope(|scope| {
        let mut working = Vec::new();
        for starts in starts.chunks(share) {
            let ways = &ways;
            let thread = std::thread::Builder::new();
            let spawned = thread.spawn_scoped(scope, move || walked(starts, ways, on));
            working.push((starts, spawned));
        }
        for (starts, spawned) in working {
            let walked = match spawned.map(std::thread::ScopedJoinHandle::join) {
                Ok(Ok(walked)) => walked,
                Ok(Err(panicked)) => std::panic::resume_unwind(panicked),
                Err(_) => walked(starts, &ways, on), // no thread to be had: here, then
            }?;
            for (way, owed) in &walked {
                hand(way, *owed);
            }
        }
        Ok(())
    })
}

/// Each way over some layouts of the rows, with what is then owed.
fn walked(
    starts: &[Start],
    ways: &[Convention],
    on: NaiveDate,
) -> Result<Vec<(Convention, Parts)>, EngineError> {
    let mut all = Vec::with_capacity(starts.len().saturating_mul(ways.len()).saturating_mul(2));
    for start in starts {
        let turns = may_turn(&start.account, &start.later);
        for way in ways {
            let way = Convention {
                day_count: start.day_count,
                rounding: start.rounding,
                first_period: start.first_period,
                ..way.clone()
            };
            match way.allocation {
                Order::Named(NamedOrder::CivilCode) if !turns => {
                    let mut art_57 = way.clone();
                    art_57.allocation = Order::Named(NamedOrder::CardArt57);
                    walk(start, &way, on, &mut |way, owed| {
                        all.push((way.clone(), owed));
                        art_57.base = way.base;
                        all.push((art_57.clone(), owed));
                    })?;
                }
                Order::Named(NamedOrder::CardArt57) if !turns => {} // the civil code's, just walked
                _ => walk(start, &way, on, &mut |way, owed| {
                    all.push((way.clone(), owed))
                })?,
            }
        }
    }
    Ok(all)
}

/// Every way to lay out the rows, walked up to the first arrears.
fn starts(
    debt: &Debt,
    contract: &Contract,
    (on, compared): (NaiveDate, Compared),
) -> Result<Vec<Start>, EngineError> {
    let mut payments: Vec<&Payment> = debt
        .payments
        .iter()
        .filter(|payment| payment.on <= on)
        .collect();
    payments.sort_by_key(|payment| payment.on);
    let mut starts = Vec::new();
    for &day_count in DayCount::ALL {
        for &rounding in Rounding::ALL {
            let mut seen: Vec<Parts> = Vec::new();
            for &first_period in first_periods(contract) {
                let laid = laid_out(debt, contract, day_count, first_period);
                let Some(laid_contract) = &laid.contract else {
                    continue;
                };
                let Ok(unpaid) = Account::unpaid(&laid, laid_contract, rounding) else {
                    continue;
                };
                let asks: Vec<Parts> = unpaid.rows.iter().map(|row| row.asks).collect();
                if asks == seen {
                    continue; // the first period is a month
                }
                seen = asks;
                let account = to_first_arrears(unpaid, &payments, on)?;
                let later = payments
                    .iter()
                    .filter(|payment| payment.on > account.now)
                    .map(|payment| (*payment).clone())
                    .collect();
                starts.push(Start {
                    day_count,
                    rounding,
                    first_period,
                    account,
                    later,
                    compared,
                });
            }
        }
    }
    Ok(starts)
}

/// Both bases of one way: the whole principal counts from the first date missed under the same way.
fn walk(
    start: &Start,
    way: &Convention,
    on: NaiveDate,
    hand: &mut impl FnMut(&Convention, Parts),
) -> Result<(), EngineError> {
    let payments = &start.later;
    let mut account = counted(start.account.clone(), way);
    let mut overdue = account.clone();
    overdue.take_all(payments, on)?;
    hand(way, start.compared.of(&overdue)?);
    if way.penalty.is_none() || start.compared == Compared::Overdue {
        return Ok(()); // nothing is counted on it; or of a loan as if called in, the overdue part is the whole
    }
    let whole = Convention {
        base: PenaltyBase::WholePrincipal,
        ..way.clone()
    };
    let missed = first_missed(&overdue)?;
    if let Some(missed) = missed
        && account.accelerate_on.is_none_or(|called| missed < called)
    {
        account.accelerate_on = Some(missed);
        account.take_all(payments, on)?;
        hand(&whole, start.compared.of(&account)?);
    } else if missed.is_some() {
        hand(&whole, start.compared.of(&overdue)?);
    }
    Ok(())
}

/// An account that counts in this way from now on.
fn counted(mut account: Account, way: &Convention) -> Account {
    account.accrual = account
        .accrual
        .bearing(way.penalty.map_or(Late::Nothing, Late::Penalty));
    account.order = way.allocation.clone();
    // Row by row means so until the loan is called in, unless the contract says otherwise (A1).
    account.scope = match (way.scope, account.scope) {
        (AllocationScope::Rows, None) if !account.card => None,
        (scope, _) => Some(scope),
    };
    account.compound = way.compound;
    account
}

/// The account of one way before any event: what [`each`] walks, without what its ways share.
///
/// # Errors
/// What refuses the schedule of the way.
pub(in crate::engine) fn opened(
    debt: &Debt,
    contract: &Contract,
    way: &Convention,
    on: NaiveDate,
) -> Result<Account, EngineError> {
    let laid = laid_out(debt, contract, way.day_count, way.first_period);
    let contract = laid.contract.as_ref().ok_or(EngineError::NoContract)?;
    let mut account = counted(Account::unpaid(&laid, contract, way.rounding)?, way);
    if way.base == PenaltyBase::WholePrincipal {
        let mut overdue = account.clone();
        overdue.walk(&debt.payments, on)?;
        let called = account.accelerate_on;
        account.accelerate_on = [called, first_missed(&overdue)?]
            .into_iter()
            .flatten()
            .min();
    }
    Ok(account)
}

/// Whether a payment may find the debt more than 90 days overdue, so that art. 57 turns to principal first (A2). Until
/// then its order is the civil code's, and is not walked again. What waits is spent while nothing is overdue.
fn may_turn(start: &Account, payments: &[Payment]) -> bool {
    let first_open = start
        .rows
        .iter()
        .map(|row| row.due)
        .find(|due| *due > start.now);
    match (first_open, payments.last()) {
        (Some(due), Some(last)) => days_between(due, last.on) > LAST_DAY_INTEREST_FIRST,
        _ => false,
    }
}

/// The due date of the first row that is not paid within its grace.
fn first_missed(account: &Account) -> Result<Option<NaiveDate>, EngineError> {
    let late = account.late_open()?;
    let mut rows = account.rows.iter().zip(late);
    Ok(rows
        .find(|(row, late)| {
            let open = !row.open().is_zero() || !late.is_zero();
            row.due <= account.now && open && account.now > row.on_time_until()
        })
        .map(|(row, _)| row.due))
}

/// The named orders, penalty before interest, and the one recorded.
fn orders(recorded: &Convention) -> Vec<Order> {
    let mut orders: Vec<Order> = NamedOrder::ALL
        .iter()
        .map(|named| Order::Named(*named))
        .collect();
    orders.push(Order::List(vec![
        Part::Fees,
        Part::Penalty,
        Part::Interest,
        Part::Principal,
    ]));
    if !orders.contains(&recorded.allocation) {
        orders.push(recorded.allocation.clone());
    }
    orders
}

/// In how many ways a payment may be applied.
pub(super) fn orders_and_scopes(recorded: &Convention) -> usize {
    orders(recorded)
        .len()
        .saturating_mul(AllocationScope::ALL.len())
}

/// Orders, scopes, penalties and compounding; bases are walked together.
fn ways(contract: &Contract, recorded: &Convention) -> Vec<Convention> {
    let orders = orders(recorded);
    let mut all = Vec::new();
    for allocation in &orders {
        for &scope in AllocationScope::ALL {
            for penalty in penalties(contract, recorded) {
                for compound in [false, true] {
                    if compound && penalty.is_none() {
                        continue; // nothing to compound
                    }
                    all.push(Convention {
                        allocation: allocation.clone(),
                        scope,
                        penalty,
                        compound,
                        ..recorded.clone()
                    });
                }
            }
        }
    }
    all
}

/// No penalty, the multiples, and the one recorded. Without a contract rate a multiple is no penalty at all.
fn penalties(contract: &Contract, recorded: &Convention) -> Vec<Option<PenaltyTerm>> {
    let free = contract
        .rates
        .iter()
        .all(|rate| rate.rate.percent.millionths() == 0);
    let mut penalties = vec![None];
    if !free {
        penalties.extend(MULTIPLES.map(|times| Some(PenaltyTerm::Multiple(Percent::whole(times)))));
    }
    if !penalties.contains(&recorded.penalty) {
        penalties.push(recorded.penalty);
    }
    penalties
}

/// Only a first period that bears interest by days can be charged in two ways.
fn first_periods(contract: &Contract) -> &'static [FirstPeriod] {
    let by_days = !matches!(contract.method, Method::FlatFee | Method::Custom);
    if by_days && contract.disbursed.is_some() {
        FirstPeriod::ALL
    } else {
        &[FirstPeriod::OwnDays]
    }
}

/// The debt with the rows that one day count and one first period give.
pub(in crate::engine) fn laid_out(
    debt: &Debt,
    contract: &Contract,
    day_count: DayCount,
    first_period: FirstPeriod,
) -> Debt {
    let disbursed = match first_period {
        FirstPeriod::OwnDays => contract.disbursed,
        FirstPeriod::WholeMonth => None, // then the first period is one between due dates (D3)
    };
    Debt {
        contract: Some(Contract {
            day_count,
            disbursed,
            ..contract.clone()
        }),
        ..debt.clone()
    }
}

/// Walks day by day while every payment day ends with all that is due paid and nothing was late before. The account
/// stands on the last such day: all ways of counting that lay out its rows agree up to there.
fn to_first_arrears(
    account: Account,
    payments: &[&Payment],
    on: NaiveDate,
) -> Result<Account, EngineError> {
    let mut account = account;
    for of_day in payments.chunk_by(|one, other| one.on == other.on) {
        let Some(day) = of_day.first().map(|payment| payment.on) else {
            break;
        };
        let mut next = account.clone();
        next.advance(day)?;
        if day > on || open_rows(&next, |late| late) {
            break;
        }
        for payment in of_day {
            next.pay(payment.amount, payment.kind)?;
        }
        if next.closed || next.accelerated || open_rows(&next, |_| true) {
            break;
        }
        account = next;
    }
    Ok(account)
}

/// Whether a row that is due is open and, being late or not, meets the condition.
fn open_rows(account: &Account, meets: impl Fn(bool) -> bool) -> bool {
    account
        .rows
        .iter()
        .filter(|row| row.due <= account.now && row.open().total().is_positive())
        .any(|row| meets(account.now > row.on_time_until()))
}
