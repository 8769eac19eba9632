//! The rows of a contract in 64-bit numbers, where all of them fit (numbers.md S1, S2).
//!
//! Promises: rows that are given are those that [`super::rows`] lays out: one rate that never changes, interest
//! rounded once in its row, the last row closes. Else nothing is given, and they are laid out at length.
//! Leaves to others: faults (a payment too small, too many rows), changing rates, flat fees, rows of the lender's own.

use crate::domain::calendar::DayCount;
use crate::domain::contract::{Contract, Method, Rounding};
use crate::domain::exact::settled;
use crate::domain::money::Money;

use super::accrual::{month_units, year_denominator, yearly};
use super::quick_level::{over_equal_periods, over_periods};
use super::rows::{ContractRow, periods};

/// The rows, or nothing.
pub(super) fn quick_rows(contract: &Contract, rounding: Rounding) -> Option<Vec<ContractRow>> {
    let [only] = contract.rates.as_slice() else {
        return None;
    };
    let rate = yearly(only.rate, contract.day_count);
    let rate = u64::try_from(rate).ok().filter(|rate| *rate > 0)?;
    let mut rows = unfilled(contract);
    let mut share = Share { rate, rounding };
    // A divisor known when the program is built is a multiplication.
    match contract.day_count {
        DayCount::Thirty360 | DayCount::Actual360 => {
            share.fill::<{ year_denominator(DayCount::Actual360) }>(contract, &mut rows)?;
        }
        DayCount::Actual365 => {
            share.fill::<{ year_denominator(DayCount::Actual365) }>(contract, &mut rows)?;
        }
        // Common and leap years together have a denominator so large that only even hundredths of a percent fit.
        DayCount::ActualActual => {
            share.rate = share
                .rate
                .checked_div(10_000)
                .filter(|_| rate % 10_000 == 0)?;
            share.fill::<{ year_denominator(DayCount::ActualActual) / 10_000 }>(
                contract, &mut rows,
            )?;
        }
    }
    Some(rows)
}

/// The rows with their periods alone.
fn unfilled(contract: &Contract) -> Vec<ContractRow> {
    let mut rows = Vec::with_capacity(usize::try_from(contract.count).unwrap_or(0));
    let mut n = 0_u32;
    rows.extend(periods(contract).map(|period| {
        n = n.wrapping_add(1);
        ContractRow {
            n,
            period,
            opening: Money::ZERO,
            principal: Money::ZERO,
            interest: Money::ZERO,
            fee: contract.fee_per_instalment,
        }
    }));
    rows
}

/// What a period bears of the balance: the rate in hundred-millionths a year, and how interest is rounded.
#[derive(Clone, Copy, Debug)]
struct Share {
    rate: u64,
    rounding: Rounding,
}

impl Share {
    /// Lays out the rows over a year of `YEAR` units and hundred-millionths.
    fn fill<const YEAR: u64>(self, contract: &Contract, rows: &mut [ContractRow]) -> Option<()> {
        let opening = u64::try_from(contract.principal.minor()).ok()?;
        match contract.method {
            Method::InterestOnly | Method::Bullet => self.lay::<YEAR>(rows, opening, |_| Some(0)),
            Method::EqualPrincipal => {
                let each = settled(
                    contract.principal.minor(),
                    i128::from(contract.count.max(1)),
                );
                let each = u64::try_from(each.minor()).ok()?;
                self.lay::<YEAR>(rows, opening, |_| Some(each))
            }
            Method::EqualInstalment => {
                let (payment, first) = self.level::<YEAR>(contract, opening, rows)?;
                let mut first = Some(first);
                self.lay::<YEAR>(rows, opening, |interest| {
                    payment.checked_sub(first.take().unwrap_or(interest))
                })
            }
            Method::FlatFee | Method::Custom => None,
        }
    }

    /// Each row's principal by its interest, never more than is left; the last takes what is left.
    fn lay<const YEAR: u64>(
        self,
        rows: &mut [ContractRow],
        mut opening: u64,
        mut principal: impl FnMut(u64) -> Option<u64>,
    ) -> Option<()> {
        let (last, before) = rows.split_last_mut()?;
        for row in before {
            let interest = self.interest::<YEAR>(opening, row.period.units)?;
            let principal = principal(interest)?.min(opening);
            write(row, opening, principal, interest);
            opening = opening.checked_sub(principal)?;
        }
        let interest = self.interest::<YEAR>(opening, last.period.units)?;
        write(last, opening, opening, interest);
        Some(())
    }

    fn interest<const YEAR: u64>(self, balance: u64, units: i64) -> Option<u64> {
        let factor = self.rate.checked_mul(u64::try_from(units).ok()?)?;
        let numerator = balance.checked_mul(factor)?;
        let half = match self.rounding {
            Rounding::HalfUp | Rounding::HalfUpRows => YEAR / 2,
            Rounding::Cut => 0,
        };
        numerator.checked_add(half)?.checked_div(YEAR)
    }

    /// The level payment, and the interest that it counts on in row 1: an odd first period charges the difference on
    /// top (S2). Nothing where the payment would not exceed it.
    fn level<const YEAR: u64>(
        self,
        contract: &Contract,
        opening: u64,
        rows: &[ContractRow],
    ) -> Option<(u64, u64)> {
        let (first, later) = rows.split_first()?;
        let thirty = contract.day_count == DayCount::Thirty360;
        let own = if thirty {
            month_units(1)
        } else {
            first.period.units
        };
        let counted = self.interest::<YEAR>(opening, own)?;
        let share = |units: i64| self.rate.checked_mul(u64::try_from(units).ok()?);
        if later.is_empty() {
            return Some((opening, 0));
        }
        let payment = if thirty {
            let (count, month) = (u32::try_from(later.len()).ok()?, share(month_units(1))?);
            over_equal_periods(contract.principal, YEAR, share(own)?, month, count)?
        } else {
            let later = later.iter().map(|row| row.period.units);
            over_periods(contract.principal, YEAR, share(own)?, self.rate, later)?
        };
        let payment = u64::try_from(payment.minor()).ok()?;
        (payment > counted).then_some((payment, counted))
    }
}

fn write(row: &mut ContractRow, opening: u64, principal: u64, interest: u64) {
    let money = |minor: u64| Money::from_minor(i128::from(minor));
    row.opening = money(opening);
    row.principal = money(principal);
    row.interest = money(interest);
}

#[cfg(test)]
mod tests {
    use super::super::rows::rows_at_length;
    use super::*;
    use crate::domain::RateFrom;
    use crate::domain::vocabulary::Vocabulary;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn contract(principal: i128, rate: &str, count: u32, disbursed: Option<&str>) -> Contract {
        Contract {
            principal: Money::from_minor(principal),
            net_received: None,
            disbursed: disbursed.map(|day| day.parse().unwrap()),
            rates: vec![RateFrom {
                from: None,
                rate: rate.parse().unwrap(),
            }],
            method: Method::EqualInstalment,
            count,
            first_due: "2024-01-31".parse().unwrap(),
            day_count: DayCount::Thirty360,
            penalty: None,
            compound: false,
            allocation: None,
            allocation_scope: None,
            fee_per_instalment: Money::CENT,
            rows: Vec::new(),
            purpose: None,
            number: None,
        }
    }

    proptest! {
        #[test]
        fn what_is_given_is_what_is_laid_out_at_length(
            principal in prop_oneof![-5_i128..200, 0_i128..5_000_000, 0_i128..1_000_000_000_000_000],
            rate in prop_oneof![0_u32..3_000, 0_u32..=100_000],
            count in prop_oneof![1_u32..40, 1_u32..400],
            first in 0_i64..800,
            before in prop::option::of(-3_i64..90),
            method in select(Method::ALL),
            day_count in select(DayCount::ALL),
            cut in any::<bool>(),
        ) {
            let rate = format!("{}.{:02}%/year", rate / 100, rate % 100);
            let mut contract = contract(principal, &rate, count, None);
            contract.first_due = crate::domain::calendar::plus_days(contract.first_due, first);
            contract.disbursed = before
                .map(|days| crate::domain::calendar::plus_days(contract.first_due, -days));
            contract.method = method;
            contract.day_count = day_count;
            let rounding = if cut { Rounding::Cut } else { Rounding::HalfUp };
            if let Some(rows) = quick_rows(&contract, rounding) {
                prop_assert_eq!(Ok(rows), rows_at_length(&contract, rounding));
            }
        }
    }

    #[test]
    fn ordinary_loans_are_quick() {
        for &day_count in DayCount::ALL {
            for method in [
                Method::EqualInstalment,
                Method::EqualPrincipal,
                Method::InterestOnly,
                Method::Bullet,
            ] {
                // An app's loan, and a million over thirty years.
                for (principal, rate, count) in [
                    (1_000_000, "35.98%/year", 12),
                    (100_000_000, "4.2%/year", 360),
                ] {
                    let mut loan = contract(principal, rate, count, Some("2023-12-24"));
                    (loan.method, loan.day_count) = (method, day_count);
                    let rows = quick_rows(&loan, Rounding::HalfUp);
                    assert!(rows.is_some(), "{method:?} {day_count:?} {principal}");
                }
            }
        }
    }

    #[test]
    fn what_does_not_fit_is_left_to_the_long_way() {
        let long = |principal, rate: &str| {
            quick_rows(&contract(principal, rate, 12, None), Rounding::HalfUp).is_none()
        };
        assert!(!long(1_000_000, "24%/year"));
        assert!(long(1_000_000, "0%/year"), "an even split has no level");
        assert!(long(-1, "24%/year") && long(1_000_000_000_000_000, "24%/year"));
        let mut changing = contract(1_000_000, "24%/year", 12, None);
        changing.rates.extend(changing.rates.clone());
        assert!(quick_rows(&changing, Rounding::HalfUp).is_none());
    }
}
