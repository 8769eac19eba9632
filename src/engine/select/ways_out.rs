//! What would make a plan possible: more money each month, more in one month, or a wider choice.

use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::selection::{Choices, MonthBudget, Selected, Selection};

use super::bound::MOST;
use super::certificate::{can_be_kept, shortage};
use super::instance::{Instance, Month};

/// The cheapest ways out of having no plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaysOut {
    /// With this much more in every month there is a plan; with less there is none.
    pub each_month: Option<Money>,
    /// One month that alone would make a plan possible, and how much more it needs: the least such sum.
    pub one_month: Option<(usize, Money)>,
}

/// What would make a plan possible. Parts that could not be decided before `stop` spoke are left out.
///
/// # Errors
/// [`TooLarge`] as [`super::optimal`].
pub fn ways_out(
    debts: &[Choices],
    budget: &[MonthBudget],
    stop: &dyn Fn() -> bool,
) -> Result<WaysOut, TooLarge> {
    let instance = Instance::new(debts, budget)?;
    if instance.debts.iter().any(Vec::is_empty) {
        return Ok(WaysOut::default());
    }
    let money = |minor: i64| Money::from_minor(i128::from(minor));
    let each = more_each_month(&instance, stop)?;
    let one = more_in_one_month(&instance, stop)?;
    Ok(WaysOut {
        each_month: each.map(|(more, _)| money(more)),
        one_month: one.map(|(month, more)| (month, money(more))),
    })
}

/// The plan that needs a wider choice for the fewest debts, and of those the cheapest: which concessions to
/// ask for first. `wider` holds for each debt choices beyond the lender's room; a pick at or above
/// the number of a debt's own choices is one of them.
///
/// # Errors
/// [`TooLarge`] as [`super::optimal`].
pub fn fewest_wider(
    debts: &[Choices],
    wider: &[Choices],
    budget: &[MonthBudget],
    stop: &dyn Fn() -> bool,
) -> Result<Selection, TooLarge> {
    let dearest = |choices: &Choices| choices.all.iter().map(|choice| choice.total).max();
    let weight: Money = debts.iter().chain(wider).filter_map(dearest).sum::<Money>() + Money::CENT;
    let mut joined: Vec<Choices> = debts.to_vec();
    for (debt, wider) in joined.iter_mut().zip(wider) {
        for choice in &wider.all {
            let mut dear = choice.clone();
            dear.total += weight;
            debt.all.push(dear);
        }
    }
    let selection = super::optimal(&joined, budget, stop)?;
    let Selection::Found(found) = selection else {
        return Ok(selection);
    };
    let asked = found
        .picks
        .iter()
        .zip(debts)
        .filter(|(pick, debt)| **pick >= debt.all.len())
        .map(|_| weight)
        .sum::<Money>();
    Ok(Selection::Found(Selected {
        total: found.total - asked,
        least: (found.least - asked).max(Money::ZERO),
        ..found
    }))
}

/// The least sum that makes a plan possible if it were there in every month, and the month that then has
/// nothing to spare; `None` if the search was stopped.
pub(super) fn more_each_month(
    instance: &Instance,
    stop: &dyn Fn() -> bool,
) -> Result<Option<(i64, usize)>, TooLarge> {
    let worst = (0..instance.months.len())
        .map(|month| shortage(instance, month))
        .max()
        .unwrap_or(0)
        .max(0);
    let raised = |more: i64| {
        let lift = |month: &Month| Month {
            ordinary: month.ordinary.saturating_add(more),
            ..*month
        };
        instance.within(instance.months.iter().map(lift).collect())
    };
    let Some(more) = least_that(worst, MOST, &mut |more| {
        can_be_kept(&mut raised(more), stop)
    })?
    else {
        return Ok(None);
    };
    let mut enough = raised(more);
    let line = enough.highest.saturating_add(1);
    let picks = enough.solve(usize::MAX, line, stop)?.picks;
    let paid = picks.map_or_else(Vec::new, |picks| instance.paid(&picks));
    let tightest = instance
        .months
        .iter()
        .zip(&paid)
        .enumerate()
        .max_by_key(|&(at, (month, paid))| {
            let over = paid.saturating_sub(month.ordinary.saturating_add(month.arrived));
            (over, std::cmp::Reverse(at))
        })
        .map_or(0, |(at, _)| at);
    Ok(Some((more, tightest)))
}

/// The one month that needs least more, if one alone can do it.
fn more_in_one_month(
    instance: &Instance,
    stop: &dyn Fn() -> bool,
) -> Result<Option<(usize, i64)>, TooLarge> {
    let short: Vec<usize> = (0..instance.months.len())
        .filter(|month| shortage(instance, *month) > 0)
        .collect();
    if short.len() > 1 {
        return Ok(None);
    }
    let tried: Vec<usize> = match short.as_slice() {
        [month] => vec![*month],
        _ => (0..instance.months.len()).collect(),
    };
    let mut best: Option<(usize, i64)> = None;
    for month in tried {
        let raised = |more: i64| {
            let mut months = instance.months.clone();
            if let Some(month) = months.get_mut(month) {
                month.ordinary = month.ordinary.saturating_add(more);
            }
            instance.within(months)
        };
        let most = best.map_or(MOST, |(_, more)| more.saturating_sub(1));
        let least = shortage(instance, month).max(0);
        if most < least {
            continue;
        }
        let more = least_that(least, most, &mut |more| {
            can_be_kept(&mut raised(more), stop)
        })?;
        if let Some(more) = more {
            best = Some((month, more));
        }
    }
    Ok(best)
}

/// The least number from `low` to `high` that is enough; `None` if none is or it could not be decided.
fn least_that(
    low: i64,
    high: i64,
    enough: &mut dyn FnMut(i64) -> Result<Option<bool>, TooLarge>,
) -> Result<Option<i64>, TooLarge> {
    if enough(high)? != Some(true) {
        return Ok(None);
    }
    let (mut low, mut high) = (low, high);
    while low < high {
        let middle = low.midpoint(high);
        match enough(middle)? {
            None => return Ok(None),
            Some(true) => high = middle,
            Some(false) => low = middle.saturating_add(1),
        }
    }
    Ok(Some(low))
}
