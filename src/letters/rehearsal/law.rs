//! Where the answer to a line of the other side comes from: the rule book, for this lender and product.
//!
//! Promises: a rule about conduct is asked of the rule book as if the line had been said, so that only sources that
//! apply are named; what the book does not hold is named as practice, never as law.

use crate::domain::contact::{Channel, Conduct, Contact, Counterpart, Direction};
use crate::domain::finding::{Finding, Source};
use crate::domain::{Debt, Ledger};
use crate::rules::{self, Books, Case};
use chrono::{NaiveDate, NaiveTime};

/// What the rule book is asked about.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The ledger; nothing is added to it.
    pub ledger: &'a Ledger,
    /// The debt.
    pub debt: &'a Debt,
    /// The day.
    pub as_of: NaiveDate,
    /// The rule books.
    pub books: &'a Books,
}

/// A rule with its source.
pub(super) struct Cited {
    /// The rule's id.
    pub(super) rule: String,
    /// The source.
    pub(super) source: Source,
}

/// The sources for a conduct and for rules named in the data.
pub(super) fn cited(asked: Asked<'_>, conduct: &[Conduct], rules: &[String]) -> Vec<Cited> {
    let mut found: Vec<Cited> = about(asked, conduct)
        .into_iter()
        .map(|finding| Cited {
            rule: finding.rule,
            source: finding.source,
        })
        .collect();
    for id in rules {
        if found.iter().any(|known| known.rule == *id) {
            continue;
        }
        let sources = rules::show(asked.books, id).map(|shown| shown.sources);
        found.extend(sources.into_iter().flatten().map(|source| Cited {
            rule: id.clone(),
            source,
        }));
    }
    found
}

/// What the rule book would find if this had been said today, and would not find otherwise.
fn about(asked: Asked<'_>, conduct: &[Conduct]) -> Vec<Finding> {
    if conduct.is_empty() {
        return Vec::new();
    }
    let mut ledger = asked.ledger.clone();
    ledger.contacts = Vec::new();
    let before = findings(&ledger, asked);
    ledger.contacts = vec![Contact {
        at: asked.as_of.and_time(NaiveTime::MIN) + chrono::Duration::hours(12),
        debt: Some(asked.debt.id.clone()),
        channel: Channel::Phone,
        direction: Direction::In,
        counterpart: Counterpart::default(),
        summary: String::new(),
        conduct: conduct.to_vec(),
        promise: None,
        evidence: Vec::new(),
        follow_up: None,
        answered: Some(true),
        minutes: None,
        outcome: None,
        ticket: None,
        told: None,
    }];
    let known: Vec<String> = before.into_iter().map(|finding| finding.rule).collect();
    let mut after = findings(&ledger, asked);
    // Where to complain is not what was asked.
    after.retain(|finding| !known.contains(&finding.rule) && finding.rule != "where-to-complain");
    after
}

fn findings(ledger: &Ledger, asked: Asked<'_>) -> Vec<Finding> {
    let case = Case::new(ledger, asked.debt, None, None, asked.as_of).by(asked.books);
    rules::findings(&case)
}
