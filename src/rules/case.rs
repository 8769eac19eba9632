//! One debt as the checks see it: its facts, who holds it, and the book that rules.
//!
//! Promises: contacts, offers and agreements dated after `as_of` are not seen; the holder on `as_of` decides
//! the book and the standing, a sale included.

use chrono::NaiveDate;

use super::applies::{Argument, Fit, Standing, fit};
use super::book::{Book, Books};
use super::fill::{Fact, fill};
use crate::domain::agreement::Agreement;
use crate::domain::contact::{Conduct, Contact, Direction};
use crate::domain::debt::{Debt, Proceedings, Product, Talks};
use crate::domain::finding::Finding;
use crate::domain::lang::Localized;
use crate::domain::ledger::Ledger;
use crate::domain::lender::{Lender, LenderKind, Region};
use crate::domain::offer::{Offer, OfferStatus, Party};
use crate::domain::position::{Arrears, Position};
use crate::engine::keeping;

/// A debt with everything the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    /// The whole ledger: contacts, offers, agreements, clocks.
    pub ledger: &'a Ledger,
    /// The debt.
    pub debt: &'a Debt,
    /// Who holds it on `as_of`, where the ledger knows them.
    pub holder: Option<&'a Lender>,
    /// What is owed, where it could be worked out.
    pub position: Option<&'a Position>,
    /// How overdue it is, where it could be worked out.
    pub arrears: Option<&'a Arrears>,
    /// The day.
    pub as_of: NaiveDate,
    /// The rule books, with the user's own numbers if they have any.
    pub books: &'a Books,
}

impl<'a> Case<'a> {
    /// A case by the books as they come with the program.
    #[must_use]
    pub fn new(
        ledger: &'a Ledger,
        debt: &'a Debt,
        position: Option<&'a Position>,
        arrears: Option<&'a Arrears>,
        as_of: NaiveDate,
    ) -> Case<'a> {
        Case {
            ledger,
            debt,
            holder: holder(ledger, debt, as_of),
            position,
            arrears,
            as_of,
            books: Books::built_in(),
        }
    }

    /// The same case by other books.
    #[must_use]
    pub const fn by(mut self, books: &'a Books) -> Case<'a> {
        self.books = books;
        self
    }

    /// How the holder stands towards the books. A sale to someone the ledger does not know makes the holder
    /// a buyer in the region of the lender.
    #[must_use]
    pub fn standing(&self) -> Standing {
        let kind = match self.holder {
            Some(holder) => holder.kind,
            None if self.is_sold() => Some(LenderKind::Assignee),
            None => None,
        };
        Standing::of(kind, self.debt.product, self.region_said())
    }

    /// Whose book rules.
    #[must_use]
    pub fn region(&self) -> Region {
        self.standing().region()
    }

    fn region_said(&self) -> Region {
        self.holder
            .or_else(|| self.ledger.lender(&self.debt.lender))
            .map_or(Region::Cn, |lender| lender.region)
    }

    /// The book that rules.
    #[must_use]
    pub fn book(&self) -> &'a Book {
        self.books.of(self.region())
    }

    /// How well an argument fits the holder.
    #[must_use]
    pub fn fit(&self, argument: Argument) -> Fit {
        fit(argument, self.standing())
    }

    /// Whether an argument may be used at all.
    #[must_use]
    pub fn may(&self, argument: Argument) -> bool {
        self.fit(argument) != Fit::Never
    }

    /// Whether the claim was sold by `as_of`.
    #[must_use]
    pub fn is_sold(&self) -> bool {
        self.debt
            .sold
            .as_ref()
            .is_some_and(|sold| sold.on <= self.as_of)
    }

    /// Whether it was written off by `as_of`.
    #[must_use]
    pub fn is_written_off(&self) -> bool {
        self.debt.written_off.is_some_and(|on| on <= self.as_of)
    }

    /// Whether nothing is owed any more.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.debt.talks == Talks::Completed
            || self
                .position
                .is_some_and(|position| position.parts.is_zero())
    }

    /// Days overdue, where known.
    #[must_use]
    pub fn days(&self) -> Option<u32> {
        self.arrears.and_then(|arrears| arrears.days_overdue)
    }

    /// Whether it is known to be overdue.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.days().is_some_and(|days| days > 0)
    }

    /// Whether it is overdue, or the borrower records a hardship.
    #[must_use]
    pub fn is_in_trouble(&self) -> bool {
        self.is_overdue() || !self.ledger.borrower.hardship.is_empty()
    }

    /// Whether it is still early: at most 90 days overdue, not written off, no court busy with it.
    #[must_use]
    pub fn is_early(&self) -> bool {
        let days = self.days().is_none_or(|days| days <= 90);
        let court = match self.debt.proceedings {
            Proceedings::PaymentOrder
            | Proceedings::Arbitration
            | Proceedings::Filed
            | Proceedings::Judgment
            | Proceedings::Enforcement => true,
            Proceedings::None
            | Proceedings::Lender
            | Proceedings::OutsideCollector
            | Proceedings::LawyerLetter
            | Proceedings::Mediation => false,
        };
        days && !court && !self.is_written_off()
    }

    /// Whether it is known to be a loan.
    #[must_use]
    pub fn is_loan(&self) -> bool {
        self.debt.product == Some(Product::ConsumerLoan)
    }

    /// The contacts about the debt up to `as_of`.
    pub fn contacts(&self) -> impl Iterator<Item = &'a Contact> + use<'a> {
        let as_of = self.as_of;
        self.ledger
            .contacts_about(&self.debt.id)
            .filter(move |contact| contact.at.date() <= as_of)
    }

    /// The contacts the other side began.
    pub fn incoming(&self) -> impl Iterator<Item = &'a Contact> + use<'a> {
        self.contacts()
            .filter(|contact| contact.direction == Direction::In)
    }

    /// The contacts in which one of these things happened.
    pub(crate) fn with_conduct(&self, any: &[Conduct]) -> Vec<&'a Contact> {
        self.contacts()
            .filter(|contact| contact.conduct.iter().any(|conduct| any.contains(conduct)))
            .collect()
    }

    /// Where the talks stand on the day: broken where the agreement is, whatever the ledger still says.
    #[must_use]
    pub fn talks(&self) -> Talks {
        keeping::talks(self.ledger, self.debt, self.as_of)
    }

    /// The newest agreement by `as_of`.
    #[must_use]
    pub fn agreement(&self) -> Option<&'a Agreement> {
        self.ledger.agreement(&self.debt.id, self.as_of)
    }

    /// The agreement, unless the ledger says it is broken.
    #[must_use]
    pub fn agreement_in_force(&self) -> Option<&'a Agreement> {
        self.agreement().filter(|agreement| {
            agreement.broken.is_none_or(|on| on > self.as_of) && self.talks() != Talks::Broken
        })
    }

    /// Offers of one side that are open on `as_of`.
    pub fn open_offers(&self, from: Party) -> impl Iterator<Item = &'a Offer> + use<'a> {
        let (debt, as_of) = (self.debt, self.as_of);
        self.ledger.offers.iter().filter(move |offer| {
            offer.debt == debt.id
                && offer.from == from
                && offer.on <= as_of
                && offer.status_on(as_of) == OfferStatus::Open
        })
    }

    /// The finding of a rule with one of its sources, its slots filled. `None` if the book lacks either.
    pub(crate) fn finding(
        &self,
        rule: &str,
        source: &str,
        facts: &[(&str, Fact)],
    ) -> Option<Finding> {
        let text = self.book().rule(rule)?.text.localized();
        self.told(rule, source, &text, facts)
    }

    /// The finding of a rule in one of its other wordings.
    pub(crate) fn variant(
        &self,
        rule: &str,
        variant: &str,
        source: &str,
        facts: &[(&str, Fact)],
    ) -> Option<Finding> {
        let text = self.book().rule(rule)?.variants.get(variant)?.localized();
        self.told(rule, source, &text, facts)
    }

    fn told(
        &self,
        rule: &str,
        source: &str,
        text: &Localized,
        facts: &[(&str, Fact)],
    ) -> Option<Finding> {
        let asked = self.book().rule(rule)?;
        let own_numbers = asked
            .params
            .iter()
            .any(|param| !self.book().own(param).is_empty());
        Some(Finding {
            rule: rule.to_owned(),
            severity: asked.severity(),
            own_numbers,
            debt: Some(self.debt.id.clone()),
            text: fill(text, facts, self.ledger.currency),
            source: self.book().source(source)?.clone(),
        })
    }
}

/// Who holds a debt on a day. A dated holder counts; a recorded sale counts unless a holder came later; the
/// buyer is looked up among the ledger's lenders by id or name.
fn holder<'a>(ledger: &'a Ledger, debt: &Debt, as_of: NaiveDate) -> Option<&'a Lender> {
    let sold = debt.sold.as_ref().filter(|sold| sold.on <= as_of);
    let later = |on: NaiveDate| {
        debt.holders
            .iter()
            .any(|holder| holder.from.is_some_and(|from| on <= from && from <= as_of))
    };
    match sold {
        Some(sold) if !later(sold.on) => ledger
            .lenders
            .iter()
            .find(|lender| lender.id.as_str() == sold.to || lender.name == sold.to),
        _ => ledger.holder(debt, as_of),
    }
}
