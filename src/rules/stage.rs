//! Where the talks of a debt stand, as the five steps, with one next step and its date.
//!
//! Promises: exactly one step, one action and one date, never before `as_of`, and where the date comes from;
//! an unanswered court paper comes before everything else.
//! Leaves to others: amounts, and whether an agreement is kept (`engine`).

use chrono::NaiveDate;
use serde::Serialize;

use super::case::Case;
use super::practice::{talk, when};
use crate::domain::calendar::{plus_days, plus_months};
use crate::domain::contact::Direction;
use crate::domain::debt::{Proceedings, Talks};
use crate::domain::lang::Localized;
use crate::domain::ledger::ClockKind;
use crate::domain::offer::Party;
use crate::domain::vocabulary::vocabulary;
use crate::engine::keeping::keeping;

vocabulary! {
    /// The five steps of the source situations.
    Step, "step" {
        /// First contact.
        Contact = "contact",
        /// What can be paid.
        Capacity = "capacity",
        /// A proposal and its answer.
        Proposal = "proposal",
        /// The written agreement.
        Agreement = "agreement",
        /// Keeping it.
        Keeping = "keeping",
    }
}

impl Step {
    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> u32 {
        match self {
            Step::Contact => 1,
            Step::Capacity => 2,
            Step::Proposal => 3,
            Step::Agreement => 4,
            Step::Keeping => 5,
        }
    }

    /// The step of a place in the talks.
    #[must_use]
    pub const fn of(talks: Talks) -> Step {
        match talks {
            Talks::NotStarted => Step::Contact,
            Talks::Preparing => Step::Capacity,
            Talks::Registered | Talks::Waiting | Talks::Offered | Talks::Refused => Step::Proposal,
            Talks::Agreed => Step::Agreement,
            Talks::Performing | Talks::Broken | Talks::Completed => Step::Keeping,
        }
    }
}

/// Where the talks stand and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// The step, of five.
    pub step: Step,
    /// What to do next.
    pub act: Localized,
    /// When, never before the day asked about.
    pub on: NaiveDate,
    /// Where that date comes from.
    pub because: Localized,
    /// Whether law or a court set the date.
    pub deadline: bool,
}

impl Serialize for Stage {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut fields = serializer.serialize_struct("Stage", 3)?;
        fields.serialize_field("step", &self.step)?;
        fields.serialize_field("on", &self.on)?;
        fields.serialize_field("deadline", &self.deadline)?;
        fields.end()
    }
}

/// The stage of a debt.
#[must_use]
pub fn stage(case: &Case<'_>) -> Stage {
    let step = Step::of(case.talks());
    if let Some(until) = court_clock(case) {
        return if until < case.as_of {
            at(case, step, "court-late", until, "court-late", true)
        } else {
            at(case, step, "court-paper", until, "court-clock", true)
        };
    }
    if before_court(case) {
        // The paper is there, its time limit is not in the ledger: today.
        return at(case, step, "court-paper", case.as_of, "today", false);
    }
    let (on, because) = date(case);
    at(case, step, case.talks().as_str(), on, because, false)
}

fn at(
    case: &Case<'_>,
    step: Step,
    action: &str,
    on: NaiveDate,
    because: &str,
    deadline: bool,
) -> Stage {
    Stage {
        step,
        act: talk(action),
        on: on.max(case.as_of),
        because: when(because),
        deadline,
    }
}

/// The earliest clock of law or court about the debt that was not answered, over or not.
pub(crate) fn court_clock(case: &Case<'_>) -> Option<NaiveDate> {
    let open = case.ledger.court_clocks(case.debt, case.as_of);
    open.map(|clock| clock.until).min()
}

/// The last days of answers that were asked for and have not come.
fn asked_for(case: &Case<'_>) -> impl Iterator<Item = NaiveDate> {
    case.ledger
        .clocks
        .iter()
        .filter(|clock| clock.kind == ClockKind::Asked)
        .filter(|clock| clock.debt.as_ref() == Some(&case.debt.id))
        .filter(|clock| clock.done.is_none_or(|done| done > case.as_of))
        .map(|clock| clock.until)
}

/// Whether a paper of a court is out.
fn before_court(case: &Case<'_>) -> bool {
    match case.debt.proceedings {
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

fn date(case: &Case<'_>) -> (NaiveDate, &'static str) {
    let today = (case.as_of, "today");
    match case.talks() {
        Talks::NotStarted if case.days() == Some(0) => before_due(case).unwrap_or(today),
        Talks::NotStarted | Talks::Broken => today,
        Talks::Preparing => earliest(
            [before_due(case), before_line(case)],
            (plus_days(case.as_of, 7), "within-a-week"),
        ),
        Talks::Registered | Talks::Waiting => waiting(case),
        Talks::Offered => case
            .open_offers(Party::Lender)
            .filter_map(|offer| offer.reply_by)
            .min()
            .map_or_else(|| waiting(case), |by| (by, "reply-by")),
        Talks::Agreed => two_days_before(case).map_or(today, |on| (on, "first-payment")),
        Talks::Performing => two_days_before(case).map_or(today, |on| (on, "two-days-early")),
        Talks::Completed => certificate(case),
        Talks::Refused => case
            .debt
            .retry_on
            .map_or((plus_months(case.as_of, 1), "month-from-now"), |on| {
                (on, "retry")
            }),
    }
}

fn earliest(
    sooner: [Option<(NaiveDate, &'static str)>; 2],
    otherwise: (NaiveDate, &'static str),
) -> (NaiveDate, &'static str) {
    sooner
        .into_iter()
        .flatten()
        .chain([otherwise])
        .min_by_key(|(on, _)| *on)
        .unwrap_or(otherwise)
}

/// Two days before the next instalment falls due, if that is within reach.
fn before_due(case: &Case<'_>) -> Option<(NaiveDate, &'static str)> {
    let due = case.arrears?.next_due?.on;
    let on = plus_days(due, -2);
    (case.days() == Some(0) && on >= case.as_of).then_some((on, "before-due"))
}

/// The last day at 30 or 90 days overdue, if it is still to come.
fn before_line(case: &Case<'_>) -> Option<(NaiveDate, &'static str)> {
    let days = case.days().filter(|days| *days > 0)?;
    let line = [30, 90].into_iter().find(|line| days <= *line)?;
    let on = plus_days(case.as_of, i64::from(line).saturating_sub(i64::from(days)));
    Some((on, "before-line"))
}

/// When to ask again: the day noted, the day asked for, or a week after the last contact.
fn waiting(case: &Case<'_>) -> (NaiveDate, &'static str) {
    let follow_up = case
        .contacts()
        .filter_map(|contact| contact.follow_up)
        .filter(|on| *on >= case.as_of)
        .min()
        .map(|on| (on, "follow-up"));
    let asked = case
        .open_offers(Party::Borrower)
        .filter_map(|offer| offer.reply_by)
        .chain(asked_for(case))
        .min()
        .map(|on| (on, "asked"));
    if follow_up.is_some() || asked.is_some() {
        return earliest([follow_up, asked], (NaiveDate::MAX, "today"));
    }
    case.contacts()
        .filter(|contact| contact.direction == Direction::Out)
        .map(|contact| contact.at.date())
        .max()
        .map_or((case.as_of, "today"), |last| {
            (plus_days(last, 7), "week-after-contact")
        })
}

/// Two days before the next agreed payment.
fn two_days_before(case: &Case<'_>) -> Option<NaiveDate> {
    let due = match case.agreement() {
        // What was paid ahead is not asked for again.
        Some(agreement) => keeping(agreement, &case.debt.payments, case.as_of).next_due,
        None => case.arrears?.next_due,
    };
    let due = due?.on;
    Some(plus_days(due, -2))
}

fn certificate(case: &Case<'_>) -> (NaiveDate, &'static str) {
    let last = case
        .debt
        .payments
        .iter()
        .map(|payment| payment.on)
        .filter(|on| *on <= case.as_of)
        .max();
    let days = case
        .agreement()
        .and_then(|agreement| agreement.clauses.discharge_days);
    match (last, days) {
        (Some(last), Some(days)) => (plus_days(last, i64::from(days)), "certificate"),
        (Some(last), None) => (plus_months(last, 1), "month-after"),
        (None, _) => (case.as_of, "today"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::position::DueAmount;
    use crate::domain::position::{Arrears, Band};
    use crate::domain::vocabulary::Vocabulary;
    use crate::domain::{Money, Parts};
    use crate::rules::checks::tests::{World, day};

    #[test]
    fn every_place_in_the_talks_has_its_words() {
        for talks in Talks::ALL {
            let words = talk(talks.as_str());
            assert!(
                !words.zh_hans.is_empty() && !words.zh_hant.is_empty(),
                "{talks}"
            );
            assert!(!words.en.is_empty(), "{talks}");
        }
        for id in [
            "today",
            "within-a-week",
            "before-due",
            "before-line",
            "follow-up",
            "reply-by",
            "asked",
            "week-after-contact",
            "first-payment",
            "two-days-early",
            "certificate",
            "month-after",
            "retry",
            "month-from-now",
            "court-clock",
            "court-late",
        ] {
            assert!(!when(id).en.is_empty(), "{id}");
        }
        assert!(!talk("court-paper").en.is_empty());
        assert!(!talk("court-late").en.is_empty());
    }

    fn arrears(days: u32, next_due: Option<&str>) -> Arrears {
        Arrears {
            days_overdue: Some(days),
            oldest_unpaid: None,
            overdue: Some(Parts::ZERO),
            band: Some(Band::of_days(days)),
            next_due: next_due.map(|on| DueAmount {
                on: day(on),
                amount: Money::from_minor(100),
            }),
            residue: None,
            paused_days: 0,
            missed: 0,
        }
    }

    #[test]
    fn the_date_follows_from_the_facts() {
        let mut world = World::card();
        world.debt().talks = Talks::Preparing;
        world.arrears = Some(arrears(28, None));
        let stage = world.stage();
        // 28 days on 25 November: the last day at 30 is two days later.
        assert_eq!((stage.step, stage.on), (Step::Capacity, day("2026-11-27")));

        world.debt().talks = Talks::Refused;
        world.debt().retry_on = Some(day("2027-01-15"));
        assert_eq!(world.stage().on, day("2027-01-15"));

        world.debt().talks = Talks::NotStarted;
        world.arrears = Some(arrears(0, Some("2026-12-10")));
        assert_eq!(world.stage().on, day("2026-12-08"));
        world.arrears = Some(arrears(5, None));
        assert_eq!(world.stage().on, day("2026-11-25"));
    }

    #[test]
    fn a_court_paper_comes_first() {
        let mut world = World::card();
        world.debt().talks = Talks::Performing;
        world.clock("2026-12-03", ClockKind::Court);
        let stage = world.stage();
        assert_eq!(stage.on, day("2026-12-03"));
        assert!(stage.deadline);
        assert_eq!(stage.act, talk("court-paper"));
        // Its last day once over, there is nothing to answer in time.
        world.ledger.clocks[0].until = day("2026-11-24");
        let stage = world.stage();
        assert_eq!(stage.on, day("2026-11-25"));
        assert!(stage.deadline);
        assert_eq!(stage.act, talk("court-late"));
        assert_eq!(stage.because, when("court-late"));
        world.ledger.clocks[0].until = day("2026-12-03");
        assert_eq!(stage.step, Step::Keeping);
    }

    #[test]
    fn no_date_lies_before_the_day_asked_about() {
        let mut world = World::card();
        world.debt().talks = Talks::Refused;
        world.debt().retry_on = Some(day("2026-01-01"));
        assert_eq!(world.stage().on, world.as_of);
    }
}
