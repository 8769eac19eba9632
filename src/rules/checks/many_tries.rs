//! More than six unanswered tries in a day (COL-03).
//!
//! # What it finds
//! The day on which the holder tried most often without an answer, if more than the book's number.
//! # Why it matters
//! The guide counts tries to one number; the log counts those to the borrower.
//! # When it does not apply
//! To several lenders together; to answered calls; to lenders outside the banking association's guide. For
//! consumer finance companies it fits members, and the text says so.
//! # Example
//! Seven missed calls of a bank on one day.

use crate::domain::contact::{Contact, Outcome};
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::many_calls::busiest;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::BankingGuide) {
        return None;
    }
    let (day, count, limit) = busiest(case, "tries-a-day", is_missed)?;
    let facts = [
        ("day", Fact::Date(day)),
        ("count", Fact::count(count)),
        ("limit", Fact::Count(limit.into())),
    ];
    case.finding("many-tries", "banking-guide-2026", &facts)
}

fn is_missed(contact: &Contact) -> bool {
    contact.answered == Some(false) || contact.outcome == Some(Outcome::NoAnswer)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    fn missed(mut world: World, day: &str, count: u32) -> World {
        for minute in 0..count {
            world
                .contact(&format!("{day}T10:{minute:02}:00"), &[])
                .answered = Some(false);
        }
        world
    }

    #[test]
    fn the_seventh_try_is_one_too_many() {
        assert!(missed(World::card(), "2026-11-05", 6).run(check).is_none());
        let finding = missed(World::card(), "2026-11-05", 7).run(check).unwrap();
        assert!(finding.text.en.contains("tried 7 times"));
        // The guide is of 30 January 2026.
        assert!(missed(World::card(), "2026-01-29", 7).run(check).is_none());
        let microloan = World::loan(LenderKind::MicroloanCompany);
        assert!(missed(microloan, "2026-11-05", 7).run(check).is_none());
    }
}
