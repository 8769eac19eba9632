//! What can be offered each month (numbers.md M1–M3).

use chrono::NaiveDate;

use crate::domain::Capacity;
use crate::domain::calendar::month_start;
use crate::domain::money::Money;
use crate::domain::simulation::Short;

/// The first month in which payments ask for more than can be offered, and by how much. A month beyond
/// those of the statement is measured by an ordinary one.
#[must_use]
pub fn first_misfit(capacity: &Capacity, payments: &[(NaiveDate, Money)]) -> Option<Short> {
    by_month(payments).into_iter().find_map(|(month, amount)| {
        let limit = capacity.in_month(month).unwrap_or(capacity.offerable);
        (amount > limit).then_some(Short {
            month,
            by: amount - limit,
        })
    })
}

/// Amounts summed by the calendar month of their date, in order (M3).
fn by_month(payments: &[(NaiveDate, Money)]) -> Vec<(NaiveDate, Money)> {
    let mut sums: std::collections::BTreeMap<NaiveDate, Money> = std::collections::BTreeMap::new();
    for &(on, amount) in payments {
        *sums.entry(month_start(on)).or_insert(Money::ZERO) += amount;
    }
    sums.into_iter().collect()
}
