//! Is there a deal: what a lender would recover otherwise, against what can be paid.
//!
//! Everything about the lender's side is an assumption and is shown as one.

use super::money::Money;
use super::rate::{Percent, Rate};

/// What a lender is assumed to get without a deal, and how it values later money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assumed {
    /// Share of what is owed that it recovers.
    pub recovery: Percent,
    /// Months until then.
    pub months: u32,
    /// What it costs the lender.
    pub cost: Money,
    /// What later money loses a year.
    pub discount: Rate,
    /// Whether the user wrote them; otherwise they are the program's own starting points.
    pub own: bool,
}

/// An offer as the lender may value it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Valued {
    /// What it is worth today.
    pub value: Money,
    /// Whether that is at least what the lender is assumed to get otherwise.
    pub enough: bool,
}

/// Whether there is room for a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// From what the lender is assumed to get otherwise up to what the borrower's limit is worth.
    Room {
        /// What the lender is assumed to get otherwise, valued today.
        from: Money,
        /// What the limit is worth today.
        to: Money,
        /// The first of the offers, in the order of the ladder, that is enough.
        first: usize,
    },
    /// The limit is worth less than that.
    Short {
        /// By how much.
        by: Money,
    },
    /// Nothing can be offered.
    NothingToOffer,
}

/// The zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// The assumptions.
    pub assumed: Assumed,
    /// What the lender is assumed to get otherwise, valued today.
    pub alternative: Money,
    /// The offers, in the order given.
    pub offers: Vec<Valued>,
    /// Whether there is room.
    pub overlap: Overlap,
}
