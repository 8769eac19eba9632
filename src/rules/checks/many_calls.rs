//! More than three conversations held in a day (COL-01).
//!
//! # What it finds
//! The day on which the holder, over all its debts, held most answered calls with the borrower, if more than
//! the book's number.
//! # Why it matters
//! Three means conversations held, not rings; this counts what the log shows.
//! # When it does not apply
//! To several lenders together; to unanswered calls ([`super::many_tries`]); to cards, private lenders and
//! Hong Kong. For bank loans the standard fits if the loan was made online, and the text says so.
//! # Example
//! Four answered calls by a microloan company on one day.

use chrono::NaiveDate;

use crate::domain::contact::{Channel, Contact, Direction, Outcome};
use crate::domain::debt::Product;
use crate::domain::finding::Finding;
use crate::rules::applies::{Argument, Fit};
use crate::rules::case::Case;
use crate::rules::fill::Fact;

const SOURCE: &str = "national-standard-2025";

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let fit = case.fit(Argument::NationalStandard);
    if fit == Fit::Never || case.debt.product == Some(Product::CreditCard) {
        return None;
    }
    let (day, count, limit) = busiest(case, "calls-a-day", is_held)?;
    let facts = [
        ("day", Fact::Date(day)),
        ("count", Fact::count(count)),
        ("limit", Fact::Count(limit.into())),
    ];
    if fit == Fit::Cite {
        case.finding("many-calls", SOURCE, &facts)
    } else {
        case.variant("many-calls", "limited", SOURCE, &facts)
    }
}

/// Whether a call was a conversation: answered, or minutes long.
fn is_held(contact: &Contact) -> bool {
    contact.answered != Some(false)
        && contact.outcome != Some(Outcome::NoAnswer)
        && (contact.answered == Some(true)
            || contact.minutes.is_some_and(|minutes| minutes > 0)
            || contact.outcome.is_some())
}

/// The latest day with most calls of a sort by the holder of this debt, over all the debts it holds, if they
/// are more than the book's number on that day and this debt was called about on it.
pub(super) fn busiest(
    case: &Case<'_>,
    limit: &str,
    counts: fn(&Contact) -> bool,
) -> Option<(NaiveDate, usize, u32)> {
    let holder = case.debt.holder(case.as_of);
    let held: Vec<_> = case
        .ledger
        .debts
        .iter()
        .filter(|debt| debt.holder(case.as_of) == holder)
        .map(|debt| &debt.id)
        .collect();
    let mut days: std::collections::BTreeMap<NaiveDate, (usize, bool)> = Default::default();
    for contact in &case.ledger.contacts {
        let Some(debt) = contact.debt.as_ref().filter(|debt| held.contains(debt)) else {
            continue;
        };
        let call = contact.channel == Channel::Phone && contact.direction == Direction::In;
        if call && contact.at.date() <= case.as_of && counts(contact) {
            let (count, here) = days.entry(contact.at.date()).or_default();
            *count = count.saturating_add(1);
            *here |= *debt == case.debt.id;
        }
    }
    days.into_iter()
        .filter(|(_, (_, here))| *here)
        .filter_map(|(day, (count, _))| Some((day, count, case.book().whole(limit, day)?)))
        .filter(|(_, count, limit)| u32::try_from(*count).is_ok_and(|count| count > *limit))
        .max_by_key(|(day, count, _)| (*count, *day))
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    fn calls(mut world: World, count: u32) -> World {
        for minute in 0..count {
            world.contact(&format!("2026-11-05T10:{minute:02}:00"), &[]);
        }
        world
    }

    #[test]
    fn the_fourth_conversation_of_a_day_is_one_too_many() {
        let kind = LenderKind::MicroloanCompany;
        assert!(calls(World::loan(kind), 3).run(check).is_none());
        let finding = calls(World::loan(kind), 4).run(check).unwrap();
        assert!(finding.text.en.contains("held 4 conversations"));
        let bank = calls(World::loan(LenderKind::Bank), 4).run(check).unwrap();
        assert!(bank.text.en.contains("made online"));
    }

    #[test]
    fn unanswered_calls_cards_and_other_days_do_not_count() {
        let mut world = calls(World::loan(LenderKind::MicroloanCompany), 3);
        world.contact("2026-11-05T11:00:00", &[]).answered = Some(false);
        world.contact("2026-11-06T11:00:00", &[]);
        assert!(world.run(check).is_none());
        assert!(calls(World::card(), 9).run(check).is_none());
        let hong_kong = World::hong_kong(LenderKind::MoneyLender);
        assert!(calls(hong_kong, 9).run(check).is_none());
    }
}
