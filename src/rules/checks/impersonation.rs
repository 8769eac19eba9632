//! Posing as police, court or an official body (CF-05, A-21).
//!
//! # What it finds
//! Contacts in which `impersonation` was noted.
//! # Why it matters
//! Banks and consumer finance companies may not; with anyone else it is a common sign of fraud.
//! # When it does not apply
//! In Hong Kong ([`super::hk_impostor`]). A real notice of the police or a court is no impersonation: its
//! number can be checked.
//! # Example
//! "We are the economic police" on 2026-11-05: 12368 says whether a case number is real.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::Impersonation];
const GROUNDS: &[Ground] = &[
    Ground::new(Argument::ConsumerProtection, "consumer-protection-2023"),
    Ground::new(Argument::MainlandLaw, "court-line-12368").worded("check"),
];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "impersonation", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn whoever_it_is_the_number_can_be_checked() {
        let said = |kind| {
            let mut world = World::loan(kind);
            world.contact("2026-11-05T10:00:00", &[Conduct::Impersonation]);
            world.run(check).unwrap()
        };
        let bank = said(LenderKind::Bank);
        assert!(bank.source.title.en.contains("Consumer Protection"));
        let microloan = said(LenderKind::MicroloanCompany);
        assert!(microloan.source.title.en.contains("12368"));
        assert!(bank.text.en.contains("12368") && microloan.text.en.contains("12368"));
        assert!(World::card().run(check).is_none());
    }
}
