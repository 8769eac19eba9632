//! One debt's part of what can be offered, where nothing has been planned for the others (numbers.md M5).
//!
//! Promises: the parts of all debts that nothing is set aside for add up to no more than what can be offered in any
//! month; a debt that stands alone has all of it.
//! Leaves to others: a better split (`plan`); once one is kept, its offers take their money before this.

use chrono::NaiveDate;

use super::EngineError;
use super::position::position;
use super::share::pro_rata;
use crate::domain::capacity::Capacity;
use crate::domain::debt::Debt;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;

/// Leaves in `capacity` (worked out without this debt's own reservations) the debt's part by what is owed, and says
/// how many other debts have to share.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn own_part(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
    capacity: &mut Capacity,
) -> Result<usize, EngineError> {
    let all = sharing(ledger, debt, as_of, capacity)?;
    let owed: Vec<Money> = all.iter().map(|(_, owed)| *owed).collect();
    let part = |whole: Money| match whole.is_positive() {
        true => pro_rata(whole, &owed).first().copied().unwrap_or(whole),
        false => whole,
    };
    if owed.is_empty() {
        return Ok(0);
    }
    capacity.offerable = part(capacity.offerable);
    for month in &mut capacity.months {
        month.offerable = part(month.offerable);
        month.from_one_offs = part(month.from_one_offs);
        month.from_carried = part(month.from_carried);
    }
    Ok(all.len().saturating_sub(1))
}

/// Who shares with a debt what can be offered, and what is owed on each, this debt first; none where nothing is owed
/// on it. Those that money is already set aside for do not share again, nor those whose amount is not known.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn sharing(
    ledger: &Ledger,
    debt: &Debt,
    as_of: NaiveDate,
    capacity: &Capacity,
) -> Result<Vec<(DebtId, Money)>, EngineError> {
    let own = owed(ledger, debt, as_of)?;
    if !own.is_positive() {
        return Ok(Vec::new());
    }
    let mut all = vec![(debt.id.clone(), own)];
    for other in ledger.debts.iter().filter(|other| other.id != debt.id) {
        let set_aside = |taken: &crate::domain::capacity::Reserved| {
            taken.debt.as_ref() == Some(&other.id) && taken.on >= as_of
        };
        let amount = owed(ledger, other, as_of)?;
        if amount.is_positive() && !capacity.reserved.iter().any(set_aside) {
            all.push((other.id.clone(), amount));
        }
    }
    Ok(all)
}

fn owed(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Result<Money, EngineError> {
    match position(debt, ledger.agreement(&debt.id, as_of), as_of) {
        Ok(position) => Ok(position.parts.total()),
        Err(EngineError::TooLarge(error)) => Err(error.into()),
        Err(_) => Ok(Money::ZERO),
    }
}
