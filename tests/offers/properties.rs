//! Promises that hold for all offers.

#![expect(clippy::float_arithmetic, reason = "rates are floats")]

use chrono::NaiveDate;
use forbear::domain::contract::{Method, PenaltyTerm};
use forbear::domain::offer::{ArrearsMode, Portion, Settle, Terms};
use forbear::domain::rate::Period;
use forbear::domain::vocabulary::Vocabulary;
use forbear::domain::{DayCount, Exact, Money, Part, Parts, Percent, Rate};
use forbear::engine::level::level_payment;
use forbear::engine::simulate::{ContractDates, PlanBase, compare, simulate};
use proptest::prelude::*;

fn amount(most: i128) -> impl Strategy<Value = Money> {
    (0..=most).prop_map(Money::from_minor)
}

fn parts(most: i128) -> impl Strategy<Value = Parts> {
    (amount(most), amount(most), amount(most), amount(most)).prop_map(
        |(principal, interest, penalty, fees)| Parts {
            principal,
            interest,
            penalty,
            fees,
        },
    )
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0_i64..1500).prop_map(|days| {
        NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + chrono::Duration::days(days)
    })
}

fn day_count() -> impl Strategy<Value = DayCount> {
    proptest::sample::select(DayCount::ALL.to_vec())
}

/// Any rate within the limits of input.
fn any_rate() -> impl Strategy<Value = Rate> {
    (
        0_i64..=1_000_000_000,
        proptest::sample::select(Period::ALL.to_vec()),
    )
        .prop_map(|(millionths, per)| Rate {
            percent: Percent::from_millionths(millionths),
            per,
        })
}

/// Rates people meet: up to 60 % a year.
fn usual_rate() -> impl Strategy<Value = Rate> {
    (0_i64..=60_000_000).prop_map(|millionths| Rate::yearly(Percent::from_millionths(millionths)))
}

fn method() -> impl Strategy<Value = Method> {
    proptest::sample::select(vec![
        Method::EqualInstalment,
        Method::EqualPrincipal,
        Method::InterestOnly,
        Method::Bullet,
    ])
}

fn mode() -> impl Strategy<Value = ArrearsMode> {
    proptest::sample::select(vec![
        ArrearsMode::Spread,
        ArrearsMode::First,
        ArrearsMode::Capitalise,
    ])
}

prop_compose! {
    fn base(most: i128, rate: BoxedStrategy<Rate>)(
        as_of in day(),
        position in parts(most),
        rate in proptest::option::of(rate),
        day_count in day_count(),
        penalty in proptest::option::of(0_i64..=300_000_000),
        compound in any::<bool>(),
        until in proptest::option::of(-24_i64..60),
        remaining in proptest::option::of(1_u32..=1200),
    ) -> PlanBase {
        let mut base = PlanBase::new(as_of, position);
        base.rate = rate;
        base.day_count = day_count;
        base.penalty = penalty.map(|m| PenaltyTerm::Multiple(Percent::from_millionths(m)));
        base.compound = compound;
        base.remaining = remaining;
        base.contract = until.map(|months| {
            let end = forbear::domain::calendar::plus_months(as_of, months);
            ContractDates { anchor: forbear::domain::calendar::plus_months(end, -11), end }
        });
        base
    }
}

prop_compose! {
    /// A plan of instalments or an extension, deferred or with a first due date of its own.
    fn plan(base_day: NaiveDate, most: u32)(
        count in 1..=most,
        extend in any::<bool>(),
        shift in 0_u32..4,
        first in proptest::option::of(0_i64..90),
        freeze in any::<bool>(),
        method in method(),
        mode in mode(),
    ) -> Terms {
        let mut terms = Terms {
            freeze,
            method: Some(method),
            arrears: Some(mode),
            ..Terms::default()
        };
        if extend { terms.extend = Some(count) } else { terms.instalments = Some(count) }
        match first {
            Some(days) => terms.first_due = Some(base_day + chrono::Duration::days(days)),
            None if shift > 0 => terms.defer = Some(shift),
            None => {}
        }
        terms
    }
}

fn offered(most: i128) -> impl Strategy<Value = (PlanBase, Terms)> {
    base(most, usual_rate().boxed()).prop_flat_map(|base| {
        let day = base.as_of;
        (Just(base), plan(day, 60))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    /// S1: every plan closes at zero, its rows add up, and nothing is negative.
    #[test]
    fn a_plan_closes((base, terms) in offered(1_000_000_000)) {
        let Ok(found) = simulate(&base, &terms) else { return Ok(()) };
        let mut opening = found.base.principal;
        if terms.arrears == Some(ArrearsMode::Capitalise)
            && let Some(first) = found.rows.first()
        {
            prop_assert!(first.opening >= found.base.total());
            opening = first.opening;
        }
        let mut due = base.as_of;
        for (row, n) in found.rows.iter().zip(1_u32..) {
            prop_assert_eq!(row.n, n);
            prop_assert_eq!(row.opening, opening);
            prop_assert_eq!(row.closing, row.opening - row.principal);
            prop_assert_eq!(row.amount, row.principal + row.interest + row.arrears);
            prop_assert!(row.due >= due);
            for part in [row.principal, row.interest, row.arrears, row.closing] {
                prop_assert!(!part.is_negative());
            }
            opening = row.closing;
            due = row.due;
        }
        if !found.rows.is_empty() {
            prop_assert_eq!(opening, Money::ZERO);
        }
        prop_assert_eq!(found.total, found.rows.iter().map(|row| row.amount).sum::<Money>());
        prop_assert!(found.total >= found.base.total(), "nobody pays less than is left");
        if terms.freeze {
            prop_assert_eq!(found.total, found.base.total());
            prop_assert_eq!(found.rates.simple.unwrap_or(0.0), 0.0);
        }
    }

    /// O2, O3: what is waived, paid at once and left is what was owed, part by part.
    #[test]
    fn parts_add_up(
        position in parts(1_000_000_000),
        percents in proptest::array::uniform4(0_i32..=100),
        pay in 0_u32..=100,
    ) {
        let base = PlanBase::new(NaiveDate::from_ymd_opt(2026, 11, 16).unwrap(), position);
        let mut terms = Terms { instalments: Some(12), ..Terms::default() };
        terms.waive = Part::ALL
            .iter()
            .zip(percents)
            .map(|(part, percent)| (*part, Portion::Percent(Percent::whole(percent))))
            .collect();
        let waived = simulate(&base, &terms).unwrap();
        prop_assert_eq!(waived.base + waived.waived, position);
        let paid = Money::from_minor(waived.base.total().minor() * i128::from(pay) / 100);
        terms.pay_now = Some(paid);
        let found = simulate(&base, &terms).unwrap();
        prop_assert_eq!(found.base.total() + found.paid_now + found.waived.total(), position.total());
        prop_assert_eq!(found.total, found.paid_now + found.base.total());
    }

    /// Waiving more of interest, penalty or fees never costs more, to the fen; of principal, never more
    /// than the fen that rounding moves in each row and their interest.
    #[test]
    fn waiving_more_never_costs_more(
        (base, terms) in offered(1_000_000_000),
        part in proptest::sample::select(Part::ALL.to_vec()),
        (less, more) in (0_i32..=100, 0_i32..=100),
    ) {
        let (less, more) = (less.min(more), less.max(more));
        let with = |percent: i32| {
            let mut terms = terms.clone();
            terms.waive = vec![(part, Portion::Percent(Percent::whole(percent)))];
            simulate(&base, &terms)
        };
        let (Ok(dear), Ok(cheap)) = (with(less), with(more)) else { return Ok(()) };
        let exact = part != Part::Principal && terms.arrears != Some(ArrearsMode::Capitalise);
        let rows = i128::from(cheap.count);
        let slack = if exact { 0 } else { rows + rows * rows / 10 };
        prop_assert!(
            cheap.total <= dear.total + Money::from_minor(slack),
            "{} % costs {}, {} % costs {}", less, dear.total, more, cheap.total
        );
    }

    /// S2: a longer term never raises the level payment.
    #[test]
    fn a_longer_term_never_raises_the_payment(
        principal in amount(1_000_000_000_000_000),
        rate in any_rate(),
        count in 1_usize..1200,
    ) {
        let month = rate.per_year(DayCount::Thirty360).unwrap().times(Exact::new(1, 12).unwrap()).unwrap();
        let payment = |n: usize| level_payment(principal, &vec![month; n]);
        prop_assert!(payment(count + 1).unwrap() <= payment(count).unwrap());
    }

    /// S2: the level payment repays what was lent, not a cent a row more or less.
    #[test]
    fn a_level_payment_closes(
        principal in amount(10_000_000_000),
        rate in usual_rate(),
        count in 2_usize..60,
    ) {
        let month = rate.per_year(DayCount::Thirty360).unwrap().times(Exact::new(1, 12).unwrap()).unwrap();
        let payment = level_payment(principal, &vec![month; count]).unwrap();
        // A cent more a row overpays, a cent less underpays: the exact balance at the end says so.
        let left = |payment: Money| {
            let mut balance = Exact::from(principal);
            for _ in 0..count {
                let interest = balance.times(month).ok()?;
                balance = balance.plus(interest).ok()?.minus(Exact::from(payment)).ok()?;
            }
            Some(balance)
        };
        if let Some(under) = left(payment - Money::CENT) {
            prop_assert!(under >= Exact::ZERO);
        }
        if let Some(over) = left(payment + Money::CENT) {
            prop_assert!(over <= Exact::ZERO);
        }
    }

    /// O8, R1: a plan of level payments without arrears costs its own rate, to a thousandth of a percent.
    #[test]
    fn a_plan_without_arrears_costs_its_rate(
        principal in 100_000_000_i128..10_000_000_000,
        rate in usual_rate(),
        count in 1_u32..60,
        method in method(),
    ) {
        let position = Parts { principal: Money::from_minor(principal), ..Parts::ZERO };
        let mut base = PlanBase::new(NaiveDate::from_ymd_opt(2026, 11, 16).unwrap(), position);
        base.rate = Some(rate);
        let terms = Terms { instalments: Some(count), method: Some(method), ..Terms::default() };
        let found = simulate(&base, &terms).unwrap().rates.simple.unwrap();
        let expected = rate.percent.millionths() as f64 / 1e8;
        if method != Method::Bullet || count == 1 {
            prop_assert!((found - expected).abs() < 1e-5, "{found} for {expected}");
        } else {
            prop_assert!(found <= expected + 1e-5, "simple interest is no dearer: {found}");
        }
    }

    /// O3, S1: a settlement in parts is exactly its amount, the parts fair, the rest waived.
    #[test]
    fn a_settlement_splits_exactly(
        position in parts(1_000_000_000),
        share in 0_i128..=100,
        count in 1_u32..=60,
    ) {
        let base = PlanBase::new(NaiveDate::from_ymd_opt(2026, 11, 16).unwrap(), position);
        let amount = Money::from_minor(position.total().minor() * share / 100);
        let terms = Terms {
            settle: Some(Settle { amount, by: None }),
            instalments: Some(count),
            ..Terms::default()
        };
        let found = simulate(&base, &terms).unwrap();
        prop_assert_eq!(found.total, amount);
        prop_assert_eq!(found.base + found.waived, position);
        if let (Some(first), Some(last)) = (found.rows.first(), found.rows.last()) {
            prop_assert!((first.amount - last.amount).minor() <= 1 && first.amount >= last.amount);
            prop_assert_eq!(last.closing, Money::ZERO);
        }
        prop_assert!(found.rows.iter().all(|row| !row.arrears.is_negative()));
    }

    /// No input within the limits panics: an answer or a named refusal, and the same for a comparison.
    #[test]
    fn the_limits_of_input_hold(
        (base, terms) in base(1_000_000_000_000_000, any_rate().boxed()).prop_flat_map(|base| {
            let day = base.as_of;
            (Just(base), plan(day, 1200))
        }),
        rate in proptest::option::of(any_rate()),
        pay in proptest::option::of(amount(1_000_000_000_000_000)),
    ) {
        let mut terms = terms;
        terms.rate = rate.filter(|_| !terms.freeze);
        terms.pay_now = pay;
        if let Ok(found) = compare(&base, &[terms.clone(), terms], None) {
            prop_assert_eq!(found.offers.len(), 2);
            let rates = found.offers[0].rates;
            for rate in [rates.simple, rates.compounded, rates.dated].into_iter().flatten() {
                prop_assert!(!rate.is_nan());
            }
        }
    }

    /// O7: nothing paid for longer is never less.
    #[test]
    fn nothing_paid_never_shrinks(base in base(1_000_000_000, usual_rate().boxed()), days in 0_i64..2000) {
        let until = |days| base.nothing_until(base.as_of + chrono::Duration::days(days)).unwrap().total();
        prop_assert!(until(days) >= base.position.total());
        prop_assert!(until(days + 30) >= until(days));
    }
}
