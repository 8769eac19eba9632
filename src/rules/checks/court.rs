//! What the checks on mainland court papers share: the paper, its days from the book, its date from a clock.

use chrono::NaiveDate;

use crate::domain::debt::Proceedings;
use crate::domain::finding::Finding;
use crate::domain::ledger::ClockKind;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;
use crate::rules::stage::court_clock;

/// The finding for a paper that is out: with its date if a clock runs, with its days if none is recorded,
/// none if every court clock about the debt was answered.
pub(super) fn answer(
    case: &Case<'_>,
    paper: Proceedings,
    rule: &str,
    days: &str,
    source: &str,
) -> Option<Finding> {
    if case.debt.proceedings != paper || !case.may(Argument::MainlandLaw) {
        return None;
    }
    if let Some(until) = court_clock(case) {
        return case.variant(
            rule,
            dated(case, until),
            source,
            &[("until", Fact::Date(until))],
        );
    }
    if is_answered(case) {
        return None;
    }
    let days = case.book().whole(days, case.as_of)?;
    case.finding(rule, source, &[("days", Fact::Count(days.into()))])
}

/// What is said of a paper whose last day is known: another thing once it is over.
pub(super) fn dated(case: &Case<'_>, until: NaiveDate) -> &'static str {
    if until < case.as_of { "late" } else { "dated" }
}

/// Whether court clocks are recorded for the debt and all are done.
pub(crate) fn is_answered(case: &Case<'_>) -> bool {
    let court =
        case.ledger.clocks.iter().any(|clock| {
            clock.kind == ClockKind::Court && clock.debt.as_ref() == Some(&case.debt.id)
        });
    court && court_clock(case).is_none()
}
