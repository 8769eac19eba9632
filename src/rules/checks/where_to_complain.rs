//! Where to complain about recorded conduct (CMP-03, CMP-05).
//!
//! # What it finds
//! A mainland institution's debt with any conduct noted in the log.
//! # Why it matters
//! Banks and consumer finance companies answer to the national regulator, microloan companies to the local
//! one; the wrong line only loses time.
//! # When it does not apply
//! To buyers, payers, private and unknown holders; in Hong Kong. It is never a means in talks: complaint and
//! repayment are kept apart.
//! # Example
//! A threat by a microloan company's collector: first the company, then 12345.

use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    if case.contacts().all(|contact| contact.conduct.is_empty()) {
        return None;
    }
    if case.may(Argument::Hotline) {
        return case.finding("where-to-complain", "hotline-12378", &[]);
    }
    if case.may(Argument::LocalSupervisor) {
        return case.variant("where-to-complain", "local", "local-supervision", &[]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn each_lender_has_its_own_line() {
        let said = |kind| {
            let mut world = World::loan(kind);
            world.contact("2026-11-05T10:00:00", &[]);
            assert!(world.run(check).is_none(), "{kind}");
            world.contact("2026-11-05T10:00:00", &[Conduct::Threat]);
            world.run(check).map(|finding| finding.text.en)
        };
        let company = said(LenderKind::ConsumerFinanceCompany).unwrap();
        assert!(company.contains("12378") && !company.contains("12345"));
        let microloan = said(LenderKind::MicroloanCompany).unwrap();
        assert!(microloan.contains("12345") && !microloan.contains("12378"));
        assert!(said(LenderKind::Assignee).is_none());
    }
}
