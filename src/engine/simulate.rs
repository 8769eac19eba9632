//! What an offer comes to: terms applied to a position, laid out row by row, beside two baselines
//! (numbers.md O1–O8).
//!
//! Promises: terms apply in one order, however typed; waivers round half-up once; a plan bears the contract
//! rate from the day of the offer, never the penalty rate; every refusal is named.
//! Leaves to others: the position itself (`position`), the rows' arithmetic (`plan_rows`), what can be
//! paid (`capacity`).

use chrono::NaiveDate;

use crate::domain::Capacity;
use crate::domain::calendar::{month_start, months_and_days};
use crate::domain::contract::Method;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{ArrearsMode, Portion, Settle, Terms};
use crate::domain::parts::{Part, Parts};
use crate::domain::promise::DayCheck;
use crate::domain::simulation::{
    AnnualRates, Baseline, BaselineKind, Comparison, PlanRow, Simulation,
};

use super::EngineError;
use super::annual_rate::{Flow, rates};
use super::capacity::{capacity, first_misfit};
use super::plan_dates::dues;
use super::plan_rows::{Layout, MOST_ROWS, lay_out, simple_interest};
use super::promises::days;

pub use super::plan_base::{ContractDates, PlanBase, base_of};

/// In which order a payment at once is applied (O3).
const PAY_NOW_ORDER: [Part; 4] = [Part::Fees, Part::Penalty, Part::Interest, Part::Principal];
/// From which parts what a settlement leaves counts as waived (O3).
const SETTLE_ORDER: [Part; 4] = [Part::Penalty, Part::Fees, Part::Interest, Part::Principal];

/// What one offer comes to. What is saved against doing nothing is measured on its own last day;
/// [`compare`] measures all offers on the latest.
///
/// # Errors
/// [`EngineError`] names the term that cannot be applied and why.
pub fn simulate(base: &PlanBase, terms: &Terms) -> Result<Simulation, EngineError> {
    let terms = terms.clone().checked()?;
    let mut left = base.position;
    let mut waived = waive(&mut left, &terms)?;
    let paid_now = pay_now(&mut left, &terms)?;
    if let Some(settle) = terms.settle {
        waived += settled_for(&mut left, settle)?;
    }
    let rows = if left.total().is_positive() {
        rows(base, &terms, &left)?
    } else {
        Vec::new()
    };
    let amount = |row: Option<&PlanRow>| row.map_or(paid_now, |row| row.amount);
    let total = paid_now + rows.iter().map(|row| row.amount).sum::<Money>();
    let ends_on = rows.last().map_or(base.as_of, |row| row.due);
    Ok(Simulation {
        base: left,
        waived,
        paid_now,
        total,
        count: u32::try_from(rows.len()).unwrap_or(MOST_ROWS),
        first_payment: amount(rows.first()),
        peak_payment: amount(rows.iter().max_by_key(|row| row.amount)),
        last_payment: amount(rows.last()),
        ends_on,
        rates: annual_rates(base, &left, &rows),
        saved_against_today: base.position.total() - total,
        saved_against_nothing: base.nothing_until(ends_on)?.total() - total,
        fits: None,
        short: None,
        days: DayCheck::default(),
        terms,
        rows,
    })
}

/// A refused level payment with the number of instalments that works. Fewer instalments are larger, so the numbers
/// that work are those up to some most, found by halving.
fn with_most_that_work(base: &PlanBase, terms: &Terms, error: EngineError) -> EngineError {
    let (
        EngineError::PaymentTooSmall {
            payment, interest, ..
        },
        Some(asked),
    ) = (&error, terms.instalments)
    else {
        return error;
    };
    let works = |count: u32| {
        let fewer = Terms {
            instalments: Some(count),
            ..terms.clone()
        };
        simulate(base, &fewer).is_ok()
    };
    let (mut most, mut refused) = (0_u32, asked);
    while refused.saturating_sub(most) > 1 {
        let middle = most.midpoint(refused);
        if works(middle) {
            most = middle;
        } else {
            refused = middle;
        }
    }
    EngineError::PaymentTooSmall {
        payment: *payment,
        interest: *interest,
        most: (most > 0).then_some(most),
    }
}

/// Offers side by side, with both baselines (O7) and, where capacity is known, whether each month fits.
///
/// # Errors
/// As [`simulate`]; of several offers the one that cannot be applied is named.
pub fn compare(
    base: &PlanBase,
    offers: &[Terms],
    capacity: Option<&Capacity>,
) -> Result<Comparison, EngineError> {
    let several = offers.len() > 1;
    let mut simulations = Vec::with_capacity(offers.len());
    for terms in offers {
        let simulation = simulate(base, terms).map_err(|error| {
            let error = with_most_that_work(base, terms, error);
            if several {
                EngineError::InOffer {
                    terms: Box::new(terms.clone()),
                    error: Box::new(error),
                }
            } else {
                error
            }
        })?;
        simulations.push(simulation);
    }
    let latest = simulations
        .iter()
        .map(|simulation| simulation.ends_on)
        .max()
        .unwrap_or(base.as_of);
    let nothing = base.nothing_until(latest)?;
    for simulation in &mut simulations {
        simulation.saved_against_nothing = nothing.total() - simulation.total;
        if let Some(capacity) = capacity {
            try_on(base, simulation, capacity);
        }
    }
    Ok(Comparison {
        as_of: base.as_of,
        position: base.position,
        baselines: vec![
            Baseline {
                kind: BaselineKind::Today,
                on: base.as_of,
                parts: base.position,
            },
            Baseline {
                kind: BaselineKind::Nothing,
                on: latest,
                parts: nothing,
            },
        ],
        offers: simulations,
    })
}

/// Offers for a debt of a ledger side by side, tried against what can be offered each month (M2, this debt's
/// own replaced offers left out) and, for the first 60 days, each day (M7). Without any income or expense
/// there is no budget to fit, and `fits` stays unknown.
///
/// # Errors
/// As [`compare`].
pub fn compare_within(
    ledger: &Ledger,
    debt: &DebtId,
    base: &PlanBase,
    offers: &[Terms],
) -> Result<Comparison, EngineError> {
    let mut found = compare(base, offers, None)?;
    if ledger.incomes.is_empty() && ledger.expenses.is_empty() {
        return Ok(found);
    }
    let latest = found.offers.iter().map(|offer| offer.ends_on).max();
    let months = months_until(base.as_of, latest.unwrap_or(base.as_of));
    let capacity = capacity(ledger, base.as_of, months, Some(debt))?;
    for simulation in &mut found.offers {
        try_on(base, simulation, &capacity);
        let asked = payments(base.as_of, simulation);
        simulation.days = days(ledger, base.as_of, &capacity, &asked, Some(debt))?;
    }
    Ok(found)
}

fn try_on(base: &PlanBase, simulation: &mut Simulation, capacity: &Capacity) {
    simulation.short = first_misfit(capacity, &payments(base.as_of, simulation));
    simulation.fits = Some(simulation.short.is_none());
}

/// The payments an offer asks for, the one at once included.
#[must_use]
pub fn payments(as_of: NaiveDate, simulation: &Simulation) -> Vec<(NaiveDate, Money)> {
    std::iter::once((as_of, simulation.paid_now))
        .chain(simulation.rows.iter().map(|row| (row.due, row.amount)))
        .filter(|(_, amount)| amount.is_positive())
        .collect()
}

/// How many months, the running one included, a statement of capacity needs to reach an offer's last day.
#[must_use]
pub fn months_until(as_of: NaiveDate, last: NaiveDate) -> u32 {
    let start = month_start(as_of);
    let (months, _) = months_and_days(start, month_start(last));
    u32::try_from(months).unwrap_or(MOST_ROWS).saturating_add(1)
}

/// Takes the waivers out of what is owed (O2).
fn waive(left: &mut Parts, terms: &Terms) -> Result<Parts, EngineError> {
    let mut waived = Parts::ZERO;
    for &(part, portion) in &terms.waive {
        let there = left.get(part);
        let asked = match portion {
            Portion::All => there,
            Portion::Percent(percent) => there.share(percent.factor())?.settled(),
            Portion::Amount(amount) => amount,
        };
        if asked > there {
            return Err(EngineError::WaivesTooMuch { part, asked, there });
        }
        *left.get_mut(part) -= asked;
        *waived.get_mut(part) += asked;
    }
    Ok(waived)
}

fn pay_now(left: &mut Parts, terms: &Terms) -> Result<Money, EngineError> {
    let asked = terms.pay_now.unwrap_or(Money::ZERO);
    let there = left.total();
    if asked > there {
        return Err(EngineError::PaysTooMuch { asked, there });
    }
    left.take(asked, &PAY_NOW_ORDER);
    Ok(asked)
}

/// Leaves the settlement's amount and returns what it waives.
fn settled_for(left: &mut Parts, settle: Settle) -> Result<Parts, EngineError> {
    let there = left.total();
    if settle.amount > there {
        return Err(EngineError::PaysTooMuch {
            asked: settle.amount,
            there,
        });
    }
    Ok(left.take(there - settle.amount, &SETTLE_ORDER))
}

fn rows(base: &PlanBase, terms: &Terms, left: &Parts) -> Result<Vec<PlanRow>, EngineError> {
    let dues = dues(base, terms)?;
    let accrual = base.accrual(terms);
    // Interest of the deferral is simple and joins the arrears (O6).
    let deferral = simple_interest(left.principal, &accrual, base.as_of, dues.start)?;
    let mut rows = lay_out(&Layout {
        start: dues.start,
        dues: dues.dates,
        principal: left.principal,
        arrears: left.total() - left.principal + deferral,
        accrual,
        method: terms.method.unwrap_or(Method::EqualInstalment),
        mode: terms.arrears.unwrap_or(ArrearsMode::Spread),
    })?;
    if terms.settle.is_some() {
        split_settlement(&mut rows, left.total());
    }
    Ok(rows)
}

/// A settlement in parts is one amount split evenly (O3, S1); each part is principal as the principal
/// splits, and arrears for the rest, which is never negative as the whole is never less than its principal.
fn split_settlement(rows: &mut [PlanRow], amount: Money) {
    let count = u32::try_from(rows.len()).unwrap_or(MOST_ROWS);
    for (row, part) in rows.iter_mut().zip(amount.split(count)) {
        row.amount = part;
        row.arrears = part - row.principal;
    }
}

/// The annual rate of what the plan costs from here: what is left is received, the rows repay it (O8).
fn annual_rates(base: &PlanBase, left: &Parts, rows: &[PlanRow]) -> AnnualRates {
    let Some(_) = rows.first() else {
        return AnnualRates::default();
    };
    if rows.iter().map(|row| row.amount).sum::<Money>() == left.total() {
        return AnnualRates {
            simple: Some(0.0),
            compounded: Some(0.0),
            dated: Some(0.0),
            roots: 1,
            ..AnnualRates::default()
        };
    }
    let flows: Vec<Flow> = std::iter::once(Flow {
        on: base.as_of,
        amount: left.total(),
    })
    .chain(rows.iter().map(|row| Flow {
        on: row.due,
        amount: -row.amount,
    }))
    .collect();
    rates(&flows)
}
