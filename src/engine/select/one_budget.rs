//! One budget that holds for every month: exactly one choice per debt, least total, exact.
//!
//! Promises: the least total there is, or the best found with a lower bound that holds; integers only, the
//! same answer every time. How: per debt the choices nothing else beats in both figures, their lower hull, one
//! price for a unit of the budget, the plan that price buys, then only what could still beat it, as a sparse
//! table of states that drops every state whose bound cannot win.
//! Leaves to others: months that differ (`months`), what a choice means (`select`).

use crate::domain::TooLarge;

use super::bound::{self, Scale};

/// One way to pay one debt, as two figures in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pick {
    /// What it takes of the budget.
    pub monthly: i64,
    /// What it costs in all.
    pub total: i64,
}

/// The best found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picked {
    /// The place of the choice taken, debt by debt.
    pub choices: Vec<usize>,
    /// What it takes of the budget.
    pub monthly: i64,
    /// What it costs in all.
    pub total: i64,
}

/// What the search came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The best plan below the line asked for, if one was found.
    pub best: Option<Picked>,
    /// No plan costs less than this; the total of the best where it is proven. Where there is no best, no
    /// plan at all lies between this and the line asked for.
    pub least: i64,
    /// Whether the search ended by itself.
    pub complete: bool,
}

/// The most states kept before the search says how far it got.
const MOST_STATES: usize = 1 << 21;

/// The least total within one budget. With `below`, only plans that cost less than it are sought. `stop` is
/// asked now and then; once it says yes the best so far is given with its bound.
///
/// # Errors
/// [`TooLarge`] if a figure is negative or the sums cannot be held.
pub fn least_total(
    debts: &[Vec<Pick>],
    budget: i64,
    below: Option<i64>,
    stop: &dyn Fn() -> bool,
) -> Result<Answer, TooLarge> {
    let highest = checked(debts)?;
    let budget = budget.min(bound::MOST);
    let fronts: Vec<Vec<Item>> = debts.iter().map(|picks| front(picks, budget)).collect();
    let sum = |end: fn(&[Item]) -> Option<&Item>| {
        fronts
            .iter()
            .filter_map(|front| end(front))
            .fold(0_i64, |sum, item| sum.saturating_add(item.weight))
    };
    let (thinnest, heaviest) = (sum(<[Item]>::first), sum(<[Item]>::last));
    let line = below.unwrap_or_else(|| highest.saturating_add(1));
    let full = fronts.iter().all(|front| !front.is_empty());
    if !full || thinnest > budget {
        return Ok(Answer {
            best: None,
            least: line,
            complete: true,
        });
    }
    let scale = Scale::holding(highest);
    let price = price(&fronts, budget, thinnest, scale)
        .min(scale.most_price(heaviest.saturating_add(budget)));
    let mut search = Search::new(&fronts, budget, price, scale, line);
    search.pairs();
    let complete = search.run(stop);
    Ok(search.answer(complete))
}

/// The sum of the dearest choices, after checking that every figure and sum can be held.
fn checked(debts: &[Vec<Pick>]) -> Result<i64, TooLarge> {
    let (mut highest, mut heaviest) = (0_i64, 0_i64);
    for picks in debts {
        let (mut dearest, mut most) = (0_i64, 0_i64);
        for pick in picks {
            let figures = [pick.monthly, pick.total];
            if figures
                .iter()
                .any(|figure| !(0..=bound::MOST).contains(figure))
            {
                return Err(TooLarge);
            }
            dearest = dearest.max(pick.total);
            most = most.max(pick.monthly);
        }
        highest = highest.checked_add(dearest).ok_or(TooLarge)?;
        heaviest = heaviest.checked_add(most).ok_or(TooLarge)?;
    }
    if highest.max(heaviest) > bound::MOST {
        return Err(TooLarge);
    }
    Ok(highest)
}

/// A choice nothing else beats in both figures.
#[derive(Clone, Copy, Debug)]
struct Item {
    weight: i64,
    cost: i64,
    at: usize,
}

/// The Pareto front of what fits at all: weight rises, cost falls.
fn front(picks: &[Pick], budget: i64) -> Vec<Item> {
    let within = || picks.iter().filter(|pick| pick.monthly <= budget);
    let Some(cheapest) = within().min_by_key(|pick| (pick.total, pick.monthly)) else {
        return Vec::new();
    };
    let Some(thinnest) = within().min_by_key(|pick| (pick.monthly, pick.total)) else {
        return Vec::new();
    };
    let mut items: Vec<Item> = picks
        .iter()
        .enumerate()
        .filter(|(_, pick)| pick.monthly <= cheapest.monthly && pick.total <= thinnest.total)
        .map(|(at, pick)| Item {
            weight: pick.monthly,
            cost: pick.total,
            at,
        })
        .collect();
    items.sort_unstable_by_key(|item| (item.weight, item.cost, item.at));
    let mut last = i64::MAX;
    items.retain(|item| {
        let better = item.cost < last;
        if better {
            last = item.cost;
        }
        better
    });
    items
}

/// The price of a unit of budget: just above what the first step of the hulls that no longer fits saves.
fn price(fronts: &[Vec<Item>], budget: i64, thinnest: i64, scale: Scale) -> i64 {
    let mut steps: Vec<(i64, i64)> = Vec::new();
    for front in fronts {
        let hull = hull(front);
        for (from, to) in hull.iter().zip(hull.iter().skip(1)) {
            let weight = to.weight.saturating_sub(from.weight).max(1);
            let saves = scale.up(from.cost.saturating_sub(to.cost));
            steps.push((saves.checked_div(weight).unwrap_or(0), weight));
        }
    }
    steps.sort_unstable_by_key(|&(rate, weight)| (std::cmp::Reverse(rate), weight));
    let mut left = budget.saturating_sub(thinnest);
    for (rate, weight) in steps {
        left = left.saturating_sub(weight);
        if left < 0 {
            return rate.saturating_add(1);
        }
    }
    0
}

/// The lower convex hull of a front.
fn hull(front: &[Item]) -> Vec<Item> {
    let mut hull: Vec<Item> = Vec::with_capacity(front.len());
    for &item in front {
        while let [.., a, b] = hull.as_slice() {
            let wide = |x: i64, y: i64| i128::from(x).saturating_sub(i128::from(y));
            let over = wide(b.cost, a.cost).saturating_mul(wide(item.weight, a.weight));
            let line = wide(item.cost, a.cost).saturating_mul(wide(b.weight, a.weight));
            if over < line {
                break;
            }
            hull.pop();
        }
        hull.push(item);
    }
    hull
}

/// Another choice for one debt, measured from the one the price buys.
#[derive(Clone, Copy, Debug)]
struct Move {
    weight: i64,
    cost: i64,
    /// What it costs above the best at the price, scaled; never negative.
    regret: i64,
    debt: usize,
    at: usize,
}

impl Move {
    /// Regret for each unit of weight moved, rounded down.
    fn rate(&self) -> i64 {
        let weight = i64::try_from(self.weight.unsigned_abs()).unwrap_or(i64::MAX);
        self.regret.checked_div(weight).unwrap_or(0)
    }
}

/// A partial plan: what its moves change. `node` leads back to them.
#[derive(Clone, Copy, Debug)]
struct State {
    weight: i64,
    cost: i64,
    node: u32,
    by: u32,
}

const NO_MOVE: u32 = u32::MAX;

/// The rates at which debts not yet looked at can still give or take weight.
#[derive(Clone, Copy, Debug)]
struct Rates {
    /// Least regret per unit added; never above the price, as leaving a unit unused costs that.
    up: i64,
    /// Least regret per unit taken away; `None` where nothing can.
    down: Option<i64>,
    /// The most that can be taken away.
    lowest: i64,
}

struct Search {
    base: Vec<Item>,
    base_cost: i64,
    base_weight: i64,
    slack: i64,
    price: i64,
    scale: Scale,
    /// The bound of the plan the price buys, scaled.
    floor: i64,
    line: i64,
    best: Option<Vec<Move>>,
    moves: Vec<Move>,
    least: i64,
}

impl Search {
    fn new(fronts: &[Vec<Item>], budget: i64, price: i64, scale: Scale, line: i64) -> Search {
        let worth = |item: &Item| {
            scale
                .up(item.cost)
                .saturating_add(price.saturating_mul(item.weight))
        };
        let base: Vec<Item> = fronts
            .iter()
            .filter_map(|front| front.iter().min_by_key(|item| (worth(item), item.weight)))
            .copied()
            .collect();
        let sum = |figure: fn(&Item) -> i64| {
            base.iter()
                .fold(0_i64, |sum, item| sum.saturating_add(figure(item)))
        };
        let (base_cost, base_weight) = (sum(|item| item.cost), sum(|item| item.weight));
        let slack = budget.saturating_sub(base_weight);
        let floor = scale
            .up(base_cost)
            .saturating_sub(price.saturating_mul(slack));
        let mut search = Search {
            base_cost,
            base_weight,
            slack,
            price,
            scale,
            floor,
            line,
            best: None,
            moves: Vec::new(),
            least: line,
            base,
        };
        search.improve(0, 0, Vec::new);
        let room = search.room();
        let mut moves = Vec::new();
        for (debt, (front, base)) in fronts.iter().zip(&search.base).enumerate() {
            for item in front.iter().filter(|item| item.at != base.at) {
                let regret = worth(item).saturating_sub(worth(base));
                if regret <= room {
                    moves.push(Move {
                        weight: item.weight.saturating_sub(base.weight),
                        cost: item.cost.saturating_sub(base.cost),
                        regret,
                        debt,
                        at: item.at,
                    });
                }
            }
        }
        search.moves = moves;
        search
    }

    /// How much regret a plan may have and still cost less than the line.
    fn room(&self) -> i64 {
        self.scale
            .up(self.line.saturating_sub(1))
            .saturating_sub(self.floor)
    }

    /// Takes a plan that fits and costs less than the line.
    fn improve(&mut self, weight: i64, cost: i64, moves: impl FnOnce() -> Vec<Move>) {
        let total = self.base_cost.saturating_add(cost);
        if weight <= self.slack && total < self.line {
            self.line = total;
            self.best = Some(moves());
        }
    }

    /// The best plan one or two moves away: a good line before the table is begun.
    fn pairs(&mut self) {
        let mut sorted = self.moves.clone();
        sorted.sort_unstable_by_key(|step| (step.weight, step.cost));
        // Of the moves so far by weight: the cheapest, and the cheapest of another debt.
        let mut cheapest: Vec<(Move, Option<Move>)> = Vec::with_capacity(sorted.len());
        for &step in &sorted {
            let next = match cheapest.last() {
                None => (step, None),
                Some(&(first, second)) if step.cost < first.cost => {
                    let other = if first.debt == step.debt {
                        second
                    } else {
                        Some(first)
                    };
                    (step, other)
                }
                Some(&(first, second)) => {
                    let better = step.debt != first.debt
                        && second.is_none_or(|second| step.cost < second.cost);
                    (first, if better { Some(step) } else { second })
                }
            };
            cheapest.push(next);
        }
        for &step in &sorted {
            self.improve(step.weight, step.cost, || vec![step]);
            let left = self.slack.saturating_sub(step.weight);
            let fitting = sorted.partition_point(|other| other.weight <= left);
            let Some(&(first, second)) = fitting.checked_sub(1).and_then(|k| cheapest.get(k))
            else {
                continue;
            };
            let other = if first.debt == step.debt {
                second
            } else {
                Some(first)
            };
            if let Some(other) = other {
                let cost = step.cost.saturating_add(other.cost);
                let weight = step.weight.saturating_add(other.weight);
                self.improve(weight, cost, || vec![step, other]);
            }
        }
    }

    /// What could still win, debt by debt, the debts with the least regret per unit first.
    fn by_debt(&self) -> Vec<Vec<Move>> {
        let room = self.room();
        let mut groups: Vec<Vec<Move>> = Vec::new();
        for step in self.moves.iter().filter(|step| step.regret <= room) {
            match groups.last_mut() {
                Some(group) if group.first().is_some_and(|first| first.debt == step.debt) => {
                    group.push(*step);
                }
                _ => groups.push(vec![*step]),
            }
        }
        groups.sort_by_key(|group| group.iter().map(Move::rate).min());
        groups
    }

    /// For each group the rates of the groups after it; one more for the start.
    fn rates(&self, groups: &[Vec<Move>]) -> Vec<Rates> {
        let mut rates = vec![Rates {
            up: self.price,
            down: None,
            lowest: 0,
        }];
        let mut last = Rates {
            up: self.price,
            down: None,
            lowest: 0,
        };
        for group in groups.iter().rev() {
            for step in group {
                if step.weight > 0 {
                    last.up = last.up.min(step.rate());
                } else {
                    last.down = Some(last.down.map_or(step.rate(), |rate| rate.min(step.rate())));
                }
            }
            let thinnest = group.iter().map(|step| step.weight).min().unwrap_or(0);
            last.lowest = last.lowest.saturating_add(thinnest.min(0));
            rates.push(last);
        }
        rates.reverse();
        rates
    }

    /// The least regret of any plan that completes a state; `None` where none fits.
    fn regret(&self, weight: i64, cost: i64, rates: Rates) -> Option<i64> {
        if weight.saturating_add(rates.lowest) > self.slack {
            return None;
        }
        let so_far = self
            .scale
            .up(cost)
            .saturating_add(self.price.saturating_mul(weight));
        let left = self.slack.saturating_sub(weight);
        let more = if left >= 0 {
            left.saturating_mul(rates.up)
        } else {
            left.saturating_neg().saturating_mul(rates.down?)
        };
        Some(so_far.saturating_add(more))
    }

    fn run(&mut self, stop: &dyn Fn() -> bool) -> bool {
        let groups = self.by_debt();
        let rates = self.rates(&groups);
        let mut states = vec![State {
            weight: 0,
            cost: 0,
            node: NO_MOVE,
            by: NO_MOVE,
        }];
        let mut arena: Vec<(u32, Move)> = Vec::new();
        for ((group, &here), &rest) in groups.iter().zip(&rates).zip(rates.iter().skip(1)) {
            if states.len() > MOST_STATES || stop() {
                self.least = self.bound_of(&states, here);
                return false;
            }
            let mut next = self.kept(&states, rest);
            for (k, step) in (0_u32..).zip(group) {
                if step.regret > self.room() {
                    continue;
                }
                let moved = self.moved(&states, k, step, rest, &arena);
                next = merged(&next, &moved);
                if next.len() > MOST_STATES || stop() {
                    self.least = self.bound_of(&states, here);
                    return false;
                }
            }
            for state in &mut next {
                let step = usize::try_from(state.by).ok().and_then(|by| group.get(by));
                if let Some(step) = step {
                    arena.push((state.node, *step));
                    state.node = u32::try_from(arena.len().saturating_sub(1)).unwrap_or(NO_MOVE);
                    state.by = NO_MOVE;
                }
            }
            states = next;
            if states.is_empty() {
                break;
            }
        }
        self.least = self.line;
        true
    }

    fn kept(&self, states: &[State], rest: Rates) -> Vec<State> {
        let room = self.room();
        states
            .iter()
            .filter(|state| {
                self.regret(state.weight, state.cost, rest)
                    .is_some_and(|regret| regret <= room)
            })
            .copied()
            .collect()
    }

    fn moved(
        &mut self,
        states: &[State],
        k: u32,
        step: &Move,
        rest: Rates,
        arena: &[(u32, Move)],
    ) -> Vec<State> {
        let mut room = self.room();
        let mut moved = Vec::with_capacity(states.len());
        for state in states {
            let weight = state.weight.saturating_add(step.weight);
            let cost = state.cost.saturating_add(step.cost);
            let Some(regret) = self.regret(weight, cost, rest) else {
                break; // weights only rise from here
            };
            if regret > room {
                continue;
            }
            if weight <= self.slack && self.base_cost.saturating_add(cost) < self.line {
                self.improve(weight, cost, || {
                    let mut moves = path(arena, state.node);
                    moves.push(*step);
                    moves
                });
                room = self.room();
            }
            moved.push(State {
                weight,
                cost,
                node: state.node,
                by: k,
            });
        }
        moved
    }

    /// The least any plan can cost that completes one of the states.
    fn bound_of(&self, states: &[State], rates: Rates) -> i64 {
        let least = states
            .iter()
            .filter_map(|state| self.regret(state.weight, state.cost, rates))
            .min();
        match least {
            None => self.line,
            Some(regret) => self
                .scale
                .down(self.floor.saturating_add(regret))
                .min(self.line),
        }
    }

    fn answer(self, complete: bool) -> Answer {
        let best = self.best.map(|moves| {
            let mut choices: Vec<usize> = self.base.iter().map(|item| item.at).collect();
            let (mut monthly, mut total) = (self.base_weight, self.base_cost);
            for step in moves {
                if let Some(choice) = choices.get_mut(step.debt) {
                    *choice = step.at;
                }
                monthly = monthly.saturating_add(step.weight);
                total = total.saturating_add(step.cost);
            }
            Picked {
                choices,
                monthly,
                total,
            }
        });
        Answer {
            best,
            least: self.least,
            complete,
        }
    }
}

/// The moves that led to a state.
fn path(arena: &[(u32, Move)], node: u32) -> Vec<Move> {
    let mut moves = Vec::new();
    let mut at = node;
    while let Some(&(parent, step)) = usize::try_from(at).ok().and_then(|at| arena.get(at)) {
        moves.push(step);
        at = parent;
    }
    moves
}

/// Two lists by rising weight as one, without states that another beats in both figures.
fn merged(a: &[State], b: &[State]) -> Vec<State> {
    let mut all = Vec::with_capacity(a.len().saturating_add(b.len()));
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut cheapest = i64::MAX;
    loop {
        let state = match (left.peek(), right.peek()) {
            (Some(x), Some(y)) if (y.weight, y.cost) < (x.weight, x.cost) => right.next(),
            (Some(_), _) => left.next(),
            (None, Some(_)) => right.next(),
            (None, None) => return all,
        };
        if let Some(state) = state.filter(|state| state.cost < cheapest) {
            cheapest = state.cost;
            all.push(*state);
        }
    }
}
