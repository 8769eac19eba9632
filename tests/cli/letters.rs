//! `letter` over the whole table of kinds: what asks first, what never waits for a key, what stands in `due` once it
//! is sent. The table is walked, so that a new letter is tested by itself.

use std::process::Stdio;
use std::time::{Duration, Instant};

use forbear::domain::Lang;
use forbear::domain::vocabulary::Vocabulary;
use forbear::i18n::Words;
use forbear::letters::Letter;
use forbear::letters::kinds::{Group, kind};

use crate::support::Sandbox;
use crate::support::whole::{self, LENDERS, Stage};

/// A consumer finance company's loan: every kind of letter fits it.
fn sandbox(one: Letter, lang: Lang) -> Sandbox {
    let text = whole::text(LENDERS[2], Stage::of(one), lang);
    Sandbox::new()
        .on("2026-11-25")
        .speaking(lang.as_str())
        .with_ledger(&text)
}

/// The same without a word from either side since 2018: more than three years without any event that starts the time
/// afresh (INT-03, INT-03a), so that what acknowledges the debt has to ask. What rests on a newer event (an offer, a
/// promise, a mediation) cannot be old; `tests/letters/kinds.rs` holds those against the question.
fn old() -> Sandbox {
    let text = whole::text(LENDERS[2], Stage::Talks, Lang::En);
    let (text, _) = text.split_once("[[offer]]").unwrap();
    let mut text = text.replace("outside-collector", "none");
    for (from, to) in [
        ("disbursed = 2025-08-10", "disbursed = 2017-08-10"),
        ("first-due = 2025-09-10", "first-due = 2017-09-10"),
        ("on = 2025-09-10", "on = 2017-09-10"),
        ("on = 2025-10-10", "on = 2017-10-10"),
        ("on = 2026-11-20", "on = 2018-11-20"),
    ] {
        assert!(text.contains(from), "{from}");
        text = text.replace(from, to);
    }
    Sandbox::new().on("2026-11-25").with_ledger(&text)
}

/// Runs to the end or fails: nothing may wait for a key that nobody presses.
fn ends(sandbox: &Sandbox, args: &[&str], stdin: Stdio) -> (i32, String, String) {
    let mut child = sandbox
        .command(args)
        .stdin(stdin)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // An open pipe that never says anything, as under a job runner; kept until the end.
    let silent = child.stdin.take();
    let begun = Instant::now();
    while child.try_wait().unwrap().is_none() {
        if begun.elapsed() > Duration::from_secs(60) {
            child.kill().unwrap();
            panic!("{args:?} waits");
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    drop(silent);
    let output = child.wait_with_output().unwrap();
    (
        output.status.code().unwrap_or(-1),
        String::from_utf8(output.stdout).unwrap(),
        String::from_utf8(output.stderr).unwrap(),
    )
}

#[test]
fn no_letter_waits_for_a_key_and_what_acknowledges_an_old_debt_asks_first() {
    for one in Letter::ALL {
        let row = kind(*one);
        let word = one.as_str();
        let asks = row.acknowledges && row.rests_on.is_empty();
        let sandbox = if asks { old() } else { sandbox(*one, Lang::En) };
        for more in [&[][..], &["--no-input"][..]] {
            for stdin in [Stdio::null(), Stdio::piped()] {
                let args = [&["letter", "d", word][..], more].concat();
                let (code, out, err) = ends(&sandbox, &args, stdin);
                if asks {
                    assert_ne!(code, 0, "{word}: {err}");
                    assert!(out.is_empty(), "{word} is shown before it asks: {out}");
                    assert!(err.contains("--yes"), "{word}: {err}");
                } else {
                    // Another question, as whether a month bears it, is no wait either.
                    let asked = code != 0 && out.is_empty() && err.contains("--yes");
                    assert!(asked || (code == 0 && !out.is_empty()), "{word}: {err}");
                }
            }
        }
        let (code, out, err) = ends(&sandbox, &["letter", "d", word, "--yes"], Stdio::null());
        assert!(code == 0 && !out.is_empty(), "{word}: {err}");
    }
    let sandbox = old();
    for stdin in [Stdio::null(), Stdio::piped()] {
        let (code, out, err) = ends(&sandbox, &["letter", "all", "holding"], stdin);
        assert!(
            code != 0 && out.is_empty() && err.contains("--yes"),
            "{err}"
        );
        // Which letter is a question too.
        let (code, _, err) = ends(&sandbox, &["letter", "d"], Stdio::piped());
        assert!(code != 0 && err.contains("KIND"), "{err}");
    }
}

#[test]
fn each_letter_sent_leaves_its_wait_in_due() {
    for (turn, one) in Letter::ALL.iter().enumerate() {
        let lang = Lang::ALL[turn % 3];
        let sandbox = sandbox(*one, lang);
        let word = one.as_str();
        let row = kind(*one);
        let before = sandbox.json(&["due", "--days", "60"]);
        sandbox.ok(&["letter", "d", word, "--sent", "--yes", "--channel", "email"]);
        let after = sandbox.json(&["due", "--days", "60"]);
        let items = |due: &serde_json::Value| due["items"].as_array().unwrap().clone();
        let title = Words::new(lang).word(*one);
        let found: Vec<serde_json::Value> = items(&after)
            .into_iter()
            .filter(|item| item["what"] == title.as_str())
            .collect();
        if row.group == Group::Court {
            // The paper is answered: its clock was there and is gone.
            let clock =
                |due: &serde_json::Value| items(due).iter().any(|item| item["kind"] == "clock");
            assert!(clock(&before) && !clock(&after), "{word}: {after}");
            continue;
        }
        assert_eq!(found.len(), 1, "{word}: {after}");
        // By hand: complaint 15 days and credit record 20 days of receipt by law (CMP-01, CR-04); a plan of one's own
        // in 7 days, after a withdrawn promise in 3 (a Saturday, so the Monday after); else two weeks are asked for, but here
        // a court paper ends on Monday 7 December, so the Friday before.
        let (kind, until, deadline) = match one {
            Letter::Complaint => ("clock", "2026-12-10", true),
            Letter::Credit => ("clock", "2026-12-15", true),
            Letter::Holding => ("follow-up", "2026-12-02", false),
            Letter::Withdrawal => ("follow-up", "2026-11-30", false),
            _ => ("follow-up", "2026-12-04", false),
        };
        assert_eq!(found[0]["kind"], kind, "{word}");
        assert_eq!(found[0]["on"], until, "{word}");
        assert_eq!(found[0]["deadline"], deadline, "{word}");
        assert_eq!(found[0]["debt"], "d", "{word}");
    }
}

#[test]
fn a_letter_that_takes_a_promise_back_frees_what_it_reserved() {
    let sandbox = sandbox(Letter::Withdrawal, Lang::En);
    sandbox.ok(&["letter", "d", "withdrawal", "--sent"]);
    assert!(sandbox.ledger().contains("withdrawn = 2026-11-25"));
    let due = sandbox.json(&["due", "--days", "60"]);
    assert!(!due.to_string().contains("\"promise\""), "{due}");
    let again = sandbox.run(&["letter", "d", "withdrawal"]);
    assert_eq!(again.code, 1, "{again:?}");
    // A promise that was paid is no promise to take back.
    let paid = self::sandbox(Letter::Withdrawal, Lang::En);
    paid.ok(&["pay", "d", "500", "--on", "2026-11-24"]);
    assert_eq!(paid.run(&["letter", "d", "withdrawal"]).code, 1);
}

#[test]
fn a_court_paper_without_a_clock_is_answered_too() {
    for one in [Letter::Objection, Letter::Answer] {
        let text = whole::text(LENDERS[2], Stage::of(one), Lang::En);
        let (without, _) = text.split_once("[[clock]]").unwrap();
        let sandbox = Sandbox::new().on("2026-11-25").with_ledger(without);
        // The paper came on 22 November: fifteen days (CRT-01, A-03).
        let run = sandbox.ok(&["letter", "d", one.as_str()]);
        assert!(run.err.contains("7 December 2026"), "{}", run.err);
        let due = sandbox.json(&["due", "--days", "60"]).to_string();
        assert!(due.contains("\"2026-12-07\""), "{due}");
        sandbox.ok(&["letter", "d", one.as_str(), "--sent"]);
        let due = sandbox.json(&["due", "--days", "60"]).to_string();
        assert!(!due.contains("\"clock\""), "{due}");
    }
}

#[test]
fn days_of_law_for_a_complaint_are_no_court_clock() {
    let text = whole::text(LENDERS[2], Stage::PaymentOrder, Lang::En);
    let sandbox = Sandbox::new()
        .on("2026-11-25")
        .with_ledger(&text.replace("until = 2026-12-07", "until = 2026-12-20"));
    sandbox.ok(&["letter", "d", "complaint", "--sent"]);
    // The other side has until 10 December; the court paper still stands at 20 December.
    let run = sandbox.ok(&["letter", "d", "payment-order-objection"]);
    assert!(run.err.contains("20 December 2026"), "{}", run.err);
    let status = sandbox.json(&["status"]);
    assert_eq!(status["debts"][0]["worsens"]["on"], "2026-12-20");
}

#[test]
fn a_clock_is_written_down_and_ticked_off_by_commands() {
    let text = whole::text(LENDERS[2], Stage::Filed, Lang::En);
    let (without, _) = text.split_once("[[clock]]").unwrap();
    let sandbox = Sandbox::new().on("2026-11-25").with_ledger(without);
    // Counted from the log, it is answered by the debt's id.
    sandbox.ok(&["due", "done", "d"]);
    assert!(!sandbox.json(&["due"]).to_string().contains("\"clock\""));
    sandbox.ok(&["undo"]);
    sandbox.ok(&[
        "due",
        "add",
        "a writ",
        "--until",
        "2026-12-03",
        "--debt",
        "d",
        "--kind",
        "court",
    ]);
    let due = sandbox.json(&["due"]);
    let clock = due["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["what"] == "a writ")
        .unwrap();
    assert_eq!(
        (&clock["clock"], &clock["deadline"]),
        (&1.into(), &true.into())
    );
    let shown = sandbox.ok(&["due"]).out;
    assert!(
        shown.contains("(no. 1)") && shown.contains("forbear due done 1"),
        "{shown}"
    );
    let wrong = sandbox.run(&["due", "done", "2"]);
    assert!(wrong.code == 1 && wrong.err.contains("a writ"), "{wrong:?}");
    let early = sandbox.run(&["due", "done", "1", "--on", "2026-12-01"]);
    assert_eq!(early.code, 1, "not done yet: {early:?}");
    sandbox.ok(&["due", "done", "１"]);
    assert!(sandbox.ledger().contains("done = 2026-11-25"));
    assert!(!sandbox.json(&["due"]).to_string().contains("a writ"));
    assert_eq!(
        sandbox.run(&["due", "done", "1"]).code,
        1,
        "it is done already"
    );
    let asks = sandbox.run(&["due", "add"]);
    assert!(asks.code == 4 && asks.err.contains("TEXT"), "{asks:?}");
}

#[test]
fn a_counsellor_is_noted_by_a_command_and_named_in_the_authority() {
    let text = whole::text(LENDERS[2], Stage::Talks, Lang::En);
    let without = text.replace("[case]\nnumber = \"C-1\"\nadviser = \"陈\"\n", "");
    let sandbox = Sandbox::new().on("2026-11-25").with_ledger(&without);
    let blank = sandbox.ok(&["letter", "d", "counsellor-authority"]);
    assert!(
        blank.err.contains("forbear borrower case --adviser"),
        "{}",
        blank.err
    );
    sandbox.ok(&["borrower", "case", "--adviser", "Ms Ho", "--number", "77"]);
    let named = sandbox.ok(&["letter", "d", "counsellor-authority"]).out;
    assert!(named.contains("Ms Ho (case 77)"), "{named}");
    sandbox.ok(&["borrower", "case", "--unset", "number"]);
    let named = sandbox.ok(&["letter", "d", "counsellor-authority"]).out;
    assert!(named.contains("A counsellor, Ms Ho, is helping"), "{named}");
}

#[test]
fn one_message_goes_to_all_lenders_and_nothing_else_does() {
    for lang in Lang::ALL {
        let sandbox = Sandbox::new()
            .speaking(lang.as_str())
            .with_example("zhaolian-home-visit");
        let run = sandbox.ok(&["letter", "all", "holding", "--yes", "--no-input"]);
        assert!(
            run.out.contains("zl-long") && run.out.contains("zl-short"),
            "{}",
            run.out
        );
        let other = sandbox.run(&["letter", "all", "proposal"]);
        assert!(other.code == 1 && other.out.is_empty(), "{other:?}");
    }
}

#[test]
fn a_template_of_ones_own_that_loops_grows_or_reads_is_stopped_with_one_error() {
    for (what, body) in [
        ("a loop", "{% for i in range(1000000000) %}x{% endfor %}"),
        ("memory", "{{ 'a' * 1000000000 }}"),
        ("a file", "{% include '/etc/passwd' %}"),
    ] {
        let sandbox = sandbox(Letter::Hardship, Lang::En);
        let folder = sandbox.path("config/forbear/templates/en");
        std::fs::create_dir_all(&folder).unwrap();
        std::fs::write(
            folder.join("letter-hardship.md.j2"),
            format!("---\nid = \"letter-hardship\"\nkind = \"letter\"\n---\n# T\n\n{body}\n"),
        )
        .unwrap();
        let begun = Instant::now();
        let run = sandbox.run(&["letter", "d", "hardship"]);
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}");
        assert!(run.code == 1 && run.out.is_empty(), "{what}: {run:?}");
        assert!(
            run.err.contains("letter-hardship") && run.err.contains("line"),
            "{what}: {}",
            run.err
        );
        assert!(!run.err.contains("root:"), "{what}: {}", run.err);
        let path = folder.join("letter-hardship.md.j2");
        let checked = sandbox.run(&["letter", "d", "--check", path.to_str().unwrap()]);
        assert!(
            checked.code == 1 && checked.out.is_empty(),
            "{what}: {checked:?}"
        );
    }
}
