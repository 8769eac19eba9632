//! Outside figures for annual rates and shares. They stay in `shared/` and are read when it is there.

#![expect(
    clippy::float_arithmetic,
    clippy::print_stderr,
    reason = "rates are floats, and a skipped oracle says so"
)]

use std::path::PathBuf;

use chrono::NaiveDate;
use forbear::domain::Money;
use forbear::engine::annual_rate::{Flow, Step, periodic_rate, rates, rates_by};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

/// The rows of an oracle file, or nothing and a visible line where there is no `shared/`.
fn oracle(name: &str) -> Vec<csv::StringRecord> {
    let folder = std::env::var_os("FORBEAR_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")),
        PathBuf::from,
    );
    let Ok(reader) = csv::ReaderBuilder::new()
        .has_headers(!name.starts_with("xirr_samples"))
        .flexible(true)
        .from_path(folder.join("oracles").join(name))
    else {
        eprintln!("skipped: no shared/ ({name})");
        return Vec::new();
    };
    let rows: Vec<_> = reader.into_records().map(Result::unwrap).collect();
    assert!(!rows.is_empty(), "{name} is empty");
    rows
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
    assert_eq!(once.simple, None);
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
fn regulation_z_appendix_j_r1() {
    for row in oracle("regz_appendix_j_apr.csv").iter() {
        let mut later = Vec::new();
        let whole: u32 = row[7].parse().unwrap();
        for group in row[5].split(';') {
            let (amount, count) = group.split_once(" x ").unwrap();
            for _ in 0..count.trim().parse::<u32>().unwrap() {
                let period = whole + u32::try_from(later.len()).unwrap();
                later.push((period, -money(amount)));
            }
        }
        let fraction: f64 = row[8].parse().unwrap();
        let a_year: f64 = row[6].parse().unwrap();
        let rate = periodic_rate(money(&row[1]), &later, fraction).unwrap();
        assert_eq!(
            format!("{:.2}", rate * a_year * 100.0),
            row[9],
            "{}",
            &row[0]
        );

        // The same from the dates, where the step is one that dates can show.
        let first = date(&row[3]);
        let step = match &row[4] {
            "monthly" => Step::Months(1),
            "2-monthly" => Step::Months(2),
            "weekly" => Step::Days(7),
            "2-weekly" => Step::Days(14),
            "4-weekly" => Step::Days(28),
            _ => continue,
        };
        let mut flows = vec![Flow {
            on: date(&row[2]),
            amount: money(&row[1]),
        }];
        for (k, (_, amount)) in later.iter().enumerate() {
            let k = i64::try_from(k).unwrap();
            let on = match step {
                Step::Months(months) => {
                    forbear::domain::calendar::plus_months(first, k * i64::from(months))
                }
                Step::Days(days) => first + chrono::Duration::days(k * i64::from(days)),
            };
            flows.push(Flow {
                on,
                amount: *amount,
            });
        }
        let found = rates_by(&flows, step);
        assert_eq!(
            format!("{:.2}", found.simple.unwrap() * 100.0),
            row[9],
            "{} from its dates",
            &row[0]
        );
        assert_eq!(rates(&flows).simple, found.simple, "{} step", &row[0]);
    }
}

#[test]
fn dated_rates_agree_with_the_samples_r2_r3() {
    for case in oracle("xirr_expected.csv").iter() {
        let samples = oracle(&format!("xirr_samples/{}", &case[1]));
        // Upstream's amounts are finer than money; a millionth of a unit is held here as 0.01.
        let scale = |text: &str| {
            let value: f64 = text.parse().unwrap();
            #[expect(clippy::cast_possible_truncation, reason = "samples are small")]
            Money::from_minor((value * 1e6).round() as i128)
        };
        let flows: Vec<Flow> = samples
            .iter()
            .map(|row| Flow {
                on: date(row[0].trim()),
                amount: scale(row[1].trim()),
            })
            .collect();
        let found = rates(&flows);
        let both = [found.dated, found.other_dated];
        if &case[2] == "NaN" {
            assert_eq!(found.dated, None, "{}", &case[0]);
            continue;
        }
        let start = flows.iter().map(|flow| flow.on).min().unwrap();
        for root in both.into_iter().flatten() {
            let worth = |flow: &Flow| {
                let years = (flow.on - start).num_days() as f64 / 365.0;
                flow.amount.minor() as f64 * (1.0 + root).powf(-years)
            };
            let gross: f64 = flows.iter().map(|flow| worth(flow).abs()).sum();
            let net: f64 = flows.iter().map(worth).sum();
            assert!(
                net.abs() < 1e-6 * gross,
                "{}: {root} leaves {net}",
                &case[0]
            );
        }
        if &case[0] == "random_1000" {
            continue; // a thousand random signs have more than two roots; upstream names one further out
        }
        for text in [&case[2], &case[3]].into_iter().filter(|t| !t.is_empty()) {
            let expected: f64 = text.parse().unwrap();
            assert!(
                both.iter()
                    .flatten()
                    .any(|root| (root - expected).abs() < 1e-9 * expected.abs().max(1.0)),
                "{}: expected {expected}, found {both:?}",
                &case[0]
            );
        }
        if let [Some(near), Some(far)] = both {
            assert!(near.abs() <= far.abs(), "{}", &case[0]);
        }
    }
}

#[test]
fn pro_rata_shares_agree_with_the_published_ones_m5() {
    let rows = oracle("pro_rata_offers.csv");
    let mut examples: Vec<&str> = rows.iter().map(|row| &row[0]).collect();
    examples.dedup();
    for example in examples {
        let rows: Vec<_> = rows.iter().filter(|row| &row[0] == example).collect();
        let budget = money(&rows[0][2]);
        let owed: Vec<Money> = rows.iter().map(|row| money(&row[4])).collect();
        let shares = forbear::engine::share::pro_rata(budget, &owed);
        assert_eq!(shares.iter().copied().sum::<Money>(), budget, "{example}");
        for (row, share) in rows.iter().zip(shares) {
            let off = (share - money(&row[5])).minor().abs();
            assert!(off <= 1, "{example}: {} is {share}", &row[3]);
        }
    }
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
    for row in oracle("zh_equal_instalment.csv")
        .iter()
        .filter(|row| row.len() > 3 && !row[0].is_empty())
    {
        let count: usize = row[2].parse().unwrap();
        let factor = month(&format!("{}%/year", &row[1]));
        let payment = level_payment(money(&row[0]), &vec![factor; count]).unwrap();
        assert_eq!(payment, money(&row[3]), "{}", &row[4]);
    }
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
