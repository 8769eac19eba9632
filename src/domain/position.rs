//! What is owed on a date, and how overdue it is.

use chrono::NaiveDate;
use serde::Serialize;

use super::money::Money;
use super::parts::Parts;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What a position rests on (P1).
    Basis, "basis" {
        /// The lender's newest claim, rolled forward.
        Claim = "claim",
        /// The contract and its payments.
        Contract = "contract",
        /// The rows of an agreement that is being kept (A4).
        Agreement = "agreement",
    }
}

vocabulary! {
    /// How overdue, in the program's own bands (C3; a convention, not law: OD-01).
    Band, "band" {
        /// Not overdue.
        Current = "current",
        /// 1–30 days.
        Short = "short",
        /// 31–90 days.
        Medium = "medium",
        /// 91 days or more.
        Long = "long",
    }
}

impl Band {
    /// The band of a number of days (C3).
    #[must_use]
    pub const fn of_days(days: u32) -> Band {
        match days {
            0 => Band::Current,
            1..=30 => Band::Short,
            31..=90 => Band::Medium,
            _ => Band::Long,
        }
    }
}

vocabulary! {
    /// The lender's five-category class (C3).
    Class, "class" {
        /// Paying as agreed.
        Normal = "normal",
        /// Special mention.
        SpecialMention = "special-mention",
        /// Substandard.
        Substandard = "substandard",
        /// Doubtful.
        Doubtful = "doubtful",
        /// Loss.
        Loss = "loss",
    }
}

vocabulary! {
    /// Something a reader of a position must know.
    PositionNote, "position-note" {
        /// The contract records no penalty, so none is counted (D5).
        PenaltyNotRecorded = "penalty-not-recorded",
        /// No rate is known, so nothing is added since the claim (P5).
        NoRateKnown = "no-rate-known",
        /// The claim is one sum without parts; it counts as principal.
        ClaimHasNoParts = "claim-has-no-parts",
        /// The claim says only what is overdue; what is not yet due is taken from the contract.
        ClaimOnlyOverdue = "claim-only-overdue",
        /// The claim says only what is overdue, and no contract says the rest: what is owed in all is not known.
        WholeUnknown = "whole-unknown",
        /// Rolled forward at the contract rate because no penalty rate is recorded (P5).
        RolledAtContractRate = "rolled-at-contract-rate",
        /// Claim and contract differ.
        ClaimDiffersFromContract = "claim-differs-from-contract",
        /// The agreement is broken and it is not known what revives (A4).
        RevivalUnknown = "revival-unknown",
        /// Nothing is known of what is owed.
        NothingKnown = "nothing-known",
    }
}

/// What is owed on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// The date.
    pub as_of: NaiveDate,
    /// What it rests on.
    pub basis: Basis,
    /// What is owed in all, due and not yet due.
    pub parts: Parts,
    /// What a payment made ahead is waiting for; already taken off `parts` (A3).
    pub waiting: Money,
    /// What a reader must know.
    pub notes: Vec<PositionNote>,
    /// By the lender's claim, where there is one (`claimed`).
    pub claimed: Option<Parts>,
    /// By the contract and its payments, where there is one (`computed`).
    pub computed: Option<Parts>,
    /// By the agreement's rows, where there is one: what is left of it, by as much as it is known to be made
    /// of. If it is broken and what revives is unknown, this is one reading and `parts` the other (A4).
    pub agreed: Option<Parts>,
}

impl Position {
    /// Whether `parts` are all that is owed; where they are only what is overdue, they are not.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        !self.notes.contains(&PositionNote::WholeUnknown)
    }
}

/// An amount on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DueAmount {
    /// The date.
    pub on: NaiveDate,
    /// The amount.
    pub amount: Money,
}

/// How overdue a debt is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrears {
    /// Days overdue: 0 on time or within grace (C1, C2). `None` where the missed due date is unknown.
    pub days_overdue: Option<u32>,
    /// Due date of the first unpaid row due by the date (C1).
    pub oldest_unpaid: Option<NaiveDate>,
    /// What is overdue, by part; `None` where a bare total is claimed without saying what of it is overdue (P5).
    pub overdue: Option<Parts>,
    /// The band; `None` where the days are unknown.
    pub band: Option<Band>,
    /// The next due date with something open (C4).
    pub next_due: Option<DueAmount>,
    /// What clears the oldest unpaid row, if only penalty or fees of it are open (C1).
    pub residue: Option<Money>,
    /// Days taken out by pauses.
    pub paused_days: u32,
    /// The days of the oldest unpaid row that count towards the M bucket are `days_overdue`; written
    /// rows missed, for cards and rows alike.
    pub missed: u32,
}

/// The next cliff of a debt, and the smallest sum that keeps it from falling over (product.md §5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Worsens {
    /// The day it worsens.
    pub on: NaiveDate,
    /// To what.
    pub to: WorsensTo,
    /// What paid before that day prevents it; `None` where no sum is known to.
    pub prevented_by: Option<Money>,
}

vocabulary! {
    /// What a debt worsens to.
    WorsensTo, "worsens" {
        /// Becomes overdue.
        Overdue = "overdue",
        /// More than 30 days.
        Medium = "medium",
        /// More than 90 days.
        Long = "long",
        /// A court clock runs out.
        CourtClock = "court-clock",
        /// An offer ends.
        OfferExpires = "offer-expires",
        /// A promise falls due.
        PromiseDue = "promise-due",
    }
}
