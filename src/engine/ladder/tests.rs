//! The ladder's order, and its promises under random rooms and means.

use proptest::prelude::*;

use super::*;
use crate::domain::parts::Parts;
use crate::domain::rate::Rate;

fn base(principal: i128, interest: i128, penalty: i128, rate: i32) -> PlanBase {
    let position = Parts {
        principal: Money::from_minor(principal),
        interest: Money::from_minor(interest),
        penalty: Money::from_minor(penalty),
        fees: Money::ZERO,
    };
    let mut base = PlanBase::new("2026-11-16".parse().unwrap(), position);
    base.rate = Some(Rate::yearly(Percent::whole(rate)));
    base
}

fn bounds(max_months: u32, freeze: bool, waive: &[(Part, i32)]) -> Bounds {
    Bounds {
        max_months,
        freeze,
        waive: waive
            .iter()
            .map(|(part, percent)| (*part, Percent::whole(*percent)))
            .collect(),
        min_payment: None,
        latest_start: None,
        supposed: false,
    }
}

const INSTALMENTS: Form = Form::Instalments { first_due: None };

#[test]
fn the_limit_asks_for_the_fewest_things() {
    // 12,000.00 principal, 600.00 interest, 900.00 penalty, frozen at 0 %: over 12 months 1,125.00; over 24
    // months 562.50; without the penalty 525.00. 540.00 a month: longer months are not enough, the penalty is.
    let base = base(1_200_000, 60_000, 90_000, 0);
    let bounds = bounds(24, true, &[(Part::Penalty, 100), (Part::Interest, 50)]);
    let found = ladder(
        &base,
        &bounds,
        &usual_order(&bounds),
        Means::Monthly(Money::from_minor(54_000)),
        INSTALMENTS,
    )
    .unwrap();
    let limit = found.rung(RungName::Limit).unwrap();
    assert_eq!(limit.asked, [Ask::Months(24), Ask::Waive(Part::Penalty)]);
    assert_eq!(
        limit.simulation.terms.to_string(),
        "waive penalty=all; instalments 24"
    );
    assert_eq!(limit.simulation.first_payment, Money::from_minor(52_500));
    let target = found.rung(RungName::Target).unwrap();
    assert_eq!(
        target.simulation.terms.to_string(),
        "waive penalty=all; freeze; instalments 24"
    );
    let opening = found.rung(RungName::Opening).unwrap();
    assert_eq!(
        opening.simulation.terms.to_string(),
        "waive interest=50%; waive penalty=all; freeze; instalments 24"
    );
    assert_eq!(opening.simulation.total, Money::from_minor(1_230_000));
}

#[test]
fn where_nothing_fits_it_says_what_would() {
    // 12,000.00 at 0 % over at most 12 months is 1,000.00; 400.00 can be paid: 30 months, 600.00 more,
    // or 60 % of the principal.
    let base = base(1_200_000, 0, 0, 0);
    let bounds = bounds(12, false, &[]);
    let means = Means::Monthly(Money::from_minor(40_000));
    let found = ladder(&base, &bounds, &usual_order(&bounds), means, INSTALMENTS).unwrap();
    assert!(!found.is_feasible());
    let need = found.need.unwrap();
    assert_eq!(need.months, Some(30));
    assert_eq!(need.money, Some(Money::from_minor(60_000)));
    assert_eq!(need.principal, Some(Percent::whole(60)));
    assert_eq!(need.short.unwrap().by, Money::from_minor(60_000));
}

#[test]
fn one_payment_asks_for_what_the_waivers_leave() {
    // 10,000.00 + 500.00 + 800.00; 10,600.00 in hand: the penalty has to go, the interest may.
    let base = base(1_000_000, 50_000, 80_000, 18);
    let bounds = bounds(12, true, &[(Part::Penalty, 100), (Part::Interest, 100)]);
    let form = Form::OnePayment {
        by: "2026-12-10".parse().unwrap(),
    };
    let means = Means::Monthly(Money::from_minor(1_060_000));
    let found = ladder(&base, &bounds, &usual_order(&bounds), means, form).unwrap();
    let terms = |name| found.rung(name).unwrap().simulation.terms.to_string();
    assert_eq!(terms(RungName::Limit), "settle 10500.00 by 2026-12-10");
    assert_eq!(terms(RungName::Target), "settle 10000.00 by 2026-12-10");
}

#[test]
fn a_lender_who_takes_no_small_payments_gets_none() {
    let base = base(600_000, 0, 0, 0);
    let mut bounds = bounds(36, false, &[]);
    bounds.min_payment = Some(Money::from_minor(50_000));
    let means = |most| Means::Monthly(Money::from_minor(most));
    let order = usual_order(&bounds);
    let found = ladder(&base, &bounds, &order, means(50_000), INSTALMENTS).unwrap();
    assert_eq!(found.rung(RungName::Limit).unwrap().months, 12);
    let found = ladder(&base, &bounds, &order, means(49_999), INSTALMENTS).unwrap();
    assert!(!found.is_feasible());
}

proptest! {
    #[test]
    fn opening_target_limit_rise_and_can_be_kept_m6(
        principal in 1_i128..3_000_000,
        interest in 0_i128..300_000,
        penalty in 0_i128..300_000,
        rate in 0..36_i32,
        most in 1_i128..400_000,
        max_months in 1_u32..60,
        freeze in any::<bool>(),
        waive in proptest::collection::vec(0..=100_i32, 3),
    ) {
        let base = base(principal, interest, penalty, rate);
        let bounds = bounds(max_months, freeze, &[
            (Part::Principal, waive[0]), (Part::Interest, waive[1]), (Part::Penalty, waive[2]),
        ]);
        let most = Money::from_minor(most);
        let order = usual_order(&bounds);
        let found = ladder(&base, &bounds, &order, Means::Monthly(most), INSTALMENTS).unwrap();
        prop_assert_eq!(found.is_feasible(), found.need.is_none());
        let Some(limit) = found.rung(RungName::Limit) else {
            let need = found.need.unwrap();
            if let Some(more) = need.money {
                prop_assert!(more.is_positive());
            }
            return Ok(());
        };
        let target = found.rung(RungName::Target).unwrap();
        let opening = found.rung(RungName::Opening).unwrap();
        prop_assert!(opening.simulation.total <= target.simulation.total);
        prop_assert!(target.simulation.total <= limit.simulation.total);
        for rung in &found.rungs {
            prop_assert!(rung.simulation.peak_payment <= most);
            prop_assert!(rung.months <= max_months);
            for (part, portion) in &rung.simulation.terms.waive {
                let room = bounds.waivable(*part);
                prop_assert_eq!(*portion, crate::engine::room::portion(room));
            }
        }
        // One thing less does not do: of what the limit asks for, the last is needed.
        if let Some((_, before)) = limit.asked.split_last() {
            let fewer = ladder(&base, &bounds, before, Means::Monthly(most), INSTALMENTS).unwrap();
            let longer = before.iter().any(|ask| matches!(ask, Ask::Months(_)));
            if longer {
                prop_assert!(!fewer.is_feasible());
            }
        }
    }
}
