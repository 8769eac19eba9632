//! What is owed on a date (numbers.md P1–P8, A4).
//!
//! Promises: by the newest claim rolled forward if there is one, else by the contract and its payments, both shown
//! where both exist; by an agreement's rows while it is kept; what is left out is said in a note.

use chrono::NaiveDate;

use crate::domain::agreement::{Agreement, DefaultClause, Keeping};
use crate::domain::debt::Debt;
use crate::domain::money::Money;
use crate::domain::parts::Parts;
use crate::domain::position::{Basis, Position, PositionNote};

use super::EngineError;
use super::account::Account;
use super::claims::of_claim;
use super::keeping::keeping;

/// What is owed on a date. `agreement` is the newest one signed by then, if any.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input, and what refuses the contract's schedule.
pub fn position(
    debt: &Debt,
    agreement: Option<&Agreement>,
    as_of: NaiveDate,
) -> Result<Position, EngineError> {
    let known = Known::of(debt, as_of)?;
    let mut position = known.position(debt, as_of)?;
    let Some(agreement) = agreement.filter(|agreement| covers(agreement, as_of)) else {
        return Ok(position);
    };
    let keeping = keeping(agreement, &debt.payments, as_of);
    let agreed = agreed_parts(debt, agreement, &keeping)?;
    position.agreed = Some(agreed);
    if replaces(&keeping) {
        position.basis = Basis::Agreement;
        position.parts = agreed;
        position.waiting = over_paid(&keeping);
        position.notes.clear();
    } else if keeping.revives == DefaultClause::Unknown {
        position.notes.push(PositionNote::RevivalUnknown);
    }
    Ok(position)
}

/// Whether an agreement is in force and has rows to stand in the place of the contract's.
pub(super) fn covers(agreement: &Agreement, as_of: NaiveDate) -> bool {
    agreement.signed <= as_of && !agreement.dues.is_empty()
}

/// Whether its rows replace the contract's: while it is kept, and after it if only they revive (A4).
pub(super) fn replaces(keeping: &Keeping) -> bool {
    keeping.holds() || keeping.revives == DefaultClause::UnpaidOnly
}

/// What is left of an agreement, by part. An agreement names sums, not parts: what is left counts as principal as
/// far as there was principal when it was signed, the rest as interest.
fn agreed_parts(
    debt: &Debt,
    agreement: &Agreement,
    keeping: &Keeping,
) -> Result<Parts, EngineError> {
    let before = Known::of(debt, agreement.signed)?.position(debt, agreement.signed)?;
    let known = !before.parts.is_zero();
    let principal = if known {
        keeping.left.min(before.parts.principal)
    } else {
        keeping.left
    };
    Ok(Parts {
        principal,
        interest: keeping.left - principal,
        ..Parts::ZERO
    })
}

fn over_paid(keeping: &Keeping) -> Money {
    let agreed: Money = keeping.rows.iter().map(|row| row.amount).sum();
    keeping.paid.less(agreed)
}

/// What a ledger knows of a debt without its agreements: the contract's account and the claim's, walked to a day.
pub(super) struct Known {
    pub(super) contract: Option<Account>,
    pub(super) claim: Option<(Account, Vec<PositionNote>)>,
}

impl Known {
    pub(super) fn of(debt: &Debt, as_of: NaiveDate) -> Result<Known, EngineError> {
        let contract = debt
            .contract
            .as_ref()
            .map(|contract| Account::of_contract(debt, contract, as_of))
            .transpose()?;
        let claim = debt
            .newest_claim(as_of)
            .map(|claim| of_claim(debt, claim, as_of))
            .transpose()?;
        Ok(Known { contract, claim })
    }

    fn position(&self, debt: &Debt, as_of: NaiveDate) -> Result<Position, EngineError> {
        let claimed = self
            .claim
            .as_ref()
            .map(|(account, _)| account.owed())
            .transpose()?;
        let computed = self.contract.as_ref().map(Account::owed).transpose()?;
        let mut position = Position {
            as_of,
            basis: Basis::Claim,
            parts: Parts::ZERO,
            waiting: Money::ZERO,
            notes: Vec::new(),
            claimed,
            computed,
            agreed: None,
        };
        if let (Some((account, notes)), Some(claimed)) = (&self.claim, claimed) {
            position.parts = claimed;
            position.waiting = account.waiting;
            position.notes.clone_from(notes);
            if computed.is_some_and(|computed| computed != claimed) {
                position.notes.push(PositionNote::ClaimDiffersFromContract);
            }
        } else if let (Some(account), Some(computed)) = (&self.contract, computed) {
            position.basis = Basis::Contract;
            position.parts = computed;
            position.waiting = account.waiting;
            let unrecorded = debt.contract.as_ref().is_some_and(|c| c.penalty.is_none());
            if unrecorded && account.days_overdue()? > 0 {
                position.notes.push(PositionNote::PenaltyNotRecorded);
            }
        } else {
            position.notes.push(PositionNote::NothingKnown);
        }
        Ok(position)
    }
}
