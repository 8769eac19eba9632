//! What already takes money of the coming months (numbers.md M2, M3).
//!
//! Promises: agreements being kept, the borrower's open offers (accepted ones too, until the agreement is
//! written down) and oral promises each count once; of the alternatives for one debt only the dearest in
//! each month, as one replaces the other; an offer that cannot be worked out is named, never guessed.
//! Leaves to others: what is left after them (`capacity`).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::calendar::month_start;
use crate::domain::capacity::{Reserved, ReservedBy};
use crate::domain::contact::Contact;
use crate::domain::debt::Debt;
use crate::domain::id::{DebtId, OfferId};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{Offer, OfferStatus, Party};

use super::EngineError;
use super::due::open_promise;
use super::keeping::keeping;
use super::simulate::{base_of, payments, simulate};

/// What is taken, by whom, and what was already paid in the running month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reservations {
    /// Amounts from the running month on, in date order.
    pub reserved: Vec<Reserved>,
    /// Paid in the running month, beyond the rows of agreements that are reserved anyway (M3).
    pub paid: Money,
    /// Open offers whose rows could not be worked out.
    pub not_counted: Vec<OfferId>,
}

/// What is taken on a date. With `except`, that debt's own agreement, offers and promises are left out;
/// what was paid on it this month is gone all the same.
#[must_use]
pub fn reservations(ledger: &Ledger, as_of: NaiveDate, except: Option<&DebtId>) -> Reservations {
    let mut found = Reservations::default();
    for debt in &ledger.debts {
        let counted = except != Some(&debt.id);
        let agreement = kept_agreement(ledger, debt, as_of).filter(|_| counted);
        found.paid += paid_beyond(debt, agreement, as_of);
        if counted {
            let plans = plans_of(ledger, debt, agreement, as_of, &mut found.not_counted);
            found.reserved.extend(dearest_each_month(&debt.id, plans));
        }
    }
    for contact in &ledger.contacts {
        if contact.debt.is_some() && contact.debt.as_ref() == except {
            continue;
        }
        if let Some(promise) = promised(ledger, contact, as_of)
            && !is_agreed_row(&found.reserved, &promise)
            && !is_replaced(ledger, contact, as_of)
            && !found
                .reserved
                .iter()
                .any(|known| is_same_promise(known, &promise))
        {
            found.reserved.push(promise);
        }
    }
    found.reserved.sort_by_key(|reserved| reserved.on);
    found
}

/// The agreement about a debt that is being kept on a date (A4).
fn kept_agreement<'a>(ledger: &'a Ledger, debt: &Debt, as_of: NaiveDate) -> Option<&'a Agreement> {
    ledger
        .agreement(&debt.id, as_of)
        .filter(|agreement| keeping(agreement, &debt.payments, as_of).holds())
}

fn paid_between(debt: &Debt, from: NaiveDate, to: NaiveDate) -> Money {
    debt.payments
        .iter()
        .filter(|payment| payment.on >= from && payment.on <= to)
        .map(|payment| payment.amount)
        .sum()
}

/// What was paid on a debt in the running month beyond the agreement's rows of that month (M3).
fn paid_beyond(debt: &Debt, agreement: Option<&Agreement>, as_of: NaiveDate) -> Money {
    let month = month_start(as_of);
    let rows: Money = agreement
        .into_iter()
        .flat_map(|agreement| &agreement.dues)
        .filter(|due| month_start(due.on) == month)
        .map(|due| due.amount)
        .sum();
    paid_between(debt, month, as_of).less(rows)
}

/// The plans that are alternatives for one debt: its agreement, and each offer still standing.
fn plans_of(
    ledger: &Ledger,
    debt: &Debt,
    agreement: Option<&Agreement>,
    as_of: NaiveDate,
    not_counted: &mut Vec<OfferId>,
) -> Vec<Plan> {
    let mut plans: Vec<Plan> = agreement
        .map(|agreement| Plan {
            by: ReservedBy::Agreement(agreement.id.clone()),
            rows: agreement
                .dues
                .iter()
                .map(|due| (due.on, due.amount))
                .collect(),
        })
        .into_iter()
        .collect();
    for offer in ledger
        .offers
        .iter()
        .filter(|offer| offer.debt == debt.id && stands(ledger, offer, as_of))
    {
        match offer_rows(ledger, debt, offer) {
            Ok(rows) => plans.push(Plan {
                by: ReservedBy::Offer(offer.id.clone()),
                rows,
            }),
            Err(_) => not_counted.push(offer.id.clone()),
        }
    }
    let month = month_start(as_of);
    for plan in &mut plans {
        plan.rows.retain(|(on, _)| *on >= month);
    }
    plans
}

struct Plan {
    by: ReservedBy,
    rows: Vec<(NaiveDate, Money)>,
}

/// Whether an offer takes money: the borrower's while open or planned, anyone's once accepted, until an agreement
/// of its day or later takes its place.
fn stands(ledger: &Ledger, offer: &Offer, as_of: NaiveDate) -> bool {
    if offer.on > as_of {
        return false;
    }
    let replaced = ledger
        .agreement(&offer.debt, as_of)
        .is_some_and(|agreement| agreement.signed >= offer.on);
    match offer.status_on(as_of) {
        OfferStatus::Open | OfferStatus::Planned => offer.from == Party::Borrower && !replaced,
        OfferStatus::Accepted => !replaced,
        OfferStatus::Refused | OfferStatus::Countered | OfferStatus::Expired => false,
    }
}

/// A stored offer is laid out on the position of its own day (O1).
fn offer_rows(
    ledger: &Ledger,
    debt: &Debt,
    offer: &Offer,
) -> Result<Vec<(NaiveDate, Money)>, EngineError> {
    let base = base_of(ledger, debt, offer.on)?;
    let simulation = simulate(&base, &offer.terms)?;
    Ok(payments(base.as_of, &simulation))
}

fn dearest_each_month(debt: &DebtId, plans: Vec<Plan>) -> Vec<Reserved> {
    let mut dearest: BTreeMap<NaiveDate, Vec<Reserved>> = BTreeMap::new();
    for plan in plans {
        let mut months: BTreeMap<NaiveDate, Vec<Reserved>> = BTreeMap::new();
        for (on, amount) in plan.rows {
            months.entry(month_start(on)).or_default().push(Reserved {
                debt: Some(debt.clone()),
                by: plan.by.clone(),
                on,
                amount,
            });
        }
        for (month, rows) in months {
            let sum = |rows: &[Reserved]| rows.iter().map(|row| row.amount).sum::<Money>();
            let known = dearest.entry(month).or_default();
            if sum(&rows) > sum(known) {
                *known = rows;
            }
        }
    }
    dearest.into_values().flatten().collect()
}

/// What a contact promised and is still to come ([`open_promise`]); a day that is past takes no more money.
fn promised(ledger: &Ledger, contact: &Contact, as_of: NaiveDate) -> Option<Reserved> {
    let open = open_promise(ledger, contact, as_of).filter(|open| open.on >= as_of)?;
    Some(Reserved {
        debt: contact.debt.clone(),
        by: ReservedBy::Promise(contact.at),
        on: open.on,
        amount: open.amount,
    })
}

/// Whether a promise is the row of an agreement said again.
fn is_agreed_row(reserved: &[Reserved], promise: &Reserved) -> bool {
    promise.debt.is_some()
        && reserved.iter().any(|row| {
            matches!(row.by, ReservedBy::Agreement(_))
                && row.debt == promise.debt
                && month_start(row.on) == month_start(promise.on)
                && promise.amount <= row.amount
        })
}

/// Whether what was agreed on the promise's day or later, in writing or by accepting an offer, takes its place.
fn is_replaced(ledger: &Ledger, contact: &Contact, as_of: NaiveDate) -> bool {
    let Some(debt) = &contact.debt else {
        return false;
    };
    let said = contact.at.date();
    let agreed = ledger.agreement(debt, as_of);
    agreed.is_some_and(|agreement| agreement.signed >= said)
        || ledger.offers.iter().any(|offer| {
            offer.debt == *debt
                && offer.on >= said
                && offer.on <= as_of
                && offer.status_on(as_of) == OfferStatus::Accepted
        })
}

/// Whether a promise repeats one already counted: the same debt, day and amount.
fn is_same_promise(known: &Reserved, promise: &Reserved) -> bool {
    matches!(known.by, ReservedBy::Promise(_))
        && known.debt == promise.debt
        && known.on == promise.on
        && known.amount == promise.amount
}
