//! The largest instalment that can be kept at a given risk on an uneven income.
//!
//! Promises: integers only; the course of each path depends on the seed and its number alone, so that paths
//! can be worked in any order, in any pieces; with a certain income exactly the surplus rule (M2).
//! A path is one possible course of the months; each month every uncertain income is drawn anew, on its own.
//! Ordinary money does not carry on, so a month is missed when its own share does not reach (M2).
//! Leaves to others: threads, progress and stopping (`cli`), which call it piece by piece.

use std::ops::Range;

use crate::domain::money::Money;
use crate::domain::outlook::{Outlook, PathResult, Promised, Uncertain};
use crate::domain::rate::Percent;

use super::outlook::PARTS;
use super::seeded::SplitMix;

/// The paths with the given numbers, in order.
#[must_use]
pub fn paths(outlook: &Outlook, seed: u64, numbers: Range<u32>) -> Vec<PathResult> {
    let model = Model::of(outlook);
    numbers
        .map(|path| model.path(SplitMix::of_path(seed, path)))
        .collect()
}

/// The largest instalment whose chance of any miss is below the risk, from paths in any order.
#[must_use]
pub fn promised(results: &[PathResult], risk: Percent) -> Promised {
    let paths = u32::try_from(results.len()).unwrap_or(u32::MAX);
    let mut sorted: Vec<Money> = results.iter().map(|path| path.most).collect();
    let allowed = allowed_misses(paths, risk);
    let instalment = if sorted.is_empty() {
        Money::ZERO
    } else {
        let at = allowed.min(sorted.len().saturating_sub(1));
        let (_, most, _) = sorted.select_nth_unstable(at);
        (*most).max(Money::ZERO)
    };
    Promised {
        misses: misses(results, instalment),
        worst: worst(results, instalment),
        instalment,
        paths,
    }
}

/// How many of the paths miss an instalment at least once. Nothing promised cannot be missed.
#[must_use]
pub fn misses(results: &[PathResult], instalment: Money) -> u32 {
    let missed = results
        .iter()
        .filter(|path| instalment.is_positive() && path.most < instalment)
        .count();
    u32::try_from(missed).unwrap_or(u32::MAX)
}

/// The cushion that makes an instalment safe at the risk: how much must lie ready before the first month, to be
/// drawn on in bad months and refilled in good ones up to the same sum. A month in which living costs more than
/// comes in draws on it too. `None` without paths.
#[must_use]
pub fn cushion(
    outlook: &Outlook,
    seed: u64,
    numbers: Range<u32>,
    instalment: Money,
    risk: Percent,
) -> Option<Money> {
    let model = Model::of(outlook);
    let mut needed: Vec<i128> = numbers
        .map(|path| model.deepest(SplitMix::of_path(seed, path), instalment))
        .collect();
    let paths = u32::try_from(needed.len()).unwrap_or(u32::MAX);
    let place = needed
        .len()
        .checked_sub(1)?
        .saturating_sub(allowed_misses(paths, risk));
    let (_, deepest, _) = needed.select_nth_unstable(place);
    let scale = model.scale();
    let whole = deepest.checked_div(scale).unwrap_or(0);
    let rest = deepest.checked_rem(scale).unwrap_or(0) != 0;
    Some(Money::from_minor(whole.saturating_add(i128::from(rest))))
}

/// The most paths that may miss so that their share stays below the risk; none where the risk is nought.
fn allowed_misses(paths: u32, risk: Percent) -> usize {
    // misses / paths < millionths / 10^8
    let product = i128::from(paths).saturating_mul(i128::from(risk.millionths().max(0)));
    let most = product
        .saturating_sub(1)
        .checked_div(i128::from(Percent::FULL.millionths()))
        .unwrap_or(0);
    usize::try_from(most).unwrap_or(0)
}

/// The months that decide the paths allowing no more than the instalment, most often first.
fn worst(results: &[PathResult], instalment: Money) -> Vec<(u32, u32)> {
    let mut counts: Vec<u32> = Vec::new();
    for path in results.iter().filter(|path| path.most <= instalment) {
        let month = usize::try_from(path.month).unwrap_or(0);
        if counts.len() <= month {
            counts.resize(month.saturating_add(1), 0);
        }
        if let Some(count) = counts.get_mut(month) {
            *count = count.saturating_add(1);
        }
    }
    let mut worst: Vec<(u32, u32)> = (0_u32..)
        .zip(counts)
        .filter(|(_, count)| *count > 0)
        .collect();
    worst.sort_by_key(|&(month, count)| (std::cmp::Reverse(count), month));
    worst
}

/// Draws one income of one month.
#[derive(Clone, Debug)]
enum Draw {
    /// `low` plus less than `span`.
    Range {
        low: i64,
        span: u64,
    },
    Past(Vec<i64>),
}

impl Draw {
    fn amount(&self, random: u64) -> i64 {
        match self {
            Draw::Range { low, span } => within(*low, *span, random),
            Draw::Past(past) => taken_from(past, random),
        }
    }
}

#[inline]
fn within(low: i64, span: u64, random: u64) -> i64 {
    low.saturating_add(below(random, span).cast_signed())
}

#[inline]
fn taken_from(past: &[i64], random: u64) -> i64 {
    let at = below(random, past.len() as u64);
    past.get(at as usize).copied().unwrap_or(0)
}

/// A number below `span`, as even as 64 bits allow.
#[inline]
fn below(random: u64, span: u64) -> u64 {
    let wide = u128::from(random).wrapping_mul(u128::from(span));
    (wide >> 64) as u64
}

/// Months in a row with the same incomes and the same sum spoken for.
#[derive(Clone, Debug)]
struct Stretch {
    first: u32,
    certain: Vec<i64>,
    /// What is certain in every month of it, where all are alike.
    level: Option<i64>,
    draws: Vec<Draw>,
    taken: i128,
}

/// The outlook, laid out for speed.
struct Model {
    stretches: Vec<Stretch>,
    /// The share as a fraction.
    share: (i128, i128),
}

impl Model {
    fn of(outlook: &Outlook) -> Model {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut last: Option<(Vec<bool>, Money)> = None;
        for (at, month) in outlook.months.iter().enumerate() {
            let comes: Vec<bool> = outlook
                .incomes
                .iter()
                .map(|income| income.comes.get(at).copied().unwrap_or(true))
                .collect();
            let key = (comes, month.taken);
            if let (Some(known), Some(stretch)) = (&last, stretches.last_mut())
                && *known == key
            {
                stretch.certain.push(month.certain);
                continue;
            }
            stretches.push(Stretch {
                first: u32::try_from(at).unwrap_or(u32::MAX),
                certain: vec![month.certain],
                level: None,
                draws: outlook
                    .incomes
                    .iter()
                    .zip(&key.0)
                    .filter(|(_, comes)| **comes)
                    .map(|(income, _)| draw(&income.amounts))
                    .collect(),
                taken: month.taken.minor(),
            });
            last = Some(key);
        }
        for stretch in &mut stretches {
            let first = stretch.certain.first().copied();
            stretch.level = first.filter(|first| stretch.certain.iter().all(|one| one == first));
        }
        let factor = outlook.share.factor();
        Model {
            stretches,
            share: (factor.numerator(), factor.denominator()),
        }
    }

    /// What may be offered of a month's surplus, less what is spoken for (M2).
    fn offerable(&self, surplus: i64, taken: i128) -> i128 {
        let (numerator, denominator) = self.share;
        i128::from(surplus.max(0))
            .saturating_mul(numerator)
            .checked_div(denominator.saturating_mul(i128::from(PARTS)))
            .unwrap_or(0)
            .saturating_sub(taken)
    }

    fn path(&self, mut random: SplitMix) -> PathResult {
        let mut least = PathResult {
            most: Money::from_minor(i128::MAX),
            month: 0,
        };
        for stretch in &self.stretches {
            // Within a stretch what may be offered rises with the surplus: only the poorest month counts.
            let months = stretch.certain.len();
            let (surplus, at) = match (stretch.draws.as_slice(), stretch.level) {
                // Where months differ only in what is drawn, the lowest number drawn tells the poorest one.
                ([Draw::Past(past)], Some(level)) if past.len() <= FEW => {
                    let (lowest, at) = lowest_half(months, &mut random);
                    let drawn = past.get(half_of(lowest, past.len())).copied();
                    (level.saturating_add(drawn.unwrap_or(0)), at)
                }
                ([Draw::Range { low, span }], Some(level)) => {
                    let (lowest, at) = lowest(months, &mut random);
                    (level.saturating_add(within(*low, *span, lowest)), at)
                }
                ([Draw::Past(past)], None) if past.len() <= FEW => {
                    poorest_of_few(&stretch.certain, past, &mut random)
                }
                ([Draw::Range { low, span }], None) => {
                    poorest(&stretch.certain, || within(*low, *span, random.next()))
                }
                (draws, _) => poorest(&stretch.certain, || {
                    draws.iter().fold(0_i64, |sum, draw| {
                        sum.saturating_add(draw.amount(random.next()))
                    })
                }),
            };
            let most = Money::from_minor(self.offerable(surplus, stretch.taken));
            if most < least.most {
                least = PathResult {
                    most,
                    month: stretch.first.saturating_add(at),
                };
            }
        }
        if self.stretches.is_empty() {
            least.most = Money::ZERO;
        }
        least
    }

    /// One minor unit in the units of [`Model::deepest`].
    fn scale(&self) -> i128 {
        self.share.1.saturating_mul(i128::from(PARTS))
    }

    /// The deepest a cushion is drawn on, in parts of a minor unit.
    fn deepest(&self, mut random: SplitMix, instalment: Money) -> i128 {
        let (numerator, denominator) = self.share;
        let (mut drawn, mut deepest) = (0_i128, 0_i128);
        for stretch in &self.stretches {
            let asked = instalment
                .minor()
                .saturating_add(stretch.taken)
                .saturating_mul(self.scale());
            for certain in &stretch.certain {
                let surplus = stretch.draws.iter().fold(*certain, |sum, draw| {
                    sum.saturating_add(draw.amount(random.next()))
                });
                let factor = if surplus >= 0 { numerator } else { denominator };
                let there = i128::from(surplus).saturating_mul(factor);
                drawn = drawn.saturating_add(asked).saturating_sub(there).max(0);
                deepest = deepest.max(drawn);
            }
        }
        deepest
    }
}

/// The least of a stretch of months, certain and drawn together, and its place.
#[inline]
fn poorest(certain: &[i64], mut drawn: impl FnMut() -> i64) -> (i64, u32) {
    let (mut least, mut place) = (i64::MAX, 0_usize);
    for (at, certain) in certain.iter().enumerate() {
        let surplus = certain.saturating_add(drawn());
        // Two choices without a branch: which month is poorest cannot be foreseen.
        place = if surplus < least { at } else { place };
        least = least.min(surplus);
    }
    (least, u32::try_from(place).unwrap_or(u32::MAX))
}

/// Up to so many past months half a random number is even enough: no month is drawn more often than another by
/// more than one part in a million.
const FEW: usize = 1 << 12;

/// A place below `count` from half a random number.
#[inline]
fn half_of(half: u64, count: usize) -> usize {
    (half.wrapping_mul(count as u64) >> 32) as usize
}

/// The lowest of so many random numbers, and its place.
#[inline]
fn lowest(months: usize, random: &mut SplitMix) -> (u64, u32) {
    let (mut least, mut place) = (u64::MAX, 0_u32);
    for at in 0..u32::try_from(months).unwrap_or(u32::MAX) {
        let number = random.next();
        place = if number < least { at } else { place };
        least = least.min(number);
    }
    (least, place)
}

/// The lowest of so many halves of random numbers, two from each, and its place.
#[inline]
fn lowest_half(months: usize, random: &mut SplitMix) -> (u64, u32) {
    const LOW: u64 = u32::MAX as u64;
    // A half with its place behind it: the least of these says both, without a branch.
    let mut least = u64::MAX;
    let mut at = 0_u64;
    for _ in 0..months / 2 {
        let number = random.next();
        let first = (number & !LOW) | at;
        let second = (number << 32) | (at.wrapping_add(1));
        least = least.min(first).min(second);
        at = at.wrapping_add(2);
    }
    if !months.is_multiple_of(2) {
        least = least.min((random.next() & !LOW) | at);
    }
    (least >> 32, (least & LOW) as u32)
}

/// As [`poorest`], two months from one random number.
fn poorest_of_few(certain: &[i64], past: &[i64], random: &mut SplitMix) -> (i64, u32) {
    let (mut least, mut place) = (i64::MAX, 0_u32);
    let mut at = 0_u32;
    for pair in certain.chunks(2) {
        let number = random.next();
        let halves = [number >> 32, number & u64::from(u32::MAX)];
        for (certain, half) in pair.iter().zip(halves) {
            let drawn = past.get(half_of(half, past.len())).copied().unwrap_or(0);
            let surplus = certain.saturating_add(drawn);
            place = if surplus < least { at } else { place };
            least = least.min(surplus);
            at = at.wrapping_add(1);
        }
    }
    (least, place)
}

fn draw(amounts: &Uncertain) -> Draw {
    match amounts {
        Uncertain::Range { low, high } => Draw::Range {
            low: *low,
            span: high
                .saturating_sub(*low)
                .max(0)
                .cast_unsigned()
                .saturating_add(1),
        },
        Uncertain::Past(past) => {
            // In order: a lower number is a poorer month.
            let mut past = past.clone();
            past.sort_unstable();
            Draw::Past(past)
        }
    }
}

#[cfg(test)]
#[path = "promise/tests.rs"]
mod tests;
