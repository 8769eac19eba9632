//! Above 24 % a year in all, a court may be asked to reduce (INT-10).
//!
//! # What it finds
//! A mainland licensed lender's contract whose yearly rate in force, with the penalty once overdue, is above
//! the line; or whose instalments cost more than the line on the money received (flat fees, deductions).
//! # Why it matters
//! It is an argument in talks and a request in court, never a reason to call the loan unlawful.
//! # When it does not apply
//! To private lenders (four times the LPR instead), Hong Kong, buyers, payers and unknown kinds; where the
//! figures do not show it. The cost of instalments is tested only where the first period is about a month.
//! # Example
//! 18 % a year with a penalty of 150 %: 27 % while overdue, above 24 %.

use chrono::NaiveDate;

use crate::domain::calendar::{DayCount, months_and_days};
use crate::domain::contract::{Contract, PenaltyTerm};
use crate::domain::exact::Exact;
use crate::domain::finding::Finding;
use crate::domain::rate::{Percent, Rate};
use crate::engine::schedule::contract_schedule;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

const RULE: &str = "reduction-24";
const SOURCE: &str = "court-opinion-2017-2";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::CourtReduction) {
        return None;
    }
    let rate = yearly_now(case);
    let contract = case.debt.contract.as_ref();
    if rate.is_none() && contract.is_none() {
        return None;
    }
    let line = case.book().percent("court-reduction-line", case.as_of)?;
    let line_said = ("line", Fact::Percent(line));
    if let Some(rate) = rate.filter(|rate| *rate > line) {
        return case.finding(RULE, SOURCE, &[("rate", Fact::Percent(rate)), line_said]);
    }
    if contract.is_some_and(|contract| costs_more_than(contract, line)) {
        return case.variant(RULE, "instalments", SOURCE, &[line_said]);
    }
    None
}

/// What the debt bears a year on the day: the contract rate, the penalty rate once overdue, a card's daily
/// rate over 360 days, the smaller reading.
fn yearly_now(case: &Case<'_>) -> Option<Percent> {
    if let Some(daily) = case.debt.card.as_ref().and_then(|card| card.daily_rate) {
        return yearly(daily, DayCount::Actual360);
    }
    let contract = case.debt.contract.as_ref()?;
    let rate = rate_on(contract, case.as_of)?;
    match contract.penalty.filter(|_| case.is_overdue()) {
        None => yearly(rate, contract.day_count),
        Some(PenaltyTerm::Own(own)) => yearly(own, contract.day_count),
        Some(PenaltyTerm::Multiple(multiple)) => {
            let factor = rate.per_year(contract.day_count).ok()?;
            percent(factor.times(multiple.factor()).ok()?)
        }
    }
}

/// The contract's rate in force on a day; before the first dated rate the first one holds (S6).
pub(super) fn rate_on(contract: &Contract, on: NaiveDate) -> Option<Rate> {
    contract
        .rates
        .iter()
        .rfind(|rate| rate.from.is_none_or(|from| from <= on))
        .or_else(|| contract.rates.first())
        .map(|rate| rate.rate)
}

/// A rate as a yearly percentage, rounded half up to a millionth of a percent.
pub(super) fn yearly(rate: Rate, day_count: DayCount) -> Option<Percent> {
    percent(rate.per_year(day_count).ok()?)
}

fn percent(factor: Exact) -> Option<Percent> {
    let scaled = factor.times(Exact::whole(100_000_000)).ok()?;
    let denominator = scaled.denominator();
    let rounded = scaled
        .numerator()
        .checked_mul(2)?
        .checked_add(denominator)?
        .checked_div(denominator.checked_mul(2)?)?;
    Some(Percent::from_millionths(i64::try_from(rounded).ok()?))
}

/// Whether the instalments, discounted by a twelfth of the line each month, are worth more than what was
/// received: then the yearly rate by the simple measure (R1) is above the line. Whole numbers scaled by
/// 10^12, so that no float decides; a hundredth per row is left to the rounding of rows (S1).
fn costs_more_than(contract: &Contract, line: Percent) -> bool {
    worth_and_received(contract, line).is_some_and(|(worth, received)| worth > received)
}

const SCALE: i128 = 1_000_000_000_000;

fn worth_and_received(contract: &Contract, line: Percent) -> Option<(i128, i128)> {
    let first_is_a_month = contract
        .disbursed
        .is_none_or(|paid_out| months_and_days(paid_out, contract.first_due) <= (1, 0));
    if !first_is_a_month {
        return None; // a longer first period makes the rate lower than this test would say
    }
    let schedule = contract_schedule(contract).ok()?;
    let month = SCALE
        .checked_mul(i128::from(line.millionths()))?
        .checked_div(1_200_000_000)?
        .checked_add(SCALE)?;
    let received = contract.net_received.unwrap_or(contract.principal).minor();
    let slack = i128::try_from(schedule.rows().len()).ok()?;
    let mut factor = SCALE;
    let mut worth: i128 = 0;
    for row in schedule.rows() {
        factor = factor.checked_mul(SCALE)?.checked_div(month)?;
        worth = worth.checked_add(row.amount.minor().checked_mul(factor)?)?;
    }
    let received = received.checked_add(slack)?.checked_mul(SCALE)?;
    Some((worth, received))
}

#[cfg(test)]
mod tests {
    use super::{check, costs_more_than};
    use crate::domain::contract::{Method, PenaltyTerm};
    use crate::domain::lender::LenderKind;
    use crate::domain::money::Money;
    use crate::domain::rate::Percent;
    use crate::rules::checks::tests::{World, contract};

    #[test]
    fn penalty_interest_can_carry_it_over_the_line() {
        let mut world = World::loan(LenderKind::ConsumerFinanceCompany);
        let mut loan = contract("18%/year");
        loan.penalty = Some(PenaltyTerm::Multiple(Percent::whole(150)));
        world.debt().contract = Some(loan);
        assert!(world.run(check).is_none()); // 18 % while not overdue
        world.overdue(40);
        let finding = world.run(check).unwrap(); // 18 × 1.5 = 27
        assert!(finding.text.en.contains("27%") && finding.text.en.contains("24%"));
    }

    #[test]
    fn twenty_four_itself_is_not_above_it_and_others_have_other_lines() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().contract = Some(contract("24%/year"));
        assert!(world.run(check).is_none());
        world.debt().contract = Some(contract("36%/year"));
        assert!(world.run(check).is_some());
        world.as_hong_kong();
        assert!(world.run(check).is_none());
        let mut world = World::loan(LenderKind::Private);
        world.debt().contract = Some(contract("36%/year"));
        assert!(world.run(check).is_none());
    }

    /// CALC-06: over 12 months a flat fee of 1.123 % a month equals 24 % by the simple measure; so 1.12 %
    /// (13.44 % a year flat) is below the line and 1.13 % (13.56 %) above.
    #[test]
    fn flat_fees_are_measured_on_what_is_still_owed() {
        let flat = |rate| {
            let mut loan = contract(rate);
            loan.method = Method::FlatFee;
            loan
        };
        assert!(!costs_more_than(&flat("13.44%/year"), Percent::whole(24)));
        assert!(costs_more_than(&flat("13.56%/year"), Percent::whole(24)));
        // The cheaper one with a twelfth taken out beforehand costs far more.
        let mut short = flat("13.44%/year");
        short.net_received = Some(Money::from_minor(1_100_000));
        let mut world = World::loan(LenderKind::Bank);
        world.debt().contract = Some(short);
        assert!(world.run(check).unwrap().text.en.contains("instalments"));
    }
}
