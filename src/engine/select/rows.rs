//! Many limits at once: exactly one choice per debt, every row within its limit, least total, exact.
//!
//! A row is a month, or several months that draw on one sum. Promises: the least total there is, or the best
//! found with a lower bound that holds; integers only; the same answer every time. How: prices for the rows
//! by subgradient steps, the plan those prices buy, what could still beat it, and a table of partial plans
//! that drops what another beats in every figure. Where the table would grow too wide its worst part is set
//! aside together with the bound it had, so that what is said of the gap stays true.
//! Leaves to others: one row alone (`one_budget`), which rows there are (`select`).

use super::bound::Scale;
use super::prices::{self, Prices};

/// One way to pay one debt: its total and what it takes of each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// What it costs in all.
    pub(super) cost: i64,
    /// What it takes of each row.
    pub(super) uses: Vec<i64>,
    /// Its place among the choices of its debt.
    pub(super) at: usize,
}

/// What is to be solved.
pub(super) struct Rows<'a> {
    /// The choices of each debt; none is empty.
    pub(super) debts: &'a [Vec<Entry>],
    /// The limit of each row.
    pub(super) limits: &'a [i64],
    /// Only plans below this total are sought.
    pub(super) line: i64,
    /// The sum of the dearest choices.
    pub(super) highest: i64,
}

/// What the search came to.
pub(super) struct Found {
    /// The best plan below the line, as places in `debts`.
    pub(super) best: Option<Vec<usize>>,
    /// Its total, or the line.
    pub(super) line: i64,
    /// No plan costs less than this.
    pub(super) least: i64,
    /// The least total of a plan within the rows that `accept` refused: the rows do not say all.
    pub(super) refused: Option<i64>,
    /// Whether the search ended by itself.
    pub(super) complete: bool,
}

/// The widest table before the program gives up on a proof.
const WIDEST: usize = 1 << 18;
/// The first width tried.
const WIDTH: usize = 1 << 12;

/// Solves the rows. `accept` has the last word on a plan that keeps them (places in `debts`).
pub(super) fn solve(
    rows: &Rows<'_>,
    accept: &mut dyn FnMut(&[usize]) -> bool,
    stop: &dyn Fn() -> bool,
) -> Found {
    let scale = Scale::holding(rows.highest);
    let mut found = Found {
        best: None,
        line: rows.line,
        least: rows.line,
        refused: None,
        complete: true,
    };
    let mut prices = prices::none(rows);
    let mut width = WIDTH;
    loop {
        prices = prices::raised(
            rows,
            found.line,
            scale,
            prices,
            &mut |picks, total| take(&mut found, picks, total, accept),
            stop,
        );
        let mut table = Table::new(rows, scale, &prices, &mut found, accept);
        let set_aside = table.run(width, stop);
        let bound = set_aside.map(|regret| scale.down(table.floor.saturating_add(regret)));
        // What a refused plan beat in the table may have been a plan that is not refused, and costs no less.
        found.least = [bound, found.refused]
            .into_iter()
            .flatten()
            .fold(found.line, i64::min);
        found.complete = found.least >= found.line;
        width = width.saturating_mul(8);
        if found.complete || found.refused.is_some() || width > WIDEST || stop() {
            return found;
        }
    }
}

/// Takes a plan that is better than the line, if it is accepted.
fn take(
    found: &mut Found,
    picks: &[usize],
    total: i64,
    accept: &mut dyn FnMut(&[usize]) -> bool,
) -> bool {
    if total >= found.line {
        return false;
    }
    if accept(picks) {
        found.line = total;
        found.best = Some(picks.to_vec());
        true
    } else {
        found.refused = least(found.refused, Some(total));
        false
    }
}

/// Another choice for one debt, measured from the one the prices buy.
#[derive(Clone, Debug)]
struct Move {
    debt: usize,
    place: usize,
    cost: i64,
    /// What it changes in each row.
    uses: Vec<i64>,
    /// The same, at the prices, scaled.
    weight: i64,
    /// What it costs above the best at the prices, scaled; never negative.
    regret: i64,
}

/// Rates are held in parts of 2^20.
const RATE_PLACES: u32 = 20;

impl Move {
    fn rate(&self) -> i64 {
        let weight = i128::from(self.weight).saturating_abs().max(1);
        let regret = i128::from(self.regret)
            .checked_shl(RATE_PLACES)
            .unwrap_or(i128::MAX);
        i64::try_from(regret.checked_div(weight).unwrap_or(0)).unwrap_or(i64::MAX)
    }
}

/// A partial plan: what its moves change. Its rows stand in a list beside.
#[derive(Clone, Copy, Debug)]
struct State {
    cost: i64,
    weight: i64,
    /// Least regret of any plan that completes it.
    regret: i64,
    node: u32,
    by: u32,
    /// Where its rows stand.
    at: usize,
}

const NO_MOVE: u32 = u32::MAX;

/// What the debts not yet looked at can still do.
#[derive(Clone, Debug)]
struct Rest {
    up: i64,
    down: Option<i64>,
    /// The least they can make of each row.
    lowest: Vec<i64>,
}

struct Table<'a, 'b> {
    found: &'a mut Found,
    accept: &'a mut dyn FnMut(&[usize]) -> bool,
    scale: Scale,
    base: Vec<usize>,
    base_cost: i64,
    slack: Vec<i64>,
    slack_weight: i64,
    floor: i64,
    moves: Vec<Move>,
    arena: Vec<(u32, usize, usize)>,
    rows: &'b Rows<'b>,
}

impl<'a, 'b> Table<'a, 'b> {
    fn new(
        rows: &'b Rows<'b>,
        scale: Scale,
        prices: &Prices,
        found: &'a mut Found,
        accept: &'a mut dyn FnMut(&[usize]) -> bool,
    ) -> Table<'a, 'b> {
        let bought = prices.buy(rows, scale);
        let slack: Vec<i64> = rows
            .limits
            .iter()
            .zip(&bought.uses)
            .map(|(limit, used)| limit.saturating_sub(*used))
            .collect();
        let slack_weight = prices.weigh(&slack);
        let mut table = Table {
            found,
            accept,
            scale,
            base_cost: bought.cost,
            base: bought.picks,
            slack,
            slack_weight,
            floor: bought.floor,
            moves: Vec::new(),
            arena: Vec::new(),
            rows,
        };
        table.consider(0, &vec![0; rows.limits.len()], NO_MOVE, None);
        table.moves = table.winning_moves(prices);
        table
    }

    fn room(&self) -> i64 {
        self.scale
            .up(self.found.line.saturating_sub(1))
            .saturating_sub(self.floor)
    }

    fn winning_moves(&self, prices: &Prices) -> Vec<Move> {
        let room = self.room();
        let mut moves = Vec::new();
        for (debt, (entries, &base)) in self.rows.debts.iter().zip(&self.base).enumerate() {
            let Some(from) = entries.get(base) else {
                continue;
            };
            for (place, entry) in entries.iter().enumerate().filter(|(k, _)| *k != base) {
                let uses: Vec<i64> = entry
                    .uses
                    .iter()
                    .zip(&from.uses)
                    .map(|(to, from)| to.saturating_sub(*from))
                    .collect();
                let cost = entry.cost.saturating_sub(from.cost);
                let weight = prices.weigh(&uses);
                let regret = self.scale.up(cost).saturating_add(weight);
                if regret <= room {
                    moves.push(Move {
                        debt,
                        place,
                        cost,
                        uses,
                        weight,
                        regret,
                    });
                }
            }
        }
        moves
    }

    fn by_debt(&self) -> Vec<Vec<Move>> {
        let room = self.room();
        let mut groups: Vec<Vec<Move>> = Vec::new();
        for step in self.moves.iter().filter(|step| step.regret <= room) {
            match groups.last_mut() {
                Some(group) if group.first().is_some_and(|first| first.debt == step.debt) => {
                    group.push(step.clone());
                }
                _ => groups.push(vec![step.clone()]),
            }
        }
        groups.sort_by_key(|group| group.iter().map(Move::rate).min());
        groups
    }

    /// For the start, and after each group, what the groups that follow can still do.
    fn rests(&self, groups: &[Vec<Move>]) -> Vec<Rest> {
        let mut last = Rest {
            up: 1_i64.checked_shl(RATE_PLACES).unwrap_or(1),
            down: None,
            lowest: vec![0; self.slack.len()],
        };
        let mut rests = vec![last.clone()];
        for group in groups.iter().rev() {
            let mut thinnest = vec![0_i64; self.slack.len()];
            for step in group {
                if step.weight > 0 {
                    last.up = last.up.min(step.rate());
                } else if step.weight < 0 {
                    last.down = Some(last.down.map_or(step.rate(), |rate| rate.min(step.rate())));
                }
                for (least, used) in thinnest.iter_mut().zip(&step.uses) {
                    *least = (*least).min(*used);
                }
            }
            for (sum, least) in last.lowest.iter_mut().zip(thinnest) {
                *sum = sum.saturating_add(least);
            }
            rests.push(last.clone());
        }
        rests.reverse();
        rests
    }

    /// The least regret of any plan that completes a state; `None` where none keeps the rows.
    fn regret(&self, cost: i64, weight: i64, uses: &[i64], rest: &Rest) -> Option<i64> {
        let fits = uses
            .iter()
            .zip(&rest.lowest)
            .zip(&self.slack)
            .all(|((used, lowest), slack)| used.saturating_add(*lowest) <= *slack);
        if !fits {
            return None;
        }
        let so_far = self.scale.up(cost).saturating_add(weight);
        let left = self.slack_weight.saturating_sub(weight);
        let rate = if left >= 0 { rest.up } else { rest.down? };
        let more = i128::from(left.saturating_abs())
            .saturating_mul(i128::from(rate))
            .checked_shr(RATE_PLACES)
            .unwrap_or(0);
        Some(so_far.saturating_add(i64::try_from(more).unwrap_or(i64::MAX)))
    }

    /// Takes the plan that makes a state's moves and no others, if it keeps the rows and is better.
    fn consider(&mut self, cost: i64, uses: &[i64], node: u32, last: Option<(usize, usize)>) {
        let total = self.base_cost.saturating_add(cost);
        let fits = uses
            .iter()
            .zip(&self.slack)
            .all(|(used, slack)| used <= slack);
        if !fits || total >= self.found.line {
            return;
        }
        let mut picks = self.base.clone();
        let mut put = |debt: usize, place: usize| {
            if let Some(pick) = picks.get_mut(debt) {
                *pick = place;
            }
        };
        if let Some((debt, place)) = last {
            put(debt, place);
        }
        let mut at = node;
        while let Some(&(parent, debt, place)) =
            usize::try_from(at).ok().and_then(|at| self.arena.get(at))
        {
            put(debt, place);
            at = parent;
        }
        take(self.found, &picks, total, self.accept);
    }

    /// Fills the table. Gives the least regret of what was set aside, if anything was.
    fn run(&mut self, width: usize, stop: &dyn Fn() -> bool) -> Option<i64> {
        if self.room() < 0 {
            return None;
        }
        let groups = self.by_debt();
        let rests = self.rests(&groups);
        let nothing = vec![0_i64; self.slack.len()];
        let mut aside: Option<i64> = None;
        let regret = rests
            .first()
            .and_then(|rest| self.regret(0, 0, &nothing, rest))?;
        let mut uses = nothing;
        let mut states = vec![State {
            cost: 0,
            weight: 0,
            regret,
            node: NO_MOVE,
            by: NO_MOVE,
            at: 0,
        }];
        for (group, rest) in groups.iter().zip(rests.iter().skip(1)) {
            let Some((made, made_uses)) = self.moved(&states, &uses, group, rest, stop) else {
                return least(aside, states.iter().map(|state| state.regret).min());
            };
            let (kept, dropped) = self.thinned(made, &made_uses, width);
            aside = least(aside, dropped);
            (states, uses) = self.settled(kept, &made_uses, group);
            if states.is_empty() {
                break;
            }
        }
        let room = self.room();
        aside.filter(|regret| *regret <= room)
    }

    /// Every state with every move of a group, or none of them; `None` once `stop` speaks.
    fn moved(
        &mut self,
        states: &[State],
        uses: &[i64],
        group: &[Move],
        rest: &Rest,
        stop: &dyn Fn() -> bool,
    ) -> Option<(Vec<State>, Vec<i64>)> {
        let rows = self.slack.len();
        let mut made: Vec<State> = Vec::with_capacity(states.len());
        let mut made_uses: Vec<i64> = Vec::with_capacity(uses.len());
        let mut sum = vec![0_i64; rows];
        for (at, state) in states.iter().enumerate() {
            if at.checked_rem(1 << 12) == Some(0) && stop() {
                return None;
            }
            let own = stretch(uses, state.at, rows);
            if let Some(regret) = self.regret(state.cost, state.weight, own, rest)
                && regret <= self.room()
            {
                made.push(State {
                    regret,
                    at: made_uses.len(),
                    ..*state
                });
                made_uses.extend_from_slice(own);
            }
            for (by, step) in (0_u32..).zip(group) {
                let cost = state.cost.saturating_add(step.cost);
                let weight = state.weight.saturating_add(step.weight);
                for ((sum, own), change) in sum.iter_mut().zip(own).zip(&step.uses) {
                    *sum = own.saturating_add(*change);
                }
                let Some(regret) = self.regret(cost, weight, &sum, rest) else {
                    continue;
                };
                if regret > self.room() {
                    continue;
                }
                self.consider(cost, &sum, state.node, Some((step.debt, step.place)));
                made.push(State {
                    cost,
                    weight,
                    regret,
                    node: state.node,
                    by,
                    at: made_uses.len(),
                });
                made_uses.extend_from_slice(&sum);
            }
        }
        Some((made, made_uses))
    }

    /// The most promising states first, without those another beats in every figure; at most `width`, and the
    /// least regret of those set aside.
    fn thinned(
        &self,
        mut states: Vec<State>,
        uses: &[i64],
        width: usize,
    ) -> (Vec<State>, Option<i64>) {
        let rows = self.slack.len();
        let room = self.room();
        states.retain(|state| state.regret <= room);
        states.sort_by_key(|state| {
            (
                self.scale.up(state.cost).saturating_add(state.weight),
                state.cost,
            )
        });
        let mut kept: Vec<State> = Vec::with_capacity(states.len().min(width));
        let mut aside = None;
        for state in states {
            let own = stretch(uses, state.at, rows);
            let beats = |other: &State| {
                other.cost <= state.cost
                    && stretch(uses, other.at, rows)
                        .iter()
                        .zip(own)
                        .all(|(a, b)| a <= b)
            };
            let recent = kept.iter().rev().take(RECENT);
            if kept.iter().take(RECENT).chain(recent).any(beats) {
                continue;
            }
            if kept.len() < width {
                kept.push(state);
            } else {
                aside = least(aside, Some(state.regret));
            }
        }
        (kept, aside)
    }

    /// Writes down the moves of the states kept, and their rows one after the other.
    fn settled(
        &mut self,
        kept: Vec<State>,
        uses: &[i64],
        group: &[Move],
    ) -> (Vec<State>, Vec<i64>) {
        let rows = self.slack.len();
        let mut compact = Vec::with_capacity(kept.len().saturating_mul(rows));
        let mut states = kept;
        for state in &mut states {
            let own = stretch(uses, state.at, rows);
            state.at = compact.len();
            compact.extend_from_slice(own);
            if let Some(step) = usize::try_from(state.by).ok().and_then(|by| group.get(by)) {
                self.arena.push((state.node, step.debt, step.place));
                state.node = u32::try_from(self.arena.len().saturating_sub(1)).unwrap_or(NO_MOVE);
                state.by = NO_MOVE;
            }
        }
        (states, compact)
    }
}

/// How many kept states a new one is compared with, at either end.
const RECENT: usize = 24;

fn stretch(uses: &[i64], at: usize, rows: usize) -> &[i64] {
    uses.get(at..at.saturating_add(rows)).unwrap_or_default()
}

fn least(a: Option<i64>, b: Option<i64>) -> Option<i64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (one, other) => one.or(other),
    }
}
