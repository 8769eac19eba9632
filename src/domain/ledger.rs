//! The ledger: everything one borrower knows, in the order of the file.

use chrono::NaiveDate;

use super::agreement::Agreement;
use super::budget::{Borrower, Budget, Expense, Income};
use super::contact::{Contact, Direction};
use super::debt::{Debt, Proceedings};
use super::id::{DebtId, LenderId, OfferId};
use super::lender::Lender;
use super::offer::Offer;
use super::vocabulary::vocabulary;

vocabulary! {
    /// What kind of clock runs. Only law and court clocks are deadlines.
    ClockKind, "clock-kind" {
        /// Set by law.
        Law = "law",
        /// Set by a court paper.
        Court = "court",
        /// Only asked for.
        Asked = "asked",
    }
}

vocabulary! {
    /// A currency. One per ledger.
    Currency, "currency" {
        /// Chinese yuan.
        Cny = "CNY",
        /// Hong Kong dollar.
        Hkd = "HKD",
        /// US dollar.
        Usd = "USD",
        /// Euro.
        Eur = "EUR",
        /// Pound sterling.
        Gbp = "GBP",
    }
}

/// A running clock: a reply asked for, a court paper to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clock {
    /// What it is about.
    pub what: String,
    /// The debt, if one.
    pub debt: Option<DebtId>,
    /// Its kind.
    pub kind: ClockKind,
    /// When it began.
    pub from: Option<NaiveDate>,
    /// Its last day.
    pub until: NaiveDate,
    /// When it was answered.
    pub done: Option<NaiveDate>,
}

/// An account of the borrower.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// The bank.
    pub bank: Option<String>,
    /// Whether rent and food are paid from it.
    pub living: bool,
}

/// A person around the debt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub name: String,
    /// `spouse`, `guarantor`, or another word.
    pub relation: Option<String>,
    /// Whether they know of the debts.
    pub knows: Option<bool>,
    /// Whether they must not be told.
    pub must_not_be_told: Option<bool>,
}

/// A counsellor's case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// Case number.
    pub number: Option<String>,
    /// When the client agreed.
    pub consent: Option<NaiveDate>,
    /// The adviser.
    pub adviser: Option<String>,
}

/// The ledger of one borrower.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// Format version.
    pub version: u32,
    /// Its one currency.
    pub currency: Currency,
    /// The borrower.
    pub borrower: Borrower,
    /// The counsellor's case.
    pub case: Option<Case>,
    /// Reserve and share.
    pub budget: Budget,
    /// Incomes.
    pub incomes: Vec<Income>,
    /// Expenses.
    pub expenses: Vec<Expense>,
    /// Lenders.
    pub lenders: Vec<Lender>,
    /// Debts.
    pub debts: Vec<Debt>,
    /// Offers from either side.
    pub offers: Vec<Offer>,
    /// Contacts.
    pub contacts: Vec<Contact>,
    /// Agreements.
    pub agreements: Vec<Agreement>,
    /// Clocks.
    pub clocks: Vec<Clock>,
    /// Accounts.
    pub accounts: Vec<Account>,
    /// People.
    pub people: Vec<Person>,
}

impl Default for Ledger {
    fn default() -> Ledger {
        Ledger {
            version: 1,
            currency: Currency::Cny,
            borrower: Borrower::default(),
            case: None,
            budget: Budget::default(),
            incomes: Vec::new(),
            expenses: Vec::new(),
            lenders: Vec::new(),
            debts: Vec::new(),
            offers: Vec::new(),
            contacts: Vec::new(),
            agreements: Vec::new(),
            clocks: Vec::new(),
            accounts: Vec::new(),
            people: Vec::new(),
        }
    }
}

impl Ledger {
    /// The lender with an id.
    #[must_use]
    pub fn lender(&self, id: &LenderId) -> Option<&Lender> {
        self.lenders.iter().find(|lender| lender.id == *id)
    }

    /// The debt with an id.
    #[must_use]
    pub fn debt(&self, id: &DebtId) -> Option<&Debt> {
        self.debts.iter().find(|debt| debt.id == *id)
    }

    /// The offer with an id.
    #[must_use]
    pub fn offer(&self, id: &OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == *id)
    }

    /// The newest agreement about a debt signed on or before a date.
    #[must_use]
    pub fn agreement(&self, debt: &DebtId, as_of: NaiveDate) -> Option<&Agreement> {
        self.agreements
            .iter()
            .filter(|agreement| agreement.debt == *debt && agreement.signed <= as_of)
            .max_by_key(|agreement| agreement.signed)
    }

    /// The clocks of court papers about a debt that are not answered on a date, over or not: those named so, and one of
    /// law while a paper is out. Days of law that a letter of the borrower's began are the other side's.
    pub fn court_clocks<'a>(
        &'a self,
        debt: &'a Debt,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = &'a Clock> {
        let out = matches!(
            debt.proceedings,
            Proceedings::PaymentOrder | Proceedings::Filed | Proceedings::Arbitration
        );
        self.clocks
            .iter()
            .filter(|clock| clock.debt.as_ref() == Some(&debt.id))
            .filter(move |clock| match clock.kind {
                ClockKind::Court => true,
                ClockKind::Law => out && !self.is_begun_by_letter(clock),
                ClockKind::Asked => false,
            })
            .filter(move |clock| clock.done.is_none_or(|done| done > as_of))
    }

    /// Whether a letter that was sent began a clock: the log says so in the same words on the same day.
    #[must_use]
    pub fn is_begun_by_letter(&self, clock: &Clock) -> bool {
        self.contacts.iter().any(|contact| {
            contact.direction == Direction::Out
                && contact.debt == clock.debt
                && Some(contact.at.date()) == clock.from
                && contact.summary == clock.what
        })
    }

    /// Who holds a debt on a date.
    #[must_use]
    pub fn holder(&self, debt: &Debt, as_of: NaiveDate) -> Option<&Lender> {
        self.lender(debt.holder(as_of))
    }

    /// The contacts about a debt, in the order of the file.
    pub fn contacts_about<'a>(&'a self, debt: &'a DebtId) -> impl Iterator<Item = &'a Contact> {
        self.contacts
            .iter()
            .filter(move |contact| contact.debt.as_ref() == Some(debt))
    }
}
