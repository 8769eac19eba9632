//! Choosing one way to pay each debt, all within one household's budget.

use super::money::Money;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Whether a lender said so, or it is only supposed.
    Origin, "origin" {
        /// The lender offered it.
        Offered = "offered",
        /// Nobody offered it; it is what the lender's room is believed to be.
        Assumed = "assumed",
    }
}

/// One way to pay one debt, month by month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is paid in each month, from the first month of the budget on.
    pub payments: Vec<Money>,
    /// What it costs in all, payments beyond the months shown included.
    pub total: Money,
    /// The place of the month of the last payment, from 0.
    pub ends: usize,
    /// Offered or assumed.
    pub origin: Origin,
    /// Where its terms stand in the caller's own list.
    pub terms: usize,
}

/// The choices for one debt, and what is asked of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// What there is to choose from.
    pub all: Vec<Choice>,
    /// No month with a payment may pay less, but the last (a lender's minimum).
    pub least_payment: Option<Money>,
    /// The first payment may come no later than this month, from 0.
    pub latest_start: Option<usize>,
}

/// What may be paid in one month. Ordinary money does not carry on; a dated one-off does (M2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthBudget {
    /// Ordinary money of this month only.
    pub ordinary: Money,
    /// A one-off that arrives this month and waits until it is used.
    pub once: Money,
}

/// A plan: one choice per debt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selected {
    /// The place of the choice taken, debt by debt.
    pub picks: Vec<usize>,
    /// What the plan costs in all.
    pub total: Money,
    /// The place of the month of its last payment.
    pub ends: usize,
    /// No plan costs less than this; the total itself where the plan is proven the cheapest.
    pub least: Money,
    /// Whether it is proven that no plan of this total ends earlier.
    pub earliest: bool,
}

impl Selected {
    /// By how much a cheaper plan could undercut it at most; nothing where it is proven.
    #[must_use]
    pub fn gap(&self) -> Money {
        self.total.less(self.least)
    }

    /// Whether it is proven to be the cheapest, and of the cheapest the earliest.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.gap().is_zero() && self.earliest
    }
}

/// How it can be seen that there is no plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A debt has no choice that meets what is asked of it.
    NoChoice,
    /// In one month even the least of every choice is too much.
    Month,
    /// No combination of the clashing debts' choices keeps every month.
    Combinations,
}

/// Why there is no plan. Can be checked without trusting the search that found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// How it can be seen.
    pub proof: Proof,
    /// The month most short, from 0.
    pub month: usize,
    /// By how much that month is short at least; for [`Proof::Combinations`] what would be enough for the clashing
    /// debts if it were there more in each month.
    pub short_by: Money,
    /// The debts that cannot be kept together: without any one of them the others can, as far as this proof goes.
    pub clashing: Vec<usize>,
    /// Whether the set is as small and the sum as low as can be; otherwise that search was stopped, and both hold
    /// without being the least.
    pub least: bool,
}

/// What the search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A plan.
    Found(Selected),
    /// There is none, and why.
    Impossible(Certificate),
    /// The search was stopped before it found a plan or showed that there is none.
    Undecided,
}
