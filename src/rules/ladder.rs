//! In which order concessions are usually granted, by kind of holder, how late, and how it is paid.
//!
//! Promises: practice, marked as such (practice.md 4.3); data in the book of practice; nothing here says that a
//! lender grants anything. Leaves to others: what the room holds and what fits (`engine::ladder`).

use serde::Deserialize;

use super::applies::Standing;
use super::case::Case;
use super::practice::body;
use crate::domain::ladder::Ask;

/// Days from which lenders usually give other things; practice, not law.
const LATE: u32 = 181;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    asks: Vec<String>,
}

/// What is asked for, the easiest first. `once` where the debt is to be closed by one payment.
#[must_use]
pub fn asks(case: &Case<'_>, once: bool) -> Vec<Ask> {
    read(id(case, once))
}

fn read(id: &str) -> Vec<Ask> {
    body(&format!("ladder.{id}"))
        .and_then(|body| toml::from_str::<Section>(body).ok())
        .into_iter()
        .flat_map(|section| section.asks)
        .filter_map(|ask| ask.parse().ok())
        .collect()
}

fn id(case: &Case<'_>, once: bool) -> &'static str {
    let late = case.is_written_off() || case.days().is_some_and(|days| days >= LATE);
    let medium = case.days().is_some_and(|days| days > 30);
    match case.standing() {
        Standing::BankLoan | Standing::ConsumerFinance | Standing::Microloan | Standing::Bank
            if once =>
        {
            "loan-once"
        }
        Standing::BankCard => "card",
        Standing::BankLoan | Standing::ConsumerFinance | Standing::Bank if late => "loan-late",
        Standing::BankLoan | Standing::ConsumerFinance | Standing::Bank if medium => "loan-medium",
        Standing::Microloan => "microloan",
        Standing::Paid => "guarantor",
        Standing::Buyer => "buyer",
        Standing::HongKongBank => "hong-kong-bank",
        Standing::MoneyLender => "money-lender",
        Standing::BankLoan
        | Standing::ConsumerFinance
        | Standing::Bank
        | Standing::Private
        | Standing::Unlicensed
        | Standing::Unknown
        | Standing::HongKong => "usual",
    }
}

#[cfg(test)]
mod tests {
    use super::super::book::{PRACTICE, sections};
    use super::*;

    #[test]
    fn every_order_in_the_book_is_read_whole() {
        let mut known = 0;
        for (name, text) in sections(PRACTICE) {
            let Some(id) = name.strip_prefix("ladder.") else {
                continue;
            };
            let section: Section = toml::from_str(text).unwrap();
            assert_eq!(read(id).len(), section.asks.len(), "{id}");
            let mut once: Vec<String> = section.asks.clone();
            once.sort();
            once.dedup();
            assert_eq!(once.len(), section.asks.len(), "{id} asks twice");
            known += 1;
        }
        assert_eq!(known, 10);
    }
}
