//! Collection went on after an agreement (CC-03).
//!
//! # What it finds
//! Contacts after the signing of an agreement in force in which `after-agreement` was noted.
//! # Why it matters
//! For cards the issuer should stop while the plan is kept; for loans only if the agreement says so.
//! # When it does not apply
//! Once the agreement is broken; to a loan whose agreement does not say that collection stops; in Hong Kong.
//! # Example
//! A card plan of 2026-10-01, a demand on 2026-11-05.

use crate::domain::contact::{Conduct, Contact};
use crate::domain::finding::Finding;
use crate::rules::applies::Argument;
use crate::rules::case::Case;
use crate::rules::checks::conduct::{Ground, told};
use crate::rules::fill::Fact;

const CARD: &[Ground] = &[Ground::new(Argument::CardInstalments, "card-measures-70")];
const BY_CLAUSE: &[Ground] =
    &[Ground::new(Argument::MainlandLaw, "civil-code-543").worded("by-clause")];

pub(super) fn check(case: &Case<'_>) -> Option<Finding> {
    let agreement = case.agreement_in_force()?;
    let noted = case.with_conduct(&[Conduct::AfterAgreement]);
    let later: Vec<&Contact> = noted
        .into_iter()
        .filter(|contact| contact.at.date() >= agreement.signed)
        .collect();
    let facts = [("signed", Fact::Date(agreement.signed))];
    let by = |grounds| told(case, "after-agreement", &later, grounds, &facts);
    by(CARD).or_else(|| {
        let says_so = agreement.clauses.collection_stops == Some(true);
        says_so.then(|| by(BY_CLAUSE)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::domain::agreement::{Agreement, Clauses, Form};
    use crate::domain::contact::Conduct;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    fn agreed(mut world: World, stops: Option<bool>) -> World {
        world.ledger.agreements.push(Agreement {
            id: "a".parse().unwrap(),
            debt: "d".parse().unwrap(),
            signed: day("2026-10-01"),
            form: Form::Written,
            proof: None,
            offer: None,
            dues: Vec::new(),
            clauses: Clauses {
                collection_stops: stops,
                ..Clauses::default()
            },
            broken: None,
            evidence: Vec::new(),
            note: None,
        });
        world.contact("2026-09-30T10:00:00", &[Conduct::AfterAgreement]);
        world
    }

    #[test]
    fn for_cards_a_rule_for_loans_a_clause() {
        let mut card = agreed(World::card(), None);
        assert!(card.run(check).is_none()); // the only contact came before
        card.contact("2026-11-05T10:00:00", &[Conduct::AfterAgreement]);
        assert!(card.run(check).unwrap().source.title.en.contains("art. 70"));
        for (stops, fires) in [(None, false), (Some(false), false), (Some(true), true)] {
            let mut loan = agreed(World::loan(LenderKind::Bank), stops);
            loan.contact("2026-11-05T10:00:00", &[Conduct::AfterAgreement]);
            let finding = loan.run(check);
            assert_eq!(finding.is_some(), fires);
            assert!(finding.is_none_or(|finding| finding.source.title.en.contains("543")));
        }
    }

    #[test]
    fn a_broken_plan_protects_no_more() {
        let mut card = agreed(World::card(), None);
        card.contact("2026-11-05T10:00:00", &[Conduct::AfterAgreement]);
        card.ledger.agreements[0].broken = Some(day("2026-11-01"));
        assert!(card.run(check).is_none());
    }
}
