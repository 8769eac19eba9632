//! How long a debt can be sued for: the engine's clock with the book's years.
//!
//! Promises: years come from the book of the holder's region by date, the user's own first; on the mainland a demand
//! starts the time afresh (INT-03), in Hong Kong only a payment or a writing of the borrower's does.
//! Leaves to others: events (`engine`), what is asked before something that starts the time afresh (`cli`).

use super::case::Case;
use crate::domain::lender::Region;
use crate::domain::limitation::{Limitation, TimeToSue};
use crate::engine::limitation::not_before;

/// The day before which the time to sue has not run out; `None` if the book knows no years for the day.
#[must_use]
pub fn limitation(case: &Case<'_>) -> Option<Limitation> {
    let law = time_to_sue(case)?;
    Some(not_before(case.ledger, case.debt, law, case.as_of))
}

/// What the book of the holder's region says of the time to sue.
pub(crate) fn time_to_sue(case: &Case<'_>) -> Option<TimeToSue> {
    let region = case.region();
    Some(TimeToSue {
        years: case.book().whole(years_param(region), case.as_of)?,
        near_months: near_months(region),
        demands_restart: region == Region::Cn,
    })
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
