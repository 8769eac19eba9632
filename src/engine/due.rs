//! What falls due in the coming days, and what waits past its day (product.md §3 `due`).
//!
//! Promises: open instalments only, those of an agreement in place of the contract's while it is kept (A4); clocks,
//! replies, promises and follow-ups that are past and not done stay until they are.

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::calendar::{month_start, plus_days, plus_months};
use crate::domain::contact::Contact;
use crate::domain::debt::Debt;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::domain::money::Money;
use crate::domain::offer::{OfferStatus, Party};
use crate::domain::position::DueAmount;
use crate::domain::upcoming::{Upcoming, UpcomingKind};

use super::account::Account;
use super::keeping::keeping;
use super::position::{covers, position, replaces};

/// What falls due from a date on within `days` days, in date order; what waits past its day comes first.
#[must_use]
pub fn upcoming(ledger: &Ledger, as_of: NaiveDate, days: u32) -> Vec<Upcoming> {
    let window = Window {
        as_of,
        until: plus_days(as_of, i64::from(days)),
    };
    let mut found = Vec::new();
    for debt in &ledger.debts {
        payments_of(ledger, debt, window, &mut found);
        if let Some(on) = debt
            .retry_on
            .filter(|on| *on >= as_of && *on <= window.until)
        {
            found.push(window.item(on, UpcomingKind::FollowUp, debt));
        }
    }
    replies(ledger, window, &mut found);
    clocks(ledger, window, &mut found);
    promises(ledger, window, &mut found);
    follow_ups(ledger, window, &mut found);
    found.sort_by_key(|item| (item.on, item.kind));
    found
}

#[derive(Clone, Copy)]
struct Window {
    as_of: NaiveDate,
    until: NaiveDate,
}

impl Window {
    fn item(self, on: NaiveDate, kind: UpcomingKind, debt: &Debt) -> Upcoming {
        Upcoming {
            on,
            kind,
            debt: Some(debt.id.clone()),
            amount: None,
            what: None,
            overdue: on < self.as_of,
            deadline: false,
            clock: None,
        }
    }

    fn ahead(self, on: NaiveDate) -> bool {
        self.as_of <= on && on <= self.until
    }
}

fn payments_of(ledger: &Ledger, debt: &Debt, window: Window, found: &mut Vec<Upcoming>) {
    let agreement = ledger
        .agreement(&debt.id, window.as_of)
        .filter(|agreement| covers(agreement, window.as_of));
    let (kind, dues) = match agreement.and_then(|agreement| agreed(agreement, debt, window)) {
        Some(dues) => (UpcomingKind::Agreement, dues),
        None => (UpcomingKind::Instalment, instalments(debt, window)),
    };
    found.extend(dues.into_iter().map(|due| {
        let mut item = window.item(due.on, kind, debt);
        item.amount = Some(due.amount);
        item
    }));
}

/// The agreement's open rows, missed ones too; `None` where the contract's stand again.
fn agreed(agreement: &Agreement, debt: &Debt, window: Window) -> Option<Vec<DueAmount>> {
    let keeping = keeping(agreement, &debt.payments, window.as_of);
    replaces(&keeping).then(|| {
        keeping
            .rows
            .iter()
            .filter(|row| row.open().is_positive() && row.on <= window.until)
            .map(|row| DueAmount {
                on: row.on,
                amount: row.open(),
            })
            .collect()
    })
}

/// Open instalments of the contract, or a card's minimum payment on its due days. A contract that cannot be laid
/// out has none; its schedule says why.
fn instalments(debt: &Debt, window: Window) -> Vec<DueAmount> {
    if let Some(contract) = &debt.contract {
        return Account::of_contract(debt, contract, window.as_of)
            .map(|account| open_rows(&account, window))
            .unwrap_or_default();
    }
    let due_day = debt.card.as_ref().and_then(|card| card.due_day);
    let least = debt.card.as_ref().and_then(|card| card.min_payment);
    let owed = position(debt, None, window.as_of).is_ok_and(|owed| !owed.parts.is_zero());
    match (due_day, least) {
        (Some(day), Some(amount)) if owed => card_days(day, window)
            .map(|on| DueAmount { on, amount })
            .collect(),
        _ => Vec::new(),
    }
}

fn open_rows(account: &Account, window: Window) -> Vec<DueAmount> {
    let mut waiting = account.waiting;
    let mut dues: Vec<DueAmount> = Vec::new();
    for row in account.rows.iter().filter(|row| window.ahead(row.due)) {
        let open = row.open().total();
        let here = waiting.min(open).max(Money::ZERO);
        waiting -= here;
        let amount = open - here;
        match dues.last_mut() {
            Some(last) if last.on == row.due => last.amount += amount,
            _ if amount.is_positive() => dues.push(DueAmount {
                on: row.due,
                amount,
            }),
            _ => {}
        }
    }
    dues
}

fn card_days(day: u32, window: Window) -> impl Iterator<Item = NaiveDate> {
    let start = month_start(window.as_of);
    // The day counted from a month with 31 days, clipped to each month's end (D2).
    (0_i64..)
        .map(move |k| {
            let month = plus_months(start, k);
            let next = plus_months(month, 1);
            plus_days(month, i64::from(day.max(1)).saturating_sub(1)).min(plus_days(next, -1))
        })
        .take_while(move |on| *on <= window.until)
        .filter(move |on| window.ahead(*on))
        .take(1200)
}

/// Answers wanted: ours to a lender's offer while it stands, the lender's to ours also after its day.
fn replies(ledger: &Ledger, window: Window, found: &mut Vec<Upcoming>) {
    for offer in &ledger.offers {
        let Some(by) = offer.reply_by.filter(|by| *by <= window.until) else {
            continue;
        };
        let unanswered = offer.status == OfferStatus::Open && offer.on <= window.as_of;
        if unanswered && (by >= window.as_of || offer.from == Party::Borrower) {
            found.push(Upcoming {
                on: by,
                kind: UpcomingKind::Reply,
                debt: Some(offer.debt.clone()),
                amount: None,
                what: Some(offer.id.to_string()),
                overdue: by < window.as_of,
                deadline: false,
                clock: None,
            });
        }
    }
}

fn clocks(ledger: &Ledger, window: Window, found: &mut Vec<Upcoming>) {
    for (number, clock) in (1_usize..).zip(&ledger.clocks) {
        let done = clock.done.is_some_and(|done| done <= window.as_of);
        if done || clock.until > window.until {
            continue;
        }
        found.push(Upcoming {
            on: clock.until,
            kind: UpcomingKind::Clock,
            debt: clock.debt.clone(),
            amount: None,
            what: Some(clock.what.clone()),
            overdue: clock.until < window.as_of,
            deadline: matches!(clock.kind, ClockKind::Law | ClockKind::Court),
            clock: Some(number),
        });
    }
}

fn promises(ledger: &Ledger, window: Window, found: &mut Vec<Upcoming>) {
    for contact in &ledger.contacts {
        let Some(due) = open_promise(ledger, contact, window.as_of) else {
            continue;
        };
        if due.on <= window.until {
            found.push(Upcoming {
                on: due.on,
                kind: UpcomingKind::Promise,
                debt: contact.debt.clone(),
                amount: Some(due.amount),
                what: None,
                overdue: due.on < window.as_of,
                deadline: false,
                clock: None,
            });
        }
    }
}

/// What is still open of a promise made by a date and not taken back: less what was paid on the debt since.
#[must_use]
pub fn open_promise(ledger: &Ledger, contact: &Contact, as_of: NaiveDate) -> Option<DueAmount> {
    let promise = contact.promise?;
    let made = contact.at.date();
    if made > as_of || promise.withdrawn.is_some_and(|day| day <= as_of) {
        return None;
    }
    let debt = contact.debt.as_ref().and_then(|id| ledger.debt(id));
    let paid: Money = debt
        .iter()
        .flat_map(|debt| &debt.payments)
        .filter(|payment| made <= payment.on && payment.on <= as_of)
        .map(|payment| payment.amount)
        .sum();
    let amount = promise.amount.less(paid);
    amount.is_positive().then_some(DueAmount {
        on: promise.on,
        amount,
    })
}

/// Contacts to come back to. One is done by a later contact about the same debt on or after its day.
fn follow_ups(ledger: &Ledger, window: Window, found: &mut Vec<Upcoming>) {
    let as_of = window.as_of;
    for contact in ledger.contacts.iter().filter(|c| c.at.date() <= as_of) {
        let Some(on) = contact.follow_up.filter(|on| *on <= window.until) else {
            continue;
        };
        let done = ledger.contacts.iter().any(|later| {
            let day = later.at.date();
            later.debt == contact.debt && later.at > contact.at && on <= day && day <= as_of
        });
        if !done {
            found.push(Upcoming {
                on,
                kind: UpcomingKind::FollowUp,
                debt: contact.debt.clone(),
                amount: None,
                what: Some(contact.summary.clone()),
                overdue: on < as_of,
                deadline: false,
                clock: None,
            });
        }
    }
}
