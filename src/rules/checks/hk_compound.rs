//! A money lender's contract with interest on interest (HK-04).
//!
//! # What it finds
//! A Hong Kong money lender's contract recorded as compounding.
//! # Why it matters
//! It may make the loan unlawful or unenforceable; a court decides, so the papers belong with free advice.
//! # When it does not apply
//! To banks and the mainland.
//! # Example
//! `compound = true`.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let compounds = case.debt.contract.as_ref()?.compound;
    if !compounds || !case.may(Argument::MoneyLenderLaw) {
        return None;
    }
    case.finding("hk-compound", "cap-163-compound", &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, contract};

    #[test]
    fn only_money_lenders() {
        let fires = |mut world: World, compound| {
            let mut loan = contract("30%/year");
            loan.compound = compound;
            world.debt().contract = Some(loan);
            world.run(check).is_some()
        };
        assert!(fires(World::hong_kong(LenderKind::MoneyLender), true));
        assert!(!fires(World::hong_kong(LenderKind::MoneyLender), false));
        assert!(!fires(World::hong_kong(LenderKind::Bank), true));
        assert!(!fires(World::loan(LenderKind::Bank), true));
    }
}
