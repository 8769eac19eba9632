//! Lays out the rows of a plan (numbers.md S1, S2, O4–O6).
//!
//! Promises: every amount is rounded half-up once, in its row; the last row takes what is left and closes
//! at zero; no row is negative. Old interest, penalty and fees bear no interest of their own.
//! Leaves to others: what is waived and when rows fall due (`simulate`).

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::calendar::{DayCount, plus_months};
use crate::domain::contract::Method;
use crate::domain::exact::TooLarge;
use crate::domain::money::Money;
use crate::domain::offer::ArrearsMode;
use crate::domain::simulation::PlanRow;

use super::EngineError;
use super::level::level_payment;

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
    /// Rate of the plan a year; nought if frozen.
    pub yearly: Exact,
    /// Day count.
    pub day_count: DayCount,
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
    let Some(&last) = layout.dues.last() else {
        return Err(EngineError::NoPayments);
    };
    let bullet = [last];
    let dues: &[NaiveDate] = if layout.method == Method::Bullet {
        &bullet
    } else {
        &layout.dues
    };
    let capital = match layout.mode {
        ArrearsMode::Capitalise => layout.principal + layout.arrears,
        ArrearsMode::Spread | ArrearsMode::First => layout.principal,
    };
    let factors = factors(layout, dues)?;
    let split = Split::of(layout, capital, &factors)?;
    let mut arrears = arrears_by_row(layout, dues.len());
    let mut rows = Vec::with_capacity(dues.len());
    let mut opening = capital;
    for (n, (&due, factor)) in (1_u32..).zip(dues.iter().zip(&factors)) {
        let interest = opening.share(*factor)?.settled();
        let last_row = usize::try_from(n) == Ok(dues.len());
        let principal = if last_row {
            opening
        } else {
            split.principal(n, opening, interest)?
        };
        let old = arrears.next().unwrap_or(Money::ZERO);
        let closing = opening - principal;
        rows.push(PlanRow {
            n,
            due,
            opening,
            principal,
            interest,
            arrears: old,
            amount: principal + interest + old,
            closing,
        });
        opening = closing;
    }
    Ok(rows)
}

/// The factor of interest of each period on the balance. Between two due dates `30/360` counts one month
/// (D3), also where the month's end clipped one of them; a bullet bears simple interest for the whole term.
fn factors(layout: &Layout, dues: &[NaiveDate]) -> Result<Vec<Exact>, EngineError> {
    let mut from = layout.start;
    let mut factors = Vec::with_capacity(dues.len());
    for (k, &due) in dues.iter().enumerate() {
        let share = if k > 0 {
            period_share(layout.day_count, from, due)?
        } else {
            layout.day_count.share(from, due)?
        };
        factors.push(layout.yearly.times(share)?);
        from = due;
    }
    Ok(factors)
}

/// The share of a year between two consecutive due dates of a monthly plan.
fn period_share(day_count: DayCount, from: NaiveDate, due: NaiveDate) -> Result<Exact, TooLarge> {
    if day_count == DayCount::Thirty360 && follows_by_a_month(from, due) {
        Exact::new(1, 12)
    } else {
        day_count.share(from, due)
    }
}

/// Whether `due` is the month after `from`, on the same day or clipped to a month's end on either side.
fn follows_by_a_month(from: NaiveDate, due: NaiveDate) -> bool {
    use chrono::Datelike;
    let next = plus_months(from, 1);
    let same_month = next.year() == due.year() && next.month() == due.month();
    let clipped_before = plus_months(due, -1) == from;
    same_month && (next == due || clipped_before)
}

/// How principal falls on the rows before the last.
enum Split {
    /// The level payment; of row 1 the interest of one whole month, where its own period is odd (S2).
    Level { payment: Money, first: Money },
    /// The same principal in each row.
    Equal(Money),
    /// An even split of an amount without interest.
    Even(Vec<Money>),
    /// Nothing before the last row.
    Last,
}

impl Split {
    fn of(layout: &Layout, capital: Money, factors: &[Exact]) -> Result<Split, EngineError> {
        let count = u32::try_from(factors.len()).map_err(|_| EngineError::TooManyRows)?;
        match layout.method {
            Method::InterestOnly | Method::Bullet => Ok(Split::Last),
            Method::EqualPrincipal | Method::FlatFee => {
                let each = Exact::from(capital).over(Exact::whole(i128::from(count)))?;
                Ok(Split::Equal(each.settled()))
            }
            Method::EqualInstalment | Method::Custom if layout.yearly.is_zero() => {
                Ok(Split::Even(capital.split(count).collect()))
            }
            Method::EqualInstalment | Method::Custom => Split::level(layout, capital, factors),
        }
    }

    fn level(layout: &Layout, capital: Money, factors: &[Exact]) -> Result<Split, EngineError> {
        let mut periods = factors.to_vec();
        if layout.day_count == DayCount::Thirty360 {
            let month = layout.yearly.times(Exact::new(1, 12)?)?;
            periods.iter_mut().for_each(|factor| *factor = month);
        }
        let payment = level_payment(capital, &periods)?;
        let first = match periods.first() {
            Some(factor) => capital.share(*factor)?.settled(),
            None => Money::ZERO,
        };
        if payment <= first && capital.is_positive() && periods.len() > 1 {
            return Err(EngineError::PaymentTooSmall {
                payment,
                interest: first,
            });
        }
        Ok(Split::Level { payment, first })
    }

    fn principal(&self, n: u32, opening: Money, interest: Money) -> Result<Money, EngineError> {
        let wanted = match self {
            Split::Level { payment, first } => {
                let regular = if n == 1 { *first } else { interest };
                if *payment < regular {
                    return Err(EngineError::PaymentTooSmall {
                        payment: *payment,
                        interest: regular,
                    });
                }
                *payment - regular
            }
            Split::Equal(each) => *each,
            Split::Even(parts) => usize::try_from(n.saturating_sub(1))
                .ok()
                .and_then(|k| parts.get(k).copied())
                .unwrap_or(Money::ZERO),
            Split::Last => Money::ZERO,
        };
        Ok(wanted.min(opening))
    }
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
