//! Collecting from people who do not owe (COL-01, COL-03, CF-02, CC-04, COL-04).
//!
//! # What it finds
//! Contacts in which `third-party` was noted.
//! # Why it matters
//! Others have no duty to pay, and the debt is nobody's business but the borrower's.
//! # When it does not apply
//! To guarantors and co-borrowers, who do owe. In Hong Kong a referee is another matter
//! ([`super::hk_referee`]).
//! # Example
//! 招联's outside agency rings the borrower's sister on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::ThirdParty];
const GROUNDS: &[Ground] = &[
    Ground::new(Argument::BankingGuide, "banking-guide-2026"),
    Ground::new(Argument::CardOnly, "card-measures-68"),
    Ground::new(Argument::ConsumerFinanceConduct, "consumer-finance-2024"),
    Ground::new(Argument::NationalStandard, "national-standard-2025"),
    Ground::new(Argument::MainlandLaw, "civil-code-1033"),
];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "third-party", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    fn source(mut world: World, at: &str) -> String {
        world.contact(at, &[Conduct::ThirdParty]);
        world.run(check).unwrap().source.title.en
    }

    #[test]
    fn the_source_fits_the_lender_and_the_day() {
        let at = "2026-11-05T10:00:00";
        let company = World::loan(LenderKind::ConsumerFinanceCompany);
        assert!(source(company, at).contains("Consumer Finance"));
        let microloan = World::loan(LenderKind::MicroloanCompany);
        assert!(source(microloan, at).contains("45251"));
        assert!(source(World::card(), at).contains("Banking Association"));
        assert!(source(World::card(), "2025-11-05T10:00:00").contains("Credit Card"));
        assert!(source(World::loan(LenderKind::Assignee), at).contains("Civil Code"));
    }

    #[test]
    fn hong_kong_is_not_told_of_mainland_rules() {
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        world.contact("2026-11-05T10:00:00", &[Conduct::ThirdParty]);
        assert!(world.run(check).is_none());
    }
}
