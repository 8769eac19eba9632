//! The one next step of a debt, with one date: chosen from the ledger's facts, never from guesses.
//!
//! Promises: a court paper comes before everything; then what the lender waits for; then what was promised;
//! then what the talks ask for. A date that is only suggested says so and never lies past the day the debt
//! worsens.
//! Leaves to others: what usually happens (`rules`), the words for a call (`letters`).

use chrono::NaiveDate;

use crate::domain::calendar::plus_days;
use crate::domain::debt::{Debt, Proceedings, Talks};
use crate::domain::ledger::{Clock, ClockKind, Currency, Ledger};
use crate::domain::money::Money;
use crate::domain::offer::{OfferStatus, Party};
use crate::domain::position::{Arrears, Worsens};
use crate::i18n::{Numbers, Words};

/// What is to be done next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A court paper waits for its answer.
    AnswerCourt(String),
    /// Court proceedings run, but no last day is recorded.
    RecordCourtPaper,
    /// The lender's offer waits for its answer.
    AnswerOffer(String),
    /// A promise made by voice falls due.
    KeepPromise(Money),
    /// An instalment falls due.
    Pay(Money),
    /// Contact the lender.
    FirstContact,
    /// Nothing is known of the amounts.
    RecordFacts,
    /// Work out what can be paid.
    WorkOutCapacity,
    /// Ask how the request stands.
    AskForAnswer,
    /// An offer was made but is not recorded.
    RecordOffer,
    /// Something was agreed but is not recorded.
    RecordAgreement,
    /// The agreement is broken.
    TalkAgain,
    /// Everything is paid.
    AskForDischarge,
    /// Refused for now.
    AskAgain,
}

/// A next step with its date and the command that helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// What.
    pub step: Step,
    /// By when.
    pub on: NaiveDate,
    /// The command to type.
    pub command: String,
}

impl NextStep {
    /// The step in words, a whole sentence.
    #[must_use]
    pub fn told(&self, currency: Currency, words: &Words) -> String {
        let money = |amount: Money| Numbers::new(words.lang(), currency).money(amount);
        match &self.step {
            Step::AnswerCourt(what) => words.with("next-answer-court", &[("about", what.into())]),
            Step::RecordCourtPaper => words.text("next-record-court-paper"),
            Step::AnswerOffer(id) => words.with("next-answer-offer", &[("about", id.into())]),
            Step::KeepPromise(amount) => {
                words.with("next-keep-promise", &[("amount", money(*amount).into())])
            }
            Step::Pay(amount) => words.with("next-pay", &[("amount", money(*amount).into())]),
            Step::FirstContact => words.text("next-first-contact"),
            Step::RecordFacts => words.text("next-record-facts"),
            Step::WorkOutCapacity => words.text("next-work-out-capacity"),
            Step::AskForAnswer => words.text("next-ask-for-answer"),
            Step::RecordOffer => words.text("next-record-offer"),
            Step::RecordAgreement => words.text("next-record-agreement"),
            Step::TalkAgain => words.text("next-talk-again"),
            Step::AskForDischarge => words.text("next-ask-for-discharge"),
            Step::AskAgain => words.text("next-ask-again"),
        }
    }
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

/// The next step of a debt.
#[must_use]
pub fn next_step(
    ledger: &Ledger,
    debt: &Debt,
    arrears: Option<&Arrears>,
    worsens: Option<&Worsens>,
    as_of: NaiveDate,
) -> NextStep {
    let facts = Facts {
        ledger,
        debt,
        arrears,
        worsens,
        as_of,
    };
    facts
        .court()
        .or_else(|| facts.offer())
        .or_else(|| facts.promise())
        .unwrap_or_else(|| facts.talks())
}

struct Facts<'a> {
    ledger: &'a Ledger,
    debt: &'a Debt,
    arrears: Option<&'a Arrears>,
    worsens: Option<&'a Worsens>,
    as_of: NaiveDate,
}

impl Facts<'_> {
    fn step(&self, step: Step, on: NaiveDate, command: &str) -> NextStep {
        let command = command.replace("ID", self.debt.id.as_str());
        NextStep { step, on, command }
    }

    /// A day within so many days, and before the debt worsens.
    fn within(&self, days: i64) -> NaiveDate {
        let day = plus_days(self.as_of, days);
        match self.worsens {
            Some(worsens) => day.min(plus_days(worsens.on, -1)).max(self.as_of),
            None => day,
        }
    }

    fn court(&self) -> Option<NextStep> {
        let mine =
            |clock: &&&Clock| clock.debt.is_none() || clock.debt.as_ref() == Some(&self.debt.id);
        let clocks = unanswered(self.ledger, ClockKind::Court);
        if let Some(clock) = clocks
            .iter()
            .find(|clock| mine(clock) && (clock.debt.is_some() || self.ledger.debts.len() == 1))
        {
            let step = Step::AnswerCourt(clock.what.clone());
            return Some(self.step(step, clock.until, "forbear script ID"));
        }
        let recorded = self.ledger.clocks.iter().any(|clock| {
            clock.kind == ClockKind::Court && clock.debt.as_ref() == Some(&self.debt.id)
        });
        match self.debt.proceedings {
            Proceedings::PaymentOrder | Proceedings::Arbitration | Proceedings::Filed
                if !recorded =>
            {
                Some(self.step(
                    Step::RecordCourtPaper,
                    self.as_of,
                    "forbear log add ID --channel court",
                ))
            }
            Proceedings::None
            | Proceedings::Lender
            | Proceedings::OutsideCollector
            | Proceedings::LawyerLetter
            | Proceedings::Mediation
            | Proceedings::PaymentOrder
            | Proceedings::Arbitration
            | Proceedings::Filed
            | Proceedings::Judgment
            | Proceedings::Enforcement => None,
        }
    }

    fn offer(&self) -> Option<NextStep> {
        let open = self
            .ledger
            .offers
            .iter()
            .filter(|offer| {
                offer.debt == self.debt.id
                    && offer.from == Party::Lender
                    && offer.on <= self.as_of
                    && offer.status_on(self.as_of) == OfferStatus::Open
            })
            .min_by_key(|offer| offer.reply_by.unwrap_or(NaiveDate::MAX))?;
        let on = open.reply_by.unwrap_or_else(|| self.within(7));
        let command = format!("forbear simulate ID --offer \"{}\"", open.terms);
        Some(self.step(Step::AnswerOffer(open.id.to_string()), on, &command))
    }

    fn promise(&self) -> Option<NextStep> {
        let (contact, promise) = self
            .ledger
            .contacts_about(&self.debt.id)
            .filter(|contact| contact.at.date() <= self.as_of)
            .filter_map(|contact| contact.promise.map(|promise| (contact, promise)))
            .filter(|(_, promise)| promise.withdrawn.is_none() && promise.on >= self.as_of)
            .min_by_key(|(_, promise)| promise.on)?;
        let paid: Money = self
            .debt
            .payments
            .iter()
            .filter(|payment| payment.on >= contact.at.date() && payment.on <= self.as_of)
            .map(|payment| payment.amount)
            .sum();
        let left = promise.amount.less(paid);
        left.is_positive().then(|| {
            let command = format!("forbear pay ID {left}");
            self.step(Step::KeepPromise(left), promise.on, &command)
        })
    }

    fn pay(&self) -> Option<NextStep> {
        let due = self.arrears?.next_due?;
        let command = format!("forbear pay ID {}", due.amount);
        Some(self.step(Step::Pay(due.amount), due.on, &command))
    }

    fn talks(&self) -> NextStep {
        let overdue = self.arrears.is_none_or(|arrears| {
            arrears.days_overdue.is_none_or(|days| days > 0) || !arrears.overdue.is_zero()
        });
        match self.debt.talks {
            Talks::NotStarted if !overdue => self.pay().unwrap_or_else(|| self.first_contact()),
            Talks::NotStarted => self.first_contact(),
            Talks::Preparing => {
                self.step(Step::WorkOutCapacity, self.within(3), "forbear capacity")
            }
            Talks::Registered | Talks::Waiting => self.step(
                Step::AskForAnswer,
                self.answer_expected(),
                "forbear script ID",
            ),
            Talks::Offered => self.step(Step::RecordOffer, self.as_of, "forbear offer add ID"),
            Talks::Agreed => match self.ledger.agreement(&self.debt.id, self.as_of) {
                Some(_) => self.pay(),
                None => None,
            }
            .unwrap_or_else(|| {
                self.step(Step::RecordAgreement, self.as_of, "forbear agree add ID")
            }),
            Talks::Performing => self.pay().unwrap_or_else(|| self.discharge()),
            Talks::Broken => self.step(Step::TalkAgain, self.within(1), "forbear script ID"),
            Talks::Completed => self.discharge(),
            Talks::Refused => {
                let on = self.debt.retry_on.unwrap_or_else(|| self.within(30));
                self.step(Step::AskAgain, on.max(self.as_of), "forbear script ID")
            }
        }
    }

    fn first_contact(&self) -> NextStep {
        if self.arrears.is_none() {
            return self.step(Step::RecordFacts, self.as_of, "forbear claim ID");
        }
        self.step(Step::FirstContact, self.within(1), "forbear script ID")
    }

    fn discharge(&self) -> NextStep {
        self.step(Step::AskForDischarge, self.within(7), "forbear log add ID")
    }

    /// When an answer is expected: the reply-by date of the borrower's open offer, a reply asked for, the
    /// follow-up of the newest contact; a week if none is recorded.
    fn answer_expected(&self) -> NaiveDate {
        let offers = self.ledger.offers.iter().filter_map(|offer| {
            let mine = offer.debt == self.debt.id && offer.from == Party::Borrower;
            (mine && offer.status == OfferStatus::Open).then_some(offer.reply_by?)
        });
        let asked = self.ledger.clocks.iter().filter_map(|clock| {
            let mine = clock.debt.as_ref() == Some(&self.debt.id);
            (mine && clock.kind == ClockKind::Asked && clock.done.is_none()).then_some(clock.until)
        });
        let newest = self
            .ledger
            .contacts_about(&self.debt.id)
            .filter(|contact| contact.at.date() <= self.as_of)
            .max_by_key(|contact| contact.at)
            .and_then(|contact| contact.follow_up);
        offers
            .chain(asked)
            .chain(newest)
            .min()
            .map_or_else(|| self.within(7), |date| date.max(self.as_of))
    }
}
