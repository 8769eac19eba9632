//! What a lender may grant, and the grid of plans that follows from it (numbers.md M4).
//!
//! Promises: nothing beyond the room; where no room is written, instalments only, up to 36 months (60 for
//! cards), and said to be supposed.

use chrono::NaiveDate;

use crate::domain::calendar::{month_start, plus_months};
use crate::domain::debt::Debt;
use crate::domain::ladder::Bounds;
use crate::domain::money::Money;
use crate::domain::offer::{Portion, Settle, Terms};
use crate::domain::parts::Part;
use crate::domain::rate::Percent;
use crate::domain::selection::{Choice, Origin};
use crate::domain::simulation::Simulation;

use super::EngineError;
use super::plan_base::PlanBase;
use super::simulate::{payments, simulate};

/// The months a plan may have (M4).
const MONTHS: [u32; 10] = [3, 6, 9, 12, 18, 24, 30, 36, 48, 60];
/// The longest plan supposed where no room is written: loans, cards.
const SUPPOSED_MONTHS: (u32, u32) = (36, 60);

/// The room of a debt, with its defaults.
#[must_use]
pub fn bounds(debt: &Debt) -> Bounds {
    let (loan, card) = SUPPOSED_MONTHS;
    let longest = if debt.is_card() { card } else { loan };
    let Some(room) = &debt.room else {
        return Bounds {
            max_months: longest,
            freeze: false,
            waive: Vec::new(),
            min_payment: None,
            latest_start: None,
            supposed: true,
        };
    };
    let mut waive = room.waive.clone();
    if let Some(cut) = room.principal_cut
        && !waive.iter().any(|(part, _)| *part == Part::Principal)
    {
        waive.push((Part::Principal, cut));
    }
    Bounds {
        max_months: room.max_months.unwrap_or(longest),
        freeze: room.freeze.unwrap_or(false),
        waive,
        min_payment: room.min_payment,
        latest_start: room.latest_start,
        supposed: false,
    }
}

/// The lengths of plans up to a limit: those of the grid, and the limit itself.
#[must_use]
pub fn lengths(limit: u32) -> Vec<u32> {
    let mut lengths: Vec<u32> = MONTHS
        .into_iter()
        .filter(|months| *months < limit)
        .collect();
    lengths.push(limit.max(1));
    lengths
}

/// How much of what may be waived a plan of the grid asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Share {
    None,
    Half,
    Most,
}

/// The first due date to propose: the one that suits the household, else a month from now, but no later than the
/// lender wants the first payment.
#[must_use]
pub fn first_due(
    bounds: &Bounds,
    as_of: NaiveDate,
    proposed: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let usual = proposed.unwrap_or(plus_months(as_of, 1));
    bounds
        .start_by(as_of)
        .filter(|latest| *latest < usual)
        .or(proposed)
}

/// The grid of a debt's room: everything at once, then months × waivers × freeze, each simulated. Plans that
/// cannot be laid out, pay less a month than the lender takes or begin too late for it are left out.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn grid(
    base: &PlanBase,
    bounds: &Bounds,
    first_due: Option<NaiveDate>,
) -> Result<Vec<Simulation>, EngineError> {
    let mut terms = vec![Terms {
        instalments: Some(1),
        first_due,
        ..Terms::default()
    }];
    terms.extend(rest(base, bounds, first_due));
    laid_out(base, bounds, terms)
}

/// The same grid where as much is paid at once as the instalments leave missing of a sum that has to be there by the
/// end of a month, from 0, in whole units of the currency: what keeps a debt from getting worse is not left to chance.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn grid_after(
    base: &PlanBase,
    bounds: &Bounds,
    first_due: Option<NaiveDate>,
    (last, needed): (usize, Money),
) -> Result<Vec<Simulation>, EngineError> {
    let owed = base.position.total();
    if needed >= owed {
        let closed = Terms {
            settle: Some(Settle {
                amount: owed,
                by: None,
            }),
            ..Terms::default()
        };
        return laid_out(base, bounds, vec![closed]);
    }
    let first = month_start(base.as_of);
    let mut plans = Vec::new();
    for mut terms in rest(base, bounds, first_due) {
        // What is paid at once makes the instalments a little smaller; rounded up, a second look is enough.
        for _ in 0..LOOKS {
            let Some(plan) = laid_out(base, bounds, vec![terms.clone()])?.pop() else {
                break;
            };
            let in_time = plan.rows.iter().filter(|row| place(first, row.due) <= last);
            let missing = needed.less(in_time.map(|row| row.amount).sum());
            if missing <= terms.pay_now.unwrap_or(Money::ZERO) {
                let closes = plan.rows.iter().any(|row| !row.amount.is_positive());
                plans.extend(terms.pay_now.filter(|_| !closes).map(|_| plan));
                break;
            }
            terms.pay_now = Some(whole_units(missing));
        }
    }
    Ok(plans)
}

/// How often a sum paid at once is worked out anew.
const LOOKS: u32 = 4;

/// Rounded up to whole units of the currency: a sum one says on the phone.
fn whole_units(amount: Money) -> Money {
    let minor = amount.minor();
    Money::from_minor(minor.saturating_add(99).div_euclid(100).saturating_mul(100))
}

/// Months × waivers × freeze.
fn rest(base: &PlanBase, bounds: &Bounds, first_due: Option<NaiveDate>) -> Vec<Terms> {
    let any_waiver = bounds
        .waive
        .iter()
        .any(|(part, percent)| !percent.is_zero() && base.position.get(*part).is_positive());
    let shares: &[Share] = if any_waiver {
        &[Share::None, Share::Half, Share::Most]
    } else {
        &[Share::None]
    };
    let freezes: &[bool] = if bounds.freeze {
        &[false, true]
    } else {
        &[false]
    };
    let mut terms = Vec::new();
    for months in lengths(bounds.max_months) {
        for &share in shares {
            for &freeze in freezes {
                terms.push(Terms {
                    waive: waivers(base, bounds, share),
                    freeze,
                    instalments: Some(months),
                    first_due,
                    ..Terms::default()
                });
            }
        }
    }
    terms
}

/// Of these terms those that can be laid out and that the room holds.
fn laid_out(
    base: &PlanBase,
    bounds: &Bounds,
    terms: Vec<Terms>,
) -> Result<Vec<Simulation>, EngineError> {
    let mut plans: Vec<Simulation> = Vec::with_capacity(terms.len());
    for terms in terms {
        match simulate(base, &terms) {
            Ok(plan) if within(&plan, bounds, base.as_of) => plans.push(plan),
            // What is paid at once may be more than the waivers leave, or all of it.
            Ok(_)
            | Err(
                EngineError::PaymentTooSmall { .. }
                | EngineError::PaysTooMuch { .. }
                | EngineError::NoPayments,
            ) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(plans)
}

fn waivers(base: &PlanBase, bounds: &Bounds, share: Share) -> Vec<(Part, Portion)> {
    let there = |part: &Part| base.position.get(*part).is_positive();
    let mut waive: Vec<(Part, Portion)> = bounds
        .waive
        .iter()
        .filter(|(part, percent)| there(part) && !percent.is_zero())
        .filter_map(|&(part, percent)| {
            let asked = match share {
                Share::None => return None,
                Share::Half => halved(percent),
                Share::Most => percent,
            };
            Some((part, portion(asked)))
        })
        .collect();
    waive.sort_by_key(|(part, _)| *part);
    waive
}

/// Half of a percentage, to the whole percent below, but at least one.
fn halved(percent: Percent) -> Percent {
    let half = percent.millionths().div_euclid(2);
    let whole = half.saturating_sub(half.rem_euclid(1_000_000));
    Percent::from_millionths(whole.max(1_000_000).min(percent.millionths()))
}

/// A percentage as a term says it.
#[must_use]
pub fn portion(percent: Percent) -> Portion {
    if percent >= Percent::FULL {
        Portion::All
    } else {
        Portion::Percent(percent)
    }
}

/// Whether a plan made on a day pays what the lender takes at least, and begins in time for it.
#[must_use]
pub fn within(plan: &Simulation, bounds: &Bounds, as_of: NaiveDate) -> bool {
    let begins = payments(as_of, plan).first().map(|(on, _)| *on);
    let in_time = bounds
        .start_by(as_of)
        .is_none_or(|latest| begins.is_none_or(|begins| begins <= latest));
    in_time && pays_enough(plan, bounds.min_payment)
}

/// Whether every payment but the last reaches what the lender takes at least.
#[must_use]
pub fn pays_enough(plan: &Simulation, least: Option<Money>) -> bool {
    let but_last = plan.rows.len().saturating_sub(1);
    least.is_none_or(|least| {
        plan.rows
            .iter()
            .take(but_last)
            .all(|row| row.amount >= least)
    })
}

/// A simulated plan as a choice: its payments by calendar month from that of as-of.
#[must_use]
pub fn choice(plan: &Simulation, as_of: NaiveDate, origin: Origin, terms: usize) -> Choice {
    let first = month_start(as_of);
    let mut months: Vec<Money> = Vec::new();
    for (on, amount) in payments(as_of, plan) {
        let at = place(first, on);
        if months.len() <= at {
            months.resize(at.saturating_add(1), Money::ZERO);
        }
        if let Some(sum) = months.get_mut(at) {
            *sum += amount;
        }
    }
    Choice {
        ends: place(first, plan.ends_on),
        payments: months,
        total: plan.total,
        origin,
        terms,
    }
}

/// The place of the month of a date, the month that starts on `first` being 0.
#[must_use]
pub fn place(first: NaiveDate, on: NaiveDate) -> usize {
    let months = crate::domain::calendar::months_and_days(first, month_start(on)).0;
    usize::try_from(months).unwrap_or(0)
}
