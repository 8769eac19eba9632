//! Interest as whole numbers over one denominator (numbers.md D3, D4, P3, P4, P7, S4).
//!
//! Promises: every share of a year under one day count is a whole number of [`Accrual`]'s units, and every rate
//! a whole number of hundred-millionths a year, so interest on a balance is `balance × factor / denominator`
//! without reducing a fraction; nothing is rounded here.
//! Leaves to others: what bears interest (`rows`, `account`), rounding (`domain::exact::settled`).

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{DayCount, days_between, months_and_days};
use crate::domain::contract::{Contract, PenaltyTerm, Rounding};
use crate::domain::debt::{Debt, Pause, PauseWhat};
use crate::domain::exact::{TooLarge, cut, product, settled};
use crate::domain::money::Money;
use crate::domain::rate::{Period as RatePeriod, Rate};

/// Denominator of a percentage's factor: `Percent` counts millionths of a percent.
const HUNDRED_MILLION: i128 = 100_000_000;
/// 365 × 366: one denominator for the days of common and of leap years.
const ACTUAL_YEAR: u32 = 133_590;

/// A period of a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day that bears interest.
    pub start: NaiveDate,
    /// Due date: first day that does not.
    pub due: NaiveDate,
    /// Its share of a year in units of the day count; under `30/360` 30 between consecutive due dates (D3).
    pub units: i64,
}

/// Days without interest or without ageing: from included, until excluded, merged and in order (P7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stops(Vec<(NaiveDate, NaiveDate)>);

impl Stops {
    /// The days of all pauses of one kind, each day once.
    #[must_use]
    pub fn of(pauses: &[Pause], what: PauseWhat) -> Stops {
        let mut spans: Vec<(NaiveDate, NaiveDate)> = pauses
            .iter()
            .filter(|pause| pause.what.contains(&what) && pause.from < pause.until)
            .map(|pause| (pause.from, pause.until))
            .collect();
        spans.sort_unstable();
        let mut merged: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(spans.len());
        for (from, until) in spans {
            match merged.last_mut() {
                Some(last) if from <= last.1 => last.1 = last.1.max(until),
                _ => merged.push((from, until)),
            }
        }
        Stops(merged)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The stops within `[from, to)`.
    pub(super) fn within(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        self.0
            .iter()
            .map(move |&(start, end)| (start.max(from), end.min(to)))
            .filter(|(start, end)| start < end)
    }

    /// Real days of `[from, to)` that are stopped.
    #[must_use]
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        self.within(from, to)
            .map(|(start, end)| days_between(start, end))
            .fold(0, i64::saturating_add)
    }
}

/// What overdue money bears, and into which part it is counted (P4, P5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// Nothing: no penalty is recorded (D5).
    Nothing,
    /// The contract's penalty, counted as penalty.
    Penalty(PenaltyTerm),
    /// The contract rate, counted as interest: a claim without a known penalty (P5).
    ContractRate,
    /// A card's own rate, counted as interest (P5).
    Card(Rate),
}

/// The rates of a debt by day.
#[derive(Clone, Debug)]
pub struct Accrual {
    day_count: DayCount,
    /// First day in force, and the rate in hundred-millionths a year. The first holds before its day too (S6).
    rates: Vec<(NaiveDate, i128)>,
    /// Days on which contract interest and penalty stop.
    stops: Stops,
    late: Late,
    /// What 1 bears in a unit while it is overdue, under each of `rates` or under the one of the penalty itself, over
    /// `late_denominator`. Both are reduced: what rows bore then mostly fits into 64 bits.
    late_rates: Vec<i128>,
    late_denominator: i128,
    rounding: Rounding,
}

impl Accrual {
    /// Of a contract alone, as [`super::schedule::contract_schedule`] shows it: no pauses, no penalty.
    #[must_use]
    pub fn of_contract(contract: &Contract) -> Accrual {
        let yearly = |rate: Rate| yearly(rate, contract.day_count);
        let mut rates: Vec<(NaiveDate, i128)> = contract
            .rates
            .iter()
            .map(|rate| (rate.from.unwrap_or(NaiveDate::MIN), yearly(rate.rate)))
            .collect();
        rates.sort_by_key(|rate| rate.0);
        if rates.is_empty() {
            rates.push((NaiveDate::MIN, 0));
        }
        rates.dedup_by(|later, earlier| later.1 == earlier.1);
        Accrual {
            day_count: contract.day_count,
            rates,
            stops: Stops::default(),
            late: Late::Nothing,
            late_rates: Vec::new(),
            late_denominator: 1,
            rounding: Rounding::HalfUp,
        }
    }

    /// Of one rate, in force on every day; none bears nothing.
    #[must_use]
    pub fn of_rate(rate: Option<Rate>, day_count: DayCount) -> Accrual {
        Accrual {
            day_count,
            rates: vec![(
                NaiveDate::MIN,
                rate.map_or(0, |rate| yearly(rate, day_count)),
            )],
            stops: Stops::default(),
            late: Late::Nothing,
            late_rates: Vec::new(),
            late_denominator: 1,
            rounding: Rounding::HalfUp,
        }
    }

    /// Of a debt: the contract's rates if there is one, its pauses, and what overdue money bears.
    #[must_use]
    pub fn of_debt(debt: &Debt, late: Late) -> Accrual {
        let mut accrual = match &debt.contract {
            Some(contract) => Accrual::of_contract(contract),
            None => Accrual::of_rate(None, DayCount::Thirty360),
        };
        accrual.stops = Stops::of(&debt.pauses, PauseWhat::Interest);
        accrual.bearing(late)
    }

    /// The day count.
    #[must_use]
    pub fn day_count(&self) -> DayCount {
        self.day_count
    }

    /// The same with another rounding: a lender's, while its claim is rebuilt.
    #[must_use]
    pub fn rounded(mut self, rounding: Rounding) -> Accrual {
        self.rounding = rounding;
        self
    }

    /// The same with something else that overdue money bears.
    #[must_use]
    pub fn bearing(mut self, late: Late) -> Accrual {
        let own = |rate: Rate| {
            let whole = yearly(rate, self.day_count).saturating_mul(HUNDRED_MILLION);
            vec![whole]
        };
        let times = |times: i128| {
            let rates = self.rates.iter();
            rates.map(|rate| rate.1.saturating_mul(times)).collect()
        };
        let mut rates: Vec<i128> = match late {
            Late::Nothing => Vec::new(),
            Late::Penalty(PenaltyTerm::Own(rate)) | Late::Card(rate) => own(rate),
            Late::Penalty(PenaltyTerm::Multiple(percent)) => {
                times(i128::from(percent.millionths()))
            }
            Late::ContractRate => times(HUNDRED_MILLION),
        };
        let denominator = HUNDRED_MILLION.saturating_mul(self.denominator());
        let shared = rates.iter().copied().fold(denominator, common_divisor);
        for rate in &mut rates {
            *rate = rate.checked_div(shared).unwrap_or(0);
        }
        self.late = late;
        self.late_rates = rates;
        self.late_denominator = denominator.checked_div(shared).unwrap_or(1);
        self
    }

    /// How amounts are rounded.
    #[must_use]
    pub fn rounding(&self) -> Rounding {
        self.rounding
    }

    /// `numerator / denominator` minor units as money, rounded once.
    #[must_use]
    pub fn settle(&self, numerator: i128, denominator: i128) -> Money {
        match self.rounding {
            Rounding::HalfUp | Rounding::HalfUpRows => settled(numerator, denominator),
            Rounding::Cut => cut(numerator, denominator),
        }
    }

    /// What overdue money bears.
    #[must_use]
    pub fn late(&self) -> Late {
        self.late
    }

    /// Days on which interest stops.
    #[must_use]
    pub fn stops(&self) -> &Stops {
        &self.stops
    }

    /// Whether the contract bears no interest on any day.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.rates.iter().all(|rate| rate.1 == 0)
    }

    /// The denominator of contract interest: `balance × factor / denominator`.
    #[must_use]
    pub fn denominator(&self) -> i128 {
        i128::from(year_denominator(self.day_count))
    }

    /// The denominator of what overdue money bears.
    #[must_use]
    pub fn late_denominator(&self) -> i128 {
        self.late_denominator
    }

    /// The rate in force on a day, in hundred-millionths a year (S6).
    #[must_use]
    pub fn rate_on(&self, day: NaiveDate) -> i128 {
        self.rates
            .iter()
            .rev()
            .find(|rate| rate.0 <= day)
            .or(self.rates.first())
            .map_or(0, |rate| rate.1)
    }

    /// Whether another rate begins within the period: on its first day or later, before its due date (S4).
    #[must_use]
    pub fn changes_in(&self, period: &Period) -> bool {
        self.rates
            .iter()
            .skip(1)
            .any(|rate| period.start <= rate.0 && rate.0 < period.due)
    }

    /// The factor of contract interest of a period from its start until a day, as the contract alone has it.
    ///
    /// # Errors
    /// [`TooLarge`] never happens within the limits of input.
    pub fn factor(&self, period: &Period, until: NaiveDate) -> Result<i128, TooLarge> {
        self.factor_without(period, until, &Stops::default())
    }

    /// The same with the days left out on which interest stops (P7).
    ///
    /// # Errors
    /// [`TooLarge`] never happens within the limits of input.
    pub fn stopped_factor(&self, period: &Period, until: NaiveDate) -> Result<i128, TooLarge> {
        self.factor_without(period, until, &self.stops)
    }

    fn factor_without(
        &self,
        period: &Period,
        until: NaiveDate,
        stops: &Stops,
    ) -> Result<i128, TooLarge> {
        if let ([(_, rate)], true) = (self.rates.as_slice(), stops.is_empty()) {
            return product(*rate, i128::from(self.measure(period, until)));
        }
        let mut total: i128 = 0;
        for (from, to, rate) in self.spans(period.start, until.min(period.due)) {
            let mut units = self
                .measure(period, to)
                .saturating_sub(self.measure(period, from));
            for (stop, go) in stops.within(from, to) {
                let stopped = self
                    .measure(period, go)
                    .saturating_sub(self.measure(period, stop));
                units = units.saturating_sub(stopped);
            }
            let here = rate.checked_mul(i128::from(units)).ok_or(TooLarge)?;
            total = total.checked_add(here).ok_or(TooLarge)?;
        }
        Ok(total)
    }

    /// The spans of one rate within `[from, to)`.
    pub(super) fn spans(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate, i128)> {
        self.every_span(from, to)
            .filter(|(begin, end, _)| begin < end)
    }

    /// The span of each rate within `[from, to)`, empty ones too.
    fn every_span(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate, i128)> {
        let ends = self
            .rates
            .iter()
            .skip(1)
            .map(|rate| rate.0)
            .chain([NaiveDate::MAX]);
        self.rates
            .iter()
            .zip(ends)
            .enumerate()
            .map(move |(k, (rate, end))| {
                let begin = if k == 0 { from } else { rate.0.max(from) };
                (begin, end.min(to), rate.1)
            })
    }

    /// Units of a period passed by a day; at its due date all of them, never more (P2).
    pub(super) fn measure(&self, period: &Period, day: NaiveDate) -> i64 {
        if day >= period.due {
            period.units
        } else {
            units(self.day_count, period.start, day).min(period.units)
        }
    }

    /// The factor that overdue money bears over `[from, to)`: real days, at each day's own rate, over
    /// [`Accrual::late_denominator`] (P4).
    ///
    /// # Errors
    /// [`TooLarge`] beyond the limits of input.
    pub fn late_factor(&self, from: NaiveDate, to: NaiveDate) -> Result<i128, TooLarge> {
        match self.late_rates.as_slice() {
            [] => Ok(0),
            [only] => product(*only, i128::from(self.running_units(from, to))),
            several => {
                let mut total: i128 = 0;
                for ((from, to, _), rate) in self.every_span(from, to).zip(several) {
                    if from < to {
                        let here = product(*rate, i128::from(self.running_units(from, to)))?;
                        total = total.checked_add(here).ok_or(TooLarge)?;
                    }
                }
                Ok(total)
            }
        }
    }

    /// Units of the real days of `[from, to)` on which interest runs.
    fn running_units(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        let all = real_units(self.day_count, from, to);
        if self.stops.is_empty() {
            return all;
        }
        self.stops
            .within(from, to)
            .map(|(stop, go)| real_units(self.day_count, stop, go))
            .fold(all, i64::saturating_sub)
    }
}

/// The greatest divisor of two whole numbers, the second of any sign; of none and nought, the other.
fn common_divisor(one: i128, other: i128) -> i128 {
    let (mut a, mut b) = (one.unsigned_abs(), other.unsigned_abs());
    while b != 0 {
        (a, b) = match (u64::try_from(a), u64::try_from(b)) {
            // Several times faster than with 128 bits, and after the first step all of it fits.
            (Ok(a), Ok(b)) => (u128::from(b), u128::from(a.checked_rem(b).unwrap_or(0))),
            _ => (b, a.checked_rem(b).unwrap_or(0)),
        };
    }
    i128::try_from(a).unwrap_or(1).max(1)
}

/// The denominator of contract interest under a day count.
pub(super) const fn year_denominator(day_count: DayCount) -> u64 {
    (year_units(day_count) as u64).saturating_mul(100_000_000)
}

/// A rate in hundred-millionths a year (D4).
pub(super) fn yearly(rate: Rate, day_count: DayCount) -> i128 {
    let times = match rate.per {
        RatePeriod::Year => 1,
        RatePeriod::Month => 12,
        RatePeriod::Day => day_count.days_in_rate_year(),
    };
    i128::from(rate.percent.millionths()).saturating_mul(times)
}

/// Units of a whole year.
const fn year_units(day_count: DayCount) -> u32 {
    match day_count {
        DayCount::Thirty360 | DayCount::Actual360 => 360,
        DayCount::Actual365 => 365,
        DayCount::ActualActual => ACTUAL_YEAR,
    }
}

/// Units of a month and of `count` months under `30/360`.
#[must_use]
pub fn month_units(count: u32) -> i64 {
    i64::from(count).saturating_mul(30)
}

/// The share of a year between two dates in units (D3).
#[must_use]
pub fn units(day_count: DayCount, from: NaiveDate, to: NaiveDate) -> i64 {
    match day_count {
        DayCount::Thirty360 => {
            let (months, days) = months_and_days(from, to);
            months.saturating_mul(30).saturating_add(days)
        }
        other => real_units(other, from, to),
    }
}

/// The share of a year of real days in units; under `30/360` over 360 (P4).
fn real_units(day_count: DayCount, from: NaiveDate, to: NaiveDate) -> i64 {
    let days = days_between(from, to).max(0);
    if day_count != DayCount::ActualActual || days == 0 {
        return days;
    }
    // (from, to]: a day counts by the year it falls in. A whole year is 365 × 366 units, leap or not.
    let by_end_of = |day: NaiveDate| {
        let each = if day.leap_year() { 365 } else { 366 };
        i64::from(day.year())
            .saturating_mul(i64::from(ACTUAL_YEAR))
            .saturating_add(i64::from(day.ordinal()).saturating_mul(each))
    };
    by_end_of(to).saturating_sub(by_end_of(from))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Exact;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn units_are_the_shares_of_the_calendar_d3() {
        for day_count in [
            DayCount::Thirty360,
            DayCount::Actual360,
            DayCount::Actual365,
            DayCount::ActualActual,
        ] {
            for (from, to) in [
                ("2023-12-12", "2024-01-12"),
                ("2024-01-31", "2024-02-29"),
                ("2019-02-28", "2024-03-01"),
                ("2026-05-05", "2026-05-05"),
                ("2023-12-31", "2025-01-01"),
                ("1999-11-30", "2104-12-31"),
            ] {
                let (from, to) = (date(from), date(to));
                assert_eq!(
                    Exact::new(
                        i128::from(units(day_count, from, to)),
                        i128::from(year_units(day_count))
                    )
                    .unwrap(),
                    day_count.share(from, to).unwrap(),
                    "{day_count} {from} {to}"
                );
                assert_eq!(
                    Exact::new(
                        i128::from(real_units(day_count, from, to)),
                        i128::from(year_units(day_count))
                    )
                    .unwrap(),
                    day_count.penalty_share(from, to).unwrap(),
                );
            }
        }
    }

    #[test]
    fn overlapping_pauses_count_each_day_once_p7() {
        let pause = |from, until| Pause {
            from: date(from),
            until: date(until),
            what: vec![PauseWhat::Ageing],
        };
        let stops = Stops::of(
            &[
                pause("2026-03-10", "2026-03-20"),
                pause("2026-03-01", "2026-03-12"),
                pause("2026-04-01", "2026-04-02"),
            ],
            PauseWhat::Ageing,
        );
        assert_eq!(stops.days(date("2026-01-01"), date("2026-12-31")), 20);
        assert_eq!(stops.days(date("2026-03-15"), date("2026-04-01")), 5);
    }
}
