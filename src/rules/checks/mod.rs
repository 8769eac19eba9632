//! The checks: one file each, saying when a rule of the book has something to say about a debt.
//!
//! Promises: a check reads facts, numbers and sources, and holds no words and no numbers of its own; what it
//! says is one finding with a source that fits the holder. The list here and the rules of the books are one
//! to one (a test keeps them so).
//! Leaves to others: how findings are shown (`report`).

mod after_agreement;
mod borrow_elsewhere;
mod card_default_charge;
mod card_good_faith;
mod card_instalments;
mod card_payment_order;
mod claim_answer;
mod conduct;
mod cost_sheet;
pub(crate) mod court;
mod credit_record;
mod disclosure;
mod enforcement;
mod entered_home;
mod exaggerated;
mod extension_early;
mod guarantor_paid;
mod hk_collector;
mod hk_compound;
mod hk_conduct;
mod hk_court_paper;
mod hk_impostor;
mod hk_limitation;
mod hk_rates;
mod hk_referee;
mod hk_statutory_demand;
mod impersonation;
mod judgment;
mod limitation;
mod many_calls;
mod many_tries;
mod mediation;
mod outsourcing;
mod pay_only_the_lender;
mod payment_order;
mod penalty_multiple;
mod performance_ends_it;
mod private_cap;
mod quiet_hours;
mod received_less;
mod reduction_24;
mod relief;
mod sold;
mod third_party;
mod threat;
mod too_often;
mod unidentified;
mod where_to_complain;
mod written_off;

use super::case::Case;
use crate::domain::finding::Finding;
use crate::domain::finding::Severity::{self, Note, Serious, Warning};

/// A check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The id of its rule in a book.
    pub id: &'static str,
    /// How much what it finds matters; the book says the same (a test holds them together), but is not read
    /// for a check that nobody asked for.
    pub severity: Severity,
    /// Whether it still speaks when nothing is owed any more.
    pub when_settled: bool,
    run: fn(&Case<'_>) -> Option<Finding>,
}

/// A check that speaks while something is owed.
const fn check(
    id: &'static str,
    severity: Severity,
    run: fn(&Case<'_>) -> Option<Finding>,
) -> Check {
    Check {
        id,
        severity,
        when_settled: false,
        run,
    }
}

/// A check that speaks of what happened, whether anything is still owed or not.
const fn lasting(
    id: &'static str,
    severity: Severity,
    run: fn(&Case<'_>) -> Option<Finding>,
) -> Check {
    Check {
        id,
        severity,
        when_settled: true,
        run,
    }
}

/// Every check, those with clocks first, then what may cost most to overlook.
pub const CHECKS: &[Check] = &[
    check("payment-order", Serious, payment_order::check),
    check("claim-answer", Serious, claim_answer::check),
    check("judgment", Serious, judgment::check),
    check("enforcement", Serious, enforcement::check),
    check("hk-statutory-demand", Serious, hk_statutory_demand::check),
    check("hk-court-paper", Serious, hk_court_paper::check),
    lasting("threat", Serious, threat::check),
    lasting("hk-conduct", Serious, hk_conduct::check),
    lasting("impersonation", Serious, impersonation::check),
    lasting("hk-impostor", Serious, hk_impostor::check),
    lasting("pay-only-the-lender", Serious, pay_only_the_lender::check),
    lasting("entered-home", Serious, entered_home::check),
    check("limitation", Warning, limitation::check),
    check("hk-limitation", Warning, hk_limitation::check),
    check("card-good-faith", Warning, card_good_faith::check),
    check("sold", Warning, sold::check),
    check("written-off", Warning, written_off::check),
    check("received-less", Warning, received_less::check),
    check("private-cap", Warning, private_cap::check),
    lasting("third-party", Warning, third_party::check),
    lasting("hk-referee", Warning, hk_referee::check),
    lasting("disclosure", Warning, disclosure::check),
    lasting("quiet-hours", Warning, quiet_hours::check),
    lasting("after-agreement", Warning, after_agreement::check),
    lasting("outsourcing", Warning, outsourcing::check),
    check("hk-collector", Warning, hk_collector::check),
    lasting("exaggerated", Warning, exaggerated::check),
    lasting("borrow-elsewhere", Warning, borrow_elsewhere::check),
    check("mediation", Note, mediation::check),
    check("guarantor-paid", Note, guarantor_paid::check),
    check("card-instalments", Note, card_instalments::check),
    check("card-payment-order", Note, card_payment_order::check),
    check("relief", Note, relief::check),
    check("extension-early", Note, extension_early::check),
    check("performance-ends-it", Note, performance_ends_it::check),
    check("reduction-24", Note, reduction_24::check),
    check("penalty-multiple", Note, penalty_multiple::check),
    check("card-default-charge", Note, card_default_charge::check),
    check("cost-sheet", Note, cost_sheet::check),
    check("hk-rates", Note, hk_rates::check),
    check("hk-compound", Note, hk_compound::check),
    lasting("many-calls", Note, many_calls::check),
    lasting("many-tries", Note, many_tries::check),
    lasting("too-often", Note, too_often::check),
    lasting("unidentified", Note, unidentified::check),
    lasting("where-to-complain", Note, where_to_complain::check),
    lasting("credit-record", Note, credit_record::check),
];

/// What the books have to say about a debt, the gravest first.
#[must_use]
pub fn findings(case: &Case<'_>) -> Vec<Finding> {
    findings_from(case, Note)
}

/// The same, only what matters at least this much: the rest is not worked out.
#[must_use]
pub fn findings_from(case: &Case<'_>, least: Severity) -> Vec<Finding> {
    let closed = case.is_closed();
    let mut found: Vec<Finding> = CHECKS
        .iter()
        .filter(|check| check.severity >= least)
        .filter(|check| check.when_settled || !closed)
        .filter_map(|check| (check.run)(case))
        .collect();
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    found
}

#[cfg(test)]
pub(crate) mod tests;
