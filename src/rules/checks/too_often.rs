//! Contact noted as too frequent (COL-01, COL-03, COL-04).
//!
//! # What it finds
//! Contacts in which `too-often` was noted.
//! # Why it matters
//! The rules count conversations and tries a day; the log needs answered and minutes to count them.
//! # When it does not apply
//! In Hong Kong, where the lender is told ([`super::hk_conduct`]).
//! # Example
//! A microloan company's call on 2026-11-05, noted as too frequent.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::TooOften];
const GROUNDS: &[Ground] = &[
    Ground::new(Argument::BankingGuide, "banking-guide-2026"),
    Ground::new(Argument::NationalStandard, "national-standard-2025"),
    Ground::new(Argument::MainlandLaw, "civil-code-1033"),
];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "too-often", WORDS, GROUNDS)
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
            world.contact("2026-11-05T10:00:00", &[Conduct::TooOften]);
            world.run(check).unwrap().source.title.en
        };
        assert!(source(LenderKind::Bank).contains("Banking Association"));
        assert!(source(LenderKind::MicroloanCompany).contains("45251"));
        assert!(source(LenderKind::Private).contains("Civil Code"));
        assert!(World::card().run(check).is_none());
    }
}
