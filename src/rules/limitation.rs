//! How long a debt can be sued for: the engine's clock with the book's years.
//!
//! Promises: years come from the book of the holder's region by date, the user's own first.
//! Leaves to others: events (`engine`), what is asked before something that starts the time afresh (`cli`).

use super::case::Case;
use crate::domain::lender::Region;
use crate::domain::limitation::Limitation;
use crate::engine::limitation::not_before;

/// The day before which the time to sue has not run out; `None` if the book knows no years for the day.
#[must_use]
pub fn limitation(case: &Case<'_>) -> Option<Limitation> {
    let years = case.book().whole(years_param(case.region()), case.as_of)?;
    let near = near_months(case.region());
    Some(not_before(case.ledger, case.debt, years, near, case.as_of))
}

/// The number of the book that holds the years of a region.
pub(crate) const fn years_param(region: Region) -> &'static str {
    match region {
        Region::Cn => "limitation-years",
        Region::Hk => "hk-limitation-years",
    }
}

/// Months without a known event after which the end may be near: when this program asks, not law.
const fn near_months(region: Region) -> u32 {
    match region {
        Region::Cn => 30,
        Region::Hk => 60,
    }
}
