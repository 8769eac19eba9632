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

/// A check.
#[derive(Clone, Copy, Debug)]
pub struct Check {
    /// The id of its rule in a book.
    pub id: &'static str,
    /// Whether it still speaks when nothing is owed any more.
    pub when_settled: bool,
    run: fn(&Case<'_>) -> Option<Finding>,
}

/// A check that speaks while something is owed.
const fn check(id: &'static str, run: fn(&Case<'_>) -> Option<Finding>) -> Check {
    Check {
        id,
        when_settled: false,
        run,
    }
}

/// A check that speaks of what happened, whether anything is still owed or not.
const fn lasting(id: &'static str, run: fn(&Case<'_>) -> Option<Finding>) -> Check {
    Check {
        id,
        when_settled: true,
        run,
    }
}

/// Every check, those with clocks first, then what may cost most to overlook.
pub const CHECKS: &[Check] = &[
    check("payment-order", payment_order::check),
    check("claim-answer", claim_answer::check),
    check("judgment", judgment::check),
    check("enforcement", enforcement::check),
    check("hk-statutory-demand", hk_statutory_demand::check),
    check("hk-court-paper", hk_court_paper::check),
    lasting("threat", threat::check),
    lasting("hk-conduct", hk_conduct::check),
    lasting("impersonation", impersonation::check),
    lasting("hk-impostor", hk_impostor::check),
    lasting("pay-only-the-lender", pay_only_the_lender::check),
    lasting("entered-home", entered_home::check),
    check("limitation", limitation::check),
    check("hk-limitation", hk_limitation::check),
    check("card-good-faith", card_good_faith::check),
    check("sold", sold::check),
    check("written-off", written_off::check),
    check("received-less", received_less::check),
    check("private-cap", private_cap::check),
    lasting("third-party", third_party::check),
    lasting("hk-referee", hk_referee::check),
    lasting("disclosure", disclosure::check),
    lasting("quiet-hours", quiet_hours::check),
    lasting("after-agreement", after_agreement::check),
    lasting("outsourcing", outsourcing::check),
    check("hk-collector", hk_collector::check),
    lasting("exaggerated", exaggerated::check),
    lasting("borrow-elsewhere", borrow_elsewhere::check),
    check("mediation", mediation::check),
    check("guarantor-paid", guarantor_paid::check),
    check("card-instalments", card_instalments::check),
    check("card-payment-order", card_payment_order::check),
    check("relief", relief::check),
    check("extension-early", extension_early::check),
    check("performance-ends-it", performance_ends_it::check),
    check("reduction-24", reduction_24::check),
    check("penalty-multiple", penalty_multiple::check),
    check("card-default-charge", card_default_charge::check),
    check("cost-sheet", cost_sheet::check),
    check("hk-rates", hk_rates::check),
    check("hk-compound", hk_compound::check),
    lasting("many-calls", many_calls::check),
    lasting("many-tries", many_tries::check),
    lasting("too-often", too_often::check),
    lasting("unidentified", unidentified::check),
    lasting("where-to-complain", where_to_complain::check),
    lasting("credit-record", credit_record::check),
];

/// What the books have to say about a debt, the gravest first.
#[must_use]
pub fn findings(case: &Case<'_>) -> Vec<Finding> {
    let closed = case.is_closed();
    let mut found: Vec<Finding> = CHECKS
        .iter()
        .filter(|check| check.when_settled || !closed)
        .filter_map(|check| (check.run)(case))
        .collect();
    found.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    found
}

#[cfg(test)]
pub(crate) mod tests;
