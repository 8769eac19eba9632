//! A lender's claim rebuilt, at the command line.
//!
//! The loan of these tests: 12,000 at 12 % a year, interest only, paid out on 10 July 2026, due on the 10th of August,
//! September and October; nothing is paid. Each month bears 12,000 × 12 % / 12 = 120.00.

use serde_json::Value;

use crate::support::Sandbox;

const LOAN: &str = r#"
[debt.contract]
principal = "12000"
disbursed = 2026-07-10
rate = "12%/year"
method = "interest-only"
count = 3
first-due = 2026-08-10
"#;

fn claim(on: &str, interest: &str, penalty: &str, fees: &str) -> String {
    format!(
        "[[debt.claim]]\non = {on}\nprincipal = \"12000\"\ninterest = \"{interest}\"\npenalty = \"{penalty}\"\nfees = \"{fees}\"\n"
    )
}

fn ledger(head: &str, lender: &str, debt: &str) -> String {
    format!(
        "version = 1\n{head}\n[[lender]]\nid = \"a\"\nname = \"某某公司\"\n{lender}\n\n[[debt]]\nid = \"a-1\"\nlender = \"a\"\n{debt}"
    )
}

fn mainland(debt: &str) -> Sandbox {
    let lender = "kind = \"consumer-finance-company\"\nregion = \"CN\"";
    Sandbox::new().with_ledger(&ledger("", lender, debt))
}

fn with_claim(loan: &str, claims: &[String]) -> Sandbox {
    mainland(&format!(
        "product = \"consumer-loan\"\n{loan}\n{}",
        claims.concat()
    ))
}

/// What is said, in one line: wrapped text is joined again.
fn said(sandbox: &Sandbox) -> String {
    let run = sandbox.ok(&["audit", "a-1"]);
    run.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn questions(audit: &Value) -> Vec<&str> {
    let questions = audit["questions"].as_array().unwrap();
    questions
        .iter()
        .map(|question| question.as_str().unwrap())
        .collect()
}

#[track_caller]
fn keys(value: &Value, expected: &str) {
    let mut found: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    let mut expected: Vec<&str> = expected.split(' ').collect();
    found.sort_unstable();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

/// On 10 September two months are due: 240.00.
#[test]
fn a_claim_that_is_right_is_said_to_be_right() {
    let right = with_claim(LOAN, &[claim("2026-09-10", "240", "0", "0")]);
    let audit = right.json(&["audit", "a-1"]);
    assert_eq!(audit["computed"]["interest"], "240.00");
    assert_eq!(audit["difference"]["total"], "0.00");
    assert_eq!(audit["residual"], "0.00");
    assert!(questions(&audit).is_empty());
    let run = right.ok(&["audit", "a-1"]);
    assert!(run.out.contains("to the last cent"), "{}", run.out);
    assert!(!run.err.contains("statement-request"), "nothing to ask");
}

#[test]
fn the_data_keep_their_schema() {
    let loan = LOAN.replace("disbursed", "net-received = \"11640\"\ndisbursed");
    let claims = [
        claim("2026-08-10", "120", "0", "0"),
        claim("2026-09-10", "240", "50", "0"),
    ];
    let audit = with_claim(&loan, &claims).json(&["audit", "a-1"]);
    keys(
        &audit,
        "schema debt on claim computed difference residual tried matches matches-count undetermined parts line-24 lines-on-rate up-front growth questions",
    );
    assert_eq!(audit["schema"], "forbear.audit.v1");
    keys(
        &audit["matches"][0],
        "allocation allocation-scope day-count compound penalty penalty-base rounding first-period departures residual left",
    );
    keys(&audit["parts"][0], "part as-recorded ways");
    keys(&audit["line-24"], "max charged excess");
    keys(&audit["growth"][0], "from to grew expected paid outgrew");
}

/// With compounding the missed 120.00 bears 18 % for the 31 days to 10 September: 120 × 18 % × 31 / 360 = 1.86. The
/// month itself bears 120.00 only under 30/360, and no payment was made: 4 orders and 2 scopes change nothing, nor do
/// 3 roundings of a whole cent. So 24 ways fit.
#[test]
fn what_fits_equally_well_is_undetermined() {
    let loan = format!("{LOAN}penalty = \"150%\"\n");
    let claimed = with_claim(&loan, &[claim("2026-09-10", "240", "1.86", "0")]);
    let audit = claimed.json(&["audit", "a-1"]);
    assert_eq!(audit["residual"], "0.00");
    assert_eq!(audit["undetermined"], true);
    assert_eq!(audit["matches-count"], 24);
    for way in audit["matches"].as_array().unwrap() {
        assert_eq!(way["compound"], true);
        assert_eq!(way["penalty"], "150%");
        assert_eq!(way["day-count"], "30/360");
    }
    let text = said(&claimed);
    assert!(text.contains("24 ways fit equally well"), "{text}");
}

#[test]
fn an_error_is_found_to_the_cent_and_asked_about() {
    let claimed = with_claim(LOAN, &[claim("2026-09-10", "240", "0", "37.80")]);
    let audit = claimed.json(&["audit", "a-1"]);
    assert_eq!(audit["residual"], "37.80");
    assert_eq!(audit["matches"][0]["left"]["fees"], "37.80");
    assert_eq!(audit["matches"][0]["left"]["total"], "37.80");
    assert_eq!(questions(&audit), ["fees"]);
    let run = claimed.ok(&["audit", "a-1"]);
    assert!(run.out.contains("fees ¥37.80"), "{}", run.out);
    assert!(run.err.contains("forbear letter a-1 statement-request"));
}

/// 62 days from 10 July to 10 September: 12,000 × 24 % × 62 / 360 = 496.00 at most; 240 and 1,000 were asked for. With
/// 360 taken up front only 11,640 was in use, 481.12 at most, and 360 more was charged.
#[test]
fn everything_charged_is_screened_against_the_line() {
    let high = claim("2026-09-10", "240", "1000", "0");
    let audit = with_claim(LOAN, std::slice::from_ref(&high)).json(&["audit", "a-1"]);
    assert_eq!(audit["line-24"]["max"], "496.00");
    assert_eq!(audit["line-24"]["charged"], "1240.00");
    assert_eq!(audit["line-24"]["excess"], "744.00");
    assert!(questions(&audit).contains(&"above-line"));
    let loan = LOAN.replace("disbursed", "net-received = \"11640\"\ndisbursed");
    let short = with_claim(&loan, &[high]);
    let audit = short.json(&["audit", "a-1"]);
    assert_eq!(audit["up-front"], "360.00");
    assert_eq!(audit["line-24"]["max"], "481.12");
    assert_eq!(audit["line-24"]["charged"], "1600.00");
    assert!(questions(&audit).contains(&"up-front"));
    let text = said(&short);
    assert!(text.contains("¥360.00 less than the principal"), "{text}");
    assert!(text.contains("a court decides"), "{text}");
    assert!(!text.contains("illegal"), "{text}");
}

/// Between the claims a month of 120.00 fell due; the 50.00 of penalty has no ground in this contract.
#[test]
fn claims_are_compared_over_time() {
    let claims = [
        claim("2026-09-10", "240", "50", "0"),
        claim("2026-08-10", "120", "0", "0"),
    ];
    let grown = with_claim(LOAN, &claims);
    let audit = grown.json(&["audit", "a-1"]);
    assert_eq!(audit["on"], "2026-09-10", "the newest is rebuilt");
    let growth = &audit["growth"][0];
    assert_eq!(growth["grew"]["interest"], "120.00");
    assert_eq!(growth["expected"]["interest"], "120.00");
    assert_eq!(growth["grew"]["penalty"], "50.00");
    assert_eq!(growth["expected"]["penalty"], "0.00");
    assert!(questions(&audit).contains(&"growth"));
    let text = said(&grown);
    assert!(
        text.contains("More than the contract as recorded explains: penalty ¥50.00."),
        "{text}"
    );
    // The ledger names no penalty: that may be the ledger's gap, and is said first.
    assert!(text.contains("names no penalty"), "{text}");
}

#[test]
fn a_bare_total_is_compared_as_a_total() {
    let claimed = with_claim(
        LOAN,
        &["[[debt.claim]]\non = 2026-09-10\ntotal = \"12300\"\n".to_owned()],
    );
    let audit = claimed.json(&["audit", "a-1"]);
    assert_eq!(audit["difference"]["total"], "60.00"); // 12,300 less 12,240
    assert_eq!(questions(&audit)[0], "breakdown");
    assert!(said(&claimed).contains("one sum without parts"));
}

#[test]
fn a_payment_that_is_not_written_down_is_thought_of() {
    let paid = claim("2026-09-10", "240", "0", "0").replace("12000", "11000");
    let text = said(&with_claim(LOAN, &[paid]));
    assert!(text.contains("¥1,000.00 lower"), "{text}");
    assert!(text.contains("forbear pay a-1"), "{text}");
}

/// No 24 % line in Hong Kong: the two of the ordinance, on the rate and for display only.
#[test]
fn a_hong_kong_lender_has_the_lines_of_hong_kong() {
    let text = ledger(
        "currency = \"HKD\"",
        "kind = \"money-lender\"\nregion = \"HK\"",
        &format!(
            "product = \"consumer-loan\"\n{LOAN}\n{}",
            claim("2026-09-10", "240", "1000", "0")
        ),
    );
    let sandbox = Sandbox::new().with_ledger(&text);
    let audit = sandbox.json(&["audit", "a-1"]);
    assert!(audit["line-24"].is_null());
    let lines = audit["lines-on-rate"].as_array().unwrap();
    let rates: Vec<&str> = lines
        .iter()
        .map(|line| line["rate"].as_str().unwrap())
        .collect();
    assert_eq!(rates, ["36%", "48%"]); // Cap. 163, ss. 25 and 24
    let said = said(&sandbox);
    assert!(
        said.contains("HK$13,240.00") && !said.contains("24%"),
        "{said}"
    );
}

/// The figures above, unfolded: two months of 120.00; 12,000 × 24 % × 62 / 360 = 496.00; 240 and 1,000 less 496. What
/// comes nearest is penalty at twice the rate on the missed interest: 120 × 12 % × 2 × 31 / 360 = 2.48.
#[test]
fn every_figure_unfolds() {
    let claimed = with_claim(LOAN, &[claim("2026-09-10", "240", "1000", "0")]);
    let audit = claimed.json(&["audit", "a-1", "--explain"]);
    let working = |id: &str| {
        let all = audit["workings"].as_array().unwrap();
        let found = all.iter().find(|working| working["id"] == id);
        found.unwrap_or_else(|| panic!("no {id}")).clone()
    };
    let interest = working("contract.owed.interest");
    assert_eq!(interest["lines"][0]["formula"], "12000.00 × 12% × 30 ÷ 360");
    assert_eq!(interest["lines"][1]["result"], "120.00");
    assert_eq!(interest["result"], "240.00");
    let penalty = working("difference.penalty");
    assert_eq!(penalty["formula"], "1000.00 − 0.00");
    assert_eq!(working("left.penalty")["formula"], "1000.00 − 2.48");
    assert_eq!(working("residual")["result"], "997.52");
    let most = working("line.most");
    assert_eq!(most["lines"][0]["formula"], "12000.00 × 24% × 62 ÷ 360");
    assert_eq!(most["result"], "496.00");
    assert_eq!(most["source"]["level"], "V-TEXT");
    let excess = working("line.excess");
    assert_eq!(excess["formula"], "max(0; 1240.00 − 496.00)");
    assert_eq!(excess["result"], "744.00");
}

/// Amounts, rates, terms and dates at the limit: an answer or one clear error.
#[test]
fn claims_at_the_limits_are_answered_or_refused_once() {
    let case = |principal: &str, rate: &str, count: &str, first: &str, claimed: &str| {
        let on = "2026-09-10";
        let loan = format!(
            "[debt.contract]\nprincipal = \"{principal}\"\nrate = \"{rate}\"\nmethod = \"interest-only\"\ncount = {count}\nfirst-due = {first}\npenalty = \"150%\"\n[[debt.payment]]\non = {on}\namount = \"0.01\"\n[[debt.claim]]\non = {on}\nprincipal = \"{claimed}\"\ninterest = \"0\"\npenalty = \"0\"\nfees = \"0\"\n"
        );
        let run = mainland(&loan).run(&["audit", "a-1", "--json"]);
        assert!([0, 1].contains(&run.code), "{loan}{run:?}");
        let told = if run.code == 0 { &run.out } else { &run.err };
        let told: Value = serde_json::from_str(told).unwrap();
        let schema = if run.code == 0 {
            "forbear.audit.v1"
        } else {
            "forbear.error.v1"
        };
        assert_eq!(told["schema"], schema, "{loan}");
        run.code == 0
    };
    let most = "10000000000000";
    for (principal, rate, count, first) in [
        ("0.01", "0%/year", "1", "1900-01-01"),
        (most, "1000%/day", "1", "1900-02-01"),
        (most, "1000%/year", "3", "2199-10-31"),
        ("12000", "18%/year", "1200", "2026-08-10"),
        (most, "0%/year", "1", "2199-12-31"),
    ] {
        // A claim before the loan was paid out is refused: there is nothing to rebuild.
        let begun = !first.starts_with("2199");
        assert_eq!(
            case(principal, rate, count, first, "0"),
            begun,
            "{principal} {rate}"
        );
    }
    assert!(case("12000", "18%/year", "3", "2026-08-10", most));
    for (principal, rate, count, first, claimed) in [
        ("0", "18%/year", "3", "2026-08-10", "0"),
        ("-1", "18%/year", "3", "2026-08-10", "0"),
        ("12000", "18%/year", "0", "2026-08-10", "0"),
        ("12000", "18%/year", "1201", "2026-08-10", "0"),
        ("12000", "18%/year", "3", "1899-12-31", "0"),
        ("12000", "18%/year", "3", "2200-01-01", "0"),
        ("12000", "18%/year", "3", "2026-08-10", "-1"),
    ] {
        assert!(
            !case(principal, rate, count, first, claimed),
            "{principal} {claimed}"
        );
    }
}

#[test]
fn another_currency_is_written_as_such() {
    let text = ledger(
        "currency = \"USD\"",
        "kind = \"bank\"\nregion = \"HK\"",
        &format!("{LOAN}\n{}", claim("2026-09-10", "240", "0", "37.80")),
    );
    let sandbox = Sandbox::new().with_ledger(&text);
    let said = said(&sandbox);
    assert!(
        said.contains("37.80") && !said.contains('¥') && !said.contains("24%"),
        "{said}"
    );
}

/// What is missing is named, with the command that fills it and the letter that asks for it.
#[test]
fn what_is_missing_is_one_error_with_a_way_on() {
    let no_claim = with_claim(LOAN, &[]);
    let only_claim = mainland(&claim("2026-09-10", "240", "0", "0"));
    let card = mainland(&format!(
        "product = \"credit-card\"\n{}",
        claim("2026-09-10", "240", "0", "0")
    ));
    for (sandbox, told) in [
        (no_claim, "forbear claim a-1 --principal"),
        (only_claim, "forbear debt set a-1 --principal"),
        (card, "monthly statements"),
    ] {
        let run = sandbox.run(&["audit", "a-1"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert_eq!(run.out, "");
        assert!(run.err.contains(told), "{told}: {}", run.err);
        assert!(
            run.err.contains("forbear letter a-1 statement-request"),
            "{}",
            run.err
        );
        assert!(
            !run.err.contains("monthly statements") || !run.err.contains("--count"),
            "a card has no count: {}",
            run.err
        );
    }
    let unknown = with_claim(LOAN, &[]).run(&["audit", "b-1"]);
    assert_eq!(unknown.code, 1);
    assert!(unknown.err.contains("b-1"), "{}", unknown.err);
}

#[test]
fn it_is_told_in_three_languages() {
    let claims = [
        claim("2026-08-10", "120", "0", "0"),
        claim("2026-09-10", "240", "50", "37.80"),
    ];
    for (lang, asks, unit) in [
        ("zh-Hans", "可以问对方的问题", "37.80 元"),
        ("zh-Hant", "可以問對方的問題", "37.80 元"),
        ("en", "What to ask the lender", "¥37.80"),
    ] {
        let sandbox = with_claim(LOAN, &claims).speaking(lang);
        let out = sandbox.ok(&["audit", "a-1", "--full"]).out;
        assert!(out.contains(asks) && out.contains(unit), "{out}");
        for format in ["markdown", "html", "csv"] {
            let shown = sandbox.ok(&["audit", "a-1", "--format", format]).out;
            assert!(shown.contains("37.80"), "{format}: {shown}");
        }
    }
}

/// 12,000 at 12 %, interest only, paid out on 10 July: on 15 September 240.00 is overdue. The lender says 300.
#[test]
fn a_claim_of_what_is_overdue_is_no_claim_of_the_debt() {
    let claim = "[[debt.claim]]\non = 2026-09-15\noverdue = \"300\"\n".to_owned();
    let sandbox = with_claim(LOAN, &[claim]);
    let audit = sandbox.json(&["audit", "a-1"]);
    assert_eq!(audit["claim"]["total"], "300.00");
    assert_eq!(audit["computed"]["total"], "240.00");
    let text = said(&sandbox);
    assert!(text.contains("is overdue; the lender says"), "{text}");
    let status = sandbox.json(&["status", "a-1", "--as-of", "2026-09-15"]);
    let debt = &status["debts"][0];
    assert_eq!(debt["position"]["principal"], "12300.00");
    assert_eq!(debt["overdue"]["total"], "300.00");
}

#[test]
fn without_a_contract_what_is_owed_in_all_is_not_known() {
    let claim = "oldest-unpaid = 2026-08-10\n[[debt.claim]]\non = 2026-09-15\noverdue = \"300\"\n";
    let sandbox = mainland(claim);
    let status = sandbox.json(&["status", "a-1", "--as-of", "2026-09-15"]);
    assert!(status["debts"][0]["position"].is_null());
    assert_eq!(status["debts"][0]["overdue"]["total"], "300.00");
    let shown = sandbox.ok(&["status", "a-1", "--as-of", "2026-09-15"]).out;
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(shown.contains("owed in all is not known"), "{shown}");
}

/// Nothing paid and nothing claimed: 12,000 less than was received.
#[test]
fn nothing_charged_is_not_said_to_be_below_a_line() {
    let zeros = claim("2026-09-10", "0", "0", "0").replace("\"12000\"", "\"0\"");
    let sandbox = with_claim(LOAN, &[zeros]);
    assert!(sandbox.json(&["audit", "a-1"])["line-24"].is_null());
    let text = said(&sandbox);
    assert!(text.contains("¥12,000.00 less than was received"), "{text}");
    assert!(!text.contains("not above it"), "{text}");
}
