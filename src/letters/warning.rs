//! What to know or to be asked before a text is used. Data: `cli` shows it, or asks.

use chrono::NaiveDate;

use super::brief::Brief;
use super::fact::{Fact, Place};
use super::figures::Moved;
use super::kinds::{Group, Letter, kind};
use crate::domain::promise::{DayShort, ToldDifference, ToldFact};
use crate::domain::{Limitation, Money};
use crate::i18n::Words;

/// A warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A fact is blank in the text.
    Missing(Fact),
    /// More is offered than can be kept.
    AboveLimit {
        /// What is offered a month.
        offered: Money,
        /// What can be offered.
        limit: Money,
        /// The first month it does not fit, if known.
        month: Option<NaiveDate>,
    },
    /// A payment falls due before the money for it has come (M7).
    TooEarly(DayShort),
    /// Terms without a day of their own would have begun before the money comes or an answer can: another day is said.
    Moved(Moved),
    /// The first payment is so near that no answer can be asked for before it.
    NoTimeToAnswer(NaiveDate),
    /// The text acknowledges a debt that may be too old to sue on: ask first.
    LimitationQuestion(Limitation),
    /// The text does not fit one message, even at its shortest, by so many signs.
    MessageTooLong(usize),
    /// Another lender was told something else.
    ToldDifferently(ToldDifference),
}

impl Warning {
    /// Whether the caller stops and asks before it shows the text (`--yes` to go on).
    #[must_use]
    pub fn asks(&self) -> bool {
        match self {
            Warning::Missing(_)
            | Warning::MessageTooLong(_)
            | Warning::Moved(_)
            | Warning::NoTimeToAnswer(_) => false,
            Warning::AboveLimit { .. }
            | Warning::TooEarly(_)
            | Warning::LimitationQuestion(_)
            | Warning::ToldDifferently(_) => true,
        }
    }

    /// The id of its message in `letters.ftl`.
    #[must_use]
    pub fn message(&self) -> &'static str {
        match self {
            Warning::Missing(_) => "letters-missing",
            Warning::AboveLimit { .. } => "letters-above-limit",
            Warning::TooEarly(DayShort {
                next_pay_day: Some(_),
                ..
            }) => "letters-too-early",
            Warning::TooEarly(DayShort {
                next_pay_day: None, ..
            }) => "letters-too-early-no-pay-day",
            Warning::MessageTooLong(_) => "letters-message-too-long",
            Warning::Moved(_) => "letters-moved",
            Warning::NoTimeToAnswer(_) => "letters-no-time-to-answer",
            Warning::LimitationQuestion(Limitation { since: Some(_), .. }) => "letters-limitation",
            Warning::LimitationQuestion(Limitation { since: None, .. }) => {
                "letters-limitation-unknown"
            }
            Warning::ToldDifferently(difference) => match difference.fact {
                ToldFact::Reason { .. } => "letters-told-reason",
                ToldFact::Income { .. } => "letters-told-income",
                ToldFact::Monthly { .. } => "letters-told-monthly",
            },
        }
    }

    /// The warning in words; amounts in the ledger's currency.
    #[must_use]
    pub fn tell(
        &self,
        currency: crate::domain::ledger::Currency,
        words: &Words,
        place: Place<'_>,
    ) -> String {
        let lang = words.lang();
        let money = |amount| super::wording::money(amount, currency, lang);
        let date = |date| super::wording::long_date(date, lang);
        let id = self.message();
        match self {
            Warning::Missing(fact) => {
                let fact_word = ("fact", words.word(*fact).into());
                match fact.command(place) {
                    Some(command) => words.with(id, &[fact_word, ("command", command.into())]),
                    None => words.with("letters-missing-by-hand", &[fact_word]),
                }
            }
            Warning::AboveLimit { offered, limit, .. } => words.with(
                id,
                &[
                    ("offered", money(*offered).into()),
                    ("limit", money(*limit).into()),
                ],
            ),
            Warning::TooEarly(short) => words.with(
                id,
                &[
                    ("on", date(short.on).into()),
                    ("due", money(short.due).into()),
                    ("there", money(short.there).into()),
                    (
                        "payday",
                        short.next_pay_day.map(date).unwrap_or_default().into(),
                    ),
                ],
            ),
            Warning::Moved(Moved { from, to }) => words.with(
                id,
                &[("from", date(*from).into()), ("to", date(*to).into())],
            ),
            Warning::NoTimeToAnswer(on) => words.with(id, &[("on", date(*on).into())]),
            Warning::MessageTooLong(over) => words.with(id, &[("over", (*over).into())]),
            Warning::LimitationQuestion(limitation) => words.with(
                id,
                &[(
                    "date",
                    limitation.since.map(date).unwrap_or_default().into(),
                )],
            ),
            Warning::ToldDifferently(difference) => {
                let (told, now) = match &difference.fact {
                    ToldFact::Reason { before, now } => (before.clone(), now.clone()),
                    ToldFact::Income { before, now } | ToldFact::Monthly { before, now } => {
                        (money(*before), money(*now))
                    }
                };
                let debt = difference
                    .debt
                    .as_ref()
                    .map_or_else(|| "–".to_owned(), ToString::to_string);
                words.with(
                    id,
                    &[
                        ("told", told.into()),
                        ("now", now.into()),
                        ("on", date(difference.at.date()).into()),
                        ("debt", debt.into()),
                    ],
                )
            }
        }
    }
}

/// Warnings before a call.
#[must_use]
pub fn of_talk(brief: &Brief) -> Vec<Warning> {
    let mut warnings = Vec::new();
    warnings.extend(above_limit(brief));
    warnings.extend(too_early(brief));
    warnings.extend(first_day(brief));
    warnings.extend(brief.told.iter().cloned().map(Warning::ToldDifferently));
    warnings
}

/// Warnings before a letter: an old debt where it acknowledges one, and the figures where it names any.
#[must_use]
pub fn of_letter(brief: &Brief, letter: Letter) -> Vec<Warning> {
    let mut warnings = Vec::new();
    if kind(letter).acknowledges {
        warnings.extend(brief.limitation_question().map(Warning::LimitationQuestion));
    }
    match kind(letter).group {
        Group::Negotiation => {
            warnings.extend(above_limit(brief));
            warnings.extend(too_early(brief));
            warnings.extend(first_day(brief));
            warnings.extend(brief.told.iter().cloned().map(Warning::ToldDifferently));
        }
        Group::Request | Group::Complaint | Group::Court => {}
    }
    warnings
}

/// A month that fits, but a day that comes before the money does.
fn too_early(brief: &Brief) -> Option<Warning> {
    let plan = brief.proposal.as_ref()?;
    if plan.fits == Some(false) {
        return None; // said already, and it matters more
    }
    plan.days.short.map(Warning::TooEarly)
}

/// A first payment that was put later, or that is too near for an answer.
fn first_day(brief: &Brief) -> impl Iterator<Item = Warning> {
    let moved = brief.moved.map(Warning::Moved);
    let near = brief.no_time_to_answer().map(Warning::NoTimeToAnswer);
    moved.into_iter().chain(near)
}

fn above_limit(brief: &Brief) -> Option<Warning> {
    let plan = brief.proposal.as_ref()?;
    let short = plan.short;
    if plan.fits != Some(false) && short.is_none() {
        return None;
    }
    let limit = short
        .and_then(|short| {
            brief
                .capacity
                .as_ref()
                .and_then(|capacity| capacity.in_month(short.month))
        })
        .or(brief.offerable())
        .unwrap_or(Money::ZERO);
    Some(Warning::AboveLimit {
        offered: plan.peak_payment.max(plan.paid_now),
        limit,
        month: short.map(|short| short.month),
    })
}
