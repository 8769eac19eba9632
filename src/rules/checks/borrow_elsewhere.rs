//! Pushed to borrow elsewhere in order to pay (COL-03).
//!
//! # What it finds
//! Contacts in which `pushes-new-borrowing` was noted.
//! # Why it matters
//! More borrowing makes it worse; the guide lists it among the bans.
//! # When it does not apply
//! To lenders outside the banking association's guide; for consumer finance companies it fits members, and
//! the text says so. Before the guide. In Hong Kong ([`super::hk_conduct`]).
//! # Example
//! "Take another app's loan and pay us first" on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::PushesNewBorrowing];
const GROUNDS: &[Ground] =
    &[Ground::new(Argument::BankingGuide, "banking-guide-2026").saying_its_limit()];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "borrow-elsewhere", WORDS, GROUNDS)
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
            world.contact(at, &[Conduct::PushesNewBorrowing]);
            world.run(check)
        };
        let at = "2026-11-05T10:00:00";
        assert!(
            said(LenderKind::Bank, at)
                .unwrap()
                .text
                .en
                .contains("pushed to borrow")
        );
        let company = said(LenderKind::ConsumerFinanceCompany, at).unwrap();
        assert!(company.text.en.contains("for members"));
        assert!(said(LenderKind::MicroloanCompany, at).is_none());
        assert!(said(LenderKind::Bank, "2026-01-29T10:00:00").is_none()); // before the guide
    }
}
