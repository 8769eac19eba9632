//! A Hong Kong collector: see the written notice first.
//!
//! # What it finds
//! A debt of a Hong Kong bank or money lender that is with an outside collector.
//! # Why it matters
//! The lender gives notice in writing before and answers for its collector; without it nobody knows who calls.
//! # When it does not apply
//! On the mainland ([`super::outsourcing`]); to other holders.
//! # Example
//! `proceedings = "outside-collector"` for 亞洲聯合財務.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let outside = case.debt.proceedings == Proceedings::OutsideCollector;
    if !outside || !case.may(Argument::HongKongCollector) {
        return None;
    }
    case.finding("hk-collector", "collector-notice", &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn the_notice_comes_first() {
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        assert!(world.run(check).is_none());
        world.debt().proceedings = Proceedings::OutsideCollector;
        assert!(world.run(check).is_some());
        let mut mainland = World::loan(LenderKind::Bank);
        mainland.debt().proceedings = Proceedings::OutsideCollector;
        assert!(mainland.run(check).is_none());
    }
}
