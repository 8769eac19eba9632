//! Threats, insults or violence (CF-05, COL-06, COL-07).
//!
//! # What it finds
//! Contacts in which `threat`, `insult` or `violence` was noted.
//! # Why it matters
//! Banks and consumer finance companies may not collect so; from anyone it can be an offence; from an
//! unlicensed lender it is a matter for the police, not a negotiation.
//! # When it does not apply
//! In Hong Kong ([`super::hk_conduct`]). The rule on collecting illegal debts is named for unlicensed lenders
//! alone. The law of public security is cited by the day of the act: art. 50 since 2026, art. 42 before.
//! # Example
//! Two threatening calls of a microloan company's collector in November 2026.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::applies::Standing;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::Threat, Conduct::Insult, Conduct::Violence];
const GROUNDS: &[Ground] = &[
    Ground::new(Argument::ConsumerProtection, "consumer-protection-2023"),
    Ground::new(Argument::MainlandLaw, "public-security-2026").worded("repeated"),
    Ground::new(Argument::MainlandLaw, "public-security-2012").worded("repeated"),
];

const UNLICENSED: &[Ground] =
    &[Ground::new(Argument::MainlandLaw, "criminal-law-293-1").worded("unlicensed")];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let grounds = if case.standing() == Standing::Unlicensed {
        UNLICENSED
    } else {
        GROUNDS
    };
    noted(case, "threat", WORDS, grounds)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    fn said(kind: LenderKind, at: &str) -> crate::domain::finding::Finding {
        let mut world = World::loan(kind);
        assert!(world.run(check).is_none());
        world.contact(at, &[Conduct::Threat]);
        world.run(check).unwrap()
    }

    #[test]
    fn the_source_fits_the_lender_and_the_day() {
        let at = "2026-11-05T10:00:00";
        let source = |kind, at| said(kind, at).source.title.en;
        assert!(source(LenderKind::Bank, at).contains("Consumer Protection"));
        assert!(source(LenderKind::MicroloanCompany, at).contains("art. 50"));
        let before = source(LenderKind::MicroloanCompany, "2025-11-05T10:00:00");
        assert!(before.contains("art. 42"));
        assert!(source(LenderKind::Unlicensed, at).contains("293-1"));
    }

    #[test]
    fn lawful_debts_are_never_called_illegal() {
        for kind in [
            LenderKind::Bank,
            LenderKind::MicroloanCompany,
            LenderKind::Private,
        ] {
            let finding = said(kind, "2026-11-05T10:00:00");
            assert!(!finding.text.en.contains("illegal"), "{kind}");
        }
    }
}
