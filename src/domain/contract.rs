//! The terms a loan was made on.

use chrono::NaiveDate;

use super::calendar::DayCount;
use super::money::Money;
use super::parts::Part;
use super::rate::{Percent, Rate};
use super::vocabulary::vocabulary;

vocabulary! {
    /// How a loan is repaid (numbers.md S2).
    Method, "method" {
        /// Level payments (等额本息).
        EqualInstalment = "equal-instalment",
        /// Level principal (等额本金).
        EqualPrincipal = "equal-principal",
        /// Interest each period, principal last (先息后本).
        InterestOnly = "interest-only",
        /// One row on the last date (一次性还本付息).
        Bullet = "bullet",
        /// Level principal plus a flat charge on the original principal (等本等息).
        FlatFee = "flat-fee",
        /// Rows as typed from the lender's app.
        Custom = "custom",
    }
}

vocabulary! {
    /// Whether a payment works row by row or across the whole debt (A1).
    AllocationScope, "allocation-scope" {
        /// Oldest row first, inside a row by the order.
        Rows = "rows",
        /// Part after part over all rows.
        Debt = "debt",
    }
}

vocabulary! {
    /// A named order of allocation (A2).
    NamedOrder, "allocation" {
        /// Fees, interest, penalty, principal.
        CivilCode = "civil-code",
        /// Civil-code up to 90 days overdue, principal first from 91 (cards).
        CardArt57 = "card-art57",
        /// Principal first, then fees, interest, penalty.
        PrincipalFirst = "principal-first",
    }
}

/// The order in which a payment is applied (A2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    /// One of the named orders.
    Named(NamedOrder),
    /// As written in the contract: every part once.
    List(Vec<Part>),
}

/// A penalty as the contract writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PenaltyTerm {
    /// A multiple of the contract rate in force: `150%`.
    Multiple(Percent),
    /// A rate of its own: `27%/year`.
    Own(Rate),
}

vocabulary! {
    /// How a lender rounds to hundredths; the program's own way is the first (S1, P4).
    Rounding, "lender-rounding" {
        /// Half-up; penalty once in total.
        HalfUp = "half-up",
        /// Half-up; penalty in each row.
        HalfUpRows = "half-up-rows",
        /// What is below a hundredth is cut off; penalty once in total.
        Cut = "cut",
    }
}

vocabulary! {
    /// How a first period that is not a month is charged.
    FirstPeriod, "first-period" {
        /// By its own days (S2).
        OwnDays = "own-days",
        /// As one whole month, whatever its days.
        WholeMonth = "whole-month",
    }
}

/// A rate in force from a date on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RateFrom {
    /// First day in force; `None` for a single undated rate.
    pub from: Option<NaiveDate>,
    /// The rate.
    pub rate: Rate,
}

/// A row typed from the lender's app (`method = "custom"`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CustomDue {
    /// Due date.
    pub on: NaiveDate,
    /// Principal.
    pub principal: Money,
    /// Interest.
    pub interest: Money,
    /// Fee.
    pub fee: Money,
}

/// The contract. Built by `store` (or from flags) after its facts were checked together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contract {
    /// Original principal.
    pub principal: Money,
    /// What was really received, if it differs (INT-20).
    pub net_received: Option<Money>,
    /// Day of payout.
    pub disbursed: Option<NaiveDate>,
    /// Rates in force, in date order; empty is no interest.
    pub rates: Vec<RateFrom>,
    /// How it is repaid.
    pub method: Method,
    /// Number of instalments.
    pub count: u32,
    /// First due date.
    pub first_due: NaiveDate,
    /// Day count.
    pub day_count: DayCount,
    /// Penalty, if recorded; one that is not recorded is not guessed (D5).
    pub penalty: Option<PenaltyTerm>,
    /// Penalty rate also on unpaid interest.
    pub compound: bool,
    /// Allocation, if written; else the default of the product (D5).
    pub allocation: Option<Order>,
    /// Scope of allocation, if written; else the default of A1.
    pub allocation_scope: Option<AllocationScope>,
    /// A fee in every instalment (S3).
    pub fee_per_instalment: Money,
    /// Rows of a `custom` contract, in date order.
    pub rows: Vec<CustomDue>,
    /// What the money was for, as the contract says.
    pub purpose: Option<String>,
    /// The contract number.
    pub number: Option<String>,
}
