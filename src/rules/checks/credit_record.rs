//! Five years on the record after a debt is paid (CR-01).
//!
//! # What it finds
//! A mainland debt whose talks are completed.
//! # Why it matters
//! The five years run from the day it was paid, not from the default, and nobody can shorten them.
//! # When it does not apply
//! While anything is owed: then there is no end to name. In Hong Kong. After the five years.
//! # Example
//! Last payment on 2026-10-10: must be deleted by 2031-10-10.

use crate::domain::debt::Talks;
use crate::domain::finding::Finding;
use crate::rules::case::Case;
use crate::rules::clocks::{CREDIT_SOURCE, credit_record};
use crate::rules::fill::Fact;

const RULE: &str = "credit-record";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.debt.talks != Talks::Completed {
        return None;
    }
    let record = credit_record(case)?;
    let said = ("years", Fact::Count(record.years.into()));
    let (Some(paid), Some(until)) = (record.paid, record.until) else {
        return case.variant(RULE, "undated", CREDIT_SOURCE, &[said]);
    };
    if until < case.as_of {
        return None; // it should be gone
    }
    let facts = [
        said,
        ("paid", Fact::Date(paid)),
        ("until", Fact::Date(until)),
    ];
    case.finding(RULE, CREDIT_SOURCE, &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Talks;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn five_years_from_the_last_payment() {
        let mut world = World::loan(LenderKind::Bank);
        world.paid("2026-10-10", 100);
        assert!(world.run(check).is_none());
        world.debt().talks = Talks::Completed;
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("10 October 2031")
        );
        world.debt().payments.clear();
        assert!(
            world
                .run(check)
                .unwrap()
                .text
                .en
                .contains("the day it was paid")
        );
        world.paid("2021-11-24", 100);
        assert!(world.run(check).is_none());
    }
}
