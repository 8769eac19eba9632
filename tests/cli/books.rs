//! The user's own numbers: a file in the folder for settings.

use crate::support::Sandbox;

/// A card 70 days late, for which the book's 90 days are too many and 61 of one's own are not.
fn with_books(lang: &'static str, files: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::new().speaking(lang).with_ledger(
        "version = 1\n[[lender]]\nid = \"b\"\nname = \"B\"\nkind = \"bank\"\nregion = \"CN\"\n[[debt]]\nid = \"c-1\"\nlender = \"b\"\nproduct = \"credit-card\"\noldest-unpaid = 2026-09-07\n[[debt.claim]]\non = 2026-11-01\nprincipal = \"1000\"\n",
    );
    let folder = sandbox.path("config/forbear/books");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, text) in files {
        std::fs::write(folder.join(name), text).unwrap();
    }
    sandbox
}

const OWN: &str = "[param.card-principal-first-days]\nvalues = [{ value = \"61\" }]\n";

#[test]
fn a_number_of_ones_own_counts_and_is_marked() {
    let plain = with_books("zh-Hans", &[]);
    let rules = |sandbox: &Sandbox| -> Vec<serde_json::Value> {
        let findings = sandbox.json(&["status"])["debts"][0]["findings"].clone();
        let all: Vec<serde_json::Value> = serde_json::from_value(findings).unwrap();
        all.into_iter()
            .filter(|one| one["rule"] == "card-payment-order")
            .collect()
    };
    assert!(rules(&plain).is_empty()); // 7 September to 16 November is 70 days
    let own = with_books("zh-Hans", &[("mine.toml", OWN)]);
    assert_eq!(rules(&own)[0]["own-numbers"], true);
    let told = own.ok(&["status", "--full"]).out.replace(['\n', ' '], "");
    assert!(told.contains("（其中用了您自己设定的数值）"), "{told}");
    let shown = own.ok(&["rules", "show", "card-payment-order"]).out;
    assert!(shown.contains("61天（您自己设定）"), "{shown}");
}

#[test]
fn a_bad_file_is_one_error_with_its_name_and_only_where_a_book_is_used() {
    let case = |lang, text: &str, reason: &str| {
        let sandbox = with_books(lang, &[("a.toml", OWN), ("b.toml", text)]);
        let run = sandbox.run(&["status"]);
        assert_eq!(run.code, 1, "{run:?}");
        let first = run.err.lines().next().unwrap();
        assert!(
            first.contains("b.toml") && first.ends_with(reason),
            "{first}"
        );
        assert!(
            run.err
                .lines()
                .skip(1)
                .all(|line| !line.starts_with("error"))
        );
        // What needs no rule book goes on.
        sandbox.ok(&["debt", "list"]);
        sandbox.ok(&["income", "add", "工资", "--amount", "1", "--every", "month"]);
    };
    case(
        "zh-Hans",
        "[param.nonsense]\nvalues = [{ value = \"3\" }]\n",
        "规则里没有叫 `nonsense` 的数值",
    );
    case(
        "en",
        "[param.limitation-years]\nvalues = [{ value = \"three\" }]\n",
        "`three` for `limitation-years` is not in its unit (years)",
    );
    case(
        "zh-Hant",
        "values = 3\n",
        "或者有 [param.編號] 和 values 以外的內容",
    );
    // The same number in two files: the second is the one named.
    case(
        "en",
        OWN,
        "one of its numbers is set in another file already",
    );
}
