//! `letter --check` and `script --check`: a person's own texts, as they run it.

use crate::support::Sandbox;

const BAD: &str =
    "# 申请\n\n贵公司：\n\n我每月能还3,000元，请在2026年7月19日前答应，否则我投诉。\n";

fn with(text: &str) -> (Sandbox, String) {
    let sandbox = Sandbox::new().with_example("mengshang-extension");
    let path = sandbox.path("mine.md");
    std::fs::write(&path, text).unwrap();
    (sandbox, path.to_string_lossy().into_owned())
}

#[test]
fn faults_are_drawn_and_end_with_their_own_exit_code() {
    for (lang, said) in [
        ("zh-Hans", "改写："),
        ("zh-Hant", "改寫："),
        ("en", "Write instead: "),
    ] {
        let (sandbox, path) = with(BAD);
        let run = sandbox
            .speaking(lang)
            .run(&["letter", "ms-1", "--check", &path]);
        assert_eq!(run.code, 3, "{}", run.err);
        assert!(run.out.contains(said), "{}", run.out);
        assert!(
            run.out.contains("3,000") && run.out.contains("7月19日"),
            "{}",
            run.out
        );
        assert!(run.out.contains("^^^^"), "{}", run.out);
    }
}

#[test]
fn programs_get_each_fault_with_its_place() {
    let (sandbox, path) = with(BAD);
    let run = sandbox.run(&["letter", "ms-1", "--check", &path, "--json"]);
    assert_eq!(run.code, 3, "{}", run.err);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["schema"], "forbear.wording.v1");
    assert_eq!(json["read-as"], "negotiation");
    assert_eq!(json["language"], "zh-Hans");
    assert_eq!(json["debt"], "ms-1");
    let faults = json["faults"].as_array().unwrap();
    let rules: Vec<&str> = faults
        .iter()
        .map(|fault| fault["rule"].as_str().unwrap())
        .collect();
    for rule in [
        "above-limit",
        "unknown-figure",
        "unknown-date",
        "demand",
        "complaint",
        "no-own-words",
    ] {
        assert!(rules.contains(&rule), "{rule}: {rules:?}");
    }
    let demand = faults
        .iter()
        .find(|fault| fault["rule"] == "demand")
        .unwrap();
    assert_eq!(demand["where"]["line"], 5);
    assert_eq!(demand["where"]["column"], 29);
}

/// As the hint says: the borrower's own words, or a line for them.
#[test]
fn a_line_left_for_ones_own_words_is_enough() {
    let letter = |own: &str| {
        let (sandbox, path) = with(&format!("您好。我想申请延期，请帮我登记。\n\n{own}\n"));
        let args = ["letter", "ms-1", "--check", &path, "--json"];
        sandbox.run(&args).out.contains("no-own-words")
    };
    assert!(letter("谢谢。"));
    for line in ["＿＿＿", "____", "＿＿＿＿＿＿＿＿〔自己的话〕"] {
        assert!(!letter(line), "{line}");
    }
}

#[test]
fn without_a_debt_the_words_alone_are_checked() {
    let (sandbox, path) = with("I would like to ask for more time.\n");
    let run = sandbox.run(&["letter", "--check", &path]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("No debt was named"), "{}", run.out);
    let run = sandbox.run(&["script", "--check", &path]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("a script"), "{}", run.out);
}

#[test]
fn what_the_program_writes_passes_its_own_check() {
    for example in [
        "mengshang-extension",
        "zhaolian-bad-debt",
        "suning-four-channels",
    ] {
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            let sandbox = Sandbox::new().with_example(example).speaking(lang);
            let status = sandbox.ok(&["status", "--json"]).out;
            let status: serde_json::Value = serde_json::from_str(&status).unwrap();
            let debt = status["debts"][0]["id"].as_str().unwrap().to_owned();
            let letter = sandbox
                .ok(&["letter", &debt, "hardship", "--format", "markdown", "--yes"])
                .out;
            let path = sandbox.path("letter.md");
            std::fs::write(&path, letter).unwrap();
            let path = path.to_string_lossy().into_owned();
            let run = sandbox.run(&["letter", &debt, "--check", &path, "--yes"]);
            assert_eq!(run.code, 0, "{example} {lang}: {}{}", run.out, run.err);
        }
    }
}

#[test]
fn a_file_that_is_not_there_or_a_template_that_may_not_run_is_one_error() {
    let (sandbox, _) = with("");
    let run = sandbox.run(&["letter", "--check", "nowhere.md"]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("nowhere.md"), "{}", run.err);
    let (sandbox, path) =
        with("---\nid = \"a\"\nkind = \"letter\"\n---\n{% include '/etc/passwd' %}\n");
    let run = sandbox.run(&["letter", "--check", &path]);
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("include") && !run.out.contains("root"),
        "{}",
        run.err
    );
}
