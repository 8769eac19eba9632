//! How long a claim can be brought to court, as far as a ledger knows (rules.md INT-01, INT-02, INT-03; product.md §5).
//!
//! Promises: the latest known event that starts the time or starts it afresh, read against the borrower: any contact
//! about the debt counts, whoever began it. Years and months are arguments, since they are law (`rules`).
//! Leaves to others: whether to stop and ask before writing something that starts it afresh (`cli`).

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::calendar::plus_months;
use crate::domain::debt::Debt;
use crate::domain::ledger::Ledger;
use crate::domain::limitation::{Confidence, Limitation, LimitationEvent};
use crate::domain::offer::Party;

use super::rows::maturity;

/// The day before which the time to sue has not run out. `years` is the time from the last event; after
/// `near_months` without one the end may be near (mainland 3 years and 30 months, Hong Kong 6 and 60).
#[must_use]
pub fn not_before(
    ledger: &Ledger,
    debt: &Debt,
    years: u32,
    near_months: u32,
    as_of: NaiveDate,
) -> Limitation {
    let (start, acts) = (starts(debt, as_of), acts(ledger, debt, as_of));
    let known_by_acts = !acts.is_empty();
    let last = start.into_iter().chain(acts).max_by_key(|(day, _)| *day);
    let not_before = last.map(|(day, _)| plus_months(day, i64::from(years).saturating_mul(12)));
    let near = last.is_some_and(|(day, _)| as_of >= plus_months(day, i64::from(near_months)));
    Limitation {
        not_before,
        since: last.map(|(day, _)| day),
        event: last.map(|(_, event)| event),
        confidence: if debt.is_card() || !known_by_acts {
            Confidence::Low
        } else {
            Confidence::Fair
        },
        near,
        over: not_before.is_some_and(|day| as_of >= day),
    }
}

type Event = (NaiveDate, LimitationEvent);

/// The due dates from which it runs: the last instalment's (INT-02), an acceleration, a missed due date.
fn starts(debt: &Debt, as_of: NaiveDate) -> Vec<Event> {
    let mut found = Vec::new();
    match &debt.contract {
        Some(contract) => found.push((maturity(contract), LimitationEvent::LastDue)),
        None => found.extend(
            debt.oldest_unpaid
                .map(|day| (day, LimitationEvent::OldestUnpaid)),
        ),
    }
    found.extend(
        debt.accelerated
            .filter(|day| *day <= as_of)
            .map(|day| (day, LimitationEvent::Accelerated)),
    );
    found
}

/// What starts it afresh (INT-03, INT-03a).
fn acts(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Vec<Event> {
    let payments = debt
        .payments
        .iter()
        .map(|payment| (payment.on, LimitationEvent::Payment));
    let claims = debt
        .claims
        .iter()
        .map(|claim| (claim.on, LimitationEvent::Claim));
    let contacts = ledger
        .contacts_about(&debt.id)
        .map(|contact| (contact.at.date(), LimitationEvent::Contact));
    let offers = ledger
        .offers
        .iter()
        .filter(|offer| offer.debt == debt.id && offer.from == Party::Borrower)
        .map(|offer| (offer.on, LimitationEvent::Offer));
    let agreements: Vec<&Agreement> = ledger
        .agreements
        .iter()
        .filter(|agreement| agreement.debt == debt.id && agreement.signed <= as_of)
        .collect();
    let signed = agreements
        .iter()
        .map(|agreement| (agreement.signed, LimitationEvent::Agreement));
    let mut found: Vec<Event> = payments
        .chain(claims)
        .chain(contacts)
        .chain(offers)
        .chain(signed)
        .filter(|(day, _)| *day <= as_of)
        .collect();
    // A plan's time runs from its own last date, which may lie ahead (INT-02).
    let last_dues = agreements
        .iter()
        .filter(|agreement| agreement.broken.is_none_or(|broken| broken > as_of))
        .filter_map(|agreement| agreement.dues.iter().map(|due| due.on).max());
    found.extend(last_dues.map(|day| (day, LimitationEvent::Agreement)));
    found
}
