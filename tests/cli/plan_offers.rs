//! A way of sharing kept as offers, what a plan does not prevent, and one tight month told as one.

use super::planning::ONE;
use crate::support::Sandbox;

/// The debt of [`ONE`] and a second of half its size, 1,200.00 a month: 6,000.00 come in, 4,000.00 go out, 60 %.
fn two() -> String {
    let second = "[[debt]]\nid = \"a-2\"\nlender = \"a\"\n[[debt.claim]]\non = 2026-11-16\ntotal = \"6300\"\n";
    format!(
        "{}{second}",
        ONE.replace("amount = \"5000\"", "amount = \"6000\"")
    )
}

#[test]
fn a_shared_plan_is_kept_as_one_level_offer_each() {
    // Of 1,200.00 two thirds and one third: 800.00 and 400.00. 12,600.00 in 15 parts is 840.00, in 16 787.50;
    // 6,300.00 in 16 parts is 393.75.
    let sandbox = Sandbox::new().with_ledger(&two());
    let args = ["plan", "--strategy", "pro-rata"];
    let shown = sandbox.json(&args);
    assert_eq!(shown["as-offers"]["kind"], "level");
    for (at, payment) in [(0, "787.50"), (1, "393.75")] {
        let offer = &shown["as-offers"]["offers"][at];
        assert_eq!(offer["payment"], payment);
        assert_eq!(offer["count"], 16);
        assert_eq!(offer["begins-on"], "2026-12-12");
    }
    let page = sandbox.ok(&args);
    let keep = "forbear plan --strategy pro-rata --accept";
    assert!(page.out.contains(keep), "{}", page.out);
    sandbox.ok(&[&args[..], &["--accept"]].concat());
    let offers = sandbox.json(&["offer"]);
    let kept = offers["offers"].as_array().unwrap();
    assert_eq!(kept.len(), 2);
    for offer in kept {
        assert_eq!(offer["status"], "planned");
        assert_eq!(offer["terms"], "instalments 16; first-due 2026-12-12");
    }
    // What is kept is what scripts and letters say.
    let letter = sandbox.ok(&["letter", "a-1", "proposal"]);
    assert!(letter.out.contains("787.50"), "{}", letter.out);
    sandbox.ok(&["undo"]);
    assert!(!sandbox.ledger().contains("[[offer]]"), "one change");
}

#[test]
fn an_order_of_paying_is_no_offer_and_says_what_is() {
    for (lang, said, kept) in [
        ("en", "no offer to a-1", "Nothing was kept."),
        ("zh-Hans", "对 a-1 不成方案", "没有留下任何方案。"),
        ("zh-Hant", "對 a-1 不成方案", "沒有保留任何方案。"),
    ] {
        let sandbox = Sandbox::new().speaking(lang).with_ledger(&two());
        let run = sandbox.run(&["plan", "--strategy", "snowball", "--accept"]);
        assert_eq!(run.code, 3, "{run:?}");
        assert!(run.out.contains(said), "{}", run.out);
        assert!(run.err.contains(kept), "{}", run.err);
        assert!(run.err.contains("pro-rata"), "{}", run.err);
        assert!(!sandbox.ledger().contains("[[offer]]"));
    }
}

#[test]
fn shares_too_small_for_a_lender_are_not_kept() {
    // 600.00 shared by 12,600.00 and 6,300.00: 400.00 and 200.00, 32 months; the room of a-1 is 24.
    let ledger = two().replace("amount = \"6000\"", "amount = \"5000\"");
    let sandbox = Sandbox::new().with_ledger(&ledger);
    let run = sandbox.run(&["plan", "--strategy", "pro-rata", "--accept", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(plan["as-offers"]["kind"], "longer");
    assert_eq!(plan["as-offers"]["debts"][0], "a-1");
    assert!(!sandbox.ledger().contains("[[offer]]"));
}

#[test]
fn one_month_without_money_is_told_as_one_month() {
    // 7,200.00 of April 2027 are agreed with an-1: 85 % of 2,400.00 and of the bonus of 6,000.00 is 7,140.00.
    // 5,400.00 owed to biaojie over the 36 months supposed are 150.00 a month, April too.
    let sandbox = Sandbox::new().with_example("many-lenders");
    let run = sandbox.run(&["plan", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(plan["empty-months"][0]["month"], "2027-04");
    assert_eq!(plan["empty-months"][0]["set-aside"], "7200.00");
    assert_eq!(plan["empty-months"][0]["debts"][0], "an-1");
    assert_eq!(plan["certificate"]["because"][0], "biaojie");
    assert_eq!(plan["certificate"]["month"], "2027-04");
    assert_eq!(plan["certificate"]["short-by"], "150.00");
    // 2,040.00 is 85 % of 2,400.00, as in most months.
    for (lang, most) in [
        ("en", "In most months ¥2,040.00 can be offered."),
        ("zh-Hans", "大多数月份可以拿去谈的数：2,040.00 元。"),
        ("zh-Hant", "大部分月份可以拿去談的數：2,040.00 元。"),
    ] {
        let sandbox = Sandbox::new().speaking(lang).with_example("many-lenders");
        let capacity = sandbox.ok(&["capacity"]).out;
        assert!(capacity.contains(most), "{capacity}");
        let promise = sandbox.ok(&["promise"]).out;
        assert!(promise.contains("2,040.00"), "{promise}");
    }
    assert_eq!(sandbox.json(&["promise"])["usual"], "2040.00");
}

#[test]
fn a_debt_that_is_on_time_is_not_forgotten() {
    // The contract's 1,069.35 fall due on 19 November, before pay day 25.
    let plan = Sandbox::new()
        .with_example("yalian-reminders")
        .json(&["plan"]);
    assert_eq!(plan["comes-due"][0]["debt"], "yl-1");
    assert_eq!(plan["comes-due"][0]["on"], "2026-11-19");
    assert_eq!(plan["comes-due"][0]["due"], "1069.35");
}

#[test]
fn the_cheapest_plan_pays_in_time_what_keeps_debts_from_getting_worse() {
    let sandbox = Sandbox::new().with_example("zhaolian-home-visit");
    let plan = sandbox.json(&["plan", "--strategy", "optimal"]);
    assert_eq!(plan["proven-optimal"], true);
    assert_eq!(plan["not-in-time"].as_array().map(Vec::len), Some(0));
    // What `status` says prevents the next step is there by its day; the first instalments come on 16 December.
    let status = sandbox.json(&["status"]);
    let cents = |value: &serde_json::Value| -> i64 {
        value.as_str().unwrap().replace('.', "").parse().unwrap()
    };
    let mut checked = 0;
    for (at, debt) in status["debts"].as_array().unwrap().iter().enumerate() {
        let worsens = &debt["worsens"];
        let to = worsens["to"].as_str().unwrap_or_default();
        if to != "medium" && to != "long" {
            continue;
        }
        let months = if worsens["on"].as_str().unwrap() > "2026-12-16" {
            2
        } else {
            1
        };
        let paid: i64 = plan["months"].as_array().unwrap()[..months]
            .iter()
            .map(|month| cents(&month["debts"][at]["amount"]))
            .sum();
        assert!(paid >= cents(&worsens["prevented-by"]), "{debt}");
        checked += 1;
    }
    assert!(checked > 1);
}

#[test]
fn ladders_and_plans_show_their_working() {
    let sandbox = Sandbox::new().with_ledger(&two());
    let solved = sandbox.json(&["solve", "a-1", "--explain"]);
    let workings = solved["workings"].as_array().unwrap();
    // 1,200.00 a month, of which 12,600.00 of 18,900.00 is this debt's part.
    let part = workings.iter().find(|one| one["id"] == "part").unwrap();
    assert_eq!(part["result"], "800.00");
    assert_eq!(part["lines"].as_array().map(Vec::len), Some(2));
    let limit = solved["rungs"].as_array().unwrap().last().unwrap();
    let total = workings
        .iter()
        .find(|one| one["group"] == limit["name"] && one["figure"] == "plan-total")
        .unwrap();
    assert_eq!(total["result"], limit["total"]);
    let plan = sandbox.json(&["plan", "--strategy", "optimal", "--explain"]);
    for choice in plan["choices"].as_array().unwrap() {
        let own = |one: &&serde_json::Value| {
            one["group"] == choice["debt"] && one["figure"] == "plan-total"
        };
        let told = plan["workings"].as_array().unwrap().iter().find(own);
        assert_eq!(told.unwrap()["result"], choice["total"]);
    }
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let sandbox = Sandbox::new().speaking(lang).with_ledger(&two());
        let plain = sandbox.ok(&["solve", "a-1"]).out;
        let page = sandbox.ok(&["solve", "a-1", "--explain"]).out;
        assert!(page.starts_with(plain.trim_end()), "{lang}");
        assert!(page.contains("1,200.00 × 12,600.00 ÷ Σ = 800.00"), "{page}");
    }
}

#[test]
fn a_promise_that_closes_a_debt_is_enough() {
    let run = Sandbox::new()
        .with_example("many-lenders")
        .run(&["solve", "fu-1"]);
    assert!(run.out.contains("nothing more to ask for"), "{}", run.out);
}

#[test]
fn what_a_deal_is_worth_can_be_worked_from_the_page() {
    // 17,140.00 × 20 % is 3,428.00. (1 + 0.10 ÷ 12)^24 is 1.2203909614; 3,428.00 ÷ 1.2203909614 is 2,808.936…
    let sandbox = Sandbox::new().with_example("many-lenders");
    assert_eq!(
        sandbox.json(&["zone", "zichan-1"])["alternative"],
        "2808.94"
    );
    for (lang, said) in [
        ("en", "a twelfth of the yearly loss"),
        ("zh-Hans", "十二分之一"),
        ("zh-Hant", "十二分之一"),
    ] {
        let page = Sandbox::new()
            .speaking(lang)
            .with_example("many-lenders")
            .ok(&["zone", "zichan-1"]);
        let words: Vec<&str> = page.out.split_whitespace().collect();
        let text = if lang == "en" {
            words.join(" ")
        } else {
            words.concat()
        };
        assert!(text.contains(said), "{}", page.out);
    }
}
