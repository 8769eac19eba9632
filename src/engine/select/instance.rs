//! A selection as integers: ways to pay, months, and the rows that limit them.
//!
//! Rows begin as single months. A one-off that several months would spend twice adds a row over those months
//! once a plan is met that does so. Promises: an answer it calls complete is one for all months.

use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::selection::{Choice, Choices, MonthBudget, Origin};

use super::bound::MOST;
use super::one_budget::{self, Pick};
use super::rows::{self, Entry, Rows};

/// One choice that meets what is asked of it.
#[derive(Clone, Debug)]
pub(super) struct Way {
    /// What is paid in each month.
    pub(super) payments: Vec<i64>,
    /// What it costs in all.
    pub(super) total: i64,
    /// The month of its last payment.
    pub(super) ends: usize,
    /// Its place among the caller's choices.
    pub(super) at: usize,
}

/// What one month may bear.
#[derive(Clone, Copy, Debug)]
pub(super) struct Month {
    /// Ordinary money.
    pub(super) ordinary: i64,
    /// One-offs arrived up to and in it.
    pub(super) arrived: i64,
}

/// The line where costs do not count: prices that reach it are fine enough to tell months apart.
pub(super) const LINE_WITHOUT_COSTS: i64 = 1 << 14;

/// Months that together may not take more than a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row {
    months: Vec<usize>,
    limit: i64,
}

/// A selection as integers.
#[derive(Clone, Debug)]
pub(super) struct Instance {
    /// The ways to pay each debt.
    pub(super) debts: Vec<Vec<Way>>,
    /// The months.
    pub(super) months: Vec<Month>,
    /// The sum of the dearest ways.
    pub(super) highest: i64,
    rows: Vec<Row>,
}

/// What a search over an instance came to. Picks are places among the ways of each debt.
#[derive(Clone, Debug)]
pub(super) struct Solved {
    pub(super) picks: Option<Vec<usize>>,
    /// The total of the picks, or the line that was to be undercut.
    pub(super) line: i64,
    /// Nothing is below this.
    pub(super) least: i64,
    /// Whether the search ended by itself.
    pub(super) complete: bool,
}

impl Instance {
    /// Reads choices and budget.
    pub(super) fn new(debts: &[Choices], budget: &[MonthBudget]) -> Result<Instance, TooLarge> {
        // Months after the last payment of any choice limit nothing.
        let length = debts
            .iter()
            .flat_map(|debt| &debt.all)
            .map(|choice| choice.payments.len())
            .fold(0, usize::max);
        let mut ways = Vec::with_capacity(debts.len());
        let (mut highest, mut heaviest) = (0_i64, 0_i64);
        for debt in debts {
            let own = ways_of(debt, length)?;
            let dearest = own.iter().map(|way| way.total).max().unwrap_or(0);
            let paid = |way: &Way| way.payments.iter().fold(0_i64, |a, b| a.saturating_add(*b));
            let most = own.iter().map(paid).max().unwrap_or(0);
            highest = highest.checked_add(dearest).ok_or(TooLarge)?;
            heaviest = heaviest.checked_add(most).ok_or(TooLarge)?;
            ways.push(own);
        }
        if highest.max(heaviest) > MOST {
            return Err(TooLarge);
        }
        let months = months_of(budget, length)?;
        Ok(Instance {
            rows: single(&months),
            debts: ways,
            months,
            highest,
        })
    }

    /// The same choices within other months.
    pub(super) fn within(&self, months: Vec<Month>) -> Instance {
        Instance {
            debts: self.debts.clone(),
            rows: single(&months),
            months,
            highest: self.highest,
        }
    }

    /// The same, where only whether there is a plan counts. Ways that something cheaper in every month beats are gone,
    /// and what prices show is not blurred by what the ways cost.
    pub(super) fn costless(&self) -> Instance {
        let mut instance = self.clone();
        for way in instance.debts.iter_mut().flatten() {
            way.total = 0;
        }
        instance.highest = LINE_WITHOUT_COSTS;
        instance
    }

    /// Only some of the debts.
    pub(super) fn only(&self, debts: &[usize]) -> Instance {
        Instance {
            debts: debts
                .iter()
                .filter_map(|debt| self.debts.get(*debt).cloned())
                .collect(),
            ..self.clone()
        }
    }

    /// The month of the last payment of a plan.
    pub(super) fn ends(&self, picks: &[usize]) -> usize {
        self.taken(picks).map(|way| way.ends).max().unwrap_or(0)
    }

    /// The earliest month any plan could end in.
    pub(super) fn no_end_before(&self) -> usize {
        let earliest = |ways: &Vec<Way>| ways.iter().map(|way| way.ends).min();
        self.debts.iter().filter_map(earliest).max().unwrap_or(0)
    }

    /// For each debt the way whose largest payment is smallest.
    pub(super) fn flattest(&self) -> Vec<usize> {
        let peak = |way: &Way| way.payments.iter().copied().max();
        self.debts
            .iter()
            .map(|ways| {
                let places = ways.iter().enumerate();
                places
                    .min_by_key(|(_, way)| peak(way))
                    .map_or(0, |(at, _)| at)
            })
            .collect()
    }

    /// A plan as places among the caller's choices.
    pub(super) fn choices(&self, picks: &[usize]) -> Vec<usize> {
        self.taken(picks).map(|way| way.at).collect()
    }

    /// What a plan pays in each month.
    pub(super) fn paid(&self, picks: &[usize]) -> Vec<i64> {
        let mut paid = vec![0_i64; self.months.len()];
        for way in self.taken(picks) {
            for (sum, payment) in paid.iter_mut().zip(&way.payments) {
                *sum = sum.saturating_add(*payment);
            }
        }
        paid
    }

    fn taken(&self, picks: &[usize]) -> impl Iterator<Item = &Way> {
        self.debts
            .iter()
            .zip(picks)
            .filter_map(|(ways, pick)| ways.get(*pick))
    }

    /// The cheapest plan below `line` that ends no later than `latest`.
    pub(super) fn solve(
        &mut self,
        latest: usize,
        line: i64,
        stop: &dyn Fn() -> bool,
    ) -> Result<Solved, TooLarge> {
        let mut best = Solved {
            picks: None,
            line,
            least: line,
            complete: true,
        };
        let unending = self
            .debts
            .iter()
            .any(|ways| !ways.iter().any(|way| way.ends <= latest));
        if unending {
            return Ok(best);
        }
        loop {
            let narrow = Narrow::of(self, latest);
            let mut wrong: Vec<Row> = Vec::new();
            let mut accept = |places: &[usize]| -> bool {
                let picks = narrow.ways(places);
                match overspent(&self.months, &self.paid(&picks)) {
                    None => true,
                    Some(row) => {
                        if !wrong.contains(&row) {
                            wrong.push(row);
                        }
                        false
                    }
                }
            };
            let found = narrow.solve(best.line, self.highest, &mut accept, stop)?;
            if let Some(places) = found.best {
                best.picks = Some(narrow.ways(&places));
                best.line = found.line;
            }
            best.least = found.least.min(best.line);
            best.complete = found.complete;
            let news = wrong.iter().any(|row| !self.rows.contains(row));
            if found.refused.is_none() || !news || stop() {
                best.complete = best.complete && found.refused.is_none();
                return Ok(best);
            }
            wrong.retain(|row| !self.rows.contains(row));
            self.rows.extend(wrong);
        }
    }
}

/// Each month as a row of its own.
fn single(months: &[Month]) -> Vec<Row> {
    let row = |(at, month): (usize, &Month)| Row {
        months: vec![at],
        limit: month.ordinary.saturating_add(month.arrived),
    };
    months.iter().enumerate().map(row).collect()
}

/// The months that spend what is not there, as a row they break; `None` where a plan can be kept.
pub(super) fn overspent(months: &[Month], paid: &[i64]) -> Option<Row> {
    let mut drawn = 0_i64;
    let mut over = Row {
        months: Vec::new(),
        limit: 0,
    };
    for (at, (month, paid)) in months.iter().zip(paid).enumerate() {
        if *paid > month.ordinary {
            drawn = drawn.saturating_add(paid.saturating_sub(month.ordinary));
            over.months.push(at);
            over.limit = over.limit.saturating_add(month.ordinary);
        }
        if drawn > month.arrived {
            over.limit = over.limit.saturating_add(month.arrived);
            return Some(over);
        }
    }
    None
}

fn ways_of(debt: &Choices, length: usize) -> Result<Vec<Way>, TooLarge> {
    let mut ways = Vec::with_capacity(debt.all.len());
    for (at, choice) in debt.all.iter().enumerate() {
        let mut payments = Vec::with_capacity(length);
        for payment in &choice.payments {
            payments.push(figure(*payment)?);
        }
        payments.resize(length, 0);
        let way = Way {
            total: figure(choice.total)?,
            ends: choice.ends,
            payments,
            at,
        };
        if meets(debt, choice) {
            ways.push(way);
        }
    }
    // What a lender offered comes first, so that of two equal ways it is the one taken.
    ways.sort_by_key(|way| {
        debt.all
            .get(way.at)
            .is_none_or(|choice| choice.origin != Origin::Offered)
    });
    Ok(ways)
}

/// Whether a choice meets what is asked of it.
fn meets(debt: &Choices, choice: &Choice) -> bool {
    let paying = || {
        choice
            .payments
            .iter()
            .enumerate()
            .filter(|(_, payment)| payment.is_positive())
    };
    let last = paying().next_back().map(|(at, _)| at);
    let enough = debt
        .least_payment
        .is_none_or(|least| paying().all(|(at, payment)| *payment >= least || Some(at) == last));
    let in_time = debt
        .latest_start
        .is_none_or(|latest| paying().next().is_none_or(|(first, _)| first <= latest));
    enough && in_time
}

fn months_of(budget: &[MonthBudget], length: usize) -> Result<Vec<Month>, TooLarge> {
    let mut months = Vec::with_capacity(length);
    let mut arrived = 0_i64;
    for month in budget.iter().take(length) {
        arrived = arrived.checked_add(figure(month.once)?).ok_or(TooLarge)?;
        months.push(Month {
            ordinary: figure(month.ordinary)?,
            arrived,
        });
    }
    if arrived > MOST {
        return Err(TooLarge);
    }
    months.resize(
        length,
        Month {
            ordinary: 0,
            arrived,
        },
    );
    Ok(months)
}

fn figure(money: Money) -> Result<i64, TooLarge> {
    match i64::try_from(money.minor()) {
        Ok(minor @ 0..=MOST) => Ok(minor),
        _ => Err(TooLarge),
    }
}

/// The part of an instance that matters: rows that can bind, ways that nothing else beats in them.
struct Narrow {
    /// What remains of each debt; `at` is the place of the way.
    entries: Vec<Vec<Entry>>,
    limits: Vec<i64>,
}

impl Narrow {
    fn of(instance: &Instance, latest: usize) -> Narrow {
        let rows = binding(instance, latest);
        let limits = rows.iter().map(|row| row.limit).collect();
        let entries = instance
            .debts
            .iter()
            .map(|ways| {
                let entries = ways
                    .iter()
                    .enumerate()
                    .filter(|(_, way)| way.ends <= latest)
                    .map(|(at, way)| Entry {
                        cost: way.total,
                        uses: rows.iter().map(|row| uses(row, way)).collect(),
                        at,
                    })
                    .collect();
                unbeaten(entries)
            })
            .collect();
        Narrow { entries, limits }
    }

    /// Places among the entries as places among the ways.
    fn ways(&self, places: &[usize]) -> Vec<usize> {
        self.entries
            .iter()
            .zip(places)
            .filter_map(|(entries, place)| entries.get(*place).map(|entry| entry.at))
            .collect()
    }

    fn solve(
        &self,
        line: i64,
        highest: i64,
        accept: &mut dyn FnMut(&[usize]) -> bool,
        stop: &dyn Fn() -> bool,
    ) -> Result<rows::Found, TooLarge> {
        if self.limits.len() > 1 {
            let rows = Rows {
                debts: &self.entries,
                limits: &self.limits,
                line,
                highest,
            };
            return Ok(rows::solve(&rows, accept, stop));
        }
        let picks: Vec<Vec<Pick>> = self
            .entries
            .iter()
            .map(|entries| {
                entries
                    .iter()
                    .map(|entry| Pick {
                        monthly: entry.uses.first().copied().unwrap_or(0),
                        total: entry.cost,
                    })
                    .collect()
            })
            .collect();
        let budget = self.limits.first().copied().unwrap_or(0);
        let answer = one_budget::least_total(&picks, budget, Some(line), stop)?;
        let mut found = rows::Found {
            best: None,
            line,
            least: answer.least,
            refused: None,
            complete: answer.complete,
        };
        if let Some(best) = answer.best {
            if accept(&best.choices) {
                found.line = best.total;
                found.best = Some(best.choices);
            } else {
                found.refused = Some(best.total);
            }
        }
        Ok(found)
    }
}

fn uses(row: &Row, way: &Way) -> i64 {
    row.months
        .iter()
        .filter_map(|month| way.payments.get(*month))
        .fold(0_i64, |sum, payment| sum.saturating_add(*payment))
}

/// The rows that some plan could break, without those that another one always breaks first.
fn binding(instance: &Instance, latest: usize) -> Vec<Row> {
    struct Seen<'a> {
        row: &'a Row,
        uses: Vec<i64>,
    }
    let mut binding: Vec<Seen<'_>> = Vec::new();
    let ways = || {
        instance
            .debts
            .iter()
            .map(|ways| ways.iter().filter(|way| way.ends <= latest))
    };
    for row in &instance.rows {
        let most = ways().fold(0_i64, |sum, ways| {
            let most = ways.map(|way| uses(row, way)).max();
            sum.saturating_add(most.unwrap_or(0))
        });
        if most <= row.limit {
            continue;
        }
        let own = Seen {
            row,
            uses: ways().flatten().map(|way| uses(row, way)).collect(),
        };
        let beats = |a: &Seen<'_>, b: &Seen<'_>| {
            a.row.limit <= b.row.limit && a.uses.iter().zip(&b.uses).all(|(a, b)| a >= b)
        };
        if binding.iter().any(|other| beats(other, &own)) {
            continue;
        }
        binding.retain(|other| !beats(&own, other));
        binding.push(own);
    }
    binding.into_iter().map(|seen| seen.row.clone()).collect()
}

/// The entries that no other beats in total and every row; of equals the first.
fn unbeaten(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| entry.cost);
    let mut kept: Vec<Entry> = Vec::with_capacity(entries.len());
    for entry in entries {
        let beaten = kept
            .iter()
            .any(|other| other.uses.iter().zip(&entry.uses).all(|(a, b)| a <= b));
        if !beaten {
            kept.push(entry);
        }
    }
    kept
}
