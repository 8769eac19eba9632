//! How long a claim can be brought to court, as far as a ledger knows (product.md §5).

use chrono::NaiveDate;
use serde::Serialize;

use super::contact::Channel;
use super::money::Money;
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
        /// The other side was in touch about the debt.
        Demand = "demand",
        /// The borrower was in touch about it, or promised.
        Acknowledgement = "acknowledgement",
        /// A court paper.
        CourtPaper = "court-paper",
        /// Notice that the claim was sold.
        SaleNotice = "sale-notice",
        /// An offer by the borrower.
        Offer = "offer",
        /// An agreement, or one of its due dates.
        Agreement = "agreement",
    }
}

impl LimitationEvent {
    /// Whether it is the borrower's own act, a due date or a court's, not a demand of the other side.
    #[must_use]
    pub const fn is_the_borrowers_or_courts(self) -> bool {
        match self {
            LimitationEvent::LastDue
            | LimitationEvent::Accelerated
            | LimitationEvent::OldestUnpaid
            | LimitationEvent::Payment
            | LimitationEvent::Acknowledgement
            | LimitationEvent::CourtPaper
            | LimitationEvent::Offer
            | LimitationEvent::Agreement => true,
            LimitationEvent::Claim | LimitationEvent::Demand | LimitationEvent::SaleNotice => false,
        }
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

/// What the law of a region says of the time to sue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeToSue {
    /// Years from the last event.
    pub years: u32,
    /// Months without an event after which the end may be near.
    pub near_months: u32,
    /// Whether a demand alone starts it afresh (mainland, INT-03); where it does not, the borrower's own acts and
    /// writings do (Hong Kong, A-18).
    pub demands_restart: bool,
}

/// An event from which the time to sue runs, or runs afresh, as the ledger records it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestartEvent {
    /// The day; of a plan's last date it may lie ahead.
    pub on: NaiveDate,
    /// What happened.
    pub event: LimitationEvent,
    /// How much, if it is a sum.
    pub amount: Option<Money>,
    /// How contact was made, if it was a contact.
    pub channel: Option<Channel>,
    /// Where the ledger has it from: a claim's source, an agreement's or offer's id, a clock's words.
    pub record: Option<String>,
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
