//! The ladder for one debt: opening, target and limit (numbers.md M6).
//!
//! Promises: the limit asks for the fewest things that fit the budget, in the order given; target and opening
//! ask for one and two more, within the room; opening never costs more than target, nor target than limit; no
//! rung asks for more in any month than can be paid. Where nothing fits, what would have to change.
//! Leaves to others: in which order things are granted (data), what to say (`letters`).

use crate::domain::Capacity;
use crate::domain::calendar::plus_months;
use crate::domain::ladder::{Ask, Bounds, Form, Ladder, Need, Rung, RungName};
use crate::domain::money::Money;
use crate::domain::offer::{Settle, Terms};
use crate::domain::parts::Part;
use crate::domain::rate::Percent;
use crate::domain::simulation::{Short, Simulation};

use super::EngineError;
use super::capacity::first_misfit;
use super::plan_base::PlanBase;
use super::room::{first_due, lengths, pays_enough, portion, within};
use super::simulate::{payments, simulate};

/// What can be paid.
#[derive(Clone, Copy, Debug)]
pub enum Means<'a> {
    /// So much a month, as said.
    Monthly(Money),
    /// What the household can offer, month by month.
    Capacity(&'a Capacity),
}

impl Means<'_> {
    /// The first month a plan cannot be kept.
    fn short(&self, base: &PlanBase, plan: &Simulation) -> Option<Short> {
        let asked = payments(base.as_of, plan);
        match self {
            Means::Capacity(capacity) => first_misfit(capacity, &asked),
            Means::Monthly(most) => {
                asked
                    .into_iter()
                    .find(|(_, amount)| amount > most)
                    .map(|(on, amount)| Short {
                        month: crate::domain::calendar::month_start(on),
                        by: amount - *most,
                    })
            }
        }
    }

    /// The same with more in every month.
    fn short_with(&self, more: Money, base: &PlanBase, plan: &Simulation) -> bool {
        match self {
            Means::Monthly(most) => Means::Monthly(*most + more).short(base, plan).is_some(),
            Means::Capacity(capacity) => {
                let mut richer = (*capacity).clone();
                richer.offerable += more;
                for month in &mut richer.months {
                    month.offerable += more;
                }
                first_misfit(&richer, &payments(base.as_of, plan)).is_some()
            }
        }
    }
}

/// Where nothing in the data says otherwise: longer instalments, penalty, fees, freeze, interest, principal.
#[must_use]
pub fn usual_order(bounds: &Bounds) -> Vec<Ask> {
    vec![
        Ask::Months(bounds.max_months),
        Ask::Waive(Part::Penalty),
        Ask::Waive(Part::Fees),
        Ask::Freeze,
        Ask::Waive(Part::Interest),
        Ask::Waive(Part::Principal),
    ]
}

/// The ladder.
///
/// # Errors
/// [`EngineError`] where the first due date or the day of payment is past, or figures are too large.
pub fn ladder(
    base: &PlanBase,
    bounds: &Bounds,
    order: &[Ask],
    means: Means<'_>,
    form: Form,
) -> Result<Ladder, EngineError> {
    let form = match form {
        Form::Instalments { first_due: day } => Form::Instalments {
            first_due: first_due(bounds, base.as_of, day),
        },
        Form::OnePayment { .. } => form,
    };
    let start = start(bounds, order);
    let steps = steps(base, bounds, start, order, form);
    let mut limit: Option<Rung> = None;
    for step in &steps {
        if let Some(rung) = rung(base, bounds, step, means, form, RungName::Limit)? {
            limit = Some(rung);
            break;
        }
    }
    let Some(limit) = limit else {
        return Ok(Ladder {
            rungs: Vec::new(),
            need: Some(need(base, bounds, steps.last(), means, form)?),
            supposed: bounds.supposed,
        });
    };
    let climb = Climb {
        base,
        bounds,
        start,
        means,
        form,
    };
    let limit = climb.without_what_is_not_needed(limit)?;
    let mut left: Vec<Ask> = order.to_vec();
    left.retain(|ask| !limit.asked.contains(ask));
    let target = climb.further(&limit, &mut left, RungName::Target)?;
    let opening = climb.further(&target, &mut left, RungName::Opening)?;
    Ok(Ladder {
        rungs: vec![opening, target, limit],
        need: None,
        supposed: bounds.supposed,
    })
}

/// What a ladder is climbed with.
struct Climb<'a> {
    base: &'a PlanBase,
    bounds: &'a Bounds,
    start: u32,
    means: Means<'a>,
    form: Form,
}

impl Climb<'_> {
    /// The rung of some things asked, if it can be kept.
    fn rung(&self, asks: &[Ask], name: RungName) -> Result<Option<Rung>, EngineError> {
        let steps = steps(self.base, self.bounds, self.start, asks, self.form);
        match steps.last() {
            Some(step) => rung(self.base, self.bounds, step, self.means, self.form, name),
            None => Ok(None),
        }
    }

    /// What was asked on the way and is not needed is not asked for in the limit.
    fn without_what_is_not_needed(&self, mut limit: Rung) -> Result<Rung, EngineError> {
        for ask in limit.asked.clone() {
            let mut fewer = limit.asked.clone();
            fewer.retain(|known| *known != ask);
            if fewer.len() < limit.asked.len()
                && let Some(rung) = self.rung(&fewer, RungName::Limit)?
            {
                limit = rung;
            }
        }
        Ok(limit)
    }

    /// One step further: the next thing that makes the plan no dearer. Time alone is no gain unless it is cheaper.
    fn further(
        &self,
        below: &Rung,
        left: &mut Vec<Ask>,
        name: RungName,
    ) -> Result<Rung, EngineError> {
        while !left.is_empty() {
            let ask = left.remove(0);
            let mut asks = below.asked.clone();
            asks.push(ask);
            let Some(rung) = self.rung(&asks, name)? else {
                continue;
            };
            let (total, least) = (rung.simulation.total, below.simulation.total);
            let time = matches!(ask, Ask::Months(_) | Ask::Defer(_));
            let taken = rung.asked.len() > below.asked.len();
            if taken && (total < least || (total == least && !time)) {
                return Ok(rung);
            }
        }
        Ok(Rung {
            name,
            ..below.clone()
        })
    }
}

/// What has been asked for up to a step of the ladder.
#[derive(Clone, Debug, Default)]
struct Step {
    asked: Vec<Ask>,
    months: u32,
    terms: Terms,
}

/// The months of a plan before longer ones are asked for.
const FIRST_MONTHS: u32 = 12;

/// The longest plan before anything is asked for.
fn start(bounds: &Bounds, order: &[Ask]) -> u32 {
    if order.iter().any(|ask| matches!(ask, Ask::Months(_))) {
        FIRST_MONTHS.min(bounds.max_months)
    } else {
        bounds.max_months
    }
}

/// The steps of the ladder: nothing asked, then one thing after the other, as far as the room goes and as
/// far as it changes anything.
fn steps(base: &PlanBase, bounds: &Bounds, months: u32, order: &[Ask], form: Form) -> Vec<Step> {
    let mut step = Step {
        months,
        ..Step::default()
    };
    let mut steps = vec![step.clone()];
    for &ask in order {
        if takes(&mut step, ask, base, bounds, form) {
            step.asked.push(ask);
            steps.push(step.clone());
        }
    }
    steps
}

/// Adds one thing to what is asked; false where the room does not hold it or it would change nothing.
fn takes(step: &mut Step, ask: Ask, base: &PlanBase, bounds: &Bounds, form: Form) -> bool {
    let in_parts = matches!(form, Form::Instalments { .. });
    let bears = base.rate.is_some() && base.position.principal.is_positive();
    match ask {
        Ask::Months(months) => {
            let months = months.min(bounds.max_months);
            let longer = in_parts && months > step.months;
            if longer {
                step.months = months;
            }
            longer
        }
        Ask::Defer(months) => {
            let begins = plus_months(base.as_of, i64::from(months).saturating_add(1));
            let in_time = bounds
                .start_by(base.as_of)
                .is_none_or(|latest| begins <= latest);
            let later = in_parts && in_time && step.terms.defer.is_none_or(|now| now < months);
            if later {
                step.terms.defer = Some(months);
                step.terms.first_due = None;
            }
            later
        }
        Ask::Freeze => {
            let stops = in_parts && bounds.freeze && bears && !step.terms.freeze;
            if stops {
                step.terms.freeze = true;
                step.terms.rate = None;
            }
            stops
        }
        Ask::Rate(rate) => {
            let lower =
                in_parts && bounds.freeze && bears && !step.terms.freeze && base.rate != Some(rate);
            if lower {
                step.terms.rate = Some(rate);
            }
            lower
        }
        Ask::Waive(part) => {
            let percent = bounds.waivable(part);
            let said = step.terms.waive.iter().any(|(known, _)| *known == part);
            let less = !said && !percent.is_zero() && base.position.get(part).is_positive();
            if less {
                step.terms.waive.push((part, portion(percent)));
                step.terms.waive.sort_by_key(|(part, _)| *part);
            }
            less
        }
    }
}

/// The cheapest plan of a step that can be kept: the shortest that fits.
fn rung(
    base: &PlanBase,
    bounds: &Bounds,
    step: &Step,
    means: Means<'_>,
    form: Form,
    name: RungName,
) -> Result<Option<Rung>, EngineError> {
    for months in lengths_of(step.months, form) {
        let Some(plan) = laid_out(base, &step.terms, months, form)? else {
            continue;
        };
        if granted(&plan, bounds, base, form) && means.short(base, &plan).is_none() {
            return Ok(Some(Rung {
                name,
                simulation: plan,
                months,
                asked: step.asked.clone(),
            }));
        }
    }
    Ok(None)
}

/// Whether the room holds a plan. The day of a payment in one sum is its own.
fn granted(plan: &Simulation, bounds: &Bounds, base: &PlanBase, form: Form) -> bool {
    match form {
        Form::Instalments { .. } => within(plan, bounds, base.as_of),
        Form::OnePayment { .. } => pays_enough(plan, bounds.min_payment),
    }
}

fn lengths_of(limit: u32, form: Form) -> Vec<u32> {
    match form {
        Form::Instalments { .. } => lengths(limit),
        Form::OnePayment { .. } => vec![1],
    }
}

/// A step's terms over so many months; `None` where a payment would not even cover the interest.
fn laid_out(
    base: &PlanBase,
    terms: &Terms,
    months: u32,
    form: Form,
) -> Result<Option<Simulation>, EngineError> {
    let terms = match form {
        Form::Instalments { first_due } => Terms {
            instalments: Some(months),
            first_due: first_due.filter(|_| terms.defer.is_none()),
            ..terms.clone()
        },
        Form::OnePayment { by } => {
            // What the waivers leave is the sum that closes the debt.
            let today = Terms {
                instalments: Some(1),
                freeze: true,
                ..terms.clone()
            };
            let amount = simulate(base, &today)?.base.total();
            Terms {
                settle: Some(Settle {
                    amount,
                    by: Some(by),
                }),
                ..Terms::default()
            }
        }
    };
    match simulate(base, &terms) {
        Ok(plan) => Ok(Some(plan)),
        Err(EngineError::PaymentTooSmall { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Beyond this no plan is worth asking for.
const MOST_MONTHS: u32 = 120;

/// What would have to change, with everything in the room granted.
fn need(
    base: &PlanBase,
    bounds: &Bounds,
    last: Option<&Step>,
    means: Means<'_>,
    form: Form,
) -> Result<Need, EngineError> {
    let Some(step) = last else {
        return Ok(Need::default());
    };
    let mut need = Need::default();
    let longest = laid_out(base, &step.terms, step.months, form)?;
    if let Some(plan) = &longest {
        need.short = means.short(base, plan);
        need.money = more_money(base, plan, means);
    }
    if matches!(form, Form::Instalments { .. }) {
        for months in step.months.saturating_add(1)..=MOST_MONTHS {
            let plan = laid_out(base, &step.terms, months, form)?;
            let kept = plan.filter(|plan| {
                granted(plan, bounds, base, form) && means.short(base, plan).is_none()
            });
            if kept.is_some() {
                need.months = Some(months);
                break;
            }
        }
    }
    need.principal = more_waived(base, step, means, form)?;
    Ok(need)
}

/// The least sum a month that makes a plan fit.
fn more_money(base: &PlanBase, plan: &Simulation, means: Means<'_>) -> Option<Money> {
    let (mut low, mut high) = (Money::ZERO, plan.total);
    if means.short_with(high, base, plan) {
        return None;
    }
    while low < high {
        let middle = Money::from_minor(low.minor().midpoint(high.minor()));
        if means.short_with(middle, base, plan) {
            low = middle + Money::CENT;
        } else {
            high = middle;
        }
    }
    Some(low)
}

/// The least share of the principal, in whole percents, whose waiver makes the longest plan fit.
fn more_waived(
    base: &PlanBase,
    step: &Step,
    means: Means<'_>,
    form: Form,
) -> Result<Option<Percent>, EngineError> {
    let fits = |percent: i32| -> Result<bool, EngineError> {
        let mut terms = step.terms.clone();
        terms.waive.retain(|(part, _)| *part != Part::Principal);
        terms
            .waive
            .push((Part::Principal, portion(Percent::whole(percent))));
        terms.waive.sort_by_key(|(part, _)| *part);
        let plan = laid_out(base, &terms, step.months, form)?;
        Ok(plan.is_some_and(|plan| means.short(base, &plan).is_none()))
    };
    let (mut low, mut high) = (1, 100);
    if !base.position.principal.is_positive() || !fits(high)? {
        return Ok(None);
    }
    while low < high {
        let middle = i32::midpoint(low, high);
        if fits(middle)? {
            high = middle;
        } else {
            low = middle.saturating_add(1);
        }
    }
    Ok(Some(Percent::whole(low)))
}

#[cfg(test)]
#[path = "ladder/tests.rs"]
mod tests;
