//! Amounts, dates, times and rates as people type them: one grammar for every command, and what is unclear is refused.

use crate::support::Sandbox;

const LEDGER: &str = "version = 1\n[[lender]]\nid = \"l\"\nname = \"L\"\nkind = \"bank\"\nregion = \"CN\"\n[[debt]]\nid = \"zl-1\"\nlender = \"l\"\noldest-unpaid = 2026-08-10\n[[debt.claim]]\non = 2026-11-01\ntotal = \"50000\"\n";

fn begun(lang: &'static str) -> Sandbox {
    Sandbox::new().speaking(lang).with_ledger(LEDGER)
}

#[test]
fn amounts_and_dates_are_written_in_the_ledgers_own_form() {
    for (args, written) in [
        (
            &["pay", "zl-1", "1.5万", "--on", "20/9/2026"][..],
            "on = 2026-09-20\namount = \"15000.00\"",
        ),
        (
            &["pay", "zl-1", "1,200元", "--on", "2026年9月20号"],
            "on = 2026-09-20\namount = \"1200.00\"",
        ),
        (
            &["claim", "zl-1", "--total", "3千", "--overdue", "5百块"],
            "total = \"3000.00\"\noverdue = \"500.00\"",
        ),
        (
            &[
                "debt",
                "set",
                "zl-1",
                "--principal",
                "2w",
                "--count",
                "12",
                "--first-due",
                "20 Sep 2025",
                "--rate",
                "18%/年",
                "--penalty",
                "150％",
            ],
            "rate = \"18%/year\"",
        ),
        (
            &[
                "income", "add", "工资", "--amount", "1萬", "--every", "month",
            ],
            "amount = \"10000.00\"",
        ),
        (
            &[
                "log",
                "add",
                "zl-1",
                "--channel",
                "phone",
                "--summary",
                "s",
                "--at",
                "2026年11月5日晚上9点40分",
            ],
            "at = 2026-11-05T21:40:00",
        ),
        (
            &[
                "log",
                "add",
                "zl-1",
                "--channel",
                "phone",
                "--summary",
                "s",
                "--at",
                "2026-11-05 21:40",
                "--promise",
                "5百@2026年11月30日",
            ],
            "promise = { amount = \"500.00\", on = 2026-11-30 }",
        ),
        (
            &[
                "offer",
                "add",
                "zl-1",
                "--from",
                "lender",
                "--terms",
                "settle 1万 by 20/12/2026",
            ],
            "terms = \"settle 10000.00 by 2026-12-20\"",
        ),
    ] {
        let sandbox = begun("zh-Hans");
        sandbox.ok(args);
        let ledger = sandbox.ledger();
        assert!(ledger.contains(written), "{args:?}: {ledger}");
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_refused_with_what_to_write() {
    for (lang, args, said) in [
        (
            "zh-Hans",
            &["pay", "zl-1", "1万2"][..],
            "请全部用数字写，例如 12000",
        ),
        (
            "zh-Hant",
            &["pay", "zl-1", "三千"],
            "請全部用數字寫，例如 12000",
        ),
        (
            "en",
            &["pay", "zl-1", "about 5"],
            "not an amount; write digits, like 1200.50 or 12000",
        ),
        (
            "en",
            &["pay", "zl-1", "1,20"],
            "commas only separate groups of three digits",
        ),
        (
            "zh-Hant",
            &["pay", "zl-1", "5", "--on", "9月20日"],
            "沒有寫年份，請寫 2026-09-20 或 2027-09-20",
        ),
        (
            "en",
            &["pay", "zl-1", "5", "--on", "5/9/2026"],
            "could be 2026-05-09 or 2026-09-05",
        ),
        (
            "zh-Hans",
            &["pay", "zl-1", "5", "--on", "2026-02-30"],
            "没有这一天",
        ),
        (
            "en",
            &["pay", "zl-1", "5", "--on", "26-9-20"],
            "write the year with four digits",
        ),
        (
            "zh-Hans",
            &["log", "add", "zl-1", "--at", "11月5日 21:40"],
            "没写年份，请写 2026-11-05 或 2027-11-05",
        ),
        (
            "en",
            &[
                "simulate",
                "zl-1",
                "--offer",
                "waive penaltyy=all; instalments 3",
            ],
            "do you mean `penalty`?",
        ),
        (
            "zh-Hans",
            &["simulate", "zl-1", "--offer", "instalment 3"],
            "您是想写 instalments 吗？",
        ),
    ] {
        let sandbox = begun(lang);
        let run = sandbox.run(args);
        assert!(matches!(run.code, 1 | 2), "{run:?}");
        assert!(run.err.contains(said), "{lang} {args:?}: {}", run.err);
        assert_eq!(run.out, "");
        assert_eq!(sandbox.ledger(), LEDGER);
    }
}

#[test]
fn an_amount_of_another_currency_is_not_written_as_the_ledgers_own() {
    for args in [
        &["pay", "zl-1", "HK$300"][..],
        &["claim", "zl-1", "--total", "3000港元"],
        &["debt", "set", "zl-1", "--principal", "HKD 300"],
        &["income", "add", "x", "--amount", "$300", "--every", "month"],
        &[
            "log",
            "add",
            "zl-1",
            "--channel",
            "phone",
            "--summary",
            "s",
            "--promise",
            "HK$3@2026-12-01",
        ],
        &[
            "simulate",
            "zl-1",
            "--offer",
            "settle HK$3,000 by 2026-12-30",
        ],
        &[
            "simulate",
            "zl-1",
            "--offer",
            "pay-now 300 港元; instalments 12",
        ],
        &["simulate", "zl-1", "--waive", "interest=HK$30"],
        &[
            "script",
            "zl-1",
            "--offer",
            "waive interest=HK$30; instalments 12",
        ],
    ] {
        let sandbox = begun("en");
        let run = sandbox.run(args);
        assert_eq!(run.code, 1, "{args:?}: {run:?}");
        assert!(
            run.err.contains("is not in this ledger's currency"),
            "{args:?}: {run:?}"
        );
        assert_eq!(sandbox.ledger(), LEDGER);
    }
    // A text that looks like an amount is a text.
    begun("en").ok(&[
        "log",
        "add",
        "zl-1",
        "--channel",
        "sms",
        "--summary",
        "HK$300",
    ]);
    begun("en").ok(&["pay", "zl-1", "￥300"]);
}

#[test]
fn a_contact_that_has_not_come_and_a_claim_that_contradicts_itself_are_not_written() {
    let sandbox = begun("zh-Hant");
    for command in ["called", "log"] {
        let mut args = vec![command];
        args.extend((command == "log").then_some("add"));
        args.extend([
            "zl-1",
            "--channel",
            "phone",
            "--summary",
            "s",
            "--at",
            "2026-11-17 00:00",
        ]);
        let run = sandbox.run(&args);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.err.contains("還未到：還沒發生的聯絡不記"), "{run:?}");
    }
    let run = sandbox.run(&["claim", "zl-1", "--total", "100", "--overdue", "100.01"]);
    assert_eq!(run.code, 4, "{run:?}");
    assert!(run.err.contains("逾期的 100.01 元"), "{run:?}");
    assert_eq!(sandbox.ledger(), LEDGER);
    sandbox.ok(&["claim", "zl-1", "--total", "100", "--overdue", "100"]);
    // The last minute of today is not later than today, as the hour of a day that is given is not known.
    sandbox.ok(&[
        "log",
        "add",
        "zl-1",
        "--channel",
        "sms",
        "--summary",
        "s",
        "--at",
        "2026-11-16 23:59",
    ]);
    // Written by hand it is kept, and noticed.
    let by_hand = LEDGER.replace("total = \"50000\"", "total = \"100\"\noverdue = \"500\"");
    for (lang, said) in [
        ("en", "500.00 is said to be overdue, more than the 100.00"),
        ("zh-Hans", "说逾期 500.00"),
        ("zh-Hant", "說逾期 500.00"),
    ] {
        let check = Sandbox::new()
            .speaking(lang)
            .with_ledger(&by_hand)
            .ok(&["check"]);
        assert!(check.out.contains(said), "{}", check.out);
    }
}
