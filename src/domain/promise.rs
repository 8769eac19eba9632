//! Whether one more promise can be kept, and whether all lenders are told the same.

use chrono::{NaiveDate, NaiveDateTime};

use super::capacity::Reserved;
use super::id::DebtId;
use super::money::Money;

/// Whether an amount on a date fits what can be offered, and why (M2, M7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseFit {
    /// The first day of the month it falls in (M3).
    pub month: NaiveDate,
    /// What is asked.
    pub amount: Money,
    /// What that month can still offer, this debt's own replaced offers and promises left out.
    pub limit: Money,
    /// By how much the amount passes the limit; nothing if it fits.
    pub over: Money,
    /// What others have already spoken for in that month.
    pub reserved: Vec<Reserved>,
    /// The day-by-day check, where pay days are known and the day is within the first 60.
    pub days: DayCheck,
}

impl PromiseFit {
    /// Whether it fits its month. The day may still be wrong: see [`DayCheck::short`].
    #[must_use]
    pub fn fits(&self) -> bool {
        self.over.is_zero()
    }
}

/// Pay days, swept accounts and due dates in order, for the first 60 days (M7).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayCheck {
    /// Whether any pay day is known; without one nothing is checked.
    pub checked: bool,
    /// The first due day before enough money has come.
    pub short: Option<DayShort>,
    /// Wages paid into an account from which another debt is taken.
    pub swept: Vec<Swept>,
}

/// A day on which more is due than has come by then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayShort {
    /// The day.
    pub on: NaiveDate,
    /// All that is due in its month up to that day, what was paid included.
    pub due: Money,
    /// What can be offered of the money that has come by then.
    pub there: Money,
    /// The next pay day in that month, if one is still to come.
    pub next_pay_day: Option<NaiveDate>,
}

/// An income that a lender can take from its account before it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swept {
    /// The debt that is taken.
    pub debt: DebtId,
    /// The account.
    pub account: String,
    /// The income.
    pub income: String,
    /// The next day it is taken, if the day is known.
    pub next: Option<NaiveDate>,
    /// Whether rent and food are paid from it.
    pub living: bool,
}

/// A fact told now that differs from what was told before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldDifference {
    /// The debt in whose contact it was told, if one.
    pub debt: Option<DebtId>,
    /// When.
    pub at: NaiveDateTime,
    /// Whether the same lender was told so about the same debt; otherwise another was.
    pub same_debt: bool,
    /// Which fact.
    pub fact: ToldFact,
}

/// A fact in two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ToldFact {
    /// The reason.
    Reason {
        /// Now.
        now: String,
        /// Before.
        before: String,
    },
    /// The income.
    Income {
        /// Now.
        now: Money,
        /// Before.
        before: Money,
    },
    /// The monthly figure. Different lenders may rightly be offered different sums; the same one not
    /// without a word of explanation.
    Monthly {
        /// Now.
        now: Money,
        /// Before.
        before: Money,
    },
}
