//! What the coming months may bring on an uneven income, and what can then be promised.

use chrono::NaiveDate;

use super::money::Money;
use super::rate::Percent;

/// An income that is not the same every month. Amounts are a month's, in twelfths of a minor unit, so that
/// weeks and years become months without rounding (M1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uncertain {
    /// Anything from the least to the most, all alike.
    Range {
        /// The least.
        low: i64,
        /// The most.
        high: i64,
    },
    /// As one of the months gone by, all alike.
    Past(Vec<i64>),
}

/// An uncertain income and the months in which it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncertainIncome {
    /// Its name in the ledger.
    pub name: String,
    /// What it may be.
    pub amounts: Uncertain,
    /// For each month whether it comes.
    pub comes: Vec<bool>,
}

/// One coming month without its uncertain incomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OutlookMonth {
    /// Its first day.
    pub month: NaiveDate,
    /// Certain income less spending and reserve, in twelfths of a minor unit; often negative.
    pub certain: i64,
    /// Already spoken for by agreements, offers and promises.
    pub taken: Money,
}

/// What the coming months may bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The months.
    pub months: Vec<OutlookMonth>,
    /// Incomes that are not the same every month.
    pub incomes: Vec<UncertainIncome>,
    /// The share of what is left that may be offered (M2).
    pub share: Percent,
}

impl Outlook {
    /// Whether nothing in it is uncertain: one path says all.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.incomes.is_empty()
    }
}

/// What one possible course of the months allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PathResult {
    /// The largest instalment that is never missed; negative where not even what is spoken for can be kept.
    pub most: Money,
    /// The month, from 0, that decides it.
    pub month: u32,
}

/// A promise that can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// The largest instalment whose chance of any miss over the months is below the risk.
    pub instalment: Money,
    /// How many of the paths miss it at least once.
    pub misses: u32,
    /// How many paths were looked at.
    pub paths: u32,
    /// The months that most often decide whether it can be kept, the worst first: place and paths. Only
    /// paths that allow no more than the instalment count.
    pub worst: Vec<(u32, u32)>,
}
