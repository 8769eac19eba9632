//! What a payment does: allocation, waiting credit, prepayment, pay-off (numbers.md A1–A3, P8).
//!
//! Promises: nothing is lost; a payment made on a day counts that day's dues first; one that covers the whole
//! position ends the debt.

use crate::domain::contract::{AllocationScope, Method, NamedOrder, Order};
use crate::domain::debt::PaymentKind;
use crate::domain::exact::{TooLarge, settled};
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::vocabulary::Vocabulary;

use super::EngineError;
use super::account::{Account, Factor, Growth, Row};
use super::accrual::Period;
use super::rows::Layout;

/// Fees, interest, penalty, principal (A2; CIV 561).
const CIVIL_CODE: [Part; 4] = [Part::Fees, Part::Interest, Part::Penalty, Part::Principal];
/// Principal moved to the front (A2).
const PRINCIPAL_FIRST: [Part; 4] = [Part::Principal, Part::Fees, Part::Interest, Part::Penalty];
/// The last day of a card's overdue count on which interest and fees come first (A2; art. 57).
const LAST_DAY_INTEREST_FIRST: u32 = 90;

impl Account {
    /// Takes in a payment made on `now`.
    pub(super) fn pay(&mut self, amount: Money, kind: PaymentKind) -> Result<(), EngineError> {
        if amount >= self.least_owed() && self.covers(amount)? {
            self.call_in(self.now)?;
            self.closed = true;
            self.waiting += amount;
            let all = std::mem::take(&mut self.waiting);
            self.waiting = self.apply(all)?;
            return Ok(());
        }
        let rest = match kind {
            PaymentKind::Payment => amount,
            PaymentKind::Prepayment => self.prepay(amount)?,
        };
        let left = self.apply(rest)?;
        self.waiting += left;
        Ok(())
    }

    /// Whether an amount pays off the whole position of `now` (P8).
    fn covers(&self, amount: Money) -> Result<bool, EngineError> {
        let owed = self.owed()?.total();
        Ok(owed.is_positive() && amount >= owed)
    }

    /// What is owed at the least: principal less what waits. Quicker than the whole position, which most payments
    /// are far from.
    fn least_owed(&self) -> Money {
        let open = self.rows.iter().skip(self.over.rows);
        let principal: Money = open.map(|row| row.open_of(Part::Principal)).sum();
        principal - self.waiting
    }

    /// The order of allocation on `now` (A2).
    pub(super) fn order_today(&self) -> Result<[Part; 4], EngineError> {
        Ok(match &self.order {
            Order::Named(NamedOrder::CivilCode) => CIVIL_CODE,
            Order::Named(NamedOrder::PrincipalFirst) => PRINCIPAL_FIRST,
            Order::Named(NamedOrder::CardArt57) => {
                if self.overdue_beyond(LAST_DAY_INTEREST_FIRST)? {
                    PRINCIPAL_FIRST
                } else {
                    CIVIL_CODE
                }
            }
            Order::List(parts) => {
                let missing = Part::ALL.iter().filter(|part| !parts.contains(part));
                let mut order = CIVIL_CODE;
                for (place, part) in order.iter_mut().zip(parts.iter().chain(missing)) {
                    *place = *part;
                }
                order
            }
        })
    }

    /// Where it works: row by row, or part after part over all rows (A1).
    pub(super) fn scope_today(&self) -> AllocationScope {
        self.scope.unwrap_or(if self.card || self.accelerated {
            AllocationScope::Debt
        } else {
            AllocationScope::Rows
        })
    }

    /// Applies an amount to what is due on `now`; what is left over is returned.
    pub(super) fn apply(&mut self, amount: Money) -> Result<Money, EngineError> {
        if !amount.is_positive() {
            return Ok(amount.max(Money::ZERO));
        }
        let order = self.order_today()?;
        self.settle_late()?;
        let mut late = std::mem::take(&mut self.late);
        self.late_open_into(&mut late)?;
        let (now, late_part) = (self.now, self.late_part());
        let (over, due) = (
            self.over.rows,
            self.rows.partition_point(|row| row.due <= now),
        );
        let mut left = amount;
        match self.scope_today() {
            AllocationScope::Rows => {
                let rows = self.rows.iter_mut().take(due).zip(&mut late);
                for (row, late) in rows.skip(over) {
                    for part in order {
                        take(row, late, late_part, part, &mut left);
                    }
                    if left.is_zero() {
                        break;
                    }
                }
            }
            AllocationScope::Debt => {
                for part in order {
                    let rows = self.rows.iter_mut().take(due).zip(&mut late);
                    for (row, late) in rows.skip(over) {
                        take(row, late, late_part, part, &mut left);
                        if left.is_zero() {
                            break;
                        }
                    }
                }
            }
        }
        self.late = late;
        self.count_over();
        Ok(left)
    }

    /// Holds fast what each due row bore overdue up to `now`, before its balance changes. A row still on time bears
    /// nothing, and if the rest of it becomes late, that counts from the due date (C2).
    fn settle_late(&mut self) -> Result<(), EngineError> {
        let now = self.now;
        let mut rows = std::mem::take(&mut self.rows);
        let mut shared = Factor::default();
        let open = rows.iter_mut().skip(self.over.rows);
        for row in open.take_while(|row| row.due <= now) {
            if now > row.on_time_until() {
                row.late = self.late_of(row, now, &mut shared)?;
                row.late_since = now;
            }
        }
        self.rows = rows;
        Ok(())
    }

    /// Reduces principal not yet due and lays out the rest with the same count (A3). What is beyond it is returned.
    fn prepay(&mut self, amount: Money) -> Result<Money, EngineError> {
        let now = self.now;
        let first = self.rows.partition_point(|row| row.due <= now);
        let not_due: Money = self
            .rows
            .iter()
            .skip(first)
            .map(|row| row.asks.principal)
            .sum();
        let prepaid = amount.min(not_due);
        if !prepaid.is_positive() {
            return Ok(amount);
        }
        let mut rest: Vec<Row> = self.rows.split_off(first);
        if let Some(row) = rest.iter_mut().find(|row| row.n > 0)
            && row.growth == Growth::Balance
        {
            // What is prepaid bore interest from the period's start until today.
            let factor = self
                .accrual
                .stopped_factor(&row.period, now.max(row.period.start))?;
            let bore = prepaid.minor().checked_mul(factor).ok_or(TooLarge)?;
            row.extra = row.extra.checked_add(bore).ok_or(TooLarge)?;
        }
        self.lay_again(&mut rest, not_due - prepaid)?;
        self.rows.append(&mut rest);
        Ok(amount - prepaid)
    }

    /// Lays out `principal` over the instalments among `rest`.
    pub(super) fn lay_again(&self, rest: &mut [Row], principal: Money) -> Result<(), EngineError> {
        if self.method == Method::Custom {
            return self.scale_again(rest, principal);
        }
        let periods: Vec<Period> = rest
            .iter()
            .filter(|row| row.n > 0)
            .map(|row| row.period)
            .collect();
        let extra = rest.iter().find(|row| row.n > 0).map_or(0, |row| row.extra);
        let laid = Layout {
            accrual: &self.accrual,
            method: self.method,
            original: self.original,
            principal,
            periods: &periods,
            extra,
        }
        .rows()?;
        let mut opening = principal;
        for (row, laid) in rest.iter_mut().filter(|row| row.n > 0).zip(laid) {
            row.opening = opening;
            row.asks.principal = laid.principal;
            row.asks.interest = self.grown(row, row.due)?;
            opening -= laid.principal;
        }
        Ok(())
    }

    /// Typed rows keep their shape: principal, and the interest of days to come, shrink by the same share (J).
    fn scale_again(&self, rest: &mut [Row], principal: Money) -> Result<(), EngineError> {
        let before: Money = rest.iter().map(|row| row.asks.principal).sum();
        let share = |amount: Money| -> Result<Money, EngineError> {
            let product = amount
                .minor()
                .checked_mul(principal.minor())
                .ok_or(TooLarge)?;
            Ok(settled(product, before.minor().max(1)))
        };
        let (mut old, mut new) = (Money::ZERO, Money::ZERO);
        for row in rest.iter_mut().filter(|row| row.n > 0) {
            old += row.asks.principal;
            row.opening = principal - new;
            row.asks.principal = share(old)? - new;
            new += row.asks.principal;
            if let Growth::Even { whole, from, .. } = row.growth {
                let from = self.now.max(from);
                row.growth = Growth::Even {
                    whole: share(whole)?,
                    from,
                    before: self.grown(row, from)?,
                };
                row.asks.interest = self.grown(row, row.due)?;
            }
        }
        Ok(())
    }
}

/// Pays one part of a row as far as `left` goes.
fn take(row: &mut Row, late: &mut Money, late_part: Part, part: Part, left: &mut Money) {
    let here = (*left).min(row.open_of(part)).max(Money::ZERO);
    *row.paid.get_mut(part) += here;
    *left -= here;
    if part == late_part {
        let here = (*left).min(*late).max(Money::ZERO);
        row.late_paid += here;
        *late -= here;
        *left -= here;
    }
}

/// All that a row asks for without penalty.
pub(super) fn asked(parts: Parts) -> Money {
    parts.principal + parts.interest + parts.fees
}
