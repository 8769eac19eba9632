//! Why there is no plan for all lenders, and what would make one.
//!
//! Promises: the month, the sum and the debts are those of a certificate that can be checked; what is asked for beyond
//! a lender's room is said to be asked for.
//! Leaves to others: finding them (`engine::select`), how they are told (`plan_document`).

use chrono::NaiveDate;
use serde::Serialize;

use super::plan::{PlanReport, first};
use crate::domain::calendar::plus_months;
use crate::domain::id::DebtId;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::selection::{Certificate, Proof};
use crate::engine::plan::Household;
use crate::engine::select::WaysOut;

/// Why there is no plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct CertificateReport {
    /// The month that is most short.
    #[serde(serialize_with = "crate::domain::simulation::year_month")]
    pub month: NaiveDate,
    /// By how much.
    pub short_by: Money,
    /// The debts that cannot be kept together.
    pub because: Vec<DebtId>,
    /// How it can be seen: `no-choice`, `month`, `combinations`.
    pub proof: &'static str,
    /// Whether fewer debts or a smaller sum are ruled out; otherwise that search was stopped.
    pub least: bool,
}

/// What would make a plan.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct WayOutReport {
    /// So much more every month.
    pub each_month: Option<Money>,
    /// Whether less is not enough; otherwise that search was stopped.
    pub each_month_least: bool,
    /// So much more in one month alone.
    pub one_month: Option<OneMonth>,
    /// Concessions beyond what the lenders are known to grant, for the fewest debts.
    pub ask: Vec<AskReport>,
}

/// More money in one month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OneMonth {
    /// Its first day.
    #[serde(serialize_with = "crate::domain::simulation::year_month")]
    pub month: NaiveDate,
    /// How much more.
    pub amount: Money,
}

/// A concession to ask one lender for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AskReport {
    /// The debt.
    pub debt: DebtId,
    /// The terms.
    pub terms: Terms,
    /// The largest payment under them.
    pub payment: Money,
}

impl PlanReport {
    /// With the reason why there is no plan, and what would make one.
    #[must_use]
    pub fn impossible(
        mut self,
        home: &Household,
        certificate: &Certificate,
        out: &WaysOut,
        ask: Vec<AskReport>,
    ) -> PlanReport {
        let month = |at: usize| plus_months(first(home), i64::try_from(at).unwrap_or(0));
        self.feasible = false;
        self.certificate = Some(CertificateReport {
            month: month(certificate.month),
            short_by: certificate.short_by,
            because: certificate
                .clashing
                .iter()
                .filter_map(|at| home.debts.get(*at))
                .map(|planned| planned.debt.clone())
                .collect(),
            proof: match certificate.proof {
                Proof::NoChoice => "no-choice",
                Proof::Month => "month",
                Proof::Combinations => "combinations",
            },
            least: certificate.least,
        });
        self.ways_out = Some(WayOutReport {
            each_month: out.each_month,
            each_month_least: out.each_least,
            one_month: out.one_month.map(|(at, amount)| OneMonth {
                month: month(at),
                amount,
            }),
            ask,
        });
        self
    }
}
