//! Improper collection in Hong Kong: the lender answers for its collector.
//!
//! # What it finds
//! Contacts of a Hong Kong bank's or money lender's debt in which threats, insults, violence or the like were
//! noted; for a bank also when someone else was drawn in.
//! # Why it matters
//! The lender asks to be told and stays answerable.
//! A money lender answers under its licence conditions (HK-06), a bank under what is asked of banks.
//! # When it does not apply
//! On the mainland; to other holders in Hong Kong, for whom the book has no such rule. Referees of a money
//! lender are [`super::hk_referee`], impostors [`super::hk_impostor`].
//! # Example
//! "We come tonight, with red paint" on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::applies::Standing;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[
    Conduct::Threat,
    Conduct::Insult,
    Conduct::Violence,
    Conduct::Disclosure,
    Conduct::QuietHours,
    Conduct::TooOften,
    Conduct::ExaggeratedConsequence,
    Conduct::PushesNewBorrowing,
    Conduct::Unidentified,
    Conduct::EnteredHome,
];
const GROUNDS: &[Ground] = &[
    Ground::new(Argument::MoneyLenderLaw, "licence-conditions"),
    Ground::new(Argument::HongKongCollector, "collector-notice"),
];

const FOR_A_BANK: &[Conduct] = &[Conduct::ThirdParty];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let words = if case.standing() == Standing::HongKongBank {
        [WORDS, FOR_A_BANK].concat()
    } else {
        WORDS.to_vec()
    };
    noted(case, "hk-conduct", &words, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn threats_are_told_to_the_lender() {
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        assert!(world.run(check).is_none());
        world.contact("2026-11-05T10:00:00", &[Conduct::Threat]);
        let found = world.run(check).unwrap();
        assert!(found.text.en.contains("999"));
        // A document that can be looked up, not only "requirements".
        assert!(found.source.title.en.contains("licence conditions"));
        let mut mainland = World::loan(LenderKind::Bank);
        mainland.contact("2026-11-05T10:00:00", &[Conduct::Threat]);
        assert!(mainland.run(check).is_none());
    }

    #[test]
    fn a_bank_has_no_referees_so_others_count_here() {
        let mut world = World::hong_kong(LenderKind::Bank);
        world.contact("2026-11-05T10:00:00", &[Conduct::ThirdParty]);
        let found = world.run(check).unwrap();
        assert!(found.source.title.en.contains("requirements on banks"));
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        world.contact("2026-11-05T10:00:00", &[Conduct::ThirdParty]);
        assert!(world.run(check).is_none());
    }
}
