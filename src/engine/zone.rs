//! Is there a deal: the lender's assumed alternative against what an offer is worth to it.
//!
//! Promises: the same valuing on both sides: whole months from as-of, discounted month by month at a twelfth of
//! the yearly rate, with nine decimal places kept and one rounding at the end. An offer that pays the same sums
//! later, or less of them, is never worth more.
//! Leaves to others: to say that all of this is assumed, and never to say it to the lender.

use chrono::NaiveDate;

use crate::domain::TooLarge;
use crate::domain::calendar::{DayCount, months_and_days};
use crate::domain::lender::Alternative;
use crate::domain::money::Money;
use crate::domain::position::Band;
use crate::domain::rate::{Percent, Rate};
use crate::domain::zone::{Assumed, Overlap, Valued, Zone};

use super::EngineError;

/// The program's own starting points by band, where the user wrote nothing: share recovered, months, discount
/// a year, all in whole numbers. Not measured anywhere: they only say that older debts are worth less and take longer.
const STARTING_POINTS: [(Band, i32, u32); 4] = [
    (Band::Current, 95, 6),
    (Band::Short, 90, 9),
    (Band::Medium, 70, 12),
    (Band::Long, 40, 18),
];
/// For a debt that was written off or sold.
const WRITTEN_OFF: (i32, u32) = (20, 24);
/// What later money loses a year, in percent.
const DISCOUNT: i32 = 10;

/// The assumptions: the user's own where written, else starting points by band.
#[must_use]
pub fn assumed(own: Option<&Alternative>, band: Option<Band>, written_off: bool) -> Assumed {
    let band = band.unwrap_or(Band::Long);
    let (share, months) = if written_off {
        WRITTEN_OFF
    } else {
        STARTING_POINTS
            .into_iter()
            .find(|(known, _, _)| *known == band)
            .map_or(WRITTEN_OFF, |(_, share, months)| (share, months))
    };
    let own = own.cloned().unwrap_or_default();
    Assumed {
        own: own != Alternative::default(),
        recovery: own.recovery.unwrap_or(Percent::whole(share)),
        months: own.months.unwrap_or(months),
        cost: own.cost.unwrap_or(Money::ZERO),
        discount: own
            .discount
            .unwrap_or(Rate::yearly(Percent::whole(DISCOUNT))),
    }
}

/// Offers, from the one asked first to the limit, against the lender's alternative.
///
/// # Errors
/// [`EngineError::TooLarge`] beyond the limits of input.
pub fn zone(
    assumed: Assumed,
    owed: Money,
    as_of: NaiveDate,
    offers: &[Vec<(NaiveDate, Money)>],
) -> Result<Zone, EngineError> {
    let recovered = owed.share(assumed.recovery.factor())?.settled();
    let gross = value(assumed.discount, &[(assumed.months, recovered)])?;
    let alternative = gross.less(assumed.cost);
    let mut valued = Vec::with_capacity(offers.len());
    for offer in offers {
        let months: Vec<(u32, Money)> = offer
            .iter()
            .map(|&(on, amount)| {
                let months = months_and_days(as_of, on).0;
                (u32::try_from(months).unwrap_or(u32::MAX), amount)
            })
            .collect();
        let value = value(assumed.discount, &months)?;
        valued.push(Valued {
            value,
            enough: value >= alternative,
        });
    }
    let overlap = match valued.last() {
        None => Overlap::NothingToOffer,
        Some(limit) if !limit.enough => Overlap::Short {
            by: alternative - limit.value,
        },
        Some(limit) => Overlap::Room {
            from: alternative,
            to: limit.value,
            first: valued.iter().position(|offer| offer.enough).unwrap_or(0),
        },
    };
    Ok(Zone {
        assumed,
        alternative,
        offers: valued,
        overlap,
    })
}

/// Nine decimal places.
const PLACES: i128 = 1_000_000_000;
/// More months than any plan has.
const MOST_MONTHS: u32 = 1_200;

/// What amounts so many months away are worth today.
fn value(discount: Rate, amounts: &[(u32, Money)]) -> Result<Money, EngineError> {
    let yearly = discount.per_year(DayCount::Thirty360)?;
    // 1 / (1 + n/12d) = 12d / (12d + n)
    let twelve = yearly.denominator().checked_mul(12).ok_or(TooLarge)?;
    let more = twelve.checked_add(yearly.numerator()).ok_or(TooLarge)?;
    let last = amounts
        .iter()
        .map(|(months, _)| (*months).min(MOST_MONTHS))
        .max()
        .unwrap_or(0);
    let mut value = 0_i128;
    for month in (0..=last).rev() {
        let due: Money = amounts
            .iter()
            .filter(|(months, _)| (*months).min(MOST_MONTHS) == month)
            .map(|(_, amount)| *amount)
            .sum();
        let scaled = due.minor().checked_mul(PLACES).ok_or(TooLarge)?;
        value = value.checked_add(scaled).ok_or(TooLarge)?;
        if month > 0 {
            value = value
                .checked_mul(twelve)
                .and_then(|product| product.checked_div(more))
                .ok_or(TooLarge)?;
        }
    }
    let half = PLACES.checked_div(2).unwrap_or(0);
    let rounded = value.saturating_add(half).div_euclid(PLACES);
    Ok(Money::from_minor(rounded))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn money(minor: i128) -> Money {
        Money::from_minor(minor)
    }

    fn twelve_percent(recovery: i32, months: u32, cost: i128) -> Assumed {
        Assumed {
            recovery: Percent::whole(recovery),
            months,
            cost: money(cost),
            discount: Rate::yearly(Percent::whole(12)),
            own: true,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn both_sides_are_valued_alike() {
        // 10,000.00 owed, half of it in two months at 1 % a month: 5,000.00 / 1.01² = 4,901.4802…, less 1.48.
        let as_of = day("2026-11-16");
        let assumed = twelve_percent(50, 2, 148);
        let offers = [
            vec![(day("2026-12-16"), money(400_000))],
            vec![
                (as_of, money(100_000)),
                (day("2026-12-16"), money(200_000)),
                (day("2027-01-16"), money(200_000)),
            ],
        ];
        let found = zone(assumed, money(1_000_000), as_of, &offers).unwrap();
        assert_eq!(found.alternative, money(490_000));
        // 4,000.00 / 1.01 = 3,960.396…; 1,000.00 + 2,000.00 / 1.01 + 2,000.00 / 1.01² = 4,940.7901…
        assert_eq!(found.offers[0].value, money(396_040));
        assert_eq!(found.offers[1].value, money(494_079));
        assert_eq!(
            found.overlap,
            Overlap::Room {
                from: money(490_000),
                to: money(494_079),
                first: 1
            }
        );
        let found = zone(assumed, money(1_000_000), as_of, &offers[..1]).unwrap();
        assert_eq!(found.overlap, Overlap::Short { by: money(93_960) });
        let found = zone(assumed, money(1_000_000), as_of, &[]).unwrap();
        assert_eq!(found.overlap, Overlap::NothingToOffer);
    }

    #[test]
    fn what_the_user_wrote_prevails() {
        let own = Alternative {
            recovery: Some(Percent::whole(33)),
            ..Alternative::default()
        };
        let found = assumed(Some(&own), Some(Band::Medium), false);
        assert_eq!(
            (found.recovery, found.months, found.own),
            (Percent::whole(33), 12, true)
        );
        assert!(!assumed(None, None, false).own);
        let older = |band, off| assumed(None, band, off).recovery;
        assert!(older(Some(Band::Short), false) > older(Some(Band::Long), false));
        assert!(older(Some(Band::Long), false) > older(Some(Band::Long), true));
    }

    proptest! {
        #[test]
        fn later_or_less_is_never_worth_more(
            amounts in proptest::collection::vec((0..120_u32, 0..10_000_000_i128), 1..30),
            later in 0..24_u32, less in 0..1_000_i128, rate in 0..100_i32,
        ) {
            let rate = Rate::yearly(Percent::whole(rate));
            let amounts: Vec<(u32, Money)> = amounts.into_iter().map(|(at, sum)| (at, money(sum))).collect();
            let now = value(rate, &amounts).unwrap();
            let then: Vec<(u32, Money)> = amounts
                .iter()
                .map(|(at, sum)| (at + later, sum.less(money(less))))
                .collect();
            prop_assert!(value(rate, &then).unwrap() <= now);
            prop_assert!(now <= amounts.iter().map(|(_, sum)| *sum).sum());
        }

        #[test]
        fn room_is_there_exactly_when_the_limit_is_worth_enough(
            owed in 1..10_000_000_i128, share in 0..=100_i32, months in 0..48_u32, pays in 0..10_000_000_i128,
        ) {
            let as_of = day("2026-11-16");
            let offers = [vec![(day("2027-02-16"), money(pays))]];
            let found = zone(twelve_percent(share, months, 0), money(owed), as_of, &offers).unwrap();
            match found.overlap {
                Overlap::Room { from, to, .. } => prop_assert!(from <= to && from == found.alternative),
                Overlap::Short { by } => {
                    prop_assert_eq!(found.offers[0].value + by, found.alternative);
                    prop_assert!(by.is_positive());
                }
                Overlap::NothingToOffer => prop_assert!(false),
            }
        }
    }
}
