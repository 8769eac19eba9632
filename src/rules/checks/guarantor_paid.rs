//! A guarantor or insurer that paid may recover it.
//!
//! # What it finds
//! A mainland debt now held by a guarantor or insurer.
//! # Why it matters
//! Two may collect one debt; the payer's claim is what it paid, with the borrower's defences.
//! # When it does not apply
//! While the lender still holds the claim; in Hong Kong.
//! # Example
//! `[[debt.holder]]` with a lender of kind `guarantor` since 2026-09-15.

use crate::domain::finding::Finding;
use crate::rules::applies::Standing;
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.standing() != Standing::Paid {
        return None;
    }
    case.finding("guarantor-paid", "civil-code-700", &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    #[test]
    fn the_holder_of_the_day_decides() {
        let mut world = World::loan(LenderKind::Bank);
        assert!(world.run(check).is_none());
        world.held_by(LenderKind::Guarantor, "2026-09-15");
        assert!(world.run(check).is_some());
        world.as_of = day("2026-09-14");
        assert!(world.run(check).is_none());
    }
}
