//! A practice call from a file of answers, and at a terminal: nothing is written down, nothing hangs.

use crate::support::Sandbox;

fn sandbox(name: &str, answers: &str) -> Sandbox {
    let sandbox = Sandbox::new().with_example(name);
    std::fs::write(sandbox.path("answers"), answers).unwrap();
    sandbox
}

fn rehearse(sandbox: &Sandbox, debt: &str, more: &[&str]) -> crate::support::Output {
    let answers = sandbox.path("answers");
    let mut args = vec!["rehearse", debt, "--answers", answers.to_str().unwrap()];
    args.extend(more);
    sandbox.run(&args)
}

/// Example, debt, temper, answers, outcome.
const TRANSCRIPTS: &[(&str, &str, &str, &str, &str)] = &[
    (
        "zhaolian-bad-debt",
        "zl-1",
        "pushy-collector",
        "# 先问是谁\nask-who\n1\n\n2\ncourts-matter\noffer\none-rung\n2\n",
        "pending",
    ),
    (
        "zhaolian-home-visit",
        "zl-long",
        "manager",
        "offer\nsame-as-the-rest\nwhat-exactly\nvisible-terms\n",
        "agreed-orally",
    ),
    (
        "suning-four-channels",
        "sn-1",
        "manager",
        "in-time\nno-money-today\n",
        "pending",
    ),
    (
        "yalian-reminders",
        "yl-2",
        "script-bound",
        "say-why\nregister-it\nall-plans\nsay-so\ncase-number\n",
        "registered",
    ),
    (
        "mengshang-extension",
        "ms-1",
        "helpful-officer",
        "plans-first\nall-plans\noffer\nwrite-it\nnot-now\nsend-it\n",
        "registered",
    ),
    (
        "yalian-hongkong",
        "uaf-1",
        "script-bound",
        "say-why\nnote-it\noffer\nwrite-it-down\ncase-number\n",
        "registered",
    ),
];

#[test]
fn the_situations_are_practised_from_a_file_and_nothing_is_written_down() {
    for (name, debt, temper, answers, outcome) in TRANSCRIPTS {
        let sandbox = sandbox(name, answers);
        let before = sandbox.ledger();
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            let run = rehearse(
                &sandbox,
                debt,
                &["--temper", temper, "--lang", lang, "--json"],
            );
            assert_eq!(run.code, 0, "{name}: {}", run.err);
            let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
            assert_eq!(json["schema"], "forbear.rehearse.v1");
            assert_eq!(json["finished"], true);
            assert_eq!(json["log"]["outcome"], *outcome, "{name}");
            assert_ne!(json["review"]["inside-ladder"], false, "{name}");
            let text = rehearse(&sandbox, debt, &["--temper", temper, "--lang", lang]);
            assert_eq!(text.code, 0);
            // What was said stands in it, and that it was practice.
            let first = json["turns"][0]["you"].as_str().unwrap();
            let head: String = first.chars().take(8).collect();
            assert!(text.out.contains(&head), "{}", text.out);
            let again = rehearse(&sandbox, debt, &["--temper", temper, "--lang", lang]);
            assert_eq!(text.out, again.out, "nothing is left to chance");
        }
        assert_eq!(sandbox.ledger(), before, "{name}");
    }
}

#[test]
fn the_line_for_the_log_records_nothing_as_it_stands() {
    let (name, debt, temper, answers, _) = TRANSCRIPTS[1];
    let sandbox = sandbox(name, answers);
    let before = sandbox.ledger();
    let run = rehearse(&sandbox, debt, &["--temper", temper, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let line = json["log"]["line"].as_str().unwrap();
    let (flags, summary) = line.split_once(" --summary ").unwrap();
    let mut args: Vec<&str> = flags.split(' ').skip(1).collect();
    args.extend(["--summary", summary.trim_matches('"')]);
    let pasted = sandbox.run(&args);
    assert_eq!(pasted.code, 2, "{}", pasted.err);
    assert!(pasted.err.contains("HH:MM"), "{}", pasted.err);
    assert_eq!(sandbox.ledger(), before);
    // With the hour filled in it is a line the log takes.
    let filled: Vec<&str> = args
        .iter()
        .map(|arg| if *arg == "HH:MM" { "10:05" } else { *arg })
        .collect();
    let mut filled = filled;
    filled.push("--yes");
    let taken = sandbox.run(&filled);
    assert_eq!(taken.code, 0, "{}", taken.err);
    assert_ne!(sandbox.ledger(), before);
}

#[test]
fn the_schema_of_a_practice_call() {
    let (name, debt, temper, answers, _) = TRANSCRIPTS[0];
    let sandbox = sandbox(name, answers);
    let run = rehearse(&sandbox, debt, &["--temper", temper, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let keys = |value: &serde_json::Value| -> Vec<String> {
        value.as_object().unwrap().keys().cloned().collect()
    };
    assert_eq!(
        keys(&json).join(" "),
        "schema as-of debt lender temper direction figures turns finished log review"
    );
    assert_eq!(keys(&json["figures"]).join(" "), "opening target limit");
    assert_eq!(
        keys(&json["turns"][0]).join(" "),
        "node they choice you done typed amount above-limit"
    );
    assert_eq!(
        keys(&json["log"]).join(" "),
        "direction outcome summary conduct told-monthly promise follow-up line"
    );
    assert_eq!(
        keys(&json["review"]).join(" "),
        "went-well said promised inside-ladder notes write-down try-next answers"
    );
    assert_eq!(
        keys(&json["review"]["answers"][0]).join(" "),
        "they text level sources"
    );
}

#[test]
fn an_answer_that_cannot_be_used_is_named_with_its_line() {
    for (answers, line, says) in [
        ("1\n\n# 注释\n77777 weather\n", 4, "77777 weather"),
        ("1\n9\n", 2, "9"),
        ("to-writing\n1\n", 2, "over"),
        ("1\n1\n", 2, "goes on"),
        ("", 1, "goes on"),
        ("# nothing\n", 1, "goes on"),
        ("\u{1b}[2J\u{202e}x\n", 1, "choices"),
    ] {
        let sandbox = sandbox("zhaolian-bad-debt", answers).speaking("en");
        let run = rehearse(&sandbox, "zl-1", &["--temper", "pushy-collector"]);
        assert_eq!(run.code, 1, "{answers:?}: {}", run.err);
        assert_eq!(run.out, "", "{answers:?}");
        assert!(run.err.contains(&format!("line {line}:")), "{}", run.err);
        assert!(run.err.contains(says), "{}", run.err);
        assert!(!run.err.contains('\u{1b}') && !run.err.contains('\u{202e}'));
        let json = rehearse(&sandbox, "zl-1", &["--temper", "pushy-collector", "--json"]);
        let error: serde_json::Value =
            serde_json::from_str(json.err.lines().last().unwrap()).unwrap();
        assert_eq!(error["kind"], "answers");
        assert_eq!(error["where"]["line"], line);
    }
}

#[test]
fn files_that_are_no_answers_are_refused_at_once() {
    let sandbox = sandbox("zhaolian-bad-debt", "1\n");
    let refused = |path: &str| {
        let run = sandbox.run(&["rehearse", "zl-1", "--answers", path]);
        assert_eq!(run.code, 1, "{path}: {}", run.err);
        assert_eq!(run.out, "");
        assert!(run.err.lines().count() <= 4, "{}", run.err);
    };
    refused(sandbox.path("none").to_str().unwrap());
    let folder = sandbox.path("folder");
    std::fs::create_dir(&folder).unwrap();
    refused(folder.to_str().unwrap());
    let binary = sandbox.path("binary");
    std::fs::write(&binary, [0xff_u8, 0xfe, 0, 1, 2]).unwrap();
    refused(binary.to_str().unwrap());
    let long = sandbox.path("long");
    std::fs::write(&long, "x".repeat(2_000_000)).unwrap();
    refused(long.to_str().unwrap());
    refused("/dev/zero");
}

#[test]
fn marks_of_other_editors_are_understood() {
    // A byte-order mark, Windows line ends, full-width digits.
    let sandbox = sandbox("suning-four-channels", "\u{feff}１\r\n1\r\n");
    let run = rehearse(&sandbox, "sn-1", &[]);
    assert_eq!(run.code, 0, "{}", run.err);
}

#[test]
fn without_anyone_to_answer_it_says_which_flag_does() {
    let sandbox = sandbox("zhaolian-bad-debt", "q\n").speaking("en");
    for args in [
        &["rehearse", "zl-1", "--no-input"][..],
        &["rehearse", "zl-1"][..],
        &["rehearse", "zl-1", "--json", "--no-input"][..],
    ] {
        let run = sandbox.run(args);
        assert_eq!(run.code, 4, "{}", run.err);
        assert!(run.err.contains("--answers"), "{}", run.err);
        assert_eq!(run.out, "");
    }
    // Ended at once is no fault.
    let run = rehearse(&sandbox, "zl-1", &["--no-input"]);
    assert_eq!(run.code, 0, "{}", run.err);
    let run = sandbox.run(&["rehearse", "nobody", "--answers", "answers"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nobody"), "{}", run.err);
}
