//! What an offer comes to: its rows, totals, annual rate and how it stands against doing nothing.

use chrono::NaiveDate;
use serde::Serialize;

use super::money::Money;
use super::offer::Terms;
use super::parts::Parts;
use super::promise::DayCheck;

/// One payment of a plan. Fields are those of the JSON of product.md §6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PlanRow {
    /// Its number, from 1; 0 is the payment made at once (`pay-now`).
    pub n: u32,
    /// Due date.
    pub due: NaiveDate,
    /// Principal before it.
    pub opening: Money,
    /// Principal in it.
    pub principal: Money,
    /// Interest of the plan in it.
    pub interest: Money,
    /// Old interest, penalty and fees in it.
    pub arrears: Money,
    /// All of it.
    pub amount: Money,
    /// Principal after it.
    pub closing: Money,
}

/// Annual rates, always labelled (R1–R3). Fractions of one: 0.18 is 18 %.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AnnualRates {
    /// Periodic rate × periods a year; only for periodic flows.
    pub simple: Option<f64>,
    /// Compounded periodic rate; only for periodic flows.
    pub compounded: Option<f64>,
    /// IRR on real dates, actual/365.
    pub dated: Option<f64>,
    /// A second root, if there is one; the one nearer zero is above.
    pub other_dated: Option<f64>,
    /// A second periodic root as a simple rate, if there is one (R3).
    pub other_simple: Option<f64>,
    /// The same compounded.
    pub other_compounded: Option<f64>,
    /// How many rates fit: of the periodic and the dated ones the more; none where there is no rate.
    pub roots: u32,
}

/// What doing nothing, or paying everything at once, comes to (O7).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// Which.
    pub kind: BaselineKind,
    /// The day it is measured on.
    pub on: NaiveDate,
    /// What it comes to.
    pub parts: Parts,
}

super::vocabulary::vocabulary! {
    /// Which baseline (O7).
    BaselineKind, "baseline" {
        /// Everything today.
        Today = "today",
        /// Nothing until the latest end among the offers compared.
        Nothing = "nothing",
    }
}

/// One month in which a plan asks for more than can be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Short {
    /// First day of the month.
    #[serde(serialize_with = "year_month")]
    pub month: NaiveDate,
    /// By how much.
    pub by: Money,
}

/// Serialises the first day of a month as `2026-12`.
///
/// # Errors
/// Only those of the serializer.
pub fn year_month<S: serde::Serializer>(
    month: &NaiveDate,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&month.format("%Y-%m"))
}

/// What one offer comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Simulation {
    /// The terms, in canonical order.
    pub terms: Terms,
    /// What the plan starts from: after waiving and paying at once.
    pub base: Parts,
    /// What is waived, by part.
    pub waived: Parts,
    /// What is paid at once.
    pub paid_now: Money,
    /// The rows; a payment at once is not among them.
    pub rows: Vec<PlanRow>,
    /// All that is paid: at once and by the rows.
    pub total: Money,
    /// Number of rows.
    pub count: u32,
    /// First row's amount; what is paid at once where that closes the debt.
    pub first_payment: Money,
    /// Largest row's amount; likewise.
    pub peak_payment: Money,
    /// Last row's amount; likewise.
    pub last_payment: Money,
    /// Last due date.
    pub ends_on: NaiveDate,
    /// Annual rate of what the plan costs from here (O8).
    pub rates: AnnualRates,
    /// Total against paying everything today; negative if the plan costs more.
    pub saved_against_today: Money,
    /// Total against paying nothing until the latest end compared.
    pub saved_against_nothing: Money,
    /// Whether every month fits with capacity; `None` without a budget.
    pub fits: Option<bool>,
    /// The first month it does not fit, and by how much.
    pub short: Option<Short>,
    /// The day-by-day check of the first 60 days (M7); not checked without a ledger's pay days.
    pub days: DayCheck,
}

/// Offers side by side, with the two baselines they are measured against (O7).
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The day of the offers.
    pub as_of: NaiveDate,
    /// What is owed on it.
    pub position: Parts,
    /// Everything today; nothing until the latest end among the offers.
    pub baselines: Vec<Baseline>,
    /// The offers, in the order given.
    pub offers: Vec<Simulation>,
}
