//! The facts a text may use: what the ledger says and the engine worked out, and nothing else.
//!
//! Promises: computes no money; a fact that is not known is `None` and becomes a visible blank.
//! Two dates are conventions of courtesy, not law: an answer asked for within [`REPLY_DAYS`], and the borrower's own
//! answer in writing within [`ANSWER_DAYS`].

use chrono::{Datelike, NaiveDate, Weekday};

use super::dossier::Dossier;
use super::figures::{FigureFrom, Moved, Theirs, earliest};
use crate::domain::budget::Hardship;
use crate::domain::calendar::plus_days;
use crate::domain::contact::{Channel, Contact, Counterpart, Direction, Promise, Told};
use crate::domain::ladder::{Ladder, Rung, RungName};
use crate::domain::ledger::{Clock, Currency};
use crate::domain::position::DueAmount;
use crate::domain::promise::ToldDifference;
use crate::domain::{
    Arrears, Band, Capacity, Debt, DebtId, Finding, Ledger, Lender, LenderKind, Limitation, Money,
    Part, Position, Proceedings, Product, Region, Simulation, Talks,
};
use crate::engine::due::open_promise;
use crate::engine::{keeping, told};

/// Days within which an answer is asked for. A courtesy date: only a complaint has a legal clock.
pub const REPLY_DAYS: i64 = 14;
/// Days within which the borrower answers in writing.
pub const ANSWER_DAYS: i64 = 3;
/// Days within which every lender gets a plan after a first message.
pub const PLAN_DAYS: i64 = 7;

/// What a brief is made from.
#[derive(Clone, Copy, Debug)]
pub struct Sources<'a> {
    /// The ledger.
    pub ledger: &'a Ledger,
    /// The debt the text is about.
    pub debt: &'a Debt,
    /// The day.
    pub as_of: NaiveDate,
    /// What is owed, if the engine could tell.
    pub position: Option<&'a Position>,
    /// How overdue it is, if the engine could tell.
    pub arrears: Option<&'a Arrears>,
    /// What can be offered, if there is a budget. Already less what is agreed and promised elsewhere.
    pub capacity: Option<&'a Capacity>,
    /// The proposal, if there is one.
    pub simulation: Option<&'a Simulation>,
    /// What the contract asks for each month, if it is known.
    pub contract_payment: Option<Money>,
    /// What the rule book says of the debt.
    pub findings: &'a [Finding],
    /// How long it can be brought to court, if the engine could tell.
    pub limitation: Option<Limitation>,
    /// Whether the user was asked and goes on although the text acknowledges an old debt (product.md §5).
    pub go_on: bool,
}

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The lender says so.
    Claimed,
    /// Worked out from the contract and the payments.
    Computed,
    /// Assumed: a single sum without parts, or rolled forward without a rate.
    Assumed,
}

/// What a call may safely be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A negotiation.
    Talk,
    /// A court paper is there: its clock comes first.
    Court,
    /// An old debt: papers are asked for, nothing is acknowledged.
    OldDebt,
    /// No licence: not a negotiation.
    NotALender,
}

/// All facts a text about one debt may use.
#[derive(Clone, Debug)]
pub struct Brief {
    /// The day.
    pub as_of: NaiveDate,
    /// The ledger's currency.
    pub currency: Currency,
    /// Whose rule book applies: the holder's region.
    pub region: Region,
    /// The debt's id.
    pub debt: DebtId,
    /// Who holds the claim now.
    pub lender: Option<Lender>,
    /// Who lent, if somebody else holds the claim now.
    pub original_lender: Option<String>,
    /// Product.
    pub product: Option<Product>,
    /// Where the talks stand.
    pub talks: Talks,
    /// How far collection has gone.
    pub proceedings: Proceedings,
    /// Name, phone, address, times.
    pub borrower: crate::domain::budget::Borrower,
    /// Contract number.
    pub contract_number: Option<String>,
    /// What the money was for.
    pub purpose: Option<String>,
    /// Days overdue.
    pub days: Option<u32>,
    /// Band.
    pub band: Option<Band>,
    /// The missed due date.
    pub oldest_unpaid: Option<NaiveDate>,
    /// What is overdue.
    pub overdue: Option<Money>,
    /// The next due date.
    pub next_due: Option<DueAmount>,
    /// What is owed by part, and where the figures come from.
    pub owed: Option<(crate::domain::Parts, Mark)>,
    /// Whether what is owed is known by part.
    pub owed_by_part: bool,
    /// The day of the newest claim.
    pub claimed_on: Option<NaiveDate>,
    /// What the contract asks for each month.
    pub contract_payment: Option<Money>,
    /// The card's minimum payment.
    pub minimum: Option<Money>,
    /// What can be offered.
    pub capacity: Option<Capacity>,
    /// The proposal.
    pub proposal: Option<Simulation>,
    /// Where the proposal comes from.
    pub from: FigureFrom,
    /// What may be said at most, where it can be worked out.
    pub ladder: Option<Ladder>,
    /// The lender's newest open offer.
    pub theirs: Option<Theirs>,
    /// The first day on which the household can pay, where a pay day is known.
    pub earliest: Option<NaiveDate>,
    /// Terms given that would have begun before it.
    pub moved: Option<Moved>,
    /// How the other side last made contact, and when.
    pub last_in: Option<(Channel, NaiveDate)>,
    /// The newest promise whose day is past and that is not paid, and the day it was given.
    pub missed: Option<(Promise, NaiveDate)>,
    /// Day of the month the main income comes.
    pub pay_day: Option<u32>,
    /// Day of the month the bound card is debited.
    pub debit_day: Option<u32>,
    /// Whether a bound card is debited.
    pub auto_debit: bool,
    /// Newest case number, and its day.
    pub ticket: Option<(String, NaiveDate)>,
    /// The other side in the newest call that came in.
    pub caller: Option<Counterpart>,
    /// The newest promise that stands, and the day it was given.
    pub promise: Option<(Promise, NaiveDate)>,
    /// The lender's open offer ends, or a request may be repeated.
    pub retry_on: Option<NaiveDate>,
    /// The last day of an open court or law clock about the debt.
    pub court_until: Option<NaiveDate>,
    /// The day a court paper was received.
    pub paper_on: Option<NaiveDate>,
    /// Somebody guarantees the debt or owes it together with the borrower.
    pub surety: bool,
    /// Written off.
    pub written_off: bool,
    /// Declared due early.
    pub accelerated: bool,
    /// Sold, or held by somebody else.
    pub sold: bool,
    /// How many lenders there are.
    pub lender_count: u32,
    /// How many debts are still talked about.
    pub debt_count: u32,
    /// Whether a lender was promised before and the promise or agreement is broken.
    pub broken_before: bool,
    /// Findings.
    pub findings: Vec<Finding>,
    /// How long it can be brought to court.
    pub limitation: Option<Limitation>,
    /// Whether the user goes on although the debt is old.
    pub go_on: bool,
    /// What others were told differently.
    pub told: Vec<ToldDifference>,
    /// What letters rest on besides.
    pub dossier: Dossier,
}

impl Brief {
    /// Gathers the facts about one debt.
    #[must_use]
    pub fn new(sources: Sources<'_>) -> Brief {
        let Sources {
            ledger,
            debt,
            as_of,
            ..
        } = sources;
        let talks = keeping::talks(ledger, debt, as_of);
        let lender = ledger.holder(debt, as_of).cloned();
        let original = ledger.lender(&debt.lender);
        let moved = lender
            .as_ref()
            .is_some_and(|holder| holder.id != debt.lender);
        let contacts: Vec<&Contact> = ledger
            .contacts_about(&debt.id)
            .filter(|contact| contact.at.date() <= as_of)
            .collect();
        let arrears = sources.arrears;
        Brief {
            as_of,
            currency: ledger.currency,
            region: lender
                .as_ref()
                .or(original)
                .map_or(Region::Cn, |l| l.region),
            debt: debt.id.clone(),
            original_lender: original.filter(|_| moved).map(|l| l.name.clone()),
            product: debt.product,
            talks,
            proceedings: debt.proceedings,
            borrower: ledger.borrower.clone(),
            contract_number: debt.contract.as_ref().and_then(|c| c.number.clone()),
            purpose: debt.contract.as_ref().and_then(|c| c.purpose.clone()),
            days: arrears.and_then(|a| a.days_overdue),
            band: arrears.and_then(|a| a.band),
            oldest_unpaid: arrears.and_then(|a| a.oldest_unpaid),
            overdue: arrears
                .and_then(|a| a.overdue)
                .map(|parts| parts.total())
                .filter(|sum| sum.is_positive()),
            next_due: arrears.and_then(|a| a.next_due),
            // What is only known to be overdue is not told as the whole.
            owed: sources
                .position
                .filter(|position| position.is_whole())
                .map(owed),
            owed_by_part: sources.position.is_some_and(by_part),
            claimed_on: debt.newest_claim(as_of).map(|claim| claim.on),
            contract_payment: sources.contract_payment,
            minimum: debt.card.as_ref().and_then(|card| card.min_payment),
            capacity: sources.capacity.cloned(),
            proposal: sources.simulation.cloned(),
            from: sources
                .simulation
                .map_or(FigureFrom::Capacity, |_| FigureFrom::Given),
            ladder: None,
            theirs: None,
            earliest: earliest(ledger, debt, as_of),
            moved: None,
            last_in: newest(&contacts, |c| {
                (c.direction == Direction::In).then(|| (c.channel, c.at.date()))
            }),
            missed: newest(&contacts, |c| {
                open_promise(ledger, c, as_of)
                    .filter(|open| open.on < as_of)
                    .and(c.promise)
                    .map(|promise| (promise, c.at.date()))
            }),
            pay_day: main_pay_day(ledger),
            debit_day: debt.auto_debit.as_ref().and_then(|debit| debit.day),
            auto_debit: debt.auto_debit.is_some(),
            ticket: newest(&contacts, |c| {
                c.ticket.clone().map(|ticket| (ticket, c.at.date()))
            }),
            caller: newest(&contacts, |c| {
                (c.direction == Direction::In).then(|| c.counterpart.clone())
            }),
            promise: newest(&contacts, |c| {
                open_promise(ledger, c, as_of)
                    .and(c.promise)
                    .map(|promise| (promise, c.at.date()))
            }),
            retry_on: debt.retry_on,
            court_until: court_clock(ledger, debt, as_of).map(|clock| clock.until),
            paper_on: court_clock(ledger, debt, as_of).and_then(|clock| clock.from),
            surety: !debt.guarantors.is_empty() || debt.co_borrower.is_some(),
            written_off: debt.written_off.is_some_and(|on| on <= as_of),
            accelerated: debt.accelerated.is_some_and(|on| on <= as_of),
            sold: moved
                || debt.sold.as_ref().is_some_and(|sold| sold.on <= as_of)
                || lender.as_ref().and_then(|l| l.kind) == Some(LenderKind::Assignee),
            lender_count: lender_count(ledger, as_of),
            debt_count: u32::try_from(
                ledger
                    .debts
                    .iter()
                    .filter(|debt| debt.talks != Talks::Completed)
                    .count(),
            )
            .unwrap_or(u32::MAX),
            broken_before: talks == Talks::Broken
                || ledger
                    .agreement(&debt.id, as_of)
                    .is_some_and(|agreement| agreement.broken.is_some()),
            findings: sources.findings.to_vec(),
            limitation: sources.limitation,
            go_on: sources.go_on,
            told: told_differences(&sources),
            dossier: Dossier::new(ledger, debt, as_of),
            lender,
        }
    }

    /// The kind of whoever holds the claim.
    #[must_use]
    pub fn kind(&self) -> Option<LenderKind> {
        self.lender.as_ref().and_then(|lender| lender.kind)
    }

    /// The main ground of hardship: the first written.
    #[must_use]
    pub fn hardship(&self) -> Option<&Hardship> {
        self.borrower.hardship.first()
    }

    /// What a call may safely be about.
    #[must_use]
    pub fn moment(&self) -> Moment {
        match self.proceedings {
            _ if self.kind() == Some(LenderKind::Unlicensed) => Moment::NotALender,
            Proceedings::PaymentOrder
            | Proceedings::Arbitration
            | Proceedings::Filed
            | Proceedings::Judgment
            | Proceedings::Enforcement => Moment::Court,
            _ if self.limitation_question().is_some() => Moment::OldDebt,
            Proceedings::None
            | Proceedings::Lender
            | Proceedings::OutsideCollector
            | Proceedings::LawyerLetter
            | Proceedings::Mediation => Moment::Talk,
        }
    }

    /// Whether the day of a promise that stands has passed. Whether it was kept is for the other side to say.
    #[must_use]
    pub fn promise_passed(&self) -> bool {
        self.promise
            .is_some_and(|(promise, _)| promise.on < self.as_of)
    }

    /// The limitation that must be asked about before the debt is acknowledged: nothing known for long, or the time
    /// may be over, and the user has not gone on yet (practice.md §1.3 rule 11).
    #[must_use]
    pub fn limitation_question(&self) -> Option<Limitation> {
        self.limitation
            .filter(|limitation| (limitation.near || limitation.over) && !self.go_on)
    }

    /// What can be offered in an ordinary month.
    #[must_use]
    pub fn offerable(&self) -> Option<Money> {
        self.capacity.as_ref().map(|capacity| capacity.offerable)
    }

    /// Whether the budget leaves nothing to offer.
    #[must_use]
    pub fn nothing_left(&self) -> bool {
        self.proposal.is_none() && self.offerable().is_some_and(|sum| !sum.is_positive())
    }

    /// The monthly figure that may be said: the proposal's largest instalment, else what can be offered. A settlement
    /// in one payment has none.
    #[must_use]
    pub fn monthly(&self) -> Option<Money> {
        match &self.proposal {
            Some(_) if self.settles() => None,
            Some(plan) => Some(plan.peak_payment),
            None => self.offerable().filter(|sum| sum.is_positive()),
        }
    }

    /// The figure no month goes above: the most that a rung of the ladder asks for, or what can be offered where there
    /// is no ladder. The last rung is the dearest in all, but with more instalments its month may be the smaller.
    #[must_use]
    pub fn limit_monthly(&self) -> Option<Money> {
        let rungs = self.ladder.as_ref().map_or(&[][..], |ladder| &ladder.rungs);
        let limit = rungs
            .iter()
            .filter(|rung| rung.simulation.count > 1 || rung.name == RungName::Limit)
            .map(|rung| rung.simulation.peak_payment)
            .max();
        // Terms that were chosen and fit may ask for more a month, over a shorter time.
        let said = self.monthly().filter(|_| {
            self.proposal
                .as_ref()
                .is_some_and(|plan| plan.fits == Some(true))
        });
        limit.max(said).or(self.offerable())
    }

    /// A rung of the ladder.
    #[must_use]
    pub fn rung(&self, name: RungName) -> Option<&Rung> {
        self.ladder.as_ref().and_then(|ladder| ladder.rung(name))
    }

    /// The rungs that may be named after the proposal, each only once: those that cost more, up to the limit.
    #[must_use]
    pub fn rungs_left(&self) -> Vec<&Rung> {
        let rungs = self.ladder.as_ref().map_or(&[][..], |ladder| &ladder.rungs);
        let spoken = self.proposal.as_ref().map(|plan| plan.total);
        let mut left: Vec<&Rung> = Vec::new();
        for rung in rungs {
            let total = Some(rung.simulation.total);
            let known = left.last().map(|rung| rung.simulation.total).or(spoken);
            if total > known {
                left.push(rung);
            }
        }
        let bargained = match self.from {
            FigureFrom::Agreement(_) | FigureFrom::Accepted(_) | FigureFrom::Theirs(_) => false,
            FigureFrom::Given
            | FigureFrom::Own(_)
            | FigureFrom::Countering(..)
            | FigureFrom::Rung(_)
            | FigureFrom::Capacity => !self.settles(),
        };
        left.retain(|_| bargained);
        left
    }

    /// Whether the proposal is one payment that closes the debt.
    #[must_use]
    pub fn settles(&self) -> bool {
        self.proposal
            .as_ref()
            .is_some_and(|plan| plan.terms.settle.is_some() && plan.count <= 1)
    }

    /// The first day on which something can be paid: the proposal's first date, else the earliest by the pay days.
    #[must_use]
    pub fn first_date(&self) -> Option<NaiveDate> {
        match &self.proposal {
            Some(plan) => plan.rows.first().map(|row| row.due),
            None => self.earliest,
        }
    }

    /// The day by which an answer is asked for.
    #[must_use]
    pub fn reply_by(&self) -> NaiveDate {
        self.answer_asked(self.as_of, REPLY_DAYS)
    }

    /// The day by which an answer to something of that day is asked for: so many days later, on a weekday, but before
    /// the first payment that is only offered, so that nobody is to pay what has not been answered, and before the last
    /// day of a court paper. Never sooner than the next weekday.
    #[must_use]
    pub fn answer_asked(&self, day: NaiveDate, days: i64) -> NaiveDate {
        let usual = on_weekday(plus_days(day, days));
        let offered = match self.from {
            FigureFrom::Agreement(_) | FigureFrom::Accepted(_) => None,
            FigureFrom::Given
            | FigureFrom::Own(_)
            | FigureFrom::Theirs(_)
            | FigureFrom::Countering(..)
            | FigureFrom::Rung(_)
            | FigureFrom::Capacity => self.first_date(),
        };
        let soonest = on_weekday(plus_days(day, 1));
        let before = |first| weekday_before(first).max(soonest);
        let by = offered.map_or(usual, |first| usual.min(before(first)));
        self.before_court(day, by)
    }

    /// The same day, but before the last day of a court paper: what is settled by then need not be answered there.
    #[must_use]
    pub fn before_court(&self, day: NaiveDate, by: NaiveDate) -> NaiveDate {
        let soonest = on_weekday(plus_days(day, 1));
        self.court_until
            .filter(|until| *until > day)
            .map_or(by, |until| by.min(weekday_before(until).max(soonest)))
    }

    /// The first payment offered, where no answer can be asked for before it.
    #[must_use]
    pub fn no_time_to_answer(&self) -> Option<NaiveDate> {
        self.proposal.as_ref()?;
        self.first_date()
            .filter(|first| self.answer_asked(self.as_of, REPLY_DAYS) > *first)
    }

    /// The day by which the borrower answers in writing, on a weekday.
    #[must_use]
    pub fn answer_by(&self) -> NaiveDate {
        answer_by(self.as_of)
    }

    /// The day by which a plan is promised in a first message, on a weekday.
    #[must_use]
    pub fn plan_by(&self) -> NaiveDate {
        on_weekday(plus_days(self.as_of, PLAN_DAYS))
    }

    /// What is owed in one part.
    #[must_use]
    pub fn owed_part(&self, part: Part) -> Option<Money> {
        self.owed
            .filter(|_| self.owed_by_part)
            .map(|(parts, _)| parts.get(part))
    }
}

/// The day by which the borrower answers in writing a contact of that day: [`ANSWER_DAYS`] later, on a weekday.
#[must_use]
pub fn answer_by(day: NaiveDate) -> NaiveDate {
    on_weekday(plus_days(day, ANSWER_DAYS))
}

/// The day, or the Monday after it where it falls on a weekend.
#[must_use]
pub fn on_weekday(date: NaiveDate) -> NaiveDate {
    match date.weekday() {
        Weekday::Sat => plus_days(date, 2),
        Weekday::Sun => plus_days(date, 1),
        _ => date,
    }
}

/// The last weekday before a day.
fn weekday_before(date: NaiveDate) -> NaiveDate {
    let less = match date.weekday() {
        Weekday::Mon => 3,
        Weekday::Sun => 2,
        _ => 1,
    };
    plus_days(date, -less)
}

fn owed(position: &Position) -> (crate::domain::Parts, Mark) {
    use crate::domain::position::{Basis, PositionNote};
    let assumed = position.notes.iter().any(|note| {
        matches!(
            note,
            PositionNote::NoRateKnown
                | PositionNote::RolledAtContractRate
                | PositionNote::ClaimHasNoParts
                | PositionNote::ClaimOnlyOverdue
        )
    });
    let mark = match position.basis {
        _ if assumed => Mark::Assumed,
        Basis::Claim => Mark::Claimed,
        Basis::Contract | Basis::Agreement => Mark::Computed,
    };
    (position.parts, mark)
}

fn by_part(position: &Position) -> bool {
    use crate::domain::position::PositionNote;
    let split = |note: &PositionNote| {
        !matches!(
            note,
            PositionNote::ClaimHasNoParts
                | PositionNote::ClaimOnlyOverdue
                | PositionNote::WholeUnknown
        )
    };
    position.notes.iter().all(split)
}

/// The newest contact that has something to give.
fn newest<T>(contacts: &[&Contact], give: impl Fn(&Contact) -> Option<T>) -> Option<T> {
    contacts
        .iter()
        .filter_map(|contact| give(contact).map(|found| (contact.at, found)))
        .max_by_key(|(at, _)| *at)
        .map(|(_, found)| found)
}

/// The pay day of the largest income that names one.
fn main_pay_day(ledger: &Ledger) -> Option<u32> {
    ledger
        .incomes
        .iter()
        .filter(|income| income.pay_day.is_some())
        .max_by_key(|income| income.amount)
        .and_then(|income| income.pay_day)
}

/// The first clock of a court paper that is not answered.
fn court_clock<'a>(ledger: &'a Ledger, debt: &'a Debt, as_of: NaiveDate) -> Option<&'a Clock> {
    let open = ledger.court_clocks(debt, as_of);
    open.min_by_key(|clock| clock.until)
}

fn lender_count(ledger: &Ledger, as_of: NaiveDate) -> u32 {
    let mut holders: Vec<&str> = ledger
        .debts
        .iter()
        .filter(|debt| debt.talks != Talks::Completed)
        .map(|debt| debt.holder(as_of).as_str())
        .collect();
    holders.sort_unstable();
    holders.dedup();
    u32::try_from(holders.len()).unwrap_or(u32::MAX)
}

/// Facts told before that differ from what this text would say. Another lender may rightly hear another monthly
/// figure; the same one not without a word about it.
fn told_differences(sources: &Sources<'_>) -> Vec<ToldDifference> {
    let capacity = sources.capacity;
    let monthly = sources
        .simulation
        .map(|plan| plan.peak_payment)
        .or(capacity.map(|capacity| capacity.offerable));
    let now = Told {
        reason: sources
            .ledger
            .borrower
            .hardship
            .first()
            .and_then(|ground| ground.note.clone()),
        income: capacity.map(|capacity| capacity.income),
        monthly,
    };
    told::differences(sources.ledger, &sources.debt.id, &now, sources.as_of)
}
