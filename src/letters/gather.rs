//! Asks the engine and the rule book for everything a brief needs, in one call.
//!
//! Promises: what cannot be known stays unknown (a debt without contract or claim still has a script, with blanks);
//! only figures too large to hold, or terms that cannot be applied, are errors.

use chrono::NaiveDate;

use super::brief::{Brief, Sources};
use crate::domain::offer::Terms;
use crate::domain::{Debt, Ledger, Money, Simulation};
use crate::engine::arrears::arrears;
use crate::engine::capacity::capacity;
use crate::engine::plan_base::PlanBase;
use crate::engine::position::position;
use crate::engine::schedule::schedule;
use crate::engine::simulate::compare_within;
use crate::engine::{EngineError, simulate};
use crate::rules::{self, Books, Case};

/// Months looked at to say what can be kept up.
const MONTHS: u32 = 12;

/// What the caller knows besides the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The terms to propose.
    pub terms: Option<&'a Terms>,
    /// Whether the user was asked about an old debt and goes on.
    pub go_on: bool,
    /// The rule books, with the user's own numbers if they have any.
    pub books: &'a Books,
}

impl Default for Asked<'_> {
    fn default() -> Self {
        Asked {
            terms: None,
            go_on: false,
            books: Books::built_in(),
        }
    }
}

/// The brief of a debt.
///
/// # Errors
/// [`EngineError`] where the terms cannot be applied, or figures are too large.
pub fn gather(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
    asked: Asked<'_>,
) -> Result<Brief, EngineError> {
    let agreement = ledger.agreement(&debt.id, as_of);
    let position = known(position(debt, agreement, as_of))?;
    let arrears = known(arrears(debt, agreement, as_of))?;
    let has_budget = !ledger.incomes.is_empty() || !ledger.expenses.is_empty();
    let mut simulation = None;
    if let (Some(terms), Some(position)) = (asked.terms, &position) {
        let base = PlanBase::of_debt(debt, position);
        let found = compare_within(ledger, &debt.id, &base, std::slice::from_ref(terms))?;
        simulation = found.offers.into_iter().next();
    }
    let months = months(as_of, simulation.as_ref());
    let capacity = if has_budget {
        Some(capacity(ledger, as_of, months, Some(&debt.id))?)
    } else {
        None
    };
    let case = Case::new(ledger, debt, position.as_ref(), arrears.as_ref(), as_of).by(asked.books);
    let findings = rules::findings(&case);
    Ok(Brief::new(Sources {
        ledger,
        debt,
        as_of,
        position: position.as_ref(),
        arrears: arrears.as_ref(),
        capacity: capacity.as_ref(),
        simulation: simulation.as_ref(),
        contract_payment: contract_payment(debt, as_of),
        findings: &findings,
        limitation: rules::limitation(&case),
        go_on: asked.go_on,
    }))
}

fn months(as_of: NaiveDate, simulation: Option<&Simulation>) -> u32 {
    simulation
        .map_or(MONTHS, |plan| simulate::months_until(as_of, plan.ends_on))
        .max(MONTHS)
}

/// Nothing known of what is owed is no mistake here.
fn known<T>(found: Result<T, EngineError>) -> Result<Option<T>, EngineError> {
    match found {
        Ok(found) => Ok(Some(found)),
        Err(EngineError::NothingKnown | EngineError::NoContract) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The instalment in force: the first row that still asks for something.
fn contract_payment(debt: &Debt, as_of: NaiveDate) -> Option<Money> {
    let schedule = schedule(debt, as_of).ok()?;
    schedule
        .rows()
        .iter()
        .find(|row| row.open.is_positive())
        .map(|row| row.amount)
}
