//! The clocks that law sets on a debt: the time to sue, court stages, the credit record.

use chrono::NaiveDate;

use super::finding::Source;
use super::limitation::{Limitation, RestartEvent};
use super::vocabulary::vocabulary;

vocabulary! {
    /// A stage at court that has its own time.
    CourtStage, "court-stage" {
        /// Objecting to a payment order (CRT-01).
        PaymentOrder = "payment-order",
        /// Answering a claim.
        ClaimAnswer = "claim-answer",
        /// Appealing a judgment.
        Appeal = "appeal",
        /// The other side's time to ask for enforcement (CRT-03; Hong Kong A-18).
        Enforcement = "enforcement",
    }
}

/// How long a stage at court lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CourtTime {
    /// So many days from receipt.
    Days(u32),
    /// So many years.
    Years(u32),
}

/// A stage at court.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourtClock {
    /// Which.
    pub stage: CourtStage,
    /// How long it lasts.
    pub time: CourtTime,
    /// The day it is counted from, if the ledger has one.
    pub from: Option<NaiveDate>,
    /// Its last day, if known; of [`CourtStage::Enforcement`] the day before which it does not end.
    pub until: Option<NaiveDate>,
    /// Whether the last day was recorded as a clock, not counted here.
    pub recorded: bool,
    /// Where it comes from.
    pub source: Source,
}

/// The time to sue, with what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LimitationClock {
    /// The day, and how far it can be trusted.
    pub limitation: Limitation,
    /// Years from the last event.
    pub years: u32,
    /// Where the years come from.
    pub source: Source,
    /// Every event that starts it or starts it afresh with its source, the newest first.
    pub events: Vec<(RestartEvent, Source)>,
}

/// How long a negative record is kept (CR-01).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditRecord {
    /// Years from the day the debt is paid off.
    pub years: u32,
    /// That day: of the last payment, or of an agreement's last date while it is kept.
    pub paid: Option<NaiveDate>,
    /// The day by which the record must be deleted.
    pub until: Option<NaiveDate>,
    /// Whether the day still lies ahead, by an agreement that is being kept.
    pub expected: bool,
    /// Where it comes from.
    pub source: Source,
}

/// All of them for one debt. What does not apply is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clocks {
    /// The time to sue; none once a court has decided.
    pub limitation: Option<LimitationClock>,
    /// Court stages.
    pub court: Vec<CourtClock>,
    /// The credit record.
    pub credit_record: Option<CreditRecord>,
}
