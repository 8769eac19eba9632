//! Exactly one choice per debt, every month within what can be offered, least total, then earliest end.
//!
//! Promises: `optimal` is proven, or comes with a gap that holds; where there is no plan it says why in a way
//! that can be checked; the same answer every time as long as `stop` does not speak. Integers only.
//! Leaves to others: which choices there are (`plan`), what a month can bear (`capacity`), and the clock:
//! `stop` is asked now and then and the search ends once it says yes.

mod bound;
mod certificate;
mod instance;
pub mod one_budget;
mod prices;
mod repair;
mod rows;
mod ways_out;

#[cfg(test)]
mod tests;

use crate::domain::TooLarge;
use crate::domain::money::Money;
use crate::domain::selection::{Choices, MonthBudget, Selected, Selection};

pub use certificate::holds;
pub use ways_out::{WaysOut, fewest_wider, ways_out};

use instance::{Instance, Solved};

/// The cheapest plan, and of the cheapest the one that ends first. Months beyond the budget have nothing.
///
/// # Errors
/// [`TooLarge`] if a figure is negative or the sums go beyond 2^52 minor units.
pub fn optimal(
    debts: &[Choices],
    budget: &[MonthBudget],
    stop: &dyn Fn() -> bool,
) -> Result<Selection, TooLarge> {
    let mut instance = Instance::new(debts, budget)?;
    if let Some(certificate) = certificate::by_month(&instance) {
        return Ok(Selection::Impossible(certificate));
    }
    // Whether there is any plan is soon known where what plans cost is left aside.
    if certificate::can_be_kept(&instance, stop)? == Some(false) {
        let certificate = certificate::by_combinations(&instance, stop)?;
        return Ok(Selection::Impossible(certificate));
    }
    let line = instance.highest.saturating_add(1);
    let solved = instance.solve(usize::MAX, line, stop)?;
    let Some(picks) = solved.picks.clone() else {
        return Ok(Selection::Undecided);
    };
    let found = earliest(&mut instance, picks, &solved, stop)?;
    Ok(Selection::Found(Selected {
        ends: instance.ends(&found.picks),
        picks: instance.choices(&found.picks),
        total: Money::from_minor(i128::from(found.total)),
        least: Money::from_minor(i128::from(solved.least.min(found.total))),
        earliest: found.proven,
    }))
}

struct Earliest {
    picks: Vec<usize>,
    total: i64,
    proven: bool,
}

/// Of the plans with this total the one that ends first, and whether that is proven.
fn earliest(
    instance: &mut Instance,
    picks: Vec<usize>,
    solved: &Solved,
    stop: &dyn Fn() -> bool,
) -> Result<Earliest, TooLarge> {
    let mut best = Earliest {
        picks,
        total: solved.line,
        proven: solved.complete,
    };
    let mut low = instance.no_end_before();
    loop {
        let ends = instance.ends(&best.picks);
        if low >= ends {
            return Ok(best);
        }
        let middle = low.midpoint(ends.saturating_sub(1));
        let tried = instance.solve(middle, best.total.saturating_add(1), stop)?;
        match tried.picks {
            Some(picks) => {
                best.picks = picks;
                best.total = tried.line;
            }
            None => {
                best.proven = best.proven && tried.complete;
                low = middle.saturating_add(1);
            }
        }
    }
}
