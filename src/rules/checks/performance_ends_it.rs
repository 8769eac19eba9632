//! A relief agreement fully performed ends what it leaves (OD-08).
//!
//! # What it finds
//! An open or accepted offer on the debt that waives something or settles it, or a debt written off.
//! # Why it matters
//! It is the strongest reason to have a waiver in writing, and to ask for a discharge certificate.
//! # When it does not apply
//! Outside mainland financial enterprises; microloan companies follow it by reference.
//! # Example
//! An open offer `settle 6000 by 2026-11-30`: a note to have "payment settles the debt" written down.

use crate::domain::finding::Finding;
use crate::domain::offer::OfferStatus;
use crate::rules::applies::{Argument, Fit};
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let relief = case.ledger.offers.iter().any(|offer| {
        let status = offer.status_on(case.as_of);
        offer.debt == case.debt.id
            && offer.on <= case.as_of
            && matches!(status, OfferStatus::Open | OfferStatus::Accepted)
            && (!offer.terms.waive.is_empty() || offer.terms.settle.is_some())
    });
    if !relief && !case.is_written_off() {
        return None;
    }
    match case.fit(Argument::WriteOff) {
        Fit::Cite => case.finding("performance-ends-it", "write-off-16", &[]),
        Fit::Limited => case.variant("performance-ends-it", "by-reference", "write-off-16", &[]),
        Fit::Never => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::domain::offer::Party;
    use crate::rules::checks::tests::World;

    #[test]
    fn a_waiver_on_the_table_is_to_be_written_down() {
        let mut world = World::loan(LenderKind::ConsumerFinanceCompany);
        world.offer(Party::Lender, "2026-11-20", "instalments 12");
        assert!(world.run(check).is_none());
        world.offer(
            Party::Borrower,
            "2026-11-21",
            "waive penalty=all; instalments 12",
        );
        assert!(world.run(check).is_some());
    }

    #[test]
    fn private_lenders_are_no_financial_enterprises() {
        let mut world = World::loan(LenderKind::Private);
        world.offer(Party::Lender, "2026-11-20", "settle 100");
        assert!(world.run(check).is_none());
    }
}
