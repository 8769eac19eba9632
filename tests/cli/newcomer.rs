//! What stopped people who tried the program for the first time.

use crate::support::Sandbox;

fn begun() -> Sandbox {
    let sandbox = Sandbox::new().speaking("en");
    sandbox.ok(&["init", "--name", "A"]);
    sandbox.ok(&[
        "debt",
        "add",
        "x-1",
        "--lender-name",
        "X Bank",
        "--lender-kind",
        "bank",
        "--lender-region",
        "CN",
        "--product",
        "consumer-loan",
        "--total",
        "12000",
        "--oldest-unpaid",
        "2026-10-01",
    ]);
    sandbox
}

#[test]
fn what_is_to_be_typed_next_names_the_ledger_that_was_named() {
    let sandbox = begun();
    let other = ["--ledger", "other one.toml"];
    let run = |args: &[&str]| sandbox.ok(&[args, &other].concat());
    run(&["init", "--name", "B"]);
    let added = run(&[
        "expense", "add", "rent", "--amount", "900", "--every", "month",
    ]);
    assert!(
        added
            .out
            .contains("To take it back: forbear undo --ledger 'other one.toml'"),
        "{}",
        added.out
    );
    let plain = sandbox.ok(&[
        "expense", "add", "rent", "--amount", "900", "--every", "month",
    ]);
    assert!(plain.out.ends_with("forbear undo\n"), "{}", plain.out);
}

#[test]
fn an_undo_after_an_undo_says_what_it_took_back() {
    let sandbox = begun();
    for name in ["rent", "food"] {
        sandbox.ok(&[
            "expense", "add", name, "--amount", "900", "--every", "month",
        ]);
    }
    assert!(sandbox.ok(&["undo"]).out.contains("expense add"));
    let second = sandbox.ok(&["undo"]).out;
    assert!(second.contains("forbear expense add"), "{second}");
    let third = sandbox.ok(&["undo"]).out;
    assert!(third.contains("forbear debt add"), "{third}");
}

#[test]
fn a_call_does_not_wait_for_a_debt_or_a_ledger() {
    let nothing = Sandbox::new().speaking("en");
    let told = nothing.ok(&["called"]).out;
    assert!(
        told.contains("Check who it was") && told.contains("forbear init"),
        "{told}"
    );

    let sandbox = begun();
    let told = sandbox.ok(&[
        "called",
        "--summary",
        "pay today",
        "--conduct",
        "threat",
        "--promise",
        "500@2026-11-30",
    ]);
    assert!(told.out.contains("I withdraw what I said"), "{}", told.out);
    assert!(told.out.contains("forbear log withdraw 1"), "{}", told.out);
    assert!(!told.out.contains("message below"), "{}", told.out);
}

#[test]
fn saying_no_to_their_offer_is_no_refusal_by_them() {
    let sandbox = begun();
    sandbox.ok(&[
        "offer",
        "add",
        "x-1",
        "--from",
        "lender",
        "--terms",
        "instalments 3",
        "--id",
        "t",
    ]);
    sandbox.ok(&["offer", "refuse", "t"]);
    let ledger = sandbox.ledger();
    assert!(ledger.contains("talks = \"preparing\""), "{ledger}");
    sandbox.ok(&[
        "offer",
        "add",
        "x-1",
        "--from",
        "lender",
        "--terms",
        "instalments 4",
        "--id",
        "u",
    ]);
    sandbox.ok(&[
        "offer",
        "add",
        "x-1",
        "--from",
        "borrower",
        "--terms",
        "instalments 24",
        "--id",
        "m",
        "--yes",
    ]);
    sandbox.ok(&["offer", "refuse", "u"]);
    assert!(sandbox.ledger().contains("talks = \"waiting\""));
}

#[test]
fn an_instalment_paid_early_is_not_asked_for_again() {
    let sandbox = begun();
    sandbox.ok(&[
        "agree",
        "add",
        "x-1",
        "--due",
        "400@2026-12-12",
        "--due",
        "400@2027-01-12",
        "--signed",
        "2026-11-10",
        "--form",
        "electronic",
        "--yes",
    ]);
    sandbox.ok(&["debt", "set", "x-1", "--talks", "performing"]);
    let before = sandbox.ok(&["status", "x-1"]).out;
    assert!(before.contains("10 December 2026"), "{before}");
    sandbox.ok(&["pay", "x-1", "400", "--on", "2026-11-15"]);
    let after = sandbox.ok(&["status", "x-1"]).out;
    // Two days before 12 January.
    assert!(
        after.contains("10 January 2027") && !after.contains("10 December"),
        "{after}"
    );
}

#[test]
fn a_contract_without_payments_asks_what_was_paid() {
    let sandbox = Sandbox::new().speaking("en");
    sandbox.ok(&["init", "--name", "A"]);
    sandbox.ok(&[
        "debt",
        "add",
        "x-1",
        "--lender-name",
        "X Bank",
        "--lender-kind",
        "bank",
        "--lender-region",
        "CN",
        "--product",
        "consumer-loan",
        "--principal",
        "12000",
        "--method",
        "equal-instalment",
        "--count",
        "12",
        "--rate",
        "12%/year",
        "--first-due",
        "2026-08-12",
    ]);
    let told = sandbox.ok(&["status"]).out.replace('\n', " ");
    assert!(
        told.contains("No payment is written down for this debt"),
        "{told}"
    );
}

#[test]
fn a_file_that_is_there_is_not_replaced_without_a_word() {
    let sandbox = begun();
    sandbox.ok(&["status", "-o", "page.txt"]);
    let again = sandbox.run(&["status", "-o", "page.txt"]);
    assert_ne!(again.code, 0);
    assert!(again.err.contains("page.txt"), "{}", again.err);
    sandbox.ok(&["status", "-o", "page.txt", "--yes"]);
}

#[test]
fn a_figure_copied_with_its_quotation_marks_is_read() {
    let sandbox = begun();
    sandbox.ok(&["pay", "x-1", "\"1200.50\"", "--on", "2026-11-15"]);
    assert!(sandbox.ledger().contains("1200.50"));
}
