//! When the rows of a plan fall due (numbers.md D2, O5, O6).
//!
//! Promises: every date is counted from its anchor, never from the date before it; a deferral moves the
//! first date and leaves the end of an extension where it is.
//! Leaves to others: what falls due (`plan_rows`).

use chrono::NaiveDate;

use crate::domain::calendar::{DueDates, months_and_days, plus_months};
use crate::domain::offer::Terms;

use super::EngineError;
use super::plan_base::PlanBase;
use super::plan_rows::MOST_ROWS;

/// When a plan's rows fall due, and where its first period starts.
pub(super) struct Dues {
    /// Where the first period starts: as-of, or the end of the deferral.
    pub(super) start: NaiveDate,
    /// The due dates, in order.
    pub(super) dates: Vec<NaiveDate>,
}

/// The dates the terms ask for; dates in the past are refused.
pub(super) fn dues(base: &PlanBase, terms: &Terms) -> Result<Dues, EngineError> {
    let as_of = base.as_of;
    let not_past = |date: NaiveDate| {
        if date < as_of {
            Err(EngineError::DateInPast { date, as_of })
        } else {
            Ok(date)
        }
    };
    let first_due = terms.first_due.map(not_past).transpose()?;
    let defer = terms.defer.unwrap_or(0);
    if let Some(count) = terms.instalments {
        return counted(as_of, first_due, defer, count);
    }
    if let Some(months) = terms.extend {
        return extended(base, first_due, defer, months);
    }
    if let Some(settle) = terms.settle {
        let by = settle.by.map(not_past).transpose()?;
        return Ok(Dues {
            start: as_of,
            dates: vec![by.or(first_due).unwrap_or(as_of)],
        });
    }
    Err(EngineError::NoPayments)
}

/// `count` monthly rows: as-of plus k months, or from the first due date (O5); a deferral moves the first.
fn counted(
    as_of: NaiveDate,
    first_due: Option<NaiveDate>,
    defer: u32,
    count: u32,
) -> Result<Dues, EngineError> {
    if count > MOST_ROWS || defer > MOST_ROWS {
        return Err(EngineError::TooManyRows);
    }
    let dates = match first_due {
        Some(first) => (0..count).map(|k| DueDates { first }.nth(k)).collect(),
        None => (1..=count)
            .map(|k| plus_months(as_of, i64::from(defer.saturating_add(k))))
            .collect(),
    };
    Ok(Dues {
        start: plus_months(as_of, i64::from(defer)),
        dates,
    })
}

/// Monthly rows until the later of contract end and as-of, plus `months` (O5). While the contract still
/// runs its own due days go on; after it the rows are as-of plus k months.
fn extended(
    base: &PlanBase,
    first_due: Option<NaiveDate>,
    defer: u32,
    months: u32,
) -> Result<Dues, EngineError> {
    let as_of = base.as_of;
    let (anchor, last) = match (base.contract, base.remaining) {
        (Some(contract), _) if contract.end > as_of => {
            let (whole, _) = months_and_days(contract.anchor, contract.end);
            let last = plus_months(contract.anchor, whole.saturating_add(i64::from(months)));
            (contract.anchor, last)
        }
        (Some(_), _) => (as_of, plus_months(as_of, i64::from(months))),
        (None, Some(remaining)) => {
            let all = remaining.saturating_add(months);
            (as_of, plus_months(as_of, i64::from(all)))
        }
        (None, None) => return Err(EngineError::ExtendNeedsEnd),
    };
    let mut dates = match first_due {
        Some(first) if first > last => {
            return Err(EngineError::FirstDueAfterEnd { first, last });
        }
        Some(first) => monthly(first, first, last)?,
        None => {
            let after = as_of.succ_opt().unwrap_or(as_of);
            monthly(anchor, after, last)?
        }
    };
    if dates.last() != Some(&last) {
        dates.push(last);
    }
    let skipped = usize::try_from(defer).map_err(|_| EngineError::TooManyRows)?;
    let start = skipped
        .checked_sub(1)
        .and_then(|before| dates.get(before).copied())
        .unwrap_or(as_of);
    let dates: Vec<NaiveDate> = dates.into_iter().skip(skipped).collect();
    if dates.is_empty() {
        return Err(EngineError::DefersPastEnd { defer, last });
    }
    Ok(Dues { start, dates })
}

/// The dates `anchor` plus whole months that lie between `from` and `to`, both included; before the anchor
/// too, where a contract's only known date is its last.
fn monthly(
    anchor: NaiveDate,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<Vec<NaiveDate>, EngineError> {
    let mut month = if from > anchor {
        months_and_days(anchor, from).0
    } else {
        months_and_days(from, anchor).0.saturating_neg()
    };
    while plus_months(anchor, month) < from {
        month = month.saturating_add(1);
    }
    let mut dates = Vec::new();
    loop {
        let date = plus_months(anchor, month);
        if date > to {
            return Ok(dates);
        }
        if dates.len() >= usize::try_from(MOST_ROWS).unwrap_or(usize::MAX) {
            return Err(EngineError::TooManyRows);
        }
        dates.push(date);
        month = month.saturating_add(1);
    }
}
