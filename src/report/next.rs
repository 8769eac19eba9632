//! The one next step of a debt, with its date, in the reader's language, and the command that helps.
//!
//! Promises: step, date and words are the rule book's ([`mod@crate::rules::stage`]); here only the command is
//! chosen, from the facts that chose the step.

use chrono::NaiveDate;

use crate::domain::debt::{Proceedings, Talks};
use crate::domain::id::OfferId;
use crate::domain::lang::Lang;
use crate::domain::ledger::{Clock, ClockKind, Ledger};
use crate::domain::offer::{OfferStatus, Party};
use crate::rules::Case;
use crate::rules::stage::{Step, stage};

/// A next step with its date and the command that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Which of the five steps the talks are at.
    pub step: Step,
    /// What to do, in the reader's language.
    pub text: String,
    /// By when.
    pub on: NaiveDate,
    /// Where that date comes from, in the reader's language.
    pub because: String,
    /// Whether a court paper asks for it.
    pub court: bool,
    /// The command to type.
    pub command: String,
}

/// The clocks of a kind that are not answered, the earliest first.
#[must_use]
pub fn unanswered(ledger: &Ledger, kind: ClockKind) -> Vec<&Clock> {
    let mut clocks: Vec<&Clock> = ledger
        .clocks
        .iter()
        .filter(|clock| clock.kind == kind && clock.done.is_none())
        .collect();
    clocks.sort_by_key(|clock| clock.until);
    clocks
}

/// The next step of a case.
#[must_use]
pub fn next_step(case: &Case<'_>, lang: Lang) -> NextStep {
    let stage = stage(case);
    let court = stage.deadline || before_court(case.debt.proceedings);
    let unknown = case.position.is_none() && case.arrears.is_none();
    let id = &case.debt.id;
    let command = if court {
        format!("forbear script {id}")
    } else if unknown {
        format!("forbear claim {id}")
    } else {
        command(case)
    };
    NextStep {
        step: stage.step,
        text: stage.act.get(lang).to_owned(),
        on: stage.on,
        because: stage.because.get(lang).to_owned(),
        court,
        command,
    }
}

/// Whether a paper of a court is out.
const fn before_court(proceedings: Proceedings) -> bool {
    match proceedings {
        Proceedings::PaymentOrder | Proceedings::Filed | Proceedings::Arbitration => true,
        Proceedings::None
        | Proceedings::Lender
        | Proceedings::OutsideCollector
        | Proceedings::LawyerLetter
        | Proceedings::Mediation
        | Proceedings::Judgment
        | Proceedings::Enforcement => false,
    }
}

fn command(case: &Case<'_>) -> String {
    let id = &case.debt.id;
    match case.talks() {
        Talks::Preparing => "forbear capacity".to_owned(),
        Talks::NotStarted | Talks::Registered | Talks::Waiting | Talks::Broken | Talks::Refused => {
            format!("forbear script {id}")
        }
        Talks::Offered => match case.open_offers(Party::Lender).last() {
            Some(offer) => format!("forbear simulate {id} --offer \"{}\"", offer.terms),
            None => format!("forbear offer add {id}"),
        },
        Talks::Agreed => match case.agreement() {
            Some(agreement) => format!("forbear agree check {}", agreement.id),
            None => match accepted(case) {
                Some(offer) => format!("forbear agree add {id} --offer {offer}"),
                None => format!("forbear agree add {id}"),
            },
        },
        Talks::Performing => match case.arrears.and_then(|arrears| arrears.next_due) {
            Some(due) => format!("forbear pay {id} {}", due.amount),
            None => "forbear agree check".to_owned(),
        },
        Talks::Completed => format!("forbear log add {id}"),
    }
}

/// The newest accepted offer about the debt.
fn accepted<'a>(case: &Case<'a>) -> Option<&'a OfferId> {
    let offers = case.ledger.offers.iter();
    offers
        .filter(|offer| offer.debt == case.debt.id)
        .filter(|offer| offer.status_on(case.as_of) == OfferStatus::Accepted)
        .max_by_key(|offer| offer.on)
        .map(|offer| &offer.id)
}
