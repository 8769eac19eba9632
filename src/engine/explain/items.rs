//! Incomes and expenses by the month, as lines (numbers.md M1).

use chrono::NaiveDate;

use super::build::{money, number};
use crate::domain::budget::Every;
use crate::domain::calendar::month_start;
use crate::domain::exact::Exact;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::working::{About, Formula, Line, Origin, Rounding, Value};
use crate::engine::EngineError;
use crate::engine::capacity::{a_month, expense_counts, income_counts};

/// The items of the ledger that count in a month, as lines.
#[derive(Clone)]
pub(super) struct Items {
    pub(super) income: Vec<Line>,
    pub(super) essential: Vec<Line>,
    pub(super) other: Vec<Line>,
    /// Income less spending, one-offs left out, before the reserve.
    pub(super) ordinary: Exact,
    pub(super) one_offs: Exact,
    /// The one-offs as inputs; `true` is taken off.
    pub(super) once: Vec<(bool, Formula)>,
}

impl Items {
    pub(super) fn of(ledger: &Ledger, month: NaiveDate) -> Result<Items, EngineError> {
        let mut items = Items {
            income: Vec::new(),
            essential: Vec::new(),
            other: Vec::new(),
            ordinary: Exact::ZERO,
            one_offs: Exact::ZERO,
            once: Vec::new(),
        };
        for income in &ledger.incomes {
            let once = income.every == Every::Once;
            let on = income.on.or(income.from);
            if counts(once, on, month, income_counts(income, month)) {
                let item = item(
                    (Quantity::Income, "income.amount"),
                    &income.name,
                    income.amount,
                    income.every,
                )?;
                let exact = monthly(income.amount, income.every)?;
                let sum = if once {
                    &mut items.one_offs
                } else {
                    &mut items.ordinary
                };
                *sum = sum.plus(exact)?;
                if once {
                    items.once.push((false, item.formula.clone()));
                }
                items.income.push(item);
            }
        }
        for expense in &ledger.expenses {
            let once = expense.every == Every::Once;
            let on = expense.on.or(expense.from);
            if counts(once, on, month, expense_counts(expense, month)) {
                let name = if expense.essential {
                    Quantity::Essential
                } else {
                    Quantity::OtherSpending
                };
                let item = item(
                    (name, "expense.amount"),
                    &expense.name,
                    expense.amount,
                    expense.every,
                )?;
                let exact = monthly(expense.amount, expense.every)?;
                let sum = if once {
                    &mut items.one_offs
                } else {
                    &mut items.ordinary
                };
                *sum = sum.minus(exact)?;
                if once {
                    items.once.push((true, item.formula.clone()));
                }
                if expense.essential {
                    items.essential.push(item);
                } else {
                    items.other.push(item);
                }
            }
        }
        Ok(items)
    }

    /// All lines in one sum, spending taken off.
    pub(super) fn signed(&self) -> Vec<Line> {
        let spent = self.essential.iter().chain(&self.other).map(|line| {
            let mut line = line.clone();
            line.formula = Formula::Sum(vec![(true, line.formula)]);
            line.result = match line.result {
                Value::Money(amount) => Value::Money(-amount),
                Value::Unrounded(exact) => {
                    Value::Unrounded(Exact::ZERO.minus(exact).unwrap_or(Exact::ZERO))
                }
                other => other,
            };
            line
        });
        self.income.iter().cloned().chain(spent).collect()
    }
}

fn counts(once: bool, on: Option<NaiveDate>, month: NaiveDate, recurring: bool) -> bool {
    if once {
        on.is_some_and(|on| month_start(on) == month)
    } else {
        recurring
    }
}

fn monthly(amount: Money, every: Every) -> Result<Exact, EngineError> {
    match every {
        Every::Once => Ok(Exact::from(amount)),
        every => a_month(amount, every),
    }
}

/// An item a month (M1): `900 × 52 ÷ 12`.
fn item(
    key: (Quantity, &'static str),
    name: &str,
    amount: Money,
    every: Every,
) -> Result<Line, EngineError> {
    let (quantity, key) = key;
    let about = About::named(name);
    let leaf = money(quantity, about.clone(), amount, Origin::Ledger(key));
    let times = |count: i128| {
        leaf.clone()
            .times(number(Quantity::PeriodsYear, count, Origin::Rule("M1")))
    };
    let formula = match every {
        Every::Week => times(52).over(Formula::Number(12)),
        Every::Fortnight => times(26).over(Formula::Number(12)),
        Every::Quarter => leaf.over(Formula::Number(3)),
        Every::Year => leaf.over(Formula::Number(12)),
        Every::Month | Every::Once => leaf,
    };
    let exact = monthly(amount, every)?;
    let whole = exact.denominator() == 1;
    Ok(Line {
        name: None,
        about,
        formula,
        result: if whole {
            Value::Money(exact.settled())
        } else {
            Value::Unrounded(exact)
        },
        rounding: if whole {
            Rounding::Exact
        } else {
            Rounding::Shown
        },
    })
}
