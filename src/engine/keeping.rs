//! Whether an agreement is being kept (numbers.md A4).
//!
//! Promises: payments since the day of signing go to the agreed rows, oldest first; a row within its grace is on
//! time; a shortfall within the tolerance does no harm; a missed row can be mended for the agreed days. What
//! revives when it is broken is read from the clause only where its words are plain, else it is unknown.
//! Leaves to others: what is owed and overdue then (`position`, `arrears`).

use chrono::NaiveDate;

use crate::domain::agreement::{Agreement, DefaultClause, Keeping, KeepingState, KeptRow};
use crate::domain::calendar::plus_days;
use crate::domain::debt::{Debt, Payment, Talks};
use crate::domain::ledger::Ledger;
use crate::domain::money::Money;
use crate::domain::position::DueAmount;

/// How an agreement stands on a date, by the payments known then (D6).
#[must_use]
pub fn keeping(agreement: &Agreement, payments: &[Payment], as_of: NaiveDate) -> Keeping {
    let paid: Money = payments
        .iter()
        .filter(|payment| agreement.signed <= payment.on && payment.on <= as_of)
        .map(|payment| payment.amount)
        .sum();
    let rows = rows_paid(agreement, paid);
    let left: Money = rows.iter().map(KeptRow::open).sum();
    let tolerance = agreement.clauses.tolerance.unwrap_or(Money::ZERO);
    let missed: Vec<KeptRow> = rows
        .iter()
        .filter(|row| as_of > on_time_until(agreement, row.on) && row.open() > tolerance)
        .copied()
        .collect();
    let mend_by = missed.first().map(|row| mend_by(agreement, row.on));
    let declared = agreement.broken.filter(|broken| *broken <= as_of);
    let lapsed = mend_by.filter(|by| as_of > *by).map(|by| plus_days(by, 1));
    let broken_on = match (declared, lapsed) {
        (Some(declared), Some(lapsed)) => Some(declared.min(lapsed)),
        (declared, lapsed) => declared.or(lapsed),
    };
    let state = if broken_on.is_some() {
        KeepingState::Broken
    } else if !rows.is_empty() && left.is_zero() {
        KeepingState::Completed
    } else if missed.is_empty() {
        KeepingState::Kept
    } else {
        KeepingState::Late
    };
    Keeping {
        as_of,
        state,
        next_due: next_due(&rows, as_of),
        rows,
        paid,
        left,
        missed,
        mend_by,
        broken_on,
        revives: agreement
            .clauses
            .default
            .as_deref()
            .map_or(DefaultClause::Unknown, default_clause),
    }
}

/// Where the talks about a debt stand on a date: what the ledger says, but broken where the agreement is (A4). A
/// ledger written by hand still says `performing` on the day a payment is missed for good.
#[must_use]
pub fn talks(ledger: &Ledger, debt: &Debt, as_of: NaiveDate) -> Talks {
    match debt.talks {
        Talks::Agreed | Talks::Performing => ledger
            .agreement(&debt.id, as_of)
            .filter(|agreement| !keeping(agreement, &debt.payments, as_of).holds())
            .map_or(debt.talks, |_| Talks::Broken),
        said => said,
    }
}

/// The last day on which an agreed row is on time.
#[must_use]
pub fn on_time_until(agreement: &Agreement, due: NaiveDate) -> NaiveDate {
    plus_days(due, i64::from(agreement.clauses.grace_days.unwrap_or(0)))
}

/// The last day on which a missed row can be mended: its grace and the agreed days after it.
fn mend_by(agreement: &Agreement, due: NaiveDate) -> NaiveDate {
    let days = agreement.clauses.cure_days.unwrap_or(0);
    plus_days(on_time_until(agreement, due), i64::from(days))
}

fn rows_paid(agreement: &Agreement, paid: Money) -> Vec<KeptRow> {
    let mut dues = agreement.dues.clone();
    dues.sort_by_key(|due| due.on);
    let mut left = paid;
    dues.iter()
        .map(|due| {
            let here = left.min(due.amount);
            left -= here;
            KeptRow {
                on: due.on,
                amount: due.amount,
                paid: here,
            }
        })
        .collect()
}

/// The first due date on or after a date with something open, and all that is open on it (C4).
fn next_due(rows: &[KeptRow], as_of: NaiveDate) -> Option<DueAmount> {
    let open = |row: &&KeptRow| row.on >= as_of && row.open().is_positive();
    let on = rows.iter().find(open)?.on;
    let amount = rows
        .iter()
        .filter(|row| row.on == on)
        .map(KeptRow::open)
        .sum();
    Some(DueAmount { on, amount })
}

/// Words that say that only what was not paid of the agreement revives.
const UNPAID_ONLY: [&str; 12] = [
    "unpaid-only",
    "only unpaid",
    "only the unpaid",
    "unpaid instalments only",
    "remaining instalments only",
    "仅恢复未",
    "只恢复未",
    "仅就未付",
    "僅恢復未",
    "只恢復未",
    "僅就未付",
    "剩余分期到期",
];

/// Words that say that the original debt revives.
const ORIGINAL_DEBT: [&str; 20] = [
    "original-debt",
    "original debt",
    "original contract",
    "original terms",
    "original amount",
    "waiver lapses",
    "waivers lapse",
    "waiver is void",
    "reduction lapses",
    "恢复原",
    "按原合同",
    "按原借款合同",
    "原债务",
    "减免失效",
    "减免作废",
    "取消减免",
    "恢復原",
    "按原合約",
    "減免失效",
    "取消減免",
];

/// What revives, read from a default clause in plain words (A4). A clause that says both, or neither, is unknown.
#[must_use]
pub fn default_clause(text: &str) -> DefaultClause {
    let plain = text.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| plain.contains(word));
    match (says(&UNPAID_ONLY), says(&ORIGINAL_DEBT)) {
        (true, false) => DefaultClause::UnpaidOnly,
        (false, true) => DefaultClause::OriginalDebt,
        (true, true) | (false, false) => DefaultClause::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn default_clauses_are_read_only_where_they_are_plain_a4() {
        let case = |text: &str, expected| assert_eq!(default_clause(text), expected, "{text}");
        case("only unpaid instalments revive", DefaultClause::UnpaidOnly);
        case("违约后仅恢复未付部分", DefaultClause::UnpaidOnly);
        case("The original debt revives.", DefaultClause::OriginalDebt);
        case("如逾期，减免失效", DefaultClause::OriginalDebt);
        case("違約時恢復原債務", DefaultClause::OriginalDebt);
        case("by agreement of the parties", DefaultClause::Unknown);
        case("減免失效，但只恢復未付部分", DefaultClause::Unknown);
    }
}
