//! The verbs: lay out schedules, apply payments, position and age a debt, simulate offers, annual rates, capacity.
//!
//! Promises: exactly `numbers.md`, rule by rule (each function cites its ids); pure functions of their
//! arguments; exact until settled, rounded once; no panic on any ledger, an [`EngineError`] instead.
//! Leaves to others: the limits of law (arguments from `rules`), words (`i18n`), shapes (`render`).

#![cfg_attr(not(test), deny(clippy::arithmetic_side_effects))]

mod account;
pub mod accrual;
pub mod annual_rate;
pub mod as_offers;
pub mod audit;
pub mod arrears;
pub mod capacity;
mod claims;
pub mod due;
pub mod explain;
pub mod flows;
pub mod keeping;
pub mod ladder;
pub mod level;
pub mod limitation;
pub mod outlook;
pub mod own_part;
pub mod plan;
pub mod plan_base;
mod plan_claimant;
pub mod plan_dates;
mod payments;
pub mod plan_rows;
pub mod position;
pub mod promise;
pub mod promises;
mod quick_level;
mod quick_rows;
pub mod quote;
pub mod reservations;
pub mod room;
pub mod select;
pub mod share;
pub mod rows;
pub mod schedule;
mod seeded;
pub mod statement;
pub mod simulate;
pub mod strategies;
pub mod told;
pub mod zone;
pub mod worsens;

use chrono::NaiveDate;

use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::offer::TermsError;
use crate::domain::schedule::ScheduleError;

/// Why the engine refuses. Holds data; `i18n` tells it in three languages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EngineError {
    /// Figures beyond what can be held exactly.
    #[error(transparent)]
    TooLarge(#[from] TooLarge),
    /// Rows that break a schedule's invariants.
    #[error(transparent)]
    Schedule(#[from] ScheduleError),
    /// Terms that do not go together.
    #[error(transparent)]
    Terms(#[from] TermsError),
    /// A debt without a contract where one is needed.
    #[error("this needs the contract: principal, count and first due date")]
    NoContract,
    /// Nothing is known of what is owed.
    #[error("nothing is known of what is owed: add a claim or a contract")]
    NothingKnown,
    /// No claim of the lender's, where one is needed.
    #[error("nothing is written down of what the lender claims")]
    NoClaim,
    /// A claim of a day on which the loan had not been paid out.
    #[error("the claim is of {on}, before the loan was paid out on {payout}")]
    ClaimBeforePayout {
        /// Date of the claim.
        on: NaiveDate,
        /// The day of payout.
        payout: NaiveDate,
    },
    /// A level payment that does not exceed the first period's interest (S1).
    #[error("a payment of {payment} does not exceed the first period's interest of {interest}")]
    PaymentTooSmall {
        /// The payment.
        payment: Money,
        /// The first period's interest.
        interest: Money,
        /// The most instalments, fewer than asked, that do exceed it; `None` where no number of them was asked.
        most: Option<u32>,
    },
    /// A waiver of more than there is (O2).
    #[error("{asked} of {part} cannot be waived: only {there} is owed")]
    WaivesTooMuch {
        /// Which part.
        part: crate::domain::parts::Part,
        /// What is asked.
        asked: Money,
        /// What there is.
        there: Money,
    },
    /// A payment or settlement above what is owed (O3).
    #[error("{asked} is more than the {there} owed")]
    PaysTooMuch {
        /// What is asked.
        asked: Money,
        /// What there is.
        there: Money,
    },
    /// A date before the day the offer is made.
    #[error("{date} is before {as_of}")]
    DateInPast {
        /// The date.
        date: NaiveDate,
        /// The day of the offer.
        as_of: NaiveDate,
    },
    /// Terms that lay out no payments.
    #[error("the terms say nothing of how the rest is paid: add instalments, extend or settle")]
    NoPayments,
    /// `extend` without a known end of the contract (O5).
    #[error("`extend` needs the contract's last due date or the instalments remaining")]
    ExtendNeedsEnd,
    /// More rows than can be laid out.
    #[error("a plan has at most 1200 payments")]
    TooManyRows,
    /// A first due date after the extended end (O5).
    #[error("the first due date {first} is after the extended end {last}")]
    FirstDueAfterEnd {
        /// The first due date.
        first: NaiveDate,
        /// The extended end.
        last: NaiveDate,
    },
    /// A deferral that leaves no date to pay on before the extended end (O6).
    #[error("deferring {defer} months leaves no payment before the extended end {last}")]
    DefersPastEnd {
        /// Months deferred.
        defer: u32,
        /// The extended end.
        last: NaiveDate,
    },
    /// One of several offers that cannot be applied.
    #[error("in `{terms}`: {error}")]
    InOffer {
        /// The offer.
        terms: Box<crate::domain::offer::Terms>,
        /// Why not.
        error: Box<EngineError>,
    },
}
