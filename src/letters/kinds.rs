//! The kinds of letters: one table that drives the command, its help, its refusals and its tests.
//!
//! Promises: every letter has exactly one row; a letter that does not fit the lender, or that rests on a fact the
//! ledger does not hold, is refused with the reason; what restarts the time to sue says so; each wait is named for
//! what it is: set by law, by a court paper, or only asked for.
//! Leaves to others: the words (`templates`), the grounds themselves ([`super::grounds`]), the question whether to go
//! on (`cli`).

use chrono::NaiveDate;

use super::brief::{ANSWER_DAYS, Brief, PLAN_DAYS, REPLY_DAYS};
use super::dossier::LawDays;
use super::grounds;
use crate::domain::calendar::plus_days;
use crate::domain::ledger::ClockKind;
use crate::domain::offer::Terms;
use crate::domain::vocabulary::vocabulary;
use crate::domain::{LenderKind, Proceedings, Region};
use crate::i18n::Words;

vocabulary! {
    /// A letter that can be written.
    Letter, "letter" {
        /// Why payments cannot be met, and what is asked.
        Hardship = "hardship",
        /// A plan with its figures.
        Proposal = "proposal",
        /// What is owed, by part, with its working.
        Statement = "statement-request",
    }
}

vocabulary! {
    /// What a letter is for. Complaint and negotiation are never mixed.
    Group, "letter-group" {
        /// Asks for terms, answers terms: never mentions a complaint.
        Negotiation = "negotiation",
        /// Asks for papers; acknowledges nothing.
        Request = "request",
        /// Tells what happened: never speaks of terms.
        Complaint = "complaint",
        /// Answers a court paper.
        Court = "court",
    }
}

/// Who receives a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// Whoever holds the claim.
    Lender,
    /// Whoever says they collect for the lender.
    Collector,
    /// A mediator.
    Mediator,
    /// The body that supervises the lender.
    Body,
    /// The court.
    Court,
}

/// What the terms of a letter have to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// More time.
    Extension,
    /// Less interest, penalty or fees.
    Waiver,
    /// Instalments.
    Instalments,
    /// One payment.
    Settlement,
}

impl Shape {
    /// Whether terms have this shape.
    #[must_use]
    pub fn of(self, terms: &Terms) -> bool {
        match self {
            Shape::Extension => terms.extend.is_some() || terms.defer.is_some(),
            Shape::Waiver => !terms.waive.is_empty() && terms.settle.is_none(),
            Shape::Instalments => terms.settle.is_none(),
            Shape::Settlement => terms.settle.is_some(),
        }
    }

    /// Terms of this shape as they are typed, with a gap for each figure.
    #[must_use]
    pub const fn example(self) -> &'static str {
        match self {
            Shape::Extension => "extend …",
            Shape::Waiver => "waive penalty=all, interest=…%; instalments …",
            Shape::Instalments => "instalments …",
            Shape::Settlement => "settle … by …",
        }
    }
}

/// Why a letter is not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Refusal {
    /// Whoever claims the money has no licence: that is no negotiation.
    NoLicence,
    /// The lender is of a kind it is not for.
    OtherLender,
    /// It is for the other side of the border.
    OtherRegion,
    /// Nothing that happened is in the log.
    NoConduct,
    /// No contact with somebody else is in the log.
    NoThirdParty,
    /// Nobody collects from outside, as far as the ledger knows.
    NoCollector,
    /// The lender has no open offer.
    NoOffer,
    /// No promise stands.
    NoPromise,
    /// No mediation is known.
    NoMediation,
    /// No payment order is known.
    NoPaymentOrder,
    /// No claim is filed, as far as the ledger knows.
    NoClaim,
    /// No true ground follows from the ledger.
    NoGround,
    /// The debt is not paid to the end.
    NotSettled,
    /// It was not written off.
    NotWrittenOff,
    /// The rule book names no body for this lender.
    NoBody,
}

impl Refusal {
    /// Its word in the ids of its message and hint.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Refusal::NoLicence => "no-licence",
            Refusal::OtherLender => "other-lender",
            Refusal::OtherRegion => "other-region",
            Refusal::NoConduct => "no-conduct",
            Refusal::NoThirdParty => "no-third-party",
            Refusal::NoCollector => "no-collector",
            Refusal::NoOffer => "no-offer",
            Refusal::NoPromise => "no-promise",
            Refusal::NoMediation => "no-mediation",
            Refusal::NoPaymentOrder => "no-payment-order",
            Refusal::NoClaim => "no-claim",
            Refusal::NoGround => "no-ground",
            Refusal::NotSettled => "not-settled",
            Refusal::NotWrittenOff => "not-written-off",
            Refusal::NoBody => "no-body",
        }
    }

    /// Why, and what helps instead. `until` is the last day of a court paper, as it is shown.
    #[must_use]
    pub fn tell(self, letter: Letter, debt: &str, until: &str, words: &Words) -> (String, String) {
        let id = format!("letters-refused-{}", self.word());
        let slots = [
            ("letter", words.word(letter).into()),
            ("debt", debt.into()),
            ("until", until.into()),
        ];
        (
            words.with(&id, &slots),
            words.with(&format!("{id}-hint"), &slots),
        )
    }

    /// Whether the ledger lacks what the letter rests on.
    fn holds(self, kind: &Kind, brief: &Brief) -> bool {
        let dossier = &brief.dossier;
        match self {
            Refusal::NoLicence => brief.kind() == Some(LenderKind::Unlicensed),
            Refusal::OtherLender => brief.kind().is_some_and(|it| kind.not_for.contains(&it)),
            Refusal::OtherRegion => kind.region.is_some_and(|region| region != brief.region),
            Refusal::NoConduct => dossier.events.is_empty(),
            Refusal::NoThirdParty => dossier.third_party_events().next().is_none(),
            Refusal::NoCollector => {
                dossier.collector.is_none() && brief.proceedings != Proceedings::OutsideCollector
            }
            Refusal::NoOffer => dossier.their_offer.is_none(),
            Refusal::NoPromise => brief.promise.is_none(),
            Refusal::NoMediation => {
                dossier.mediator.is_none() && brief.proceedings != Proceedings::Mediation
            }
            Refusal::NoPaymentOrder => brief.proceedings != Proceedings::PaymentOrder,
            Refusal::NoClaim => brief.proceedings != Proceedings::Filed,
            Refusal::NoGround => grounds::grounds(brief, kind.letter).is_empty(),
            Refusal::NotSettled => !dossier.settled,
            Refusal::NotWrittenOff => !brief.written_off,
            Refusal::NoBody => dossier.body.is_none(),
        }
    }
}

/// How long an answer may take, and what says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// A courtesy date.
    Asked(i64),
    /// The days an institution has for a complaint, where the law gives them.
    Complaint,
    /// The days for an objection to a credit record, where the law gives them.
    Objection,
    /// The last day of the court paper it answers.
    Court,
}

/// The wait a letter begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// Set by law, by a court paper, or only asked for.
    pub kind: ClockKind,
    /// Its last day, if known.
    pub until: Option<NaiveDate>,
    /// The days of the law, with their source.
    pub law: Option<LawDays>,
}

/// A row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The letter.
    pub letter: Letter,
    /// What it is for.
    pub group: Group,
    /// Its template; a Hong Kong text of its own ends in `-hk`.
    pub template: &'static str,
    /// Who receives it.
    pub to: To,
    /// Lenders it is not for. Nobody without a licence gets any.
    pub not_for: &'static [LenderKind],
    /// The region it is for, if only one.
    pub region: Option<Region>,
    /// What it rests on: the first that the ledger lacks is the reason why it is refused.
    pub rests_on: &'static [Refusal],
    /// What its terms have to hold.
    pub shape: Option<Shape>,
    /// Whether it holds a paragraph in the borrower's own words.
    pub own_words: bool,
    /// Whether it acknowledges the debt, so that an old one is asked about first (INT-03a, INT-04, A-18).
    pub acknowledges: bool,
    /// How long an answer may take.
    pub waits: Waits,
}

const NEGOTIATION: Kind = Kind {
    letter: Letter::Hardship,
    group: Group::Negotiation,
    template: "letter-hardship",
    to: To::Lender,
    not_for: &[],
    region: None,
    rests_on: &[],
    shape: None,
    own_words: true,
    acknowledges: true,
    waits: Waits::Asked(REPLY_DAYS),
};

const REQUEST: Kind = Kind {
    group: Group::Request,
    own_words: false,
    acknowledges: false,
    ..NEGOTIATION
};

/// Every letter.
pub const KINDS: &[Kind] = &[
    NEGOTIATION,
    Kind {
        letter: Letter::Proposal,
        template: "letter-proposal",
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Statement,
        template: "letter-statement",
        ..REQUEST
    },
];

/// The row of a letter.
#[must_use]
pub fn kind(letter: Letter) -> &'static Kind {
    let row = KINDS.iter().find(|kind| kind.letter == letter);
    row.unwrap_or(&NEGOTIATION) // a test keeps a row for each
}

/// Why a letter is not written, if it is not.
#[must_use]
pub fn refusal(letter: Letter, brief: &Brief) -> Option<Refusal> {
    let kind = kind(letter);
    [
        Refusal::NoLicence,
        Refusal::OtherRegion,
        Refusal::OtherLender,
    ]
    .iter()
    .chain(kind.rests_on)
    .copied()
    .find(|refusal| refusal.holds(kind, brief))
}

/// The letters that can be written about a debt.
#[must_use]
pub fn fitting(brief: &Brief) -> Vec<Letter> {
    KINDS
        .iter()
        .map(|kind| kind.letter)
        .filter(|letter| refusal(*letter, brief).is_none())
        .collect()
}

/// The wait that begins on the day a letter is sent.
#[must_use]
pub fn wait(letter: Letter, brief: &Brief, sent: NaiveDate) -> Wait {
    let law = match kind(letter).waits {
        Waits::Complaint => brief.dossier.complaint_days.clone(),
        Waits::Objection => brief.dossier.objection_days.clone(),
        Waits::Asked(_) | Waits::Court => None,
    };
    let asked = |days| Wait {
        kind: ClockKind::Asked,
        until: Some(super::brief::on_weekday(plus_days(sent, days))),
        law: None,
    };
    match (kind(letter).waits, law) {
        (Waits::Asked(days), _) => asked(days),
        (Waits::Court, _) => Wait {
            kind: ClockKind::Court,
            until: brief.court_until,
            law: None,
        },
        (Waits::Complaint | Waits::Objection, Some(law)) => Wait {
            kind: ClockKind::Law,
            until: Some(plus_days(sent, i64::from(law.days))),
            law: Some(law),
        },
        (Waits::Complaint | Waits::Objection, None) => asked(REPLY_DAYS),
    }
}

/// Whether the letter may ask a court to reduce (INT-10): only an answer to a claim.
#[must_use]
pub fn may_ask_for_reduction(letter: Letter) -> bool {
    kind(letter).template == "letter-answer"
}

/// Days within which a holding letter promises a plan.
pub const HOLDS: Waits = Waits::Asked(PLAN_DAYS);
/// Days within which a withdrawal promises an answer.
pub const ANSWERS: Waits = Waits::Asked(ANSWER_DAYS);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::vocabulary::Vocabulary;

    #[test]
    fn every_letter_has_one_row_in_the_order_of_the_words() {
        let rows: Vec<Letter> = KINDS.iter().map(|kind| kind.letter).collect();
        assert_eq!(rows, Letter::ALL);
    }

    #[test]
    fn a_letter_that_asks_for_papers_or_tells_what_happened_acknowledges_nothing() {
        for kind in KINDS {
            match kind.group {
                Group::Negotiation => {}
                Group::Request | Group::Complaint | Group::Court => {
                    assert!(!kind.acknowledges && !kind.own_words, "{}", kind.letter);
                }
            }
        }
    }
}
