//! The limits of input through the program: an answer that adds up, or one clear error, never a stop.

use forbear::domain::Money;
use serde_json::Value;

use crate::support::Sandbox;

/// The answer as JSON, or the one error as JSON.
fn run(args: &[&str]) -> Result<Value, Value> {
    let mut all = args.to_vec();
    all.push("--json");
    let run = Sandbox::new().run(&all);
    let parse = |text: &str| -> Value {
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{args:?}: {error}: {run:?}"))
    };
    if run.code == 0 {
        return Ok(parse(&run.out));
    }
    assert!([1, 2].contains(&run.code), "{args:?}: {run:?}");
    assert_eq!(run.out, "", "{args:?}");
    let told = parse(&run.err);
    assert_eq!(told["schema"], "forbear.error.v1", "{args:?}");
    assert!(!told["message"].as_str().unwrap().is_empty(), "{args:?}");
    Err(told)
}

/// Hundredths of an amount as data. An answer may pass what may be typed, so the reader of input is not used.
fn money(value: &Value) -> Money {
    let (units, hundredths) = value.as_str().unwrap().split_once('.').unwrap();
    assert_eq!(hundredths.len(), 2);
    Money::from_minor(format!("{units}{hundredths}").parse().unwrap())
}

/// Rows as data give the same sums back: each adds up, follows the one above, and the last closes at zero.
fn whole(answer: &Value, principal: &str) {
    let rows = answer["rows"].as_array().unwrap();
    let mut opening = money(&rows[0]["opening"]);
    for row in rows {
        assert_eq!(money(&row["opening"]), opening);
        let parts = money(&row["principal"]) + money(&row["interest"]) + money(&row["fee"]);
        assert_eq!(parts, money(&row["amount"]), "{row}");
        opening = money(&row["closing"]);
        assert_eq!(money(&row["opening"]) - money(&row["principal"]), opening);
    }
    assert_eq!(opening, Money::ZERO);
    let repaid: Money = rows.iter().map(|row| money(&row["principal"])).sum();
    assert_eq!(repaid, Money::parse(principal).unwrap());
    let paid: Money = rows.iter().map(|row| money(&row["amount"])).sum();
    assert_eq!(money(&answer["totals"]["amount"]), paid);
}

#[test]
fn schedules_at_the_limits_add_up_or_are_refused_once() {
    let mut answered = 0;
    for principal in ["0.01", "12000", "10000000000000"] {
        for rate in ["0%/year", "18%/year", "1000%/year", "1000%/day"] {
            for count in ["1", "1200"] {
                for first_due in ["1900-02-01", "2099-12-31"] {
                    for method in ["equal-instalment", "bullet", "flat-fee"] {
                        let answer = run(&[
                            "schedule",
                            "--principal",
                            principal,
                            "--rate",
                            rate,
                            "--count",
                            count,
                            "--method",
                            method,
                            "--first-due",
                            first_due,
                        ]);
                        if let Ok(answer) = answer {
                            whole(&answer, principal);
                            answered += 1;
                        }
                    }
                }
            }
        }
    }
    // 0 % and 18 % of the two larger principals always have a schedule: 2 × 2 × 2 × 2 × 3.
    assert!(answered >= 48, "{answered}");
}

#[test]
fn what_is_beyond_the_limits_is_one_error() {
    let loan = |principal: &str, rate: &str, count: &str, first_due: &str| {
        run(&[
            "schedule",
            "--principal",
            principal,
            "--rate",
            rate,
            "--count",
            count,
            "--method",
            "equal-instalment",
            "--first-due",
            first_due,
        ])
    };
    for (principal, rate, count, first_due) in [
        ("-1", "18%/year", "12", "2026-12-10"),
        ("10000000000000.01", "18%/year", "12", "2026-12-10"),
        ("1.001", "18%/year", "12", "2026-12-10"),
        ("12000", "1000.000001%/year", "12", "2026-12-10"),
        ("12000", "-1%/year", "12", "2026-12-10"),
        ("12000", "18%/year", "0", "2026-12-10"),
        ("12000", "18%/year", "1201", "2026-12-10"),
        ("12000", "18%/year", "12", "1899-12-31"),
        ("12000", "18%/year", "12", "2200-01-01"),
        ("12000", "18%/year", "12", "2026-02-30"),
    ] {
        assert!(
            loan(principal, rate, count, first_due).is_err(),
            "{principal} {rate} {count} {first_due}"
        );
    }
}

#[test]
fn offers_at_the_limits_are_answered_or_refused_once() {
    for position in [
        "principal=0,interest=0,penalty=0,fees=0",
        "principal=0.01,interest=0,penalty=0,fees=0",
        "principal=10000000000000,interest=10000000000000,penalty=0,fees=0",
        "principal=-1,interest=0,penalty=0,fees=0",
    ] {
        for terms in [
            "instalments 1",
            "instalments 1200",
            "waive principal=all; instalments 1",
            "freeze; defer 1200; instalments 2",
            "settle 0",
            "settle 0.01",
            "rate 1000%/day; instalments 1200",
        ] {
            let answer = run(&[
                "simulate",
                "--position",
                position,
                "--rate-now",
                "18%/year",
                "--as-of",
                "2026-11-25",
                "--offer",
                terms,
            ]);
            if let Ok(answer) = answer {
                let offer = &answer["offers"][0];
                let rows = offer["rows"].as_array().unwrap();
                let paid: Money = rows.iter().map(|row| money(&row["amount"])).sum();
                assert_eq!(money(&offer["total"]), paid, "{position} {terms}");
                assert!(!position.contains("-1"), "a negative amount was taken");
            }
        }
    }
}
