//! Households at the edge, worked by hand: what a plan, a ladder and a promise say then.

use super::planning::ONE;
use crate::support::Sandbox;

fn with(ledger: &str) -> Sandbox {
    Sandbox::new().with_ledger(ledger)
}

/// `ONE` with a piece of the ledger before its lender.
fn and(piece: &str) -> String {
    ONE.replacen("[[lender]]", &format!("{piece}\n[[lender]]"), 1)
}

#[test]
fn wages_that_a_debit_takes_first_are_named() {
    // Wages come on the 10th into the account from which the second debt is taken on the 11th; the plan pays on the 12th.
    let swept = and("[[account]]\nname = \"工资卡\"\nliving = true").replacen(
        "pay-day = 10",
        "pay-day = 10\naccount = \"工资卡\"",
        1,
    ) + "[[debt]]\nid = \"a-2\"\nlender = \"a\"\noldest-unpaid = 2026-10-01\n\
           auto-debit = { account = \"工资卡\", day = 11 }\n\
           [[debt.claim]]\non = 2026-11-16\nprincipal = \"1200\"\ninterest = \"0\"\npenalty = \"0\"\nfees = \"0\"\n";
    for (lang, said) in [
        ("en", "goes into an account from which a-2 is taken"),
        ("zh-Hans", "工资"),
        ("zh-Hant", "工资"),
    ] {
        let run = with(&swept).speaking(lang).run(&["plan"]);
        assert!(run.out.contains(said), "{lang}: {run:?}");
    }
    let plan = with(&swept).json(&["plan", "--strategy", "triage"]);
    assert_eq!(plan["choices"][1]["reason"], "wages-bank");
}

#[test]
fn a_due_date_before_pay_day_is_told_and_plans_keep_after_it_m7() {
    // 525.00 on the 5th fits the month's 600.00, but the wage comes on the 10th.
    let early = [
        "simulate",
        "a-1",
        "--instalments",
        "24",
        "--first-due",
        "2026-12-05",
    ];
    let run = with(ONE).ok(&early);
    assert!(
        run.out.contains("fits the month but not the day"),
        "{run:?}"
    );
    let plan = with(ONE).json(&["plan", "--strategy", "optimal"]);
    let terms = plan["choices"][0]["terms"].as_str().unwrap();
    assert!(terms.ends_with("first-due 2026-12-12"), "{terms}");
}

#[test]
fn an_offer_that_expires_mid_plan_is_dated_and_then_gone() {
    // 12,000.00 less 10 % is 10,800.00: 450.00 in 24 months. Without it the room's best is 12,000.00.
    let sandbox = with(ONE);
    sandbox.ok(&[
        "offer",
        "add",
        "a-1",
        "--from",
        "lender",
        "--terms",
        "waive principal=10%; waive penalty=all; instalments 24",
        "--reply-by",
        "2026-11-30",
    ]);
    let plan = sandbox.json(&["plan", "--strategy", "optimal"]);
    assert_eq!(plan["total"], "10800.00");
    assert_eq!(plan["choices"][0]["origin"], "offered");
    assert_eq!(plan["choices"][0]["first-payment"], "450.00");
    let text = sandbox.ok(&["plan", "--strategy", "optimal"]).out;
    let words: Vec<&str> = text.split_whitespace().collect();
    assert!(
        words
            .join(" ")
            .contains("Answer by 30 November 2026, or it is gone."),
        "{text}"
    );
    let later = sandbox
        .on("2026-12-01")
        .json(&["plan", "--strategy", "optimal"]);
    assert_eq!(later["total"], "12000.00");
    assert_eq!(later["choices"][0]["origin"], "assumed");
}

#[test]
fn no_income_leaves_nothing_to_ask_payments_from() {
    // Nothing comes in: any plan of 12,000.00 over 24 months is 500.00 a month too much.
    let none = ONE.replace("amount = \"5000\"", "amount = \"0\"");
    let run = with(&none).run(&["solve", "a-1", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let solved: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(solved["feasible"], false);
    assert_eq!(solved["need"]["money"], "500.00");
    let promise = with(&none).json(&["promise"]);
    assert_eq!(promise["instalment"], "0.00");
    let today = with(&none).json(&["plan", "--today", "0.01"]);
    assert_eq!(today["keep"], "0.01");
}

#[test]
fn of_a_debt_already_paid_nothing_is_asked() {
    let paid = ONE
        .replace("principal = \"12000\"", "principal = \"0\"")
        .replace("penalty = \"600\"", "penalty = \"0\"");
    for (lang, said) in [
        ("en", "nothing is owed on a-1"),
        ("zh-Hans", "已经不欠了"),
        ("zh-Hant", "已經不欠"),
    ] {
        for command in ["solve", "zone"] {
            let run = with(&paid).speaking(lang).run(&[command, "a-1"]);
            assert_eq!(run.code, 1, "{run:?}");
            assert!(run.err.contains(said), "{lang}: {run:?}");
        }
    }
    let page = with(&paid).json(&["capacity", "--creditor", "a-1"]);
    assert_eq!(page["lenders"], 0);
}

#[test]
fn a_hundredth_is_owed_like_any_sum() {
    let cent = ONE
        .replace("principal = \"12000\"", "principal = \"0.01\"")
        .replace("penalty = \"600\"", "penalty = \"0\"");
    let solved = with(&cent).json(&["solve", "a-1"]);
    assert_eq!(solved["rungs"][2]["total"], "0.01");
    let today = with(&cent).json(&["plan", "--today", "1"]);
    assert_eq!(today["pay"][0]["amount"], "0.01");
    assert_eq!(today["keep"], "0.99");
    let shared = with(&cent).json(&["plan"]);
    assert_eq!(shared["total"], "0.01");
}

#[test]
fn a_month_with_less_is_named_with_what_it_lacks() {
    // School fees of 500.00 in March 2027: 1,000.00 less 500.00, of it 60 % is 300.00. The smallest plan is 500.00 a
    // month: 200.00 short in that month alone. A plan of three months is over by March, but takes 4,000.00 a month.
    let less = and(
        "[[expense]]\nname = \"学费\"\namount = \"500\"\nevery = \"once\"\non = 2027-03-10\nessential = true",
    );
    let run = with(&less).run(&["plan", "--strategy", "optimal", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(plan["certificate"]["proof"], "combinations");
    assert_eq!(plan["certificate"]["month"], "2027-03");
    assert_eq!(plan["certificate"]["short-by"], "200.00");
    assert_eq!(plan["ways-out"]["one-month"]["month"], "2027-03");
    assert_eq!(plan["ways-out"]["one-month"]["amount"], "200.00");
    // Shared month by month it still comes to an end: 12,600.00 is 20 months of 600.00, one of 300.00, one of 300.00.
    let shared = with(&less).json(&["plan"]);
    assert_eq!(shared["total"], "12600.00");
    assert_eq!(shared["months"][4]["paid"], "300.00");
    assert_eq!(shared["months"].as_array().map(Vec::len), Some(22));
}

#[test]
fn a_bonus_closes_the_one_debt_it_can() {
    // 20,000.00 on 20 January, of it 60 %: 12,000.00, with January's 600.00 enough for 12,000.00 at once.
    let bonus =
        and("[[income]]\nname = \"年终奖\"\namount = \"20000\"\nevery = \"once\"\non = 2027-01-20");
    let plan = with(&bonus).json(&["plan", "--strategy", "optimal"]);
    assert_eq!(plan["total"], "12000.00");
    assert_eq!(plan["ends-on"], "2027-01-22");
    assert_eq!(plan["proven-optimal"], true);
    let paid: Vec<&str> = plan["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|month| month["paid"].as_str().unwrap())
        .collect();
    assert_eq!(paid, ["0.00", "0.00", "12000.00"]);
}

#[test]
fn a_lender_is_not_kept_waiting_past_its_latest_start() {
    // The proposal would be the 12th, two days after pay day; this lender waits until the 10th.
    let soon = ONE.replace(
        "max-months = 24",
        "max-months = 24\nlatest-start = 2026-12-10",
    );
    let solved = with(&soon).json(&["solve", "a-1"]);
    assert_eq!(solved["rungs"][2]["first-due"], "2026-12-10");
    // In an order of one's own 600.00 a month go to the first debt for 21 months; the second waits past December.
    let two = ONE.to_owned()
        + "[[debt]]\nid = \"a-2\"\nlender = \"a\"\noldest-unpaid = 2026-10-01\n\
           [[debt.claim]]\non = 2026-11-16\nprincipal = \"1200\"\ninterest = \"0\"\npenalty = \"0\"\nfees = \"0\"\n\
           [debt.room]\nmax-months = 36\nlatest-start = 2026-12-31\n";
    let run = with(&two).run(&["plan", "--order", "a-1,a-2", "--json"]);
    assert_eq!(run.code, 3, "{run:?}");
    let plan: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(plan["late-starts"], serde_json::json!(["a-2"]));
    let other = with(&two).json(&["plan", "--order", "a-2,a-1"]);
    assert_eq!(other["late-starts"], serde_json::json!([]));
    // A day that has passed limits nothing.
    let past = ONE.replace(
        "max-months = 24",
        "max-months = 24\nlatest-start = 2026-11-01",
    );
    let solved = with(&past).json(&["solve", "a-1"]);
    assert_eq!(solved["rungs"][2]["first-due"], "2026-12-12");
}

/// `ONE` on an income between 4,500.00 and 5,500.00.
fn uneven() -> String {
    ONE.replace(
        "every = \"month\"\npay-day = 10",
        "every = \"month\"\nlow = \"4500\"\nhigh = \"5500\"\npay-day = 10",
    )
}

#[test]
fn a_promise_is_the_same_on_any_number_of_threads() {
    let sandbox = with(&uneven());
    let on = |threads: &str| {
        let args = [
            "promise",
            "--paths",
            "5300",
            "--months",
            "12",
            "--threads",
            threads,
        ];
        sandbox.json(&args)
    };
    let one = on("1");
    assert_eq!(one["paths"], 5300);
    for threads in ["2", "7", "64"] {
        assert_eq!(on(threads), one, "{threads} threads");
    }
}

#[cfg(unix)]
#[test]
fn a_long_promise_says_how_far_it_is_and_stops_when_asked() {
    use std::io::{BufRead, BufReader};
    let sandbox = with(&uneven());
    let args = ["promise", "--paths", "2000000", "--months", "240"];
    let mut child = sandbox
        .command(&args)
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut talk = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    talk.read_line(&mut line).unwrap();
    assert!(line.contains("of 2,000,000"), "{line}");
    let pid = child.id().to_string();
    let kill = std::process::Command::new("kill")
        .args(["-INT", &pid])
        .status();
    assert!(kill.unwrap().success());
    let mut rest = String::new();
    std::io::Read::read_to_string(&mut talk, &mut rest).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(4), "{rest}");
    assert!(output.stdout.is_empty(), "half an answer is none");
    assert!(rest.contains("stopped"), "{rest}");
}

/// The edges, each a ledger of its own.
fn edges() -> Vec<(&'static str, String)> {
    let sum = |principal: &str, penalty: &str| {
        ONE.replace(
            "principal = \"12000\"",
            &format!("principal = \"{principal}\""),
        )
        .replace("penalty = \"600\"", &format!("penalty = \"{penalty}\""))
    };
    let income = |amount: &str| ONE.replace("amount = \"5000\"", &format!("amount = \"{amount}\""));
    let offer = "[[offer]]\nid = \"a-1-a\"\ndebt = \"a-1\"\nfrom = \"lender\"\non = 2026-11-10\n\
                 terms = \"instalments 24\"\nstatus = \"open\"\nreply-by = 2026-11-17\n";
    let swept = "[[account]]\nname = \"卡\"\nliving = true";
    vec![
        ("zero income", income("0")),
        ("expenses above income", income("3900")),
        ("an offer that expires", format!("{ONE}{offer}")),
        ("already paid", sum("0", "0")),
        ("a hundredth", sum("0.01", "0")),
        (
            "wages swept",
            and(swept)
                .replacen("pay-day = 10", "pay-day = 10\naccount = \"卡\"", 1)
                .replacen(
                    "oldest-unpaid",
                    "auto-debit = { account = \"卡\", day = 10 }\noldest-unpaid",
                    1,
                ),
        ),
        (
            "due before pay day",
            ONE.replace("pay-day = 10", "pay-day = 28"),
        ),
    ]
}

#[test]
fn every_edge_has_a_clear_answer_in_three_languages() {
    let commands: [&[&str]; 8] = [
        &["plan"],
        &["plan", "--strategy", "optimal"],
        &["plan", "--compare"],
        &["plan", "--today", "500"],
        &["solve", "a-1"],
        &["zone", "a-1"],
        &["promise"],
        &["capacity"],
    ];
    for (name, ledger) in edges() {
        for args in commands {
            let mut codes = Vec::new();
            for lang in ["en", "zh-Hans", "zh-Hant"] {
                let run = with(&ledger).speaking(lang).run(args);
                let said = format!("{}{}", run.out, run.err);
                assert!([0, 1, 3].contains(&run.code), "{name} {args:?}: {run:?}");
                assert!(!said.trim().is_empty(), "{name} {args:?} {lang}");
                // Chinese pages are Chinese: no English sentence slips in.
                if lang != "en" {
                    let letters = said.chars().filter(|sign| ('一'..='鿿').contains(sign));
                    assert!(letters.count() > 8, "{name} {args:?} {lang}: {said}");
                    for word in [" the ", " is ", " of ", " and "] {
                        assert!(!said.contains(word), "{name} {args:?} {lang}: {said}");
                    }
                }
                codes.push(run.code);
            }
            codes.dedup();
            assert_eq!(
                codes.len(),
                1,
                "{name} {args:?}: one answer in all languages"
            );
        }
    }
}
