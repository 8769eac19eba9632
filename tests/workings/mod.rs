//! `--explain`: every working that is shown is worked again by a calculator of its own, from what is shown alone.

mod calculator;
mod cli;
mod page;

use rust_decimal::Decimal;
use serde_json::Value;

use calculator::{Shown, cut_off, worked};
use forbear::domain::ledger::Currency;
use forbear::engine::explain::audit::{NEAREST, of_audit};
use forbear::report::audit::AuditReport;
use forbear::report::workings::{Explained, Subject};

use crate::support::Sandbox;

/// Works every working of a report again. Gives how many there were, and the first that does not come out.
fn check(report: &Value) -> Result<usize, String> {
    let all = report["workings"].as_array().ok_or("no workings")?;
    for working in all {
        one(working, all).map_err(|error| format!("{error}\n{working:#}"))?;
    }
    Ok(all.len())
}

fn one(working: &Value, all: &[Value]) -> Result<(), String> {
    let mut sum = Decimal::ZERO;
    for line in working["lines"].as_array().into_iter().flatten() {
        let exact = formula(line, Decimal::ZERO)?.number();
        comes_out(Shown::Number(exact), line)?;
        // A line that is not cut off goes into the sum as it is, another as it is shown.
        sum += match line["rounding"].as_str().unwrap() {
            "shown-6" | "shown-12" => exact,
            _ => text(line, "result").parse().unwrap(),
        };
        inputs(line, all)?;
    }
    comes_out(formula(working, sum)?, working)?;
    inputs(working, all)
}

fn formula(shown: &Value, lines: Decimal) -> Result<Shown, String> {
    worked(text(shown, "formula"), lines)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_default()
}

/// Whether what was worked out is the result that is shown.
fn comes_out(found: Shown, shown: &Value) -> Result<(), String> {
    let result = text(shown, "result");
    let same = match found {
        Shown::Date(date) => date.to_string() == result,
        Shown::Between(holds) => holds,
        Shown::Years(_) => false, // no figure is a number of years
        Shown::Number(exact) => {
            let rounding = text(shown, "rounding");
            let found = cut_off(exact, rounding);
            let (digits, percent) = match result.strip_suffix('%') {
                Some(digits) => (digits, true),
                None => (result, false),
            };
            let wanted: Decimal = digits
                .parse()
                .map_err(|_| format!("{result} is no number"))?;
            let wanted = if percent {
                wanted / Decimal::ONE_HUNDRED
            } else {
                wanted
            };
            // Powers are floats on a calculator: their last shown digit may differ by one.
            let slack = match rounding {
                "shown-6" | "percent" => Decimal::new(1, 6),
                "shown-12" => Decimal::new(1, 12),
                _ => Decimal::ZERO,
            };
            (found - wanted).abs() <= slack
        }
    };
    if same {
        Ok(())
    } else {
        Err(format!(
            "{} is {found:?}, not {result}",
            text(shown, "formula")
        ))
    }
}

/// Every input is in the formula as it is named, and what it refers to is there and comes to it.
fn inputs(shown: &Value, all: &[Value]) -> Result<(), String> {
    for input in shown["inputs"].as_array().into_iter().flatten() {
        let value = text(input, "value");
        if !text(shown, "formula").contains(value) {
            return Err(format!("{value} is not in the formula"));
        }
        let Some(id) = input["from"]["working"].as_str() else {
            continue;
        };
        let known = all
            .iter()
            .find(|working| text(working, "id") == id)
            .ok_or_else(|| format!("refers to {id}, which is not there"))?;
        let same_figure = ["row", "on"]
            .iter()
            .all(|about| known[*about] == input[*about])
            && known["figure"] == input["name"];
        // A rate is compared with a line as people read it, with two decimals.
        let read = text(known, "result").strip_suffix('%').map(|digits| {
            let digits: Decimal = digits.parse().unwrap();
            format!("{}%", digits.round_dp(2).normalize())
        });
        if same_figure && text(known, "result") != value && read.as_deref() != Some(value) {
            return Err(format!(
                "{id} comes to {}, not {value}",
                text(known, "result")
            ));
        }
    }
    Ok(())
}

/// Every example with every command whose figures are explained.
fn runs() -> Vec<(String, Vec<String>)> {
    let mut all = Vec::new();
    for (name, ledger) in crate::examples::all() {
        let name = name.trim_end_matches(".toml").to_owned();
        let ledger = forbear::store::parse(&ledger, &name).unwrap().ledger;
        let mut run = |args: &[&str]| {
            all.push((name.clone(), args.iter().map(ToString::to_string).collect()));
        };
        run(&["status", "--full"]);
        run(&["status"]);
        run(&["capacity", "--full"]);
        for debt in &ledger.debts {
            let id = debt.id.as_str();
            if debt.contract.is_some() {
                run(&["schedule", id, "--full"]);
                run(&["quote", id, "--full"]);
                if !debt.claims.is_empty() {
                    run(&["audit", id, "--full"]);
                    run(&["audit", id]);
                }
            }
            for terms in TERMS {
                run(&["simulate", id, "--full", "--offer", terms]);
            }
        }
        for offer in &ledger.offers {
            run(&["quote", "--offer", offer.id.as_str()]);
            let terms = offer.terms.to_string();
            run(&["simulate", offer.debt.as_str(), "--full", "--offer", &terms]);
        }
    }
    all
}

/// Terms of every kind.
const TERMS: [&str; 6] = [
    "instalments 24",
    "waive penalty=all; waive interest=50%; freeze; instalments 18",
    "pay-now 500; defer 2; instalments 7; arrears first",
    "rate 9%/year; instalments 12; arrears capitalise; first-due 2026-12-05",
    "settle 900; instalments 7",
    "instalments 10; method equal-principal",
];

/// The report of a run, if the terms can be applied to the debt.
fn explained(example: &str, args: &[String]) -> Option<Value> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let output = Sandbox::new()
        .with_example(example)
        .run(&[&args[..], &["--explain", "--json"]].concat());
    let refused = output.code == 1 && args.contains(&"--offer");
    assert!(
        output.code == 0 || refused,
        "{example} {args:?}: {output:?}"
    );
    (output.code == 0).then(|| serde_json::from_str(&output.out).unwrap())
}

#[test]
fn every_working_of_every_example_comes_out_again() {
    let (mut worked, mut reports, mut wrong) = (0, 0, Vec::new());
    for (example, args) in runs() {
        let Some(report) = explained(&example, &args) else {
            continue;
        };
        reports += 1;
        match check(&report) {
            Ok(count) => worked += count,
            Err(error) => wrong.push(format!("{example} {}: {error}", args.join(" "))),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n\n")
    );
    assert!(
        reports > 100 && worked > 10_000,
        "{worked} workings of {reports} reports"
    );
}

/// Claims made by lenders who count in ways of their own: the nearest way is worked again too, whatever it is.
#[test]
fn the_nearest_way_of_every_claim_comes_out_again() {
    let (mut other_ways, mut rows) = (0, 0);
    for seed in 0..24 {
        let case = crate::audits::case(seed);
        let line = Some(forbear::domain::Percent::whole(24));
        let audit = forbear::engine::audit::audit(&case.debt, line, case.on).unwrap();
        let groups = of_audit(&case.debt, &audit, line).unwrap();
        other_ways += usize::from(groups.iter().any(|group| group.name == NEAREST));
        let id = case.debt.id.clone();
        let report = AuditReport::new(id, audit.clone(), Vec::new(), None, Currency::Cny);
        let explained = Explained::new(report, groups, Subject::Claim, Currency::Cny, true);
        let data = serde_json::to_value(&explained).unwrap();
        if let Err(error) = check(&data) {
            panic!("{seed} {:?}: {error}", audit.best.first());
        }
        let by_id = |id: &str| {
            let all = data["workings"].as_array().unwrap();
            all.iter()
                .find(|working| working["id"] == id)
                .map(|working| working["result"].as_str().unwrap().to_owned())
        };
        rows += usize::from(by_id("way.row-1.interest").is_some());
        // What is explained is what is shown.
        assert_eq!(by_id("residual"), Some(audit.residual.to_string()));
        let total = audit.computed.total().to_string();
        assert_eq!(by_id("contract.owed.total"), Some(total));
        assert_eq!(
            by_id("line.most"),
            audit.line.map(|line| line.most.to_string())
        );
    }
    assert!(other_ways > 15 && rows > 5, "{other_ways} {rows}");
}

/// The test above can fail: each result of a report, changed by 0.01, is found out.
#[test]
fn a_planted_error_is_found() {
    let args = ["status".to_owned()];
    let report = explained("mengshang-extension", &args).unwrap();
    assert!(check(&report).is_ok());
    let count = report["workings"].as_array().unwrap().len();
    let mut planted = 0;
    for place in 0..count {
        let mut wrong = report.clone();
        let result = &mut wrong["workings"][place]["result"];
        let Ok(amount) = result.as_str().unwrap().parse::<Decimal>() else {
            continue; // a date or a word
        };
        *result = (amount + Decimal::new(1, 2)).to_string().into();
        planted += 1;
        assert!(check(&wrong).is_err(), "{:#}", wrong["workings"][place]);
    }
    assert!(planted > 10, "{planted} planted");
}
