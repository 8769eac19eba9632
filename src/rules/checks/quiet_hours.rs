//! Contact between 22:00 and 08:00 (COL-01, COL-03).
//!
//! # What it finds
//! Calls, messages, chats and visits by the other side within the quiet hours of the book, by their time; and
//! contacts noted as `quiet-hours`.
//! # Why it matters
//! It can be told to the lender, with times, in a request to stop.
//! # When it does not apply
//! With the borrower's consent, which the text says; to letters, e-mail and courts; to a contact at exactly
//! 00:00, whose time was likely not written down; before the hours were written. Holders without written
//! hours get the general words of the civil code, a note. In Hong Kong the book has no hours.
//! # Example
//! A call on 2026-11-05 at 22:40 for a bank card: possibly not in line with the banking guide.

use chrono::NaiveTime;

use crate::domain::contact::{Channel, Conduct, Contact};
use crate::domain::finding::{Finding, Severity};
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, told};
use crate::rules::fill::Fact;

const WRITTEN: &[Ground] = &[
    Ground::new(Argument::BankingGuide, "banking-guide-2026"),
    Ground::new(Argument::NationalStandard, "national-standard-2025"),
];
const GENERAL: &[Ground] =
    &[Ground::new(Argument::MainlandLaw, "civil-code-1033").worded("general")];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if !case.may(Argument::MainlandLaw) {
        return None;
    }
    let contacts: Vec<&Contact> = case
        .contacts()
        .filter(|contact| contact.conduct.contains(&Conduct::QuietHours) || is_quiet(case, contact))
        .collect();
    let newest = contacts.iter().map(|contact| contact.at.date()).max()?;
    let hours = |id| {
        case.book()
            .value(id, newest)
            .map(|value| value.value.clone())
    };
    let facts = match (hours("quiet-from"), hours("quiet-until")) {
        (Some(from), Some(until)) => vec![("from", Fact::Text(from)), ("until", Fact::Text(until))],
        _ => Vec::new(),
    };
    let written = || {
        (!facts.is_empty())
            .then(|| told(case, "quiet-hours", &contacts, WRITTEN, &facts))
            .flatten()
    };
    written().or_else(|| {
        let finding = told(case, "quiet-hours", &contacts, GENERAL, &[])?;
        Some(Finding {
            severity: Severity::Note,
            ..finding
        })
    })
}

fn is_quiet(case: &Case<'_>, contact: &Contact) -> bool {
    use crate::domain::contact::Direction;
    let reaches_at_once = match contact.channel {
        Channel::Phone | Channel::Sms | Channel::App | Channel::Visit => true,
        Channel::Email | Channel::Letter | Channel::Court => false,
    };
    let (day, time) = (contact.at.date(), contact.at.time());
    if !reaches_at_once || contact.direction != Direction::In || time == NaiveTime::MIN {
        return false;
    }
    let book = case.book();
    let (Some(from), Some(until)) = (book.time("quiet-from", day), book.time("quiet-until", day))
    else {
        return false;
    };
    if from > until {
        time >= from || time < until
    } else {
        from <= time && time < until
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::{Channel, Direction};
    use crate::domain::finding::Severity;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    fn called(mut world: World, at: &str) -> World {
        world.contact(at, &[]);
        world
    }

    #[test]
    fn the_hours_begin_at_ten_and_end_before_eight() {
        for (time, fires) in [
            ("21:59:59", false),
            ("22:00:00", true),
            ("23:30:00", true),
            ("00:00:00", false), // a date without a time
            ("00:01:00", true),
            ("07:59:00", true),
            ("08:00:00", false),
            ("12:00:00", false),
        ] {
            let world = called(World::card(), &format!("2026-11-05T{time}"));
            assert_eq!(world.run(check).is_some(), fires, "{time}");
        }
    }

    #[test]
    fn the_source_follows_the_lender_and_the_day() {
        let source = |world: World| world.run(check).unwrap().source.title.en;
        let bank = source(called(World::card(), "2026-11-05T22:40:00"));
        assert!(bank.contains("Banking Association"));
        let company = World::loan(LenderKind::ConsumerFinanceCompany);
        let standard = source(called(company, "2026-11-05T22:40:00"));
        assert!(standard.contains("45251"));
        // Before the guide was written a bank's call falls under the code alone.
        let early = called(World::card(), "2025-12-05T22:40:00");
        let finding = early.run(check).unwrap();
        assert!(finding.source.title.en.contains("Civil Code"));
        assert_eq!(finding.severity, Severity::Note);
    }

    #[test]
    fn own_calls_letters_and_hong_kong_do_not_count() {
        let mut world = World::card();
        world.contact("2026-11-05T22:40:00", &[]).direction = Direction::Out;
        world.contact("2026-11-05T22:41:00", &[]).channel = Channel::Letter;
        assert!(world.run(check).is_none());
        let world = called(
            World::hong_kong(LenderKind::MoneyLender),
            "2026-11-05T22:40:00",
        );
        assert!(world.run(check).is_none());
    }
}
