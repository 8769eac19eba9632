//! A personalised card plan may be asked for (CC-01, CC-02).
//!
//! # What it finds
//! An overdue card of a mainland bank without an agreement in force.
//! # Why it matters
//! It is the one rule that names a long plan, and it is often misquoted: the bank may agree, it need not.
//! # When it does not apply
//! To any loan, whatever the lender; to cards outside the mainland; once a plan is agreed.
//! # Example
//! A card 45 days overdue, talks not begun: a note that up to 60 months may be asked for.

use crate::domain::debt::Talks;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::CardInstalments) || !case.is_overdue() {
        return None;
    }
    let agreed = matches!(case.talks(), Talks::Agreed | Talks::Performing);
    if agreed || case.agreement_in_force().is_some() {
        return None;
    }
    let months = case.book().whole("card-plan-months", case.as_of)?;
    let facts = [("months", Fact::Count(months.into()))];
    case.finding("card-instalments", "card-measures-70", &facts)
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Talks;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn an_overdue_card_may_ask() {
        let mut world = World::card();
        assert!(world.run(check).is_none());
        world.overdue(1);
        assert!(world.run(check).unwrap().text.en.contains("60 months"));
        world.debt().talks = Talks::Performing;
        assert!(world.run(check).is_none());
    }

    #[test]
    fn no_loan_may() {
        for kind in [
            LenderKind::Bank,
            LenderKind::ConsumerFinanceCompany,
            LenderKind::MicroloanCompany,
        ] {
            let mut world = World::loan(kind);
            world.overdue(45);
            assert!(world.run(check).is_none(), "{kind}");
        }
    }
}
