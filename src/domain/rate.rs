//! Rates and percentages, as people write them: `18%/year`, `0.05%/day`, `150%`.
//!
//! Promises: exact to six decimals of a percent; text goes round. A contract [`Rate`] is a different
//! type from the annual rate of an offer ([`super::simulation::AnnualRates`]), so the two are never
//! compared by accident.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::calendar::DayCount;
use super::exact::{Exact, TooLarge};
use super::money::half_width;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What a rate is per.
    Period, "period" {
        /// A day.
        Day = "day",
        /// A month.
        Month = "month",
        /// A year.
        Year = "year",
    }
}

/// A percentage, exact to six decimals: `80%`, `0.05%`, `150%`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(i64);

impl Percent {
    /// 0 %.
    pub const ZERO: Percent = Percent(0);
    /// 100 %.
    pub const FULL: Percent = Percent(100_000_000);

    /// From millionths of a percent (`1_000_000` is 1 %).
    #[must_use]
    pub const fn from_millionths(millionths: i64) -> Percent {
        Percent(millionths)
    }

    /// From whole percents.
    #[must_use]
    pub const fn whole(percent: i32) -> Percent {
        Percent((percent as i64).saturating_mul(1_000_000))
    }

    /// In millionths of a percent.
    #[must_use]
    pub const fn millionths(self) -> i64 {
        self.0
    }

    /// As an exact factor: 80 % is 4/5.
    #[must_use]
    pub fn factor(self) -> Exact {
        Exact::new(i128::from(self.0), 100_000_000).unwrap_or(Exact::ZERO)
    }

    /// Whether it is nought.
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }
}

/// Why a text is not a rate or percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RateError {
    /// Not a number followed by `%`.
    #[error("not a percentage; write it like `80%`")]
    NotAPercentage,
    /// No `/year`, `/month` or `/day`.
    #[error("a rate needs its period: `18%/year`, `1.5%/month` or `0.05%/day`")]
    NoPeriod,
    /// More than six decimals.
    #[error("a rate has at most six decimals of a percent")]
    TooFine,
    /// `厘` or `分` of a rate that is not by the month: it is read in two ways.
    #[error("can be read in two ways; write it in percent: `8%/year` or `0.05%/day`")]
    Unclear,
    /// Below zero or above 1000 %.
    #[error("a rate is between 0% and 1000%")]
    OutOfRange,
}

impl FromStr for Percent {
    type Err = RateError;
    fn from_str(text: &str) -> Result<Percent, RateError> {
        let plain = half_width(text);
        let number = plain
            .trim()
            .strip_suffix('%')
            .ok_or(RateError::NotAPercentage)?
            .trim_end();
        let (units, decimals) = match number.split_once('.') {
            Some((_, "")) => return Err(RateError::NotAPercentage),
            Some(pair) => pair,
            None => (number, ""),
        };
        let negative = units.starts_with('-');
        let units = units.strip_prefix('-').unwrap_or(units);
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if units.is_empty() || !digits(units) || !digits(decimals) {
            return Err(RateError::NotAPercentage);
        }
        let decimals = decimals.trim_end_matches('0');
        if decimals.len() > 6 {
            return Err(RateError::TooFine);
        }
        let text = format!("{units}{decimals:0<6}");
        let text = text.trim_start_matches('0');
        if text.len() > 10 || (negative && !text.is_empty()) {
            return Err(RateError::OutOfRange);
        }
        let value: i64 = if text.is_empty() {
            0
        } else {
            text.parse().map_err(|_| RateError::NotAPercentage)?
        };
        if value > 1_000_000_000 {
            return Err(RateError::OutOfRange);
        }
        Ok(Percent(value))
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let (units, rest) = (
            magnitude.div_euclid(1_000_000),
            magnitude.rem_euclid(1_000_000),
        );
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = format!("{rest:06}");
        let decimals = decimals.trim_end_matches('0');
        let point = if decimals.is_empty() { "" } else { "." };
        f.pad(&format!("{sign}{units}{point}{decimals}%"))
    }
}

impl Serialize for Percent {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A contract rate with its period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rate {
    /// The number.
    pub percent: Percent,
    /// What it is per.
    pub per: Period,
}

impl Rate {
    /// A rate per year.
    #[must_use]
    pub const fn yearly(percent: Percent) -> Rate {
        Rate {
            percent,
            per: Period::Year,
        }
    }

    /// The yearly factor (D4): a monthly rate × 12; a daily rate × 360 under `30/360` and `actual/360`,
    /// × 365 otherwise.
    ///
    /// # Errors
    /// [`TooLarge`] never happens within the limits of input.
    pub fn per_year(self, day_count: DayCount) -> Result<Exact, TooLarge> {
        let times = match self.per {
            Period::Year => 1,
            Period::Month => 12,
            Period::Day => day_count.days_in_rate_year(),
        };
        self.percent.factor().times(Exact::whole(times))
    }
}

impl FromStr for Rate {
    type Err = RateError;
    fn from_str(text: &str) -> Result<Rate, RateError> {
        let plain = half_width(text);
        let (percent, per) = plain.split_once('/').ok_or(RateError::NoPeriod)?;
        let per = per.trim().parse().map_err(|_| RateError::NoPeriod)?;
        Ok(Rate {
            percent: percent.parse()?,
            per,
        })
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.percent, self.per))
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_rates_with_their_period() {
        assert_eq!("18%/year".parse(), Ok(Rate::yearly(Percent::whole(18))));
        assert_eq!(
            "０．０５％／day".parse::<Rate>().unwrap().to_string(),
            "0.05%/day"
        );
        assert_eq!("18%".parse::<Rate>(), Err(RateError::NoPeriod));
        assert_eq!("18/year".parse::<Rate>(), Err(RateError::NotAPercentage));
        assert_eq!("-1%/year".parse::<Rate>(), Err(RateError::OutOfRange));
        assert_eq!(
            "1000.000001%/year".parse::<Rate>(),
            Err(RateError::OutOfRange)
        );
        assert_eq!("0.0000001%/day".parse::<Rate>(), Err(RateError::TooFine));
    }

    #[test]
    fn a_daily_rate_has_the_year_of_its_day_count() {
        let rate: Rate = "0.05%/day".parse().unwrap();
        assert_eq!(
            rate.per_year(DayCount::Thirty360).unwrap(),
            Exact::new(18, 100).unwrap()
        );
        assert_eq!(
            rate.per_year(DayCount::Actual365).unwrap(),
            Exact::new(1825, 10_000).unwrap()
        );
    }

    proptest! {
        #[test]
        fn text_goes_round(millionths in 0_i64..=1_000_000_000) {
            let percent = Percent(millionths);
            prop_assert_eq!(percent.to_string().parse(), Ok(percent));
        }
    }
}
