//! An extension is asked for before the term ends (INT-23, INT-24).
//!
//! # What it finds
//! A mainland loan still running, overdue or with a hardship recorded, whose talks have not led to an agreement.
//! # Why it matters
//! The code speaks of extension before the last due date; after it one asks for deferment or new terms.
//! # When it does not apply
//! To cards, to Hong Kong, after acceleration or the last due date, once something is agreed; past 90 days,
//! after write-off or once a court is busy with it.
//! # Example
//! Last instalment on 2027-02-10, illness recorded: a note that there is still time.

use chrono::NaiveDate;

use crate::domain::calendar::DueDates;
use crate::domain::contract::Contract;
use crate::domain::debt::Talks;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::MainlandLaw)
        || !case.is_loan()
        || !case.is_in_trouble()
        || !case.is_early()
    {
        return None;
    }
    let agreed = matches!(case.talks(), Talks::Agreed | Talks::Performing);
    let accelerated = case.debt.accelerated.is_some_and(|on| on <= case.as_of);
    if agreed || accelerated {
        return None;
    }
    let end = last_due(case.debt.contract.as_ref()?)?;
    if end < case.as_of {
        return None;
    }
    case.finding(
        "extension-early",
        "civil-code-678",
        &[("end", Fact::Date(end))],
    )
}

fn last_due(contract: &Contract) -> Option<NaiveDate> {
    if let Some(row) = contract.rows.last() {
        return Some(row.on);
    }
    let dates = DueDates {
        first: contract.first_due,
    };
    Some(dates.nth(contract.count.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Talks;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, contract, day};

    #[test]
    fn while_the_term_runs_there_is_time() {
        let mut world = World::loan(LenderKind::ConsumerFinanceCompany);
        let mut loan = contract("18%/year"); // 12 instalments
        loan.first_due = day("2026-01-10");
        world.debt().contract = Some(loan.clone());
        assert!(world.run(check).is_none()); // nothing is wrong
        world.overdue(15);
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("10 December 2026")
        );
        world.debt().talks = Talks::Performing;
        assert!(world.run(check).is_none());
        world.debt().talks = Talks::Waiting;
        loan.first_due = day("2025-11-20"); // the last falls on 2026-10-20, before 25 November
        world.debt().contract = Some(loan);
        assert!(world.run(check).is_none());
    }
}
