//! Asks the engine and the rule book for everything a brief needs, in one call.
//!
//! Promises: what cannot be known stays unknown (a debt without contract or claim still has a script, with blanks);
//! only figures too large to hold, or terms that cannot be applied, are errors.

use chrono::NaiveDate;

use super::brief::{Brief, Sources};
use super::figures::{FigureFrom, Figures, as_made, figures};
use crate::domain::offer::Terms;
use crate::domain::{Debt, Ledger, Money, Simulation};
use crate::engine::arrears::arrears;
use crate::engine::capacity::capacity;
use crate::engine::own_part::own_part;
use crate::engine::position::position;
use crate::engine::schedule::schedule;
use crate::engine::{EngineError, simulate};
use crate::rules::{self, Books, Case};

/// Months looked at to say what can be kept up.
const MONTHS: u32 = 12;

/// What the caller knows besides the ledger.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The terms to propose; without any the ledger decides ([`figures`]).
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
    let case = Case::new(ledger, debt, position.as_ref(), arrears.as_ref(), as_of).by(asked.books);
    let Figures {
        from,
        proposal,
        ladder,
        theirs,
        moved,
    } = figures(&case, asked.terms)?;
    let has_budget = !ledger.incomes.is_empty() || !ledger.expenses.is_empty();
    let months = months(as_of, proposal.as_ref());
    let capacity = if has_budget {
        let mut found = capacity(ledger, as_of, months, Some(&debt.id))?;
        if from == FigureFrom::Capacity {
            own_part(ledger, debt, as_of, &mut found)?;
        }
        Some(found)
    } else {
        None
    };
    let findings = rules::findings(&case);
    let mut brief = Brief::new(Sources {
        ledger,
        debt,
        as_of,
        position: position.as_ref(),
        arrears: arrears.as_ref(),
        capacity: capacity.as_ref(),
        simulation: proposal.as_ref(),
        contract_payment: contract_payment(debt, as_of),
        findings: &findings,
        limitation: rules::limitation(&case),
        go_on: asked.go_on,
    });
    brief.from = from;
    brief.moved = moved;
    brief.ladder = ladder;
    brief.dossier = brief.dossier.with_law(&case);
    brief.theirs = theirs;
    if let (None, Some((from, until))) = (brief.court_until, rules::clocks::paper_to_answer(&case))
    {
        brief.court_until = Some(until);
        brief.paper_on = brief.paper_on.or(from);
    }
    if let Some(offer) = &brief.dossier.their_offer {
        brief.dossier.their_plan = as_made(&case, offer)?;
    }
    Ok(brief)
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
