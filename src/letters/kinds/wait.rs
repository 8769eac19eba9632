//! The wait a letter begins: what is waited for, until when, and what sets the day.

use chrono::NaiveDate;

use super::{Group, Letter, To, kind};
use crate::domain::calendar::plus_days;
use crate::domain::ledger::ClockKind;
use crate::letters::brief::{Brief, REPLY_DAYS, on_weekday};
use crate::letters::dossier::LawDays;
use crate::letters::shaped;

/// How long an answer may take, and what says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waits {
    /// A courtesy date.
    Asked(i64),
    /// The day by which the borrower's own plan is promised in it.
    OwnPlan(i64),
    /// The days after which one looks whether the other side has put into writing what was accepted.
    Confirmation(i64),
    /// The days an institution has for a complaint, where the law gives them.
    Complaint,
    /// The days for an objection to a credit record, where the law gives them.
    Objection,
    /// The last day of the court paper it answers.
    Court,
}

/// What is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// Their answer.
    Answer,
    /// The borrower's own plan, as the letter says.
    OwnPlan,
    /// What was accepted, in their own words.
    Confirmation,
}

/// The wait a letter begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wait {
    /// What is waited for.
    pub awaited: Awaited,
    /// Set by law, by a court paper, or only asked for.
    pub kind: ClockKind,
    /// Its last day, if known.
    pub until: Option<NaiveDate>,
    /// The days of the law, with their source.
    pub law: Option<LawDays>,
}

/// The wait that begins on the day a letter is sent.
#[must_use]
pub fn wait(letter: Letter, brief: &Brief, sent: NaiveDate) -> Wait {
    let law = match kind(letter).waits {
        Waits::Complaint => brief.dossier.complaint_days.clone(),
        Waits::Objection => brief.dossier.objection_days.clone(),
        Waits::Asked(_) | Waits::OwnPlan(_) | Waits::Confirmation(_) | Waits::Court => None,
    };
    let asked_by = |awaited, until| Wait {
        awaited,
        kind: ClockKind::Asked,
        until: Some(until),
        law: None,
    };
    let asked = |awaited, days| {
        let usual = on_weekday(plus_days(sent, days));
        asked_by(awaited, brief.before_court(sent, usual))
    };
    // Only a letter that names a first payment asks for its answer before that day.
    let offers = kind(letter).group == Group::Negotiation && kind(letter).to == To::Lender;
    match (kind(letter).waits, law) {
        (Waits::Asked(days), _) if offers => {
            let brief = shaped(brief, kind(letter));
            asked_by(Awaited::Answer, brief.answer_asked(sent, days))
        }
        (Waits::Confirmation(days), _) => {
            let brief = shaped(brief, kind(letter));
            asked_by(Awaited::Confirmation, brief.answer_asked(sent, days))
        }
        (Waits::Asked(days), _) => asked(Awaited::Answer, days),
        (Waits::OwnPlan(days), _) => asked(Awaited::OwnPlan, days),
        (Waits::Court, _) => Wait {
            awaited: Awaited::Answer,
            kind: ClockKind::Court,
            until: brief.court_until,
            law: None,
        },
        (Waits::Complaint | Waits::Objection, Some(law)) => Wait {
            awaited: Awaited::Answer,
            kind: ClockKind::Law,
            until: Some(plus_days(sent, i64::from(law.days))),
            law: Some(law),
        },
        (Waits::Complaint | Waits::Objection, None) => asked(Awaited::Answer, REPLY_DAYS),
    }
}
