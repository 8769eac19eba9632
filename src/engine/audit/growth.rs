//! How the claims of one debt grew, beside what the contract makes of the same days and payments.
//!
//! Promises: every claim known by the day, in date order, each with the one before; the contract as recorded is walked
//! to both days.
//! Leaves to others: what a difference means in words (`report`).

use chrono::NaiveDate;

use crate::domain::contract::Contract;
use crate::domain::debt::{Claim, Debt};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::vocabulary::Vocabulary;
use crate::engine::EngineError;

use super::owed;

/// How two claims of one debt differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// Date of the earlier claim.
    pub from: NaiveDate,
    /// Date of the later claim.
    pub to: NaiveDate,
    /// Later less earlier, by part.
    pub grew: Parts,
    /// What the contract as recorded makes of the same days and payments.
    pub expected: Parts,
    /// Whether both claims name their parts; else only totals compare.
    pub by_part: bool,
    /// What was paid between them.
    pub paid: Money,
}

impl Growth {
    /// What the contract as recorded does not explain of one part's growth; nothing where it explains more.
    #[must_use]
    pub fn unexplained(&self, part: Part) -> Money {
        self.grew.get(part).less(self.expected.get(part))
    }

    /// The same of the total: all that a bare sum tells.
    #[must_use]
    pub fn unexplained_in_all(&self) -> Money {
        self.grew.total().less(self.expected.total())
    }

    /// Whether the claim grew by more than the contract as recorded explains: in a part, or of bare sums in all.
    #[must_use]
    pub fn outgrew(&self) -> bool {
        if self.by_part {
            Part::ALL
                .iter()
                .any(|part| self.unexplained(*part).is_positive())
        } else {
            self.unexplained_in_all().is_positive()
        }
    }
}

/// Each claim known by a day with the one before it. One that says only what is overdue is no measure of the debt.
pub(in crate::engine) fn pairs(debt: &Debt, as_of: NaiveDate) -> Vec<(&Claim, &Claim)> {
    let mut claims: Vec<&Claim> = debt
        .claims
        .iter()
        .filter(|claim| claim.on <= as_of && !claim.only_overdue())
        .collect();
    claims.sort_by_key(|claim| claim.on);
    let later = claims.iter().skip(1).copied();
    claims.iter().copied().zip(later).collect()
}

/// Each claim against the one before it.
pub(super) fn growth(
    debt: &Debt,
    contract: &Contract,
    as_of: NaiveDate,
) -> Result<Vec<Growth>, EngineError> {
    pairs(debt, as_of)
        .into_iter()
        .map(|(earlier, later)| {
            let expected = owed(debt, contract, later.on)? - owed(debt, contract, earlier.on)?;
            Ok(Growth {
                from: earlier.on,
                to: later.on,
                grew: later.parts() - earlier.parts(),
                expected,
                by_part: earlier.has_parts() && later.has_parts(),
                paid: debt
                    .payments
                    .iter()
                    .filter(|payment| earlier.on < payment.on && payment.on <= later.on)
                    .map(|payment| payment.amount)
                    .sum(),
            })
        })
        .collect()
}
