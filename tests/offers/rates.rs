//! Annual rates and level payments against worked and published examples (R1–R3, S2).
//!
//! Whole files of outside figures are compared in `oracles`.

#![expect(clippy::float_arithmetic, reason = "rates are floats")]

use chrono::NaiveDate;
use forbear::domain::Money;
use forbear::engine::annual_rate::{Flow, rates};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

fn monthly(received: &str, paid: &str, count: u32) -> Vec<Flow> {
    let start = date("2026-01-15");
    let mut flows = vec![Flow {
        on: start,
        amount: money(received),
    }];
    for k in 1..=count {
        flows.push(Flow {
            on: forbear::domain::calendar::plus_months(start, i64::from(k)),
            amount: -money(paid),
        });
    }
    flows
}

fn shown(rate: Option<f64>) -> String {
    rate.map_or("none".to_owned(), |rate| format!("{:.2}", rate * 100.0))
}

/// PBOC announcement 2021 no. 3, worked example: 100,000 less 1,000 up front, 12 × 8,833.3.
#[test]
fn the_central_banks_example_r1() {
    let mut flows = monthly("99000", "8833.30", 12);
    flows.rotate_left(3); // in whatever order they are typed
    let found = rates(&flows);
    assert_eq!(shown(found.simple), "12.80");
    assert_eq!(shown(found.compounded), "13.58");
}

/// A flat fee of 1 % a month on 12,000: 1,000 + 120 each month (rules.md CALC-05).
#[test]
fn a_flat_fee_costs_nearly_twice_its_name_r1() {
    let found = rates(&monthly("12000", "1120", 12));
    assert_eq!(shown(found.simple), "21.46");
    assert_eq!(shown(found.compounded), "23.70");
}

/// Directive 2008/48/EC's guidance: 1,000 repaid by 1,200 after 18 months (546 days), 1.2^(365/546) − 1;
/// and by 600 after one year and 600 after two, whose x = 1/(1 + r) solves 600x² + 600x = 1000.
#[test]
fn european_examples_are_dated_r2() {
    let once = rates(&[
        Flow {
            on: date("2026-01-01"),
            amount: money("1000"),
        },
        Flow {
            on: date("2026-01-01") + chrono::Duration::days(546),
            amount: money("-1200"),
        },
    ]);
    assert_eq!(shown(once.dated), "12.96");
    // The single payment's period is 18 months (R1): 12 × (1.2^(1/18) − 1), by pocket calculator.
    assert_eq!(shown(once.simple), "12.22");
    let twice = rates(&[
        Flow {
            on: date("2026-01-01"),
            amount: money("1000"),
        },
        Flow {
            on: date("2027-01-01"),
            amount: money("-600"),
        },
        Flow {
            on: date("2028-01-01"),
            amount: money("-600"),
        },
    ]);
    let x = (-1.0 + (1.0_f64 + 4.0 * 5.0 / 3.0).sqrt()) / 2.0;
    assert_eq!(shown(twice.dated), "13.07");
    assert!((twice.compounded.unwrap() - (1.0 / x - 1.0)).abs() < 1e-12);
}

#[test]
fn irregular_flows_have_a_dated_rate_alone_r2() {
    let found = rates(&[
        Flow {
            on: date("2026-01-01"),
            amount: money("1000"),
        },
        Flow {
            on: date("2026-02-03"),
            amount: money("-500"),
        },
        Flow {
            on: date("2026-03-09"),
            amount: money("-300"),
        },
        Flow {
            on: date("2026-03-20"),
            amount: money("-300"),
        },
    ]);
    assert!(found.dated.is_some());
    assert_eq!((found.simple, found.compounded), (None, None));
}

#[test]
fn month_ends_are_equal_calendar_steps_r1() {
    let on = |text, amount| Flow {
        on: date(text),
        amount: money(amount),
    };
    let found = rates(&[
        on("2026-01-31", "1000"),
        on("2026-02-28", "-505"),
        on("2026-03-31", "-510.05"),
    ]);
    // 505/1.01 + 510.05/1.01² = 500 + 500: one per cent a month.
    assert!((found.simple.unwrap() - 0.12).abs() < 1e-12);
}

#[test]
fn no_sign_change_has_no_rate_and_two_roots_are_both_given_r3() {
    let on = |text, amount| Flow {
        on: date(text),
        amount: money(amount),
    };
    let none = rates(&[on("2026-01-01", "-5"), on("2027-01-01", "-6")]);
    assert_eq!((none.dated, none.simple), (None, None));
    assert_eq!(rates(&[]).dated, None);
    // −100 + 230/(1+r) − 132/(1+r)² = 0 has the roots 10 % and 20 %.
    let two = rates(&[
        on("2026-01-01", "-100"),
        on("2027-01-01", "230"),
        on("2028-01-01", "-132"),
    ]);
    assert!((two.dated.unwrap() - 0.1).abs() < 1e-9);
    assert!((two.other_dated.unwrap() - 0.2).abs() < 1e-9);
}

#[test]
fn extreme_rates_are_found() {
    let on = |text, amount| Flow {
        on: date(text),
        amount: money(amount),
    };
    // A hundredfold in one year: 9,900 %.
    let up = rates(&[on("2026-01-01", "1"), on("2027-01-01", "-100")]);
    assert!((up.dated.unwrap() - 99.0).abs() < 1e-9);
    // 1,000 become 1,500 in three days: 1.5^(365/3) − 1.
    let payday = rates(&[on("2026-01-01", "1000"), on("2026-01-04", "-1500")]);
    let expected = (1.5_f64.ln() * 365.0 / 3.0).exp_m1();
    assert!((payday.dated.unwrap() / expected - 1.0).abs() < 1e-9);
    // One hundredth of it back: −99 %.
    let down = rates(&[on("2026-01-01", "100"), on("2027-01-01", "-1")]);
    assert!((down.dated.unwrap() + 0.99).abs() < 1e-12);
}

#[test]
fn level_payments_agree_with_the_published_ones_s2() {
    use forbear::domain::{DayCount, Exact, Rate};
    use forbear::engine::level::level_payment;
    let month = |rate: &str| {
        let rate: Rate = rate.parse().unwrap();
        let yearly = rate.per_year(DayCount::Thirty360).unwrap();
        yearly.times(Exact::new(1, 12).unwrap()).unwrap()
    };
    // Closed forms of numpy-financial, to the hundredth: pmt(0.08/12, 60, 15000), pmt(0, 60, 15000),
    // pmt(0.3, 12, 2000) and pmt(0.8, 3, 20000).
    let case = |principal: &str, factor: Exact, count: usize, expected: &str| {
        let payment = level_payment(money(principal), &vec![factor; count]).unwrap();
        assert_eq!(payment, money(expected));
    };
    case("15000", month("8%/year"), 60, "304.15");
    case("15000", Exact::ZERO, 60, "250");
    case("2000", Exact::new(3, 10).unwrap(), 12, "626.91");
    case("20000", Exact::new(8, 10).unwrap(), 3, "19311.26");
}
