//! The time to sue on the mainland is near its end, or may be over (INT-01 to INT-04).
//!
//! # What it finds
//! A debt for which no interrupting event is known for about two and a half years, or longer than the period.
//! # Why it matters
//! Paying, promising or signing starts the time afresh, or gives up a defence; so it is asked about first.
//! # When it does not apply
//! To a debt with a demand, payment, contact or agreement more recent than that, which is nearly every debt in
//! collection; in Hong Kong ([`super::hk_limitation`]). It never advises to wait.
//! # Example
//! Last payment in May 2024, nothing recorded since.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;
use crate::rules::limitation::{limitation, years_param};

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::MainlandLaw) {
        return None;
    }
    let sources = ["civil-code-195", "civil-code-192"];
    told(case, "limitation", sources)
}

/// The finding of a limitation rule: near its end by the first source, over by the second.
pub(super) fn told(case: &Case<'_>, rule: &str, [near, over]: [&str; 2]) -> Option<Finding> {
    let years = case.book().whole(years_param(case.region()), case.as_of)?;
    let limitation = limitation(case)?;
    let until = limitation.not_before?;
    let facts = [
        ("years", Fact::Count(years.into())),
        ("until", Fact::Date(until)),
    ];
    if limitation.over {
        case.variant(rule, "over", over, &facts)
    } else if limitation.near {
        case.finding(rule, near, &facts)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    fn unpaid_since(on: &str) -> World {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().oldest_unpaid = Some(day(on));
        world
    }

    #[test]
    fn silent_near_and_over() {
        assert!(unpaid_since("2025-01-10").run(check).is_none());
        let near = unpaid_since("2024-03-10").run(check).unwrap(); // 2 years 8 months
        assert!(near.text.en.contains("do not end before") && near.text.en.contains("2027"));
        let over = unpaid_since("2022-03-10").run(check).unwrap();
        assert!(over.text.en.contains("may have ended"));
        assert!(over.source.title.en.contains("192"));
    }

    #[test]
    fn a_call_starts_it_afresh_and_hong_kong_has_its_own() {
        let mut world = unpaid_since("2022-03-10");
        world.contact("2024-06-01T10:00:00", &[]);
        world.contact("2026-06-01T10:00:00", &[]);
        assert!(world.run(check).is_none());
        let mut world = unpaid_since("2022-03-10");
        world.as_hong_kong();
        assert!(world.run(check).is_none());
    }
}
