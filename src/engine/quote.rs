//! What an offer of credit really costs: money received against money repaid (numbers.md R1–R3).
//!
//! Promises: what is taken before payout counts as not received; totals are exact; every rate is labelled; where
//! there is no rate, or more than one, that is part of the answer.
//! Leaves to others: the rates themselves (`annual_rate`), flows as people write them (`flows`), the lines of law
//! beside them (`rules`).

use chrono::NaiveDate;

use crate::domain::calendar::{DayCount, plus_months};
use crate::domain::contract::Contract;
use crate::domain::debt::Debt;
use crate::domain::money::Money;
use crate::domain::simulation::{AnnualRates, Simulation};

use super::EngineError;
use super::annual_rate::{Flow, rates_counted};
use super::schedule::schedule;

/// What flows come to. Received positive, repaid negative.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The flows, in date order, those of one day in the order typed.
    pub flows: Vec<Flow>,
    /// The annual rates (R1–R3).
    pub rates: AnnualRates,
    /// How days were counted for the rate by dates.
    pub day_count: DayCount,
    /// Cash in hand: all that is received less what is taken at the start.
    pub received: Money,
    /// What is taken on the day of the first receipt.
    pub taken: Money,
    /// All that is repaid, without what is taken at the start.
    pub total_paid: Money,
    /// What is repaid beyond what is received; negative if less.
    pub cost: Money,
}

impl Quote {
    /// Adds up flows and finds their rates; days over 365 (R2).
    #[must_use]
    pub fn of(flows: Vec<Flow>) -> Quote {
        Quote::counted(flows, DayCount::Actual365)
    }

    /// The same with another day count for the rate by dates.
    #[must_use]
    pub fn counted(mut flows: Vec<Flow>, day_count: DayCount) -> Quote {
        flows.sort_by_key(|flow| flow.on);
        let sum = |wanted: &dyn Fn(&Flow) -> bool| -> Money {
            flows
                .iter()
                .filter(|flow| wanted(flow))
                .map(|flow| flow.amount)
                .sum()
        };
        let start = flows.first().map(|flow| flow.on);
        let at_start = |flow: &Flow| Some(flow.on) == start;
        let gross = sum(&|flow| flow.amount.is_positive());
        let paid = -sum(&|flow| flow.amount.is_negative());
        // Even all of it may be taken before payout; where more goes out than comes in, money goes out first.
        let comes = sum(&|flow| at_start(flow) && flow.amount.is_positive()).is_positive();
        let taken = if comes && !sum(&at_start).is_negative() {
            -sum(&|flow| at_start(flow) && flow.amount.is_negative())
        } else {
            Money::ZERO
        };
        Quote {
            rates: rates_counted(&flows, day_count),
            day_count,
            received: gross - taken,
            taken,
            total_paid: paid - taken,
            cost: paid - gross,
            flows,
        }
    }
}

impl Quote {
    /// Whether more is paid than received on the first day on which money moves: then it is no credit.
    #[must_use]
    pub fn goes_out_first(&self) -> bool {
        let mut days = self.flows.chunk_by(|one, other| one.on == other.on);
        let sums = days
            .by_ref()
            .map(|day| day.iter().map(|flow| flow.amount).sum::<Money>());
        sums.into_iter()
            .find(|sum| !sum.is_zero())
            .is_some_and(Money::is_negative)
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

/// The day of payout, or a month before the first due date where it is not known.
#[must_use]
pub fn payout(contract: &Contract) -> NaiveDate {
    contract
        .disbursed
        .unwrap_or_else(|| plus_months(contract.first_due, -1))
}

/// A contract as flows: what was received on its day, or a month before the first due date where the day of payout
/// is not known; every instalment and fee as the contract has them, whatever was paid (S5).
///
/// # Errors
/// [`EngineError::NoContract`] without one; what refuses the contract's schedule.
pub fn of_contract(debt: &Debt) -> Result<Vec<Flow>, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let payout = payout(contract);
    let mut flows = vec![Flow {
        on: payout,
        amount: contract.net_received.unwrap_or(contract.principal),
    }];
    let laid = schedule(debt, payout)?;
    flows.extend(laid.rows().iter().map(|row| Flow {
        on: row.due,
        amount: -row.amount,
    }));
    Ok(flows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::flows::{AppPayment, AppWords, received, repaid};

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
        // 12 × 8,833.30; the 1,000 of the first day never arrived.
        assert_eq!(quote.total_paid.to_string(), "105999.60");
        assert_eq!(quote.received.to_string(), "99000.00");
        assert_eq!(quote.taken.to_string(), "1000.00");
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

    /// All 12,000 are taken before payout: nothing arrives, and the 12 payments of 1,000 are the cost.
    #[test]
    fn what_is_taken_may_be_all_there_is() {
        let words = AppWords::Loan {
            principal: Money::parse("12000").unwrap(),
            upfront: Some(crate::domain::offer::Portion::All),
            count: 12,
            payment: AppPayment::Amount(Money::parse("1000").unwrap()),
        };
        let quote = Quote::of(words.flows(day("2026-01-15")).unwrap());
        let told = [quote.received, quote.taken, quote.total_paid, quote.cost];
        let told = told.map(|amount| amount.to_string());
        assert_eq!(told, ["0.00", "12000.00", "12000.00", "12000.00"]);
        let words = AppWords::Postpone {
            amount: Money::parse("5000").unwrap(),
            fee: Money::parse("5000").unwrap(),
            months: 1,
        };
        let quote = Quote::of(words.flows(day("2026-01-15")).unwrap());
        let told = [quote.received, quote.taken, quote.total_paid, quote.cost];
        let told = told.map(|amount| amount.to_string());
        assert_eq!(told, ["0.00", "5000.00", "5000.00", "5000.00"]);
    }

    /// 1000 (1+i)^3 − 3600 (1+i)^2 + 4310 (1+i) − 1716 is nought at 10, 20 and 30 % a year: 1000 × 1.1 × 1.2 × 1.3.
    #[test]
    fn every_periodic_rate_is_known() {
        let mut flows = vec![received("1000@2026-01-01").unwrap()];
        flows.extend(repaid("3600@2027-01-01").unwrap());
        flows.push(received("4310@2028-01-01").unwrap());
        flows.extend(repaid("1716@2029-01-01").unwrap());
        let quote = Quote::of(flows);
        assert_eq!(percent(quote.rates.simple), "10.00");
        assert_eq!(percent(quote.rates.other_compounded), "20.00");
        assert_eq!(quote.rates.roots, 3);
    }

    /// One payment is counted by months as a plan's is: 1,050 after a month for 1,000 is 5 % a month.
    #[test]
    fn a_single_payment_has_its_periodic_rate() {
        let mut flows = vec![received("1000@2026-01-15").unwrap()];
        flows.extend(repaid("1050@2026-02-15").unwrap());
        let rates = Quote::of(flows).rates;
        assert_eq!(percent(rates.simple), "60.00");
        // 1.05^12 − 1.
        assert_eq!(percent(rates.compounded), "79.59");
    }

    #[test]
    fn a_rate_beyond_any_number_is_not_missing() {
        let mut flows = vec![received("1000@2026-01-01").unwrap()];
        flows.extend(repaid("10000@2026-01-02").unwrap());
        // Tenfold in a day is 10^365 a year by dates, more than a float holds; by the month it is 9 × 30 = 270 times.
        let rates = Quote::of(flows).rates;
        assert_eq!(percent(rates.simple), "324000.00");
        assert!(rates.compounded.is_some_and(|rate| rate > 10_000.0));
        let mut lent = repaid("1000@2026-01-01").unwrap();
        lent.push(received("900@2026-02-01").unwrap());
        assert!(Quote::of(lent).goes_out_first());
    }

    #[test]
    fn no_sign_change_has_no_rate() {
        let quote = Quote::of(vec![received("100@2026-01-01").unwrap()]);
        assert_eq!(quote.rates.dated, None);
    }
}
