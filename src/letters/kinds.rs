//! The kinds of letters: one table that drives the command, its help, its refusals and its tests.
//!
//! Promises: every letter has exactly one row; a letter that does not fit the lender, or that rests on a fact the
//! ledger does not hold, is refused with the reason; what restarts the time to sue says so; each wait is named for
//! what it is: set by law, by a court paper, or only asked for.
//! Leaves to others: the words (`templates`), the grounds themselves ([`super::grounds`]), the question whether to go
//! on (`cli`).

mod refusal;
mod wait;

pub use refusal::Refusal;
pub use wait::{Awaited, Wait, Waits, wait};

use super::brief::{ANSWER_DAYS, Brief, PLAN_DAYS, REPLY_DAYS};
use crate::domain::offer::Terms;
use crate::domain::vocabulary::vocabulary;
use crate::domain::{LenderKind, Region};

vocabulary! {
    /// A letter that can be written.
    Letter, "letter" {
        /// Why payments cannot be met, and what is asked.
        Hardship = "hardship",
        /// A plan with its figures.
        Proposal = "proposal",
        /// More time.
        Extension = "extension",
        /// Less interest, penalty or fees.
        Waiver = "waiver",
        /// Instalments; for a bank's card the personalised plan of its own rule (CC-01).
        Instalments = "instalments",
        /// One payment that closes the debt.
        Settlement = "settlement",
        /// Reachable, working on it, a plan by a day; promises no money.
        Holding = "holding",
        /// Other terms than the lender's.
        Counter = "counter-offer",
        /// The lender's terms, repeated, and nothing else.
        Acceptance = "acceptance",
        /// Takes back a promise that cannot be kept.
        Withdrawal = "withdrawal",
        /// Takes part in a mediation, after checking it.
        Mediation = "mediation-reply",
        /// What is owed, by part, with its working.
        Statement = "statement-request",
        /// What the credit costs in all.
        Cost = "cost-disclosure",
        /// Who a collector is, and who instructs it.
        Authority = "proof-of-authority",
        /// A certificate that nothing is left.
        Discharge = "discharge-certificate",
        /// A written-off account, now paid, reported as such.
        Status = "status-correction",
        /// Lets a counsellor ask and be told.
        Counsellor = "counsellor-authority",
        /// Nobody else is contacted.
        StopContacts = "stop-contacts",
        /// What happened, told to the lender.
        Complaint = "complaint",
        /// What happened, told to whoever supervises the lender.
        Regulator = "regulator-complaint",
        /// An error in a credit report.
        Credit = "credit-objection",
        /// An objection to a payment order (CRT-01, A-01).
        Objection = "payment-order-objection",
        /// An answer to a claim at court.
        Answer = "claim-answer",
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

const COMPLAINT: Kind = Kind {
    group: Group::Complaint,
    rests_on: &[Refusal::NoConduct],
    ..REQUEST
};

/// Court papers here are the mainland's: a Hong Kong paper sets its own form and time.
const COURT: Kind = Kind {
    group: Group::Court,
    to: To::Court,
    region: Some(Region::Cn),
    waits: Waits::Court,
    ..REQUEST
};

/// Lenders that are no institution: nobody supervises them and they report to no register.
const PRIVATE: &[LenderKind] = &[LenderKind::Private];

/// Every letter.
pub const KINDS: &[Kind] = &[
    NEGOTIATION,
    Kind {
        letter: Letter::Proposal,
        template: "letter-proposal",
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Extension,
        template: "letter-extension",
        shape: Some(Shape::Extension),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Waiver,
        template: "letter-waiver",
        shape: Some(Shape::Waiver),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Instalments,
        template: "letter-instalments",
        shape: Some(Shape::Instalments),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Settlement,
        template: "letter-settlement",
        shape: Some(Shape::Settlement),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Holding,
        template: "letter-holding",
        waits: Waits::OwnPlan(PLAN_DAYS),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Counter,
        template: "letter-counter",
        rests_on: &[Refusal::NoOffer, Refusal::GoodOffer],
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Acceptance,
        template: "letter-acceptance",
        rests_on: &[Refusal::NoOffer],
        own_words: false,
        waits: Waits::Confirmation(REPLY_DAYS),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Withdrawal,
        template: "withdrawal",
        rests_on: &[Refusal::NoPromise],
        own_words: false,
        waits: Waits::OwnPlan(ANSWER_DAYS),
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Mediation,
        template: "letter-mediation",
        to: To::Mediator,
        rests_on: &[Refusal::NoMediation],
        ..NEGOTIATION
    },
    Kind {
        letter: Letter::Statement,
        template: "letter-statement",
        ..REQUEST
    },
    Kind {
        letter: Letter::Cost,
        template: "letter-cost",
        not_for: PRIVATE,
        ..REQUEST
    },
    Kind {
        letter: Letter::Authority,
        template: "letter-authority",
        to: To::Collector,
        rests_on: &[Refusal::NoCollector],
        ..REQUEST
    },
    Kind {
        letter: Letter::Discharge,
        template: "letter-discharge",
        rests_on: &[Refusal::NotSettled],
        ..REQUEST
    },
    Kind {
        letter: Letter::Status,
        template: "letter-status",
        not_for: PRIVATE,
        rests_on: &[Refusal::NotWrittenOff, Refusal::NotSettled],
        ..REQUEST
    },
    Kind {
        letter: Letter::Counsellor,
        template: "letter-counsellor",
        ..REQUEST
    },
    Kind {
        letter: Letter::StopContacts,
        template: "letter-stop",
        rests_on: &[Refusal::NoThirdParty],
        waits: Waits::Asked(REPLY_DAYS),
        ..COMPLAINT
    },
    Kind {
        letter: Letter::Complaint,
        template: "letter-complaint",
        waits: Waits::Complaint,
        ..COMPLAINT
    },
    Kind {
        letter: Letter::Regulator,
        template: "letter-regulator",
        to: To::Body,
        rests_on: &[Refusal::NoBody, Refusal::NoConduct],
        ..COMPLAINT
    },
    Kind {
        letter: Letter::Credit,
        template: "letter-credit",
        not_for: PRIVATE,
        rests_on: &[],
        waits: Waits::Objection,
        ..COMPLAINT
    },
    Kind {
        letter: Letter::Objection,
        template: "letter-objection",
        rests_on: &[Refusal::NoPaymentOrder, Refusal::NoGround],
        ..COURT
    },
    Kind {
        letter: Letter::Answer,
        template: "letter-answer",
        rests_on: &[Refusal::NoClaim, Refusal::NoGround],
        ..COURT
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
