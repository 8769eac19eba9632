//! An outside collector without notice (CF-05).
//!
//! # What it finds
//! Contacts in which `undisclosed-outsourcing` was noted.
//! # Why it matters
//! The institution should tell the borrower first; without that nobody knows who is calling.
//! # When it does not apply
//! To microloan companies, buyers, private lenders; in Hong Kong ([`super::hk_collector`]). Before 2023-03-01.
//! # Example
//! 某某信用管理 calls for 招联 on 2026-11-05, and no notice ever came.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::UndisclosedOutsourcing];
const GROUNDS: &[Ground] = &[Ground::new(
    Argument::ConsumerProtection,
    "consumer-protection-2023",
)];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    noted(case, "outsourcing", WORDS, GROUNDS)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn banks_and_consumer_finance_companies_say_so_first() {
        let fires = |kind, at: &str| {
            let mut world = World::loan(kind);
            world.contact(at, &[Conduct::UndisclosedOutsourcing]);
            world.run(check).is_some()
        };
        let at = "2026-11-05T10:00:00";
        assert!(fires(LenderKind::Bank, at));
        assert!(fires(LenderKind::ConsumerFinanceCompany, at));
        assert!(!fires(LenderKind::MicroloanCompany, at));
        assert!(!fires(LenderKind::Bank, "2023-02-28T10:00:00"));
    }
}
