//! A budget as a statement: its items in order, and the months in which it falls short (numbers.md M1, M2).
//!
//! Promises: every income and expense of the ledger once; incomes first, then what is needed to live and work by
//! category, then the rest; amounts a month are rounded for show only, no sum is made of them.
//! Leaves to others: what can be offered (`capacity`), what a lender is shown (`report`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::Capacity;
use crate::domain::budget::{Category, Every, Expense, Income};
use crate::domain::calendar::{month_start, plus_months};
use crate::domain::capacity::{BudgetItem, Shortfall, Side};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::selection::MonthBudget;

use super::EngineError;
use super::capacity::{a_month, counts_in};

/// The items of a budget, as they stand on a day. The ordinary month is the first full one after it.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn items(ledger: &Ledger, as_of: NaiveDate) -> Result<Vec<BudgetItem>, EngineError> {
    let next = plus_months(month_start(as_of), 1);
    let mut items = Vec::new();
    for income in &ledger.incomes {
        items.push(income_item(income, next)?);
    }
    for expense in &ledger.expenses {
        items.push(expense_item(expense, next)?);
    }
    // Within a side and category as written.
    items.sort_by_key(|item| (item.side, item.category.unwrap_or(Category::Other)));
    Ok(items)
}

fn income_item(income: &Income, next: NaiveDate) -> Result<BudgetItem, EngineError> {
    let ordinary = counts_in(next, income.pay_day, income.from, income.until);
    Ok(BudgetItem {
        side: Side::Income,
        category: None,
        name: income.name.clone(),
        amount: income.amount,
        every: income.every,
        monthly: monthly(income.amount, income.every)?,
        ordinary: ordinary && income.every != Every::Once,
        on: income.on,
        from: income.from,
        until: income.until,
        range: range(income),
        evidence: income.evidence.clone(),
        note: income.note.clone(),
    })
}

/// The least and most of an uneven income: as written, else of what really came.
fn range(income: &Income) -> Option<(Money, Money)> {
    let came = || income.history.iter().map(|record| record.amount);
    let low = income.low.or_else(|| came().min())?;
    let high = income.high.or_else(|| came().max())?;
    (low < high).then_some((low, high))
}

fn expense_item(expense: &Expense, next: NaiveDate) -> Result<BudgetItem, EngineError> {
    let side = if expense.essential {
        Side::Essential
    } else {
        Side::Other
    };
    Ok(BudgetItem {
        side,
        category: expense.category,
        name: expense.name.clone(),
        amount: expense.amount,
        every: expense.every,
        monthly: monthly(expense.amount, expense.every)?,
        ordinary: expense.every != Every::Once
            && counts_in(next, None, expense.from, expense.until),
        on: expense.on,
        from: expense.from,
        until: expense.until,
        range: None,
        evidence: expense.evidence.clone(),
        note: expense.note.clone(),
    })
}

fn monthly(amount: Money, every: Every) -> Result<Option<Money>, EngineError> {
    Ok(match every {
        Every::Once => None,
        Every::Week | Every::Fortnight | Every::Month | Every::Quarter | Every::Year => {
            Some(a_month(amount, every)?.settled())
        }
    })
}

/// The months in which living and what is kept back cost more than comes in, with the one-offs that fall in them.
#[must_use]
pub fn shortfalls(capacity: &Capacity, items: &[BudgetItem]) -> Vec<Shortfall> {
    capacity
        .months
        .iter()
        .filter(|month| month.surplus.is_negative())
        .map(|month| Shortfall {
            month: month.month,
            by: -month.surplus,
            because: items
                .iter()
                .filter(|item| item.side != Side::Income && item.is_once())
                .filter(|item| {
                    let on = item.on.or(item.from);
                    on.is_some_and(|on| month_start(on) == month.month)
                })
                .map(|item| item.name.clone())
                .collect(),
        })
        .collect()
}

/// How many months a statement shows so that it reaches the last payment already spoken for: at least `least`, at
/// most `most`.
#[must_use]
pub fn months_spoken_for(capacity: &Capacity, least: u32, most: u32) -> u32 {
    let first = capacity.months.first().map(|month| month.month);
    let last = capacity.reserved.iter().map(|reserved| reserved.on).max();
    let (Some(first), Some(last)) = (first, last) else {
        return least;
    };
    let months = crate::domain::calendar::months_and_days(first, month_start(last)).0;
    u32::try_from(months.saturating_add(1))
        .unwrap_or(most)
        .clamp(least, most)
}

/// What can be offered of ordinary money in most of the full months; of sums that are equally common the smaller.
#[must_use]
pub fn usual(budget: &[MonthBudget]) -> Money {
    let mut counts: BTreeMap<Money, usize> = BTreeMap::new();
    for month in budget.iter().skip(1) {
        let count = counts.entry(month.ordinary).or_default();
        *count = count.saturating_add(1);
    }
    let only = budget.first().map_or(Money::ZERO, |month| month.ordinary);
    counts
        .into_iter()
        .max_by_key(|(amount, count)| (*count, std::cmp::Reverse(*amount)))
        .map_or(only, |(amount, _)| amount)
}
