//! How long a claim can be brought to court, as far as a ledger knows (rules.md INT-01, INT-02, INT-03; product.md §5).
//!
//! Promises: the latest known event that starts the time or starts it afresh, read against the borrower: any contact
//! about the debt counts, whoever began it, unless the law asks for more. What the law says is an argument (`rules`).
//! Leaves to others: which law names which event (`rules`), whether to stop and ask before writing something that
//! starts it afresh (`cli`).

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::calendar::plus_months;
use crate::domain::contact::{Channel, Contact, Direction};
use crate::domain::debt::Debt;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::domain::limitation::{Confidence, Limitation, LimitationEvent, RestartEvent, TimeToSue};
use crate::domain::offer::{OfferStatus, Party};

use super::rows::maturity;

/// The day before which the time to sue has not run out, by the newest of [`restart_events`].
#[must_use]
pub fn not_before(ledger: &Ledger, debt: &Debt, law: TimeToSue, as_of: NaiveDate) -> Limitation {
    let events = restart_events(ledger, debt, law, as_of);
    let known_by_acts = events.iter().any(|event| !is_start(event.event));
    let last = events.first().map(|event| (event.on, event.event));
    let after = |months: u32| last.map(|(day, _)| plus_months(day, i64::from(months)));
    let not_before = after(law.years.saturating_mul(12));
    Limitation {
        not_before,
        since: last.map(|(day, _)| day),
        event: last.map(|(_, event)| event),
        confidence: if debt.is_card() || !known_by_acts {
            Confidence::Low
        } else {
            Confidence::Fair
        },
        near: after(law.near_months).is_some_and(|day| as_of >= day),
        over: not_before.is_some_and(|day| as_of >= day),
    }
}

/// Every event from which the time runs or runs afresh, the newest first (INT-02, INT-03, INT-03a; A-18).
#[must_use]
pub fn restart_events(
    ledger: &Ledger,
    debt: &Debt,
    law: TimeToSue,
    as_of: NaiveDate,
) -> Vec<RestartEvent> {
    let mut found = starts(debt, as_of);
    found.extend(acts(ledger, debt, as_of));
    if !law.demands_restart {
        found.retain(|event| event.event.is_the_borrowers_or_courts() && in_writing(event));
    }
    // Of one day the act comes before the due date it follows.
    found.sort_by_key(|event| (event.on, !is_start(event.event)));
    found.reverse();
    found
}

const fn is_start(event: LimitationEvent) -> bool {
    matches!(
        event,
        LimitationEvent::LastDue | LimitationEvent::Accelerated | LimitationEvent::OldestUnpaid
    )
}

/// An acknowledgement by voice is not one where the law asks for a writing.
fn in_writing(event: &RestartEvent) -> bool {
    event.event != LimitationEvent::Acknowledgement
        || !matches!(event.channel, Some(Channel::Phone | Channel::Visit))
}

fn at(on: NaiveDate, event: LimitationEvent) -> RestartEvent {
    RestartEvent {
        on,
        event,
        amount: None,
        channel: None,
        record: None,
    }
}

/// The due dates from which it runs: the last instalment's (INT-02), an acceleration, a missed due date.
fn starts(debt: &Debt, as_of: NaiveDate) -> Vec<RestartEvent> {
    let due = match &debt.contract {
        Some(contract) => Some(at(maturity(contract), LimitationEvent::LastDue)),
        None => debt
            .oldest_unpaid
            .map(|day| at(day, LimitationEvent::OldestUnpaid)),
    };
    let called_in = debt.accelerated.filter(|day| *day <= as_of);
    due.into_iter()
        .chain(called_in.map(|day| at(day, LimitationEvent::Accelerated)))
        .collect()
}

/// What starts it afresh (INT-03, INT-03a).
fn acts(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Vec<RestartEvent> {
    let payments = debt.payments.iter().map(|payment| RestartEvent {
        amount: Some(payment.amount),
        ..at(payment.on, LimitationEvent::Payment)
    });
    let claims = debt.claims.iter().map(|claim| RestartEvent {
        amount: Some(claim.parts().total()),
        record: claim.source.clone(),
        ..at(claim.on, LimitationEvent::Claim)
    });
    let offers = ledger
        .offers
        .iter()
        .filter(|offer| offer.debt == debt.id && offer.from == Party::Borrower)
        .filter(|offer| offer.status != OfferStatus::Planned) // nobody was told
        .map(|offer| RestartEvent {
            record: Some(offer.id.to_string()),
            ..at(offer.on, LimitationEvent::Offer)
        });
    let notices = debt.holders.iter().filter_map(|holder| holder.notice_on);
    let notices = notices
        .chain(debt.sold.iter().filter_map(|sold| sold.notice_on))
        .map(|day| at(day, LimitationEvent::SaleNotice));
    let papers = ledger
        .clocks
        .iter()
        .filter(|clock| clock.kind == ClockKind::Court && clock.debt.as_ref() == Some(&debt.id))
        .filter_map(|clock| {
            Some(RestartEvent {
                record: Some(clock.what.clone()),
                ..at(clock.from?, LimitationEvent::CourtPaper)
            })
        });
    let mut found: Vec<RestartEvent> = payments
        .chain(claims)
        .chain(ledger.contacts_about(&debt.id).map(contact))
        .chain(offers)
        .chain(notices)
        .chain(papers)
        .filter(|event| event.on <= as_of)
        .collect();
    let agreements = ledger
        .agreements
        .iter()
        .filter(|agreement| agreement.debt == debt.id && agreement.signed <= as_of);
    for agreement in agreements {
        found.extend(agreed(agreement, as_of));
    }
    found
}

fn contact(contact: &Contact) -> RestartEvent {
    let event = match (contact.channel, contact.direction) {
        (Channel::Court, _) => LimitationEvent::CourtPaper,
        (_, Direction::Out) => LimitationEvent::Acknowledgement,
        (_, Direction::In) if contact.promise.is_some() => LimitationEvent::Acknowledgement,
        (_, Direction::In) => LimitationEvent::Demand,
    };
    RestartEvent {
        amount: contact.promise.map(|promise| promise.amount),
        channel: Some(contact.channel),
        ..at(contact.at.date(), event)
    }
}

/// A signed agreement; and its last date, which may lie ahead, from which a plan's time runs (INT-02).
fn agreed(agreement: &Agreement, as_of: NaiveDate) -> impl Iterator<Item = RestartEvent> {
    let in_force = agreement.broken.is_none_or(|broken| broken > as_of);
    let last = agreement.dues.iter().map(|due| due.on).max();
    let record = agreement.id.to_string();
    [Some(agreement.signed), last.filter(|_| in_force)]
        .into_iter()
        .flatten()
        .map(move |day| RestartEvent {
            record: Some(record.clone()),
            ..at(day, LimitationEvent::Agreement)
        })
}
