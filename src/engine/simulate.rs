//! What an offer comes to: terms applied to a position, laid out row by row, beside two baselines
//! (numbers.md O1–O8).
//!
//! Promises: terms apply in one order, however typed; waivers round half-up once; a plan bears the contract
//! rate from the day of the offer, never the penalty rate; every refusal is named.
//! Leaves to others: the position itself (`position`), the rows' arithmetic (`plan_rows`), what can be
//! paid (`capacity`).

use chrono::NaiveDate;

use crate::domain::calendar::{DayCount, DueDates, months_and_days, plus_months};
use crate::domain::contract::{Contract, Method, PenaltyTerm};
use crate::domain::debt::Debt;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::{ArrearsMode, Portion, Settle, Terms};
use crate::domain::parts::{Part, Parts};
use crate::domain::position::{Basis, Position};
use crate::domain::rate::Rate;
use crate::domain::simulation::{
    AnnualRates, Baseline, BaselineKind, Comparison, PlanRow, Simulation,
};
use crate::domain::{Capacity, Exact};

use super::EngineError;
use super::annual_rate::{Flow, Step, rates_by};
use super::capacity::first_misfit;
use super::plan_rows::{Layout, MOST_ROWS, lay_out};

/// In which order a payment at once is applied (O3).
const PAY_NOW_ORDER: [Part; 4] = [Part::Fees, Part::Penalty, Part::Interest, Part::Principal];
/// From which parts what a settlement leaves counts as waived (O3).
const SETTLE_ORDER: [Part; 4] = [Part::Penalty, Part::Fees, Part::Interest, Part::Principal];

/// The due dates of a contract, as far as an extension needs them (O5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ContractDates {
    /// The date the others are counted from.
    pub anchor: NaiveDate,
    /// The last due date.
    pub end: NaiveDate,
}

/// What offers are simulated from: a position, and the terms of the contract that go on.
#[derive(Clone, Debug)]
pub struct PlanBase {
    /// The day of the offer.
    pub as_of: NaiveDate,
    /// What is owed on it.
    pub position: Parts,
    /// The contract rate in force; `None` where none is known, and the plan then bears no interest.
    pub rate: Option<Rate>,
    /// Day count.
    pub day_count: DayCount,
    /// The penalty, if known: what doing nothing costs.
    pub penalty: Option<PenaltyTerm>,
    /// Penalty rate also on unpaid interest.
    pub compound: bool,
    /// The contract's due dates, if known.
    pub contract: Option<ContractDates>,
    /// Monthly instalments remaining, where no contract is known (`--remaining`).
    pub remaining: Option<u32>,
}

impl PlanBase {
    /// From a position alone: no rate, no contract, `30/360` (D5).
    #[must_use]
    pub fn new(as_of: NaiveDate, position: Parts) -> PlanBase {
        PlanBase {
            as_of,
            position,
            rate: None,
            day_count: DayCount::Thirty360,
            penalty: None,
            compound: false,
            contract: None,
            remaining: None,
        }
    }

    /// From a debt and its position. A card without a contract bears its daily rate (P5).
    #[must_use]
    pub fn of_debt(debt: &Debt, position: &Position) -> PlanBase {
        let mut base = PlanBase::new(position.as_of, position.parts);
        if let Some(contract) = &debt.contract {
            base.rate = rate_in_force(contract, position.as_of);
            base.day_count = contract.day_count;
            base.penalty = contract.penalty;
            base.compound = contract.compound;
            base.contract = Some(contract_dates(contract));
        }
        let daily = debt.card.as_ref().and_then(|card| card.daily_rate);
        base.rate = base.rate.or(daily);
        base
    }

    /// The factor of interest a year the contract bears from the day of the offer (O4).
    fn yearly(&self, terms: &Terms) -> Result<Exact, EngineError> {
        if terms.freeze || terms.settle.is_some() {
            return Ok(Exact::ZERO);
        }
        match terms.rate.or(self.rate) {
            Some(rate) => Ok(rate.per_year(self.day_count)?),
            None => Ok(Exact::ZERO),
        }
    }

    /// The position on a later day if nothing is paid until then (O7): principal bears the penalty rate,
    /// else the contract rate, else nothing; interest bears it only with `compound` (P5).
    ///
    /// # Errors
    /// [`EngineError::TooLarge`] beyond the limits of input.
    pub fn nothing_until(&self, date: NaiveDate) -> Result<Parts, EngineError> {
        let Some(rate) = self.rate else {
            if let Some(PenaltyTerm::Own(own)) = self.penalty {
                return self.rolled(own.per_year(self.day_count)?, Part::Penalty, date);
            }
            return Ok(self.position);
        };
        let yearly = rate.per_year(self.day_count)?;
        match self.penalty {
            Some(PenaltyTerm::Own(own)) => {
                self.rolled(own.per_year(self.day_count)?, Part::Penalty, date)
            }
            Some(PenaltyTerm::Multiple(times)) => {
                self.rolled(yearly.times(times.factor())?, Part::Penalty, date)
            }
            None => self.rolled(yearly, Part::Interest, date),
        }
    }

    fn rolled(&self, yearly: Exact, into: Part, date: NaiveDate) -> Result<Parts, EngineError> {
        let factor = yearly.times(self.day_count.penalty_share(self.as_of, date)?)?;
        let bearing = if self.compound {
            self.position.principal + self.position.interest
        } else {
            self.position.principal
        };
        let mut parts = self.position;
        *parts.get_mut(into) += bearing.share(factor)?.settled();
        Ok(parts)
    }
}

fn rate_in_force(contract: &Contract, on: NaiveDate) -> Option<Rate> {
    contract
        .rates
        .iter()
        .rev()
        .find(|rate| rate.from.is_none_or(|from| from <= on))
        .or(contract.rates.first())
        .map(|rate| rate.rate)
}

fn contract_dates(contract: &Contract) -> ContractDates {
    if contract.method == Method::Custom
        && let Some(last) = contract.rows.last()
    {
        return ContractDates {
            anchor: last.on,
            end: last.on,
        };
    }
    let dates = DueDates {
        first: contract.first_due,
    };
    ContractDates {
        anchor: contract.first_due,
        end: dates.nth(contract.count.saturating_sub(1)),
    }
}

/// What offers for a debt of the ledger start from on a date (O1).
///
/// # Errors
/// [`EngineError::NothingKnown`] where nothing is known of what is owed.
pub fn base_of(_ledger: &Ledger, debt: &Debt, on: NaiveDate) -> Result<PlanBase, EngineError> {
    let claim = debt.newest_claim(on).ok_or(EngineError::NothingKnown)?;
    let position = Position {
        as_of: claim.on,
        basis: Basis::Claim,
        parts: claim.parts(),
        waiting: Money::ZERO,
        notes: Vec::new(),
        claimed: Some(claim.parts()),
        computed: None,
        agreed: None,
    };
    let mut base = PlanBase::of_debt(debt, &position);
    base.position = base.nothing_until(on)?;
    base.as_of = on;
    Ok(base)
}

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
        terms,
        rows,
    })
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
            simulation.short = first_misfit(capacity, &payments(base.as_of, simulation));
            simulation.fits = Some(simulation.short.is_none());
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
    let start = crate::domain::calendar::month_start(as_of);
    let (months, _) = months_and_days(start, crate::domain::calendar::month_start(last));
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

/// When a plan's rows fall due, and where its first period starts.
struct Dues {
    start: NaiveDate,
    dates: Vec<NaiveDate>,
}

fn rows(base: &PlanBase, terms: &Terms, left: &Parts) -> Result<Vec<PlanRow>, EngineError> {
    let dues = dues(base, terms)?;
    let yearly = base.yearly(terms)?;
    // Interest of the deferral is simple and joins the arrears (O6).
    let waiting = yearly.times(base.day_count.share(base.as_of, dues.start)?)?;
    let deferral = left.principal.share(waiting)?.settled();
    let mut rows = lay_out(&Layout {
        start: dues.start,
        dues: dues.dates,
        principal: left.principal,
        arrears: left.total() - left.principal + deferral,
        yearly,
        day_count: base.day_count,
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

fn dues(base: &PlanBase, terms: &Terms) -> Result<Dues, EngineError> {
    let as_of = base.as_of;
    let not_past = |date: NaiveDate| {
        if date < as_of {
            Err(EngineError::DateInPast { date, as_of })
        } else {
            Ok(date)
        }
    };
    let first_due = terms.first_due.map(not_past).transpose()?;
    let defer = terms.defer.unwrap_or(0);
    if let Some(count) = terms.instalments {
        return counted(as_of, first_due, defer, count);
    }
    if let Some(months) = terms.extend {
        return extended(base, first_due, defer, months);
    }
    if let Some(settle) = terms.settle {
        let by = settle.by.map(not_past).transpose()?;
        return Ok(Dues {
            start: as_of,
            dates: vec![by.or(first_due).unwrap_or(as_of)],
        });
    }
    Err(EngineError::NoPayments)
}

/// `count` monthly rows: as-of plus k months, or from the first due date (O5); a deferral moves the first.
fn counted(
    as_of: NaiveDate,
    first_due: Option<NaiveDate>,
    defer: u32,
    count: u32,
) -> Result<Dues, EngineError> {
    if count > MOST_ROWS || defer > MOST_ROWS {
        return Err(EngineError::TooManyRows);
    }
    let dates = match first_due {
        Some(first) => (0..count).map(|k| DueDates { first }.nth(k)).collect(),
        None => (1..=count)
            .map(|k| plus_months(as_of, i64::from(defer.saturating_add(k))))
            .collect(),
    };
    Ok(Dues {
        start: plus_months(as_of, i64::from(defer)),
        dates,
    })
}

/// Monthly rows until the later of contract end and as-of, plus `months` (O5). While the contract still
/// runs its own due days go on; after it the rows are as-of plus k months.
fn extended(
    base: &PlanBase,
    first_due: Option<NaiveDate>,
    defer: u32,
    months: u32,
) -> Result<Dues, EngineError> {
    let as_of = base.as_of;
    let (anchor, last) = match (base.contract, base.remaining) {
        (Some(contract), _) if contract.end > as_of => {
            let (whole, _) = months_and_days(contract.anchor, contract.end);
            let last = plus_months(contract.anchor, whole.saturating_add(i64::from(months)));
            (contract.anchor, last)
        }
        (Some(_), _) => (as_of, plus_months(as_of, i64::from(months))),
        (None, Some(remaining)) => {
            let all = remaining.saturating_add(months);
            (as_of, plus_months(as_of, i64::from(all)))
        }
        (None, None) => return Err(EngineError::ExtendNeedsEnd),
    };
    let mut dates = match first_due {
        Some(first) if first > last => {
            return Err(EngineError::FirstDueAfterEnd { first, last });
        }
        Some(first) => monthly(first, first, last)?,
        None => {
            let after = as_of.succ_opt().unwrap_or(as_of);
            monthly(anchor, after, last)?
        }
    };
    if dates.last() != Some(&last) {
        dates.push(last);
    }
    let skipped = usize::try_from(defer).map_err(|_| EngineError::TooManyRows)?;
    let start = skipped
        .checked_sub(1)
        .and_then(|before| dates.get(before).copied())
        .unwrap_or(as_of);
    let dates: Vec<NaiveDate> = dates.into_iter().skip(skipped).collect();
    if dates.is_empty() {
        return Err(EngineError::DefersPastEnd { defer, last });
    }
    Ok(Dues { start, dates })
}

/// The dates `anchor` plus whole months that lie between `from` and `to`, both included; before the anchor
/// too, where a contract's only known date is its last.
fn monthly(
    anchor: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<NaiveDate>, EngineError> {
    let mut month = if from > anchor {
        months_and_days(anchor, from).0
    } else {
        months_and_days(from, anchor).0.saturating_neg()
    };
    while plus_months(anchor, month) < from {
        month = month.saturating_add(1);
    }
    let mut dates = Vec::new();
    loop {
        let date = plus_months(anchor, month);
        if date > to {
            return Ok(dates);
        }
        if dates.len() >= usize::try_from(MOST_ROWS).unwrap_or(usize::MAX) {
            return Err(EngineError::TooManyRows);
        }
        dates.push(date);
        month = month.saturating_add(1);
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
            other_dated: None,
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
    rates_by(&flows, Step::Months(1))
}
