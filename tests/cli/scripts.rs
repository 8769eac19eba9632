//! `script` by channel and moment: chosen by the ledger and said why, refused where it does not fit.

use crate::support::Sandbox;

fn bad_debt() -> Sandbox {
    Sandbox::new().with_example("mengshang-extension")
}

#[test]
fn channel_and_moment_are_told_with_their_reasons() {
    let run = bad_debt().ok(&["script", "ms-1"]);
    assert!(
        run.err.contains("Channel: ") && run.err.contains("Moment: "),
        "{}",
        run.err
    );
    assert!(!run.out.contains("Moment: "), "talk is not data");
    let asked = bad_debt().ok(&["script", "ms-1", "--channel", "sms", "--moment", "overdue"]);
    assert!(asked.err.contains("as you asked"), "{}", asked.err);
    assert!(asked.out.contains("A text message to"), "{}", asked.out);
}

#[test]
fn every_channel_can_be_asked_for_in_every_language() {
    for lang in ["en", "zh-Hans", "zh-Hant"] {
        for channel in ["phone", "sms", "app", "email", "visit", "court"] {
            let run = bad_debt()
                .speaking(lang)
                .ok(&["script", "ms-1", "--channel", channel]);
            assert!(run.out.lines().count() > 10, "{lang} {channel}");
        }
    }
}

#[test]
fn a_moment_the_ledger_does_not_hold_is_refused_with_what_to_do() {
    for (moment, said, to_do) in [
        ("before-due", "days overdue", "--moment overdue"),
        (
            "counter",
            "waiting for an answer",
            "forbear offer add ms-1 --from lender",
        ),
        (
            "confirm",
            "no agreement in the ledger",
            "forbear agree add ms-1",
        ),
        (
            "broken",
            "no agreement in the ledger is broken",
            "forbear agree check",
        ),
        (
            "missed-promise",
            "no promise",
            "forbear log add ms-1 --promise",
        ),
        (
            "handed-over",
            "nobody else collects",
            "--proceedings outside-collector",
        ),
    ] {
        let run = bad_debt().run(&["script", "ms-1", "--moment", moment]);
        assert_eq!(run.code, 1, "{moment}");
        assert!(
            run.err.contains(said) && run.err.contains(to_do),
            "{moment}: {}",
            run.err
        );
        assert!(run.out.is_empty());
    }
    let letter = bad_debt().run(&["script", "ms-1", "--channel", "letter"]);
    assert!(letter.err.contains("forbear letter ms-1"), "{}", letter.err);
    let error = bad_debt().run(&["--json", "script", "ms-1", "--moment", "counter"]);
    assert!(
        error.err.contains("\"kind\":\"script-does-not-fit\"")
            || error.err.contains("\"kind\": \"script-does-not-fit\""),
        "{}",
        error.err
    );
}

#[test]
fn an_offer_of_the_lenders_changes_the_moment() {
    let sandbox = bad_debt();
    // Far above what this household can pay: a counter, with the ladder's figure.
    sandbox.ok(&[
        "offer",
        "add",
        "ms-1",
        "--from",
        "lender",
        "--terms",
        "instalments 3",
    ]);
    let run = sandbox.ok(&["script", "ms-1", "--channel", "phone"]);
    assert!(run.err.contains("answering their offer"), "{}", run.err);
    assert!(run.out.contains("could not keep it"), "{}", run.out);
    let limit = sandbox.json(&["solve", "ms-1"]);
    let target = limit["rungs"][1]["payment"].as_str().unwrap().to_owned();
    let whole = target.replace(".00", "");
    let (thousands, rest) = whole.split_at(whole.find('.').unwrap_or(whole.len()) - 3);
    let shown = if thousands.is_empty() {
        whole.clone()
    } else {
        format!("{thousands},{rest}")
    };
    assert!(run.out.contains(&shown), "{shown} in {}", run.out);
}

#[test]
fn a_court_paper_comes_before_any_channel() {
    let run = Sandbox::new().with_example("suning-four-channels").ok(&[
        "script",
        "sn-1",
        "--channel",
        "sms",
    ]);
    assert!(run.err.contains("court paper"), "{}", run.err);
    assert!(run.out.contains("12368"), "{}", run.out);
}
