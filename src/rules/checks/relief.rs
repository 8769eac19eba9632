//! Banks are encouraged to agree term and frequency in temporary difficulty (CF-07).
//!
//! # What it finds
//! A mainland bank or consumer-finance loan that is overdue, or whose borrower records a hardship, before
//! anything is agreed.
//! # Why it matters
//! Outside cards these are the best words for asking for time: encouragement, never a right.
//! # When it does not apply
//! To cards (their own rule says more), microloan companies, private lenders and Hong Kong; past 90 days, after
//! write-off or once a court is busy with it, when difficulty is no longer temporary.
//! # Example
//! A bank loan 20 days overdue after an illness.

use crate::domain::debt::Talks;
use crate::domain::finding::Finding;
use crate::rules::applies::{Argument, Fit};
use crate::rules::case::Case;

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let agreed = matches!(case.talks(), Talks::Agreed | Talks::Performing);
    let temporary = case.is_in_trouble() && case.is_early();
    if agreed || !case.is_loan() || !temporary {
        return None;
    }
    match case.fit(Argument::Relief) {
        Fit::Cite => case.finding("relief", "relief-2025", &[]),
        Fit::Limited => case.variant("relief", "by-analogy", "relief-2025", &[]),
        Fit::Never => None,
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::World;

    #[test]
    fn it_is_said_of_bank_loans_and_only_pointed_to_elsewhere() {
        let said = |kind| {
            let mut world = World::loan(kind);
            world.overdue(20);
            world.run(check).map(|finding| finding.text.en)
        };
        assert!(!said(LenderKind::Bank).unwrap().contains("pointer"));
        let company = said(LenderKind::ConsumerFinanceCompany).unwrap();
        assert!(company.contains("pointer"));
        assert!(said(LenderKind::MicroloanCompany).is_none());
        assert!(said(LenderKind::Private).is_none());
        assert!(World::loan(LenderKind::Bank).run(check).is_none()); // nothing is wrong
        let mut late = World::loan(LenderKind::Bank);
        late.overdue(91);
        assert!(late.run(check).is_none());
    }
}
