//! A debt the lender wrote off is still owed (OD-07).
//!
//! # What it finds
//! A debt with `written-off` on or before the day, held by a mainland institution.
//! # Why it matters
//! "Written off" is often heard as "cancelled". The claim stays and is collected; only a written relief
//! agreement, fully performed, ends it.
//! # When it does not apply
//! To debts held by a buyer, a guarantor that paid, private lenders or anyone in Hong Kong: the rule speaks of
//! financial enterprises. Microloan companies follow it by reference, and the text says so.
//! # Example
//! 招联, written off on 2026-09-01: a warning, citing arts 4 and 14 of the 2017 measures.

use crate::domain::finding::Finding;
use crate::rules::applies::{Argument, Fit};
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let since = case.debt.written_off.filter(|on| *on <= case.as_of)?;
    let facts = [("since", Fact::Date(since))];
    match case.fit(Argument::WriteOff) {
        Fit::Cite => case.finding("written-off", "write-off-4", &facts),
        Fit::Limited => case.variant("written-off", "by-reference", "write-off-4", &facts),
        Fit::Never => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    #[test]
    fn a_written_off_debt_is_still_owed() {
        let mut world = World::loan(LenderKind::ConsumerFinanceCompany);
        assert!(world.run(check).is_none());
        world.debt().written_off = Some(day("2026-09-01"));
        let finding = world.run(check).unwrap();
        assert!(finding.text.en.contains("1 September 2026"));
        assert!(finding.text.zh_hans.contains("2026年9月1日"));
    }

    #[test]
    fn microloan_companies_follow_by_reference_and_hong_kong_not_at_all() {
        let mut world = World::loan(LenderKind::MicroloanCompany);
        world.debt().written_off = Some(day("2026-09-01"));
        assert!(world.run(check).unwrap().text.en.contains("by reference"));
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        world.debt().written_off = Some(day("2026-09-01"));
        assert!(world.run(check).is_none());
        let mut later = World::loan(LenderKind::Bank);
        later.debt().written_off = Some(day("2026-12-01")); // not known yet (D6)
        assert!(later.run(check).is_none());
    }
}
