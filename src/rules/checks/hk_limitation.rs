//! The time to sue in Hong Kong is near its end, or may be over.
//!
//! # What it finds
//! A Hong Kong debt for which no payment, acknowledgment or due date is known for about five years, or longer
//! than the six.
//! # Why it matters
//! A signed acknowledgment or a part payment can start the time again.
//! # When it does not apply
//! To more recent debts; on the mainland ([`super::limitation`]); to a judgment, which has a longer time. It
//! never advises to wait.
//! # Example
//! Unpaid since March 2021, nothing recorded since.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::limitation::told;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let judged = matches!(
        case.debt.proceedings,
        Proceedings::Judgment | Proceedings::Enforcement
    );
    if judged || !case.may(Argument::HongKongLaw) {
        return None;
    }
    told(case, "hk-limitation", ["cap-347", "cap-347"])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    #[test]
    fn six_years_not_three() {
        let unpaid_since = |on: &str| {
            let mut world = World::hong_kong(LenderKind::MoneyLender);
            world.debt().oldest_unpaid = Some(day(on));
            world
        };
        assert!(unpaid_since("2023-03-10").run(check).is_none());
        let near = unpaid_since("2021-03-10").run(check).unwrap(); // 5 years 8 months
        assert!(near.text.en.contains("6 years"));
        let mut over = unpaid_since("2020-03-10");
        assert!(over.run(check).unwrap().text.en.contains("may have ended"));
        over.debt().proceedings = Proceedings::Judgment;
        assert!(over.run(check).is_none());
    }
}
