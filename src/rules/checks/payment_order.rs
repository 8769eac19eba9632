//! A payment order is answered within its days (CRT-01, A-01).
//!
//! # What it finds
//! A mainland debt with a payment order out.
//! # Why it matters
//! Silence makes it enforceable, and an objection that only asks for time has no effect.
//! # When it does not apply
//! In Hong Kong; once the court clock recorded for it is marked done.
//! # Example
//! A court clock until 2026-12-03: answer in writing by that day.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::case::Case;
use crate::rules::checks::court::answer;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    answer(
        case,
        Proceedings::PaymentOrder,
        "payment-order",
        "payment-order-days",
        "civil-procedure-payment-order",
    )
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::ledger::ClockKind;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    #[test]
    fn with_its_date_or_with_its_days() {
        let mut world = World::loan(LenderKind::MicroloanCompany);
        assert!(world.run(check).is_none());
        world.debt().proceedings = Proceedings::PaymentOrder;
        assert!(world.run(check).unwrap().text.en.contains("Within 15 days"));
        world.clock("2026-12-03", ClockKind::Court);
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("by 3 December 2026")
        );
        world.ledger.clocks[0].until = day("2026-11-01");
        let late = world.run(check).unwrap().text.en;
        assert!(
            late.contains("was 1 November 2026, and it is over"),
            "{late}"
        );
        world.ledger.clocks[0].done = Some(day("2026-11-24"));
        assert!(world.run(check).is_none());
        world.ledger.clocks.clear();
        world.as_hong_kong();
        assert!(world.run(check).is_none());
    }
}
