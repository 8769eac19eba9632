//! How one debt's part of what can be offered comes about (numbers.md M5), and the offers a plan is made of.

use super::build::{line, money};
use super::capacity::of_capacity;
use super::plan::of_comparison;
use crate::domain::capacity::Capacity;
use crate::domain::debt::Debt;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::offer::Terms;
use crate::domain::quantity::Quantity;
use crate::domain::working::{About, Formula, Group, Line, Origin, Rounding, Working};
use crate::engine::EngineError;
use crate::engine::own_part::sharing;
use crate::engine::plan_base::PlanBase;
use crate::engine::share::pro_rata;
use crate::engine::simulate::compare;

/// Months of the budget told before a plan: the running one and the next.
const MONTHS: usize = 2;

/// The workings of the first months of a budget that a plan or a ladder rests on.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn of_budget(ledger: &Ledger, capacity: &Capacity) -> Result<Vec<Group>, EngineError> {
    let mut first = capacity.clone();
    first.months.truncate(MONTHS);
    let mut groups = of_capacity(ledger, &first)?;
    // The least of two months is no figure of a plan.
    groups.retain(|group| !group.name.is_empty());
    Ok(groups)
}

/// One debt's part of next month, where others share it: `capacity` is the household's, this debt's own offers and
/// promises left out.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn of_part(
    ledger: &Ledger,
    debt: &Debt,
    capacity: &Capacity,
    as_of: chrono::NaiveDate,
) -> Result<Option<Working>, EngineError> {
    let all = sharing(ledger, debt, as_of, capacity)?;
    let (Some((_, own)), Some(next)) = (all.first(), capacity.months.get(1)) else {
        return Ok(None);
    };
    if all.len() < 2 || !next.offerable.is_positive() {
        return Ok(None);
    }
    let owed: Vec<Money> = all.iter().map(|(_, owed)| *owed).collect();
    let part = pro_rata(next.offerable, &owed)
        .first()
        .copied()
        .unwrap_or_default();
    let whole = next.offerable.minor().saturating_mul(own.minor());
    let sum: i128 = owed.iter().map(|owed| owed.minor()).sum();
    let about = || About::month(next.month);
    let id = format!("{}.offerable", next.month.format("%Y-%m"));
    let offerable = money(
        Quantity::Offerable,
        about(),
        next.offerable,
        Origin::Working(id),
    );
    let own = money(Quantity::OwedTotal, About::default(), *own, Origin::Status);
    let formula = Formula::Over(Box::new(offerable.times(own)), Box::new(Formula::Lines));
    let lines: Vec<Line> = all
        .iter()
        .map(|(id, owed)| {
            let there = About {
                name: Some(id.to_string()),
                ..About::default()
            };
            let input = money(Quantity::OwedTotal, there.clone(), *owed, Origin::Status);
            line(there, input, *owed)
        })
        .collect();
    let rounding = match whole.checked_rem(sum) {
        Some(0) | None => Rounding::Exact,
        Some(_) if part.minor().saturating_mul(sum) < whole => Rounding::Down,
        Some(_) => Rounding::Up,
    };
    let working = Working::amount("part", Quantity::OwnPart, formula, part, &["M5"]);
    Ok(Some(working.about(about()).rounded(rounding).adding(lines)))
}

/// The workings of one plan of a debt, as a group of its own: its parts, its rows, its total.
///
/// # Errors
/// As [`compare`].
pub fn of_plan(name: &str, base: &PlanBase, terms: &Terms) -> Result<Group, EngineError> {
    let found = compare(base, std::slice::from_ref(terms), None)?;
    let groups = of_comparison(base, &found)?;
    // What is saved and the annual rates are told by `simulate`; here it is what is paid, and when.
    let own = groups.into_iter().filter(|group| !group.name.is_empty());
    let kept = |working: &Working| {
        let rate = working.rules.iter().any(|rule| rule.starts_with('R'));
        let saved = [Quantity::SavedToday, Quantity::SavedNothing];
        !rate && !saved.contains(&working.figure)
    };
    Ok(Group {
        name: name.to_owned(),
        workings: own.flat_map(|group| group.workings).filter(kept).collect(),
    })
}
