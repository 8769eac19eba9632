//! A judgment can be appealed within its days.
//!
//! # What it finds
//! A mainland debt with a judgment.
//! # Why it matters
//! After that the way is agreeing how to perform it.
//! # When it does not apply
//! In Hong Kong; once the recorded court clock is marked done. Small claims heard in one instance have no
//! appeal, which the text does not decide: it sends to free legal help.
//! # Example
//! `proceedings = "judgment"`.

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::rules::case::Case;
use crate::rules::checks::court::answer;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    answer(
        case,
        Proceedings::Judgment,
        "judgment",
        "appeal-days",
        "civil-procedure-answer",
    )
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Proceedings;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn a_judgment_has_its_time() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().proceedings = Proceedings::Judgment;
        assert!(world.run(check).unwrap().text.en.contains("15 days"));
        world.debt().proceedings = Proceedings::Filed;
        assert!(world.run(check).is_none());
    }
}
