//! Prices for the rows of a selection: what a unit of each row is worth, by subgradient steps in integers.
//!
//! Promises: whatever the prices, the bound they give holds (weak duality); the best set met is kept.

use super::bound::Scale;
use super::rows::Rows;

/// A price per unit of each row, scaled, never negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Prices(Vec<i64>);

/// The plan that prices buy: for each debt the choice that is best at them.
pub(super) struct Bought {
    /// Places in the debts.
    pub(super) picks: Vec<usize>,
    /// What it takes of each row.
    pub(super) uses: Vec<i64>,
    /// What it costs in all.
    pub(super) cost: i64,
    /// No plan within the rows costs less than this, scaled.
    pub(super) floor: i64,
}

/// Steps for the first set of prices.
const STEPS: u32 = 160;
/// Every so many steps the plan bought is repaired into one that keeps the rows.
const REPAIRS: u32 = 10;
/// Steps without a better bound before the step is halved.
const PATIENCE: u32 = 8;

/// No price on anything.
pub(super) fn none(rows: &Rows<'_>) -> Prices {
    Prices(vec![0; rows.limits.len()])
}

impl Prices {
    /// What a change of the rows is worth at the prices, scaled.
    pub(super) fn weigh(&self, uses: &[i64]) -> i64 {
        self.0.iter().zip(uses).fold(0_i64, |sum, (price, used)| {
            sum.saturating_add(price.saturating_mul(*used))
        })
    }

    /// The plan these prices buy; of equals the one that takes least.
    pub(super) fn buy(&self, rows: &Rows<'_>, scale: Scale) -> Bought {
        let mut bought = Bought {
            picks: Vec::with_capacity(rows.debts.len()),
            uses: vec![0; rows.limits.len()],
            cost: 0,
            floor: 0,
        };
        for entries in rows.debts {
            let worth = |entry: &super::rows::Entry| {
                let weight = self.weigh(&entry.uses);
                (scale.up(entry.cost).saturating_add(weight), weight)
            };
            let best = entries
                .iter()
                .enumerate()
                .min_by_key(|(_, entry)| worth(entry));
            let Some((place, entry)) = best else { continue };
            bought.picks.push(place);
            bought.cost = bought.cost.saturating_add(entry.cost);
            bought.floor = bought.floor.saturating_add(worth(entry).0);
            for (sum, used) in bought.uses.iter_mut().zip(&entry.uses) {
                *sum = sum.saturating_add(*used);
            }
        }
        bought.floor = bought.floor.saturating_sub(self.weigh(rows.limits));
        bought
    }
}

/// Better prices, begun from `start`. Plans met on the way that keep the rows are given to `take`.
pub(super) fn raised(
    rows: &Rows<'_>,
    line: i64,
    scale: Scale,
    start: Prices,
    take: &mut dyn FnMut(&[usize], i64) -> bool,
    stop: &dyn Fn() -> bool,
) -> Prices {
    let most = most_price(rows, scale);
    let mut line = line;
    let mut here = start.clone();
    let mut best = (start.buy(rows, scale).floor, start);
    let (mut halvings, mut waited) = (0_u32, 0_u32);
    if let Some((picks, total)) = super::repair::thinnest(rows)
        && total < line
        && take(&picks, total)
    {
        line = total;
    }
    for at in 0..STEPS {
        let bought = here.buy(rows, scale);
        let better = bought.floor > best.0;
        if better {
            best = (bought.floor, here.clone());
            waited = 0;
        } else {
            waited = waited.saturating_add(1);
        }
        let worth_repair = at.checked_rem(REPAIRS) == Some(0) || (better && at > STEPS / 2);
        if worth_repair
            && let Some((picks, total)) = super::repair::repaired(rows, &here, scale, &bought, stop)
            && total < line
            && take(&picks, total)
        {
            line = total;
        }
        let goal = scale.up(line);
        if best.0 >= goal || halvings > 12 || stop() {
            break;
        }
        if waited >= PATIENCE {
            halvings = halvings.saturating_add(1);
            waited = 0;
            here = best.1.clone();
            continue;
        }
        if !step(rows, &mut here, &bought, goal, halvings, most) {
            break;
        }
    }
    best.1
}

/// One step along the excess of each row, sized so that it would close the gap; false where nothing is
/// exceeded or left over.
fn step(
    rows: &Rows<'_>,
    prices: &mut Prices,
    bought: &Bought,
    goal: i64,
    halvings: u32,
    most: i64,
) -> bool {
    let excess: Vec<i128> = bought
        .uses
        .iter()
        .zip(rows.limits)
        .map(|(used, limit)| i128::from(used.saturating_sub(*limit)))
        .zip(&prices.0)
        .map(|(excess, price)| if *price == 0 { excess.max(0) } else { excess })
        .collect();
    let square = excess.iter().fold(0_i128, |sum, excess| {
        sum.saturating_add(excess.saturating_mul(*excess))
    });
    if square == 0 {
        return false;
    }
    let gap = i128::from(goal.saturating_sub(bought.floor))
        .checked_shr(halvings)
        .unwrap_or(0);
    for (price, excess) in prices.0.iter_mut().zip(excess) {
        let change = gap.saturating_mul(excess).checked_div(square).unwrap_or(0);
        let moved = i128::from(*price).saturating_add(change);
        *price = i64::try_from(moved.clamp(0, i128::from(most))).unwrap_or(most);
    }
    true
}

/// The highest price at which nothing overflows.
fn most_price(rows: &Rows<'_>, scale: Scale) -> i64 {
    let mut all = 0_i64;
    for entries in rows.debts {
        let heaviest = entries
            .iter()
            .map(|entry| {
                entry
                    .uses
                    .iter()
                    .fold(0_i64, |sum, used| sum.saturating_add(*used))
            })
            .max();
        all = all.saturating_add(heaviest.unwrap_or(0));
    }
    for limit in rows.limits {
        all = all.saturating_add(*limit);
    }
    scale.most_price(all)
}
