//! What falls due: instalments, replies, clocks, promises and matters to come back to.

use chrono::NaiveDate;
use serde::Serialize;

use super::id::DebtId;
use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What kind of thing falls due.
    UpcomingKind, "upcoming" {
        /// An instalment of a contract.
        Instalment = "instalment",
        /// An instalment of an agreement.
        Agreement = "agreement",
        /// The answer to an offer.
        Reply = "reply",
        /// A clock: a court paper, a reply asked for.
        Clock = "clock",
        /// A payment promised by voice.
        Promise = "promise",
        /// A contact to come back to.
        FollowUp = "follow-up",
    }
}

/// Something that falls due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Upcoming {
    /// The day.
    pub on: NaiveDate,
    /// What kind.
    pub kind: UpcomingKind,
    /// The debt, if one.
    pub debt: Option<DebtId>,
    /// How much, if it is a payment.
    pub amount: Option<Money>,
    /// What it is about: the clock's text, the offer's id, the contact's summary.
    pub what: Option<String>,
    /// Whether its day is over and it still waits.
    pub overdue: bool,
    /// Whether law or a court set the day; all else is only asked for or agreed.
    pub deadline: bool,
    /// The number of a recorded clock in the ledger, counted from one: it ends when it is marked as done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clock: Option<usize>,
}
