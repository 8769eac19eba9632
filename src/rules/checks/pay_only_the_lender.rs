//! Asked to pay a private account, or a fee first (AGR-W3).
//!
//! # What it finds
//! Contacts in which `private-account` or `fee-first` was noted.
//! # Why it matters
//! Money paid elsewhere is gone and the debt stays.
//! # When it does not apply
//! In Hong Kong ([`super::hk_impostor`]). A fee named in the contract and paid to the lender is another matter.
//! # Example
//! "Add me and transfer it here" on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::PrivateAccount, Conduct::FeeFirst];
const GROUNDS: &[Ground] = &[Ground::new(Argument::MainlandLaw, "risk-notices")];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "pay-only-the-lender", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn only_the_account_in_the_contract() {
        for conduct in [Conduct::PrivateAccount, Conduct::FeeFirst] {
            let mut world = World::loan(LenderKind::MicroloanCompany);
            assert!(world.run(check).is_none());
            world.contact("2026-11-05T10:00:00", &[conduct]);
            assert!(world.run(check).is_some(), "{conduct}");
        }
    }
}
