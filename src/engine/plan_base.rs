//! What offers start from: a position, and the terms of the contract that go on (numbers.md O1, O4, O7).
//!
//! Promises: the rate in force on the day of the offer; what doing nothing comes to, by the same rules as a
//! position on that later day.
//! Leaves to others: the terms (`simulate`), the due dates (`plan_dates`).

use chrono::NaiveDate;

use crate::domain::agreement::Agreement;
use crate::domain::calendar::{DayCount, DueDates};
use crate::domain::contract::{Contract, Method, PenaltyTerm, RateFrom};
use crate::domain::debt::{Claim, Claimed, Debt};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::parts::Parts;
use crate::domain::position::{Position, PositionNote};
use crate::domain::rate::Rate;

use super::EngineError;
use super::accrual::Accrual;
use super::position::position;

/// The due dates of a contract, as far as an extension needs them (O5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContractDates {
    /// The date the others are counted from.
    pub anchor: NaiveDate,
    /// The last due date.
    pub end: NaiveDate,
}

/// What offers are simulated from: a position, and the terms of the contract that go on.
#[derive(Clone, Debug)]
pub struct PlanBase {
    /// The day of the offer.
    pub as_of: NaiveDate,
    /// What is owed on it.
    pub position: Parts,
    /// The contract rate in force; `None` where none is known, and the plan then bears no interest.
    pub rate: Option<Rate>,
    /// Day count.
    pub day_count: DayCount,
    /// The penalty, if known: what doing nothing costs.
    pub penalty: Option<PenaltyTerm>,
    /// Penalty rate also on unpaid interest.
    pub compound: bool,
    /// The contract's due dates, if known.
    pub contract: Option<ContractDates>,
    /// Monthly instalments remaining, where no contract is known (`--remaining`).
    pub remaining: Option<u32>,
    /// What is known of the debt, where the position is one of a ledger's.
    known: Option<Box<Known>>,
}

impl PlanBase {
    /// From a position alone: no rate, no contract, `30/360` (D5).
    #[must_use]
    pub fn new(as_of: NaiveDate, position: Parts) -> PlanBase {
        PlanBase {
            as_of,
            position,
            rate: None,
            day_count: DayCount::Thirty360,
            penalty: None,
            compound: false,
            contract: None,
            remaining: None,
            known: None,
        }
    }

    /// From a debt and its position. A card without a contract bears its daily rate (P5).
    #[must_use]
    pub fn of_debt(debt: &Debt, position: &Position) -> PlanBase {
        let mut base = PlanBase::new(position.as_of, position.parts);
        if let Some(contract) = &debt.contract {
            base.rate = rate_in_force(contract, position.as_of);
            base.day_count = contract.day_count;
            base.penalty = contract.penalty;
            base.compound = contract.compound;
            base.contract = Some(contract_dates(contract));
        }
        let daily = debt.card.as_ref().and_then(|card| card.daily_rate);
        base.rate = base.rate.or(daily);
        base.known = Some(Box::new(Known {
            debt: known_on(debt, position.as_of),
            agreement: None,
        }));
        base
    }

    /// With the agreement that stands on the day of the offer: doing nothing breaks it, and what revives then
    /// is what doing nothing comes to (A4).
    #[must_use]
    pub fn with_agreement(mut self, agreement: Option<&Agreement>) -> PlanBase {
        let as_of = self.as_of;
        if let Some(known) = &mut self.known {
            known.agreement = agreement
                .filter(|agreement| agreement.signed <= as_of)
                .cloned()
                .map(|mut agreement| {
                    agreement.broken = agreement.broken.filter(|on| *on <= as_of);
                    agreement
                });
        }
        self
    }

    /// The rates a plan bears (O4): none if frozen or settled, the new one if repriced, else the contract's
    /// with its known changes (D6, S4). A contract's pauses are not laid out: the plan takes its place.
    pub(super) fn accrual(&self, terms: &Terms) -> Accrual {
        if terms.freeze || terms.settle.is_some() {
            return Accrual::of_rate(None, self.day_count);
        }
        let contract = self
            .known
            .as_ref()
            .and_then(|known| known.debt.contract.as_ref())
            .filter(|contract| {
                contract.day_count == self.day_count
                    && self.rate.is_some()
                    && rate_in_force(contract, self.as_of) == self.rate
            });
        match (terms.rate, contract) {
            (None, Some(contract)) => Accrual::of_contract(contract),
            (new, _) => Accrual::of_rate(new.or(self.rate), self.day_count),
        }
    }

    /// The position on a later day if nothing is paid until then (O7): by what was known of the debt on the
    /// day of the offer, or, of a position alone, as a claim of that day, all of it overdue (P5).
    ///
    /// # Errors
    /// [`EngineError::TooLarge`] beyond the limits of input, and what refuses the contract's schedule.
    pub fn nothing_until(&self, date: NaiveDate) -> Result<Parts, EngineError> {
        if date <= self.as_of {
            return Ok(self.position);
        }
        if let Some(known) = &self.known {
            let agreement = known.agreement.as_ref();
            return Ok(position(&known.debt, agreement, date)?.parts);
        }
        let debt = self.as_claim()?;
        Ok(position(&debt, None, date)?.parts)
    }

    /// Whether it is a position typed by hand, of no debt of the ledger.
    pub(super) fn is_given(&self) -> bool {
        self.known.is_none()
    }

    /// The debt that doing nothing is measured on; `None` where an agreement stands, which decides instead.
    pub(super) fn alone(&self) -> Result<Option<Debt>, EngineError> {
        match &self.known {
            Some(known) if known.agreement.is_some() => Ok(None),
            Some(known) => Ok(Some(known.debt.clone())),
            None => self.as_claim().map(Some),
        }
    }

    /// A debt of which only this position is known: a claim past the end of its contract.
    fn as_claim(&self) -> Result<Debt, EngineError> {
        let name = || "position".parse().map_err(|_| EngineError::NothingKnown);
        let lender = "lender".parse().map_err(|_| EngineError::NothingKnown)?;
        let mut debt = Debt::new(name()?, lender);
        debt.claims.push(Claim {
            on: self.as_of,
            claimed: Claimed::Parts(self.position),
            overdue: None,
            payoff: None,
            source: None,
            note: None,
        });
        debt.contract = Some(Contract {
            principal: self.position.principal,
            net_received: None,
            disbursed: None,
            rates: self
                .rate
                .map(|rate| RateFrom { from: None, rate })
                .into_iter()
                .collect(),
            method: Method::Bullet,
            count: 1,
            first_due: self.as_of,
            day_count: self.day_count,
            penalty: self.penalty,
            compound: self.compound,
            allocation: None,
            allocation_scope: None,
            fee_per_instalment: Money::ZERO,
            rows: Vec::new(),
            purpose: None,
            number: None,
        });
        Ok(debt)
    }
}

/// What is known of a debt on a day, to say what doing nothing comes to later.
#[derive(Clone, Debug)]
struct Known {
    debt: Debt,
    agreement: Option<Agreement>,
}

/// A debt without what is dated after a day: payments, claims and acceleration are not known yet (D6).
fn known_on(debt: &Debt, as_of: NaiveDate) -> Debt {
    let mut known = debt.clone();
    known.payments.retain(|payment| payment.on <= as_of);
    known.claims.retain(|claim| claim.on <= as_of);
    known.accelerated = known.accelerated.filter(|on| *on <= as_of);
    known
}

fn rate_in_force(contract: &Contract, on: NaiveDate) -> Option<Rate> {
    contract
        .rates
        .iter()
        .rev()
        .find(|rate| rate.from.is_none_or(|from| from <= on))
        .or(contract.rates.first())
        .map(|rate| rate.rate)
}

fn contract_dates(contract: &Contract) -> ContractDates {
    if contract.method == Method::Custom
        && let Some(last) = contract.rows.last()
    {
        return ContractDates {
            anchor: last.on,
            end: last.on,
        };
    }
    let dates = DueDates {
        first: contract.first_due,
    };
    ContractDates {
        anchor: contract.first_due,
        end: dates.nth(contract.count.saturating_sub(1)),
    }
}

/// What offers for a debt of the ledger start from on a date (O1).
///
/// # Errors
/// [`EngineError::NothingKnown`] where nothing is known of what is owed; else as
/// [`position()`](super::position::position).
pub fn base_of(ledger: &Ledger, debt: &Debt, on: NaiveDate) -> Result<PlanBase, EngineError> {
    let agreement = ledger.agreement(&debt.id, on);
    let position = position(debt, agreement, on)?;
    if position.notes.contains(&PositionNote::NothingKnown) {
        return Err(EngineError::NothingKnown);
    }
    Ok(PlanBase::of_debt(debt, &position).with_agreement(agreement))
}
