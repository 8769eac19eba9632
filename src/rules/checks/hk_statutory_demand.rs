//! A Hong Kong statutory demand has two clocks.
//!
//! # What it finds
//! A Hong Kong debt at the stage of a lawyer's letter, of at least the book's amount where the position is known.
//! # Why it matters
//! About three weeks to pay or agree, eighteen days to ask a court to set it aside: both are short.
//! # When it does not apply
//! On the mainland; below the amount; once a suit is filed ([`super::hk_court_paper`]).
//! # Example
//! `proceedings = "lawyer-letter"` for a money lender.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let letter = case.debt.proceedings == Proceedings::LawyerLetter;
    if !letter || !case.may(Argument::HongKongLaw) {
        return None;
    }
    let book = case.book();
    let least = book.money("hk-demand-least", case.as_of)?;
    if case
        .position
        .is_some_and(|position| position.parts.total() < least)
    {
        return None;
    }
    let days = book.whole("hk-demand-days", case.as_of)?;
    let aside = book.whole("hk-set-aside-days", case.as_of)?;
    let facts = [
        ("days", Fact::Count(days.into())),
        ("aside", Fact::Count(aside.into())),
    ];
    case.finding("hk-statutory-demand", "bankruptcy-rules", &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::lender::LenderKind;
    use crate::domain::{Money, Parts};
    use crate::rules::checks::tests::World;

    #[test]
    fn both_clocks_are_named() {
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        world.debt().proceedings = Proceedings::LawyerLetter;
        let text = world.run(check).unwrap().text.en;
        assert!(text.contains("about 21 days") && text.contains("18 days"));
        let owed = |minor| Parts {
            principal: Money::from_minor(minor),
            ..Parts::ZERO
        };
        world.owes(owed(999_999));
        assert!(world.run(check).is_none());
        world.owes(owed(1_000_000));
        assert!(world.run(check).is_some());
        world.ledger.lenders[0].region = crate::domain::Region::Cn;
        world.ledger.lenders[0].kind = Some(LenderKind::Bank);
        assert!(world.run(check).is_none());
    }
}
