//! Whether a lender is about to be told other facts than another was (product.md §5 Promises, §7).
//!
//! Promises: only facts written in the log are compared, each lender's newest ones; a fact that is missing
//! on either side is no difference.
//! Leaves to others: what to do about it (`cli` stops and says so).

use chrono::NaiveDate;

use crate::domain::contact::{Contact, Told};
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::promise::{ToldDifference, ToldFact};

/// The facts that differ from the newest ones each lender was told on or before a date, the lender of
/// `debt` itself included: a story that changes sinks the talks as surely as two stories.
#[must_use]
pub fn differences(
    ledger: &Ledger,
    debt: &DebtId,
    now: &Told,
    as_of: NaiveDate,
) -> Vec<ToldDifference> {
    let mut found = Vec::new();
    for contact in newest_per_debt(ledger, as_of) {
        let Some(before) = &contact.told else {
            continue;
        };
        let same_debt = contact.debt.as_ref() == Some(debt);
        let mut add = |fact| {
            found.push(ToldDifference {
                debt: contact.debt.clone(),
                at: contact.at,
                same_debt,
                fact,
            });
        };
        if let (Some(now), Some(before)) = (&now.reason, &before.reason)
            && squeezed(now) != squeezed(before)
        {
            add(ToldFact::Reason {
                now: now.clone(),
                before: before.clone(),
            });
        }
        if let (Some(now), Some(before)) = (now.income, before.income)
            && now != before
        {
            add(ToldFact::Income { now, before });
        }
        // Each lender has its own share, and a higher figure contradicts nobody: only a lower one to the same
        // lender needs its reason.
        if let (Some(now), Some(before)) = (now.monthly, before.monthly)
            && same_debt
            && now < before
        {
            add(ToldFact::Monthly { now, before });
        }
    }
    found
}

/// The newest contact with something told, per debt, in the order of the file.
fn newest_per_debt(ledger: &Ledger, as_of: NaiveDate) -> Vec<&Contact> {
    let mut newest: Vec<&Contact> = Vec::new();
    for contact in ledger
        .contacts
        .iter()
        .filter(|contact| contact.told.is_some() && contact.at.date() <= as_of)
    {
        match newest.iter_mut().find(|known| known.debt == contact.debt) {
            Some(known) if known.at <= contact.at => *known = contact,
            Some(_) => {}
            None => newest.push(contact),
        }
    }
    newest
}

/// A text without blanks and punctuation, in lower case: how it was typed makes no other story.
fn squeezed(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
