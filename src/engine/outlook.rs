//! From the ledger to what the coming months may bring (numbers.md M1–M3).
//!
//! Promises: whole months from the next one on; an income with a history is as one of the months of that
//! history (months in between without a record count as nothing), one with a least and a most anything
//! between; dated one-offs are left out, as they come once. Leaves to others: drawing from it (`promise`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::budget::{Every, Income, IncomeRecord};
use crate::domain::calendar::{month_start, plus_months};
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::outlook::{Outlook, OutlookMonth, Uncertain, UncertainIncome};

use super::EngineError;
use super::capacity::{a_month, capacity, counts_in};

/// Amounts are held in twelfths of a minor unit.
pub(super) const PARTS: i64 = 12;

/// What the next `months` whole months may bring. With `except`, what that debt's own agreement, offers and
/// promises take is left free.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn outlook(
    ledger: &Ledger,
    as_of: NaiveDate,
    months: u32,
    except: Option<&DebtId>,
) -> Result<Outlook, EngineError> {
    let statement = capacity(ledger, as_of, months.saturating_add(1), except)?;
    let first = plus_months(month_start(as_of), 1);
    let starts: Vec<NaiveDate> = (0..months)
        .map(|k| plus_months(first, i64::from(k)))
        .collect();
    let mut all = Vec::with_capacity(starts.len());
    for &month in &starts {
        let taken = statement
            .months
            .iter()
            .find(|known| known.month == month)
            .map_or(Money::ZERO, |known| known.agreed + known.promised);
        all.push(OutlookMonth {
            month,
            certain: certain(ledger, month)?,
            taken,
        });
    }
    let mut incomes = Vec::new();
    for income in &ledger.incomes {
        if let Some(amounts) = uncertain(income)? {
            incomes.push(UncertainIncome {
                name: income.name.clone(),
                amounts,
                comes: starts.iter().map(|month| comes(income, *month)).collect(),
            });
        }
    }
    Ok(Outlook {
        months: all,
        incomes,
        share: ledger.budget.share(),
    })
}

/// Certain income less spending and reserve of a month.
fn certain(ledger: &Ledger, month: NaiveDate) -> Result<i64, EngineError> {
    let mut sum = Exact::ZERO.minus(Exact::from(ledger.budget.reserve))?;
    for income in &ledger.incomes {
        if uncertain(income)?.is_none() && comes(income, month) {
            sum = sum.plus(a_month(income.amount, income.every)?)?;
        }
    }
    for expense in &ledger.expenses {
        if counts_in(month, None, expense.from, expense.until) {
            sum = sum.minus(a_month(expense.amount, expense.every)?)?;
        }
    }
    parts(sum)
}

fn comes(income: &Income, month: NaiveDate) -> bool {
    counts_in(month, income.pay_day, income.from, income.until)
}

/// What an income may be; `None` for one that is the same every month, or comes once.
fn uncertain(income: &Income) -> Result<Option<Uncertain>, EngineError> {
    if income.every == Every::Once {
        return Ok(None);
    }
    if let Some(past) = by_month(&income.history) {
        return past.map(|past| Some(Uncertain::Past(past)));
    }
    let low = income.low.unwrap_or(income.amount);
    let high = income.high.unwrap_or(income.amount).max(low);
    if low == high {
        return Ok(None);
    }
    Ok(Some(Uncertain::Range {
        low: parts(a_month(low, income.every)?)?,
        high: parts(a_month(high, income.every)?)?,
    }))
}

/// The sums of each calendar month from the first record to the last; `None` without any.
fn by_month(history: &[IncomeRecord]) -> Option<Result<Vec<i64>, EngineError>> {
    let mut sums: BTreeMap<NaiveDate, Money> = BTreeMap::new();
    for record in history {
        *sums.entry(month_start(record.on)).or_insert(Money::ZERO) += record.amount;
    }
    let (&first, _) = sums.first_key_value()?;
    let (&last, _) = sums.last_key_value()?;
    let months = (0..)
        .map(|k| plus_months(first, k))
        .take_while(|month| *month <= last)
        .map(|month| {
            parts(Exact::from(
                sums.get(&month).copied().unwrap_or(Money::ZERO),
            ))
        })
        .collect();
    Some(months)
}

fn parts(amount: Exact) -> Result<i64, EngineError> {
    let twelfths = amount.times(Exact::whole(i128::from(PARTS)))?;
    i64::try_from(twelfths.floored().minor())
        .map_err(|_| EngineError::TooLarge(crate::domain::TooLarge))
}
