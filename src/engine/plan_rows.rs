//! Lays out the rows of a plan (numbers.md S1, S2, S4, O4–O6).
//!
//! Promises: principal and interest are those of a contract with the same periods and rates (`rows`); old
//! interest, penalty and fees bear no interest of their own, or become principal.
//! Leaves to others: what is waived and when rows fall due (`simulate`, `plan_dates`).

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{DayCount, plus_months};
use crate::domain::contract::Method;
use crate::domain::money::Money;
use crate::domain::offer::ArrearsMode;
use crate::domain::simulation::PlanRow;

use super::EngineError;
use super::accrual::{Accrual, Period, month_units, units};
use super::rows::{self, over};

/// The most rows a plan may have (limits of input).
pub const MOST_ROWS: u32 = 1200;

/// What a plan is laid out from.
#[derive(Clone, Debug)]
pub struct Layout {
    /// Where the first period starts.
    pub start: NaiveDate,
    /// Due dates, in order; one row each (one in all for `bullet`).
    pub dues: Vec<NaiveDate>,
    /// Principal that bears interest.
    pub principal: Money,
    /// Old interest, penalty and fees.
    pub arrears: Money,
    /// The rates of the plan; none if frozen.
    pub accrual: Accrual,
    /// How principal is repaid.
    pub method: Method,
    /// What happens to arrears.
    pub mode: ArrearsMode,
}

/// Lays out the rows.
///
/// # Errors
/// [`EngineError::PaymentTooSmall`] where a level payment would not exceed the first period's interest (S1);
/// [`EngineError::TooManyRows`], [`EngineError::NoPayments`] and [`EngineError::TooLarge`] as they say.
pub fn lay_out(layout: &Layout) -> Result<Vec<PlanRow>, EngineError> {
    let count = u32::try_from(layout.dues.len()).map_err(|_| EngineError::TooManyRows)?;
    if count > MOST_ROWS {
        return Err(EngineError::TooManyRows);
    }
    let periods = periods(layout);
    if periods.is_empty() {
        return Err(EngineError::NoPayments);
    }
    let capital = match layout.mode {
        ArrearsMode::Capitalise => layout.principal + layout.arrears,
        ArrearsMode::Spread | ArrearsMode::First => layout.principal,
    };
    let laid = rows::Layout {
        accrual: &layout.accrual,
        method: layout.method,
        original: capital,
        principal: capital,
        periods: &periods,
        extra: 0,
    }
    .rows()?;
    let mut arrears = arrears_by_row(layout, periods.len());
    let mut opening = capital;
    Ok((1_u32..)
        .zip(periods.iter().zip(laid))
        .map(|(n, (period, laid))| {
            let old = arrears.next().unwrap_or(Money::ZERO);
            let closing = opening - laid.principal;
            let row = PlanRow {
                n,
                due: period.due,
                opening,
                principal: laid.principal,
                interest: laid.interest,
                arrears: old,
                amount: laid.principal + laid.interest + old,
                closing,
            };
            opening = closing;
            row
        })
        .collect())
}

/// Simple interest on principal from one day to another, as a deferral bears it (O6).
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn simple_interest(
    principal: Money,
    accrual: &Accrual,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Money, EngineError> {
    let period = Period {
        start: from,
        due: to,
        units: units(accrual.day_count(), from, to),
    };
    let factor = accrual.factor(&period, to)?;
    over(principal, factor, 0, accrual.denominator())
}

/// The periods of the rows. Between two due dates `30/360` counts one month (D3), also where the month's end
/// clipped one of them; a bullet bears simple interest for the whole term.
pub(super) fn periods(layout: &Layout) -> Vec<Period> {
    let day_count = layout.accrual.day_count();
    let mut start = layout.start;
    let last = layout.dues.len().saturating_sub(1);
    layout
        .dues
        .iter()
        .enumerate()
        .filter(|(k, _)| layout.method != Method::Bullet || *k == last)
        .map(|(k, &due)| {
            let month = k > 0
                && layout.method != Method::Bullet
                && day_count == DayCount::Thirty360
                && follows_by_a_month(start, due);
            let units = if month {
                month_units(1)
            } else {
                units(day_count, start, due)
            };
            let period = Period { start, due, units };
            start = due;
            period
        })
        .collect()
}

/// Whether `due` is the month after `from`, on the same day or clipped to a month's end on either side.
fn follows_by_a_month(from: NaiveDate, due: NaiveDate) -> bool {
    let next = plus_months(from, 1);
    let same_month = next.year() == due.year() && next.month() == due.month();
    let clipped_before = plus_months(due, -1) == from;
    same_month && (next == due || clipped_before)
}

/// Old interest, penalty and fees, row by row: split evenly, or all in the first row (O4).
fn arrears_by_row(layout: &Layout, count: usize) -> Box<dyn Iterator<Item = Money>> {
    match layout.mode {
        ArrearsMode::Spread => Box::new(
            layout
                .arrears
                .split(u32::try_from(count).unwrap_or(MOST_ROWS)),
        ),
        ArrearsMode::First => Box::new(std::iter::once(layout.arrears)),
        ArrearsMode::Capitalise => Box::new(std::iter::empty()),
    }
}
