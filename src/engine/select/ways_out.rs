//! What would make a plan possible: more money each month, more in one month, or a wider choice.

use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::selection::{Certificate, Choices, MonthBudget, Proof, Selected, Selection};

use super::bound::MOST;
use super::certificate::{AnyPlan, any_plan, shortage};
use super::instance::{Instance, Month, overspent};

/// The cheapest ways out of having no plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WaysOut {
    /// With this much more in every month there is a plan; with less there is none, unless the search was stopped.
    pub each_month: Option<Money>,
    /// Whether less in every month is ruled out; otherwise that search was stopped.
    pub each_least: bool,
    /// One month that alone would make a plan possible, and how much more it needs: the least such sum.
    pub one_month: Option<(usize, Money)>,
}

/// What would make a plan possible. Parts that could not be decided before `stop` spoke are left out. A certificate
/// already found spares the search for what it says.
///
/// # Errors
/// [`TooLarge`] as [`super::optimal`].
pub fn ways_out(
    debts: &[Choices],
    budget: &[MonthBudget],
    known: Option<&Certificate>,
    stop: &dyn Fn() -> bool,
) -> Result<WaysOut, TooLarge> {
    let instance = Instance::new(debts, budget)?;
    if instance.debts.iter().any(Vec::is_empty) {
        return Ok(WaysOut::default());
    }
    let money = |minor: i64| Money::from_minor(i128::from(minor));
    let said = known.filter(|known| {
        let all = known.clashing.len() == debts.len();
        known.proof == Proof::Combinations && known.least && all
    });
    let (each, each_least) = match said {
        Some(certificate) => (certificate.short_by, true),
        None => {
            let more = more_each_month(&instance, stop)?;
            (money(more.enough), more.least)
        }
    };
    let one = more_in_one_month(&instance, stop)?;
    Ok(WaysOut {
        each_month: Some(each),
        each_least,
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

/// A sum that makes a plan possible if it were there in every month.
pub(super) struct More {
    /// The sum.
    pub(super) enough: i64,
    /// The month that then has least to spare.
    pub(super) tightest: usize,
    /// Whether less is not enough; otherwise the search was stopped.
    pub(super) least: bool,
}

/// The least sum that makes a plan possible if it were there in every month; once `stop` speaks, one that does.
pub(super) fn more_each_month(
    instance: &Instance,
    stop: &dyn Fn() -> bool,
) -> Result<More, TooLarge> {
    let worst = (0..instance.months.len())
        .map(|month| shortage(instance, month))
        .max()
        .unwrap_or(0)
        .max(0);
    let lifted = |more: i64| -> Vec<Month> {
        let lift = |month: &Month| Month {
            ordinary: month.ordinary.saturating_add(more),
            ..*month
        };
        instance.months.iter().map(lift).collect()
    };
    // The ways with the smallest payments together are a plan that is found at once.
    let mut paid = instance.paid(&instance.flattest());
    let mut found = Enough {
        low: worst,
        high: least_more(&paid, lifted).max(worst),
    };
    found.narrow(&mut |more| {
        let plan = any_plan(&instance.within(lifted(more)), stop)?;
        Ok(match plan {
            AnyPlan::Unknown => Tried::Unknown,
            AnyPlan::None => Tried::No,
            AnyPlan::Paying(kept) => {
                let needed = least_more(&kept, lifted);
                paid = kept;
                Tried::Yes(needed)
            }
        })
    })?;
    let over = |month: &Month, paid: &i64| {
        paid.saturating_sub(month.ordinary.saturating_add(month.arrived))
    };
    let tightest = instance
        .months
        .iter()
        .zip(&paid)
        .enumerate()
        .max_by_key(|&(at, (month, paid))| (over(month, paid), std::cmp::Reverse(at)));
    Ok(More {
        enough: found.high,
        tightest: tightest.map_or(0, |(at, _)| at),
        least: found.low >= found.high,
    })
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
        let lifted = |more: i64| -> Vec<Month> {
            let mut months = instance.months.clone();
            if let Some(month) = months.get_mut(month) {
                month.ordinary = month.ordinary.saturating_add(more);
            }
            months
        };
        let most = best.map_or(MOST, |(_, more)| more.saturating_sub(1));
        let least = shortage(instance, month).max(0);
        if most < least {
            continue;
        }
        let mut tried = |more: i64| {
            let plan = any_plan(&instance.within(lifted(more)), stop)?;
            Ok::<Tried, TooLarge>(match plan {
                AnyPlan::Unknown => Tried::Unknown,
                AnyPlan::None => Tried::No,
                AnyPlan::Paying(kept) => Tried::Yes(least_more(&kept, lifted)),
            })
        };
        if let Tried::Yes(needed) = tried(most)? {
            let mut found = Enough {
                low: least,
                high: most.min(needed).max(least),
            };
            found.narrow(&mut tried)?;
            if found.low >= found.high {
                best = Some((month, found.high));
            }
        }
    }
    Ok(best)
}

/// What trying a sum came to.
enum Tried {
    /// There is a plan; it needs so much.
    Yes(i64),
    No,
    /// The search was stopped.
    Unknown,
}

/// A sum that is enough, and one below which none is.
struct Enough {
    low: i64,
    high: i64,
}

impl Enough {
    /// Brings the two together, until they meet or a trial is stopped.
    fn narrow(
        &mut self,
        try_it: &mut dyn FnMut(i64) -> Result<Tried, TooLarge>,
    ) -> Result<(), TooLarge> {
        while self.low < self.high {
            let middle = self.low.midpoint(self.high);
            match try_it(middle)? {
                Tried::Yes(needed) => self.high = middle.min(needed).max(self.low),
                Tried::No => self.low = middle.saturating_add(1),
                Tried::Unknown => break,
            }
        }
        Ok(())
    }
}

/// How little more is enough for payments that are known.
fn least_more(paid: &[i64], months: impl Fn(i64) -> Vec<Month>) -> i64 {
    let (mut low, mut high) = (0_i64, MOST);
    while low < high {
        let middle = low.midpoint(high);
        if overspent(&months(middle), paid).is_some() {
            low = middle.saturating_add(1);
        } else {
            high = middle;
        }
    }
    low
}
