//! What credit really costs, at the command line. Expected rates come from the sources named; money is added by hand.

use crate::support::Sandbox;

fn quote(args: &[&str]) -> serde_json::Value {
    Sandbox::new().json(&[&["quote"], args].concat())
}

/// A rate in JSON as people read it: two decimals of a percent.
#[track_caller]
fn shown(value: &serde_json::Value) -> String {
    let rate: f64 = value.as_str().unwrap().parse().unwrap();
    #[expect(
        clippy::float_arithmetic,
        reason = "a rate is compared as people read it"
    )]
    let percent = rate * 100.0;
    format!("{percent:.2}")
}

/// People's Bank of China, announcement 2021 no. 3, worked example: 12.80 % simple, 13.58 % compounded.
#[test]
fn the_official_mainland_example_comes_out() {
    let by_flows = quote(&[
        "--receive",
        "100000@2026-01-15",
        "--repay",
        "1000@2026-01-15",
        "--repay",
        "8833.3x12@2026-02-15",
    ]);
    let in_app_words = quote(&[
        "--principal",
        "100000",
        "--upfront",
        "1%",
        "--count",
        "12",
        "--payment",
        "8833.3",
        "--on",
        "2026-01-15",
    ]);
    for quote in [by_flows, in_app_words] {
        assert_eq!(quote["schema"], "forbear.quote.v1");
        assert_eq!(shown(&quote["rate"]["simple"]), "12.80");
        assert_eq!(shown(&quote["rate"]["compounded"]), "13.58");
        // 100,000 less 1,000 arrives; 12 × 8,833.30 = 105,999.60 goes back.
        assert_eq!(quote["received"], "99000.00");
        assert_eq!(quote["total-paid"], "105999.60");
        assert_eq!(quote["cost"], "6999.60");
    }
}

/// rules.md CALC-05: 1 % a month flat over 12 months is 21.46 % simple, 23.70 % compounded.
#[test]
fn a_flat_monthly_fee_comes_out() {
    let quote = quote(&[
        "--principal",
        "12000",
        "--count",
        "12",
        "--monthly-fee",
        "1%",
    ]);
    assert_eq!(shown(&quote["rate"]["simple"]), "21.46");
    assert_eq!(shown(&quote["rate"]["compounded"]), "23.70");
    assert_eq!(quote["cost"], "1440.00"); // 12 × 120
}

/// EU directive 2008/48/EC, annex: 12.96 % after 546 days, 13.07 % after one and two years.
#[test]
fn the_european_examples_come_out() {
    let once = quote(&["--receive", "1000@2025-01-01", "--repay", "1200@2026-07-01"]);
    assert_eq!(shown(&once["rate"]["dated"]), "12.96");
    // A single payment's period is 18 months: 1.2^(1/18) − 1 = 1.01805 % a month, by pocket calculator.
    assert_eq!(shown(&once["rate"]["simple"]), "12.22");
    let twice = quote(&[
        "--receive",
        "1000@2025-01-01",
        "--repay",
        "600x2@2026-01-01/365-days",
    ]);
    assert_eq!(shown(&twice["rate"]["dated"]), "13.07");
}

/// US Regulation Z, appendix J (c): amount, dates and payments as printed there; the rate is simple, by unit periods.
#[test]
fn the_american_examples_come_out() {
    let cases: [(&[&str], &str); 4] = [
        (&["5000@1978-01-10", "230x24@1978-02-10"], "9.69"),
        (&["500@1978-03-20", "17.60x30@1978-04-21/weekly"], "14.96"),
        (
            &[
                "400@1978-03-18",
                "39.50@1978-04-20",
                "38.31x11@1978-05-18/28-days",
            ],
            "28.50",
        ),
        (
            &[
                "200@1978-04-03",
                "9.50x19@1978-04-11/fortnightly",
                "30@1979-01-02",
            ],
            "12.22",
        ),
    ];
    for (flows, expected) in cases {
        let mut args = vec!["--receive", flows[0]];
        args.extend(flows[1..].iter().flat_map(|flow| ["--repay", flow]));
        assert_eq!(
            shown(&quote(&args)["rate"]["simple"]),
            expected,
            "{flows:?}"
        );
    }
}

/// 1,000 put off for a month, 50 paid now: (1000 / 950)^(365 / 30) − 1 = 86.65 %, by pocket calculator.
#[test]
fn a_free_extension_with_a_fee_has_its_price() {
    let args = ["--postpone", "1000", "--fee", "50", "--months", "1"];
    let quote = quote(&args);
    assert_eq!(shown(&quote["rate"]["dated"]), "86.65"); // 30 days from 16 November
    assert_eq!(quote["cost"], "50.00");
    let said = Sandbox::new().ok(&[&["quote"], args.as_slice()].concat());
    assert!(
        said.out.contains("Putting off ¥1,000.00 costs you ¥50.00"),
        "{}",
        said.out
    );
}

#[test]
fn a_file_of_flows_is_read_and_its_mistakes_are_placed() {
    let sandbox = Sandbox::new();
    let file = sandbox.path("flows.csv");
    std::fs::write(&file, "date,amount\n2025-01-01,1000\n2026-07-01,-1200\n").unwrap();
    let file = file.to_string_lossy().into_owned();
    let read = sandbox.json(&["quote", "--flows", &file]);
    assert_eq!(shown(&read["rate"]["dated"]), "12.96");
    std::fs::write(&file, "2025-01-01,1000\n2026-07-32,-1200\n").unwrap();
    let run = sandbox.run(&["quote", "--flows", &file, "--json"]);
    assert_eq!(run.code, 1);
    let error: serde_json::Value = serde_json::from_str(&run.err).unwrap();
    assert_eq!(error["where"]["line"], 2);
    assert_eq!(error["where"]["field"], "date");
}

#[test]
fn the_line_of_law_depends_on_who_lends() {
    let lines = |kind: &str| {
        let args = [
            "--principal",
            "12000",
            "--count",
            "12",
            "--monthly-fee",
            "1.2%",
        ];
        let on = ["--on", "2025-10-01", "--kind", kind];
        quote(&[args.as_slice(), &on].concat())["lines"].clone()
    };
    // 1.2 % a month flat: 25.61 % simple and 28.83 % compounded, by pocket calculator; both above 24 %.
    let bank = lines("bank");
    assert_eq!(bank[0]["line"], "court-reduction-line");
    assert_eq!(bank[0]["rate"], "0.240000");
    assert_eq!(bank[0]["above"], serde_json::json!([true, true]));
    // Four times 3.00 %, the LPR of 22 September 2025, only for a private lender.
    let private = lines("private");
    assert_eq!(private[0]["line"], "private-cap-multiple");
    assert_eq!(private[0]["rate"], "0.120000");
    assert_eq!(private.as_array().unwrap().len(), 1);
    // A Hong Kong money lender: the effective rate alone, 28.83 %, is below both lines.
    let hongkong = lines("money-lender");
    assert_eq!(hongkong[0]["line"], "hk-extortionate-rate");
    assert_eq!(hongkong[0]["above"], serde_json::json!([false]));
    assert_eq!(hongkong.as_array().unwrap().len(), 2);
    // Nobody can be cited a line against who may not lend at all.
    assert_eq!(lines("unlicensed"), serde_json::json!([]));
}

#[test]
fn a_contract_and_an_offer_of_the_ledger_are_quoted() {
    let sandbox = Sandbox::new().with_example("zhaolian-bad-debt");
    let contract = sandbox.json(&["quote", "zl-1"]);
    assert_eq!(contract["flows"][0]["on"], "2024-10-20"); // `disbursed` in the example
    // The offer is measured on its own day; a plan without interest costs nothing on top.
    let offer = sandbox.json(&["quote", "--offer", "zl-1-a"]);
    let typed = sandbox.json(&["quote", "zl-1", "--offer", "freeze; instalments 12"]);
    assert_eq!(typed["cost"], "0.00");
    assert_eq!(shown(&typed["rate"]["compounded"]), "0.00");
    assert_eq!(typed["flows"][0]["on"], "2026-11-16");
    assert_ne!(offer["flows"][0], typed["flows"][0]);
}

#[test]
fn every_edge_of_input_gets_an_answer_or_one_error() {
    let edges: [&[&str]; 8] = [
        &[
            "--receive",
            "10000000000000@1900-01-01",
            "--repay",
            "10000000000000@2199-12-31",
        ],
        &[
            "--receive",
            "0.01@2026-01-01",
            "--repay",
            "10000000000000@2026-01-02",
        ],
        &["--principal", "0.01", "--count", "1", "--payment", "0.01"],
        &[
            "--principal",
            "10000000000000",
            "--count",
            "1200",
            "--monthly-fee",
            "1000%",
        ],
        &["--receive", "10@2026-01-01"],
        &["--repay", "10@2026-01-01", "--repay", "10@2026-02-01"],
        &["--receive", "10@2026-01-01", "--repay", "10@2026-01-01"],
        &["--postpone", "10", "--fee", "0", "--months", "1200"],
    ];
    for args in edges {
        for lang in ["en", "zh-Hans", "zh-Hant"] {
            let run = Sandbox::new()
                .speaking(lang)
                .ok(&[&["quote"], args].concat());
            assert!(run.err.is_empty(), "{args:?}: {}", run.err);
        }
    }
    let zero = quote(edges[7]);
    assert_eq!(shown(&zero["rate"]["dated"]), "0.00");
    for args in &edges[4..7] {
        assert!(quote(args)["rate"]["dated"].is_null(), "{args:?}");
    }
    let refused: [&[&str]; 8] = [
        &["--receive", "10000000000001@2026-01-01"],
        &["--receive", "0@2026-01-01"],
        &["--receive", "10@1899-12-31"],
        &["--repay", "10x1201@2026-01-01"],
        &["--repay", "10x1200@2199-01-01"],
        &["--repay", "10x2@2026-01-01/0-days"],
        &[
            "--principal",
            "10",
            "--count",
            "1200",
            "--payment",
            "1",
            "--on",
            "2150-01-01",
        ],
        &[
            "--principal",
            "10",
            "--upfront",
            "11",
            "--count",
            "2",
            "--payment",
            "6",
        ],
    ];
    for args in refused {
        for (lang, error) in [
            ("en", "error: "),
            ("zh-Hans", "错误："),
            ("zh-Hant", "錯誤："),
        ] {
            let run = Sandbox::new()
                .speaking(lang)
                .run(&[&["quote"], args].concat());
            assert!(matches!(run.code, 1 | 2), "{args:?}: {run:?}");
            assert_eq!(run.err.matches(error).count(), 1, "{args:?}: {}", run.err);
            assert!(run.out.is_empty());
        }
    }
}

#[test]
fn two_rates_are_both_said() {
    // 1,000 now, −2,300 after one year of 365 days, 1,320 after two: (1.1 × 1.2 = 1.32, 1.1 + 1.2 = 2.3), so 10 % and 20 %.
    let quote = quote(&[
        "--receive",
        "1000@2026-01-01",
        "--repay",
        "2300@2027-01-01",
        "--receive",
        "1320@2028-01-01",
    ]);
    assert_eq!(shown(&quote["rate"]["dated"]), "10.00");
    assert_eq!(shown(&quote["other-rate"]), "20.00");
}

#[test]
fn days_can_be_counted_over_360() {
    // 1,000 for 1,100 after 360 days: 10 % over 360, (1.1)^(365/360) − 1 = 10.15 % over 365.
    let flows = ["--receive", "1000@2026-01-01", "--repay", "1100@2026-12-27"];
    assert_eq!(shown(&quote(&flows)["rate"]["dated"]), "10.15");
    let counted = [flows.as_slice(), &["--day-count", "actual/360"]].concat();
    assert_eq!(shown(&quote(&counted)["rate"]["dated"]), "10.00");
}

/// Every official figure once more from a file of flows: the same sources as above.
#[test]
fn the_official_examples_come_out_of_files_of_flows() {
    let sandbox = Sandbox::new();
    let monthly = |amount: &str| -> String {
        (1..=12)
            .map(|month| format!("2026-{month:02}-15,-{amount}\n"))
            .collect()
    };
    let pboc = format!(
        "2025-12-15,100000\n2025-12-15,-1000\n{}",
        monthly("8833.30")
    );
    // 12,000 at 1 % a month flat: 1,000 and 120 each month.
    let flat = format!("2025-12-15,12000\n{}", monthly("1120"));
    let cases = [
        (pboc, "simple", "12.80"),
        (flat, "compounded", "23.70"),
        (
            "2025-01-01,1000\n2026-07-01,-1200\n".to_owned(),
            "dated",
            "12.96",
        ),
        (
            "2025-01-01,1000\n2026-01-01,-600\n2027-01-01,-600\n".to_owned(),
            "dated",
            "13.07",
        ),
    ];
    let file = sandbox.path("flows.csv");
    for (flows, rate, expected) in cases {
        std::fs::write(&file, format!("date,amount\n{flows}")).unwrap();
        let read = sandbox.json(&["quote", "--flows", &file.to_string_lossy()]);
        assert_eq!(shown(&read["rate"][rate]), expected, "{flows}");
    }
}

/// All US official examples of the open file, read when it is there; half-months follow no step of dates.
#[test]
fn every_american_example_of_the_open_file_comes_out_of_quote() {
    let folder = std::env::var_os("FORBEAR_SHARED").map_or_else(
        || std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../shared")),
        std::path::PathBuf::from,
    );
    let Ok(file) = std::fs::read_to_string(folder.join("oracles/regz_appendix_j_apr.csv")) else {
        eprintln!("skipped: no shared/oracles");
        return;
    };
    let mut met = 0;
    for row in csv::Reader::from_reader(file.as_bytes()).into_records() {
        let row = row.unwrap();
        let every = match &row[4] {
            "monthly" => "",
            "weekly" => "/weekly",
            "2-weekly" => "/fortnightly",
            "4-weekly" => "/28-days",
            "2-monthly" => "2-monthly",
            "semimonthly" => continue,
            other => panic!("{other}"),
        };
        let mut args = vec!["--receive".to_owned(), format!("{}@{}", &row[1], &row[2])];
        let mut on: chrono::NaiveDate = row[3].parse().unwrap();
        let step = |on: chrono::NaiveDate, times: u32| match every {
            "" => on.checked_add_months(chrono::Months::new(times)).unwrap(),
            "2-monthly" => on
                .checked_add_months(chrono::Months::new(2 * times))
                .unwrap(),
            "/weekly" => on + chrono::Days::new(7 * u64::from(times)),
            "/fortnightly" => on + chrono::Days::new(14 * u64::from(times)),
            _ => on + chrono::Days::new(28 * u64::from(times)),
        };
        for group in row[5].split(';') {
            let (amount, times) = group.split_once(" x ").unwrap();
            let times: u32 = times.trim().parse().unwrap();
            if every == "2-monthly" {
                for _ in 0..times {
                    args.extend(["--repay".to_owned(), format!("{amount}@{on}")]);
                    on = step(on, 1);
                }
            } else {
                args.extend([
                    "--repay".to_owned(),
                    format!("{amount}x{times}@{on}{every}"),
                ]);
                on = step(on, times);
            }
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        assert_eq!(shown(&quote(&args)["rate"]["simple"]), row[9], "{args:?}");
        met += 1;
    }
    assert!(met >= 5, "{met}");
}

/// An offer kept in the ledger: 12,000 at 12 % a year over 12 months is 1 % a month, 12.00 % simple and
/// 1.01^12 − 1 = 12.68 % compounded; frozen it is 0.
#[test]
fn an_offer_kept_in_the_ledger_has_its_rate() {
    let ledger = |terms: &str| {
        format!(
            "version = 1\n[[lender]]\nid = \"a\"\nname = \"某某公司\"\nkind = \"bank\"\nregion = \"CN\"\n[[debt]]\nid = \"a-1\"\nlender = \"a\"\nproduct = \"consumer-loan\"\noldest-unpaid = 2026-08-10\n[[debt.claim]]\non = 2026-11-16\nprincipal = \"12000\"\ninterest = \"0\"\npenalty = \"0\"\nfees = \"0\"\n[[offer]]\nid = \"a-1-a\"\ndebt = \"a-1\"\nfrom = \"lender\"\non = 2026-11-16\nterms = \"{terms}\"\nstatus = \"open\"\n"
        )
    };
    for (terms, simple, compounded, cost) in [
        // 11 × 1,066.19 and a last row of what is left: 12 × 1066.185… = 794.23 of interest.
        ("rate 12%/year; instalments 12", "12.00", "12.68", "794.23"),
        ("freeze; instalments 12", "0.00", "0.00", "0.00"),
    ] {
        let sandbox = Sandbox::new().with_ledger(&ledger(terms));
        let quote = sandbox.json(&["quote", "--offer", "a-1-a"]);
        assert_eq!(shown(&quote["rate"]["simple"]), simple, "{terms}");
        assert_eq!(shown(&quote["rate"]["compounded"]), compounded, "{terms}");
        assert_eq!(quote["cost"], cost, "{terms}");
    }
}

/// Hong Kong dollars say where the lender is: 1,000 received and 12 × 100 repaid.
#[test]
fn hong_kong_dollars_stay_hong_kong_dollars() {
    let args = [
        "quote",
        "--receive",
        "HK$1000@2026-01-01",
        "--repay",
        "HK$100x12@2026-02-01",
    ];
    let out = Sandbox::new().ok(&args).out;
    assert!(
        out.contains("HK$1,000.00") && out.contains("HK$1,200.00"),
        "{out}"
    );
}

/// 0.6 % a month of 12,000 is 72: 12 × 72 = 864, however it is said.
#[test]
fn a_monthly_fee_is_read_as_people_say_it() {
    for fee in [
        "0.6%",
        "6‰",
        "6厘",
        "六厘",
        "月息6厘",
        "千分之六",
        "0.6%/月",
    ] {
        let quote = quote(&[
            "--principal",
            "12000",
            "--count",
            "12",
            "--monthly-fee",
            fee,
        ]);
        assert_eq!(quote["cost"], "864.00", "{fee}");
    }
    let args = [
        "quote",
        "--principal",
        "12000",
        "--count",
        "12",
        "--monthly-fee",
        "0.6",
    ];
    let run = Sandbox::new().run(&args);
    assert!(
        run.err.contains("0.6%") && !run.err.contains("/year"),
        "{}",
        run.err
    );
}

#[test]
fn a_lender_without_a_line_is_told_so_and_money_out_first_is_no_credit() {
    let credit = [
        "quote",
        "--principal",
        "12000",
        "--count",
        "12",
        "--payment",
        "1100",
    ];
    let out = Sandbox::new()
        .ok(&[&credit[..], &["--kind", "guarantor"]].concat())
        .out;
    assert!(
        out.contains("no yearly line for this kind of lender"),
        "{out}"
    );
    let args = [
        "quote",
        "--repay",
        "1000@2026-01-01",
        "--receive",
        "900@2026-02-01",
    ];
    let out = Sandbox::new().ok(&args).out;
    assert!(out.contains("Money goes out first"), "{out}");
}
