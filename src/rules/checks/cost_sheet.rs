//! Before new terms, ask for the cost sheet (INT-19).
//!
//! # What it finds
//! An open offer of instalments or an extension by a mainland licensed lender, made since the sheet is required.
//! # Why it matters
//! A restructuring often comes as a new loan: old penalty becomes principal, new fees appear.
//! # When it does not apply
//! To private lenders, buyers and Hong Kong; to a settlement in one payment, which is no new credit.
//! # Example
//! An offer of 2026-11-03 `instalments 24` by a consumer finance company.

use crate::domain::finding::Finding;
use crate::domain::offer::Party;
use crate::rules::applies::Argument;
use crate::rules::case::Case;

const SOURCE: &str = "cost-sheet-2026";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::RateDisclosure) {
        return None;
    }
    let newest = case
        .open_offers(Party::Lender)
        .filter(|offer| offer.terms.instalments.is_some() || offer.terms.extend.is_some())
        .map(|offer| offer.on)
        .max()?;
    let from = case.book().source(SOURCE)?.in_force.as_deref()?;
    if newest.to_string().as_str() < from {
        return None;
    }
    case.finding("cost-sheet", SOURCE, &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::domain::offer::Party;
    use crate::rules::checks::tests::World;

    #[test]
    fn an_offer_of_instalments_since_august_2026() {
        let fires = |kind, on: &str, terms| {
            let mut world = World::loan(kind);
            world.offer(Party::Lender, on, terms);
            world.run(check).is_some()
        };
        let company = LenderKind::ConsumerFinanceCompany;
        assert!(fires(company, "2026-11-03", "instalments 24"));
        assert!(fires(company, "2026-08-01", "extend 6"));
        assert!(!fires(company, "2026-07-31", "instalments 24"));
        assert!(!fires(company, "2026-11-03", "settle 6000"));
        assert!(!fires(LenderKind::Private, "2026-11-03", "instalments 24"));
    }
}
