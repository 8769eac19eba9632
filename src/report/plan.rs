//! `plan`: one plan for all lenders, or why there is none and what would make one.
//!
//! Promises: every choice says whether it was offered or is assumed; what nobody granted is never sold as granted;
//! where nothing can be offered it says what is still worth doing.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::Report;
use super::document::Document;
use super::no_plan::{CertificateReport, WayOutReport};
use super::plan_document;
use super::plan_level::LevelReport;
use super::plan_watch::{ComesDue, EmptyMonth, Late, OpenOffer, comes_due, empty_months, late};
use crate::domain::calendar::{plus_days, plus_months};
use crate::domain::id::{DebtId, OfferId};
use crate::domain::ledger::Currency;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::selection::{Choices, Origin, Selected};
use crate::domain::strategy::{SharedPlan, Strategy, TriageReason};
use crate::engine::plan::Household;
use crate::i18n::Words;
use crate::rules::NextSteps;

/// What is done about one debt.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ChoiceReport {
    /// The debt.
    pub debt: DebtId,
    /// The lender's offer it is, if it is one.
    pub offer: Option<OfferId>,
    /// Its terms; none where money is only shared month by month.
    pub terms: Option<Terms>,
    /// Offered or assumed.
    pub origin: Origin,
    /// Why it comes when it does, where money is shared.
    pub reason: Option<TriageReason>,
    /// What is owed.
    pub owed: Money,
    /// What it gets in the first month in which it gets anything.
    pub first_payment: Money,
    /// What it gets in all.
    pub total: Money,
    /// Its share of all that is paid, in percent with two places.
    pub share: String,
    /// The day of its last payment; unknown where the months do not reach.
    pub ends_on: Option<NaiveDate>,
    /// The last day to answer the offer.
    pub reply_by: Option<NaiveDate>,
}

/// What one debt gets in one month.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// The debt.
    pub id: DebtId,
    /// How much.
    pub amount: Money,
}

/// One month of a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanMonth {
    /// Its first day.
    #[serde(serialize_with = "crate::domain::simulation::year_month")]
    pub month: NaiveDate,
    /// What can be paid.
    pub budget: Money,
    /// What is paid.
    pub paid: Money,
    /// To whom.
    pub debts: Vec<Part>,
}

/// One strategy beside others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Compared {
    /// Which.
    pub strategy: Strategy,
    /// What is paid in all; unknown where it does not come to an end.
    pub total: Option<Money>,
    /// The day of the last payment.
    pub ends_on: Option<NaiveDate>,
    /// Debts that are closed within a year.
    pub closed_in_a_year: u32,
    /// Whether it keeps within what the lenders are known or supposed to grant.
    pub within_room: bool,
}

/// A plan for all lenders, as data and for people.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanReport {
    /// The day.
    pub as_of: NaiveDate,
    /// How money is shared.
    pub strategy: Strategy,
    /// Debt by debt.
    pub choices: Vec<ChoiceReport>,
    /// Whether every debt can be paid within what its lender is known or supposed to grant.
    pub feasible: bool,
    /// Month by month, while anything is paid.
    pub months: Vec<PlanMonth>,
    /// All that is paid.
    pub total: Money,
    /// The day of the last payment.
    pub ends_on: Option<NaiveDate>,
    /// Whether the cheapest plan is proven; absent where money is only shared.
    pub proven_optimal: Option<bool>,
    /// By how much a cheaper plan could undercut it at most.
    pub gap: Option<Money>,
    /// Why there is no plan.
    pub certificate: Option<CertificateReport>,
    /// What would make one.
    pub ways_out: Option<WayOutReport>,
    /// Debts that take longer than their room allows, where money is shared.
    pub longer_than_room: Vec<DebtId>,
    /// Debts that get less a month than their lender takes.
    pub below_least: Vec<DebtId>,
    /// Debts whose first payment comes later than their lender waits for it.
    pub late_starts: Vec<DebtId>,
    /// Agreed or paid: they stay as they are.
    pub settled: Vec<DebtId>,
    /// Of these too little is known to plan with.
    pub unknown: Vec<DebtId>,
    /// Strategies side by side.
    pub compared: Vec<Compared>,
    /// Debts that get worse although a known sum would prevent it: there is not enough in time.
    pub not_in_time: Vec<Late>,
    /// Debts that are on time and become overdue under this plan.
    pub comes_due: Vec<ComesDue>,
    /// Months in which nothing can be paid.
    pub empty_months: Vec<EmptyMonth>,
    /// What it comes to as offers, where money is shared month by month.
    pub level: Option<LevelReport>,
    /// Neither a plan nor a proof that there is none was found in the time there was.
    pub undecided: bool,
    /// What to show besides.
    pub shown: Shown,
}

/// How the plan is shown, and what is said besides.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The ledger's currency.
    pub currency: Currency,
    /// How many months the table has.
    pub months: usize,
    /// Whether a terminal reads it: bars for shares.
    pub bars: bool,
    /// What can be paid next month.
    pub next: Money,
    /// Whether there is nothing to offer at all.
    pub nothing: bool,
    /// Debts with a court's clock, whose papers come before any money.
    pub courts: Vec<DebtId>,
    /// What is usually done where no plan fits.
    pub no_plan: Option<NextSteps>,
    /// The help line, in the reader's language.
    pub help: Option<String>,
    /// The lenders' offers on the table.
    pub offers: Vec<OpenOffer>,
    /// The command that keeps this plan.
    pub accept: String,
    /// Incomes that a debt's automatic debit can take first: income and debt.
    pub swept: Vec<(String, DebtId)>,
}

impl PlanReport {
    /// An empty report of a household: nothing chosen, nothing paid.
    #[must_use]
    pub fn new(home: &Household, strategy: Strategy, shown: Shown) -> PlanReport {
        PlanReport {
            as_of: home.as_of,
            strategy,
            choices: Vec::new(),
            feasible: false,
            months: Vec::new(),
            total: Money::ZERO,
            ends_on: None,
            proven_optimal: None,
            gap: None,
            certificate: None,
            ways_out: None,
            longer_than_room: Vec::new(),
            below_least: Vec::new(),
            late_starts: Vec::new(),
            settled: home.settled.clone(),
            unknown: home.unknown.clone(),
            compared: Vec::new(),
            not_in_time: Vec::new(),
            comes_due: Vec::new(),
            empty_months: empty_months(home),
            level: None,
            undecided: false,
            shown,
        }
    }

    /// With the cheapest choice for each debt.
    #[must_use]
    pub fn chosen(mut self, home: &Household, choices: &[Choices], found: &Selected) -> PlanReport {
        let mut rows: Vec<Vec<Money>> = Vec::new();
        for ((planned, choices), pick) in home.debts.iter().zip(choices).zip(&found.picks) {
            let Some(choice) = choices.all.get(*pick) else {
                continue;
            };
            let Some(way) = planned.ways.get(choice.terms) else {
                continue;
            };
            rows.push(choice.payments.clone());
            self.choices.push(ChoiceReport {
                debt: planned.debt.clone(),
                offer: way.offer.clone(),
                terms: Some(way.plan.terms.clone()),
                origin: way.origin,
                reason: None,
                owed: planned.owed.total(),
                first_payment: match way.plan.paid_now {
                    now if now.is_positive() => now,
                    _ => way.plan.first_payment,
                },
                total: way.plan.total,
                share: share(way.plan.total, found.total),
                ends_on: Some(way.plan.ends_on),
                reply_by: way.reply_by,
            });
        }
        self.feasible = true;
        self.total = found.total;
        self.ends_on = self
            .choices
            .iter()
            .filter_map(|choice| choice.ends_on)
            .max();
        self.proven_optimal = Some(found.is_proven());
        self.gap = Some(found.gap());
        self.fill(home, &rows);
        self
    }

    /// With money shared month by month.
    #[must_use]
    pub fn shared(mut self, home: &Household, plan: &SharedPlan) -> PlanReport {
        let mut rows = Vec::new();
        for (at, planned) in home.debts.iter().enumerate() {
            let paid: Vec<Money> = plan
                .months
                .iter()
                .map(|month| month.paid.get(at).copied().unwrap_or(Money::ZERO))
                .collect();
            let closed = plan.left.get(at).is_some_and(|left| left.total().is_zero());
            let last = paid.iter().rposition(|amount| amount.is_positive());
            let received = plan.received.get(at).copied().unwrap_or(Money::ZERO);
            let room = usize::try_from(planned.bounds.max_months).unwrap_or(usize::MAX);
            if !closed || last.is_some_and(|last| last > room) {
                self.longer_than_room.push(planned.debt.clone());
            }
            if plan.below_least.contains(&at) {
                self.below_least.push(planned.debt.clone());
            }
            if plan.late_starts.contains(&at) {
                self.late_starts.push(planned.debt.clone());
            }
            self.choices.push(ChoiceReport {
                debt: planned.debt.clone(),
                offer: None,
                terms: None,
                origin: Origin::Assumed,
                reason: plan.reasons.get(at).copied().flatten(),
                owed: planned.owed.total(),
                first_payment: paid
                    .iter()
                    .copied()
                    .find(|amount| amount.is_positive())
                    .unwrap_or(Money::ZERO),
                total: received,
                share: share(received, plan.total),
                ends_on: last
                    .filter(|_| closed)
                    .map(|last| month_end(home.as_of, last)),
                reply_by: None,
            });
            rows.push(paid);
        }
        let kept_out = [&self.longer_than_room, &self.below_least, &self.late_starts];
        self.feasible = plan.ends.is_some() && kept_out.iter().all(|ids| ids.is_empty());
        self.total = plan.total;
        self.ends_on = plan.ends.map(|last| month_end(home.as_of, last));
        self.fill(home, &rows);
        self
    }

    fn fill(&mut self, home: &Household, rows: &[Vec<Money>]) {
        let length = rows
            .iter()
            .filter_map(|row| row.iter().rposition(|amount| amount.is_positive()))
            .max()
            .map_or(0, |last| last.saturating_add(1));
        let mut purse = Money::ZERO;
        for (at, month) in home.capacity.months.iter().enumerate().take(length) {
            let debts: Vec<Part> = self
                .choices
                .iter()
                .zip(rows)
                .map(|(choice, row)| Part {
                    id: choice.debt.clone(),
                    amount: row.get(at).copied().unwrap_or(Money::ZERO),
                })
                .collect();
            let paid: Money = debts.iter().map(|part| part.amount).sum();
            let own = home.budget.get(at).copied().unwrap_or_default();
            purse += own.once;
            self.months.push(PlanMonth {
                month: month.month,
                budget: own.ordinary + purse,
                paid,
                debts,
            });
            purse -= paid.less(own.ordinary);
        }
        self.not_in_time = late(home, rows);
        self.comes_due = comes_due(home, rows);
    }

    /// With what it comes to as offers.
    #[must_use]
    pub fn level(mut self, level: LevelReport) -> PlanReport {
        self.level = Some(level);
        self
    }

    /// Neither a plan nor a proof that there is none was found in the time there was.
    #[must_use]
    pub fn undecided(mut self) -> PlanReport {
        self.undecided = true;
        self
    }

    /// A line of a comparison.
    #[must_use]
    pub fn compared(&self) -> Compared {
        let year = plus_months(self.as_of, 12);
        let closed = self
            .choices
            .iter()
            .filter(|choice| choice.ends_on.is_some_and(|on| on <= year))
            .count();
        Compared {
            strategy: self.strategy,
            total: self.ends_on.map(|_| self.total),
            ends_on: self.ends_on,
            closed_in_a_year: u32::try_from(closed).unwrap_or(u32::MAX),
            within_room: self.feasible,
        }
    }
}

/// The first day of the first month of a plan.
pub(super) fn first(home: &Household) -> NaiveDate {
    crate::domain::calendar::month_start(home.as_of)
}

fn month_end(as_of: NaiveDate, at: usize) -> NaiveDate {
    let next = i64::try_from(at).unwrap_or(0).saturating_add(1);
    plus_days(
        plus_months(crate::domain::calendar::month_start(as_of), next),
        -1,
    )
}

/// A share in percent with two places, rounded down.
pub(super) fn share(part: Money, whole: Money) -> String {
    let hundredths = part
        .minor()
        .saturating_mul(10_000)
        .checked_div(whole.minor())
        .unwrap_or(0);
    Money::from_minor(hundredths).to_string()
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Data<'a> {
    as_of: NaiveDate,
    strategy: Strategy,
    choices: &'a [ChoiceReport],
    feasible: bool,
    months: &'a [PlanMonth],
    total: Money,
    ends_on: Option<NaiveDate>,
    proven_optimal: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<Money>,
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<&'a CertificateReport>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ways_out: Option<&'a WayOutReport>,
    longer_than_room: &'a [DebtId],
    below_least: &'a [DebtId],
    late_starts: &'a [DebtId],
    not_in_time: &'a [Late],
    #[serde(skip_serializing_if = "<[ComesDue]>::is_empty")]
    comes_due: &'a [ComesDue],
    #[serde(skip_serializing_if = "<[EmptyMonth]>::is_empty")]
    empty_months: &'a [EmptyMonth],
    #[serde(skip_serializing_if = "Option::is_none")]
    as_offers: Option<&'a LevelReport>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    undecided: bool,
    settled: &'a [DebtId],
    unknown: &'a [DebtId],
    #[serde(skip_serializing_if = "<[Compared]>::is_empty")]
    compared: &'a [Compared],
}

impl Serialize for PlanReport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Data {
            as_of: self.as_of,
            strategy: self.strategy,
            choices: &self.choices,
            feasible: self.feasible,
            months: &self.months,
            total: self.total,
            ends_on: self.ends_on,
            proven_optimal: self.proven_optimal,
            gap: self.gap,
            certificate: self.certificate.as_ref(),
            ways_out: self.ways_out.as_ref(),
            longer_than_room: &self.longer_than_room,
            below_least: &self.below_least,
            late_starts: &self.late_starts,
            not_in_time: &self.not_in_time,
            comes_due: &self.comes_due,
            empty_months: &self.empty_months,
            as_offers: self.level.as_ref(),
            undecided: self.undecided,
            settled: &self.settled,
            unknown: &self.unknown,
            compared: &self.compared,
        }
        .serialize(serializer)
    }
}

impl Report for PlanReport {
    const SCHEMA: &'static str = "forbear.plan.v1";

    fn document(&self, words: &Words) -> Document {
        plan_document::document(self, words)
    }
}
