//! In enforcement: report truthfully, living costs are kept (CRT-03, A-24).
//!
//! # What it finds
//! A mainland debt in enforcement.
//! # Why it matters
//! A false report is punished; what is needed to live must be left; settling is still possible.
//! # When it does not apply
//! In Hong Kong.
//! # Example
//! `proceedings = "enforcement"`.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.debt.proceedings != Proceedings::Enforcement || !case.may(Argument::MainlandLaw) {
        return None;
    }
    case.finding("enforcement", "civil-procedure-enforcement", &[])
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn living_costs_are_kept() {
        let mut world = World::loan(LenderKind::Private);
        assert!(world.run(check).is_none());
        world.debt().proceedings = Proceedings::Enforcement;
        assert!(world.run(check).unwrap().text.en.contains("needed to live"));
        world.as_hong_kong();
        assert!(world.run(check).is_none());
    }
}
