//! Outside figures for schedules and days overdue. They stay in `shared/` and are read when it is there.
//!
//! Each file gives one line: rows, exact, within tolerance, failed, not comparable and why. Left for later:
//! hmrc_* (equal principal with all interest on the last row: a foreign convention) and
//! uk_early_settlement_rebate.csv (a rebate fixed by foreign law). Annual rates and shares: `offers/oracles.rs`.

#![expect(
    clippy::print_stderr,
    reason = "a skipped oracle says so, and each file gives its line"
)]

use std::path::PathBuf;

use chrono::NaiveDate;
use forbear::domain::calendar::{days_between, plus_months};
use forbear::domain::debt::{Pause, PauseWhat};
use forbear::domain::{
    Contract, CustomDue, DayCount, Debt, Method, Money, Payment, PaymentKind, RateFrom, ScheduleRow,
};
use forbear::engine::arrears::arrears;
use forbear::engine::schedule::{contract_schedule, schedule};
use serde_json::Value;

fn date(text: &str) -> NaiveDate {
    text.trim().parse().unwrap()
}

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

/// The text of an oracle file, or nothing and a visible line where there is no `shared/`.
fn oracle(name: &str) -> Option<String> {
    let folder = std::env::var_os("FORBEAR_SHARED").map_or_else(
        || PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")),
        PathBuf::from,
    );
    let text = std::fs::read_to_string(folder.join("oracles").join(name)).ok();
    if text.is_none() {
        eprintln!("skipped: no shared/ ({name})");
    }
    text
}

fn table(name: &str) -> Vec<csv::StringRecord> {
    let Some(text) = oracle(name) else {
        return Vec::new();
    };
    let rows: Vec<_> = csv::ReaderBuilder::new()
        .flexible(true)
        .from_reader(text.as_bytes())
        .into_records()
        .map(Result::unwrap)
        .collect();
    assert!(!rows.is_empty(), "{name} is empty");
    rows
}

/// What a file came to.
#[derive(Default)]
struct Count {
    exact: usize,
    within: usize,
    failed: Vec<String>,
    left_out: Vec<String>,
}

impl Count {
    /// Exact, within the tolerance the file's notes allow, or failed.
    fn compare(&mut self, what: &str, expected: Money, found: Money, tolerance: Money) {
        if expected == found {
            self.exact += 1;
        } else if (expected - found).max(found - expected) <= tolerance {
            self.within += 1;
        } else {
            self.failed
                .push(format!("{what}: expected {expected}, found {found}"));
        }
    }

    fn leave_out(&mut self, what: &str, why: &str) {
        self.left_out.push(format!("{what} ({why})"));
    }

    fn tell(&self, file: &str) {
        let rows = self.exact + self.within + self.failed.len() + self.left_out.len();
        if rows == 0 {
            return;
        }
        let left_out = if self.left_out.is_empty() {
            String::new()
        } else {
            format!(": {}", self.left_out.join("; "))
        };
        eprintln!(
            "{file}: {rows} rows, {} exact, {} within tolerance, {} failed, {} not comparable{left_out}",
            self.exact,
            self.within,
            self.failed.len(),
            self.left_out.len(),
        );
        assert!(
            self.failed.is_empty(),
            "{file}:\n{}",
            self.failed.join("\n")
        );
        assert!(self.exact > 0, "{file}: nothing was compared");
    }
}

fn loan(principal: Money, rate: &str, count: u32, start: NaiveDate) -> Contract {
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

#[test]
fn a_published_table_of_36_rows() {
    let file = "amortization_150000_10pct_36m.csv";
    let expected = table(file);
    let mut count = Count::default();
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
    assert!(expected.is_empty() || expected.len() == found.len());
    count.tell(file);
}

#[test]
fn published_instalments_in_chinese_sources() {
    let file = "zh_equal_instalment.csv";
    let mut count = Count::default();
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
    count.tell(file);
}

#[test]
fn closed_forms_of_numpy_financial() {
    let file = "numpy_financial_closed_form.csv";
    let mut count = Count::default();
    for row in table(file) {
        let what = format!("{} {}", &row[0], &row[1]);
        let rate = match (&row[0], row[1].split_whitespace().next()) {
            ("pmt", Some("rate=0.08/12")) => "8%/year",
            ("pmt", Some("rate=0")) => "0%/year",
            ("pmt", Some("rate=0.3")) => "30%/month",
            ("pmt", Some("rate=0.8")) => "80%/month",
            _ => {
                count.leave_out(&what, "no level payment");
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
    count.tell(file);
}

/// The contract of a Fineract case, or why its figures are made by another convention.
fn fineract_loan(case: &Value) -> Result<Contract, &'static str> {
    let terms = &case["loan"];
    let text = |value: &Value| value.to_string().trim_matches('"').to_owned();
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
        money(&text(&terms["principal"])),
        &format!("{}%/year", text(&terms["annual_rate"])),
        u32::try_from(terms["n"].as_u64().unwrap()).unwrap(),
        date(&text(&terms["start"])),
    );
    contract.day_count = match terms["day_count"].as_str().unwrap() {
        "ACT/ACT" => DayCount::ActualActual,
        "30/360" => DayCount::Thirty360,
        other => panic!("day count {other}"),
    };
    if let Some(rate) = case["change"].get("new_rate") {
        contract.rates[0].from = contract.disbursed;
        contract.rates.push(RateFrom {
            from: Some(date(&text(&case["change"]["from_date"]))),
            rate: format!("{}%/year", text(rate)).parse().unwrap(),
        });
    }
    Ok(contract)
}

#[test]
fn schedules_of_fineract() {
    let file = "fineract_schedules.json";
    let Some(text) = oracle(file) else { return };
    let cases: Value = serde_json::from_str(&text).unwrap();
    let mut count = Count::default();
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
    count.tell(file);
}

fn debt_of(dues: &[(NaiveDate, Money)], paid: Money, paid_on: NaiveDate) -> Debt {
    let mut contract = loan(Money::ZERO, "0%/year", 1, date("2023-09-01"));
    contract.method = Method::Custom;
    contract.count = u32::try_from(dues.len()).unwrap();
    contract.principal = dues.iter().map(|due| due.1).sum();
    contract.rows = dues
        .iter()
        .map(|&(on, principal)| CustomDue {
            on,
            principal,
            interest: Money::ZERO,
            fee: Money::ZERO,
        })
        .collect();
    let mut debt = Debt::new("d".parse().unwrap(), "l".parse().unwrap());
    debt.contract = Some(contract);
    if paid.is_positive() {
        debt.payments.push(Payment {
            on: paid_on,
            amount: paid,
            kind: PaymentKind::Payment,
            note: None,
        });
    }
    debt
}

#[test]
fn open_sums_by_age_of_fineract() {
    let file = "fineract_delinquency_flat.csv";
    let ranges: Vec<(String, i64, i64)> = table("fineract_delinquency_ranges.csv")
        .iter()
        .map(|row| {
            let last = row[2].parse().unwrap_or(i64::MAX);
            (row[0].to_owned(), row[1].parse().unwrap(), last)
        })
        .collect();
    let mut count = Count::default();
    for row in table(file) {
        let as_of = date(&row[1]);
        let dues: Vec<(NaiveDate, Money)> = row[2]
            .split(';')
            .map(|due| due.split_once(':').unwrap())
            .map(|(on, amount)| (date(on), money(amount)))
            .collect();
        let debt = debt_of(&dues, money(&row[3]), as_of);
        let laid = schedule(&debt, as_of).unwrap();
        let mut late = 0;
        for (name, first, last) in &ranges {
            let found: Money = laid
                .rows()
                .iter()
                .filter(|row| (*first..=*last).contains(&days_between(row.due, as_of)))
                .map(|row| row.open)
                .sum();
            late += usize::from(found.is_positive());
            let expected = row[5]
                .split(';')
                .find_map(|bucket| bucket.strip_prefix(name.as_str()));
            let expected = expected
                .and_then(|amount| amount.strip_prefix('='))
                .map_or(Money::ZERO, money);
            count.compare(&format!("{} {name}", &row[0]), expected, found, Money::ZERO);
        }
        assert!(late > 0, "{}", &row[0]);
        // All that is past due is what the engine calls overdue.
        let past: Money = laid
            .rows()
            .iter()
            .filter(|row| row.due < as_of)
            .map(|row| row.open)
            .sum();
        let overdue = arrears(&debt, None, as_of).unwrap().overdue.total();
        count.compare(&format!("{} overdue", &row[0]), past, overdue, Money::ZERO);
    }
    count.tell(file);
}

#[test]
fn days_with_grace_and_pause_of_fineract() {
    let file = "fineract_delinquency_loan_level_pause.csv";
    let mut count = Count::default();
    let days = |days: u32| Money::from_minor(i128::from(days));
    for row in table(file) {
        let as_of = date(&row[1]);
        let grace: u32 = row[2].parse().unwrap();
        // The instalments of that loan: 250 on 1 and 16 October.
        let dues = [
            (date("2023-10-01"), money("250")),
            (date("2023-10-16"), money("250")),
        ];
        let mut debt = debt_of(&dues, Money::ZERO, as_of);
        debt.grace_days = Some(0);
        let plain = arrears(&debt, None, as_of).unwrap();
        let past_due: u32 = row[8].parse().unwrap();
        let what = format!("{as_of}");
        count.compare(
            &format!("{what} past due"),
            days(past_due),
            days(plain.days_overdue.unwrap()),
            Money::ZERO,
        );
        count.compare(
            &format!("{what} amount"),
            money(&row[5]),
            plain.overdue.total(),
            Money::ZERO,
        );
        debt.grace_days = Some(grace);
        if let Some((from, until)) = row[3].split_once("..") {
            debt.pauses.push(Pause {
                from: date(from),
                until: date(until),
                what: vec![PauseWhat::Ageing],
            });
        }
        // They take grace off the days, we do not (C2): 0 within it, else the days more.
        let delinquent: u32 = row[7].parse().unwrap();
        let expected = if delinquent == 0 {
            0
        } else {
            delinquent + grace
        };
        let found = arrears(&debt, None, as_of).unwrap().days_overdue.unwrap();
        count.compare(
            &format!("{what} delinquent"),
            days(expected),
            days(found),
            Money::ZERO,
        );
    }
    count.tell(file);
}
