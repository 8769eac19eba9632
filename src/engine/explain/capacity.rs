//! How what can be offered comes about, item by item and month by month (numbers.md M1–M3).

use super::build::{line, money, percent, result_of};
use super::items::Items;
use crate::domain::calendar::month_start;
use crate::domain::capacity::{Capacity, CapacityMonth, ReservedBy};
use crate::domain::exact::Exact;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::quantity::Quantity;
use crate::domain::working::{About, Formula, Group, Line, Origin, Rounding, Value, Working};
use crate::engine::EngineError;

/// Months told one by one unless all are asked for.
const TOLD: usize = 3;

/// The workings of a statement: each item a month, each month, and an ordinary one.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn of_capacity(ledger: &Ledger, capacity: &Capacity) -> Result<Vec<Group>, EngineError> {
    let mut groups = Vec::new();
    let mut offerable = Vec::new();
    let mut left = Carry::default();
    for (place, month) in capacity.months.iter().enumerate() {
        let workings = one_month(ledger, capacity, month, &mut left, place >= TOLD)?;
        if place > 0 {
            offerable.extend(workings.last().map(result_of));
        }
        groups.push(Group {
            name: month.month.format("%Y-%m").to_string(),
            workings,
        });
    }
    // With the running month alone the ordinary one is a month that is not shown.
    if !offerable.is_empty() {
        groups.push(Group {
            name: String::new(),
            workings: vec![Working::amount(
                "offerable",
                Quantity::OfferableOrdinary,
                Formula::Least(offerable),
                capacity.offerable,
                &["M2"],
            )],
        });
    }
    Ok(groups)
}

/// What one-offs leave, with the working that says so.
#[derive(Clone, Default)]
pub(super) struct Carry {
    exact: Option<Exact>,
    from: Option<(String, Value)>,
}

/// One month, what can be offered in it last.
pub(super) fn one_month(
    ledger: &Ledger,
    capacity: &Capacity,
    month: &CapacityMonth,
    carry: &mut Carry,
    detail: bool,
) -> Result<Vec<Working>, EngineError> {
    let id = |name: &str| format!("{}.{name}", month.month.format("%Y-%m"));
    let about = || About::month(month.month);
    let budget = &ledger.budget;
    let items = Items::of(ledger, month.month)?;
    let sum = |name: &str, figure, lines: Vec<Line>, result| {
        let rounding = rounding_of(&lines);
        Working::amount(id(name), figure, lines_or_nought(&lines), result, &["M1"])
            .about(about())
            .rounded(rounding)
            .adding(lines)
    };
    let mut all = vec![
        sum(
            "income",
            Quantity::Income,
            items.income.clone(),
            month.income,
        ),
        sum(
            "essential",
            Quantity::Essential,
            items.essential.clone(),
            month.essential,
        ),
        sum(
            "other",
            Quantity::OtherSpending,
            items.other.clone(),
            month.other,
        ),
    ];
    let exact = all.iter().all(|one| one.rounding == Rounding::Exact);
    let reserve = money(
        Quantity::Reserve,
        About::default(),
        budget.reserve,
        Origin::Ledger("budget.reserve"),
    );
    // A month's items go on unrounded; only where all are whole hundredths do their sums stand for them.
    let (mut surplus, lines) = if exact {
        let mut figures = all.iter().map(result_of);
        let income = figures.next().unwrap_or(Formula::Number(0));
        (figures.fold(income, Formula::less), Vec::new())
    } else {
        (Formula::Lines, items.signed())
    };
    surplus = surplus.less(reserve);
    if let Some((from, value)) = carry.from.clone() {
        surplus = surplus.plus(super::build::input(
            Quantity::Carried,
            About::default(),
            value,
            Origin::Working(from),
        ));
    }
    let surplus = Working::amount(
        id("surplus"),
        Quantity::Surplus,
        surplus,
        month.surplus,
        &["M1", "M2"],
    )
    .about(about())
    .rounded(if exact {
        Rounding::Exact
    } else {
        Rounding::HalfUp
    })
    .adding(lines);
    let share = || {
        percent(
            Quantity::Share,
            i128::from(budget.share().millionths()),
            if budget.share.is_some() {
                Origin::Ledger("budget.share")
            } else {
                Origin::Rule("M2")
            },
        )
    };
    let base = if exact {
        result_of(&surplus)
    } else {
        surplus.formula.clone()
    };
    let shared = Working::amount(
        id("shared"),
        Quantity::SharedSurplus,
        Formula::Most(vec![Formula::Number(0), base]).times(share()),
        month.shared,
        &["M2"],
    )
    .about(about())
    .rounded(Rounding::Down)
    .adding(surplus.lines.clone());
    all.extend([surplus, shared]);
    let mut offerable = all.last().map_or(Formula::Number(0), result_of);
    let taken = taken(ledger, capacity, month, &id);
    for working in &taken {
        offerable = offerable.less(result_of(working));
    }
    all.extend(carry_on(ledger, month, &items, carry)?);
    all.extend(taken);
    all.push(
        Working::amount(
            id("offerable"),
            Quantity::Offerable,
            Formula::Most(vec![Formula::Number(0), offerable]),
            month.offerable,
            &["M2"],
        )
        .about(about()),
    );
    Ok(all
        .into_iter()
        .map(|working| working.detailed(detail))
        .collect())
}

/// What already takes money of a month, by kind; kinds that take nothing are left out.
fn taken(
    ledger: &Ledger,
    capacity: &Capacity,
    month: &CapacityMonth,
    id: &dyn Fn(&str) -> String,
) -> Vec<Working> {
    let reserved = |agreements: bool| -> Vec<Line> {
        capacity
            .reserved
            .iter()
            .filter(|one| month_start(one.on) == month.month)
            .filter(|one| matches!(one.by, ReservedBy::Agreement(_)) == agreements)
            .map(|one| {
                let from = match &one.by {
                    ReservedBy::Agreement(id) => Origin::Agreement(id.to_string()),
                    ReservedBy::Offer(id) => Origin::Offer(id.to_string()),
                    ReservedBy::Promise(at) => Origin::Promise(at.date()),
                };
                let about = About {
                    name: one.debt.as_ref().map(ToString::to_string),
                    ..About::on(one.on)
                };
                line(
                    about.clone(),
                    money(Quantity::Reserved, about, one.amount, from),
                    one.amount,
                )
            })
            .collect()
    };
    let paid = || -> Vec<Line> {
        let debts = ledger.debts.iter();
        debts
            .flat_map(|debt| debt.payments.iter().map(move |payment| (debt, payment)))
            .filter(|(_, payment)| month_start(payment.on) == month.month)
            .map(|(debt, payment)| {
                let about = About {
                    name: Some(debt.id.to_string()),
                    ..About::on(payment.on)
                };
                let from = Origin::Payment(payment.on);
                line(
                    about.clone(),
                    money(Quantity::Payment, about, payment.amount, from),
                    payment.amount,
                )
            })
            .collect()
    };
    let kinds = [
        (
            "agreed",
            Quantity::AgreedTaken,
            month.agreed,
            reserved(true),
        ),
        (
            "promised",
            Quantity::PromisedTaken,
            month.promised,
            reserved(false),
        ),
        ("paid", Quantity::PaidMonth, month.paid, paid()),
    ];
    kinds
        .into_iter()
        .filter(|(_, _, amount, _)| !amount.is_zero())
        .map(|(name, figure, amount, lines)| {
            let listed: Money = lines
                .iter()
                .map(|line| match line.result {
                    Value::Money(amount) => amount,
                    _ => Money::ZERO,
                })
                .sum();
            let mut formula = Formula::Lines;
            if listed != amount {
                // Rows of agreements that are reserved anyway do not count twice (M3).
                formula = formula.less(money(
                    Quantity::AgreedTaken,
                    About::default(),
                    listed - amount,
                    Origin::Rule("M3"),
                ));
            }
            Working::amount(id(name), figure, formula, amount, &["M2", "M3"])
                .about(About::month(month.month))
                .adding(lines)
        })
        .collect()
}

/// What one-offs leave for the next month (M2): what ordinary money does not cover is drawn from them, and of money
/// that may be offered only in part as much is gone as the part stands for.
fn carry_on(
    ledger: &Ledger,
    month: &CapacityMonth,
    items: &Items,
    carry: &mut Carry,
) -> Result<Vec<Working>, EngineError> {
    let share = ledger.budget.share().factor();
    let before = carry.exact.unwrap_or(Exact::ZERO);
    let pot = before.plus(items.one_offs)?;
    if pot.is_zero() {
        *carry = Carry::default();
        return Ok(Vec::new());
    }
    let ordinary = items.ordinary.minus(Exact::from(ledger.budget.reserve))?;
    let nought = || Formula::Number(0);
    let mut terms = items.once.clone();
    if let Some((from, value)) = carry.from.clone() {
        let from = Origin::Working(from);
        let leaf = super::build::input(Quantity::Carried, About::default(), value, from);
        terms.insert(0, (false, leaf));
    }
    let left_over = all_but(month, &terms, ordinary);
    let pot_formula = Formula::Sum(terms);
    let ordinary_leaf = || result_of(&left_over);
    let used: Money = month.agreed + month.promised + month.paid;
    let (left, formula) = if pot >= Exact::ZERO {
        let hole = pot.plus(ordinary.min(Exact::ZERO))?.max(Exact::ZERO);
        let mut formula = Formula::Most(vec![
            nought(),
            pot_formula.plus(Formula::Least(vec![nought(), ordinary_leaf()])),
        ]);
        let own = share.times(ordinary.max(Exact::ZERO))?.floored();
        let drawn = used.less(own);
        if share.is_zero() || drawn.is_zero() {
            (hole, formula)
        } else {
            let left = hole
                .minus(Exact::from(drawn).over(share)?)?
                .max(Exact::ZERO);
            let drawn = money(Quantity::Drawn, About::default(), drawn, Origin::Rule("M2"));
            let part = percent(
                Quantity::Share,
                i128::from(ledger.budget.share().millionths()),
                Origin::Ledger("budget.share"),
            );
            formula = Formula::Most(vec![nought(), formula.less(drawn.over(part))]);
            (left, formula)
        }
    } else {
        let left = pot.plus(ordinary.max(Exact::ZERO))?.min(Exact::ZERO);
        let formula = Formula::Least(vec![
            nought(),
            pot_formula.plus(Formula::Most(vec![nought(), ordinary_leaf()])),
        ]);
        (left, formula)
    };
    let id = format!("{}.carried-on", month.month.format("%Y-%m"));
    let working = Working::exact(
        id.clone(),
        Quantity::CarriedOn,
        formula,
        Value::Unrounded(left),
        &["M2"],
    )
    .about(About::month(month.month))
    .rounded(Rounding::Shown);
    *carry = if left.is_zero() {
        Carry::default()
    } else {
        Carry {
            exact: Some(left),
            from: Some((id, Value::Unrounded(left))),
        }
    };
    Ok(vec![left_over, working])
}

/// What is left of a month without one-offs and what they left before.
fn all_but(month: &CapacityMonth, once: &[(bool, Formula)], ordinary: Exact) -> Working {
    let name = month.month.format("%Y-%m");
    let surplus = money(
        Quantity::Surplus,
        About::month(month.month),
        month.surplus,
        Origin::Working(format!("{name}.surplus")),
    );
    let mut formula = surplus;
    for (taken, one) in once {
        formula = if *taken {
            formula.plus(one.clone())
        } else {
            formula.less(one.clone())
        };
    }
    Working::exact(
        format!("{name}.ordinary"),
        Quantity::Ordinary,
        formula,
        Value::Unrounded(ordinary),
        &["M2"],
    )
    .about(About::month(month.month))
    .rounded(Rounding::Shown)
}

fn rounding_of(lines: &[Line]) -> Rounding {
    if lines.iter().all(|line| line.rounding == Rounding::Exact) {
        Rounding::Exact
    } else {
        Rounding::HalfUp
    }
}

fn lines_or_nought(lines: &[Line]) -> Formula {
    if lines.is_empty() {
        Formula::Number(0)
    } else {
        Formula::Lines
    }
}
