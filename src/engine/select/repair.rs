//! From the plan that prices buy to one that keeps the rows: a good line for the search to beat.
//!
//! Promises: what it gives keeps every row; nothing about how good it is.

use super::bound::Scale;
use super::prices::{Bought, Prices};
use super::rows::{Entry, Rows};

/// A plan that keeps the rows, and its total; `None` where the steps tried find none.
pub(super) fn repaired(
    rows: &Rows<'_>,
    prices: &Prices,
    scale: Scale,
    bought: &Bought,
    stop: &dyn Fn() -> bool,
) -> Option<(Vec<usize>, i64)> {
    let mut plan = Plan {
        rows,
        picks: bought.picks.clone(),
        uses: bought.uses.clone(),
        cost: bought.cost,
    };
    let mut steps = rows.debts.len().saturating_mul(4);
    while plan.excess() > 0 {
        steps = steps.checked_sub(1)?;
        if stop() {
            return None;
        }
        plan.relieve(prices, scale)?;
    }
    while !stop() && plan.cheapen() {}
    Some((plan.picks, plan.cost))
}

/// The plan that takes the smallest shares of the rows, if it keeps them: a first one, found at once.
pub(super) fn thinnest(rows: &Rows<'_>) -> Option<(Vec<usize>, i64)> {
    let share = |entry: &Entry| {
        let shares = entry.uses.iter().zip(rows.limits).map(|(used, limit)| {
            i128::from(*used)
                .saturating_mul(1 << 40)
                .checked_div(i128::from(*limit).max(1))
                .unwrap_or(0)
        });
        (shares.fold(0_i128, i128::saturating_add), entry.cost)
    };
    let mut plan = Plan {
        rows,
        picks: Vec::with_capacity(rows.debts.len()),
        uses: vec![0; rows.limits.len()],
        cost: 0,
    };
    for entries in rows.debts {
        let (place, entry) = entries
            .iter()
            .enumerate()
            .min_by_key(|(_, entry)| share(entry))?;
        plan.picks.push(place);
        plan.cost = plan.cost.saturating_add(entry.cost);
        for (sum, used) in plan.uses.iter_mut().zip(&entry.uses) {
            *sum = sum.saturating_add(*used);
        }
    }
    (plan.excess() == 0).then_some((plan.picks, plan.cost))
}

struct Plan<'a> {
    rows: &'a Rows<'a>,
    picks: Vec<usize>,
    uses: Vec<i64>,
    cost: i64,
}

impl Plan<'_> {
    fn excess(&self) -> i64 {
        excess(&self.uses, self.rows.limits)
    }

    /// Every other choice: its debt, its place, what it changes.
    fn others(&self) -> impl Iterator<Item = (usize, usize, &Entry, &Entry)> {
        self.rows
            .debts
            .iter()
            .zip(&self.picks)
            .enumerate()
            .filter_map(|(debt, (entries, &pick))| Some((debt, entries, pick, entries.get(pick)?)))
            .flat_map(|(debt, entries, pick, from)| {
                entries
                    .iter()
                    .enumerate()
                    .filter(move |(place, _)| *place != pick)
                    .map(move |(place, to)| (debt, place, from, to))
            })
    }

    fn with(&self, from: &Entry, to: &Entry) -> impl Iterator<Item = i64> {
        self.uses
            .iter()
            .zip(&from.uses)
            .zip(&to.uses)
            .map(|((used, from), to)| used.saturating_sub(*from).saturating_add(*to))
    }

    /// The change that takes most off the excess for what it costs at the prices.
    fn relieve(&mut self, prices: &Prices, scale: Scale) -> Option<()> {
        let now = self.excess();
        let mut best: Option<(i128, usize, usize)> = None;
        for (debt, place, from, to) in self.others() {
            let left: i64 = self
                .with(from, to)
                .zip(self.rows.limits)
                .fold(0_i64, |sum, (used, limit)| {
                    sum.saturating_add(used.saturating_sub(*limit).max(0))
                });
            let relief = now.saturating_sub(left);
            if relief <= 0 {
                continue;
            }
            let worth = |entry: &Entry| {
                scale
                    .up(entry.cost)
                    .saturating_add(prices.weigh(&entry.uses))
            };
            let regret = i128::from(worth(to).saturating_sub(worth(from)).max(0)).saturating_add(1);
            let rate = regret
                .saturating_mul(1 << 20)
                .checked_div(i128::from(relief))
                .unwrap_or(0);
            if best.is_none_or(|(least, _, _)| rate < least) {
                best = Some((rate, debt, place));
            }
        }
        let (_, debt, place) = best?;
        self.make(debt, place);
        Some(())
    }

    /// The change that saves most and still keeps the rows; false where there is none.
    fn cheapen(&mut self) -> bool {
        let mut best: Option<(i64, usize, usize)> = None;
        for (debt, place, from, to) in self.others() {
            let saves = from.cost.saturating_sub(to.cost);
            if saves <= 0 || best.is_some_and(|(most, _, _)| saves <= most) {
                continue;
            }
            if self
                .with(from, to)
                .zip(self.rows.limits)
                .all(|(used, limit)| used <= *limit)
            {
                best = Some((saves, debt, place));
            }
        }
        let Some((_, debt, place)) = best else {
            return false;
        };
        self.make(debt, place);
        true
    }

    fn make(&mut self, debt: usize, place: usize) {
        let change = self.rows.debts.get(debt).and_then(|entries| {
            let from = entries.get(*self.picks.get(debt)?)?;
            Some((from, entries.get(place)?))
        });
        let Some((from, to)) = change else { return };
        self.cost = self.cost.saturating_sub(from.cost).saturating_add(to.cost);
        self.uses = self.with(from, to).collect();
        if let Some(pick) = self.picks.get_mut(debt) {
            *pick = place;
        }
    }
}

fn excess(uses: &[i64], limits: &[i64]) -> i64 {
    uses.iter().zip(limits).fold(0_i64, |sum, (used, limit)| {
        sum.saturating_add(used.saturating_sub(*limit).max(0))
    })
}
