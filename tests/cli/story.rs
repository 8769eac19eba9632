//! From a ledger to the words for the call, an offer, an agreement, and whether it is kept.

use crate::support::Sandbox;

fn story(lang: &'static str) -> Sandbox {
    Sandbox::new()
        .speaking(lang)
        .with_example("mengshang-extension")
}

#[test]
fn the_demo_runs_in_each_language_and_leaves_nothing_behind() {
    for (lang, last) in [
        ("en", "To begin your own: forbear init"),
        ("zh-Hans", "建立自己的账本：forbear init"),
        ("zh-Hant", "建立自己的賬本：forbear init"),
    ] {
        let sandbox = Sandbox::new().speaking(lang).on("2027-03-01");
        let demo = sandbox.ok(&["demo"]);
        assert!(
            demo.out.trim_end().replace('\n', " ").ends_with(last),
            "{}",
            demo.out
        );
        for command in [
            "$ forbear status",
            "$ forbear capacity",
            "$ forbear simulate ms-1",
            "$ forbear script ms-1 --short",
            "$ forbear log add ms-1",
        ] {
            assert!(demo.out.contains(command), "{lang}: {command}");
        }
        let left: Vec<_> = std::fs::read_dir(sandbox.path("")).unwrap().collect();
        assert!(left.is_empty(), "{left:?}");
    }
}

#[test]
fn status_knows_the_days_and_the_band() {
    // Nine instalments are paid; the tenth fell due on 2026-09-12: 65 days before 2026-11-16 (C1), band 31-90 (C3).
    let status = story("en").json(&["status"]);
    assert_eq!(status["schema"], "forbear.status.v1");
    let debt = &status["debts"][0];
    assert_eq!(debt["id"], "ms-1");
    assert_eq!(debt["oldest-unpaid"], "2026-09-12");
    assert_eq!(debt["days-overdue"], 65);
    assert_eq!(debt["band"], "medium");
    assert_eq!(debt["class"], "special-mention");
    // 91 days: 2026-09-12 + 91 days (C3).
    assert_eq!(debt["worsens"]["on"], "2026-12-12");
}

#[test]
fn fail_on_is_for_scripts() {
    let calm = story("en");
    assert_eq!(calm.run(&["status", "--fail-on", "serious"]).code, 0);
    let served = Sandbox::new()
        .with_example("suning-four-channels")
        .on("2026-11-20");
    let run = served.run(&["status", "--fail-on", "note"]);
    assert_eq!(run.code, 3, "{run:?}");
}

#[test]
fn simulating_needs_no_ledger() {
    let sandbox = Sandbox::new();
    let simulated = sandbox.json(&[
        "simulate",
        "--position",
        "principal=1200,interest=60,penalty=40,fees=0",
        "--waive",
        "penalty=all",
        "--freeze",
        "--instalments",
        "12",
    ]);
    // Frozen: 1260 in twelve equal parts (S1), nothing more.
    let offer = &simulated["offers"][0];
    assert_eq!(offer["total"], "1260.00");
    assert_eq!(offer["first-payment"], "105.00");
    assert_eq!(offer["waived"]["penalty"], "40.00");
    assert_eq!(offer["ends-on"], "2027-11-16");
    assert!(!sandbox.ledger_path().exists());
    let schedule = sandbox.json(&[
        "schedule",
        "--principal",
        "1200",
        "--rate",
        "12%/year",
        "--count",
        "2",
        "--method",
        "equal-principal",
        "--disbursed",
        "2026-01-01",
        "--first-due",
        "2026-02-01",
    ]);
    // 600 + 1 % of 1200, 600 + 1 % of 600 (S2).
    assert_eq!(schedule["rows"][0]["amount"], "612.00");
    assert_eq!(schedule["rows"][1]["amount"], "606.00");
}

#[test]
fn no_terms_are_refused_with_an_example() {
    let run = story("zh-Hans").run(&["simulate", "ms-1"]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.ends_with("提示：forbear help offers\n"),
        "{}",
        run.err
    );
    let clash = story("en").run(&["simulate", "ms-1", "--offer", "freeze; rate 9%/year"]);
    assert_eq!(clash.code, 2, "{clash:?}");
    assert!(
        clash.err.contains("freeze") && clash.err.contains("rate"),
        "{}",
        clash.err
    );
}

#[test]
fn words_for_the_call_and_letters_come_from_the_ledger() {
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        let sandbox = story(lang);
        let card = sandbox.ok(&[
            "script",
            "ms-1",
            "--short",
            "--offer",
            "waive interest=50%; extend 6",
        ]);
        assert!(card.out.contains("陈晓"), "{lang}: {}", card.out);
        assert!(sandbox.ok(&["script", "ms-1"]).out.lines().count() > card.out.lines().count());
        for kind in ["hardship", "proposal"] {
            let letter = sandbox.ok(&[
                "letter",
                "ms-1",
                kind,
                "--offer",
                "waive interest=50%; extend 6",
            ]);
            assert!(letter.out.contains("陈晓"), "{lang} {kind}: {}", letter.out);
        }
        assert!(
            sandbox
                .ok(&["script", "ms-1", "--visit"])
                .out
                .lines()
                .count()
                > 10
        );
        assert!(
            sandbox
                .ok(&["script", "ms-1", "--message"])
                .out
                .contains("陈晓")
        );
    }
}

#[test]
fn an_offer_is_made_accepted_agreed_and_kept() {
    let sandbox = story("en");
    let made = sandbox.ok(&[
        "offer",
        "add",
        "ms-1",
        "--from",
        "lender",
        "--terms",
        "freeze; instalments 24",
        "--reply-by",
        "2026-11-30",
    ]);
    assert_eq!(
        made.out,
        "Offer ms-1-a from the lender: freeze; instalments 24. To take it back: forbear undo\n"
    );
    assert!(sandbox.ledger().contains("talks = \"offered\""));
    let accepted = sandbox.ok(&["offer", "accept", "ms-1-a"]);
    assert_eq!(
        accepted.err,
        "next: forbear agree add ms-1 --offer ms-1-a\n"
    );
    let agreed = sandbox.ok(&[
        "agree",
        "add",
        "ms-1",
        "--offer",
        "ms-1-a",
        "--signed",
        "2026-11-16",
        "--form",
        "electronic",
        "--proof",
        "2",
        "--grace-days",
        "3",
    ]);
    assert_eq!(
        agreed.out,
        "Agreement ms-1-2026 is recorded with 24 payments. To take it back: forbear undo\n"
    );
    let kept = sandbox.json(&["agree", "check"]);
    assert_eq!(kept["agreements"][0]["state"], "kept");
    assert_eq!(kept["agreements"][0]["rows"].as_array().unwrap().len(), 24);
    // The first payment falls due a month after the offer; five days later it is past its three days of grace.
    let late = sandbox.on("2026-12-21");
    assert_eq!(late.run(&["agree", "check"]).code, 3);
    assert_eq!(late.ok(&["agree", "show"]).code, 0);
}

#[test]
fn an_offer_by_the_borrower_above_the_month_is_refused() {
    let sandbox = story("zh-Hans");
    let before = sandbox.ledger();
    // 1280 a month can be offered (4600 - 2650 - 150 - 200 = 1600, 80 %); a third of more than 13000 cannot.
    let run = sandbox.run(&[
        "offer",
        "add",
        "ms-1",
        "--from",
        "borrower",
        "--terms",
        "instalments 3",
    ]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(
        run.err
            .starts_with("错误：这个方案在2026年12月要的钱，比那个月能拿出的多"),
        "{}",
        run.err
    );
    assert_eq!(sandbox.ledger(), before);
    sandbox.ok(&[
        "offer",
        "add",
        "ms-1",
        "--from",
        "borrower",
        "--waive",
        "interest=50%",
        "--extend",
        "6",
    ]);
    let counter = sandbox.ok(&["offer", "counter", "ms-1-a", "--terms", "instalments 12"]);
    assert!(counter.out.contains("ms-1-b"), "{}", counter.out);
    let listed = sandbox.json(&["offer"]);
    assert_eq!(listed["offers"][0]["status"], "countered");
    assert_eq!(listed["offers"][1]["from"], "lender");
}

#[test]
fn a_call_is_taken_down_whatever_was_promised() {
    let sandbox = story("en");
    let called = sandbox.ok(&[
        "called",
        "ms-1",
        "--at",
        "19:40",
        "--summary",
        "wants 5000 today",
        "--promise",
        "5000@2026-11-20",
    ]);
    assert!(
        sandbox
            .ledger()
            .contains("promise = { amount = \"5000.00\", on = 2026-11-20 }")
    );
    assert!(
        called.out.contains("more than that month can bear"),
        "{}",
        called.out
    );
    assert!(
        called.out.contains("    forbear log withdraw 2\n"),
        "{}",
        called.out
    );
    assert!(
        called.out.contains("forbear script ms-1 --short"),
        "{}",
        called.out
    );
}

#[test]
fn what_was_done_in_a_call_decides_what_its_screen_says() {
    let sandbox = story("en");
    let call = |more: &[&str]| {
        let mut args = vec!["called", "ms-1", "--at", "19:40", "--summary", "pay today"];
        args.extend_from_slice(more);
        sandbox.ok(&args).out
    };
    let calm = call(&[]);
    assert!(!calm.contains("What the rule book says"), "{calm}");
    assert!(!calm.contains("12356"), "{calm}");
    // 16 November is a Monday: three days on is Thursday.
    assert!(calm.contains("by Thursday 19 November"), "{calm}");
    let harsh = call(&["--conduct", "threat"]);
    assert!(harsh.contains("art. 41"), "{harsh}");
    assert!(harsh.contains("Nothing has to be decided now."), "{harsh}");
    assert!(harsh.contains("12356"), "{harsh}");
    let due = sandbox.ok(&["due"]).out;
    assert_eq!(due.matches("2026-11-19").count(), 2, "{due}");
}

/// Signed on 16 November, first payment due a month later, nothing paid: broken from the day after (A4), whatever
/// the ledger still says of the talks.
#[test]
fn a_broken_agreement_is_called_broken_and_an_offer_signed_is_accepted() {
    let sandbox = Sandbox::new().with_ledger(
        "version = 1\n[borrower]\nname = \"x\"\n[[income]]\nname = \"w\"\namount = \"1000\"\nevery = \"month\"\n[[lender]]\nid = \"l\"\nname = \"L\"\nkind = \"bank\"\nregion = \"CN\"\n[[debt]]\nid = \"d\"\nlender = \"l\"\nproduct = \"consumer-loan\"\noldest-unpaid = 2026-10-01\n[[debt.claim]]\non = 2026-11-10\ntotal = \"6000\"\n[[offer]]\nid = \"o\"\ndebt = \"d\"\nfrom = \"lender\"\non = 2026-11-16\nterms = \"instalments 6\"\nstatus = \"open\"\n[[debt]]\nid = \"e\"\nlender = \"l\"\nproduct = \"consumer-loan\"\n[[offer]]\nid = \"p\"\ndebt = \"e\"\nfrom = \"lender\"\non = 2026-11-16\nterms = \"instalments 2\"\nstatus = \"open\"\n",
    );
    let other = sandbox.run(&[
        "agree",
        "add",
        "d",
        "--offer",
        "p",
        "--signed",
        "2026-11-16",
        "--form",
        "written",
    ]);
    assert_eq!(other.code, 1, "{other:?}");
    assert!(other.err.contains("there is no offer `p`"), "{other:?}");
    // 6,000 in six is 1,000.00 a month; of 1,000 four fifths may be offered: short by 200.
    let added = sandbox.ok(&[
        "agree",
        "add",
        "d",
        "--offer",
        "o",
        "--signed",
        "2026-11-16",
        "--form",
        "written",
    ]);
    assert!(
        added.err.contains("200.00 more than that month can bear"),
        "{added:?}"
    );
    assert_eq!(sandbox.json(&["offer"])["offers"][0]["status"], "accepted");
    let talks = |on: &str| {
        let status = sandbox.json(&["status", "--as-of", on]);
        status["debts"][0]["talks"].as_str().unwrap().to_owned()
    };
    assert_eq!(talks("2026-12-16"), "performing");
    assert_eq!(talks("2026-12-17"), "broken");
    // No budget bears it, so the letter does not say that one does.
    let letter = sandbox.run(&["letter", "d", "proposal", "--offer", "o", "--yes"]);
    assert!(!letter.out.contains("can keep it"), "{letter:?}");
    assert!(
        letter.out.contains("Please consider the plan below:"),
        "{letter:?}"
    );
}

/// The script says it in its own place; said twice it would be a nag.
#[test]
fn where_nothing_is_left_the_help_line_stands_once() {
    let sandbox = Sandbox::new().with_ledger(
        "version = 1\n[borrower]\nname = \"x\"\n[[income]]\nname = \"w\"\namount = \"1000\"\nevery = \"month\"\n[[expense]]\nname = \"r\"\namount = \"1200\"\nevery = \"month\"\nessential = true\n[[lender]]\nid = \"l\"\nname = \"L\"\nkind = \"bank\"\nregion = \"CN\"\n[[debt]]\nid = \"d\"\nlender = \"l\"\nproduct = \"consumer-loan\"\noldest-unpaid = 2026-10-01\n[[debt.claim]]\non = 2026-11-10\ntotal = \"6000\"\n",
    );
    let script = sandbox.ok(&["script", "d"]).out;
    assert_eq!(script.matches("12356").count(), 1, "{script}");
}

#[test]
fn of_several_debts_status_says_which_to_begin_with() {
    let sandbox = Sandbox::new().with_example("many-lenders");
    let status = sandbox.ok(&["status"]).out;
    let home = sandbox.ok(&[]).out;
    let first = |text: &str, after: &str| {
        let (_, rest) = text.split_once(after).unwrap();
        rest.lines()
            .find(|line| line.starts_with("    "))
            .map(str::to_owned)
    };
    let begin = first(&status, "begin with").unwrap();
    assert_eq!(Some(begin), first(&home, "Most urgent"), "{home}");
    let one = story("en").ok(&["status"]).out;
    assert!(!one.contains("begin with"), "{one}");
}

#[test]
fn a_promise_taken_back_no_longer_takes_money() {
    let sandbox = Sandbox::new().with_ledger(
        "version = 1\n[[income]]\nname = \"w\"\namount = \"1000\"\nevery = \"month\"\n[[contact]]\nat = 2026-11-15T10:00:00\nchannel = \"phone\"\nsummary = \"x\"\npromise = { amount = \"300\", on = 2026-12-10 }\n",
    );
    let december = || sandbox.json(&["capacity"])["months"][1]["offerable"].clone();
    // 80 % of 1000, less what is promised (M2).
    assert_eq!(december(), "500.00");
    assert_eq!(sandbox.run(&["log", "withdraw", "2"]).code, 1);
    sandbox.ok(&["log", "withdraw", "1"]);
    assert!(
        sandbox.ledger().contains("withdrawn = 2026-11-16"),
        "{}",
        sandbox.ledger()
    );
    assert_eq!(december(), "800.00");
}

#[test]
fn other_facts_than_another_lender_was_told_stop_and_ask() {
    let sandbox = Sandbox::new().with_example("many-lenders");
    let debts = sandbox.json(&["debt", "list"]);
    let id = |n: usize| debts["records"][n]["id"].as_str().unwrap().to_owned();
    let (one, two) = (id(0), id(1));
    let log = |debt: &str, income: &str| {
        sandbox.run(&[
            "log",
            "add",
            debt,
            "--channel",
            "phone",
            "--at",
            "10:00",
            "--summary",
            "x",
            "--told-income",
            income,
        ])
    };
    let first = log(&one, "4000");
    assert!(first.code == 0 || first.code == 4, "{first:?}");
    sandbox.ok(&[
        "log",
        "add",
        &one,
        "--channel",
        "phone",
        "--at",
        "10:00",
        "--summary",
        "x",
        "--told-income",
        "4000",
        "--yes",
    ]);
    let second = log(&two, "4500");
    assert_eq!(second.code, 4, "{second:?}");
    assert!(
        second.err.contains("4,500.00") && second.err.contains("4,000.00"),
        "{}",
        second.err
    );
}

#[test]
fn every_example_can_be_looked_at_in_every_way() {
    for name in [
        "mengshang-extension",
        "zhaolian-bad-debt",
        "zhaolian-home-visit",
        "suning-four-channels",
        "yalian-reminders",
        "yalian-hongkong",
        "many-lenders",
    ] {
        for lang in ["zh-Hans", "en"] {
            let sandbox = Sandbox::new().speaking(lang).with_example(name);
            for args in [
                &[][..],
                &["status", "--full"],
                &["due"],
                &["capacity"],
                &["log", "list"],
                &["offer"],
                &["agree", "show"],
                &["check"],
            ] {
                let run = sandbox.ok(args);
                assert!(!run.out.is_empty(), "{name} {args:?}");
            }
        }
        let sandbox = Sandbox::new().with_example(name);
        for args in [
            &["status"][..],
            &["due"],
            &["capacity"],
            &["log", "list"],
            &["history"],
            &[],
        ] {
            let json = sandbox.json(args);
            assert!(
                json["schema"].as_str().unwrap().starts_with("forbear."),
                "{name} {args:?}"
            );
        }
    }
}

#[test]
fn each_format_is_written_and_files_are_private() {
    let sandbox = story("zh-Hans");
    assert!(
        sandbox
            .ok(&["status", "--format", "html"])
            .out
            .starts_with("<!")
    );
    assert!(
        sandbox
            .ok(&["log", "list", "--format", "markdown"])
            .out
            .starts_with("# ")
    );
    assert!(
        sandbox
            .ok(&["schedule", "ms-1", "--format", "csv"])
            .out
            .contains("2026-09-12")
    );
    let file = sandbox.path("report.md");
    let written = sandbox.ok(&[
        "status",
        "--format",
        "markdown",
        "--output",
        file.to_str().unwrap(),
    ]);
    assert_eq!(written.out, "");
    assert!(std::fs::read_to_string(&file).unwrap().contains("ms-1"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(
            std::fs::metadata(&file).unwrap().permissions().mode() & 0o777,
            0o600
        );
    }
}

#[test]
fn a_sample_is_a_ledger_to_begin_with() {
    let sandbox = Sandbox::new();
    sandbox.ok(&["init", "--sample", "zhaolian-bad-debt"]);
    assert_eq!(sandbox.ok(&["check"]).code, 0);
}

#[test]
fn rules_are_listed_and_shown_with_their_sources() {
    let sandbox = Sandbox::new().speaking("zh-Hant");
    let rules = sandbox.json(&["rules", "list", "--region", "HK"]);
    let rules = rules["rules"].as_array().unwrap();
    assert!(!rules.is_empty() && rules.iter().all(|rule| rule["region"] == "HK"));
    let shown = sandbox.json(&["rules", "show", "reduction-24"]);
    assert_eq!(shown["values"][0]["value"], "24%");
    assert!(!shown["sources"].as_array().unwrap().is_empty());
    assert_eq!(sandbox.run(&["rules", "show", "nosuch"]).code, 1);
}
