//! How the rows of `schedule` come about.

use chrono::NaiveDate;

use super::build::{line, money, result_of};
use super::laid::Rows;
use super::owed::Reading;
use super::pieces::{Rates, written};
use super::status::by_contract;
use crate::domain::contract::{Contract, Method};
use crate::domain::debt::Debt;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::quantity::Quantity;
use crate::domain::rate::Rate;
use crate::domain::schedule::{Schedule, ScheduleRow};
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Group, Line, Origin, Rounding, Working};
use crate::engine::EngineError;
use crate::engine::account::Row;
use crate::engine::accrual::Accrual;
use crate::engine::rows::{Laid, Layout, periods};

/// The workings of a contract given by flags.
///
/// # Errors
/// As [`contract_schedule`](crate::engine::schedule::contract_schedule).
pub fn of_contract(contract: &Contract, schedule: &Schedule) -> Result<Group, EngineError> {
    let written: Vec<Rate> = contract.rates.iter().map(|rate| rate.rate).collect();
    let accrual = Accrual::of_contract(contract);
    let rates = Rates::asked(&accrual, &written);
    let workings = all(contract, schedule, rates, Origin::Asked, None)?;
    Ok(Group {
        name: String::new(),
        workings,
    })
}

/// The workings of a debt's schedule on a day, payments included.
///
/// # Errors
/// [`EngineError::NoContract`] without a contract; else as [`schedule`](crate::engine::schedule::schedule).
pub fn of_debt(debt: &Debt, as_of: NaiveDate, schedule: &Schedule) -> Result<Group, EngineError> {
    let contract = debt.contract.as_ref().ok_or(EngineError::NoContract)?;
    let written = written(debt);
    let accrual = Accrual::of_contract(contract);
    let rates = Rates::of(&accrual, &written);
    let reading = by_contract(debt, as_of, "", false)?;
    let from = Origin::Ledger("debt.contract.principal");
    let mut workings = Vec::new();
    if let Some(reading) = &reading {
        workings.extend(reading.paid()?);
    }
    workings.extend(all(contract, schedule, rates, from, reading.as_ref())?);
    Ok(Group {
        name: String::new(),
        workings,
    })
}

fn all(
    contract: &Contract,
    schedule: &Schedule,
    rates: Rates<'_>,
    from: Origin,
    reading: Option<&Reading<'_>>,
) -> Result<Vec<Working>, EngineError> {
    let plain: Vec<&ScheduleRow> = schedule.rows().iter().filter(|row| row.n > 0).collect();
    let laid: Vec<Laid> = plain
        .iter()
        .map(|row| Laid {
            principal: row.principal,
            interest: row.interest,
        })
        .collect();
    let counted = match &from {
        Origin::Ledger(_) => Origin::Ledger("debt.contract.count"),
        other => other.clone(),
    };
    let capital = money(Quantity::Lent, About::default(), contract.principal, from);
    let mut rows = if contract.method == Method::Custom {
        vec![Vec::new(); laid.len()] // as typed: there is nothing to work out
    } else {
        Rows {
            layout: Layout {
                accrual: rates.accrual(),
                method: contract.method,
                original: contract.principal,
                principal: contract.principal,
                periods: &periods(contract).collect::<Vec<_>>(),
                extra: 0,
            },
            rates,
            laid: &laid,
            capital,
            prefix: String::new(),
            counted,
        }
        .workings()?
    }
    .into_iter();
    let mut workings = Vec::new();
    let (mut instalments, mut fees) = (0, 0);
    for (place, row) in schedule.rows().iter().enumerate() {
        if row.n > 0 {
            workings.extend(rows.next().unwrap_or_default());
        }
        let detail = place >= super::laid::TOLD;
        let amount = amount(contract, row, &workings, place);
        workings.push(amount.clone().detailed(detail));
        let Some(reading) = reading else { continue };
        let walked = walked(
            reading,
            row.n,
            if row.n > 0 {
                &mut instalments
            } else {
                &mut fees
            },
        );
        if let Some(walked) = walked {
            let used = paid_and_open(reading, row, walked, &amount);
            workings.extend(used.into_iter().map(|one| one.detailed(detail)));
        }
    }
    workings.extend(totals(schedule, reading.is_some()));
    Ok(workings)
}

/// All of a row: principal, interest and fee.
fn amount(contract: &Contract, row: &ScheduleRow, workings: &[Working], place: usize) -> Working {
    let about = About::row(row.n, row.due);
    let figure = |name: &str, quantity, amount: Money| {
        let id = format!("row-{}.{name}", row.n);
        let typed = || {
            let key = if contract.method == Method::Custom {
                "debt.due"
            } else {
                "debt.fee"
            };
            money(quantity, about.clone(), amount, Origin::Ledger(key))
        };
        super::owed::find(workings, &id)
            .filter(|_| row.n > 0)
            .map_or_else(typed, result_of)
    };
    let mut terms = Vec::new();
    if row.n > 0 {
        terms.push(figure("principal", Quantity::RowPrincipal, row.principal));
        terms.push(figure("interest", Quantity::RowInterest, row.interest));
    }
    let each = contract.fee_per_instalment;
    let regular = if row.n > 0 { each } else { Money::ZERO };
    if !regular.is_zero() {
        let key = Origin::Ledger("debt.contract.fee-per-instalment");
        terms.push(money(Quantity::RowFee, about.clone(), regular, key));
    }
    if row.fee != regular {
        let key = Origin::Ledger("debt.fee");
        terms.push(money(
            Quantity::RowFee,
            about.clone(),
            row.fee - regular,
            key,
        ));
    }
    let id = format!(
        "row-{}.amount",
        if row.n > 0 {
            row.n.to_string()
        } else {
            format!("fee-{}", place.saturating_add(1))
        }
    );
    Working::amount(
        id,
        Quantity::RowAmount,
        Formula::sum(terms),
        row.amount,
        &["S2", "S3"],
    )
    .about(about)
}

/// The walked row of a schedule row: instalments and fees are paired in turn.
fn walked<'a>(reading: &'a Reading<'_>, n: u32, place: &mut usize) -> Option<&'a Row> {
    let rows = reading.account().rows.iter();
    let found = rows.filter(|row| (row.n > 0) == (n > 0)).nth(*place);
    *place = place.saturating_add(1);
    found
}

/// What was paid of a row, and what it still asks for (S5).
fn paid_and_open(
    reading: &Reading<'_>,
    row: &ScheduleRow,
    walked: &Row,
    amount: &Working,
) -> Vec<Working> {
    let about = About::row(row.n, row.due);
    let mut terms: Vec<Formula> = Vec::new();
    for part in Part::ALL.iter().filter(|part| **part != Part::Penalty) {
        let paid = walked.paid.get(*part);
        if !paid.is_zero() {
            let from = Origin::Working(reading.id(&format!("paid.{part}")));
            terms.push(money(
                Quantity::PaidOfRow,
                about.clone().in_part(*part),
                paid,
                from,
            ));
        }
    }
    let allocated = walked.paid.total() - walked.paid.penalty;
    let waits = row.paid - allocated;
    if waits.is_positive() {
        terms.push(money(
            Quantity::Waiting,
            about.clone(),
            waits,
            Origin::Rule("A3"),
        ));
    }
    let id = |name: &str| amount.id.replace(".amount", name);
    let paid = Working::amount(
        id(".paid"),
        Quantity::RowPaid,
        Formula::sum(terms),
        row.paid,
        &["S5", "A1"],
    )
    .about(about.clone());
    let (all, lines) = if row.amount - row.paid == row.open {
        (result_of(amount), Vec::new())
    } else {
        (Formula::Lines, changed(reading, walked))
    };
    let open = Working::amount(
        id(".open"),
        Quantity::RowOpen,
        all.less(result_of(&paid)),
        row.open,
        &["S5"],
    )
    .about(about)
    .adding(lines);
    vec![paid, open]
}

/// What a row asks for after pauses, acceleration, pay-off or a prepayment.
fn changed(reading: &Reading<'_>, walked: &Row) -> Vec<Line> {
    let asks: Parts = walked.asks;
    let mut lines = Vec::new();
    for &part in Part::ALL {
        let amount = asks.get(part);
        if amount.is_zero() || part == Part::Penalty {
            continue;
        }
        let about = About::row(walked.n, walked.due).in_part(part);
        let plain = || {
            let leaf = money(
                Quantity::Asked,
                about.clone(),
                amount,
                Origin::Schedule(walked.n),
            );
            (leaf, Rounding::Exact)
        };
        let (formula, rounding) = if part == Part::Interest {
            reading
                .grown(walked, walked.due, amount)
                .unwrap_or_else(|_| plain())
        } else {
            plain()
        };
        lines.push(line(about, formula, amount).rounded(rounding));
    }
    lines
}

/// The sums of the columns.
fn totals(schedule: &Schedule, with_payments: bool) -> Vec<Working> {
    type Column = (&'static str, Quantity, fn(&ScheduleRow) -> Money);
    let columns: [Column; 6] = [
        ("principal", Quantity::RowPrincipal, |row| row.principal),
        ("interest", Quantity::RowInterest, |row| row.interest),
        ("fee", Quantity::RowFee, |row| row.fee),
        ("amount", Quantity::RowAmount, |row| row.amount),
        ("paid", Quantity::RowPaid, |row| row.paid),
        ("open", Quantity::RowOpen, |row| row.open),
    ];
    columns
        .into_iter()
        .take(if with_payments { 6 } else { 4 })
        .filter_map(|(name, quantity, of)| {
            let lines: Vec<Line> = schedule
                .rows()
                .iter()
                .filter(|row| !of(row).is_zero())
                .map(|row| {
                    let about = About::row(row.n, row.due);
                    let leaf = money(quantity, about.clone(), of(row), Origin::Schedule(row.n));
                    line(about, leaf, of(row))
                })
                .collect();
            let sum: Money = schedule.rows().iter().map(of).sum();
            (!lines.is_empty()).then(|| {
                Working::amount(
                    format!("total.{name}"),
                    Quantity::ColumnTotal,
                    Formula::Lines,
                    sum,
                    &["S1"],
                )
                .about(About {
                    of: Some(quantity),
                    ..About::default()
                })
                .adding(lines)
            })
        })
        .collect()
}
