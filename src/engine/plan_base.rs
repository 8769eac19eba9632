//! What offers start from: a position, and the terms of the contract that go on (numbers.md O1, O4, O7).
//!
//! Promises: the rate in force on the day of the offer; what doing nothing comes to, by the same rules as a
//! position on that later day.
//! Leaves to others: the terms (`simulate`), the due dates (`plan_dates`).

use chrono::NaiveDate;

use crate::domain::Exact;
use crate::domain::calendar::{DayCount, DueDates};
use crate::domain::contract::{Contract, Method, PenaltyTerm};
use crate::domain::debt::Debt;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::parts::{Part, Parts};
use crate::domain::position::{Basis, Position};
use crate::domain::rate::Rate;

use super::EngineError;

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
        base
    }

    /// The factor of interest a year the contract bears from the day of the offer (O4).
    pub(super) fn yearly(&self, terms: &Terms) -> Result<Exact, EngineError> {
        if terms.freeze || terms.settle.is_some() {
            return Ok(Exact::ZERO);
        }
        match terms.rate.or(self.rate) {
            Some(rate) => Ok(rate.per_year(self.day_count)?),
            None => Ok(Exact::ZERO),
        }
    }

    /// The position on a later day if nothing is paid until then (O7): principal bears the penalty rate,
    /// else the contract rate, else nothing; interest bears it only with `compound` (P5).
    ///
    /// # Errors
    /// [`EngineError::TooLarge`] beyond the limits of input.
    pub fn nothing_until(&self, date: NaiveDate) -> Result<Parts, EngineError> {
        let Some(rate) = self.rate else {
            if let Some(PenaltyTerm::Own(own)) = self.penalty {
                return self.rolled(own.per_year(self.day_count)?, Part::Penalty, date);
            }
            return Ok(self.position);
        };
        let yearly = rate.per_year(self.day_count)?;
        match self.penalty {
            Some(PenaltyTerm::Own(own)) => {
                self.rolled(own.per_year(self.day_count)?, Part::Penalty, date)
            }
            Some(PenaltyTerm::Multiple(times)) => {
                self.rolled(yearly.times(times.factor())?, Part::Penalty, date)
            }
            None => self.rolled(yearly, Part::Interest, date),
        }
    }

    fn rolled(&self, yearly: Exact, into: Part, date: NaiveDate) -> Result<Parts, EngineError> {
        let factor = yearly.times(self.day_count.penalty_share(self.as_of, date)?)?;
        let bearing = if self.compound {
            self.position.principal + self.position.interest
        } else {
            self.position.principal
        };
        let mut parts = self.position;
        *parts.get_mut(into) += bearing.share(factor)?.settled();
        Ok(parts)
    }
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
/// [`EngineError::NothingKnown`] where nothing is known of what is owed.
pub fn base_of(_ledger: &Ledger, debt: &Debt, on: NaiveDate) -> Result<PlanBase, EngineError> {
    let claim = debt.newest_claim(on).ok_or(EngineError::NothingKnown)?;
    let position = Position {
        as_of: claim.on,
        basis: Basis::Claim,
        parts: claim.parts(),
        waiting: Money::ZERO,
        notes: Vec::new(),
        claimed: Some(claim.parts()),
        computed: None,
        agreed: None,
    };
    let mut base = PlanBase::of_debt(debt, &position);
    base.position = base.nothing_until(on)?;
    base.as_of = on;
    Ok(base)
}
