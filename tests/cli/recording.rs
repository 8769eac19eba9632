//! Writing things down: what is said, what stands in the file, how it is taken back.

use crate::support::Sandbox;

/// A ledger with one lender and one debt of which only a total and the missed date are known.
fn begun(lang: &'static str) -> Sandbox {
    let sandbox = Sandbox::new().speaking(lang);
    sandbox.ok(&["init", "--name", "李娜"]);
    sandbox.ok(&[
        "lender",
        "add",
        "zhaolian",
        "--name",
        "招联消费金融股份有限公司",
        "--kind",
        "consumer-finance-company",
    ]);
    sandbox.ok(&[
        "debt",
        "add",
        "zl-1",
        "--lender",
        "zhaolian",
        "--product",
        "consumer-loan",
        "--total",
        "12345.50",
        "--oldest-unpaid",
        "2026-08-10",
    ]);
    sandbox
}

#[test]
fn a_ledger_begins_with_a_lender_a_total_and_a_date() {
    let sandbox = Sandbox::new();
    let made = sandbox.ok(&["init", "--name", "李娜"]);
    assert_eq!(
        made.out,
        format!(
            "Your ledger is {}. Only your account on this computer can read it.\n",
            sandbox.ledger_path().display()
        )
    );
    assert_eq!(made.err, "next: forbear debt add\n");
    let lender = sandbox.ok(&["lender", "add", "zl", "--name", "招联消费金融股份有限公司"]);
    assert_eq!(
        lender.out,
        "Lender zl is in the ledger. To take it back: forbear undo\n"
    );
    assert_eq!(lender.err, "next: forbear debt add\n");
    let debt = sandbox.ok(&[
        "debt",
        "add",
        "zl-1",
        "--lender",
        "zl",
        "--total",
        "￥１２，３４５．５０",
    ]);
    assert_eq!(
        debt.out,
        "Debt zl-1 is in the ledger. To take it back: forbear undo\n"
    );
    assert!(
        sandbox.ledger().contains("[[debt]]\nid = \"zl-1\"\nlender = \"zl\"\n\n[[debt.claim]]\non = 2026-11-16\ntotal = \"12345.50\"\n"),
        "{}",
        sandbox.ledger()
    );
}

#[test]
fn a_second_ledger_is_not_written_over_the_first() {
    let sandbox = begun("en");
    let before = sandbox.ledger();
    let again = sandbox.run(&["init", "--name", "x"]);
    assert_eq!(again.code, 1);
    assert_eq!(sandbox.ledger(), before);
}

#[test]
fn a_payment_says_what_changed_and_undo_takes_it_back_to_the_byte() {
    let sandbox = begun("zh-Hans");
    let before = sandbox.ledger();
    let paid = sandbox.ok(&["pay", "zl-1", "500", "--on", "2026-11-15"]);
    assert_eq!(
        paid.out,
        "已记入 zl-1 的还款：2026年11月15日，500.00 元。撤销：forbear undo\n"
    );
    assert_eq!(paid.err, "下一步：forbear status zl-1\n");
    assert_ne!(sandbox.ledger(), before);
    let undone = sandbox.ok(&["undo"]);
    assert_eq!(undone.out, "已撤销：forbear pay zl-1 500.00。\n");
    assert_eq!(sandbox.ledger(), before);
}

#[test]
fn records_are_json_for_programs() {
    let sandbox = begun("en");
    let record = sandbox.json(&["pay", "zl-1", "300.5"]);
    assert_eq!(
        record,
        serde_json::json!({
            "schema": "forbear.record.v1",
            "table": "payment",
            "changed": true,
            "debt": "zl-1",
            "record": {"on": "2026-11-16", "amount": "300.50"},
        })
    );
    let claim = sandbox.json(&[
        "claim",
        "zl-1",
        "--principal",
        "100",
        "--interest",
        "5",
        "--source",
        "App",
    ]);
    assert_eq!(claim["record"]["interest"], "5.00");
    let listed = sandbox.json(&["debt", "list"]);
    assert_eq!(listed["records"][0]["payment"][0]["amount"], "300.50");
}

#[test]
fn a_contact_keeps_what_was_said_and_what_happened() {
    let sandbox = begun("zh-Hant");
    let logged = sandbox.ok(&[
        "log",
        "add",
        "zl-1",
        "--channel",
        "phone",
        "--direction",
        "in",
        "--at",
        "21:40",
        "--summary",
        "要求今日全額還款",
        "--with",
        "工號 8812",
        "--conduct",
        "threat",
        "--conduct",
        "third-party",
        "--follow-up",
        "2026-11-20",
    ]);
    assert_eq!(
        logged.out,
        "已記下：電話，2026年11月16日 21:40。復原：forbear undo\n"
    );
    let text = sandbox.ledger();
    for line in [
        "at = 2026-11-16T21:40:00",
        "counterpart = { name = \"工號 8812\" }",
        "conduct = [\"threat\", \"third-party\"]",
        "follow-up = 2026-11-20",
    ] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
}

#[test]
fn a_contact_on_another_day_than_the_clocks_is_taken_at_noon() {
    let sandbox = begun("en").on("2026-11-20");
    let run = sandbox.run(&["log", "add", "zl-1", "--channel", "phone", "--summary", "x"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(sandbox.ledger().contains("at = 2026-11-20T12:00:00"));
}

#[test]
fn a_promise_above_the_month_is_refused_with_the_reason() {
    let sandbox = begun("en");
    // 3000 in, 2500 needed: 500 left, of which 80 % may be offered: 400 a month (M2).
    sandbox.ok(&[
        "income", "add", "工资", "--amount", "3000", "--every", "month",
    ]);
    sandbox.ok(&[
        "expense",
        "add",
        "房租",
        "--amount",
        "2500",
        "--every",
        "month",
        "--essential",
    ]);
    let before = sandbox.ledger();
    let add = [
        "log",
        "add",
        "zl-1",
        "--channel",
        "phone",
        "--at",
        "10:00",
        "--summary",
        "x",
        "--promise",
    ];
    let refused = sandbox.run(&[&add[..], &["500@2026-12-10"]].concat());
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.starts_with(
            "error: ¥500.00 in December 2026 is ¥100.00 more than that month can bear (¥400.00).\n"
        ),
        "{}",
        refused.err
    );
    assert_eq!(sandbox.ledger(), before);
    sandbox.ok(&[&add[..], &["400@2026-12-10"]].concat());
    let second = sandbox.run(&[
        "log",
        "add",
        "--channel",
        "phone",
        "--at",
        "11:00",
        "--summary",
        "x",
        "--promise",
        "1@2026-12-20",
    ]);
    assert_eq!(second.code, 1, "{second:?}");
    assert!(
        second
            .err
            .contains("¥400.00 on 10 December 2026 was promised on"),
        "{}",
        second.err
    );
    // It was said already: it can be taken down as it was.
    sandbox.ok(&[
        "log",
        "add",
        "--channel",
        "phone",
        "--at",
        "11:00",
        "--summary",
        "x",
        "--promise",
        "1@2026-12-20",
        "--yes",
    ]);
}

#[test]
fn facts_are_changed_and_taken_out_without_touching_the_rest() {
    let sandbox = begun("en");
    sandbox.ok(&[
        "debt",
        "set",
        "zl-1",
        "--rate",
        "18%/year",
        "--principal",
        "12000",
        "--count",
        "12",
        "--first-due",
        "2025-09-10",
    ]);
    sandbox.ok(&[
        "debt",
        "set",
        "zl-1",
        "--penalty",
        "150％",
        "--talks",
        "waiting",
        "--compound=false",
    ]);
    let text = sandbox.ledger();
    assert!(text.contains("[debt.contract]\nprincipal = \"12000.00\"\nrate = \"18%/year\"\ncount = 12\nfirst-due = 2025-09-10\n"), "{text}");
    assert!(
        text.contains("penalty = \"150%\"\ncompound = false\n"),
        "{text}"
    );
    sandbox.ok(&["debt", "set", "zl-1", "--unset", "penalty"]);
    assert!(!sandbox.ledger().contains("penalty"));
    let nothing = sandbox.ok(&["debt", "set", "zl-1", "--talks", "waiting"]);
    assert_eq!(nothing.out, "Nothing changed.\n");
    sandbox.ok(&["debt", "remove", "zl-1"]);
    assert_eq!(
        sandbox.ok(&["debt"]).out,
        "Debts\n=====\nNone yet.\n\n    forbear debt add\n"
    );
}

#[test]
fn history_is_listed_and_forgotten_only_when_sure() {
    let sandbox = begun("en");
    sandbox.ok(&["pay", "zl-1", "5"]);
    assert!(sandbox.ok(&["history"]).out.contains("pay zl-1 5.00"));
    let unsure = sandbox.run(&["history", "purge"]);
    assert_eq!(unsure.code, 4);
    assert!(
        unsure
            .err
            .ends_with("hint: to go on all the same, add --yes\n"),
        "{}",
        unsure.err
    );
    sandbox.ok(&["history", "purge", "--yes"]);
    assert_eq!(sandbox.run(&["undo"]).code, 1);
}

#[test]
fn one_command_writes_a_debt_and_its_new_lender() {
    let sandbox = Sandbox::new();
    sandbox.ok(&["init", "--name", "李娜"]);
    let added = sandbox.ok(&[
        "debt",
        "add",
        "zl-1",
        "--lender-name",
        "招联消费金融股份有限公司",
        "--lender-kind",
        "consumer-finance-company",
        "--lender-region",
        "CN",
        "--total",
        "500",
    ]);
    assert_eq!(
        added.out,
        "Debt zl-1 and lender zl are in the ledger. To take it back: forbear undo\n"
    );
    // The second debt names the lender as the contract does, and takes the next number.
    let second = sandbox.ok(&[
        "debt",
        "add",
        "--lender",
        "招联消费金融股份有限公司",
        "--total",
        "700",
    ]);
    assert_eq!(
        second.out,
        "Debt zl-2 is in the ledger. To take it back: forbear undo\n"
    );
    let text = sandbox.ledger();
    assert_eq!(text.matches("[[lender]]").count(), 1, "{text}");
    assert!(text.contains("id = \"zl-2\"\nlender = \"zl\"\n"), "{text}");
    // Kind and region are not guessed where nobody said them.
    sandbox.ok(&[
        "debt",
        "add",
        "--lender",
        "ms",
        "--lender-name",
        "蒙商",
        "--total",
        "9",
    ]);
    assert!(
        sandbox
            .ledger()
            .contains("[[lender]]\nid = \"ms\"\nname = \"蒙商\"\n\n"),
        "{}",
        sandbox.ledger()
    );
    let other = sandbox.run(&["debt", "add", "--lender", "ms", "--lender-name", "另一家"]);
    assert_eq!(other.code, 1, "{other:?}");
}

#[test]
fn a_lender_of_another_currency_is_noticed() {
    let sandbox = Sandbox::new();
    sandbox.ok(&["init", "--name", "李娜"]);
    let added = sandbox.ok(&["lender", "add", "ya", "--name", "亞聯", "--region", "HK"]);
    assert!(
        added.err.starts_with("note: this ledger is in ")
            && added
                .err
                .contains("forbear init --ledger FILE --currency HKD"),
        "{}",
        added.err
    );
    let same = sandbox.ok(&["lender", "add", "zl", "--name", "招联", "--region", "CN"]);
    assert!(!same.err.contains("currency"), "{}", same.err);
}

#[test]
fn a_bare_total_does_not_say_what_is_overdue() {
    let sandbox = begun("zh-Hans");
    let status = sandbox.json(&["status", "zl-1"]);
    assert_eq!(status["debts"][0]["days-overdue"], 98); // 10 August to 16 November: 21 + 30 + 31 + 16
    assert!(status["debts"][0]["overdue"].is_null());
    assert_eq!(status["debts"][0]["position"]["total"], "12345.50");
    let told = sandbox.ok(&["status", "zl-1"]);
    assert!(
        told.out
            .replace("\n ", "")
            .contains("forbear claim zl-1 --total 总额 --overdue 逾期部分"),
        "{}",
        told.out
    );
}

#[test]
fn a_payment_within_the_days_claim_says_so() {
    let sandbox = begun("zh-Hans");
    let paid = sandbox.ok(&["pay", "zl-1", "500"]);
    assert!(
        paid.err
            .starts_with("2026年11月16日的账单按已经扣掉这笔还款来算"),
        "{}",
        paid.err
    );
    let status = sandbox.json(&["status", "zl-1"]);
    assert_eq!(status["debts"][0]["position"]["total"], "12345.50");
    let before = sandbox.ok(&["pay", "zl-1", "500", "--on", "2026-11-15"]);
    assert_eq!(before.err, "下一步：forbear status zl-1\n");
}

#[test]
fn a_payment_above_what_is_owed_is_asked_about() {
    let sandbox = begun("en");
    let before = sandbox.ledger();
    let run = sandbox.run(&["pay", "zl-1", "123455"]);
    assert_eq!(run.code, 4, "{run:?}");
    assert!(
        run.err
            .starts_with("error: ¥123,455.00 is more than the ¥12,345.50 owed for zl-1"),
        "{}",
        run.err
    );
    assert_eq!(sandbox.ledger(), before);
    sandbox.ok(&["pay", "zl-1", "123455", "--yes"]);
    // All that is owed is not too much.
    begun("en").ok(&["pay", "zl-1", "12345.50"]);
}

#[test]
fn a_missed_date_in_the_future_is_refused_when_typed_and_noticed_when_written() {
    let sandbox = begun("en");
    let before = sandbox.ledger();
    for args in [
        &["debt", "set", "zl-1", "--oldest-unpaid", "2027-08-10"][..],
        &[
            "debt",
            "add",
            "zl-2",
            "--lender",
            "zhaolian",
            "--product",
            "consumer-loan",
            "--oldest-unpaid",
            "2027-08-10",
        ],
    ] {
        let run = sandbox.run(args);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(
            run.err.contains("2027-08-10 is after 2026-11-16"),
            "{run:?}"
        );
    }
    assert_eq!(sandbox.ledger(), before);
    let by_hand = before.replacen("oldest-unpaid = 2026", "oldest-unpaid = 2027", 1);
    assert_ne!(by_hand, before);
    let check = Sandbox::new().with_ledger(&by_hand).ok(&["check"]);
    assert!(
        check
            .out
            .contains("`debt[zl-1].oldest-unpaid` is in the future"),
        "{}",
        check.out
    );
}

#[test]
fn an_agreement_on_an_offer_need_not_say_whose_offer_it_is() {
    let sandbox = begun("en");
    sandbox.ok(&[
        "debt",
        "add",
        "zl-2",
        "--lender",
        "zhaolian",
        "--product",
        "consumer-loan",
        "--total",
        "600",
    ]);
    sandbox.ok(&[
        "offer",
        "add",
        "zl-2",
        "--id",
        "an-offer",
        "--from",
        "lender",
        "--terms",
        "freeze; instalments 6",
    ]);
    sandbox.ok(&[
        "agree",
        "add",
        "--offer",
        "an-offer",
        "--signed",
        "2026-11-16",
        "--form",
        "written",
    ]);
    let ledger = sandbox.ledger();
    let agreed = ledger.split("[[agreement]]").nth(1).unwrap();
    assert!(
        agreed.contains("debt = \"zl-2\"") && agreed.contains("offer = \"an-offer\""),
        "{agreed}"
    );
}

#[test]
fn a_command_that_would_help_names_the_debt_that_was_typed() {
    for (lang, said) in [
        ("en", "forbear debt set zl-1 --principal"),
        ("zh-Hans", "forbear debt set zl-1 --principal"),
        ("zh-Hant", "forbear debt set zl-1 --principal"),
    ] {
        let run = begun(lang).run(&["schedule", "zl-1"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.err.contains(said), "{}", run.err);
    }
}

#[test]
fn undo_is_offered_only_where_there_is_something_to_go_back_to() {
    let sandbox = Sandbox::new();
    sandbox.ok(&["init", "--name", "李娜"]);
    let offers = || sandbox.ok(&["history"]).out.contains("forbear undo");
    assert!(!offers());
    assert_eq!(sandbox.run(&["undo"]).code, 1);
    sandbox.ok(&["income", "add", "工资", "--amount", "1", "--every", "month"]);
    assert!(offers());
    sandbox.ok(&["undo"]);
    assert!(!offers());
    assert_eq!(sandbox.run(&["undo"]).code, 1);
}

#[test]
fn a_group_alone_lists_and_an_empty_list_says_how_to_begin() {
    let sandbox = Sandbox::new().speaking("zh-Hans");
    sandbox.ok(&["init", "--name", "李娜"]);
    for group in [
        "lender", "debt", "income", "expense", "log", "offer", "agree",
    ] {
        let alone = sandbox.ok(&[group]);
        assert_eq!(alone.out, sandbox.ok(&[group, "list"]).out, "{group}");
        assert!(
            alone.out.contains(&format!("forbear {group} add")),
            "{}",
            alone.out
        );
    }
}

#[test]
fn the_command_for_more_names_the_debt_again() {
    let sandbox = begun("en");
    let one = sandbox.ok(&["status", "zl-1"]).out;
    assert!(one.ends_with("    forbear status zl-1 --full\n"), "{one}");
    let all = sandbox.ok(&["status"]).out;
    assert!(all.ends_with("    forbear status --full\n"), "{all}");
}

#[test]
fn what_an_offer_costs_more_is_said_in_words() {
    let run = Sandbox::new().speaking("zh-Hans").ok(&[
        "simulate",
        "--position",
        "principal=1000,interest=0,penalty=0,fees=0",
        "--rate-now",
        "24%/year",
        "--as-of",
        "2026-11-01",
        "--instalments",
        "1",
    ]);
    // One month at 2 %: 1,020.00 against 1,000.00 today.
    let row = run.out.lines().find(|line| line.contains("比今天付清"));
    assert!(row.unwrap().contains("多付 20.00"), "{}", run.out);
    assert!(!run.out.contains("-20.00"), "{}", run.out);
}
