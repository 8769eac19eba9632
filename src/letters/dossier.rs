//! What letters rest on beyond the facts of the debt: what happened, who is at the table, what stands at court.
//!
//! Promises: only what the ledger holds by the day; nothing is guessed from a name.

use chrono::NaiveDate;

use super::grounds::GroundKind;
use super::kinds::Letter;
use crate::domain::agreement::Agreement;
use crate::domain::contact::{Channel, Conduct, Contact, Counterpart, Direction};
use crate::domain::debt::Talks;
use crate::domain::finding::Source;
use crate::domain::lang::Lang;
use crate::domain::offer::{Offer, OfferStatus, Party};
use crate::domain::vocabulary::Vocabulary;
use crate::domain::{Debt, Ledger, Money, Simulation};
use crate::engine::keeping::talks;
use crate::i18n::Words;
use crate::rules::Case;
use crate::rules::applies::Argument;
use crate::rules::lines::{Line, lines};

/// Days that a law gives, with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawDays {
    /// How many, counted from the day it is received.
    pub days: u32,
    /// Where they stand.
    pub source: Source,
    /// Whether the user wrote the number into a book of their own.
    pub own: bool,
}

/// The body that supervises a lender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// The national financial regulator (CMP-03).
    National,
    /// The local financial authority (CMP-05).
    Local,
}

/// What letters rest on.
#[derive(Clone, Debug)]
pub struct Dossier {
    /// The debt itself, for what is counted only when a letter needs it.
    pub debt: Debt,
    /// Contacts in which something happened that should not, oldest first.
    pub events: Vec<Contact>,
    /// Who said they collect from outside, and when.
    pub collector: Option<(Counterpart, NaiveDate)>,
    /// Who offered to mediate.
    pub mediator: Option<Contact>,
    /// The newest contact with a court: its name and number.
    pub court: Option<Contact>,
    /// The lender's open offer.
    pub their_offer: Option<Offer>,
    /// What it comes to, laid out on the day it was made.
    pub their_plan: Option<Simulation>,
    /// The newest agreement.
    pub agreement: Option<Agreement>,
    /// The counsellor.
    pub adviser: Option<String>,
    /// The counsellor's case number.
    pub case_number: Option<String>,
    /// Whether the debt is paid to the end.
    pub settled: bool,
    /// The last payment.
    pub last_payment: Option<(NaiveDate, Money)>,
    /// Letters sent, by the log.
    pub sent: Vec<(Letter, NaiveDate, Option<String>)>,
    /// Days for a complaint.
    pub complaint_days: Option<LawDays>,
    /// Days for an objection to a credit record.
    pub objection_days: Option<LawDays>,
    /// The yearly line above which a court may be asked to reduce.
    pub line: Option<Line>,
    /// The announcement by which annual rates are shown (INT-18).
    pub rate_source: Option<Source>,
    /// Who supervises the lender.
    pub body: Option<Body>,
    /// The law that some grounds rest on (INT-04, INT-10, INT-20, INT-25).
    pub ground_laws: Vec<(GroundKind, Source)>,
}

impl Dossier {
    /// Reads it from the ledger.
    #[must_use]
    pub fn new(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Dossier {
        let contacts: Vec<&Contact> = ledger
            .contacts_about(&debt.id)
            .filter(|contact| contact.at.date() <= as_of)
            .collect();
        let lenders: Vec<&str> = [ledger.lender(&debt.lender), ledger.holder(debt, as_of)]
            .into_iter()
            .flatten()
            .map(|lender| lender.name.as_str())
            .collect();
        let newest = |is: &dyn Fn(&Contact) -> bool| {
            let found = contacts.iter().filter(|contact| is(contact));
            found
                .max_by_key(|contact| contact.at)
                .map(|contact| (*contact).clone())
        };
        let outside = |contact: &Contact| {
            let company = contact.counterpart.company.as_deref();
            contact.direction == Direction::In
                && contact.channel != Channel::Court
                && company.is_some_and(|name| !lenders.iter().any(|lender| same(lender, name)))
        };
        let mut events: Vec<Contact> = contacts
            .iter()
            .filter(|contact| !contact.conduct.is_empty())
            .map(|contact| (*contact).clone())
            .collect();
        events.sort_by_key(|contact| contact.at);
        let paid = debt.payments.iter().filter(|payment| payment.on <= as_of);
        Dossier {
            debt: debt.clone(),
            events,
            collector: newest(&outside).map(|contact| (contact.counterpart, contact.at.date())),
            mediator: newest(&|contact| is_mediator(contact)),
            court: newest(&|contact| contact.channel == Channel::Court && !is_mediator(contact)),
            their_offer: ledger
                .offers
                .iter()
                .filter(|offer| offer.debt == debt.id && offer.on <= as_of)
                .filter(|offer| offer.from == Party::Lender)
                .filter(|offer| offer.status_on(as_of) == OfferStatus::Open)
                .max_by_key(|offer| offer.on)
                .cloned(),
            their_plan: None,
            agreement: ledger.agreement(&debt.id, as_of).cloned(),
            adviser: ledger.case.as_ref().and_then(|case| case.adviser.clone()),
            case_number: ledger.case.as_ref().and_then(|case| case.number.clone()),
            settled: talks(ledger, debt, as_of) == Talks::Completed,
            last_payment: paid
                .max_by_key(|payment| payment.on)
                .map(|payment| (payment.on, payment.amount)),
            sent: sent(&contacts),
            complaint_days: None,
            objection_days: None,
            line: None,
            rate_source: None,
            body: None,
            ground_laws: Vec::new(),
        }
    }

    /// Adds what the rule books say of the case.
    #[must_use]
    pub fn with_law(mut self, case: &Case<'_>) -> Dossier {
        let days = |param: &str| -> Option<LawDays> {
            let book = case.book();
            let own = !book.own(param).is_empty();
            let value = book.value(param, case.as_of)?;
            // A number of the user's own has no source; the law's own is then cited beside it.
            let cites = value.cites.as_deref().or_else(|| {
                let values = &book.param(param)?.values;
                values.iter().rev().find_map(|value| value.cites.as_deref())
            })?;
            Some(LawDays {
                days: value.whole()?,
                source: book.source(cites)?.clone(),
                own,
            })
        };
        if case.may(Argument::Hotline) {
            self.complaint_days = days("complaint-days");
            self.body = Some(Body::National);
        } else if case.may(Argument::LocalSupervisor) {
            self.body = Some(Body::Local);
        }
        if case.may(Argument::MainlandLaw) {
            self.objection_days = days("credit-objection-days");
        }
        if case.may(Argument::RateDisclosure) {
            self.rate_source = case.book().source("rate-disclosure-2021").cloned();
        }
        if case.may(Argument::CourtReduction) {
            self.line = lines(case.standing(), case.as_of, case.books)
                .into_iter()
                .find(|line| line.id == "court-reduction-line");
        }
        if case.may(Argument::MainlandLaw) {
            let book = case.book();
            let laws = [
                (GroundKind::ReceivedLess, "civil-code-670"),
                (GroundKind::NoNotice, "civil-code-546"),
                (GroundKind::Limitation, "civil-code-192"),
            ];
            self.ground_laws = laws
                .into_iter()
                .filter_map(|(kind, id)| Some((kind, book.source(id)?.clone())))
                .collect();
        }
        let line = self
            .line
            .iter()
            .map(|line| (GroundKind::Reduction, line.source.clone()));
        self.ground_laws.extend(line);
        self.settled |= case.is_closed();
        self
    }

    /// Contacts in which somebody else was contacted or told.
    pub fn third_party_events(&self) -> impl Iterator<Item = &Contact> {
        self.events.iter().filter(|contact| {
            let told = [Conduct::ThirdParty, Conduct::Disclosure];
            contact.conduct.iter().any(|one| told.contains(one))
        })
    }
}

/// A company typed with a bracketed remark is the same one.
fn same(lender: &str, company: &str) -> bool {
    let plain = |name: &str| {
        let before = name.split(['（', '(']).next().unwrap_or(name);
        before.trim().to_owned()
    };
    plain(lender) == plain(company)
}

/// A mediation body calls itself one, in the ledger's own words.
fn is_mediator(contact: &Contact) -> bool {
    let named = [&contact.counterpart.company, &contact.counterpart.name];
    contact.direction == Direction::In
        && named.into_iter().flatten().any(|name| {
            let name = name.to_lowercase();
            ["调解", "調解", "mediat"]
                .iter()
                .any(|word| name.contains(word))
        })
}

/// Letters that the log says were sent: their summary begins with the letter's word in one of the languages.
fn sent(contacts: &[&Contact]) -> Vec<(Letter, NaiveDate, Option<String>)> {
    let out = contacts
        .iter()
        .filter(|contact| contact.direction == Direction::Out);
    let mut found = Vec::new();
    let mut named: Vec<(String, Letter)> = Vec::new();
    for contact in out {
        if named.is_empty() {
            for lang in Lang::ALL {
                let words = Words::new(*lang);
                let letters = Letter::ALL.iter();
                named.extend(letters.map(|letter| (words.word(*letter), *letter)));
            }
        }
        let known = named
            .iter()
            .find(|(word, _)| contact.summary.starts_with(word));
        found.extend(known.map(|(_, letter)| (*letter, contact.at.date(), contact.ticket.clone())));
    }
    found
}
