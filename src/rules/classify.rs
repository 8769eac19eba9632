//! The lender's five classes and the M bucket of a number of days overdue (numbers.md C3; OD-02 to OD-05).
//!
//! Promises: class limits come from the book; where kind or product is unknown a class is given only if
//! both grids agree; Hong Kong debts, private lenders, buyers and payers have no mainland class.
//! Leaves to others: days and bands (`engine`, `domain`). A class is the lender's own grading and has no
//! legal effect on the borrower.

use std::fmt;

use chrono::NaiveDate;

use super::applies::Standing;
use super::book::Book;
use super::case::Case;
use crate::domain::debt::Product;
use crate::domain::position::Class;

/// How many days a lender calls one month late.
const BUCKET: &str = "m-bucket-days";

/// An M bucket: how many started months a debt is late. Approximate: card issuers also count by statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bucket {
    months: u32,
}

impl Bucket {
    /// The number after the M; 7 and more are all "more than six".
    #[must_use]
    pub const fn months(self) -> u32 {
        self.months
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.months > 6 {
            f.pad("M6+")
        } else {
            f.pad(&format!("M{}", self.months))
        }
    }
}

impl serde::Serialize for Bucket {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The lender's class of a debt, if it has one and the days are known.
#[must_use]
pub fn class(case: &Case<'_>) -> Option<Class> {
    let days = case.days()?;
    match case.standing() {
        Standing::BankCard
        | Standing::BankLoan
        | Standing::Bank
        | Standing::ConsumerFinance
        | Standing::Microloan
        | Standing::Unknown => class_of(case.book(), case.debt.product, days, case.as_of),
        Standing::Paid
        | Standing::Buyer
        | Standing::Private
        | Standing::Unlicensed
        | Standing::HongKongBank
        | Standing::MoneyLender
        | Standing::HongKong => None,
    }
}

/// The class of a number of days overdue by the mainland book: cards by their own grid, loans by theirs; of
/// an unknown product only where the two agree.
#[must_use]
pub fn class_of(book: &Book, product: Option<Product>, days: u32, on: NaiveDate) -> Option<Class> {
    let card = || grid(book, "card", days, on);
    let loan = || grid(book, "loan", days, on);
    match product {
        Some(Product::CreditCard) => card(),
        Some(Product::ConsumerLoan) => loan(),
        None => card().filter(|class| Some(*class) == loan()),
    }
}

fn grid(book: &Book, name: &str, days: u32, on: NaiveDate) -> Option<Class> {
    let first_day = |class: &str| book.whole(&format!("{name}-class-{class}"), on);
    Some(match days {
        0 => Class::Normal,
        days if days < first_day("substandard")? => Class::SpecialMention,
        days if days < first_day("doubtful")? => Class::Substandard,
        days if days < first_day("loss")? => Class::Doubtful,
        _ => Class::Loss,
    })
}

/// The M bucket of a case on the mainland; `None` on time, unknown or in Hong Kong.
#[must_use]
pub fn bucket(case: &Case<'_>) -> Option<Bucket> {
    bucket_of(case.book(), case.days()?, case.as_of)
}

/// The M bucket of a number of days: 1–30 is M1, 31–60 M2, more than 180 M6+.
#[must_use]
pub fn bucket_of(book: &Book, days: u32, on: NaiveDate) -> Option<Bucket> {
    let month = book.whole(BUCKET, on).filter(|days| *days > 0)?;
    (days > 0).then(|| Bucket {
        months: days.div_ceil(month).min(7),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lender::Region;

    fn day() -> NaiveDate {
        "2026-11-25".parse().unwrap()
    }

    /// Boundaries from rules.md OD-03 and OD-04: cards 90/120/180, loans 90/270/360, each day included below.
    #[test]
    fn classes_change_on_the_day_after_the_limit_c3() {
        let book = Book::of(Region::Cn);
        let card = |days| class_of(book, Some(Product::CreditCard), days, day()).unwrap();
        let loan = |days| class_of(book, Some(Product::ConsumerLoan), days, day()).unwrap();
        use Class::{Doubtful, Loss, Normal, SpecialMention, Substandard};
        for (days, by_card, by_loan) in [
            (0, Normal, Normal),
            (1, SpecialMention, SpecialMention),
            (30, SpecialMention, SpecialMention),
            (31, SpecialMention, SpecialMention),
            (90, SpecialMention, SpecialMention),
            (91, Substandard, Substandard),
            (120, Substandard, Substandard),
            (121, Doubtful, Substandard),
            (180, Doubtful, Substandard),
            (181, Loss, Substandard),
            (270, Loss, Substandard),
            (271, Loss, Doubtful),
            (360, Loss, Doubtful),
            (361, Loss, Loss),
        ] {
            assert_eq!(card(days), by_card, "card {days}");
            assert_eq!(loan(days), by_loan, "loan {days}");
        }
    }

    #[test]
    fn an_unknown_product_has_a_class_only_where_the_grids_agree() {
        let book = Book::of(Region::Cn);
        let class = |days| class_of(book, None, days, day());
        assert_eq!(class(100), Some(Class::Substandard));
        assert_eq!(class(150), None);
        assert_eq!(class(400), Some(Class::Loss));
    }

    #[test]
    fn buckets_are_started_months_od_02() {
        let bucket = |region, days| {
            bucket_of(Book::of(region), days, day()).map(|bucket| bucket.to_string())
        };
        let shown = |days| bucket(Region::Cn, days).unwrap_or_default();
        for (days, expected) in [
            (0, ""),
            (1, "M1"),
            (30, "M1"),
            (31, "M2"),
            (90, "M3"),
            (91, "M4"),
            (180, "M6"),
            (181, "M6+"),
            (2000, "M6+"),
        ] {
            assert_eq!(shown(days), expected, "{days}");
        }
        assert_eq!(bucket(Region::Hk, 45), None);
    }
}
