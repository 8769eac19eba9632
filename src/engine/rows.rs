//! The rows of a contract (numbers.md S1, S2, S4, S6).
//!
//! Promises: interest is rounded half-up once in its row, principal is the level payment less it, the last row
//! takes what is left and closes at zero, no row is negative.
//! Leaves to others: payments, pauses, acceleration (`account`), the shape shown (`schedule`).

use chrono::NaiveDate;

use crate::domain::calendar::{DayCount, DueDates, plus_days, plus_months};
use crate::domain::contract::{Contract, Method, Rounding};
use crate::domain::exact::{Exact, TooLarge, product, settled};
use crate::domain::money::Money;

use super::EngineError;
use super::accrual::{Accrual, Period, month_units, units, year_denominator};
use super::level::{level_payment, level_payment_by_powers};
use super::plan_rows::MOST_ROWS;
use super::quick_level::{over_equal_periods, over_periods};
use super::quick_rows::quick_rows;

/// A row of a contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContractRow {
    /// Its number, from 1.
    pub n: u32,
    /// Its period.
    pub period: Period,
    /// Principal that bears interest in it.
    pub opening: Money,
    /// Principal due.
    pub principal: Money,
    /// Interest due.
    pub interest: Money,
    /// Fee due.
    pub fee: Money,
}

/// The rows of a contract, unchanged by events.
///
/// # Errors
/// [`EngineError::NoPayments`] for a contract without rows, [`EngineError::TooManyRows`] beyond 1200,
/// [`EngineError::PaymentTooSmall`] where the level payment would not exceed the first interest (S1).
pub fn contract_rows(contract: &Contract) -> Result<Vec<ContractRow>, EngineError> {
    contract_rows_rounded(contract, Rounding::HalfUp)
}

/// The same with a lender's own rounding of interest.
///
/// # Errors
/// As [`contract_rows`].
pub(super) fn contract_rows_rounded(
    contract: &Contract,
    rounding: Rounding,
) -> Result<Vec<ContractRow>, EngineError> {
    if contract.method == Method::Custom {
        return custom_rows(contract);
    }
    if contract.count == 0 {
        return Err(EngineError::NoPayments);
    }
    if contract.count > MOST_ROWS {
        return Err(EngineError::TooManyRows);
    }
    match quick_rows(contract, rounding) {
        Some(rows) => Ok(rows),
        None => rows_at_length(contract, rounding),
    }
}

/// The rows whatever their rates and sizes.
pub(super) fn rows_at_length(
    contract: &Contract,
    rounding: Rounding,
) -> Result<Vec<ContractRow>, EngineError> {
    let accrual = Accrual::of_contract(contract).rounded(rounding);
    let periods: Vec<Period> = periods(contract).collect();
    let laid = Layout {
        accrual: &accrual,
        method: contract.method,
        original: contract.principal,
        principal: contract.principal,
        periods: &periods,
        extra: 0,
    }
    .rows()?;
    let mut opening = contract.principal;
    Ok((1_u32..)
        .zip(periods.iter().zip(laid))
        .map(|(n, (&period, laid))| {
            let row = ContractRow {
                n,
                period,
                opening,
                principal: laid.principal,
                interest: laid.interest,
                fee: contract.fee_per_instalment,
            };
            opening -= laid.principal;
            row
        })
        .collect())
}

/// The periods of a contract: consecutive due dates, the first from payout, or from a month before the first
/// due date where the payout is unknown. A bullet has one, for the whole term.
pub(super) fn periods(contract: &Contract) -> impl Iterator<Item = Period> {
    let dates = DueDates {
        first: contract.first_due,
    };
    let start = contract
        .disbursed
        .unwrap_or_else(|| plus_months(contract.first_due, -1));
    let day_count = contract.day_count;
    let thirty = day_count == DayCount::Thirty360;
    let (skipped, rows, months) = match contract.method {
        Method::Bullet => (contract.count.saturating_sub(1), 1, contract.count),
        _ => (0, contract.count, 1),
    };
    let rows = usize::try_from(rows).unwrap_or(0);
    // Without a payout date the first period is one between due dates: a whole month (D3).
    let mut whole = thirty && contract.disbursed.is_none();
    let mut start = start;
    dates.iter_from(skipped).take(rows).map(move |due| {
        let from = std::mem::replace(&mut start, due);
        let units = if std::mem::replace(&mut whole, thirty) {
            month_units(months)
        } else {
            units(day_count, from, due)
        };
        Period {
            start: from,
            due,
            units,
        }
    })
}

fn custom_rows(contract: &Contract) -> Result<Vec<ContractRow>, EngineError> {
    if u32::try_from(contract.rows.len()).map_or(true, |count| count > MOST_ROWS) {
        return Err(EngineError::TooManyRows);
    }
    let first = contract.rows.first().ok_or(EngineError::NoPayments)?;
    let mut start = contract
        .disbursed
        .unwrap_or_else(|| plus_months(first.on, -1));
    let mut due = first.on;
    let mut opening: Money = contract.rows.iter().map(|row| row.principal).sum();
    let mut rows = Vec::with_capacity(contract.rows.len());
    for (n, row) in (1_u32..).zip(&contract.rows) {
        if row.on != due {
            start = due;
            due = row.on;
        }
        rows.push(ContractRow {
            n,
            period: Period {
                start,
                due,
                units: units(contract.day_count, start, due),
            },
            opening,
            principal: row.principal,
            interest: row.interest,
            fee: row.fee + contract.fee_per_instalment,
        });
        opening -= row.principal;
    }
    Ok(rows)
}

/// Principal and interest of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Laid {
    /// Principal.
    pub principal: Money,
    /// Interest.
    pub interest: Money,
}

/// What rows are laid out from: a whole contract, or the rest of one after a prepayment (A3).
#[derive(Clone, Copy, Debug)]
pub struct Layout<'a> {
    /// Rates.
    pub accrual: &'a Accrual,
    /// How principal is repaid.
    pub method: Method,
    /// Principal of the whole contract: what a flat fee is charged on.
    pub original: Money,
    /// Principal to lay out.
    pub principal: Money,
    /// Its periods, in order.
    pub periods: &'a [Period],
    /// Interest that row 1 charges on top, over the accrual's denominator: what a prepaid sum bore (A3).
    pub extra: i128,
}

impl Layout<'_> {
    /// Lays out the rows. `custom` has no rows of its own to lay out.
    ///
    /// # Errors
    /// As [`contract_rows`].
    pub fn rows(&self) -> Result<Vec<Laid>, EngineError> {
        let count = u32::try_from(self.periods.len()).map_err(|_| EngineError::TooManyRows)?;
        let mut laid = Vec::with_capacity(self.periods.len());
        let mut opening = self.principal;
        let mut split = Split::Last;
        let mut rest = self.periods;
        while let Some((period, later)) = rest.split_first() {
            let first = laid.is_empty();
            if first || (self.levels() && self.accrual.changes_in(period)) {
                split = self.split(opening, rest, first, count)?;
            }
            let interest = self.interest(period, opening, first)?;
            let principal = if later.is_empty() {
                opening
            } else {
                split.principal(interest)?.min(opening)
            };
            laid.push(Laid {
                principal,
                interest,
            });
            opening -= principal;
            rest = later;
        }
        Ok(laid)
    }

    fn levels(&self) -> bool {
        matches!(self.method, Method::EqualInstalment | Method::Custom)
    }

    fn interest(&self, period: &Period, opening: Money, first: bool) -> Result<Money, EngineError> {
        if self.method == Method::FlatFee {
            // A twelfth of the yearly rate at the period's start, whatever its days (S2, S6).
            let twelfth = product(self.original.minor(), self.accrual.rate_on(period.start))?;
            return Ok(self.accrual.settle(twelfth, 1_200_000_000));
        }
        let factor = self.accrual.factor(period, period.due)?;
        let extra = if first { self.extra } else { 0 };
        charged(self.accrual, opening, factor, extra)
    }

    fn split(
        &self,
        opening: Money,
        rest: &[Period],
        first: bool,
        count: u32,
    ) -> Result<Split, EngineError> {
        match self.method {
            Method::InterestOnly | Method::Bullet => Ok(Split::Last),
            Method::EqualPrincipal | Method::FlatFee => {
                let each = settled(opening.minor(), i128::from(count.max(1)));
                Ok(Split::Equal(each))
            }
            Method::EqualInstalment | Method::Custom => self.level(opening, rest, first),
        }
    }

    /// The level set on the principal and periods left (S2, S4).
    fn level(&self, opening: Money, rest: &[Period], first: bool) -> Result<Split, EngineError> {
        let Some((period, later)) = rest.split_first() else {
            return Ok(Split::Last);
        };
        let end_rate = self.accrual.rate_on(plus_days(period.due, -1));
        let month = month_units(1);
        let odd = first && self.accrual.day_count() == DayCount::Thirty360 && period.units != month;
        let own = if odd {
            end_rate.checked_mul(i128::from(month)).ok_or(TooLarge)?
        } else {
            self.accrual.factor(period, period.due)?
        };
        if own == 0 && end_rate == 0 {
            let count = u32::try_from(rest.len()).map_err(|_| EngineError::TooManyRows)?;
            let mut parts: Vec<Money> = opening.split(count).collect();
            parts.reverse();
            return Ok(Split::Even(parts));
        }
        let payment = self.payment(opening, own, end_rate, later)?;
        let regular = charged(self.accrual, opening, own, 0)?;
        if first && payment <= regular && opening.is_positive() && !later.is_empty() {
            return Err(EngineError::PaymentTooSmall {
                payment,
                interest: regular,
                most: None,
            });
        }
        let special = odd || (first && self.extra != 0);
        Ok(Split::Level {
            payment,
            regular: special.then_some(regular),
        })
    }
}

impl Layout<'_> {
    /// The payment that closes over a first factor and the shares of later periods at one rate.
    pub(super) fn payment(
        &self,
        opening: Money,
        own: i128,
        rate: i128,
        later: &[Period],
    ) -> Result<Money, EngineError> {
        if let Some(payment) = self.quick_payment(opening, own, rate, later) {
            return Ok(payment);
        }
        let denominator = self.accrual.denominator();
        let factor =
            |period: &Period| Exact::new(product(rate, i128::from(period.units))?, denominator);
        let first = Exact::new(own, denominator)?;
        if let Some((next, others)) = later.split_first()
            && others.iter().all(|period| period.units == next.units)
        {
            let count = u32::try_from(later.len()).map_err(|_| EngineError::TooManyRows)?;
            return level_payment_by_powers(opening, first, factor(next)?, count);
        }
        let mut factors = Vec::with_capacity(later.len().saturating_add(1));
        factors.push(first);
        for period in later {
            factors.push(factor(period)?);
        }
        level_payment(opening, &factors)
    }

    /// The same in 64-bit numbers, where they leave no doubt.
    fn quick_payment(
        &self,
        opening: Money,
        own: i128,
        rate: i128,
        later: &[Period],
    ) -> Option<Money> {
        let denominator = year_denominator(self.accrual.day_count());
        let (own, rate) = (u64::try_from(own).ok()?, u64::try_from(rate).ok()?);
        let (next, others) = later.split_first()?;
        if others.iter().any(|period| period.units != next.units) {
            let units = later.iter().map(|period| period.units);
            return over_periods(opening, denominator, own, rate, units);
        }
        let each = rate.checked_mul(u64::try_from(next.units).ok()?)?;
        let count = u32::try_from(later.len()).ok()?;
        over_equal_periods(opening, denominator, own, each, count)
    }
}

/// How principal falls on the rows before the last.
enum Split {
    /// A level payment. `regular` is row 1's interest where it charges another than the level counts on: an
    /// odd first period charges the difference on top (S2).
    Level {
        payment: Money,
        regular: Option<Money>,
    },
    /// The same principal in each row.
    Equal(Money),
    /// An even split of an amount without interest, the next part at the end (S1).
    Even(Vec<Money>),
    /// Nothing before the last row.
    Last,
}

impl Split {
    fn principal(&mut self, interest: Money) -> Result<Money, EngineError> {
        match self {
            Split::Level { payment, regular } => {
                let counted = regular.take().unwrap_or(interest);
                if *payment < counted {
                    return Err(EngineError::PaymentTooSmall {
                        payment: *payment,
                        interest: counted,
                        most: None,
                    });
                }
                Ok(*payment - counted)
            }
            Split::Equal(each) => Ok(*each),
            Split::Even(parts) => Ok(parts.pop().unwrap_or(Money::ZERO)),
            Split::Last => Ok(Money::ZERO),
        }
    }
}

/// `(balance × factor + extra)` over the accrual's denominator, rounded once as the accrual rounds.
pub(super) fn charged(
    accrual: &Accrual,
    balance: Money,
    factor: i128,
    extra: i128,
) -> Result<Money, EngineError> {
    let numerator = product(balance.minor(), factor)?
        .checked_add(extra)
        .ok_or(TooLarge)?;
    Ok(accrual.settle(numerator, accrual.denominator()))
}

/// `(balance × factor + extra) / denominator`, settled once.
pub(super) fn over(
    balance: Money,
    factor: i128,
    extra: i128,
    denominator: i128,
) -> Result<Money, EngineError> {
    let numerator = product(balance.minor(), factor)?
        .checked_add(extra)
        .ok_or(TooLarge)?;
    Ok(settled(numerator, denominator))
}

/// The last due date of a contract.
#[must_use]
pub fn maturity(contract: &Contract) -> NaiveDate {
    if contract.method == Method::Custom
        && let Some(last) = contract.rows.last()
    {
        return last.on;
    }
    DueDates {
        first: contract.first_due,
    }
    .nth(contract.count.saturating_sub(1))
}
