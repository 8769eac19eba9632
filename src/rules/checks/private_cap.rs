//! Private lending: interest above four times the LPR of the contract day is not supported (INT-12).
//!
//! # What it finds
//! A private lender's contract whose yearly rate is above four times the one-year LPR known for the day it was
//! made; or one whose month the book has no LPR for, saying so.
//! # Why it matters
//! Here, and only here, the line is what courts go by.
//! # When it does not apply
//! To anyone licensed (INT-13), to Hong Kong, to unknown kinds; to a contract without a rate.
//! # Example
//! Lent on 2025-10-01 at 24 % a year: four times 3.00 % is 12 %.

use crate::domain::finding::Finding;
use crate::domain::rate::Percent;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::reduction_24::{rate_on, yearly};
use crate::rules::fill::Fact;

const RULE: &str = "private-cap";
const SOURCE: &str = "private-lending-25";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::PrivateCap) {
        return None;
    }
    let contract = case.debt.contract.as_ref()?;
    let made = contract.disbursed.unwrap_or(contract.first_due);
    let rate = yearly(rate_on(contract, made)?, contract.day_count)?;
    let said = ("rate", Fact::Percent(rate));
    let times = case.book().whole("private-cap-multiple", made)?;
    let Some(lpr) = case.book().percent("lpr-1y", made) else {
        let bears_interest = !rate.is_zero();
        return bears_interest
            .then(|| case.variant(RULE, "unknown", SOURCE, &[said]))
            .flatten();
    };
    let cap = Percent::from_millionths(lpr.millionths().checked_mul(i64::from(times))?);
    if rate <= cap {
        return None;
    }
    let facts = [
        said,
        ("lpr", Fact::Percent(lpr)),
        ("cap", Fact::Percent(cap)),
    ];
    case.finding(RULE, SOURCE, &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, contract, day};

    fn lent(kind: LenderKind, rate: &str, on: &str) -> World {
        let mut world = World::loan(kind);
        let mut loan = contract(rate);
        loan.disbursed = Some(day(on));
        world.debt().contract = Some(loan);
        world
    }

    #[test]
    fn four_times_three_percent_is_twelve() {
        let finding = lent(LenderKind::Private, "12.01%/year", "2025-10-01").run(check);
        assert!(finding.unwrap().text.en.contains("four times is 12%"));
        let at_the_line = lent(LenderKind::Private, "12%/year", "2025-10-01");
        assert!(at_the_line.run(check).is_none());
    }

    #[test]
    fn without_the_lpr_of_the_month_it_says_so() {
        let finding = lent(LenderKind::Private, "20%/year", "2026-06-01").run(check);
        assert!(finding.unwrap().text.en.contains("look it up"));
    }

    #[test]
    fn licensed_lenders_are_never_measured_by_it() {
        for kind in [
            LenderKind::Bank,
            LenderKind::ConsumerFinanceCompany,
            LenderKind::MicroloanCompany,
            LenderKind::Assignee,
            LenderKind::MoneyLender,
        ] {
            let world = lent(kind, "36%/year", "2025-10-01");
            assert!(world.run(check).is_none(), "{kind}");
        }
    }
}
