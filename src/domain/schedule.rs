//! The instalments of a contract.

use chrono::NaiveDate;
use serde::Serialize;

use super::money::Money;

/// One instalment. Fields are those of the JSON of product.md §6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ScheduleRow {
    /// Its number, from 1.
    pub n: u32,
    /// Due date.
    pub due: NaiveDate,
    /// Principal before it.
    pub opening: Money,
    /// Principal in it.
    pub principal: Money,
    /// Interest in it.
    pub interest: Money,
    /// Fee in it.
    pub fee: Money,
    /// All of it.
    pub amount: Money,
    /// Principal after it.
    pub closing: Money,
    /// What was paid of it, without penalty (S5).
    pub paid: Money,
    /// What it still asks for, without penalty (S5).
    pub open: Money,
}

/// Why rows are not a schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScheduleError {
    /// Due dates must not go back.
    #[error("row {0} falls due before the row above it")]
    DatesGoBack(u32),
    /// A closing balance is not the next opening balance, or the last is not zero.
    #[error("row {0} does not close on the next row's opening balance")]
    DoesNotClose(u32),
    /// A row has a negative amount.
    #[error("row {0} has a negative amount")]
    Negative(u32),
    /// A row's parts do not add up to its amount.
    #[error("row {0} does not add up")]
    DoesNotAddUp(u32),
}

/// The instalments of a contract, checked when made: dates do not go back, each row adds up,
/// `closing[n] = opening[n + 1]`, the last row closes at zero, and no amount is negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    rows: Vec<ScheduleRow>,
}

impl Schedule {
    /// Checks rows and makes a schedule of them.
    ///
    /// # Errors
    /// [`ScheduleError`] names the first row that breaks an invariant.
    pub fn new(rows: Vec<ScheduleRow>) -> Result<Schedule, ScheduleError> {
        for (row, next) in rows.iter().zip(rows.iter().skip(1).map(Some).chain([None])) {
            if [
                row.opening,
                row.principal,
                row.interest,
                row.fee,
                row.closing,
            ]
            .iter()
            .any(|amount| amount.is_negative())
            {
                return Err(ScheduleError::Negative(row.n));
            }
            if row.principal + row.interest + row.fee != row.amount {
                return Err(ScheduleError::DoesNotAddUp(row.n));
            }
            if row.opening - row.principal != row.closing
                || next.map_or(Money::ZERO, |next| next.opening) != row.closing
            {
                return Err(ScheduleError::DoesNotClose(row.n));
            }
            if next.is_some_and(|next| next.due < row.due) {
                return Err(ScheduleError::DatesGoBack(row.n.saturating_add(1)));
            }
        }
        Ok(Schedule { rows })
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[ScheduleRow] {
        &self.rows
    }

    /// Takes the rows out.
    #[must_use]
    pub fn into_rows(self) -> Vec<ScheduleRow> {
        self.rows
    }
}
