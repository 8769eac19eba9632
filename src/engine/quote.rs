//! What an offer of credit really costs: money received against money repaid (numbers.md R1–R3).
//!
//! Promises: fees and amounts taken up front count; totals are exact; every rate is labelled; where there is
//! no rate, or more than one, that is part of the answer.
//! Leaves to others: the rates themselves (`annual_rate`), the lines of law beside them (`rules`).

use chrono::NaiveDate;

use crate::domain::calendar::{parse_date, plus_days, plus_months};
use crate::domain::money::{Money, MoneyError, half_width};
use crate::domain::offer::Portion;
use crate::domain::rate::Percent;
use crate::domain::simulation::{AnnualRates, Simulation};

use super::EngineError;
use super::annual_rate::{Flow, rates};

/// Most payments one text may stand for.
const MOST_PAYMENTS: u32 = 1200;

/// What flows come to. Received positive, repaid negative.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The flows, in date order, those of one day in the order typed.
    pub flows: Vec<Flow>,
    /// The annual rates (R1–R3).
    pub rates: AnnualRates,
    /// All that is received.
    pub received: Money,
    /// All that is repaid.
    pub total_paid: Money,
    /// What is repaid beyond what is received; negative if less.
    pub cost: Money,
}

impl Quote {
    /// Adds up flows and finds their rates.
    #[must_use]
    pub fn of(mut flows: Vec<Flow>) -> Quote {
        flows.sort_by_key(|flow| flow.on);
        let received = flows
            .iter()
            .map(|flow| flow.amount.max(Money::ZERO))
            .sum::<Money>();
        let total_paid = flows
            .iter()
            .map(|flow| (-flow.amount).max(Money::ZERO))
            .sum::<Money>();
        Quote {
            rates: rates(&flows),
            received,
            total_paid,
            cost: total_paid - received,
            flows,
        }
    }
}

/// A plan as flows: what it starts from counts as received on its day, each row is repaid (O8).
#[must_use]
pub fn of_plan(as_of: NaiveDate, plan: &Simulation) -> Vec<Flow> {
    let rows = plan.rows.iter().map(|row| Flow {
        on: row.due,
        amount: -row.amount,
    });
    std::iter::once(Flow {
        on: as_of,
        amount: plan.base.total(),
    })
    .chain(rows)
    .collect()
}

/// Why a text is not a flow.
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
}

/// Money received: `AMOUNT@DATE`.
///
/// # Errors
/// [`FlowError`] names what is wrong.
pub fn received(text: &str) -> Result<Flow, FlowError> {
    let plain = half_width(text);
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
    let plain = half_width(text).replace('×', "x");
    let (what, when) = plain
        .split_once('@')
        .ok_or_else(|| FlowError::NoDate(text.to_owned()))?;
    let (amount, count) = match what.split_once('x') {
        Some((amount, count)) => (amount, payments(count.trim())?),
        None => (what, 1),
    };
    let amount = -money(amount)?;
    let (first, step) = match when.rsplit_once('/') {
        Some((first, step)) if parse_date(when).is_none() => {
            (first, CalendarStep::parse(step.trim())?)
        }
        _ => (when, CalendarStep::Months(1)),
    };
    let first = date(first)?;
    Ok((0..count)
        .map(|k| Flow {
            on: step.nth(first, k),
            amount,
        })
        .collect())
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
    /// [`EngineError`] if more is taken up front than is lent, or the figures are too large.
    pub fn flows(&self, on: NaiveDate) -> Result<Vec<Flow>, EngineError> {
        match self {
            AppWords::Postpone {
                amount,
                fee,
                months,
            } => Ok(vec![
                Flow {
                    on,
                    amount: *amount,
                },
                Flow { on, amount: -*fee },
                Flow {
                    on: plus_months(on, i64::from(*months)),
                    amount: -*amount,
                },
            ]),
            AppWords::Loan {
                principal,
                upfront,
                count,
                payment,
            } => {
                if *count == 0 || *count > MOST_PAYMENTS {
                    return Err(EngineError::TooManyRows);
                }
                let taken = match upfront {
                    None => Money::ZERO,
                    Some(Portion::All) => *principal,
                    Some(Portion::Amount(amount)) => *amount,
                    Some(Portion::Percent(percent)) => principal.share(percent.factor())?.settled(),
                };
                if taken > *principal {
                    return Err(EngineError::PaysTooMuch {
                        asked: taken,
                        there: *principal,
                    });
                }
                let mut flows = vec![
                    Flow {
                        on,
                        amount: *principal,
                    },
                    Flow { on, amount: -taken },
                ];
                let fee = match payment {
                    AppPayment::Amount(_) => Money::ZERO,
                    AppPayment::FlatFee(percent) => principal.share(percent.factor())?.settled(),
                };
                for (k, part) in (1_i64..).zip(principal.split(*count)) {
                    let amount = match payment {
                        AppPayment::Amount(amount) => *amount,
                        AppPayment::FlatFee(_) => part + fee,
                    };
                    flows.push(Flow {
                        on: plus_months(on, k),
                        amount: -amount,
                    });
                }
                flows.retain(|flow| !flow.amount.is_zero());
                Ok(flows)
            }
        }
    }
}

/// The step between payments typed as one text.
#[derive(Clone, Copy)]
enum CalendarStep {
    Months(u32),
    Days(u32),
}

impl CalendarStep {
    fn parse(text: &str) -> Result<CalendarStep, FlowError> {
        let wrong = || FlowError::NotAStep(text.to_owned());
        match text {
            "monthly" => Ok(CalendarStep::Months(1)),
            "quarterly" => Ok(CalendarStep::Months(3)),
            "weekly" => Ok(CalendarStep::Days(7)),
            "fortnightly" => Ok(CalendarStep::Days(14)),
            other => match other.strip_suffix("-days").map(str::parse) {
                Some(Ok(days @ 1..=3660)) => Ok(CalendarStep::Days(days)),
                _ => Err(wrong()),
            },
        }
    }

    fn nth(self, first: NaiveDate, k: u32) -> NaiveDate {
        let k = i64::from(k);
        match self {
            CalendarStep::Months(months) => plus_months(first, k.saturating_mul(i64::from(months))),
            CalendarStep::Days(days) => plus_days(first, k.saturating_mul(i64::from(days))),
        }
    }
}

fn payments(text: &str) -> Result<u32, FlowError> {
    match text.parse() {
        Ok(count @ 1..=MOST_PAYMENTS) => Ok(count),
        _ => Err(FlowError::NotACount(text.to_owned())),
    }
}

fn money(text: &str) -> Result<Money, FlowError> {
    let text = text.trim();
    Money::parse(text).map_err(|error| FlowError::Money {
        text: text.to_owned(),
        error,
    })
}

fn date(text: &str) -> Result<NaiveDate, FlowError> {
    parse_date(text).ok_or_else(|| FlowError::NotADate(text.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[expect(
        clippy::float_arithmetic,
        reason = "a rate is compared as people read it"
    )]
    fn percent(rate: Option<f64>) -> String {
        rate.map_or("none".to_owned(), |rate| format!("{:.2}", rate * 100.0))
    }

    /// People's Bank of China announcement 2021 no. 3, worked example: 12.80 % simple, 13.58 % compounded.
    #[test]
    fn the_official_mainland_example() {
        let mut flows = vec![received("100000@2026-01-15").unwrap()];
        flows.extend(repaid("1000@2026-01-15").unwrap());
        flows.extend(repaid("8833.3x12@2026-02-15").unwrap());
        let quote = Quote::of(flows);
        assert_eq!(percent(quote.rates.simple), "12.80");
        assert_eq!(percent(quote.rates.compounded), "13.58");
        assert_eq!(quote.total_paid.to_string(), "106999.60");
        assert_eq!(quote.cost.to_string(), "6999.60");
    }

    /// rules.md CALC-05: 1 % a month flat over 12 months is 21.46 % simple, 23.70 % compounded.
    #[test]
    fn a_flat_fee_of_one_percent_a_month() {
        let words = AppWords::Loan {
            principal: Money::parse("12000").unwrap(),
            upfront: None,
            count: 12,
            payment: AppPayment::FlatFee("1%".parse().unwrap()),
        };
        let quote = Quote::of(words.flows(day("2026-01-15")).unwrap());
        assert_eq!(percent(quote.rates.simple), "21.46");
        assert_eq!(percent(quote.rates.compounded), "23.70");
        assert_eq!(quote.cost.to_string(), "1440.00");
    }

    /// EU directive 2008/48/EC, annex: 1,000 against 1,200 after 546 days is 12.96 %; against 600 after one
    /// and 600 after two years 13.07 %.
    #[test]
    fn the_european_examples() {
        let once = [
            received("1000@2025-01-01").unwrap(),
            repaid("1200@2026-07-01").unwrap()[0],
        ];
        assert_eq!(percent(Quote::of(once.to_vec()).rates.dated), "12.96");
        let mut twice = vec![received("1000@2025-01-01").unwrap()];
        twice.extend(repaid("600x2@2026-01-01/365-days").unwrap());
        assert_eq!(percent(Quote::of(twice).rates.dated), "13.07");
    }

    /// 1,000 put off one month for a fee of 50: 50 on the 950 really left for a month, 5.2632 % × 12.
    #[test]
    fn a_free_extension_with_a_fee_has_a_rate() {
        let words = AppWords::Postpone {
            amount: Money::parse("1000").unwrap(),
            fee: Money::parse("50").unwrap(),
            months: 1,
        };
        let quote = Quote::of(words.flows(day("2026-01-15")).unwrap());
        assert_eq!(quote.cost.to_string(), "50.00");
        // 31 days from 15 January: (1000 / 950)^(365 / 31) − 1, worked with a pocket calculator.
        assert_eq!(percent(quote.rates.dated), "82.93");
    }

    #[test]
    fn no_sign_change_has_no_rate() {
        let quote = Quote::of(vec![received("100@2026-01-01").unwrap()]);
        assert_eq!(quote.rates.dated, None);
    }

    #[test]
    fn mistakes_are_named() {
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
        assert_eq!(
            repaid("1120×12@2026/01/31/monthly").unwrap()[1].on,
            day("2026-02-28")
        );
        assert_eq!(repaid("1120x2@2026/01/31").unwrap().len(), 2);
    }
}
