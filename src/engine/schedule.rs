//! The instalments of a contract, and what was paid of them (numbers.md S1–S6).
//!
//! Promises: the contract's figures unchanged by events; `paid` and `open` leave out penalty (S5).

use chrono::NaiveDate;

use crate::domain::contract::Contract;
use crate::domain::debt::Debt;
use crate::domain::money::Money;
use crate::domain::schedule::{Schedule, ScheduleRow};

use super::EngineError;
use super::account::{Account, Row};
use super::payments::asked;
use super::rows::contract_rows;

/// The schedule of a contract, nothing paid.
///
/// # Errors
/// [`EngineError::NoPayments`] for a contract without rows, [`EngineError::TooManyRows`] beyond 1200,
/// [`EngineError::PaymentTooSmall`] where a level payment would not exceed the first interest (S1).
pub fn contract_schedule(contract: &Contract) -> Result<Schedule, EngineError> {
    let rows = contract_rows(contract)?
        .iter()
        .map(|row| {
            let amount = row.principal + row.interest + row.fee;
            ScheduleRow {
                n: row.n,
                due: row.period.due,
                opening: row.opening,
                principal: row.principal,
                interest: row.interest,
                fee: row.fee,
                amount,
                closing: row.opening - row.principal,
                paid: Money::ZERO,
                open: amount,
            }
        })
        .collect();
    Ok(Schedule::new(rows)?)
}

/// The schedule of a debt's contract with its dated fees, what was paid by a date and what each row still asks
/// for after pauses, acceleration or early pay-off; waiting credit counts as paid, next row first (S5). A fee
/// on a date without an instalment makes a row of its own, numbered 0.
///
/// # Errors
/// [`EngineError::NoContract`] without a contract; else as [`contract_schedule`].
pub fn schedule(debt: &Debt, as_of: NaiveDate) -> Result<Schedule, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let account = Account::of_contract(debt, contract, as_of)?;
    let mut rows = with_fees(debt, contract_schedule(contract)?.into_rows());
    // Acceleration moves due dates but not the order of rows, so fees and instalments are paired in turn.
    let mut instalments = account.rows.iter().filter(|row| row.n > 0);
    let mut fees = account.rows.iter().filter(|row| row.n == 0);
    for row in &mut rows {
        let walked = if row.n > 0 {
            instalments.next()
        } else {
            fees.next()
        };
        if let Some(walked) = walked {
            show(row, walked);
        }
    }
    let mut waiting = account.waiting;
    for row in &mut rows {
        let here = waiting.min(row.open);
        row.paid += here;
        row.open -= here;
        waiting -= here;
    }
    Ok(Schedule::new(rows)?)
}

fn show(row: &mut ScheduleRow, walked: &Row) {
    row.paid = asked(walked.paid);
    row.open = asked(walked.open()).max(Money::ZERO);
}

/// Dated fees join the last row of their date, or make rows of their own (S3).
fn with_fees(debt: &Debt, mut rows: Vec<ScheduleRow>) -> Vec<ScheduleRow> {
    for fee in &debt.fees {
        if let Some(row) = rows.iter_mut().rev().find(|row| row.due == fee.on) {
            row.fee += fee.amount;
            row.amount += fee.amount;
            continue;
        }
        let place = rows.partition_point(|row| row.due <= fee.on);
        let balance = rows.get(place).map_or(Money::ZERO, |next| next.opening);
        rows.insert(
            place,
            ScheduleRow {
                n: 0,
                due: fee.on,
                opening: balance,
                principal: Money::ZERO,
                interest: Money::ZERO,
                fee: fee.amount,
                amount: fee.amount,
                closing: balance,
                paid: Money::ZERO,
                open: fee.amount,
            },
        );
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::DayCount;
    use crate::domain::contract::Method;
    use crate::domain::rate::Rate;

    fn loan() -> Contract {
        Contract {
            principal: Money::parse("12000").unwrap(),
            net_received: None,
            disbursed: Some("2025-08-10".parse().unwrap()),
            rates: vec![crate::domain::RateFrom {
                from: None,
                rate: "18%/year".parse::<Rate>().unwrap(),
            }],
            method: Method::EqualInstalment,
            count: 12,
            first_due: "2025-09-10".parse().unwrap(),
            day_count: DayCount::Thirty360,
            penalty: None,
            compound: false,
            allocation: None,
            allocation_scope: None,
            fee_per_instalment: Money::ZERO,
            rows: Vec::new(),
            purpose: None,
            number: None,
        }
    }

    #[test]
    fn the_loan_of_the_manual_pays_1100_16_s2() {
        // 12000 × 0.015 / (1 − 1.015^-12) = 1100.1599…; row 1 interest 12000 × 1.5 % = 180.00
        let schedule = contract_schedule(&loan()).unwrap();
        let amounts: Vec<String> = schedule
            .rows()
            .iter()
            .map(|row| row.amount.to_string())
            .collect();
        assert_eq!(amounts[..11], vec!["1100.16".to_owned(); 11]);
        assert_eq!(schedule.rows()[0].interest, Money::parse("180").unwrap());
    }
}
