//! Why there is no plan, and a check of it that trusts no search.

use std::cell::Cell;

use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::selection::{Certificate, Choice, Choices, MonthBudget, Proof};

use super::instance::{Instance, LINE_WITHOUT_COSTS};
use super::ways_out;

/// The reason that can be seen in one month, if there is one: the month most short.
pub(super) fn by_month(instance: &Instance) -> Option<Certificate> {
    let without = instance.debts.iter().position(Vec::is_empty);
    if let Some(debt) = without {
        return Some(Certificate {
            proof: Proof::NoChoice,
            month: 0,
            short_by: Money::ZERO,
            clashing: vec![debt],
            least: true,
        });
    }
    let mut worst: Option<(i64, usize)> = None;
    for at in 0..instance.months.len() {
        let short = shortage(instance, at);
        if short > 0 && worst.is_none_or(|(most, _)| short > most) {
            worst = Some((short, at));
        }
    }
    let (short, month) = worst?;
    Some(Certificate {
        proof: Proof::Month,
        month,
        short_by: Money::from_minor(i128::from(short)),
        clashing: clashing_in(instance, month),
        least: true,
    })
}

/// By how much a month is short even of the least of every debt; not positive where it is not.
pub(super) fn shortage(instance: &Instance, month: usize) -> i64 {
    let needed = least_in(instance, month)
        .iter()
        .fold(0_i64, |sum, least| sum.saturating_add(*least));
    needed.saturating_sub(limit(instance, month))
}

fn limit(instance: &Instance, month: usize) -> i64 {
    instance
        .months
        .get(month)
        .map_or(0, |month| month.ordinary.saturating_add(month.arrived))
}

fn least_in(instance: &Instance, month: usize) -> Vec<i64> {
    instance
        .debts
        .iter()
        .map(|ways| {
            ways.iter()
                .map(|way| way.payments.get(month).copied().unwrap_or(0))
                .min()
                .unwrap_or(0)
        })
        .collect()
}

/// The smallest set of debts that is too much for a month: the heaviest first until it is.
fn clashing_in(instance: &Instance, month: usize) -> Vec<usize> {
    let mut heaviest: Vec<(i64, usize)> = least_in(instance, month)
        .into_iter()
        .enumerate()
        .map(|(debt, least)| (least, debt))
        .collect();
    heaviest.sort_by_key(|&(least, debt)| (std::cmp::Reverse(least), debt));
    let mut left = limit(instance, month);
    let mut clashing = Vec::new();
    for (least, debt) in heaviest {
        if left < 0 {
            break;
        }
        left = left.saturating_sub(least);
        clashing.push(debt);
    }
    clashing.sort_unstable();
    clashing
}

/// The reason where every month alone could be kept. Once `stop` speaks, a set and a sum that hold, but may not be
/// the least.
pub(super) fn by_combinations(
    instance: &Instance,
    stop: &dyn Fn() -> bool,
) -> Result<Certificate, TooLarge> {
    let clash = smallest_clash(instance, stop)?;
    // Of these debts alone: what all of them would need is told with the ways out.
    let more = ways_out::more_each_month(&instance.only(&clash.debts), stop)?;
    Ok(Certificate {
        proof: Proof::Combinations,
        month: more.tightest,
        short_by: Money::from_minor(i128::from(more.enough)),
        clashing: clash.debts,
        least: clash.smallest && more.least,
    })
}

/// How many sets are searched before the smallest clashing set is only one from which no debt can be left out.
const MOST_SETS: u32 = 400;
/// How many sets are looked at for that.
const MOST_LOOKED_AT: u32 = 50_000;

/// Debts that cannot be kept together.
struct Clash {
    debts: Vec<usize>,
    /// Whether none of them can be left out; otherwise the search was stopped.
    smallest: bool,
}

/// A set of debts that cannot be kept together: the smallest where few sets need to be tried, otherwise one
/// from which no debt can be left out.
fn smallest_clash(instance: &Instance, stop: &dyn Fn() -> bool) -> Result<Clash, TooLarge> {
    let mut set: Vec<usize> = (0..instance.debts.len()).collect();
    let mut kept: Vec<Vec<usize>> = Vec::new();
    for debt in 0..instance.debts.len() {
        let without: Vec<usize> = set.iter().copied().filter(|other| *other != debt).collect();
        match can_be_kept(&instance.only(&without), stop)? {
            None => {
                return Ok(Clash {
                    debts: set,
                    smallest: false,
                });
            }
            Some(true) => kept.push(without),
            Some(false) => set = without,
        }
    }
    let smaller = smaller_clash(instance, set.len(), &kept, stop)?;
    Ok(Clash {
        // No debt can be left out of either: the first by trial, the second as no smaller set clashes.
        debts: smaller.unwrap_or(set),
        smallest: true,
    })
}

/// A clashing set of fewer debts, the smallest first; `None` where there is none or too many would have to be tried.
fn smaller_clash(
    instance: &Instance,
    than: usize,
    kept: &[Vec<usize>],
    stop: &dyn Fn() -> bool,
) -> Result<Option<Vec<usize>>, TooLarge> {
    let (mut searched, mut looked_at) = (0_u32, 0_u32);
    for size in 1..than {
        let mut sets = Sets::new(instance.debts.len(), size);
        while let Some(smaller) = sets.next() {
            looked_at = looked_at.saturating_add(1);
            // What is part of a set that can be kept can be kept.
            let part_of =
                |all: &Vec<usize>| smaller.iter().all(|one| all.binary_search(one).is_ok());
            if looked_at > MOST_LOOKED_AT {
                return Ok(None);
            }
            if kept.iter().any(part_of) {
                continue;
            }
            searched = searched.saturating_add(1);
            if searched > MOST_SETS {
                return Ok(None);
            }
            match can_be_kept(&instance.only(&smaller), stop)? {
                Some(true) => {}
                Some(false) => return Ok(Some(smaller)),
                None => return Ok(None),
            }
        }
    }
    Ok(None)
}

/// Whether there is any plan; `None` if the search was stopped first.
pub(super) fn can_be_kept(
    instance: &Instance,
    stop: &dyn Fn() -> bool,
) -> Result<Option<bool>, TooLarge> {
    Ok(match any_plan(instance, stop)? {
        AnyPlan::Paying(_) => Some(true),
        AnyPlan::None => Some(false),
        AnyPlan::Unknown => None,
    })
}

/// Whether there is a plan.
pub(super) enum AnyPlan {
    /// One, and what it pays in each month.
    Paying(Vec<i64>),
    /// None.
    None,
    /// The search was stopped first.
    Unknown,
}

/// Any plan that keeps every month, whatever it costs.
pub(super) fn any_plan(instance: &Instance, stop: &dyn Fn() -> bool) -> Result<AnyPlan, TooLarge> {
    let stopped = Cell::new(false);
    let halt = || {
        let now = stopped.get() || stop();
        stopped.set(now);
        now
    };
    let solved = instance
        .costless()
        .solve(usize::MAX, LINE_WITHOUT_COSTS, &halt)?;
    Ok(match solved.picks {
        Some(picks) => AnyPlan::Paying(instance.paid(&picks)),
        None if solved.complete => AnyPlan::None,
        None => AnyPlan::Unknown,
    })
}

/// All sets of a size, in order.
struct Sets {
    from: usize,
    next: Option<Vec<usize>>,
}

impl Sets {
    fn new(from: usize, size: usize) -> Sets {
        Sets {
            from,
            next: (size <= from).then(|| (0..size).collect()),
        }
    }

    fn next(&mut self) -> Option<Vec<usize>> {
        let now = self.next.take()?;
        let size = now.len();
        let mut after = now.clone();
        // The last place that can still move up moves, those behind it follow it closely.
        let movable = (0..size).rev().find(|&place| {
            let most = self.from.saturating_sub(size.saturating_sub(place));
            now.get(place).is_some_and(|value| *value < most)
        });
        if let Some(place) = movable {
            let start = now.get(place).map_or(0, |value| value.saturating_add(1));
            for (value, slot) in (start..).zip(after.iter_mut().skip(place)) {
                *slot = value;
            }
            self.next = Some(after);
        }
        Some(now)
    }
}

/// Whether a certificate holds, by its own arithmetic and, for [`Proof::Combinations`], by trying every
/// combination of the clashing debts' choices. Also that it is tight, where it says so: without any one of the
/// clashing debts the proof no longer works.
#[must_use]
pub fn holds(certificate: &Certificate, debts: &[Choices], budget: &[MonthBudget]) -> bool {
    let clashing: Option<Vec<Vec<&Choice>>> = certificate
        .clashing
        .iter()
        .map(|debt| debts.get(*debt).map(fitting))
        .collect();
    let Some(clashing) = clashing else {
        return false;
    };
    let each_needed = |proves: &dyn Fn(&[Vec<&Choice>]) -> bool| {
        proves(&clashing)
            && (0..clashing.len()).all(|out| {
                if !certificate.least {
                    return true;
                }
                let fewer: Vec<Vec<&Choice>> = clashing
                    .iter()
                    .enumerate()
                    .filter(|(debt, _)| *debt != out)
                    .map(|(_, choices)| choices.clone())
                    .collect();
                !proves(&fewer)
            })
    };
    match certificate.proof {
        Proof::NoChoice => clashing.iter().all(Vec::is_empty) && clashing.len() == 1,
        Proof::Month => {
            let month = certificate.month;
            let limit = month_limit(budget, month);
            let too_much = |debts: &[Vec<&Choice>]| needed(debts, month) > limit;
            let all: Vec<Vec<&Choice>> = debts.iter().map(fitting).collect();
            needed(&all, month) - limit == certificate.short_by && each_needed(&too_much)
        }
        Proof::Combinations => each_needed(&|debts| !any_keeps(debts, &[], budget)),
    }
}

/// The choices that meet what is asked of them.
fn fitting(debt: &Choices) -> Vec<&Choice> {
    debt.all
        .iter()
        .filter(|choice| {
            let paying: Vec<(usize, Money)> = choice
                .payments
                .iter()
                .copied()
                .enumerate()
                .filter(|(_, payment)| payment.is_positive())
                .collect();
            let small = debt.least_payment.is_some_and(|least| {
                let but_last = paying.len().saturating_sub(1);
                paying.iter().take(but_last).any(|(_, paid)| *paid < least)
            });
            let late = debt
                .latest_start
                .is_some_and(|latest| paying.first().is_some_and(|(first, _)| *first > latest));
            !small && !late
        })
        .collect()
}

fn month_limit(budget: &[MonthBudget], month: usize) -> Money {
    let ordinary = budget
        .get(month)
        .map_or(Money::ZERO, |month| month.ordinary);
    let arrived: Money = budget
        .iter()
        .take(month.saturating_add(1))
        .map(|month| month.once)
        .sum();
    ordinary + arrived
}

fn needed(debts: &[Vec<&Choice>], month: usize) -> Money {
    let least = |choices: &Vec<&Choice>| {
        choices
            .iter()
            .map(|choice| choice.payments.get(month).copied().unwrap_or(Money::ZERO))
            .min()
    };
    debts.iter().filter_map(least).sum()
}

/// Whether any combination keeps the budget, trying them all; a part that already breaks it is not followed.
fn any_keeps(debts: &[Vec<&Choice>], paid: &[Money], budget: &[MonthBudget]) -> bool {
    if !keeps(paid, budget) {
        return false;
    }
    let Some((first, others)) = debts.split_first() else {
        return true;
    };
    first.iter().any(|choice| {
        let mut with = paid.to_vec();
        with.resize(with.len().max(choice.payments.len()), Money::ZERO);
        for (sum, payment) in with.iter_mut().zip(&choice.payments) {
            *sum += *payment;
        }
        any_keeps(others, &with, budget)
    })
}

/// Whether payments keep a budget: beyond ordinary money they draw on the one-offs that have arrived.
pub(super) fn keeps(paid: &[Money], budget: &[MonthBudget]) -> bool {
    let mut purse = Money::ZERO;
    for (month, paid) in paid.iter().enumerate() {
        let own = budget.get(month).copied().unwrap_or_default();
        purse += own.once;
        purse -= paid.less(own.ordinary);
        if purse.is_negative() {
            return false;
        }
    }
    true
}
