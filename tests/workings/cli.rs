//! `--explain` at the command line: where it works, what it leaves alone, and the pages whole, in three languages.
//!
//! Provenance of the pages: the words were read aloud; the figures were worked by hand from the printed text alone
//! (`status` and `simulate` with decimals on paper), and `page` and the examples' test work them again. A change shows
//! as a diff here: read it, then run `SNAPSHOTS=overwrite cargo test workings`.

use std::path::Path;

use crate::support::Sandbox;

/// The page for lenders is no working: both flags together are a slip.
#[test]
fn the_page_for_lenders_is_not_explained() {
    let run = Sandbox::new().with_example("many-lenders");
    let output = run.run(&["capacity", "--creditor", "--explain"]);
    assert_eq!(output.code, 2, "{output:?}");
    assert!(
        output.out.is_empty() && output.err.contains("--creditor"),
        "{output:?}"
    );
}

/// Name, example and command of each page.
const PAGES: [(&str, &str, &[&str]); 6] = [
    ("status", "suning-four-channels", &["status", "sn-1"]),
    (
        "schedule",
        "mengshang-extension",
        &[
            "schedule",
            "--principal",
            "1000",
            "--rate",
            "18%/year",
            "--count",
            "2",
            "--first-due",
            "2026-12-10",
            "--disbursed",
            "2026-11-01",
        ],
    ),
    (
        "simulate",
        "mengshang-extension",
        &[
            "simulate",
            "ms-1",
            "--offer",
            "waive interest=50%; waive penalty=all; instalments 3",
        ],
    ),
    (
        "quote",
        "mengshang-extension",
        &[
            "quote",
            "--receive",
            "1000@2026-01-15",
            "--repay",
            "360x3@2026-02-15",
            "--kind",
            "consumer-finance-company",
        ],
    ),
    ("audit", "zhaolian-bad-debt", &["audit", "zl-1"]),
    ("capacity", "many-lenders", &["capacity", "--months", "3"]),
];

#[test]
fn the_pages_read_as_they_were_read() {
    for (name, example, args) in PAGES {
        for lang in ["zh-Hans", "zh-Hant", "en"] {
            let run = Sandbox::new().speaking(lang).with_example(example);
            let plain = run.ok(args).out;
            let explained = run.ok(&[args, &["--explain"]].concat()).out;
            // The report itself is what it was without the flag.
            let (report, workings) = explained.split_at(plain.trim_end().len());
            assert_eq!(report, plain.trim_end(), "{name} {lang}");
            let path = Path::new(env!("CARGO_MANIFEST_DIR"))
                .join("tests/workings/pages")
                .join(format!("{name}.{lang}.txt"));
            let file = snapbox::Data::read_from(&path, None);
            snapbox::assert_data_eq!(workings.trim_start().to_owned(), file);
        }
    }
}

#[test]
fn the_workings_are_data_with_one_shape() {
    let run = Sandbox::new().with_example("suning-four-channels");
    let report = run.json(&["status", "--explain"]);
    assert_eq!(report["schema"], "forbear.status.v1");
    let workings = report["workings"].as_array().unwrap();
    let by_id = |id: &str| {
        workings
            .iter()
            .find(|working| working["id"] == id)
            .unwrap_or_else(|| panic!("no {id}"))
    };
    for working in workings {
        for key in [
            "id", "figure", "inputs", "formula", "result", "unit", "rounding", "rules",
        ] {
            assert!(!working[key].is_null(), "{key} of {working:#}");
        }
        for input in working["inputs"].as_array().unwrap() {
            for key in ["name", "value", "unit", "from"] {
                assert!(!input[key].is_null(), "{key} of {input:#}");
            }
        }
    }
    // 2026-05-18 to 2026-11-16: 13 + 30 + 31 + 31 + 30 + 31 + 16 days.
    assert_eq!(
        by_id("sn-1.days-overdue")["formula"],
        "2026-11-16 − 2026-05-18"
    );
    assert_eq!(by_id("sn-1.days-overdue")["result"], "182");
    let debt = &report["debts"][0];
    for (id, shown) in [
        ("sn-1.owed.principal", &debt["position"]["principal"]),
        ("sn-1.owed.interest", &debt["position"]["interest"]),
        ("sn-1.owed.penalty", &debt["position"]["penalty"]),
        ("sn-1.owed.total", &debt["position"]["total"]),
        ("sn-1.overdue.total", &debt["overdue"]["total"]),
        ("sn-1.next-due", &debt["next-due"]["amount"]),
    ] {
        assert_eq!(&by_id(id)["result"], shown, "{id}");
    }
    // The class rests on an instrument, named with how well it is verified.
    let source = &by_id("sn-1.class")["source"];
    assert!(
        source["title"]
            .as_str()
            .is_some_and(|title| !title.is_empty())
    );
    assert!(["V-TEXT", "V-REP"].contains(&source["level"].as_str().unwrap()));
}

#[test]
fn without_the_flag_there_is_none_of_it() {
    let run = Sandbox::new().with_example("suning-four-channels");
    assert!(run.json(&["status"])["workings"].is_null());
    assert!(
        !run.ok(&["status"])
            .out
            .contains("How each figure comes about")
    );
}

#[test]
fn elsewhere_it_is_refused_with_one_sentence() {
    for (lang, says) in [
        ("en", "works with status, schedule"),
        ("zh-Hans", "只用于 status, schedule"),
        ("zh-Hant", "只適用於 status, schedule"),
    ] {
        let run = Sandbox::new()
            .speaking(lang)
            .with_example("suning-four-channels");
        for args in [
            &["due", "--explain"][..],
            &["--explain"],
            &["rules", "list", "--explain"],
        ] {
            let output = run.run(args);
            assert_eq!(output.code, 2, "{args:?}: {output:?}");
            assert!(output.out.is_empty(), "{output:?}");
            assert!(output.err.contains(says), "{}", output.err);
        }
    }
}
