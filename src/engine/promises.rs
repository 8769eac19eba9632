//! Whether one more promise can be kept: in its month, and on its day (numbers.md M2, M3, M7).
//!
//! Promises: what is already reserved is named; the days are checked only as far as pay days are known;
//! money is taken to come on pay days and to be free in the share of the month's income that has come (J).
//! Leaves to others: whether to go on all the same (`cli`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::budget::{Every, Income};
use crate::domain::calendar::{month_start, plus_days, plus_months};
use crate::domain::capacity::Reserved;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::promise::{DayCheck, DayShort, PromiseFit, Swept};
use crate::domain::simulation::{Short, Simulation};
use crate::domain::{Capacity, Exact};

use super::EngineError;
use super::capacity::{a_month, capacity, counts_in, first_misfit, on_day};
use super::simulate::{months_until, payments};

/// Days that are looked at one by one (M7).
const DAYS_CHECKED: i64 = 60;
/// Days after pay day on which a first payment is proposed (M7).
const DAYS_AFTER_PAY: i64 = 2;

/// Whether an amount on a date fits what can be offered in that month. The debt's own open offers and
/// promises are left out: the new one takes their place.
///
/// # Errors
/// [`EngineError::DateInPast`] for a day before as-of; [`EngineError::TooLarge`] beyond the limits of input.
pub fn promise_fits(
    ledger: &Ledger,
    debt: Option<&DebtId>,
    amount: Money,
    on: NaiveDate,
    as_of: NaiveDate,
) -> Result<PromiseFit, EngineError> {
    if on < as_of {
        return Err(EngineError::DateInPast { date: on, as_of });
    }
    let capacity = capacity(ledger, as_of, months_until(as_of, on), debt)?;
    let month = month_start(on);
    let limit = capacity.in_month(on).unwrap_or(Money::ZERO);
    let days = days(ledger, as_of, &capacity, &[(on, amount)], debt)?;
    Ok(PromiseFit {
        month,
        amount,
        limit,
        over: amount.less(limit),
        reserved: capacity
            .reserved
            .into_iter()
            .filter(|reserved| month_start(reserved.on) == month)
            .collect(),
        days,
    })
}

/// The first month in which an offer for a debt asks for more than can be offered, and the day-by-day check.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn offer_fits(
    ledger: &Ledger,
    debt: &DebtId,
    simulation: &Simulation,
    as_of: NaiveDate,
) -> Result<(Option<Short>, DayCheck), EngineError> {
    let months = months_until(as_of, simulation.ends_on);
    let capacity = capacity(ledger, as_of, months, Some(debt))?;
    let asked = payments(as_of, simulation);
    let days = days(ledger, as_of, &capacity, &asked, Some(debt))?;
    Ok((first_misfit(&capacity, &asked), days))
}

/// The next pay day after a date, plus two days, where pay days are known: of several incomes that of the
/// largest by the month (M7).
#[must_use]
pub fn first_due_proposed(ledger: &Ledger, as_of: NaiveDate) -> Option<NaiveDate> {
    let mut best: Option<(Exact, NaiveDate)> = None;
    for income in &ledger.incomes {
        let Some(pay) = next_pay_day(income, as_of) else {
            continue;
        };
        let Ok(amount) = a_month(income.amount, income.every) else {
            continue;
        };
        let better = best.is_none_or(|(most, day)| amount > most || (amount == most && pay < day));
        if better {
            best = Some((amount, pay));
        }
    }
    best.map(|(_, pay)| plus_days(pay, DAYS_AFTER_PAY))
}

/// The next day after a date on which an income comes, if its day is known and it still comes.
#[must_use]
pub fn next_pay_day(income: &Income, after: NaiveDate) -> Option<NaiveDate> {
    if income.every == Every::Once {
        return income.on.filter(|on| *on > after);
    }
    let day = income.pay_day?;
    let month = month_start(after);
    (0..=12)
        .map(|k| on_day(plus_months(month, k), day))
        .find(|&pay| {
            pay > after && counts_in(month_start(pay), Some(day), income.from, income.until)
        })
}

/// Pay days, swept accounts and due dates in order, for the first 60 days (M7): the first day on which one of
/// the payments asked for comes before its money, what others take until then counted first.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn days(
    ledger: &Ledger,
    as_of: NaiveDate,
    capacity: &Capacity,
    asked: &[(NaiveDate, Money)],
    debt: Option<&DebtId>,
) -> Result<DayCheck, EngineError> {
    let checked = ledger.incomes.iter().any(|income| income.pay_day.is_some());
    let mut check = DayCheck {
        checked,
        short: None,
        swept: swept(ledger, as_of, debt),
    };
    if !checked {
        return Ok(check);
    }
    let last = plus_days(as_of, DAYS_CHECKED);
    let mut due: BTreeMap<NaiveDate, Money> = BTreeMap::new();
    let others = capacity
        .reserved
        .iter()
        .map(|one: &Reserved| (one.on, one.amount));
    for (on, amount) in others.chain(asked.iter().copied()) {
        if amount.is_positive() && on < last {
            *due.entry(on).or_insert(Money::ZERO) += amount;
        }
    }
    for month in &capacity.months {
        let mut sum = month.paid;
        for (&on, &amount) in due
            .iter()
            .filter(|(on, _)| month_start(**on) == month.month)
        {
            sum += amount;
            let there = come_by(ledger, on, month.shared, month.carried)?;
            let own = asked
                .iter()
                .any(|(day, paid)| *day == on && paid.is_positive());
            if own && sum > there {
                check.short = Some(DayShort {
                    on,
                    due: sum,
                    there,
                    next_pay_day: pay_day_left(ledger, on),
                });
                return Ok(check);
            }
        }
    }
    Ok(check)
}

/// What of a month's offered share has come by a day: in the proportion of its income that has. An income
/// without a known day counts from the first, as does what is carried in.
fn come_by(
    ledger: &Ledger,
    on: NaiveDate,
    shared: Money,
    carried: Money,
) -> Result<Money, EngineError> {
    let month = month_start(on);
    let mut all = Exact::from(carried.max(Money::ZERO));
    let mut come = all;
    for income in &ledger.incomes {
        let (amount, pay) = if income.every == Every::Once {
            let pay = income.on.or(income.from);
            if pay.map(month_start) != Some(month) {
                continue;
            }
            (Exact::from(income.amount), pay)
        } else {
            if !counts_in(month, income.pay_day, income.from, income.until) {
                continue;
            }
            let pay = income.pay_day.map(|day| on_day(month, day));
            (a_month(income.amount, income.every)?, pay)
        };
        all = all.plus(amount)?;
        if pay.is_none_or(|pay| pay <= on) {
            come = come.plus(amount)?;
        }
    }
    if all.is_zero() {
        return Ok(Money::ZERO);
    }
    Ok(shared.share(come.over(all)?)?.floored())
}

fn pay_day_left(ledger: &Ledger, on: NaiveDate) -> Option<NaiveDate> {
    ledger
        .incomes
        .iter()
        .filter_map(|income| next_pay_day(income, on))
        .filter(|pay| month_start(*pay) == month_start(on))
        .min()
}

/// Incomes paid into an account from which a debt other than this one is taken.
fn swept(ledger: &Ledger, as_of: NaiveDate, except: Option<&DebtId>) -> Vec<Swept> {
    let mut found = Vec::new();
    for debt in ledger.debts.iter().filter(|debt| except != Some(&debt.id)) {
        let Some(debit) = &debt.auto_debit else {
            continue;
        };
        for income in ledger
            .incomes
            .iter()
            .filter(|income| income.account.as_deref() == Some(debit.account.as_str()))
        {
            let next = debit.day.map(|day| {
                let this = on_day(as_of, day);
                if this >= as_of {
                    this
                } else {
                    on_day(plus_months(month_start(as_of), 1), day)
                }
            });
            found.push(Swept {
                debt: debt.id.clone(),
                account: debit.account.clone(),
                income: income.name.clone(),
                next,
                living: ledger
                    .accounts
                    .iter()
                    .any(|account| account.name == debit.account && account.living),
            });
        }
    }
    found
}
