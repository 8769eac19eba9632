//! The debt disclosed to others (COL-01, COL-03, COL-04).
//!
//! # What it finds
//! Contacts in which `disclosure` was noted.
//! # Why it matters
//! Privacy and personal information are protected whoever the lender is.
//! # When it does not apply
//! To guarantors and co-borrowers; in Hong Kong, where the lender is told ([`super::hk_conduct`]).
//! # Example
//! A collector tells a colleague how much is owed.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::Disclosure];
const GROUNDS: &[Ground] = &[
    Ground::new(Argument::BankingGuide, "banking-guide-2026"),
    Ground::new(Argument::NationalStandard, "national-standard-2025"),
    Ground::new(Argument::MainlandLaw, "civil-code-1033"),
];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "disclosure", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn the_source_fits_the_lender() {
        let source = |kind| {
            let mut world = World::loan(kind);
            world.contact("2026-11-05T10:00:00", &[Conduct::Disclosure]);
            world.run(check).unwrap().source.title.en
        };
        assert!(source(LenderKind::Bank).contains("Banking Association"));
        assert!(source(LenderKind::ConsumerFinanceCompany).contains("45251"));
        assert!(source(LenderKind::Private).contains("Civil Code"));
        assert!(World::card().run(check).is_none());
    }
}
