//! Schedules: level payments row by row, closed forms, moved rates.

use chrono::NaiveDate;
use forbear::domain::calendar::plus_months;
use forbear::domain::{Contract, DayCount, Method, Money, RateFrom, ScheduleRow};
use forbear::engine::annual_rate::periodic_rate;
use forbear::engine::schedule::contract_schedule;
use serde_json::Value;

use super::{Count, date, money, table, text};

pub(super) fn loan(principal: Money, rate: &str, count: u32, start: NaiveDate) -> Contract {
    Contract {
        principal,
        net_received: None,
        disbursed: Some(start),
        rates: vec![RateFrom {
            from: None,
            rate: rate.parse().unwrap(),
        }],
        method: Method::EqualInstalment,
        count,
        first_due: plus_months(start, 1),
        day_count: DayCount::Thirty360,
        penalty: None,
        compound: false,
        allocation: None,
        allocation_scope: None,
        fee_per_instalment: Money::ZERO,
        rows: Vec::new(),
        purpose: None,
        number: None,
    }
}

fn rows(contract: &Contract) -> Vec<ScheduleRow> {
    contract_schedule(contract).unwrap().into_rows()
}

const NEW_YEAR: &str = "2026-01-01";

pub(super) fn published_table(count: &mut Count) {
    let file = "amortization_150000_10pct_36m.csv";
    let expected = table(file);
    let found = rows(&loan(money("150000"), "10%/year", 36, date(NEW_YEAR)));
    for (row, found) in expected.iter().zip(&found) {
        let what = |part| format!("row {} {part}", found.n);
        count.compare(&what("amount"), money(&row[1]), found.amount, Money::ZERO);
        count.compare(
            &what("interest"),
            money(&row[2]),
            found.interest,
            Money::ZERO,
        );
        count.compare(
            &what("principal"),
            money(&row[3]),
            found.principal,
            Money::ZERO,
        );
        count.compare(&what("balance"), money(&row[4]), found.closing, Money::ZERO);
    }
    assert_eq!(expected.len(), found.len());
}

pub(super) fn chinese_sources(count: &mut Count) {
    let file = "zh_equal_instalment.csv";
    for row in table(file) {
        let months: u32 = row[2].parse().unwrap();
        let contract = loan(
            money(&row[0]),
            &format!("{}%/year", &row[1]),
            months,
            date(NEW_YEAR),
        );
        let found = rows(&contract);
        count.compare(&row[0], money(&row[3]), found[0].amount, Money::ZERO);
    }
}

pub(super) fn closed_forms(count: &mut Count) {
    let file = "numpy_financial_closed_form.csv";
    for row in table(file) {
        let what = format!("{} {}", &row[0], &row[1]);
        let rate = match (&row[0], row[1].split_whitespace().next()) {
            ("pmt", Some("rate=0.08/12")) => "8%/year",
            ("pmt", Some("rate=0")) => "0%/year",
            ("pmt", Some("rate=0.3")) => "30%/month",
            ("pmt", Some("rate=0.8")) => "80%/month",
            ("rate", _) => {
                periodic(count, &what, &row[1], &row[2]);
                continue;
            }
            _ => {
                count.leave_out(&what, "a present value: nothing here asks for one");
                continue;
            }
        };
        let number = |name: &str| {
            let found = row[1]
                .split_whitespace()
                .find_map(|arg| arg.strip_prefix(name));
            found.unwrap().to_owned()
        };
        let contract = loan(
            money(&number("pv=")),
            rate,
            number("nper=").parse().unwrap(),
            date(NEW_YEAR),
        );
        // The oracle is exact, a payment is money: its half-up hundredth.
        let digits: String = row[2].trim_start_matches('-').chars().take(12).collect();
        let exact: rust_decimal::Decimal = digits.parse().unwrap();
        let rounded =
            exact.round_dp_with_strategy(2, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
        let found = rows(&contract)[0].amount;
        count.compare(&what, money(&rounded.to_string()), found, Money::ZERO);
    }
}

/// A rate per period: the flows are `-pv` at once, `-pmt` each period and `-fv` with the last.
fn periodic(count: &mut Count, what: &str, terms: &str, expected: &str) {
    let number = |name: &str| {
        let found = terms
            .split_whitespace()
            .find_map(|arg| arg.strip_prefix(name));
        found.unwrap_or("0").to_owned()
    };
    let periods: u32 = number("nper=").parse().unwrap();
    let mut later: Vec<(u32, Money)> = (1..=periods)
        .map(|k| (k, -money(&number("pmt="))))
        .collect();
    later.push((periods, -money(&number("fv="))));
    let found = periodic_rate(-money(&number("pv=")), &later, 0.0);
    let nine = |text: &str| -> String { text.chars().take_while(|c| *c != ' ').take(11).collect() };
    let found = found.map_or("NaN".to_owned(), |rate| format!("{rate:.15}"));
    count.same(what, nine(expected), nine(&found));
}

/// The contract of a Fineract case, or why its figures are made by another convention.
fn fineract_loan(case: &Value) -> Result<Contract, &'static str> {
    let terms = &case["loan"];
    let word = |value: &Value| value.to_string().trim_matches('"').to_owned();
    match case["id"].as_str().unwrap() {
        "C3156" => {
            return Err(
                "a broken month counts as days over that month's days, ours as days over 30",
            );
        }
        "C3158" => return Err("due every two weeks; ours are monthly"),
        "C3476" => return Err("a pause includes both its ends, over that month's days"),
        "C4098" => {
            let mut contract = loan(money("1000"), "0%/year", 3, date("2025-03-15"));
            contract.first_due = date("2025-04-15");
            return Ok(contract);
        }
        _ => {}
    }
    let mut contract = loan(
        money(&word(&terms["principal"])),
        &format!("{}%/year", word(&terms["annual_rate"])),
        u32::try_from(terms["n"].as_u64().unwrap()).unwrap(),
        date(&word(&terms["start"])),
    );
    contract.day_count = match terms["day_count"].as_str().unwrap() {
        "ACT/ACT" => DayCount::ActualActual,
        "30/360" => DayCount::Thirty360,
        other => panic!("day count {other}"),
    };
    if let Some(rate) = case["change"].get("new_rate") {
        contract.rates[0].from = contract.disbursed;
        contract.rates.push(RateFrom {
            from: Some(date(&word(&case["change"]["from_date"]))),
            rate: format!("{}%/year", word(rate)).parse().unwrap(),
        });
    }
    Ok(contract)
}

pub(super) fn fineract(count: &mut Count) {
    let file = "fineract_schedules.json";
    let cases: Value = serde_json::from_str(&text(file)).unwrap();
    for case in cases["cases"].as_array().unwrap() {
        let id = case["id"].as_str().unwrap();
        let contract = match fineract_loan(case) {
            Ok(contract) => contract,
            Err(why) => {
                count.leave_out(id, why);
                continue;
            }
        };
        let found = rows(&contract);
        let expected = case["schedule"].as_array().unwrap();
        assert_eq!(found.len(), expected.len(), "{id}");
        let amount = |value: &Value| money(&format!("{:.2}", value.as_f64().unwrap()));
        for (row, found) in expected.iter().zip(&found) {
            let what = |part: &str| format!("{id} row {} {part}", found.n);
            assert_eq!(
                date(row["due_date"].as_str().unwrap()),
                found.due,
                "{}",
                what("date")
            );
            let (interest, due) = (amount(&row["interest"]), amount(&row["due"]));
            count.compare(&what("interest"), interest, found.interest, Money::ZERO);
            // The level instalment may differ by 0.01, and the last row takes up what that leaves; at 0 % the
            // larger parts come first with us (S1), last with them.
            let last = usize::try_from(found.n) == Ok(expected.len());
            let steps = if last { i128::from(found.n) - 1 } else { 1 };
            count.compare(&what("amount"), due, found.amount, Money::from_minor(steps));
        }
        let interest: Money = found.iter().map(|row| row.interest).sum();
        let expected = amount(&case["totals_expected"]["interest"]);
        count.compare(
            &format!("{id} total interest"),
            expected,
            interest,
            Money::ZERO,
        );
    }
}
