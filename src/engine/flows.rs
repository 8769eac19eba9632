//! Money received and repaid as people write it: amounts on dates, series, an app's own words.
//!
//! Promises: one grammar for the command line; each amount rounded half-up once; no date beyond 2199, no series
//! beyond 1200 payments; a mistake is named with what to write instead.
//! Leaves to others: what the flows come to (`quote`), lists in files (`store`).

use chrono::{Datelike, NaiveDate};

use crate::domain::TooLarge;
use crate::domain::calendar::plus_months;
use crate::domain::money::{Money, MoneyError, half_width};
use crate::domain::offer::Portion;
use crate::domain::rate::Percent;
use crate::domain::typed::{self, DayError};

use super::annual_rate::{Flow, Step};

/// Most payments one text may stand for.
const MOST_PAYMENTS: u32 = 1200;
/// The last year of the calendar (numbers.md, limits of input).
const LAST_YEAR: i32 = 2199;

/// Why a text is not a flow, or words of an app are no flows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FlowError {
    /// No `@DATE`.
    #[error("`{0}` needs its date: 1120@2026-12-20")]
    NoDate(String),
    /// A date that is none.
    #[error("`{0}` is not a date; write 2026-12-20")]
    NotADate(String),
    /// A number of payments that is none.
    #[error("`{0}` is not a number of payments from 1 to 1200")]
    NotACount(String),
    /// A step that is none.
    #[error("`{0}` is not a step; write monthly, weekly, fortnightly, quarterly or 30-days")]
    NotAStep(String),
    /// An amount that is not money.
    #[error("`{text}`: {error}")]
    Money {
        /// What was typed.
        text: String,
        /// Why not.
        error: MoneyError,
    },
    /// An amount that is nought or less.
    #[error("`{0}` must be more than 0")]
    NotPositive(String),
    /// Payments beyond the calendar.
    #[error("the payments run past the year 2199")]
    PastCalendar,
    /// More taken up front than is lent.
    #[error("{taken} cannot be taken out of {principal}")]
    TakesTooMuch {
        /// What is taken.
        taken: Money,
        /// What is lent.
        principal: Money,
    },
    /// Figures beyond what can be held exactly.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
}

/// Money received: `AMOUNT@DATE`.
///
/// # Errors
/// [`FlowError`] names what is wrong.
pub fn received(text: &str) -> Result<Flow, FlowError> {
    let plain = plain(text);
    let (amount, on) = plain
        .split_once('@')
        .ok_or_else(|| FlowError::NoDate(text.to_owned()))?;
    Ok(Flow {
        on: date(on)?,
        amount: money(amount)?,
    })
}

/// Money repaid: `AMOUNT@DATE`, or `AMOUNTxN@FIRST` with an optional step `/monthly` (the default),
/// `/weekly`, `/fortnightly`, `/quarterly` or `/N-days`. Months are counted from the first date (D2).
///
/// # Errors
/// [`FlowError`] names what is wrong.
pub fn repaid(text: &str) -> Result<Vec<Flow>, FlowError> {
    let plain = plain(text).replace(['×', 'X', '*'], "x");
    let (what, when) = plain
        .split_once('@')
        .ok_or_else(|| FlowError::NoDate(text.to_owned()))?;
    let (amount, count) = match what.split_once('x') {
        Some((amount, count)) => (amount, payments(count.trim())?),
        None => (what, 1),
    };
    let amount = -money(amount)?;
    let (first, step) = match when.rsplit_once('/') {
        Some((first, written)) if typed::day(when) == Err(DayError::NotADate) => {
            (first, step(written.trim())?)
        }
        _ => (when, Step::Months(1)),
    };
    let first = date(first)?;
    (0..count)
        .map(|k| {
            let on = within(step.nth(first, k))?;
            Ok(Flow { on, amount })
        })
        .collect()
}

/// An offer in a loan app's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppWords {
    /// A loan of so much, repaid in so many monthly payments; something is taken before payout.
    Loan {
        /// The amount on the contract.
        principal: Money,
        /// What is taken up front.
        upfront: Option<Portion>,
        /// Number of monthly payments.
        count: u32,
        /// What each payment is.
        payment: AppPayment,
    },
    /// An amount due today may be paid some months later, for a fee now.
    Postpone {
        /// The amount put off.
        amount: Money,
        /// The fee paid today.
        fee: Money,
        /// Months until it is due.
        months: u32,
    },
}

/// What a monthly payment is, in an app's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AppPayment {
    /// So much each month.
    Amount(Money),
    /// A part of the principal, and a fee of so many percent of the original principal, each month.
    FlatFee(Percent),
}

impl AppWords {
    /// The flows, with the money received on `on` and payments monthly from one month later. Each amount is
    /// rounded half-up once; principal is split into parts that differ by at most 0.01 (S1).
    ///
    /// # Errors
    /// [`FlowError`] if more is taken up front than is lent, the payments are too many or run past the calendar.
    pub fn flows(&self, on: NaiveDate) -> Result<Vec<Flow>, FlowError> {
        let month = |k: u32| within(plus_months(on, i64::from(k)));
        let mut flows = match self {
            AppWords::Postpone {
                amount,
                fee,
                months,
            } => vec![
                Flow {
                    on,
                    amount: *amount,
                },
                Flow { on, amount: -*fee },
                Flow {
                    on: month(*months)?,
                    amount: -*amount,
                },
            ],
            AppWords::Loan {
                principal,
                upfront,
                count,
                payment,
            } => {
                if *count == 0 || *count > MOST_PAYMENTS {
                    return Err(FlowError::NotACount(count.to_string()));
                }
                let amount = -taken(*principal, *upfront)?;
                let mut flows = vec![
                    Flow {
                        on,
                        amount: *principal,
                    },
                    Flow { on, amount },
                ];
                for (k, amount) in (1..).zip(payment.each(*principal, *count)?) {
                    flows.push(Flow {
                        on: month(k)?,
                        amount: -amount,
                    });
                }
                flows
            }
        };
        flows.retain(|flow| !flow.amount.is_zero());
        Ok(flows)
    }
}

impl AppPayment {
    /// Every payment, in order.
    fn each(self, principal: Money, count: u32) -> Result<Vec<Money>, TooLarge> {
        Ok(match self {
            AppPayment::Amount(amount) => (0..count).map(|_| amount).collect(),
            AppPayment::FlatFee(percent) => {
                let fee = principal.share(percent.factor())?.settled();
                principal.split(count).map(|part| part + fee).collect()
            }
        })
    }
}

/// What is taken up front.
fn taken(principal: Money, upfront: Option<Portion>) -> Result<Money, FlowError> {
    let taken = match upfront {
        None => Money::ZERO,
        Some(Portion::All) => principal,
        Some(Portion::Amount(amount)) => amount,
        Some(Portion::Percent(percent)) => principal.share(percent.factor())?.settled(),
    };
    if taken > principal {
        return Err(FlowError::TakesTooMuch { taken, principal });
    }
    Ok(taken)
}

fn step(text: &str) -> Result<Step, FlowError> {
    match text {
        "monthly" => Ok(Step::Months(1)),
        "quarterly" => Ok(Step::Months(3)),
        "weekly" => Ok(Step::Days(7)),
        "fortnightly" => Ok(Step::Days(14)),
        other => match other.strip_suffix("-days").map(str::parse) {
            Some(Ok(days @ 1..=3660)) => Ok(Step::Days(days)),
            _ => Err(FlowError::NotAStep(text.to_owned())),
        },
    }
}

fn plain(text: &str) -> String {
    half_width(text).replace('＠', "@")
}

fn payments(text: &str) -> Result<u32, FlowError> {
    match text.parse() {
        Ok(count @ 1..=MOST_PAYMENTS) => Ok(count),
        _ => Err(FlowError::NotACount(text.to_owned())),
    }
}

fn money(text: &str) -> Result<Money, FlowError> {
    let text = text.trim();
    let money = typed::money(text).map_err(|error| FlowError::Money {
        text: text.to_owned(),
        error,
    })?;
    if money.is_positive() {
        Ok(money)
    } else {
        Err(FlowError::NotPositive(text.to_owned()))
    }
}

fn date(text: &str) -> Result<NaiveDate, FlowError> {
    typed::date(text).map_err(|_| FlowError::NotADate(text.trim().to_owned()))
}

fn within(on: NaiveDate) -> Result<NaiveDate, FlowError> {
    if on.year() > LAST_YEAR {
        return Err(FlowError::PastCalendar);
    }
    Ok(on)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_are_named() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let case = |text: &str, message: &str| {
            assert_eq!(repaid(text).unwrap_err().to_string(), message, "{text}");
        };
        case("100", "`100` needs its date: 1120@2026-12-20");
        case("100@tomorrow", "`tomorrow` is not a date; write 2026-12-20");
        case(
            "100x0@2026-01-01",
            "`0` is not a number of payments from 1 to 1200",
        );
        case(
            "100x2@2026-01-01/daily",
            "`daily` is not a step; write monthly, weekly, fortnightly, quarterly or 30-days",
        );
        case("1e5@2026-01-01", "`1e5`: not an amount of money");
        case("0x3@2026-01-01", "`0` must be more than 0");
        case("-5@2026-01-01", "`-5` must be more than 0");
        case("1x1200@2199-01-01", "the payments run past the year 2199");
        assert_eq!(
            repaid("1x1200@2099-12-31").unwrap()[1199].on,
            day("2199-11-30")
        );
        assert_eq!(
            repaid("1120×12@2026/01/31/monthly").unwrap()[1].on,
            day("2026-02-28")
        );
        assert_eq!(repaid("1120x2@2026/01/31").unwrap().len(), 2);
    }
}
