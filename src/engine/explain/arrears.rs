//! How days overdue, the band, what is overdue, what falls due next and the next cliff come about (numbers.md C1–C4,
//! A4, P5, P6).

use chrono::NaiveDate;

use super::build::{date, line, money, number, result_of};
use super::owed::{Reading, find};
use super::status::{Shown, by_claim, by_contract};
use crate::domain::agreement::{Agreement, Keeping, KeptRow};
use crate::domain::calendar::plus_days;
use crate::domain::money::Money;
use crate::domain::parts::{Part, Parts};
use crate::domain::position::{Arrears, Band};
use crate::domain::quantity::Quantity;
use crate::domain::vocabulary::Vocabulary;
use crate::domain::working::{About, Formula, Line, Origin, Rounding, Value, Working};
use crate::engine::EngineError;
use crate::engine::account::Row;
use crate::engine::keeping::on_time_until;

/// By the rows of the contract or the claim; `owed` are the workings of the position.
pub(super) fn of_rows(
    shown: &Shown<'_>,
    owed: &[Working],
    prefix: &str,
) -> Result<Vec<Working>, EngineError> {
    let debt = shown.debt;
    let as_of = shown.position.as_of;
    let claim = by_claim(debt, as_of, prefix)?;
    let contract = by_contract(debt, as_of, prefix, claim.is_some())?;
    let oldest = shown.arrears.oldest_unpaid;
    let from = match (&contract, oldest) {
        (Some(reading), Some(oldest)) => row_on(reading, oldest)
            .map_or(Origin::Ledger("debt.oldest-unpaid"), |row| {
                Origin::Schedule(row.n)
            }),
        _ => Origin::Ledger("debt.oldest-unpaid"),
    };
    let mut all = days(shown, from, prefix);
    let Some(reading) = claim.as_ref().or(contract.as_ref()) else {
        return Ok(all);
    };
    if let Some(overdue) = shown.arrears.overdue {
        all.extend(overdue_parts(reading, overdue, as_of, owed)?);
    }
    let rows = contract.as_ref().unwrap_or(reading);
    all.extend(next_due(rows, shown.arrears)?);
    let found = if contract.is_some() {
        cliff(rows, shown)?
    } else {
        cliff_of_claim(rows, shown)?
    };
    all.extend(found.into_iter().map(|mut working| {
        // The ids of the second reading mark what only a full document shows; these are shown.
        working.id = working.id.replace("contract.", "");
        working
    }));
    Ok(all)
}

fn row_on<'a>(reading: &'a Reading<'_>, due: NaiveDate) -> Option<&'a Row> {
    reading
        .account()
        .rows
        .iter()
        .find(|row| row.due == due && row.n > 0)
}

/// Days from the oldest unpaid due date, and the band they fall into.
fn days(shown: &Shown<'_>, from: Origin, prefix: &str) -> Vec<Working> {
    let arrears = shown.arrears;
    let Some(days) = arrears.days_overdue else {
        return Vec::new();
    };
    let formula = match arrears.oldest_unpaid.filter(|_| days > 0) {
        Some(oldest) => {
            let today = date(Quantity::AsOf, shown.position.as_of, Origin::Asked);
            let all = today.less(date(Quantity::OldestUnpaid, oldest, from));
            if arrears.paused_days > 0 {
                let paused = i128::from(arrears.paused_days);
                all.less(number(
                    Quantity::PausedDays,
                    paused,
                    Origin::Ledger("debt.pause"),
                ))
            } else {
                all
            }
        }
        // Nothing due is open, or it is still within its grace: no day counts.
        None => Formula::Number(0),
    };
    let counted = Working::exact(
        format!("{prefix}days-overdue"),
        Quantity::DaysOverdue,
        formula,
        Value::Number(i128::from(days)),
        if days > 0 {
            &["C1", "P7"]
        } else {
            &["C1", "C2"]
        },
    );
    let band = Band::of_days(days);
    let (low, high) = match band {
        Band::Current => (0, Some(0)),
        Band::Short => (1, Some(30)),
        Band::Medium => (31, Some(90)),
        Band::Long => (91, None),
    };
    let falls = Working::exact(
        format!("{prefix}band"),
        Quantity::BandOfDays,
        Formula::Between {
            low,
            value: Box::new(result_of(&counted)),
            high,
        },
        Value::Band(band),
        &["C3"],
    );
    vec![counted, falls]
}

/// What is overdue, part by part: what is open of the rows past their grace.
pub(super) fn overdue_parts(
    reading: &Reading<'_>,
    overdue: Parts,
    as_of: NaiveDate,
    owed: &[Working],
) -> Result<Vec<Working>, EngineError> {
    let late: Vec<(Row, Parts)> = reading
        .account()
        .due_rows()?
        .into_iter()
        .filter(|(row, open)| {
            let claimed = row.n == 0 && reading.claim.is_some();
            (claimed || as_of > row.on_time_until()) && !open.is_zero()
        })
        .collect();
    let open: Parts = late.iter().map(|(_, open)| *open).sum();
    let mut parts = Vec::new();
    for &part in Part::ALL {
        let amount = overdue.get(part);
        let (formula, lines) = if open.get(part) != amount {
            // What the app itself says is overdue, less what was paid since (P5).
            (said_overdue(reading, amount), Vec::new())
        } else if amount.is_zero() {
            (Formula::Number(0), Vec::new())
        } else if let Some(all) = same(owed, reading, part, amount) {
            (result_of(all), Vec::new())
        } else {
            (Formula::Lines, open_lines(reading, &late, part)?)
        };
        parts.push(
            Working::amount(
                reading.id(&format!("overdue.{part}")),
                Quantity::Overdue,
                formula,
                amount,
                &["C1"],
            )
            .about(About::part(part))
            .adding(lines),
        );
    }
    let total = Working::amount(
        reading.id("overdue.total"),
        Quantity::OverdueTotal,
        Formula::sum(parts.iter().map(result_of)),
        overdue.total(),
        &["C1"],
    );
    parts.push(total);
    Ok(parts)
}

/// The position's working of a part, where all of it is overdue.
fn same<'a>(
    owed: &'a [Working],
    reading: &Reading<'_>,
    part: Part,
    amount: Money,
) -> Option<&'a Working> {
    find(owed, &reading.id(&format!("owed.{part}")))
        .filter(|working| working.result == Value::Money(amount))
}

fn said_overdue(reading: &Reading<'_>, amount: Money) -> Formula {
    let from = reading
        .claim
        .map_or(Origin::Rule("P5"), |claim| Origin::Claim(claim.on));
    money(Quantity::Overdue, About::default(), amount, from)
}

/// What is open of a part, row by row.
fn open_lines(
    reading: &Reading<'_>,
    rows: &[(Row, Parts)],
    part: Part,
) -> Result<Vec<Line>, EngineError> {
    let mut lines = Vec::new();
    for (row, open) in rows {
        let about = About::row(row.n, row.due);
        let asked = row.asks.get(part);
        let paid = row.paid.get(part);
        let amount = open.get(part);
        if amount.is_zero() {
            continue;
        }
        if part == Part::Interest && asked - paid == amount {
            let (formula, rounding) = reading.grown(row, row.due, asked)?;
            let formula = less_paid(formula, reading, &about, part, paid);
            let days = reading.span(row, row.due);
            lines.push(line(days, formula, amount).rounded(rounding));
            continue;
        }
        let from = if row.n > 0 && part != Part::Penalty {
            Origin::Schedule(row.n)
        } else {
            reading
                .claim
                .map_or(Origin::Rule("P4"), |claim| Origin::Claim(claim.on))
        };
        let formula = if asked - paid == amount {
            let all = money(Quantity::Asked, about.clone().in_part(part), asked, from);
            less_paid(all, reading, &about, part, paid)
        } else {
            money(Quantity::Open, about.clone().in_part(part), amount, from)
        };
        lines.push(line(about, formula, amount));
    }
    Ok(lines)
}

fn less_paid(
    formula: Formula,
    reading: &Reading<'_>,
    about: &About,
    part: Part,
    paid: Money,
) -> Formula {
    if paid.is_zero() {
        return formula;
    }
    formula.less(money(
        Quantity::PaidOfRow,
        about.clone().in_part(part),
        paid,
        Origin::Working(reading.id(&format!("paid.{part}"))),
    ))
}

/// All that is open on the next due date (C4).
fn next_due(reading: &Reading<'_>, arrears: &Arrears) -> Result<Option<Working>, EngineError> {
    let Some(next) = arrears.next_due else {
        return Ok(None);
    };
    let account = reading.account();
    let mut lines = Vec::new();
    let rows: Vec<&Row> = account
        .rows
        .iter()
        .filter(|row| row.due == next.on)
        .collect();
    for row in &rows {
        for &part in Part::ALL {
            let (asked, paid) = (row.asks.get(part), row.paid.get(part));
            if (asked - paid).is_zero() {
                continue;
            }
            let about = About::row(row.n, row.due).in_part(part);
            let from = if row.n > 0 {
                Origin::Schedule(row.n)
            } else {
                Origin::Ledger("debt.fee")
            };
            let all = money(Quantity::Asked, about.clone(), asked, from);
            let formula = less_paid(all, reading, &About::row(row.n, row.due), part, paid);
            lines.push(line(about, formula, asked - paid));
        }
    }
    let open: Money = rows.iter().map(|row| row.open().total()).sum();
    let rest = open - next.amount;
    let formula = if rest.is_zero() {
        Formula::Lines
    } else if rest == account.waiting {
        Formula::Lines.less(money(
            Quantity::Waiting,
            About::default(),
            rest,
            Origin::Working(reading.id("waiting")),
        ))
    } else {
        // Penalty of today's own row is open too: that is not unfolded here.
        return Ok(None);
    };
    Ok(Some(
        Working::amount(
            reading.id("next-due"),
            Quantity::NextDue,
            formula,
            next.amount,
            &["C4"],
        )
        .about(About::on(next.on))
        .adding(lines),
    ))
}

/// The day it worsens, and the sum that prevents it: what the rows that would cross are open by on the day before.
fn cliff(reading: &Reading<'_>, shown: &Shown<'_>) -> Result<Vec<Working>, EngineError> {
    let (Some(worsens), Some((limit, rules))) =
        (shown.worsens, threshold(shown.arrears.days_overdue))
    else {
        return Ok(Vec::new());
    };
    let mut account = reading.account().clone();
    account.accelerate_on = account.accelerate_on.filter(|on| *on <= account.now);
    let oldest = account
        .rows
        .iter()
        .find(|row| row.open().total().is_positive() && plus_days(row.due, limit) == worsens.on)
        .copied();
    let Some(row) = oldest else {
        return Ok(Vec::new()); // pauses or grace move the day, or it is another cliff: told elsewhere
    };
    let day = Working::exact(
        reading.id("worsens.on"),
        Quantity::WorsensOn,
        date(Quantity::Due, row.due, Origin::Schedule(row.n)).plus(number(
            Quantity::Threshold,
            limit,
            Origin::Rule(if limit == 1 { "C2" } else { "C3" }),
        )),
        Value::Date(worsens.on),
        rules,
    );
    let mut all = vec![day];
    let before = plus_days(worsens.on, -1);
    let walked = by_contract(reading.debt, before, &reading.id("worsens."), false)?;
    if let (Some(then), Some(sum)) = (walked, worsens.prevented_by) {
        let Some(mut working) = prevents(&then, (worsens.on, limit), sum)? else {
            return Ok(all);
        };
        if reading.account().waiting.is_zero() {
            // Nothing is paid between: what was paid is what was paid by today, told above.
            let (later, today) = (then.id(""), reading.id(""));
            let by_today = |id: &str| id.replacen(&later, &today, 1);
            working.formula.refer(&by_today);
            for line in &mut working.lines {
                line.formula.refer(&by_today);
            }
        } else {
            all.extend(then.paid()?);
        }
        all.push(working);
    }
    Ok(all)
}

/// The same of a debt without rows: by its missed due date; what clears it is what the app calls overdue, else all
/// that is owed by then (P5).
fn cliff_of_claim(reading: &Reading<'_>, shown: &Shown<'_>) -> Result<Vec<Working>, EngineError> {
    let (Some(worsens), Some(oldest), Some(claim)) =
        (shown.worsens, shown.arrears.oldest_unpaid, reading.claim)
    else {
        return Ok(Vec::new());
    };
    let Some((limit, rules)) = threshold(shown.arrears.days_overdue) else {
        return Ok(Vec::new());
    };
    if plus_days(oldest, limit) != worsens.on {
        return Ok(Vec::new());
    }
    let from = Origin::Ledger("debt.oldest-unpaid");
    let mut all = vec![Working::exact(
        reading.id("worsens.on"),
        Quantity::WorsensOn,
        date(Quantity::OldestUnpaid, oldest, from).plus(number(
            Quantity::Threshold,
            limit,
            Origin::Rule("C3"),
        )),
        Value::Date(worsens.on),
        rules,
    )];
    let before = plus_days(worsens.on, -1);
    let Some(sum) = worsens.prevented_by else {
        return Ok(all);
    };
    let formula = if claim.overdue == Some(sum) {
        let from = Origin::Claim(claim.on);
        money(Quantity::Overdue, About::default(), sum, from)
    } else {
        let Some(then) = by_claim(reading.debt, before, &reading.id("worsens."))? else {
            return Ok(all);
        };
        let steps = then.owed()?;
        let total = steps.last().map(result_of);
        let same = steps
            .last()
            .is_some_and(|total| total.result == Value::Money(sum));
        let Some(total) = total.filter(|_| same) else {
            return Ok(all);
        };
        all.extend(steps.into_iter().map(|mut working| {
            working.about.on = working.about.on.or(Some(before));
            working.detailed(true)
        }));
        total
    };
    all.push(
        Working::amount(
            reading.id("prevented-by"),
            Quantity::Prevents,
            formula,
            sum,
            &["P5"],
        )
        .about(About::on(before)),
    );
    Ok(all)
}

/// The days at which a debt so many days overdue worsens next, and the rules that say so.
fn threshold(days: Option<u32>) -> Option<(i64, &'static [&'static str])> {
    match days? {
        0 => Some((1, &["C2"])),
        1..=30 => Some((31, &["C3"])),
        31..=90 => Some((91, &["C3"])),
        _ => None,
    }
}

/// What the crossing rows are open by on the day before, penalty until then included.
fn prevents(
    then: &Reading<'_>,
    cliff: (NaiveDate, i64),
    sum: Money,
) -> Result<Option<Working>, EngineError> {
    let account = then.account();
    let crossing: Vec<(Row, Parts)> = account
        .due_rows()?
        .into_iter()
        .filter(|(row, open)| {
            !open.is_zero() && i64::from(account.days_of(row, cliff.0)) >= cliff.1
        })
        .collect();
    let open: Money = crossing.iter().map(|(_, open)| open.total()).sum();
    if open != sum || account.waiting.is_positive() {
        return Ok(None); // a payment of that day goes elsewhere first; no short working says how
    }
    let mut lines = Vec::new();
    for &part in &[Part::Principal, Part::Interest, Part::Fees] {
        for mut one in open_lines(then, &crossing, part)? {
            one.about.part = Some(part);
            lines.push(one);
        }
    }
    let places: Vec<usize> = (0..account.rows.len())
        .filter(|place| {
            account.rows.get(*place).is_some_and(|row| {
                crossing
                    .iter()
                    .any(|(crosses, _)| crosses.n == row.n && crosses.due == row.due)
            })
        })
        .collect();
    lines.extend(then.late_lines_of(&places)?);
    let paid: Money = crossing.iter().map(|(row, _)| row.late_paid).sum();
    let formula = less_paid(
        Formula::Lines,
        then,
        &About::default(),
        account.late_part(),
        paid,
    );
    Ok(Some(
        Working::amount(
            then.id("prevented-by"),
            Quantity::Prevents,
            formula,
            sum,
            &["A1", "P4"],
        )
        .about(About::on(plus_days(cliff.0, -1)))
        .rounded(Rounding::HalfUp)
        .adding(lines),
    ))
}

/// What is open of a row of an agreement: as agreed, less what was paid of it (A4).
pub(super) fn open_of(agreement: &Agreement, row: &KeptRow) -> Line {
    let about = About::on(row.on);
    let from = Origin::Agreement(agreement.id.to_string());
    let amount = money(Quantity::Agreed, about.clone(), row.amount, from);
    let formula = if row.paid.is_zero() {
        amount
    } else {
        amount.less(money(
            Quantity::PaidOfRow,
            about.clone(),
            row.paid,
            Origin::Rule("A4"),
        ))
    };
    line(about, formula, row.open())
}

/// By the rows of an agreement that is being kept.
pub(super) fn of_agreement(
    agreement: &Agreement,
    keeping: &Keeping,
    shown: &Shown<'_>,
    prefix: &str,
) -> Vec<Working> {
    let mut all = days(shown, Origin::Agreement(agreement.id.to_string()), prefix);
    let row_lines = |rows: &[&KeptRow]| -> Vec<Line> {
        rows.iter().map(|row| open_of(agreement, row)).collect()
    };
    let late: Vec<&KeptRow> = keeping
        .missed
        .iter()
        .filter(|row| shown.position.as_of > on_time_until(agreement, row.on))
        .collect();
    let sum: Money = late.iter().map(|row| row.open()).sum();
    all.push(
        Working::amount(
            format!("{prefix}overdue.total"),
            Quantity::OverdueTotal,
            if late.is_empty() {
                Formula::Number(0)
            } else {
                Formula::Lines
            },
            sum,
            &["A4"],
        )
        .adding(row_lines(&late)),
    );
    if let Some(next) = keeping.next_due {
        let rows: Vec<&KeptRow> = keeping
            .rows
            .iter()
            .filter(|row| row.on == next.on)
            .collect();
        all.push(
            Working::amount(
                format!("{prefix}next-due"),
                Quantity::NextDue,
                Formula::Lines,
                next.amount,
                &["C4", "A4"],
            )
            .about(About::on(next.on))
            .adding(row_lines(&rows)),
        );
    }
    all
}
