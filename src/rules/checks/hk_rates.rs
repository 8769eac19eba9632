//! The two lines of interest for money lenders, shown and not judged (HK-01, HK-02).
//!
//! # What it finds
//! A Hong Kong money lender's contract that names a rate.
//! # Why it matters
//! The borrower can ask how the effective rate is worked out, with all fees.
//! # When it does not apply
//! To banks and the mainland. The effective rate by the ordinance is not worked out here, so nothing is said
//! of whether a line is passed.
//! # Example
//! A contract of 2026-05-10 at 30 % a year: the lines of its day are 36 % and 48 %.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::reduction_24::{rate_on, yearly};
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::MoneyLenderLaw) {
        return None;
    }
    let contract = case.debt.contract.as_ref()?;
    let made = contract.disbursed.unwrap_or(contract.first_due);
    let rate = yearly(rate_on(contract, made)?, contract.day_count)?;
    let facts = [
        ("rate", Fact::Percent(rate)),
        (
            "presumed",
            Fact::Percent(case.book().percent("hk-extortionate-rate", made)?),
        ),
        (
            "crime",
            Fact::Percent(case.book().percent("hk-excessive-rate", made)?),
        ),
    ];
    case.finding("hk-rates", "cap-163-25", &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, contract, day};

    #[test]
    fn the_lines_are_those_of_the_contract_s_day() {
        let said = |on: &str| {
            let mut world = World::hong_kong(LenderKind::MoneyLender);
            let mut loan = contract("30%/year");
            loan.disbursed = Some(day(on));
            world.debt().contract = Some(loan);
            world.run(check).unwrap().text.en
        };
        let new = said("2022-12-30");
        assert!(new.contains("above 36%") && new.contains("above 48%"));
        let old = said("2022-12-29");
        assert!(old.contains("above 48%") && old.contains("above 60%"));
    }

    #[test]
    fn banks_and_the_mainland_have_other_rules() {
        for mut world in [
            World::hong_kong(LenderKind::Bank),
            World::loan(LenderKind::Bank),
        ] {
            world.debt().contract = Some(contract("30%/year"));
            assert!(world.run(check).is_none());
        }
    }
}
