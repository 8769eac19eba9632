//! A court paper whose last day is over: nothing says that there is still time, and the borrower does not promise it.

use crate::support::Sandbox;

const LEDGER: &str = r#"version = 1
currency = "CNY"
lender = [{ id = "a", name = "示例消费金融", kind = "consumer-finance-company", region = "CN" }]
contact = [{ at = 2026-11-11T10:00:00, debt = "d", channel = "court", direction = "in", counterpart = { company = "示例区人民法院" }, summary = "支付令" }]
clock = [{ what = "支付令", debt = "d", kind = "court", from = 2026-11-11, until = 2026-11-26 }]

[[debt]]
id = "d"
lender = "a"
product = "consumer-loan"
proceedings = "payment-order"
oldest-unpaid = 2026-05-20
contract = { principal = "12000", disbursed = 2026-01-20, first-due = 2026-02-20, count = 12, rate = "18%/year", method = "equal-instalment" }
claim = [{ on = 2026-11-11, principal = "13000", interest = "500", penalty = "100", fees = "0" }]
"#;

const BEFORE: &str = "2026-11-20";
const AFTER: &str = "2026-11-28";
const LANGS: [&str; 3] = ["zh-Hans", "zh-Hant", "en"];

fn on(day: &str, lang: &'static str) -> Sandbox {
    Sandbox::new().speaking(lang).on(day).with_ledger(LEDGER)
}

/// What each language says while there is time, and once there is none.
fn said(lang: &str) -> [(&'static str, &'static str); 4] {
    match lang {
        "zh-Hans" => [
            (
                "支付令要在2026年11月26日前答复",
                "支付令的最后一天是2026年11月26日，已经过了",
            ),
            ("会在期限内书面答复", "我先问法院，再答复您"),
            (
                "最迟2026年11月26日要送到法院",
                "法院的期限是2026年11月26日，已经过了",
            ),
            ("按文书上的期限书面答复", "今天就问法院到了哪一步"),
        ],
        "zh-Hant" => [
            (
                "支付令要在2026年11月26日前回覆",
                "支付令的最後一日是2026年11月26日，已經過了",
            ),
            ("會在期限內書面答覆", "我先問法院，再答覆您"),
            (
                "最遲2026年11月26日要送達法院",
                "法院的期限是2026年11月26日，已經過了",
            ),
            ("按文件上的期限書面回覆", "今日就問法院到了哪一步"),
        ],
        _ => [
            (
                "Answer the payment order by 26 November 2026",
                "was 26 November 2026, and it is over",
            ),
            (
                "I will answer in writing in time",
                "I will ask the court first",
            ),
            (
                "has to reach the court by 26 November 2026",
                "court’s time ended on 26 November 2026",
            ),
            (
                "answer the paper in writing within its time",
                "ask the court today where the case stands",
            ),
        ],
    }
}

/// All that the three commands print, without the breaks of lines.
fn all(sandbox: &Sandbox) -> String {
    let runs: [&[&str]; 3] = [
        &["status"],
        &["script", "d"],
        &["letter", "d", "payment-order-objection"],
    ];
    let texts = runs.map(|args| {
        let run = sandbox.ok(args);
        format!("{} {}", run.out, run.err)
    });
    let joined = texts.join(" ");
    let words: Vec<&str> = joined.split_whitespace().collect();
    words.join(" ")
}

/// Chinese is wrapped between any two signs.
fn has(text: &str, said: &str) -> bool {
    let bare = |text: &str| text.replace(' ', "");
    bare(text).contains(&bare(said))
}

#[test]
fn after_the_last_day_nothing_speaks_as_if_there_were_time() {
    for lang in LANGS {
        let (before, after) = (all(&on(BEFORE, lang)), all(&on(AFTER, lang)));
        for (open, over) in said(lang) {
            assert!(
                has(&before, open) && !has(&before, over),
                "{lang} {open}\n{before}"
            );
            assert!(
                has(&after, over) && !has(&after, open),
                "{lang} {over}\n{after}"
            );
        }
    }
}

#[test]
fn a_paper_that_was_answered_is_not_late() {
    let sandbox = on(AFTER, "en");
    sandbox.ok(&["due", "done", "1"]);
    let status = sandbox.ok(&["status"]).out;
    assert!(!status.contains("it is over"), "{status}");
}

/// Their offer's last day is over too: what no longer stands is not accepted without a question.
#[test]
fn an_offer_past_its_day_is_asked_about_before_it_is_accepted() {
    let offer = r#"
[[offer]]
id = "d-a"
debt = "d"
from = "lender"
on = 2026-11-12
terms = "waive penalty=all; instalments 24"
status = "open"
reply-by = 2026-11-20
"#;
    let ledger = format!("{LEDGER}{offer}");
    let sandbox = Sandbox::new().on(AFTER).with_ledger(&ledger);
    let run = sandbox.run(&["offer", "accept", "d-a"]);
    assert_ne!(run.code, 0, "{run:?}");
    assert!(
        run.err
            .contains("was to be answered by 20 November 2026, which is past"),
        "{run:?}"
    );
    assert_eq!(sandbox.ledger(), ledger);
    sandbox.ok(&["offer", "accept", "d-a", "--yes"]);
    let before = Sandbox::new().on(BEFORE).with_ledger(&ledger);
    before.ok(&["offer", "accept", "d-a"]);
}
