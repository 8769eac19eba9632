//! Annual rates: the unit-period method of Regulation Z, and dated flows against pyxirr's samples.

#![expect(clippy::float_arithmetic, reason = "rates are floats")]

use forbear::domain::Money;
use forbear::domain::calendar::{plus_days, plus_months};
use forbear::engine::annual_rate::{Flow, Step, periodic_rate, rates as annual_rates, rates_by};

use super::{Count, date, money, read, table};

fn shown(rate: Option<f64>) -> String {
    rate.map_or("none".to_owned(), |rate| format!("{:.2}", rate * 100.0))
}

/// By its unit periods, and from its dates where the step is one that dates can show (R1).
pub(super) fn regulation_z(count: &mut Count) {
    for row in table("regz_appendix_j_apr.csv") {
        let whole: u32 = row[7].parse().unwrap();
        let mut later = Vec::new();
        for group in row[5].split(';') {
            let (amount, times) = group.split_once(" x ").unwrap();
            for _ in 0..times.trim().parse::<u32>().unwrap() {
                let period = whole + u32::try_from(later.len()).unwrap();
                later.push((period, -money(amount)));
            }
        }
        let fraction: f64 = row[8].parse().unwrap();
        let a_year: f64 = row[6].parse().unwrap();
        let rate = periodic_rate(money(&row[1]), &later, fraction);
        let expected = row[9].to_owned();
        count.same(
            &row[0],
            expected.clone(),
            shown(rate.map(|rate| rate * a_year)),
        );
        let step = match &row[4] {
            "monthly" => Step::Months(1),
            "2-monthly" => Step::Months(2),
            "weekly" => Step::Days(7),
            "2-weekly" => Step::Days(14),
            "4-weekly" => Step::Days(28),
            other => {
                let what = format!("{} from its dates", &row[0]);
                count.leave_out(&what, &format!("dates do not show a {other} step"));
                continue;
            }
        };
        let first = date(&row[3]);
        let opening = Flow {
            on: date(&row[2]),
            amount: money(&row[1]),
        };
        let flows: Vec<Flow> = std::iter::once(opening)
            .chain((0_i64..).zip(&later).map(|(k, (_, amount))| Flow {
                on: match step {
                    Step::Months(months) => plus_months(first, k * i64::from(months)),
                    Step::Days(days) => plus_days(first, k * i64::from(days)),
                },
                amount: *amount,
            }))
            .collect();
        let what = format!("{} from its dates", &row[0]);
        count.same(
            &what,
            expected.clone(),
            shown(rates_by(&flows, step).simple),
        );
        let what = format!("{} its step found", &row[0]);
        count.same(&what, expected, shown(annual_rates(&flows).simple));
    }
}

/// Each rate given is worth nothing to a millionth of the gross flow, and is upstream's to 1e-9 (R2, R3).
pub(super) fn dated(count: &mut Count) {
    for case in table("xirr_expected.csv") {
        let flows = sample(&case[1]);
        let found = annual_rates(&flows);
        let both = [found.dated, found.other_dated];
        if &case[2] == "NaN" {
            count.same(
                &case[0],
                "refused".to_owned(),
                shown_or_refused(found.dated),
            );
            continue;
        }
        for root in both.into_iter().flatten() {
            let (net, gross) = worth(&flows, root);
            let what = format!("{} at {root}", &case[0]);
            count.judge(&what, false, net.abs() < 1e-6 * gross, 0.0, net);
        }
        if found.dated.is_none() {
            count.judge(&case[0], false, false, &case[2], "refused");
        }
        if &case[0] == "random_1000" {
            count.leave_out(
                "random_1000 root named upstream",
                "a thousand random signs have more than two roots; ours are the two nearest zero, upstream's lies further out",
            );
            continue;
        }
        for text in [&case[2], &case[3]].into_iter().filter(|t| !t.is_empty()) {
            let expected: f64 = text.parse().unwrap();
            let near = |root: &&f64| (**root - expected).abs() < 1e-9 * expected.abs().max(1.0);
            let met = both.iter().flatten().find(near);
            let what = format!("{} root", &case[0]);
            count.judge(&what, met.is_some(), false, expected, format!("{both:?}"));
        }
        if let [Some(near), Some(far)] = both {
            let what = format!("{} nearer to zero first", &case[0]);
            count.judge(&what, near.abs() <= far.abs(), false, near, far);
        }
    }
}

fn shown_or_refused(rate: Option<f64>) -> String {
    rate.map_or("refused".to_owned(), |rate| rate.to_string())
}

/// Upstream's amounts are finer than money; a millionth of a unit is held here as 0.01, which scales no rate.
fn sample(file: &str) -> Vec<Flow> {
    let scale = |text: &str| {
        let value: f64 = text.parse().unwrap();
        #[expect(clippy::cast_possible_truncation, reason = "samples are small")]
        Money::from_minor((value * 1e6).round() as i128)
    };
    read(&format!("xirr_samples/{file}"), false)
        .iter()
        .map(|row| Flow {
            on: date(&row[0]),
            amount: scale(row[1].trim()),
        })
        .collect()
}

/// Net and gross worth of flows at a rate, worked with powers of the rate itself.
fn worth(flows: &[Flow], rate: f64) -> (f64, f64) {
    let start = flows.iter().map(|flow| flow.on).min().unwrap();
    let worth: Vec<f64> = flows
        .iter()
        .map(|flow| {
            let years = (flow.on - start).num_days() as f64 / 365.0;
            flow.amount.minor() as f64 * (1.0 + rate).powf(-years)
        })
        .collect();
    let gross = worth.iter().map(|worth| worth.abs()).sum();
    (worth.iter().sum(), gross)
}
