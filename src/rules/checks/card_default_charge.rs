//! Default charges and fees on a card bear no interest (CC-05).
//!
//! # What it finds
//! A mainland bank card whose newest claim names default charges or fees.
//! # Why it matters
//! Interest on them is a mistake worth asking about when checking the bill.
//! # When it does not apply
//! To loans; to a claim of one sum without parts.
//! # Example
//! A claim with 300.00 of penalty: a note to see that no interest was added on it.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::CardOnly) {
        return None;
    }
    let parts = case.debt.newest_claim(case.as_of)?.parts();
    let charges = parts.penalty + parts.fees;
    if !charges.is_positive() {
        return None;
    }
    let facts = [("amount", Fact::Money(charges))];
    case.finding("card-default-charge", "card-notice-2016", &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::domain::{Money, Parts};
    use crate::rules::checks::tests::World;

    #[test]
    fn only_cards_with_charges() {
        let parts = Parts {
            principal: Money::from_minor(500_000),
            penalty: Money::from_minor(30_000),
            fees: Money::from_minor(1_000),
            ..Parts::ZERO
        };
        let mut card = World::card();
        card.claims("2026-11-01", parts);
        assert!(card.run(check).unwrap().text.en.contains("¥310.00"));
        let mut loan = World::loan(LenderKind::Bank);
        loan.claims("2026-11-01", parts);
        assert!(loan.run(check).is_none());
        let mut clean = World::card();
        let none = Money::ZERO;
        clean.claims(
            "2026-11-01",
            Parts {
                penalty: none,
                fees: none,
                ..parts
            },
        );
        assert!(clean.run(check).is_none());
    }
}
