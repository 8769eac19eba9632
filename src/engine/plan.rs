//! One plan for all lenders, from the ledger: what can be paid, whom, and what there is to choose from.
//!
//! Promises: debts whose agreement is being kept, or whose offer is accepted, stay out and keep their money
//! (M2); what earlier offers and promises by the borrower reserve for the others is free, as the plan takes their
//! place; every choice says whether it was offered or is assumed.
//! Leaves to others: which cards are near the facts that matter (`rules`), how it is shown (`report`).

use chrono::NaiveDate;

use crate::domain::Capacity;
use crate::domain::budget::Every;
use crate::domain::calendar::{month_start, plus_days, plus_months};
use crate::domain::debt::Debt;
use crate::domain::id::{DebtId, OfferId};
use crate::domain::ladder::Bounds;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{OfferStatus, Party};
use crate::domain::parts::{Part, Parts};
use crate::domain::selection::{Choice, Choices, MonthBudget, Origin, Selection};
use crate::domain::simulation::Simulation;
use crate::domain::strategy::Claimant;

use super::EngineError;
use super::capacity::capacity;
use super::keeping::keeping;
use super::plan_base::{PlanBase, base_of};
use super::plan_claimant::{claimant, next_step};

pub use super::plan_claimant::Step;
use super::room::{bounds, choice, first_due, grid, grid_after, place};
use super::simulate::simulate;

/// A way to pay one debt, with where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Its terms and what they come to.
    pub plan: Simulation,
    /// Offered or assumed.
    pub origin: Origin,
    /// The offer it is, if it is one.
    pub offer: Option<OfferId>,
    /// The last day to answer it.
    pub reply_by: Option<NaiveDate>,
}

/// A debt in the plan.
#[derive(Clone, Debug)]
pub struct Planned {
    /// Which.
    pub debt: DebtId,
    /// What is owed.
    pub owed: Parts,
    /// What its room allows.
    pub bounds: Bounds,
    /// The ways to pay it: offers first, then the grid of its room.
    pub ways: Vec<Way>,
    /// How the strategies see it.
    pub claimant: Claimant,
    /// What its ways are simulated from.
    pub base: PlanBase,
    /// What it becomes next by days: overdue, or past 30 or 90 days.
    pub next: Option<Step>,
}

/// What a plan for all lenders is made from.
#[derive(Clone, Debug)]
pub struct Household {
    /// The day it is made.
    pub as_of: NaiveDate,
    /// What can be paid, with the planned debts' own offers and promises left free.
    pub capacity: Capacity,
    /// The same as months of a budget, from the month of as-of on.
    pub budget: Vec<MonthBudget>,
    /// The debts, in the order of the ledger.
    pub debts: Vec<Planned>,
    /// Debts that stay as they are: agreed, or paid.
    pub settled: Vec<DebtId>,
    /// Debts of which too little is known to plan with.
    pub unknown: Vec<DebtId>,
}

impl Household {
    /// The choices for [`super::select::optimal`], in the order of the debts.
    #[must_use]
    pub fn choices(&self) -> Vec<Choices> {
        self.debts
            .iter()
            .map(|planned| Choices {
                all: planned
                    .ways
                    .iter()
                    .enumerate()
                    .map(|(at, way)| choice(&way.plan, self.as_of, way.origin, at))
                    .collect(),
                // The ways already keep to both; a lender's own offer may go below and begin later.
                least_payment: None,
                latest_start: None,
            })
            .collect()
    }

    /// The choices that end by a day.
    #[must_use]
    pub fn choices_by(&self, deadline: Option<NaiveDate>) -> Vec<Choices> {
        let mut choices = self.choices();
        if let Some(last) = deadline {
            for (debt, planned) in choices.iter_mut().zip(&self.debts) {
                debt.all.retain(|choice| {
                    let way = planned.ways.get(choice.terms);
                    way.is_some_and(|way| way.plan.ends_on <= last)
                });
            }
        }
        choices
    }

    /// Of the choices those that pay in time the sum that keeps a debt from getting worse, where there are any.
    #[must_use]
    pub fn before_cliffs(&self, choices: &[Choices]) -> Vec<Choices> {
        let mut kept = choices.to_vec();
        for (debt, planned) in kept.iter_mut().zip(&self.debts) {
            let Some((last, needed)) = planned.claimant.urgency.cliff else {
                continue;
            };
            let in_time = |choice: &Choice| {
                let by_then = choice.payments.iter().take(last.saturating_add(1));
                by_then.copied().sum::<Money>() >= needed
            };
            if debt.all.iter().any(in_time) {
                debt.all.retain(in_time);
            }
        }
        kept
    }

    /// A first due date after the last month of the coming year that can bear nothing, where there is one.
    fn after_empty_months(&self, first_due: Option<NaiveDate>) -> Option<NaiveDate> {
        let usual = first_due.unwrap_or(plus_months(self.as_of, 1));
        let from = place(month_start(self.as_of), usual);
        let empty = self
            .budget
            .iter()
            .enumerate()
            .take(NEXT_MONTHS)
            .filter(|(at, month)| *at >= from && month.ordinary.is_zero() && month.once.is_zero())
            .map(|(at, _)| at)
            .max()?;
        let later = empty.saturating_add(1).saturating_sub(from);
        Some(plus_months(usual, i64::try_from(later).ok()?))
    }

    /// Whether there is nothing to offer in any of the next months.
    #[must_use]
    pub fn has_nothing(&self) -> bool {
        self.budget
            .iter()
            .take(NEXT_MONTHS)
            .all(|month| month.ordinary.is_zero() && month.once.is_zero())
    }

    /// The debts as the strategies see them.
    #[must_use]
    pub fn claimants(&self) -> Vec<Claimant> {
        self.debts
            .iter()
            .map(|planned| planned.claimant.clone())
            .collect()
    }
}

/// What the program takes from elsewhere to make a plan.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Only recorded offers, nothing assumed.
    pub offers_only: bool,
    /// Cards near the facts that matter for cards.
    pub cards: Vec<DebtId>,
    /// The first due date of new plans, if one is proposed (M7).
    pub first_due: Option<NaiveDate>,
}

/// Days after a sum arrives on which it is paid on (M7).
const DAYS_AFTER_PAY: i64 = 2;
/// The months that decide whether there is anything to offer.
const NEXT_MONTHS: usize = 12;
/// The longest plan asked for beyond a lender's room.
const WIDER_MONTHS: u32 = 120;

/// The cheapest plan, within the constraints of triage where it can be: sums that keep a debt from getting worse
/// are paid in time. The picks are among the choices given back.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn cheapest(
    home: &Household,
    choices: &[Choices],
    stop: &dyn Fn() -> bool,
) -> Result<(Vec<Choices>, Selection), EngineError> {
    let in_time = home.before_cliffs(choices);
    let found = super::select::optimal(&in_time, &home.budget, stop)?;
    if matches!(found, Selection::Found(_)) {
        return Ok((in_time, found));
    }
    let found = super::select::optimal(choices, &home.budget, stop)?;
    Ok((choices.to_vec(), found))
}

/// Ways beyond what the lenders' rooms hold, debt by debt: up to ten years, no interest, and all interest, penalty
/// and fees waived.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn wider(home: &Household, wishes: &Wishes) -> Result<Vec<Vec<Simulation>>, EngineError> {
    let mut all = Vec::with_capacity(home.debts.len());
    for planned in &home.debts {
        let base = &planned.base;
        let free = |part| (part, crate::domain::rate::Percent::FULL);
        let bounds = Bounds {
            max_months: WIDER_MONTHS,
            freeze: true,
            waive: vec![free(Part::Interest), free(Part::Penalty), free(Part::Fees)],
            latest_start: None,
            ..planned.bounds.clone()
        };
        let mut plans = grid(base, &bounds, wishes.first_due)?;
        if let Some(later) = home.after_empty_months(wishes.first_due) {
            plans.extend(grid(base, &bounds, Some(later))?);
        }
        all.push(plans);
    }
    Ok(all)
}

/// How many months a plan looks ahead: the longest plan, and some.
const MONTHS: u32 = 240;

/// Gathers what a plan is made from.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn household(
    ledger: &Ledger,
    as_of: NaiveDate,
    wishes: &Wishes,
) -> Result<Household, EngineError> {
    let (mut debts, mut settled, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for debt in &ledger.debts {
        if is_agreed(ledger, debt, as_of) {
            settled.push(debt.id.clone());
            continue;
        }
        match planned(ledger, debt, as_of, wishes) {
            Ok(Some(planned)) => debts.push(planned),
            Ok(None) => settled.push(debt.id.clone()),
            Err(EngineError::TooLarge(error)) => return Err(error.into()),
            Err(_) => unknown.push(debt.id.clone()),
        }
    }
    let ids: Vec<&DebtId> = debts.iter().map(|planned| &planned.debt).collect();
    let capacity = capacity(&without_promises(ledger, &ids), as_of, MONTHS, None)?;
    Ok(Household {
        as_of,
        budget: budget(&capacity),
        capacity,
        debts,
        settled,
        unknown,
    })
}

/// What can be offered as months of a budget. What later months need of a one-off is not spent before.
#[must_use]
pub fn budget(capacity: &Capacity) -> Vec<MonthBudget> {
    // What has arrived by each month and is still there if nothing is used, never more than any later month shows.
    let mut later: Option<Money> = None;
    let mut arrived: Vec<Money> = capacity
        .months
        .iter()
        .rev()
        .map(|month| {
            let there = month.from_carried + month.from_one_offs;
            let least = later.map_or(there, |later| later.min(there));
            later = Some(least);
            least
        })
        .collect();
    arrived.reverse();
    let mut before = Money::ZERO;
    capacity
        .months
        .iter()
        .zip(arrived)
        .map(|(month, arrived)| {
            let once = arrived - before;
            before = arrived;
            MonthBudget {
                ordinary: month.offerable - month.from_carried - month.from_one_offs,
                once,
            }
        })
        .collect()
}

/// The ledger as if the borrower had offered and promised nothing on these debts.
fn without_promises(ledger: &Ledger, debts: &[&DebtId]) -> Ledger {
    let mut free = ledger.clone();
    free.offers
        .retain(|offer| offer.from != Party::Borrower || !debts.contains(&&offer.debt));
    for contact in &mut free.contacts {
        let planned = contact
            .debt
            .as_ref()
            .is_some_and(|debt| debts.contains(&debt));
        if planned {
            contact.promise = None;
        }
    }
    free
}

/// Whether an agreement about the debt is being kept, or an accepted offer waits to be written down.
fn is_agreed(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> bool {
    let kept = ledger.agreement(&debt.id, as_of).is_some_and(|agreement| {
        !agreement.dues.is_empty() && keeping(agreement, &debt.payments, as_of).holds()
    });
    let accepted = ledger.offers.iter().any(|offer| {
        offer.debt == debt.id
            && offer.on <= as_of
            && offer.status_on(as_of) == OfferStatus::Accepted
            && ledger
                .agreement(&debt.id, as_of)
                .is_none_or(|agreement| agreement.signed < offer.on)
    });
    kept || accepted
}

/// A debt in the plan; `None` where nothing is owed.
fn planned(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
    wishes: &Wishes,
) -> Result<Option<Planned>, EngineError> {
    let base = base_of(ledger, debt, as_of)?;
    if !base.position.total().is_positive() {
        return Ok(None);
    }
    let bounds = bounds(debt);
    let next =
        next_step(ledger, debt, as_of)?.and_then(|next| Step::of(&next, as_of, wishes.first_due));
    let claimant = claimant(ledger, debt, &base, &bounds, next, wishes)?;
    let mut ways = offers(ledger, debt, as_of)?;
    if !wishes.offers_only {
        let begins = first_due(&bounds, as_of, wishes.first_due);
        let mut grid = grid(&base, &bounds, begins)?;
        if let Some(cliff) = claimant.urgency.cliff {
            grid.extend(grid_after(&base, &bounds, begins, cliff)?);
        }
        grid.extend(by_lump_sums(ledger, &base, &bounds)?);
        ways.extend(grid.into_iter().map(|plan| Way {
            plan,
            origin: Origin::Assumed,
            offer: None,
            reply_by: None,
        }));
    }
    Ok(Some(Planned {
        debt: debt.id.clone(),
        owed: base.position,
        claimant,
        bounds,
        ways,
        base,
        next,
    }))
}

/// Closing a debt in one payment when a dated sum arrives, with what the room waives and without.
fn by_lump_sums(
    ledger: &Ledger,
    base: &PlanBase,
    bounds: &Bounds,
) -> Result<Vec<Simulation>, EngineError> {
    let mut plans = Vec::new();
    let dated = ledger
        .incomes
        .iter()
        .filter(|income| income.every == Every::Once)
        .filter_map(|income| income.on)
        .filter(|on| *on > base.as_of);
    for on in dated {
        let first_due = Some(plus_days(on, DAYS_AFTER_PAY));
        let once = Bounds {
            max_months: 1,
            ..bounds.clone()
        };
        plans.extend(grid(base, &once, first_due)?);
    }
    plans.dedup_by(|a, b| a.terms == b.terms);
    Ok(plans)
}

/// The lender's offers that are still open.
fn offers(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Result<Vec<Way>, EngineError> {
    let mut ways = Vec::new();
    let open = ledger.offers.iter().filter(|offer| {
        offer.debt == debt.id
            && offer.from == Party::Lender
            && offer.on <= as_of
            && offer.status_on(as_of) == OfferStatus::Open
    });
    for offer in open {
        // An offer that cannot be laid out cannot be chosen; `check` and `offer list` say why.
        let plan = base_of(ledger, debt, offer.on).and_then(|base| simulate(&base, &offer.terms));
        match plan {
            Ok(plan) => ways.push(Way {
                plan,
                origin: Origin::Offered,
                offer: Some(offer.id.clone()),
                reply_by: offer.reply_by,
            }),
            Err(EngineError::TooLarge(error)) => return Err(error.into()),
            Err(_) => {}
        }
    }
    Ok(ways)
}
