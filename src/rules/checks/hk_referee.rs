//! A referee is not a guarantor (HK-06, HK-07).
//!
//! # What it finds
//! Contacts of a money lender's debt in which someone else was drawn in.
//! # Why it matters
//! Referees owe nothing; loans made since 2026-08-01 may have none.
//! # When it does not apply
//! To banks, to the mainland; to a person who signed as guarantor.
//! # Example
//! "Your referee will pay" on 2026-11-05.

use crate::domain::contact::Conduct;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, noted};

const WORDS: &[Conduct] = &[Conduct::ThirdParty];
const GROUNDS: &[Ground] = &[Ground::new(Argument::MoneyLenderLaw, "licence-conditions")];

const WITHOUT_REFEREES: &[Ground] =
    &[Ground::new(Argument::MoneyLenderLaw, NEW_CONDITIONS).worded("none")];
const NEW_CONDITIONS: &str = "licence-conditions-2026";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let paid_out = case
        .debt
        .contract
        .as_ref()
        .and_then(|contract| contract.disbursed);
    let new_loan = paid_out.is_some_and(|on| {
        case.book()
            .source(NEW_CONDITIONS)
            .and_then(|source| source.in_force.as_deref())
            .is_some_and(|from| on.to_string().as_str() >= from)
    });
    let grounds = if new_loan { WITHOUT_REFEREES } else { GROUNDS };
    noted(case, "hk-referee", WORDS, grounds)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, contract, day};

    fn drawn_in(paid_out: &str) -> World {
        let mut world = World::hong_kong(LenderKind::MoneyLender);
        let mut loan = contract("30%/year");
        loan.disbursed = Some(day(paid_out));
        world.debt().contract = Some(loan);
        world.contact("2026-11-05T10:00:00", &[Conduct::ThirdParty]);
        world
    }

    #[test]
    fn new_loans_have_no_referees_at_all() {
        let old = drawn_in("2026-07-31").run(check).unwrap();
        assert!(old.text.en.contains("written consent"));
        let new = drawn_in("2026-08-01").run(check).unwrap();
        assert!(new.text.en.contains("no referees"));
    }

    #[test]
    fn banks_are_not_told_of_money_lenders_conditions() {
        let mut world = World::hong_kong(LenderKind::Bank);
        world.contact("2026-11-05T10:00:00", &[Conduct::ThirdParty]);
        assert!(world.run(check).is_none());
    }
}
