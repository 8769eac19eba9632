//! A Hong Kong court paper is answered by the date on it.
//!
//! # What it finds
//! A Hong Kong debt with a suit, judgment or enforcement, or a court clock running.
//! # Why it matters
//! Without an answer judgment is given by default.
//! # When it does not apply
//! On the mainland, whose papers have days of their own; once the recorded court clock is marked done.
//! # Example
//! A writ with a court clock until 2026-12-09.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::court::{dated, is_answered};
use crate::rules::fill::Fact;
use crate::rules::stage::court_clock;

const RULE: &str = "hk-court-paper";
const SOURCE: &str = "hk-courts";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::HongKongLaw) {
        return None;
    }
    if let Some(until) = court_clock(case) {
        return case.variant(
            RULE,
            dated(case, until),
            SOURCE,
            &[("until", Fact::Date(until))],
        );
    }
    let paper = match case.debt.proceedings {
        Proceedings::PaymentOrder
        | Proceedings::Arbitration
        | Proceedings::Filed
        | Proceedings::Judgment
        | Proceedings::Enforcement => true,
        Proceedings::None
        | Proceedings::Lender
        | Proceedings::OutsideCollector
        | Proceedings::LawyerLetter
        | Proceedings::Mediation => false,
    };
    if !paper || is_answered(case) {
        return None;
    }
    case.finding(RULE, SOURCE, &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::ledger::ClockKind;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn a_writ_is_answered() {
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        assert!(world.run(check).is_none());
        world.debt().proceedings = Proceedings::Filed;
        assert!(world.run(check).unwrap().text.en.contains("Duty Lawyer"));
        world.clock("2026-12-09", ClockKind::Court);
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("9 December 2026")
        );
        let mut mainland = World::loan(LenderKind::Bank);
        mainland.debt().proceedings = Proceedings::Filed;
        assert!(mainland.run(check).is_none());
    }
}
