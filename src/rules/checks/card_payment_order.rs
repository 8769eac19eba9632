//! From day 91 a card payment goes to principal first (INT-08).
//!
//! # What it finds
//! A mainland bank card overdue for as long as the book's number says.
//! # Why it matters
//! From that day a payment really lowers what bears interest.
//! # When it does not apply
//! To loans, though many contracts copy it; before that day.
//! # Example
//! A card 91 days overdue.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::CardPaymentOrder) {
        return None;
    }
    let days = case.days().filter(|days| *days > 0)?;
    let from = case.book().whole("card-principal-first-days", case.as_of)?;
    if days < from {
        return None;
    }
    let facts = [
        ("days", Fact::Count(days.into())),
        ("from", Fact::Count(from.into())),
    ];
    case.finding("card-payment-order", "card-measures-57", &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn the_order_turns_on_day_91() {
        let mut world = World::card();
        world.overdue(90);
        assert!(world.run(check).is_none());
        world.overdue(91);
        assert!(world.run(check).is_some());
        let mut loan = World::loan(LenderKind::Bank);
        loan.overdue(91);
        assert!(loan.run(check).is_none());
    }
}
