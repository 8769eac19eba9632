//! They did not say who they are (COL-03).
//!
//! # What it finds
//! Contacts in which `unidentified` was noted.
//! # Why it matters
//! A stranger who knows the data proves nothing; check first, then talk of payment.
//! # When it does not apply
//! To lenders outside the banking association's guide; for consumer finance companies it fits members, and
//! the text says so. Before the guide. In Hong Kong ([`super::hk_conduct`]).
//! # Example
//! A caller on 2026-11-05 who gives neither company nor work number.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::Unidentified];
const GROUNDS: &[Ground] =
    &[Ground::new(Argument::BankingGuide, "banking-guide-2026").saying_its_limit()];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "unidentified", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn only_where_the_guide_reaches() {
        let said = |kind, at: &str| {
            let mut world = World::loan(kind);
            world.contact(at, &[Conduct::Unidentified]);
            world.run(check)
        };
        let at = "2026-11-05T10:00:00";
        assert!(
            said(LenderKind::Bank, at)
                .unwrap()
                .text
                .en
                .contains("did not say who they are")
        );
        let company = said(LenderKind::ConsumerFinanceCompany, at).unwrap();
        assert!(company.text.en.contains("for members"));
        assert!(said(LenderKind::MicroloanCompany, at).is_none());
        assert!(said(LenderKind::Bank, "2026-01-29T10:00:00").is_none()); // before the guide
    }
}
