//! How the figures of `status` come about, debt by debt.

use chrono::NaiveDate;

use super::arrears;
use super::build::{money, result_of};
use super::owed::{Reading, RowsFrom};
use super::pieces::written;
use super::trace::Trace;
use crate::domain::agreement::{Agreement, Keeping};
use crate::domain::contract::Rounding;
use crate::domain::debt::Debt;
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::parts::Part;
use crate::domain::position::{Arrears, Position, Worsens};
use crate::domain::quantity::Quantity;
use crate::domain::working::{About, Formula, Group, Origin, Value, Working};
use crate::engine::EngineError;
use crate::engine::account::Account;
use crate::engine::claims;
use crate::engine::keeping::keeping;
use crate::engine::position::{covers, position, replaces};

/// What is shown of one debt: its position, how overdue it is, its next cliff.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The debt.
    pub debt: &'a Debt,
    /// What is owed.
    pub position: &'a Position,
    /// How overdue it is.
    pub arrears: &'a Arrears,
    /// The next cliff.
    pub worsens: Option<&'a Worsens>,
}

/// The workings of one debt's figures.
///
/// # Errors
/// As [`position()`](crate::engine::position::position).
pub fn of_debt(ledger: &Ledger, shown: &Shown<'_>) -> Result<Group, EngineError> {
    let debt = shown.debt;
    let as_of = shown.position.as_of;
    let prefix = format!("{}.", debt.id);
    let mut all = Vec::new();
    let agreement = ledger
        .agreement(&debt.id, as_of)
        .filter(|agreement| covers(agreement, as_of));
    let kept = agreement
        .map(|agreement| (agreement, keeping(agreement, &debt.payments, as_of)))
        .filter(|(_, keeping)| replaces(keeping));
    if let Some((agreement, keeping)) = &kept {
        all.extend(agreed(debt, agreement, keeping, &prefix)?);
        all.extend(arrears::of_agreement(agreement, keeping, shown, &prefix));
    } else {
        all.extend(owed_on(debt, as_of, &prefix)?);
        all.extend(arrears::of_rows(shown, &all, &prefix)?);
    }
    Ok(Group {
        name: debt.id.to_string(),
        workings: all,
    })
}

/// What is owed on a day by the newest claim, else by the contract; where both exist, by both.
///
/// # Errors
/// As [`position()`](crate::engine::position::position).
pub(super) fn owed_on(
    debt: &Debt,
    as_of: NaiveDate,
    prefix: &str,
) -> Result<Vec<Working>, EngineError> {
    let claimed = by_claim(debt, as_of, prefix)?;
    let by_contract = by_contract(debt, as_of, prefix, claimed.is_some())?;
    let mut all = Vec::new();
    for reading in [claimed, by_contract].iter().flatten() {
        all.extend(reading.owed()?);
    }
    Ok(all)
}

/// The reading of the newest claim.
pub(super) fn by_claim<'a>(
    debt: &'a Debt,
    as_of: NaiveDate,
    prefix: &str,
) -> Result<Option<Reading<'a>>, EngineError> {
    let Some(claim) = debt.newest_claim(as_of) else {
        return Ok(None);
    };
    let opened = claims::opened(debt, claim)?;
    Ok(Some(Reading {
        debt,
        claim: Some(claim),
        trace: Trace::walk(opened, &debt.payments, as_of)?,
        written: written(debt),
        prefix: prefix.to_owned(),
        names: (Quantity::Owed, Quantity::OwedTotal),
        rows: RowsFrom::Schedule,
    }))
}

/// The reading of the contract; `second` where a claim is the base.
pub(super) fn by_contract<'a>(
    debt: &'a Debt,
    as_of: NaiveDate,
    prefix: &str,
    second: bool,
) -> Result<Option<Reading<'a>>, EngineError> {
    let Some(contract) = &debt.contract else {
        return Ok(None);
    };
    let opened = Account::unpaid(debt, contract, Rounding::HalfUp)?;
    Ok(Some(Reading {
        debt,
        claim: None,
        trace: Trace::walk(opened, &debt.payments, as_of)?,
        written: written(debt),
        prefix: if second {
            format!("{prefix}contract.")
        } else {
            prefix.to_owned()
        },
        names: if second {
            (Quantity::Computed, Quantity::ComputedTotal)
        } else {
            (Quantity::Owed, Quantity::OwedTotal)
        },
        rows: RowsFrom::Schedule,
    }))
}

/// What is left of an agreement that is being kept (A4).
fn agreed(
    debt: &Debt,
    agreement: &Agreement,
    keeping: &Keeping,
    prefix: &str,
) -> Result<Vec<Working>, EngineError> {
    let id = |name: &str| format!("{prefix}{name}");
    let lines = keeping
        .rows
        .iter()
        .filter(|row| row.open().is_positive())
        .map(|row| arrears::open_of(agreement, row))
        .collect();
    let left = Working::amount(
        id("agreed.left"),
        Quantity::Open,
        Formula::Lines,
        keeping.left,
        &["A4"],
    )
    .adding(lines);
    let before = position(debt, None, agreement.signed)?.parts;
    let known = !before.is_zero();
    let principal = if known {
        keeping.left.min(before.principal)
    } else {
        keeping.left
    };
    let of_left = result_of(&left);
    let formula = if known {
        let there = money(
            Quantity::Owed,
            About {
                part: Some(Part::Principal),
                ..About::on(agreement.signed)
            },
            before.principal,
            Origin::Status,
        );
        Formula::Least(vec![of_left.clone(), there])
    } else {
        of_left.clone()
    };
    let principal = Working::amount(
        id("owed.principal"),
        Quantity::Owed,
        formula,
        principal,
        &["A4"],
    )
    .about(About::part(Part::Principal));
    let rest = Working::amount(
        id("owed.interest"),
        Quantity::Owed,
        of_left.less(result_of(&principal)),
        keeping.left - amount_of(&principal),
        &["A4"],
    )
    .about(About::part(Part::Interest));
    let total = Working::amount(
        id("owed.total"),
        Quantity::OwedTotal,
        Formula::sum([result_of(&principal), result_of(&rest)]),
        keeping.left,
        &["A4"],
    );
    Ok(vec![left, principal, rest, total])
}

/// The amount a working comes to; nought for other values.
pub(super) fn amount_of(working: &Working) -> Money {
    match working.result {
        Value::Money(amount) => amount,
        _ => Money::ZERO,
    }
}

/// The totals of several debts.
#[must_use]
pub fn totals(groups: &[Group]) -> Option<Group> {
    let total = |name: &str, figure: Quantity| {
        let of: Vec<&Working> = groups
            .iter()
            .flat_map(|group| &group.workings)
            .filter(|working| working.id.ends_with(name) && !working.id.contains(".contract."))
            .collect();
        let sum = of.iter().map(|working| amount_of(working)).sum();
        let formula = Formula::sum(of.iter().map(|working| {
            let mut leaf = result_of(working);
            if let Formula::Input(input) = &mut leaf {
                input.about.name = working.id.strip_suffix(name).map(str::to_owned);
            }
            leaf
        }));
        (of.len() > 1).then(|| Working::amount(format!("all{name}"), figure, formula, sum, &["P1"]))
    };
    let workings: Vec<Working> = [
        total(".owed.total", Quantity::AllDebts),
        total(".overdue.total", Quantity::OverdueTotal),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!workings.is_empty()).then(|| Group {
        name: String::new(),
        workings,
    })
}
