//! How the fit of an offer with what can be offered comes about, month by month (numbers.md M2, M3).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::build::{line, money, result_of};
use super::capacity::{Carry, one_month};
use crate::domain::calendar::month_start;
use crate::domain::id::DebtId;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::simulation::Simulation;
use crate::domain::working::{About, Formula, Origin, Working};
use crate::engine::EngineError;
use crate::engine::capacity::capacity;
use crate::engine::simulate::{months_until, payments};

/// Months told one by one unless all are asked for.
const TOLD: usize = 1;

/// What an offer asks of each month against what can be offered in it, this debt's own offers left out. It ends with
/// the first month that is short, if there is one.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn of_offer(
    ledger: &Ledger,
    debt: &DebtId,
    as_of: NaiveDate,
    offer: &Simulation,
    prefix: &str,
) -> Result<Vec<Working>, EngineError> {
    if offer.fits.is_none() {
        return Ok(Vec::new());
    }
    let months = months_until(as_of, offer.ends_on);
    let capacity = capacity(ledger, as_of, months, Some(debt))?;
    let mut asked: BTreeMap<NaiveDate, Vec<(NaiveDate, Money)>> = BTreeMap::new();
    for (on, amount) in payments(as_of, offer) {
        asked.entry(month_start(on)).or_default().push((on, amount));
    }
    let mut all = Vec::new();
    let mut carry = Carry::default();
    let mut drawn = Money::ZERO;
    let mut told = 0_usize;
    for month in &capacity.months {
        let paid = asked.get(&month.month).cloned().unwrap_or_default();
        let amount: Money = paid.iter().map(|(_, amount)| *amount).sum();
        drawn = drawn.min(month.from_carried);
        let left = month.offerable - drawn - amount;
        let short = left.is_negative();
        let detail = (told >= TOLD || paid.is_empty()) && !short;
        let mut steps = one_month(ledger, &capacity, month, &mut carry, detail)?;
        for working in &mut steps {
            rename(working, prefix);
        }
        if !paid.is_empty() {
            told = told.saturating_add(1);
            steps.push(fit(&steps, (month.month, &paid), (drawn, left), prefix).detailed(detail));
        }
        all.extend(steps);
        if short {
            break;
        }
        let ordinary = month.offerable - month.from_carried - month.from_one_offs;
        drawn += amount.less(ordinary);
    }
    Ok(all)
}

/// What is left over in a month, or missing.
fn fit(
    steps: &[Working],
    asked: (NaiveDate, &[(NaiveDate, Money)]),
    found: (Money, Money),
    prefix: &str,
) -> Working {
    let (month, paid) = asked;
    let (drawn, left) = found;
    let lines = paid
        .iter()
        .map(|(on, amount)| {
            let about = About::on(*on);
            let from = Origin::Rule("M3");
            line(
                about.clone(),
                money(Quantity::RowAmount, about, *amount, from),
                *amount,
            )
        })
        .collect();
    let mut offerable = steps.last().map_or(Formula::Number(0), result_of);
    if !drawn.is_zero() {
        offerable = offerable.less(money(
            Quantity::Drawn,
            About::default(),
            drawn,
            Origin::Rule("M2"),
        ));
    }
    let id = format!("{prefix}{}.fit", month.format("%Y-%m"));
    let working = if left.is_negative() {
        let formula = Formula::Lines.less(offerable);
        Working::amount(
            id,
            Quantity::Short,
            formula,
            Money::ZERO - left,
            &["M2", "M3"],
        )
    } else {
        let formula = offerable.less(Formula::Lines);
        Working::amount(id, Quantity::Spare, formula, left, &["M2", "M3"])
    };
    working.about(About::month(month)).adding(lines)
}

/// Gives a month's working, and what it refers to, the ids of this offer.
fn rename(working: &mut Working, prefix: &str) {
    working.id = format!("{prefix}{}", working.id);
    working.formula.refer(&|id| format!("{prefix}{id}"));
    for line in &mut working.lines {
        line.formula.refer(&|id| format!("{prefix}{id}"));
    }
}
