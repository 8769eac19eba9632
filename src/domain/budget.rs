//! Income, expenses, what is kept back, and who the borrower is.

use chrono::NaiveDate;

use super::money::Money;
use super::rate::Percent;
use super::vocabulary::vocabulary;

vocabulary! {
    /// How often an amount comes or goes (M1).
    Every, "every" {
        /// Weekly.
        Week = "week",
        /// Every two weeks.
        Fortnight = "fortnight",
        /// Monthly.
        Month = "month",
        /// Every three months.
        Quarter = "quarter",
        /// Yearly.
        Year = "year",
        /// Once, on a date.
        Once = "once",
    }
}

vocabulary! {
    /// Why payments cannot be met (rules.md §9; practice, not law).
    HardshipKind, "hardship" {
        /// Job lost.
        Unemployment = "unemployment",
        /// Income fell.
        IncomeLoss = "income-loss",
        /// Illness.
        Illness = "illness",
        /// Accident or disability.
        Disability = "disability",
        /// A change in the family.
        Family = "family",
        /// Disaster.
        Disaster = "disaster",
        /// A business closed.
        Business = "business",
        /// Care for a child or parent, schooling.
        Care = "care",
        /// Too many debts for the income.
        OverIndebted = "over-indebted",
        /// Another reason, told in the note.
        Other = "other",
    }
}

vocabulary! {
    /// Categories of spending.
    Category, "category" {
        /// Rent, mortgage of the home.
        Housing = "housing",
        /// Food.
        Food = "food",
        /// Water, power, gas, phone.
        Utilities = "utilities",
        /// Getting to work and about.
        Transport = "transport",
        /// Medicine, hospital.
        Health = "health",
        /// School, childcare.
        Education = "education",
        /// Support of parents or children.
        Dependants = "dependants",
        /// Insurance.
        Insurance = "insurance",
        /// Clothes and household.
        Household = "household",
        /// Anything else.
        Other = "other",
    }
}

/// What is kept back and what share of the rest may be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Kept for emergencies each month, never offered.
    pub reserve: Money,
    /// Share of what is left that may be offered, if written; the default is 80 % (M2).
    pub share: Option<Percent>,
}

impl Budget {
    /// The share in force: as written, else 80 % (M2).
    #[must_use]
    pub fn share(&self) -> Percent {
        self.share.unwrap_or(Percent::whole(80))
    }
}

impl Default for Budget {
    fn default() -> Budget {
        Budget {
            reserve: Money::ZERO,
            share: None,
        }
    }
}

/// An income.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Income {
    /// What it is.
    pub name: String,
    /// How much each time.
    pub amount: Money,
    /// How often.
    pub every: Every,
    /// The date of a `once` income.
    pub on: Option<NaiveDate>,
    /// First day it comes.
    pub from: Option<NaiveDate>,
    /// Last day it comes.
    pub until: Option<NaiveDate>,
    /// Least it may be.
    pub low: Option<Money>,
    /// Most it may be.
    pub high: Option<Money>,
    /// Day of the month it is paid.
    pub pay_day: Option<u32>,
    /// The account it is paid into.
    pub account: Option<String>,
    /// What it really was.
    pub history: Vec<IncomeRecord>,
    /// What proves it.
    pub evidence: Vec<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// An income as it really came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IncomeRecord {
    /// When.
    pub on: NaiveDate,
    /// How much.
    pub amount: Money,
}

/// An expense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expense {
    /// What it is.
    pub name: String,
    /// How much each time.
    pub amount: Money,
    /// How often.
    pub every: Every,
    /// Its category.
    pub category: Option<Category>,
    /// Whether it is needed to live and work.
    pub essential: bool,
    /// The date of a `once` expense.
    pub on: Option<NaiveDate>,
    /// First day it is due.
    pub from: Option<NaiveDate>,
    /// Last day it is due.
    pub until: Option<NaiveDate>,
    /// What proves it.
    pub evidence: Vec<String>,
    /// Anything else.
    pub note: Option<String>,
}

/// A reason why payments cannot be met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hardship {
    /// The ground.
    pub kind: HardshipKind,
    /// Since when.
    pub since: Option<NaiveDate>,
    /// One sentence of fact.
    pub note: Option<String>,
    /// Papers that prove it.
    pub evidence: Vec<String>,
    /// One paragraph in the borrower's own words.
    pub own_words: Option<String>,
}

/// The borrower.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Borrower {
    /// Name.
    pub name: Option<String>,
    /// Phone number lenders have.
    pub phone: Option<String>,
    /// Address for papers.
    pub address: Option<String>,
    /// Times when calls can be taken.
    pub call_times: Option<String>,
    /// People who live from this budget.
    pub household: Option<u32>,
    /// What a lender should know of the household: it stands on the statement for creditors.
    pub household_note: Option<String>,
    /// Why payments cannot be met.
    pub hardship: Vec<Hardship>,
    /// Anything else.
    pub note: Option<String>,
}
