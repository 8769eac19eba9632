//! How long a claim can be brought to court, as far as a ledger knows (product.md §5).

use chrono::NaiveDate;
use serde::Serialize;

use super::vocabulary::vocabulary;

vocabulary! {
    /// An event from which the time to sue runs, or runs afresh (rules.md INT-01 to INT-03a).
    LimitationEvent, "limitation-event" {
        /// The last instalment falls due.
        LastDue = "last-due",
        /// Declared due early.
        Accelerated = "accelerated",
        /// The missed due date of a debt without a contract.
        OldestUnpaid = "oldest-unpaid",
        /// A payment.
        Payment = "payment",
        /// The lender claimed a sum.
        Claim = "claim",
        /// Someone was in touch about the debt.
        Contact = "contact",
        /// An offer by the borrower.
        Offer = "offer",
        /// An agreement, or one of its due dates.
        Agreement = "agreement",
    }
}

vocabulary! {
    /// How far a ledger can be trusted in it. It is never high: a message that was not logged counts too.
    Confidence, "confidence" {
        /// Little: cards, or nothing but due dates is known.
        Low = "low",
        /// Fair: several kinds of event are recorded.
        Fair = "fair",
    }
}

/// The day before which the time to sue has not run out, as far as a ledger knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Limitation {
    /// Not before this day; `None` where no event is known.
    pub not_before: Option<NaiveDate>,
    /// The day of the last known event.
    pub since: Option<NaiveDate>,
    /// What happened on it.
    pub event: Option<LimitationEvent>,
    /// How far it can be trusted.
    pub confidence: Confidence,
    /// No interrupting event is known for so long that the end may be near.
    pub near: bool,
    /// As far as the ledger knows, the time is over.
    pub over: bool,
}
