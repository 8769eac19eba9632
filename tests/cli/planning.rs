//! What to ask for, plans for all lenders, promises: at the command line.

use crate::support::Sandbox;

/// One debt of 12,000.00 without interest, 600.00 penalty; 5,000.00 come in, 4,000.00 go out, 60 % may be offered:
/// 600.00 a month.
const ONE: &str = r#"
version = 1
currency = "CNY"
[borrower]
name = "示例"
[budget]
share = "60%"
[[income]]
name = "工资"
amount = "5000"
every = "month"
pay-day = 10
[[expense]]
name = "房租和伙食"
amount = "4000"
every = "month"
category = "housing"
essential = true
[[lender]]
id = "a"
name = "示例消费金融"
kind = "consumer-finance-company"
region = "CN"
[[debt]]
id = "a-1"
lender = "a"
product = "consumer-loan"
oldest-unpaid = 2026-09-20
[[debt.claim]]
on = 2026-11-16
principal = "12000"
interest = "0"
penalty = "600"
fees = "0"
[debt.room]
max-months = 24
waive = { penalty = "100%" }
"#;

fn one() -> Sandbox {
    Sandbox::new().with_ledger(ONE)
}

#[test]
fn solve_names_three_rungs_within_capacity_m6() {
    // 12,600.00 over 24 months is 525.00, over 18 it is 700.00: only 24 fit 600.00. Without the penalty 12,000.00
    // over 24 months is 500.00. The room holds nothing more: opening is target.
    let solved = one().json(&["solve", "a-1"]);
    assert_eq!(solved["schema"], "forbear.solve.v1");
    assert_eq!(solved["feasible"], true);
    let rung = |at: usize, key: &str| solved["rungs"][at][key].clone();
    assert_eq!(rung(2, "name"), "limit");
    assert_eq!(rung(2, "months"), 24);
    assert_eq!(rung(2, "payment"), "525.00");
    assert_eq!(rung(2, "total"), "12600.00");
    assert_eq!(rung(2, "first-due"), "2026-12-12"); // pay day 10, and two days (M7)
    assert_eq!(rung(1, "payment"), "500.00");
    assert_eq!(rung(1, "waived")["penalty"], "600.00");
    assert_eq!(rung(0, "total"), "12000.00");
}

#[test]
fn solve_says_what_would_have_to_change() {
    // 100.00 a month: the best of the room is 12,000.00 over 24 months, 500.00; 120 months would do.
    let run = one().run(&["solve", "a-1", "--monthly", "100", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let solved: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(solved["need"]["months"], 120);
    assert_eq!(solved["need"]["money"], "400.00");
    assert_eq!(solved["need"]["principal"], "80%");
}

#[test]
fn a_menu_is_stored_and_held_against_the_limit() {
    let sandbox = one();
    let run = sandbox.ok(&[
        "solve",
        "a-1",
        "--menu",
        "instalments 12",
        "--menu",
        "waive penalty=all; instalments 24",
        "--store",
        "--json",
    ]);
    let solved: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    // 12,600.00 over 12 months is 1,050.00: 450.00 more than there is. The other one is cheaper than the limit.
    assert_eq!(solved["menu"][0]["verdict"], "review");
    assert_eq!(solved["menu"][0]["short"]["by"], "450.00");
    assert_eq!(solved["menu"][1]["verdict"], "accept");
    assert_eq!(solved["menu"][1]["offer"], "a-1-b");
    assert!(sandbox.ledger().contains("terms = \"instalments 12\""));
    sandbox.ok(&["undo"]);
    assert!(!sandbox.ledger().contains("[[offer]]"), "one change");
}

#[test]
fn solve_speaks_three_languages() {
    for (lang, said) in [
        ("en", "I would like to ask for"),
        ("zh-Hans", "我想申请"),
        ("zh-Hant", "我想申請"),
    ] {
        let run = one().speaking(lang).ok(&["solve", "a-1"]);
        assert!(run.out.contains(said), "{lang}: {}", run.out);
    }
}
