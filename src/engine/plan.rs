//! One plan for all lenders, from the ledger: what can be paid, whom, and what there is to choose from.
//!
//! Promises: debts whose agreement is being kept, or whose offer is accepted, stay out and keep their money
//! (M2); what earlier offers and promises by the borrower reserve for the others is free, as the plan takes their
//! place; every choice says whether it was offered or is assumed.
//! Leaves to others: which cards are near the facts that matter (`rules`), how it is shown (`report`).

use chrono::NaiveDate;

use crate::domain::calendar::month_start;
use crate::domain::debt::{Debt, Proceedings};
use crate::domain::id::{DebtId, OfferId};
use crate::domain::ladder::Bounds;
use crate::domain::ledger::{ClockKind, Ledger};
use crate::domain::money::Money;
use crate::domain::offer::{OfferStatus, Party, Terms};
use crate::domain::parts::Parts;
use crate::domain::position::WorsensTo;
use crate::domain::selection::{Choices, MonthBudget, Origin};
use crate::domain::simulation::Simulation;
use crate::domain::strategy::{Claimant, Urgency};
use crate::domain::{Capacity, Exact};

use super::EngineError;
use super::arrears::arrears;
use super::capacity::capacity;
use super::keeping::keeping;
use super::plan_base::{PlanBase, base_of};
use super::room::{bounds, choice, grid, place};
use super::simulate::simulate;
use super::worsens::worsens;

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
                least_payment: None, // the ways already keep to it; an offer may go below
                latest_start: None,
            })
            .collect()
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
    let mut ways = offers(ledger, debt, as_of)?;
    if !wishes.offers_only {
        let grid = grid(&base, &bounds, wishes.first_due)?;
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
        claimant: claimant(ledger, debt, &base, &bounds, as_of, wishes)?,
        bounds,
        ways,
    }))
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

fn claimant(
    ledger: &Ledger,
    debt: &Debt,
    base: &PlanBase,
    bounds: &Bounds,
    as_of: NaiveDate,
    wishes: &Wishes,
) -> Result<Claimant, EngineError> {
    let over = |months: u32| {
        let terms = Terms {
            instalments: Some(months),
            ..Terms::default()
        };
        match simulate(base, &terms) {
            Ok(plan) => Ok(plan.peak_payment),
            Err(EngineError::PaymentTooSmall { payment, .. }) => Ok(payment),
            Err(error) => Err(error),
        }
    };
    let level = over(bounds.max_months.max(1))?;
    let contractual = match &debt.contract {
        Some(contract) => over(contract.count.clamp(1, 1200))?,
        None => debt
            .card
            .as_ref()
            .and_then(|card| card.min_payment)
            .unwrap_or(level),
    };
    Ok(Claimant {
        owed: base.position,
        yearly: base
            .rate
            .map_or(Ok(Exact::ZERO), |rate| rate.per_year(base.day_count))?,
        contractual: contractual.min(base.position.total()),
        level,
        least: bounds.min_payment,
        urgency: urgency(ledger, debt, as_of, wishes)?,
    })
}

/// What the ledger says of how urgent a debt is.
fn urgency(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
    wishes: &Wishes,
) -> Result<Urgency, EngineError> {
    let clock = ledger
        .clocks
        .iter()
        .filter(|clock| clock.debt.as_ref() == Some(&debt.id))
        .filter(|clock| clock.kind == ClockKind::Court)
        .filter(|clock| clock.done.is_none_or(|done| done > as_of))
        .map(|clock| clock.until)
        .min();
    let in_court = matches!(
        debt.proceedings,
        Proceedings::PaymentOrder
            | Proceedings::Arbitration
            | Proceedings::Filed
            | Proceedings::Judgment
            | Proceedings::Enforcement
    );
    let arrears = arrears(debt, ledger.agreement(&debt.id, as_of), as_of)?;
    let first = month_start(as_of);
    let cliff = worsens(ledger, debt, &arrears, as_of)
        .filter(|next| matches!(next.to, WorsensTo::Medium | WorsensTo::Long) && next.on > as_of)
        .and_then(|next| Some((place(first, next.on.pred_opt()?), next.prevented_by?)));
    Ok(Urgency {
        court: clock.or(in_court.then_some(as_of)),
        card: wishes.cards.contains(&debt.id),
        guaranteed: !debt.guarantors.is_empty() || debt.co_borrower.is_some(),
        wages_bank: at_wages_bank(ledger, debt),
        priority: debt.priority.is_some() || debt.secured.is_some(),
        cliff,
    })
}

/// Whether the debt is taken from the account wages are paid into, or owed to the bank that holds it.
fn at_wages_bank(ledger: &Ledger, debt: &Debt) -> bool {
    let mut wages = ledger
        .incomes
        .iter()
        .filter_map(|income| income.account.as_deref());
    let lender = ledger
        .lender(&debt.lender)
        .map(|lender| lender.name.as_str());
    wages.any(|account| {
        let taken = debt
            .auto_debit
            .as_ref()
            .is_some_and(|debit| debit.account == account);
        let held = ledger
            .accounts
            .iter()
            .find(|known| known.name == account)
            .and_then(|known| known.bank.as_deref());
        taken || (held.is_some() && held == lender)
    })
}
