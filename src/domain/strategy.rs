//! Sharing what a household can pay among its lenders, month by month.

use chrono::NaiveDate;

use super::exact::Exact;
use super::money::Money;
use super::parts::Parts;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How money is shared among lenders.
    Strategy, "strategy" {
        /// What hurts most first, then pro-rata.
        Triage = "triage",
        /// To each by what is owed.
        ProRata = "pro-rata",
        /// To each what the contract asks a month, as far as it goes.
        Contractual = "contractual",
        /// The highest rate first.
        Avalanche = "avalanche",
        /// The smallest debt first.
        Snowball = "snowball",
        /// In an order of one's own.
        Custom = "custom",
        /// The cheapest of all plans the offers and the rooms allow.
        Optimal = "optimal",
    }
}

vocabulary! {
    /// Why a debt comes when it does.
    TriageReason, "triage" {
        /// A court's time runs.
        CourtClock = "court-clock",
        /// A card near the facts that matter for cards.
        Card = "card",
        /// Someone of the family stands for it.
        Guaranteed = "guaranteed",
        /// The bank that holds the wages can take them.
        WagesBank = "wages-bank",
        /// It was marked as coming before others: a home, a service one cannot do without.
        Priority = "priority",
        /// A known sum keeps it from getting worse.
        Cliff = "cliff",
        /// It can be closed outright.
        Closes = "closes",
        /// It takes its share of what is left.
        Share = "share",
    }
}

/// What decides the order of a debt.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Urgency {
    /// The last day to answer a court.
    pub court: Option<NaiveDate>,
    /// A card near the facts that matter for cards.
    pub card: bool,
    /// Someone of the family stands for it, or owes it too.
    pub guaranteed: bool,
    /// It is owed to the bank that holds the wages, or taken from their account.
    pub wages_bank: bool,
    /// It was marked as coming before others, or is secured.
    pub priority: bool,
    /// The month, from 0, before whose end a sum keeps it from getting worse, and the sum.
    pub cliff: Option<(usize, Money)>,
}

/// A debt as the strategies see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimant {
    /// What is owed.
    pub owed: Parts,
    /// Interest a year on principal while it is paid (O4).
    pub yearly: Exact,
    /// What the contract asks a month.
    pub contractual: Money,
    /// A level payment over the longest plan its room allows: what keeps it served.
    pub level: Money,
    /// The lender takes no less a month.
    pub least: Option<Money>,
    /// The last month, from 0, in which the lender waits for the first payment.
    pub latest_start: Option<usize>,
    /// What decides its order.
    pub urgency: Urgency,
}

/// One month of a shared plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedMonth {
    /// What could be paid, one-offs not yet used included.
    pub available: Money,
    /// What each debt gets.
    pub paid: Vec<Money>,
}

/// Money shared month by month until all is paid or the months are over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPlan {
    /// The months.
    pub months: Vec<SharedMonth>,
    /// What each debt receives in all.
    pub received: Vec<Money>,
    /// All that is paid.
    pub total: Money,
    /// The interest that came on top while it was paid.
    pub interest: Money,
    /// The month, from 0, in which the last debt ends; `None` where the months do not reach.
    pub ends: Option<usize>,
    /// What is still owed after the last month.
    pub left: Vec<Parts>,
    /// Why each debt came when it first did; `None` where it never did.
    pub reasons: Vec<Option<TriageReason>>,
    /// Debts that in some month get less than their lender takes, and do not end with it.
    pub below_least: Vec<usize>,
    /// Debts that get their first payment later than their lender waits for it.
    pub late_starts: Vec<usize>,
}

/// What to do with a sum that is in hand today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Today {
    /// Whom to pay, how much, and why, in order.
    pub pay: Vec<(usize, Money, TriageReason)>,
    /// What is better kept for a first instalment.
    pub keep: Money,
}
