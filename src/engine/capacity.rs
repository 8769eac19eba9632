//! What can be offered each month, and why (numbers.md M1–M3).
//!
//! Promises: monthly amounts are exact and rounded down once, in what can be offered; ordinary money does
//! not carry to the next month, dated one-offs do, and are never offered twice.
//! Leaves to others: what already takes money (`reservations`), the day inside the month (`promises`).

use chrono::NaiveDate;

use crate::domain::budget::{Every, Expense, Income};
use crate::domain::calendar::{month_start, plus_days, plus_months};
use crate::domain::capacity::{CapacityMonth, Reserved, ReservedBy};
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::simulation::Short;
use crate::domain::{Capacity, Exact};

use super::EngineError;
use super::plan_rows::MOST_ROWS;
use super::reservations::reservations;

/// The statement for `months` months from that of as-of (at least 1, at most 1200). With `except`, that
/// debt's own agreement, offers and promises are left out: what is asked is what may replace them.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn capacity(
    ledger: &Ledger,
    as_of: NaiveDate,
    months: u32,
    except: Option<&DebtId>,
) -> Result<Capacity, EngineError> {
    let shown = months.clamp(1, MOST_ROWS);
    let first = month_start(as_of);
    let next = plus_months(first, 1);
    let taken = reservations(ledger, as_of, except);
    let mut carried = Exact::ZERO;
    let mut all = Vec::new();
    // One month beyond the shown ones where there is no full one among them.
    for k in 0..shown.max(2) {
        let month = plus_months(first, i64::from(k));
        let used = Used {
            agreed: sum_in(&taken.reserved, month, true),
            promised: sum_in(&taken.reserved, month, false),
            paid: if k == 0 { taken.paid } else { Money::ZERO },
        };
        let (row, left) = one_month(ledger, month, carried, used)?;
        carried = left;
        all.push(row);
    }
    let least = all.iter().skip(1).map(|month| month.offerable).min();
    all.truncate(usize::try_from(shown).unwrap_or(usize::MAX));
    let last = all.last().map_or(first, |month| month.month);
    let ordinary = Flows::of(ledger, next)?;
    let surplus = ordinary.ordinary(ledger)?;
    Ok(Capacity {
        income: ordinary.income.settled(),
        essential: ordinary.essential.settled(),
        other: ordinary.other.settled(),
        reserve: ledger.budget.reserve,
        surplus: surplus.settled(),
        offerable: least.unwrap_or(Money::ZERO),
        share: ledger.budget.share(),
        months: all,
        reserved: taken
            .reserved
            .into_iter()
            .filter(|reserved| month_start(reserved.on) <= last)
            .collect(),
        not_counted: taken.not_counted,
    })
}

/// The first month in which payments ask for more than can be offered, and by how much. Money from one-offs
/// is used once: what an earlier month drew on is missing later (M2). A month beyond those of the statement
/// is measured by an ordinary one.
#[must_use]
pub fn first_misfit(capacity: &Capacity, payments: &[(NaiveDate, Money)]) -> Option<Short> {
    let asked = by_month(payments);
    let mut drawn = Money::ZERO;
    for month in &capacity.months {
        let amount = asked.get(&month.month).copied().unwrap_or(Money::ZERO);
        drawn = drawn.min(month.from_carried);
        let limit = month.offerable - drawn;
        if amount > limit {
            return Some(Short {
                month: month.month,
                by: amount - limit,
            });
        }
        let ordinary = month.offerable - month.from_carried - month.from_one_offs;
        drawn += amount.less(ordinary);
    }
    let last = capacity.months.last().map(|month| month.month);
    asked
        .into_iter()
        .filter(|(month, _)| last.is_none_or(|last| *month > last))
        .find(|(_, amount)| *amount > capacity.offerable)
        .map(|(month, amount)| Short {
            month,
            by: amount - capacity.offerable,
        })
}

/// Amounts summed by the calendar month of their date, in order (M3).
fn by_month(payments: &[(NaiveDate, Money)]) -> std::collections::BTreeMap<NaiveDate, Money> {
    let mut sums = std::collections::BTreeMap::new();
    for &(on, amount) in payments {
        *sums.entry(month_start(on)).or_insert(Money::ZERO) += amount;
    }
    sums
}

/// An amount a month (M1); a dated one-off is none.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn a_month(amount: Money, every: Every) -> Result<Exact, EngineError> {
    let times = match every {
        Every::Week => Exact::new(52, 12)?,
        Every::Fortnight => Exact::new(26, 12)?,
        Every::Month => Exact::ONE,
        Every::Quarter => Exact::new(1, 3)?,
        Every::Year => Exact::new(1, 12)?,
        Every::Once => Exact::ZERO,
    };
    Ok(amount.share(times)?)
}

/// Whether an item bounded by `from` and `until` counts in a month: by its pay day where one is known,
/// else when any day of the month lies within (M1).
#[must_use]
pub fn counts_in(
    month: NaiveDate,
    pay_day: Option<u32>,
    from: Option<NaiveDate>,
    until: Option<NaiveDate>,
) -> bool {
    let (first, last) = match pay_day {
        Some(day) => {
            let paid = on_day(month, day);
            (paid, paid)
        }
        None => (month, plus_days(plus_months(month, 1), -1)),
    };
    from.is_none_or(|from| from <= last) && until.is_none_or(|until| until >= first)
}

/// The day of a month, clipped to its last.
#[must_use]
pub fn on_day(month: NaiveDate, day: u32) -> NaiveDate {
    let start = month_start(month);
    let end = plus_days(plus_months(start, 1), -1);
    plus_days(start, i64::from(day.max(1)).saturating_sub(1)).min(end)
}

/// What comes and goes in a month.
struct Flows {
    income: Exact,
    essential: Exact,
    other: Exact,
    one_off_income: Exact,
    one_off_essential: Exact,
    one_off_other: Exact,
}

impl Flows {
    fn of(ledger: &Ledger, month: NaiveDate) -> Result<Flows, EngineError> {
        let mut flows = Flows {
            income: Exact::ZERO,
            essential: Exact::ZERO,
            other: Exact::ZERO,
            one_off_income: Exact::ZERO,
            one_off_essential: Exact::ZERO,
            one_off_other: Exact::ZERO,
        };
        for income in &ledger.incomes {
            if income.every == Every::Once {
                add_once(
                    &mut flows.one_off_income,
                    income.on.or(income.from),
                    month,
                    income.amount,
                )?;
            } else if income_counts(income, month) {
                add(&mut flows.income, a_month(income.amount, income.every)?)?;
            }
        }
        for expense in &ledger.expenses {
            let (ordinary, once) = if expense.essential {
                (&mut flows.essential, &mut flows.one_off_essential)
            } else {
                (&mut flows.other, &mut flows.one_off_other)
            };
            if expense.every == Every::Once {
                add_once(once, expense.on.or(expense.from), month, expense.amount)?;
            } else if expense_counts(expense, month) {
                add(ordinary, a_month(expense.amount, expense.every)?)?;
            }
        }
        Ok(flows)
    }

    /// Income less spending and reserve, one-offs left out.
    fn ordinary(&self, ledger: &Ledger) -> Result<Exact, EngineError> {
        Ok(self
            .income
            .minus(self.essential)?
            .minus(self.other)?
            .minus(Exact::from(ledger.budget.reserve))?)
    }

    /// One-offs that come less those that go.
    fn one_offs(&self) -> Result<Exact, EngineError> {
        Ok(self
            .one_off_income
            .minus(self.one_off_essential)?
            .minus(self.one_off_other)?)
    }
}

fn add(sum: &mut Exact, amount: Exact) -> Result<(), EngineError> {
    *sum = sum.plus(amount)?;
    Ok(())
}

fn add_once(
    sum: &mut Exact,
    on: Option<NaiveDate>,
    month: NaiveDate,
    amount: Money,
) -> Result<(), EngineError> {
    if on.is_some_and(|on| month_start(on) == month) {
        add(sum, Exact::from(amount))?;
    }
    Ok(())
}

pub(super) fn income_counts(income: &Income, month: NaiveDate) -> bool {
    counts_in(month, income.pay_day, income.from, income.until)
}

pub(super) fn expense_counts(expense: &Expense, month: NaiveDate) -> bool {
    counts_in(month, None, expense.from, expense.until)
}

/// What is already taken of a month.
#[derive(Clone, Copy)]
struct Used {
    agreed: Money,
    promised: Money,
    paid: Money,
}

fn sum_in(reserved: &[Reserved], month: NaiveDate, agreements: bool) -> Money {
    reserved
        .iter()
        .filter(|one| month_start(one.on) == month)
        .filter(|one| matches!(one.by, ReservedBy::Agreement(_)) == agreements)
        .map(|one| one.amount)
        .sum()
}

/// One month, given what one-offs of earlier months left, and what they leave after it.
fn one_month(
    ledger: &Ledger,
    month: NaiveDate,
    carried: Exact,
    used: Used,
) -> Result<(CapacityMonth, Exact), EngineError> {
    let flows = Flows::of(ledger, month)?;
    let share = ledger.budget.share().factor();
    let shared = |left: Exact| -> Result<Money, EngineError> {
        Ok(share.times(left.max(Exact::ZERO))?.floored())
    };
    let taken = used.agreed + used.promised + used.paid;
    let offered = |left: Exact| Ok::<Money, EngineError>(shared(left)?.less(taken));

    let ordinary = flows.ordinary(ledger)?;
    let own = flows.one_offs()?;
    let pot = carried.plus(own)?;
    let surplus = ordinary.plus(pot)?;
    let offerable = offered(surplus)?;
    let without_pot = offered(ordinary.plus(pot.min(Exact::ZERO))?)?;
    let from_pot = offerable.less(without_pot);
    let without_carried = offered(ordinary.plus(own)?.plus(carried.min(Exact::ZERO))?)?;
    let from_carried = offerable.less(without_carried).min(from_pot);

    let left = if pot >= Exact::ZERO {
        let after_hole = pot.plus(ordinary.min(Exact::ZERO))?.max(Exact::ZERO);
        let drawn = taken.less(shared(ordinary)?);
        if share.is_zero() || drawn.is_zero() {
            after_hole
        } else {
            // Of money that may be offered only in part, as much is gone as the part stands for.
            after_hole
                .minus(Exact::from(drawn).over(share)?)?
                .max(Exact::ZERO)
        }
    } else {
        pot.plus(ordinary.max(Exact::ZERO))?.min(Exact::ZERO)
    };
    let row = CapacityMonth {
        month,
        income: flows.income.plus(flows.one_off_income)?.settled(),
        essential: flows.essential.plus(flows.one_off_essential)?.settled(),
        other: flows.other.plus(flows.one_off_other)?.settled(),
        reserve: ledger.budget.reserve,
        carried: carried.settled(),
        surplus: surplus.settled(),
        shared: shared(surplus)?,
        agreed: used.agreed,
        promised: used.promised,
        paid: used.paid,
        offerable,
        from_one_offs: from_pot - from_carried,
        from_carried,
    };
    Ok((row, left))
}
