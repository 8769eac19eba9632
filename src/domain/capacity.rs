//! What can be offered each month, and why (numbers.md M1–M3).

use chrono::NaiveDate;
use serde::Serialize;

use super::money::Money;

/// One calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CapacityMonth {
    /// Its first day.
    #[serde(serialize_with = "super::simulation::year_month")]
    pub month: NaiveDate,
    /// Income.
    pub income: Money,
    /// Essential spending.
    pub essential: Money,
    /// Other spending.
    pub other: Money,
    /// Kept back.
    pub reserve: Money,
    /// Income less spending and reserve; negative is a shortfall.
    pub surplus: Money,
    /// The share of the surplus that may be offered, before what is already taken.
    pub shared: Money,
    /// Taken by agreements being kept.
    pub agreed: Money,
    /// Taken by the borrower's open offers and oral promises.
    pub promised: Money,
    /// Already paid in the running month (M3).
    pub paid: Money,
    /// What can be offered (M2).
    pub offerable: Money,
}

/// A statement of what can be offered. The top figures are those of an ordinary month (the first full
/// month after as-of, dated one-offs left out).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Capacity {
    /// Ordinary monthly income.
    pub income: Money,
    /// Ordinary essential spending.
    pub essential: Money,
    /// Ordinary other spending.
    pub other: Money,
    /// Kept back.
    pub reserve: Money,
    /// Income less spending and reserve.
    pub surplus: Money,
    /// What can be offered in an ordinary month: the least of the full months shown.
    pub offerable: Money,
    /// Month by month, from the month of as-of.
    pub months: Vec<CapacityMonth>,
}

impl Capacity {
    /// What can be offered in the month of a date, if it is among the months.
    #[must_use]
    pub fn in_month(&self, date: NaiveDate) -> Option<Money> {
        let start = super::calendar::month_start(date);
        self.months
            .iter()
            .find(|month| month.month == start)
            .map(|month| month.offerable)
    }
}
