//! A claim is answered within its days.
//!
//! # What it finds
//! A mainland debt with a suit filed.
//! # Why it matters
//! Silence does not stop the case; it can be decided without the borrower.
//! # When it does not apply
//! In Hong Kong, where the paper sets its own time; once the recorded court clock is marked done.
//! # Example
//! `proceedings = "filed"` and a court clock until 2026-12-09.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::case::Case;
use crate::rules::checks::court::answer;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    answer(
        case,
        Proceedings::Filed,
        "claim-answer",
        "claim-answer-days",
        "civil-procedure-answer",
    )
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::ledger::ClockKind;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn a_suit_is_answered() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().proceedings = Proceedings::Mediation;
        assert!(world.run(check).is_none());
        world.debt().proceedings = Proceedings::Filed;
        assert!(world.run(check).unwrap().text.en.contains("within 15 days"));
        world.clock("2026-12-09", ClockKind::Court);
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("9 December 2026")
        );
    }
}
