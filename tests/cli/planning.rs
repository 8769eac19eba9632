//! What to ask for, plans for all lenders, promises: at the command line.

use crate::support::Sandbox;

/// One debt of 12,000.00 without interest, 600.00 penalty; 5,000.00 come in, 4,000.00 go out, 60 % may be offered:
/// 600.00 a month.
pub(super) const ONE: &str = r#"
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

#[test]
fn the_cheapest_plan_is_proven_and_every_choice_says_where_it_comes_from() {
    // 600.00 a month: 12,600.00 over 24 months is 525.00; without the penalty, which the room holds, 500.00.
    let plan = one().json(&["plan", "--strategy", "optimal"]);
    assert_eq!(plan["schema"], "forbear.plan.v1");
    assert_eq!(plan["feasible"], true);
    assert_eq!(plan["proven-optimal"], true);
    assert_eq!(plan["total"], "12000.00");
    let choice = &plan["choices"][0];
    assert_eq!(choice["origin"], "assumed");
    assert_eq!(choice["offer"], serde_json::Value::Null);
    let (start, terms) = ("waive penalty=all", choice["terms"].as_str().unwrap());
    assert!(terms.starts_with(start), "{terms}");
    let month = &plan["months"][1];
    assert_eq!(month["month"], "2026-12");
    assert_eq!(month["budget"], "600.00");
    assert_eq!(month["paid"], "500.00");
}

#[test]
fn only_what_was_offered_is_chosen_where_that_is_asked() {
    let sandbox = one();
    let run = sandbox.run(&["plan", "--offers-only", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(plan["certificate"]["proof"], "no-choice");
    assert_eq!(plan["certificate"]["because"][0], "a-1");
    sandbox.ok(&[
        "offer",
        "add",
        "a-1",
        "--from",
        "lender",
        "--terms",
        "instalments 24",
        "--reply-by",
        "2026-11-30",
    ]);
    let plan = sandbox.json(&["plan", "--offers-only"]);
    assert_eq!(plan["choices"][0]["origin"], "offered");
    assert_eq!(plan["choices"][0]["reply-by"], "2026-11-30");
    assert_eq!(plan["total"], "12600.00");
    // After its day it is gone.
    let late = sandbox.on("2026-12-01").run(&["plan", "--offers-only"]);
    assert_eq!(late.code, 3, "{late:?}");
}

#[test]
fn a_deadline_no_plan_can_meet_is_proven() {
    // By 20 May 2027 six payments fit, 12 December to 12 May: 12,000.00 in six is 2,000.00, and 600.00 is there.
    let run = one().run(&["plan", "--deadline", "2027-05-20", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(plan["certificate"]["because"][0], "a-1");
    assert_eq!(plan["ways-out"]["each-month"], "1400.00");
}

#[test]
fn with_nothing_to_offer_it_is_kind_and_names_the_help_line() {
    for (lang, kind, line) in [
        ("en", "That is no shame", "12356"),
        ("zh-Hans", "这不丢人", "12356"),
        ("zh-Hant", "並不羞恥", "12356"),
    ] {
        for income in ["0", "3900"] {
            let ledger = ONE.replace("amount = \"5000\"", &format!("amount = \"{income}\""));
            let run = Sandbox::new()
                .speaking(lang)
                .with_ledger(&ledger)
                .run(&["plan"]);
            assert_eq!(run.code, 3, "{run:?}");
            assert!(
                run.out.contains(kind) && run.out.contains(line),
                "{}",
                run.out
            );
        }
    }
}

#[test]
fn a_paid_debt_a_cent_and_no_debt_have_a_clear_answer() {
    let paid = ONE
        .replace("principal = \"12000\"", "principal = \"0\"")
        .replace("penalty = \"600\"", "penalty = \"0\"");
    let plan = Sandbox::new().with_ledger(&paid).json(&["plan"]);
    assert_eq!(plan["settled"][0], "a-1");
    assert_eq!(plan["choices"].as_array().map(Vec::len), Some(0));
    let cent = ONE
        .replace("principal = \"12000\"", "principal = \"0.01\"")
        .replace("penalty = \"600\"", "penalty = \"0\"");
    let plan = Sandbox::new()
        .with_ledger(&cent)
        .json(&["plan", "--strategy", "optimal"]);
    assert_eq!(plan["total"], "0.01");
    let none = ONE.split("[[debt]]").next().unwrap();
    Sandbox::new().with_ledger(none).ok(&["plan"]);
}

#[test]
fn strategies_stand_side_by_side() {
    let plan = one().json(&["plan", "--compare"]);
    let compared = plan["compared"].as_array().unwrap();
    let names: Vec<&str> = compared
        .iter()
        .map(|one| one["strategy"].as_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "triage",
            "pro-rata",
            "contractual",
            "avalanche",
            "snowball",
            "optimal"
        ]
    );
    // One debt of 12,600.00 without interest: shared, all is paid; the cheapest plan has the penalty waived.
    for one in &compared[..5] {
        assert_eq!(one["total"], "12600.00");
    }
    assert_eq!(compared[5]["total"], "12000.00");
}

#[test]
fn a_sum_in_hand_closes_what_it_can() {
    let today = one().json(&["plan", "--today", "13000"]);
    assert_eq!(today["schema"], "forbear.today.v1");
    assert_eq!(today["pay"][0]["amount"], "12600.00");
    // All of it is overdue and would pass 90 days on 20 December: the known sum is the whole.
    assert_eq!(today["pay"][0]["reason"], "cliff");
    assert_eq!(today["keep"], "400.00");
    let small = one().json(&["plan", "--today", "500"]);
    assert_eq!(small["keep"], "500.00");
}

#[test]
fn hong_kong_shares_by_what_is_owed_and_five_hundred_debts_are_no_trouble() {
    let hong_kong = Sandbox::new()
        .with_example("yalian-hongkong")
        .json(&["plan"]);
    assert_eq!(hong_kong["strategy"], "pro-rata");
    let mut many = ONE.to_owned();
    for number in 2..=500 {
        many.push_str(&format!(
            "[[debt]]\nid = \"a-{number}\"\nlender = \"a\"\n[[debt.claim]]\non = 2026-11-16\ntotal = \"10\"\n"
        ));
    }
    let plan = Sandbox::new().with_ledger(&many).run(&["plan", "--json"]);
    assert!(plan.code == 0 || plan.code == 3, "{plan:?}");
    let plan: serde_json::Value = serde_json::from_str(&plan.out).unwrap();
    assert_eq!(plan["choices"].as_array().map(Vec::len), Some(500));
    // Every month adds up to what is paid, and never more than there is.
    for month in plan["months"].as_array().unwrap() {
        let cents = |value: &serde_json::Value| -> i64 {
            value.as_str().unwrap().replace('.', "").parse().unwrap()
        };
        let sum: i64 = month["debts"]
            .as_array()
            .unwrap()
            .iter()
            .map(|d| cents(&d["amount"]))
            .sum();
        assert_eq!(sum, cents(&month["paid"]));
        assert!(sum <= cents(&month["budget"]));
    }
}

#[test]
fn a_certain_income_promises_the_surplus_rule() {
    // 5,000.00 less 4,000.00, of it 60 % (M2).
    let sandbox = one();
    let promise = sandbox.json(&["promise", "--months", "12"]);
    assert_eq!(promise["schema"], "forbear.promise.v1");
    assert_eq!(promise["certain"], true);
    assert_eq!(promise["instalment"], "600.00");
    assert_eq!(promise["misses"], 0);
}

#[test]
fn an_uneven_income_promises_less_the_less_is_risked_and_the_same_for_a_seed() {
    let ledger = ONE.replace(
        "every = \"month\"\npay-day = 10",
        "every = \"month\"\nlow = \"4500\"\nhigh = \"5500\"\npay-day = 10",
    );
    let sandbox = Sandbox::new().with_ledger(&ledger);
    let at = |risk: &str, seed: &str| {
        sandbox.json(&["promise", "--months", "12", "--risk", risk, "--seed", seed])
    };
    let cents = |value: &serde_json::Value| -> i64 {
        value.as_str().unwrap().replace('.', "").parse().unwrap()
    };
    let (small, large) = (at("2%", "7"), at("20%", "7"));
    assert!(cents(&small["instalment"]) < cents(&large["instalment"]));
    assert_eq!(small, at("2%", "7"));
    // Between the worst month, 60 % of 500.00, and an even one, 60 % of 1,000.00.
    assert!((30_000..60_000).contains(&cents(&small["instalment"])));
    // Twelve months of 500.00 to 1,500.00, all alike: the least is under 500 + 1000 x in 1 - (1 - x)^12 of the
    // paths; 2 % is x = 0.0016822, 501.68, of which 60 % is 301.01.
    let exact = 30_101;
    assert!((cents(&small["instalment"]) - exact).abs() < 30, "{small}");
    assert!(small["misses"].as_u64().unwrap() * 50 < small["paths"].as_u64().unwrap());
}

#[test]
fn zone_shows_its_assumptions_and_puts_no_words_in_anyones_mouth() {
    // 12,600.00 owed, half of it after 12 months at nothing: 6,300.00. The limit pays 12,600.00, worth 12,600.00.
    let args = [
        "zone",
        "a-1",
        "--recovery",
        "50%",
        "--months",
        "12",
        "--discount",
        "0%/year",
    ];
    let zone = one().json(&args);
    assert_eq!(zone["schema"], "forbear.zone.v1");
    assert_eq!(zone["alternative"], "6300.00");
    assert_eq!(zone["overlap"]["kind"], "room");
    assert_eq!(zone["overlap"]["to"], "12600.00");
    for (lang, assumed) in [("en", "assumed"), ("zh-Hans", "假设"), ("zh-Hant", "假設")] {
        let page = one().speaking(lang).ok(&args);
        assert!(page.out.contains(assumed), "{lang}: {}", page.out);
        for said in ["I would like", "我想申请", "我想申請"] {
            assert!(!page.out.contains(said), "{lang}");
        }
    }
}

#[test]
fn a_plan_that_is_kept_feeds_scripts_and_letters_until_it_is_said() {
    // The cheapest for 12,600.00 within 600.00 a month waives the penalty: 12,000.00 over 24 months, 500.00.
    let sandbox = one();
    let kept = sandbox.ok(&["plan", "--accept"]);
    assert!(
        kept.err.contains("forbear offer make a-1-a"),
        "{}",
        kept.err
    );
    let offers = sandbox.json(&["offer"]);
    assert_eq!(offers["offers"][0]["status"], "planned");
    assert_eq!(offers["offers"][0]["from"], "borrower");
    let script = sandbox.ok(&["script", "a-1"]);
    assert!(script.out.contains("¥500"), "{}", script.out);
    let letter = sandbox.ok(&["letter", "a-1", "proposal"]);
    assert!(letter.out.contains("24 payments of ¥500"), "{}", letter.out);
    // Kept again: the earlier one gives way.
    sandbox.ok(&["plan", "--accept"]);
    let offers = sandbox.json(&["offer"]);
    let statuses: Vec<&str> = offers["offers"]
        .as_array()
        .unwrap()
        .iter()
        .map(|offer| offer["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses, ["expired", "planned"]);
    sandbox.ok(&["offer", "make", "a-1-b", "--reply-by", "2026-11-30"]);
    assert_eq!(sandbox.json(&["offer"])["offers"][1]["status"], "open");
    let again = sandbox.run(&["offer", "make", "a-1-b"]);
    assert_eq!(again.code, 1);
    assert!(again.err.contains("plan --accept"), "{}", again.err);
    let other = sandbox.run(&["plan", "--offers-only", "--strategy", "triage"]);
    assert_eq!(other.code, 1, "{}", other.err);
}
