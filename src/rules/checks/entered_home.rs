//! A home or workplace entered without consent (COL-03, COL-04).
//!
//! # What it finds
//! Contacts in which `entered-home` was noted.
//! # Why it matters
//! Nobody may come in without consent, whoever the lender is.
//! # When it does not apply
//! To bailiffs with a court's paper; in Hong Kong ([`super::hk_conduct`]).
//! # Example
//! Two men push into the flat on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::EnteredHome];
const GROUNDS: &[Ground] = &[Ground::new(Argument::MainlandLaw, "civil-code-1033")];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "entered-home", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn no_lender_may() {
        for kind in [LenderKind::Bank, LenderKind::Private, LenderKind::Assignee] {
            let mut world = World::loan(kind);
            assert!(world.run(check).is_none());
            world.contact("2026-11-05T10:00:00", &[Conduct::EnteredHome]);
            assert!(
                world.run(check).unwrap().source.title.en.contains("1032"),
                "{kind}"
            );
            world.as_hong_kong();
            assert!(world.run(check).is_none());
        }
    }
}
