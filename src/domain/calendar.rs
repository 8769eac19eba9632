//! Days, months and day counts (numbers.md D1–D3).
//!
//! Intervals are half-open `[from, to)`. Due dates are always computed from their anchor, never from
//! their predecessor: 31 January, 28 February, 31 March.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::exact::{Exact, TooLarge};
use super::vocabulary::vocabulary;

vocabulary! {
    /// How days become a share of a year.
    DayCount, "day-count" {
        /// A due period is one month; other spans are whole months plus odd days of 1/360 (D3).
        Thirty360 = "30/360",
        /// Real days over 360.
        Actual360 = "actual/360",
        /// Real days over 365.
        Actual365 = "actual/365",
        /// The days of each calendar year over that year's own length, a day counted by the year it
        /// falls in as `(from, to]`.
        ActualActual = "actual/actual",
    }
}

impl DayCount {
    /// Days by which a daily rate becomes a yearly one (D4).
    #[must_use]
    pub const fn days_in_rate_year(self) -> i128 {
        match self {
            DayCount::Thirty360 | DayCount::Actual360 => 360,
            DayCount::Actual365 | DayCount::ActualActual => 365,
        }
    }

    /// The share of a year between two dates (D3); nought if `to` is not after `from`.
    ///
    /// # Errors
    /// [`TooLarge`] never happens for dates within 1900–2199.
    pub fn share(self, from: NaiveDate, to: NaiveDate) -> Result<Exact, TooLarge> {
        if to <= from {
            return Ok(Exact::ZERO);
        }
        match self {
            DayCount::Thirty360 => {
                let (months, days) = months_and_days(from, to);
                Exact::new(
                    i128::from(months)
                        .saturating_mul(30)
                        .saturating_add(i128::from(days)),
                    360,
                )
            }
            DayCount::Actual360 => Exact::new(days_between(from, to).into(), 360),
            DayCount::Actual365 => Exact::new(days_between(from, to).into(), 365),
            DayCount::ActualActual => actual_actual(from, to),
        }
    }

    /// The share of a year of real days for penalty interest: real days, over 360 under `30/360` (P4).
    ///
    /// # Errors
    /// [`TooLarge`] never happens for dates within 1900–2199.
    pub fn penalty_share(self, from: NaiveDate, to: NaiveDate) -> Result<Exact, TooLarge> {
        match self {
            DayCount::Thirty360 => DayCount::Actual360.share(from, to),
            other => other.share(from, to),
        }
    }
}

fn actual_actual(from: NaiveDate, to: NaiveDate) -> Result<Exact, TooLarge> {
    let mut share = Exact::ZERO;
    let mut start = from;
    // (from, to]: the day `from` itself is not counted, `to` is; so year ends are 31 December.
    while start < to {
        let year_of_next = start.succ_opt().unwrap_or(start).year();
        let end_of_year = NaiveDate::from_ymd_opt(year_of_next, 12, 31).unwrap_or(to);
        let end = end_of_year.min(to);
        let length = if NaiveDate::from_ymd_opt(year_of_next, 2, 29).is_some() {
            366
        } else {
            365
        };
        share = share.plus(Exact::new(days_between(start, end).into(), length)?)?;
        start = end;
    }
    Ok(share)
}

/// Real days from `from` to `to`; negative if `to` is before `from`.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    // Most spans lie within a year, where days are counted by number.
    if from.year() == to.year() {
        return i64::from(to.ordinal()).saturating_sub(i64::from(from.ordinal()));
    }
    to.signed_duration_since(from).num_days()
}

/// `date` plus `months`, clipped to the month's last day. Stays within the calendar.
#[must_use]
pub fn plus_months(date: NaiveDate, months: i64) -> NaiveDate {
    let size = Months::new(u32::try_from(months.unsigned_abs()).unwrap_or(u32::MAX));
    let moved = if months < 0 {
        date.checked_sub_months(size)
    } else {
        date.checked_add_months(size)
    };
    moved.unwrap_or(date)
}

/// `date` plus `days`. Stays within the calendar.
#[must_use]
pub fn plus_days(date: NaiveDate, days: i64) -> NaiveDate {
    chrono::Duration::try_days(days)
        .and_then(|span| date.checked_add_signed(span))
        .unwrap_or(date)
}

/// Whole months from `from` to `to`, date to date (a missing day is the month's end), and the odd days left.
#[must_use]
pub fn months_and_days(from: NaiveDate, to: NaiveDate) -> (i64, i64) {
    if to <= from {
        return (0, 0);
    }
    let years = i64::from(to.year()).saturating_sub(i64::from(from.year()));
    let mut months = years
        .saturating_mul(12)
        .saturating_add(i64::from(to.month()))
        .saturating_sub(i64::from(from.month()));
    if plus_months(from, months) > to {
        months = months.saturating_sub(1);
    }
    (months, days_between(plus_months(from, months), to))
}

/// Reads a date as a person types it, within 1900–2199: `2026-11-30`, `2026/11/30`, `2026.11.30`,
/// `20261130`, `2026年11月30日`, full-width digits too.
#[must_use]
pub fn parse_date(text: &str) -> Option<NaiveDate> {
    if text.contains(char::is_control) {
        return None;
    }
    let plain = super::money::half_width(text.trim())
        .replace(['年', '月', '/', '.'], "-")
        .replace('日', "");
    let mut pieces: Vec<&str> = plain.trim().split('-').collect();
    if let ([all], 8) = (pieces.as_slice(), plain.trim().len()) {
        pieces = vec![all.get(0..4)?, all.get(4..6)?, all.get(6..8)?];
    }
    let [year, month, day] = pieces.as_slice() else {
        return None;
    };
    let number = |piece: &str, most: usize| {
        let fits = (1..=most).contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit());
        if fits {
            piece.parse::<u32>().ok()
        } else {
            None
        }
    };
    let year = i32::try_from(number(year, 4)?).ok()?;
    let date = NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)?;
    (1900..=2199).contains(&date.year()).then_some(date)
}

/// The first day of the month of `date`.
#[must_use]
pub fn month_start(date: NaiveDate) -> NaiveDate {
    date.with_day(1).unwrap_or(date)
}

/// Due dates every so many months from one anchor (D2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueDates {
    /// The first due date.
    pub first: NaiveDate,
}

impl DueDates {
    /// The due date of row `k`, counted from 0: the first plus `k` months, clipped to the month's end.
    #[must_use]
    pub fn nth(self, k: u32) -> NaiveDate {
        plus_months(self.first, i64::from(k))
    }

    /// The due dates from row `k` on, counted from 0: what [`DueDates::nth`] gives, several times faster one after another.
    pub fn iter_from(self, k: u32) -> impl Iterator<Item = NaiveDate> {
        let day = self.first.day();
        let start = plus_months(self.first, i64::from(k));
        let (mut next, mut month) = (Some(start), start.month());
        std::iter::from_fn(move || {
            let here = next?;
            // February has the leap day of January's year, and no other month asks.
            let leap = here.leap_year();
            let this = month_length(month, leap);
            month = if month == 12 {
                1
            } else {
                month.wrapping_add(1)
            };
            let following = month_length(month, leap);
            let step = this
                .saturating_sub(day.min(this))
                .saturating_add(day.min(following));
            next = here.checked_add_days(Days::new(u64::from(step)));
            Some(here)
        })
    }
}

/// Days of a month, 1 to 12.
const fn month_length(month: u32, leap: bool) -> u32 {
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn due_dates_one_after_another_are_those_by_number_d2() {
        for first in ["2023-12-31", "2024-02-29", "2026-01-28", "2026-11-05"] {
            let dates = DueDates { first: date(first) };
            let by_number: Vec<NaiveDate> = (0..50).map(|k| dates.nth(k)).collect();
            assert_eq!(dates.iter_from(0).take(50).collect::<Vec<_>>(), by_number);
        }
    }

    #[test]
    fn due_dates_keep_the_31st_d2() {
        let dates = DueDates {
            first: date("2026-01-31"),
        };
        let shown: Vec<String> = (0..4).map(|k| dates.nth(k).to_string()).collect();
        assert_eq!(
            shown,
            ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]
        );
    }

    #[test]
    fn thirty_360_is_months_and_odd_days_d3() {
        let case = |from, to, expected: (i64, i64)| {
            assert_eq!(
                months_and_days(date(from), date(to)),
                expected,
                "{from} {to}"
            )
        };
        case("2026-01-31", "2026-02-28", (1, 0));
        case("2026-01-31", "2026-03-01", (1, 1));
        case("2024-02-29", "2025-02-28", (12, 0));
        case("2026-03-10", "2026-04-09", (0, 30));
        case("2026-03-10", "2026-03-10", (0, 0));
        assert_eq!(
            DayCount::Thirty360
                .share(date("2026-01-10"), date("2026-02-10"))
                .unwrap(),
            Exact::new(1, 12).unwrap()
        );
    }

    #[test]
    fn actual_actual_counts_a_day_by_its_own_year_d3() {
        // 19 days of 2023 (13–31 December) over 365, 12 of 2024 over 366; from an independent working.
        assert_eq!(
            DayCount::ActualActual
                .share(date("2023-12-12"), date("2024-01-12"))
                .unwrap(),
            Exact::new(19, 365)
                .unwrap()
                .plus(Exact::new(12, 366).unwrap())
                .unwrap()
        );
        assert_eq!(
            DayCount::ActualActual
                .share(date("2024-01-01"), date("2024-12-31"))
                .unwrap(),
            Exact::new(365, 366).unwrap()
        );
    }
}
