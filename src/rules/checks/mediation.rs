//! Mediation: take part, after checking.
//!
//! # What it finds
//! A mainland debt in mediation.
//! # Why it matters
//! It is often the best table; what is conceded there is protected, and asking for it restarts limitation.
//! # When it does not apply
//! In Hong Kong.
//! # Example
//! `proceedings = "mediation"`.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.debt.proceedings != Proceedings::Mediation || !case.may(Argument::MainlandLaw) {
        return None;
    }
    case.finding("mediation", "civil-procedure-mediation", &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn the_body_is_checked_first() {
        let mut world = World::loan(LenderKind::ConsumerFinanceCompany);
        assert!(world.run(check).is_none());
        world.debt().proceedings = Proceedings::Mediation;
        assert!(world.run(check).unwrap().text.en.contains("12368"));
        world.as_hong_kong();
        assert!(world.run(check).is_none());
    }
}
