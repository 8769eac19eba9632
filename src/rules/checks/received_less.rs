//! Less was received than the contract's principal (INT-20).
//!
//! # What it finds
//! A contract whose `net-received` is below its principal.
//! # Why it matters
//! Interest may not be taken out of the principal beforehand; if it was, repayment and interest go by what
//! arrived. A new contract signed over the old one loses the argument.
//! # When it does not apply
//! In Hong Kong; where nothing is recorded of what arrived.
//! # Example
//! Principal 12,000, 11,000 arrived: a warning, with the 1,000 that is missing.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let contract = case.debt.contract.as_ref()?;
    let received = contract
        .net_received
        .filter(|received| *received < contract.principal)?;
    if !case.may(Argument::MainlandLaw) {
        return None;
    }
    let facts = [
        ("principal", Fact::Money(contract.principal)),
        ("received", Fact::Money(received)),
        ("less", Fact::Money(contract.principal - received)),
    ];
    case.finding("received-less", "civil-code-670", &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::domain::money::Money;
    use crate::rules::checks::tests::{World, contract};

    #[test]
    fn what_is_missing_is_named() {
        let mut world = World::loan(LenderKind::MicroloanCompany);
        world.debt().contract = Some(contract("18%/year"));
        assert!(world.run(check).is_none());
        let mut loan = contract("18%/year"); // principal 12,000
        loan.net_received = Some(Money::from_minor(1_100_000));
        world.debt().contract = Some(loan);
        let finding = world.run(check).unwrap();
        assert!(finding.text.en.contains("¥1,000.00 less"));
        assert!(finding.text.zh_hans.contains("少了1,000.00 元"));
        world.as_hong_kong();
        assert!(world.run(check).is_none());
    }
}
