//! Impostor collectors in Hong Kong.
//!
//! # What it finds
//! Contacts of a Hong Kong debt in which a private account, a fee first or impersonation was noted.
//! # Why it matters
//! Impostors with real personal data and forged letters were reported; knowing a name proves nothing.
//! # When it does not apply
//! On the mainland ([`super::pay_only_the_lender`], [`super::impersonation`]).
//! # Example
//! "The bank sent us, transfer to me" on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[
    Conduct::PrivateAccount,
    Conduct::FeeFirst,
    Conduct::Impersonation,
];
const GROUNDS: &[Ground] = &[Ground::new(Argument::HongKongLaw, "impostors-2026")];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "hk-impostor", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn nothing_is_transferred_by_phone() {
        let mut world = World::hong_kong(LenderKind::Bank);
        assert!(world.run(check).is_none());
        world.contact("2026-11-05T10:00:00", &[Conduct::PrivateAccount]);
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("Transfer nothing")
        );
        let mut mainland = World::card();
        mainland.contact("2026-11-05T10:00:00", &[Conduct::PrivateAccount]);
        assert!(mainland.run(check).is_none());
    }
}
