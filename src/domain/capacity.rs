//! What can be offered each month, and why (numbers.md M1–M3).

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::budget::{Category, Every};
use super::id::{AgreementId, DebtId, OfferId};
use super::money::Money;
use super::rate::Percent;

/// One calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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
    /// Dated one-offs left over from earlier months (M2); negative is a hole they left.
    pub carried: Money,
    /// Income less spending and reserve, with what is carried in; negative is a shortfall.
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
    /// The part of `offerable` that comes from this month's dated one-offs; what is not used carries on.
    pub from_one_offs: Money,
    /// The part of `offerable` that comes from one-offs of earlier months; used once, it is gone.
    pub from_carried: Money,
}

/// What already takes money of a month (M2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReservedBy {
    /// A row of an agreement being kept.
    Agreement(AgreementId),
    /// A row of an open offer by the borrower, or of an accepted one not yet written down.
    Offer(OfferId),
    /// A promise made by voice, by the time of its contact.
    Promise(NaiveDateTime),
}

/// An amount already spoken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reserved {
    /// The debt it goes to, if known.
    pub debt: Option<DebtId>,
    /// By what.
    pub by: ReservedBy,
    /// Its day.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
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
    /// The share of what is left that may be offered.
    pub share: Percent,
    /// Month by month, from the month of as-of.
    pub months: Vec<CapacityMonth>,
    /// What already takes money of these months, by whom, in date order.
    pub reserved: Vec<Reserved>,
    /// Open offers whose rows could not be worked out, so nothing is reserved for them.
    pub not_counted: Vec<OfferId>,
}

impl Capacity {
    /// Whether so large a share is offered that the first surprise breaks the plan: above 90 % (M2).
    #[must_use]
    pub fn share_is_high(&self) -> bool {
        self.share > Percent::whole(90)
    }

    /// The share of what an ordinary month leaves that may be offered, to the hundredth below.
    #[must_use]
    pub fn shared_of_surplus(&self) -> Money {
        let left = self.surplus.max(Money::ZERO);
        left.share(self.share.factor())
            .map_or(Money::ZERO, super::exact::Exact::floored)
    }

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

/// On which side of a budget an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Money that comes.
    Income,
    /// Spending needed to live and work.
    Essential,
    /// Other spending.
    Other,
}

/// One line of a statement of income and expenses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct BudgetItem {
    /// On which side.
    pub side: Side,
    /// The category of an expense, if written.
    pub category: Option<Category>,
    /// What it is.
    pub name: String,
    /// How much each time.
    pub amount: Money,
    /// How often.
    pub every: Every,
    /// What it is a month, rounded half-up for show (M1); none for a dated one-off.
    pub monthly: Option<Money>,
    /// Whether it is part of the ordinary month the statement begins with.
    pub ordinary: bool,
    /// The date of a one-off.
    pub on: Option<NaiveDate>,
    /// First day it counts.
    pub from: Option<NaiveDate>,
    /// Last day it counts.
    pub until: Option<NaiveDate>,
    /// Least and most an uneven income may be.
    pub range: Option<(Money, Money)>,
    /// The papers that prove it.
    pub evidence: Vec<String>,
    /// A private note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl BudgetItem {
    /// Whether it comes or goes once, on a date.
    #[must_use]
    pub fn is_once(&self) -> bool {
        self.every == Every::Once
    }
}

/// A month in which living costs more than comes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Shortfall {
    /// Its first day.
    #[serde(serialize_with = "super::simulation::year_month")]
    pub month: NaiveDate,
    /// How much is missing, what is kept back and holes of earlier months included.
    pub by: Money,
    /// Dated one-off expenses of that month.
    pub because: Vec<String>,
}
