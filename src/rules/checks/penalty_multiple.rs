//! Penalty interest outside 130–150 % of the contract rate (INT-09).
//!
//! # What it finds
//! A contract whose penalty, as a multiple of the contract rate, is outside the range; also one typed as
//! `50%` where `150%` was meant.
//! # Why it matters
//! The lender can be asked what its figure rests on.
//! # When it does not apply
//! To cards (default charges instead), private lenders and Hong Kong. For consumer finance and microloan
//! companies the notice is only a yardstick, and the text says so.
//! # Example
//! 200 % of the contract rate on a bank loan.

use crate::domain::contract::{Contract, PenaltyTerm};
use crate::domain::finding::Finding;
use crate::domain::rate::Percent;
use crate::rules::applies::{Argument, Fit};
use crate::rules::case::Case;
use crate::rules::checks::reduction_24::{rate_on, yearly};
use crate::rules::fill::Fact;

const RULE: &str = "penalty-multiple";
const SOURCE: &str = "penalty-notice-2003";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::PenaltyMultiple) {
        return None;
    }
    let contract = case.debt.contract.as_ref()?;
    let multiple = multiple(contract, case)?;
    let made = contract.disbursed.unwrap_or(contract.first_due);
    let least = case.book().percent("penalty-least", made)?;
    let most = case.book().percent("penalty-most", made)?;
    if (least..=most).contains(&multiple) {
        return None;
    }
    let facts = [
        ("multiple", Fact::Percent(multiple)),
        ("least", Fact::Percent(least)),
        ("most", Fact::Percent(most)),
    ];
    match case.fit(Argument::PenaltyMultiple) {
        Fit::Cite => case.finding(RULE, SOURCE, &facts),
        Fit::Limited => case.variant(RULE, "by-analogy", SOURCE, &facts),
        Fit::Never => None,
    }
}

/// The penalty as a multiple of the contract rate, cut to a hundredth of a percent.
fn multiple(contract: &Contract, case: &Case<'_>) -> Option<Percent> {
    match contract.penalty? {
        PenaltyTerm::Multiple(multiple) => Some(multiple),
        PenaltyTerm::Own(own) => {
            let rate = yearly(rate_on(contract, case.as_of)?, contract.day_count)?;
            let own = yearly(own, contract.day_count)?;
            let hundredths = i128::from(own.millionths())
                .checked_mul(10_000)?
                .checked_div(i128::from(rate.millionths()))?;
            let millionths = i64::try_from(hundredths).ok()?.checked_mul(10_000)?;
            Some(Percent::from_millionths(millionths))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contract::PenaltyTerm;
    use crate::domain::lender::LenderKind;
    use crate::domain::rate::{Percent, Rate};
    use crate::rules::checks::tests::{World, contract};

    fn with(kind: LenderKind, penalty: PenaltyTerm) -> World {
        let mut world = World::loan(kind);
        let mut loan = contract("18%/year");
        loan.penalty = Some(penalty);
        world.debt().contract = Some(loan);
        world
    }

    #[test]
    fn the_range_includes_both_ends() {
        for (percent, fires) in [
            (129, true),
            (130, false),
            (150, false),
            (151, true),
            (50, true),
        ] {
            let penalty = PenaltyTerm::Multiple(Percent::whole(percent));
            let world = with(LenderKind::Bank, penalty);
            assert_eq!(world.run(check).is_some(), fires, "{percent}");
        }
    }

    #[test]
    fn a_rate_of_its_own_is_measured_against_the_contract_rate() {
        // 36 % over 18 % is 200 %; 27 % over 18 % is 150 %.
        let own = |percent| PenaltyTerm::Own(Rate::yearly(Percent::whole(percent)));
        let finding = with(LenderKind::ConsumerFinanceCompany, own(36)).run(check);
        let text = finding.unwrap().text.en;
        assert!(text.contains("200%") && text.contains("yardstick"));
        assert!(with(LenderKind::Bank, own(27)).run(check).is_none());
    }

    #[test]
    fn not_for_private_lenders() {
        let twice = PenaltyTerm::Multiple(Percent::whole(200));
        assert!(with(LenderKind::Private, twice).run(check).is_none());
    }
}
