//! A sale binds the borrower once notified (INT-25, CF-08, A-13).
//!
//! # What it finds
//! A debt recorded as sold on or before the day, with or without a notice.
//! # Why it matters
//! Paying the wrong one does not end the debt, and paying both happens. What could be held against the seller
//! can be held against the buyer.
//! # When it does not apply
//! In Hong Kong, whose law on assignments is not in the book.
//! # Example
//! `sold = { to = "某某资产", on = 2026-10-01 }` without `notice-on`: a warning to see the notice first.

use crate::domain::finding::{Finding, Severity};
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::fill::Fact;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let sold = case
        .debt
        .sold
        .as_ref()
        .filter(|sold| sold.on <= case.as_of)?;
    if !case.may(Argument::MainlandLaw) {
        return None;
    }
    let to = case
        .holder
        .map_or_else(|| sold.to.clone(), |holder| holder.name.clone());
    let mut facts = vec![("to", Fact::Text(to)), ("on", Fact::Date(sold.on))];
    match sold.notice_on.filter(|on| *on <= case.as_of) {
        Some(notice) => {
            facts.push(("notice", Fact::Date(notice)));
            let finding = case.variant("sold", "notified", "civil-code-546", &facts)?;
            Some(Finding {
                severity: Severity::Note,
                ..finding
            })
        }
        None => case.finding("sold", "civil-code-546", &facts),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::debt::Sold;
    use crate::domain::finding::Severity;
    use crate::domain::lender::LenderKind;
    use crate::rules::applies::Standing;
    use crate::rules::checks::tests::{World, day};

    fn sold(notice: Option<&str>) -> Option<Sold> {
        Some(Sold {
            to: "某某资产".to_owned(),
            on: day("2026-10-01"),
            notice_on: notice.map(day),
        })
    }

    #[test]
    fn without_a_notice_ask_for_it() {
        let mut world = World::loan(LenderKind::Bank);
        assert!(world.run(check).is_none());
        world.debt().sold = sold(None);
        let finding = world.run(check).unwrap();
        assert_eq!(finding.severity, Severity::Warning);
        assert!(finding.text.en.contains("某某资产"));
        // The buyer is not in the ledger: the holder is a buyer all the same.
        assert_eq!(world.case().standing(), Standing::Buyer);
    }

    #[test]
    fn with_a_notice_pay_one_not_both() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().sold = sold(Some("2026-10-10"));
        let finding = world.run(check).unwrap();
        assert_eq!(finding.severity, Severity::Note);
        assert!(finding.text.en.contains("10 October 2026"));
    }
}
