//! The clocks of law on a debt, each with its source: the time to sue, court stages, the credit record.
//!
//! Promises: days and years come from the book of the holder's region by date; a day the ledger does not hold is
//! not guessed: its clock stands without one.
//! Leaves to others: events and dates (`engine`), the words of rules (`checks`), how it reads (`report`).

use chrono::NaiveDate;

use super::applies::Argument;
use super::book::Books;
use super::case::Case;
use super::checks::court::is_answered;
use super::limitation::{limitation, time_to_sue, years_param};
use super::stage::court_clock;
use crate::domain::calendar::{plus_days, plus_months};
use crate::domain::clocks::{
    Clocks, CourtClock, CourtStage, CourtTime, CreditRecord, LimitationClock,
};
use crate::domain::contact::Channel;
use crate::domain::debt::Proceedings;
use crate::domain::id::DebtId;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::domain::lender::Region;
use crate::domain::limitation::LimitationEvent;
use crate::engine::keeping::keeping;
use crate::engine::limitation::restart_events;

/// The source of the credit record's years.
pub(crate) const CREDIT_SOURCE: &str = "credit-register-16";

/// All clocks of a debt.
#[must_use]
pub fn clocks(case: &Case<'_>) -> Clocks {
    let decided = matches!(
        case.debt.proceedings,
        Proceedings::Judgment | Proceedings::Enforcement
    );
    Clocks {
        limitation: (!decided && !case.is_closed())
            .then(|| limitation_clock(case))
            .flatten(),
        court: court_stages(case),
        credit_record: credit_record(case),
    }
}

/// The last days to answer court papers that are counted from the log because no clock records them.
#[must_use]
pub fn counted_deadlines(
    ledger: &Ledger,
    books: &Books,
    as_of: NaiveDate,
) -> Vec<(DebtId, CourtStage, NaiveDate)> {
    let mut found = Vec::new();
    for debt in &ledger.debts {
        let case = Case::new(ledger, debt, None, None, as_of).by(books);
        for clock in court_stages(&case) {
            if let (CourtTime::Days(_), Some(until), false) =
                (clock.time, clock.until, clock.recorded)
            {
                found.push((debt.id.clone(), clock.stage, until));
            }
        }
    }
    found
}

/// The last day to answer the paper that is out: its recorded clock, else counted from the log; and the day it came.
#[must_use]
pub fn paper_to_answer(case: &Case<'_>) -> Option<(Option<NaiveDate>, NaiveDate)> {
    let answered = court_stages(case)
        .into_iter()
        .filter(|clock| matches!(clock.time, CourtTime::Days(_)));
    answered
        .filter_map(|clock| Some((clock.from, clock.until?)))
        .min_by_key(|(_, until)| *until)
}

fn limitation_clock(case: &Case<'_>) -> Option<LimitationClock> {
    let law = time_to_sue(case)?;
    let book = case.book();
    let cited = book.value(years_param(case.region()), case.as_of)?;
    let start = start_source(case.region());
    let events = restart_events(case.ledger, case.debt, law, case.as_of)
        .into_iter()
        .filter_map(|event| {
            let source = event_source(case.region(), event.event);
            Some((event, book.source(source)?.clone()))
        })
        .collect();
    Some(LimitationClock {
        limitation: limitation(case)?,
        years: law.years,
        source: book
            .source(cited.cites.as_deref().unwrap_or(start))?
            .clone(),
        events,
    })
}

const fn start_source(region: Region) -> &'static str {
    match region {
        Region::Cn => "civil-code-188",
        Region::Hk => "cap-347",
    }
}

/// The instrument by which an event starts the time, or starts it afresh (INT-02, INT-03, INT-03a; A-18).
const fn event_source(region: Region, event: LimitationEvent) -> &'static str {
    match (region, event) {
        (Region::Hk, _) => "cap-347",
        (
            Region::Cn,
            LimitationEvent::LastDue | LimitationEvent::Accelerated | LimitationEvent::OldestUnpaid,
        ) => "civil-code-188",
        (
            Region::Cn,
            LimitationEvent::Payment
            | LimitationEvent::Claim
            | LimitationEvent::Demand
            | LimitationEvent::Acknowledgement
            | LimitationEvent::CourtPaper
            | LimitationEvent::SaleNotice
            | LimitationEvent::Offer
            | LimitationEvent::Agreement,
        ) => "civil-code-195",
    }
}

/// The stages at court that run, by how far the proceedings have gone (CRT-01, CRT-03, A-02, A-03).
fn court_stages(case: &Case<'_>) -> Vec<CourtClock> {
    let mainland = case.may(Argument::MainlandLaw);
    let answer = |stage, days, source| answer(case, stage, days, source);
    let found = match (case.debt.proceedings, mainland) {
        (Proceedings::PaymentOrder, true) => vec![answer(
            CourtStage::PaymentOrder,
            "payment-order-days",
            "civil-procedure-payment-order",
        )],
        (Proceedings::Filed, true) => vec![answer(
            CourtStage::ClaimAnswer,
            "claim-answer-days",
            "civil-procedure-answer",
        )],
        (Proceedings::Judgment, true) => vec![
            answer(CourtStage::Appeal, "appeal-days", "civil-procedure-answer"),
            enforcement(case, "enforcement-years", "civil-procedure-enforcement"),
        ],
        (Proceedings::Enforcement, true) => vec![enforcement(
            case,
            "enforcement-years",
            "civil-procedure-enforcement",
        )],
        (Proceedings::Judgment | Proceedings::Enforcement, false)
            if case.may(Argument::HongKongLaw) =>
        {
            vec![enforcement(case, "hk-judgment-years", "cap-347")]
        }
        (
            Proceedings::None
            | Proceedings::Lender
            | Proceedings::OutsideCollector
            | Proceedings::LawyerLetter
            | Proceedings::Mediation
            | Proceedings::Arbitration
            | Proceedings::PaymentOrder
            | Proceedings::Filed
            | Proceedings::Judgment
            | Proceedings::Enforcement,
            _,
        ) => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

/// A paper to answer within days of receipt: its recorded clock, else counted from the newest court paper logged.
/// Nothing once every recorded clock is done.
fn answer(case: &Case<'_>, stage: CourtStage, days: &str, source: &str) -> Option<CourtClock> {
    if is_answered(case) {
        return None;
    }
    let days = case.book().whole(days, case.as_of)?;
    let recorded = court_clock(case);
    let from = newest_paper(case);
    Some(CourtClock {
        stage,
        time: CourtTime::Days(days),
        from,
        until: recorded.or_else(|| from.map(|on| plus_days(on, i64::from(days)))),
        recorded: recorded.is_some(),
        source: case.book().source(source)?.clone(),
    })
}

/// The other side's years to ask for enforcement. They run from the last day the judgment allows for paying, which
/// the ledger does not hold: not before the years after the newest court paper.
fn enforcement(case: &Case<'_>, years: &str, source: &str) -> Option<CourtClock> {
    let years = case.book().whole(years, case.as_of)?;
    let from = newest_paper(case);
    Some(CourtClock {
        stage: CourtStage::Enforcement,
        time: CourtTime::Years(years),
        from,
        until: from.map(|on| plus_months(on, i64::from(years).saturating_mul(12))),
        recorded: false,
        source: case.book().source(source)?.clone(),
    })
}

/// The day the newest court paper came, by the log or by a clock's first day.
fn newest_paper(case: &Case<'_>) -> Option<NaiveDate> {
    let logged = case
        .contacts()
        .filter(|contact| contact.channel == Channel::Court)
        .map(|contact| contact.at.date());
    let clocks = case.ledger.clocks.iter().filter(|clock| {
        clock.kind == ClockKind::Court && clock.debt.as_ref() == Some(&case.debt.id)
    });
    logged
        .chain(clocks.filter_map(|clock| clock.from))
        .filter(|on| *on <= case.as_of)
        .max()
}

/// The years a negative record is kept, from the day the debt is paid off (CR-01). While it is not, the day is that of
/// the last payment of an agreement that is being kept, or unknown.
pub(crate) fn credit_record(case: &Case<'_>) -> Option<CreditRecord> {
    if !case.may(Argument::MainlandLaw) {
        return None;
    }
    let years = case.book().whole("credit-record-years", case.as_of)?;
    let closed = case.is_closed();
    let paid = if closed {
        last_payment(case)
    } else {
        agreed_end(case)
    };
    Some(CreditRecord {
        years,
        paid,
        until: paid.map(|on| plus_months(on, i64::from(years).saturating_mul(12))),
        expected: !closed && paid.is_some(),
        source: case.book().source(CREDIT_SOURCE)?.clone(),
    })
}

fn last_payment(case: &Case<'_>) -> Option<NaiveDate> {
    let payments = case.debt.payments.iter().map(|payment| payment.on);
    payments.filter(|on| *on <= case.as_of).max()
}

fn agreed_end(case: &Case<'_>) -> Option<NaiveDate> {
    let agreement = case.agreement()?;
    let holds = keeping(agreement, &case.debt.payments, case.as_of).holds();
    let last = agreement.dues.iter().map(|due| due.on).max()?;
    (holds && last >= case.as_of).then_some(last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lender::LenderKind;
    use crate::rules::checks::tests::{World, day};

    fn court(clocks: &Clocks) -> Vec<(CourtStage, Option<NaiveDate>, bool)> {
        let told = |clock: &CourtClock| (clock.stage, clock.until, clock.recorded);
        clocks.court.iter().map(told).collect()
    }

    #[test]
    fn a_payment_order_has_fifteen_days_from_receipt_crt_01() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().proceedings = Proceedings::PaymentOrder;
        assert_eq!(
            court(&clocks(&world.case())),
            [(CourtStage::PaymentOrder, None, false)]
        );
        world.contact("2026-11-20T10:00:00", &[]);
        world.ledger.contacts[0].channel = Channel::Court;
        // 20 November and 15 days.
        let counted = Some(day("2026-12-05"));
        assert_eq!(
            court(&clocks(&world.case())),
            [(CourtStage::PaymentOrder, counted, false)]
        );
        world.clock("2026-12-03", ClockKind::Court);
        let recorded = Some(day("2026-12-03"));
        assert_eq!(
            court(&clocks(&world.case())),
            [(CourtStage::PaymentOrder, recorded, true)]
        );
        world.ledger.clocks[0].done = Some(day("2026-11-24"));
        assert_eq!(court(&clocks(&world.case())), []);
    }

    #[test]
    fn a_judgment_ends_the_time_to_sue_and_begins_that_of_enforcement_crt_03() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().oldest_unpaid = Some(day("2026-01-10"));
        assert!(clocks(&world.case()).limitation.is_some());
        world.debt().proceedings = Proceedings::Enforcement;
        world.contact("2026-10-08T10:00:00", &[]);
        world.ledger.contacts[0].channel = Channel::Court;
        let found = clocks(&world.case());
        assert!(found.limitation.is_none());
        let two_years = Some(day("2028-10-08"));
        assert_eq!(court(&found), [(CourtStage::Enforcement, two_years, false)]);
        world.as_hong_kong();
        let twelve = Some(day("2038-10-08"));
        assert_eq!(
            court(&clocks(&world.case())),
            [(CourtStage::Enforcement, twelve, false)]
        );
    }

    #[test]
    fn every_event_names_its_law_and_hong_kong_wants_an_act_or_a_writing() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().oldest_unpaid = Some(day("2025-01-10"));
        world.paid("2025-06-01", 500);
        world.contact("2026-03-01T10:00:00", &[]);
        let told = |world: &World| {
            let clock = clocks(&world.case()).limitation.unwrap();
            let events = clock.events.iter();
            let told: Vec<String> = events
                .map(|(event, source)| {
                    let article = source.title.en.split(';').next().unwrap_or_default();
                    format!("{} {} {article}", event.on, event.event)
                })
                .collect();
            (told, clock.limitation.not_before)
        };
        let (events, until) = told(&world);
        assert_eq!(
            events,
            [
                "2026-03-01 demand Civil Code, art. 195",
                "2025-06-01 payment Civil Code, art. 195",
                "2025-01-10 oldest-unpaid Civil Code, arts 188, 189",
            ]
        );
        assert_eq!(until, Some(day("2029-03-01")));
        // Six years from the payment: the call is no writing of the borrower's.
        world.as_hong_kong();
        assert_eq!(told(&world).1, Some(day("2031-06-01")));
    }

    #[test]
    fn the_record_runs_five_years_from_pay_off_cr_01() {
        let mut world = World::loan(LenderKind::Bank);
        world.debt().oldest_unpaid = Some(day("2025-01-10"));
        let open = clocks(&world.case()).credit_record.unwrap();
        assert_eq!((open.years, open.until, open.expected), (5, None, false));
        world.paid("2026-10-10", 100);
        world.debt().talks = crate::domain::debt::Talks::Completed;
        let closed = clocks(&world.case()).credit_record.unwrap();
        assert_eq!(closed.until, Some(day("2031-10-10")));
        world.as_hong_kong();
        assert!(clocks(&world.case()).credit_record.is_none());
    }
}
